//! Statements told apart from beliefs, wishes, plans and fears by the words of the cue.

use std::ops::Range;

use crate::attribution::lexicon::reporting_verb;
use crate::document::Manner;
use crate::text::Text;

/// Words of a cue that make it a statement without being a reporting verb: the nouns and particles in
/// this position in the PolNeAR training cues.
const STATEMENT: &[&str] = &[
    "according",
    "statement",
    "statements",
    "remarks",
    "comments",
    "words",
    "quoted",
    "interview",
    "speech",
    "per",
    ":",
];

/// Whether a cue makes what it attributes a statement.
pub(super) fn manner(text: &Text, cue: Range<usize>) -> Manner {
    let states = |t: usize| {
        let word = text.word(t);
        reporting_verb(word).is_some_and(|verb| verb.manner == Manner::Speech)
            || STATEMENT.iter().any(|w| w.eq_ignore_ascii_case(word))
    };
    if cue.into_iter().any(states) { Manner::Speech } else { Manner::Other }
}
