//! Who stands behind a report, a poll, a book.

use std::ops::Range;

use super::discourse::Discourse;
use super::entities::Id;
use super::names::Sort;
use crate::document::SpeakerKind;
use crate::text::Text;

impl Discourse {
    /// Who wrote, ordered or published a document, as the phrase says it.
    pub(super) fn author(&mut self, text: &Text, tokens: Range<usize>, segment: Range<usize>) -> Option<Id> {
        // "a Fox News poll", "Brookings' report"
        let mut named = segment
            .clone()
            .rev()
            .find_map(|i| (self.name_of[i] as usize).checked_sub(1))
            .filter(|&n| self.names[n].sort != Sort::Place);
        // "a study by Media Matters", "a report from the SITE Group", "a report released by Brookings"
        if named.is_none() {
            let by = (segment.end..tokens.end).find(|&i| matches!(text.word(i), "by" | "from"));
            named = by.and_then(|by| {
                (by + 1..tokens.end.min(by + 8)).find_map(|i| (self.name_of[i] as usize).checked_sub(1))
            });
        }
        let id = named.and_then(|n| self.bearer[n]).filter(|&id| !matches!(self.entities.all[id].sort, Sort::Thing));
        if let Some(id) = id {
            if self.entities.all[id].sort == Sort::Unknown {
                self.entities.all[id].kind = SpeakerKind::Organization;
            }
            self.last_document = Some((id, self.words[segment.start].sentence));
            return Some(id);
        }
        let definite = self.is_definite(text, segment.clone()) || segment.len() == 1;
        let plural = text.word(segment.end - 1).ends_with('s');
        if definite && !plural {
            let sentence = self.words[segment.start].sentence;
            return self.last_document.filter(|&(_, at)| sentence - at <= 8).map(|(id, _)| id);
        }
        None
    }
}
