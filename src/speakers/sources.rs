//! From the words of a source to a voice: the head of the phrase decides.

use std::ops::Range;

use super::discourse::Discourse;
use super::entities::Id;
use super::lexicon::Class;
use super::names::Sort;
use super::offices;
use super::pronouns::{self, Pronoun};
use crate::document::SpeakerKind;
use crate::text::{Text, TokenKind};

impl Discourse {
    /// The voice that a source's tokens mean, added if it is new. `None` for words that mean nobody and
    /// for pronouns without antecedent.
    pub(super) fn source(&mut self, text: &Text, tokens: Range<usize>) -> Option<Id> {
        // "pundits and Democrats alike" are told apart.
        let alike = tokens.len() > 1 && text.word(tokens.end - 1) == "alike";
        if let Some(id) = self.some_of(text, tokens.clone()) {
            return Some(id);
        }
        let tokens = self.trim(text, tokens);
        if tokens.is_empty() || self.is_first_person(tokens.clone()) {
            return None;
        }
        let tokens = self.before_verb(text, tokens);
        // "both Lee and Ray", not "both sides of the debate".
        let both = tokens.len() > 2
            && matches!(text.word(tokens.start), "both" | "Both")
            && tokens.clone().any(|i| text.word(i) == "and");
        let tokens = if both { tokens.start + 1..tokens.end } else { tokens };
        if let Some(id) = self.two_bodies(text, tokens.clone()) {
            return Some(id);
        }
        let head = self.segment(text, tokens.clone()).end - 1;
        if self.is_document(head) && !alike {
            return self.phrase(text, tokens);
        }
        let named = self.named_after(text, tokens.clone());
        let parts = if named.is_empty() { self.conjuncts(text, tokens, alike) } else { named };
        if let [one] = &parts[..] {
            return self.phrase(text, one.clone());
        }
        let ids: Vec<Id> = parts.into_iter().filter_map(|part| self.phrase(text, part)).collect();
        self.several_of(text, &ids)
    }

    /// "many of them", "all of whom": those of whom they are some.
    fn some_of(&mut self, text: &Text, tokens: Range<usize>) -> Option<Id> {
        let last = tokens.end.checked_sub(1).filter(|_| tokens.len() == 3 && text.word(tokens.start + 1) == "of")?;
        match text.word(last) {
            "whom" | "which" => self.before_relative(text, tokens.start),
            "them" => self.several(text, last),
            _ => None,
        }
    }

    /// A single noun phrase.
    pub(super) fn phrase(&mut self, text: &Text, tokens: Range<usize>) -> Option<Id> {
        let tokens = self.trim(text, tokens);
        let first = tokens.start;
        if tokens.is_empty() {
            return None;
        }
        if first > self.at {
            // "Lee and the senator": the walk has not come to the senator yet.
            self.reference(text, first, true);
        }
        let word = &self.words[first];
        if tokens.len() == 1 || (tokens.len() == 2 && self.words[first + 1].kind == TokenKind::Possessive) {
            if let Some(pronoun) = pronouns::read(word) {
                let me = matches!(pronoun, Pronoun::Speaker { .. });
                return if me { None } else { self.referent(first).map(|r| r.id) };
            }
            if matches!(text.word(first), "both" | "Both") {
                return self.both(text, first);
            }
            if let Some(id) = self.interview(text, first) {
                return Some(id);
            }
        }
        let word = &self.words[first];
        let alone = tokens.len() == 1 || matches!(text.word(first), "who" | "whose");
        if word.is(Class::RELATIVE) && !word.capital() && alone {
            return self.before_relative(text, first);
        }
        if tokens.len() == 2 && text.word(first).eq_ignore_ascii_case("the") && text.word(first + 1) == "two" {
            return self.both(text, first);
        }
        if self.means_nobody(text, tokens.clone()) {
            return None;
        }
        // "She followed that by": a subject pronoun has no more to it.
        if pronouns::read(word).is_some_and(Pronoun::is_subject) {
            return self.referent(first).map(|r| r.id);
        }
        if let Some(n) = self.head_name(text, tokens.clone())
            && let Some(id) = self.bearer[n]
        {
            return Some(id);
        }
        let segment = self.segment(text, tokens.clone());
        if let Some(id) = self.explained(text, tokens.clone()) {
            return Some(id);
        }
        if let Some(id) = self.apposed(text, tokens.clone(), segment.clone()) {
            return Some(id);
        }
        // "a student named Ann Lee"
        let named = segment.end + 1 < tokens.end && matches!(text.word(segment.end), "named" | "called");
        if let Some(n) = self.name_of.get(segment.end + 1).filter(|_| named).and_then(|&n| (n as usize).checked_sub(1))
        {
            return self.bearer[n];
        }
        let head = segment.end - 1;
        if let Some(id) = self.possessed(text, segment.clone()) {
            return Some(id);
        }
        if self.is_document(head)
            && let Some(id) = self.author(text, tokens.clone(), segment.clone())
        {
            return Some(id);
        }
        // "the secretary of state's website" is not the secretary.
        let owns = (segment.end..tokens.end - 1).any(|i| self.words[i].kind == TokenKind::Possessive);
        if let Some(r) = self.referent(first).filter(|_| !owns)
            && r.tokens.end >= segment.end
        {
            return Some(r.id);
        }
        // "the 74-year-old": whoever was spoken of.
        if self.is_definite(text, segment.clone()) && text.word(head).ends_with("-year-old") {
            return self.likeliest_person(first, None, true, |_| true);
        }
        if !owns && let Some(id) = self.introduced(text, tokens.clone(), head).or_else(|| self.delayed(text, head)) {
            return Some(id);
        }
        // Headlines leave out the article: "Network denies report".
        let bare = segment.len() == 1 && self.words[head].headline && self.words[head].is(Class::BODY);
        if (bare || self.is_definite(text, segment.clone()))
            && let Some(id) = self.mentioned(text, segment.clone(), tokens.end)
        {
            return Some(id);
        }
        Some(self.as_printed(text, tokens))
    }

    /// "Q" and "A" of an interview: the paper asks, the one whom the article names most answers.
    pub(super) fn interview(&mut self, text: &Text, at: usize) -> Option<Id> {
        let line_start = at == 0 || self.words[at].opens;
        match text.word(at) {
            "Q" if line_start => self.first_person_outside(text),
            "A" if line_start => {
                let people = self.entities.all.iter().enumerate().filter(|(_, e)| e.is_person());
                people.max_by_key(|(id, e)| (e.count, std::cmp::Reverse(*id))).map(|(id, _)| id)
            }
            _ => None,
        }
    }

    /// "No one", "that", "one", or a determiner without its noun.
    pub(super) fn means_nobody(&self, text: &Text, tokens: Range<usize>) -> bool {
        let word = text.word(tokens.start).to_ascii_lowercase();
        let two = tokens.len() > 1 && text.word(tokens.start + 1).eq_ignore_ascii_case("one");
        let you = tokens.len() == 1 && (word.starts_with("you’") || word.starts_with("you'"));
        you || (tokens.len() == 1
            && matches!(
                word.as_str(),
                "nobody"
                    | "this"
                    | "that"
                    | "these"
                    | "those"
                    | "one"
                    | "none"
                    | "anyone"
                    | "you"
                    | "your"
                    | "there"
                    | "what"
                    | "said"
                    | "the"
                    | "a"
                    | "an"
                    | "any"
                    | "every"
                    | "no"
                    | "such"
            ))
            || (word == "no" && two)
    }

    /// "His chief strategist, Tad Devine,": the name behind the comma.
    pub(super) fn apposed(&mut self, text: &Text, tokens: Range<usize>, segment: Range<usize>) -> Option<Id> {
        let head = segment.end - 1;
        let the = |i: usize| i + 2 < tokens.end && text.word(i + 1) == "the" && self.name_of[i + 2] > 0;
        let opens_name = |i: usize| i + 1 < tokens.end && self.name_of[i + 1] > 0 || the(i);
        let role = self.words[head].is(Class::ROLE.with(Class::KIN).with(Class::TITLE))
            || offices::head(text.word(head), &self.words[head]).is_some()
            || (segment.end..tokens.end).any(|i| matches!(text.word(i), "," | "—" | "–") && opens_name(i));
        if !role {
            return None;
        }
        let limit = (tokens.end + 8).min(self.words.len());
        let comma = (segment.end..limit)
            .find(|&i| self.words[i].kind == TokenKind::Mark && matches!(text.word(i), "," | ":" | "(" | "—"))?;
        // Outside the source itself only what follows at once is an apposition.
        if comma >= tokens.end && comma > tokens.end {
            return None;
        }
        let the = usize::from(self.words[head].is(Class::BODY) && text.word((comma + 1).min(limit - 1)) == "the");
        let n = (*self.name_of.get(comma + 1 + the)? as usize).checked_sub(1)?;
        let name = &self.names[n];
        let closed = self.words.get(name.name.end).is_none_or(|w| {
            w.kind == TokenKind::Mark
                || name.name.end >= tokens.end
                || matches!(text.word(name.name.end), "of" | "from" | "with")
        });
        let body = self.words[head].is(Class::BODY) && matches!(name.sort, Sort::Institution | Sort::Thing);
        let person = matches!(name.sort, Sort::Person | Sort::Likely | Sort::Unknown) || body;
        let inside = comma < tokens.end || text.word(comma) == ",";
        let id = self.bearer[n].filter(|_| closed && person && inside)?;
        // "the firm that owns it, Big Lake,"
        let entity = &mut self.entities.all[id];
        if self.words[head].is(Class::BODY) && matches!(entity.sort, Sort::Likely | Sort::Unknown) {
            entity.kind = SpeakerKind::Organization;
            entity.sort = Sort::Institution;
        }
        Some(id)
    }

    pub(super) fn is_document(&self, head: usize) -> bool {
        self.words[head].is(Class::DOCUMENT)
    }
}
