//! How likely it is that a sentence states something contested, by all that can be seen of it.
//!
//! Logistic regression over the sparse [`super::sentence_features`], learned from annotated training articles by
//! `cargo xtask train --data DIR --contest`; `docs/MODEL.md` says how and how well.

use std::sync::LazyLock;

use super::sentence_features::Sentences;
use crate::document::ContestKind;
use crate::model::chain::LABELS;
use crate::model::weights::{Malformed, Reader as Bytes, Row, Weights};

/// The outputs: whether it is contested; if it is, of which kind, whether by the article itself, and whether by the one
/// who states it.
pub const OUTPUTS: usize = 8;
/// The output for the first of [`KINDS`].
pub const FIRST_KIND: usize = 1;
/// The output for the article's own voice.
pub const BY_ARTICLE: usize = 6;
/// The output for somebody who rejects what nobody else is cited with: "I don't believe that it is so".
pub const BY_ITSELF: usize = 7;
/// The kinds, in the order of their outputs.
pub const KINDS: [ContestKind; 5] =
    [ContestKind::Disputed, ContestKind::Denied, ContestKind::Countered, ContestKind::Alleged, ContestKind::Term];

/// The log-odds of each output.
pub type Odds = [f32; OUTPUTS];

/// The likeliest kind, as an index into [`KINDS`]; the first of those that are equally so.
#[must_use]
pub fn likeliest(odds: &Odds) -> usize {
    (1..KINDS.len()).fold(0, |best, k| if odds[FIRST_KIND + k] > odds[FIRST_KIND + best] { k } else { best })
}

/// Trained weights.
#[derive(Debug)]
pub struct Ranker<'a> {
    weights: Weights<'a>,
    /// What a unit of the weights is worth, by output.
    units: Odds,
    /// Log-odds before any feature.
    first: Odds,
}

/// Lets each feature of a sentence count once.
#[derive(Debug)]
pub(super) struct Seen {
    /// For each feature, the number of the last sentence that had it; the first is 1.
    last: Vec<u32>,
    sentence: u32,
}

impl<'a> Ranker<'a> {
    pub(super) fn nothing_seen(&self) -> Seen {
        Seen { last: vec![0; self.weights.slots()], sentence: 0 }
    }

    pub(super) fn embedded() -> &'static Ranker<'static> {
        static RANKER: LazyLock<Ranker> =
            LazyLock::new(|| Ranker::read(include_bytes!("ranker.bin")).expect("the embedded file is whole"));
        &RANKER
    }

    /// Reads a file that [`write`] wrote.
    ///
    /// # Errors
    /// If the bytes are no such file.
    pub fn read(bytes: &'a [u8]) -> Result<Self, Malformed> {
        let mut reader = Bytes(bytes);
        let weights = Weights::read(&mut reader)?;
        reader.end()?;
        let [units, first] = weights.parameters.as_chunks().0 else { return Err(Malformed) };
        let (units, first) = (*units, *first);
        Ok(Self { weights, units, first })
    }

    /// The log-odds of sentence `n`, and how much each of its tokens says for a contest goes to `tell`.
    pub(super) fn odds(
        &self,
        sentences: &Sentences,
        n: usize,
        seen: &mut Seen,
        mut tell: impl FnMut(usize, i16),
    ) -> Odds {
        let mut odds = self.first;
        // A row for each token: sixteen bits hold two hundred features.
        let mut of = (None, [0; LABELS]);
        let mut flush = |(token, row): (Option<usize>, Row)| {
            odds.iter_mut().zip(row).zip(self.units).for_each(|((o, r), u)| *o += f32::from(r) * u);
            if let Some(token) = token {
                tell(token, row[0]);
            }
        };
        seen.sentence += 1;
        sentences.features(n, |token, feature| {
            if token != of.0 {
                flush(std::mem::replace(&mut of, (token, [0; LABELS])));
            }
            if let Some(slot) = self.weights.slot(feature)
                && std::mem::replace(&mut seen.last[slot], seen.sentence) != seen.sentence
            {
                self.weights.add_slot(slot, &mut of.1);
            }
        });
        flush(of);
        odds
    }
}

/// Writes a file of weights: for each feature its weights by output, and the log-odds before any.
#[must_use]
pub fn write(features: &[(u64, Odds)], first: Odds) -> Vec<u8> {
    let most = |o: usize| features.iter().fold(f32::MIN_POSITIVE, |most, (_, w)| most.max(w[o].abs()));
    let units: Odds = std::array::from_fn(|o| most(o) / 127.0);
    let rows = features.iter().map(|(feature, weights)| {
        let bytes = weights.iter().zip(units).map(|(w, unit)| (w / unit).round() as i8);
        (*feature, bytes.enumerate().map(|(o, byte)| (o as u8, byte)).collect())
    });
    let parameters = [units, first].concat();
    crate::model::weights::write(&rows.collect::<Vec<(u64, Vec<(u8, i8)>)>>(), &parameters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let features =
            [(7, [1.27, 0.0, -0.5, 0.0, 0.0, 0.0, 2.0, 1.0]), (9, [-0.63, 0.0, 0.25, 0.0, 0.0, 0.0, 1.0, -0.5])];
        let bytes = write(&features, [-2.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.5, -1.0]);
        let ranker = Ranker::read(&bytes).expect("whole");
        assert_eq!(ranker.first, [-2.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.5, -1.0]);
        for (feature, weights) in features {
            let mut row = [0; LABELS];
            ranker.weights.add_row(feature, &mut row);
            for ((weight, read), unit) in weights.iter().zip(row).zip(ranker.units) {
                assert!((weight - f32::from(read) * unit).abs() <= unit / 2.0 + 1e-6, "{weight} {read}");
            }
        }
        for n in 0..bytes.len() {
            assert!(Ranker::read(&bytes[..n]).is_err());
        }
    }

    #[test]
    fn the_first_of_the_likeliest_kinds() {
        assert_eq!(likeliest(&[0.0, 1.0, 1.0, 0.5, 0.0, 0.0, 9.0, 9.0]), 0);
        assert_eq!(KINDS[likeliest(&[9.0, 1.0, 0.0, 2.0, 0.0, 0.0, 0.0, 0.0])], ContestKind::Countered);
    }
}
