//! How often an attribution is right, content and source, by where it comes from: measured on held-out
//! folds of the training articles. The model says it for its own proposals.

/// Of a set phrase.
pub(super) const FRAME: f32 = 0.75;

/// Of a turn, given whether the model sees the same words, and whether it is a whole statement.
pub(super) fn of_turn(seen: bool, whole: bool) -> f32 {
    match (seen, whole) {
        (true, true) => 0.95,
        (true, false) => 0.85,
        (false, true) => 0.7,
        (false, false) => 0.55,
    }
}
