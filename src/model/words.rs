//! What can be known of a word by looking at it alone.
//!
//! Worked out once for each distinct word of an article; a token then is an index.

use std::borrow::Cow;

use crate::attribution::lexicon::reporting_verb;
use crate::document::Manner;
use crate::text::Text;

use super::clusters::Clusters;
use super::hash;

/// Properties of a word, each the hash of a feature.
#[derive(Debug, Clone, Default)]
pub struct Word {
    /// All properties, in a fixed order.
    pub atoms: Vec<u64>,
    /// The word in small letters.
    pub lower: u64,
    /// What it does as a form of a reporting verb, 0 for none.
    pub report: u8,
    /// Stands for the word in conjunctions: a short word itself, else its shape with its cluster or, for
    /// words of none, with its ending.
    pub class: u64,
}

/// The words of an article.
#[derive(Debug)]
pub struct Words {
    /// Distinct words; number 0 is the edge of a paragraph.
    pub distinct: Vec<Word>,
    /// For each token, its word.
    pub of: Vec<u32>,
}

/// The word that stands beyond both ends of a paragraph.
pub const EDGE: u32 = 0;

impl Words {
    /// Reads the words of a text.
    #[must_use]
    pub fn new(text: &Text) -> Self {
        let mut distinct = vec![Word { atoms: vec![hash::bytes(b"<edge>")], ..Word::default() }];
        let clusters = Clusters::embedded();
        let mut table = Table::new(text.tokens.len());
        let of = text
            .tokens
            .iter()
            .map(|token| {
                let bytes = &text.source.as_bytes()[token.span.range()];
                table.number(hash::bytes(bytes), || {
                    distinct.push(Word::new(clusters, token.span.of(text.source)));
                    distinct.len() as u32 - 1
                })
            })
            .collect();
        Self { distinct, of }
    }

    /// The word of token `t` moved by `offset`, or the edge outside `within`.
    #[must_use]
    pub fn at(&self, t: usize, offset: isize, within: &std::ops::Range<usize>) -> u32 {
        match t.checked_add_signed(offset) {
            Some(i) if within.contains(&i) => self.of[i],
            _ => EDGE,
        }
    }
}

/// The most properties that a word has.
const ATOMS: usize = 11;

/// Longest ending and beginning taken from a word, in characters.
const AFFIX: usize = 4;

impl Word {
    fn new(clusters: &Clusters, word: &str) -> Self {
        let lower = in_small_letters(word);
        let lower_hash = hash::bytes(lower.as_bytes());
        let shape = shape(word);
        let mut atoms = Vec::with_capacity(ATOMS);
        atoms.extend([hash::join(1, lower_hash), hash::join(2, shape)]);
        let length = lower.chars().count();
        let mut ending = lower_hash;
        if lower.starts_with(char::is_alphabetic) {
            let endings = lower.char_indices().rev().map(|(at, _)| &lower.as_bytes()[at..]).enumerate();
            for (n, suffix) in endings.map(|(n, suffix)| (n + 1, suffix)).skip(1).take(AFFIX - 1) {
                if length > n {
                    let suffix = hash::bytes(suffix);
                    if n == 3 {
                        ending = suffix;
                    }
                    atoms.push(hash::join(2 + n as u64, suffix));
                }
            }
            if let Some((end, _)) = lower.char_indices().nth(AFFIX) {
                atoms.push(hash::join(7, hash::bytes(&lower.as_bytes()[..end])));
            }
        }
        let report =
            reporting_verb(word).map_or(0, |verb| 1 + verb.form as u8 + 4 * u8::from(verb.manner == Manner::Other));
        if report > 0 {
            atoms.push(hash::join(27, u64::from(report)));
        }
        let mut class = if length <= 3 { lower_hash } else { hash::join(shape, ending) };
        if let Some((fine, coarse)) = Clusters::syntax().of(lower_hash) {
            atoms.push(hash::join(28, fine));
            atoms.push(hash::join(29, coarse));
        }
        if let Some((fine, coarse)) = clusters.of(lower_hash) {
            atoms.push(hash::join(8, fine));
            atoms.push(hash::join(9, coarse));
            if length > 3 {
                class = hash::join(shape, fine);
            }
        }
        Self { atoms, lower: lower_hash, report, class }
    }
}

/// The word in small letters; most are already.
fn in_small_letters(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii_lowercase()) { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

/// Runs of capitals, small letters and digits, each run once; other characters as they are.
fn shape(word: &str) -> u64 {
    let mut shape = 0;
    let mut last = '\0';
    for c in word.chars().take(16) {
        let class = match c {
            _ if c.is_lowercase() => 'x',
            _ if c.is_uppercase() => 'X',
            _ if c.is_numeric() => '0',
            _ if c.is_alphabetic() => 'a',
            _ => c,
        };
        if class != last {
            shape = hash::join(shape, u64::from(u32::from(class)));
            last = class;
        }
    }
    shape
}

/// Numbers hashes in the order in which they come up, by open addressing.
struct Table {
    slots: Vec<(u64, u32)>,
    mask: usize,
}

impl Table {
    fn new(most: usize) -> Self {
        let size = (most * 2).next_power_of_two().max(16);
        Self { slots: vec![(0, u32::MAX); size], mask: size - 1 }
    }

    fn number(&mut self, hash: u64, new: impl FnOnce() -> u32) -> u32 {
        let mut at = hash as usize & self.mask;
        loop {
            let slot = &mut self.slots[at];
            if slot.1 == u32::MAX {
                *slot = (hash, new());
                return slot.1;
            }
            if slot.0 == hash {
                return slot.1;
            }
            at = (at + 1) & self.mask;
        }
    }
}
