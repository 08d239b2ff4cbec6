//! Words as numbers, so that they are compared and looked up fast.

use std::hash::{BuildHasherDefault, Hasher};

/// A word without regard to case, full stops and the shape of its apostrophe.
///
/// It is a 64-bit hash (FNV-1a); two words of one article fall together with a chance of about 10⁻¹³.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Key(pub(super) u64);

const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

impl Key {
    /// The key of nothing, to be extended.
    pub(super) const EMPTY: Self = Self(BASIS);

    const fn byte(self, byte: u8) -> Self {
        Self((self.0 ^ byte as u64).wrapping_mul(PRIME))
    }

    /// The key of a phrase: this one and then `next`.
    pub(super) const fn then(self, next: Self) -> Self {
        Self((self.0.rotate_left(5) ^ next.0).wrapping_mul(PRIME))
    }
}

/// The key of one word.
pub(super) fn key(word: &str) -> Key {
    let mut key = Key::EMPTY;
    if word.is_ascii() {
        for byte in word.bytes().filter(|&b| b != b'.') {
            key = key.byte(byte.to_ascii_lowercase());
        }
        return key;
    }
    let mut buffer = [0; 4];
    for c in word.chars().flat_map(char::to_lowercase).filter(|&c| c != '.') {
        let c = if c == '\u{2019}' { '\'' } else { c };
        for &byte in c.encode_utf8(&mut buffer).as_bytes() {
            key = key.byte(byte);
        }
    }
    key
}

/// The key of a word of ASCII letters, known when compiling.
pub(super) const fn ascii_key(word: &[u8]) -> Key {
    let mut key = Key::EMPTY;
    let mut i = 0;
    while i < word.len() {
        key = key.byte(word[i].to_ascii_lowercase());
        i += 1;
    }
    key
}

/// Keys are hashes already.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = Key(self.0).byte(byte).0;
        }
    }
    fn write_u64(&mut self, n: u64) {
        self.0 = n;
    }
}

/// For maps from [`Key`].
pub(super) type KeyHasher = BuildHasherDefault<Identity>;
