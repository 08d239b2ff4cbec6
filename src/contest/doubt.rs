//! Words that doubt a claim without calling it false: "it is far from clear that …", "that does not hold up".

use super::antecedent::Referent;
use super::disputed::disputed;
use super::found::{Found, Rule};
use super::reader::{Reader, Voice};
use super::rejection::subject_claim;

/// How far, in tokens, a negation may stand from what it negates.
const NEAR: usize = 3;

/// What shows that a claim is so, and more often that it has not been shown.
const SHOWN: &[&str] = &["demonstrated", "shown", "established", "proven", "proved", "substantiated"];

/// Verbs of taking a claim for granted: "it is premature to *assume*".
const ASSUMING: &[&str] = &["assume", "say", "conclude", "declare", "suggest", "claim"];

/// Reads the sign at token `i`.
pub(super) fn at(reader: &Reader, i: usize) -> Option<Found> {
    match reader.word(i) {
        "clear" | "certain" => {
            let far = i > 1 && reader.word(i - 1) == "from" && reader.word(i - 2) == "far";
            if far || is_not(reader, i) { not_clear(reader, i) } else { None }
        }
        "doubtful" => not_clear(reader, i),
        "premature" if reader.word(i + 1) == "to" && reader.among(i + 2, ASSUMING) => {
            doubted(reader, i, if reader.word(i + 3) == "that" { i + 4 } else { i + 3 })
        }
        word if SHOWN.contains(&word) && is_not(reader, i) => not_clear(reader, i),
        "hold" | "stand" | "add" | "match" | "square" if is_not(reader, i) => fails(reader, i),
        "rings" | "rang" | "ring" if reader.word(i + 1) == "hollow" => fails(reader, i),
        "made" | "making" | "makes" | "got" | "gets" => made_up(reader, i),
        _ => None,
    }
}

/// Whether a word is negated close by, in its clause.
fn is_not(reader: &Reader, i: usize) -> bool {
    let floor = reader.sentence(i).start.max(i.saturating_sub(NEAR));
    (floor..i).rev().take_while(|&j| !reader.is_mark(j)).any(|j| reader.is_negation(j) || reader.word(j) == "hardly")
}

/// "It is far from certain that [the dam is safe]".
fn not_clear(reader: &Reader, i: usize) -> Option<Found> {
    if reader.word(i + 1) == "that" { doubted(reader, i, i + 2) } else { None }
}

/// The claim that begins at token `start`, doubted by what stands before it.
fn doubted(reader: &Reader, i: usize, start: usize) -> Option<Found> {
    if !reader.same_sentence(i, start) {
        return None;
    }
    let referent = Referent { range: reader.clause(start)?, claimant: Voice::Nobody };
    Some(disputed(reader, i, Rule::Doubted, referent, reader.voice_at(i), i..start))
}

/// "The claim that [the dam is safe] does not hold up", "that doesn't add up".
fn fails(reader: &Reader, i: usize) -> Option<Found> {
    if !matches!(reader.word(i + 1), "up" | "water" | "hollow" | "with") {
        return None;
    }
    let mut verb = i;
    while verb > reader.sentence(i).start
        && (reader.is_negation(verb - 1) || matches!(reader.word(verb - 1), "do" | "does" | "did" | "just" | "simply"))
    {
        verb -= 1;
    }
    let refers = verb > 0 && reader.among(verb - 1, &["that", "this", "it", "which"]);
    let referent = subject_claim(reader, verb).or_else(|| refers.then(|| reader.last_claimed(verb - 1)).flatten())?;
    Some(disputed(reader, i, Rule::ThatIsFalse, referent, reader.voice_at(i), verb..i + 2))
}

/// "She made it up", "he got that wrong": what was said before.
fn made_up(reader: &Reader, i: usize) -> Option<Found> {
    let got = reader.word(i).starts_with('g');
    let end = if got { "wrong" } else { "up" };
    if !reader.among(i + 1, &["it", "that", "this"]) || reader.word(i + 2) != end {
        return None;
    }
    Some(disputed(reader, i, Rule::ThatIsFalse, reader.last_claimed(i)?, reader.voice_at(i), i..i + 3))
}

#[cfg(test)]
mod tests {
    use crate::contest::testing::{expect, expect_none};
    use crate::document::ContestKind::Disputed;

    #[test]
    fn not_clear() {
        for doubt in ["It is far from certain", "It is not clear", "It is doubtful", "Tests have not shown"] {
            let source = format!("{doubt} that the dam is safe.");
            expect(&source, &[], Disputed, ["the dam is safe", "", "article"]);
        }
        expect("It is premature to assume the dam is safe.", &[], Disputed, ["the dam is safe", "", "article"]);
        expect_none("It is clear that the dam is safe.", &[]);
        expect_none("It is not clear whether the dam is safe.", &[]);
    }

    #[test]
    fn does_not_hold_up() {
        expect("The claim that the dam is safe does not hold up.", &[], Disputed, ["the dam is safe", "", "article"]);
        expect(
            "Reed said the dam was safe. That doesn’t add up, said Ann Lee.",
            &[("Reed", "said", "the dam was safe"), ("Ann Lee", "said Ann", "That doesn’t add up")],
            Disputed,
            ["the dam was safe", "Reed", "Ann Lee"],
        );
        expect_none("The old wall does not hold water.", &[]);
    }

    #[test]
    fn made_up() {
        expect(
            "Reed said the dam was safe. “He made it up,” said Ann Lee.",
            &[("Reed", "said", "the dam was safe"), ("Ann Lee", "said Ann", "He made it up")],
            Disputed,
            ["the dam was safe", "Reed", "Ann Lee"],
        );
        expect_none("Ann Lee got the gate wrong and made it to town.", &[]);
    }
}
