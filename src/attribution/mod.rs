//! Cue + source + content → reported statements.

use crate::document::{Category, Manner};
use crate::model;
use crate::text::{Span, Text};

/// A statement that the article attributes to somebody. Offsets are bytes.
///
/// The three parts are those of PARC 3.0 and PolNeAR (Newell, Margolin and Ruths, LREC 2018).
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// What is said: spans in reading order, more than one where a reporting clause interrupts.
    pub content: Vec<Span>,
    /// The words that attribute it; `None` for a quotation carried on from the sentence before.
    pub cue: Option<Span>,
    /// The words that name its source; `None` where there are none.
    pub source: Option<Span>,
    /// Direct, mixed or indirect.
    pub category: Category,
    /// Stated, or only thought.
    pub manner: Manner,
    /// The estimated chance, 0 to 1, that content and source are right.
    pub confidence: f32,
}

impl Attribution {
    /// From the first to the last character of the content, interruptions included.
    #[must_use]
    pub fn hull(&self) -> Span {
        Span::new(self.content[0].start, self.content[self.content.len() - 1].end)
    }
}

mod clause;
mod confidence;
mod frames;
pub(crate) mod lexicon;
mod merge;
mod owners;
pub(crate) mod phrase;
mod place;
mod quoted;
mod signed;
mod source;
mod turns;
pub(crate) mod words;

#[cfg(test)]
mod tests;

/// Finds every attributed statement, in order of its first character.
#[must_use]
pub fn attribute(text: &Text) -> Vec<Attribution> {
    let quoted = quoted::Quoted::new(text);
    let turns = turns::turns(text);
    let frames = frames::frames(text, &quoted);
    merge::merge(text, &quoted, turns, model::propose(text), frames)
        .into_iter()
        .map(|merged| Attribution {
            content: merged.content.into_iter().map(|range| text.span(range)).collect(),
            cue: merged.cue.map(|cue| text.span(cue)),
            source: merged.source.map(|source| text.span(source)),
            category: merged.category,
            manner: merged.manner,
            confidence: merged.confidence,
        })
        .collect()
}
