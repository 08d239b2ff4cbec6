//! What the article says a person is: titles before the name, appositions around it.

use std::ops::Range;

use super::entities::Entity;
use super::keys::Key;
use super::lexicon::Class;
use super::names::Name;
use super::offices;
use super::words::{Shape, Word};
use crate::text::{Text, TokenKind};

/// How far a role may reach from its name, in tokens.
const REACH: usize = 14;

/// How many nouns and how many modifiers of one person are kept.
const KEPT: usize = 24;

/// Reads the roles around one mention of a person's name.
pub(super) fn read(text: &Text, words: &[Word], name: &Name, entity: &mut Entity) {
    let roles = Roles { text, words };
    if let Some(role) = roles.predicate(name) {
        roles.learn(role, entity);
    }
    let found = [roles.before(name), roles.after(name), roles.inverted(name)];
    for role in found.into_iter().flatten() {
        roles.learn(role.clone(), entity);
        if entity.role.is_none() && !roles.is_courtesy(&role) {
            entity.role = Some(role);
        }
    }
}

struct Roles<'a> {
    text: &'a Text<'a>,
    words: &'a [Word],
}

impl Roles<'_> {
    fn is_courtesy(&self, role: &Range<usize>) -> bool {
        role.clone().all(|i| offices::is_courtesy_title(self.text.word(i)))
    }

    fn noun(&self, i: usize) -> Option<Key> {
        offices::head(self.text.word(i), &self.words[i])
    }

    /// "Ukrainian President", "conservative radio host" before the name.
    fn before(&self, name: &Name) -> Option<Range<usize>> {
        let sentence = self.words[name.name.start].sentence;
        let mut start = name.whole.start;
        let least = start.saturating_sub(REACH);
        while start > least {
            let w = &self.words[start - 1];
            let stop =
                Class::DETERMINER.with(Class::PREPOSITION).with(Class::VERB).with(Class::RELATIVE).with(Class::DATE);
            let adjective = w.is(Class::ADJECTIVE);
            if w.sentence != sentence
                || w.kind != TokenKind::Word
                || (w.is(stop.with(Class::COMMON)) && !adjective && w.shape != Shape::Upper)
                || self.text.word(start - 1).ends_with("ly")
            {
                break;
            }
            start -= 1;
        }
        let role = start..name.name.start;
        // The noun must stand right before the name.
        let last = role.clone().next_back()?;
        let of = role.clone().rev().take(4).any(|i| self.text.word(i) == "of");
        let fits = self.noun(last).is_some() || (of && role.clone().any(|i| self.noun(i).is_some()));
        if !fits {
            return None;
        }
        let role = self.trim_courtesy(role);
        (!role.is_empty()).then_some(role)
    }

    fn trim_courtesy(&self, mut role: Range<usize>) -> Range<usize> {
        while role.len() > 1 && offices::is_courtesy_title(self.text.word(role.end - 1)) {
            role.end -= 1;
        }
        role
    }

    /// ", 42, a nurse from Ohio," or ", Apple's chief executive," after the name.
    fn after(&self, name: &Name) -> Option<Range<usize>> {
        // In "the minister, Lars Holm, met" the name is itself the apposition.
        if name.whole.start.checked_sub(1).is_some_and(|i| self.text.word(i) == ",") {
            return None;
        }
        let mut at = name.whole.end;
        let sentence = self.words[name.name.start].sentence;
        let here = |i: usize| self.words.get(i).is_some_and(|w| w.sentence == sentence);
        // A party and state in brackets.
        if here(at) && self.text.word(at) == "(" {
            at = (at..at + 6).find(|&i| here(i) && self.text.word(i) == ")")? + 1;
        }
        if !(here(at) && matches!(self.text.word(at), "," | "—" | "–")) {
            return None;
        }
        at += 1;
        if here(at + 1) && self.words[at].kind == TokenKind::Number && self.text.word(at + 1) == "," {
            at += 2;
        }
        if !here(at) {
            return None;
        }
        let mut noun = None;
        let mut end = at;
        while end < at + REACH * 2 && here(end) {
            let w = &self.words[end];
            let mark = w.kind == TokenKind::Mark && !matches!(self.text.word(end), "&" | "/");
            if mark || (w.is(Class::RELATIVE) && end > at) || (w.is(Class::VERB) && noun.is_none()) {
                break;
            }
            if w.is(Class::RELATIVE) || (noun.is_none() && w.is(Class::PREPOSITION)) {
                return None;
            }
            if noun.is_none() && (!w.capital() || w.is(Class::TITLE.with(Class::ROLE))) {
                noun = self.noun(end);
            }
            end += 1;
        }
        noun?;
        // A list of people is no role: "Smith, Senator Jones and ..."
        let first = &self.words[at];
        let opener = first.is(Class::DETERMINER.with(Class::ADJECTIVE).with(Class::ROLE).with(Class::ORIGIN))
            || !first.capital()
            || self.text.word(at + 1).starts_with(['\'', '’'])
            || self.words[end - 1].is(Class::ROLE)
            || first.is(Class::PLACE.with(Class::INSTITUTION))
            || first.shape == Shape::Upper;
        (opener && end > at).then_some(at..end)
    }

    /// "His chief strategist, Tad Devine," before the name.
    fn inverted(&self, name: &Name) -> Option<Range<usize>> {
        let comma = name.whole.start.checked_sub(1)?;
        let sentence = self.words[name.name.start].sentence;
        if self.text.word(comma) != "," || self.words[comma].sentence != sentence {
            return None;
        }
        let least = comma.saturating_sub(REACH);
        let start = (least..comma).rev().take_while(|&i| {
            self.words[i].sentence == sentence
                && self.words[i].kind != TokenKind::Mark
                && !self.words[i].is(Class::VERB)
        });
        let start = start.last()?;
        // It must be a noun phrase that begins with a determiner: "the finance minister, Lou Jiwei".
        let first = (start..comma).find(|&i| self.words[i].is(Class::DETERMINER))?;
        let edge = first == 0
            || self.words[first - 1].sentence != sentence
            || self.words[first - 1].kind == TokenKind::Mark
            || self.words[first - 1].is(Class::COMMON.with(Class::PREPOSITION));
        let stop = (first..comma).find(|&i| self.words[i].is(Class::PREPOSITION)).unwrap_or(comma);
        let noun = self.noun(stop.checked_sub(1)?);
        (edge && noun.is_some()).then_some(first + 1..comma)
    }

    /// "Khan was elected mayor of London", "Lee, who is a teacher".
    fn predicate(&self, name: &Name) -> Option<Range<usize>> {
        let sentence = self.words[name.name.start].sentence;
        let here = |i: usize| self.words.get(i).is_some_and(|w| w.sentence == sentence && w.kind == TokenKind::Word);
        let mut at = name.name.end;
        let comma = |i: usize| i < self.words.len() && self.text.word(i) == ",";
        if comma(at) {
            // "Lee, who is" and "Lee, a lawyer, was"
            at = match (at + 1..at + REACH).find(|&i| comma(i)) {
                _ if here(at + 1) && self.text.word(at + 1) == "who" => at + 2,
                Some(second) => second + 1,
                None => return None,
            };
        }
        let copula = |i: usize| {
            here(i) && matches!(self.text.word(i), "is" | "was" | "became" | "remains" | "serves" | "served")
        };
        if !copula(at) {
            return None;
        }
        at += 1;
        let start = (at..at + 2)
            .find(|&i| here(i) && matches!(self.text.word(i), "elected" | "appointed" | "named" | "as"))
            .map_or(at, |i| if here(i + 1) && self.text.word(i + 1) == "as" { i + 2 } else { i + 1 });
        let stop = Class::VERB.with(Class::RELATIVE);
        let end = (start..start + REACH).find(|&i| !here(i) || self.words[i].is(stop)).unwrap_or(start + REACH);
        let before = (start..end).find(|&i| self.words[i].is(Class::PREPOSITION)).unwrap_or(end);
        let noun = before.checked_sub(1).filter(|&last| last >= start && self.noun(last).is_some());
        noun.map(|_| start..end)
    }

    fn learn(&self, role: Range<usize>, entity: &mut Entity) {
        // What follows a preposition tells of others: "the daughter of a senator".
        let nouns_end = role.clone().find(|&i| self.words[i].is(Class::PREPOSITION)).unwrap_or(role.end);
        for i in role {
            let w = &self.words[i];
            if w.kind != TokenKind::Word {
                continue;
            }
            if let Some(noun) = self.noun(i).filter(|_| i < nouns_end) {
                if entity.heads.len() < KEPT && !entity.heads.contains(&noun) {
                    entity.heads.push(noun);
                }
                if w.is(Class::MALE) && !w.is(Class::FIRST) {
                    entity.hint(super::names::Gender::Male, 2);
                } else if w.is(Class::FEMALE) && !w.is(Class::FIRST) {
                    entity.hint(super::names::Gender::Female, 2);
                }
            } else if !w.is(Class::COMMON) && entity.modifiers.len() < KEPT && !entity.modifiers.contains(&w.key) {
                entity.modifiers.push(w.key);
            }
        }
    }
}
