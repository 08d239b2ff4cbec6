//! Nouns for offices and trades: which of them mean the same, and which take in others.

use super::keys::{Key, key};
use super::lexicon::Class;
use super::words::Word;

/// Titles that tell no role.
const COURTESY: &[&str] = &["Mr.", "Mrs.", "Ms.", "Miss", "Mr", "Mrs", "Ms", "Sir", "Lady", "Lord", "Dame", "Madame"];

/// Whether a title before a name tells no role, as it is written: "Lady Astor", not "first lady".
pub(super) fn is_courtesy_title(title: &str) -> bool {
    COURTESY.contains(&title)
}

/// Abbreviated titles and the nouns they stand for; near synonyms under one of them.
const SAME: &[(&str, &str)] = &[
    ("sen", "senator"),
    ("senators", "senator"),
    ("rep", "representative"),
    ("congressman", "representative"),
    ("congresswoman", "representative"),
    ("gov", "governor"),
    ("pres", "president"),
    ("prof", "professor"),
    ("gen", "general"),
    ("col", "colonel"),
    ("capt", "captain"),
    ("sgt", "sergeant"),
    ("lt", "lieutenant"),
    ("dr", "doctor"),
    ("physician", "doctor"),
    ("rev", "reverend"),
    ("attorney", "lawyer"),
    ("counsel", "lawyer"),
    ("adviser", "advisor"),
    ("spokesman", "spokesperson"),
    ("spokeswoman", "spokesperson"),
    ("chairman", "chair"),
    ("chairwoman", "chair"),
    ("chairperson", "chair"),
    ("frontrunner", "front-runner"),
    ("businesswoman", "businessman"),
    ("tycoon", "mogul"),
    ("magnate", "mogul"),
    ("writer", "author"),
    ("novelist", "author"),
    ("correspondent", "reporter"),
    ("journalist", "reporter"),
    ("premier", "minister"),
];

/// Broader nouns and what they take in.
const BROADER: &[(&str, &[&str])] = &[
    ("lawmaker", &["senator", "representative", "legislator", "councilman", "councilwoman", "assemblyman", "member"]),
    ("legislator", &["senator", "representative", "lawmaker"]),
    ("politician", &["senator", "representative", "governor", "mayor", "candidate", "president", "minister"]),
    ("candidate", &["nominee", "front-runner", "contender", "hopeful", "challenger", "incumbent"]),
    ("nominee", &["candidate", "front-runner"]),
    ("contender", &["candidate", "nominee", "front-runner"]),
    ("front-runner", &["candidate", "nominee"]),
    (
        "leader",
        &["president", "minister", "chancellor", "chair", "head", "governor", "king", "chief", "executive", "director"],
    ),
    ("chief", &["director", "head", "chair", "executive", "ceo", "commissioner", "sheriff", "superintendent"]),
    ("head", &["director", "chief", "chair", "president", "executive", "ceo"]),
    ("official", &["secretary", "director", "minister", "commissioner", "administrator", "deputy", "chief"]),
    ("executive", &["ceo", "president", "founder", "chief"]),
    ("ceo", &["executive", "chief"]),
    ("chair", &["head", "president"]),
    ("businessman", &["mogul", "billionaire", "executive", "entrepreneur", "developer", "investor"]),
    ("mogul", &["billionaire", "businessman", "entrepreneur", "developer"]),
    ("billionaire", &["mogul", "businessman", "investor", "entrepreneur"]),
    ("diplomat", &["ambassador", "envoy", "secretary"]),
    ("envoy", &["ambassador", "diplomat"]),
    ("academic", &["professor", "scholar", "lecturer", "historian", "economist"]),
    ("professor", &["scholar", "scientist", "historian", "economist"]),
    ("scientist", &["researcher", "professor", "epidemiologist", "virologist", "biologist", "physicist", "chemist"]),
    ("researcher", &["scientist", "professor", "fellow", "analyst"]),
    ("aide", &["advisor", "strategist", "manager", "assistant"]),
    ("advisor", &["strategist", "aide", "consultant"]),
    ("strategist", &["advisor", "consultant"]),
    ("prosecutor", &["lawyer"]),
    ("lawyer", &["prosecutor"]),
    ("clergyman", &["pastor", "priest", "bishop", "reverend"]),
    ("pastor", &["reverend", "minister"]),
    ("pontiff", &["pope"]),
    ("monarch", &["king", "queen"]),
    ("officer", &["sergeant", "captain", "lieutenant", "detective", "general", "colonel", "chief"]),
    ("commander", &["general", "colonel", "admiral"]),
    ("host", &["anchor", "moderator", "commentator", "broadcaster"]),
    ("anchor", &["host", "moderator"]),
    ("moderator", &["host", "anchor"]),
    ("columnist", &["author", "commentator", "reporter"]),
];

/// Whether a title tells no role.
pub(super) fn is_courtesy(title: Key) -> bool {
    COURTESY.iter().any(|courtesy| key(courtesy) == title)
}

/// The noun of a role with its abbreviations and near synonyms brought together, if the word is one.
pub(super) fn head(text: &str, word: &Word) -> Option<Key> {
    let role = Class::ROLE.with(Class::TITLE).with(Class::KIN);
    let (found, base) = if word.is(role) || is_trade(text) {
        (word.key, None)
    } else {
        // "ex-president", "co-director"
        let base = text.rsplit_once('-')?.1;
        let k = key(base);
        if !super::lexicon::class(k).any(role) {
            return None;
        }
        (k, Some(base))
    };
    let plain = base.unwrap_or(text).trim_end_matches('.');
    let same = SAME.iter().find(|(short, _)| short.eq_ignore_ascii_case(plain));
    Some(same.map_or(found, |(_, long)| key(long)))
}

/// A noun and the narrower ones that it takes in.
pub(super) fn nouns(noun: Key) -> impl Iterator<Item = Key> {
    let narrower = BROADER.iter().find(|(broad, _)| key(broad) == noun).map_or(&[][..], |(_, narrow)| narrow);
    std::iter::once(noun).chain(narrower.iter().map(|n| key(n)))
}

/// Whether somebody known by `heads` may be called `noun`: 2 for the same noun, 1 for a broader one.
pub(super) fn fits(noun: Key, heads: &[Key]) -> u8 {
    if heads.contains(&noun) {
        return 2;
    }
    let narrower = BROADER.iter().find(|(broad, _)| key(broad) == noun);
    u8::from(narrower.is_some_and(|(_, narrow)| narrow.iter().any(|n| heads.contains(&key(n)))))
}

/// Whether a word has the ending of a trade: "neurosurgeon", "criminologist".
fn is_trade(word: &str) -> bool {
    const ENDINGS: [&str; 5] = ["surgeon", "ologist", "ographer", "ician", "woman"];
    word.len() > 7 && word.starts_with(char::is_lowercase) && ENDINGS.iter().any(|end| word.ends_with(end))
}
