//! Who stands behind a report, a poll, a book.

use std::ops::Range;

use super::discourse::{Discourse, since};
use super::entities::Id;
use super::names::Sort;
use crate::document::SpeakerKind;
use crate::text::{Text, TokenKind};

/// Sentences within which "the report" is the one spoken of.
const REACH: u32 = 8;

/// How far an author's name may be from its preposition, in tokens.
const NEAR: usize = 8;

impl Discourse {
    /// Who wrote, ordered or published a document, as the phrase says it.
    pub(super) fn author(&mut self, text: &Text, tokens: Range<usize>, segment: Range<usize>) -> Option<Id> {
        // "a Fox News poll", "Brookings' report"
        let named = |i: usize| self.name_at(i);
        // "Politico’s Battleground States average"
        let owner = segment.clone().find(|&i| self.words[i].kind == TokenKind::Possessive);
        let owner = owner.and_then(|i| i.checked_sub(1)).filter(|&i| i >= segment.start).and_then(named);
        let inside = owner.or_else(|| segment.clone().rev().find_map(named));
        let speaks = |n: &usize| self.names[*n].sort != Sort::Place;
        let named: Vec<usize> = match inside.filter(speaks) {
            Some(n) => vec![n],
            None => self.after_by(text, segment.end..tokens.end).into_iter().filter(speaks).collect(),
        };
        let authors = named.into_iter().filter_map(|n| self.bearer[n]);
        let ids: Vec<Id> = authors.filter(|&id| self.entities.all[id].sort != Sort::Thing).collect();
        let sentence = self.words[segment.start].sentence;
        if !ids.is_empty() {
            for &id in &ids {
                if self.entities.all[id].sort == Sort::Unknown {
                    self.entities.all[id].kind = SpeakerKind::Organization;
                }
            }
            let id = self.several_of(text, &ids)?;
            self.last_document = Some((id, sentence));
            self.documents.insert(self.words[segment.end - 1].key, (id, sentence));
            return Some(id);
        }
        let definite = self.is_definite(text, segment.clone()) || segment.len() == 1;
        let plural = text.word(segment.end - 1).ends_with('s');
        let spoke = self.last_source.filter(|_| definite && is_utterance(text.word(segment.end - 1)));
        if let Some(id) = spoke.filter(|&id| self.entities.all[id].kind != SpeakerKind::Document) {
            return Some(id);
        }
        if definite && !plural {
            let near = |&(_, at): &(Id, u32)| since(sentence, at) <= REACH;
            let noun = self.words[segment.end - 1].key;
            if let Some(same) = self.documents.get_mut(&noun).filter(|same| near(same)) {
                same.1 = sentence;
                return Some(same.0);
            }
            return self.last_document.filter(near).map(|(id, _)| id);
        }
        None
    }

    /// "a study by Media Matters", "a poll conducted by the Times and ABC News", "a report from the SITE
    /// Group": the names after the preposition, as indices in `names`.
    fn after_by(&self, text: &Text, tokens: Range<usize>) -> Vec<usize> {
        let leads = |i: usize| match text.word(i) {
            "by" | "from" => true,
            // "a study that appeared in the Journal"
            "in" => matches!(text.word(i - 1), "appeared" | "published" | "printed"),
            _ => false,
        };
        let Some(by) = tokens.clone().find(|&i| leads(i)) else { return Vec::new() };
        let mut named = Vec::new();
        let mut i = by + 1;
        let mut end = tokens.end.min(by + NEAR);
        while i < end {
            match self.name_at(i) {
                Some(n) => {
                    named.push(n);
                    i = self.name_end(i).max(i + 1);
                    // Another one only right after "and" or a comma.
                    let the = usize::from(i + 1 < tokens.end && text.word(i + 1).eq_ignore_ascii_case("the"));
                    let next = i + 1 + the;
                    let goes_on = next < tokens.end && matches!(text.word(i), "and" | ",") && self.name_of[next] > 0;
                    if !goes_on {
                        break;
                    }
                    (i, end) = (next, tokens.end);
                }
                None => i += 1,
            }
        }
        named
    }
}

/// Whether a document is one in which somebody speaks: "the statement said" takes up who spoke.
fn is_utterance(noun: &str) -> bool {
    matches!(noun, "statement" | "email" | "e-mail" | "letter" | "tweet" | "message" | "post" | "memo" | "release")
}
