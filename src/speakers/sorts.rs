//! What sort of thing bears a name: a person, an institution, a place.

use std::ops::Range;

use super::keys::{Key, key};
use super::lexicon::Class;
use super::names::{Finder, Gender, Name, Sort};
use super::words::Shape;
use crate::text::TokenKind;

impl Finder<'_> {
    /// The name in a run of capitalised words, if there is one.
    pub(super) fn classify(&self, mut range: Range<usize>) -> Option<Name> {
        let words = self.words;
        let whole_start = range.start;
        // A number or an adjective alone is nothing.
        let title = self.title_end(range.clone());
        if let Some(end) = title {
            range.start = end;
        } else {
            while range.len() > 2 && self.sheds(range.start) && !self.is_institution(range.clone()) {
                range.start += 1;
            }
            // "Republican Trump"
            if range.len() == 2 && matches!(self.text_of(range.start), "Republican" | "Democrat") {
                let rest = &words[range.start + 1];
                let other =
                    Class::INSTITUTION.with(Class::ROLE).with(Class::TITLE).with(Class::GROUP).with(Class::PLACE);
                range.start += usize::from(rest.shape == Shape::Capital && !rest.is(other));
            }
            if let Some(start) = self.first_name_inside(range.clone()) {
                range.start = start;
            }
            if range.len() == 2 && words[range.start].is(Class::ORIGIN) && words[range.start + 1].is(Class::TITLE) {
                return None;
            }
        }
        // "President Lee Speech at the Harbour"
        while title.is_some() && range.len() > 1 && words[range.end - 1].is(Class::DOCUMENT) {
            range.end -= 1;
        }
        let first = &words[range.start];
        let last = &words[range.end - 1];
        let single = range.len() == 1;
        let lone_word = Class::ROLE.with(Class::KIN).with(Class::GROUP).with(Class::ORIGIN).with(Class::ADJECTIVE);
        // "Q:" and "A:" of an interview.
        if single && self.text_of(range.start).len() == 1 {
            return None;
        }
        if single && title.is_none() && first.shape == Shape::Upper && first.is(Class::ROLE.with(Class::TITLE)) {
            return None;
        }
        if single && title.is_none() && first.shape == Shape::Capital {
            let plural_origin = self.is_plural_of(range.start, Class::ORIGIN.with(Class::ROLE));
            if first.is(lone_word) || plural_origin {
                return None;
            }
            if first.opens && first.is(Class::DOCUMENT.with(Class::BODY).with(Class::SELF)) {
                return None;
            }
        }
        // "Oklahoma Democrats", "Senate Republicans": people, not a name.
        if title.is_none() && !single && self.is_plural_of(range.end - 1, Class::ORIGIN) {
            return None;
        }
        // "Prime Minister", "Rules Committee Chairman": an office, nobody's name.
        if title.is_none() && last.is(Class::TITLE) && !first.is(Class::FIRST) && !single {
            return None;
        }
        // "Former Secretary of State and ...": so is this.
        if title.is_none()
            && first.is(Class::TITLE)
            && !first.is(Class::FIRST)
            && range.len() > 2
            && self.text_of(range.start + 1) == "of"
        {
            return None;
        }
        let gender = title.and_then(|end| {
            let t = &words[whole_start..end];
            let female = t.iter().any(|w| w.is(Class::FEMALE) && w.is(Class::TITLE.with(Class::ROLE)));
            let male = t.iter().any(|w| w.is(Class::MALE) && w.is(Class::TITLE.with(Class::ROLE)));
            match (male, female) {
                (true, false) => Some(Gender::Male),
                (false, true) => Some(Gender::Female),
                _ => None,
            }
        });
        let sort = self.sort(range.clone(), title.is_some());
        Some(Name { whole: whole_start..range.end, name: range, sort, gender })
    }

    /// Whether the word is the plural of one in `class`: "Canadians".
    pub(super) fn is_plural_of(&self, i: usize, class: Class) -> bool {
        let word = self.text_of(i);
        word.strip_suffix('s').is_some_and(|stem| super::lexicon::class(key(stem)).any(class))
    }

    pub(super) fn is_institution(&self, range: Range<usize>) -> bool {
        let words = &self.words[range.clone()];
        words[words.len() - 1].is(Class::INSTITUTION)
            || range.clone().any(|i| {
                matches!(self.text_of(i), "of" | "for" | "on") && i > range.start && {
                    let head = &self.words[i - 1];
                    head.is(Class::INSTITUTION)
                }
            })
    }

    pub(super) fn sort(&self, range: Range<usize>, titled: bool) -> Sort {
        let words = &self.words[range.clone()];
        let (first, last) = (&words[0], &words[words.len() - 1]);
        let single = words.len() == 1;
        let the = range.start > 0 && self.text_of(range.start - 1).eq_ignore_ascii_case("the");
        if titled {
            return Sort::Person;
        }
        if words.len() == 2 && first.is(Class::FIRST) && !the && !first.is(Class::PLACE) && first.shape != Shape::Upper
        {
            return Sort::Person;
        }
        if self.is_institution(range.clone()) || words.iter().any(|w| self.is_joint(w.key)) {
            return Sort::Institution;
        }
        if last.is(Class::THING) && !first.is(Class::FIRST) {
            return Sort::Thing;
        }
        if last.is(Class::PLACE) && (single || !first.is(Class::FIRST)) {
            return Sort::Place;
        }
        if single && first.shape == Shape::Upper {
            return Sort::Institution;
        }
        if !single && (first.is(Class::FIRST) || words.iter().any(|w| w.shape == Shape::Initial)) && !the {
            return Sort::Person;
        }
        // "USA TODAY"
        if words.len() == 2 && first.is(Class::PLACE) && last.shape == Shape::Upper {
            return Sort::Institution;
        }
        // "FULL TEXT"
        if !single && words.iter().all(|w| w.shape == Shape::Upper) {
            return Sort::Thing;
        }
        if the && self.ends_phrase(range.end) {
            return Sort::Institution;
        }
        if single || the { Sort::Unknown } else { Sort::Likely }
    }

    pub(super) fn is_joint(&self, k: Key) -> bool {
        k == key("&") || k == key("/")
    }

    /// Whether a noun phrase cannot go on at `i`: "the Kremlin said" against "the Sanders campaign".
    pub(super) fn ends_phrase(&self, i: usize) -> bool {
        self.word(i).is_none_or(|w| {
            w.kind != TokenKind::Word && w.kind != TokenKind::Number
                || (w.is(Class::VERB.with(Class::PREPOSITION).with(Class::COMMON)) && self.text_of(i) != "and")
                || self.text_of(i).ends_with("ed")
        })
    }
}
