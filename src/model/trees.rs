//! Boosted decision trees (Friedman, *Annals of Statistics*, 2001), all of whose nodes at one depth ask the same
//! (Prokhorenkova et al., *CatBoost*, NeurIPS 2018): the answers, as bits, are the number of the leaf.

use super::math;
use super::signs::{SIGNS, Signs};
use super::weights::{Malformed, Reader};

/// Questions of a tree.
pub const DEPTH: usize = 4;

/// Leaves of a tree.
pub const LEAVES: usize = 1 << DEPTH;

/// A tree.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tree {
    /// Is the sign of this number, below [`SIGNS`], greater than this? The first answer is the lowest bit.
    pub questions: [(u8, f32); DEPTH],
    /// What each leaf adds to the log-odds.
    pub leaves: [f32; LEAVES],
}

impl Tree {
    /// What the tree adds to the log-odds.
    #[must_use]
    pub fn score(&self, signs: &Signs) -> f32 {
        let bits = self.questions.iter().enumerate();
        let leaf: usize = bits.map(|(n, &(sign, border))| usize::from(signs[usize::from(sign)] > border) << n).sum();
        self.leaves[leaf]
    }
}

/// Trees whose scores are added up.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Forest {
    /// Log-odds before any tree.
    pub first: f32,
    /// The trees.
    pub trees: Vec<Tree>,
}

impl Forest {
    /// The chance of what the forest was learned for.
    #[must_use]
    pub fn chance(&self, signs: &Signs) -> f32 {
        math::logistic(self.first + self.trees.iter().map(|tree| tree.score(signs)).sum::<f32>())
    }

    pub(super) fn read(reader: &mut Reader) -> Result<Self, Malformed> {
        let count = reader.number()? as usize;
        let first = f32::from_le_bytes(reader.entries(1)?[0]);
        let numbers = reader.entries::<DEPTH>(count)?;
        let borders = reader.entries::<4>(count.checked_mul(DEPTH).ok_or(Malformed)?)?.as_chunks::<DEPTH>().0;
        let leaves = reader.entries::<4>(count.checked_mul(LEAVES).ok_or(Malformed)?)?.as_chunks::<LEAVES>().0;
        if numbers.as_flattened().iter().any(|&sign| usize::from(sign) >= SIGNS) {
            return Err(Malformed);
        }
        let all = numbers.iter().zip(borders).zip(leaves);
        let trees = all.map(|((signs, borders), leaves)| Tree {
            questions: std::array::from_fn(|n| (signs[n], f32::from_le_bytes(borders[n]))),
            leaves: leaves.map(f32::from_le_bytes),
        });
        Ok(Self { first, trees: trees.collect() })
    }

    /// Adds the forest to a file of weights.
    pub fn write(&self, out: &mut Vec<u8>) {
        out.extend((self.trees.len() as u32).to_le_bytes());
        out.extend(self.first.to_le_bytes());
        let questions = || self.trees.iter().flat_map(|tree| tree.questions);
        out.extend(questions().map(|(sign, _)| sign));
        out.extend(questions().flat_map(|(_, border)| border.to_le_bytes()));
        out.extend(self.trees.iter().flat_map(|tree| tree.leaves).flat_map(f32::to_le_bytes));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_lead_to_leaves() {
        let tree =
            Tree { questions: [(0, 0.5), (1, 0.5), (0, 1.5), (2, -1.0)], leaves: std::array::from_fn(|n| n as f32) };
        let signs = |first: f32, second: f32, third: f32| {
            let mut signs = [0.0; SIGNS];
            signs[..3].copy_from_slice(&[first, second, third]);
            signs
        };
        assert_eq!(tree.score(&signs(0.5, 0.5, -1.0)), 0.0);
        assert_eq!(tree.score(&signs(1.0, 0.0, -1.0)), 1.0);
        assert_eq!(tree.score(&signs(2.0, 1.0, 0.0)), 15.0);
        assert_eq!(tree.score(&signs(f32::NAN, 1.0, 0.0)), 10.0);
    }

    #[test]
    fn a_forest_is_read_as_it_was_written_or_refused() {
        let tree = |n: usize| Tree {
            questions: std::array::from_fn(|d| ((n + d) as u8, n as f32)),
            leaves: std::array::from_fn(|leaf| (n * leaf) as f32),
        };
        let forest = Forest { first: -0.5, trees: (0..5).map(tree).collect() };
        let mut bytes = Vec::new();
        forest.write(&mut bytes);
        assert_eq!(Forest::read(&mut Reader(&bytes)).as_ref(), Ok(&forest));
        for n in 0..bytes.len() {
            assert_eq!(Forest::read(&mut Reader(&bytes[..n])), Err(Malformed));
        }
        // A question about a sign that there is not.
        bytes[8] = SIGNS as u8;
        assert_eq!(Forest::read(&mut Reader(&bytes)), Err(Malformed));
    }
}
