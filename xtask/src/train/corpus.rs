//! PolNeAR (Newell, Margolin and Ruths, LREC 2018): who said what in US political news.

use std::ops::Range;
use std::path::Path;

use anyhow::Result;
use serde::Deserialize;

use sayso::text::{Span, Text};

use crate::annotations;

/// One article as the corpus has it.
#[derive(Deserialize)]
pub(super) struct Article {
    pub(super) text: String,
    attributions: Vec<Raw>,
}

#[derive(Deserialize)]
struct Raw {
    source: Vec<[usize; 2]>,
    cue: Vec<[usize; 2]>,
    content: Vec<[usize; 2]>,
}

/// A gold attribution in tokens.
#[derive(Debug, Clone, Default)]
pub(super) struct Gold {
    pub(super) source: Vec<Range<usize>>,
    pub(super) cue: Vec<Range<usize>>,
    pub(super) content: Vec<Range<usize>>,
}

/// Reads a file of one article a line.
pub(super) fn read(path: &Path) -> Result<Vec<Article>> {
    annotations::lines(path)
}

/// For each UTF-16 code unit of a text the byte where its character begins, and the text's length.
pub(super) fn bytes_of_units(text: &str) -> Vec<u32> {
    let mut bytes = Vec::with_capacity(text.len() + 1);
    for (at, c) in text.char_indices() {
        bytes.extend(std::iter::repeat_n(at as u32, c.len_utf16()));
    }
    bytes.push(text.len() as u32);
    bytes
}

impl Article {
    /// The gold attributions, every token that a span touches being part of it.
    pub(super) fn gold(&self, text: &Text) -> Vec<Gold> {
        let bytes = bytes_of_units(&self.text);
        let tokens = |spans: &[[usize; 2]]| -> Vec<Range<usize>> {
            let mut ranges: Vec<Range<usize>> = spans
                .iter()
                .filter_map(|&[start, end]| {
                    let span = Span::new(*bytes.get(start)?, *bytes.get(end)?);
                    let from = text.tokens.partition_point(|t| t.span.end <= span.start);
                    let to = text.tokens.partition_point(|t| t.span.start < span.end);
                    (from < to).then_some(from..to)
                })
                .collect();
            ranges.sort_by_key(|r| r.start);
            ranges
        };
        self.attributions
            .iter()
            .map(|raw| Gold { source: tokens(&raw.source), cue: tokens(&raw.cue), content: tokens(&raw.content) })
            .filter(|gold| !gold.content.is_empty())
            .collect()
    }
}
