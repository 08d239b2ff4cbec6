//! Words that say that a claim is not so and do not call it anything: "(She did not.)", "– except that it rose".

use std::ops::Range;

use super::antecedent::Referent;
use super::disputed::disputed;
use super::found::{Found, Rule};
use super::reader::{Reader, Voice};
use crate::attribution::phrase::is_finite_verb;

/// What a sentence that denies flatly is about.
const PRONOUNS: &[&str] = &["he", "she", "it", "they", "that", "this", "i", "we", "there"];

/// Verbs that lean on their pronoun: "I'm not".
const CONTRACTED: &[&str] = &["'s", "’s", "'m", "’m", "'re", "’re"];

/// The longest sentence that denies flatly, in tokens.
const FLAT: usize = 6;

/// Reads the sign at token `i`.
pub(super) fn at(reader: &Reader, i: usize) -> Option<Found> {
    match (reader.word(i), reader.word(i + 1)) {
        ("except", "that") => except_that(reader, i),
        ("not", "like" | "as") => not_as_if(reader, i),
        _ => None,
    }
}

/// "It's not as if the lake were clean": what the reader might think.
fn not_as_if(reader: &Reader, i: usize) -> Option<Found> {
    let start = match (reader.word(i + 1), reader.word(i + 2)) {
        ("like", _) => i + 2,
        ("as", "if" | "though") => i + 3,
        _ => return None,
    };
    let it = i.checked_sub(2)?;
    if !reader.among(it, &["it", "that"]) || !reader.among(i - 1, &["'s", "’s", "is", "was"]) {
        return None;
    }
    let range = reader.clause(start).filter(|range| range.clone().any(|j| is_finite_verb(reader.text.word(j))))?;
    let referent = Referent { range, claimant: Voice::Nobody };
    Some(disputed(reader, i, Rule::NotAsIf, referent, reader.voice_at(i), it..start))
}

/// "thought prices would soar – except that they fell": what was said before in the sentence.
fn except_that(reader: &Reader, i: usize) -> Option<Found> {
    let start = reader.sentence(i).start;
    let a = reader.before(i).take(4).find(|&a| {
        reader.attributions[a].cue.is_some() && reader.content(a).is_some_and(|r| r.start >= start && r.end + 3 > i)
    })?;
    let referent = Referent { range: reader.content(a)?, claimant: Voice::Of(a) };
    Some(disputed(reader, i, Rule::ExceptThat, referent, reader.voice_at(i), i..i + 2))
}

/// "He said she had a car. (She did not.)": sentences of a pronoun and a negation, each of which denies the
/// statement before it.
pub(super) fn flat_denials(reader: &Reader) -> Vec<Found> {
    let sentences = reader.text.sentences.iter().filter(|s| s.len() <= FLAT);
    sentences.filter_map(|sentence| flat_denial(reader, sentence.clone())).collect()
}

fn flat_denial(reader: &Reader, sentence: Range<usize>) -> Option<Found> {
    let words: Vec<usize> = sentence.filter(|&i| !reader.is_mark(i)).collect();
    let (first, last) = match words[..] {
        [first, last] => (first, last),
        [first, verb, last] if reader.is_predicate(verb) || reader.among(verb, CONTRACTED) => (first, last),
        _ => return None,
    };
    if !reader.is_negation(last) || !reader.among(first, PRONOUNS) {
        return None;
    }
    let referent = reader.last_claimed(first)?;
    let near = reader.sentence_index(first) - reader.sentence_index(referent.range.end - 1) <= 1;
    near.then(|| disputed(reader, first, Rule::ThatIsFalse, referent, reader.voice_at(first), first..last + 1))
}

#[cfg(test)]
mod tests {
    use crate::contest::testing::{expect, expect_none};
    use crate::document::ContestKind::Disputed;

    #[test]
    fn denied_flatly() {
        expect(
            "Reed said the lake was clean. (It was not.)",
            &[("Reed", "said", "the lake was clean")],
            Disputed,
            ["the lake was clean", "Reed", "article"],
        );
        expect(
            "Reed claimed to have seen a whale. He hadn’t.",
            &[("Reed", "claimed", "to have seen a whale")],
            Disputed,
            ["to have seen a whale", "Reed", "article"],
        );
        expect_none(
            "Reed said the lake was clean. It rained all day in town.",
            &[("Reed", "said", "the lake was clean")],
        );
    }

    #[test]
    fn except_that_it_is_not() {
        expect(
            "Reed thought prices would soar, except that they have fallen since.",
            &[("Reed", "thought", "prices would soar")],
            Disputed,
            ["prices would soar", "Reed", "article"],
        );
    }

    #[test]
    fn not_as_if() {
        expect("It’s not as if the lake were clean.", &[], Disputed, ["the lake were clean", "", "article"]);
        expect("It’s not like the lake is clean.", &[], Disputed, ["the lake is clean", "", "article"]);
        expect_none("It is not like the other lake.", &[]);
        expect_none("It is not as clean as the other lake.", &[]);
    }
}
