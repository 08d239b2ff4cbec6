//! Confidence that means what it says: logistic regression on proposals for articles not learned from.

use sayso::model::decode::{SIGNS, Signs};
use sayso::model::math;

/// Steps of gradient descent.
const STEPS: usize = 2000;

const RATE: f32 = 0.3;

/// The weights of the signs, and last the intercept, that make right proposals likeliest.
pub(super) fn calibrate(examples: &[(Signs, bool)]) -> [f32; SIGNS + 1] {
    let mut weights = [0.0; SIGNS + 1];
    let with_one =
        |signs: &Signs| -> [f32; SIGNS + 1] { std::array::from_fn(|i| signs.get(i).copied().unwrap_or(1.0)) };
    for _ in 0..STEPS {
        let mut gradient = [0.0_f64; SIGNS + 1];
        for (signs, right) in examples {
            let signs = with_one(signs);
            let sum: f32 = weights.iter().zip(signs).map(|(w, s)| w * s).sum();
            let miss = f32::from(u8::from(*right)) - math::logistic(sum);
            for (g, s) in gradient.iter_mut().zip(signs) {
                *g += f64::from(miss * s);
            }
        }
        for (w, g) in weights.iter_mut().zip(gradient) {
            *w += RATE * (g / examples.len().max(1) as f64) as f32;
        }
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_odds() {
        // Three of four are right, whatever the signs.
        let examples: Vec<(Signs, bool)> = (0..400).map(|i| ([0.0; SIGNS], i % 4 > 0)).collect();
        let weights = calibrate(&examples);
        assert!((math::logistic(weights[SIGNS]) - 0.75).abs() < 0.01);
    }
}
