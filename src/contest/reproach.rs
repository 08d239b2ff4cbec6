//! Claims that somebody is taken to task *for*: "mocked her for suggesting that the wall had moved".

use super::antecedent::Referent;
use super::disputed::disputed;
use super::found::{Found, Rule};
use super::reader::{Reader, Voice};

/// What a speaker is taken to task *for*.
const FOR_SAYING: &[&str] = &["suggesting", "claiming", "implying", "insinuating", "asserting", "warning", "saying"];

/// How verbs of criticizing begin.
const CRITICIZING: &[&str] =
    &["critici", "attack", "slam", "mock", "ridicul", "rebuk", "scold", "denounc", "blast", "hammer", "chid", "wrong"];

/// Reads the participle at token `i`.
pub(super) fn at(reader: &Reader, i: usize) -> Option<Found> {
    let reproached = i > 0 && reader.word(i - 1) == "for" && reader.among(i, FOR_SAYING);
    if !reproached || reader.word(i) == "saying" && !is_criticized(reader, i) {
        return None;
    }
    let next = if reader.among(i + 1, &["that", "about"]) { i + 2 } else { i + 1 };
    let referent = Referent { range: reader.clause(next)?, claimant: target(reader, i - 1) };
    Some(disputed(reader, i, Rule::ClaimNoun, referent, reader.voice_at(i), i..i + 1))
}

/// Whether somebody is criticized *for* what he says: "suggesting" does not need it, "saying" does.
fn is_criticized(reader: &Reader, i: usize) -> bool {
    let floor = reader.sentence(i).start.max(i.saturating_sub(10));
    (floor..i).any(|j| CRITICIZING.iter().any(|stem| reader.word(j).starts_with(stem)))
}

/// Who is criticized, before the "for" at token `i`: a pronoun or a name.
fn target(reader: &Reader, i: usize) -> Voice {
    let mut target = reader.name_before(i, 4);
    if target.is_empty() && i > reader.sentence(i).start && reader.among(i - 1, &["him", "her", "them"]) {
        target.start -= 1;
    }
    if target.is_empty() { Voice::Nobody } else { Voice::Mention(reader.text.span(target)) }
}

#[cfg(test)]
mod tests {
    use crate::contest::testing::{expect, expect_none};
    use crate::document::ContestKind::Disputed;

    #[test]
    fn criticized_for_saying_it() {
        expect(
            "The council scolded Ann Lee for suggesting that the wall had moved.",
            &[],
            Disputed,
            ["the wall had moved", "Ann Lee", "article"],
        );
        expect(
            "Farmers mocked Ann Lee for saying the well was deep.",
            &[],
            Disputed,
            ["the well was deep", "Ann Lee", "article"],
        );
        expect_none("Farmers thanked Ann Lee for saying the well was deep.", &[]);
    }
}
