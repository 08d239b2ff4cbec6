//! One walk over the article, in reading order, that keeps in mind who was last spoken of.

use std::collections::HashMap;
use std::ops::Range;

use super::entities::{Entities, Entity, Id};
use super::keys::{Key, KeyHasher};
use super::lexicon::Class;
use super::names::{Gender, Name, Sort};
use super::pronouns::{self, Pronoun};
use super::words::Word;
use crate::document::SpeakerKind;
use crate::text::{Text, TokenKind};

/// Words that refer to somebody.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Referent {
    pub(super) tokens: Range<usize>,
    pub(super) id: Id,
    /// Whether the words refer to somebody beyond doubt; a guess counts only where a source needs one.
    pub(super) sure: bool,
}

/// Somebody spoken of shortly before.
#[derive(Debug, Clone, Copy)]
pub(super) struct Recent {
    pub(super) id: Id,
    pub(super) token: usize,
    pub(super) sentence: u32,
    /// Who does or says something there.
    pub(super) subject: bool,
    pub(super) quoted: bool,
}

/// A phrase for several people.
#[derive(Debug, Clone)]
pub(super) struct Plural {
    pub(super) tokens: Range<usize>,
    pub(super) sentence: u32,
    /// Whether a verb follows.
    pub(super) subject: bool,
}

/// How many phrases for several people are kept in mind.
const PLURALS: usize = 4;

/// How many sources at the beginning may belong to a description before them.
const OPENING_SOURCES: usize = 12;

/// Sentences for which a mention outside quotation marks counts more than one inside.
const QUOTED: u32 = 3;

/// How many voices are kept in mind.
const MEMORY: usize = 14;

/// What the walk has found so far. It owns all it needs, so that words can be looked up afterwards.
#[derive(Debug, Default, Clone)]
pub(super) struct Discourse {
    pub(super) words: Vec<Word>,
    pub(super) names: Vec<Name>,
    pub(super) entities: Entities,
    pub(super) referents: Vec<Referent>,
    /// For each token, 1 + the index in `names` of the name it is in.
    pub(super) name_of: Vec<u32>,
    /// For each name, its bearer.
    pub(super) bearer: Vec<Option<Id>>,
    /// For each token, 1 + the index in `referents` of the words that begin there.
    pub(super) referent_at: Vec<u32>,
    /// For each token, 1 + the index of the innermost attribution whose content it is in.
    pub(super) content_of: Vec<u32>,
    /// For each attribution, its speaker.
    pub(super) of: Vec<Option<Id>>,
    pub(super) recent: Vec<Recent>,
    /// The speaker of the last attribution.
    pub(super) last_source: Option<Id>,
    /// Sources that are no names, by their words.
    pub(super) printed: HashMap<Key, Id, KeyHasher>,
    /// The last source that is no name, by its noun.
    pub(super) by_head: HashMap<Key, Id, KeyHasher>,
    /// Who has a role, by its noun.
    pub(super) by_role: HashMap<Key, Vec<Id>, KeyHasher>,
    /// The last two people named together.
    pub(super) last_pair: Option<(Id, Id, u32)>,
    /// The last group that spoke and the last author of a document, with the sentence.
    pub(super) last_group: Option<(Id, u32)>,
    pub(super) last_document: Option<(Id, u32)>,
    /// The latest phrases for several people.
    pub(super) plurals: Vec<Plural>,
    /// The first sources that are names, with the token of each.
    pub(super) first_sources: Vec<(usize, Id)>,
    /// Who "I" outside quotation marks is, once asked for.
    pub(super) author: Option<Id>,
}

impl Discourse {
    /// Reads the article; `sources` are the tokens of each attribution's source and content.
    pub(super) fn new(text: &Text, contents: &[Vec<Range<usize>>]) -> Self {
        let words = super::words::read(text);
        let names = super::names::find(text, &words);
        let (entities, bearer) = super::entities::gather(text, &words, &names);
        let count = words.len();
        let mut discourse = Self {
            words,
            names,
            entities,
            bearer,
            name_of: vec![0; count],
            referent_at: vec![0; count],
            content_of: vec![0; count],
            of: vec![None; contents.len()],
            ..Self::default()
        };
        discourse.mark_contents(contents);
        discourse.add_headline_names();
        for (number, name) in discourse.names.iter().enumerate() {
            discourse.name_of[name.whole.clone()].fill(number as u32 + 1);
        }
        discourse.index_roles();
        discourse.observe_gender(text);
        discourse
    }

    /// Marks the tokens of each content, the longest first, so that the innermost remains.
    fn mark_contents(&mut self, contents: &[Vec<Range<usize>>]) {
        let mut order: Vec<usize> = (0..contents.len()).collect();
        let size = |k: usize| contents[k].iter().map(ExactSizeIterator::len).sum::<usize>();
        order.sort_by_key(|&k| std::cmp::Reverse(size(k)));
        for k in order {
            for range in &contents[k] {
                self.content_of[range.clone()].fill(k as u32 + 1);
            }
        }
    }

    /// Finds known names in headlines.
    fn add_headline_names(&mut self) {
        let mut i = 0;
        let mut found = Vec::new();
        while i < self.words.len() {
            let hit = if self.words[i].headline && self.words[i].capital() {
                self.entities.form_at(&self.words, i)
            } else {
                None
            };
            let Some((id, end)) = hit else {
                i += 1;
                continue;
            };
            found.push((Name { whole: i..end, name: i..end, sort: self.entities.all[id].sort, gender: None }, id));
            i = end;
        }
        if found.is_empty() {
            return;
        }
        let body = std::mem::take(&mut self.names).into_iter().zip(std::mem::take(&mut self.bearer));
        let mut all: Vec<(Name, Option<Id>)> = body.chain(found.into_iter().map(|(n, id)| (n, Some(id)))).collect();
        all.sort_by_key(|(n, _)| n.whole.start);
        (self.names, self.bearer) = all.into_iter().unzip();
    }

    /// Indexes people by their roles.
    fn index_roles(&mut self) {
        for (id, entity) in self.entities.all.iter().enumerate().filter(|(_, e)| e.kind == SpeakerKind::Person) {
            for &head in &entity.heads {
                self.by_role.entry(head).or_default().push(id);
            }
        }
    }

    /// Learns gender from sentences with one person and one pronoun.
    fn observe_gender(&mut self, text: &Text) {
        let mut names = self.names.iter().zip(&self.bearer).peekable();
        let mut previous: Option<Id> = None;
        for sentence in &text.sentences {
            let mut people: Vec<Id> = Vec::new();
            let mut first_name = usize::MAX;
            while let Some((name, id)) = names.next_if(|(n, _)| n.name.start < sentence.end) {
                let Some(id) = *id else { continue };
                let e = &self.entities.all[id];
                let maybe = e.is_person() || (e.sort == Sort::Unknown && e.kind != SpeakerKind::Group);
                if maybe && !people.contains(&id) && people.len() < 3 {
                    people.push(id);
                    first_name = first_name.min(name.name.start);
                }
            }
            let mut counts = [0u16; 2];
            let mut first_pronoun = usize::MAX;
            for i in sentence.clone() {
                let w = &self.words[i];
                if w.quoted {
                    continue;
                }
                if let Some(Pronoun::Person { gender, .. }) = pronouns::read(w) {
                    counts[usize::from(gender == Gender::Female)] += 1;
                    first_pronoun = first_pronoun.min(i);
                }
            }
            let gender = match counts {
                [male, 0] if male > 0 => Some(Gender::Male),
                [0, female] if female > 0 => Some(Gender::Female),
                _ => None,
            };
            let who = match people[..] {
                [one] if first_name < first_pronoun => Some(one),
                [] => previous,
                _ => None,
            };
            if let (Some(gender), Some(id)) = (gender, who) {
                self.entities.all[id].hint(gender, 1);
            }
            previous = match people[..] {
                [one] => Some(one),
                _ => None,
            };
        }
        for entity in &mut self.entities.all {
            // Whoever is "he" or "she" is a person: "Bob".
            if entity.sort == Sort::Unknown
                && entity.kind == SpeakerKind::Organization
                && entity.male.max(entity.female) >= 1
            {
                entity.sort = Sort::Likely;
                entity.kind = SpeakerKind::Person;
            }
        }
    }

    /// Walks the article and resolves each source, given as tokens.
    pub(super) fn walk(&mut self, text: &Text, sources: &[Option<Range<usize>>]) {
        let mut order: Vec<usize> = (0..sources.len()).filter(|&k| sources[k].is_some()).collect();
        order.sort_by_key(|&k| sources[k].as_ref().map(|s| (s.start, s.end)));
        // Until its turn comes, a source is taken for the person whose name is in it.
        for &k in &order {
            let named =
                sources[k].clone().and_then(|s| s.into_iter().find_map(|i| (self.name_of[i] as usize).checked_sub(1)));
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
    }

    /// Resolves the sources that are "I", "we" or "my words", once the others are known.
    pub(super) fn walk_first_persons(&mut self, text: &Text, sources: &[Option<Range<usize>>]) {
        for (k, source) in sources.iter().enumerate() {
            let Some(source) = source.clone() else { continue };
            if self.of[k].is_none() && self.is_first_person(source.clone()) {
                self.of[k] = self.first_person(text, source.start);
            }
        }
    }

    /// Whether a source is the speaker of the words that it stands in.
    pub(super) fn is_first_person(&self, source: Range<usize>) -> bool {
        pronouns::read(&self.words[source.start]) == Some(Pronoun::Speaker)
            && (source.len() == 1 || self.words[source.end - 1].is(Class::SELF))
    }

    /// Who "I" at token `i` is: inside reported words their speaker, outside the author of the article.
    pub(super) fn first_person(&mut self, text: &Text, i: usize) -> Option<Id> {
        let k = self.content_of[i] as usize;
        if k > 0 {
            return self.of[k - 1];
        }
        if self.words[i].quoted {
            return None;
        }
        self.first_person_outside(text)
    }

    /// The author of the article, or the article itself.
    pub(super) fn first_person_outside(&mut self, text: &Text) -> Option<Id> {
        if self.author.is_none() {
            let id = super::byline::author(text, &self.words, &self.names, &self.bearer, &self.entities);
            self.author = Some(id.unwrap_or_else(|| {
                let mut entity = Entity::new(Sort::Thing, SpeakerKind::Document, 0..0);
                entity.label = Some("article".to_owned());
                self.add(entity)
            }));
        }
        self.author
    }

    /// Takes in token `i`.
    fn step(&mut self, text: &Text, i: usize, is_source: bool) {
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
        if let Some(pronoun) = pronouns::read(&self.words[i]) {
            if let Some((id, sure)) = self.antecedent(text, i, pronoun, is_source) {
                self.refer(i..i + 1, id, sure);
                if sure {
                    self.touch(id, i, pronoun.is_subject());
                }
            }
        } else if self.is_plural(text, i) {
            self.note_plural(i);
        } else if self.words[i].is(Class::DETERMINER)
            && let Some((tokens, id, sure)) = self.described(text, i, is_source)
        {
            self.refer(tokens, id, sure);
            if sure {
                self.touch(id, i, is_source);
            }
        }
    }

    /// Keeps in mind "Lee and Ray", of whom the second is named at token `i`.
    fn note_pair(&mut self, text: &Text, i: usize, id: Id) {
        let Some(before) = i.checked_sub(2).filter(|_| matches!(text.word(i - 1), "and" | "And")) else { return };
        let first = (self.name_of[before] as usize).checked_sub(1).and_then(|n| self.bearer[n]);
        if let Some(first) = first
            && first != id
            && [first, id].iter().all(|&id| self.entities.all[id].kind == SpeakerKind::Person)
        {
            self.last_pair = Some((first, id, self.words[i].sentence));
        }
    }

    /// Keeps in mind the phrase for several people whose noun is at token `i`.
    fn note_plural(&mut self, i: usize) {
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
            && next.is_some_and(|n| n.is(Class::VERB.with(Class::RELATIVE)) || before.is_none());
        if self.plurals.len() == PLURALS {
            self.plurals.remove(0);
        }
        self.plurals.push(Plural { tokens: start..i + 1, sentence, subject });
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
        let mut recent = Recent { id, token: i, sentence: w.sentence, subject, quoted: w.quoted };
        if let Some(at) = self.recent.iter().position(|r| r.id == id) {
            let before = self.recent[at];
            if recent.quoted && !before.quoted && recent.sentence - before.sentence <= QUOTED {
                // What is said about somebody does not bring him to the fore.
                return;
            }
            self.recent.remove(at);
            if before.sentence == recent.sentence {
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
    fn is_subject(&self, text: &Text, name: &Name) -> bool {
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

    /// Adds an entity that is no name.
    pub(super) fn add(&mut self, entity: Entity) -> Id {
        self.entities.all.push(entity);
        self.entities.all.len() - 1
    }
}
