//! Quotations and the reporting clause beside them, by rule.

use std::ops::Range;

use super::Attribution;
use crate::document::{Category, Manner};
use crate::text::{Quotation, Text, TokenKind};

/// Past tense and present forms of the commonest reporting verbs.
const CUES: &[&str] = &[
    "said",
    "says",
    "say",
    "told",
    "tells",
    "added",
    "adds",
    "wrote",
    "writes",
    "argued",
    "argues",
    "claimed",
    "claims",
    "warned",
    "warns",
    "insisted",
    "insists",
    "asked",
    "asks",
    "replied",
    "explained",
    "explains",
    "noted",
    "notes",
    "tweeted",
    "stated",
    "states",
    "declared",
    "announced",
    "continued",
    "concluded",
    "recalled",
    "according",
];

/// How far, in tokens, a cue may stand from its quotation.
const REACH: usize = 12;

pub(super) fn attribute(text: &Text) -> Vec<Attribution> {
    text.quotations.iter().filter(|q| q.depth == 0).filter_map(|q| one(text, q)).collect()
}

fn one(text: &Text, quotation: &Quotation) -> Option<Attribution> {
    let paragraph = text.paragraphs[text.paragraph_of(quotation.open)].clone();
    let close = quotation.close.unwrap_or(paragraph.end - 1);
    let after = close + 1..paragraph.end.min(close + 1 + REACH);
    let before = paragraph.start.max(quotation.open.saturating_sub(REACH))..quotation.open;
    let cue = find_cue(text, after).or_else(|| find_cue(text, before))?;
    let source = [cue + 1..paragraph.end.min(cue + 6), paragraph.start.max(cue.saturating_sub(6))..cue]
        .into_iter()
        .find_map(|range| find_source(text, range));
    Some(Attribution {
        content: vec![quotation.span],
        cue: Some(text.tokens[cue].span),
        source,
        category: Category::Direct,
        manner: Manner::Speech,
        confidence: 0.5,
    })
}

fn find_cue(text: &Text, mut range: Range<usize>) -> Option<usize> {
    range.find(|&i| CUES.contains(&text.word(i)))
}

fn find_source(text: &Text, range: Range<usize>) -> Option<crate::text::Span> {
    let named = |i: usize| {
        let word = text.word(i);
        text.tokens[i].kind == TokenKind::Word
            && (word.starts_with(char::is_uppercase) || matches!(word, "he" | "she" | "they"))
    };
    let start = range.clone().find(|&i| named(i))?;
    let end = (start..range.end).find(|&i| !named(i)).unwrap_or(range.end);
    Some(text.span(start..end))
}
