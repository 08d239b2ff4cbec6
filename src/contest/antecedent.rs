//! What "that", "the charge" or "a claim that he denied" stands for: the claim that is meant, where the
//! article states it.

use std::ops::Range;

use super::lexicon::Sign;
use super::reader::{Reader, Voice};

/// How many sentences back a claim may stand from the words that refer to it.
const SENTENCES: usize = 3;

/// How many attributions are looked at.
const ATTRIBUTIONS: usize = 8;

/// How far back, in tokens, an appositive may begin.
const APPOSITIVE: usize = 14;

/// How long, in tokens, the clause that it names may be.
const CLAUSE: usize = 60;

/// A claim that is referred to.
pub(super) struct Referent {
    pub(super) range: Range<usize>,
    pub(super) claimant: Voice,
}

impl Reader<'_> {
    /// The clause that an appositive before token `i` names: "[the vote was rigged], a charge that".
    pub(super) fn named_by_appositive(&self, i: usize) -> Option<Referent> {
        let floor = self.sentence(i).start.max(i.saturating_sub(APPOSITIVE));
        let mark = (floor..i).rev().find(|&j| {
            matches!(self.word(j), "," | "-" | "—" | "–" | ")" | "”" | "\"") && self.opens_appositive(j + 1)
        })?;
        let start = self.sentence(i).start;
        let inside = self
            .before(mark + 1)
            .take(ATTRIBUTIONS)
            .find(|&a| self.content(a).is_some_and(|r| r.start >= start && r.end + 3 > mark));
        if let Some(a) = inside {
            return Some(Referent { range: self.content(a)?, claimant: Voice::Of(a) });
        }
        let clause = (start.max(mark.saturating_sub(CLAUSE))..mark)
            .rev()
            .find(|&j| self.word(j) == "that" || self.word(j) == "whether")
            .map_or(start, |j| j + 1);
        Some(Referent { range: self.trimmed(clause..mark)?, claimant: Voice::Nobody })
    }

    /// What was last claimed before token `i` by somebody else: in the sentence, or a few before.
    pub(super) fn last_claimed(&self, i: usize) -> Option<Referent> {
        let here = self.sentence_index(i);
        let rejecting = self.cue_at(i).or_else(|| self.holder(i));
        let voice = rejecting.and_then(|a| self.speaker(a));
        self.before(i).take(ATTRIBUTIONS).find_map(|a| {
            let range = self.content(a)?;
            let other = Some(a) != rejecting && (voice.is_none() || self.speaker(a) != voice);
            let near = here - self.sentence_index(range.start) <= SENTENCES;
            (other && near && self.attributions[a].cue.is_some()).then_some(Referent { range, claimant: Voice::Of(a) })
        })
    }

    /// A noun for a claim at or after token `from`, with what it claims: "the idea that", "rumors of".
    /// Returns the noun and where its complement begins.
    pub(super) fn claim_noun(&self, range: Range<usize>) -> Option<(usize, usize)> {
        range.clone().find_map(|i| {
            let is_noun = self.is(i, Sign::Proposition)
                || self.is(i, Sign::Charge)
                || self.is(i, Sign::Myth)
                || self.is(i, Sign::False);
            let complement = match self.word(i + 1) {
                "that" | "of" if self.word(i + 2) == "whether" => i + 3,
                "that" => i + 2,
                "of" if !self.is(i, Sign::Proposition)
                    || matches!(
                        self.word(i),
                        "idea"
                            | "notion"
                            | "claims"
                            | "rumors"
                            | "reports"
                            | "suggestion"
                            | "suggestions"
                            | "criticisms"
                            | "criticism"
                    ) =>
                {
                    i + 2
                }
                _ => return None,
            };
            (is_noun && self.same_sentence(i, complement)).then_some((i, complement))
        })
    }
}
