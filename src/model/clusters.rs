//! Words that are used alike.
//!
//! `clusters.bin` sorts 32,000 English words, in small letters, into 512 fine clusters and these into 64
//! coarse ones; `docs/MODEL.md` says how they were made. A word the training articles lack so shares what
//! was learned of its kin.

use std::sync::LazyLock;

use super::weights::Weights;

/// The clusters of all words.
#[derive(Debug)]
pub struct Clusters(Weights<'static>);

impl Clusters {
    /// The clusters that ship.
    ///
    /// # Panics
    /// Never: the file is part of the program.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static CLUSTERS: LazyLock<Clusters> = LazyLock::new(|| {
            Clusters(Weights::read(include_bytes!("clusters.bin")).expect("the embedded file is whole"))
        });
        &CLUSTERS
    }

    /// The fine and the coarse cluster of a word, known by the hash of its small letters.
    #[must_use]
    pub fn of(&self, lower: u64) -> Option<(u64, u64)> {
        // The slot holds the lower eight bits of the fine cluster, the value the ninth and the coarse one.
        let (slots, values) = self.0.of(lower);
        let (&slot, &value) = slots.first().zip(values.first())?;
        Some((u64::from(slot) | u64::from(value >> 6) << 8, u64::from(value & 63)))
    }
}
