//! The features of the second pass: what a token is to a candidate cue.

use std::cmp::Ordering;
use std::ops::Range;

use super::hash::join;
use super::link::{Candidate, Tagged, window};
use super::net;
use super::tag::Evidence;

/// Tokens over which the first pass is averaged, to tell whether a content goes on.
const AHEAD: usize = 5;

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
    voice: u64,
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
        let word = |offset| evidence.word(head, offset, &paragraph);
        let (cue, cue_class) = (word(0).lower, word(0).class);
        let voice = join(word(-1).class, word(1).class);
        Self { evidence, tagged, head, window, paragraph, between, cue, cue_class, voice }
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
        let word = |offset| self.evidence.word(t, offset, &self.paragraph);
        let (before, here, after) = (word(-1), word(0), word(1));
        let distance = t.abs_diff(self.head);
        let far = net::level(distance) as u64;
        let place = side << 4 | far;
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
        let tag = |offset: isize| {
            let Some(i) = t.checked_add_signed(offset).filter(|i| self.window.contains(i)) else { return 7 };
            best(&self.tagged[i])
        };
        let (tag_before, tag_here, tag_after) = (tag(-1), tag(0), tag(1));
        let tags = tag_before | tag_here << 3 | tag_after << 6 | side << 9;
        emit(join(40, place));
        emit(join(41, join(self.cue, near)));
        emit(join(42, join(self.cue_class, near)));
        if distance <= 3 {
            emit(join(43, join(self.cue, join(here.lower, place))));
            emit(join(44, join(self.voice, place)));
        }
        emit(join(45, states));
        emit(join(46, across << 2 | side));
        emit(join(47, join(across << 2 | side, here.class)));
        emit(join(48, tags));
        let t_here = self.tagged[t];
        emit(join(49, level(t_here.content) << 8 | side << 4 | level(t_here.content_begins)));
        emit(join(50, level(t_here.source) << 8 | side << 4 | level(t_here.cue)));
        emit(join(51, join(tags, self.cue_class)));
        emit(join(52, join(side, join(before.lower, here.lower))));
        emit(join(53, join(side, join(here.lower, after.lower))));
        emit(join(54, join(side, join(before.class, here.class))));
        emit(join(55, join(self.cue, join(tag_here << 3 | tag_before, side))));
        emit(join(56, tags << 8 | across));
        emit(join(57, join(self.cue, states)));
        emit(join(58, place << 8 | tag_here << 4 | state));
        let near_tag = |offset: isize, of: fn(&Tagged) -> f32| {
            let i = t.checked_add_signed(offset).filter(|i| self.window.contains(i));
            i.map_or(15, |i| fine(of(&self.tagged[i])))
        };
        let inside = |offset| near_tag(offset, |tag| tag.content);
        let source = |offset| near_tag(offset, |tag| tag.source);
        let (in_before, in_here, in_after) = (inside(-1), inside(0), inside(1));
        let ahead = t..(t + AHEAD).min(self.window.end);
        let ahead = fine(self.tagged[ahead].iter().map(|tag| tag.content).sum::<f32>() / AHEAD as f32);
        emit(join(59, in_before << 12 | in_here << 8 | fine(t_here.content_begins) << 4 | side));
        emit(join(60, join(here.class, in_here << 8 | in_after << 4 | side)));
        emit(join(61, join(here.class, ahead << 4 | side)));
        emit(join(62, ahead << 8 | in_here << 4 | side));
        emit(join(63, in_before << 12 | in_here << 8 | in_after << 4 | inside(2)));
        emit(join(66, source(-1) << 12 | source(0) << 8 | source(1) << 4 | side));
        emit(join(67, join(side, join(before.syntax, join(here.syntax, after.syntax)))));
        emit(join(68, join(near, here.syntax)));
        emit(join(69, join(tags, here.syntax)));
        let verbs = self.evidence.verbs[t];
        let clause = |verb: Option<u32>| match verb.map(|v| (v as usize).cmp(&self.head)) {
            None => 0,
            Some(Ordering::Equal) => 1,
            Some(Ordering::Greater) => 2,
            Some(Ordering::Less) => 3,
        };
        let clauses = clause(verbs.before) << 2 | clause(verbs.after);
        emit(join(64, clauses << 8 | side << 4 | far));
        emit(join(65, join(clauses << 4 | side, here.class)));
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
