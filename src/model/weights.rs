//! The file of weights, read where it lies.
//!
//! A feature is a 64-bit hash. Its highest bits choose a bucket, 16 further bits tell it from the others
//! there; its weights are pairs of a slot and a signed byte. All numbers are little-endian:
//!
//! | part | type | entries |
//! |---|---|---|
//! | magic, bucket bits, features, weights, parameters | `u32` | 5 |
//! | parameters | `f32` | parameters |
//! | first feature of each bucket | `u32` | 2ᵇ + 1 |
//! | first weight of each bucket | `u32` | 2ᵇ |
//! | fingerprints | `u16` | features |
//! | number of weights | `u8` | features |
//! | slots | `u8` | weights |
//! | values | `i8` | weights |

use super::chain::LABELS;

/// First four bytes of the file.
pub const MAGIC: u32 = u32::from_le_bytes(*b"say1");

/// What one unit of a stored weight is worth.
pub const UNIT: f32 = 1.0 / 24.0;

/// Trained weights.
#[derive(Debug, Clone)]
pub struct Weights<'a> {
    bucket_bits: u32,
    /// Scores that belong to no feature, in an order that their user knows.
    pub parameters: Vec<f32>,
    buckets: &'a [u8],
    bucket_weights: &'a [u8],
    fingerprints: &'a [u8],
    lengths: &'a [u8],
    slots: &'a [u8],
    values: &'a [u8],
    rows: Rows,
}

/// The features that have one row of labels, laid out so that one look finds all their weights: most of
/// the time of an analysis goes into these.
#[derive(Debug, Clone)]
struct Rows {
    /// By open addressing: one more than the bucket and fingerprint of a feature, 0 where none is.
    keys: Vec<u32>,
    values: Vec<[i8; LABELS]>,
    /// How far a key is shifted to give its first place.
    shift: u32,
}

impl Rows {
    /// An empty table for so many features, whose keys have so many bits.
    fn new(features: usize, key_bits: u32) -> Self {
        let bits = (features * 5 / 2).next_power_of_two().ilog2().clamp(1, key_bits);
        Self { keys: vec![0; 1 << bits], values: vec![[0; LABELS]; 1 << bits], shift: key_bits - bits }
    }

    /// Where a key is, or else the empty place where it would be.
    fn place(&self, key: u32) -> (usize, bool) {
        let mut at = (key >> self.shift) as usize;
        loop {
            match self.keys[at] {
                0 => return (at, false),
                k if k == key + 1 => return (at, true),
                _ => at = (at + 1) & (self.keys.len() - 1),
            }
        }
    }
}

/// The bytes are not a file of weights, or not a whole one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Malformed;

impl std::fmt::Display for Malformed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("not a whole file of weights")
    }
}

impl std::error::Error for Malformed {}

fn u32_at(bytes: &[u8], i: usize) -> u32 {
    u32::from_le_bytes([bytes[4 * i], bytes[4 * i + 1], bytes[4 * i + 2], bytes[4 * i + 3]])
}

/// The bucket and the fingerprint of a feature.
fn place(feature: u64, bucket_bits: u32) -> (usize, u16) {
    let hash = super::hash::join(feature, 0);
    ((hash >> (64 - bucket_bits)) as usize, (hash >> 16) as u16)
}

/// Both in one number.
fn key(bucket: usize, fingerprint: u16) -> u32 {
    (bucket as u32) << 16 | u32::from(fingerprint)
}

impl<'a> Weights<'a> {
    /// Finds the parts of a file of weights; nothing is copied but the parameters, and each feature is
    /// looked at once.
    ///
    /// # Errors
    /// If the file does not begin with [`MAGIC`] or its length does not fit its head.
    pub fn read(bytes: &'a [u8]) -> Result<Self, Malformed> {
        let mut rest = bytes;
        let mut take = |n: usize| {
            let (part, after) = rest.split_at_checked(n).ok_or(Malformed)?;
            rest = after;
            Ok(part)
        };
        let head = take(20)?;
        let [magic, bucket_bits, features, weights, parameters] = [0, 1, 2, 3, 4].map(|i| u32_at(head, i));
        if magic != MAGIC || !(1..=15).contains(&bucket_bits) {
            return Err(Malformed);
        }
        let (features, weights, parameters) = (features as usize, weights as usize, parameters as usize);
        let parameters = take(4 * parameters)?;
        let mut read = Self {
            rows: Rows::new(0, bucket_bits + 16),
            bucket_bits,
            parameters: (0..parameters.len() / 4).map(|i| f32::from_bits(u32_at(parameters, i))).collect(),
            buckets: take(4 * ((1 << bucket_bits) + 1))?,
            bucket_weights: take(4 << bucket_bits)?,
            fingerprints: take(2 * features)?,
            lengths: take(features)?,
            slots: take(weights)?,
            values: take(weights)?,
        };
        if !rest.is_empty() {
            return Err(Malformed);
        }
        read.rows = read.lay_out()?;
        Ok(read)
    }

    /// Finds the features that have no slot beyond one row.
    fn lay_out(&self) -> Result<Rows, Malformed> {
        let mut found: Vec<(u32, [i8; LABELS])> = Vec::new();
        let mut weight = 0;
        for bucket in 0..1 << self.bucket_bits {
            for at in u32_at(self.buckets, bucket) as usize..u32_at(self.buckets, bucket + 1) as usize {
                let fingerprint = self.fingerprints.get(2 * at..2 * at + 2).ok_or(Malformed)?;
                let end = weight + usize::from(self.lengths[at]);
                let slots = self.slots.get(weight..end).ok_or(Malformed)?;
                if slots.iter().all(|&slot| usize::from(slot) < LABELS) {
                    let mut row = [0; LABELS];
                    for (&slot, &value) in slots.iter().zip(&self.values[weight..end]) {
                        row[usize::from(slot)] = value as i8;
                    }
                    found.push((key(bucket, u16::from_le_bytes([fingerprint[0], fingerprint[1]])), row));
                }
                weight = end;
            }
        }
        let mut rows = Rows::new(found.len(), self.bucket_bits + 16);
        for (key, row) in found {
            let (at, _) = rows.place(key);
            rows.keys[at] = key + 1;
            rows.values[at] = row;
        }
        Ok(rows)
    }

    /// Adds the weights of a feature that has one row, in units of [`UNIT`].
    #[inline]
    pub fn add_row(&self, feature: u64, scores: &mut [i16; LABELS]) {
        let (bucket, fingerprint) = place(feature, self.bucket_bits);
        let (at, found) = self.rows.place(key(bucket, fingerprint));
        if found {
            for (score, &value) in scores.iter_mut().zip(&self.rows.values[at]) {
                *score += i16::from(value);
            }
        }
    }

    /// The weights of a feature: slots, and the values for them in units of [`UNIT`].
    #[inline]
    #[must_use]
    pub fn of(&self, feature: u64) -> (&[u8], &[u8]) {
        let (bucket, fingerprint) = place(feature, self.bucket_bits);
        let (from, to) = (u32_at(self.buckets, bucket) as usize, u32_at(self.buckets, bucket + 1) as usize);
        let wanted = fingerprint.to_le_bytes();
        let Some(at) = self.fingerprints[2 * from..2 * to].chunks_exact(2).position(|f| f == wanted) else {
            return (&[], &[]);
        };
        let skip: usize = self.lengths[from..from + at].iter().map(|&n| usize::from(n)).sum();
        let start = u32_at(self.bucket_weights, bucket) as usize + skip;
        let range = start..start + usize::from(self.lengths[from + at]);
        (&self.slots[range.clone()], &self.values[range])
    }

    /// Adds the weights of a feature to the slots of `scores`. About one feature in ten thousand that is
    /// not in the file passes for another that is.
    #[inline]
    pub fn add(&self, feature: u64, scores: &mut [i16]) {
        let (slots, values) = self.of(feature);
        for (&slot, &value) in slots.iter().zip(values) {
            if let Some(score) = scores.get_mut(usize::from(slot)) {
                *score += i16::from(value as i8);
            }
        }
    }
}

/// Writes a file of weights. `features` lists each feature once, with its slots and values.
///
/// # Panics
/// If a feature has more than 255 weights.
#[must_use]
pub fn write(features: &[(u64, Vec<(u8, i8)>)], parameters: &[f32]) -> Vec<u8> {
    let bucket_bits = (features.len() as u32 / 6).next_power_of_two().ilog2().clamp(1, 15);
    let entry = |(feature, weights): &'_ (u64, Vec<(u8, i8)>)| {
        let (bucket, fingerprint) = place(*feature, bucket_bits);
        (bucket, fingerprint, weights.clone())
    };
    let mut entries: Vec<_> = features.iter().map(entry).collect();
    entries.sort_by_key(|(bucket, fingerprint, _)| (*bucket, *fingerprint));
    // Two features that cannot be told apart: the one with more weights stays.
    entries.dedup_by(|later, first| {
        let same = (later.0, later.1) == (first.0, first.1);
        if same && later.2.len() > first.2.len() {
            std::mem::swap(later, first);
        }
        same
    });
    let weights: usize = entries.iter().map(|e| e.2.len()).sum();
    let mut out = Vec::new();
    let mut put = |n: u32| out.extend_from_slice(&n.to_le_bytes());
    for n in [MAGIC, bucket_bits, entries.len() as u32, weights as u32, parameters.len() as u32] {
        put(n);
    }
    for p in parameters {
        put(p.to_bits());
    }
    let mut first = 0;
    let mut firsts_of_weights = Vec::new();
    let mut weight = 0;
    for bucket in 0..1 << bucket_bits {
        put(first as u32);
        firsts_of_weights.push(weight as u32);
        while first < entries.len() && entries[first].0 == bucket {
            weight += entries[first].2.len();
            first += 1;
        }
    }
    put(first as u32);
    for n in firsts_of_weights {
        put(n);
    }
    for e in &entries {
        out.extend_from_slice(&e.1.to_le_bytes());
    }
    for e in &entries {
        out.push(u8::try_from(e.2.len()).expect("at most 255 weights a feature"));
    }
    out.extend(entries.iter().flat_map(|e| e.2.iter().map(|w| w.0)));
    out.extend(entries.iter().flat_map(|e| e.2.iter().map(|w| w.1 as u8)));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let features: Vec<(u64, Vec<(u8, i8)>)> =
            (0..1000u64).map(|i| (i * i + 7, (0..i % 5).map(|s| (s as u8, (i % 100) as i8 - 50)).collect())).collect();
        let bytes = write(&features, &[0.5, -2.0]);
        let weights = Weights::read(&bytes).expect("whole");
        assert_eq!(weights.parameters, [0.5, -2.0]);
        for (feature, expected) in &features {
            let (slots, values) = weights.of(*feature);
            let found: Vec<(u8, i8)> = slots.iter().zip(values).map(|(&s, &v)| (s, v as i8)).collect();
            assert_eq!(&found, expected);
        }
        assert!(weights.of(3).0.is_empty());
    }

    #[test]
    fn a_damaged_file_is_refused() {
        let bytes = write(&[(1, vec![(0, 1)])], &[]);
        for n in 0..bytes.len() {
            assert!(Weights::read(&bytes[..n]).is_err());
        }
        let longer = [bytes.as_slice(), &[0]].concat();
        assert!(Weights::read(&longer).is_err());
    }
}
