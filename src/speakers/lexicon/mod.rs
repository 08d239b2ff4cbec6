//! What a word by itself says about a voice: closed word classes, written for this crate.
//!
//! The lists hold classes of words (titles, offices, kinship, nouns for groups and institutions, place
//! names), never the names of people in the news. Where one follows a source, it says so.

mod names;
mod nouns;
mod people;
mod places;

use std::collections::HashMap;
use std::sync::OnceLock;

use super::keys::{Key, KeyHasher, key};

/// A set of word classes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Class(u32);

impl Class {
    /// Stands before a name: "Mr.", "Senator", "Pope".
    pub(super) const TITLE: Self = Self(1);
    /// A person's office, trade or part: "senator", "nurse", "candidate".
    pub(super) const ROLE: Self = Self(1 << 1);
    /// "father", "wife".
    pub(super) const KIN: Self = Self(1 << 2);
    /// Said of a man.
    pub(super) const MALE: Self = Self(1 << 3);
    /// Said of a woman.
    pub(super) const FEMALE: Self = Self(1 << 4);
    /// Several people: "officials", "voters".
    pub(super) const GROUP: Self = Self(1 << 5);
    /// Part of an institution's name: "Committee", "University", "Times".
    pub(super) const INSTITUTION: Self = Self(1 << 6);
    /// The common noun for a body that speaks: "company", "campaign".
    pub(super) const BODY: Self = Self(1 << 7);
    /// Something written, filmed or counted: "report", "poll".
    pub(super) const DOCUMENT: Self = Self(1 << 8);
    /// A country, state or capital.
    pub(super) const PLACE: Self = Self(1 << 9);
    /// An adjective of origin, party or creed: "Russian", "Democratic".
    pub(super) const ORIGIN: Self = Self(1 << 10);
    /// A first name.
    pub(super) const FIRST: Self = Self(1 << 11);
    /// A word that is no name however it is written: "The", "Meanwhile".
    pub(super) const COMMON: Self = Self(1 << 12);
    /// A preposition.
    pub(super) const PREPOSITION: Self = Self(1 << 13);
    /// Goes before a noun phrase: "the", "some", "his".
    pub(super) const DETERMINER: Self = Self(1 << 14);
    /// A day or a month.
    pub(super) const DATE: Self = Self(1 << 15);
    /// Part of somebody that stands for the whole: "his words", "her eyes".
    pub(super) const SELF: Self = Self(1 << 16);
    /// A lower-case part of a surname: "von", "bin".
    pub(super) const PARTICLE: Self = Self(1 << 17);
    /// Ends a name: "Jr.", "III".
    pub(super) const SUFFIX: Self = Self(1 << 18);
    /// Begins a clause that says more about the noun before it.
    pub(super) const RELATIVE: Self = Self(1 << 19);
    /// A verb form that ends a noun phrase: auxiliaries, the commonest reporting verbs.
    pub(super) const VERB: Self = Self(1 << 20);

    /// An adjective that may stand before a role: "former".
    pub(super) const ADJECTIVE: Self = Self(1 << 21);
    /// Ends the name of a thing that has no voice: "Tower", "Act".
    pub(super) const THING: Self = Self(1 << 22);

    /// Whether the word is in any of the classes of `other`.
    pub(super) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both together.
    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

type Lexicon = HashMap<Key, Class, KeyHasher>;

/// The classes of the word with this key.
pub(super) fn class(word: Key) -> Class {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(build).get(&word).copied().unwrap_or_default()
}

fn build() -> Lexicon {
    let lists: &[(Class, &str)] = &[
        (Class::TITLE, people::TITLES),
        (Class::TITLE.with(Class::MALE), people::MALE_TITLES),
        (Class::TITLE.with(Class::FEMALE), people::FEMALE_TITLES),
        (Class::ROLE, people::ROLES),
        (Class::ROLE.with(Class::MALE), people::MALE_ROLES),
        (Class::ROLE.with(Class::FEMALE), people::FEMALE_ROLES),
        (Class::KIN, people::KIN),
        (Class::KIN.with(Class::MALE), people::MALE_KIN),
        (Class::KIN.with(Class::FEMALE), people::FEMALE_KIN),
        (Class::GROUP, people::GROUPS),
        (Class::FIRST.with(Class::MALE), names::MALE_FIRST),
        (Class::FIRST.with(Class::FEMALE), names::FEMALE_FIRST),
        (Class::PARTICLE, names::PARTICLES),
        (Class::SUFFIX, names::SUFFIXES),
        (Class::INSTITUTION, nouns::INSTITUTIONS),
        (Class::BODY, nouns::BODIES),
        (Class::DOCUMENT, nouns::DOCUMENTS),
        (Class::SELF, nouns::SELVES),
        (Class::PLACE, places::PLACES),
        (Class::ORIGIN, places::ORIGINS),
        (Class::COMMON, nouns::COMMON),
        (Class::COMMON.with(Class::PREPOSITION), nouns::PREPOSITIONS),
        (Class::COMMON.with(Class::DETERMINER), nouns::DETERMINERS),
        (Class::COMMON.with(Class::RELATIVE), nouns::RELATIVES),
        (Class::COMMON.with(Class::VERB), nouns::VERBS),
        (Class::COMMON.with(Class::ADJECTIVE), nouns::ADJECTIVES),
        (Class::THING, nouns::THINGS),
        (Class::DATE, nouns::DATES),
    ];
    let mut lexicon = Lexicon::default();
    for &(class, words) in lists {
        for word in words.split_ascii_whitespace() {
            let known = lexicon.entry(key(word)).or_default();
            *known = known.with(class);
        }
    }
    lexicon
}
