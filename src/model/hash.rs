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
