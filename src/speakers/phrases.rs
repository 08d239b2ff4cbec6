//! The build of a noun phrase: its parts, where it ends, its head.

use std::ops::Range;

use super::discourse::Discourse;
use super::lexicon::Class;
use super::words::Shape;
use crate::document::SpeakerKind;
use crate::text::{Text, TokenKind};

impl Discourse {
    /// Whether the head of the phrase is a person's name.
    pub(super) fn is_person(&self, text: &Text, tokens: Range<usize>) -> bool {
        let id = self.head_name(text, tokens).and_then(|n| self.bearer[n]);
        id.is_some_and(|id| self.entities.all[id].kind == SpeakerKind::Person)
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
            "on" | "in" => next.is(Class::DATE) || matches!(text.word(i + 1), "particular" | "general"),
            _ => self.words[i].is(Class::DATE) && self.words[i].capital() && time(i + 1),
        }
    }

    /// The name that is the head of the phrase, as an index in `names`.
    pub(super) fn head_name(&self, text: &Text, tokens: Range<usize>) -> Option<usize> {
        let segment = self.segment(text, tokens);
        let last = segment.clone().next_back()?;
        // "Lee's", "Time magazine"
        let noun = matches!(text.word(last), "magazine" | "newspaper" | "movement" | "website");
        let tail = noun || self.words[last].kind == TokenKind::Possessive;
        let last = if tail && last > segment.start { last - 1 } else { last };
        (self.name_of[last] as usize).checked_sub(1)
    }
}
