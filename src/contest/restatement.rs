//! Whether two statements are about the same matter, and whether they agree.

use std::collections::HashMap;
use std::ops::Range;

use super::reader::Reader;
use crate::text::TokenKind;

/// What a statement is about: its content words, numbers and polarity.
#[derive(Debug, Clone)]
pub(super) struct Gist {
    pub(super) range: Range<usize>,
    /// Hashes of the stems of its content words, in order, each once.
    words: Vec<u64>,
    /// Its numbers as printed.
    numbers: Vec<u64>,
    /// Whether it is negated.
    negated: bool,
}

/// Words too common to say what a statement is about, sorted.
const STOP: &[&str] = &[
    "about", "after", "all", "also", "and", "any", "are", "because", "been", "before", "being", "but", "can", "could",
    "did", "does", "even", "for", "from", "get", "going", "got", "had", "has", "have", "her", "here", "him", "his",
    "how", "into", "its", "just", "know", "like", "made", "make", "many", "may", "more", "most", "much", "never",
    "not", "one", "only", "other", "our", "out", "over", "people", "said", "says", "she", "should", "some", "such",
    "than", "that", "the", "their", "them", "then", "there", "these", "they", "think", "this", "those", "very", "want",
    "was", "way", "were", "what", "when", "where", "which", "while", "who", "why", "will", "with", "would", "you",
    "your",
];

impl Gist {
    /// Reads a range of tokens.
    pub(super) fn new(reader: &Reader, range: Range<usize>) -> Self {
        let mut words = Vec::new();
        let mut numbers = Vec::new();
        let mut negated = false;
        for i in range.clone() {
            negated ^= reader.is_negation(i);
            match reader.text.tokens[i].kind {
                TokenKind::Number => numbers.push(hash(reader.word(i))),
                TokenKind::Word if reader.word(i).len() > 2 && STOP.binary_search(&reader.word(i)).is_err() => {
                    words.push(hash(stem(reader.word(i))));
                }
                _ => {}
            }
        }
        words.sort_unstable();
        words.dedup();
        Self { range, words, numbers, negated }
    }

    /// How many content words the two share.
    pub(super) fn shared(&self, other: &Self) -> usize {
        self.words.iter().filter(|w| other.words.binary_search(w).is_ok()).count()
    }

    /// The share of this one's content words that the other has too.
    pub(super) fn covered_by(&self, other: &Self) -> f32 {
        if self.words.is_empty() { 0.0 } else { self.shared(other) as f32 / self.words.len() as f32 }
    }

    /// Whether it is negated.
    pub(super) fn negated(&self) -> bool {
        self.negated
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }
}

/// Whether two statements on one matter say different things of it.
pub(super) fn opposed(a: &Gist, b: &Gist) -> bool {
    let shared = a.shared(b);
    let numbers = !a.numbers.is_empty() && !b.numbers.is_empty() && !a.numbers.iter().any(|n| b.numbers.contains(n));
    shared >= 2 && a.negated != b.negated || shared >= 1 && numbers || shared >= 3
}

/// FNV-1a, so that words compare as numbers.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

/// Takes off the endings of inflection.
fn stem(word: &str) -> &str {
    for ending in ["ingly", "edly", "ing", "ies", "ied", "es", "ed", "ly", "s", "e"] {
        if let Some(rest) = word.strip_suffix(ending)
            && rest.len() >= 3
        {
            return rest;
        }
    }
    word
}

/// Which statements each content word is in.
#[derive(Debug, Default)]
pub(super) struct Index {
    statements: HashMap<u64, Vec<u32>>,
}

/// A word in more statements than this tells nothing.
const COMMON: usize = 12;

impl Index {
    pub(super) fn new(gists: &[Option<Gist>]) -> Self {
        let mut statements: HashMap<u64, Vec<u32>> = HashMap::new();
        for (a, gist) in gists.iter().enumerate() {
            for &word in gist.iter().flat_map(|g| &g.words) {
                let list = statements.entry(word).or_default();
                if list.len() <= COMMON {
                    list.push(a as u32);
                }
            }
        }
        Self { statements }
    }

    /// The statements that share a telling word with this one, in order.
    pub(super) fn near(&self, gist: &Gist) -> Vec<u32> {
        let mut near: Vec<u32> = gist
            .words
            .iter()
            .filter_map(|word| self.statements.get(word))
            .filter(|list| list.len() <= COMMON)
            .flatten()
            .copied()
            .collect();
        near.sort_unstable();
        near.dedup();
        near
    }
}
