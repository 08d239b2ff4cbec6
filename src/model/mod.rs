//! The sequence model: which words attribute something, to whom, and what.
//!
//! Two passes, trained on PolNeAR: a small recurrent network ([`net`]) finds cues among the words of a
//! paragraph, and a linear-chain conditional random field over sparse features ([`link`]) gives each its
//! source and its content.
//! `docs/MODEL.md` says how well.

pub mod chain;
pub mod clusters;
pub mod decode;
pub mod hash;
pub mod link;
pub mod link_features;
pub mod math;
pub mod net;
pub mod quoted;
pub mod signs;
pub mod spans;
pub mod tag;
pub mod trees;
pub mod weights;
pub mod words;

mod index;
mod manner;

use std::ops::Range;
use std::sync::LazyLock;

use crate::document::Manner;
use crate::text::Text;

use decode::Model;

/// An attribution as the model sees it, before quotation marks have their say. Ranges count tokens of
/// [`Text::tokens`].
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// The words that attribute: "said", "according to".
    pub cue: Range<usize>,
    /// The words that name the source, where the model sees any.
    pub source: Option<Range<usize>>,
    /// What is attributed, in reading order, never empty; the cue may stand between two of its ranges.
    pub content: Vec<Range<usize>>,
    /// Stated, or only thought.
    pub manner: Manner,
    /// The estimated chance, 0 to 1, that the content is right.
    pub found: f32,
    /// The estimated chance, 0 to 1, that content and source are right.
    pub confidence: f32,
}

/// Proposes the attributions of a text, in order of their cues, in time proportional to its length.
///
/// Proposals may nest (a statement inside a statement), and two may claim the same words; choosing is
/// left to [`crate::attribution`].
#[must_use]
pub fn propose(text: &Text) -> Vec<Proposal> {
    static MODEL: LazyLock<Model> =
        LazyLock::new(|| Model::read(include_bytes!("weights.bin")).expect("the embedded file is whole"));
    MODEL.propose(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_who_said_what() {
        let text = Text::new("Ann Lee said on Monday that the old bridge is not safe for trucks.");
        let found = propose(&text);
        assert_eq!(found.len(), 1);
        let words = |range: Range<usize>| text.span(range).of(text.source);
        assert_eq!(words(found[0].cue.clone()), "said");
        assert_eq!(found[0].source.clone().map(words), Some("Ann Lee"));
        let content: Vec<&str> = found[0].content.iter().cloned().map(words).collect();
        assert_eq!(content, ["that the old bridge is not safe for trucks"]);
        assert_eq!(found[0].manner, Manner::Speech);
        assert_eq!(propose(&text), found);
    }

    #[test]
    fn any_text_comes_to_an_end() {
        for text in ["", " ", "said", "\"".repeat(20_000).as_str(), "he said ".repeat(5_000).as_str()] {
            let _ = propose(&Text::new(text));
        }
        let _ = propose(&Text::new(&"a".repeat(200_000)));
    }
}
