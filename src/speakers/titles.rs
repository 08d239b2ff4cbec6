//! What stands before a name and is no part of it.

use std::ops::Range;

use super::lexicon::Class;
use super::names::Finder;
use super::words::Shape;

impl Finder<'_> {
    /// Where the titles at the head of a run of capitalised words end, if a name follows them.
    pub(super) fn title_end(&self, range: Range<usize>) -> Option<usize> {
        if range.len() < 2 {
            return None;
        }
        let at = (range.start..range.end - 1).rev().find(|&i| {
            let w = &self.words[i];
            // Any trade may stand before a full name: "Committeeman Curly Haugland".
            let trade = w.is(Class::ROLE) && !w.is(Class::FIRST.with(Class::INSTITUTION)) && range.end > i + 2;
            // "King" in "Martin Luther King Jr." ends a name.
            (w.is(Class::TITLE) || trade)
                && !self.words[i + 1].is(Class::SUFFIX)
                && !self.proper_surname(range.start, i)
                && !self.inside_a_name(range.clone(), i)
        })?;
        let mut end = at + 1;
        if self.text_of(end) == "of" {
            end += if self.text_of(end + 1) == "the" { 3 } else { 2 };
            // "Director of National Intelligence Ann Lee"
            end = (end..range.end - 1).find(|&i| self.words[i].is(Class::FIRST)).unwrap_or(end);
        }
        // "the High Commissioner for Human Rights" is nobody's name.
        if matches!(self.text_of(end), "for" | "on") {
            return None;
        }
        let rest = end..range.end;
        if rest.is_empty() || rest.clone().all(|i| self.words[i].is(Class::TITLE)) {
            return None;
        }
        let person = self.words[rest.start].is(Class::FIRST);
        (person || !self.is_institution(rest)).then_some(end)
    }

    /// Whether a person's name has begun before the title word at `i` and goes on behind it.
    pub(super) fn inside_a_name(&self, range: Range<usize>, i: usize) -> bool {
        let first = &self.words[range.start];
        i > range.start
            && (first.is(Class::FIRST) || first.shape == Shape::Initial)
            && !first.is(Class::TITLE.with(Class::PLACE))
            && !self.words[i + 1].is(Class::FIRST)
    }

    /// Whether the title word at `i` is rather the surname after a first name: "Billie Jean King".
    pub(super) fn proper_surname(&self, start: usize, i: usize) -> bool {
        i > start && self.words[i - 1].is(Class::FIRST) && !self.words[i - 1].is(Class::TITLE)
    }

    /// Whether an adjective before a name is no part of it: "Democrat Zephyr Hill", not "Black Lives Matter".
    pub(super) fn sheds(&self, i: usize) -> bool {
        const KEPT: [&str; 9] =
            ["Black", "White", "Islamic", "Western", "Eastern", "Northern", "Southern", "African", "Communist"];
        self.words[i].is(Class::ORIGIN) && !KEPT.contains(&self.text_of(i))
    }

    /// Where a first name begins behind words that are none: "County Recorder Helen Purcell".
    pub(super) fn first_name_inside(&self, range: Range<usize>) -> Option<usize> {
        let first = &self.words[range.start];
        if range.len() < 3
            || first.is(Class::FIRST)
            || first.shape == Shape::Initial
            || self.is_institution(range.clone())
        {
            return None;
        }
        let office = Class::INSTITUTION.with(Class::ROLE).with(Class::TITLE).with(Class::PLACE).with(Class::ORIGIN);
        let at = (range.start + 1..range.end - 1)
            .find(|&i| self.words[i].is(Class::FIRST) && !self.words[i].is(Class::PLACE.with(office)))?;
        let before = &self.words[range.start..at];
        // "Supervisor of Elections Susan Bucher"
        let of = range.start > 0 && self.text_of(range.start - 1) == "of";
        (before.len() >= 2 || before[0].opens || before[0].is(office) || of).then_some(at)
    }

    /// An office that is named with "of": "Secretary of State", "Supervisor of Elections".
    pub(super) fn is_office(&self, i: usize) -> bool {
        let w = &self.words[i];
        w.shape == Shape::Capital
            && ((w.is(Class::TITLE) && !w.is(Class::FIRST)) || matches!(self.text_of(i), "Chiefs" | "Duke"))
    }
}
