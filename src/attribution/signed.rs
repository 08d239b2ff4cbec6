//! The signature under a quotation that stands by itself: “…” — Ann Lee, 41, nurse.
//!
//! Letters, reviews, pull quotes and lists of voices have no reporting verb: a dash and a name at the end of the
//! paragraph, or alone in the next one, say whose words they are.

use std::ops::Range;

use super::clause::{Clause, reports};
use super::phrase::{is_nominal, phrase_after};
use super::words::is_dash;
use crate::text::Text;

/// The longest signature, in tokens: a name, and in few words who that is.
const LONGEST: usize = 24;

/// The signature of the quotation that ends before token `end`.
pub(super) fn signature(text: &Text, end: usize) -> Option<Clause> {
    let paragraph = text.paragraph_of(end.checked_sub(1)?);
    let here = end..text.paragraphs[paragraph].end;
    let line = if here.is_empty() { text.paragraphs.get(paragraph + 1)?.clone() } else { here };
    let name = line.start + 1..line.end;
    let named = !name.is_empty() && name.len() <= LONGEST && opens_signature(text.word(line.start));
    if !named || !text.word(name.start).starts_with(char::is_uppercase) || says_something(text, &name) {
        return None;
    }
    let source = phrase_after(text, name.start, name.end).filter(|source| is_nominal(text, source))?;
    Some(Clause { cue: Some(line.start..name.start), source: Some(source) })
}

/// Whether the words have a verb, quotation marks or another dash: “…” — Lee denied it. “Never,” he said.
fn says_something(text: &Text, words: &Range<usize>) -> bool {
    let mark = |i: usize| {
        matches!(text.word(i), "“" | "”" | "\"" | "?") || opens_signature(text.word(i)) && text.word(i) != "-"
    };
    words.clone().any(|i| reports(text, i).is_some() || mark(i))
}

/// A dash, also the longer one that printers set before a name.
fn opens_signature(word: &str) -> bool {
    is_dash(word) || word == "―"
}
