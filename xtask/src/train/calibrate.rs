//! Confidence that means what it says: logistic regression on proposals for articles not learned from.

use sayso::model::math;
use sayso::model::signs::{SIGNS, Signs};

/// Steps of gradient descent.
const STEPS: usize = 3000;

const RATE: f64 = 0.5;

/// Weight of the squared penalty, against the mean loss.
const L2: f64 = 1e-4;

/// The weights of the signs, and last the intercept, that make right proposals likeliest.
pub(super) fn calibrate(examples: &[(Signs, bool)]) -> [f32; SIGNS + 1] {
    let count = examples.len().max(1) as f64;
    let mean = |of: &dyn Fn(&Signs) -> f64| examples.iter().map(|(signs, _)| of(signs)).sum::<f64>() / count;
    let means: [f64; SIGNS] = std::array::from_fn(|i| mean(&|signs| f64::from(signs[i])));
    // Signs of one spread need one step.
    let spreads: [f64; SIGNS] =
        std::array::from_fn(|i| mean(&|signs| (f64::from(signs[i]) - means[i]).powi(2)).sqrt().max(1e-6));
    let scaled: Vec<([f64; SIGNS], f64)> = examples
        .iter()
        .map(|(signs, right)| {
            let signs = std::array::from_fn(|i| (f64::from(signs[i]) - means[i]) / spreads[i]);
            (signs, f64::from(u8::from(*right)))
        })
        .collect();
    let (mut weights, mut intercept) = ([0.0; SIGNS], 0.0);
    for _ in 0..STEPS {
        let (mut gradient, mut sum_of_misses) = ([0.0; SIGNS], 0.0);
        for (signs, right) in &scaled {
            let sum: f64 = intercept + weights.iter().zip(signs).map(|(w, s)| w * s).sum::<f64>();
            let miss = right - f64::from(math::logistic(sum as f32));
            sum_of_misses += miss;
            for (g, s) in gradient.iter_mut().zip(signs) {
                *g += miss * s;
            }
        }
        intercept += RATE * sum_of_misses / count;
        for (w, g) in weights.iter_mut().zip(gradient) {
            *w += RATE * (g / count - L2 * *w);
        }
    }
    let shift: f64 = (0..SIGNS).map(|i| weights[i] * means[i] / spreads[i]).sum();
    std::array::from_fn(|i| if i < SIGNS { weights[i] / spreads[i] } else { intercept - shift } as f32)
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
