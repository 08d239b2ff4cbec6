//! The second pass: for each cue, its source and its content.
//!
//! Every candidate cue gets a chain of its own over the words around it, in the manner of semantic role
//! labelling. So statements nest, a cue has several contents, and source and content are linked by
//! construction. The chain may also say that the candidate attributes nothing.

use std::ops::Range;

use super::chain::{Arc, NO_EVENT, Topology};
use super::hash::join;
use super::tag::Evidence;

/// Outside.
pub const OUT: u8 = 0;
/// First token of the source; its inside is the next label.
pub const SOURCE: u8 = 1;
/// First token of a content; its inside is the next label.
pub const CONTENT: u8 = 3;
/// The cue itself.
pub const CUE: u8 = 5;
/// Event: the token before was the last of the source.
pub const SOURCE_ENDS: u8 = 6;
/// Event: the token before was the last of a content.
pub const CONTENT_ENDS: u8 = 7;

/// How far to either side of a token its neighbours' properties count.
pub const REACH: isize = 2;

/// Where a token stands: before the cue's head, on it, after it.
pub const SIDES: usize = 3;

/// The state in which a candidate attributes nothing.
pub const REJECTED: usize = 16;

/// The states that a candidate's head may be in: the cue, or rejected.
pub const HEAD: u32 = 0b1111 << 4 | 1 << REJECTED;

/// States remember whether source and content have been seen: there is at most one source, and no
/// attribution without content.
#[must_use]
pub fn topology() -> Topology {
    let out = |s: u8, c: u8| s + 2 * c;
    let cue = |s: u8, c: u8| 4 + s + 2 * c;
    let source = |inside: u8, c: u8| 8 + 2 * inside + c;
    let content = |inside: u8, s: u8| 12 + 2 * inside + s;
    let mut arcs = vec![Arc { from: 16, to: 16, event: NO_EVENT }];
    let mut arc = |from, to, event| arcs.push(Arc { from, to, event });
    for s in 0..2 {
        for c in 0..2 {
            for from in [out(s, c), cue(s, c)] {
                arc(from, out(s, c), NO_EVENT);
                arc(from, cue(s, c), NO_EVENT);
                arc(from, content(0, s), NO_EVENT);
                if s == 0 {
                    arc(from, source(0, c), NO_EVENT);
                }
            }
        }
    }
    for inside in 0..2 {
        for c in 0..2 {
            let from = source(inside, c);
            arc(from, source(1, c), NO_EVENT);
            arc(from, out(1, c), SOURCE_ENDS);
            arc(from, cue(1, c), SOURCE_ENDS);
            arc(from, content(0, 1), SOURCE_ENDS);
        }
        for s in 0..2 {
            let from = content(inside, s);
            arc(from, content(1, s), NO_EVENT);
            arc(from, out(s, 1), CONTENT_ENDS);
            arc(from, cue(s, 1), CONTENT_ENDS);
            if s == 0 {
                arc(from, source(0, 1), CONTENT_ENDS);
            }
        }
    }
    arcs.sort_by_key(|a| (a.to, a.from));
    let mut labels = vec![OUT; 4];
    labels.extend([CUE; 4]);
    labels.extend([SOURCE, SOURCE, SOURCE + 1, SOURCE + 1, CONTENT, CONTENT, CONTENT + 1, CONTENT + 1, OUT]);
    let starts = (0..17u8).map(|s| [out(0, 0), cue(0, 0), source(0, 0), content(0, 0), 16].contains(&s)).collect();
    // A source begun before any content (8, 10) cannot end the chain, nor can a cue alone.
    let ends = (0..17u8).map(|s| matches!(s, 2 | 3 | 6 | 7 | 9 | 11..=16)).collect();
    Topology::new(labels, arcs, starts, ends)
}

/// What the first pass thinks of a token.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Tagged {
    /// Chance that it belongs to a cue.
    pub cue: f32,
    /// Chance that a cue begins here.
    pub cue_begins: f32,
    /// Chance that it belongs to a source.
    pub source: f32,
    /// Chance that it belongs to a content.
    pub content: f32,
    /// Chance that a content begins here.
    pub content_begins: f32,
}

/// The least chance of a cue that is looked at.
pub const LEAST_CUE: f32 = 0.07;

/// Words that may attribute something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The token most surely a cue.
    pub head: usize,
    /// The cue as the first pass sees it.
    pub cue: Range<usize>,
}

/// Finds the candidates of a text.
#[must_use]
pub fn candidates(tagged: &[Tagged]) -> Vec<Candidate> {
    let mut out: Vec<Candidate> = Vec::new();
    for (t, tag) in tagged.iter().enumerate() {
        if tag.cue < LEAST_CUE {
            continue;
        }
        match out.last_mut() {
            Some(last) if last.cue.end == t && tag.cue_begins * 2.0 < tag.cue => {
                last.cue.end = t + 1;
                if tag.cue > tagged[last.head].cue + 0.02 {
                    last.head = t;
                }
            }
            _ => out.push(Candidate { head: t, cue: t..t + 1 }),
        }
    }
    out
}

/// The most tokens on either side of a head that are looked at.
const WINDOW: usize = 150;

/// The tokens among which source and content of a candidate are sought: its sentence, and those before
/// and after to which a quotation leads.
#[must_use]
pub fn window(evidence: &Evidence, head: usize) -> Range<usize> {
    let text = evidence.text;
    let quoted = &evidence.quoted;
    let n = text.sentence_of(head);
    let paragraph = text.paragraphs[text.paragraph_of(head)].clone();
    let mut from = text.sentences[n].start;
    for sentence in text.sentences[..n].iter().rev() {
        if sentence.end <= paragraph.start || from + WINDOW < head || quoted[from - 1].number == 0 {
            break;
        }
        from = sentence.start;
    }
    let mut to = text.sentences[n].end;
    for sentence in &text.sentences[n + 1..] {
        if sentence.start >= paragraph.end || to > head + WINDOW || quoted[to].number == 0 {
            break;
        }
        to = sentence.end;
    }
    from.max(head.saturating_sub(WINDOW))..to.min(head + WINDOW)
}

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

    /// 0 before the head, 1 on it, 2 after it.
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
        let far = match distance {
            0..=4 => distance,
            5..=6 => 5,
            7..=9 => 6,
            10..=14 => 7,
            15..=24 => 8,
            _ => 9,
        } as u64;
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

/// A chance in six levels.
fn level(chance: f32) -> u64 {
    [0.02, 0.1, 0.3, 0.6, 0.9].iter().filter(|&&bar| chance >= bar).count() as u64
}
