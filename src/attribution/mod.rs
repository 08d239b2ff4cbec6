//! Cue + source + content → reported statements.

use crate::document::{Category, Manner};
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

mod category;
mod clause;
mod indirect;
mod lexicon;
mod phrase;
mod place;
mod turns;
mod words;

/// Finds every attributed statement, in order of its first character.
#[must_use]
pub fn attribute(text: &Text) -> Vec<Attribution> {
    let mut out: Vec<Attribution> = turns::turns(text)
        .into_iter()
        .map(|turn| {
            let content: Vec<Span> = turn.content.iter().map(|range| text.span(range.clone())).collect();
            Attribution {
                category: category::category(text, &content),
                content,
                cue: turn.clause.cue.map(|cue| text.span(cue)),
                source: turn.clause.source.map(|source| text.span(source)),
                manner: Manner::Speech,
                confidence: 0.5,
            }
        })
        .collect();
    let mut quoted = vec![false; text.tokens.len()];
    for q in text.quotations.iter().filter(|q| q.depth == 0) {
        quoted[q.tokens.clone()].fill(true);
    }
    for report in indirect::reports(text, &quoted) {
        let cue = text.span(report.cue);
        let content = vec![text.span(report.content)];
        if out.iter().any(|a| a.cue.is_some_and(|c| c.overlaps(cue))) {
            continue;
        }
        out.push(Attribution {
            category: category::category(text, &content),
            content,
            cue: Some(cue),
            source: report.source.map(|s| text.span(s)),
            manner: report.manner,
            confidence: 0.4,
        });
    }
    out.sort_by_key(|a| a.content[0]);
    out
}
