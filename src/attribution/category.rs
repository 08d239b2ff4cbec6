//! Exact words, words within a report, or a report alone.

use crate::document::Category;
use crate::text::{Span, Text};

/// The share of the content that must stand between quotation marks for it to count as exact words.
const DIRECT_SHARE: f32 = 0.9;

/// Tells what kind of content the quotation marks in and around it make it.
pub(super) fn category(text: &Text, content: &[Span]) -> Category {
    let mut words = 0;
    let mut quoted = 0;
    for span in content {
        // The quotations that begin before the end of the span; outer ones do not overlap.
        let until = text.quotations.partition_point(|q| q.span.start < span.end);
        let from = text.quotations[..until].partition_point(|q| q.span.end <= span.start && q.depth == 0);
        for i in text.tokens_in(*span) {
            let token = text.tokens[i];
            if token.kind == crate::text::TokenKind::Mark {
                continue;
            }
            words += 1;
            quoted +=
                usize::from(text.quotations[from..until].iter().any(|q| q.depth == 0 && q.inner.contains(token.span)));
        }
    }
    if quoted == 0 {
        Category::Indirect
    } else if quoted as f32 >= DIRECT_SHARE * words as f32 {
        Category::Direct
    } else {
        Category::Mixed
    }
}
