//! Quotations → turns: what one speaker says in one go.
//!
//! A turn is a quotation with its reporting clause, the quotations that this clause interrupts
//! (“A,” he said. “B.”), and the paragraphs that it runs on over.

use std::ops::Range;

use super::clause::{self, Clause, Lead};
use super::place::Place;
use crate::text::Text;

/// One or more quotations of one speaker. Ranges are tokens.
#[derive(Debug, Clone)]
pub(super) struct Turn {
    /// What is said, marks included, in order.
    pub(super) content: Vec<Range<usize>>,
    /// Who says it.
    pub(super) clause: Clause,
    /// Whether the first quotation looks like a whole statement, not a phrase within one.
    pub(super) whole: bool,
}

/// Finds the turns of a text, in order of their first quotation.
pub(super) fn turns(text: &Text) -> Vec<Turn> {
    let mut outer: Vec<usize> = (0..text.quotations.len()).filter(|&q| text.quotations[q].depth == 0).collect();
    let mut last = 0;
    outer.retain(|&q| {
        let title = names_speaker(text, last, q);
        last = text.quotations[q].tokens.end;
        !title
    });
    let mut builder = Builder { text, turns: Vec::new(), interrupted: None };
    let mut at = 0;
    while at < outer.len() {
        // A quotation that runs on over paragraphs is one.
        let mut end = at + 1;
        while end < outer.len() && text.quotations[outer[end]].continues == Some(outer[end - 1]) {
            end += 1;
        }
        builder.add(&Place::new(text, &outer, at..end));
        at = end;
    }
    builder.turns
}

/// Whether a quotation right behind one that ends at `last` is a title that tells who spoke: “…,” the “Pose” actor said.
fn names_speaker(text: &Text, last: usize, q: usize) -> bool {
    let quotation = &text.quotations[q];
    let range = &quotation.tokens;
    let article = range.start.checked_sub(1).filter(|&i| i > 0 && i == last);
    article.is_some_and(|i| matches!(text.word(i), "the" | "a" | "an"))
        && quotation.close.is_some()
        && range.len() <= TITLE
        && range.end < text.tokens.len()
        && text.word(range.end).starts_with(char::is_lowercase)
}

/// The longest title in a reporting clause, in tokens with its marks.
const TITLE: usize = 7;

struct Builder<'a> {
    text: &'a Text<'a>,
    turns: Vec<Turn>,
    /// The turn whose reporting clause stands right before the next quotation.
    interrupted: Option<usize>,
}

impl Builder<'_> {
    fn add(&mut self, place: &Place) {
        let interrupted = self.interrupted.take();
        let introduced = place.introduced();
        let signed = place.signed();
        let followed = signed.clone().or_else(|| place.followed());
        let turn = if let Some(turn) = interrupted.filter(|&turn| {
            followed.is_none()
                && place.carries_on()
                && !introduced.as_ref().is_some_and(|(clause, _)| self.is_another(turn, clause, place))
        }) {
            self.turns[turn].content.extend(place.content());
            turn
        } else if let Some((clause, _)) =
            introduced.as_ref().filter(|(_, lead)| signed.is_none() && *lead == Lead::Near || followed.is_none())
        {
            self.introduced(place, clause.clone());
            self.turns.len() - 1
        } else if let Some(clause) = followed {
            self.followed(place, clause, introduced.is_some());
            self.turns.len() - 1
        } else if place.stands_alone() {
            self.carry_over(place);
            return;
        } else {
            // A title within the reporting clause does not end it: “…,” he said on “The View.” “…”
            self.interrupted = interrupted.filter(|_| place.is_followed_closely());
            return;
        };
        let clause_after = self.turns[turn].clause.cue.as_ref().is_some_and(|cue| cue.start >= place.end);
        self.interrupted = ((clause_after || interrupted == Some(turn)) && place.reaches_next()).then_some(turn);
    }

    /// Whether the clause between a turn and the next quotation has a verb of its own for that one:
    /// “A,” he said, adding: “B.”
    fn is_another(&self, turn: usize, clause: &Clause, place: &Place) -> bool {
        let last = self.turns[turn].clause.cue.as_ref().map_or(0, |cue| cue.end);
        clause.cue.as_ref().is_some_and(|cue| cue.start >= last && cue.end + 1 >= place.left.end)
    }

    fn introduced(&mut self, place: &Place, mut clause: Clause) {
        let mut content = place.content();
        if let Some(report) = place.report(&clause) {
            content[0].start = report;
            if let Some(last) = content.last_mut() {
                last.end = place.report_end();
            }
        }
        // “A.” Adding, “B.”
        if clause.source.is_none() && place.begins_with_participle() {
            let paragraph = self.text.paragraph_of(place.start);
            clause.source = self
                .turns
                .last()
                .filter(|turn| turn.content.last().is_some_and(|c| self.text.paragraph_of(c.start) == paragraph))
                .and_then(|turn| turn.clause.source.clone());
        }
        self.turns.push(Turn { content, clause, whole: place.is_statement() });
    }

    fn followed(&mut self, place: &Place, clause: Clause, introduced: bool) {
        let mut content = place.content();
        if !introduced && let Some(report) = place.lead_in() {
            content[0].start = report;
        }
        // “It is over,” and nobody will miss it, Lee said.
        let clause_start = clause.source.iter().chain(&clause.cue).map(|r| r.start).min().unwrap_or(place.end);
        let named = |end: usize| self.text.quotations.binary_search_by_key(&(end + 1), |q| q.open).is_ok();
        if let Some(last) = content.last_mut().filter(|last| clause_start > last.end + 3 && !named(last.end)) {
            last.end = clause_start - usize::from(self.text.word(clause_start - 1) == ",");
        }
        self.turns.push(Turn { content, clause, whole: place.is_statement() });
    }

    /// A quotation without a reporting clause belongs to whoever spoke last: in the paragraph before, if
    /// it begins its own, or in the sentence before.
    fn carry_over(&mut self, place: &Place) {
        let text = self.text;
        let paragraph = text.paragraph_of(place.start);
        if text.paragraphs[paragraph].start == place.start {
            let turn = self
                .turns
                .last_mut()
                .filter(|turn| turn.content.last().is_some_and(|c| text.paragraph_of(c.end - 1) + 1 == paragraph));
            if let Some(turn) = turn {
                turn.content.extend(place.content());
                return;
            }
        }
        if let Some(source) = place.sentence_before().and_then(|sentence| clause::speaker(text, sentence)) {
            let clause = Clause { cue: None, source: Some(source) };
            self.turns.push(Turn { content: place.content(), clause, whole: true });
        }
    }
}
