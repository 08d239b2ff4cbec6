//! Training examples: chains of tokens, each with its active features.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use sayso::model::chain::Only;

/// A feature and the slot at which its row of weights begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) feature: u64,
    pub(super) slot: u8,
}

/// Hashes what is a hash already.
#[derive(Default)]
pub(super) struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {
        unreachable!("only u64 keys")
    }
    fn write_u64(&mut self, n: u64) {
        self.0 = n;
    }
}

/// A sequence to learn from.
#[derive(Debug, Clone)]
pub(super) struct Chain {
    /// The article it is from.
    pub(super) article: usize,
    /// Its tokens in [`Data::tokens`].
    pub(super) tokens: Range<usize>,
    /// The right state of each token.
    pub(super) gold: Vec<u8>,
    /// A token whose states are restricted.
    pub(super) only: Only,
}

/// All chains of one pass.
#[derive(Default)]
pub(super) struct Data {
    numbers: HashMap<u64, u32, BuildHasherDefault<Identity>>,
    counts: Vec<u32>,
    pub(super) rows: Vec<Row>,
    /// For each token, where its rows end in [`Data::active`].
    ends: Vec<usize>,
    active: Vec<u32>,
    pub(super) chains: Vec<Chain>,
}

impl Data {
    /// Notes that the current token has a feature.
    pub(super) fn feature(&mut self, feature: u64, slot: usize) {
        let slot = slot as u8;
        let key = sayso::model::hash::join(feature, u64::from(slot) + 1);
        let next = self.rows.len() as u32;
        let row = *self.numbers.entry(key).or_insert(next);
        if row == next {
            self.rows.push(Row { feature, slot });
            self.counts.push(0);
        }
        self.counts[row as usize] += 1;
        self.active.push(row);
    }

    /// Ends the current token.
    pub(super) fn end_token(&mut self) {
        self.ends.push(self.active.len());
    }

    /// Number of tokens so far.
    pub(super) fn tokens(&self) -> usize {
        self.ends.len()
    }

    /// The rows active at a token.
    pub(super) fn active(&self, token: usize) -> &[u32] {
        let start = if token == 0 { 0 } else { self.ends[token - 1] };
        &self.active[start..self.ends[token]]
    }

    /// Forgets features seen less than `least` times.
    pub(super) fn prune(&mut self, least: u32) {
        let mut renumbered = vec![u32::MAX; self.rows.len()];
        let mut kept = 0;
        for (row, number) in renumbered.iter_mut().enumerate() {
            if self.counts[row] >= least {
                *number = kept;
                self.rows[kept as usize] = self.rows[row];
                kept += 1;
            }
        }
        self.rows.truncate(kept as usize);
        let (mut write, mut read) = (0, 0);
        for end in &mut self.ends {
            for at in read..*end {
                let row = renumbered[self.active[at] as usize];
                if row != u32::MAX {
                    self.active[write] = row;
                    write += 1;
                }
            }
            read = *end;
            *end = write;
        }
        self.active.truncate(write);
        self.numbers = HashMap::default();
        self.counts = Vec::new();
    }
}
