//! Where each token stands with respect to quotation marks.

use crate::text::Text;

/// Words from which on a quotation is taken for speech rather than for a single term.
const LONG: usize = 5;

/// A token's place among quotation marks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Quoted {
    /// 0 outside; else 1 for words inside, 2 for the opening and 3 for the closing mark, plus 3 for a
    /// long quotation and 6 for one that never closes.
    pub state: u8,
    /// One more than the index of the outermost quotation that it is in, 0 outside.
    pub number: u32,
}

/// Reads the quotation marks of a text, one entry for each token.
#[must_use]
pub fn read(text: &Text) -> Vec<Quoted> {
    let mut out = vec![Quoted::default(); text.tokens.len()];
    // From the last to the first: where two reach, the later one counts, and what one that never closes
    // has filled is not gone through again.
    let mut filled = usize::MAX;
    for (n, quotation) in text.quotations.iter().enumerate().rev().filter(|(_, q)| q.depth == 0) {
        let end = match quotation.close {
            Some(close) => close,
            None => text.paragraphs[text.paragraph_of(quotation.open)].end - 1,
        };
        let kind = match (quotation.close, end - quotation.open > LONG) {
            (None, _) => 6,
            (_, true) => 3,
            _ => 0,
        };
        for (i, token) in out[quotation.open..filled.min(end + 1)].iter_mut().enumerate() {
            if token.number > 0 {
                continue;
            }
            let place = if i == 0 {
                2
            } else if Some(quotation.open + i) == quotation.close {
                3
            } else {
                1
            };
            *token = Quoted { state: kind + place, number: n as u32 + 1 };
        }
        if quotation.close.is_none() {
            filled = quotation.open;
        }
    }
    out
}
