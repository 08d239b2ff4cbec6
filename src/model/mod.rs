//! The sequence model: which words attribute something, to whom, and what.

use std::ops::Range;

use crate::document::Manner;
use crate::text::Text;

mod rules;

/// An attribution as the model sees it, before quotation marks have their say. Ranges count tokens of
/// [`Text::tokens`].
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// The words that attribute: "said", "according to".
    pub cue: Range<usize>,
    /// The words that name the source, where the model sees any.
    pub source: Option<Range<usize>>,
    /// What is attributed, in reading order, never empty; the cue may stand between two of its ranges.
    pub content: Vec<Range<usize>>,
    /// Stated, or only thought.
    pub manner: Manner,
    /// The estimated chance, 0 to 1, that content and source are right.
    pub confidence: f32,
}

/// Proposes the attributions of a text, in order of their cues, in time proportional to its length.
///
/// Proposals may nest (a statement inside a statement), and two may claim the same words; choosing is
/// left to [`crate::attribution`].
#[must_use]
pub fn propose(text: &Text) -> Vec<Proposal> {
    rules::propose(text)
}
