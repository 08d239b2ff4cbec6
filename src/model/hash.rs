//! Features are known by 64-bit hashes; no string is kept at run time.

const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

/// Joins two hashes; the order matters.
#[inline]
#[must_use]
pub fn join(a: u64, b: u64) -> u64 {
    let x = (a.rotate_left(23) ^ b).wrapping_mul(MULTIPLIER);
    x ^ (x >> 29)
}

/// The hash of a string of bytes.
#[inline]
#[must_use]
pub fn bytes(bytes: &[u8]) -> u64 {
    let mut hash = bytes.len() as u64;
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let mut word = [0; 8];
        word.copy_from_slice(chunk);
        hash = join(hash, u64::from_le_bytes(word));
    }
    let rest = chunks.remainder();
    if !rest.is_empty() {
        let mut word = [0; 8];
        word[..rest.len()].copy_from_slice(rest);
        hash = join(hash, u64::from_le_bytes(word));
    }
    join(hash, MULTIPLIER)
}

/// How many sums of letters a [`Filter`] tells apart.
const SUMS: usize = 1 << 12;

/// Tells of most words, without a search, that they are not in a set: for each sum of letters, whether a word of the set
/// has it.
#[derive(Debug)]
pub struct Filter([bool; SUMS]);

impl Filter {
    /// The filter of a set of words, each as its letters.
    pub fn new(words: impl IntoIterator<Item: Iterator<Item = u8>>) -> Self {
        let mut may_be = [false; SUMS];
        for word in words {
            may_be[sum(word)] = true;
        }
        Self(may_be)
    }

    /// Whether a word may be in the set; it always may if it is.
    pub fn may_have(&self, letters: impl Iterator<Item = u8>) -> bool {
        self.0[sum(letters)]
    }
}

/// A number below [`SUMS`] to which all letters add, each by its place.
fn sum(letters: impl Iterator<Item = u8>) -> usize {
    letters.fold(0, |sum, letter| join(sum, u64::from(letter))) as usize % SUMS
}
