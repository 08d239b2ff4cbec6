//! How often an attribution is right, content and source, by where it comes from: measured on held-out
//! folds of the training articles.

use crate::document::Category;

/// Of a set phrase.
pub(super) const FRAME: f32 = 0.75;

/// What share of the proposals that no turn is about is right, by how sure the model is of them; between
/// the points it rises in a straight line.
const MODEL: [(f32, f32); 6] = [(0.0, 0.25), (0.5, 0.42), (0.8, 0.55), (0.9, 0.63), (0.95, 0.7), (1.0, 0.82)];

/// By how much more often one with words in quotation marks is right.
const QUOTED: f32 = 0.05;

/// Of a proposal that no turn is about.
pub(super) fn of_model(confidence: f32, category: Category) -> f32 {
    let above = MODEL.partition_point(|&(x, _)| x < confidence).clamp(1, MODEL.len() - 1);
    let ((x0, y0), (x1, y1)) = (MODEL[above - 1], MODEL[above]);
    let share = y0 + (y1 - y0) * ((confidence - x0) / (x1 - x0)).clamp(0.0, 1.0);
    if category == Category::Indirect { share } else { share + QUOTED }
}

/// Of a turn, given whether the model sees the same words, and whether it is a whole statement.
pub(super) fn of_turn(seen: bool, whole: bool) -> f32 {
    match (seen, whole) {
        (true, true) => 0.95,
        (true, false) => 0.85,
        (false, true) => 0.7,
        (false, false) => 0.55,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_surer_the_model_the_likelier() {
        let values: Vec<f32> = (0..=100).map(|n| of_model(n as f32 / 100.0, Category::Indirect)).collect();
        assert!(values.is_sorted());
        assert!(values[0] >= 0.0 && values[100] + QUOTED <= 1.0);
    }
}
