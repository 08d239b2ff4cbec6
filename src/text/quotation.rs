//! Quotation marks, paired.
//!
//! Newspapers print “ ”, " ", ‘ ’, « », „ “ and the typewriter's `` and '', nest them, leave them open
//! at the end of a paragraph when the quotation runs on (with a new opening mark at the next), and
//! sometimes forget one. A single mark may also be an apostrophe.

use std::ops::Range;

use super::Span;
use super::token::{Token, TokenKind};

/// What stands between two quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The opening mark, as a token index.
    pub open: usize,
    /// The closing mark, as a token index; `None` where it is missing or the quotation runs on.
    pub close: Option<usize>,
    /// From the opening mark to the closing one, both included, in tokens; the typewriter's doubled marks
    /// are two tokens each.
    pub tokens: Range<usize>,
    /// The same in bytes.
    pub span: Span,
    /// Between the marks.
    pub inner: Span,
    /// 0 for the outermost.
    pub depth: u8,
    /// Index of the quotation, ending the paragraph before, that this one carries on.
    pub continues: Option<usize>,
}

/// How a mark pairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Double,
    Single,
    Guillemet,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Open,
    Close,
}

/// How many marks may be open at once; deeper nesting is ignored.
const MAX_DEPTH: usize = 4;

/// How far ahead, in tokens, a straight single mark may find its partner.
const REACH: usize = 60;

/// Pairs the quotation marks of a text, in order of the opening mark. One whose closing mark is missing
/// goes on to the end of its paragraph.
pub(super) fn quotations(text: &str, tokens: &[Token], paragraphs: &[Range<usize>]) -> Vec<Quotation> {
    let mut out: Vec<Quotation> = Vec::new();
    // The quotation that the paragraph before left open.
    let mut carried: Option<usize> = None;
    for paragraph in paragraphs {
        let marks = Marks { text, tokens, paragraph };
        let paragraph_end = tokens[paragraph.end - 1].span.end;
        let mut open: Vec<(usize, Style)> = Vec::new();
        let mut i = paragraph.start;
        while i < paragraph.end {
            let Some(mark) = marks.classify(i, &open) else {
                i += 1;
                continue;
            };
            let last = i + mark.width - 1;
            match mark.side {
                Side::Open if open.len() < MAX_DEPTH => {
                    open.push((out.len(), mark.style));
                    out.push(Quotation {
                        open: last,
                        close: None,
                        tokens: i..paragraph.end,
                        span: Span::new(tokens[i].span.start, paragraph_end),
                        inner: Span::new(tokens[last].span.end, paragraph_end),
                        depth: (open.len() - 1) as u8,
                        continues: carried.filter(|_| i == paragraph.start),
                    });
                }
                Side::Open => {}
                Side::Close => {
                    // A closing mark ends its own kind; what was left open inside it never closed.
                    if let Some(at) = open.iter().rposition(|&(_, style)| style == mark.style) {
                        let (n, _) = open[at];
                        open.truncate(at);
                        out[n].close = Some(i);
                        out[n].tokens.end = last + 1;
                        out[n].inner.end = tokens[i].span.start;
                        out[n].span.end = tokens[last].span.end;
                    }
                }
            }
            i += mark.width;
        }
        carried = open.first().map(|&(n, _)| n);
    }
    out
}

/// A quotation mark as read.
struct Mark {
    style: Style,
    side: Side,
    /// In tokens: two for the typewriter's doubled marks.
    width: usize,
}

/// Reads the marks of one paragraph.
struct Marks<'a> {
    text: &'a str,
    tokens: &'a [Token],
    paragraph: &'a Range<usize>,
}

impl Marks<'_> {
    fn word(&self, i: usize) -> &str {
        self.tokens[i].span.of(self.text)
    }

    /// Reads the mark at token `i`, or `None` if it is no quotation mark.
    fn classify(&self, i: usize, open: &[(usize, Style)]) -> Option<Mark> {
        if self.tokens[i].kind != TokenKind::Mark {
            return None;
        }
        let is_open = |style: Style| open.iter().any(|&(_, s)| s == style);
        let mark = self.word(i);
        let doubled = self.touches_next(i) && self.word(i + 1) == mark;
        let (left, right) = (self.attached_left(i), self.attached_right(i));
        // Which way a mark faces where its shape does not say: away from the word it hangs on.
        let facing = |style: Style| match (left, right) {
            (false, true) => Side::Open,
            (true, false) => Side::Close,
            _ if is_open(style) => Side::Close,
            _ => Side::Open,
        };
        let one = |style, side| Some(Mark { style, side, width: 1 });
        match mark {
            // German closes with the mark that English opens with.
            "“" if is_open(Style::Double) && left && !right => one(Style::Double, Side::Close),
            "“" | "„" | "‟" => one(Style::Double, Side::Open),
            // Set the wrong way round by a careless editor.
            "”" if right && !left => one(Style::Double, Side::Open),
            "”" => one(Style::Double, Side::Close),
            "\"" | "＂" => one(Style::Double, facing(Style::Double)),
            "«" | "»" if left != right => one(Style::Guillemet, facing(Style::Guillemet)),
            "«" => one(Style::Guillemet, Side::Open),
            "»" => one(Style::Guillemet, Side::Close),
            "`" if doubled => Some(Mark { style: Style::Double, side: Side::Open, width: 2 }),
            "'" if doubled => Some(Mark { style: Style::Double, side: facing(Style::Double), width: 2 }),
            "‘" | "‚" | "‛" | "`" if self.closes_later(i) => one(Style::Single, Side::Open),
            "'" if right && !left && self.closes_later(i) => one(Style::Single, Side::Open),
            "'" | "’" if is_open(Style::Single) && left && !right => one(Style::Single, Side::Close),
            _ => None,
        }
    }

    /// Whether the single mark at `i` has a partner soon after; else it is an apostrophe (’90s, ’em).
    fn closes_later(&self, i: usize) -> bool {
        let end = self.paragraph.end.min(i + REACH);
        (i + 2..end).any(|j| {
            self.tokens[j].kind == TokenKind::Mark
                && matches!(self.word(j), "'" | "’")
                && self.attached_left(j)
                && !self.attached_right(j)
        })
    }

    fn touches_next(&self, i: usize) -> bool {
        i + 1 < self.paragraph.end && self.tokens[i].span.end == self.tokens[i + 1].span.start
    }

    /// Whether the mark hangs on what stands before it.
    fn attached_left(&self, i: usize) -> bool {
        i > self.paragraph.start
            && self.tokens[i - 1].span.end == self.tokens[i].span.start
            && !matches!(self.word(i - 1), "(" | "[" | "—" | "–" | "“" | "‘" | "«")
    }

    /// Whether the mark hangs on the words after it; a comma or stop after it does not count.
    fn attached_right(&self, i: usize) -> bool {
        self.touches_next(i)
            && !matches!(
                self.word(i + 1),
                "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "—" | "–" | "-" | "”" | "’" | "»" | "…"
            )
    }
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
    fn many_marks_take_linear_time() {
        for mark in ["\"", "“", "'", "‘", "”"] {
            let _ = Text::new(&mark.repeat(100_000));
            let _ = Text::new(&format!("{mark}a ").repeat(50_000));
        }
    }
}
