//! The article's tokens with what the lexicon says of each.

use std::collections::HashSet;

use super::keys::{Key, KeyHasher, key};
use super::lexicon::{self, Class};
use crate::text::{Text, TokenKind};

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Begins small, or is no word.
    Lower,
    /// Begins with a capital.
    Capital,
    /// All capitals, two or more.
    Upper,
    /// "W.", "J.M."
    Initial,
}

/// One token.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Word {
    pub(super) key: Key,
    pub(super) class: Class,
    pub(super) shape: Shape,
    pub(super) kind: TokenKind,
    /// Inside quotation marks.
    pub(super) quoted: bool,
    /// First of its sentence, or first inside a quotation, or after a colon.
    pub(super) opens: bool,
    /// In a headline: capitals mean nothing there.
    pub(super) headline: bool,
    /// Index of its sentence.
    pub(super) sentence: u32,
    /// How many sentences up to here the article tells in its own words; one all in quotation marks does not
    /// take the reader away from whom it was speaking of.
    pub(super) told: u32,
}

impl Word {
    /// Whether the word is in any of these classes.
    pub(super) const fn is(&self, class: Class) -> bool {
        self.class.any(class)
    }

    /// Whether it begins with a capital letter.
    pub(super) fn capital(&self) -> bool {
        self.kind == TokenKind::Word && self.shape != Shape::Lower
    }
}

/// Reads every token once.
pub(super) fn read(text: &Text) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.tokens.len());
    let mut small = HashSet::<Key, KeyHasher>::default();
    for (number, sentence) in text.sentences.iter().enumerate() {
        for i in sentence.clone() {
            let token = text.tokens[i];
            let word = text.word(i);
            let shape = shape(word, token.kind);
            let (key, class) = match token.kind {
                TokenKind::Word => {
                    let key = key(word);
                    // "US" and "U.S." are no pronouns.
                    let country = shape == Shape::Upper && matches!(word, "US" | "U.S.");
                    (key, if country { Class::PLACE } else { lexicon::class(key) })
                }
                _ => (key(word), Class::default()),
            };
            if shape == Shape::Lower && token.kind == TokenKind::Word {
                small.insert(key);
            }
            let opens = i == sentence.start || matches!(text.word(i - 1), ":" | "—" | "–" | "•");
            let sentence = number as u32;
            words.push(Word {
                key,
                class,
                shape,
                kind: token.kind,
                quoted: false,
                opens,
                headline: false,
                sentence,
                told: 0,
            });
        }
    }
    for quotation in &text.quotations {
        let end = quotation.close.unwrap_or_else(|| text.tokens_in(quotation.span).end);
        let inside = &mut words[quotation.open + 1..end.max(quotation.open + 1)];
        inside.iter_mut().for_each(|w| w.quoted = true);
        if let Some(first) = inside.first_mut() {
            first.opens = true;
        }
    }
    let mut told = 0;
    for sentence in &text.sentences {
        let words = &mut words[sentence.clone()];
        told += u32::from(words.iter().any(|w| w.kind == TokenKind::Word && !w.quoted));
        words.iter_mut().for_each(|w| w.told = told);
    }
    for paragraph in &text.paragraphs {
        if is_headline(&words[paragraph.clone()], &small) {
            words[paragraph.clone()].iter_mut().for_each(|w| w.headline = true);
        }
    }
    let surnames = common_surnames(&words);
    let large: HashSet<Key, KeyHasher> =
        words.iter().filter(|w| w.shape == Shape::Capital && !w.opens && !w.headline).map(|w| w.key).collect();
    for (i, token) in text.tokens.iter().enumerate() {
        let next = words.get(i + 1).copied();
        let word = &mut words[i];
        if word.shape == Shape::Capital && surnames.contains(&word.key) {
            let past = text.tokens.get(i + 1).is_some_and(|t| t.span.of(text.source).ends_with("ed"));
            let subject = past
                || next.is_some_and(|n| {
                    n.kind != TokenKind::Word || n.is(Class::VERB) || n.capital() || n.key == key("and")
                });
            if !word.opens || subject {
                word.class = Class::default();
                continue;
            }
        }
        // "President Dubov", "Budget Committee": what follows shows that the capital is meant.
        let office = word.is(Class::TITLE.with(Class::ROLE).with(Class::INSTITUTION).with(Class::ORIGIN));
        let meant = next.is_some_and(|n| n.capital() && !n.opens && (office || n.is(Class::INSTITUTION)));
        if meant || !word.opens || !word.capital() || large.contains(&word.key) {
            continue;
        }
        // A word that the article also writes small is no name just because a sentence begins with it,
        // nor is one that looks like an adverb or a participle.
        let spelling = token.span.of(text.source);
        let formed = !word.is(Class::FIRST)
            && spelling.len() > 4
            && spelling != "United"
            && ["ing", "ly", "ed", "ists"].iter().any(|end| spelling.ends_with(end));
        let shouted = word.shape == Shape::Upper && spelling.len() > 6;
        if small.contains(&word.key) || formed || shouted {
            word.class = word.class.with(Class::COMMON);
        }
    }
    words
}

/// Surnames that are also other words: "Ms. May", "Paul Singer", "David Young".
fn common_surnames(words: &[Word]) -> HashSet<Key, KeyHasher> {
    let small = Class::DETERMINER.with(Class::PREPOSITION).with(Class::RELATIVE);
    let other = Class::COMMON
        .with(Class::DATE)
        .with(Class::ROLE)
        .with(Class::TITLE)
        .with(Class::KIN)
        .with(Class::GROUP)
        .with(Class::ORIGIN);
    let pairs = words.windows(3).filter(|three| {
        let [before, word, next] = three else { return false };
        let courtesy = before.is(Class::TITLE) && before.is(Class::MALE.with(Class::FEMALE)) && !before.is(Class::ROLE);
        before.capital()
            && word.shape == Shape::Capital
            && !(word.is(small) || word.opens || word.headline || next.capital())
            && ((courtesy && word.class != Class::default()) || (before.is(Class::FIRST) && word.is(other)))
    });
    pairs.map(|three| three[1].key).collect()
}

fn shape(word: &str, kind: TokenKind) -> Shape {
    if kind != TokenKind::Word || !word.starts_with(char::is_uppercase) {
        return Shape::Lower;
    }
    let letters = word.chars().filter(|c| c.is_alphabetic());
    match (letters.clone().count(), letters.clone().all(char::is_uppercase)) {
        (1 | 2, true) if word.ends_with('.') && !matches!(word, "U.S." | "U.K." | "U.N." | "E.U.") => Shape::Initial,
        (1, _) => Shape::Capital,
        (_, true) => Shape::Upper,
        _ => Shape::Capital,
    }
}

/// Whether a paragraph is set with a capital on every word but the smallest, or in capitals throughout.
fn is_headline(paragraph: &[Word], small: &HashSet<Key, KeyHasher>) -> bool {
    let words = || paragraph.iter().filter(|w| w.kind == TokenKind::Word);
    let count = words().count();
    if count < 4 {
        return false;
    }
    // "Lee Endorses Ray": no word of any length is written small.
    if count > 4 && words().all(Word::capital) {
        return true;
    }
    let capitals = words().filter(|w| w.capital()).count();
    let shouted = words().filter(|w| w.shape == Shape::Upper).count();
    // Common words in the middle of the sentence that have a capital all the same.
    let office = Class::TITLE.with(Class::ROLE).with(Class::INSTITUTION).with(Class::ORIGIN).with(Class::PLACE);
    let raised = words().skip(1).filter(|w| {
        w.shape == Shape::Capital
            && (w.is(Class::VERB.with(Class::COMMON)) || small.contains(&w.key))
            && !w.opens
            && !w.is(office)
    });
    shouted * 10 >= count * 8 || (capitals * 10 >= count * 7 && raised.count() * 8 >= count)
}
