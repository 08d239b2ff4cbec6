//! Words that call a claim false: "falsely claimed", "a false claim", "that is untrue", "called it a hoax".

use super::antecedent::Referent;
use super::disputed::disputed;
use super::found::{Found, Rule};
use super::lexicon::Sign;
use super::reader::{Reader, Voice};
use super::rejection::subject_claim;

/// Forms of "to be" that join a claim to the word for its falsity.
const COPULAS: &[&str] =
    &["is", "was", "are", "were", "’s", "'s", "be", "isn't", "isn’t", "wasn't", "wasn’t", "aren't", "aren’t"];

/// What may stand between the two.
const BETWEEN: &[&str] = &[
    "just", "a", "an", "the", "all", "so", "very", "pure", "total", "complete", "outright", "nothing", "but", "both",
    "also", "and", "flat-out", "patently", "even", "peddling", "largely", "likely", "probably", "again",
];

/// Words that reproach as often as they refute.
const WEAK: &[&str] = &["wrong", "ridiculous", "absurd", "unfair", "mistaken", "smear", "flawed", "garbage", "fake"];

/// Verbs of stating: "it is misleading to *say*".
const STATING: &[&str] =
    &["say", "suggest", "imply", "claim", "argue", "assert", "think", "conclude", "believe", "assume", "pretend"];

/// Nouns for a claim made before: "those *statements* are false".
const ACCOUNTS: &[&str] =
    &["claims", "claim", "statements", "statement", "assertion", "assertions", "rumors", "suggestion", "narrative"];

/// Verbs that give a claim a bad name.
const CALLING: &[&str] = &[
    "called",
    "calls",
    "calling",
    "call",
    "labeled",
    "dismissed",
    "dismissing",
    "dismisses",
    "branded",
    "described",
    "denounced",
    "rejected",
    "blasted",
    "deemed",
    "rated",
    "ruled",
    "declared",
];

/// How verbs of spreading a claim begin.
const SPREADING: &[&str] =
    &["repeat", "spread", "promot", "push", "peddl", "lob", "advanc", "float", "made", "mak", "circulat"];

/// Reads the sign at token `i`.
pub(super) fn at(reader: &Reader, i: usize) -> Option<Found> {
    if reader.is(i, Sign::Falsely) {
        return falsely(reader, i);
    }
    if reader.is(i, Sign::Myth) {
        // "a myth out there that"
        let that = if reader.word(i + 1) == "out" { i + 3 } else { i + 1 };
        if !reader.among(that, &["that", "of"]) {
            return None;
        }
        let referent = Referent { range: reader.clause(that + 1)?, claimant: reader.possessor(i) };
        return Some(disputed(reader, i, Rule::Myth, referent, reader.voice_at(i), i..i + 1));
    }
    if reader.is(i, Sign::Misstate)
        && let Some(found) = wrong_when(reader, i)
    {
        return Some(found);
    }
    if reader.among(i, &["proved", "proven", "proves"]) {
        return proved_wrong(reader, i);
    }
    if reader.word(i) == "shared" {
        return not_shared(reader, i);
    }
    if reader.is(i, Sign::False) || reader.word(i) == "conspiracy" && reader.among(i + 1, &["theory", "theories"]) {
        return false_claim(reader, i).or_else(|| called_false(reader, i)).or_else(|| is_false(reader, i));
    }
    if reader.word(i) == "true" || reader.word(i) == "case" && i > 0 && reader.word(i - 1) == "the" {
        return is_false(reader, i);
    }
    None
}

/// "falsely claimed that …".
fn falsely(reader: &Reader, i: usize) -> Option<Found> {
    let verb = (i + 1..i + 3)
        .find(|&j| reader.is(j, Sign::Claim) || reader.is(j, Sign::Accuse) || reader.is(j, Sign::Name))
        .or_else(|| (i.saturating_sub(2)..i).rev().find(|&j| reader.is(j, Sign::Claim)))
        .or_else(|| aside(reader, i))?;
    let last = if reader.is_mark(i + 1) && reader.word(i + 2) == "that" { i + 1 } else { verb.max(i) };
    let start = if reader.is(verb, Sign::Accuse) {
        (verb + 1..verb + 15).find(|&j| reader.word(j) == "of")? + 1
    } else {
        let that = (last + 1..last + 8)
            .find(|&j| reader.word(j) == "that" || reader.is_mark(j))
            .filter(|&j| reader.word(j) == "that");
        that.map_or(last + 1, |j| j + 1)
    };
    if !reader.same_sentence(i, start) {
        return None;
    }
    let referent = Referent { range: reader.clause(start)?, claimant: reader.subject(verb) };
    Some(disputed(reader, i, Rule::Falsely, referent, reader.voice_at(i), i.min(verb)..last + 1))
}

/// The verb before "– falsely – that".
fn aside(reader: &Reader, i: usize) -> Option<usize> {
    let floor = reader.sentence(i).start.max(i.saturating_sub(6));
    let that = reader.is_mark(i + 1) && reader.word(i + 2) == "that";
    (floor..i).rev().find(|&j| that && (reader.is(j, Sign::Claim) || reader.word(j) == "proclaimed"))
}

/// "repeated a false claim that …".
fn false_claim(reader: &Reader, i: usize) -> Option<Found> {
    let end = reader.sentence(i).end.min(i + 4);
    let own = matches!(reader.word(i), "lie" | "hoax" | "fiction" | "falsehood");
    let (noun, complement) =
        reader.claim_noun(i + 1..end).or_else(|| own.then(|| reader.claim_noun(i..i + 1)).flatten())?;
    if (i + 1..noun).any(|j| reader.is_mark(j) && !reader.is_quote(j)) {
        return None;
    }
    let claimant = match reader.possessor(i) {
        Voice::Nobody => spreader(reader, i),
        whose => whose,
    };
    let referent = Referent { range: reader.clause(complement)?, claimant };
    Some(disputed(reader, i, Rule::FalseClaim, referent, reader.voice_at(i), i..noun + 1))
}

/// "… is false", "… is not true": of a subject that states the claim, or of one that refers to it.
fn is_false(reader: &Reader, i: usize) -> Option<Found> {
    let sentence = reader.sentence(i);
    let truth = reader.among(i, &["true", "case"]);
    let copula = (sentence.start.max(i.saturating_sub(6))..i).rev().find(|&j| reader.among(j, COPULAS))?;
    let joined = (copula + 1..i).all(|j| {
        reader.is_negation(j)
            || reader.word(j).ends_with("ly")
            || reader.is_quote(j)
            || reader.is(j, Sign::False)
            || reader.among(j, BETWEEN)
    });
    let conditional = (sentence.start.max(copula.saturating_sub(3))..copula).any(|j| reader.word(j) == "if");
    let none = reader.among(sentence.start, &["none", "nothing"]);
    let negated = none || (copula..i).any(|j| reader.is_negation(j)) && reader.word(copula + 1) != "nothing";
    if !joined || conditional || truth != negated || copula == sentence.start {
        return None;
    }
    let strong = !reader.among(i, WEAK);
    let (rule, referent) = if reader.word(copula - 1) == "it"
        && let Some(referent) = said_to_be_false(reader, i, strong)
    {
        (Rule::MisleadingTo, referent)
    } else if let Some(referent) = subject_claim(reader, copula).or_else(|| gerund_claim(reader, copula)) {
        (Rule::IsFalse, referent)
    } else {
        let statements = copula > sentence.start && reader.among(copula - 1, ACCOUNTS);
        (Rule::ThatIsFalse, referred_to(reader, copula).filter(|_| strong || statements)?)
    };
    Some(disputed(reader, i, rule, referent, reader.voice_at(i), copula..i + 1))
}

/// "It is misleading to say that [the lake is clean]", "It is not true that [it is]".
fn said_to_be_false(reader: &Reader, i: usize, strong: bool) -> Option<Referent> {
    let to = reader.word(i + 1) == "to";
    let next = if to {
        if !reader.among(i + 2, STATING) {
            return None;
        }
        (i + 3..i + 5).find(|&j| reader.word(j) == "that").map_or(i + 3, |j| j + 1)
    } else if reader.word(i + 1) == "that" && strong {
        i + 2
    } else {
        return None;
    };
    Some(Referent { range: reader.clause(next)?, claimant: Voice::Nobody })
}

/// "said that [linking him to it] was unfair": the subject is the claim.
fn gerund_claim(reader: &Reader, copula: usize) -> Option<Referent> {
    let start = reader.sentence(copula).start.max(copula.saturating_sub(16));
    let first = (start..copula).rev().find(|&j| reader.word(j) == "that" && j + 2 < copula)? + 1;
    let whoever = first > start + 2
        && reader.among(first - 2, &["claiming", "saying", "suggesting", "says", "say", "thinks", "think", "claim"])
        && (start..first - 2).any(|j| reader.among(j, &["anyone", "those", "people", "everyone", "anybody"]));
    if !whoever && !reader.word(first).ends_with("ing") {
        return None;
    }
    Some(Referent { range: reader.trimmed(first..copula)?, claimant: Voice::Nobody })
}

/// What "that", "which" or "those claims" before a copula refers to.
fn referred_to(reader: &Reader, copula: usize) -> Option<Referent> {
    let start = reader.sentence(copula).start.max(copula.saturating_sub(7));
    if let Some(referent) = swallowed(reader, copula) {
        return Some(referent);
    }
    let none = reader.among(reader.sentence(copula).start, &["none", "nothing"]);
    if none || (start..copula).any(|j| reader.is(j, Sign::Charge) || reader.among(j, ACCOUNTS)) {
        return reader.last_claimed(copula);
    }
    match reader.word(copula - 1) {
        "which" => reader.named_by_appositive(copula).or_else(|| reader.last_claimed(copula)),
        "that" | "this" | "it" | "these" | "they" => reader.last_claimed(copula),
        _ => None,
    }
}

/// "They say [the lake is clean], and that is not true": the statement whose words have run on into the
/// rejection.
fn swallowed(reader: &Reader, copula: usize) -> Option<Referent> {
    let joined = copula >= 2
        && reader.among(copula - 1, &["that", "this", "it"])
        && reader.among(copula - 2, &["and", "but", ",", "-", "—"]);
    let a = reader.holder(copula).filter(|_| joined)?;
    let range = reader.content(a)?;
    let cue = reader.text.tokens_in(reader.attributions[a].cue?);
    let inside = reader.same_sentence(cue.start, copula) && cue.start < range.start && range.start + 3 < copula;
    let range = reader.trimmed(range.start..copula - 2).filter(|_| inside)?;
    Some(Referent { range, claimant: Voice::Of(a) })
}

/// "exaggerates when he says that [the plan is paid for]", "is wrong to say", "was wrong in claiming".
fn wrong_when(reader: &Reader, i: usize) -> Option<Found> {
    let end = reader.sentence(i).end.min(i + 7);
    let join = if reader.is_quote(i + 1) { i + 2 } else { i + 1 };
    let verb = match reader.word(join) {
        "when" => (join + 1..end).find(|&j| reader.is(j, Sign::Claim))?,
        "for" | "in" | "by" if reader.word(join + 1).ends_with("ing") => join + 1,
        "to" => join + 1,
        _ => return None,
    };
    if !(reader.is(verb, Sign::Claim) || reader.among(verb, STATING)) {
        return None;
    }
    let start = if reader.word(verb + 1) == "that" { verb + 2 } else { verb + 1 };
    if !reader.same_sentence(i, start) {
        return None;
    }
    let claimant = if verb > join + 1 { Voice::Mention(reader.text.span(join + 1..verb)) } else { Voice::Nobody };
    let referent = Referent { range: reader.clause(start)?, claimant };
    Some(disputed(reader, i, Rule::MisleadingTo, referent, reader.voice_at(i), i..i + 1))
}

/// "That optimism is not widely shared in Europe": what was said before, and who does not think so.
fn not_shared(reader: &Reader, i: usize) -> Option<Found> {
    let sentence = reader.sentence(i);
    let no = (sentence.start.max(i.saturating_sub(4))..i)
        .rev()
        .find(|&j| reader.is_negation(j) || reader.word(j) == "hardly")?;
    if !matches!(reader.word(sentence.start), "that" | "this" | "his" | "her" | "their" | "such" | "the" | "but") {
        return None;
    }
    let challenger = match reader.word(i + 1) {
        "by" | "in" | "among" | "across" => reader.agent(i + 1, sentence.end),
        _ => reader.voice_at(i),
    };
    Some(disputed(reader, i, Rule::NotShared, reader.last_claimed(i)?, challenger, no..i + 1))
}

/// "London has proved him wrong": what was said before.
fn proved_wrong(reader: &Reader, i: usize) -> Option<Found> {
    let wrong = (i + 2..i + 4).find(|&j| reader.word(j) == "wrong")?;
    let whom = reader.among(i + 1, &["him", "her", "them", "that", "this"])
        || reader.text.word(i + 1).starts_with(char::is_uppercase);
    let referent = reader.last_claimed(i).filter(|_| whom)?;
    Some(disputed(reader, i, Rule::ThatIsFalse, referent, reader.subject(i), i..wrong + 1))
}

/// Who spreads a false claim: the subject of "repeated", "spread", "promoted".
fn spreader(reader: &Reader, i: usize) -> Voice {
    let floor = reader.sentence(i).start.max(i.saturating_sub(5));
    (floor..i)
        .rev()
        .find(|&j| SPREADING.iter().any(|stem| reader.word(j).starts_with(stem)))
        .map_or(Voice::Nobody, |verb| reader.subject(verb))
}

/// "called the idea that he knew a ridiculous lie", "dismissed the charge as nonsense", "calls this false".
fn called_false(reader: &Reader, i: usize) -> Option<Found> {
    let floor = reader.sentence(i).start.max(i.saturating_sub(25));
    let verb = (floor..i).rev().find(|&j| reader.among(j, CALLING))?;
    let challenger = reader.subject(verb);
    let evidence = verb..i + 1;
    if let Some((noun, complement)) = reader.claim_noun(verb + 1..(verb + 5).min(i)) {
        let end = (complement..i)
            .rev()
            .find(|&j| matches!(reader.word(j), "a" | "an" | "as") || reader.is_quote(j) && j > complement)?;
        let mut end = end;
        while end > complement && (reader.is_quote(end - 1) || matches!(reader.word(end - 1), "a" | "an" | "as")) {
            end -= 1;
        }
        let referent = Referent { range: reader.trimmed(complement..end)?, claimant: reader.possessor(noun) };
        return Some(disputed(reader, verb, Rule::CalledFalse, referent, challenger, evidence));
    }
    let object = verb + 1;
    let near = i - verb <= 9 && !(object + 1..i).any(|j| reader.among(j, &[";", ".", "that"]));
    let refers = matches!(reader.word(object), "it" | "this" | "that" | "them" | "these")
        || (object..object + 4)
            .any(|j| reader.is(j, Sign::Charge) || reader.is(j, Sign::Proposition) && !reader.is(j + 1, Sign::False));
    if near && refers {
        let referent = reader.last_claimed(verb)?;
        return Some(disputed(reader, verb, Rule::CalledFalse, referent, challenger, evidence));
    }
    None
}
