//! Paragraphs and sentences, as ranges of tokens.

use std::ops::Range;

use super::token::{Token, TokenKind};

/// Where each paragraph begins and ends, in tokens. A line end ends a paragraph.
pub(super) fn paragraphs(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for i in 1..tokens.len() {
        let gap = &text[tokens[i - 1].span.end as usize..tokens[i].span.start as usize];
        if gap.contains(['\n', '\r', '\u{2028}', '\u{2029}', '\u{0085}']) {
            out.push(start..i);
            start = i;
        }
    }
    if start < tokens.len() {
        out.push(start..tokens.len());
    }
    out
}

/// Cuts one paragraph into sentences.
///
/// A full stop, question or exclamation mark ends one, with the closing marks that hang on it, where
/// what follows begins like a sentence. A reporting clause after a quotation that ends in such a mark
/// (“Why?” he asked) goes on in small letters and so stays with it. An abbreviation ends one before a
/// function word with a capital ("… of Acme Inc. The firm …"), a bullet begins one.
pub(super) fn sentences(text: &str, tokens: &[Token], paragraph: Range<usize>) -> Vec<Range<usize>> {
    let reader = Reader { text, tokens };
    let mut out = Vec::new();
    let mut start = paragraph.start;
    let mut i = paragraph.start;
    while i < paragraph.end {
        let bullet = i > start && is_bullet(reader.word(i));
        let (next, ends) = match reader.ending(i) {
            _ if bullet => (i, true),
            None => (i + 1, false),
            Some(Ending::Abbreviation) => (i + 1, i + 1 < paragraph.end && reader.begins_surely(i + 1)),
            Some(Ending::Stop) => {
                let mut next = i + 1;
                while next < paragraph.end && (reader.is_closer(next) || is_terminal(reader.word(next))) {
                    next += 1;
                }
                (next, next < paragraph.end && reader.begins_sentence(next))
            }
        };
        if ends {
            out.push(start..next);
            start = next;
        }
        i = next.max(i + usize::from(bullet));
    }
    if start < paragraph.end {
        out.push(start..paragraph.end);
    }
    out
}

/// Marks that end a sentence.
fn is_terminal(word: &str) -> bool {
    matches!(word, "." | "!" | "?" | "…" | "..." | "...." | "‽" | "。" | "！" | "？" | "۔" | "؟")
}

fn is_bullet(word: &str) -> bool {
    matches!(word, "•" | "▪" | "●" | "■" | "‣" | "◦")
}

/// Words that a sentence begins with and a name does not.
const OPENERS: &[&str] = &[
    "A",
    "After",
    "Also",
    "An",
    "And",
    "As",
    "At",
    "Before",
    "But",
    "For",
    "He",
    "Her",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "It",
    "Its",
    "Meanwhile",
    "On",
    "Or",
    "Our",
    "She",
    "So",
    "Some",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "We",
    "What",
    "When",
    "While",
    "Who",
    "With",
    "You",
];

enum Ending {
    /// A mark that ends sentences.
    Stop,
    /// An abbreviation with its stop, which may.
    Abbreviation,
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl Reader<'_> {
    fn word(&self, i: usize) -> &str {
        self.tokens[i].span.of(self.text)
    }

    fn ending(&self, i: usize) -> Option<Ending> {
        let word = self.word(i);
        match self.tokens[i].kind {
            TokenKind::Mark => is_terminal(word).then_some(Ending::Stop),
            _ => word.ends_with('.').then_some(Ending::Abbreviation),
        }
    }

    /// A mark that closes what came before: attached on its left.
    fn is_closer(&self, i: usize) -> bool {
        let attached = self.tokens[i - 1].span.end == self.tokens[i].span.start;
        match self.word(i) {
            "”" | "’" | "»" | ")" | "]" | "」" | "』" => attached,
            "\"" | "'" | "''" | "“" | "«" => {
                attached
                    && self.tokens.get(i + 1).is_none_or(|next| {
                        next.span.start > self.tokens[i].span.end
                            || matches!(self.word(i + 1), "\"" | "'" | "''" | "”" | "’" | ")")
                    })
            }
            _ => false,
        }
    }

    /// Whether a sentence can begin at token `i`: a capital, a digit, or an opening mark before one.
    fn begins_sentence(&self, i: usize) -> bool {
        for (j, token) in self.tokens.iter().enumerate().skip(i).take(OPENING_MARKS) {
            if token.kind == TokenKind::Mark {
                match self.word(j) {
                    "“" | "‘" | "\"" | "'" | "''" | "``" | "(" | "[" | "«" | "„" | "—" | "–" | "-" | "--" | "•"
                    | "*" | "¿" | "¡" | "$" | "€" | "£" | "#" | "…" | "..." | "「" | "『" => continue,
                    _ => return false,
                }
            }
            let first = self.word(j).chars().find(|&c| c != '@' && c != '#');
            return token.kind == TokenKind::Number || first.is_some_and(|c| !c.is_lowercase());
        }
        false
    }

    /// Whether what follows an abbreviation can only begin a sentence.
    fn begins_surely(&self, i: usize) -> bool {
        let word = self.word(i);
        matches!(word, "“" | "``") || OPENERS.binary_search(&word).is_ok() || self.after_hour(i)
    }

    /// "… at 5 p.m. Trump …", but "5 p.m. Tuesday", "5 p.m. ET".
    fn after_hour(&self, i: usize) -> bool {
        let word = self.word(i);
        matches!(self.word(i - 1), "a.m." | "p.m.")
            && word.starts_with(char::is_uppercase)
            && word.len() > 3
            && !word.ends_with("day")
            && !matches!(word, "Eastern" | "Central" | "Pacific" | "Mountain" | "Greenwich")
    }
}

/// How many marks a sentence may begin with.
const OPENING_MARKS: usize = 6;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    fn split(text: &str) -> Vec<&str> {
        let read = Text::new(text);
        read.sentences.iter().map(|s| read.span(s.clone()).of(text)).collect()
    }

    #[test]
    fn list_is_sorted() {
        assert!(OPENERS.is_sorted());
    }

    #[test]
    fn titles_and_initials() {
        assert_eq!(
            split("Mr. George W. Bush met Sen. Lee. They left."),
            ["Mr. George W. Bush met Sen. Lee.", "They left."]
        );
    }

    #[test]
    fn abbreviations_at_the_end() {
        assert_eq!(
            split("He runs Acme Inc. The firm is in the U.S. Senate race."),
            ["He runs Acme Inc.", "The firm is in the U.S. Senate race."]
        );
        assert_eq!(
            split("It began at 5 p.m. Tuesday. It ended at 6 p.m. Nobody came."),
            ["It began at 5 p.m. Tuesday.", "It ended at 6 p.m.", "Nobody came."]
        );
    }

    #[test]
    fn reporting_clauses_stay_with_their_question() {
        assert_eq!(split("“Why?” he asked. “Because.” She left."), ["“Why?” he asked.", "“Because.”", "She left."]);
        assert_eq!(split("''Why?'' he asked. ''Because.''"), ["''Why?'' he asked.", "''Because.''"]);
    }

    #[test]
    fn ellipses() {
        assert_eq!(split("I … I think so… We left. Well... no."), ["I …", "I think so…", "We left.", "Well... no."]);
    }

    #[test]
    fn bullets() {
        assert_eq!(split("We want: • peace • bread"), ["We want:", "• peace", "• bread"]);
    }

    #[test]
    fn missing_spaces() {
        assert_eq!(split("It is over.The end."), ["It is over.", "The end."]);
    }
}
