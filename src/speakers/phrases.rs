//! The build of a noun phrase: its parts, where it ends, its head.

use std::ops::Range;

use super::discourse::Discourse;
use super::lexicon::Class;
use super::names::Sort;
use super::pronouns;
use crate::document::SpeakerKind;
use crate::text::{Text, TokenKind};

/// Longest list of sources that is taken apart.
const LIST: usize = 8;

impl Discourse {
    /// The parts of "Smith and Jones", "he and other leaders"; one part where the phrase is no list of
    /// voices that are told apart.
    pub(super) fn conjuncts(&self, text: &Text, tokens: Range<usize>, alike: bool) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let mut start = tokens.start;
        let mut joined = false;
        let mut i = tokens.start;
        while i < tokens.end {
            if self.name_of[i] > 0 {
                i = self.name_end(i).max(i + 1);
                continue;
            }
            let word = text.word(i);
            let w = &self.words[i];
            if word == "(" {
                // "Sen. Ann Crowe (R-Tex.) and Sen. Carl Boyle (D-Vt.)"
                i = (i..tokens.end.min(i + 8)).find(|&j| text.word(j) == ")").map_or(tokens.end, |j| j + 1);
                continue;
            }
            if w.is(Class::RELATIVE) || word == "--" || word == "—" {
                break;
            }
            let and = matches!(word, "and" | "And" | "&" | "or");
            // What follows the last of a list is an apposition: "Lee and Ray, two teachers".
            if joined && word == "," {
                break;
            }
            if and || word == "," || word == ";" {
                if i > start {
                    parts.push(start..i);
                }
                joined |= and;
                start = i + 1;
            } else if word == "as" && tokens.end > i + 3 && text.word(i + 1) == "well" {
                parts.push(start..i);
                joined = true;
                start = i + 3;
                i += 2;
            }
            i += 1;
        }
        parts.push(start..i.min(tokens.end).max(start));
        parts.retain(|p| !p.is_empty());
        let one = vec![tokens.clone()];
        if !joined || parts.len() < 2 || parts.len() > LIST {
            return one;
        }
        if alike || (parts.len() > 2 && parts.iter().all(|p| self.is_plural(text, p.end - 1))) {
            return parts;
        }
        let voiced = |p: &Range<usize>| self.is_voice(text, p.clone());
        if parts.len() == 2 && text.word(parts[0].end) != "," {
            let institution =
                self.head_name(text, parts[0].clone()).is_some_and(|n| self.names[n].sort == Sort::Institution);
            // "Yahoo News and former TV anchor Katie Couric": one person with two posts.
            let post = !self.words[parts[1].start].capital() && !self.words[parts[1].start].is(Class::DETERMINER);
            let second =
                self.head_name(text, parts[1].clone()).is_some_and(|n| self.names[n].sort != Sort::Institution);
            if institution && post && second {
                return one;
            }
            return if voiced(&parts[0])
                || self.is_voice(text, parts[1].clone()) && !self.is_plain_noun(parts[0].clone())
            {
                parts
            } else {
                one
            };
        }
        if parts.iter().all(voiced) || (voiced(&parts[0]) && voiced(&parts[1])) {
            return parts;
        }
        // "Carl Boyle, Democrat of Vermont, and Ann Crowe": what is between the names explains the first.
        let last = parts.len() - 1;
        let spaced = text.word(parts[last].start - 1) == "and" && text.word(parts[last].start - 2) == ",";
        if spaced && self.is_person(text, parts[0].clone()) && self.is_person(text, parts[last].clone()) {
            parts.retain(|p| self.is_person(text, p.clone()));
            return parts;
        }
        one
    }

    /// Whether the head of the phrase is a person's name.
    pub(super) fn is_person(&self, text: &Text, tokens: Range<usize>) -> bool {
        let id = self.head_name(text, tokens).and_then(|n| self.bearer[n]);
        id.is_some_and(|id| self.entities.all[id].kind == SpeakerKind::Person)
    }

    /// A bare noun, as in "adviser and spokesman Jim Smith".
    pub(super) fn is_plain_noun(&self, tokens: Range<usize>) -> bool {
        let head = &self.words[tokens.end - 1];
        !head.is(Class::GROUP) && !self.words[tokens.start].is(Class::DETERMINER)
    }

    /// Whether the head of the phrase is a name or a personal pronoun.
    pub(super) fn is_voice(&self, text: &Text, tokens: Range<usize>) -> bool {
        let pronoun = tokens.len() == 1 && pronouns::read(&self.words[tokens.start]).is_some();
        pronoun || self.head_name(text, tokens).is_some()
    }

    pub(super) fn name_end(&self, i: usize) -> usize {
        match self.name_of[i] {
            0 => i,
            n => self.names[n as usize - 1].name.end,
        }
    }

    /// Where the noun phrase proper ends, before prepositions, clauses and appositions.
    pub(super) fn segment(&self, text: &Text, tokens: Range<usize>) -> Range<usize> {
        let mut i = tokens.start;
        while i < tokens.end {
            if self.name_of[i] > 0 {
                i = self.name_end(i).max(i + 1);
                continue;
            }
            let w = &self.words[i];
            let mark = w.kind == TokenKind::Mark
                && !matches!(text.word(i), "%" | "$" | "“" | "”" | "\"" | "'" | "‘" | "’" | "&" | "/");
            let stop = w.is(Class::PREPOSITION.with(Class::RELATIVE).with(Class::VERB)) && !w.is(Class::DETERMINER);
            // "former secretary of state Ann Lee"
            let office = text.word(i) == "of"
                && i + 2 < tokens.end
                && self.name_of[i + 1] == 0
                && self.name_of[i + 2] > 0
                && !self.words[i + 1].is(Class::COMMON.with(Class::GROUP).with(Class::ROLE));
            if office {
                i += 2;
                continue;
            }
            if i > tokens.start && (mark || stop) {
                break;
            }
            i += 1;
        }
        tokens.start..i.min(tokens.end)
    }

    /// The name that is the head of the phrase, as an index in `names`.
    pub(super) fn head_name(&self, text: &Text, tokens: Range<usize>) -> Option<usize> {
        let segment = self.segment(text, tokens);
        let last = segment.clone().next_back()?;
        let last = if self.words[last].kind == TokenKind::Possessive && last > segment.start { last - 1 } else { last };
        (self.name_of[last] as usize).checked_sub(1)
    }
}
