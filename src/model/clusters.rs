//! Words that are used alike.
//!
//! `clusters.bin` sorts 32,000 English words, in small letters, into 512 fine clusters and these into 64
//! coarse ones; `docs/MODEL.md` says how they were made. A word the training articles lack so shares what
//! was learned of its kin. `syntax.bin` sorts the words that the training articles have often in the same
//! way, but by syntax: into 256 classes and, apart from these, into 64. Each file is an [`Index`] of the words, and for each slot a `u16`: the coarse
//! cluster above nine bits of the fine one.

use std::sync::LazyLock;

use super::index::{self, Index};
use super::weights::{Malformed, Reader};

/// The clusters of all words.
#[derive(Debug)]
pub struct Clusters<'a> {
    words: Index<'a>,
    clusters: &'a [[u8; 2]],
}

/// Bits of a fine cluster.
const FINE: u32 = 9;

impl<'a> Clusters<'a> {
    /// The clusters that ship.
    ///
    /// # Panics
    /// Never: the file is part of the program.
    #[must_use]
    pub fn embedded() -> &'static Clusters<'static> {
        static CLUSTERS: LazyLock<Clusters> =
            LazyLock::new(|| Clusters::read(include_bytes!("clusters.bin")).expect("the embedded file is whole"));
        &CLUSTERS
    }

    /// The classes of words by the words beside them, which are close to parts of speech.
    ///
    /// # Panics
    /// Never: the file is part of the program.
    #[must_use]
    pub fn syntax() -> &'static Clusters<'static> {
        static SYNTAX: LazyLock<Clusters> =
            LazyLock::new(|| Clusters::read(include_bytes!("syntax.bin")).expect("the embedded file is whole"));
        &SYNTAX
    }

    /// Finds the parts of a file of clusters.
    ///
    /// # Errors
    /// If the bytes are not such a file, whole.
    pub fn read(bytes: &'a [u8]) -> Result<Self, Malformed> {
        let mut reader = Reader(bytes);
        let words = Index::read(&mut reader)?;
        let clusters = reader.entries(words.slots())?;
        reader.end()?;
        Ok(Self { words, clusters })
    }

    /// The fine and the coarse cluster of a word, known by the hash of its small letters.
    #[must_use]
    pub fn of(&self, lower: u64) -> Option<(u64, u64)> {
        let both = u16::from_le_bytes(self.clusters[self.words.find(lower)?]);
        Some((u64::from(both & ((1 << FINE) - 1)), u64::from(both >> FINE)))
    }
}

/// Writes a file of clusters: the hashes of words, each with its fine and its coarse cluster.
#[must_use]
pub fn write(words: &[(u64, (u16, u16))]) -> Vec<u8> {
    let mut out = Vec::new();
    let slots = index::write(&words.iter().map(|w| w.0).collect::<Vec<u64>>(), &mut out);
    for slot in slots {
        let (fine, coarse) = slot.map_or((0, 0), |n| words[n].1);
        out.extend((coarse << FINE | fine).to_le_bytes());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let words: Vec<(u64, (u16, u16))> = (0..500).map(|n| (u64::from(n) * 11, (n + 12, n % 64))).collect();
        let bytes = write(&words);
        let clusters = Clusters::read(&bytes).expect("whole");
        for (word, (fine, coarse)) in words {
            assert_eq!(clusters.of(word), Some((u64::from(fine), u64::from(coarse))));
        }
        assert!(Clusters::read(&bytes[1..]).is_err());
    }
}
