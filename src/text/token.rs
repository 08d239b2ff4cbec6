//! Words, numbers and marks.
//!
//! The cut follows the Penn Treebank in what matters to attribution: the possessive `'s` is a token of
//! its own ("Russia" + "'s"), contractions of "not" and hyphenated words stay whole, abbreviations keep
//! their full stops ("U.S.", "Mr.").

use super::Span;

/// The least piece of text that has a meaning of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Begins with a letter.
    Word,
    /// Begins with a digit.
    Number,
    /// The possessive `'s`, or the bare apostrophe of a plural possessive.
    Possessive,
    /// A single mark or symbol.
    Mark,
}

/// Abbreviations that keep their full stop and seldom end a sentence, lower case, without the stop:
/// titles, ranks, months, corporate forms and Latin, collected from the Chicago Manual of Style
/// (17th ed., ch. 10).
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "hon", "sen", "rep", "gov", "gen", "lt", "col", "maj", "capt",
    "cmdr", "adm", "sgt", "pvt", "cpl", "brig", "supt", "pres", "amb", "atty", "fr", "sr", "jr", "st", "mt", "ft",
    "ave", "blvd", "rd", "inc", "corp", "co", "ltd", "bros", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept",
    "sep", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun", "vs", "v", "no",
    "nos", "vol", "pp", "fig", "est", "approx", "dept", "univ", "assn", "etc", "e.g", "i.e", "cf", "al", "ala", "ariz",
    "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "md", "mass", "mich", "minn",
    "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "va", "vt", "wash", "wis", "wyo",
];

/// Whether `word`, given without its final full stop, is an abbreviation that keeps it.
pub(crate) fn is_abbreviation(word: &str) -> bool {
    let lower = word.to_lowercase();
    ABBREVIATIONS.contains(&lower.as_str())
        // A single capital is an initial: "George W. Bush".
        || (word.chars().count() == 1 && word.chars().all(char::is_uppercase))
        // Inner full stops: "U.S", "a.m", "Ph.D".
        || (word.contains('.') && word.split('.').all(|part| (1..=2).contains(&part.chars().count())))
}

/// Characters that stand for an apostrophe.
pub(crate) const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{02BC}' | '\u{FF07}')
}

const fn is_joiner(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// A letter, a digit, or a combining mark on one.
fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{0300}'..='\u{036F}' | '\u{00AD}' | '\u{200C}' | '\u{200D}' | '_')
}

/// Cuts the text into tokens, in order; white space belongs to none.
#[must_use]
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut rest = text.char_indices().peekable();
    while let Some((start, c)) = rest.next() {
        if c.is_whitespace() || c == '\u{FEFF}' || c == '\u{200B}' {
            continue;
        }
        let (end, kind) = if is_word_char(c) {
            let end = word_end(text, start + c.len_utf8());
            (end, if c.is_numeric() { TokenKind::Number } else { TokenKind::Word })
        } else if is_apostrophe(c) && is_possessive(text, start) {
            let s = text[start + c.len_utf8()..].chars().next().filter(|&s| s == 's' || s == 'S');
            (start + c.len_utf8() + s.map_or(0, char::len_utf8), TokenKind::Possessive)
        } else {
            (start + c.len_utf8(), TokenKind::Mark)
        };
        tokens.push(Token { span: Span::new(start as u32, end as u32), kind });
        while rest.next_if(|&(at, _)| at < end).is_some() {}
    }
    tokens
}

/// Where the word that goes on at byte `at` ends.
fn word_end(text: &str, mut at: usize) -> usize {
    let start = text[..at].char_indices().next_back().map_or(0, |(i, _)| i);
    loop {
        let mut ahead = text[at..].chars();
        let Some(c) = ahead.next() else { return at };
        let next = ahead.next();
        let joins = match c {
            _ if is_word_char(c) => true,
            _ if is_joiner(c) => next.is_some_and(is_word_char),
            // "don't", "O'Neill", but "Russia's" gives its possessive away.
            _ if is_apostrophe(c) => next.is_some_and(is_word_char) && !is_possessive(text, at),
            '.' | ',' => {
                let digits = next.is_some_and(|n| n.is_ascii_digit())
                    && text[..at].chars().next_back().is_some_and(|p| p.is_ascii_digit());
                // Inside an abbreviation: "U.S.", "a.m.", and inside a name: "example.org".
                digits || (c == '.' && next.is_some_and(char::is_alphabetic) && short_parts(&text[start..at]))
            }
            '&' => next.is_some_and(char::is_uppercase) && text[..at].ends_with(char::is_uppercase),
            _ => false,
        };
        if joins {
            at += c.len_utf8();
        } else if c == '.' && is_abbreviation(&text[start..at]) {
            return at + 1;
        } else {
            return at;
        }
    }
}

/// Whether every part between full stops is one or two letters, as in "U.S".
fn short_parts(word: &str) -> bool {
    // Only the last few bytes matter; a long word is no abbreviation.
    word.len() <= 12 && word.split('.').all(|p| p.chars().count() <= 2)
}

/// Whether the apostrophe at byte `at` begins a possessive: `'s` at the end of a word, or the bare
/// apostrophe behind a plural s.
fn is_possessive(text: &str, at: usize) -> bool {
    let Some(before) = text[..at].chars().next_back() else { return false };
    let mut ahead = text[at..].chars().skip(1);
    let (first, second) = (ahead.next(), ahead.next());
    match first {
        Some('s' | 'S') => is_word_char(before) && !second.is_some_and(is_word_char),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokenize(text).iter().map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn possessives_come_off_and_contractions_stay() {
        assert_eq!(
            words("Russia’s envoy doesn't know O'Neill"),
            ["Russia", "’s", "envoy", "doesn't", "know", "O'Neill"]
        );
    }

    #[test]
    fn abbreviations_keep_their_stop() {
        assert_eq!(
            words("Mr. Lee of the U.S. left at 5 p.m. today."),
            ["Mr.", "Lee", "of", "the", "U.S.", "left", "at", "5", "p.m.", "today", "."]
        );
    }

    #[test]
    fn numbers_and_hyphens() {
        assert_eq!(
            words("$1,234.50 for a well-known 3-year-old, AT&T"),
            ["$", "1,234.50", "for", "a", "well-known", "3-year-old", ",", "AT&T"]
        );
    }

    #[test]
    fn quotation_marks_stand_alone() {
        assert_eq!(words("“‘Yes,’ he said.”"), ["“", "‘", "Yes", ",", "’", "he", "said", ".", "”"]);
    }

    #[test]
    fn long_runs_take_linear_time() {
        assert_eq!(words(&"a".repeat(200_000)).len(), 1);
        assert_eq!(words(&"'".repeat(200_000)).len(), 200_000);
        words(&"a.".repeat(100_000));
    }
}
