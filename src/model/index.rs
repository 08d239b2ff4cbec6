//! A set of hashes that is looked up where it lies, in one look.
//!
//! Perfect hashing by displacement (Belazzougui, Botelho and Dietzfelbinger, *Hash, displace, and compress*,
//! ESA 2009). The highest bits of a hash choose a bucket; the bucket's displacement, found when the set is
//! written, sends each of its members to a slot of its own. A fingerprint of 16 bits in the slot tells members
//! from others: of 65,000 hashes that are not in the set, one passes for a member.
//!
//! As bytes, in little-endian order:
//!
//! | part | type | entries |
//! |---|---|---|
//! | bucket bits, slots | `u32` | 2 |
//! | displacement of each bucket | `u16` | 2ᵇ |
//! | fingerprint of each slot, 0 where it is empty | `u16` | slots |

use super::hash;
use super::weights::{Malformed, Reader};

/// A set of hashes, each with a slot below [`Index::slots`].
#[derive(Debug, Clone)]
pub(super) struct Index<'a> {
    /// How far the bucket's bits are from the lowest.
    shift: u32,
    displacements: &'a [[u8; 2]],
    fingerprints: &'a [[u8; 2]],
}

/// The highest bits of a hash that count, 16 more being the fingerprint.
const HIGH_BITS: u32 = 13;

/// Members in a bucket, on average at most.
const BUCKET: usize = 4;

/// What of a hash counts: its highest bits, and below them the fingerprint.
fn key(feature: u64) -> u32 {
    let hash = hash::join(feature, 0);
    ((hash >> (64 - HIGH_BITS)) as u32) << 16 | u32::from((hash >> 16) as u16)
}

/// The slot of a key, among so many.
fn slot(key: u32, displacement: u16, slots: usize) -> usize {
    let mixed = (key ^ u32::from(displacement).wrapping_mul(0x9E37_79B1)).wrapping_mul(0x85EB_CA6B);
    ((u64::from(mixed) * slots as u64) >> 32) as usize
}

impl<'a> Index<'a> {
    pub(super) fn read(reader: &mut Reader<'a>) -> Result<Self, Malformed> {
        let (bits, slots) = (reader.number()?, reader.number()? as usize);
        if bits > HIGH_BITS || slots == 0 {
            return Err(Malformed);
        }
        let shift = HIGH_BITS + 16 - bits;
        Ok(Self { shift, displacements: reader.entries(1 << bits)?, fingerprints: reader.entries(slots)? })
    }

    /// How many slots there are; some are empty.
    pub(super) fn slots(&self) -> usize {
        self.fingerprints.len()
    }

    /// The slot that a feature has if it is in the set, and whether it is.
    #[inline]
    pub(super) fn slot(&self, feature: u64) -> (usize, bool) {
        let key = key(feature);
        let displacement = u16::from_le_bytes(self.displacements[(key >> self.shift) as usize]);
        let slot = slot(key, displacement, self.fingerprints.len());
        (slot, u16::from_le_bytes(self.fingerprints[slot]) == key as u16)
    }

    /// The slot of a feature, if it is in the set.
    #[inline]
    pub(super) fn find(&self, feature: u64) -> Option<usize> {
        let (slot, found) = self.slot(feature);
        found.then_some(slot)
    }
}

/// Lays out an index: its bytes, and which feature is in each slot. Of features that cannot be told apart, one
/// has a slot.
pub(super) fn write(features: &[u64], out: &mut Vec<u8>) -> Vec<Option<usize>> {
    let bits = (features.len() / BUCKET).next_power_of_two().ilog2().min(HIGH_BITS);
    let mut keys: Vec<(u32, usize)> = features.iter().enumerate().map(|(n, &f)| (key(f), n)).collect();
    keys.sort_unstable();
    keys.dedup_by_key(|k| k.0);
    let mut buckets: Vec<&[(u32, usize)]> = keys.chunk_by(|a, b| bucket(a.0, bits) == bucket(b.0, bits)).collect();
    // Full buckets first, while there is room.
    buckets.sort_by_key(|b| std::cmp::Reverse(b.len()));
    let mut room = keys.len() / 32 + 1;
    let (displacements, slots) = loop {
        match displace(&buckets, bits, keys.len() + room) {
            Some(done) => break done,
            None => room *= 2,
        }
    };
    out.extend(bits.to_le_bytes());
    out.extend((slots.len() as u32).to_le_bytes());
    out.extend(displacements.iter().flat_map(|d| d.to_le_bytes()));
    out.extend(slots.iter().flat_map(|s| s.map_or(0, |(key, _)| key as u16).to_le_bytes()));
    slots.into_iter().map(|s| s.map(|(_, n)| n)).collect()
}

fn bucket(key: u32, bits: u32) -> usize {
    (key >> (HIGH_BITS + 16 - bits)) as usize
}

/// A key with the number of its feature, or nothing.
type Slot = Option<(u32, usize)>;

/// Finds a displacement for each bucket, if there is one.
fn displace(buckets: &[&[(u32, usize)]], bits: u32, slots: usize) -> Option<(Vec<u16>, Vec<Slot>)> {
    let mut displacements = vec![0; 1 << bits];
    let mut taken: Vec<Slot> = vec![None; slots];
    for members in buckets {
        let fits = |displacement: &u16| {
            let mut places: Vec<usize> = members.iter().map(|m| slot(m.0, *displacement, slots)).collect();
            places.sort_unstable();
            places.iter().all(|&p| taken[p].is_none()) && places.windows(2).all(|w| w[0] < w[1])
        };
        let displacement = (0..=u16::MAX).find(fits)?;
        displacements[bucket(members[0].0, bits)] = displacement;
        for &member in *members {
            taken[slot(member.0, displacement, slots)] = Some(member);
        }
    }
    Some((displacements, taken))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_member_has_a_slot_of_its_own_and_few_others_have_one() {
        for count in [0, 1, 2, 100, 30_000u64] {
            let features: Vec<u64> = (0..count).map(|n| n * 7 + 1).collect();
            let mut bytes = Vec::new();
            let of = write(&features, &mut bytes);
            let index = Index::read(&mut Reader(&bytes)).expect("whole");
            assert_eq!(index.slots(), of.len());
            assert!(of.len() <= features.len() * 17 / 16 + 1);
            let mut lost = 0;
            for (n, &feature) in features.iter().enumerate() {
                let slot = index.find(feature).expect("it is in the set");
                lost += usize::from(of[slot] != Some(n));
            }
            // Two in thirty thousand may be alike in all bits that count.
            assert!(lost <= 4, "{lost}");
            let strangers = (0..100_000u64).filter(|n| index.find(n * 7 + 2).is_some()).count();
            assert!(strangers < 12, "{strangers}");
        }
    }
}
