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

/// How far into its sentence, in tokens, a claim in a subordinate clause may begin.
const SUBORDINATE: usize = 40;

/// What begins something new behind a comma.
const AFTER_COMMA: &[&str] = &[
    "but",
    "while",
    "although",
    "though",
    "even",
    "which",
    "who",
    "whose",
    "despite",
    "yet",
    "whereas",
    "adding",
    "according",
    "as",
    "because",
    "so",
    "where",
    "when",
    "including",
    "from",
    "he",
    "she",
    "they",
    "i",
    "we",
    "it",
];

/// Participles that report, and so end even a clause without a finite verb.
const REPORTING: &[&str] = &[
    "saying",
    "noting",
    "citing",
    "arguing",
    "calling",
    "claiming",
    "suggesting",
    "pointing",
    "telling",
    "writing",
    "referring",
    "insisting",
    "warning",
    "pledging",
];

/// Verbs that are finite whatever stands around them.
const PREDICATES: &[&str] = &[
    "is", "was", "are", "were", "has", "had", "have", "will", "would", "can", "could", "may", "might", "must", "does",
    "did", "do", "said", "says", "told", "isn't", "isn’t", "wasn't", "wasn’t", "won't", "won’t",
];

/// Words behind which another finite verb is to be expected.
const OPENERS: &[&str] = &[
    "that", "who", "which", "what", "when", "where", "because", "if", "how", "whether", "while", "as", "after",
    "before", "since", "until", "than", "but", "or", "so", "he", "she", "it", "they", "i", "we", "you", "there",
];

/// Words that open a subordinate clause at the head of a sentence.
const SUBORDINATORS: &[&str] =
    &["while", "although", "though", "as", "if", "when", "since", "after", "because", "whereas"];

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
        let subordinate = self.is_subordinate(start);
        let mut verb_seen = false;
        let mut depth = 0i32;
        for i in start..end {
            let ends = subordinate && depth == 0 && self.word(i) == ",";
            if i > start && (ends || self.closes(start, i, end, verb_seen, depth)) {
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
        match self.word(i) {
            ";" | "—" | "–" | "…" | "?" | "!" | ":" => true,
            "-" => self.is_loose(i),
            ")" => true,
            "(" => verb_seen,
            "“" | "”" | "\"" => {
                // The quotation that holds the clause ends; one inside it may come and go.
                self.partner(i).is_some_and(|open| open < start)
            }
            "," => {
                // The comma before a closing quotation mark ends what the quotation is part of.
                let closed = self.is_quote(i + 1) && self.partner(i + 1).is_some_and(|open| open < i);
                let next = if closed { i + 2 } else { i + 1 };
                next < end && self.opens_clause(next, end, verb_seen)
            }
            "even" => self.among(i + 1, &["though", "as", "after", "if"]) && (verb_seen || i > start + 3),
            "but" | "while" | "although" | "whereas" | "despite" => verb_seen || i > start + 3,
            _ => false,
        }
    }

    /// Whether something new begins at token `i`, behind a comma.
    fn opens_clause(&self, i: usize, end: usize, verb_seen: bool) -> bool {
        let next = self.word(i);
        AFTER_COMMA.contains(&next)
            || next.len() > 4 && next.ends_with("ing") && (verb_seen || REPORTING.contains(&next))
            || next == "with" && (i + 2..i + 6).any(|j| self.word(j).ends_with("ing"))
            || self.word(i + 1) == "which"
            || self.opens_appositive(i)
            || self.cue_follows(i, end)
            || next == "and"
                && (self.among(i + 1, &["he", "she", "they", "i", "we", "it", "that"])
                    || self.is_predicate(i + 1)
                    || self.is(i + 1, Sign::Accuse))
    }

    /// What is left of a clause inside a subject where the verb of the subject begins: "a man accused of
    /// [driving onto the curb] told police". `verbs` is how many finite verbs the clause itself has.
    pub(super) fn before_predicate(&self, range: Range<usize>, mut verbs: usize) -> Option<Range<usize>> {
        let mut group = false;
        for i in range.clone() {
            let finite = self.is_predicate(i);
            if finite && !group {
                if verbs == 0 {
                    return self.trimmed(range.start..i);
                }
                verbs -= 1;
            }
            group = finite || group && self.is_negation(i);
            if OPENERS.contains(&self.word(i)) || self.word(i) == "and" && self.is_predicate(i + 1) {
                verbs += 1;
            }
        }
        Some(range)
    }

    /// Whether token `i` is a finite verb that nothing else could be.
    pub(super) fn is_predicate(&self, i: usize) -> bool {
        self.among(i, PREDICATES)
    }

    /// Whether a sentence opens with a subordinate clause that token `i` is in: "While he claims that …, …".
    fn is_subordinate(&self, i: usize) -> bool {
        let mut first = self.sentence(i).start;
        if self.is_quote(first) || self.word(first) == "but" || self.word(first) == "even" {
            first += 1;
        }
        i - first.min(i) < SUBORDINATE && self.among(first, SUBORDINATORS) && !(first..i).any(|j| self.word(j) == ",")
    }

    /// ", a charge that", ", an allegation rejected": a name for the clause before.
    pub(super) fn opens_appositive(&self, i: usize) -> bool {
        self.word(i) == "something"
            || self.among(i, &["a", "an", "the"])
                && (i + 1..i + 4).any(|j| {
                    self.is(j, Sign::Proposition)
                        || self.is(j, Sign::Charge)
                        || self.is(j, Sign::Myth)
                        || self.word(j) == "reference"
                })
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
    pub(super) fn is_loose(&self, i: usize) -> bool {
        let gap = |a: usize, b: usize| b < self.len() && self.text.tokens[a].span.end != self.text.tokens[b].span.start;
        i > 0 && gap(i - 1, i) && gap(i, i + 1) || self.word(i + 1) == "-" || i > 0 && self.word(i - 1) == "-"
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
