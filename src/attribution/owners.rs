//! Where a proposal of the model meets a turn.

use std::ops::Range;

use super::quoted::Quoted;
use super::turns::Turn;
use crate::model::Proposal;
use crate::text::Text;

/// Marks a token that no turn owns.
const NONE: u32 = u32::MAX;

/// What becomes of a proposal beside the turns.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Fate {
    /// It is about other words.
    Alone,
    /// It is about the words of a turn; the share of their words that both have.
    Same(usize, f32),
    /// It is about the cue of a turn, has its words, and many more.
    Holds(usize),
    /// It is a part of a turn, and adds nothing.
    Part,
}

/// Which turn the words of the article belong to.
pub(super) struct Owners<'a> {
    quoted: &'a Quoted,
    turns: &'a [Turn],
    /// The turn whose content each token is in.
    content: Vec<u32>,
    /// The turn whose cue it is in.
    cue: Vec<u32>,
    /// Words of each turn.
    words: Vec<u32>,
}

impl<'a> Owners<'a> {
    pub(super) fn new(text: &Text, quoted: &'a Quoted, turns: &'a [Turn]) -> Self {
        let mut content = vec![NONE; text.tokens.len()];
        let mut cue = content.clone();
        for (n, turn) in turns.iter().enumerate() {
            for range in &turn.content {
                content[range.clone()].fill(n as u32);
            }
            if let Some(range) = &turn.clause.cue {
                cue[range.clone()].fill(n as u32);
            }
        }
        let words = turns.iter().map(|turn| quoted.words(&turn.content)).collect();
        Self { quoted, turns, content, cue, words }
    }

    /// The turn whose cue shares a token with these.
    pub(super) fn by_cue(&self, cue: &Range<usize>) -> Option<usize> {
        self.cue[cue.clone()].iter().find(|&&n| n != NONE).map(|&n| n as usize)
    }

    pub(super) fn fate(&self, proposal: &Proposal) -> Fate {
        let by_cue = self.by_cue(&proposal.cue);
        let within = self.quoted.outer(proposal.cue.start).is_some();
        let words = self.quoted.words(&proposal.content);
        let mut fate = Fate::Alone;
        let ends = proposal.content.iter().flat_map(|r| [self.content[r.start], self.content[r.end - 1]]);
        for n in ends.filter(|&n| n != NONE).map(|n| n as usize).chain(by_cue) {
            let shared = self.shared(n, &proposal.content);
            let likeness = shared as f32 / (words + self.words[n] - shared).max(1) as f32;
            let clause = by_cue == Some(n);
            let here = if likeness >= 0.5 {
                Fate::Same(n, likeness)
            } else if clause && shared * 10 >= self.words[n] * 9 {
                Fate::Holds(n)
            } else if clause && shared > 0 || !within && shared * 10 >= words * 9 {
                Fate::Part
            } else {
                continue;
            };
            fate = match (fate, here) {
                (Fate::Same(_, before), Fate::Same(_, now)) if now <= before => fate,
                (Fate::Same(..), Fate::Holds(_) | Fate::Part) | (Fate::Holds(_), Fate::Part) => fate,
                _ => here,
            };
        }
        fate
    }

    /// How many words a turn, which may have many ranges, shares with a content, which has few.
    fn shared(&self, turn: usize, content: &[Range<usize>]) -> u32 {
        let ranges = &self.turns[turn].content;
        let mut shared = 0;
        for range in content {
            let from = ranges.partition_point(|other| other.end <= range.start);
            let overlaps = ranges[from..].iter().take_while(|other| other.start < range.end);
            shared += overlaps
                .map(|other| self.quoted.count(&(other.start.max(range.start)..other.end.min(range.end))).0)
                .sum::<u32>();
        }
        shared
    }
}
