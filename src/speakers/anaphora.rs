//! Definite phrases that take up what was mentioned before: "the company", "the budget office".

use std::ops::Range;

use super::belongings::is_campaign;
use super::discourse::Discourse;
use super::entities::Id;
use super::lexicon::Class;
use crate::document::SpeakerKind;
use crate::text::Text;

impl Discourse {
    /// Whether the phrase begins with an article or demonstrative that points back.
    pub(super) fn is_definite(&self, text: &Text, segment: Range<usize>) -> bool {
        matches!(
            text.word(segment.start),
            "the" | "The" | "this" | "This" | "that" | "That" | "these" | "those" | "These" | "Those"
        )
    }

    /// What a definite phrase takes up again: "the official", "the company".
    pub(super) fn mentioned(&mut self, text: &Text, segment: Range<usize>, end: usize) -> Option<Id> {
        let head = &self.words[segment.end - 1];
        let noun = head.key;
        let named = (segment.start + 1..segment.end)
            .any(|i| self.name_of[i] > 0 || self.words[i].capital() || self.words[i].is(Class::ORIGIN));
        if let Some(id) = self.by_last_words(segment.clone()) {
            return Some(id);
        }
        // "That person said", of a source who will not be named.
        let unnamed = self.last_source.filter(|&id| {
            let e = &self.entities.all[id];
            e.kind == SpeakerKind::Unnamed && !e.plural
        });
        if unnamed.is_some() && segment.len() == 2 && text.word(segment.end - 1) == "person" {
            return unnamed;
        }
        let before = self.by_head.get(&noun).copied().filter(|&id| self.entities.all[id].name.len() > 1);
        if segment.len() == 2 && before.is_some() {
            return before;
        }
        if segment.len() == 2
            && let Some(&owner) = self.campaigns.get(&noun)
        {
            return Some(self.body_of(text, owner, segment.end - 1, text.word(segment.end - 1)));
        }
        // "the government in Riyadh" is no other government.
        let placed = end > segment.end && matches!(text.word(segment.end), "in" | "of" | "for");
        if head.is(Class::BODY) && !placed && !is_campaign(noun) && !named && segment.len() <= 5 {
            return self.described_body(segment.start, noun);
        }
        if segment.len() > 3 {
            return None;
        }
        let own = self.printed.get(&self.form(segment.start + 1..segment.end));
        own.or_else(|| if segment.len() == 2 { self.by_head.get(&noun) } else { None }).copied()
    }

    /// "the budget office", of the Congressional Budget Office: who was spoken of and has these words for the last
    /// of a name.
    fn by_last_words(&self, segment: Range<usize>) -> Option<Id> {
        let words = &self.words[segment.start + 1..segment.end];
        if words.len() < 2 || words.iter().any(|w| w.capital()) {
            return None;
        }
        self.recent.iter().rev().map(|r| r.id).find(|&id| {
            let e = &self.entities.all[id];
            let name = &self.words[e.name.clone()];
            e.kind == SpeakerKind::Organization
                && name.len() > words.len()
                && name.iter().rev().zip(words.iter().rev()).all(|(a, b)| a.key == b.key)
        })
    }
}
