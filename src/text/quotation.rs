//! Quotation marks, paired.
//!
//! Newspapers print “ ”, " ", ‘ ’, « », „ “ and the typewriter's `` and '', nest them, leave them open
//! at the end of a paragraph when the quotation runs on (with a new opening mark at the next), and
//! sometimes forget one. A single mark may also be an apostrophe.

use std::ops::Range;

use super::Span;
use super::marks::{Mark, Side, Style, marks};
use super::token::{Token, TokenKind};

/// What stands between two quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The opening mark, as a token index.
    pub open: usize,
    /// The closing mark, as a token index; `None` where it is missing or the quotation runs on.
    pub close: Option<usize>,
    /// From the opening mark to the closing one, both included, in tokens.
    pub tokens: Range<usize>,
    /// The same in bytes.
    pub span: Span,
    /// Between the marks, in bytes.
    pub inner: Span,
    /// 0 for the outermost.
    pub depth: u8,
    /// Index of the quotation, ending the paragraph before, that this one carries on.
    pub continues: Option<usize>,
}

/// How many marks may be open at once; deeper nesting is ignored.
const MAX_DEPTH: usize = 4;

/// Pairs the quotation marks of a text, in order of the opening mark. `sentences` are those of the text.
///
/// A quotation whose closing mark is missing runs on to the end of its paragraph if the next one begins
/// with an opening mark, as printers have it; else it ends before the reporting clause, or else with its
/// sentence, unless it began the paragraph.
pub(super) fn quotations(
    text: &str,
    tokens: &[Token],
    paragraphs: &[Range<usize>],
    sentences: &[Range<usize>],
) -> Vec<Quotation> {
    let mut pairing = Pairing { text, tokens, sentences, out: Vec::new(), open: Vec::new() };
    // The quotation that the paragraph before left open.
    let mut carried: Option<usize> = None;
    for paragraph in paragraphs {
        let marks = marks(text, tokens, paragraph.clone());
        let continues = carried
            .take()
            .filter(|_| marks.first().is_some_and(|m| m.token == paragraph.start && m.side != Side::Close));
        if let Some(n) = pairing.open.first().filter(|_| continues.is_none()).map(|&(n, _)| n) {
            pairing.end_unclosed(n);
        }
        pairing.open.clear();
        pairing.pair(&marks, paragraph, continues);
        carried = pairing.open.first().map(|&(n, _)| n);
    }
    if let Some(n) = carried {
        pairing.end_unclosed(n);
    }
    pairing.out
}

struct Pairing<'a> {
    text: &'a str,
    tokens: &'a [Token],
    sentences: &'a [Range<usize>],
    out: Vec<Quotation>,
    /// What is open in this paragraph: indices into `out`, outermost first.
    open: Vec<(usize, Style)>,
}

impl Pairing<'_> {
    fn pair(&mut self, marks: &[Mark], paragraph: &Range<usize>, continues: Option<usize>) {
        let paragraph_end = self.tokens[paragraph.end - 1].span.end;
        for (n, mark) in marks.iter().enumerate() {
            let opened = self.open.iter().rposition(|&(_, style)| style == mark.style);
            let side = match mark.side {
                Side::Either if opened.is_some() => Side::Close,
                Side::Either => Side::Open,
                side => side,
            };
            if side == Side::Close {
                // A closing mark ends its own kind; what was left open inside it never closed.
                if let Some(at) = opened {
                    let (quotation, _) = self.open[at];
                    self.open.truncate(at);
                    self.close(quotation, mark.token);
                }
                continue;
            }
            if let Some(at) = opened
                && !closes_twice(&marks[n + 1..], mark.style)
            {
                // No quotation holds another of its own kind: the one before was never closed.
                let (quotation, _) = self.open[at];
                self.open.truncate(at);
                self.end_before(quotation, mark.token);
            }
            if self.open.len() < MAX_DEPTH {
                self.open.push((self.out.len(), mark.style));
                self.out.push(Quotation {
                    open: mark.token,
                    close: None,
                    tokens: mark.token..paragraph.end,
                    span: Span::new(self.tokens[mark.token].span.start, paragraph_end),
                    inner: Span::new(self.tokens[mark.token].span.end, paragraph_end),
                    depth: (self.open.len() - 1) as u8,
                    continues: continues.filter(|_| n == 0),
                });
            }
        }
    }

    fn close(&mut self, quotation: usize, mark: usize) {
        let span = self.tokens[mark].span;
        let quotation = &mut self.out[quotation];
        quotation.close = Some(mark);
        quotation.tokens.end = mark + 1;
        quotation.inner.end = span.start.max(quotation.inner.start);
        quotation.span.end = span.end;
    }

    /// Ends an unclosed quotation after token `end - 1`.
    fn cut(&mut self, quotation: usize, end: usize) {
        let quotation = &mut self.out[quotation];
        let end = end.clamp(quotation.open + 1, quotation.tokens.end);
        let byte = self.tokens[end - 1].span.end;
        quotation.tokens.end = end;
        quotation.span.end = byte;
        quotation.inner.end = byte.max(quotation.inner.start);
    }

    /// Ends a quotation that another one of its kind follows at token `next` without a closing mark
    /// between: before the reporting clause, or with the last sentence.
    fn end_before(&mut self, quotation: usize, next: usize) {
        let open = self.out[quotation].open;
        let end = self.reporting_clause(open + 1..next).unwrap_or(next);
        self.cut(quotation, end);
    }

    /// Ends a quotation that nothing closes.
    fn end_unclosed(&mut self, quotation: usize) {
        let Quotation { open, ref tokens, .. } = self.out[quotation];
        let sentence = &self.sentences[self.sentences.partition_point(|s| s.end <= open)];
        let begins = open == sentence.start && (open == 0 || self.breaks_line(open));
        let end = match self.reporting_clause(open + 1..tokens.end) {
            Some(end) => end,
            None if begins => tokens.end,
            None => sentence.end,
        };
        self.cut(quotation, end);
    }

    fn breaks_line(&self, i: usize) -> bool {
        self.text[self.tokens[i - 1].span.end as usize..self.tokens[i].span.start as usize].contains('\n')
    }

    /// Where, after a comma or a question, a reporting clause begins: "…, she said", "…? said Lee".
    fn reporting_clause(&self, range: Range<usize>) -> Option<usize> {
        let word = |i: usize| self.tokens[i].span.of(self.text);
        (range.start + 1..range.end.min(range.start + CLAUSE_REACH)).find(|&i| {
            let begins = matches!(word(i - 1), "," | "?" | "!") && self.tokens[i].kind == TokenKind::Word;
            begins
                && (SAID.contains(&word(i))
                    || (i + 1..range.end.min(i + 4)).any(|j| SAID.contains(&word(j)))
                        && (word(i).starts_with(char::is_uppercase) || matches!(word(i), "he" | "she" | "they")))
        })
    }
}

/// How far, in tokens, a reporting clause is looked for in a quotation that nothing closes.
const CLAUSE_REACH: usize = 200;

/// The verbs that are evidence enough for the end of an unclosed quotation.
const SAID: &[&str] = &["said", "says", "told", "added", "wrote", "asked"];

/// Whether the next two marks of a style both close, as they do where one is nested in its own kind.
fn closes_twice(marks: &[Mark], style: Style) -> bool {
    let mut same = marks.iter().take(MAX_DEPTH * 2).filter(|m| m.style == style);
    same.next().is_some_and(|m| m.side == Side::Close) && same.next().is_some_and(|m| m.side == Side::Close)
}

#[cfg(test)]
mod tests {
    use crate::text::Text;

    fn quoted(text: &str) -> Vec<&str> {
        Text::new(text).quotations.iter().map(|q| q.inner.of(text)).collect()
    }

    #[test]
    fn every_style() {
        assert_eq!(quoted("“One,” she said. \"Two,\" he said. ‘Three,’ they said."), ["One,", "Two,", "Three,"]);
        assert_eq!(quoted("«Eins», „Zwei“ and ``Three'' too"), ["Eins", "Zwei", "Three"]);
    }

    #[test]
    fn apostrophes_are_told_apart() {
        assert_eq!(quoted("It’s the workers’ club of the ’90s; don't ask 'em."), Vec::<&str>::new());
        assert_eq!(quoted("“It’s the ‘club’s bar’,” he said."), ["It’s the ‘club’s bar’,", "club’s bar"]);
    }

    #[test]
    fn a_quotation_runs_on_over_paragraphs() {
        let text = Text::new("“First.\n\n“Second,” she said.");
        assert_eq!(text.quotations[1].continues, Some(0));
        assert_eq!(text.quotations[0].close, None);
    }

    #[test]
    fn marks_set_the_wrong_way_round() {
        assert_eq!(quoted("He said, ”It is over.“ Then he left."), ["It is over."]);
        assert_eq!(quoted("He said, ”It is over.” Then he left."), ["It is over."]);
    }

    #[test]
    fn feet_and_inches_are_no_quotations() {
        assert_eq!(quoted("At 6'2\" he is tall. \"Yes,\" he said."), ["Yes,"]);
        assert_eq!(quoted("\"I am 6'2\",\" he said."), ["I am 6'2\","]);
    }

    #[test]
    fn a_missing_closing_mark() {
        // Before the reporting clause,
        assert_eq!(quoted("“It is over, she said. Then she left."), ["It is over,"]);
        // else with the sentence,
        assert_eq!(quoted("He said: “It is over. Then he left."), ["It is over."]);
        // else with the paragraph that it begins,
        assert_eq!(quoted("“It is over. We lost.\n\nThen he left."), ["It is over. We lost."]);
        // else before the next one.
        assert_eq!(quoted("“It is over, she said. “We lost.” He left."), ["It is over,", "We lost."]);
    }

    #[test]
    fn nested_in_its_own_kind() {
        assert_eq!(quoted("“He said “no” to me.”"), ["He said “no” to me.", "no"]);
    }

    #[test]
    fn typewriter_marks() {
        assert_eq!(quoted("''I hate 'so,' '' she said. ``Why?'' he asked."), ["I hate 'so,' ", "so,", "Why?"]);
    }

    #[test]
    fn plural_possessives_within_single_marks() {
        assert_eq!(quoted("He joined ‘the workers’ club’ there."), ["the workers’ club"]);
    }

    #[test]
    fn many_marks_take_linear_time() {
        for mark in ["\"", "“", "'", "‘", "”"] {
            let _ = Text::new(&mark.repeat(100_000));
            let _ = Text::new(&format!("{mark}a ").repeat(50_000));
        }
    }
}
