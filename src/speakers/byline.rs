//! Who wrote the article, where it says so.

use super::entities::{Entities, Id};
use super::names::{Name, Sort};
use super::words::Word;
use crate::text::Text;

/// How many paragraphs at either end are searched.
const PARAGRAPHS: usize = 6;

/// Longest line that is nothing but a byline, in tokens.
const LINE: usize = 14;

/// Finds the author: "By Ann Lee", "Ann Lee: ..." above the text, "Ann Lee is a columnist" or "Follow Ann
/// Lee on Twitter" below it.
pub(super) fn author(
    text: &Text,
    words: &[Word],
    names: &[Name],
    bearer: &[Option<Id>],
    entities: &Entities,
) -> Option<Id> {
    let person = |at: usize| {
        let n = names.partition_point(|n| n.whole.start < at);
        let name = names.get(n).filter(|name| name.whole.start == at && name.name.len() > 1)?;
        let id = bearer[n]?;
        matches!(entities.all[id].sort, Sort::Person | Sort::Likely).then_some((id, name.name.end))
    };
    let count = text.paragraphs.len();
    for paragraph in &text.paragraphs[..count.min(PARAGRAPHS)] {
        let start = paragraph.start;
        let by = text.word(start).eq_ignore_ascii_case("by") && paragraph.len() <= LINE;
        if let Some((id, end)) = if by && paragraph.len() > 1 { person(start + 1) } else { person(start) }
            && (by || end == paragraph.end || (text.word(end) == ":" && words[end].sentence == 0))
        {
            return Some(id);
        }
    }
    // "an excerpt from bestselling author Ann Lee's new book"
    let opening = text.paragraphs[count.min(PARAGRAPHS) - 1].end;
    let wrote = names.iter().zip(bearer).take_while(|(n, _)| n.name.start < opening).find(|(n, _)| {
        n.whole.start > 0 && n.name.len() > 1 && matches!(text.word(n.whole.start - 1), "author" | "columnist")
    });
    if let Some((_, Some(id))) = wrote {
        return Some(*id);
    }
    for paragraph in text.paragraphs[count.saturating_sub(PARAGRAPHS)..].iter().rev() {
        let start = paragraph.start;
        if text.word(start) == "Follow" && paragraph.len() > 1 {
            if let Some((id, _)) = person(start + 1) {
                return Some(id);
            }
        } else if let Some((id, end)) = person(start)
            && end < paragraph.end
            && matches!(text.word(end), "is" | "writes" | "teaches" | "serves" | "," | "covers")
        {
            return Some(id);
        }
    }
    None
}
