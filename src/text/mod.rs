//! The article as text: tokens, sentences, paragraphs, quotation marks. Offsets are bytes.

mod abbreviation;
mod marks;
mod offsets;
mod quotation;
mod sentence;
mod span;
pub mod token;

use std::ops::Range;

pub use offsets::Utf16Offsets;
pub use quotation::Quotation;
pub use span::Span;
pub use token::{Token, TokenKind};

/// An article cut up, once, for everything that reads it.
#[derive(Debug)]
pub struct Text<'a> {
    /// The text as it came.
    pub source: &'a str,
    /// Words, numbers and marks, in order.
    pub tokens: Vec<Token>,
    /// Sentences as ranges of tokens; together they cover all tokens.
    pub sentences: Vec<Range<usize>>,
    /// Paragraphs as ranges of tokens; together they cover all tokens.
    pub paragraphs: Vec<Range<usize>>,
    /// Pairs of quotation marks, in order of the opening one.
    pub quotations: Vec<Quotation>,
}

impl<'a> Text<'a> {
    /// Reads a text in time proportional to its length. Paragraphs are separated by line ends.
    #[must_use]
    pub fn new(source: &'a str) -> Self {
        let tokens = token::tokenize(source);
        let paragraphs = sentence::paragraphs(source, &tokens);
        let sentences: Vec<_> =
            paragraphs.iter().flat_map(|p| sentence::sentences(source, &tokens, p.clone())).collect();
        let quotations = quotation::quotations(source, &tokens, &paragraphs, &sentences);
        Self { source, tokens, sentences, paragraphs, quotations }
    }

    /// The words of token `i`.
    #[must_use]
    pub fn word(&self, i: usize) -> &'a str {
        self.tokens[i].span.of(self.source)
    }

    /// From the first to the last of a range of tokens.
    ///
    /// # Panics
    /// If the range is empty.
    #[must_use]
    pub fn span(&self, tokens: Range<usize>) -> Span {
        self.tokens[tokens.start].span.hull(self.tokens[tokens.end - 1].span)
    }

    /// The tokens that lie wholly inside a span.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|t| t.span.start < span.start);
        let end = self.tokens.partition_point(|t| t.span.end <= span.end);
        start..end.max(start)
    }

    /// Index of the sentence that token `i` is in.
    #[must_use]
    pub fn sentence_of(&self, i: usize) -> usize {
        self.sentences.partition_point(|s| s.end <= i)
    }

    /// Whether token `i` is the first word of its sentence.
    #[must_use]
    pub fn begins_sentence(&self, i: usize) -> bool {
        let start = self.sentences[self.sentence_of(i)].start;
        i - start < 4 && self.tokens[start..i].iter().all(|t| t.kind == TokenKind::Mark)
    }

    /// Index of the paragraph that token `i` is in.
    #[must_use]
    pub fn paragraph_of(&self, i: usize) -> usize {
        self.paragraphs.partition_point(|p| p.end <= i)
    }
}
