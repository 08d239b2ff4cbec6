//! Quotations → turns: what one speaker says in one go.
//!
//! A turn is a quotation with its reporting clause, the quotations that this clause interrupts
//! (“A,” he said. “B.”), and the paragraphs that it runs on over.

use std::ops::Range;

use super::clause::{self, Clause, Lead};
use super::words::{is_preposition, is_sentence_opener};
use crate::text::{Quotation, Text};

/// One or more quotations of one speaker. Ranges are tokens.
#[derive(Debug, Clone)]
pub(super) struct Turn {
    /// What is said, marks included, in order.
    pub(super) content: Vec<Range<usize>>,
    /// Who says it.
    pub(super) clause: Option<Clause>,
}

impl Turn {
    /// The words that attribute it.
    pub(super) fn cue(&self) -> Option<&Range<usize>> {
        self.clause.as_ref()?.cue.as_ref()
    }
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

/// Whom something is said to.
fn is_object(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        || matches!(
            word,
            "me" | "him" | "her" | "them" | "us" | "reporters" | "supporters" | "the" | "a" | "his" | "," | ":"
        )
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
        let introduced = self.introduced(left.clone(), &chain);
        let near = introduced.as_ref().is_some_and(|(_, lead)| *lead == Lead::Near);
        let carried = interrupted.filter(|&turn| {
            let own = introduced.as_ref().is_some_and(|(clause, _)| {
                let last = self.turns[turn].cue().map_or(0, |c| c.end);
                near && clause.cue.as_ref().is_some_and(|cue| cue.start >= last && cue.end + 1 >= left.end)
            });
            followed.is_none() && !own && self.carries_on(previous, &chain)
        });
        let turn = if let Some(turn) = carried {
            self.turns[turn].content.append(&mut content);
            turn
        } else if let Some((clause, _)) = introduced.filter(|_| near || followed.is_none()) {
            if let Some(report) = self.report(&clause, &left, &chain) {
                content[0].start = report;
            }
            self.turns.push(Turn { content, clause: Some(clause) });
            self.turns.len() - 1
        } else if let Some(clause) = followed {
            if !left.is_empty() {
                content[0].start = left.start;
            }
            // “It is over,” and nobody will miss it, Lee said.
            let clause_start = clause.source.iter().chain(&clause.cue).map(|r| r.start).min().unwrap_or(end);
            if let Some(last) = content.last_mut().filter(|last| clause_start > last.end + 3) {
                last.end = clause_start - usize::from(text.word(clause_start - 1) == ",");
            }
            self.turns.push(Turn { content, clause: Some(clause) });
            self.turns.len() - 1
        } else {
            if self.stands_alone(&left, &right, &chain) {
                self.carry_over(content, start);
                return;
            }
            // A title within the reporting clause does not end it: “…,” he said on “The View.” “…”
            self.interrupted = interrupted.filter(|_| next < text.paragraphs[text.paragraph_of(end - 1)].end);
            return;
        };
        let paragraph_end = text.paragraphs[text.paragraph_of(end - 1)].end;
        let after = self.turns[turn].cue().is_some_and(|cue| cue.start >= end) || carried.is_some();
        self.interrupted = (after && right.end == next && next < paragraph_end).then_some(turn);
    }

    /// Whether a quotation is a sentence, or several, of its own.
    fn stands_alone(&self, left: &Range<usize>, right: &Range<usize>, chain: &Range<usize>) -> bool {
        let ends = self.last_inner(chain.end - 1).is_some_and(|i| matches!(self.text.word(i), "." | "?" | "!" | "…"));
        left.is_empty() && right.is_empty() && ends && self.is_statement(chain)
    }

    /// A quotation without a reporting clause belongs to whoever spoke last: in the paragraph before, if
    /// it begins its own, or in the sentence before.
    fn carry_over(&mut self, mut content: Vec<Range<usize>>, start: usize) {
        let text = self.text;
        let paragraph = text.paragraph_of(start);
        let first = text.paragraphs[paragraph].start == start;
        if first {
            let turn = self
                .turns
                .last_mut()
                .filter(|turn| turn.content.last().is_some_and(|c| text.paragraph_of(c.end - 1) + 1 == paragraph));
            if let Some(turn) = turn {
                turn.content.append(&mut content);
                return;
            }
        }
        let Some(before) = start.checked_sub(1) else { return };
        let sentence = text.sentences[text.sentence_of(before)].clone();
        let outside = self.outside(sentence);
        if let Some(source) = clause::speaker(text, outside) {
            self.turns.push(Turn { content, clause: Some(Clause { cue: None, source: Some(source) }) });
        }
    }

    /// What of a sentence stands after the last quotation in it.
    fn outside(&self, sentence: Range<usize>) -> Range<usize> {
        let quotations = &self.text.quotations;
        let next = self.outer.partition_point(|&q| quotations[q].tokens.start < sentence.end);
        let end = next.checked_sub(1).map_or(0, |at| quotations[self.outer[at]].tokens.end);
        sentence.start.max(end).min(sentence.end)..sentence.end
    }

    /// Whether a quotation goes on with the turn before, whose reporting clause stands between.
    fn carries_on(&self, previous: usize, chain: &Range<usize>) -> bool {
        let start = self.quotation(chain.start).tokens.start;
        // “…,” he said on “The View.” “…”
        let before = if start == previous { self.last_inner(chain.start - 1).unwrap_or(start - 1) } else { start - 1 };
        match self.text.word(before) {
            "," | ";" | "—" | "–" | "--" | "-" => true,
            "." | "!" | "?" | ":" | "…" => self.is_statement(chain),
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

    fn introduced(&self, left: Range<usize>, chain: &Range<usize>) -> Option<(Clause, Lead)> {
        let text = self.text;
        let last = left.end.checked_sub(1).filter(|&i| i >= left.start)?;
        let (clause, lead) = clause::before(text, left.clone())?;
        let punctuated = matches!(text.word(last), "," | ":");
        let adjacent = clause.cue.as_ref().is_some_and(|cue| cue.end == left.end);
        let that = text.word(last) == "that" && clause.cue.as_ref().is_some_and(|cue| cue.end == last);
        let closed =
            self.last_inner(chain.end - 1).is_some_and(|i| matches!(self.text.word(i), "." | "?" | "!" | "," | "…"));
        (punctuated || that || adjacent && (closed || self.is_statement(chain))).then_some((clause, lead))
    }

    /// Where the reported words begin that lead up to a quotation in the same clause: "she said that
    /// the plan, “in its present form,” …".
    fn report(&self, clause: &Clause, left: &Range<usize>, chain: &Range<usize>) -> Option<usize> {
        let gap = clause.cue.as_ref()?.end..left.end;
        let first = gap.clone().next().map(|i| self.text.word(i))?;
        let reported = first == "that"
            || gap.len() > 2 && !self.is_statement(chain) && !is_preposition(first) && !is_object(first);
        (gap.start >= left.start && reported).then_some(gap.start)
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
        let after = clause.cue.as_ref().map_or(0, |c| c.end).max(clause.source.as_ref().map_or(0, |s| s.end));
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
