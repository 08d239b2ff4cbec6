//! What is not settled: claims that the article itself shows to be contested.

use crate::attribution::Attribution;
use crate::document::ContestKind;
use crate::speakers::Speakers;
use crate::text::{Span, Text};

/// A contested claim. Offsets are bytes, voices are indices into [`Speakers::all`].
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// The clause that states it.
    pub span: Span,
    /// The sign of contest.
    pub kind: ContestKind,
    /// Who makes the claim.
    pub claimant: Option<usize>,
    /// Who disputes it.
    pub challenger: Option<Challenger>,
    /// The words that show the contest.
    pub evidence: Option<Span>,
    /// What answers it.
    pub counter: Option<Answer>,
    /// The estimated chance, 0 to 1, that this is a contested claim.
    pub confidence: f32,
}

/// Who disputes a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Challenger {
    /// The article's own voice.
    Article,
    /// Index into [`Speakers::all`].
    Speaker(usize),
}

/// What answers a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Index of the attribution that does.
    Attribution(usize),
    /// Index of the claim that does.
    Claim(usize),
}

/// Finds the contested claims, in order of their first character. Voices that only turn up here (one
/// accused, a challenger who is not quoted) are added to `speakers`.
#[must_use]
pub fn find(_text: &Text, _attributions: &[Attribution], _speakers: &mut Speakers) -> Vec<Claim> {
    Vec::new()
}
