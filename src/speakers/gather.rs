//! Names that belong to one bearer, gathered.

use std::collections::HashSet;
use std::ops::Range;

use super::entities::{Entities, Entity, Id};
use super::keys::{Key, KeyHasher, ascii_key, key};
use super::lexicon::Class;
use super::names::{Gender, Name, Sort};
use super::namesakes::NAMESAKES;
use super::roles;
use super::words::{Shape, Word};
use crate::document::SpeakerKind;
use crate::text::{Text, TokenKind};

/// Names that begin other names and are mostly shortened there, with what they are shortened to.
const SHORTENED: [([Key; 2], Key); 4] = [
    ([ascii_key(b"united"), ascii_key(b"nations")], ascii_key(b"un")),
    ([ascii_key(b"united"), ascii_key(b"states")], ascii_key(b"us")),
    ([ascii_key(b"united"), ascii_key(b"kingdom")], ascii_key(b"uk")),
    ([ascii_key(b"european"), ascii_key(b"union")], ascii_key(b"eu")),
];

/// Finds out which names have one bearer; returns the bearers and, for each name, whose it is.
pub(super) fn gather(text: &Text, words: &[Word], names: &[Name]) -> (Entities, Vec<Option<Id>>) {
    let mut gatherer = Gatherer { text, words, entities: Entities::default(), addressed: Default::default() };
    for name in names {
        if let Some(gender) = name.gender {
            let surname = gatherer.last(name);
            gatherer.addressed[gender as usize].insert(surname);
        }
    }
    let mut of: Vec<Option<Id>> = vec![None; names.len()];
    for (name, of) in names.iter().zip(&mut of).filter(|(n, _)| !is_short(words, n)) {
        *of = Some(gatherer.full(name));
    }
    gatherer.abbreviations(names, &of);
    gatherer.roles(names, &of);
    gatherer.entities.all.iter_mut().for_each(|e| e.last_full = u32::MAX);
    for (name, of) in names.iter().zip(&mut of) {
        let short = of.is_none();
        match *of {
            Some(id) => {
                let aside = gatherer.entities.all[id].kind == SpeakerKind::Person && gatherer.is_aside(name);
                if !aside {
                    gatherer.entities.all[id].last_full = words[name.name.start].sentence;
                }
            }
            None => *of = gatherer.short(name),
        }
        if let Some(id) = *of {
            gatherer.count(id, name);
            if short {
                roles::read(text, words, name, &mut gatherer.entities.all[id]);
            }
        }
    }
    (gatherer.entities, of)
}

/// Whether the name is one word, particles and suffixes aside.
fn is_short(words: &[Word], name: &Name) -> bool {
    solid(words, name.name.clone()).count() == 1
}

/// The tokens of a name without particles, suffixes and marks.
pub(super) fn solid(words: &[Word], name: Range<usize>) -> impl DoubleEndedIterator<Item = usize> + Clone {
    name.filter(|&i| {
        let w = &words[i];
        (w.capital() || w.kind == TokenKind::Number) && !(w.is(Class::SUFFIX) && w.shape != Shape::Lower)
    })
}

/// Gathers names.
pub(super) struct Gatherer<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) words: &'a [Word],
    pub(super) entities: Entities,
    /// The surnames before which "Mr." stands, and those before which "Ms." does.
    pub(super) addressed: [HashSet<Key, KeyHasher>; 2],
}

impl Gatherer<'_> {
    pub(super) fn phrase(&self, range: Range<usize>) -> Key {
        self.keys(range).into_iter().fold(Key::EMPTY, Key::then)
    }

    /// The words of a name; "United Nations" at its head as "U.N.", so that both are one.
    fn keys(&self, range: Range<usize>) -> Vec<Key> {
        let mut keys: Vec<Key> = self.words[range].iter().map(|w| w.key).collect();
        if let Some(&(_, short)) = SHORTENED.iter().find(|(long, _)| keys.starts_with(long)) {
            keys.splice(..2, [short]);
        }
        keys
    }

    pub(super) fn last(&self, name: &Name) -> Key {
        let end = solid(self.words, name.name.clone()).next_back().unwrap_or(name.name.end - 1);
        self.words[end].key
    }

    pub(super) fn first(&self, name: &Name) -> Key {
        self.words[name.name.start].key
    }

    pub(super) fn add(&mut self, name: &Name, sort: Sort, kind: SpeakerKind) -> Id {
        let id = self.entities.all.len();
        let mut entity = Entity::new(sort, kind, name.name.clone());
        entity.introduced = name.whole.start;
        let given = &self.words[name.name.start];
        if given.is(Class::FIRST) {
            entity.hint(if given.is(Class::FEMALE) { Gender::Female } else { Gender::Male }, 3);
        }
        self.entities.all.push(entity);
        self.entities.by_form.entry(self.phrase(name.name.clone())).or_insert(id);
        let (first, last) = (self.first(name), self.last(name));
        self.entities.by_last.entry(last).or_default().push(id);
        if first != last {
            self.entities.by_first.entry(first).or_default().push(id);
            // "Dan Hunter" without a "Sr." is the son.
            if self.words[name.name.end - 1].key != key("sr") {
                self.entities.by_form.entry(Key::EMPTY.then(first).then(last)).or_insert(id);
            }
        }
        id
    }

    /// A name of two words or more.
    pub(super) fn full(&mut self, name: &Name) -> Id {
        let form = self.phrase(name.name.clone());
        let known = self.entities.by_form.get(&form).copied();
        match name.sort {
            Sort::Person | Sort::Likely | Sort::Unknown => {
                let same = known.or_else(|| self.same_person(name));
                let id = same.unwrap_or_else(|| self.add(name, name.sort, SpeakerKind::Person));
                self.entities.by_form.entry(form).or_insert(id);
                let entity = &mut self.entities.all[id];
                if name.sort == Sort::Person && matches!(entity.sort, Sort::Likely | Sort::Unknown) {
                    entity.sort = Sort::Person;
                }
                let known = entity.name.clone();
                if name.name.len() > known.len() || (name.name.len() == known.len() && self.shouted(&known)) {
                    self.entities.all[id].name = name.name.clone();
                }
                id
            }
            Sort::Institution | Sort::Place | Sort::Thing => {
                let known = known.or_else(|| self.part_of(name));
                let id = known.unwrap_or_else(|| self.add(name, name.sort, SpeakerKind::Organization));
                self.entities.by_form.entry(form).or_insert(id);
                if name.name.len() > self.entities.all[id].name.len() {
                    self.entities.all[id].name = name.name.clone();
                }
                let entity = &mut self.entities.all[id];
                if entity.sort == Sort::Likely {
                    entity.sort = name.sort;
                    entity.kind = SpeakerKind::Organization;
                }
                id
            }
        }
    }

    /// An institution with a longer or a shorter name that begins or ends with the same two words or more.
    pub(super) fn part_of(&self, name: &Name) -> Option<Id> {
        if name.sort == Sort::Place {
            return None;
        }
        let new = self.keys(name.name.clone());
        let firsts = self.entities.by_first.get(&self.first(name));
        let lasts = self.entities.by_last.get(&self.last(name));
        let near = [firsts, lasts].into_iter().flatten().flat_map(|ids| ids.iter().rev().take(NAMESAKES));
        near.copied().find(|&id| {
            let e = &self.entities.all[id];
            let old = self.keys(e.name.clone());
            let (short, long) = if old.len() <= new.len() { (&old, &new) } else { (&new, &old) };
            e.sort == Sort::Institution
                && short.len() >= 2
                && (long.starts_with(short)
                    || (long.ends_with(short)
                        && (short.len() >= 3 || super::lexicon::class(long[0]).any(Class::PLACE) && long.len() == 3)))
        })
    }

    /// Reads the roles around full names; who has one is a person.
    pub(super) fn roles(&mut self, names: &[Name], of: &[Option<Id>]) {
        for (name, id) in names.iter().zip(of) {
            let Some(id) = *id else { continue };
            let entity = &mut self.entities.all[id];
            if entity.kind != SpeakerKind::Person {
                continue;
            }
            roles::read(self.text, self.words, name, entity);
            if entity.sort == Sort::Likely && !entity.heads.is_empty() {
                entity.sort = Sort::Person;
            }
        }
    }

    pub(super) fn shouted(&self, name: &Range<usize>) -> bool {
        self.words[name.clone()].iter().all(|w| w.shape != Shape::Capital)
    }

    /// A known person with this surname and a first name that agrees.
    pub(super) fn same_person(&self, name: &Name) -> Option<Id> {
        let namesakes = self.entities.by_last.get(&self.last(name))?;
        namesakes.iter().rev().take(NAMESAKES).copied().find(|&id| {
            let e = &self.entities.all[id];
            e.kind == SpeakerKind::Person && self.agree(&e.name, &name.name)
        })
    }

    /// Whether two forms of a name with one surname may be one person's: a common given name, or an
    /// initial or a short form of it.
    pub(super) fn agree(&self, a: &Range<usize>, b: &Range<usize>) -> bool {
        let suffix = |r: &Range<usize>| {
            self.words[r.clone()].iter().find(|w| w.is(Class::SUFFIX) && w.shape != Shape::Lower).map(|w| w.key)
        };
        // A father is "Sr." beside a son who mostly is not called "Jr."
        let senior = |k: Option<Key>| k == Some(key("sr"));
        let (x, y) = (suffix(a), suffix(b));
        if x.is_some() && y.is_some() && x != y || senior(x) != senior(y) {
            return false;
        }
        let given = |r: &Range<usize>| {
            let mut solid: Vec<usize> = solid(self.words, r.clone()).collect();
            solid.pop();
            solid
        };
        let (a, b) = (given(a), given(b));
        let (Some(&a0), Some(&b0)) = (a.first(), b.first()) else { return false };
        // One given name in common, not counting initials.
        if a.iter().any(|&x| {
            self.words[x].shape != Shape::Initial && b.iter().any(|&y| self.words[x].key == self.words[y].key)
        }) {
            return true;
        }
        let (x, y) = (self.text.word(a0), self.text.word(b0));
        let (short, long) = if x.len() <= y.len() { (x, y) } else { (y, x) };
        let stem = short.trim_end_matches('.');
        let initial = self.words[a0].shape == Shape::Initial || self.words[b0].shape == Shape::Initial;
        (stem.chars().count() >= 3 && long.starts_with(stem))
            || (initial && long.chars().next() == short.chars().next())
    }

    /// "World Health Organization (WHO)": what is in brackets is another form; and initials are.
    pub(super) fn abbreviations(&mut self, names: &[Name], of: &[Option<Id>]) {
        for (name, id) in names.iter().zip(of) {
            let Some(id) = *id else { continue };
            let e = &self.entities.all[id];
            if e.kind != SpeakerKind::Organization && e.sort == Sort::Person {
                continue;
            }
            if let Some(short) = self.short_form(name.name.end) {
                let form = Key::EMPTY.then(self.words[short].key);
                self.entities.by_form.insert(form, id);
                let entity = &mut self.entities.all[id];
                entity.sort = if entity.sort == Sort::Place { Sort::Place } else { Sort::Institution };
                entity.kind = SpeakerKind::Organization;
                continue;
            }
            let initials: String =
                solid(self.words, name.name.clone()).filter_map(|i| self.text.word(i).chars().next()).collect();
            if initials.chars().count() >= 2 {
                self.entities.by_form.entry(Key::EMPTY.then(key(&initials))).or_insert(id);
            }
        }
    }

    /// The abbreviation behind a name that ends at token `end`: "(WHO)", ", or SVP,".
    fn short_form(&self, end: usize) -> Option<usize> {
        let word = |i: usize| if i < self.words.len() { self.text.word(i) } else { "" };
        let short = match (word(end), word(end + 1), word(end + 2)) {
            ("(", _, ")") => end + 1,
            (",", "or", _) if word(end + 3) == "," => end + 2,
            _ => return None,
        };
        (self.words[short].shape == Shape::Upper).then_some(short)
    }

    /// Whether the name only says whose something is: "the doctor of former President Ray Lee", "Ray Lee’s doctor".
    /// A surname that follows need not be his.
    fn is_aside(&self, name: &Name) -> bool {
        let owner = self.words.get(name.name.end).is_some_and(|w| w.kind == TokenKind::Possessive);
        let start = name.whole.start;
        let role =
            (start.saturating_sub(2)..start).rev().take_while(|&i| !self.words[i].is(Class::PREPOSITION)).count();
        owner || start.checked_sub(role + 1).is_some_and(|i| self.text.word(i) == "of")
    }

    /// Notes one more mention and what it tells of gender.
    pub(super) fn count(&mut self, id: Id, name: &Name) {
        let last = &self.words[self.entities.all[id].name.end - 1];
        let formal = last.key == self.words[name.name.end - 1].key;
        let entity = &mut self.entities.all[id];
        entity.count += 1;
        entity.first = entity.first.min(name.whole.start);
        entity.formal += u32::from(formal);
        if let Some(gender) = name.gender {
            entity.hint(gender, 5);
        }
    }
}
