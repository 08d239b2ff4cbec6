//! What belongs to somebody: "his words", "her campaign", "their supporters".

use std::ops::Range;

use super::discourse::Discourse;
use super::entities::{Entity, Id};
use super::keys::{Key, key};
use super::lexicon::Class;
use super::names::Sort;
use super::pronouns::{self, Pronoun};
use crate::document::SpeakerKind;
use crate::text::{Text, TokenKind};

impl Discourse {
    /// "his words", "Trump's campaign": what belongs to somebody.
    pub(super) fn possessed(&mut self, text: &Text, segment: Range<usize>) -> Option<Id> {
        let first = segment.start;
        let head = segment.end - 1;
        let (owner, rest) = match pronouns::read(&self.words[first]) {
            Some(Pronoun::Speaker { .. }) | None => {
                let end = self.name_end(first);
                let n = self.name_at(first)?;
                if end <= first || end > head || self.words[end].kind != TokenKind::Possessive {
                    return None;
                }
                (self.bearer[n]?, end + 1)
            }
            Some(_) => (self.referent(first)?.id, first + 1),
        };
        if head < rest {
            return None;
        }
        let noun = &self.words[head];
        if noun.is(Class::SELF) {
            return Some(owner);
        }
        pronouns::read(&self.words[first])?;
        if is_campaign(noun.key) {
            return Some(self.body_of(text, owner, head, text.word(head)));
        }
        // "His supporters" say more under his name; "his wife" may have a name of her own.
        let people = self.is_plural(text, head) && !noun.is(Class::KIN);
        (people && self.entities.all[owner].kind == SpeakerKind::Person).then(|| self.people_of(text, owner, segment))
    }

    /// The campaign, the camp, the office of somebody, named after the owner.
    pub(super) fn body_of(&mut self, text: &Text, owner: Id, head: usize, noun: &str) -> Id {
        let form = owned(key(noun), owner);
        if let Some(&id) = self.printed.get(&form) {
            return id;
        }
        let surname = self.surname(text, owner).unwrap_or_default();
        let mut entity = Entity::new(Sort::Institution, SpeakerKind::Organization, head..head + 1);
        entity.label = Some(format!("{surname} {noun}"));
        entity.owner = Some(owner);
        let id = self.add(entity);
        self.printed.insert(form, id);
        self.by_head.insert(key(noun), id);
        id
    }

    /// "the Lee and Ray campaigns": the bodies of two people.
    pub(super) fn two_bodies(&mut self, text: &Text, tokens: Range<usize>) -> Option<Id> {
        let last = tokens.end.checked_sub(1)?;
        let noun = text.word(last).strip_suffix('s').filter(|noun| is_campaign(key(noun)))?;
        let named = tokens.filter_map(|i| self.name_at(i)).filter_map(|n| self.bearer[n]);
        let mut owners: Vec<Id> = named.filter(|&id| self.entities.all[id].kind == SpeakerKind::Person).collect();
        owners.dedup();
        if owners.len() != 2 {
            return None;
        }
        let bodies: Vec<Id> = owners.into_iter().map(|owner| self.body_of(text, owner, last, noun)).collect();
        self.several_of(text, &bodies)
    }

    /// "his supporters" under his name: "Baird’s supporters".
    pub(super) fn people_of(&mut self, text: &Text, owner: Id, segment: Range<usize>) -> Id {
        let form = owned(self.form(segment.clone()), owner);
        if let Some(&id) = self.printed.get(&form) {
            return id;
        }
        let name = self.label(text, owner);
        let surname = self.surname(text, owner).unwrap_or(name);
        let rest = text.span(segment.start + 1..segment.end).of(text.source);
        let mut entity = Entity::new(Sort::Unknown, SpeakerKind::Unnamed, segment.clone());
        entity.label = Some(format!("{surname}’s {rest}"));
        entity.plural = true;
        let id = self.add(entity);
        self.printed.insert(form, id);
        self.by_head.insert(self.words[segment.end - 1].key, id);
        id
    }
}

/// The key of what belongs to somebody.
pub(super) fn owned(noun: Key, owner: Id) -> Key {
    noun.then(Key(owner as u64))
}

pub(super) fn is_campaign(noun: Key) -> bool {
    [key("campaign"), key("camp"), key("office"), key("team"), key("administration")].contains(&noun)
}
