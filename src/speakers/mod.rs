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
        let speaker = attribution.source.map(|source| {
            let name = source.of(text.source);
            let known = speakers.all.iter().position(|s| s.name == name || s.name.ends_with(&format!(" {name}")));
            let index = known.unwrap_or_else(|| {
                speakers.all.push(Speaker {
                    name: name.to_owned(),
                    role: None,
                    kind: SpeakerKind::Person,
                    mentions: Vec::new(),
                });
                speakers.all.len() - 1
            });
            speakers.all[index].mentions.push(source);
            index
        });
        speakers.of.push(speaker);
    }
    speakers
}
