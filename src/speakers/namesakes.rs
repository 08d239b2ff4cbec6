//! Whom a surname alone, or a first name, means.

use super::entities::{Entity, Id};
use super::gather::{Gatherer, solid};
use super::keys::{Key, key};
use super::lexicon::Class;
use super::names::{Gender, Name, Sort};
use super::offices;
use super::words::Shape;
use crate::document::SpeakerKind;

/// How many bearers of one surname are compared.
pub(super) const NAMESAKES: usize = 12;

/// Sentences within which a full name decides who of a family is meant.
const FAMILY_REACH: u32 = 1;

/// How many more mentions of one member of a family make a full name of another count for nothing.
const OVERSHADOWED: u32 = 2;

/// How often a name of one word must be used by itself to stand for itself.
const USED: u32 = 2;

impl Gatherer<'_> {
    /// A name of one word: somebody known by a longer one, or somebody new.
    pub(super) fn short(&mut self, name: &Name) -> Option<Id> {
        let at = name.name.start;
        let word = &self.words[solid(self.words, name.name.clone()).next()?];
        let form = Key::EMPTY.then(word.key);
        let the = at > 0 && self.text.word(at - 1).eq_ignore_ascii_case("the");
        let known = self.entities.by_form.get(&form).copied();
        let namesake = self.namesake(name, word.key, the);
        if let Some(id) = namesake.filter(|&id| !known.is_some_and(|known| self.is_older(known, id))) {
            return Some(id);
        }
        if word.is(Class::TITLE) && !name.titled() && word.shape == Shape::Capital {
            // A title by itself, "President", is no name.
            return None;
        }
        if let Some(id) = known
            && !(name.titled() && self.entities.all[id].kind != SpeakerKind::Person)
        {
            if name.titled() {
                self.entities.all[id].sort = Sort::Person;
            }
            return Some(id);
        }
        if the && self.is_family(at) {
            let id = self.add(name, Sort::Unknown, SpeakerKind::Group);
            return Some(id);
        }
        if matches!(name.sort, Sort::Unknown | Sort::Institution)
            && let Some(id) = self.longer_institution(name, word.key, the)
        {
            self.entities.by_form.entry(form).or_insert(id);
            return Some(id);
        }
        let kind = if name.sort == Sort::Person { SpeakerKind::Person } else { SpeakerKind::Organization };
        let located = at > 0 && matches!(self.text.word(at - 1), "in" | "In" | "near" | "at");
        let sort = if located && name.sort == Sort::Unknown { Sort::Place } else { name.sort };
        Some(self.add(name, sort, kind))
    }

    /// A person with that surname, or first name.
    pub(super) fn namesake(&self, name: &Name, word: Key, the: bool) -> Option<Id> {
        if the && !name.titled() && name.sort == Sort::Institution {
            return None;
        }
        let by_surname = self.entities.by_last.get(&word).and_then(|ids| self.likeliest(name, ids));
        // By first name, or by the family name where that comes first: "Mr. Zhou" for Zhou Meilin.
        // "VW" is not short for "VW Atlas".
        let initials = name.sort == Sort::Institution;
        by_surname.or_else(|| {
            let ids = self.entities.by_first.get(&word)?;
            self.likeliest(name, ids).filter(|&id| !initials || self.entities.all[id].sort == Sort::Person)
        })
    }

    /// Which of several namesakes a short name means: the one just named in full, or else the one whom the
    /// article calls so most.
    pub(super) fn likeliest(&self, name: &Name, ids: &[Id]) -> Option<Id> {
        let at = name.whole.start;
        let sentence = self.words[at].sentence;
        let all = &self.entities.all;
        let mut people: Vec<Id> =
            ids.iter().rev().take(NAMESAKES).copied().filter(|&id| self.may_be_called(name, &all[id])).collect();
        if people.iter().any(|&id| all[id].sort == Sort::Person) {
            people.retain(|&id| all[id].sort == Sort::Person);
        }
        // "President Okoro" is whoever of the name is a president.
        let offices = self.offices(name);
        let holds = |id: Id| offices.iter().any(|&office| offices::fits(office, &all[id].heads) > 0);
        if people.iter().any(|&id| holds(id)) {
            people.retain(|&id| holds(id));
        }
        let main = people
            .iter()
            .copied()
            .max_by_key(|&id| (all[id].introduced <= at, all[id].formal, std::cmp::Reverse(id)))?;
        let near = people.iter().copied().filter(|&id| {
            let last = all[id].last_full;
            last != u32::MAX && sentence - last <= FAMILY_REACH && all[id].formal + OVERSHADOWED > all[main].formal
        });
        near.max_by_key(|&id| all[id].last_full).or(Some(main))
    }

    /// Whether a short name can be this person's.
    pub(super) fn may_be_called(&self, name: &Name, person: &Entity) -> bool {
        // Where only "Mr. Okoro" is spoken of, Amina Okoro is not "Okoro".
        let gender =
            name.gender.or_else(|| match self.addressed.each_ref().map(|set| set.contains(&self.last(name))) {
                [true, false] => Some(Gender::Male),
                [false, true] => Some(Gender::Female),
                _ => None,
            });
        let gender = gender.is_none() || person.gender().is_none() || person.gender() == gender;
        if person.kind != SpeakerKind::Person || !gender {
            return false;
        }
        // "President Okoro" before anybody is named in full is not "first lady Amina Okoro".
        let later = person.introduced > name.whole.start;
        if later && !name.titled() && !person.is_told() {
            return false;
        }
        !later
            || person.heads.is_empty()
            || self.offices(name).first().is_none_or(|&office| offices::fits(office, &person.heads) > 0)
    }

    /// Whether a name of one word was used by itself before a longer one came that nothing says is a person's:
    /// "Twitter" is not short for "Wilayat Twitter".
    fn is_older(&self, short: Id, full: Id) -> bool {
        let (short, full) = (&self.entities.all[short], &self.entities.all[full]);
        short.count >= USED && short.introduced < full.introduced && !full.is_told()
    }

    /// The offices among the titles of a name.
    pub(super) fn offices(&self, name: &Name) -> Vec<Key> {
        let titles = name.whole.start..name.name.start;
        let nouns = titles.filter_map(|i| offices::head(self.text.word(i), &self.words[i]));
        nouns.filter(|&noun| !offices::is_courtesy(noun)).collect()
    }

    /// "the Clintons", where a Clinton is known.
    pub(super) fn is_family(&self, at: usize) -> bool {
        let Some(stem) = self.text.word(at).strip_suffix('s') else { return false };
        self.entities
            .by_last
            .get(&key(stem))
            .is_some_and(|ids| ids.iter().any(|&id| self.entities.all[id].kind == SpeakerKind::Person))
    }

    /// "Valeant" for "Valeant Pharmaceuticals", "the Times" for "The New York Times".
    pub(super) fn longer_institution(&self, name: &Name, word: Key, the: bool) -> Option<Id> {
        let named = |&&id: &&Id| {
            let e = &self.entities.all[id];
            e.sort == Sort::Institution
                && e.name.len() > 1
                && self.words[e.name.end - 1].is(Class::INSTITUTION)
                && (e.last_full != u32::MAX || e.name.clone().skip(1).all(|i| self.words[i].is(Class::INSTITUTION)))
        };
        let first = self.entities.by_first.get(&word).and_then(|ids| ids.iter().rev().take(NAMESAKES).find(named));
        first
            .or_else(|| {
                let ids = if the { self.entities.by_last.get(&word) } else { None };
                let before = |&&id: &&Id| {
                    let e = &self.entities.all[id];
                    named(&&id) && e.last_full != u32::MAX && e.name.start < name.name.start
                };
                ids.and_then(|ids| ids.iter().rev().take(NAMESAKES).find(before))
            })
            .copied()
    }
}
