//! Names, titles, roles, aliases and pronouns → who is speaking.
//!
//! The steps, each in its file:
//!
//! 1. `words` reads every token once, `names` finds capitalised names, `titles` what stands before them and
//!    `sorts` what bears them;
//! 2. `gather` brings the forms of one name together, `namesakes` the short ones, and `roles` reads titles
//!    and appositions with the nouns of `offices`;
//! 3. `walk` goes over the article with a short memory of who was spoken of, in which `pronouns` and
//!    `descriptions` look for "he" and "the senator";
//! 4. `sources` takes the source of each attribution apart, with `phrases`, `lists`, `relatives`, `belongings`
//!    and `documents`, and `anaphora` finds what "the company" takes up; what names nobody is a voice as `printed`.

mod anaphora;
mod belongings;
mod byline;
mod descriptions;
mod discourse;
mod documents;
mod entities;
mod first_person;
mod gather;
mod gender;
mod keys;
mod lexicon;
mod lists;
mod names;
mod namesakes;
mod offices;
mod phrases;
mod printed;
mod pronouns;
mod relatives;
mod roles;
mod sorts;
mod sources;
mod titles;
mod walk;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;

use self::discourse::Discourse;
use crate::attribution::Attribution;
use crate::document::SpeakerKind;
use crate::text::{Span, Text};

/// One voice. Offsets are bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Speaker {
    /// The fullest form in the article, without title or role.
    pub name: String,
    /// Title or role as the article gives it.
    pub role: Option<String>,
    /// What sort of source this is.
    pub kind: SpeakerKind,
    /// Every place where the article refers to this speaker, in order.
    pub mentions: Vec<Span>,
}

/// Everyone in the article who says, claims or disputes something.
#[derive(Debug, Clone, Default)]
pub struct Speakers {
    /// The voices; an index here identifies one.
    pub all: Vec<Speaker>,
    /// For each attribution, in order, whose word it is.
    pub of: Vec<Option<usize>>,
    discourse: Discourse,
    /// For each entity of the discourse, 1 + its index in `all`.
    number: Vec<u32>,
    /// For each entity of the discourse that is no speaker yet, where it is mentioned.
    mentions: Vec<Vec<Span>>,
    /// Whose mention is where.
    places: BTreeMap<Span, usize>,
}

/// Resolves the source of every attribution to a speaker.
#[must_use]
pub fn resolve(text: &Text, attributions: &[Attribution]) -> Speakers {
    let tokens = |span: Span| tokens_at(text, span);
    let contents: Vec<Vec<Range<usize>>> =
        attributions.iter().map(|a| a.content.iter().map(|&s| tokens(s)).collect()).collect();
    let sources: Vec<Option<Range<usize>>> =
        attributions.iter().map(|a| a.source.map(tokens).filter(|r| !r.is_empty())).collect();
    let mut discourse = Discourse::new(text, &contents);
    let said = sources.iter().zip(contents).filter_map(|(source, content)| Some((source.as_ref()?.start, content)));
    discourse.statements = said.flat_map(|(at, content)| content.into_iter().map(move |part| (at, part))).collect();
    discourse.statements.sort_by_key(|&(at, _)| at);
    discourse.walk(text, &sources);
    discourse.walk_first_persons(text, &sources);
    let voices = discourse.of.clone();
    let mut mentions = vec![Vec::new(); discourse.entities.all.len()];
    for referent in discourse.referents.iter().filter(|r| r.sure) {
        mentions[referent.id].push(text.span(referent.tokens.clone()));
    }
    let mut speakers = Speakers { discourse, mentions, ..Speakers::default() };
    for (voice, attribution) in voices.into_iter().zip(attributions) {
        let index = voice.map(|id| speakers.number(text, id));
        if let (Some(index), Some(source)) = (index, attribution.source) {
            speakers.mention(index, source);
        }
        speakers.of.push(index);
    }
    speakers
}

/// The tokens that a span touches: "he" is in the token "he'll".
fn tokens_at(text: &Text, span: Span) -> Range<usize> {
    let start = text.tokens.partition_point(|t| t.span.end <= span.start);
    let end = text.tokens.partition_point(|t| t.span.start < span.end);
    start..end.max(start)
}

impl Speakers {
    /// The speaker whose mention is at `span`, or failing that the first one mentioned inside it. Looks
    /// only among the speakers in [`Self::all`].
    #[must_use]
    pub fn at(&self, span: Span) -> Option<usize> {
        let exact = self.places.get(&span);
        let inside = || {
            let mut after = self.places.range(Span::new(span.start, span.start)..);
            after.next().filter(|(mention, _)| span.contains(**mention)).map(|(_, index)| index)
        };
        exact.or_else(inside).copied()
    }

    /// The speaker that the words at `span` refer to: a name, a pronoun, a role ("the president"), a
    /// place that speaks ("the Kremlin"). One that is not in [`Self::all`] yet is added. `None` where the
    /// words refer to nobody ("no one") or where a pronoun's antecedent cannot be told.
    pub fn add_mention(&mut self, text: &Text, span: Span) -> Option<usize> {
        let tokens = tokens_at(text, span);
        if tokens.is_empty() {
            return None;
        }
        let id = if self.discourse.is_first_person(tokens.clone()) {
            self.discourse.first_person(text, tokens.start)?
        } else {
            self.discourse.source(text, tokens)?
        };
        let index = self.number(text, id);
        self.mention(index, span);
        Some(index)
    }

    /// The index in `all` of an entity, which is added if it is not there.
    fn number(&mut self, text: &Text, id: usize) -> usize {
        self.number.resize(self.discourse.entities.all.len(), 0);
        if self.number[id] > 0 {
            return self.number[id] as usize - 1;
        }
        let entity = &self.discourse.entities.all[id];
        let words = |r: &Range<usize>| text.span(r.clone()).of(text.source).to_owned();
        let mut mentions = self.mentions.get_mut(id).map(std::mem::take).unwrap_or_default();
        mentions.sort_unstable();
        for &mention in &mentions {
            self.places.insert(mention, self.all.len());
        }
        self.all.push(Speaker {
            name: self.discourse.label(text, id),
            role: entity.role.as_ref().map(words),
            kind: entity.kind,
            mentions,
        });
        self.number[id] = self.all.len() as u32;
        self.all.len() - 1
    }

    fn mention(&mut self, index: usize, span: Span) {
        let mentions = &mut self.all[index].mentions;
        // Of two that overlap the first is enough.
        let place = mentions.partition_point(|m| m.end <= span.start);
        if mentions.get(place).is_none_or(|m| !m.overlaps(span)) {
            mentions.insert(place, span);
        }
        self.places.entry(span).or_insert(index);
    }
}
