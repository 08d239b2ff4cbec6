//! Who "I" and "we" are.

use std::ops::Range;

use super::discourse::Discourse;
use super::entities::{Entity, Id};
use super::lexicon::Class;
use super::names::Sort;
use super::pronouns::{self, Pronoun};
use crate::document::SpeakerKind;
use crate::text::Text;

impl Discourse {
    /// Resolves the sources that are "I", "we" or "my words", once the others are known.
    pub(super) fn walk_first_persons(&mut self, text: &Text, sources: &[Option<Range<usize>>]) {
        for (k, source) in sources.iter().enumerate() {
            let Some(source) = source.clone() else { continue };
            let source = self.trim(text, source);
            if self.of[k].is_none() && !source.is_empty() && self.is_first_person(source.clone()) {
                self.of[k] = self.first_person(text, source.start);
            }
        }
    }

    /// Whether a source is the speaker of the words that it stands in.
    pub(super) fn is_first_person(&self, source: Range<usize>) -> bool {
        let Some(Pronoun::Speaker { subject }) = pronouns::read(&self.words[source.start]) else { return false };
        subject || source.len() == 1 || self.words[source.end - 1].is(Class::SELF)
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
}
