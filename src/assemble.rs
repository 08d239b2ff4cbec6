//! The parts put together into a [`Document`], with offsets in UTF-16 code units.

use crate::attribution::Attribution;
use crate::contest::{Answer, Challenger, Claim};
use crate::document::{self, Annotation, Category, Contest, Document, SpeakerRef};
use crate::language;
use crate::speakers::Speakers;
use crate::text::{Span, Text, Utf16Offsets};

/// What an annotation is made of, before it has an id.
#[derive(Clone, Copy)]
enum Part {
    Attribution(usize),
    Claim(usize),
}

/// Numbers attributions and claims in the order of their first character and converts their offsets.
pub(crate) fn document(text: &Text, attributions: &[Attribution], speakers: &Speakers, claims: &[Claim]) -> Document {
    let offsets = Utf16Offsets::new(text.source);
    let parts = in_order(attributions, claims);
    let mut attribution_ids = vec![0; attributions.len()];
    let mut claim_ids = vec![0; claims.len()];
    for (id, part) in parts.iter().enumerate() {
        match *part {
            Part::Attribution(i) => attribution_ids[i] = id as u32,
            Part::Claim(i) => claim_ids[i] = id as u32,
        }
    }
    let speaker_ref = |index: usize, mention: Option<Span>| SpeakerRef {
        id: index as u32,
        name: speakers.all[index].name.clone(),
        mention: mention.map(|m| offsets.span(m)),
    };
    let annotations = parts.iter().enumerate().map(|(id, part)| match *part {
        Part::Attribution(i) => {
            let a = &attributions[i];
            Annotation {
                id: id as u32,
                category: a.category,
                spans: a.content.iter().map(|&s| offsets.span(s)).collect(),
                cue: a.cue.map(|c| offsets.span(c)),
                manner: Some(a.manner),
                speaker: speakers.of[i].map(|s| speaker_ref(s, a.source)),
                contest: None,
                confidence: a.confidence,
            }
        }
        Part::Claim(i) => {
            let c = &claims[i];
            Annotation {
                id: id as u32,
                category: Category::Contested,
                spans: vec![offsets.span(c.span)],
                cue: None,
                manner: None,
                speaker: c.claimant.map(|s| speaker_ref(s, None)),
                contest: Some(Contest {
                    kind: c.kind,
                    challenger: c.challenger.map(|who| match who {
                        Challenger::Article => document::Challenger { id: None, name: "article".to_owned() },
                        Challenger::Speaker(s) => {
                            document::Challenger { id: Some(s as u32), name: speakers.all[s].name.clone() }
                        }
                    }),
                    evidence: c.evidence.map(|e| offsets.span(e)),
                    counter: c.counter.map(|answer| match answer {
                        Answer::Attribution(i) => attribution_ids[i],
                        Answer::Claim(i) => claim_ids[i],
                    }),
                }),
                confidence: c.confidence,
            }
        }
    });
    Document {
        english: language::is_english(text),
        annotations: annotations.collect(),
        speakers: speakers
            .all
            .iter()
            .enumerate()
            .map(|(id, s)| document::Speaker {
                id: id as u32,
                name: s.name.clone(),
                role: s.role.clone(),
                kind: s.kind,
                mentions: s.mentions.iter().map(|&m| offsets.span(m)).collect(),
            })
            .collect(),
    }
}

/// Attributions and claims by their first character, the longer first, so that what is inside comes
/// after what holds it.
fn in_order(attributions: &[Attribution], claims: &[Claim]) -> Vec<Part> {
    let mut parts: Vec<(Span, Part)> = attributions
        .iter()
        .enumerate()
        .map(|(i, a)| (a.hull(), Part::Attribution(i)))
        .chain(claims.iter().enumerate().map(|(i, c)| (c.span, Part::Claim(i))))
        .collect();
    parts.sort_by_key(|(span, part)| (span.start, std::cmp::Reverse(span.end), matches!(part, Part::Claim(_))));
    parts.into_iter().map(|(_, part)| part).collect()
}
