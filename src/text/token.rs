//! Words, numbers and marks.
//!
//! The cut follows the Penn Treebank in what matters to attribution: the possessive `'s` is a token of
//! its own ("Russia" + "'s"), contractions of "not" and hyphenated words stay whole, abbreviations keep
//! their full stops ("U.S.", "Mr."). What is typed in one piece on the net (addresses, @names, #tags)
//! stays in one piece, and so do marks composed of equal characters: `''`, `--`, `...`.

use super::Span;
use super::abbreviation::is_abbreviation;

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
    /// Begins with a letter, or is a web address, an @name or a #tag.
    Word,
    /// Begins with a digit.
    Number,
    /// The possessive `'s`, or the bare apostrophe of a plural possessive.
    Possessive,
    /// A mark or symbol. Marks composed of equal characters (`--`, `...`, `''`) and emoji sequences are
    /// one.
    Mark,
}

/// How far ahead, in characters, the partner of an open single mark is looked for before an apostrophe
/// is taken for a plural possessive.
const POSSESSIVE_REACH: usize = 160;

/// Top-level domains that news articles print without a protocol.
const DOMAINS: &[&str] =
    &["com", "org", "net", "gov", "edu", "co", "uk", "eu", "de", "fr", "io", "info", "tv", "me", "ly"];

/// Characters that stand for an apostrophe.
pub(crate) const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{02BC}' | '\u{FF07}')
}

const fn is_joiner(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// A letter, a digit, or a combining mark on one.
fn is_word_char(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() || c == '_' } else { c.is_alphanumeric() || continues_word(c) }
}

/// Combining marks, the soft hyphen, and the zero-width joiners of Persian and Indic scripts.
const fn continues_word(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{00AD}' | '\u{200C}' | '\u{200D}')
}

/// Cuts the text into tokens, in order; white space belongs to none.
#[must_use]
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut cutter = Cutter { text, at: 0, single_open: false };
    while let Some(token) = cutter.next_token() {
        tokens.push(token);
    }
    tokens
}

struct Cutter<'a> {
    text: &'a str,
    /// Where the next token begins, in bytes.
    at: usize,
    /// Whether a single quotation mark may be open, so that an apostrophe may be its partner.
    single_open: bool,
}

impl Cutter<'_> {
    fn next_token(&mut self) -> Option<Token> {
        let c = loop {
            let c = self.char_at(self.at)?;
            if c == '\n' {
                self.single_open = false;
            }
            if !(c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}')) {
                break c;
            }
            self.at += c.len_utf8();
        };
        let start = self.at;
        let (end, kind) = if is_word_char(c) {
            let end = self.address_end().unwrap_or_else(|| self.word_end(start + c.len_utf8()));
            (end, if c.is_numeric() { TokenKind::Number } else { TokenKind::Word })
        } else if is_apostrophe(c) {
            self.apostrophe(c)
        } else if matches!(c, '@' | '#') && self.char_at(start + 1).is_some_and(char::is_alphabetic) {
            (self.word_end(start + 1), TokenKind::Word)
        } else {
            (self.mark_end(c), TokenKind::Mark)
        };
        self.single_open |= c == '‘';
        self.at = end;
        Some(Token { span: Span::new(start as u32, end as u32), kind })
    }

    fn char_at(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at) {
            Some(&byte) if byte.is_ascii() => Some(char::from(byte)),
            Some(_) => self.text[at..].chars().next(),
            None => None,
        }
    }

    fn char_before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    /// The end of a web address that begins here.
    fn address_end(&self) -> Option<usize> {
        let rest = &self.text.as_bytes()[self.at..];
        let starts = |prefix: &[u8]| rest.len() > prefix.len() && rest[..prefix.len()].eq_ignore_ascii_case(prefix);
        if !(starts(b"http://") || starts(b"https://") || starts(b"www.")) {
            return None;
        }
        let ends = |b: &u8| b.is_ascii_whitespace() || b"\"<>()[]".contains(b) || !b.is_ascii();
        let length = rest.iter().position(ends).unwrap_or(rest.len());
        let trailing = rest[..length].iter().rev().take_while(|b| b".,;:!?'".contains(b)).count();
        Some(self.at + length - trailing)
    }

    /// Where the word that goes on at byte `at` ends.
    fn word_end(&self, mut at: usize) -> usize {
        // Where the part after the last hyphen begins.
        let mut part = self.at;
        loop {
            let Some(c) = self.char_at(at) else { return at };
            if is_word_char(c) {
                at += c.len_utf8();
                continue;
            }
            let after = at + c.len_utf8();
            let Some(next) = self.char_at(after).filter(|&next| is_word_char(next)) else {
                // The stop of an abbreviation belongs to it, and so does what is joined on: "U.S.-led".
                if c != '.' || !is_abbreviation(&self.text[part..at], &self.text.as_bytes()[after..]) {
                    return at;
                }
                // A joiner may take three bytes: the hyphen that does not break.
                let joiner = self.char_at(after).filter(|&c| is_joiner(c));
                let joined =
                    joiner.is_some_and(|j| self.char_at(after + j.len_utf8()).is_some_and(char::is_alphabetic));
                if !joined {
                    return after;
                }
                at = after;
                continue;
            };
            let before = self.text.as_bytes()[at - 1];
            match c {
                _ if is_joiner(c) => part = after,
                // "don't", "O'Neill", 6'2; but "Russia's" gives its possessive away.
                _ if is_apostrophe(c) && !self.is_possessive_s(at) => {}
                '.' | ',' if before.is_ascii_digit() && next.is_ascii_digit() => {}
                // Inside an abbreviation ("U.S.", "Ph.D.") or the name of a site ("example.org").
                '.' if next.is_alphabetic() && (self.is_abbreviated(part, at, after) || self.is_domain(after)) => {}
                '@' if next.is_ascii_alphanumeric() => {}
                '&' if before.is_ascii_uppercase() && next.is_uppercase() => {}
                _ => return at,
            }
            at = after;
        }
    }

    /// Whether the stop at byte `at` is one of several in an abbreviation: one or two letters before it,
    /// a single one after it.
    fn is_abbreviated(&self, part: usize, at: usize, after: usize) -> bool {
        let letters = self.text[part..at].bytes().rev().take(3).take_while(|&b| b != b'.').count();
        let single = self.char_at(after).is_some_and(|c| !self.char_at(after + c.len_utf8()).is_some_and(is_word_char));
        (1..=2).contains(&letters) && single
    }

    /// Whether a top-level domain stands at byte `at`.
    fn is_domain(&self, at: usize) -> bool {
        let rest = &self.text.as_bytes()[at..];
        DOMAINS.iter().any(|domain| {
            rest.starts_with(domain.as_bytes()) && !rest.get(domain.len()).is_some_and(u8::is_ascii_alphanumeric)
        })
    }

    /// Whether the apostrophe at byte `at` begins a possessive `'s` at the end of a word.
    fn is_possessive_s(&self, at: usize) -> bool {
        let mut ahead = self.text[at..].chars().skip(1);
        matches!(ahead.next(), Some('s' | 'S'))
            && !ahead.next().is_some_and(is_word_char)
            && self.char_before(at).is_some_and(is_word_char)
    }

    /// Reads an apostrophe that is not inside a word: a possessive, or a quotation mark.
    fn apostrophe(&mut self, c: char) -> (usize, TokenKind) {
        let (start, end) = (self.at, self.at + c.len_utf8());
        if self.is_possessive_s(start) {
            return (end + 1, TokenKind::Possessive);
        }
        let before = self.char_before(start);
        let next = self.char_at(end);
        if matches!(before, Some('s' | 'S' | 'x' | 'z'))
            && next == Some(' ')
            && self.char_at(end + 1).is_some_and(char::is_alphanumeric)
            && (!self.single_open || self.closes_later(end))
        {
            return (end, TokenKind::Possessive);
        }
        let attached = before.is_some_and(|b| !b.is_whitespace());
        if c == '\'' && next == Some('\'') {
            // Of three at the end of a quotation the first is the inner one.
            let three = self.text.as_bytes()[end..].iter().take(3).take_while(|&&b| b == b'\'').count() == 2;
            if !(attached && three) {
                return (end + 1, TokenKind::Mark);
            }
        }
        self.single_open = if attached { false } else { next.is_some_and(|n| !n.is_whitespace()) };
        (end, TokenKind::Mark)
    }

    /// Whether a single mark closes soon after byte `from`, before another one opens.
    fn closes_later(&self, from: usize) -> bool {
        let mut last = 's';
        let mut ahead = self.text[from..].chars().take(POSSESSIVE_REACH).peekable();
        while let Some(c) = ahead.next() {
            let next = ahead.peek().copied().unwrap_or(' ');
            match c {
                '\n' | '‘' => return false,
                '\'' if last == ' ' && is_word_char(next) => return false,
                '\'' | '’' if !last.is_whitespace() && !is_word_char(next) => return true,
                _ => last = c,
            }
        }
        false
    }

    /// The end of a mark: one character, a run of equal ones that means one thing, or an emoji sequence.
    fn mark_end(&self, c: char) -> usize {
        let mut end = self.at + c.len_utf8();
        match c {
            '-' | '.' => {
                while self.char_at(end) == Some(c) {
                    end += 1;
                }
            }
            '`' if self.char_at(end) == Some(c) => end += 1,
            _ if !c.is_ascii() => {
                while let Some(next) = self.char_at(end) {
                    match next {
                        '\u{FE0F}' | '\u{20E3}' | '\u{1F3FB}'..='\u{1F3FF}' => end += next.len_utf8(),
                        '\u{200D}' => {
                            end += next.len_utf8();
                            let joined = self.char_at(end).filter(|j| !j.is_alphanumeric() && !j.is_whitespace());
                            end += joined.map_or(0, char::len_utf8);
                        }
                        _ => break,
                    }
                }
            }
            _ => {}
        }
        end
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
    fn a_hyphen_that_does_not_break_joins_too() {
        assert_eq!(words("the U.S.\u{2011}led force"), ["the", "U.S.\u{2011}led", "force"]);
        assert_eq!(words("A.\u{2010}"), ["A.", "\u{2010}"]);
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
    fn joined_abbreviations() {
        assert_eq!(
            words("the U.S.-led force, Rep. Lee (D-Calif.), Ph.D."),
            ["the", "U.S.-led", "force", ",", "Rep.", "Lee", "(", "D-Calif.", ")", ",", "Ph.D."]
        );
    }

    #[test]
    fn abbreviations_that_are_words_need_a_capital() {
        assert_eq!(words("He was ill. She said no."), ["He", "was", "ill", ".", "She", "said", "no", "."]);
        assert_eq!(words("Peoria, Ill. and No. 5"), ["Peoria", ",", "Ill.", "and", "No.", "5"]);
    }

    #[test]
    fn a_missing_space_after_a_full_stop() {
        assert_eq!(words("It is.The end.Next"), ["It", "is", ".", "The", "end", ".", "Next"]);
    }

    #[test]
    fn what_is_typed_on_the_net() {
        assert_eq!(
            words("See https://example.org/a?b=c, mail me@example.co.uk or @ann_lee #vote."),
            ["See", "https://example.org/a?b=c", ",", "mail", "me@example.co.uk", "or", "@ann_lee", "#vote", "."]
        );
        assert_eq!(words("Read nytimes.com today."), ["Read", "nytimes.com", "today", "."]);
    }

    #[test]
    fn dashes_part_words() {
        assert_eq!(words("word—word, word--word -- so"), ["word", "—", "word", ",", "word", "--", "word", "--", "so"]);
    }

    #[test]
    fn plural_possessives() {
        let kinds = |text: &str| tokenize(text).iter().filter(|t| t.kind == TokenKind::Possessive).count();
        assert_eq!(kinds("the workers’ club"), 1);
        assert_eq!(kinds("‘the workers’ club’ closed"), 1);
        assert_eq!(kinds("He said ‘yes’ and ‘no’ to it"), 0);
        assert_eq!(kinds("'the workers' club' closed"), 1);
    }

    #[test]
    fn doubled_single_marks() {
        assert_eq!(
            words("''I hate the term 'so,' '' she said"),
            ["''", "I", "hate", "the", "term", "'", "so", ",", "'", "''", "she", "said"]
        );
        assert_eq!(words("''He said 'No.'''"), ["''", "He", "said", "'", "No", ".", "'", "''"]);
    }

    #[test]
    fn emoji_sequences_stay_whole() {
        assert_eq!(words("ok 👩‍👩‍👧 👍🏽❤️ yes"), ["ok", "👩‍👩‍👧", "👍🏽", "❤️", "yes"]);
    }

    #[test]
    fn other_scripts() {
        assert_eq!(
            words("他说。שלום עולם، e\u{301}te\u{301}"),
            ["他说", "。", "שלום", "עולם", "،", "e\u{301}te\u{301}"]
        );
    }

    #[test]
    fn long_runs_take_linear_time() {
        assert_eq!(words(&"a".repeat(200_000)).len(), 1);
        assert_eq!(words(&"'".repeat(200_000)).len(), 100_000);
        words(&"a.".repeat(100_000));
    }
}
