//! What the article says a person is: titles before the name, appositions around it.

use std::ops::Range;

use super::entities::Entity;
use super::keys::{Key, key};
use super::lexicon::Class;
use super::names::Name;
use super::words::{Shape, Word};
use crate::text::{Text, TokenKind};

/// How far a role may reach from its name, in tokens.
const REACH: usize = 14;

/// How many nouns and how many modifiers of one person are kept.
const KEPT: usize = 24;

/// Titles that tell no role.
const COURTESY: &[&str] = &["Mr.", "Mrs.", "Ms.", "Miss", "Mr", "Mrs", "Ms", "Sir", "Lady", "Lord", "Dame", "Madame"];

/// Abbreviated titles and the nouns they stand for; near synonyms under one of them.
const SAME: &[(&str, &str)] = &[
    ("sen", "senator"),
    ("senators", "senator"),
    ("rep", "representative"),
    ("congressman", "representative"),
    ("congresswoman", "representative"),
    ("gov", "governor"),
    ("pres", "president"),
    ("prof", "professor"),
    ("gen", "general"),
    ("col", "colonel"),
    ("capt", "captain"),
    ("sgt", "sergeant"),
    ("lt", "lieutenant"),
    ("dr", "doctor"),
    ("physician", "doctor"),
    ("rev", "reverend"),
    ("attorney", "lawyer"),
    ("counsel", "lawyer"),
    ("adviser", "advisor"),
    ("spokesman", "spokesperson"),
    ("spokeswoman", "spokesperson"),
    ("chairman", "chair"),
    ("chairwoman", "chair"),
    ("chairperson", "chair"),
    ("frontrunner", "front-runner"),
    ("businesswoman", "businessman"),
    ("tycoon", "mogul"),
    ("magnate", "mogul"),
    ("writer", "author"),
    ("novelist", "author"),
    ("correspondent", "reporter"),
    ("journalist", "reporter"),
    ("premier", "minister"),
];

/// Broader nouns and what they take in.
const BROADER: &[(&str, &[&str])] = &[
    ("lawmaker", &["senator", "representative", "legislator", "councilman", "councilwoman", "assemblyman", "member"]),
    ("legislator", &["senator", "representative", "lawmaker"]),
    ("politician", &["senator", "representative", "governor", "mayor", "candidate", "president", "minister"]),
    ("candidate", &["nominee", "front-runner", "contender", "hopeful", "challenger", "incumbent"]),
    ("nominee", &["candidate", "front-runner"]),
    ("contender", &["candidate", "nominee", "front-runner"]),
    ("front-runner", &["candidate", "nominee"]),
    (
        "leader",
        &["president", "minister", "chancellor", "chair", "head", "governor", "king", "chief", "executive", "director"],
    ),
    ("chief", &["director", "head", "chair", "executive", "ceo", "commissioner", "sheriff", "superintendent"]),
    ("head", &["director", "chief", "chair", "president", "executive", "ceo"]),
    ("official", &["secretary", "director", "minister", "commissioner", "administrator", "deputy", "chief"]),
    ("executive", &["ceo", "president", "founder", "chief"]),
    ("ceo", &["executive", "chief"]),
    ("chair", &["head", "president"]),
    ("businessman", &["mogul", "billionaire", "executive", "entrepreneur", "developer", "investor"]),
    ("mogul", &["billionaire", "businessman", "entrepreneur", "developer"]),
    ("billionaire", &["mogul", "businessman", "investor", "entrepreneur"]),
    ("diplomat", &["ambassador", "envoy", "secretary"]),
    ("envoy", &["ambassador", "diplomat"]),
    ("academic", &["professor", "scholar", "lecturer", "historian", "economist"]),
    ("professor", &["scholar", "scientist", "historian", "economist"]),
    ("scientist", &["researcher", "professor", "epidemiologist", "virologist", "biologist", "physicist", "chemist"]),
    ("researcher", &["scientist", "professor", "fellow", "analyst"]),
    ("aide", &["advisor", "strategist", "manager", "assistant"]),
    ("advisor", &["strategist", "aide", "consultant"]),
    ("strategist", &["advisor", "consultant"]),
    ("prosecutor", &["lawyer"]),
    ("lawyer", &["prosecutor"]),
    ("clergyman", &["pastor", "priest", "bishop", "reverend"]),
    ("pastor", &["reverend", "minister"]),
    ("pontiff", &["pope"]),
    ("monarch", &["king", "queen"]),
    ("officer", &["sergeant", "captain", "lieutenant", "detective", "general", "colonel", "chief"]),
    ("commander", &["general", "colonel", "admiral"]),
    ("host", &["anchor", "moderator", "commentator", "broadcaster"]),
    ("anchor", &["host", "moderator"]),
    ("moderator", &["host", "anchor"]),
    ("columnist", &["author", "commentator", "reporter"]),
];

/// Whether a title tells no role.
pub(super) fn is_courtesy(title: Key) -> bool {
    COURTESY.iter().any(|courtesy| key(courtesy) == title)
}

/// The noun of a role with its abbreviations and near synonyms brought together, if the word is one.
pub(super) fn head(text: &str, word: &Word) -> Option<Key> {
    let role = Class::ROLE.with(Class::TITLE).with(Class::KIN);
    let (found, base) = if word.is(role) {
        (word.key, None)
    } else {
        // "ex-president", "co-director"
        let base = text.rsplit_once('-')?.1;
        let k = key(base);
        if !super::lexicon::class(k).any(role) {
            return None;
        }
        (k, Some(base))
    };
    let plain = base.unwrap_or(text).trim_end_matches('.');
    let same = SAME.iter().find(|(short, _)| short.eq_ignore_ascii_case(plain));
    Some(same.map_or(found, |(_, long)| key(long)))
}

/// A noun and the narrower ones that it takes in.
pub(super) fn nouns(noun: Key) -> impl Iterator<Item = Key> {
    let narrower = BROADER.iter().find(|(broad, _)| key(broad) == noun).map_or(&[][..], |(_, narrow)| narrow);
    std::iter::once(noun).chain(narrower.iter().map(|n| key(n)))
}

/// Whether somebody known by `heads` may be called `noun`: 2 for the same noun, 1 for a broader one.
pub(super) fn fits(noun: Key, heads: &[Key]) -> u8 {
    if heads.contains(&noun) {
        return 2;
    }
    let narrower = BROADER.iter().find(|(broad, _)| key(broad) == noun);
    u8::from(narrower.is_some_and(|(_, narrow)| narrow.iter().any(|n| heads.contains(&key(n)))))
}

/// Reads the roles around one mention of a person's name.
pub(super) fn read(text: &Text, words: &[Word], name: &Name, entity: &mut Entity) {
    let roles = Roles { text, words };
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
        role.clone().all(|i| COURTESY.contains(&self.text.word(i)))
    }

    fn noun(&self, i: usize) -> Option<Key> {
        head(self.text.word(i), &self.words[i])
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
        while role.len() > 1 && COURTESY.contains(&self.text.word(role.end - 1)) {
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
