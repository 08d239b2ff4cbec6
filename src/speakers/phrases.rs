//! The build of a noun phrase: its parts, where it ends, its head.

use std::ops::Range;

use super::discourse::Discourse;
use super::lexicon::Class;
use crate::document::SpeakerKind;
use crate::text::{Text, TokenKind};

impl Discourse {
    /// Whether the head of the phrase is a person's name.
    pub(super) fn is_person(&self, text: &Text, tokens: Range<usize>) -> bool {
        let id = self.head_name(text, tokens).and_then(|n| self.bearer[n]);
        id.is_some_and(|id| self.entities.all[id].kind == SpeakerKind::Person)
    }

    pub(super) fn name_end(&self, i: usize) -> usize {
        match self.name_of[i] {
            0 => i,
            n => self.names[n as usize - 1].name.end,
        }
    }

    /// Where the noun phrase proper ends, before prepositions, clauses and appositions.
    pub(super) fn segment(&self, text: &Text, tokens: Range<usize>) -> Range<usize> {
        let mut i = tokens.start;
        while i < tokens.end {
            if self.name_of[i] > 0 {
                i = self.name_end(i).max(i + 1);
                continue;
            }
            let w = &self.words[i];
            let mark = w.kind == TokenKind::Mark
                && !matches!(text.word(i), "%" | "$" | "“" | "”" | "\"" | "'" | "‘" | "’" | "&" | "/");
            let stop = w.is(Class::PREPOSITION.with(Class::RELATIVE).with(Class::VERB)) && !w.is(Class::DETERMINER);
            // "former secretary of state Ann Lee"
            let office = text.word(i) == "of"
                && i + 2 < tokens.end
                && self.name_of[i + 1] == 0
                && self.name_of[i + 2] > 0
                && !self.words[i + 1].is(Class::COMMON.with(Class::GROUP).with(Class::ROLE));
            if office {
                i += 2;
                continue;
            }
            // "a delegate supporting Clinton"
            let participle = text.word(i).ends_with("ing")
                && !w.capital()
                && !w.is(Class::ADJECTIVE)
                && i > tokens.start
                && !self.words[i - 1].is(Class::DETERMINER.with(Class::ADJECTIVE))
                && i + 1 < tokens.end
                && (self.name_of[i + 1] > 0 || self.words[i + 1].is(Class::DETERMINER));
            if i > tokens.start && (mark || stop || participle) {
                break;
            }
            i += 1;
        }
        tokens.start..i.min(tokens.end)
    }

    /// The name that is the head of the phrase, as an index in `names`.
    pub(super) fn head_name(&self, text: &Text, tokens: Range<usize>) -> Option<usize> {
        let segment = self.segment(text, tokens);
        let last = segment.clone().next_back()?;
        let last = if self.words[last].kind == TokenKind::Possessive && last > segment.start { last - 1 } else { last };
        (self.name_of[last] as usize).checked_sub(1)
    }
}
