//! Confidence that means what it says: trees boosted on proposals for articles not learned from.

use sayso::model::math;
use sayso::model::signs::{SIGNS, Signs};
use sayso::model::trees::{DEPTH, Forest, LEAVES, Tree};

/// Trees of a forest.
const TREES: usize = 100;

/// What share of its best score a tree adds.
const RATE: f64 = 0.15;

/// Weight of the squared penalty of a leaf's score.
const L2: f64 = 3.0;

/// Borders that may be asked about, of each sign.
const BORDERS: usize = 63;

/// Sums of what the examples of one leaf pull and of how hard it is to follow: the first and second derivatives
/// of their log-likelihood.
#[derive(Debug, Clone, Copy, Default)]
struct Pull {
    slope: f64,
    curvature: f64,
}

impl Pull {
    fn add(&mut self, other: Self) {
        self.slope += other.slope;
        self.curvature += other.curvature;
    }

    fn without(self, other: Self) -> Self {
        Self { slope: self.slope - other.slope, curvature: self.curvature - other.curvature }
    }

    /// What a leaf gains by its best score.
    fn gain(self) -> f64 {
        self.slope * self.slope / (self.curvature + L2)
    }
}

/// The forest that makes right examples likely.
pub(super) fn learn(examples: &[(Signs, bool)]) -> Forest {
    let right = examples.iter().filter(|(_, right)| *right).count() as f64;
    let first = ((right + 1.0) / (examples.len() as f64 - right + 1.0)).ln();
    let borders: [Vec<f32>; SIGNS] = std::array::from_fn(|sign| borders(examples, sign));
    let bin = |signs: &Signs| -> [u8; SIGNS] {
        std::array::from_fn(|s| borders[s].partition_point(|&border| border < signs[s]) as u8)
    };
    let bins: Vec<[u8; SIGNS]> = examples.iter().map(|(signs, _)| bin(signs)).collect();
    let mut odds = vec![first; examples.len()];
    let mut trees = Vec::with_capacity(TREES);
    for _ in 0..TREES {
        let pull = |((_, right), odds): (&(Signs, bool), &f64)| {
            let chance = f64::from(math::logistic(*odds as f32));
            Pull { slope: f64::from(u8::from(*right)) - chance, curvature: chance * (1.0 - chance) }
        };
        let pulls: Vec<Pull> = examples.iter().zip(&odds).map(pull).collect();
        let (tree, leaves) = grow(&bins, &pulls, &borders);
        for (odds, leaf) in odds.iter_mut().zip(leaves) {
            *odds += f64::from(tree.leaves[leaf]);
        }
        trees.push(tree);
    }
    Forest { first: first as f32, trees }
}

/// Borders between the values of a sign, each with as many examples before it if that can be.
fn borders(examples: &[(Signs, bool)], sign: usize) -> Vec<f32> {
    let mut values: Vec<f32> = examples.iter().map(|(signs, _)| signs[sign]).collect();
    values.sort_unstable_by(f32::total_cmp);
    let mut borders: Vec<f32> =
        (1..=BORDERS).filter_map(|n| values.get(n * values.len() / (BORDERS + 1))).copied().collect();
    borders.dedup();
    // Nothing is greater than the greatest.
    borders.retain(|border| values.last() > Some(border));
    borders
}

/// The tree that follows the pulls best, one question after the other, and the leaf of each example.
fn grow(bins: &[[u8; SIGNS]], pulls: &[Pull], borders: &[Vec<f32>; SIGNS]) -> (Tree, Vec<usize>) {
    let mut leaves = vec![0; bins.len()];
    let mut questions = [(0, f32::INFINITY); DEPTH];
    for (depth, question) in questions.iter_mut().enumerate() {
        let mut sums = vec![[[Pull::default(); BORDERS + 1]; SIGNS]; 1 << depth];
        for ((bins, pull), &leaf) in bins.iter().zip(pulls).zip(&leaves) {
            for (sums, &bin) in sums[leaf].iter_mut().zip(bins) {
                sums[usize::from(bin)].add(*pull);
            }
        }
        let mut best = (f64::NEG_INFINITY, 0, 0);
        for (sign, borders) in borders.iter().enumerate() {
            let mut gains = vec![0.0; borders.len()];
            for leaf in &sums {
                let mut all = Pull::default();
                leaf[sign].iter().for_each(|&pull| all.add(pull));
                let mut below = Pull::default();
                for (gain, &pull) in gains.iter_mut().zip(&leaf[sign]) {
                    below.add(pull);
                    *gain += below.gain() + all.without(below).gain();
                }
            }
            for (border, &gain) in gains.iter().enumerate() {
                if gain > best.0 {
                    best = (gain, sign, border);
                }
            }
        }
        let (gain, sign, border) = best;
        if gain > f64::NEG_INFINITY {
            *question = (sign as u8, borders[sign][border]);
            for (leaf, bins) in leaves.iter_mut().zip(bins) {
                *leaf |= usize::from(usize::from(bins[sign]) > border) << depth;
            }
        }
    }
    let mut sums = [Pull::default(); LEAVES];
    for (pull, &leaf) in pulls.iter().zip(&leaves) {
        sums[leaf].add(*pull);
    }
    let scores = sums.map(|pull| (RATE * pull.slope / (pull.curvature + L2)) as f32);
    (Tree { questions, leaves: scores }, leaves)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signs(all: &[(usize, f32)]) -> Signs {
        let mut signs = [0.0; SIGNS];
        for &(n, sign) in all {
            signs[n] = sign;
        }
        signs
    }

    #[test]
    fn finds_the_odds() {
        // Three of four are right, whatever the signs.
        let examples: Vec<(Signs, bool)> = (0..400).map(|i| (signs(&[]), i % 4 > 0)).collect();
        assert!((learn(&examples).chance(&signs(&[])) - 0.75).abs() < 0.01);
    }

    #[test]
    fn finds_what_two_signs_mean_together() {
        let example = |i: u32| {
            let (a, b) = (i % 7, i % 11);
            (signs(&[(3, a as f32), (8, b as f32)]), (a > 3) != (b > 5))
        };
        let forest = learn(&(0..2000).map(example).collect::<Vec<_>>());
        for i in 0..77 {
            let (signs, right) = example(i);
            assert_eq!(forest.chance(&signs) > 0.5, right, "{i}");
        }
    }
}
