//! Reporting verbs with the rest of their sentence.

use std::ops::Range;

use super::Proposal;
use crate::document::Manner;
use crate::text::{Text, TokenKind};

const VERBS: &[&str] = &[
    "said",
    "says",
    "say",
    "told",
    "tells",
    "added",
    "adds",
    "wrote",
    "writes",
    "argued",
    "argues",
    "claimed",
    "claims",
    "warned",
    "warns",
    "insisted",
    "noted",
    "announced",
    "tweeted",
    "asked",
    "testified",
    "acknowledged",
    "suggested",
];

/// How far from the verb its source may begin, in tokens.
const REACH: usize = 6;

pub(super) fn propose(text: &Text) -> Vec<Proposal> {
    text.sentences.iter().flat_map(|s| s.clone().filter_map(move |i| one(text, s, i))).collect()
}

fn one(text: &Text, sentence: &Range<usize>, cue: usize) -> Option<Proposal> {
    if !VERBS.contains(&text.word(cue)) {
        return None;
    }
    let named = |&i: &usize| {
        let word = text.word(i);
        text.tokens[i].kind == TokenKind::Word
            && (word.starts_with(char::is_uppercase) || matches!(word, "he" | "she" | "they"))
    };
    let before = (sentence.start.max(cue.saturating_sub(REACH))..cue).rev().find(named);
    let source = before.or_else(|| (cue + 1..sentence.end.min(cue + REACH)).find(named))?;
    let after = cue.max(source) + 1;
    let last = sentence.end.saturating_sub(1);
    let content = if after + 3 < last { after..last } else { sentence.start..cue.min(source) };
    (!content.is_empty()).then(|| Proposal {
        cue: cue..cue + 1,
        source: Some(source..source + 1),
        content: vec![content],
        manner: Manner::Speech,
        confidence: 0.5,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_of_the_sentence_is_content() {
        let text = Text::new("Ann Lee said that the bridge is safe.");
        let found = propose(&text);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].source, Some(1..2));
        assert_eq!(text.span(found[0].content[0].clone()).of(text.source), "that the bridge is safe");
    }
}
