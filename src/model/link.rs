//! The second pass: for each cue, its source and its content.
//!
//! Every candidate cue gets a chain of its own over the words around it, in the manner of semantic role
//! labelling. So statements nest, a cue has several contents, and source and content are linked by
//! construction. The chain may also say that the candidate attributes nothing.

use std::ops::Range;

use super::chain::{Arc, NO_EVENT, Topology};
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
pub const REACH: isize = 1;

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
pub const WINDOW: usize = 150;

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
