//! Reported speech without quotation marks, or with a few quoted words: "Lee said that …", "…, Lee
//! said", "According to Lee, …".

use std::ops::Range;

use super::clause::is_according_to;
use super::lexicon::{Form, reporting_verb};
use super::phrase::{is_finite_verb, phrase_after, subject};
use super::quoted::Quoted;
use super::words::{is_adverb, is_auxiliary, is_determiner, is_preposition, is_subject_pronoun, is_time};
use crate::document::Manner;
use crate::text::{Text, TokenKind};

/// A report: who says what, in which words. Ranges are tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Report {
    pub(super) cue: Range<usize>,
    pub(super) source: Option<Range<usize>>,
    pub(super) content: Range<usize>,
    pub(super) manner: Manner,
}

/// Finds the reports of a text, in order of their cues. Between quotation
/// marks nobody reports but the one quoted.
pub(super) fn reports(text: &Text, quoted: &Quoted) -> Vec<Report> {
    let mut out = Vec::new();
    for sentence in &text.sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            let report = if quoted.outer(at).is_some() { None } else { report(text, sentence, at) };
            // What is reported may hold reports of its own; the words of a cue may not.
            at = report.as_ref().map_or(at + 1, |r| r.cue.end.max(at + 1));
            out.extend(report);
        }
    }
    out
}

fn report(text: &Text, sentence: &Range<usize>, at: usize) -> Option<Report> {
    if is_according_to(text, at, sentence.end) {
        return according_to(text, sentence, at);
    }
    if text.tokens[at].kind != TokenKind::Word || at == sentence.start {
        return None;
    }
    let verb = reporting_verb(text.word(at)).filter(|v| v.form != Form::Base || is_plural_subject(text, at))?;
    let end = content_end(text, sentence);
    let floor = sentence.start;
    let subject = subject(text, floor, at);
    let content = if let Some(that) = complement(text, at + 1, end) {
        that..end
    } else if verb.manner == Manner::Speech && is_inserted(text, sentence, at) {
        let source = subject.source.clone()?;
        let comma = source.start.min(subject.group).checked_sub(1).filter(|&i| text.word(i) == ",")?;
        sentence.start..comma
    } else {
        return None;
    };
    if content.len() < 2 {
        return None;
    }
    Some(Report { cue: subject.group..at + 1, source: subject.source, content, manner: verb.manner })
}

/// "they say", "critics argue", "will argue".
fn is_plural_subject(text: &Text, at: usize) -> bool {
    let before = text.word(at - 1);
    is_subject_pronoun(before)
        || is_auxiliary(before)
        || before.ends_with('s') && !before.ends_with("'s")
        || before == "who"
}

/// Where the clause begins that depends on a verb: at "that", or without it where a clause plainly begins.
fn complement(text: &Text, from: usize, end: usize) -> Option<usize> {
    if from >= end {
        return None;
    }
    let that = (from..end.min(from + 6)).find(|&i| text.word(i) == "that");
    if let Some(that) = that
        && (from..that).all(|i| text.word(i) != "," && !is_finite_verb(text.word(i)))
    {
        return Some(that);
    }
    let first = text.word(from);
    let begins = is_subject_pronoun(first)
        || is_determiner(first)
        || matches!(first, "there" | "if" | "when" | "such" | "more" | "people" | "voters")
        || first.starts_with(char::is_uppercase) && !is_time(first);
    (begins && (from + 1..end.min(from + 16)).any(|i| is_finite_verb(text.word(i)) || is_auxiliary(text.word(i))))
        .then_some(from)
}

/// "…, Lee said." or "…, Lee said on Monday.": nothing after the verb but when and where.
fn is_inserted(text: &Text, sentence: &Range<usize>, at: usize) -> bool {
    let next = at + 1;
    next >= sentence.end
        || text.tokens[next].kind == TokenKind::Mark
        || is_preposition(text.word(next))
        || is_time(text.word(next))
        || is_adverb(text.word(next))
}

fn according_to(text: &Text, sentence: &Range<usize>, at: usize) -> Option<Report> {
    let end = content_end(text, sentence);
    let source = phrase_after(text, at + 2, end)?;
    let content = if at == sentence.start {
        let comma = (source.end..end).find(|&i| text.word(i) == ",")?;
        comma + 1..end
    } else {
        sentence.start..if text.word(at - 1) == "," { at - 1 } else { at }
    };
    (content.len() > 1).then_some(Report { cue: at..at + 2, source: Some(source), content, manner: Manner::Speech })
}

/// The end of a sentence without the mark that closes it.
pub(super) fn content_end(text: &Text, sentence: &Range<usize>) -> usize {
    let marks =
        sentence.clone().rev().take_while(|&i| matches!(text.word(i), "." | "?" | "!" | "…" | "..." | ")")).count();
    sentence.end - marks
}
