//! The build of a noun phrase: its parts, where it ends, its head.

use std::ops::Range;

use super::discourse::Discourse;
use super::keys::{Key, ascii_key};
use super::lexicon::Class;
use super::names::Sort;
use super::pronouns::{self, Pronoun};
use super::words::Shape;
use crate::attribution::phrase::is_finite_verb;
use crate::document::SpeakerKind;
use crate::text::{Text, TokenKind};

/// Words for a body that follow its name and are no part of it.
const GROUPS: [Key; 5] =
    [ascii_key(b"group"), ascii_key(b"company"), ascii_key(b"firm"), ascii_key(b"network"), ascii_key(b"organization")];

impl Discourse {
    /// Whether the head of the phrase is a person's name.
    pub(super) fn is_person(&self, text: &Text, tokens: Range<usize>) -> bool {
        let id = self.head_name(text, tokens).and_then(|n| self.bearer[n]);
        id.is_some_and(|id| self.entities.all[id].kind == SpeakerKind::Person)
    }

    /// The name that token `i` is in, as an index in `names`.
    pub(super) fn name_at(&self, i: usize) -> Option<usize> {
        (self.name_of[i] as usize).checked_sub(1)
    }

    pub(super) fn name_end(&self, i: usize) -> usize {
        match self.name_of[i] {
            0 => i,
            n => self.names[n as usize - 1].name.end,
        }
    }

    /// A source that has run on into its verb and the object of it, up to that verb: "a reporter for the Times spotted
    /// Lee".
    pub(super) fn before_verb(&self, text: &Text, tokens: Range<usize>) -> Range<usize> {
        let object = |i: usize| {
            let w = &self.words[i];
            w.is(Class::DETERMINER) && !w.is(Class::RELATIVE) || self.name_of[i] > 0 || pronouns::read(w).is_some()
        };
        let adverb = |i: usize| text.word(i).ends_with("ly") || text.word(i) == "just";
        let own = |i: usize| {
            let (word, before) = (text.word(i), &self.words[i - 1]);
            // "sent out a letter"
            let particle = i + 2 < tokens.end && matches!(text.word(i + 1), "out" | "up" | "off" | "down" | "back");
            let object = object(i + 1) || particle && object(i + 2);
            // "Lee uses his show", but "Globe writers Ann Lee and Bob Ray"
            let present = self.name_of[i - 1] > 0
                && self.name_of[i + 1] == 0
                && word.ends_with('s')
                && self.words[i].kind == TokenKind::Word;
            let plain = before.kind == TokenKind::Word && (!before.is(Class::COMMON) || adverb(i - 1));
            object
                && plain
                && self.name_of[i] == 0
                && (is_finite_verb(word) || present)
                && !self.words[i].is(Class::VERB)
                && !matches!(word, "named" | "called" | "given" | "based" | "led")
        };
        let clause = |i: usize| self.words[i].is(Class::RELATIVE) || self.words[i].kind == TokenKind::Mark;
        let inner = tokens.start + 1..tokens.end.saturating_sub(1);
        let Some(verb) = inner.take_while(|&i| !clause(i)).find(|&i| own(i)) else { return tokens };
        let adverbs = (tokens.start + 1..verb).rev().take_while(|&i| adverb(i)).count();
        tokens.start..verb - adverbs
    }

    /// Drops marks and prepositions around the phrase.
    pub(super) fn trim(&self, text: &Text, mut tokens: Range<usize>) -> Range<usize> {
        while !tokens.is_empty() {
            let w = &self.words[tokens.start];
            // "at least half", "about 200 protesters" are not cut.
            let amount = self.words.get(tokens.start + 1).is_some_and(|n| n.kind == TokenKind::Number)
                || (tokens.len() > 1 && matches!(text.word(tokens.start + 1), "least" | "most" | "many" | "much"));
            let adverb = matches!(text.word(tokens.start), "even" | "Even" | "just" | "only");
            // "Suddenly I"
            let before_pronoun = w.is(Class::COMMON) || text.word(tokens.start).ends_with("ly");
            let adverb = adverb
                || (before_pronoun
                    && pronouns::read(w).is_none()
                    && self.words.get(tokens.start + 1).and_then(pronouns::read).is_some_and(Pronoun::is_subject));
            // "instead, Lee and Ray"
            let aside = tokens.len() > 2 && w.is(Class::COMMON) && text.word(tokens.start + 1) == ",";
            let adverb = adverb || aside && pronouns::read(w).is_none();
            let preposition =
                tokens.len() > 1 && (adverb || (w.is(Class::PREPOSITION) && !w.is(Class::DETERMINER) && !amount));
            if !(preposition || matches!(w.kind, TokenKind::Mark | TokenKind::Possessive)) {
                break;
            }
            tokens.start += 1;
        }
        while !tokens.is_empty() {
            let w = &self.words[tokens.end - 1];
            let relative = tokens.len() > 1
                && matches!(
                    text.word(tokens.end - 1),
                    "who"
                        | "that"
                        | "which"
                        | "himself"
                        | "herself"
                        | "itself"
                        | "themselves"
                        | "alike"
                        | "each"
                        | "both"
                        | "all"
                );
            let adverb =
                tokens.len() > 1 && matches!(text.word(tokens.end - 1), "then" | "also" | "soon" | "now" | "later");
            // "The Daily Globe reports"
            let adverb = adverb
                || tokens.len() > 1
                    && matches!(text.word(tokens.end - 1), "reports" | "reported")
                    && self.name_of[tokens.end - 2] > 0;
            if !relative && !adverb && (w.kind != TokenKind::Mark || matches!(text.word(tokens.end - 1), ")" | "%")) {
                break;
            }
            tokens.end -= 1;
        }
        tokens
    }

    /// Where the noun phrase proper ends, before prepositions, clauses and appositions.
    pub(super) fn segment(&self, text: &Text, tokens: Range<usize>) -> Range<usize> {
        let mut i = tokens.start;
        while i < tokens.end {
            if self.name_of[i] > 0 {
                i = self.name_end(i).max(i + 1);
                // "Schoen elaborated in an article", "Lee the realist", "Lee himself"
                if i < tokens.end && self.leaves_name(text, i) {
                    break;
                }
                continue;
            }
            let w = &self.words[i];
            if i > tokens.start && self.tells_time(text, i) {
                break;
            }
            let mark = w.kind == TokenKind::Mark
                && !matches!(text.word(i), "%" | "$" | "“" | "”" | "\"" | "'" | "‘" | "’" | "&" | "/");
            // Behind a noun "that" is no determiner: "the firm that owns it".
            let stop = w.is(Class::PREPOSITION.with(Class::RELATIVE).with(Class::VERB))
                && (!w.is(Class::DETERMINER) || text.word(i) == "that");
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
            // "a delegate supporting Clinton"
            let participle = text.word(i).ends_with("ing")
                && !w.capital()
                && !w.is(Class::ADJECTIVE)
                && i > tokens.start
                && !self.words[i - 1].is(Class::DETERMINER.with(Class::ADJECTIVE))
                && i + 1 < tokens.end
                && (self.name_of[i + 1] > 0 || self.words[i + 1].is(Class::DETERMINER));
            if i > tokens.start && (mark || stop || participle) {
                break;
            }
            i += 1;
        }
        tokens.start..i.min(tokens.end)
    }

    /// Whether the word behind a name says something of its bearer.
    fn leaves_name(&self, text: &Text, i: usize) -> bool {
        let word = text.word(i);
        self.words[i].shape == Shape::Lower
            && self.words[i].kind == TokenKind::Word
            && (word.len() > 4 && word.ends_with("ed") || matches!(word, "the" | "himself" | "herself" | "itself"))
    }

    /// Whether token `i` begins words for a time: "last month", "late on Thursday", "Thursday night".
    pub(super) fn tells_time(&self, text: &Text, i: usize) -> bool {
        const TIMES: [&str; 14] = [
            "week",
            "month",
            "year",
            "night",
            "morning",
            "day",
            "weekend",
            "spring",
            "summer",
            "fall",
            "winter",
            "afternoon",
            "evening",
            "time",
        ];
        let Some(next) = self.words.get(i + 1) else { return false };
        let time = |j: usize| self.words[j].is(Class::DATE) || TIMES.contains(&text.word(j));
        match text.word(i) {
            "last" | "this" | "next" | "that" => time(i + 1),
            "earlier" | "late" | "early" => time(i + 1) || self.tells_time(text, i + 1),
            "at" => text.word(i + 1) == "the" && i + 2 < self.words.len() && text.word(i + 2) == "time",
            "in" if next.kind == TokenKind::Number => text.word(i + 1).len() == 4,
            "on" | "in" => next.is(Class::DATE) || matches!(text.word(i + 1), "particular" | "general"),
            _ => self.words[i].is(Class::DATE) && self.words[i].capital() && time(i + 1),
        }
    }

    /// "the Future45 group": the name of a body before a word for one.
    fn names_body(&self, noun: usize) -> bool {
        let before = noun.checked_sub(1).and_then(|i| self.name_at(i));
        let body = before.and_then(|n| self.bearer[n]).is_some_and(|id| {
            let e = &self.entities.all[id];
            e.kind == SpeakerKind::Organization && !matches!(e.sort, Sort::Place | Sort::Thing)
        });
        body && GROUPS.contains(&self.words[noun].key)
    }

    /// The name that is the head of the phrase, as an index in `names`.
    pub(super) fn head_name(&self, text: &Text, tokens: Range<usize>) -> Option<usize> {
        let segment = self.segment(text, tokens);
        let last = segment.clone().next_back()?;
        // "Lee's", "Time magazine"
        let noun =
            matches!(text.word(last), "magazine" | "newspaper" | "movement" | "website") || self.names_body(last);
        let tail = noun || self.words[last].kind == TokenKind::Possessive;
        let last = if tail && last > segment.start { last - 1 } else { last };
        self.name_at(last)
    }
}
