//! Claims for which there is no evidence: "no proof that …", "…, she said without evidence".

use super::antecedent::Referent;
use super::disputed::disputed;
use super::found::{Found, Rule};
use super::lexicon::Sign;
use super::reader::{Reader, Voice};

/// Reads the sign at token `i`.
pub(super) fn at(reader: &Reader, i: usize) -> Option<Found> {
    if reader.is(i, Sign::Evidence) { no_evidence(reader, i) } else { None }
}

/// "no evidence that …", "…, without offering evidence".
fn no_evidence(reader: &Reader, i: usize) -> Option<Found> {
    let sentence = reader.sentence(i);
    let floor = sentence.start.max(i.saturating_sub(5));
    let no = (floor..i).rev().find(|&j| {
        reader.is_negation(j) || reader.among(j, &["little", "lack", "scant", "lacks", "lacking", "failed", "fails"])
    })?;
    if (no..i).any(|j| reader.is_mark(j)) {
        return None;
    }
    let voice = match reader.voice_at(i) {
        Voice::Article if reader.word(no) != "without" => match reader.cue_at(i) {
            Some(a) => Voice::Of(a),
            None => Voice::Article,
        },
        other => other,
    };
    let complement = match reader.word(i + 1) {
        "that" | "of" => Some(i + 2),
        "to" | "in" if reader.claim_noun(i + 2..i + 6).is_some() => reader.claim_noun(i + 2..i + 6).map(|(_, c)| c),
        "to" if matches!(reader.word(i + 2), "support" | "suggest" | "show" | "prove" | "back" | "indicate") => {
            let next = if reader.word(i + 3) == "up" { i + 4 } else { i + 3 };
            Some(if reader.word(next) == "that" { next + 1 } else { next })
        }
        _ => None,
    };
    let evidence = no..i + 1;
    if let Some(start) = complement.filter(|&s| reader.same_sentence(i, s)) {
        let referent = Referent { range: reader.clause(start)?, claimant: Voice::Nobody };
        return Some(disputed(reader, i, Rule::NoEvidence, referent, voice, evidence));
    }
    // "…, he said without evidence": what he said.
    if reader.word(no) == "without" {
        let a = reader
            .before(i)
            .take(4)
            .find(|&a| reader.content(a).is_some_and(|r| r.start >= sentence.start))
            .or_else(|| reader.holder(i + 1))?;
        let referent = Referent { range: reader.content(a)?, claimant: Voice::Of(a) };
        return Some(disputed(reader, i, Rule::NoEvidence, referent, Voice::Article, evidence));
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::contest::testing::{expect, expect_none};
    use crate::document::ContestKind::Disputed;

    #[test]
    fn not_shown() {
        expect("There is no evidence that the vote was bought.", &[], Disputed, ["the vote was bought", "", "article"]);
        expect(
            "The hearing failed to produce any evidence that the vote was bought.",
            &[],
            Disputed,
            ["the vote was bought", "", "article"],
        );
        expect(
            "Reed said the vote was bought, without offering proof.",
            &[("Reed", "said", "the vote was bought")],
            Disputed,
            ["the vote was bought", "Reed", "article"],
        );
    }

    #[test]
    fn evidence_there_is() {
        expect_none("There was evidence of water on the moon.", &[]);
    }
}
