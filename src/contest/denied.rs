//! Accusations and reports that the accused reject.

use super::found::{Found, Rule};
use super::lexicon::Sign;
use super::reader::{Reader, Voice};
use super::{Answer, antecedent::Referent};
use crate::document::ContestKind;

/// How far, in tokens, the noun for the accusation may stand from the verb that denies it.
const OBJECT: usize = 9;

/// Reads the verb at token `i`.
pub(super) fn at(reader: &Reader, i: usize) -> Option<Found> {
    if !reader.is(i, Sign::Deny) || is_withheld(reader, i) || reader.is_negated(i) {
        return None;
    }
    let next = i + 1;
    let end = reader.sentence(i).end;
    if next < end && matches!(reader.word(next), "that" | "ever" | "having") {
        let start = if reader.word(next) == "that" { next + 1 } else { next };
        if let Some(range) = reader.clause(start).filter(|r| r.len() > 1) {
            return Some(denies(reader, i, Rule::Denies, Referent { range, claimant: Voice::Nobody }));
        }
    }
    if let Some((noun, complement)) = reader.claim_noun(next..end.min(next + OBJECT))
        && let Some(range) = reader.clause(complement)
    {
        let claimant = reader.possessor(noun);
        return Some(denies(reader, i, Rule::Denies, Referent { range, claimant }));
    }
    if let Some(referent) = reader.named_by_appositive(i) {
        return Some(denies(reader, i, Rule::ChargeRejected, referent));
    }
    if opens_clause(reader, next) && !reader.among(next + 1, &["happened", "occurred", "all"]) {
        let range = reader.clause(next)?;
        return Some(denies(reader, i, Rule::Denies, Referent { range, claimant: Voice::Nobody }));
    }
    if is_anaphoric(reader, next) {
        return Some(denies(reader, i, Rule::DeniesThis, reader.last_claimed(i)?));
    }
    // "denied any role in the attack", but not "denied the party its victory".
    let range = reader.nominal(next)?;
    let role = range.clone().take(3).any(|j| {
        matches!(
            reader.word(j),
            "any"
                | "all"
                | "wrongdoing"
                | "involvement"
                | "knowledge"
                | "responsibility"
                | "ties"
                | "links"
                | "link"
                | "role"
                | "part"
                | "plans"
                | "having"
                | "guilt"
                | "collusion"
                | "charges"
        )
    });
    (role && range.len() >= 2).then(|| denies(reader, i, Rule::Denies, Referent { range, claimant: Voice::Nobody }))
}

fn denies(reader: &Reader, i: usize, rule: Rule, referent: Referent) -> Found {
    Found {
        kind: ContestKind::Denied,
        rule,
        range: referent.range,
        claimant: referent.claimant,
        challenger: reader.subject(i),
        evidence: i..i + 1,
        answer: reader.cue_at(i).or_else(|| reader.holder(i)).map(Answer::Attribution),
    }
}

/// "were denied", "denied his party the victory": something was not given.
fn is_withheld(reader: &Reader, i: usize) -> bool {
    let passive = i > 0
        && matches!(reader.word(i - 1), "was" | "were" | "been" | "be" | "being" | "are" | "is")
        && reader.word(i + 1) != "by";
    passive || matches!(reader.word(i + 1), "him" | "me" | "us" | "them" | "entry" | "access" | "permission")
}

/// Whether a clause without "that" begins at token `i`: "he took", "taking", "the firm knew".
fn opens_clause(reader: &Reader, i: usize) -> bool {
    let word = reader.word(i);
    matches!(word, "he" | "she" | "they" | "we" | "i" | "being")
        || word.len() > 4 && word.ends_with("ing")
        || word == "it" && !matches!(reader.word(i + 1), "," | "." | "”" | "and" | "in" | "on")
}

/// "it", "this", "the charge": a claim made elsewhere.
fn is_anaphoric(reader: &Reader, i: usize) -> bool {
    reader.among(i, &["it", "this", "that", "these", "them"])
        || matches!(reader.word(i), "the" | "those" | "such" | "all" | "any")
            && (i + 1..i + 3).any(|j| reader.is(j, Sign::Charge) || reader.is(j, Sign::Proposition))
}

#[cfg(test)]
mod tests {
    use crate::contest::testing::{claims, expect, expect_none};
    use crate::document::ContestKind::Denied;

    #[test]
    fn stated_in_the_denial() {
        expect("Paul Reed denied that he had sold the list.", &[], Denied, ["he had sold the list", "", "Paul Reed"]);
        expect("Paul Reed denies selling the list.", &[], Denied, ["selling the list", "", "Paul Reed"]);
        expect("The firm denied any role in the leak.", &[], Denied, ["any role in the leak", "", "firm"]);
        expect("Reed denied accusations that he had sold the list.", &[], Denied, ["he had sold the list", "", "Reed"]);
    }

    #[test]
    fn stated_before_the_denial() {
        expect(
            "Ann Lee said the clinic had lost her file, a charge that the clinic denied.",
            &[("Ann Lee", "said", "the clinic had lost her file")],
            Denied,
            ["the clinic had lost her file", "Ann Lee", "clinic"],
        );
        expect(
            "Ann Lee said the clinic had lost her file. The clinic denied the claim.",
            &[("Ann Lee", "said", "the clinic had lost her file")],
            Denied,
            ["the clinic had lost her file", "Ann Lee", "clinic"],
        );
    }

    #[test]
    fn marked_where_it_was_first_made() {
        let found = claims(
            "Ann Lee said the harbor board had buried the survey of the quay. Months later, the harbor board denied burying the survey of the quay.",
            &[("Ann Lee", "said", "the harbor board had buried the survey of the quay")],
        );
        assert_eq!(found[0].1, "the harbor board had buried the survey of the quay");
        assert_eq!(found[1].1, "burying the survey of the quay");
    }

    #[test]
    fn whatever_the_accused_says_is_a_denial() {
        expect(
            "Ann Lee rejected the idea that Lee had misled the court.",
            &[],
            Denied,
            ["Lee had misled the court", "", "Ann Lee"],
        );
    }

    #[test]
    fn what_is_not_given_is_not_denied() {
        expect_none("The court denied the club its license.", &[]);
        expect_none("They were denied entry at the gate.", &[]);
        expect_none("He did not deny that it rained.", &[]);
    }

    #[test]
    fn it_happened() {
        expect(
            "Ann Lee accused the guard of breaking her arm. The guard denied it happened.",
            &[("Ann Lee", "accused", "the guard of breaking her arm")],
            Denied,
            ["breaking her arm", "Ann Lee", "guard"],
        );
    }
}
