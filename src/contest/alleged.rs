//! Accusations that the article does not vouch for: accused of, alleges that, alleged, blamed for.

use std::ops::Range;

use super::found::{Found, Rule};
use super::lexicon::Sign;
use super::reader::{Reader, Voice};
use crate::document::ContestKind;

/// How far, in tokens, the "of" may stand from "accused", the "for" from "blamed".
const OBJECT: usize = 22;

/// Reads the sign at token `i`.
pub(super) fn at(reader: &Reader, i: usize) -> Option<Found> {
    if let Some(found) = it_is_said(reader, i) {
        Some(found)
    } else if reader.is(i, Sign::Accuse) {
        accused_of(reader, i, "of", Rule::Accused)
    } else if reader.is(i, Sign::Blame) {
        accused_of(reader, i, "for", Rule::Blamed)
    } else if reader.is(i, Sign::Allege) || reader.word(i) == "alleged" && states(reader, i) {
        alleges(reader, i)
    } else if reader.is(i, Sign::Unverified) {
        alleged(reader, i)
    } else if reader.is(i, Sign::Allegedly) {
        // "a theft he allegedly planned was": the clause has one verb.
        let range = reader.clause(i + 1)?;
        let verbs = usize::from(reader.is_predicate(range.start));
        found(reader.before_predicate(range, verbs)?, Rule::Allegedly, Voice::Nobody, i..i + 1)
    } else if reader.is(i, Sign::Suspect) {
        suspected(reader, i)
    } else if reader.is(i, Sign::Charge) {
        charge(reader, i)
    } else if reader.is(i, Sign::Complain) {
        complains(reader, i)
    } else {
        None
    }
}

fn found(range: Range<usize>, rule: Rule, claimant: Voice, evidence: Range<usize>) -> Option<Found> {
    Some(Found { kind: ContestKind::Alleged, rule, range, claimant, challenger: Voice::Nobody, evidence, answer: None })
}

/// "Ann Lee accused the bank of hiding losses": behind the preposition that has a gerund, or the first.
fn accused_of(reader: &Reader, verb: usize, preposition: &str, rule: Rule) -> Option<Found> {
    if matches!(reader.word(verb.wrapping_sub(1)), "the" | "an" | "to" | "no") && reader.word(verb) != "accuse" {
        return None;
    }
    let end = reader.sentence(verb).end.min(verb + OBJECT);
    let mut places = (verb + 1..end).filter(|&i| reader.word(i) == preposition);
    let first = places.next()?;
    let of = std::iter::once(first)
        .chain(places)
        .take_while(|&i| !(verb..i).any(|j| matches!(reader.word(j), ";" | ":")))
        .find(|&i| {
            let next = if reader.is_quote(i + 1) { i + 2 } else { i + 1 };
            reader.word(next).ends_with("ing")
        })
        .unwrap_or(first);
    let denied = (reader.sentence(verb).start.max(verb.saturating_sub(3))..verb).any(|i| reader.is_negation(i));
    // Only what somebody did is laid at his door: "blamed the slump for his defeat" accuses nobody.
    let deed = rule != Rule::Blamed || reader.word(of + 1).ends_with("ing");
    if reader.is_mark(of + 1) && !reader.is_quote(of + 1) || denied || !deed {
        return None;
    }
    let by = (verb + 1..of).find(|&i| reader.word(i) == "by");
    let context = Context::of(reader, verb);
    let claimant = match by {
        Some(by) => reader.agent(by, of),
        None if matches!(context, Context::Passive | Context::Participle) => Voice::Nobody,
        None => reader.subject(verb),
    };
    let range = reader.clause(of + 1)?;
    let range = if matches!(context, Context::Participle | Context::Relative) {
        reader.before_predicate(range, 0)?
    } else {
        range
    };
    found(range, rule, claimant, verb..of + 1)
}

/// "It has been reported that the vote was bought".
fn it_is_said(reader: &Reader, i: usize) -> Option<Found> {
    if reader.word(i + 1) != "that" || !reader.among(i, &["reported", "alleged", "claimed", "suggested"]) {
        return None;
    }
    let floor = reader.sentence(i).start.max(i.saturating_sub(5));
    let it = (floor..i).rev().find(|&j| reader.word(j) == "it")?;
    let been = (it + 1..i).all(|j| {
        reader.among(j, &["'s", "’s", "has", "had", "was", "is", "been", "also", "even"])
            || reader.word(j).ends_with("ly")
    });
    if !been || i - it < 2 {
        return None;
    }
    found(reader.clause(i + 2)?, Rule::Allegedly, Voice::Nobody, it..i + 1)
}

/// How a verb of accusing stands in its sentence.
enum Context {
    /// "was accused of": nobody says by whom.
    Passive,
    /// "a man accused of".
    Participle,
    /// "a man who accused her of".
    Relative,
    /// "they accused her of".
    Active,
}

impl Context {
    fn of(reader: &Reader, verb: usize) -> Self {
        let before = reader.sentence(verb).start.max(verb.saturating_sub(4))..verb;
        let any = |words: &[&str]| before.clone().any(|i| reader.among(i, words));
        if any(&["is", "was", "were", "are", "been", "being", "be", "am"]) {
            Self::Passive
        } else if any(&["who", "which", "that"]) {
            Self::Relative
        } else if reader.word(verb).ends_with("ed") && reader.among(verb + 1, &["of", "for", "by"]) {
            Self::Participle
        } else {
            Self::Active
        }
    }
}

/// Whether "alleged" is a verb here: "alleged that", "she alleged he".
fn states(reader: &Reader, i: usize) -> bool {
    matches!(reader.word(i + 1), "that" | "in" | "he" | "she" | "they" | "it")
        || reader.cue_at(i).is_some_and(|a| reader.attributions[a].source.is_some())
            && !matches!(reader.word(i.wrapping_sub(1)), "the" | "an" | "his" | "her" | "their" | "of")
}

/// "alleging that the data was forged"; "…, the lawsuit alleges".
fn alleges(reader: &Reader, i: usize) -> Option<Found> {
    let claimant = reader.subject(i);
    // "alleged in court that", "alleging – falsely – that": "that" may stand a few words on.
    let aside = reader.is_mark(i + 1) || reader.among(i + 1, &["in", "on", "at", "during"]);
    let that = if aside { (i + 1..i + 7).find(|&j| reader.word(j) == "that") } else { None }.unwrap_or(i + 1);
    let next = if reader.word(that) == "that" { that + 1 } else { i + 1 };
    let follows = reader.same_sentence(i, next) && !reader.is_mark(next) || reader.word(that) == "that";
    let range = match reader.cue_at(i).filter(|_| !follows) {
        Some(a) => reader.content(a)?,
        None => reader.clause(next)?,
    };
    found(range, Rule::Alleges, claimant, i..i + 1)
}

/// "alleged fraud in the election", "an unconfirmed report that".
fn alleged(reader: &Reader, i: usize) -> Option<Found> {
    let noun = i + 1;
    if reader.word(noun) == "to" {
        return None;
    }
    if reader.is(noun, Sign::Proposition) || reader.is(noun, Sign::Charge) {
        return matches!(reader.word(noun + 1), "that" | "of")
            .then(|| found(reader.clause(noun + 2)?, Rule::Alleged, Voice::Nobody, i..noun + 1))
            .flatten();
    }
    found(reader.nominal(noun)?, Rule::Alleged, Voice::Nobody, i..i + 1)
}

/// Whether a crime is named within a few words: "charged with aggravated assault", but not "charged with
/// planning the feast".
fn names_crime(reader: &Reader, i: usize) -> bool {
    (i..i + 4).any(|j| reader.is(j, Sign::Wrong))
}

/// Whether a clause without "that" begins at token `i`: "accusations Lee had hired them".
fn states_clause(reader: &Reader, i: usize) -> bool {
    let opens = i < reader.len() && reader.text.word(i).starts_with(char::is_uppercase)
        || reader.among(i, &["he", "she", "they", "it"]);
    opens && (i + 1..i + 6).any(|j| reader.is_predicate(j))
}

/// "suspected of arson", "on suspicion of arson", "suspicions persist that".
fn suspected(reader: &Reader, i: usize) -> Option<Found> {
    if reader.among(i + 1, &["persist", "persisted", "remain", "remained", "lingered", "grew"])
        && reader.word(i + 2) == "that"
    {
        return found(reader.clause(i + 3)?, Rule::Suspected, Voice::Nobody, i..i + 3);
    }
    let next = reader.word(i + 1);
    if next == "of" || next == "that" && reader.word(i) != "suspected" {
        found(reader.clause(i + 2)?, Rule::Suspected, Voice::Nobody, i..i + 2)
    } else {
        None
    }
}

/// "suggested that the vote was rigged": only where wrongdoing is stated.
fn complains(reader: &Reader, i: usize) -> Option<Found> {
    let that = reader.word(i + 1) == "that";
    let a = reader.cue_at(i).filter(|&a| reader.content(a).is_some_and(|r| r.start > i));
    let range = match a {
        Some(a) => reader.content(a)?,
        None if that => reader.clause(i + 2)?,
        None => return None,
    };
    let wrong = range.clone().any(|j| reader.is(j, Sign::Wrong));
    (wrong && range.len() > 3).then(|| found(range, Rule::Complains, reader.subject(i), i..i + 1)).flatten()
}

/// "allegations that", "her accusation of", "he charged that".
fn charge(reader: &Reader, i: usize) -> Option<Found> {
    let word = reader.word(i);
    let next = reader.word(i + 1);
    // "…, a charge that she denies" names the clause before.
    if i > 1 && reader.opens_appositive(i - 1) && reader.is_mark(i - 2) || reader.word(i.wrapping_sub(1)) == "criminal"
    {
        return None;
    }
    if word.starts_with("charge") {
        let with = (i + 1..i + 6).find(|&j| reader.word(j) == "with");
        if let Some(with) = with.filter(|&with| reader.is(i, Sign::Charge) && names_crime(reader, with + 1)) {
            let range = reader.before_predicate(reader.clause(with + 1)?, 0)?;
            return found(range, Rule::Charged, Voice::Nobody, i..with + 1);
        }
        // Criminal charges, electric ones and prices are no accusations here; "charged that" is.
        if next != "that" {
            return None;
        }
        let claimant = if word == "charged" { reader.subject(i) } else { reader.possessor(i) };
        return found(reader.clause(i + 2)?, Rule::Charged, claimant, i..i + 2);
    }
    if next == "of" {
        return found(reader.clause(i + 2)?, Rule::Allegation, reader.possessor(i), i..i + 2);
    }
    let bare = word.ends_with("ations") && states_clause(reader, i + 1);
    let start = if bare { i + 1 } else { reader.that_clause(i)? };
    found(reader.clause(start)?, Rule::Allegation, reader.possessor(i), i..start)
}

#[cfg(test)]
mod tests {
    use crate::contest::testing::{expect, expect_none};
    use crate::document::ContestKind::Alleged;

    #[test]
    fn accused_of() {
        expect("Ann Lee accused the bank of hiding its losses.", &[], Alleged, ["hiding its losses", "Ann Lee", ""]);
        expect("The mayor is accused of taking bribes.", &[], Alleged, ["taking bribes", "", ""]);
        expect(
            "He was accused by Ann Lee of forging the minutes, according to the court.",
            &[],
            Alleged,
            ["forging the minutes", "Ann Lee", ""],
        );
        expect(
            "Lee accused the head of the board of trustees of selling the land.",
            &[],
            Alleged,
            ["selling the land", "Lee", ""],
        );
    }

    #[test]
    fn alleged_and_allegedly() {
        expect("Police looked into an alleged theft of copper wire.", &[], Alleged, ["theft of copper wire", "", ""]);
        expect("He allegedly sold the same car twice.", &[], Alleged, ["sold the same car twice", "", ""]);
    }

    #[test]
    fn suits_allege() {
        expect(
            "The union sued, alleging that the yard had dumped oil in the river.",
            &[("The union", "alleging", "the yard had dumped oil in the river")],
            Alleged,
            ["the yard had dumped oil in the river", "union", ""],
        );
        expect(
            "The doors were locked from outside, the lawsuit alleges.",
            &[("the lawsuit", "alleges", "The doors were locked from outside")],
            Alleged,
            ["The doors were locked from outside", "lawsuit", ""],
        );
    }

    #[test]
    fn nouns_for_accusations() {
        expect("She resigned over allegations of insider trading.", &[], Alleged, ["insider trading", "", ""]);
        expect_none("The phone charges in an hour; the charge is ten dollars.", &[]);
    }

    #[test]
    fn wrongdoing_makes_an_accusation_of_a_complaint() {
        expect(
            "Reed complained that the draw had been rigged.",
            &[("Reed", "complained", "the draw had been rigged")],
            Alleged,
            ["the draw had been rigged", "Reed", ""],
        );
        expect_none("Reed complained that the soup was cold.", &[("Reed", "complained", "the soup was cold")]);
    }

    #[test]
    fn an_accused_is_not_an_accusation() {
        expect_none("The accused of both trials sat in the dock.", &[]);
    }

    #[test]
    fn inside_a_subject() {
        expect("A man accused of burning the mill told police he slept.", &[], Alleged, ["burning the mill", "", ""]);
        expect(
            "Two men who accused Ann Lee of forging the deed are in court.",
            &[],
            Alleged,
            ["forging the deed", "Two men", ""],
        );
        expect(
            "The theft he allegedly planned with a guard was a failure.",
            &[],
            Alleged,
            ["planned with a guard", "", ""],
        );
    }

    #[test]
    fn charged_with_a_crime() {
        expect("A farmer was charged with assault.", &[], Alleged, ["assault", "", ""]);
        expect_none("A clerk was charged with planning the feast.", &[]);
    }

    #[test]
    fn nobody_accused_her() {
        expect_none("The board has not publicly accused Ann Lee of hiding losses.", &[]);
        expect_none("Lee blamed the rain for his defeat.", &[]);
    }

    #[test]
    fn words_between() {
        expect(
            "The clerk alleged in court that the vote was bought.",
            &[],
            Alleged,
            ["the vote was bought", "clerk", ""],
        );
        expect(
            "The paper printed accusations by Ann Lee that the vote was bought.",
            &[],
            Alleged,
            ["the vote was bought", "Ann Lee", ""],
        );
        expect(
            "The paper renewed accusations Lee had bought the vote.",
            &[],
            Alleged,
            ["Lee had bought the vote", "", ""],
        );
    }

    #[test]
    fn it_has_been_reported() {
        expect("It’s been reported that the vote was bought.", &[], Alleged, ["the vote was bought", "", ""]);
        expect_none("It has not rained, the station reported that day.", &[]);
    }
}
