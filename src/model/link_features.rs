//! The features of the second pass: what a token is to a candidate cue.

use std::cmp::Ordering;
use std::ops::Range;

use super::hash::join;
use super::link::{Candidate, Tagged, window};
use super::net;
use super::tag::Evidence;

/// What lies between a token and the head.
#[derive(Debug, Clone, Copy, Default)]
pub struct Between {
    commas: u8,
    cues: u8,
    quotes: u8,
    sentences: u8,
}

/// A candidate with what its features look at.
#[derive(Debug)]
pub struct Link<'a> {
    evidence: &'a Evidence<'a>,
    tagged: &'a [Tagged],
    head: usize,
    window: Range<usize>,
    paragraph: Range<usize>,
    between: Vec<Between>,
    cue: u64,
    cue_class: u64,
}

impl<'a> Link<'a> {
    /// Looks at the surroundings of a candidate.
    #[must_use]
    pub fn new(evidence: &'a Evidence<'a>, tagged: &'a [Tagged], candidate: &Candidate) -> Self {
        let head = candidate.head;
        let window = window(evidence, head);
        let paragraph = evidence.text.paragraphs[evidence.text.paragraph_of(head)].clone();
        let mut between = vec![Between::default(); window.len()];
        let step = |now: &mut Between, over: usize, next: usize| {
            let text = evidence.text;
            match text.word(over) {
                "," => now.commas = 3.min(now.commas + 1),
                "." | "!" | "?" => now.sentences = 2.min(now.sentences + 1),
                _ => {}
            }
            if !candidate.cue.contains(&over) && tagged[over].cue >= 0.5 {
                now.cues = 2.min(now.cues + 1);
            }
            if evidence.quoted[over].number != evidence.quoted[next].number {
                now.quotes = 3.min(now.quotes + 1);
            }
        };
        let mut now = Between::default();
        for t in (window.start..head).rev() {
            step(&mut now, t + 1, t);
            between[t - window.start] = now;
        }
        now = Between::default();
        for t in head + 1..window.end {
            step(&mut now, t - 1, t);
            between[t - window.start] = now;
        }
        let word = &evidence.words.distinct[evidence.words.of[head] as usize];
        Self { evidence, tagged, head, window, paragraph, between, cue: word.lower, cue_class: word.class }
    }

    /// The tokens that the chain runs over.
    #[must_use]
    pub fn window(&self) -> Range<usize> {
        self.window.clone()
    }

    /// 0 before the head, 1 on it, 2 after it: an index below [`super::link::SIDES`].
    #[must_use]
    pub fn side(&self, t: usize) -> usize {
        1 + usize::from(t > self.head) - usize::from(t < self.head)
    }

    /// The word `offset` tokens from `t`, as an index into the article's words.
    #[must_use]
    pub fn neighbour(&self, t: usize, offset: isize) -> u32 {
        self.evidence.words.at(t, offset, &self.paragraph)
    }

    /// Features of token `t` beyond the properties of its neighbours.
    pub fn conjunctions(&self, t: usize, mut emit: impl FnMut(u64)) {
        let side = self.side(t) as u64;
        let far = net::level(t.abs_diff(self.head)) as u64;
        let near = side << 2 | far.min(3);
        let b = self.between[t - self.window.start];
        let quoted = self.evidence.quoted[t];
        let head_quoted = self.evidence.quoted[self.head];
        let same = u64::from(quoted.number == head_quoted.number);
        let state = u64::from(quoted.state);
        let beside = |i: usize| self.evidence.quoted.get(i).map_or(15, |q| u64::from(q.state));
        let states = state | beside(t.wrapping_sub(1)) << 4 | beside(t + 1) << 8 | same << 12 | side << 13;
        let across =
            u64::from(b.commas) | u64::from(b.cues) << 2 | u64::from(b.quotes) << 4 | u64::from(b.sentences) << 6;
        let tagged = |offset: isize| {
            let i = t.checked_add_signed(offset).filter(|i| self.window.contains(i))?;
            Some(&self.tagged[i])
        };
        let tag = |offset: isize| tagged(offset).map_or(7, best);
        let tags = tag(-1) | tag(0) << 3 | tag(1) << 6 | side << 9;
        let verbs = self.evidence.verbs[t];
        let clause = |verb: Option<u32>| match verb.map(|v| (v as usize).cmp(&self.head)) {
            None => 0,
            Some(Ordering::Equal) => 1,
            Some(Ordering::Greater) => 2,
            Some(Ordering::Less) => 3,
        };
        let clauses = clause(verbs.before) << 2 | clause(verbs.after);
        let here = &self.tagged[t];
        let inside = |tagged: &Tagged| fine(tagged.content);
        emit(join(40, side << 4 | far));
        emit(join(41, join(self.cue, near)));
        emit(join(42, join(self.cue_class, near)));
        emit(join(43, states));
        emit(join(44, across << 2 | side));
        emit(join(45, tags));
        emit(join(46, tags << 8 | across));
        emit(join(47, level(here.content) << 8 | side << 4 | level(here.content_begins)));
        emit(join(48, level(here.source) << 8 | side << 4 | level(here.cue)));
        let before = tagged(-1).map_or(15, inside);
        emit(join(49, before << 12 | inside(here) << 8 | fine(here.content_begins) << 4 | side));
        emit(join(50, clauses << 8 | side << 4 | far));
    }
}

/// The likeliest part of speech report that a token belongs to: 0 none, 1 source, 2 cue, 3 content,
/// 4 first token of a content.
fn best(tagged: &Tagged) -> u64 {
    let none = 1.0 - tagged.cue - tagged.source - tagged.content;
    let mut best = (0, none);
    for (n, chance) in [(1, tagged.source), (2, tagged.cue), (3, tagged.content)] {
        if chance > best.1 {
            best = (n, chance);
        }
    }
    if best.0 == 3 && tagged.content_begins * 2.0 > tagged.content { 4 } else { best.0 }
}

/// A chance in ten levels.
fn fine(chance: f32) -> u64 {
    [0.01, 0.03, 0.08, 0.2, 0.4, 0.6, 0.8, 0.92, 0.97].iter().filter(|&&bar| chance >= bar).count() as u64
}

/// A chance in six levels.
fn level(chance: f32) -> u64 {
    [0.02, 0.1, 0.3, 0.6, 0.9].iter().filter(|&&bar| chance >= bar).count() as u64
}
