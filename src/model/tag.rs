//! The first pass: for each token, the chances that it belongs to a cue, a source, a content.

use super::quoted::Quoted;
use super::words::Words;
use crate::text::Text;

/// Outside any part.
pub const OUT: u8 = 0;
/// First token of a source; its inside is the next label.
pub const SOURCE: u8 = 1;
/// First token of a cue; its inside is the next label.
pub const CUE: u8 = 3;
/// First token of a content; its inside is the next label.
pub const CONTENT: u8 = 5;

/// What the features of both passes look at.
#[derive(Debug)]
pub struct Evidence<'a> {
    /// The article.
    pub text: &'a Text<'a>,
    /// Its words.
    pub words: Words,
    /// Its quotation marks.
    pub quoted: Vec<Quoted>,
    /// The reporting verbs on either side of each token.
    pub verbs: Vec<Verbs>,
}

/// The nearest reporting verbs of the sentence on either side of a token, itself not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verbs {
    /// The token of the last one before.
    pub before: Option<u32>,
    /// The token of the first one after.
    pub after: Option<u32>,
}

impl Verbs {
    fn read(text: &Text, words: &Words) -> Vec<Self> {
        let mut verbs = vec![Self { before: None, after: None }; text.tokens.len()];
        let reports = |t: usize| words.distinct[words.of[t] as usize].report > 0;
        for sentence in &text.sentences {
            let mut last = None;
            for t in sentence.clone() {
                verbs[t].before = last;
                last = if reports(t) { Some(t as u32) } else { last };
            }
            last = None;
            for t in sentence.clone().rev() {
                verbs[t].after = last;
                last = if reports(t) { Some(t as u32) } else { last };
            }
        }
        verbs
    }
}

impl<'a> Evidence<'a> {
    /// Reads a text.
    #[must_use]
    pub fn new(text: &'a Text<'a>) -> Self {
        let words = Words::new(text);
        let verbs = Verbs::read(text, &words);
        Self { text, words, quoted: super::quoted::read(text), verbs }
    }
}
