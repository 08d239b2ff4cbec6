//! Words that the article holds at arm's length, because they are one side's name for a thing.

use std::ops::Range;

use super::found::{Found, Rule};
use super::lexicon::Sign;
use super::reader::{Reader, Voice};
use crate::attribution::phrase::{is_finite_verb, main_subject};
use crate::document::ContestKind;
use crate::text::Span;

/// How far, in tokens, the naming verb may stand from its "what": a name with a title between.
const SUBJECT: usize = 8;

/// Reads the sign at token `i`.
pub(super) fn at(reader: &Reader, i: usize) -> Option<Found> {
    if reader.word(i) == "what" {
        what_they_call(reader, i)
    } else if reader.is(i, Sign::SoCalled) {
        // "the so-called white knight" of a convention is a technical term; what a speaker or quotation
        // marks call so is not.
        let range = reader.nominal(i + 1)?;
        let own = reader.word(i).starts_with("self-") || reader.word(i) == "misnamed";
        let held = own || reader.holder(i).is_some() || reader.is_quote(i + 1);
        let stop = |j: &usize| {
            reader.is_mark(*j)
                || is_finite_verb(reader.text.word(*j))
                || reader.among(*j, &["in", "of", "at", "on", "for"])
        };
        let end = range.clone().skip(1).take(4).find(stop).unwrap_or(range.end.min(range.start + 4));
        let range = if reader.is_quote(i + 1) { range } else { range.start..end };
        let claimant = if own { bearer(reader, i) } else { Voice::Nobody };
        held.then(|| found(reader, range, Rule::SoCalled, claimant, i..i + 1))
    } else if reader.is(i, Sign::Name) && reader.word(i + 1) == "by" {
        seen_by(reader, i)
    } else if reader.is(i, Sign::Name) && reader.among(i + 1, &["himself", "herself", "itself", "themselves"]) {
        // "calling himself “the king of debt”"
        let next = if reader.among(i + 2, &["as", "a", "an", "the"]) { i + 3 } else { i + 2 };
        let range = reader.nominal(next).filter(|_| reader.is_quote(next))?;
        Some(found(reader, range, Rule::Called, reader.subject(i), i..i + 2))
    } else {
        None
    }
}

fn found(reader: &Reader, range: Range<usize>, rule: Rule, claimant: Voice, evidence: Range<usize>) -> Found {
    let challenger = objector(reader, range.end);
    Found { kind: ContestKind::Term, rule, range, claimant, challenger, evidence, answer: None }
}

/// Who is "self-described": the name before the apposition, "Ann Lee, a self-described rebel".
fn bearer(reader: &Reader, i: usize) -> Voice {
    let near = reader.sentence(i).start.max(i.saturating_sub(3))..i;
    let name = near.rev().find(|&j| reader.word(j) == ",").map(|comma| reader.name_before(comma, usize::MAX));
    name.filter(|name| !name.is_empty()).map_or(Voice::Nobody, |name| Voice::Mention(reader.text.span(name)))
}

/// Who will not have the name: "…, a phrase that has angered farmers".
fn objector(reader: &Reader, end: usize) -> Voice {
    let from = end.saturating_sub(1);
    let stop = reader.sentence(from).end.min(end + 12);
    let Some(noun) = (end..stop.min(end + 5)).find(|&i| {
        matches!(reader.word(i), "phrase" | "term" | "word" | "label" | "name" | "description" | "expression")
    }) else {
        return Voice::Nobody;
    };
    if !matches!(reader.word(noun - 1), "a" | "the") || !matches!(reader.word(noun + 1), "that" | "which") {
        return Voice::Nobody;
    }
    let verb = (noun + 2..stop).find(|&i| {
        [
            "alarm", "anger", "offend", "infuriat", "outrag", "enrag", "irritat", "upset", "insult", "rankl", "worr",
            "dismay",
        ]
        .iter()
        .any(|stem| reader.word(i).starts_with(stem))
    });
    match verb {
        Some(verb) => reader.agent(verb, reader.sentence(from).end),
        // "a term that critics reject"
        None => {
            (noun + 3..stop).find(|&i| reader.is(i, Sign::Reject)).map_or(Voice::Nobody, |verb| reader.subject(verb))
        }
    }
}

/// "what she called a witch hunt", "what had been called the Golden Hour", "what critics say is".
fn what_they_call(reader: &Reader, what: usize) -> Option<Found> {
    let end = reader.sentence(what).end.min(what + SUBJECT);
    let verb = (what + 1..end).find(|&i| reader.is(i, Sign::Name))?;
    if (what + 1..verb).any(|i| {
        reader.is_mark(i)
            || reader.is_negation(i)
            || reader.among(i, &["to", "do", "did", "does", "i", "you", "we", "we've", "we’ve", "this", "that"])
    }) {
        return None;
    }
    // "What he says" is no name for anything; "what he says is a hoax" is.
    let mut next = verb + 1;
    let says = matches!(reader.word(verb), "say" | "says" | "said" | "believe" | "believes" | "believed");
    if says || matches!(reader.word(next), "is" | "was" | "were" | "are") {
        if !matches!(reader.word(next), "is" | "was" | "were" | "are") {
            return None;
        }
        next += 1;
    }
    if matches!(reader.word(next), "as" | "to") {
        next += if reader.word(next) == "to" && reader.word(next + 1) == "be" { 2 } else { 1 };
    }
    if !reader.same_sentence(what, next) || reader.is_mark(next) && !reader.is_quote(next) {
        return None;
    }
    if matches!(
        reader.word(next),
        "in" | "on" | "at" | "for" | "about" | "happened" | "going" | "it" | "him" | "them" | "her" | "to"
    ) {
        return None;
    }
    let range = reader.nominal(next)?;
    let passive = (what + 1..verb).all(|i| {
        reader.among(i, &["is", "was", "has", "had", "have", "been", "were", "are", "being", "be", "’s", "'s", "often"])
            || reader.word(i).ends_with("ly")
    });
    // "what's called a mortgage" explains a word.
    if passive
        && reader.among(verb, &["called", "termed", "dubbed", "labeled", "known"])
        && !(next..next + 2).any(|j| reader.is_quote(j))
    {
        return None;
    }
    let claimant = if passive {
        Voice::Nobody
    } else {
        let first = what + 1;
        let last = (first..verb)
            .find(|&i| {
                i > first
                    && (matches!(reader.word(i), "has" | "have" | "had" | "would" | "are" | "is" | "was" | "were")
                        || reader.word(i).ends_with("ly"))
            })
            .unwrap_or(verb);
        let (a, b) = (reader.text.tokens[first].span.start, reader.text.tokens[last - 1].span.end);
        // "Farmers march against what they call": a pronoun for many stands for the subject before it.
        let subject =
            reader.among(first, &["they", "it"]).then(|| main_subject(reader.text, reader.sentence(what).start, what));
        Voice::Mention(subject.flatten().map_or(Span::new(a, b), |range| reader.text.span(range)))
    };
    Some(found(reader, range, Rule::Called, claimant, what..next))
}

/// "viewed by some as hostile", "described by rivals as a stunt".
fn seen_by(reader: &Reader, verb: usize) -> Option<Found> {
    let end = reader.sentence(verb).end.min(verb + 10);
    let by = verb + 1;
    let at = (by + 1..end).find(|&i| reader.word(i) == "as")?;
    if at == by + 1 || (by..at).any(|i| reader.is_mark(i)) {
        return None;
    }
    let claimant =
        Voice::Mention(Span::new(reader.text.tokens[by + 1].span.start, reader.text.tokens[at - 1].span.end));
    Some(found(reader, reader.nominal(at + 1)?, Rule::SeenAs, claimant, verb..at + 1))
}

#[cfg(test)]
mod tests {
    use crate::contest::testing::{expect, expect_none};
    use crate::document::ContestKind::Term;

    #[test]
    fn what_somebody_calls_it() {
        expect("Lee rallied against what she called a “land grab.”", &[], Term, ["land grab", "Lee", ""]);
        expect(
            "They marched against what many farmers see as a tax on rain.",
            &[],
            Term,
            ["tax on rain", "many farmers", ""],
        );
        expect(
            "Tenants of the east bank marched against what they called a “land grab.”",
            &[],
            Term,
            ["land grab", "Tenants of the east bank", ""],
        );
        expect("He fought what had been called the “quiet clause” in court.", &[], Term, ["quiet clause", "", ""]);
    }

    #[test]
    fn who_objects() {
        expect(
            "Reed promised what he called a “great clearing,” a phrase that has angered tenants.",
            &[],
            Term,
            ["great clearing", "Reed", "tenants"],
        );
    }

    #[test]
    fn so_called() {
        let source = "Reed said the so-called reformers kept their seats.";
        let said = [("Reed", "said", "the so-called reformers kept their seats")];
        expect(source, &said, Term, ["reformers", "", ""]);
        expect("The so-called “freedom shirts” sold out.", &[], Term, ["freedom shirts", "", ""]);
        expect_none("The report lists the so-called fast lanes.", &[]);
    }

    #[test]
    fn ones_own_name() {
        expect("Ann Lee, a self-described housewife, won.", &[], Term, ["housewife", "Ann Lee", ""]);
        expect("They signed the misnamed “fair pay” bill.", &[], Term, ["fair pay", "", ""]);
        expect("Reed was calling himself the “king of salt.”", &[], Term, ["king of salt", "Reed", ""]);
        expect_none("He was calling himself a cab.", &[]);
    }

    #[test]
    fn what_somebody_says_names_nothing() {
        expect_none("Nobody believes what he says about the bridge.", &[]);
        expect_none("She asked what they saw in the hall.", &[]);
    }

    #[test]
    fn two_adjectives() {
        expect(
            "He warned of what he called harsh, costly and useless steps.",
            &[],
            Term,
            ["harsh, costly and useless steps", "", ""],
        );
    }

    #[test]
    fn a_word_explained() {
        expect_none("They signed what’s called a treaty of friendship.", &[]);
    }
}
