//! Who "the president", "the Vermont senator" and "the company" are.

use std::ops::Range;

use super::discourse::Discourse;
use super::entities::Id;
use super::keys::{Key, key};
use super::lexicon::Class;
use super::names::{Gender, Sort};
use super::pronouns::Wanted;
use super::roles;
use crate::document::SpeakerKind;
use crate::text::{Text, TokenKind};

/// Longest description, in tokens.
const LONGEST: usize = 8;

/// Sentences beyond which a description without a matching role is not guessed at.
const NEAR: u32 = 2;

/// What a story calls the firm that it is about, even before the name.
const COMPANIES: [&str; 5] = ["company", "firm", "network", "startup", "airline"];

/// How many holders of one office are weighed.
const HOLDERS: usize = 8;

/// Sentences at the beginning that may speak of somebody before the name is given.
const OPENING: u32 = 4;

/// Sentences within which the name then comes.
const DELAY: u32 = 6;

impl Discourse {
    /// Reads the definite description that begins with the determiner at token `i`: its tokens, whom it
    /// means, and whether that is beyond doubt.
    pub(super) fn described(&self, text: &Text, i: usize, is_source: bool) -> Option<(Range<usize>, Id, bool)> {
        if !text.word(i).eq_ignore_ascii_case("the") {
            return None;
        }
        let (end, head) = self.description_end(text, i)?;
        // "the columnist John Smith" is a name with its role, no description.
        if self.name_of[end.min(self.words.len() - 1)] > 0 && end < self.words.len() {
            return None;
        }
        // So is "the author, Jane Doe," and the like.
        if end + 1 < self.words.len() && text.word(end) == "," && self.name_of[end + 1] > 0 {
            let n = &self.names[self.name_of[end + 1] as usize - 1];
            if matches!(n.sort, Sort::Person | Sort::Likely) {
                return None;
            }
        }
        let (id, sure) = self.holder(text, i, end, head, is_source)?;
        Some((i..end, id, sure))
    }

    /// Where a description that begins at `i` ends, and its noun.
    fn description_end(&self, text: &Text, i: usize) -> Option<(usize, Key)> {
        let sentence = self.words[i].sentence;
        let stop = Class::PREPOSITION.with(Class::VERB).with(Class::DETERMINER).with(Class::RELATIVE);
        let mut found = None;
        for j in i + 1..(i + LONGEST).min(self.words.len()) {
            let w = &self.words[j];
            let common = w.is(Class::COMMON) && !w.is(Class::ADJECTIVE);
            if w.sentence != sentence || w.kind == TokenKind::Mark || w.is(stop) || common {
                break;
            }
            if w.kind == TokenKind::Possessive {
                if found.is_some_and(|(end, _)| end == j) {
                    break;
                }
                continue;
            }
            let in_name = self.name_of[j] > 0 && !w.is(Class::TITLE);
            if let Some(noun) = roles::head(text.word(j), w).filter(|_| !in_name) {
                found = Some((j + 1, noun));
            }
        }
        found
    }

    /// The person who holds the role in `i..end`, whose noun is `head`.
    fn holder(&self, text: &Text, i: usize, end: usize, head: Key, is_source: bool) -> Option<(Id, bool)> {
        let w = &self.words[i];
        let noun = &self.words[end - 1];
        let gender = if noun.is(Class::FEMALE) {
            Some(Gender::Female)
        } else if noun.is(Class::MALE) {
            Some(Gender::Male)
        } else {
            None
        };
        let voice = self.voice(i);
        // "the senator from Vermont", "the secretary of state"
        let tail = if end < self.words.len() && matches!(text.word(end), "of" | "from") { end + 4 } else { end };
        let tail = tail.min(self.words.len());
        let possible = |id: Id| {
            let e = &self.entities.all[id];
            e.kind == SpeakerKind::Person
                && voice != Some(id)
                && (gender.is_none() || e.gender().is_none() || e.gender() == gender)
        };
        let fit = |id: Id| {
            let e = &self.entities.all[id];
            f32::from(roles::fits(head, &e.heads)) * 1.5 + self.modifiers_fit(i + 1..tail, id)
        };
        let near = self.recent.iter().filter(|r| possible(r.id)).filter_map(|r| {
            let e = &self.entities.all[r.id];
            if roles::fits(head, &e.heads) == 0 {
                return None;
            }
            let distance = (w.sentence - r.sentence) as f32;
            let mut score = fit(r.id) - 0.15 * distance;
            score += if r.subject { 0.4 } else { 0.0 };
            score += if self.last_source == Some(r.id) { 0.4 } else { 0.0 };
            score -= if r.quoted && !w.quoted { 0.3 } else { 0.0 };
            Some((score, r.id))
        });
        if let Some((_, id)) = near.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|&(score, _)| score > 0.0) {
            return Some((id, true));
        }
        let known = self.by_role.get(&head).into_iter().flat_map(|ids| ids.iter().take(HOLDERS).copied());
        let far = known.filter(|&id| possible(id)).map(|id| (fit(id), id)).max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((score, id)) = far
            && score > 1.0
        {
            return Some((id, true));
        }
        if !is_source {
            return None;
        }
        // A source without a name was called that: "a senior official", "the official".
        if let Some(&id) = self.by_head.get(&self.words[end - 1].key) {
            return Some((id, false));
        }
        // Nobody has that role; the one who is being spoken of may.
        let id = self.person(i, gender, is_source)?;
        let last = self.recent.iter().find(|r| r.id == id)?;
        (w.sentence - last.sentence <= NEAR && self.modifiers_fit(i + 1..end, id) >= 0.0).then_some((id, false))
    }

    /// Somebody whom the article introduces, before or after, with the role that a phrase without "the"
    /// gives: "a Chinese official" in the first lines, "London's mayor".
    pub(super) fn introduced(&self, text: &Text, tokens: Range<usize>, head: usize) -> Option<Id> {
        let noun = roles::head(text.word(head), &self.words[head])?;
        let opening = self.words[head].headline || self.words[head].sentence < OPENING;
        let owned = self.words[tokens.start..=head].iter().any(|w| w.kind == TokenKind::Possessive);
        if !(opening || owned) {
            return None;
        }
        let holders = roles::nouns(noun).filter_map(|n| self.by_role.get(&n)).flat_map(|ids| ids.iter().take(HOLDERS));
        let mut fit: Vec<(f32, Id)> = holders
            .map(|&id| {
                let e = &self.entities.all[id];
                (f32::from(roles::fits(noun, &e.heads)) * 0.5 + self.modifiers_fit(tokens.clone(), id), id)
            })
            .collect();
        fit.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        fit.dedup_by_key(|f| f.1);
        let &(best, id) = fit.first()?;
        let clear = fit.get(1).is_none_or(|&(second, _)| best - second > 0.4);
        (clear && best >= if owned && !opening { 2.0 } else { 1.5 }).then_some(id)
    }

    /// The first source with a name that is new after a description in the opening: "A lawmaker wants ...
    /// Joey Lim said".
    pub(super) fn delayed(&self, text: &Text, head: usize) -> Option<Id> {
        let w = &self.words[head];
        roles::head(text.word(head), w)?;
        if !(w.headline || w.sentence < OPENING) {
            return None;
        }
        let named = self.first_sources.iter().find(|&&(at, _)| at > head)?;
        let entity = &self.entities.all[named.1];
        let new = entity.kind == SpeakerKind::Person && entity.first > head;
        (new && self.words[named.0].sentence - w.sentence <= DELAY).then_some(named.1)
    }

    /// What the words of a description say for or against somebody: "the Vermont senator".
    fn modifiers_fit(&self, tokens: Range<usize>, id: Id) -> f32 {
        let entity = &self.entities.all[id];
        let placed = |k: &Key| super::lexicon::class(*k).any(Class::PLACE);
        let elsewhere = entity.modifiers.iter().any(placed);
        let fit = tokens.filter(|&j| self.words[j].capital() || !self.words[j].is(Class::COMMON)).map(|j| {
            let w = &self.words[j];
            if entity.modifiers.contains(&w.key) {
                1.5
            } else if elsewhere && w.is(Class::PLACE) && w.capital() {
                -0.8
            } else {
                0.0
            }
        });
        fit.sum::<f32>().clamp(-2.0, 3.0)
    }

    /// The body that a description like "the company" means, if one was spoken of shortly before.
    pub(super) fn described_body(&self, i: usize, noun: Key) -> Option<Id> {
        const STATES: [&str; 6] = ["country", "nation", "government", "kingdom", "city", "state"];
        let wanted = if STATES.iter().any(|s| key(s) == noun) { Wanted::Place } else { Wanted::Body };
        let namesake = self.recent.iter().rev().find(|r| {
            let e = &self.entities.all[r.id];
            e.kind == SpeakerKind::Organization && !e.name.is_empty() && self.words[e.name.end - 1].key == noun
        });
        let near = namesake.map(|r| r.id).or_else(|| self.body(i, wanted));
        near.or_else(|| self.principal.filter(|_| wanted == Wanted::Body && COMPANIES.iter().any(|c| key(c) == noun)))
    }
}
