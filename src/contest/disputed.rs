//! Claims that somebody, or the article itself, says are false, unfounded or not shown: by a verb that
//! rejects ([`rejection`]), a word that says "false" ([`falsity`]), a plain "it is not" ([`rebuttal`]), lack of
//! [`evidence`], a [`reproach`] for saying it, a word of [`doubt`], or one that keeps its [`distance`].

use std::ops::Range;

use super::antecedent::Referent;
use super::found::{Found, Rule};
use super::reader::{Reader, Voice};
use super::{Answer, distance, doubt, evidence, falsity, rebuttal, rejection, reproach};
use crate::document::ContestKind;

/// Reads the sign at token `i`.
pub(super) fn at(reader: &Reader, i: usize) -> Option<Found> {
    rejection::at(reader, i)
        .or_else(|| falsity::at(reader, i))
        .or_else(|| rebuttal::at(reader, i))
        .or_else(|| evidence::at(reader, i))
        .or_else(|| reproach::at(reader, i))
        .or_else(|| doubt::at(reader, i))
        .or_else(|| distance::at(reader, i))
}

/// What disputes a claim at token `i`, answered by the statement that the sign is in.
pub(super) fn disputed(
    reader: &Reader,
    i: usize,
    rule: Rule,
    referent: Referent,
    challenger: Voice,
    evidence: Range<usize>,
) -> Found {
    Found {
        kind: ContestKind::Disputed,
        rule,
        range: referent.range,
        claimant: referent.claimant,
        challenger,
        evidence,
        answer: reader.cue_at(i).or_else(|| reader.holder(i)).map(Answer::Attribution),
    }
}

#[cfg(test)]
mod tests {
    use crate::contest::testing::{expect, expect_none};
    use crate::document::ContestKind::{Alleged, Disputed};

    #[test]
    fn falsely_claimed() {
        expect(
            "Reed falsely claimed that the bridge had collapsed.",
            &[],
            Disputed,
            ["the bridge had collapsed", "Reed", "article"],
        );
        expect("Lee repeated a false claim that the dam leaks.", &[], Disputed, ["the dam leaks", "Lee", "article"]);
    }

    #[test]
    fn ideas_rejected() {
        expect(
            "The surgeon rejected the idea that the mask had failed.",
            &[],
            Disputed,
            ["the mask had failed", "", "surgeon"],
        );
        expect("Engineers dispute that the wall is sound.", &[], Disputed, ["the wall is sound", "", "Engineers"]);
        expect(
            "The mayor pushed back on rumors that the pool would close.",
            &[],
            Disputed,
            ["the pool would close", "", "mayor"],
        );
    }

    #[test]
    fn said_to_be_false() {
        expect(
            "Reed said the lake was clean. “That is not true,” said Ann Lee.",
            &[("Reed", "said", "the lake was clean"), ("Ann Lee", "said Ann", "That is not true")],
            Disputed,
            ["the lake was clean", "Reed", "Ann Lee"],
        );
        expect(
            "The idea that the lake is clean is simply untrue.",
            &[],
            Disputed,
            ["the lake is clean", "", "article"],
        );
        expect("It is misleading to say that the lake is clean.", &[], Disputed, ["the lake is clean", "", "article"]);
        expect(
            "Lee called the notion that the lake is clean a “hoax.”",
            &[],
            Disputed,
            ["the lake is clean", "", "Lee"],
        );
    }

    #[test]
    fn myths() {
        expect("It is a myth that bats are blind.", &[], Disputed, ["bats are blind", "", "article"]);
        expect("There is a myth out there that bats are blind.", &[], Disputed, ["bats are blind", "", "article"]);
    }

    #[test]
    fn at_arms_length() {
        expect(
            "Despite Lee’s claims that the plan pays for itself, costs rose.",
            &[],
            Disputed,
            ["the plan pays for itself", "Lee", "article"],
        );
        expect("A film that purports to show the meeting.", &[], Disputed, ["show the meeting", "film", "article"]);
        expect("Reed portrayed her as a spy.", &[], Disputed, ["her as a spy", "Reed", "article"]);
    }

    #[test]
    fn claimed_as_ones_own() {
        expect(
            "The army returned to islands that Norland claims as its own.",
            &[],
            Disputed,
            ["islands that Norland claims as its own", "Norland", "article"],
        );
    }

    #[test]
    fn not_shared() {
        expect(
            "Reed said the worst was over. That hope is not widely shared in Ostby.",
            &[("Reed", "said", "the worst was over")],
            Disputed,
            ["the worst was over", "Reed", "Ostby"],
        );
    }

    #[test]
    fn not_every_such_word_disputes() {
        expect_none("The dispute over the fence went on; he claimed victory and claimed the prize.", &[]);
        expect_none("The wrong door was open, and that was true of the gate.", &[]);
    }

    #[test]
    fn whose_claim_it_is() {
        expect(
            "The mayor rejected claims by Ann Lee that the wall had failed.",
            &[],
            Disputed,
            ["the wall had failed", "Ann Lee", "mayor"],
        );
        expect(
            "Few had heard of Reed’s claim to understand farmers.",
            &[],
            Disputed,
            ["understand farmers", "Reed", "article"],
        );
    }

    #[test]
    fn pronouns_for_claims() {
        expect(
            "The flats are common land by old law, although the mayor disputes this.",
            &[],
            Disputed,
            ["The flats are common land by old law", "", "mayor"],
        );
        expect(
            "Reed said the lake was clean. None of this, of course, is true.",
            &[("Reed", "said", "the lake was clean")],
            Disputed,
            ["the lake was clean", "Reed", "article"],
        );
        expect(
            "Reed implied the lake was clean, but that was not the case.",
            &[("Reed", "implied", "the lake was clean, but that was not the case")],
            Disputed,
            ["the lake was clean", "Reed", "article"],
        );
    }

    #[test]
    fn asides_and_clauses_before() {
        expect("Reed proclaimed – falsely – that the dam leaks.", &[], Disputed, ["the dam leaks", "Reed", "article"]);
        expect(
            "While Reed wrongly claimed that the dam leaks, two engineers were at work on the gate.",
            &[],
            Disputed,
            ["the dam leaks", "Reed", "article"],
        );
    }

    #[test]
    fn whoever_says_so() {
        expect(
            "“Anyone claiming that the lake is clean is peddling fiction,” said Ann Lee.",
            &[("Ann Lee", "said", "Anyone claiming that the lake is clean is peddling fiction")],
            Disputed,
            ["the lake is clean", "", "Ann Lee"],
        );
        expect("Reed is wrong to say the lake is clean.", &[], Disputed, ["the lake is clean", "", "article"]);
    }

    #[test]
    fn nobodys_claims() {
        expect_none("I claim the dam leaks.", &[]);
        expect_none("They kept her from claiming the prize that was offered.", &[]);
        expect_none("Any suggestion that the dam leaks remains to be made.", &[]);
        expect_none("She made a claim that is as loud as it is long.", &[]);
    }

    #[test]
    fn nouns_that_reject() {
        expect(
            "Reed was known for his rejection of the idea that the lake was clean.",
            &[],
            Disputed,
            ["the lake was clean", "", "Reed"],
        );
        expect_none("His rejection of the offer was final.", &[]);
    }

    #[test]
    fn proved_wrong() {
        expect(
            "Reed said the lake was clean. The summer has proved him wrong.",
            &[("Reed", "said", "the lake was clean")],
            Disputed,
            ["the lake was clean", "Reed", "summer"],
        );
    }

    #[test]
    fn those_who_claim_to_be() {
        expect(
            "It was a surprise from farmers who claim to be friends of the lake.",
            &[],
            Alleged,
            ["be friends of the lake", "", ""],
        );
        expect_none("They dropped the claim to the throne.", &[]);
    }
}
