//! Names that belong to one bearer, gathered.

use std::collections::HashMap;
use std::ops::Range;

use super::keys::{Key, KeyHasher, key};
use super::lexicon::Class;
use super::names::{Gender, Name, Sort};
use super::roles;
use super::words::{Shape, Word};
use crate::document::SpeakerKind;
use crate::text::Text;

/// Index of an [`Entity`].
pub(super) type Id = usize;

/// Someone or something that the article speaks of.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entity {
    pub(super) sort: Sort,
    pub(super) kind: SpeakerKind,
    /// Tokens of the fullest form.
    pub(super) name: Range<usize>,
    /// The label where it is not simply those tokens: "Sanders campaign" for "his campaign".
    pub(super) label: Option<String>,
    /// Title or role, as tokens, nearest the first full mention.
    pub(super) role: Option<Range<usize>>,
    /// How often a title or pronoun called it a man, a woman.
    pub(super) male: u16,
    pub(super) female: u16,
    /// Nouns that titles and appositions give: "senator", "nurse".
    pub(super) heads: Vec<Key>,
    /// The words around those nouns: "Vermont".
    pub(super) modifiers: Vec<Key>,
    /// How often it is named.
    pub(super) count: u32,
    /// How often with its last word: a boy of the family is "Freddy", the man of the story "Mr. Trump".
    pub(super) formal: u32,
    /// Where its first form of the fuller kind stands, as a token.
    pub(super) introduced: usize,
    /// Where it is first named in the running text, as a token.
    pub(super) first: usize,
    /// Several people: "officials".
    pub(super) plural: bool,
    /// The sentence of the last full mention so far.
    pub(super) last_full: u32,
    /// The person or body that it belongs to: the candidate of a campaign.
    pub(super) owner: Option<Id>,
}

impl Entity {
    pub(super) const fn new(sort: Sort, kind: SpeakerKind, name: Range<usize>) -> Self {
        Self {
            sort,
            kind,
            name,
            label: None,
            role: None,
            male: 0,
            female: 0,
            heads: Vec::new(),
            modifiers: Vec::new(),
            count: 0,
            formal: 0,
            introduced: 0,
            first: usize::MAX,
            plural: false,
            last_full: 0,
            owner: None,
        }
    }

    /// The likelier gender, if anything tells.
    pub(super) const fn gender(&self) -> Option<Gender> {
        if self.male > self.female {
            Some(Gender::Male)
        } else if self.female > self.male {
            Some(Gender::Female)
        } else {
            None
        }
    }

    /// Counts a sign of gender; titles weigh more than a first name.
    pub(super) fn hint(&mut self, gender: Gender, weight: u16) {
        match gender {
            Gender::Male => self.male = self.male.saturating_add(weight),
            Gender::Female => self.female = self.female.saturating_add(weight),
        }
    }

    /// Whether it is, or may be, a human being.
    pub(super) fn is_person(&self) -> bool {
        self.kind == SpeakerKind::Person && matches!(self.sort, Sort::Person | Sort::Likely)
    }
}

/// Entities with the forms under which they are known.
#[derive(Debug, Default, Clone, PartialEq)]
pub(super) struct Entities {
    pub(super) all: Vec<Entity>,
    by_form: HashMap<Key, Id, KeyHasher>,
    by_last: HashMap<Key, Vec<Id>, KeyHasher>,
    by_first: HashMap<Key, Vec<Id>, KeyHasher>,
}

/// How many bearers of one surname are compared.
const NAMESAKES: usize = 12;

/// Sentences within which a full name decides who of a family is meant.
const FAMILY_REACH: u32 = 1;

/// How many more mentions of one member of a family make a full name of another count for nothing.
const OVERSHADOWED: u32 = 2;

/// Longest form that is looked up in a headline, in tokens.
const FORM: usize = 5;

/// Finds out which names have one bearer; returns the bearers and, for each name, whose it is.
pub(super) fn gather(text: &Text, words: &[Word], names: &[Name]) -> (Entities, Vec<Option<Id>>) {
    let mut gatherer = Gatherer { text, words, entities: Entities::default() };
    let mut of: Vec<Option<Id>> = vec![None; names.len()];
    for (name, of) in names.iter().zip(&mut of).filter(|(n, _)| !gatherer_is_short(words, n)) {
        *of = Some(gatherer.full(name));
    }
    gatherer.abbreviations(names, &of);
    gatherer.roles(names, &of);
    gatherer.entities.all.iter_mut().for_each(|e| e.last_full = u32::MAX);
    for (name, of) in names.iter().zip(&mut of) {
        let short = of.is_none();
        match *of {
            Some(id) => gatherer.entities.all[id].last_full = words[name.name.start].sentence,
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
fn gatherer_is_short(words: &[Word], name: &Name) -> bool {
    solid(words, name.name.clone()).count() == 1
}

/// The tokens of a name without particles, suffixes and marks.
fn solid(words: &[Word], name: Range<usize>) -> impl DoubleEndedIterator<Item = usize> + Clone {
    name.filter(|&i| {
        let w = &words[i];
        (w.capital() || w.kind == crate::text::TokenKind::Number) && !(w.is(Class::SUFFIX) && w.shape != Shape::Lower)
    })
}

struct Gatherer<'a> {
    text: &'a Text<'a>,
    words: &'a [Word],
    entities: Entities,
}

impl Gatherer<'_> {
    fn phrase(&self, range: Range<usize>) -> Key {
        range.fold(Key::EMPTY, |k, i| k.then(self.words[i].key))
    }

    fn last(&self, name: &Name) -> Key {
        let end = solid(self.words, name.name.clone()).next_back().unwrap_or(name.name.end - 1);
        self.words[end].key
    }

    fn first(&self, name: &Name) -> Key {
        self.words[name.name.start].key
    }

    fn add(&mut self, name: &Name, sort: Sort, kind: SpeakerKind) -> Id {
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
            self.entities.by_form.entry(Key::EMPTY.then(first).then(last)).or_insert(id);
        }
        id
    }

    /// A name of two words or more.
    fn full(&mut self, name: &Name) -> Id {
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
    fn part_of(&self, name: &Name) -> Option<Id> {
        if name.sort != Sort::Institution {
            return None;
        }
        let keys = |r: &Range<usize>| self.words[r.clone()].iter().map(|w| w.key).collect::<Vec<_>>();
        let new = keys(&name.name);
        let firsts = self.entities.by_first.get(&self.first(name));
        let lasts = self.entities.by_last.get(&self.last(name));
        let near = [firsts, lasts].into_iter().flatten().flat_map(|ids| ids.iter().rev().take(NAMESAKES));
        near.copied().find(|&id| {
            let e = &self.entities.all[id];
            let old = keys(&e.name);
            let (short, long) = if old.len() <= new.len() { (&old, &new) } else { (&new, &old) };
            e.sort == Sort::Institution
                && short.len() >= 2
                && (long.starts_with(short)
                    || (long.ends_with(short)
                        && (short.len() >= 3 || super::lexicon::class(long[0]).any(Class::PLACE) && long.len() == 3)))
        })
    }

    /// Reads the roles around full names; who has one is a person.
    fn roles(&mut self, names: &[Name], of: &[Option<Id>]) {
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

    fn shouted(&self, name: &Range<usize>) -> bool {
        self.words[name.clone()].iter().all(|w| w.shape != Shape::Capital)
    }

    /// A known person with this surname and a first name that agrees.
    fn same_person(&self, name: &Name) -> Option<Id> {
        let namesakes = self.entities.by_last.get(&self.last(name))?;
        namesakes.iter().rev().take(NAMESAKES).copied().find(|&id| {
            let e = &self.entities.all[id];
            e.kind == SpeakerKind::Person && self.agree(&e.name, &name.name)
        })
    }

    /// Whether two forms of a name with one surname may be one person's: a common given name, or an
    /// initial or a short form of it.
    fn agree(&self, a: &Range<usize>, b: &Range<usize>) -> bool {
        let suffix = |r: &Range<usize>| {
            self.words[r.clone()].iter().find(|w| w.is(Class::SUFFIX) && w.shape != Shape::Lower).map(|w| w.key)
        };
        if let (Some(x), Some(y)) = (suffix(a), suffix(b))
            && x != y
        {
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
    fn abbreviations(&mut self, names: &[Name], of: &[Option<Id>]) {
        for (name, id) in names.iter().zip(of) {
            let Some(id) = *id else { continue };
            let e = &self.entities.all[id];
            if e.kind != SpeakerKind::Organization && e.sort == Sort::Person {
                continue;
            }
            let end = name.name.end;
            if end + 2 < self.words.len()
                && self.text.word(end) == "("
                && self.text.word(end + 2) == ")"
                && self.words[end + 1].shape == Shape::Upper
            {
                let form = Key::EMPTY.then(self.words[end + 1].key);
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

    /// A name of one word: somebody known by a longer one, or somebody new.
    fn short(&mut self, name: &Name) -> Option<Id> {
        let at = name.name.start;
        let word = &self.words[solid(self.words, name.name.clone()).next()?];
        let form = Key::EMPTY.then(word.key);
        let the = at > 0 && self.text.word(at - 1).eq_ignore_ascii_case("the");
        let namesake = self.namesake(name, word.key, the);
        if let Some(id) = namesake {
            return Some(id);
        }
        if word.is(Class::TITLE) && !name.titled() && word.shape == Shape::Capital {
            // A title by itself, "President", is no name.
            return None;
        }
        if let Some(&id) = self.entities.by_form.get(&form)
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
    fn namesake(&self, name: &Name, word: Key, the: bool) -> Option<Id> {
        if the && !name.titled() && name.sort == Sort::Institution {
            return None;
        }
        let by_surname = self.entities.by_last.get(&word).and_then(|ids| self.likeliest(name, ids));
        // By first name, or by the family name where that comes first: "Mr. Zhou" for Zhou Meilin.
        by_surname.or_else(|| self.entities.by_first.get(&word).and_then(|ids| self.likeliest(name, ids)))
    }

    /// Which of several namesakes a short name means: the one just named in full, or else the one whom the
    /// article calls so most.
    fn likeliest(&self, name: &Name, ids: &[Id]) -> Option<Id> {
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
        let holds = |id: Id| offices.iter().any(|&office| roles::fits(office, &all[id].heads) > 0);
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
    fn may_be_called(&self, name: &Name, person: &Entity) -> bool {
        let gender = name.gender.is_none() || person.gender().is_none() || person.gender() == name.gender;
        if person.kind != SpeakerKind::Person || !gender {
            return false;
        }
        // "President Okoro" before anybody is named in full is not "first lady Amina Okoro".
        person.introduced <= name.whole.start
            || person.heads.is_empty()
            || self.offices(name).first().is_none_or(|&office| roles::fits(office, &person.heads) > 0)
    }

    /// The offices among the titles of a name.
    fn offices(&self, name: &Name) -> Vec<Key> {
        let titles = name.whole.start..name.name.start;
        let nouns = titles.filter_map(|i| roles::head(self.text.word(i), &self.words[i]));
        nouns.filter(|&noun| !roles::is_courtesy(noun)).collect()
    }

    /// "the Clintons", where a Clinton is known.
    fn is_family(&self, at: usize) -> bool {
        let Some(stem) = self.text.word(at).strip_suffix('s') else { return false };
        self.entities
            .by_last
            .get(&key(stem))
            .is_some_and(|ids| ids.iter().any(|&id| self.entities.all[id].kind == SpeakerKind::Person))
    }

    /// "Valeant" for "Valeant Pharmaceuticals", "the Times" for "The New York Times".
    fn longer_institution(&self, name: &Name, word: Key, the: bool) -> Option<Id> {
        let before = |&&id: &&Id| {
            let e = &self.entities.all[id];
            e.sort == Sort::Institution
                && e.name.len() > 1
                && self.words[e.name.end - 1].is(Class::INSTITUTION)
                && e.last_full != u32::MAX
                && e.name.start < name.name.start
        };
        let first = self.entities.by_first.get(&word).and_then(|ids| ids.iter().rev().take(NAMESAKES).find(before));
        first
            .or_else(|| {
                let ids = if the { self.entities.by_last.get(&word) } else { None };
                ids.and_then(|ids| ids.iter().rev().take(NAMESAKES).find(before))
            })
            .copied()
    }

    /// Notes one more mention and what it tells of gender.
    fn count(&mut self, id: Id, name: &Name) {
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

impl Entities {
    /// The entity that the words from `start` on name in a headline, and where its name ends there.
    pub(super) fn form_at(&self, words: &[Word], start: usize) -> Option<(Id, usize)> {
        let longest = words.len().min(start + FORM);
        (start + 1..=longest).rev().find_map(|end| {
            let form = words[start..end].iter().fold(Key::EMPTY, |k, w| k.then(w.key));
            let id = self.by_form.get(&form).copied();
            let id = id.or_else(|| if end == start + 1 { self.best_namesake(words[start].key) } else { None });
            id.map(|id| (id, end))
        })
    }

    /// The person most often named by that surname.
    fn best_namesake(&self, surname: Key) -> Option<Id> {
        let ids = self.by_last.get(&surname)?;
        let people = ids.iter().take(NAMESAKES).copied().filter(|&id| self.all[id].kind == SpeakerKind::Person);
        people.max_by_key(|&id| (self.all[id].count, std::cmp::Reverse(id)))
    }
}
