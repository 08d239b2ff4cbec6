//! Words that point back to the phrase before them: "who", "a group" behind a comma.

use std::ops::Range;

use super::discourse::Discourse;
use super::entities::Id;
use super::lexicon::Class;
use super::names::Sort;
use super::offices;
use crate::document::SpeakerKind;
use crate::text::{Text, TokenKind};

/// Longest phrase before a relative pronoun, in tokens.
const LONGEST: usize = 14;

/// How far before a relative pronoun, in tokens, the name may be that it takes up.
const APPOSITION: usize = 30;

impl Discourse {
    /// Whom the noun phrase before the relative pronoun at token `at` means.
    pub(super) fn before_relative(&mut self, text: &Text, at: usize) -> Option<Id> {
        let sentence = self.words[at].sentence;
        if is_who(text.word(at))
            && let Some(id) = self.apposition_before(text, at)
        {
            return Some(id);
        }
        let mut end = self.before_brackets(text, at);
        while end > 0
            && self.words[end - 1].sentence == sentence
            && (self.words[end - 1].is(Class::PREPOSITION) || self.words[end - 1].kind == TokenKind::Mark)
        {
            end -= 1;
        }
        if end == 0 || self.words[end - 1].sentence != sentence {
            return None;
        }
        if is_who(text.word(at)) {
            end = self.before_place(text, end);
        }
        if let Some(n) = self.name_at(end - 1) {
            let name = &self.names[n];
            // "Ted Cruz of Texas, who": a place does not speak in a clause about a person.
            let owner = name.whole.start.checked_sub(2).filter(|&b| text.word(b + 1) == "of" && self.name_of[b] > 0);
            let n = match owner {
                Some(b) if name.sort == Sort::Place => self.name_of[b] as usize - 1,
                _ => n,
            };
            return self.both_before(text, n, at).or(self.bearer[n]);
        }
        let start = self.phrase_start(text, end)?;
        if let Some(id) = self.explained(text, start..end) {
            return Some(id);
        }
        self.phrase(text, start..end)
    }

    /// "Ann Lee, 24, from Dale, who", "Ray, a dean at the University of Oslo, who": the name that the words between
    /// commas explain. "Ray, who left, and who" has one name for both.
    fn apposition_before(&self, text: &Text, at: usize) -> Option<Id> {
        let sentence = self.words[at].sentence;
        let floor = (at.saturating_sub(APPOSITION)..at).find(|&i| self.words[i].sentence == sentence)?;
        if at > floor + 1 && text.word(at - 1) == "and" {
            let first = (floor..at - 1).rev().find(|&i| is_who(text.word(i)))?;
            let before = first.checked_sub(1).filter(|&b| b >= floor)?;
            let n = (self.name_of[before.checked_sub(usize::from(text.word(before) == ","))?] as usize).checked_sub(1);
            return self.apposition_before(text, first).or_else(|| self.person_or_owner(text, n?));
        }
        let comma = at.checked_sub(1).filter(|&b| b > floor && text.word(b) == ",")?;
        let first = (floor..comma).rev().find(|&i| {
            text.word(i) == "," && self.person_at(i.wrapping_sub(1)).is_some()
                || self.words[i].is(Class::VERB) && !self.words[i].capital()
        })?;
        if text.word(first) != "," || self.person_at(comma - 1).is_some() {
            return None;
        }
        let explains = self.words[first + 1].kind == TokenKind::Number
            || matches!(text.word(first + 1), "a" | "an" | "the")
            || self.words[first + 1].is(Class::ROLE.with(Class::ADJECTIVE).with(Class::PREPOSITION))
            || !self.words[first + 1].capital()
                && offices::head(text.word(first + 1), &self.words[first + 1]).is_some();
        let joined = (first + 1..comma).any(|i| text.word(i) == "and" && self.person_at(i + 1).is_some());
        if explains && !joined { self.person_at(first - 1) } else { None }
    }

    /// The person in whose name token `i` is.
    fn person_at(&self, i: usize) -> Option<Id> {
        let n = (*self.name_of.get(i)? as usize).checked_sub(1)?;
        let person = matches!(self.names[n].sort, Sort::Person | Sort::Likely);
        self.bearer[n].filter(|&id| person && self.entities.all[id].kind == SpeakerKind::Person)
    }

    /// The bearer of a name, or of "Ted Cruz of Texas" the person.
    fn person_or_owner(&self, text: &Text, n: usize) -> Option<Id> {
        let start = self.names[n].whole.start;
        let owner = start.checked_sub(2).filter(|&b| text.word(b + 1) == "of").and_then(|b| self.person_at(b));
        owner.or(self.bearer[n])
    }

    /// "officials in the government who": the place before the preposition, for a body is no "who".
    fn before_place(&self, text: &Text, end: usize) -> usize {
        let Some(start) = self.phrase_start(text, end) else { return end };
        let name = self.name_at(end - 1).map(|n| self.names[n].sort);
        let body = match name {
            Some(sort) => matches!(sort, Sort::Place | Sort::Institution | Sort::Thing),
            None => self.words[end - 1].is(Class::BODY),
        };
        match start.checked_sub(1) {
            Some(before) if before > 0 && body && matches!(text.word(before), "in" | "of" | "at" | "from") => before,
            _ => end,
        }
    }

    /// "candidates such as Lee and Ray, who show": the two names of which the second is the `n`th.
    fn both_before(&mut self, text: &Text, n: usize, at: usize) -> Option<Id> {
        let second = self.names[n].whole.start;
        let first = second.checked_sub(2).filter(|&b| text.word(b + 1) == "and" && self.name_of[b] > 0)?;
        let verb = (at + 1 < self.words.len()).then(|| text.word(at + 1))?;
        let one = verb.ends_with('s') || verb.ends_with("ed") || !verb.starts_with(char::is_lowercase);
        let ids = [self.bearer[self.name_of[first] as usize - 1]?, self.bearer[n]?];
        if one && verb != "were" { None } else { self.several_of(text, &ids) }
    }

    /// Where the noun phrase that ends at `end` begins.
    fn phrase_start(&self, text: &Text, end: usize) -> Option<usize> {
        let sentence = self.words[end - 1].sentence;
        let stop = Class::VERB.with(Class::RELATIVE).with(Class::PREPOSITION).with(Class::COMMON);
        let mut start = end;
        while start > 0 && end - start < LONGEST {
            if let Some(n) = self.name_at(start - 1) {
                start = self.names[n].whole.start.min(start - 1);
                continue;
            }
            let w = &self.words[start - 1];
            // "a manufacturer and activist, who"
            let joins = text.word(start - 1) == "and" && start < end && !self.words[start].is(Class::DETERMINER);
            let part = w.kind != TokenKind::Mark && (!w.is(stop) || w.is(Class::DETERMINER.with(Class::ADJECTIVE)));
            if w.sentence != sentence || !(part || joins) {
                break;
            }
            start -= 1;
            if self.words[start].is(Class::DETERMINER) {
                break;
            }
        }
        let start = if text.word(start) == "and" { start + 1 } else { start };
        (start < end).then_some(start)
    }

    /// The name that a phrase behind it explains: "Harlan Crow, a Texas developer who", "Our Path, a group set
    /// up to". What a verb of saying follows or precedes speaks for itself: "Crow, a top aide said, is ill".
    pub(super) fn explained(&self, text: &Text, tokens: Range<usize>) -> Option<Id> {
        let comma = tokens.start.checked_sub(1).filter(|&b| b > 0 && matches!(text.word(b), "," | "—" | "--"))?;
        let head = self.segment(text, tokens.clone()).end.checked_sub(1)?;
        let noun = &self.words[head];
        let one = noun.is(Class::BODY) || offices::head(text.word(head), noun).is_some();
        let says = self.words.get(tokens.end).is_some_and(|w| w.is(Class::VERB) && !w.is(Class::RELATIVE));
        if !matches!(text.word(tokens.start), "a" | "an") || !one || self.name_of[head] > 0 || says {
            return None;
        }
        let before = self.before_brackets(text, comma);
        let n = (*self.name_of.get(before.checked_sub(1)?)? as usize).checked_sub(1)?;
        self.bearer[n]
    }

    /// The place before what stands in brackets before token `at`: "Otter (R-Idaho), who".
    fn before_brackets(&self, text: &Text, at: usize) -> usize {
        let comma = at > 0 && text.word(at - 1) == ",";
        let close = at - usize::from(comma);
        if close == 0 || text.word(close - 1) != ")" {
            return at;
        }
        (close.saturating_sub(8)..close).rev().find(|&i| text.word(i) == "(").unwrap_or(at)
    }
}

/// "who", also run together with its verb: "who'd".
fn is_who(word: &str) -> bool {
    word == "who" || word.starts_with("who'") || word.starts_with("who’")
}
