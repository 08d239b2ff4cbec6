//! Verbs that reject a claim: "rejected the idea that …", "an allegation dismissed by …".

use super::antecedent::Referent;
use super::disputed::disputed;
use super::found::{Found, Rule};
use super::lexicon::Sign;
use super::reader::{Reader, Voice};

/// How far, in tokens, the noun for a claim may stand from the verb that rejects it.
const OBJECT: usize = 10;

/// How long, in tokens, a clause before a conjunction may be.
const CLAUSE: usize = 60;

/// Words that make a noun of what follows.
const BEFORE_NOUN: &[&str] = &[
    "the", "a", "this", "that", "any", "his", "her", "their", "of", "no", "’s", "'s", "some", "new", "raising",
    "raises", "raised", "raise", "asked", "ask", "asking", "answer", "answered", "serious",
];

/// Nouns that, after a verb that rejects, stand for a claim made before.
const ACCOUNTS: &[&str] = &[
    "claim",
    "claims",
    "assertion",
    "assertions",
    "suggestion",
    "assessment",
    "characterization",
    "account",
    "notion",
    "explanation",
    "narrative",
    "view",
    "version",
    "statement",
    "statements",
    "figure",
    "figures",
    "portrayal",
];

/// Verbs whose object, where it is a pronoun, is a claim.
const DISPUTING: &[&str] = &[
    "dispute",
    "disputes",
    "disputed",
    "contests",
    "contested",
    "refutes",
    "refuted",
    "rebuts",
    "rebutted",
    "contradicts",
    "contradicted",
];

/// Words between a subject and its verb.
const AUXILIARIES: &[&str] =
    &["is", "was", "were", "are", "been", "be", "has", "have", "had", "not", "simply", "just", "also"];

/// Words that open a clause.
const OPENERS: &[&str] = &["that", "and", "but", "while", "because", "said", "says", "so"];

/// Prepositions: what follows is no subject.
const BEFORE_PHRASE: &[&str] = &[
    "amid", "of", "with", "by", "from", "about", "against", "on", "to", "for", "over", "despite", "after", "in", "into",
];

/// Reads the verb at token `i`.
pub(super) fn at(reader: &Reader, i: usize) -> Option<Found> {
    noun_rejects(reader, i).or_else(|| rejects(reader, i, verb(reader, i)?))
}

/// "her rejection of the idea that the lake is clean".
fn noun_rejects(reader: &Reader, i: usize) -> Option<Found> {
    if !reader.among(i, &["rejection", "dismissal", "repudiation", "refutation"]) || reader.word(i + 1) != "of" {
        return None;
    }
    let (noun, complement) = reader.claim_noun(i + 2..i + 2 + OBJECT / 2)?;
    // "her rejection of his claim": his, where somebody's name stands between.
    let owned = (i + 2..noun).any(|j| reader.is_possessive(j));
    let claimant = if owned { reader.possessor(noun) } else { Voice::Nobody };
    let referent = Referent { range: reader.clause(complement)?, claimant };
    Some(disputed(reader, i, Rule::RejectsIdea, referent, reader.possessor(i), i..noun + 1))
}

/// Whether a verb that rejects stands at token `i`, and how many tokens it has.
fn verb(reader: &Reader, i: usize) -> Option<usize> {
    let noun = i > 0 && reader.among(i - 1, BEFORE_NOUN);
    if reader.is_negated(i) {
        return None;
    }
    if (reader.is(i, Sign::Reject) || reader.is(i, Sign::Refute)) && !noun {
        return Some(1);
    }
    let next = reader.word(i + 1);
    let phrase = match reader.word(i) {
        "push" | "pushes" | "pushed" | "pushing" => {
            next == "back" && matches!(reader.word(i + 2), "on" | "against" | "at")
        }
        "struck" | "shot" | "shoots" | "shooting" | "knocked" | "beat" | "played" | "batted" | "swatted" => {
            matches!(next, "down" | "back" | "away")
        }
        "brushed" | "brushes" | "shrugged" | "shrugs" | "laughed" | "laughs" | "waved" | "fend" | "fended" => {
            matches!(next, "off" | "aside" | "away")
        }
        "responded" | "responding" | "responds" => next == "to",
        "put" | "lay" => next == "to",
        "cast" | "casts" | "casting" => matches!(next, "doubt" | "doubts"),
        "took" | "takes" | "take" => matches!(next, "issue" | "exception"),
        "skeptical" | "sceptical" | "dubious" => matches!(next, "of" | "about"),
        _ => false,
    };
    phrase.then_some(2)
}

/// "Lee rejected the idea that …", "an allegation rejected by …", "Lee disputes that …".
fn rejects(reader: &Reader, i: usize, length: usize) -> Option<Found> {
    let next = i + length;
    let end = reader.sentence(i).end;
    let evidence = i..next;
    let by = (reader.word(next) == "by").then_some(next);
    if let Some(by) = by {
        let referent = reader.named_by_appositive(i).or_else(|| subject_claim(reader, i))?;
        return Some(disputed(reader, i, Rule::ChargeRejected, referent, reader.agent(by, end), evidence));
    }
    let challenger = reader.subject(i);
    if let Some((noun, complement)) = reader.claim_noun(next..end.min(next + OBJECT))
        && let Some(range) = reader.clause(complement)
    {
        let claimant = reader.possessor(noun);
        return Some(disputed(reader, i, Rule::RejectsIdea, Referent { range, claimant }, challenger, evidence));
    }
    let direct = reader.word(next) == "that" && !matches!(reader.word(next + 1), "," | "." | "and" | "as" | "too");
    let doubts = reader.among(i, &["doubt", "doubts", "doubted"]) && !foretells(reader, next + 1);
    if direct && (reader.among(i, &["dispute", "disputed", "disputes", "disputing"]) || doubts) {
        let referent = Referent { range: reader.clause(next + 1)?, claimant: Voice::Nobody };
        return Some(disputed(reader, i, Rule::RejectsThat, referent, challenger, evidence));
    }
    if let Some(referent) = reader.named_by_appositive(i) {
        return Some(disputed(reader, i, Rule::ChargeRejected, referent, challenger, evidence));
    }
    // "rejected the accusations": made elsewhere.
    if reader.among(i, DISPUTING) && reader.among(next, &["this", "that", "it"]) && reader.is_mark(next + 1) {
        let referent = conceded(reader, i).or_else(|| reader.last_claimed(i))?;
        return Some(disputed(reader, i, Rule::DeniesThis, referent, challenger, evidence));
    }
    let object = (next..end.min(next + 5)).find(|&j| reader.is(j, Sign::Charge) || reader.among(j, ACCOUNTS))?;
    if (next..object).any(|j| reader.is_mark(j) || reader.among(j, &["a", "an", "in"])) {
        return None;
    }
    Some(disputed(reader, i, Rule::DeniesThis, reader.last_claimed(i)?, challenger, evidence))
}

/// "[The flats are common land], although the lord disputes this": the clause before the conjunction.
fn conceded(reader: &Reader, verb: usize) -> Option<Referent> {
    let start = reader.sentence(verb).start;
    let conjunction = (start.max(verb.saturating_sub(7))..verb).rev().find(|&j| {
        reader.among(j, &["although", "though", "but", "while"]) && j > start && reader.word(j - 1) == ","
    })?;
    let clause = (start.max(conjunction.saturating_sub(CLAUSE))..conjunction - 1)
        .rev()
        .find(|&j| reader.word(j) == ",")
        .map_or(start, |j| j + 1);
    let range = reader.trimmed(clause..conjunction - 1)?;
    (range.len() > 3).then_some(Referent { range, claimant: Voice::Nobody })
}

/// Whether a clause is about what is to come, which is no claim of fact.
fn foretells(reader: &Reader, start: usize) -> bool {
    (start..start + 8).any(|j| reader.among(j, &["will", "would", "could", "can", "might"]))
}

/// The claim inside a subject: "The idea that [he knew] was rejected".
pub(super) fn subject_claim(reader: &Reader, verb: usize) -> Option<Referent> {
    let floor = reader.sentence(verb).start.max(verb.saturating_sub(40));
    let (noun, complement) = reader.claim_noun(floor..verb)?;
    if !begins_clause(reader, floor, noun) {
        return None;
    }
    let mut end = verb;
    while end > complement && (reader.among(end - 1, AUXILIARIES) || reader.word(end - 1).ends_with("ly")) {
        end -= 1;
    }
    let comma =
        (complement..end).rev().find(|&j| reader.word(j) == ",").filter(|&j| end - j < 12 && j > complement + 3);
    let range = reader.trimmed(complement..comma.unwrap_or(end))?;
    Some(Referent { range, claimant: reader.possessor(noun) })
}

/// Whether the noun phrase of the noun at token `noun` opens its clause, and so is its subject.
pub(super) fn begins_clause(reader: &Reader, floor: usize, noun: usize) -> bool {
    let mut start = noun;
    while start > floor && !reader.is_mark(start - 1) && !reader.among(start - 1, OPENERS) && noun - start < 5 {
        if reader.among(start - 1, BEFORE_PHRASE) {
            return false;
        }
        start -= 1;
    }
    start == floor || reader.is_mark(start - 1) || reader.among(start - 1, OPENERS)
}
