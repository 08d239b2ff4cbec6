//! Accounts of the same matter, by different speakers, that cannot both be so.

use std::ops::Range;

use super::Answer;
use super::found::{Found, Rule};
use super::reader::{Reader, Voice};
use super::restatement::{Gist, opposed};
use crate::document::ContestKind;

/// How many attributions on are compared with each.
const AHEAD: usize = 3;

/// Fewer words than this state no account.
const SHORTEST: usize = 3;

/// Verbs of holding something to be so.
const ACCOUNT: &[&str] = &[
    "said",
    "say",
    "says",
    "claim",
    "claimed",
    "claims",
    "argue",
    "argues",
    "argued",
    "insist",
    "insists",
    "insisted",
    "maintain",
    "maintains",
    "maintained",
    "contend",
    "contends",
    "contended",
    "list",
    "lists",
    "put",
    "puts",
    "estimate",
    "estimates",
    "estimated",
    "believe",
    "believes",
    "found",
    "finds",
    "warn",
    "warns",
    "warned",
    "think",
    "speculated",
    "wrote",
    "predicted",
    "predicts",
    "stating",
    "saying",
    "tallies",
    "report",
    "reported",
    "admitted",
    "told",
    "asserted",
    "asserts",
    "described",
    "describes",
    "consider",
    "considers",
    "counts",
];

/// Words by which one account is set against another in a sentence.
const CONTRAST: &[&str] = &["but", "while", "whereas", "however", "yet"];

/// Finds the pairs of accounts, each its own claim.
pub(super) fn all(reader: &Reader, gists: &[Option<Gist>]) -> Vec<Found> {
    let mut out = Vec::new();
    let holds = |a: usize| {
        reader.speaker(a).is_some()
            && !is_share(reader, a)
            && gists[a].as_ref().is_some_and(|g| g.range.len() >= SHORTEST)
            && reader.attributions[a].cue.is_some_and(|cue| gives_account(reader, reader.text.tokens_in(cue)))
    };
    for a in (0..reader.attributions.len()).filter(|&a| holds(a)) {
        let last = reader.attributions.len().min(a + 1 + AHEAD);
        for b in (a + 1..last).filter(|&b| holds(b) && reader.speaker(a) != reader.speaker(b)) {
            if let (Some(first), Some(second)) = (&gists[a], &gists[b])
                && let Some(first) = &apart(reader, first, b, second)
                && set_against(reader, first, b, second)
            {
                out.push(one(a, first, b, second));
                out.push(one(b, second, a, first));
                break;
            }
        }
    }
    out
}

/// Whether a cue holds something to be so. "Has" does alone ("the firm has it at 40"), not as an auxiliary.
fn gives_account(reader: &Reader, mut cue: Range<usize>) -> bool {
    cue.len() == 1 && reader.word(cue.start) == "has" || cue.any(|i| reader.among(i, ACCOUNT))
}

/// Whether the source is a share of those asked: two answers to a poll contradict nobody.
fn is_share(reader: &Reader, a: usize) -> bool {
    reader.attributions[a]
        .source
        .is_some_and(|source| reader.text.tokens_in(source).any(|i| reader.among(i, &["percent", "%", "per"])))
}

fn one(a: usize, gist: &Gist, b: usize, other: &Gist) -> Found {
    Found {
        kind: ContestKind::Countered,
        rule: Rule::Counter,
        range: gist.range.clone(),
        claimant: Voice::Of(a),
        challenger: Voice::Of(b),
        evidence: other.range.clone(),
        answer: Some(Answer::Attribution(b)),
    }
}

/// The first account without the second, should its span have run on into it: up to the comma before the
/// second one's source.
fn apart(reader: &Reader, first: &Gist, b: usize, second: &Gist) -> Option<Gist> {
    if first.range.end <= second.range.start {
        return Some(first.clone());
    }
    let source = reader.text.tokens_in(reader.attributions[b].source?).start;
    let comma = (source.saturating_sub(3)..source).find(|&i| reader.word(i) == ",")?;
    (comma >= first.range.start + SHORTEST).then(|| Gist::new(reader, first.range.start..comma))
}

/// Whether the article sets the second account against the first: in one sentence, by a word of
/// contrast; in the next, by one at its head or beside its cue, if both are on one matter.
fn set_against(reader: &Reader, first: &Gist, b: usize, second: &Gist) -> bool {
    let sentence = reader.sentence(first.range.start);
    let (x, y) = (reader.sentence_index(first.range.start), reader.sentence_index(second.range.start));
    let contrast =
        |i: usize| CONTRAST.contains(&reader.word(i)) || reader.word(i) == "even" && reader.word(i + 1) == "as";
    if x == y {
        let head = sentence.start..first.range.start.min(sentence.start + 3);
        return (first.range.end..second.range.start).any(contrast)
            || head.into_iter().any(|i| reader.word(i) != "but" && (contrast(i) || reader.word(i) == "although"));
    }
    if y - x > 2 {
        return false;
    }
    let next = reader.sentence(second.range.start);
    let opens = (next.start..next.end.min(next.start + 2)).any(|i| contrast(i) && reader.word(i) != "while")
        || (next.start..second.range.start).any(|i| reader.word(i) == "however");
    let answers = reader.attributions[b].cue.is_some_and(|cue| {
        reader
            .text
            .tokens_in(cue)
            .any(|i| matches!(reader.word(i), "countered" | "disagreed" | "disagrees" | "retorted" | "back"))
    });
    (opens || answers) && opposed(first, second)
}

#[cfg(test)]
mod tests {
    use crate::contest::testing::{claims, expect_none};
    use crate::document::ContestKind::Countered;

    #[track_caller]
    fn expect_pair(source: &str, attributions: &[(&str, &str, &str); 2]) {
        let found = claims(source, attributions);
        let want = [0, 1].map(|i| {
            let (name, _, content) = attributions[i];
            let (other, _, _) = attributions[1 - i];
            (Countered, content.to_owned(), Some(name.to_owned()), Some(other.to_owned()))
        });
        assert_eq!(found, want, "{source}");
    }

    #[test]
    fn in_one_sentence() {
        expect_pair(
            "While Reed says the ferry carried 90 people, Harbor Rescue says it carried 140.",
            &[("Reed", "says", "the ferry carried 90 people"), ("Harbor Rescue", "Rescue says", "it carried 140")],
        );
        expect_pair(
            "Reed said the talks were near an end, but Ann Lee insisted they had hardly begun.",
            &[("Reed", "said", "the talks were near an end"), ("Ann Lee", "insisted", "they had hardly begun")],
        );
    }

    #[test]
    fn in_the_next() {
        expect_pair(
            "Reed said the town knew of the leak in May. Ann Lee, however, said the town never knew of the leak.",
            &[
                ("Reed", "said", "the town knew of the leak in May"),
                ("Ann Lee", "however, said", "the town never knew of the leak"),
            ],
        );
    }

    #[test]
    fn other_matters_and_agreement() {
        expect_none(
            "Reed said the town knew of the leak. But Ann Lee said dinner was late.",
            &[("Reed", "said", "the town knew of the leak"), ("Ann Lee", "Lee said", "dinner was late")],
        );
        expect_none(
            "Reed said the town knew of the leak, and Ann Lee said the town knew.",
            &[("Reed", "said", "the town knew of the leak"), ("Ann Lee", "Lee said", "the town knew")],
        );
    }

    #[test]
    fn answers_to_a_poll() {
        expect_none(
            "In May, 40 percent said the bridge was safe, while 60 percent said the bridge was not safe.",
            &[("40 percent", "said", "the bridge was safe"), ("60 percent", "percent said", "the bridge was not safe")],
        );
    }
}
