//! Quotations by their marks and reports by their words, put together.

use std::ops::Range;

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

/// Keeps every turn, and the reports that are not about the same cue.
pub(super) fn merge(text: &Text, turns: Vec<Turn>, reports: Vec<Report>) -> Vec<Merged> {
    let mut is_cue = vec![false; text.tokens.len()];
    let mut out: Vec<Merged> = turns
        .into_iter()
        .map(|turn| {
            if let Some(cue) = &turn.clause.cue {
                is_cue[cue.clone()].fill(true);
            }
            Merged {
                content: turn.content,
                cue: turn.clause.cue,
                source: turn.clause.source,
                manner: Manner::Speech,
                confidence: 0.9,
            }
        })
        .collect();
    out.extend(reports.into_iter().filter(|report| !is_cue[report.cue.clone()].contains(&true)).map(|report| Merged {
        content: vec![report.content],
        cue: Some(report.cue),
        source: report.source,
        manner: report.manner,
        confidence: 0.5,
    }));
    out
}
