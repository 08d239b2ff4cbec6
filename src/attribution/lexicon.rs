//! Reporting verbs, and what they make of what they report.
//!
//! Lemmas that head at least four cues of the PolNeAR v1.0.0 training split, and that do so in at least
//! a tenth of their occurrences there, together with the verbs that introduced a direct quotation at
//! least once; sorted by hand into statements and attitudes.

use std::sync::LazyLock;

use crate::document::Manner;
use crate::model::hash::Filter;

/// Verbs whose subject states something.
#[rustfmt::skip]
const SPEECH: &[&str] = &[
    "accuse", "acknowledge", "add", "address", "admit", "advise", "advocate", "affirm", "agree", "allege", "allude",
    "announce", "answer", "apologize", "appeal", "applaud", "argue", "ask", "assail", "assert", "assure", "attack",
    "attest", "beam", "bemoan", "blame", "blare", "blast", "boast", "boom", "brag", "call", "caution", "challenge",
    "chant", "charge", "chide", "cite", "claim", "clarify", "comment", "complain", "concede", "conclude", "condemn",
    "confess", "confide", "confirm", "congratulate", "contend", "continue", "counter", "crack", "criticize",
    "croon", "cry", "debate", "declare", "decline", "decry", "defend", "demand", "denounce", "deny", "deride",
    "describe", "detail", "disagree", "disclose", "dismiss", "dispute", "divulge", "dub", "echo", "elaborate",
    "email", "emphasize", "encourage", "endorse", "enthuse", "exclaim", "explain", "express", "extol", "fume",
    "gloat", "grouse", "growl", "grumble", "guess", "gush", "hail", "highlight", "hint", "hiss", "imply",
    "indicate", "inform", "inquire", "insist", "instruct", "interject", "intone", "invoke", "jeer", "jest", "joke",
    "label", "lambaste", "lament", "lash", "laugh", "lecture", "liken", "list", "maintain", "marvel", "mention",
    "mock", "mouth", "murmur", "muse", "mutter", "note", "object", "observe", "offer", "opine", "order", "outline",
    "pen", "plead", "pledge", "point", "portray", "post", "praise", "preach", "predict", "press", "proclaim",
    "promise", "pronounce", "propose", "protest", "publish", "question", "quip", "quote", "rage", "rail", "rattle",
    "read", "reaffirm", "reason", "reassure", "rebuke", "rebut", "recall", "recite", "recommend", "record",
    "recount", "refer", "reference", "refute", "reiterate", "reject", "relate", "release", "remark", "remind",
    "repeat", "reply", "report", "request", "respond", "retort", "retweet", "reveal", "roar", "say", "scoff",
    "scold", "scream", "shout", "shrug", "sigh", "signal", "sing", "slam", "snap", "sneer", "sob", "speak",
    "speculate", "spell", "state", "stipulate", "stress", "suggest", "sum", "summarize", "surmise", "swear",
    "taunt", "tease", "tell", "testify", "text", "thank", "theorize", "threaten", "thunder", "tout", "tweet",
    "underline", "underscore", "urge", "vent", "volunteer", "vow", "wail", "warn", "weigh", "whine", "whisper",
    "wonder", "write", "yell",
];

/// Verbs whose subject believes, wishes, plans or fears something, or merely shows it.
#[rustfmt::skip]
const OTHER: &[&str] = &[
    "aim", "anticipate", "appear", "approve", "assume", "back", "believe", "consider", "decide", "desire",
    "determine", "doubt", "dread", "expect", "eye", "fear", "feel", "figure", "find", "focus", "foresee", "hope",
    "imagine", "intend", "know", "learn", "like", "look", "mean", "need", "notice", "oppose", "oversee", "plan",
    "prefer", "prepare", "presume", "project", "realize", "reckon", "recognize", "refuse", "regard", "remember",
    "resolve", "see", "seek", "seem", "sense", "show", "support", "suspect", "think", "try", "understand", "value",
    "view", "want", "wish", "worry",
];

/// Forms that do not follow from the lemma.
const IRREGULAR: &[(&str, Form, Manner)] = &[
    ("felt", Form::Past, Manner::Other),
    ("found", Form::Past, Manner::Other),
    ("knew", Form::Past, Manner::Other),
    ("known", Form::Past, Manner::Other),
    ("meant", Form::Past, Manner::Other),
    ("read", Form::Past, Manner::Speech),
    ("said", Form::Past, Manner::Speech),
    ("sang", Form::Past, Manner::Speech),
    ("saw", Form::Past, Manner::Other),
    ("seen", Form::Past, Manner::Other),
    ("sought", Form::Past, Manner::Other),
    ("spoke", Form::Past, Manner::Speech),
    ("swore", Form::Past, Manner::Speech),
    ("thought", Form::Past, Manner::Other),
    ("told", Form::Past, Manner::Speech),
    ("understood", Form::Past, Manner::Other),
    ("written", Form::Past, Manner::Speech),
    ("wrote", Form::Past, Manner::Speech),
];

/// What the ending of a verb says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// "say"
    Base,
    /// "says"
    Present,
    /// "said"
    Past,
    /// "saying"
    Gerund,
}

/// A form of a reporting verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verb {
    pub(crate) form: Form,
    pub(crate) manner: Manner,
}

/// Reads a word as a form of a reporting verb.
pub(crate) fn reporting_verb(word: &str) -> Option<Verb> {
    if word.len() < 3 || !word.is_ascii() {
        return None;
    }
    if let Some(&(_, form, manner)) = IRREGULAR.iter().find(|(w, ..)| word.eq_ignore_ascii_case(w)) {
        return Some(Verb { form, manner });
    }
    let (stem, form) = match word.as_bytes() {
        [.., b'i' | b'I', b'n' | b'N', b'g' | b'G'] => (&word[..word.len() - 3], Form::Gerund),
        [.., b'e' | b'E', b'd' | b'D'] => (&word[..word.len() - 2], Form::Past),
        [.., b's' | b'S'] => (&word[..word.len() - 1], Form::Present),
        _ => return lemma(word, "").map(|manner| Verb { form: Form::Base, manner }),
    };
    let manner = match form {
        Form::Present => lemma(stem, "")
            .or_else(|| lemma(stem.strip_suffix("ie")?, "y"))
            .or_else(|| lemma(stem.strip_suffix('e')?, "")),
        _ => lemma(stem, "")
            .or_else(|| lemma(stem, "e"))
            .or_else(|| lemma(stem.strip_suffix('i')?, "y"))
            .or_else(|| lemma(undoubled(stem)?, "")),
    };
    // A lemma may itself end like a form: "discuss", "bring".
    manner
        .map(|manner| Verb { form, manner })
        .or_else(|| lemma(word, "").map(|manner| Verb { form: Form::Base, manner }))
}

/// "quipp" → "quip".
fn undoubled(stem: &str) -> Option<&str> {
    match stem.as_bytes() {
        [.., a, b] if a == b => Some(&stem[..stem.len() - 1]),
        _ => None,
    }
}

/// The manner of the verb whose lemma is `stem` followed by `tail`.
fn lemma(stem: &str, tail: &str) -> Option<Manner> {
    let letters = || stem.bytes().map(|b| b.to_ascii_lowercase()).chain(tail.bytes());
    if !LEMMAS.may_have(letters()) {
        return None;
    }
    let known = |list: &[&str]| list.binary_search_by(|entry| entry.bytes().cmp(letters())).is_ok();
    if known(SPEECH) {
        Some(Manner::Speech)
    } else if known(OTHER) {
        Some(Manner::Other)
    } else {
        None
    }
}

/// Nearly all words are told from reporting verbs by it.
static LEMMAS: LazyLock<Filter> = LazyLock::new(|| Filter::new(SPEECH.iter().chain(OTHER).map(|lemma| lemma.bytes())));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!(SPEECH.is_sorted() && OTHER.is_sorted());
    }

    #[test]
    fn forms_are_read() {
        for (word, form) in [
            ("say", Form::Base),
            ("says", Form::Present),
            ("Said", Form::Past),
            ("saying", Form::Gerund),
            ("quipped", Form::Past),
            ("replies", Form::Present),
            ("denied", Form::Past),
            ("arguing", Form::Gerund),
            ("confesses", Form::Present),
            ("press", Form::Base),
        ] {
            assert_eq!(reporting_verb(word), Some(Verb { form, manner: Manner::Speech }), "{word}");
        }
        assert_eq!(reporting_verb("hopes").map(|v| v.manner), Some(Manner::Other));
        assert_eq!(reporting_verb("table"), None);
    }
}
