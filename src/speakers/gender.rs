//! Men and women, told by the pronouns of the article.

use super::discourse::Discourse;
use super::entities::Id;
use super::names::{Gender, Sort};
use super::pronouns::{self, Pronoun};
use crate::document::SpeakerKind;
use crate::text::Text;

/// A word that is named more often than this many times for each pronoun near it is no person's name.
const SELDOM: u32 = 4;

impl Discourse {
    /// Learns gender from sentences with one person and one pronoun.
    pub(super) fn observe_gender(&mut self, text: &Text) {
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
                && u32::from(entity.male.max(entity.female)) * SELDOM >= entity.count.max(1)
            {
                entity.sort = Sort::Likely;
                entity.kind = SpeakerKind::Person;
            }
        }
    }
}
