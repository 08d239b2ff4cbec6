//! How good proposals are, by the definitions of the field: a content counts as found when it shares at
//! least half of the words (intersection over union) with a gold one, matched one to one.

use std::collections::HashSet;
use std::ops::Range;
use std::path::Path;

use anyhow::Result;

use sayso::model::Proposal;
use sayso::text::{Text, TokenKind};

use super::corpus::{self, Gold};

/// How often attributions are right, content and source, by the confidence that they carry: a table of the
/// articles in a file of the corpus.
///
/// # Errors
/// If the file cannot be read.
pub(crate) fn calibration(path: &Path) -> Result<String> {
    let mut tenths = [(0, 0); 10];
    for article in corpus::read(path)? {
        let text = Text::new(&article.text);
        let attributions = sayso::attribution::attribute(&text);
        let proposals: Vec<Proposal> = attributions
            .iter()
            .map(|attribution| Proposal {
                cue: attribution.cue.map_or(0..0, |cue| text.tokens_in(cue)),
                source: attribution.source.map(|source| text.tokens_in(source)),
                content: attribution.content.iter().map(|&content| text.tokens_in(content)).collect(),
                manner: attribution.manner,
                found: attribution.confidence,
                confidence: attribution.confidence,
            })
            .collect();
        let verdicts = Counts::default().add(&text, &article.gold(&text), &proposals);
        for (proposal, verdict) in proposals.iter().zip(verdicts) {
            let tenth = &mut tenths[((proposal.confidence * 10.0) as usize).min(9)];
            tenth.0 += 1;
            tenth.1 += usize::from(verdict.is_right());
        }
    }
    let mut table = "confidence   attributions   right\n".to_owned();
    for (n, (count, right)) in tenths.into_iter().enumerate().rev().filter(|(_, (count, _))| *count > 0) {
        let (from, to, share) = (n as f32 / 10.0, (n + 1) as f32 / 10.0, 100.0 * right as f32 / count as f32);
        table.push_str(&format!("{from:.1} to {to:.1}   {count:12}   {share:4.1} %\n"));
    }
    Ok(table)
}

/// Counts over articles.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counts {
    pub(super) gold: usize,
    pub(super) proposed: usize,
    pub(super) found: usize,
    pub(super) exact: usize,
    pub(super) sourced: usize,
    pub(super) with_source: usize,
    pub(super) full: usize,
}

/// What became of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Content and source are right.
    Right,
    /// The content is right, and the gold has no source.
    NoSource,
    /// The content is right, the source is not.
    WrongSource,
    /// The content is wrong.
    Wrong,
}

impl Verdict {
    /// Nothing is wrong with the proposal.
    pub(super) fn is_right(self) -> bool {
        matches!(self, Self::Right | Self::NoSource)
    }
}

impl Counts {
    /// F1 of contents found; of contents found with their source; of contents exact to the word.
    pub(super) fn f1(&self) -> [f64; 3] {
        let f1 = |hits: usize, proposed: usize, gold: usize| 2.0 * hits as f64 / (proposed + gold).max(1) as f64;
        [
            f1(self.found, self.proposed, self.gold),
            f1(self.full, self.sourced, self.with_source),
            f1(self.exact, self.proposed, self.gold),
        ]
    }

    /// Scores one article and adds it up.
    pub(super) fn add(&mut self, text: &Text, gold: &[Gold], proposals: &[Proposal]) -> Vec<Verdict> {
        let words = |ranges: &[Range<usize>]| -> HashSet<usize> {
            ranges.iter().flat_map(Clone::clone).filter(|&t| is_word(text, t)).collect()
        };
        let gold: Vec<(HashSet<usize>, &Gold)> =
            gold.iter().map(|g| (words(&g.content), g)).filter(|g| !g.0.is_empty()).collect();
        let found: Vec<HashSet<usize>> = proposals.iter().map(|p| words(&p.content)).collect();
        let mut pairs = Vec::new();
        for (i, (g, _)) in gold.iter().enumerate() {
            for (j, p) in found.iter().enumerate() {
                let shared = g.intersection(p).count();
                let iou = shared as f64 / (g.len() + p.len() - shared).max(1) as f64;
                if iou >= 0.5 {
                    pairs.push((iou, i, j));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let mut of_gold = vec![None; gold.len()];
        let mut of_found = vec![None; found.len()];
        for (_, i, j) in pairs {
            if of_gold[i].is_none() && of_found[j].is_none() {
                of_gold[i] = Some(j);
                of_found[j] = Some(i);
            }
        }
        self.gold += gold.len();
        self.proposed += proposals.len();
        self.with_source += gold.iter().filter(|g| !g.1.source.is_empty()).count();
        let mut verdicts = Vec::new();
        for (j, proposal) in proposals.iter().enumerate() {
            let Some(i) = of_found[j] else {
                self.sourced += 1;
                verdicts.push(Verdict::Wrong);
                continue;
            };
            self.found += 1;
            self.exact += usize::from(gold[i].0 == found[j]);
            let source = &gold[i].1.source;
            if source.is_empty() {
                verdicts.push(Verdict::NoSource);
                continue;
            }
            self.sourced += 1;
            let overlaps = |p: &Range<usize>| source.iter().any(|g| g.start < p.end && p.start < g.end);
            let right = proposal.source.as_ref().is_some_and(overlaps);
            self.full += usize::from(right);
            verdicts.push(if right { Verdict::Right } else { Verdict::WrongSource });
        }
        verdicts
    }
}

fn is_word(text: &Text, t: usize) -> bool {
    matches!(text.tokens[t].kind, TokenKind::Word | TokenKind::Number)
}
