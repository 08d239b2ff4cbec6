//! Voices looked up by the words that mention them.

use crate::unmark;
use sayso::speakers::{Speakers, resolve};
use sayso::text::{Span, Text};

fn find(text: &str, words: &str) -> Span {
    let start = text.rfind(words).expect("the words are in the text") as u32;
    Span::new(start, start + words.len() as u32)
}

/// Resolves `words`, at their last place in the text, after its attributions.
fn look_up(marked: &str, words: &str) -> (Speakers, Option<usize>) {
    let (source, attributions) = unmark(marked);
    let text = Text::new(&source);
    let mut speakers = resolve(&text, &attributions);
    let index = speakers.add_mention(&text, find(&source, words));
    (speakers, index)
}

#[test]
fn a_known_speaker_by_surname() {
    let (speakers, index) = look_up("[Ann Lee] said {no}. Critics of Lee left.", "Lee");
    assert_eq!(index, speakers.of[0]);
    assert_eq!(speakers.all.len(), 1);
}

#[test]
fn a_new_voice_is_added() {
    let (speakers, index) = look_up("[Ann Lee] said {no}. Sen. Carl Boyle disagreed.", "Boyle");
    assert_eq!(speakers.all[index.expect("a voice")].name, "Carl Boyle");
    assert_eq!(speakers.all.len(), 2);
}

#[test]
fn a_pronoun() {
    let (speakers, index) = look_up("[Ann Lee] said {no}. She was accused of fraud.", "She");
    assert_eq!(index, speakers.of[0]);
}

#[test]
fn a_role() {
    let (speakers, index) =
        look_up("President Oleg Dubov left. [Ann Lee] said {no}. Nobody believed the president.", "the president");
    assert_eq!(speakers.all[index.expect("a voice")].name, "Oleg Dubov");
}

#[test]
fn a_place() {
    let (speakers, index) = look_up("[Ann Lee] said {no}. The Kremlin denies it.", "The Kremlin");
    assert_eq!(speakers.all[index.expect("a voice")].name, "Kremlin");
}

#[test]
fn the_same_words_give_the_same_voice() {
    let (source, attributions) = unmark("[Ann Lee] said {no}. Carl Boyle left.");
    let text = Text::new(&source);
    let mut speakers = resolve(&text, &attributions);
    let first = speakers.add_mention(&text, find(&source, "Carl Boyle"));
    assert_eq!(speakers.add_mention(&text, find(&source, "Boyle")), first);
}

#[test]
fn at_finds_the_mention_inside() {
    let (source, attributions) = unmark("[Ann Lee] said {no}. Tom Baird left.");
    let speakers = resolve(&Text::new(&source), &attributions);
    assert_eq!(speakers.at(find(&source, "Ann Lee said")), speakers.of[0]);
    assert_eq!(speakers.at(find(&source, "Tom Baird")), None);
}

#[test]
fn nobody() {
    let (_, index) = look_up("[Ann Lee] said {no}. No one left.", "No one");
    assert_eq!(index, None);
}
