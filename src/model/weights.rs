//! The file of weights, read where it lies: nothing is built when the model starts.
//!
//! A feature is a 64-bit hash. It has one row of signed bytes, by label and event, or several at different
//! places; most have one, and each kind has an [`Index`] of its own. All numbers are little-endian:
//!
//! | part | type | entries |
//! |---|---|---|
//! | magic | `u32` | 1 |
//! | parameters | `u32`, `f32` | 1, as many |
//! | index of the features with one row, at the first place | | |
//! | their rows | 8 × `i8` | slots |
//! | index of the other features | | |
//! | their first row, and at the end the number of rows | `u32` | slots + 1 |
//! | places of the rows | `u8` | rows |
//! | rows | 8 × `i8` | rows |
//! | the network: index of the properties of words | | |
//! | their vectors | 48 × `i8` | slots |
//! | what a unit of the vectors and of each matrix is worth | `f32` | 10 |
//! | matrices ([`super::net::MATRICES`]), by input and output | `i8` | |
//! | what is added after them ([`super::net::BIASES`]) | `f32` | |
//! | confidence, for the content and for the source: trees, log-odds before them | `u32`, `f32` | 1, 1 |
//! | signs that they ask for | `u8` | 4 × trees |
//! | how great these must be | `f32` | 4 × trees |
//! | leaves | `f32` | 16 × trees |

use std::collections::BTreeMap;

use super::chain::LABELS;
use super::index::{self, Index};

/// First four bytes of the file.
pub const MAGIC: u32 = u32::from_le_bytes(*b"say4");

/// What one unit of a stored weight is worth.
pub const UNIT: f32 = 1.0 / 24.0;

/// Weights of a feature by label and event, as stored.
type Stored = [u8; LABELS];

/// Weights added up, by label and event, in units of [`UNIT`]. Sixteen bits hold two hundred of them.
pub type Row = [i16; LABELS];

/// Trained weights.
#[derive(Debug, Clone)]
pub struct Weights<'a> {
    /// Scores that belong to no feature, in an order that their user knows.
    pub parameters: Vec<f32>,
    single: Index<'a>,
    single_rows: &'a [Stored],
    several: Index<'a>,
    first: &'a [[u8; 4]],
    places: &'a [u8],
    rows: &'a [Stored],
}

/// The bytes are not a file of the model, or not a whole one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Malformed;

impl std::fmt::Display for Malformed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("not a whole file of the model")
    }
}

impl std::error::Error for Malformed {}

/// What is left of a file.
pub(crate) struct Reader<'a>(pub(crate) &'a [u8]);

impl<'a> Reader<'a> {
    /// The next so many entries of so many bytes.
    pub(crate) fn entries<const SIZE: usize>(&mut self, count: usize) -> Result<&'a [[u8; SIZE]], Malformed> {
        let bytes = count.checked_mul(SIZE).ok_or(Malformed)?;
        let (part, rest) = self.0.split_at_checked(bytes).ok_or(Malformed)?;
        self.0 = rest;
        Ok(part.as_chunks().0)
    }

    pub(crate) fn number(&mut self) -> Result<u32, Malformed> {
        Ok(u32::from_le_bytes(self.entries(1)?[0]))
    }

    /// Checks that nothing is left.
    pub(crate) fn end(&self) -> Result<(), Malformed> {
        if self.0.is_empty() { Ok(()) } else { Err(Malformed) }
    }
}

/// Adds a stored row where `all` is -1, nothing where it is 0.
fn add(sum: &mut Row, row: &Stored, all: i16) {
    for (sum, &value) in sum.iter_mut().zip(row) {
        *sum += i16::from(value as i8) & all;
    }
}

impl<'a> Weights<'a> {
    /// Finds the parts of a file of weights; only the parameters are copied.
    ///
    /// # Errors
    /// If the bytes do not begin with such a file.
    pub(crate) fn read(reader: &mut Reader<'a>) -> Result<Self, Malformed> {
        if reader.number()? != MAGIC {
            return Err(Malformed);
        }
        let parameters = reader.number()? as usize;
        let parameters = reader.entries(parameters)?.iter().map(|&p| f32::from_le_bytes(p)).collect();
        let single = Index::read(reader)?;
        let single_rows = reader.entries(single.slots())?;
        let several = Index::read(reader)?;
        let first = reader.entries(several.slots() + 1)?;
        let count = u32::from_le_bytes(first[several.slots()]) as usize;
        let places = reader.entries::<1>(count)?.as_flattened();
        let rows = reader.entries(count)?;
        Ok(Self { parameters, single, single_rows, several, first, places, rows })
    }

    /// Adds the weights of a feature that has one row at the first place, if any. About one feature in 65,000
    /// that is not in the file passes for another that is.
    #[inline]
    pub fn add_row(&self, feature: u64, sum: &mut Row) {
        // Whether a feature is there cannot be foretold: adding nothing costs less than a branch.
        let (slot, found) = self.single.slot(feature);
        add(sum, &self.single_rows[slot], -i16::from(found));
    }

    /// The number of a feature that has one row at the first place, below [`Self::slots`].
    #[inline]
    pub(crate) fn slot(&self, feature: u64) -> Option<usize> {
        self.single.find(feature)
    }

    /// One more than the greatest number of such a feature.
    pub(crate) fn slots(&self) -> usize {
        self.single.slots()
    }

    /// Adds the row of the feature of this number.
    pub(crate) fn add_slot(&self, slot: usize, sum: &mut Row) {
        add(sum, &self.single_rows[slot], -1);
    }

    /// Adds the weights of a feature, if it has any, to the sums at its places.
    #[inline]
    pub fn add(&self, feature: u64, sums: &mut [Row]) {
        let Some(slot) = self.several.find(feature) else {
            return self.add_row(feature, &mut sums[0]);
        };
        let [from, to] = [slot, slot + 1].map(|n| u32::from_le_bytes(self.first[n]) as usize);
        for (row, &place) in self.rows[from..to].iter().zip(&self.places[from..to]) {
            if let Some(sum) = sums.get_mut(usize::from(place)) {
                add(sum, row, -1);
            }
        }
    }
}

/// Writes a file of weights. `features` lists each feature once, with its slots, counted by label within
/// place, and the values for them.
#[must_use]
pub fn write(features: &[(u64, Vec<(u8, i8)>)], parameters: &[f32]) -> Vec<u8> {
    let mut out = Vec::new();
    out.extend(MAGIC.to_le_bytes());
    out.extend((parameters.len() as u32).to_le_bytes());
    out.extend(parameters.iter().flat_map(|p| p.to_le_bytes()));

    let rows = |weights: &[(u8, i8)]| {
        let mut rows: BTreeMap<u8, Stored> = BTreeMap::new();
        for &(slot, value) in weights {
            let [place, label] = [slot / LABELS as u8, slot % LABELS as u8];
            rows.entry(place).or_default()[usize::from(label)] = value as u8;
        }
        rows
    };
    let laid: Vec<(u64, BTreeMap<u8, Stored>)> = features.iter().map(|(f, weights)| (*f, rows(weights))).collect();
    let (several, single): (Vec<_>, Vec<_>) = laid.into_iter().partition(|(_, rows)| rows.keys().any(|&p| p > 0));

    let slots = index::write(&single.iter().map(|f| f.0).collect::<Vec<u64>>(), &mut out);
    for slot in slots {
        out.extend(slot.and_then(|n| single[n].1.get(&0)).copied().unwrap_or_default());
    }
    let slots = index::write(&several.iter().map(|f| f.0).collect::<Vec<u64>>(), &mut out);
    let mut all: Vec<(u8, Stored)> = Vec::new();
    for slot in slots {
        out.extend((all.len() as u32).to_le_bytes());
        all.extend(slot.iter().flat_map(|&n| &several[n].1).map(|(&place, &row)| (place, row)));
    }
    out.extend((all.len() as u32).to_le_bytes());
    out.extend(all.iter().map(|r| r.0));
    out.extend(all.iter().flat_map(|r| r.1));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let features: Vec<(u64, Vec<(u8, i8)>)> = (0..1000u64)
            .map(|i| (i * i + 7, (0..i % 25).map(|s| (s as u8 * 3, (i % 100) as i8 - 50)).collect()))
            .collect();
        let bytes = write(&features, &[0.5, -2.0]);
        let weights = Weights::read(&mut Reader(&bytes)).expect("whole");
        assert_eq!(weights.parameters, [0.5, -2.0]);
        for (feature, expected) in &features {
            let mut sums = [[0; LABELS]; 10];
            weights.add(*feature, &mut sums);
            for (slot, &sum) in sums.as_flattened().iter().enumerate() {
                let value = expected.iter().find(|(s, _)| usize::from(*s) == slot).map_or(0, |w| i16::from(w.1));
                assert_eq!(sum, value);
            }
            let mut sum = [0; LABELS];
            weights.add_row(*feature, &mut sum);
            assert!(expected.iter().any(|(slot, _)| *slot >= LABELS as u8) || sum == sums[0]);
        }
        let mut sums = [[0; LABELS]; 10];
        weights.add(3, &mut sums);
        assert_eq!(sums, [[0; LABELS]; 10]);
    }

    #[test]
    fn a_damaged_file_is_refused() {
        let bytes = write(&[(1, vec![(0, 1)]), (2, vec![(9, 1)])], &[1.0]);
        assert!(Weights::read(&mut Reader(&bytes)).is_ok());
        for n in 0..bytes.len() {
            assert!(Weights::read(&mut Reader(&bytes[..n])).is_err());
        }
    }
}
