//! The article as it was, with its marks and their speakers, for a terminal or a plain file.

use super::{Article, name_of, quoted::Quoted};
use crate::document::{Annotation, Category};

/// The article with its marks in place and the speaker's name behind each.
///
/// In colour, exact words are yellow, reported speech with quoted words green, reported speech cyan and
/// contested claims red and underlined (ECMA-48 escape sequences). Without, marks stand in brackets, ⟦…⟧
/// for statements and ⟪…⟫ for contested claims. Control characters of the article itself are shown as
/// U+FFFD, so that no text can steer the terminal.
#[must_use]
pub fn text(article: &Article, colour: bool) -> String {
    let quoted = Quoted::new(article.text);
    let spans = in_bytes(article, &quoted);
    let mut cuts: Vec<usize> = spans.iter().flat_map(|&(start, end, ..)| [start, end]).collect();
    cuts.push(article.text.len());
    cuts.sort_unstable();
    cuts.dedup();
    let mut out = String::with_capacity(article.text.len() * 5 / 4);
    let mut at = 0;
    for cut in cuts {
        let open: Vec<&Annotation> = spans.iter().filter(|s| s.0 <= at && at < s.1).map(|s| s.2).collect();
        if colour && !open.is_empty() && at < cut {
            out.push_str(style(&open));
        }
        push_visible(&mut out, &article.text[at..cut]);
        if colour && !open.is_empty() && at < cut {
            out.push_str("\x1b[0m");
        }
        // What ends here, the inner first; then what begins here, the outer first.
        for &(.., annotation, last) in spans.iter().rev().filter(|s| s.1 == cut && s.0 < cut) {
            close(&mut out, article, annotation, last, colour);
        }
        if !colour {
            for &(.., annotation, _) in spans.iter().filter(|s| s.0 == cut) {
                out.push(brackets(annotation).0);
            }
        }
        at = cut;
    }
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out
}

/// Every span as start and end in bytes, its annotation, and whether it is the annotation's last; the
/// outer before the inner.
fn in_bytes<'a>(article: &Article<'a>, quoted: &Quoted) -> Vec<(usize, usize, &'a Annotation, bool)> {
    let mut spans: Vec<_> = article
        .document
        .annotations
        .iter()
        .flat_map(|a| a.spans.iter().enumerate().map(move |(i, s)| (s, a, i + 1 == a.spans.len())))
        .map(|(&[start, end], a, last)| (quoted.byte(start), quoted.byte(end), a, last))
        .filter(|(start, end, ..)| start < end)
        .collect();
    spans.sort_by_key(|&(start, end, annotation, _)| (start, std::cmp::Reverse(end), annotation.id));
    spans
}

fn style(open: &[&Annotation]) -> &'static str {
    let has = |category| open.iter().any(|a| a.category == category);
    if has(Category::Contested) {
        "\x1b[4;31m"
    } else if has(Category::Direct) {
        "\x1b[33m"
    } else if has(Category::Mixed) {
        "\x1b[32m"
    } else {
        "\x1b[36m"
    }
}

const fn brackets(annotation: &Annotation) -> (char, char) {
    match annotation.category {
        Category::Contested => ('⟪', '⟫'),
        _ => ('⟦', '⟧'),
    }
}

/// Writes what follows a mark: its closing bracket and, at the last span, whose it is or why it is marked.
fn close(out: &mut String, article: &Article, annotation: &Annotation, last: bool, colour: bool) {
    if !colour {
        out.push(brackets(annotation).1);
    }
    if !last {
        return;
    }
    let name = article.speaker_of(annotation).map(|s| s.name.as_str());
    let label = match &annotation.contest {
        Some(contest) => Some(name_of(contest.kind)),
        None => name.map(str::to_owned),
    };
    let Some(label) = label else { return };
    let (before, after) = if colour { ("\x1b[1m", "\x1b[0m") } else { ("", "") };
    out.push_str(before);
    out.push('⟨');
    push_visible(out, &label);
    out.push('⟩');
    out.push_str(after);
}

/// Appends text without the control characters by which it could steer a terminal.
fn push_visible(out: &mut String, text: &str) {
    out.extend(text.chars().filter(|&c| c != '\r').map(|c| match c {
        '\n' | '\t' => c,
        _ if c.is_control() => char::REPLACEMENT_CHARACTER,
        _ => c,
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text_in: &str) -> String {
        text(&Article { id: "x", title: None, text: text_in, document: &crate::annotate(text_in) }, false)
    }

    #[test]
    fn marks_stand_in_the_text() {
        assert_eq!(plain("“It is safe,” said Ann Lee."), "⟦“It is safe,”⟧⟨Ann Lee⟩ said Ann Lee.\n");
    }

    #[test]
    fn an_interrupted_quotation_is_named_once() {
        let shown = plain("“It is safe,” said Ann Lee, “and it will stay safe.”");
        assert_eq!(shown.matches('⟦').count(), 2, "{shown}");
        assert_eq!(shown.matches('⟨').count(), 1, "{shown}");
    }

    #[test]
    fn no_text_steers_the_terminal() {
        assert!(!plain("a\x1b[31mb\x07").contains(['\x1b', '\x07']));
    }
}
