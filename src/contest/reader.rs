//! The article as the rules of contest read it: words in small letters, their signs, and which
//! attribution each token belongs to, all looked up in constant time.

use std::ops::Range;

use super::lexicon::{Sign, Signs};
use crate::attribution::Attribution;
use crate::attribution::phrase;
use crate::text::{Span, Text, TokenKind};

/// No attribution.
const NONE: u32 = u32::MAX;

/// Text and attributions, indexed by token.
pub(super) struct Reader<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) attributions: &'a [Attribution],
    /// The text with ASCII capitals made small, so that offsets stay.
    lower: String,
    signs: Vec<Signs>,
    /// For each token, the attribution whose cue it is in.
    cue: Vec<u32>,
    /// For each token, the shortest attribution whose content it is in.
    holder: Vec<u32>,
    /// For each token, the sentence it is in.
    sentence: Vec<u32>,
    /// The attributions by the last byte of their content.
    by_end: Vec<u32>,
    /// Whose word each attribution is.
    speakers: Vec<Option<usize>>,
    /// For each opening quotation mark its closing one, and the other way round.
    partner: Vec<u32>,
}

/// No word of the lexicon is shorter, in bytes.
const SHORTEST: u32 = 3;

/// How far back, in tokens, the subject of a verb is looked for.
const REACH: usize = 80;

/// How far behind a noun, in tokens, the "that" may stand which ends "claims by the firm that".
const AGENT: usize = 14;

/// Whose word it is, before names are resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// The article does not say.
    Nobody,
    /// The article's own.
    Article,
    /// The speaker of an attribution.
    Of(usize),
    /// Whoever these words name.
    Mention(Span),
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a Text<'a>, attributions: &'a [Attribution], speakers: &[Option<usize>]) -> Self {
        let lower = text.source.to_ascii_lowercase();
        let signs = text
            .tokens
            .iter()
            .map(|t| if t.span.len() < SHORTEST { Signs::default() } else { Signs::of(t.span.of(&lower)) })
            .collect();
        let mut cue = vec![NONE; text.tokens.len()];
        let mut holder = vec![NONE; text.tokens.len()];
        let mut by_length: Vec<usize> = (0..attributions.len()).collect();
        by_length.sort_by_key(|&a| std::cmp::Reverse(attributions[a].hull().len()));
        for a in by_length {
            for &span in &attributions[a].content {
                holder[text.tokens_in(span)].fill(a as u32);
            }
        }
        for (a, attribution) in attributions.iter().enumerate() {
            if let Some(span) = attribution.cue {
                cue[text.tokens_in(span)].fill(a as u32);
            }
        }
        let mut sentence = Vec::with_capacity(text.tokens.len());
        for (n, range) in text.sentences.iter().enumerate() {
            sentence.resize(range.end, n as u32);
        }
        let mut by_end: Vec<u32> = (0..attributions.len() as u32).collect();
        by_end.sort_by_key(|&a| attributions[a as usize].hull().end);
        let mut partner = vec![NONE; text.tokens.len()];
        for quotation in &text.quotations {
            if let Some(close) = quotation.close {
                partner[quotation.open] = close as u32;
                partner[close] = quotation.open as u32;
            }
        }
        Self { text, attributions, lower, signs, cue, holder, sentence, by_end, speakers: speakers.to_vec(), partner }
    }

    pub(super) fn len(&self) -> usize {
        self.text.tokens.len()
    }

    /// Token `i` in small letters; empty beyond the end.
    pub(super) fn word(&self, i: usize) -> &str {
        self.text.tokens.get(i).map_or("", |t| t.span.of(&self.lower))
    }

    pub(super) fn is(&self, i: usize, sign: Sign) -> bool {
        self.signs.get(i).is_some_and(|s| s.has(sign))
    }

    /// The numbers of the classes of token `i`.
    pub(super) fn signs(&self, i: usize) -> impl Iterator<Item = u64> {
        self.signs[i].numbers()
    }

    pub(super) fn has_sign(&self, i: usize) -> bool {
        !self.signs[i].is_empty()
    }

    /// Whether token `i` is one of `words`, which are in small letters.
    pub(super) fn among(&self, i: usize, words: &[&str]) -> bool {
        words.contains(&self.word(i))
    }

    /// The attribution whose cue token `i` is in.
    pub(super) fn cue_at(&self, i: usize) -> Option<usize> {
        self.cue.get(i).copied().filter(|&a| a != NONE).map(|a| a as usize)
    }

    /// The innermost attribution whose content token `i` is in.
    pub(super) fn holder(&self, i: usize) -> Option<usize> {
        self.holder.get(i).copied().filter(|&a| a != NONE).map(|a| a as usize)
    }

    /// The sentence of token `i`, as a range of tokens.
    pub(super) fn sentence(&self, i: usize) -> Range<usize> {
        self.text.sentences[self.sentence[i] as usize].clone()
    }

    /// Index of the sentence of token `i`.
    pub(super) fn sentence_index(&self, i: usize) -> usize {
        self.sentence[i] as usize
    }

    /// Whether token `i` is in quotation marks or somebody's reported words: whose voice that is.
    pub(super) fn voice_at(&self, i: usize) -> Voice {
        self.holder(i).map_or(Voice::Article, Voice::Of)
    }

    /// The attributions whose content ends before token `i`, the nearest first.
    pub(super) fn before(&self, i: usize) -> impl Iterator<Item = usize> + '_ {
        let limit = self.text.tokens[i].span.start;
        let place = self.by_end.partition_point(|&a| self.attributions[a as usize].hull().end <= limit);
        self.by_end[..place].iter().rev().map(|&a| a as usize)
    }

    /// Whose word an attribution is, as an index into [`crate::speakers::Speakers::all`].
    pub(super) fn speaker(&self, attribution: usize) -> Option<usize> {
        self.speakers[attribution]
    }

    /// The other mark of the quotation that token `i` opens or closes.
    pub(super) fn partner(&self, i: usize) -> Option<usize> {
        self.partner.get(i).copied().filter(|&j| j != NONE).map(|j| j as usize)
    }

    pub(super) fn is_mark(&self, i: usize) -> bool {
        i < self.len() && self.text.tokens[i].kind == TokenKind::Mark
    }

    pub(super) fn is_quote(&self, i: usize) -> bool {
        matches!(self.word(i), "“" | "”" | "\"" | "‘" | "''" | "«" | "»" | "`")
            || self.word(i) == "'" && (self.word(i + 1) == "'" || i > 0 && self.word(i - 1) == "'")
    }

    /// Whether the word is a contraction or word of negation.
    pub(super) fn is_negation(&self, i: usize) -> bool {
        let word = self.word(i);
        matches!(
            word,
            "not" | "no" | "never" | "none" | "nobody" | "nothing" | "neither" | "nor" | "without" | "cannot"
        ) || word.ends_with("n't")
            || word.ends_with("n’t")
    }

    /// Whether the verb at token `i` is negated: "did not deny".
    pub(super) fn is_negated(&self, i: usize) -> bool {
        let floor = self.sentence(i).start.max(i.saturating_sub(3));
        (floor..i).any(|j| {
            self.is_negation(j) && self.word(j) != "never" || matches!(self.word(j), "if" | "refused" | "declined")
        })
    }

    /// The subject of the verb at token `verb`: that of its attribution where it is a cue.
    pub(super) fn subject(&self, verb: usize) -> Voice {
        if let Some(a) = self.cue_at(verb).filter(|&a| self.attributions[a].source.is_some()) {
            return Voice::Of(a);
        }
        let floor = self.sentence(verb).start.max(verb.saturating_sub(REACH));
        let subject = phrase::subject(self.text, floor, verb);
        let range = match subject.source {
            // "…, who denied": what stands before the relative pronoun.
            Some(r) if matches!(self.word(r.start), "who" | "which" | "that") && r.len() == 1 => {
                let end = if r.start > floor && self.word(r.start - 1) == "," { r.start - 1 } else { r.start };
                if end > floor { phrase::subject(self.text, floor, end).source } else { None }
            }
            None if self.word(verb).ends_with("ing") => phrase::main_subject(self.text, floor, verb),
            other => other,
        };
        match range {
            Some(r) => Voice::Mention(self.text.span(r)),
            None => self.holder(verb).map_or(Voice::Nobody, Voice::Of),
        }
    }

    /// The agent of a passive whose "by" is at token `by`, up to token `end`.
    pub(super) fn agent(&self, by: usize, end: usize) -> Voice {
        phrase::phrase_after(self.text, by + 1, end).map_or(Voice::Nobody, |r| Voice::Mention(self.text.span(r)))
    }

    /// The words with a capital that end before token `end`, at most so many of its sentence; may be empty.
    pub(super) fn name_before(&self, end: usize, most: usize) -> Range<usize> {
        let name = |j: usize| self.text.word(j).starts_with(char::is_uppercase) && !self.is_mark(j);
        let floor = self.sentence(end).start.max(end.saturating_sub(most));
        let mut start = end;
        while start > floor && name(start - 1) {
            start -= 1;
        }
        start..end
    }

    /// Whether token `i` says whose the next words are: "his", "'s".
    pub(super) fn is_possessive(&self, i: usize) -> bool {
        self.text.tokens[i].kind == TokenKind::Possessive
            || matches!(self.word(i), "his" | "her" | "their" | "its" | "my" | "our")
    }

    /// Whose the noun at token `noun` is: "Lee's false claim", "their claim", "claims by Lee".
    pub(super) fn possessor(&self, noun: usize) -> Voice {
        if self.among(noun + 1, &["by", "from", "among"]) {
            let end = self.sentence(noun).end;
            let that = (noun + 2..end.min(noun + AGENT)).find(|&i| self.word(i) == "that");
            return self.agent(noun + 1, that.unwrap_or(end));
        }
        let floor = self.sentence(noun).start.max(noun.saturating_sub(REACH));
        for i in (floor.max(noun.saturating_sub(4))..noun).rev() {
            if self.text.tokens[i].kind == TokenKind::Possessive {
                if i > floor {
                    return Voice::Mention(self.text.span(self.owner(floor, i)..i));
                }
            } else if self.is_possessive(i) {
                return Voice::Mention(self.text.tokens[i].span);
            }
            if self.is_mark(i) {
                break;
            }
        }
        Voice::Nobody
    }

    /// Where the name or noun phrase before the possessive at token `i` begins: at the first capital of a
    /// name, or at the article of a common noun.
    fn owner(&self, floor: usize, i: usize) -> usize {
        let capital = |j: usize| self.text.word(j).starts_with(char::is_uppercase);
        let mut start = i - 1;
        if capital(start) {
            while start > floor && capital(start - 1) && self.text.tokens[start - 1].kind == TokenKind::Word {
                start -= 1;
            }
            return start;
        }
        while start > floor.max(i.saturating_sub(4)) && self.text.tokens[start - 1].kind == TokenKind::Word {
            start -= 1;
            if self.among(start, &["the", "a", "an", "his", "her", "their", "its", "this", "that"]) {
                return start;
            }
        }
        i - 1
    }
}
