//! Quotations → turns: what one speaker says in one go.
//!
//! A turn is a quotation with its reporting clause, the quotations that this clause interrupts
//! (“A,” he said. “B.”), and the paragraphs that it runs on over.

use std::ops::Range;

use super::clause::{self, Clause};
use super::words::is_sentence_opener;
use crate::text::{Quotation, Text};

/// One or more quotations of one speaker. Ranges are tokens.
#[derive(Debug, Clone)]
pub(super) struct Turn {
    /// What is said, marks included, in order.
    pub(super) content: Vec<Range<usize>>,
    /// Who says it.
    pub(super) clause: Option<Clause>,
}

/// Finds the turns of a text, in order of their first quotation.
pub(super) fn turns(text: &Text) -> Vec<Turn> {
    let outer: Vec<usize> = (0..text.quotations.len()).filter(|&q| text.quotations[q].depth == 0).collect();
    let mut builder = Builder { text, outer: &outer, turns: Vec::new(), interrupted: None };
    let mut at = 0;
    while at < outer.len() {
        // A quotation that runs on over paragraphs is one.
        let mut end = at + 1;
        while end < outer.len() && text.quotations[outer[end]].continues == Some(outer[end - 1]) {
            end += 1;
        }
        builder.add(at..end);
        at = end;
    }
    builder.turns
}

struct Builder<'a> {
    text: &'a Text<'a>,
    outer: &'a [usize],
    turns: Vec<Turn>,
    /// The turn whose reporting clause stands right before the next quotation.
    interrupted: Option<usize>,
}

impl Builder<'_> {
    fn quotation(&self, at: usize) -> &Quotation {
        &self.text.quotations[self.outer[at]]
    }

    fn add(&mut self, chain: Range<usize>) {
        let text = self.text;
        let start = self.quotation(chain.start).tokens.start;
        let end = self.quotation(chain.end - 1).tokens.end;
        let previous = chain.start.checked_sub(1).map_or(0, |at| self.quotation(at).tokens.end);
        let next = self.outer.get(chain.end).map_or(text.tokens.len(), |&q| text.quotations[q].tokens.start);
        let left = self.left(previous, start);
        let right = self.right(end, next);
        let mut content: Vec<Range<usize>> = chain.clone().map(|at| self.quotation(at).tokens.clone()).collect();

        let interrupted = self.interrupted.take();
        let followed = self.followed(&left, right.clone(), &chain);
        let turn = if let Some(turn) = interrupted.filter(|_| followed.is_none() && self.carries_on(previous, &chain)) {
            self.turns[turn].content.append(&mut content);
            turn
        } else if let Some(clause) = self.introduced(left.clone(), &chain) {
            self.turns.push(Turn { content, clause: Some(clause) });
            return;
        } else if let Some(clause) = followed {
            if !left.is_empty() {
                content[0].start = left.start;
            }
            self.turns.push(Turn { content, clause: Some(clause) });
            self.turns.len() - 1
        } else {
            return;
        };
        let paragraph_end = text.paragraphs[text.paragraph_of(end - 1)].end;
        self.interrupted = (!right.is_empty() && right.end == next && next < paragraph_end).then_some(turn);
    }

    /// Whether a quotation goes on with the turn before, whose reporting clause stands between.
    fn carries_on(&self, previous: usize, chain: &Range<usize>) -> bool {
        let start = self.quotation(chain.start).tokens.start;
        match self.text.word(start - 1) {
            "," | ";" | "—" | "–" | "-" => true,
            "." | "!" | "?" | ":" | "…" => start > previous && self.is_statement(chain),
            _ => false,
        }
    }

    /// What stands before a quotation in its sentence.
    fn left(&self, previous: usize, start: usize) -> Range<usize> {
        let text = self.text;
        let mut first = text.sentences[text.sentence_of(start)].start;
        if first == start && start > previous && text.word(start - 1) == ":" {
            // Introduced by the sentence, or the paragraph, before.
            first = text.sentences[text.sentence_of(start - 1)].start;
        }
        first.max(previous).min(start)..start
    }

    /// What stands after a quotation in its sentence, or the next one after a question or exclamation.
    fn right(&self, end: usize, next: usize) -> Range<usize> {
        let text = self.text;
        if end >= text.paragraphs[text.paragraph_of(end - 1)].end {
            return end..end;
        }
        let sentence = &text.sentences[text.sentence_of(end)];
        end..sentence.end.min(next).max(end)
    }

    fn introduced(&self, left: Range<usize>, chain: &Range<usize>) -> Option<Clause> {
        let text = self.text;
        let last = left.end.checked_sub(1).filter(|&i| i >= left.start)?;
        let clause = clause::before(text, left.clone())?;
        let punctuated = matches!(text.word(last), "," | ":");
        let adjacent = clause.cue.end == left.end;
        (punctuated || adjacent && self.is_statement(chain)).then_some(clause)
    }

    fn followed(&self, left: &Range<usize>, right: Range<usize>, chain: &Range<usize>) -> Option<Clause> {
        let text = self.text;
        if right.is_empty() {
            return None;
        }
        let last = self.last_inner(chain.end - 1)?;
        let open_ended = matches!(text.word(last), "," | "?" | "!" | "—" | "-" | "…" | "–")
            || matches!(text.word(right.start), "," | "—" | "-" | "–");
        if !open_ended {
            return None;
        }
        let clause = clause::after(text, right)?;
        // Within a sentence of its own, the clause must not go on to say something else.
        let embedded = left.clone().any(|i| !is_sentence_opener(text.word(i)));
        (!embedded || clause.source.is_some() && !self.has_complement(&clause)).then_some(clause)
    }

    /// "She said that …": the verb has its own content.
    fn has_complement(&self, clause: &Clause) -> bool {
        let after = clause.cue.end.max(clause.source.as_ref().map_or(0, |s| s.end));
        self.text.tokens.get(after).is_some_and(|t| {
            matches!(
                t.span.of(self.text.source),
                "that" | "he" | "she" | "they" | "it" | "the" | "his" | "her" | "their"
            )
        })
    }

    /// The last token between the marks.
    fn last_inner(&self, at: usize) -> Option<usize> {
        let q = self.quotation(at);
        let end = q.close.unwrap_or(q.tokens.end);
        (end > q.open + 1).then(|| end - 1)
    }

    /// Whether a quotation looks like a whole statement, not a phrase within one.
    fn is_statement(&self, chain: &Range<usize>) -> bool {
        let first = self.quotation(chain.start).open + 1;
        let last = self.last_inner(chain.end - 1).unwrap_or(first);
        last > first + 1
            && self.text.tokens.get(first).is_some_and(|t| !t.span.of(self.text.source).starts_with(char::is_lowercase))
    }
}
