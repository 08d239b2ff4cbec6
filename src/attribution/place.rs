//! A quotation among what stands around it.

use std::ops::Range;

use super::clause::{self, Clause, Lead};
use super::signed;
use super::words::{is_dash, is_preposition, is_sentence_opener};
use crate::text::{Quotation, Text, TokenKind};

/// A quotation, or several that run on over paragraphs, with what may say whose it is. Ranges are tokens.
pub(super) struct Place<'a> {
    text: &'a Text<'a>,
    /// Indices of the outermost quotations of the text.
    outer: &'a [usize],
    /// Which of them this is.
    chain: Range<usize>,
    /// The first token, a mark.
    pub(super) start: usize,
    /// One past the last.
    pub(super) end: usize,
    /// Where the quotation before ends.
    previous: usize,
    /// Where the next one begins.
    next: usize,
    /// What stands before it in its sentence.
    pub(super) left: Range<usize>,
    /// What stands after it in its sentence, or the next sentence if it ends one.
    right: Range<usize>,
}

impl<'a> Place<'a> {
    pub(super) fn new(text: &'a Text<'a>, outer: &'a [usize], chain: Range<usize>) -> Self {
        let tokens = |at: usize| &text.quotations[outer[at]].tokens;
        let start = tokens(chain.start).start;
        let end = tokens(chain.end - 1).end;
        let previous = chain.start.checked_sub(1).map_or(0, |at| tokens(at).end);
        let next = if chain.end < outer.len() { tokens(chain.end).start } else { text.tokens.len() };
        let left = left(text, previous, start);
        let right = right(text, end, next);
        Self { text, outer, chain, start, end, previous, next, left, right }
    }

    fn quotation(&self, at: usize) -> &'a Quotation {
        &self.text.quotations[self.outer[at]]
    }

    /// The quoted words, marks included.
    pub(super) fn content(&self) -> Vec<Range<usize>> {
        self.chain.clone().map(|at| self.quotation(at).tokens.clone()).collect()
    }

    /// The last token between the marks, those of nested quotations left out.
    fn last_inner(&self, at: usize) -> Option<usize> {
        let q = self.quotation(at);
        let end = q.close.unwrap_or(q.tokens.end);
        (q.open + 1..end).rev().take(3).find(|&i| !matches!(self.text.word(i), "'" | "’" | "\"" | "”"))
    }

    fn ends_with(&self, marks: &[&str]) -> bool {
        self.last_inner(self.chain.end - 1).is_some_and(|i| marks.contains(&self.text.word(i)))
    }

    /// Whether it looks like a whole statement, not a phrase within one.
    pub(super) fn is_statement(&self) -> bool {
        let first = self.quotation(self.chain.start).open + 1;
        let last = self.last_inner(self.chain.end - 1).unwrap_or(first);
        last > first + 1 && !self.text.word(first).starts_with(char::is_lowercase)
    }

    /// Whether it is a sentence, or several, of its own.
    pub(super) fn stands_alone(&self) -> bool {
        self.left.is_empty()
            && self.right.is_empty()
            && self.ends_with(&[".", "?", "!", "…", "..."])
            && self.is_statement()
    }

    /// Whether nothing but the reporting clause parts it from the next quotation.
    pub(super) fn reaches_next(&self) -> bool {
        !self.right.is_empty() && self.right.end == self.next && self.is_followed_closely()
    }

    /// Whether another quotation follows in the paragraph.
    pub(super) fn is_followed_closely(&self) -> bool {
        self.next < self.text.paragraphs[self.text.paragraph_of(self.end - 1)].end
    }

    /// Whether it goes on with the quotation before, whose reporting clause stands between.
    pub(super) fn carries_on(&self) -> bool {
        let before = match self.chain.start.checked_sub(1) {
            // “…,” he said on “The View.” “…”
            Some(at) if self.start == self.previous => self.last_inner(at).unwrap_or(self.start - 1),
            _ => self.start - 1,
        };
        match self.text.word(before) {
            "," | ";" | "—" | "–" | "--" | "-" => true,
            "." | "!" | "?" | ":" | "…" | "..." => self.is_statement(),
            _ => false,
        }
    }

    /// The clause that leads up to it.
    pub(super) fn introduced(&self) -> Option<(Clause, Lead)> {
        let last = self.left.end.checked_sub(1).filter(|&i| i >= self.left.start)?;
        let (clause, lead) = clause::before(self.text, self.left.clone())?;
        let punctuated = matches!(self.text.word(last), "," | ":");
        let verb_end = clause.cue.as_ref().map(|cue| cue.end);
        let that = self.text.word(last) == "that" && verb_end == Some(last);
        let adjacent = verb_end == Some(self.left.end) && !self.is_title();
        let whole = || self.ends_with(&[".", "?", "!", ",", "…"]) || self.is_statement();
        (punctuated || that || adjacent && whole()).then_some((clause, lead))
    }

    /// Whether it looks like the title of a work: capitals throughout, and nothing at the end.
    fn is_title(&self) -> bool {
        let words = self.quotation(self.chain.start).open + 1..self.end - 1;
        words.len() > 1
            && words.len() < 12
            && words.clone().all(|i| {
                let word = self.text.word(i);
                self.text.tokens[i].kind != TokenKind::Mark && (word.len() < 4 || !word.starts_with(char::is_lowercase))
            })
            && !words.clone().all(|i| self.text.word(i).starts_with(char::is_lowercase))
    }

    /// Where a report ends that leads up to it and goes on after it.
    pub(super) fn report_end(&self) -> usize {
        if self.right.is_empty() || self.reaches_next() {
            return self.end;
        }
        let marks = self.right.clone().rev().take_while(|&i| self.text.tokens[i].kind == TokenKind::Mark).count();
        (self.right.end - marks).max(self.end)
    }

    /// Where the reported words begin that lead up to it in the same clause: "she said that the plan,
    /// “in its present form,” …".
    pub(super) fn report(&self, clause: &Clause) -> Option<usize> {
        let gap = clause.cue.as_ref()?.end..self.left.end;
        if let Some(that) = gap.clone().find(|&i| self.text.word(i) == "that") {
            return Some(that);
        }
        let first = self.text.word(gap.clone().next()?);
        (gap.len() > 2 && !self.is_statement() && !is_preposition(first) && !is_object(first)).then_some(gap.start)
    }

    /// Where its sentence begins, if it is the last part of it: "The plan was “a mess,” she said."
    pub(super) fn lead_in(&self) -> Option<usize> {
        let last = self.left.end.checked_sub(1).filter(|&i| i >= self.left.start)?;
        (!is_dash(self.text.word(last))).then_some(self.left.start)
    }

    /// Whether what leads up to it is a participle without a subject: "Adding, “…”".
    pub(super) fn begins_with_participle(&self) -> bool {
        self.left.clone().take(3).any(|i| self.text.word(i).ends_with("ing"))
    }

    /// The clause that follows it.
    pub(super) fn followed(&self) -> Option<Clause> {
        let first = self.right.clone().next()?;
        let open_ended = self.ends_with(&[",", "?", "!", "—", "--", "-", "…", "...", "–"])
            || matches!(self.text.word(first), "," | "—" | "--" | "-" | "–");
        let clause = clause::after(self.text, self.right.clone()).filter(|_| open_ended)?;
        // "In his memoir, “Days,” he says …" is a title.
        let title = self.left.clone().next().is_some_and(|i| is_preposition(self.text.word(i))) && !self.is_statement();
        // Within a sentence of its own, the clause must not go on to say something else.
        let embedded = self.left.clone().any(|i| !is_sentence_opener(self.text.word(i)));
        (!title && (!embedded || clause.source.is_some() && !self.has_complement(&clause))).then_some(clause)
    }

    /// The signature under it, where it makes up its paragraph, the number of a list aside.
    pub(super) fn signed(&self) -> Option<Clause> {
        let first = self.text.paragraphs[self.text.paragraph_of(self.start)].start;
        let number = (first..self.start).all(|i| self.text.tokens[i].kind != TokenKind::Word);
        if number && self.is_statement() && !self.is_title() { signed::signature(self.text, self.end) } else { None }
    }

    /// "She said that …": the verb has its own content.
    fn has_complement(&self, clause: &Clause) -> bool {
        let after = clause.cue.iter().chain(&clause.source).map(|r| r.end).max().unwrap_or(0);
        after < self.text.tokens.len()
            && matches!(self.text.word(after), "that" | "he" | "she" | "they" | "it" | "the" | "his" | "her" | "their")
    }

    /// The sentence before, without the quotations in it.
    pub(super) fn sentence_before(&self) -> Option<Range<usize>> {
        let sentence = &self.text.sentences[self.text.sentence_of(self.start.checked_sub(1)?)];
        Some(sentence.start.max(self.previous).min(sentence.end)..sentence.end)
    }
}

fn left(text: &Text, previous: usize, start: usize) -> Range<usize> {
    let mut first = text.sentences[text.sentence_of(start)].start;
    if first == start && start > previous && text.word(start - 1) == ":" {
        // Introduced by the sentence, or the paragraph, before.
        first = text.sentences[text.sentence_of(start - 1)].start;
    }
    let first = first.max(previous).min(start);
    // A remark in parentheses stands for itself.
    let parenthesis =
        (first.max(start.saturating_sub(PARENTHESIS))..start).rev().find(|&i| matches!(text.word(i), "(" | ")"));
    match parenthesis {
        Some(i) if text.word(i) == "(" => i + 1..start,
        _ => first..start,
    }
}

/// How far, in tokens, the parenthesis may stand open before a quotation.
const PARENTHESIS: usize = 40;

fn right(text: &Text, end: usize, next: usize) -> Range<usize> {
    if end >= text.paragraphs[text.paragraph_of(end - 1)].end {
        return end..end;
    }
    let sentence = &text.sentences[text.sentence_of(end)];
    end..sentence.end.min(next).max(end)
}

/// Whom something is said to.
fn is_object(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        || matches!(
            word,
            "me" | "him" | "her" | "them" | "us" | "reporters" | "supporters" | "the" | "a" | "his" | "," | ":"
        )
}
