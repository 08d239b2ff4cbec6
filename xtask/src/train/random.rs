//! Numbers that look random and are the same each time: xorshift (Marsaglia, 2003).

/// Where such numbers are made.
pub(super) struct Random(u64);

impl Random {
    /// The same numbers for the same seed, which is not 0.
    pub(super) fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// Between 0 and 1.
    pub(super) fn share(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1 << 24) as f32
    }

    /// Between -`most` and `most`.
    pub(super) fn around_zero(&mut self, most: f32) -> f32 {
        (2.0 * self.share() - 1.0) * most
    }

    /// Puts things into another order (Fisher and Yates).
    pub(super) fn shuffle<T>(&mut self, things: &mut [T]) {
        for i in (1..things.len()).rev() {
            things.swap(i, (self.next() % (i as u64 + 1)) as usize);
        }
    }
}

impl Default for Random {
    fn default() -> Self {
        Self::seeded(0x2545_F491_4F6C_DD1D)
    }
}
