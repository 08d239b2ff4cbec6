//! Noun phrases beside a reporting verb, read off function words and punctuation.
//!
//! There is no parser here: newspapers put the source right beside its verb, so that what delimits it
//! is commas, conjunctions and the edge of the sentence.

use std::ops::Range;

use super::lexicon::{Form, reporting_verb};
use super::words::{
    is_adverb, is_auxiliary, is_determiner, is_preposition, is_relative, is_sentence_opener, is_strong_past,
    is_subject_pronoun, is_subordinator, is_time,
};
use crate::text::{Text, TokenKind};

/// The longest source, in tokens, appositions included.
const LONGEST: usize = 60;

/// A verb with the auxiliaries and adverbs before it, and what stands as its subject.
pub(crate) struct Subject {
    /// Where the verb group begins.
    pub(crate) group: usize,
    /// The noun phrase.
    pub(crate) source: Option<Range<usize>>,
}

/// Reads the subject of the verb at token `verb` leftwards, no further than `floor`.
pub(crate) fn subject(text: &Text, floor: usize, verb: usize) -> Subject {
    let floor = floor.max(verb.saturating_sub(LONGEST));
    let mut group = verb;
    let mut infinitive = false;
    while group > floor {
        let word = text.word(group - 1);
        // "interjected to say"
        if !(in_verb_group(word) || infinitive && is_finite_verb(word)) {
            break;
        }
        infinitive = word == "to";
        group -= 1;
    }
    let source = match group.checked_sub(1).filter(|&i| i >= floor) {
        None => None,
        Some(i) => match text.word(i) {
            word if is_relative(word) => Some(i..i + 1),
            "and" | "but" | "or" => main_subject(text, floor, i),
            "," if reporting_verb(text.word(verb)).is_some_and(|v| v.form == Form::Gerund) => {
                main_subject(text, text.sentences[text.sentence_of(verb)].start, i)
            }
            "that" => Some(i..i + 1),
            _ => phrase_before(text, floor, group),
        },
    };
    Subject { group, source }
}

fn in_verb_group(word: &str) -> bool {
    is_adverb(word) || is_auxiliary(word) || matches!(word, "to" | "went" | "on" | "goes" | "go")
}

/// The noun phrase that ends before token `end`.
fn phrase_before(text: &Text, floor: usize, end: usize) -> Option<Range<usize>> {
    if is_subject_pronoun(text.word(end - 1)) {
        return Some(end - 1..end);
    }
    let closed = text.word(end - 1) == ",";
    let end = if closed { end - 1 } else { end };
    let mut start = end;
    while start > floor && !ends_phrase(text, start - 1, closed) {
        start -= 1;
    }
    if closed {
        start = first_nominal_segment(text, start..end);
    }
    trimmed(text, start..end).map(|range| without_time(text, range))
}

/// A relative pronoun without the time behind it: "who last year threatened".
pub(crate) fn without_time(text: &Text, range: Range<usize>) -> Range<usize> {
    let alone = is_relative(text.word(range.start)) && range.clone().skip(1).all(|i| is_time(text.word(i)));
    if alone { range.start..range.start + 1 } else { range }
}

/// Whether a noun phrase that is read leftwards ends at token `i`; `apposed` if commas belong to it.
fn ends_phrase(text: &Text, i: usize, apposed: bool) -> bool {
    let word = text.word(i);
    let next = || text.word(i + 1);
    match word {
        "," => !apposed || matches!(next(), "and" | "but" | "or"),
        ";" | ":" | "—" | "–" | "--" | "“" | "”" | "\"" | "…" | "..." | "?" | "!" => true,
        "-" | "'" | "`" => text.word(i.saturating_sub(1)) == word || next() == word || !touches(text, i),
        "that" => i == 0 || reporting_verb(text.word(i - 1)).is_some(),
        "and" | "or" => !apposed && (is_subject_pronoun(next()) || has_verb_before(text, i)),
        _ => !apposed && is_subordinator(word),
    }
}

/// Whether the mark at `i` hangs on both its neighbours.
fn touches(text: &Text, i: usize) -> bool {
    i > 0
        && i + 1 < text.tokens.len()
        && text.tokens[i - 1].span.end == text.tokens[i].span.start
        && text.tokens[i].span.end == text.tokens[i + 1].span.start
}

/// Whether a finite verb stands in the few words before token `i`.
fn has_verb_before(text: &Text, i: usize) -> bool {
    (i.saturating_sub(8)..i)
        .rev()
        .take_while(|&j| !matches!(text.word(j), "," | "." | ";" | ":"))
        .any(|j| is_finite_verb(text.word(j)))
}

/// Whether a word can be a finite verb, as far as its form tells.
pub(crate) fn is_finite_verb(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && (is_auxiliary(word)
            || is_strong_past(word)
            || reporting_verb(word).is_some_and(|v| v.form == Form::Past)
            || (word.len() > 4 && word.ends_with("ed")))
}

/// Of the segments between commas, where the first begins that is not an adverbial ("In Iowa, …").
fn first_nominal_segment(text: &Text, range: Range<usize>) -> usize {
    let mut start = range.start;
    while let Some(comma) = (start..range.end).find(|&i| text.word(i) == ",") {
        let begin = if matches!(text.word(start), "But" | "And" | "Yet" | "So" | "Still") { start + 1 } else { start };
        let first = text.word(begin);
        let adverbial = is_preposition(first)
            || is_subordinator(first)
            || (is_adverb(first) && comma == start + 1)
            || is_time(first)
            || (first.ends_with("ing") && first.len() > 4);
        if !adverbial {
            break;
        }
        start = comma + 1;
    }
    start
}

/// Takes off what leads up to a noun phrase: conjunctions, adverbs, "On Monday".
fn trimmed(text: &Text, mut range: Range<usize>) -> Option<Range<usize>> {
    while !range.is_empty() {
        let word = text.word(range.start);
        if text.tokens[range.start].kind == TokenKind::Mark && !matches!(word, "[" | "@" | "$" | "#")
            || is_sentence_opener(word)
            || is_time(word) && range.len() > 1 && !is_name_part(text, range.start + 1)
        {
            range.start += 1;
        } else if is_preposition(word) && range.len() > 1 {
            range.start += 1;
            while range.len() > 1
                && (is_time(text.word(range.start)) || text.tokens[range.start].kind == TokenKind::Number)
            {
                range.start += 1;
            }
        } else {
            break;
        }
    }
    while !range.is_empty() && is_trailing(text.word(range.end - 1)) {
        range.end -= 1;
    }
    (!range.is_empty()).then_some(range)
}

/// "April Ryan" is nobody's date.
fn is_name_part(text: &Text, i: usize) -> bool {
    text.word(i).starts_with(char::is_uppercase) && text.tokens[i].kind == TokenKind::Word && !is_time(text.word(i))
}

fn is_trailing(word: &str) -> bool {
    matches!(word, "," | ";" | ":" | "." | "—" | "–" | "--" | "-" | "“" | "\"" | "'" | "…" | "?" | "!")
}

/// How long, in tokens, what stands before the subject may be.
const ADVERBIAL: usize = 40;

/// The subject of the sentence that begins at `floor`: what a second verb ("and said", ", saying")
/// shares with the first.
pub(crate) fn main_subject(text: &Text, floor: usize, end: usize) -> Option<Range<usize>> {
    let mut start = floor;
    while start < end
        && (is_sentence_opener(text.word(start))
            || text.tokens[start].kind == TokenKind::Mark && text.word(start) != "[")
    {
        start += 1;
    }
    // "In Iowa, …", "Eight years ago, …", "Asked about it, …"
    if let Some(comma) = (start..end).take(ADVERBIAL).find(|&i| text.word(i) == ",")
        && (is_preposition(text.word(start))
            || is_subordinator(text.word(start))
            || matches!(text.word(start), "Asked" | "Pressed" | "Told" | "Speaking")
            || (start..comma).take(4).any(|i| is_time(text.word(i))))
    {
        start = comma + 1;
    }
    if start >= end {
        return None;
    }
    if is_subject_pronoun(text.word(start)) {
        return Some(start..start + 1);
    }
    let stop = (start + 1..end)
        .find(|&i| {
            let word = text.word(i);
            matches!(word, "," | ";" | ":" | "—" | "–" | "--" | "-" | "(" | "“" | "\"")
                || is_relative(word)
                || word == "that"
                || is_finite_verb(word)
                || reporting_verb(word).is_some_and(|v| matches!(v.form, Form::Past | Form::Gerund))
                || is_adverb(word)
        })
        .unwrap_or(end);
    trimmed(text, start..stop)
}

/// The subject that follows an opening participle's clause which ends at token `end`: "Besides attacking Lee, Ray
/// asserted".
pub(crate) fn following_subject(text: &Text, end: usize) -> Option<Range<usize>> {
    let sentence = &text.sentences[text.sentence_of(end.checked_sub(1)?)];
    let comma = (end..sentence.end).find(|&i| text.word(i) == ",")?;
    main_subject(text, comma + 1, sentence.end)
}

/// Whether a phrase can name somebody: it has more to it than function words.
pub(crate) fn is_nominal(text: &Text, range: &Range<usize>) -> bool {
    if range.len() == 1 && matches!(text.word(range.start), "Both" | "both" | "All" | "all") {
        return true;
    }
    range.clone().any(|i| match text.tokens[i].kind {
        TokenKind::Number => range.len() > 1,
        TokenKind::Word => {
            let word = text.word(i);
            // "says Early"
            let name = word.starts_with(char::is_uppercase) && !text.begins_sentence(i);
            let function = is_preposition(word)
                || is_subordinator(word)
                || is_sentence_opener(word)
                || is_adverb(word)
                || ["here", "there", "below", "above"].iter().any(|place| word.eq_ignore_ascii_case(place))
                || is_time(word) && !is_name_part(text, i);
            name || !function
        }
        _ => false,
    })
}

/// The noun phrase that begins at token `start`, after its verb ("said Ann Lee, a nurse from Ohio"), no
/// further than `ceiling`.
pub(crate) fn phrase_after(text: &Text, start: usize, ceiling: usize) -> Option<Range<usize>> {
    let ceiling = ceiling.min(start + LONGEST);
    if start >= ceiling || !begins_phrase(text, start) {
        return None;
    }
    if is_subject_pronoun(text.word(start)) {
        return Some(start..start + 1);
    }
    let mut end = start + 1;
    while end < ceiling && !leaves_phrase(text, start, end, ceiling) {
        end += 1;
    }
    trimmed(text, start..end)
}

fn begins_phrase(text: &Text, i: usize) -> bool {
    let word = text.word(i);
    match text.tokens[i].kind {
        TokenKind::Mark => matches!(word, "[" | "@" | "$"),
        TokenKind::Possessive => false,
        _ => !is_preposition(word) && !is_subordinator(word) && !is_time(word) && word != "that" && word != "and",
    }
}

/// Whether the phrase that is read rightwards from `start` ends before token `i`.
fn leaves_phrase(text: &Text, start: usize, i: usize, ceiling: usize) -> bool {
    let word = text.word(i);
    let next = (i + 1 < ceiling).then(|| text.word(i + 1));
    match word {
        "," => next.is_none_or(|next| {
            matches!(
                next,
                "and"
                    | "but"
                    | "as"
                    | "when"
                    | "while"
                    | "in"
                    | "on"
                    | "at"
                    | "during"
                    | "after"
                    | "with"
                    | "to"
                    | "citing"
            ) || is_subject_pronoun(next)
                || (next.ends_with("ing") && reporting_verb(next).is_some())
        }),
        ";" | ":" | "—" | "–" | "--" | "“" | "”" | "\"" | "?" | "!" | "…" => true,
        "." => next.is_none_or(|_| true),
        "-" | "'" | "`" => !touches(text, i) && text.word(i - 1) != word || next == Some(word),
        "as" | "when" | "while" | "after" | "before" | "during" | "because" | "but" | "if" | "since" | "until" => true,
        "on" | "in" | "at" => next.is_some_and(|next| {
            is_time(next)
                || next.starts_with(|c: char| c.is_ascii_digit())
                || (is_named(text, start, i) && word != "at")
        }),
        "to" | "about" | "via" => is_named(text, start, i),
        _ => is_time(word) && i > start + 1 && !is_determiner(text.word(i - 1)) && !is_name_part(text, i),
    }
}

/// Whether the phrase so far is a bare name: what follows it in the same clause belongs to the verb.
fn is_named(text: &Text, start: usize, end: usize) -> bool {
    (start..end).all(|j| text.word(j).starts_with(char::is_uppercase))
}
