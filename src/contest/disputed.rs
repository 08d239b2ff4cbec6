//! Claims that somebody, or the article itself, says are false, unfounded or not shown.

use std::ops::Range;

use super::Answer;
use super::antecedent::Referent;
use super::found::{Found, Rule};
use super::lexicon::Sign;
use super::reader::{Reader, Voice};
use crate::document::ContestKind;

/// How far, in tokens, the noun for a claim may stand from the verb that rejects it.
const OBJECT: usize = 10;

/// Reads the sign at token `i`.
pub(super) fn at(reader: &Reader, i: usize) -> Option<Found> {
    if let Some(found) = rejection(reader, i).and_then(|length| rejects(reader, i, length)) {
        return Some(found);
    }
    if reader.is(i, Sign::Falsely) {
        return falsely(reader, i);
    }
    if reader.is(i, Sign::Myth) && matches!(reader.word(i + 1), "that" | "of") {
        let referent = Referent { range: reader.clause(i + 2)?, claimant: reader.possessor(i) };
        return Some(disputed(reader, i, Rule::Myth, referent, reader.voice_at(i), i..i + 1));
    }
    if reader.is(i, Sign::False) || reader.word(i) == "true" {
        return is_false(reader, i);
    }
    if reader.is(i, Sign::Evidence) {
        return no_evidence(reader, i);
    }
    if reader.is(i, Sign::Despite) {
        return despite(reader, i);
    }
    if reader.is(i, Sign::Portray) {
        return portrays(reader, i);
    }
    if reader.is(i, Sign::Purport) && reader.word(i + 1) == "to" {
        let referent = Referent { range: reader.clause(i + 2)?, claimant: reader.subject(i) };
        return Some(disputed(reader, i, Rule::Purports, referent, reader.voice_at(i), i..i + 2));
    }
    if reader.is(i, Sign::Distance) {
        return claims(reader, i);
    }
    if reader.is(i, Sign::Speculate) && reader.word(i + 1) == "that" {
        let claimant = if reader.word(i) == "speculation" { Voice::Nobody } else { reader.subject(i) };
        let referent = Referent { range: reader.clause(i + 2)?, claimant };
        return Some(disputed(reader, i, Rule::Speculates, referent, reader.voice_at(i), i..i + 2));
    }
    None
}

fn disputed(
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

/// Whether a verb that rejects stands at token `i`, and how many tokens it has.
fn rejection(reader: &Reader, i: usize) -> Option<usize> {
    let before = if i > 0 { reader.word(i - 1) } else { "" };
    let noun = matches!(
        before,
        "the" | "a" | "this" | "that" | "any" | "his" | "her" | "their" | "of" | "no" | "’s" | "'s" | "some" | "new"
    );
    if reader.is_rejected(i) {
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
        "struck" | "shot" | "shoots" | "shooting" => next == "down",
        "cast" | "casts" | "casting" => matches!(next, "doubt" | "doubts"),
        "took" | "takes" | "take" => matches!(next, "issue" | "exception"),
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
    if direct && matches!(reader.word(i), "dispute" | "disputed" | "disputes" | "disputing") {
        let referent = Referent { range: reader.clause(next + 1)?, claimant: Voice::Nobody };
        return Some(disputed(reader, i, Rule::RejectsThat, referent, challenger, evidence));
    }
    if let Some(referent) = reader.named_by_appositive(i) {
        return Some(disputed(reader, i, Rule::ChargeRejected, referent, challenger, evidence));
    }
    // "rejected the accusations": made elsewhere.
    let object = (next..end.min(next + 5)).find(|&j| {
        reader.is(j, Sign::Charge)
            || matches!(reader.word(j), "claim" | "claims" | "assertion" | "assertions" | "suggestion")
    })?;
    if (next..object).any(|j| reader.is_mark(j)) {
        return None;
    }
    Some(disputed(reader, i, Rule::DeniesThis, reader.last_claimed(i)?, challenger, evidence))
}

/// The claim inside a subject: "The idea that [he knew] was rejected".
fn subject_claim(reader: &Reader, verb: usize) -> Option<Referent> {
    let floor = reader.sentence(verb).start.max(verb.saturating_sub(40));
    let (noun, complement) = reader.claim_noun(floor..verb)?;
    let mut end = verb;
    while end > complement
        && (matches!(
            reader.word(end - 1),
            "is" | "was" | "were" | "are" | "been" | "be" | "has" | "have" | "had" | "not" | "simply" | "just" | "also"
        ) || reader.word(end - 1).ends_with("ly"))
    {
        end -= 1;
    }
    let comma =
        (complement..end).rev().find(|&j| reader.word(j) == ",").filter(|&j| end - j < 12 && j > complement + 3);
    let range = reader.trimmed(complement..comma.unwrap_or(end))?;
    Some(Referent { range, claimant: reader.possessor(noun) })
}

/// "falsely claimed that …".
fn falsely(reader: &Reader, i: usize) -> Option<Found> {
    let verb = (i + 1..i + 3)
        .find(|&j| reader.is(j, Sign::Claim) || reader.is(j, Sign::Accuse) || reader.is(j, Sign::Name))
        .or_else(|| (i.saturating_sub(2)..i).rev().find(|&j| reader.is(j, Sign::Claim)))?;
    let last = verb.max(i);
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

/// A word that says "false" (or "not true") about a claim before or after it.
fn is_false(reader: &Reader, i: usize) -> Option<Found> {
    let sentence = reader.sentence(i);
    let truth = reader.word(i) == "true";
    // "a false claim that …"
    if !truth
        && let Some((noun, complement)) = reader.claim_noun(i + 1..sentence.end.min(i + 4)).or_else(|| {
            matches!(reader.word(i), "lie" | "lies" | "hoax" | "fiction" | "falsehood")
                .then(|| reader.claim_noun(i..i + 1))
                .flatten()
        })
        && !(i + 1..noun).any(|j| reader.is_mark(j) && !reader.is_quote(j))
    {
        let mut claimant = reader.possessor(i);
        if claimant == Voice::Nobody {
            claimant = spreader(reader, i);
        }
        let referent = Referent { range: reader.clause(complement)?, claimant };
        return Some(disputed(reader, i, Rule::FalseClaim, referent, reader.voice_at(i), i..noun + 1));
    }
    // "dismissed/called … false": a name for the claim.
    if !truth && let Some(found) = called_false(reader, i) {
        return Some(found);
    }
    let floor = sentence.start.max(i.saturating_sub(6));
    let copula = (floor..i).rev().find(|&j| {
        matches!(
            reader.word(j),
            "is" | "was"
                | "are"
                | "were"
                | "’s"
                | "'s"
                | "be"
                | "isn't"
                | "isn’t"
                | "wasn't"
                | "wasn’t"
                | "aren't"
                | "aren’t"
        )
    })?;
    let between_ok = (copula + 1..i).all(|j| {
        reader.is_negation(j)
            || reader.word(j).ends_with("ly")
            || reader.is_quote(j)
            || reader.is(j, Sign::False)
            || matches!(
                reader.word(j),
                "just"
                    | "a"
                    | "an"
                    | "the"
                    | "all"
                    | "so"
                    | "very"
                    | "pure"
                    | "total"
                    | "complete"
                    | "outright"
                    | "nothing"
                    | "but"
                    | "both"
                    | "also"
                    | "and"
                    | "flat-out"
                    | "patently"
                    | "even"
            )
    });
    if (sentence.start.max(copula.saturating_sub(3))..copula).any(|j| reader.word(j) == "if") {
        return None;
    }
    let negated = (copula..i).any(|j| reader.is_negation(j));
    if !between_ok || truth != negated && reader.word(copula + 1) != "nothing" {
        return None;
    }
    let evidence = copula..i + 1;
    let voice = reader.voice_at(i);
    let strong = truth
        || !matches!(
            reader.word(i),
            "wrong" | "ridiculous" | "absurd" | "unfair" | "mistaken" | "lies" | "smear" | "flawed"
        );
    // "It is misleading to say that …", "It is not true that …".
    if copula > sentence.start && reader.word(copula - 1) == "it"
        || reader.text.word(copula.max(1) - 1).eq_ignore_ascii_case("it")
    {
        let mut next = i + 1;
        if reader.word(next) == "to" {
            if !matches!(
                reader.word(next + 1),
                "say"
                    | "suggest"
                    | "imply"
                    | "claim"
                    | "argue"
                    | "assert"
                    | "think"
                    | "conclude"
                    | "believe"
                    | "assume"
                    | "pretend"
            ) {
                return None;
            }
            next = (next + 1..next + 4).find(|&j| reader.word(j) == "that").unwrap_or(next + 2);
        }
        if reader.word(next) == "that" && (strong || reader.word(i + 1) == "to") {
            let referent = Referent { range: reader.clause(next + 1)?, claimant: Voice::Nobody };
            return Some(disputed(reader, i, Rule::MisleadingTo, referent, voice, evidence));
        }
        if reader.word(i + 1) == "to" {
            let referent = Referent { range: reader.clause(next)?, claimant: Voice::Nobody };
            return Some(disputed(reader, i, Rule::MisleadingTo, referent, voice, evidence));
        }
    }
    if let Some(referent) = subject_claim(reader, copula) {
        return Some(disputed(reader, i, Rule::IsFalse, referent, voice, evidence));
    }
    // "Linking him to it was unfair": the subject is the claim.
    let start = sentence.start.max(copula.saturating_sub(16));
    let that = (start..copula).rev().find(|&j| reader.word(j) == "that" && j + 2 < copula).map(|j| j + 1);
    if let Some(first) = that
        && reader.word(first).ends_with("ing")
    {
        let referent = Referent { range: reader.trimmed(first..copula)?, claimant: Voice::Nobody };
        return Some(disputed(reader, i, Rule::IsFalse, referent, voice, evidence));
    }
    // "Those claims are baseless": claims made before.
    let bare = (start..copula).rev().take(7).find(|&j| {
        reader.is(j, Sign::Charge)
            || matches!(
                reader.word(j),
                "claims"
                    | "claim"
                    | "statements"
                    | "statement"
                    | "assertion"
                    | "assertions"
                    | "rumors"
                    | "suggestion"
                    | "narrative"
            )
    });
    if strong && bare.is_some() && i > sentence.start {
        let referent = reader.last_claimed(copula)?;
        return Some(disputed(reader, i, Rule::ThatIsFalse, referent, voice, evidence));
    }
    if copula > sentence.start
        && matches!(reader.word(copula - 1), "that" | "this" | "which" | "it" | "these" | "they")
        && strong
    {
        let referent = if reader.word(copula - 1) == "which" { reader.named_by_appositive(copula) } else { None };
        let referent = referent.or_else(|| reader.last_claimed(i))?;
        return Some(disputed(reader, i, Rule::ThatIsFalse, referent, voice, evidence));
    }
    None
}

/// Who spreads a false claim: the subject of "repeated", "spread", "promoted".
fn spreader(reader: &Reader, i: usize) -> Voice {
    let floor = reader.sentence(i).start.max(i.saturating_sub(5));
    (floor..i)
        .rev()
        .find(|&j| {
            let word = reader.word(j);
            ["repeat", "spread", "promot", "push", "peddl", "lob", "advanc", "float", "made", "mak", "circulat"]
                .iter()
                .any(|stem| word.starts_with(stem))
        })
        .map_or(Voice::Nobody, |verb| reader.subject(verb))
}

/// "called the idea that he knew a ridiculous lie", "dismissed the charge as nonsense", "calls this false".
fn called_false(reader: &Reader, i: usize) -> Option<Found> {
    let floor = reader.sentence(i).start.max(i.saturating_sub(25));
    let verb = (floor..i).rev().find(|&j| {
        matches!(
            reader.word(j),
            "called"
                | "calls"
                | "calling"
                | "call"
                | "labeled"
                | "dismissed"
                | "dismissing"
                | "dismisses"
                | "branded"
                | "described"
                | "denounced"
                | "rejected"
                | "blasted"
        )
    })?;
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
    let near = i - verb <= 9 && !(verb..i).any(|j| matches!(reader.word(j), ";" | "." | "that"));
    let object = verb + 1;
    let refers = matches!(reader.word(object), "it" | "this" | "that" | "them" | "these")
        || (object..object + 4)
            .any(|j| reader.is(j, Sign::Charge) || reader.is(j, Sign::Proposition) && !reader.is(j + 1, Sign::False));
    if near && refers {
        let referent = reader.last_claimed(verb)?;
        return Some(disputed(reader, verb, Rule::CalledFalse, referent, challenger, evidence));
    }
    None
}

/// "no evidence that …", "…, without offering evidence".
fn no_evidence(reader: &Reader, i: usize) -> Option<Found> {
    let sentence = reader.sentence(i);
    let floor = sentence.start.max(i.saturating_sub(5));
    let no = (floor..i).rev().find(|&j| {
        reader.is_negation(j) || matches!(reader.word(j), "little" | "lack" | "scant" | "lacks" | "lacking")
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

/// "Despite her claims that …", "contrary to the belief that …".
fn despite(reader: &Reader, i: usize) -> Option<Found> {
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

/// "They claim that …", "her claim that …": words that leave the claim with its maker.
fn claims(reader: &Reader, i: usize) -> Option<Found> {
    let next = i + 1;
    let that = reader.word(next) == "that";
    let noun = !reader.word(i).ends_with("ed") && !reader.word(i).ends_with("ing") && {
        let possessor = reader.possessor(i);
        possessor != Voice::Nobody
            || matches!(reader.word(i.wrapping_sub(1)), "the" | "a" | "any" | "such" | "some")
            || reader.word(i).starts_with('a')
    };
    if noun {
        // "…, a claim that she disputes" names the clause before.
        if i > 1 && reader.opens_appositive(i - 1) && reader.is_mark(i - 2) {
            return None;
        }
        let is_that = matches!(reader.word(next), "is" | "was") && reader.word(next + 1) == "that";
        if !that && !is_that {
            return None;
        }
        let next = if is_that { next + 1 } else { next };
        let referent = Referent { range: reader.clause(next + 1)?, claimant: reader.possessor(i) };
        return Some(disputed(reader, i, Rule::ClaimNoun, referent, reader.voice_at(i), i..next));
    }
    if !reader.same_sentence(i, next) || reader.is_mark(next) && !reader.is_quote(next) {
        return None;
    }
    if matches!(
        reader.word(next),
        "to" | "responsibility"
            | "victory"
            | "credit"
            | "allegiance"
            | "the"
            | "a"
            | "an"
            | "his"
            | "her"
            | "their"
            | "its"
            | "of"
            | "in"
            | "on"
            | "lives"
            | "and"
            | "by"
            | "for"
            | "about"
            | "made"
            | "based"
            | "which"
            | "are"
            | "were"
            | "was"
            | "is"
            | "have"
            | "has"
    ) {
        return None;
    }
    let range = match reader.cue_at(i).and_then(|a| reader.content(a)) {
        Some(range) if range.start > i => range,
        _ => reader.clause(if that { next + 1 } else { next })?,
    };
    let verb = range.clone().any(|j| crate::attribution::phrase::is_finite_verb(reader.text.word(j)));
    (verb || that).then(|| {
        disputed(reader, i, Rule::Claims, Referent { range, claimant: reader.subject(i) }, reader.voice_at(i), i..next)
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

#[cfg(test)]
mod tests {
    use crate::contest::testing::{expect, expect_none};
    use crate::document::ContestKind::Disputed;

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
    fn not_shown() {
        expect("There is no evidence that the vote was bought.", &[], Disputed, ["the vote was bought", "", "article"]);
        expect(
            "Reed said the vote was bought, without offering proof.",
            &[("Reed", "said", "the vote was bought")],
            Disputed,
            ["the vote was bought", "Reed", "article"],
        );
        expect("It is a myth that bats are blind.", &[], Disputed, ["bats are blind", "", "article"]);
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
    fn not_every_such_word_disputes() {
        expect_none("The dispute over the fence went on; he claimed victory and claimed the prize.", &[]);
        expect_none("There was evidence of water on the moon.", &[]);
        expect_none("The wrong door was open, and that was true of the gate.", &[]);
    }
}
