//! Which words stand between quotation marks, counted once for the whole article.

use std::ops::Range;

use crate::document::Category;
use crate::text::{Text, TokenKind};

/// The share of the content that must stand between quotation marks for it to count as exact words.
const DIRECT_SHARE: f32 = 0.9;

/// The outermost quotation of every token, and running counts of words.
pub(super) struct Quoted {
    /// Index of the outermost quotation of each token, its marks included; `u32::MAX` for none.
    outer: Vec<u32>,
    /// How many words stand before each token, and how many of them in a quotation.
    counts: Vec<(u32, u32)>,
}

impl Quoted {
    pub(super) fn new(text: &Text) -> Self {
        let mut outer = vec![u32::MAX; text.tokens.len()];
        for (n, q) in text.quotations.iter().enumerate().filter(|(_, q)| q.depth == 0) {
            outer[q.tokens.clone()].fill(n as u32);
        }
        let mut counts = Vec::with_capacity(text.tokens.len() + 1);
        let (mut words, mut quoted) = (0, 0);
        counts.push((0, 0));
        for (token, &quotation) in text.tokens.iter().zip(&outer) {
            if token.kind != TokenKind::Mark {
                words += 1;
                quoted += u32::from(quotation != u32::MAX);
            }
            counts.push((words, quoted));
        }
        Self { outer, counts }
    }

    /// Index into [`Text::quotations`] of the outermost quotation that a token is in.
    pub(super) fn outer(&self, token: usize) -> Option<usize> {
        self.outer.get(token).filter(|&&q| q != u32::MAX).map(|&q| q as usize)
    }

    /// How many words there are in a range of tokens, and how many of them in a quotation.
    pub(super) fn count(&self, tokens: &Range<usize>) -> (u32, u32) {
        let (from, to) = (self.counts[tokens.start], self.counts[tokens.end]);
        (to.0 - from.0, to.1 - from.1)
    }

    /// How many words there are in all of some ranges.
    pub(super) fn words(&self, ranges: &[Range<usize>]) -> u32 {
        ranges.iter().map(|range| self.count(range).0).sum()
    }

    /// What kind of content the quotation marks in and around it make it.
    pub(super) fn category(&self, content: &[Range<usize>]) -> Category {
        let (words, quoted) = content.iter().map(|range| self.count(range)).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
        if quoted == 0 {
            Category::Indirect
        } else if quoted as f32 >= DIRECT_SHARE * words as f32 {
            Category::Direct
        } else {
            Category::Mixed
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_words_a_few_of_them_and_none() {
        let text = Text::new("“It is a mess,” she said of the “mess” there.");
        let quoted = Quoted::new(&text);
        let category = |range: Range<usize>| quoted.category(&[range]);
        assert_eq!(category(0..7), Category::Direct);
        assert_eq!(category(0..11), Category::Mixed);
        assert_eq!(category(7..11), Category::Indirect);
    }
}
