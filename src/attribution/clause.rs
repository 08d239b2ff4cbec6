//! The reporting clause beside a quotation.

use std::ops::Range;

use super::lexicon::{Form, Verb, reporting_verb};
use super::phrase::{is_finite_verb, is_nominal, phrase_after, subject};
use super::words::{is_adverb, is_auxiliary, is_preposition, is_sentence_opener, is_subject_pronoun, is_subordinator};
use crate::document::Manner;
use crate::text::{Text, TokenKind};

/// How far, in tokens, a reporting verb may stand from its quotation.
const REACH: usize = 40;

/// Who says it, in which words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    /// The verb with its auxiliaries, or "according to", or a colon; `None` if it is in a sentence before.
    pub(super) cue: Option<Range<usize>>,
    /// The noun phrase that names the source.
    pub(super) source: Option<Range<usize>>,
}

/// Reads the clause that follows a quotation: `range` begins after its closing mark and ends with the
/// sentence or at the next quotation.
pub(super) fn after(text: &Text, range: Range<usize>) -> Option<Clause> {
    let mut start = range.start;
    while start < range.end && matches!(text.word(start), "," | "-" | "—" | "–" | "--") {
        start += 1;
    }
    if start >= range.end {
        return None;
    }
    if is_according_to(text, start, range.end) {
        return Some(Clause { cue: Some(start..start + 2), source: phrase_after(text, start + 2, range.end) });
    }
    // Inverted: “…,” said Ann Lee.
    let mut verb = start;
    while verb < range.end && is_adverb(text.word(verb)) {
        verb += 1;
    }
    if verb < range.end && reports(text, verb).is_some_and(|v| v.form != Form::Gerund) {
        let source = phrase_after(text, verb + 1, range.end);
        return Some(Clause { cue: Some(start..verb + 1), source });
    }
    // “…,” remembered Ann Lee.
    if verb + 1 < range.end && is_finite_verb(text.word(verb)) && text.word(verb + 1).starts_with(char::is_uppercase) {
        let source = phrase_after(text, verb + 1, range.end);
        return Some(Clause { cue: Some(start..verb + 1), source });
    }
    if is_preposition(text.word(start)) || is_subordinator(text.word(start)) && text.word(start) != "as" {
        return None;
    }
    let verb = (start + 1..range.end.min(start + REACH)).find(|&i| {
        reports(text, i).is_some_and(|v| matches!(v.form, Form::Past | Form::Present) || v.form == Form::Base)
            && !inside_apposition(text, start, i)
    });
    let verb = verb.or_else(|| any_verb(text, start, range.end))?;
    let subject = subject(text, start, verb);
    Some(Clause { cue: Some(subject.group..verb + 1), source: subject.source })
}

/// “…,” he went on: a short clause that can only report, whatever its verb.
fn any_verb(text: &Text, start: usize, end: usize) -> Option<usize> {
    let verb = (start + 1..end.min(start + 8))
        .find(|&i| is_finite_verb(text.word(i)) && !inside_apposition(text, start, i))?;
    (end - verb <= 6).then_some(verb)
}

/// Whether the verb at `i` is that of a relative clause or an infinitive, not the one that reports.
fn inside_apposition(text: &Text, start: usize, i: usize) -> bool {
    let before = text.word(i - 1);
    matches!(before, "to" | "the" | "a" | "an" | "who" | "of" | "his" | "her" | "their" | "which" | "that")
        || i >= start + 2 && matches!(text.word(i - 2), "who" | "which" | "that") && text.word(i - 1) != ","
}

/// How sure it is that a clause before a quotation introduces it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// Its verb stands in the clause right before the mark.
    Near,
    /// Its verb stands further off, or there is none.
    Far,
}

/// Reads the clause that leads up to a quotation: `range` begins with the sentence or after the quotation
/// before, and ends before the opening mark.
pub(super) fn before(text: &Text, range: Range<usize>) -> Option<(Clause, Lead)> {
    let last = range.end.checked_sub(1).filter(|&i| i >= range.start)?;
    let floor = range.start.max(range.end.saturating_sub(REACH));
    // "According to Ann Lee, “…”"
    if is_according_to(text, range.start, range.end) {
        let source = phrase_after(text, range.start + 2, last);
        return Some((Clause { cue: Some(range.start..range.start + 2), source }, Lead::Near));
    }
    let clause_start = (floor..last).rev().find(|&i| ends_clause(text, i)).map_or(floor, |i| i + 1);
    let known =
        |from: usize| (from..range.end).rev().find(|&i| reports(text, i).is_some() && !is_noun(text, range.start, i));
    if let Some(verb) = known(clause_start) {
        // "Lee said that when others complained, “…”"
        let main = (floor..clause_start).find(|&i| reports(text, i).is_some() && text.word(i + 1) == "that");
        let verb = main.filter(|_| verb + 1 < last).unwrap_or(verb);
        let lead = if text.word(last) == ":" && verb + 1 < last { Lead::Far } else { Lead::Near };
        return Some((introduction(text, &range, verb), lead));
    }
    // "Lee shot back: “…”", whatever the verb.
    if matches!(text.word(last), ":" | ",")
        && !is_preposition(text.word(clause_start))
        && (!is_subordinator(text.word(clause_start)) || text.word(clause_start).eq_ignore_ascii_case("as"))
        && let Some(verb) = (clause_start + 1..last)
            .find(|&i| is_finite_verb(text.word(i)) && !inside_apposition(text, clause_start, i))
        && (text.word(last) == ":" || last - verb < 4)
    {
        let lead = if text.word(last) == ":" { Lead::Far } else { Lead::Near };
        return Some((introduction(text, &range, verb), lead));
    }
    if let Some(verb) = known(floor) {
        return Some((introduction(text, &range, verb), Lead::Far));
    }
    // "Ann Lee: “…”"
    if text.word(last) == ":" && range.len() > 1 && range.len() < 16 {
        // "Ann Lee, 33: “…”"
        let start = if text.tokens[clause_start].kind == TokenKind::Number { range.start } else { clause_start };
        let source = phrase_after(text, start, last);
        return Some((Clause { cue: Some(last..last + 1), source }, Lead::Far));
    }
    None
}

fn ends_clause(text: &Text, i: usize) -> bool {
    matches!(text.word(i), "," | ";" | "—" | "–" | "--" | "(")
        || text.word(i) == "-" && text.tokens[i].span.end < text.tokens[i + 1].span.start
}

/// The clause whose verb stands at `verb`, before a quotation.
fn introduction(text: &Text, range: &Range<usize>, verb: usize) -> Clause {
    let shared = || {
        // "Lee said on Monday, adding: “…”" has the subject of the verb before.
        let gerund = reporting_verb(text.word(verb)).is_some_and(|v| v.form == Form::Gerund);
        let first = (range.start..verb).rev().filter(|_| gerund).find(|&i| {
            reports(text, i).is_some_and(|v| matches!(v.form, Form::Past | Form::Present))
                && !is_noun(text, range.start, i)
        })?;
        subject(text, range.start, first).source.or_else(|| phrase_after(text, first + 1, verb))
    };
    let subject = subject(text, range.start, verb);
    let source = shared().or(subject.source).or_else(|| {
        // "Said Ann Lee: “…”"
        let inverted = text.tokens[range.start..subject.group].iter().all(|t| t.kind == TokenKind::Mark)
            || (range.start..subject.group).all(|i| is_sentence_opener(text.word(i)) || text.word(i) == ",");
        inverted.then(|| phrase_after(text, verb + 1, range.end - 1)).flatten()
    });
    // "Here are the highlights: “…”"
    Clause { cue: Some(subject.group..verb + 1), source: source.filter(|source| is_nominal(text, source)) }
}

/// Who speaks in a sentence: the subject of its last reporting verb.
pub(super) fn speaker(text: &Text, sentence: Range<usize>) -> Option<Range<usize>> {
    let floor = sentence.start.max(sentence.end.saturating_sub(REACH));
    let verb = (floor..sentence.end).rev().find(|&i| {
        reports(text, i).is_some_and(|v| matches!(v.form, Form::Past | Form::Present))
            && !is_noun(text, sentence.start, i)
    })?;
    introduction(text, &sentence, verb).source
}

/// Whether the reporting verb at `i` is a noun here: "the claim", "her report".
fn is_noun(text: &Text, floor: usize, i: usize) -> bool {
    if i <= floor || reporting_verb(text.word(i)).is_some_and(|v| v.form == Form::Past) {
        return false;
    }
    text.tokens[i - 1].kind == TokenKind::Possessive
        || matches!(
            text.word(i - 1),
            "the" | "The" | "a" | "an" | "his" | "her" | "their" | "its" | "this" | "that" | "of" | "any"
        )
}

/// Whether "according to" stands at token `i`.
pub(super) fn is_according_to(text: &Text, i: usize, end: usize) -> bool {
    i + 2 < end && text.word(i).eq_ignore_ascii_case("according") && text.word(i + 1) == "to"
}

/// A verb that can introduce a quotation.
pub(super) fn reports(text: &Text, i: usize) -> Option<Verb> {
    if text.tokens[i].kind != TokenKind::Word {
        return None;
    }
    let word = text.word(i);
    let verb = reporting_verb(word).filter(|v| v.manner == Manner::Speech)?;
    // Capitalised in mid-sentence it is part of a name: "United States".
    let name = word.starts_with(char::is_uppercase) && !text.begins_sentence(i) && !matches!(word, "Said" | "Says");
    // Base forms are mostly nouns ("state", "report") but after "they" or "to".
    let noun = verb.form == Form::Base
        && !matches!(word, "say" | "tell" | "write" | "read")
        && !i.checked_sub(1).is_some_and(|before| {
            let before = text.word(before);
            is_subject_pronoun(before)
                || before.ends_with('s')
                || before == "to"
                || is_auxiliary(before)
                || is_adverb(before)
        });
    (!name && !noun && !is_mostly_noun(word)).then_some(verb)
}

/// Forms that are nouns, or do not take quotations, more often than they report.
fn is_mostly_noun(word: &str) -> bool {
    [
        "states",
        "reports",
        "claims",
        "calls",
        "posts",
        "orders",
        "offers",
        "attacks",
        "questions",
        "charges",
        "comments",
        "references",
        "demands",
        "speaking",
        "spoke",
        "spoken",
        "attacked",
        "attacking",
        "called",
        "labeled",
        "dubbed",
        "branded",
        "described",
        "released",
        "shouts",
        "charged",
    ]
    .contains(&word)
}
