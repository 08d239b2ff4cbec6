//! Set phrases that attribute without a reporting verb of their own, or with one turned round: "In his
//! words, …", "Her message was simple: …", "It was stressed by Lee that …", "Lee made it clear that …".

use std::ops::Range;

use super::lexicon::{Form, reporting_verb};
use super::phrase::{phrase_after, subject};
use super::quoted::Quoted;
use super::words::is_auxiliary;
use crate::text::{Text, TokenKind};

/// A report that a set phrase makes. Ranges are tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Report {
    pub(super) cue: Range<usize>,
    pub(super) source: Range<usize>,
    pub(super) content: Range<usize>,
}

/// Nouns for what somebody says.
const MESSAGES: &[&str] = &[
    "advice",
    "answer",
    "argument",
    "assessment",
    "claim",
    "conclusion",
    "explanation",
    "message",
    "point",
    "position",
    "promise",
    "reply",
    "response",
    "statement",
    "verdict",
    "view",
    "warning",
];

/// Finds the set phrases of a text, in order.
pub(super) fn frames(text: &Text, quoted: &Quoted) -> Vec<Report> {
    let mut out = Vec::new();
    for sentence in &text.sentences {
        for at in sentence.clone().filter(|&i| quoted.outer(i).is_none()) {
            let found = match text.word(at) {
                "words" => words_of(text, sentence, at),
                "clear" | "plain" => made_clear(text, sentence, at),
                "by" => passive(text, sentence, at),
                word if MESSAGES.contains(&word) => message(text, sentence, at),
                _ => None,
            };
            out.extend(found.filter(|report| report.content.len() > 1));
        }
    }
    out
}

/// "In his words, …", "In Lee's words, …", "In the words of Ann Lee, …".
fn words_of(text: &Text, sentence: &Range<usize>, at: usize) -> Option<Report> {
    let end = content_end(text, sentence);
    if at < sentence.start + 2 || at > sentence.start + 8 || !text.word(sentence.start).eq_ignore_ascii_case("in") {
        return None;
    }
    let (source, after) = if at + 1 < end && text.word(at + 1) == "of" {
        let source = phrase_after(text, at + 2, end)?;
        (source.clone(), source.end)
    } else {
        (owner(text, sentence.start + 1, at)?, at + 1)
    };
    let comma = (after < end && text.word(after) == ",").then_some(after)?;
    Some(Report { cue: at..at + 1, source, content: comma + 1..end })
}

/// "His message was simple: …", "Lee's answer is that …".
fn message(text: &Text, sentence: &Range<usize>, at: usize) -> Option<Report> {
    let end = content_end(text, sentence);
    let source = owner(text, sentence.start, at)?;
    let verb = (at + 1..end.min(at + 5)).find(|&i| is_auxiliary(text.word(i)))?;
    let content = (verb + 1..end.min(verb + 8)).find(|&i| matches!(text.word(i), ":" | "that"))?;
    let start = if text.word(content) == ":" { content + 1 } else { content };
    Some(Report { cue: at..verb + 1, source, content: start..end })
}

/// Whose the noun at `at` is: a possessive pronoun, or a phrase with a possessive ending.
fn owner(text: &Text, floor: usize, at: usize) -> Option<Range<usize>> {
    let before = at.checked_sub(1).filter(|&i| i >= floor)?;
    match text.tokens[before].kind {
        TokenKind::Possessive => phrase_after(text, floor, before).filter(|phrase| phrase.end == before),
        _ => {
            matches!(text.word(before), "his" | "her" | "their" | "His" | "Her" | "Their").then_some(before..before + 1)
        }
    }
}

/// "Lee has made it clear that …", "…, making clear that …".
fn made_clear(text: &Text, sentence: &Range<usize>, at: usize) -> Option<Report> {
    let end = content_end(text, sentence);
    let that = (at + 1 < end && text.word(at + 1) == "that").then_some(at + 1)?;
    let verb = (sentence.start.max(at.saturating_sub(3))..at)
        .find(|&i| matches!(text.word(i), "made" | "makes" | "make" | "making"))?;
    let found = subject(text, sentence.start, verb);
    let source = if text.word(verb) == "making" {
        super::phrase::main_subject(text, sentence.start, verb)?
    } else {
        found.source?
    };
    Some(Report { cue: found.group..at + 1, source, content: that..end })
}

/// "It was stressed by Lee that …": at "by".
fn passive(text: &Text, sentence: &Range<usize>, at: usize) -> Option<Report> {
    let end = content_end(text, sentence);
    let verb = at.checked_sub(1).filter(|&i| i > sentence.start)?;
    let past = reporting_verb(text.word(verb)).is_some_and(|v| v.form == Form::Past);
    let group = subject(text, sentence.start, verb);
    let impersonal = group.source.is_some_and(|s| s.len() == 1 && text.word(s.start).eq_ignore_ascii_case("it"));
    if !(past && impersonal) {
        return None;
    }
    let that = (at + 1..end).find(|&i| text.word(i) == "that")?;
    let source = phrase_after(text, at + 1, that)?;
    Some(Report { cue: group.group..verb + 1, source, content: that..end })
}

/// The end of a sentence without the mark that closes it.
fn content_end(text: &Text, sentence: &Range<usize>) -> usize {
    let marks =
        sentence.clone().rev().take_while(|&i| matches!(text.word(i), "." | "?" | "!" | "…" | "..." | ")")).count();
    sentence.end - marks
}
