//! Names, titles, roles, aliases and pronouns → who is speaking.

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
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Speakers {
    /// The voices; an index here identifies one.
    pub all: Vec<Speaker>,
    /// For each attribution, in order, whose word it is.
    pub of: Vec<Option<usize>>,
}

/// Resolves the source of every attribution to a speaker.
#[must_use]
pub fn resolve(text: &Text, attributions: &[Attribution]) -> Speakers {
    let mut speakers = Speakers::default();
    for attribution in attributions {
        let speaker = attribution.source.and_then(|source| speakers.add_mention(text, source));
        speakers.of.push(speaker);
    }
    speakers
}

impl Speakers {
    /// The speaker whose mention is at `span`, or failing that the first one mentioned inside it. Looks
    /// only among the speakers in [`Self::all`].
    #[must_use]
    pub fn at(&self, span: Span) -> Option<usize> {
        let exact = self.all.iter().position(|s| s.mentions.binary_search(&span).is_ok());
        exact.or_else(|| self.all.iter().position(|s| s.mentions.iter().any(|&m| span.contains(m))))
    }

    /// The speaker that the words at `span` refer to: a name, a pronoun, a role ("the president"), a
    /// place that speaks ("the Kremlin"). One that is not in [`Self::all`] yet is added. `None` where the
    /// words refer to nobody ("no one") or where a pronoun's antecedent cannot be told.
    pub fn add_mention(&mut self, text: &Text, span: Span) -> Option<usize> {
        let name = span.of(text.source);
        let known = self.all.iter().position(|s| s.name == name || s.name.ends_with(&format!(" {name}")));
        let index = known.unwrap_or_else(|| {
            self.all.push(Speaker {
                name: name.to_owned(),
                role: None,
                kind: SpeakerKind::Person,
                mentions: Vec::new(),
            });
            self.all.len() - 1
        });
        let mentions = &mut self.all[index].mentions;
        if let Err(place) = mentions.binary_search(&span) {
            mentions.insert(place, span);
        }
        Some(index)
    }
}
