//! The first pass: for each token, the chances that it belongs to a cue, a source, a content.

use std::ops::Range;

use super::chain::{Arc, NO_EVENT, Topology};
use super::hash::join;
use super::quoted::Quoted;
use super::words::{Word, Words};
use crate::text::Text;

/// Outside any part.
pub const OUT: u8 = 0;
/// First token of a source; its inside is the next label.
pub const SOURCE: u8 = 1;
/// First token of a cue; its inside is the next label.
pub const CUE: u8 = 3;
/// First token of a content; its inside is the next label.
pub const CONTENT: u8 = 5;

/// How far to either side of a token its neighbours' properties count.
pub const REACH: isize = 3;

/// Begin/inside labels: an inside label only follows its own kind.
#[must_use]
pub fn topology() -> Topology {
    let labels: Vec<u8> = (0..7).collect();
    let inside = |s: u8| s > 0 && s.is_multiple_of(2);
    let mut arcs = Vec::new();
    for &to in &labels {
        for &from in &labels {
            if !inside(to) || from == to || from + 1 == to {
                arcs.push(Arc { from, to, event: NO_EVENT });
            }
        }
    }
    let starts = labels.iter().map(|&s| !inside(s)).collect();
    let ends = vec![true; labels.len()];
    Topology::new(labels, arcs, starts, ends)
}

/// What the features of both passes look at.
#[derive(Debug)]
pub struct Evidence<'a> {
    /// The article.
    pub text: &'a Text<'a>,
    /// Its words.
    pub words: Words,
    /// Its quotation marks.
    pub quoted: Vec<Quoted>,
    /// The reporting verbs on either side of each token.
    pub verbs: Vec<Verbs>,
}

/// The nearest reporting verbs of the sentence on either side of a token, itself not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verbs {
    /// The token of the last one before.
    pub before: Option<u32>,
    /// The token of the first one after.
    pub after: Option<u32>,
}

impl Verbs {
    fn read(text: &Text, words: &Words) -> Vec<Self> {
        let mut verbs = vec![Self { before: None, after: None }; text.tokens.len()];
        let reports = |t: usize| words.distinct[words.of[t] as usize].report > 0;
        for sentence in &text.sentences {
            let mut last = None;
            for t in sentence.clone() {
                verbs[t].before = last;
                last = if reports(t) { Some(t as u32) } else { last };
            }
            last = None;
            for t in sentence.clone().rev() {
                verbs[t].after = last;
                last = if reports(t) { Some(t as u32) } else { last };
            }
        }
        verbs
    }
}

impl<'a> Evidence<'a> {
    /// Reads a text.
    #[must_use]
    pub fn new(text: &'a Text<'a>) -> Self {
        let words = Words::new(text);
        let verbs = Verbs::read(text, &words);
        Self { text, words, quoted: super::quoted::read(text), verbs }
    }

    /// The word `offset` tokens from `t`.
    #[inline]
    pub(super) fn word(&self, t: usize, offset: isize, within: &Range<usize>) -> &Word {
        &self.words.distinct[self.words.at(t, offset, within) as usize]
    }
}

/// Features of token `t` that look at more than one property at a time. `within` is its paragraph and
/// `sentence` its sentence.
pub fn conjunctions(
    evidence: &Evidence,
    t: usize,
    within: &Range<usize>,
    sentence: &Range<usize>,
    mut emit: impl FnMut(u64),
) {
    let w = |offset| evidence.word(t, offset, within);
    let (before2, before, here, after, after2) = (w(-2), w(-1), w(0), w(1), w(2));
    let quoted = evidence.quoted[t];
    let state = u64::from(quoted.state);
    let beside = |i: Option<usize>| i.and_then(|i| evidence.quoted.get(i)).map_or(15, |q| u64::from(q.state));
    let states = state | beside(t.checked_sub(1)) << 4 | beside(Some(t + 1)) << 8;
    emit(join(10, join(before.lower, here.lower)));
    emit(join(11, join(here.lower, after.lower)));
    emit(join(12, join(before2.lower, before.lower)));
    emit(join(13, join(after.lower, after2.lower)));
    emit(join(14, join(before.class, here.class)));
    emit(join(15, join(here.class, after.class)));
    emit(join(16, join(before.syntax, join(here.syntax, after.syntax))));
    emit(join(25, join(before.syntax, here.syntax)));
    emit(join(26, join(here.syntax, after.syntax)));
    emit(join(17, states));
    emit(join(18, join(here.lower, state)));
    emit(join(19, u64::from(quoted.since) << 8 | state));
    emit(join(20, u64::from(quoted.until) << 8 | state));
    let from_start = (t - sentence.start).min(6) as u64;
    let to_end = (sentence.end - 1 - t).min(4) as u64;
    emit(join(21, from_start));
    emit(join(22, to_end));
    emit(join(23, join(here.shape, from_start.min(2))));
    let first = evidence.word(sentence.start, 0, within);
    emit(join(24, join(first.class, from_start)));
}
