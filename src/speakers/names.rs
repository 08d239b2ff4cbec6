//! Where the article writes a name.

use std::ops::Range;

use super::lexicon::Class;
use super::words::{Shape, Word};
use crate::text::{Text, TokenKind};

/// What bears a name, as far as the name itself and its neighbours tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// A human being: a title, a first name or an initial says so.
    Person,
    /// Two or more capitalised words with no sign of anything else.
    Likely,
    /// A single capitalised word: a surname, a firm, a place.
    Unknown,
    /// A company, an institution.
    Institution,
    /// A country, a city.
    Place,
    /// A thing that has no voice: a street, a law.
    Thing,
}

/// Which pronoun refers to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    Male,
    Female,
}

/// One place where a name stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Name {
    /// The name with the capitalised words before it that are title or role: "Texas Senator Ted Cruz".
    pub(super) whole: Range<usize>,
    /// The name alone.
    pub(super) name: Range<usize>,
    pub(super) sort: Sort,
    /// From the title.
    pub(super) gender: Option<Gender>,
}

impl Name {
    /// Whether it is a title or office and no name after all: "the Prime Minister".
    pub(super) fn titled(&self) -> bool {
        self.whole.start < self.name.start
    }
}

/// Longest name, in tokens.
const LONGEST: usize = 14;

/// Finds the names in running text, in order; headlines are left out, for capitals mean nothing there.
pub(super) fn find(text: &Text, words: &[Word]) -> Vec<Name> {
    let finder = Finder { text, words };
    let mut names = Vec::new();
    let mut i = 0;
    while i < words.len() {
        if (words[i].headline && !finder.begins_person(i)) || !finder.begins(i) {
            i += 1;
            continue;
        }
        let end = if words[i].headline { i + 2 } else { finder.end(i) };
        names.extend(finder.classify(i..end));
        i = end;
    }
    names
}

/// Finds names.
pub(super) struct Finder<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) words: &'a [Word],
}

impl Finder<'_> {
    pub(super) fn word(&self, i: usize) -> Option<&Word> {
        self.words.get(i)
    }

    pub(super) fn text_of(&self, i: usize) -> &str {
        if i < self.words.len() { self.text.word(i) } else { "" }
    }

    /// Whether the token can be part of a name by its looks.
    pub(super) fn proper(&self, i: usize) -> bool {
        let Some(w) = self.word(i) else { return false };
        w.capital()
            && !w.is(Class::DATE)
            && !["-based", "-born", "-backed", "-led"].iter().any(|end| self.text_of(i).ends_with(end))
            && match w.shape {
                Shape::Upper => w.is(Class::PLACE) || !w.is(Class::COMMON),
                Shape::Initial => true,
                // "New York", "First Lady": adjectives go with what they stand before.
                _ if w.is(Class::ADJECTIVE) => !w.opens && self.word(i + 1).is_some_and(Word::capital),
                // "USA Today": a capital in mid-sentence has its reason.
                _ => !w.is(Class::COMMON) || (!w.opens && w.is(Class::INSTITUTION.with(Class::PLACE))),
            }
    }

    /// A first name and a surname, sure enough even in a headline.
    pub(super) fn begins_person(&self, i: usize) -> bool {
        let surname = |w: &Word| w.shape == Shape::Capital && !w.is(Class::COMMON.with(Class::INSTITUTION));
        self.words[i].is(Class::FIRST) && self.word(i + 1).is_some_and(surname) && !self.words[i + 1].opens
    }

    pub(super) fn begins(&self, i: usize) -> bool {
        let w = &self.words[i];
        let next = self.word(i + 1);
        if w.is(Class::PARTICLE) && w.shape == Shape::Lower {
            let start = matches!(self.text_of(i), "de" | "von" | "van" | "bin" | "ibn" | "al" | "el" | "della" | "ter");
            let next = if self.word(i + 1).is_some_and(|n| n.is(Class::PARTICLE)) { i + 2 } else { i + 1 };
            return start && self.proper(next) && !self.words[next].opens;
        }
        if w.is(Class::ADJECTIVE) && w.shape == Shape::Capital && self.text_of(i) == "New" {
            return next.is_some_and(|n| n.is(Class::PLACE.with(Class::INSTITUTION)));
        }
        if w.kind == TokenKind::Number {
            // "6th Circuit Court of Appeals"
            return self.text_of(i).ends_with("th") && self.proper(i + 1);
        }
        self.proper(i) && (w.shape != Shape::Initial || next.is_some_and(Word::capital))
    }

    /// Where the name that begins at `start` ends.
    pub(super) fn end(&self, start: usize) -> usize {
        let sentence = self.words[start].sentence;
        let within = |i: usize| self.word(i).is_some_and(|w| w.sentence == sentence);
        let mut i = start + 1;
        while i < start + LONGEST && within(i) {
            let w = &self.words[i];
            let last = &self.words[i - 1];
            let small = Class::DETERMINER.with(Class::PREPOSITION).with(Class::RELATIVE).with(Class::VERB);
            let joins = matches!(self.text_of(i), "And" | "Or" | "But");
            let raised = !joins
                && w.shape == Shape::Capital
                && w.is(Class::COMMON)
                && !w.is(small)
                && !w.opens
                && self.tokens_long(i);
            // "USA TODAY"
            let shouted = i == start + 1
                && w.shape == Shape::Upper
                && last.shape == Shape::Upper
                && w.is(Class::COMMON)
                && !w.is(small)
                && !self.word(i + 1).is_some_and(|next| next.shape == Shape::Upper);
            if (self.proper(i) || raised || shouted) && !(w.opens && w.quoted) {
                i += 1;
            } else if w.is(Class::PARTICLE) && w.shape == Shape::Lower && within(i + 1) {
                let next = if self.words[i + 1].is(Class::PARTICLE) { i + 2 } else { i + 1 };
                if !(within(next) && self.proper(next)) {
                    break;
                }
                i = next + 1;
            } else if let Some(next) = self.joined(start, i, last) {
                if !within(next) {
                    break;
                }
                i = next + 1;
            } else {
                break;
            }
        }
        i
    }

    /// Whether the word is more than a letter: not "I".
    pub(super) fn tokens_long(&self, i: usize) -> bool {
        let word = self.text_of(i);
        word.len() > 1 && !word.contains(['\'', '’'])
    }

    /// The token where the name goes on after a joining word at `i`, if it does.
    pub(super) fn joined(&self, start: usize, i: usize, last: &Word) -> Option<usize> {
        match self.text_of(i) {
            // "Department of Justice", "Center for the Study of Elections", "Secretary of State"
            "of" | "for" | "on" if (last.is(Class::INSTITUTION) && !self.is_press(i - 1)) || self.is_office(i - 1) => {
                let next = if self.text_of(i + 1) == "the" { i + 2 } else { i + 1 };
                self.proper(next).then_some(next)
            }
            "&" => self.proper(i + 1).then_some(i + 1),
            "/" => (self.proper(i + 1) && self.touches(i) && self.touches(i + 1)).then_some(i + 1),
            // "Center for Economic and Policy Research"
            "and" if self.is_field(start, i) => self.is_plain_part(i + 1).then_some(i + 1),
            // "Food and Drug Administration", not "Clinton and the White House"
            "and"
                if (start > 0 && self.text_of(start - 1).eq_ignore_ascii_case("the") && i == start + 1)
                    || self.is_abstract(i - 1) =>
            {
                let end = (i + 1..i + 4).find(|&j| !self.proper(j)).unwrap_or(i + 4);
                let long = end > i + 2 && last.shape == Shape::Capital && !last.is(Class::INSTITUTION);
                (long && self.words[end - 1].is(Class::INSTITUTION)).then_some(end - 1)
            }
            "," => self.word(i + 1).is_some_and(|w| w.is(Class::SUFFIX) && w.capital()).then_some(i + 1),
            // "Swiss People's Party", "Women's Health Fund"
            "’s" | "'s" if self.is_body_of(i - 1) => {
                let end = (i + 1..i + 4).find(|&j| !self.proper(j)).unwrap_or(i + 4);
                (end > i + 1 && self.words[end - 1].is(Class::INSTITUTION)).then_some(end - 1)
            }
            // C.L. "Butch" Otter
            "“" | "\"" | "‘" | "'" => {
                let close = i + 2;
                let nick = self.proper(i + 1) && matches!(self.text_of(close), "”" | "\"" | "’" | "'");
                (nick && self.proper(close + 1)).then_some(close + 1)
            }
            _ => None,
        }
    }

    /// Those whom a body may be named after.
    fn is_body_of(&self, i: usize) -> bool {
        matches!(
            self.text_of(i),
            "People" | "Women" | "Men" | "Children" | "Veterans" | "Workers" | "Farmers" | "Nurses"
        )
    }

    /// "Citizenship and Immigration Services": by its ending the word is a field of work, no surname or place.
    fn is_abstract(&self, i: usize) -> bool {
        ["ship", "tion", "ment", "rities", "culture"].iter().any(|ending| self.text_of(i).ends_with(ending))
    }

    /// "Edison Research for the Associated Press" is two names.
    fn is_press(&self, i: usize) -> bool {
        matches!(self.text_of(i), "Research" | "News" | "Times" | "Post" | "Journal" | "University")
            && self.text_of(i + 1) != "of"
    }

    /// Whether a body with a field of work has begun at `start`: "Department of Health".
    fn is_field(&self, start: usize, i: usize) -> bool {
        const BODIES: [&str; 14] = [
            "Department",
            "Ministry",
            "Center",
            "Centre",
            "Committee",
            "Bureau",
            "Office",
            "Organization",
            "Association",
            "Institute",
            "Agency",
            "Council",
            "Caucus",
            "Academy",
        ];
        let of = (start + 1..i).find(|&j| matches!(self.text_of(j), "of" | "for" | "on"));
        of.is_some_and(|of| BODIES.contains(&self.text_of(of - 1)) && (of + 1..i).all(|j| self.is_plain_part(j)))
    }

    /// A capitalised word that is no person, place or title.
    fn is_plain_part(&self, i: usize) -> bool {
        self.proper(i)
            && self.words[i].shape == Shape::Capital
            && !self.words[i].is(Class::FIRST.with(Class::PLACE).with(Class::TITLE))
    }

    pub(super) fn touches(&self, i: usize) -> bool {
        self.text.tokens[i - 1].span.end == self.text.tokens[i].span.start
    }
}
