//! Products of vectors and matrices in whole numbers.

use wide::{i16x16, i32x8};

use crate::model::math::ROUND;

/// Units that make one, for the numbers that go into a matrix.
pub(super) const ONE: f32 = 512.0;

/// Outputs that are worked out side by side in one number of the processor.
const LANES: usize = 8;

/// A matrix laid out for products of pairs: by block of [`LANES`] outputs, pair of inputs.
#[derive(Debug, Clone)]
pub(super) struct Matrix {
    pairs: Vec<i16x16>,
    outputs: usize,
    /// What a whole number that comes out is worth, if what goes in is worth one.
    unit: f32,
}

impl Matrix {
    pub(super) fn new(bytes: &[u8], outputs: usize, unit: f32) -> Self {
        let at = |i: usize, o: usize| i16::from(bytes[i * outputs + o] as i8);
        let inputs = bytes.len() / outputs;
        let blocks = (0..outputs).step_by(LANES);
        let pair = |o: usize, i: usize| i16x16::new(std::array::from_fn(|lane| at(i + lane % 2, o + lane / 2)));
        let pairs = blocks.flat_map(|o| (0..inputs).step_by(2).map(move |i| pair(o, i))).collect();
        Self { pairs, outputs, unit }
    }

    /// Multiplies numbers, of which there are an even number.
    pub(super) fn times(&self, input: &[i16], unit: f32, out: &mut [f32]) {
        debug_assert_eq!(out.len(), self.outputs);
        let (input, unit) = (input.as_chunks().0, self.unit * unit);
        // As many blocks at once as there are registers for: sums that wait for each other take longer.
        let blocks = self.outputs / LANES;
        let (four, two) = (blocks / 4 * 4, blocks / 2 * 2);
        let (a, rest) = self.pairs.split_at(four * input.len());
        let (b, c) = rest.split_at((two - four) * input.len());
        let (to_a, rest) = out.split_at_mut(four * LANES);
        let (to_b, to_c) = rest.split_at_mut((two - four) * LANES);
        several::<4>(a, input, unit, to_a);
        several::<2>(b, input, unit, to_b);
        one(c, input, unit, to_c);
    }
}

/// Products for so many blocks at once.
fn several<const BLOCKS: usize>(pairs: &[i16x16], input: &[[i16; 2]], unit: f32, out: &mut [f32]) {
    for (out, blocks) in out.chunks_exact_mut(BLOCKS * LANES).zip(pairs.chunks_exact(BLOCKS * input.len())) {
        let blocks: [&[i16x16]; BLOCKS] = std::array::from_fn(|n| &blocks[n * input.len()..][..input.len()]);
        let mut sums = [i32x8::ZERO; BLOCKS];
        for (i, two) in input.iter().enumerate() {
            let two = beside(*two);
            for (sum, block) in sums.iter_mut().zip(blocks) {
                *sum += two.dot(block[i]);
            }
        }
        for (out, sum) in out.as_chunks_mut::<LANES>().0.iter_mut().zip(sums) {
            *out = sum.to_array().map(|s| s as f32 * unit);
        }
    }
}

/// Products for one block, in four sums over parts of the input.
fn one(pairs: &[i16x16], input: &[[i16; 2]], unit: f32, out: &mut [f32]) {
    for out in out.as_chunks_mut::<LANES>().0 {
        let mut sums = [i32x8::ZERO; 4];
        for (pairs, input) in pairs.chunks(4).zip(input.chunks(4)) {
            for ((sum, pair), two) in sums.iter_mut().zip(pairs).zip(input) {
                *sum += beside(*two).dot(*pair);
            }
        }
        let [a, b, c, d] = sums;
        *out = (a + b + (c + d)).to_array().map(|s| s as f32 * unit);
    }
}

/// The same two numbers for each of the outputs.
fn beside(two: [i16; 2]) -> i16x16 {
    bytemuck::cast(i32x8::splat(bytemuck::cast(two)))
}

/// Numbers in units of 1/[`ONE`]; those too great are cut off.
pub(super) fn whole<const N: usize>(numbers: &[f32; N]) -> [i16; N] {
    // A conversion would keep the loop from being vectorized.
    let (least, most) = (f32::from(i16::MIN), f32::from(i16::MAX));
    numbers.map(|x| ((x * ONE).clamp(least, most) + ROUND).to_bits() as i16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn multiplies_as_it_is_defined() {
        // Blocks by four, by two and alone.
        let (inputs, outputs) = (6, 56);
        let bytes: Vec<u8> = (0..inputs * outputs).map(|n| (n * 37 % 255) as u8).collect();
        let vector = [0.5, -1.25, 3.0, 0.0, 2.0, -0.25];
        let mut out = [0.0; 56];
        Matrix::new(&bytes, outputs, 0.25 / ONE).times(&whole(&vector), 2.0, &mut out);
        for (o, &product) in out.iter().enumerate() {
            let sum: f32 = (0..inputs).map(|i| vector[i] * f32::from(bytes[i * outputs + o] as i8)).sum();
            assert_eq!(product, sum * 0.5, "output {o}");
        }
    }

    #[test]
    fn numbers_too_great_are_cut_off() {
        assert_eq!(whole(&[1e9, -1e9, 0.4 / ONE, -0.6 / ONE]), [i16::MAX, i16::MIN, 0, -1]);
    }
}
