//! Where a noun phrase ends: what is accused of, alleged or named by a noun and not by a clause.

use std::ops::Range;

use super::reader::Reader;

/// The longest noun phrase, in tokens.
const LONGEST: usize = 25;

/// What stands before a noun phrase and is no part of the claim.
const DETERMINERS: &[&str] = &["a", "an", "the", "his", "her", "their", "its", "as"];

/// Marks inside a noun phrase.
const JOINING: &[&str] = &["-", "'", "’", "&", "$", "%", "/"];

/// Words that no noun phrase goes past.
const ENDS: &[&str] = &[
    "that", "which", "who", "while", "as", "when", "where", "but", "because", "rather", "than", "after", "before",
    "if", "have", "has", "had", "is", "was", "are", "were", "will", "would", "could", "can", "may", "might", "to",
    "he", "she", "they", "did", "said", "says",
];

impl Reader<'_> {
    /// The noun phrase that begins at token `start`, with what hangs on it by a preposition: up to a
    /// verb, a mark or a conjunction. A quoted one ends with its quotation.
    pub(super) fn nominal(&self, start: usize) -> Option<Range<usize>> {
        let mut start = start;
        while self.among(start, DETERMINERS) && self.same_sentence(start, start + 1) {
            start += 1;
        }
        if start >= self.len() {
            return None;
        }
        if self.is_quote(start)
            && let Some((open, close)) = [start, start + 1].into_iter().find_map(|i| Some((i, self.partner(i)?)))
        {
            return self.trimmed(open + 1..close);
        }
        let end = self.sentence(start).end;
        let limit = self.holder(start).map_or(end, |a| {
            let content = &self.attributions[a].content;
            let inside = content.iter().find(|s| s.contains(self.text.tokens[start].span));
            inside.map_or(end, |s| self.text.tokens_in(*s).end)
        });
        let end = end.min(limit).min(start + LONGEST);
        let stop = (start + 1..end).find(|&i| self.ends_nominal(start, i)).unwrap_or(end);
        self.trimmed(start..stop)
    }

    /// Whether the noun phrase from `start` ends before token `i`.
    fn ends_nominal(&self, start: usize, i: usize) -> bool {
        if self.among(i, ENDS) || self.word(i) == "-" && self.is_loose(i) {
            return true;
        }
        // A quotation inside may come and go; the one around ends.
        let inner = self.is_quote(i) && self.partner(i).is_none_or(|open| open >= start);
        self.is_mark(i) && !self.among(i, JOINING) && !inner && (i > start + 1 || !self.lists_adjectives(i))
    }

    /// The comma of "dangerous, unilateral and costly steps".
    fn lists_adjectives(&self, i: usize) -> bool {
        self.word(i) == ","
            && (self.word(i + 1) == "and" || self.word(i + 2) == "and" && !self.is_mark(i + 1))
            && self.text.word(i - 1).starts_with(char::is_lowercase)
    }
}
