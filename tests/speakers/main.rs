//! Who is speaking: one short text for each phenomenon, written for the purpose.

mod anonymous;
mod descriptions;
mod documents;
mod families;
mod first_person;
mod groups;
mod headlines;
mod lists;
mod lookup;
mod mentions;
mod names;
mod organizations;
mod pronouns;
mod relatives;
mod robustness;
mod roles;

use sayso::attribution::Attribution;
use sayso::document::{Category, Manner, SpeakerKind};
use sayso::speakers::{Speaker, Speakers, resolve};
use sayso::text::{Span, Text};

/// Takes the marks out of a text: `{content}` and `[source]`, the n-th of one belonging to the n-th of
/// the other.
pub fn unmark(marked: &str) -> (String, Vec<Attribution>) {
    let mut text = String::new();
    let (mut contents, mut sources) = (Vec::new(), Vec::new());
    let mut open = Vec::new();
    for c in marked.chars() {
        let at = text.len() as u32;
        match c {
            '{' | '[' => open.push(at),
            '}' => contents.push(Span::new(open.pop().expect("an opening bracket"), at)),
            ']' => sources.push(Span::new(open.pop().expect("an opening bracket"), at)),
            _ => text.push(c),
        }
    }
    contents.sort_unstable();
    sources.sort_unstable();
    assert_eq!(contents.len(), sources.len(), "as many contents as sources in {marked:?}");
    let attributions = contents.iter().zip(&sources).map(|(&content, &source)| Attribution {
        content: vec![content],
        cue: None,
        source: Some(source),
        category: Category::Indirect,
        manner: Manner::Speech,
        confidence: 1.0,
    });
    (text, attributions.collect())
}

/// The voices of a marked text.
pub fn speakers(marked: &str) -> Speakers {
    let (text, attributions) = unmark(marked);
    resolve(&Text::new(&text), &attributions)
}

/// The speaker's name of each attribution; `-` where there is none.
pub fn voices(marked: &str) -> Vec<String> {
    let speakers = speakers(marked);
    speakers.of.iter().map(|of| of.map_or_else(|| "-".to_owned(), |i| speakers.all[i].name.clone())).collect()
}

/// The speaker of the only, or the last, attribution.
pub fn voice(marked: &str) -> Speaker {
    let speakers = speakers(marked);
    let index = speakers.of.last().copied().flatten().expect("a speaker");
    speakers.all[index].clone()
}

/// What kind of source the last one is.
pub fn kind(marked: &str) -> SpeakerKind {
    voice(marked).kind
}

/// The role of the last speaker; empty where none is given.
pub fn role(marked: &str) -> String {
    voice(marked).role.unwrap_or_default()
}

/// Everywhere the last speaker is mentioned.
pub fn mentions(marked: &str) -> Vec<String> {
    let (text, _) = unmark(marked);
    voice(marked).mentions.iter().map(|m| m.of(&text).to_owned()).collect()
}
