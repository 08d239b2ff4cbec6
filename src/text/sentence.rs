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
/// (“Why?” he asked) goes on in small letters and so stays with it.
pub(super) fn sentences(text: &str, tokens: &[Token], paragraph: Range<usize>) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = paragraph.start;
    let mut i = paragraph.start;
    while i < paragraph.end {
        if !ends_sentence(text, tokens[i]) {
            i += 1;
            continue;
        }
        let mut end = i + 1;
        while end < paragraph.end && (is_closer(text, tokens, end) || is_terminal(tokens[end].span.of(text))) {
            end += 1;
        }
        if end < paragraph.end && begins_sentence(text, tokens, end) {
            out.push(start..end);
            start = end;
        }
        i = end;
    }
    if start < paragraph.end {
        out.push(start..paragraph.end);
    }
    out
}

fn is_terminal(word: &str) -> bool {
    matches!(word, "." | "!" | "?" | "…" | "‽" | "。" | "！" | "？" | "۔" | "؟")
}

/// Whether a sentence may end with this token. Of the abbreviations, only those that often close one.
fn ends_sentence(text: &str, token: Token) -> bool {
    let word = token.span.of(text);
    match token.kind {
        TokenKind::Mark => is_terminal(word),
        _ => matches!(
            word.to_lowercase().as_str(),
            "inc."
                | "corp."
                | "co."
                | "ltd."
                | "etc."
                | "jr."
                | "sr."
                | "a.m."
                | "p.m."
                | "u.s."
                | "u.k."
                | "u.n."
                | "d.c."
                | "e.u."
        ),
    }
}

/// A mark that closes what came before: attached on its left.
fn is_closer(text: &str, tokens: &[Token], i: usize) -> bool {
    let attached = tokens[i - 1].span.end == tokens[i].span.start;
    let spaced_after = tokens.get(i + 1).is_none_or(|next| next.span.start > tokens[i].span.end);
    match tokens[i].span.of(text) {
        "”" | "’" | "»" | ")" | "]" => attached,
        "\"" | "'" | "“" | "«" => {
            attached && (spaced_after || matches!(tokens[i + 1].span.of(text), "\"" | "'" | "”" | "’" | ")"))
        }
        _ => false,
    }
}

/// Whether the token can be the first of a sentence: a capital, a digit, or an opening mark before one.
fn begins_sentence(text: &str, tokens: &[Token], mut i: usize) -> bool {
    // Right after an abbreviation, only a function word or an opening mark is sign enough.
    let after_abbreviation = tokens[i - 1].kind != TokenKind::Mark;
    if after_abbreviation {
        let word = tokens[i].span.of(text);
        return matches!(
            word,
            "The"
                | "A"
                | "An"
                | "In"
                | "On"
                | "At"
                | "He"
                | "She"
                | "They"
                | "It"
                | "We"
                | "I"
                | "But"
                | "And"
                | "This"
                | "That"
                | "These"
                | "Those"
                | "For"
                | "As"
                | "When"
                | "While"
                | "After"
                | "Before"
                | "However"
                | "“"
        );
    }
    while i < tokens.len() && tokens[i].kind == TokenKind::Mark {
        match tokens[i].span.of(text) {
            "“" | "‘" | "\"" | "'" | "(" | "[" | "«" | "„" | "—" | "–" | "-" | "•" | "*" | "¿" | "¡" | "$" | "€"
            | "£" | "#" | "@" | "…" => i += 1,
            _ => return false,
        }
    }
    tokens.get(i).is_some_and(|t| {
        t.kind == TokenKind::Number || t.span.of(text).chars().next().is_some_and(|c| !c.is_lowercase())
    })
}
