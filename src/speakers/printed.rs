//! Voices that have only the words of their sources for a name, alone and several together.

use std::ops::Range;

use super::belongings::{is_campaign, owned};
use super::discourse::{Discourse, since};
use super::entities::{Entity, Id};
use super::keys::Key;
use super::lexicon::Class;
use super::names::Sort;
use super::offices;
use crate::document::SpeakerKind;
use crate::text::{Text, TokenKind};

impl Discourse {
    /// A voice that has only the words of its source for a name.
    pub(super) fn as_printed(&mut self, text: &Text, tokens: Range<usize>) -> Id {
        let mut end = self.printed_end(text, tokens.clone());
        let mut start = tokens.start;
        if end - start > 1
            && (matches!(text.word(start).to_ascii_lowercase().as_str(), "the" | "a" | "an" | "these" | "this")
                || text.word(start).eq_ignore_ascii_case("both") && text.word(start + 1) != "sides")
        {
            start += 1;
        }
        while end > start + 1
            && (self.words[end - 1].kind == TokenKind::Mark && text.word(end - 1) != "%"
                || self.words[end - 1].kind == TokenKind::Possessive)
        {
            end -= 1;
        }
        let form = self.form(start..end);
        let segment = self.segment(text, start..end);
        let head = segment.end.max(start + 1) - 1;
        let noun = self.words[head].key;
        if let Some(&id) = self.printed.get(&form) {
            return id;
        }
        let w = self.words[head];
        let kind = self.printed_kind(text, start..end, head);
        let owner = if kind == SpeakerKind::Organization {
            (start..head).find_map(|i| self.name_at(i)).and_then(|n| self.bearer[n])
        } else {
            None
        };
        // "Marlow's campaign" and "the Marlow presidential campaign" are one.
        let belongs = owner.filter(|_| is_campaign(noun)).map(|owner| owned(noun, owner));
        if let Some(id) = belongs.and_then(|form| self.printed.get(&form).copied()) {
            self.printed.insert(form, id);
            return id;
        }
        let mut entity = Entity::new(Sort::Unknown, kind, start..end);
        entity.count = 1;
        entity.plural = kind != SpeakerKind::Organization
            && kind != SpeakerKind::Document
            && (self.is_plural(text, head) || (text.word(head).ends_with('s') && !text.word(head).ends_with("ss")));
        if kind == SpeakerKind::Organization {
            entity.sort = Sort::Institution;
            entity.owner = owner;
        }
        if let Some(role) = offices::head(text.word(head), &w) {
            entity.heads.push(role);
        }
        let id = self.add(entity);
        self.printed.insert(form, id);
        if let Some(form) = belongs {
            self.printed.insert(form, id);
        }
        self.by_head.insert(noun, id);
        id
    }

    /// Where the words end that name a voice: before an aside, a clause, a time, a verb.
    fn printed_end(&self, text: &Text, tokens: Range<usize>) -> usize {
        let (mut bracket, mut clause) = (false, false);
        for i in tokens.start + 1..tokens.end {
            let (word, before) = (text.word(i), text.word(i - 1));
            let apart = text.tokens[i - 1].span.end < text.tokens[i].span.start;
            let explains = |next: usize| {
                let participle = text.word(next).ends_with("ed")
                    && self.words.get(next + 1).is_some_and(|w| w.is(Class::PREPOSITION));
                self.words[next].is(Class::RELATIVE.with(Class::DETERMINER))
                    || text.word(next).ends_with("ing")
                    || participle
            };
            let ends = match word {
                "," => i + 1 < self.words.len() && explains(i + 1),
                "—" | "–" => true,
                // "(Ohio)", but "401(k)"
                "(" => apart,
                ")" => !bracket,
                // The source has run on into its verb: "a poll has shown".
                "has" | "have" | "had" | "was" | "were" | "is" | "are" | "will" | "would" => !clause,
                _ => self.words[i].is(Class::RELATIVE) && word != "that" && before != "those",
            };
            let after_preposition = self.words[i - 1].is(Class::PREPOSITION);
            let time = self.tells_time(text, i) && !after_preposition && !before.ends_with("ed");
            if ends || time {
                return i;
            }
            bracket |= word == "(";
            clause |= self.words[i].is(Class::RELATIVE) || self.words[i - 1].is(Class::RELATIVE);
        }
        tokens.end
    }

    /// What sort of source a phrase without a name is.
    pub(super) fn printed_kind(&self, text: &Text, tokens: Range<usize>, head: usize) -> SpeakerKind {
        let w = &self.words[head];
        let word = text.word(head);
        if w.is(Class::DOCUMENT) {
            SpeakerKind::Document
        } else if w.is(Class::BODY) {
            SpeakerKind::Organization
        } else if offices::head(word, w).is_some() || matches!(word, "person" | "source" | "someone" | "somebody") {
            SpeakerKind::Unnamed
        } else {
            // "European officials" are a group that one can name; "officials" will not be.
            let described = (tokens.start..=head).any(|i| {
                self.name_of[i] > 0 || self.words[i].is(Class::ORIGIN) || (i > tokens.start && self.words[i].capital())
            });
            if described { SpeakerKind::Group } else { SpeakerKind::Unnamed }
        }
    }

    /// The two people spoken of last.
    pub(super) fn both(&mut self, text: &Text, at: usize) -> Option<Id> {
        let sentence = self.words[at].sentence;
        if let Some((first, second, _)) = self.last_pair.filter(|&(.., s)| since(sentence, s) <= 3) {
            return self.several_of(text, &[first, second]);
        }
        let people = self.recent.iter().rev().filter(|r| {
            self.entities.all[r.id].kind == SpeakerKind::Person && r.token < at && self.words[at].told - r.told <= 3
        });
        let mut ids: Vec<Id> = people.take(2).map(|r| r.id).collect();
        ids.reverse();
        if ids.len() < 2 { None } else { self.several_of(text, &ids) }
    }

    /// Several voices as one: "Ann Lee; Bob Ray".
    pub(super) fn several_of(&mut self, text: &Text, ids: &[Id]) -> Option<Id> {
        let mut seen = Vec::new();
        ids.iter().for_each(|id| {
            if !seen.contains(id) {
                seen.push(*id);
            }
        });
        let ids = seen;
        if ids.len() < 2 {
            return ids.first().copied();
        }
        let form = ids.iter().fold(Key::EMPTY, |k, &id| k.then(Key(id as u64)));
        if let Some(&id) = self.printed.get(&form) {
            return Some(id);
        }
        let names: Vec<String> = ids.iter().map(|&id| self.label(text, id)).collect();
        let mut entity = Entity::new(Sort::Unknown, SpeakerKind::Group, 0..0);
        entity.label = Some(names.join("; "));
        entity.plural = true;
        let id = self.add(entity);
        self.printed.insert(form, id);
        Some(id)
    }

    /// A phrase without its leading article, as a key.
    pub(super) fn form(&self, tokens: Range<usize>) -> Key {
        tokens.fold(Key::EMPTY, |k, i| k.then(self.words[i].key))
    }

    /// The name to show.
    pub(super) fn label(&self, text: &Text, id: Id) -> String {
        let entity = &self.entities.all[id];
        match &entity.label {
            Some(label) => label.clone(),
            None => {
                let name = text.span(entity.name.clone()).of(text.source);
                // "the Las Vegas Sun." ends a sentence; "Acme Inc." and "Lee Jr." end as they should.
                let last = entity.name.end.checked_sub(1).map(|i| &self.words[i]);
                let day = last.is_some_and(|w| w.is(Class::DATE) && entity.name.len() > 1);
                if day { name.trim_end_matches('.') } else { name }.to_owned()
            }
        }
    }

    /// The last word of a name, suffixes aside.
    pub(super) fn surname(&self, text: &Text, id: Id) -> Option<String> {
        let entity = &self.entities.all[id];
        let mut tokens = entity.name.clone();
        if entity.label.is_some() {
            return None;
        }
        tokens
            .rfind(|&i| self.words[i].kind == TokenKind::Word && !self.words[i].is(Class::SUFFIX))
            .map(|i| text.word(i).to_owned())
    }
}
