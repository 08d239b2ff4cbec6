//! Signs by which a right proposal is told from a wrong one.
//!
//! The second pass knows how likely its path is, but not what the first pass makes of the same words, nor
//! what else is proposed for them. Decision trees weigh all of it.

use std::ops::Range;

use super::link::{Tagged, WINDOW};
use super::spans::{Chances, shared};
use super::tag::Evidence;
use super::trees::Forest;
use super::weights::{Malformed, Reader};
use super::{Proposal, math};
use crate::document::Manner;

/// How many signs there are.
pub const SIGNS: usize = 35;

/// Numbers that speak for or against a proposal.
pub type Signs = [f32; SIGNS];

/// Tells from the signs whether the content is right, and whether the source is if the content is.
#[derive(Debug, Clone, Default)]
pub struct Confidence {
    /// Of the content.
    pub found: Forest,
    /// Of the source, if the content is right.
    pub sourced: Forest,
}

impl Confidence {
    /// The chance that the content is right, and that content and source are.
    #[must_use]
    pub fn chances(&self, signs: &Signs) -> [f32; 2] {
        let found = self.found.chance(signs);
        [found, found * self.sourced.chance(signs)]
    }

    pub(super) fn read(reader: &mut Reader) -> Result<Self, Malformed> {
        Ok(Self { found: Forest::read(reader)?, sourced: Forest::read(reader)? })
    }

    /// Adds it to a file of weights.
    pub fn write(&self, out: &mut Vec<u8>) {
        self.found.write(out);
        self.sourced.write(out);
    }
}

/// The signs that depend on other proposals, the last ones.
const RIVALRY: usize = 4;

/// No chance is taken to be nearer to 0 or 1 than this.
const LEAST: f32 = 1e-3;

fn log_odds(chance: f32) -> f32 {
    math::ln(chance.max(LEAST) / (1.0 - chance).max(LEAST))
}

fn log_length(tokens: usize) -> f32 {
    math::ln(1.0 + tokens as f32)
}

fn is(sign: bool) -> f32 {
    f32::from(u8::from(sign))
}

/// The signs of a proposal that stands alone, with the log-odds that its cue attributes anything and the chances that the
/// second pass gives the rest.
#[must_use]
pub fn alone(evidence: &Evidence, tagged: &[Tagged], proposal: &Proposal, odds: f32, chances: &Chances) -> Signs {
    let Proposal { cue, source, content, manner, .. } = proposal;
    let text = evidence.text;
    let sentence = &text.sentences[text.sentence_of(cue.start)];
    // As far as the second pass looks, lest a sentence without end be gone through for each of its cues.
    let sentence = sentence.start.max(cue.start.saturating_sub(WINDOW))..sentence.end.min(cue.start + WINDOW);
    let (first, end) = (content[0].start, content[content.len() - 1].end);
    let tokens: usize = content.iter().map(ExactSizeIterator::len).sum();
    let over = |ranges: &[Range<usize>], of: fn(&Tagged) -> f32| -> (f32, f32, f32) {
        let (mut sum, mut least, mut most, mut count) = (0.0, f32::INFINITY, f32::NEG_INFINITY, 0);
        for tag in ranges.iter().flat_map(|range| &tagged[range.clone()]) {
            let odds = log_odds(of(tag));
            (sum, least, most, count) = (sum + odds, least.min(odds), most.max(odds), count + 1);
        }
        (sum / count.max(1) as f32, least, most)
    };
    let outside = |t: Option<usize>| t.and_then(|t| tagged.get(t)).map_or(0.0, |tag| log_odds(tag.content));
    let (content_mean, content_least, _) = over(content, |tag| tag.content);
    let (cue_mean, _, cue_most) = over(std::slice::from_ref(cue), |tag| tag.cue);
    let none = log_odds(0.0);
    let source_mean = source.as_ref().map_or(none, |s| over(std::slice::from_ref(s), |tag| tag.source).0);
    let source_best = tagged[sentence.clone()].iter().map(|tag| tag.source).fold(0.0, f32::max);
    let beyond = sentence.clone().filter(|t| !content.iter().any(|range| range.contains(t)));
    let content_beyond = beyond.map(|t| tagged[t].content).fold(0.0, f32::max);
    let quoted = |t: usize| evidence.quoted[t].state > 0;
    let in_quotes = content.iter().flat_map(Clone::clone).filter(|&t| quoted(t)).count();
    let other_cues = sentence.clone().filter(|t| !cue.contains(t) && tagged[*t].cue > 0.5).count();
    let before = source.as_ref().is_some_and(|s| s.start < cue.start);
    let gap = source.as_ref().map_or(0, |s| if before { cue.start - s.end } else { s.start - cue.end });
    let alone = [
        odds,
        log_odds(chances.exact),
        log_odds(chances.found),
        log_odds(chances.touched),
        is(source.is_some()),
        is(before),
        log_length(gap),
        source.as_ref().map_or(0.0, |s| log_length(s.len())),
        source_mean,
        log_odds(source_best),
        log_length(tokens),
        log_length(sentence.len()),
        log_length(content.len() - 1),
        content_mean,
        content_least,
        log_odds(tagged[first].content_begins),
        outside(first.checked_sub(1)),
        outside(Some(end)),
        log_odds(content_beyond),
        cue_mean,
        cue_most,
        log_odds(tagged[cue.start].cue_begins),
        log_length(cue.len()),
        is(*manner == Manner::Speech),
        is(end <= cue.start),
        is(first < cue.start && end > cue.end),
        log_length(if first >= cue.end { first - cue.end } else { cue.start.saturating_sub(end) }),
        is(quoted(first)),
        in_quotes as f32 / tokens as f32,
        is(end + 1 >= sentence.end && end <= sentence.end),
        other_cues.min(4) as f32,
    ];
    let mut signs = [0.0; SIGNS];
    signs[..SIGNS - RIVALRY].copy_from_slice(&alone);
    signs
}

/// Completes the signs of proposals that are in order of their cues: what others lay claim to.
pub fn compare(proposals: &mut [(Proposal, Signs)]) {
    for n in 0..proposals.len() {
        let near = |other: &usize| proposals[*other].0.cue.start.abs_diff(proposals[n].0.cue.start) <= WINDOW;
        let before = (0..n).rev().take_while(near);
        let after = (n + 1..proposals.len()).take_while(near);
        let (mine, signs) = &proposals[n];
        let length = |content: &[Range<usize>]| content.iter().map(ExactSizeIterator::len).sum::<usize>();
        let (mut rival, mut within, mut holds, mut cue_within) = (0.0_f32, 0.0_f32, 0.0_f32, 0.0_f32);
        for other in before.chain(after) {
            let (theirs, their_signs) = &proposals[other];
            let chance = math::logistic(their_signs[0]);
            if theirs.content.iter().any(|range| range.contains(&mine.cue.start)) {
                cue_within = cue_within.max(chance);
            }
            let shared: usize =
                mine.content.iter().map(|a| theirs.content.iter().map(|b| shared(a, b)).sum::<usize>()).sum();
            if shared == 0 {
                continue;
            }
            let (m, t) = (length(&mine.content), length(&theirs.content));
            if their_signs[0] > signs[0] {
                rival = rival.max(shared as f32 / (m + t - shared) as f32);
            }
            if shared == m {
                within = within.max(chance);
            }
            if shared == t {
                holds = holds.max(chance);
            }
        }
        proposals[n].1[SIGNS - RIVALRY..].copy_from_slice(&[rival, within, holds, cue_within]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proposal(cue: usize, content: Range<usize>, odds: f32) -> (Proposal, Signs) {
        let content = vec![content];
        let manner = Manner::Speech;
        let mut signs = [0.0; SIGNS];
        signs[0] = odds;
        (Proposal { cue: cue..cue + 1, source: None, content, manner, found: 0.0, confidence: 0.0 }, signs)
    }

    #[test]
    fn others_that_lay_claim_to_the_same_words_are_seen() {
        // The second says a part of what the first says; the third is far from both.
        let mut all = [proposal(1, 2..10, 2.0), proposal(5, 6..10, 0.0), proposal(900, 901..905, 0.0)];
        compare(&mut all);
        let rivalry = |n: usize| all[n].1[SIGNS - RIVALRY..].to_vec();
        assert_eq!(rivalry(0), [0.0, 0.0, 0.5, 0.0]);
        assert_eq!(rivalry(1), [0.5, math::logistic(2.0), 0.0, math::logistic(2.0)]);
        assert_eq!(rivalry(2), [0.0; 4]);
    }
}
