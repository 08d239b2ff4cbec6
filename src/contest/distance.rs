//! Words that leave a claim with its maker: "claims", "purports to", "without offering evidence".

use std::ops::Range;

use super::Answer;
use super::antecedent::Referent;
use super::disputed::disputed;
use super::found::{Found, Rule};
use super::lexicon::Sign;
use super::reader::{Reader, Voice};
use super::rejection::begins_clause;
use crate::attribution::phrase::is_finite_verb;
use crate::document::ContestKind;
use crate::text::TokenKind;

/// What follows "claimed" where it does not mean "said".
const NO_STATEMENT: &[&str] = &[
    "responsibility",
    "victory",
    "credit",
    "allegiance",
    "of",
    "in",
    "on",
    "lives",
    "and",
    "by",
    "for",
    "about",
    "made",
    "based",
    "which",
    "are",
    "were",
    "was",
    "is",
    "have",
    "has",
];

/// What stands before the noun phrase of a thing claimed.
const BEFORE_THING: &[&str] = &["up", "of", "in", "on", "to", "for", "the", "from", "over", "into", "at"];

/// Articles and the like: what follows may be a clause or a thing claimed.
const DETERMINERS: &[&str] = &["the", "a", "an", "his", "her", "their", "its", "our", "my", "this", "these", "those"];

/// How far, in tokens, the verb of a clause may stand from its beginning.
const VERB: usize = 10;

/// Reads the sign at token `i`.
pub(super) fn at(reader: &Reader, i: usize) -> Option<Found> {
    if reader.is(i, Sign::Despite) {
        despite(reader, i)
    } else if reader.is(i, Sign::Portray) {
        portrays(reader, i)
    } else if reader.is(i, Sign::Purport) && reader.word(i + 1) == "to" {
        let referent = Referent { range: reader.clause(i + 2)?, claimant: reader.subject(i) };
        Some(disputed(reader, i, Rule::Purports, referent, reader.voice_at(i), i..i + 2))
    } else if reader.is(i, Sign::Speculate) && reader.word(i + 1) == "that" {
        let claimant = if reader.word(i) == "speculation" { Voice::Nobody } else { reader.subject(i) };
        let referent = Referent { range: reader.clause(i + 2)?, claimant };
        Some(disputed(reader, i, Rule::Speculates, referent, reader.voice_at(i), i..i + 2))
    } else if reader.is(i, Sign::Idea)
        && let Some(start) = reader.that_clause(i)
    {
        stated_by_noun(reader, i, start)
    } else if reader.is(i, Sign::Distance) {
        claim_noun(reader, i).or_else(|| claims(reader, i))
    } else {
        None
    }
}

/// "Despite her claims that …", "contrary to the belief that …".
fn despite(reader: &Reader, i: usize) -> Option<Found> {
    // "In spite of", "counter to".
    let alone = reader.word(i) == "counter" && reader.word(i + 1) != "to"
        || reader.word(i) == "spite" && reader.word(i + 1) != "of";
    if alone {
        return None;
    }
    let end = reader.sentence(i).end;
    let (noun, complement) = reader.claim_noun(i + 1..end.min(i + 8))?;
    let mut range = reader.clause(complement)?;
    // At the head of a sentence a comma ends it.
    if let Some(comma) = range.clone().find(|&j| reader.word(j) == ",") {
        range.end = comma;
    }
    let referent = Referent { range, claimant: reader.possessor(noun) };
    Some(disputed(reader, i, Rule::Despite, referent, reader.voice_at(i), i..noun + 1))
}

/// Whether the word at token `i` is a noun: "her claim", "the contention", "some claims", but "critics claim".
fn is_noun(reader: &Reader, i: usize) -> bool {
    match reader.word(i) {
        "claimed" | "claiming" => false,
        "claim" | "claims" => {
            let plural =
                i > 0 && reader.word(i - 1).ends_with('s') && reader.text.tokens[i - 1].kind == TokenKind::Word;
            let owned = reader.possessor(i) != Voice::Nobody;
            i > 0 && reader.among(i - 1, &["the", "a", "any", "such", "some", "no", "of", "this"])
                || owned && !(plural && reader.word(i) == "claim")
        }
        _ => true,
    }
}

/// "her claim that …", "the claim is that …".
fn claim_noun(reader: &Reader, i: usize) -> Option<Found> {
    // "…, a claim that she disputes" names the clause before.
    if !is_noun(reader, i) || i > 1 && reader.opens_appositive(i - 1) && reader.is_mark(i - 2) {
        return None;
    }
    let start = if reader.among(i + 1, &["is", "was"]) && reader.word(i + 2) == "that" {
        i + 3
    } else {
        reader.that_clause(i).or_else(|| reader.claim_to(i))?
    };
    stated_by_noun(reader, i, start)
}

/// The claim that a noun names, from token `start`: all of its clause, or what stands before the verb whose
/// subject the noun is.
fn stated_by_noun(reader: &Reader, noun: usize, start: usize) -> Option<Found> {
    if noun > 0 && reader.word(noun - 1) == "any" {
        return None; // Nobody has made it.
    }
    let range = reader.clause(start)?;
    let subject = begins_clause(reader, reader.sentence(noun).start, noun);
    let range = if subject { reader.before_predicate(range, 1)? } else { range };
    let referent = Referent { range, claimant: reader.possessor(noun) };
    Some(disputed(reader, noun, Rule::ClaimNoun, referent, reader.voice_at(noun), noun..noun + 1))
}

/// "They claim that …", "she claims the dam is safe", "land that they claim as their own".
fn claims(reader: &Reader, i: usize) -> Option<Found> {
    let next = i + 1;
    if is_noun(reader, i) || !reader.same_sentence(i, next) || reader.is_mark(next) && !reader.is_quote(next) {
        return None;
    }
    let found = |range, rule| {
        Some(disputed(reader, i, rule, Referent { range, claimant: reader.subject(i) }, reader.voice_at(i), i..next))
    };
    if reader.word(next) == "as" {
        let (range, owner) = claimed_as(reader, i)?;
        let claim = Found { claimant: owner, ..found(range, Rule::ClaimsAs)? };
        let refused = refusal(reader, i).map(|a| (Voice::Of(a), Some(Answer::Attribution(a))));
        let (challenger, answer) = refused.unwrap_or((claim.challenger, claim.answer));
        return Some(Found { challenger, answer, ..claim });
    }
    let that = reader.word(next) == "that";
    // "Who claim to be", not "the claim to the throne".
    let verb = reader.word(i) != "claim" || reader.among(i.wrapping_sub(1), &["who", "they", "which", "that", "also"]);
    let to = reader.word(next) == "to" && verb;
    // "whom she claims was unfair"
    let relative = reader.is_predicate(next)
        && reader.among(i.wrapping_sub(1), &["he", "she", "they"])
        && reader.among(i.wrapping_sub(2), &["who", "which", "that"]);
    if reader.among(next, NO_STATEMENT) && !relative || reader.word(next) == "to" && !to {
        return None;
    }
    // "claiming without evidence that"
    if reader.word(next) == "without"
        && let Some(that) = (next + 1..next + 6).find(|&j| reader.word(j) == "that")
    {
        return found(reader.clause(that + 1)?, Rule::NoEvidence);
    }
    // "Anyone claiming that it rains is wrong": where the claim ends cannot be told. Nobody keeps his distance
    // from what he claims himself; "from claiming the nomination" is no statement.
    let before = i.wrapping_sub(1);
    if reader.word(i) == "claiming" && reader.among(before, &["anyone", "those", "everyone", "people"])
        || reader.among(before, &["i", "we"])
        || reader.among(before, &["from", "for", "by", "of"]) && !that
    {
        return None;
    }
    let content = reader.cue_at(i).and_then(|a| reader.content(a)).filter(|range| range.start > i);
    let range = content.or_else(|| reader.clause(if that || to { next + 1 } else { next }))?;
    let reach = if reader.among(next, DETERMINERS) { VERB } else { range.len() };
    let has_verb = range
        .clone()
        .take(reach)
        .take_while(|&j| !reader.among(j, &["but", "and", ","]))
        .any(|j| is_finite_verb(reader.text.word(j)));
    // The article leaves the claim with its maker, and nobody disputes it.
    let alleged = |claim| Found { kind: ContestKind::Alleged, challenger: Voice::Nobody, ..claim };
    if that || to || has_verb { found(range, Rule::Claims).map(alleged) } else { None }
}

/// "[regions that the army claims as its own]": from the noun phrase before to what it is claimed as, and
/// who claims it.
fn claimed_as(reader: &Reader, i: usize) -> Option<(Range<usize>, Voice)> {
    let start = reader.sentence(i).start;
    let that = (start.max(i.saturating_sub(6))..i).rev().find(|&j| matches!(reader.word(j), "that" | "which"))?;
    let mut first = that;
    while first > start.max(that.saturating_sub(4))
        && !reader.is_mark(first - 1)
        && !reader.among(first - 1, BEFORE_THING)
        && !is_finite_verb(reader.text.word(first - 1))
    {
        first -= 1;
    }
    let mut last = i;
    while last > that + 2 && reader.among(last - 1, &["now", "also", "still", "long", "has"]) {
        last -= 1;
    }
    let owner = if last > that + 1 { Voice::Mention(reader.text.span(that + 1..last)) } else { reader.subject(i) };
    Some((reader.trimmed(first..reader.clause(i + 1)?.end)?, owner))
}

/// How many attributions on a refusal is looked for.
const REFUSAL: usize = 12;

/// The next statement that what is claimed will *not* be recognized, accepted or given up.
fn refusal(reader: &Reader, i: usize) -> Option<usize> {
    let from = reader.attributions.partition_point(|a| a.hull().start < reader.text.tokens[i].span.start);
    (from..reader.attributions.len().min(from + REFUSAL)).find(|&a| {
        reader.content(a).is_some_and(|range| {
            range.clone().any(|j| reader.is_negation(j))
                && range.clone().any(|j| {
                    ["recogni", "accept", "surrender", "belong", "cede", "give", "yield"]
                        .iter()
                        .any(|stem| reader.word(j).starts_with(stem))
                })
        })
    })
}

/// "portrayed him as a thief": the name and what it is given.
fn portrays(reader: &Reader, i: usize) -> Option<Found> {
    let end = reader.sentence(i).end.min(i + 16);
    let at = (i + 1..end).find(|&j| reader.word(j) == "as")?;
    if matches!(reader.word(i + 1), "himself" | "herself" | "itself" | "themselves")
        || matches!(reader.word(at + 1), "such" | "well" | "she" | "he" | "they")
        || (i..at).any(|j| matches!(reader.word(j), ";" | "." | "—"))
    {
        return None;
    }
    let by = (i + 1..at).find(|&j| reader.word(j) == "by");
    let claimant = by.map_or_else(|| reader.subject(i), |by| reader.agent(by, at));
    let range = reader.clause(at + 1)?;
    let start = if at - i <= 3 && by.is_none() { i + 1 } else { range.start };
    let referent = Referent { range: start..range.end, claimant };
    Some(disputed(reader, i, Rule::Portrays, referent, reader.voice_at(i), i..at + 1))
}
