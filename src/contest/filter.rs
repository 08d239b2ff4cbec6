//! What a sign points at and is no contested claim all the same: a headline, a proposal.

use super::found::Found;
use super::reader::Reader;
use super::restatement::Gist;
use crate::document::ContestKind;

/// How many tokens a headline may have.
const HEADLINE: usize = 30;

/// A claim counts in the headline only if the body does not state it: drops one that shares a content word
/// with a claim of the body.
pub(super) fn without_headline(reader: &Reader, found: &mut Vec<Found>) {
    let Some(headline) = reader.text.paragraphs.first().filter(|_| reader.text.paragraphs.len() > 2) else { return };
    let end = headline.end;
    if end > HEADLINE {
        return;
    }
    let body = found.partition_point(|f| f.range.start < end);
    let gists: Vec<Gist> = found[body..].iter().map(|f| Gist::new(reader, f.range.clone())).collect();
    found.retain(|f| {
        f.range.start >= end || {
            let gist = Gist::new(reader, f.range.clone());
            !gists.iter().any(|other| gist.shared(other) > 0)
        }
    });
}

/// Whether a claim says what should be done: nothing that could be true or false.
pub(super) fn proposes(reader: &Reader, found: &Found) -> bool {
    let modal = found.range.clone().take(12).find(|&i| reader.is_predicate(i) || reader.among(i, OUGHT));
    found.kind == ContestKind::Disputed && modal.is_some_and(|i| reader.among(i, OUGHT) && reader.word(i + 1) != "have")
}

/// Modals of what should be done.
const OUGHT: &[&str] = &["should", "must", "ought", "shouldn't", "shouldn’t"];

#[cfg(test)]
mod tests {
    use crate::contest::testing::{claims, expect_none};

    #[test]
    fn the_headline_repeats_the_body() {
        let found = claims(
            "Mayor accused of selling the park\n\nThe park has two ponds.\n\nAnn Lee accused the mayor of selling the park to a brewer.",
            &[],
        );
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].1, "selling the park to a brewer");
    }

    #[test]
    fn a_headline_alone_counts() {
        let found = claims("Mayor accused of selling the park\n\nThe library opens at nine.\n\nIt rained.", &[]);
        assert_eq!(found[0].1, "selling the park");
    }

    #[test]
    fn what_should_be_done_is_no_claim() {
        expect_none("Lee rejected the idea that the town should sell the park.", &[]);
    }
}
