//! The reporting clause beside a quotation.

use std::ops::Range;

use super::lexicon::{Form, Verb, reporting_verb};
use super::phrase::{is_finite_verb, phrase_after, subject};
use super::words::{is_adverb, is_preposition, is_subject_pronoun, is_subordinator};
use crate::text::{Text, TokenKind};

/// How far, in tokens, a reporting verb may stand from its quotation.
const REACH: usize = 40;

/// Who says it, in which words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    /// The verb with its auxiliaries, or "according to", or a colon.
    pub(super) cue: Range<usize>,
    /// The noun phrase that names the source.
    pub(super) source: Option<Range<usize>>,
}

/// Reads the clause that follows a quotation: `range` begins after its closing mark and ends with the
/// sentence or at the next quotation.
pub(super) fn after(text: &Text, range: Range<usize>) -> Option<Clause> {
    let mut start = range.start;
    while start < range.end && matches!(text.word(start), "," | "-" | "—" | "–") {
        start += 1;
    }
    if start >= range.end {
        return None;
    }
    if is_according_to(text, start, range.end) {
        return Some(Clause { cue: start..start + 2, source: phrase_after(text, start + 2, range.end) });
    }
    // Inverted: “…,” said Ann Lee.
    let mut verb = start;
    while verb < range.end && is_adverb(text.word(verb)) {
        verb += 1;
    }
    if verb < range.end && reports(text, verb).is_some_and(|v| v.form != Form::Gerund) {
        let source = phrase_after(text, verb + 1, range.end);
        return Some(Clause { cue: start..verb + 1, source });
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
    Some(Clause { cue: subject.group..verb + 1, source: subject.source })
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

/// Reads the clause that leads up to a quotation: `range` begins with the sentence or after the quotation
/// before, and ends before the opening mark.
pub(super) fn before(text: &Text, range: Range<usize>) -> Option<Clause> {
    let last = range.end.checked_sub(1).filter(|&i| i >= range.start)?;
    let floor = range.start.max(range.end.saturating_sub(REACH));
    // "According to Ann Lee, “…”"
    if is_according_to(text, range.start, range.end) {
        return Some(Clause { cue: range.start..range.start + 2, source: phrase_after(text, range.start + 2, last) });
    }
    if let Some(verb) = (floor..range.end).rev().find(|&i| reports(text, i).is_some() && !is_noun(text, range.start, i))
    {
        let subject = subject(text, range.start, verb);
        let source = subject.source.or_else(|| {
            // "Said Ann Lee: “…”"
            (subject.group == range.start).then(|| phrase_after(text, verb + 1, last)).flatten()
        });
        return Some(Clause { cue: subject.group..verb + 1, source });
    }
    // "Ann Lee: “…”"
    if text.word(last) == ":" && range.len() > 1 && range.len() < 16 {
        return Some(Clause { cue: last..last + 1, source: phrase_after(text, range.start, last) });
    }
    None
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

fn is_according_to(text: &Text, i: usize, end: usize) -> bool {
    i + 2 < end && text.word(i).eq_ignore_ascii_case("according") && text.word(i + 1) == "to"
}

/// A verb that can introduce a quotation.
fn reports(text: &Text, i: usize) -> Option<Verb> {
    if text.tokens[i].kind != TokenKind::Word {
        return None;
    }
    let word = text.word(i);
    let capital = word.starts_with(char::is_uppercase);
    let verb = reporting_verb(word).filter(|v| v.manner == crate::document::Manner::Speech)?;
    // Base forms are mostly nouns ("state", "report") but after "they"; capitalised ones names ("States").
    let plural = || {
        i > 0
            && (is_subject_pronoun(text.word(i - 1))
                || text.word(i - 1).ends_with('s')
                || matches!(text.word(i - 1), "to" | "will" | "would"))
    };
    match verb.form {
        Form::Base if !matches!(word, "say" | "tell" | "write" | "read") && !plural() => None,
        _ if capital
            && !matches!(word, "Said" | "Says" | "Asked" | "Added" | "Wrote" | "Tweeted" | "Adds" | "Writes") =>
        {
            None
        }
        _ if matches!(
            word,
            "states"
                | "reports"
                | "claims"
                | "calls"
                | "posts"
                | "orders"
                | "offers"
                | "attacks"
                | "questions"
                | "charges"
                | "comments"
                | "references"
                | "demands"
                | "speaking"
                | "attacked"
                | "attacking"
        ) =>
        {
            None
        }
        _ => Some(verb),
    }
}
