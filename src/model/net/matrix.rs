//! Products of vectors and matrices in whole numbers.

use wide::{i16x8, i32x4};

/// Units that make one, for the numbers that go into a matrix.
pub(super) const ONE: f32 = 512.0;

/// A matrix laid out for products of pairs: by block of four outputs, pair of inputs.
#[derive(Debug, Clone)]
pub(super) struct Matrix {
    pairs: Vec<i16x8>,
    outputs: usize,
    /// What a whole number that comes out is worth, if what goes in is worth one.
    unit: f32,
}

impl Matrix {
    pub(super) fn new(bytes: &[u8], outputs: usize, unit: f32) -> Self {
        let at = |i: usize, o: usize| i16::from(bytes[i * outputs + o] as i8);
        let inputs = bytes.len() / outputs;
        let blocks = (0..outputs).step_by(4);
        let pair = |o: usize, i: usize| i16x8::new(std::array::from_fn(|lane| at(i + lane % 2, o + lane / 2)));
        let pairs = blocks.flat_map(|o| (0..inputs).step_by(2).map(move |i| pair(o, i))).collect();
        Self { pairs, outputs, unit }
    }

    /// Multiplies numbers, which come in pairs.
    pub(super) fn times(&self, input: &[Pair], unit: f32, out: &mut [f32]) {
        debug_assert_eq!(out.len(), self.outputs);
        let unit = self.unit * unit;
        for (out, blocks) in out.chunks_exact_mut(16).zip(self.pairs.chunks_exact(4 * input.len())) {
            let mut sums = [i32x4::ZERO; 4];
            let (a, rest) = blocks.split_at(input.len());
            let (b, rest) = rest.split_at(input.len());
            let (c, d) = rest.split_at(input.len());
            for ((((x, a), b), c), d) in input.iter().zip(a).zip(b).zip(c).zip(d) {
                // Four times the same two numbers, beside those of four outputs.
                let x: i16x8 = bytemuck::cast(i32x4::splat(*x));
                sums[0] += x.dot(*a);
                sums[1] += x.dot(*b);
                sums[2] += x.dot(*c);
                sums[3] += x.dot(*d);
            }
            for (out, sum) in out.as_chunks_mut::<4>().0.iter_mut().zip(sums) {
                *out = sum.to_array().map(|s| s as f32 * unit);
            }
        }
    }
}

/// Two numbers of 16 bits, the first in the lower half.
pub(super) type Pair = i32;

/// Two whole numbers, which must have room in 16 bits.
pub(super) fn pair([low, high]: [i32; 2]) -> Pair {
    high << 16 | low & 0xFFFF
}

/// Numbers in units of 1/[`ONE`], in pairs; those too great are cut off.
pub(super) fn pairs(numbers: &[f32], out: &mut [Pair]) {
    let (least, most) = (f32::from(i16::MIN), f32::from(i16::MAX));
    for (out, two) in out.iter_mut().zip(numbers.as_chunks().0) {
        *out = pair(two.map(|x: f32| (x * ONE).clamp(least, most) as i32));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn multiplies_as_it_is_defined() {
        let (inputs, outputs) = (6, 32);
        let bytes: Vec<u8> = (0..inputs * outputs).map(|n| (n * 37 % 255) as u8).collect();
        let vector = [0.5, -1.25, 3.0, 0.0, 2.0, -0.25];
        let mut input = [0; 3];
        pairs(&vector, &mut input);
        let mut out = [0.0; 32];
        Matrix::new(&bytes, outputs, 0.25 / ONE).times(&input, 2.0, &mut out);
        for (o, &product) in out.iter().enumerate() {
            let sum: f32 = (0..inputs).map(|i| vector[i] * f32::from(bytes[i * outputs + o] as i8)).sum();
            assert_eq!(product, sum * 0.5, "output {o}");
        }
    }

    #[test]
    fn numbers_too_great_are_cut_off() {
        let mut out = [0; 2];
        pairs(&[1e9, -1e9, f32::NAN, -1.0 / ONE], &mut out);
        assert_eq!(out, [pair([32_767, -32_768]), pair([0, -1])]);
    }
}
