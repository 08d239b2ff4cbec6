//! What "that", "the charge" or "a claim that he denied" stands for: the claim that is meant, where the
//! article states it.

use std::ops::Range;

use super::lexicon::Sign;
use super::reader::{Reader, Voice};
use crate::attribution::phrase::is_finite_verb;

/// How many sentences back a claim may stand from the words that refer to it.
const SENTENCES: usize = 3;

/// How many attributions are looked at.
const ATTRIBUTIONS: usize = 8;

/// How far back, in tokens, an appositive may begin.
const APPOSITIVE: usize = 14;

/// How long, in tokens, the clause that it names may be.
const CLAUSE: usize = 60;

/// Nouns for a claim that "of" may follow as well as "that".
const WITH_OF: &[&str] = &[
    "idea",
    "notion",
    "claims",
    "rumors",
    "reports",
    "stories",
    "tales",
    "suggestion",
    "suggestions",
    "account",
    "accounts",
    "talk",
    "notions",
];

/// What may stand between a noun for a claim and its "that".
const BETWEEN: &[&str] =
    &["by", "from", "in", "about", "against", "among", "on", "during", "at", "last", "earlier", "this"];

/// How many tokens may stand there.
const GAP: usize = 10;

/// A claim that is referred to.
pub(super) struct Referent {
    pub(super) range: Range<usize>,
    pub(super) claimant: Voice,
}

impl Reader<'_> {
    /// The clause that an appositive before token `i` names: "[the vote was rigged], a charge that".
    pub(super) fn named_by_appositive(&self, i: usize) -> Option<Referent> {
        let floor = self.sentence(i).start.max(i.saturating_sub(APPOSITIVE));
        let mark = (floor..i)
            .rev()
            .find(|&j| self.among(j, &[",", "-", "--", "—", "–", ")", "”", "\""]) && self.opens_appositive(j + 1))?;
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

    /// What was last claimed before token `i` by somebody else: in the sentence, or a few before; by a
    /// statement, or in the sentence before by a noun ("a report that").
    pub(super) fn last_claimed(&self, i: usize) -> Option<Referent> {
        self.last_stated(i).or_else(|| self.last_named(i))
    }

    fn last_named(&self, i: usize) -> Option<Referent> {
        let before = self.sentence_index(i).checked_sub(1)?;
        let sentence = self.text.sentences[before].clone();
        let floor = sentence.start.max(sentence.end.saturating_sub(CLAUSE));
        let (noun, start) = self.claim_noun(floor..sentence.end)?;
        let range = self.clause(start).filter(|r| r.end + 3 > sentence.end)?;
        Some(Referent { range, claimant: self.possessor(noun) })
    }

    fn last_stated(&self, i: usize) -> Option<Referent> {
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

    /// A noun for a claim in a range, with what it claims: "the idea that", "rumors of", "claims by the firm
    /// that". Returns the noun and where its complement begins.
    pub(super) fn claim_noun(&self, range: Range<usize>) -> Option<(usize, usize)> {
        range.filter(|&i| self.names_claim(i)).find_map(|i| Some((i, self.complement(i)?)))
    }

    fn names_claim(&self, i: usize) -> bool {
        [Sign::Proposition, Sign::Charge, Sign::Myth, Sign::False].into_iter().any(|sign| self.is(i, sign))
    }

    /// Where the complement of the noun for a claim at token `noun` begins.
    fn complement(&self, noun: usize) -> Option<usize> {
        if self.word(noun + 1) == "of" {
            let whether = self.word(noun + 2) == "whether";
            let start = if whether { noun + 3 } else { noun + 2 };
            let takes_of = whether || !self.is(noun, Sign::Proposition) || self.among(noun, WITH_OF);
            return (takes_of && self.same_sentence(noun, start)).then_some(start);
        }
        self.that_clause(noun).or_else(|| self.claim_to(noun))
    }

    /// Where the "that" clause of a noun begins, also behind a phrase that says whose claim it is: "claims that
    /// [", "accusations by the firm that [". A relative clause ("claims that were false") is none.
    pub(super) fn that_clause(&self, noun: usize) -> Option<usize> {
        let that = if self.among(noun + 1, BETWEEN) && !self.among(noun, &["lie", "lies"]) {
            (noun + 3..self.len().min(noun + 3 + GAP))
                .take_while(|&j| {
                    self.word(j) == "that"
                        || !self.is_mark(j)
                            && !is_finite_verb(self.text.word(j))
                            && !self.among(j, &["who", "which", "and"])
                })
                .find(|&j| self.word(j) == "that")?
        } else {
            noun + 1
        };
        (self.word(that) == "that" && self.same_sentence(noun, that + 1) && !self.is_predicate(that + 1))
            .then_some(that + 1)
    }

    /// Where the infinitive of "her claim to understand farmers" begins.
    pub(super) fn claim_to(&self, noun: usize) -> Option<usize> {
        let infinitive = self.among(noun, &["claim", "claims"])
            && self.word(noun + 1) == "to"
            && noun + 2 < self.len()
            && self.text.word(noun + 2).starts_with(char::is_lowercase)
            && !self.among(noun + 2, &["fame", "power", "the", "a", "an", "his", "her", "their", "its", "this"])
            && self.possessor(noun) != Voice::Nobody;
        infinitive.then_some(noun + 2)
    }
}
