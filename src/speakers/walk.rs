//! One walk over the article, in reading order, that keeps in mind who was last spoken of.

use std::ops::Range;

use super::belongings::is_campaign;
use super::discourse::{Discourse, Plural, Recent, Referent, since};
use super::entities::{Entity, Id};
use super::keys::{Key, ascii_key};
use super::lexicon::Class;
use super::names::{Name, Sort};
use super::pronouns::{self};
use crate::document::SpeakerKind;
use crate::text::{Text, TokenKind};

/// Sentences for which a mention outside quotation marks counts more than one inside.
const QUOTED: u32 = 3;

/// How many voices are kept in mind.
const MEMORY: usize = 14;

/// How many phrases for several people are kept in mind.
const PLURALS: usize = 4;

/// How many sources at the beginning may belong to a description before them.
const OPENING_SOURCES: usize = 12;

/// How far, in tokens, a document may stand from the verb of its making.
const MADE: usize = 6;

/// What the makers of documents do with them.
const MAKING: [&str; 12] = [
    "conducted",
    "published",
    "released",
    "issued",
    "commissioned",
    "filed",
    "aired",
    "sponsored",
    "wrote",
    "penned",
    "produced",
    "posted",
];

/// What somebody who sues has written.
const LAWSUITS: [Key; 4] = [ascii_key(b"lawsuit"), ascii_key(b"suit"), ascii_key(b"complaint"), ascii_key(b"filing")];

/// Forms of "sue".
const SUING: [Key; 4] = [ascii_key(b"sue"), ascii_key(b"sues"), ascii_key(b"sued"), ascii_key(b"suing")];

impl Discourse {
    /// Walks the article and resolves each source, given as tokens.
    pub(super) fn walk(&mut self, text: &Text, sources: &[Option<Range<usize>>]) {
        let mut order: Vec<usize> = (0..sources.len()).filter(|&k| sources[k].is_some()).collect();
        order.sort_by_key(|&k| sources[k].as_ref().map(|s| (s.start, s.end)));
        // Until its turn comes, a source is taken for the person whose name is in it.
        for &k in &order {
            let named = sources[k].clone().and_then(|s| s.into_iter().find_map(|i| self.name_at(i)));
            self.of[k] = named.and_then(|n| self.bearer[n]);
            if let (Some(source), Some(id)) = (&sources[k], self.of[k])
                && self.first_sources.len() < OPENING_SOURCES
                && self.head_name(text, source.clone()).is_some_and(|n| self.bearer[n] == Some(id))
            {
                self.first_sources.push((source.start, id));
            }
        }
        let mut next = order.into_iter().peekable();
        for i in 0..self.words.len() {
            let starts = |k: &usize| sources[*k].as_ref().is_some_and(|s| s.start <= i);
            let is_source = next.peek().is_some_and(starts);
            self.at = i;
            self.step(text, i, is_source);
            while let Some(k) = next.next_if(starts) {
                let Some(source) = sources[k].clone() else { continue };
                self.of[k] = self.source(text, source);
                if let Some(id) = self.of[k] {
                    self.touch(id, i, true);
                    self.last_source = Some(id);
                }
            }
        }
        self.at = self.words.len();
    }

    /// Takes in token `i`.
    pub(super) fn step(&mut self, text: &Text, i: usize, is_source: bool) {
        let n = self.name_of[i] as usize;
        if n > 0 && self.names[n - 1].whole.start == i {
            if let Some(id) = self.bearer[n - 1] {
                let tokens = self.names[n - 1].name.clone();
                let subject = self.is_subject(text, &self.names[n - 1]);
                self.refer(tokens, id, true);
                self.note_pair(text, i, id);
                self.touch(id, i, subject);
            }
            return;
        }
        if let Some((id, subject)) = self.reference(text, i, is_source) {
            self.touch(id, i, subject);
        } else if self.is_plural(text, i) {
            self.note_plural(i);
        } else if is_campaign(self.words[i].key) {
            self.note_campaign(i);
        } else if self.is_document(i) || SUING.contains(&self.words[i].key) {
            self.note_document(text, i);
        }
    }

    /// Keeps in mind whose campaign is spoken of at token `i`: "the Clinton campaign", "Lee's 2016 campaign".
    fn note_campaign(&mut self, i: usize) {
        let named = (i.saturating_sub(3)..i).rev().find_map(|j| self.name_at(j));
        let owner = named.and_then(|n| self.bearer[n]);
        if let Some(owner) =
            owner.filter(|&id| matches!(self.entities.all[id].sort, Sort::Person | Sort::Likely | Sort::Unknown))
        {
            self.campaigns.insert(self.words[i].key, owner);
        }
    }

    /// Keeps in mind who made the document at token `i`: "The Post conducted a 50-state poll", "the party will sue".
    fn note_document(&mut self, text: &Text, i: usize) {
        let sentence = self.words[i].sentence;
        let sues = SUING.contains(&self.words[i].key);
        let verb = (i.saturating_sub(MADE)..i).rev().find(|&j| MAKING.contains(&text.word(j)));
        let Some(verb) = verb.or(sues.then_some(i)) else { return };
        let maker = self.recent.iter().rev().find(|r| {
            r.subject && r.token < verb && self.words[r.token].sentence == sentence && !self.words[r.token].quoted
        });
        // "Lee and Ray will sue", "the campaign of Lee will": not he alone.
        let alone = |token: usize| {
            !token.checked_sub(1).is_some_and(|b| text.word(b) == "and" || self.words[b].is(Class::PREPOSITION))
        };
        let Some(maker) = maker.filter(|r| alone(r.token)).map(|r| r.id) else { return };
        let nouns: &[Key] = if sues { &LAWSUITS } else { &[self.words[i].key] };
        for &noun in nouns {
            self.documents.insert(noun, (maker, sentence));
        }
    }

    /// Reads the pronoun or the description that begins at token `i`; returns whom it means beyond doubt, and
    /// whether as a subject.
    pub(super) fn reference(&mut self, text: &Text, i: usize, is_source: bool) -> Option<(Id, bool)> {
        let (tokens, id, sure, subject) = if let Some(pronoun) = pronouns::read(&self.words[i]) {
            let (id, sure) = self.antecedent(text, i, pronoun, is_source)?;
            (i..i + 1, id, sure, pronoun.is_subject())
        } else if self.words[i].is(Class::DETERMINER) {
            let (tokens, id, sure) = self.described(text, i, is_source)?;
            (tokens, id, sure, is_source)
        } else {
            return None;
        };
        self.refer(tokens, id, sure);
        sure.then_some((id, subject))
    }

    /// Notes that these words refer to somebody.
    pub(super) fn refer(&mut self, tokens: Range<usize>, id: Id, sure: bool) {
        if self.referent_at[tokens.start] == 0 {
            self.referents.push(Referent { tokens: tokens.clone(), id, sure });
            self.referent_at[tokens.start] = self.referents.len() as u32;
        }
    }

    /// Who the words that begin at token `i` refer to.
    pub(super) fn referent(&self, i: usize) -> Option<&Referent> {
        let n = *self.referent_at.get(i)? as usize;
        n.checked_sub(1).map(|n| &self.referents[n])
    }

    /// Keeps in mind that somebody is spoken of at token `i`.
    pub(super) fn touch(&mut self, id: Id, i: usize, subject: bool) {
        let w = &self.words[i];
        let mut recent = Recent { id, token: i, told: w.told, subject, quoted: w.quoted };
        if let Some(at) = self.recent.iter().position(|r| r.id == id) {
            let before = self.recent[at];
            if recent.quoted && !before.quoted && since(recent.told, before.told) <= QUOTED {
                // What is said about somebody does not bring him to the fore.
                return;
            }
            self.recent.remove(at);
            if before.told == recent.told {
                recent.subject |= before.subject;
                recent.quoted &= before.quoted;
            }
        } else if self.recent.len() == MEMORY {
            self.recent.remove(0);
        }
        self.recent.push(recent);
        let entity = &self.entities.all[id];
        if entity.plural || entity.kind == SpeakerKind::Group {
            self.last_group = Some((id, self.words[i].sentence));
        }
    }

    /// Whether the name is the subject of its clause: a verb follows and no preposition precedes, or it
    /// comes right after a verb of saying.
    pub(super) fn is_subject(&self, text: &Text, name: &Name) -> bool {
        let words = &self.words;
        let end = name.name.end;
        let Some(next) = words.get(end) else { return false };
        let before = name.whole.start.checked_sub(1).map(|b| &words[b]);
        if next.kind == TokenKind::Possessive {
            // "Trump's style has not": the sentence is about him.
            return words[name.whole.start].opens;
        }
        if before.is_some_and(|b| b.is(Class::PREPOSITION)) {
            return false;
        }
        if before.is_some_and(|b| b.is(Class::VERB) && !b.quoted && b.kind == TokenKind::Word)
            && matches!(text.word(end), "," | "." | "who")
        {
            return true;
        }
        let next = match text.word(end) {
            "," | "(" => (end + 1..(end + 24).min(words.len()))
                .find(|&i| matches!(text.word(i), "," | ")"))
                .and_then(|i| words.get(i + 1)),
            _ => Some(next),
        };
        next.is_some_and(|w| {
            w.kind == TokenKind::Word
                && !w.capital()
                && (w.is(Class::VERB) || !w.is(Class::PREPOSITION.with(Class::COMMON)))
        })
    }

    /// Keeps in mind "Lee and Ray", of whom the second is named at token `i`.
    pub(super) fn note_pair(&mut self, text: &Text, i: usize, id: Id) {
        let Some(before) = i.checked_sub(2).filter(|_| matches!(text.word(i - 1), "and" | "And")) else { return };
        let first = self.name_at(before).and_then(|n| self.bearer[n]);
        if let Some(first) = first
            && first != id
            && [first, id].iter().all(|&id| self.entities.all[id].kind == SpeakerKind::Person)
        {
            self.last_pair = Some((first, id, self.words[i].sentence));
        }
    }

    /// Keeps in mind the phrase for several people whose noun is at token `i`.
    pub(super) fn note_plural(&mut self, i: usize) {
        let sentence = self.words[i].sentence;
        let stop = Class::VERB.with(Class::RELATIVE).with(Class::PREPOSITION).with(Class::DETERMINER);
        let mut start = i;
        while start > 0 && i - start < 5 {
            let w = &self.words[start - 1];
            let plain = w.kind == TokenKind::Word && (!w.is(Class::COMMON) || w.is(Class::ADJECTIVE));
            if w.sentence != sentence || !plain || w.is(stop) || w.quoted != self.words[i].quoted {
                break;
            }
            start -= 1;
        }
        let before = start.checked_sub(1).map(|b| &self.words[b]).filter(|b| b.sentence == sentence);
        let next = self.words.get(i + 1);
        let subject = before.is_none_or(|b| !b.is(Class::PREPOSITION))
            && next.is_some_and(|n| {
                n.kind == TokenKind::Word
                    && !n.capital()
                    && (!n.is(Class::COMMON.with(Class::PREPOSITION)) || n.is(Class::VERB.with(Class::RELATIVE)))
                    || before.is_none()
            });
        if self.plurals.len() == PLURALS {
            self.plurals.remove(0);
        }
        self.plurals.push(Plural { tokens: start..i + 1, sentence, subject });
    }

    /// Adds an entity that is no name.
    pub(super) fn add(&mut self, entity: Entity) -> Id {
        self.entities.all.push(entity);
        self.entities.all.len() - 1
    }
}
