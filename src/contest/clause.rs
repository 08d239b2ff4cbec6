//! Where a clause ends: the complement of a verb or noun, as a claim's shortest statement.
//!
//! There is no parser here. A clause in a newspaper ends with its sentence, with the quotation it is
//! inside, or at a comma that opens something new: a reporting clause ("…, she said"), a participle
//! ("…, noting that"), a conjunction, a relative clause, an appositive that names it ("…, a charge that").

use std::ops::Range;

use super::lexicon::Sign;
use super::reader::Reader;
use crate::attribution::phrase;
use crate::text::Span;

/// The longest clause, in tokens.
const LONGEST: usize = 100;

impl Reader<'_> {
    /// The clause that begins at token `start`, without marks at its ends.
    pub(super) fn clause(&self, start: usize) -> Option<Range<usize>> {
        let mut start = start;
        while start < self.len() && (self.word(start) == "," || self.is_quote(start)) {
            start += 1;
        }
        if start >= self.len() {
            return None;
        }
        let sentence = self.sentence(start);
        let mut end = sentence.end.min(start + LONGEST);
        // Never past the quotation or the reported words that it begins in.
        if let Some(a) = self.holder(start) {
            let content = &self.attributions[a].content;
            let inside = content.iter().find(|s| s.contains(self.text.tokens[start].span));
            let limit = inside.map_or(end, |s| self.text.tokens_in(*s).end);
            if limit > start + 1 {
                end = end.min(limit);
            }
        }
        let mut verb_seen = false;
        let mut depth = 0i32;
        for i in start..end {
            if i > start && self.closes(start, i, end, verb_seen, depth) {
                end = i;
                break;
            }
            match self.word(i) {
                "(" | "[" => depth += 1,
                ")" | "]" => depth -= 1,
                _ => {}
            }
            verb_seen |= phrase::is_finite_verb(self.text.word(i));
        }
        self.trimmed(start..end)
    }

    /// Whether the clause from `start` ends before token `i`.
    fn closes(&self, start: usize, i: usize, end: usize, verb_seen: bool, depth: i32) -> bool {
        if depth > 0 {
            return false;
        }
        let next = self.word(i + 1);
        match self.word(i) {
            ";" | "—" | "–" | "…" | "?" | "!" | ":" => true,
            "-" => self.is_loose(i),
            ")" => true,
            "(" => verb_seen,
            "“" | "”" | "\"" => {
                // The quotation that holds the clause ends; one inside it may come and go.
                self.partner(i).is_some_and(|open| open < start)
            }
            "," if i + 1 < end => {
                matches!(
                    next,
                    "but"
                        | "while"
                        | "although"
                        | "though"
                        | "even"
                        | "which"
                        | "who"
                        | "whose"
                        | "despite"
                        | "yet"
                        | "whereas"
                        | "adding"
                        | "according"
                        | "as"
                        | "because"
                        | "so"
                        | "where"
                        | "when"
                        | "including"
                        | "from"
                        | "he"
                        | "she"
                        | "they"
                        | "i"
                        | "we"
                        | "it"
                ) || next.len() > 4 && next.ends_with("ing") && verb_seen
                    || self.opens_appositive(i + 1)
                    || self.cue_follows(i + 1, end)
                    || next == "and" && matches!(self.word(i + 2), "he" | "she" | "they" | "i" | "we" | "it" | "that")
            }
            "but" | "while" | "although" | "whereas" | "despite" => verb_seen || i > start + 3,
            _ => false,
        }
    }

    /// ", a charge that", ", an allegation rejected": a name for the clause before.
    pub(super) fn opens_appositive(&self, i: usize) -> bool {
        self.word(i) == "something"
            || matches!(self.word(i), "a" | "an" | "the")
                && (i + 1..i + 4)
                    .any(|j| self.is(j, Sign::Proposition) || self.is(j, Sign::Charge) || self.is(j, Sign::Myth))
    }

    /// A reporting clause within a few words.
    fn cue_follows(&self, i: usize, end: usize) -> bool {
        let stop = (i..end.min(i + 8)).find(|&j| self.word(j) == ",").unwrap_or(end.min(i + 8));
        (i..stop).any(|j| {
            self.cue_at(j)
                .is_some_and(|a| Some(a) != self.holder(i) && self.holder(j) != self.holder(i.saturating_sub(2)))
        })
    }

    /// A hyphen that stands for a dash.
    fn is_loose(&self, i: usize) -> bool {
        let gap = |a: usize, b: usize| b < self.len() && self.text.tokens[a].span.end != self.text.tokens[b].span.start;
        i > 0 && gap(i - 1, i) && gap(i, i + 1) || self.word(i + 1) == "-" || i > 0 && self.word(i - 1) == "-"
    }

    /// The noun phrase that begins at token `start`, with what hangs on it by a preposition: up to a
    /// verb, a mark or a conjunction. A quoted one ends with its quotation.
    pub(super) fn nominal(&self, start: usize) -> Option<Range<usize>> {
        let mut start = start;
        while matches!(self.word(start), "a" | "an" | "the" | "his" | "her" | "their" | "its" | "as")
            && self.same_sentence(start, start + 1)
        {
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
        let end = end.min(limit).min(start + 25);
        let stop = (start + 1..end)
            .find(|&i| {
                let word = self.word(i);
                self.is_mark(i)
                    && !matches!(word, "-" | "'" | "’" | "&" | "$" | "%" | "/")
                    && !(self.is_quote(i) && self.partner(i).is_none_or(|open| open >= start))
                    || word == "-" && self.is_loose(i)
                    || matches!(
                        word,
                        "that"
                            | "which"
                            | "who"
                            | "while"
                            | "as"
                            | "when"
                            | "where"
                            | "but"
                            | "because"
                            | "rather"
                            | "than"
                            | "after"
                            | "before"
                            | "if"
                            | "have"
                            | "has"
                            | "had"
                            | "is"
                            | "was"
                            | "are"
                            | "were"
                            | "will"
                            | "would"
                            | "could"
                            | "can"
                            | "may"
                            | "might"
                            | "to"
                            | "he"
                            | "she"
                            | "they"
                            | "did"
                            | "said"
                            | "says"
                    )
            })
            .unwrap_or(end);
        self.trimmed(start..stop)
    }

    pub(super) fn same_sentence(&self, i: usize, j: usize) -> bool {
        i < self.len() && j < self.len() && self.sentence_index(i) == self.sentence_index(j)
    }

    /// Takes off marks and quotation marks without a partner at both ends.
    pub(super) fn trimmed(&self, mut range: Range<usize>) -> Option<Range<usize>> {
        let loose = |i: usize, range: &Range<usize>| {
            matches!(self.word(i), "," | "." | ";" | ":" | "—" | "–" | "-" | "?" | "!" | "…" | ")" | "(")
                || self.is_quote(i) && {
                    let quotes = range.clone().filter(|&j| self.is_quote(j)).count();
                    quotes % 2 == 1 || i == range.start && self.is_quote(range.end - 1) && quotes == 2
                }
        };
        while !range.is_empty() && loose(range.start, &range) {
            range.start += 1;
        }
        while !range.is_empty() && loose(range.end - 1, &range) {
            range.end -= 1;
        }
        (!range.is_empty()).then_some(range)
    }

    /// What an attribution says, without marks at its ends.
    pub(super) fn content(&self, attribution: usize) -> Option<Range<usize>> {
        let hull: Span = self.attributions[attribution].hull();
        let mut range = self.text.tokens_in(hull);
        if range.len() > 1 && self.word(range.start) == "that" {
            range.start += 1;
        }
        self.trimmed(range)
    }
}
