//! Helps the tests of the kinds: a sentence with its attributions in, claims as words out.

use super::{Challenger, find};
use crate::attribution::Attribution;
use crate::document::{Category, ContestKind, Manner};
use crate::speakers;
use crate::text::{Span, Text};

/// A claim in words: kind, span, claimant, challenger.
pub(super) type Words = (ContestKind, String, Option<String>, Option<String>);

/// Attributions given as (source, cue, content), each found by its words.
pub(super) fn attributions(source: &str, words: &[(&str, &str, &str)]) -> Vec<Attribution> {
    let span = |words: &str| {
        (!words.is_empty()).then(|| {
            let start = source.find(words).unwrap_or_else(|| panic!("no {words:?} in the text"));
            Span::new(start as u32, (start + words.len()) as u32)
        })
    };
    words
        .iter()
        .map(|&(source, cue, content)| Attribution {
            content: span(content).into_iter().collect(),
            cue: span(cue),
            source: span(source),
            category: Category::Indirect,
            manner: Manner::Speech,
            confidence: 1.0,
        })
        .collect()
}

/// The claims of a text with these attributions.
pub(super) fn claims(source: &str, words: &[(&str, &str, &str)]) -> Vec<Words> {
    let text = Text::new(source);
    let attributions = attributions(source, words);
    let mut speakers = speakers::resolve(&text, &attributions);
    let claims = find(&text, &attributions, &mut speakers);
    let name = |s: usize| speakers.all[s].name.clone();
    claims
        .into_iter()
        .map(|c| {
            let challenger = c.challenger.map(|who| match who {
                Challenger::Article => "article".to_owned(),
                Challenger::Speaker(s) => name(s),
            });
            (c.kind, c.span.of(source).to_owned(), c.claimant.map(name), challenger)
        })
        .collect()
}

/// The only claim of a text: kind, span, claimant and challenger ("" for nobody).
#[track_caller]
pub(super) fn expect(source: &str, attributions: &[(&str, &str, &str)], kind: ContestKind, rest: [&str; 3]) {
    let found = claims(source, attributions);
    let [span, claimant, challenger] = rest.map(str::to_owned);
    let some = |name: String| (!name.is_empty()).then_some(name);
    assert_eq!(found, [(kind, span, some(claimant), some(challenger))], "{source}");
}

/// That nothing in a text is contested.
#[track_caller]
pub(super) fn expect_none(source: &str, attributions: &[(&str, &str, &str)]) {
    assert_eq!(claims(source, attributions), [], "{source}");
}
