//! Those whom the article speaks of.

use std::collections::HashMap;
use std::ops::Range;

use super::keys::{Key, KeyHasher};
use super::names::{Gender, Sort};
use super::words::Word;
use crate::document::SpeakerKind;

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

    /// Whether a title, a first name or a role says that it is a person.
    pub(super) const fn is_told(&self) -> bool {
        matches!(self.sort, Sort::Person) || !self.heads.is_empty()
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
    pub(super) by_form: HashMap<Key, Id, KeyHasher>,
    pub(super) by_last: HashMap<Key, Vec<Id>, KeyHasher>,
    pub(super) by_first: HashMap<Key, Vec<Id>, KeyHasher>,
}

/// Longest form that is looked up in a headline, in tokens.
const FORM: usize = 5;

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
        let people = ids
            .iter()
            .take(super::namesakes::NAMESAKES)
            .copied()
            .filter(|&id| self.all[id].kind == SpeakerKind::Person);
        people.max_by_key(|&id| (self.all[id].count, std::cmp::Reverse(id)))
    }
}
