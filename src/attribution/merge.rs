//! Quotations by their marks and reports by their words, put together.

use std::ops::Range;

use super::clause::Clause;
use super::indirect::Report;
use super::turns::Turn;
use crate::document::Manner;
use crate::text::Text;

/// An attribution in tokens.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Merged {
    pub(super) content: Vec<Range<usize>>,
    pub(super) cue: Option<Range<usize>>,
    pub(super) source: Option<Range<usize>>,
    pub(super) manner: Manner,
    pub(super) confidence: f32,
}

/// Keeps every turn, and of the reports the first about each cue.
pub(super) fn merge(text: &Text, turns: Vec<Turn>, reports: impl Iterator<Item = Report>) -> Vec<Merged> {
    let mut is_cue = vec![false; text.tokens.len()];
    let mut out = Vec::new();
    for turn in turns {
        let Turn { content, clause } = turn;
        if let Some(cue) = &clause.cue {
            is_cue[cue.clone()].fill(true);
        }
        let Clause { cue, source } = clause;
        out.push(Merged { content, cue, source, manner: Manner::Speech, confidence: 0.9 });
    }
    for Report { cue, source, content, manner } in reports {
        if is_cue[cue.clone()].contains(&true) {
            continue;
        }
        is_cue[cue.clone()].fill(true);
        out.push(Merged { content: vec![content], cue: Some(cue), source, manner, confidence: 0.5 });
    }
    out
}
