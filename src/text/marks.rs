//! Quotation marks, read one by one: which kind each is, and which way it faces.

use std::ops::Range;

use super::token::{Token, TokenKind};

/// How a mark pairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Double,
    Single,
    Guillemet,
    Corner,
}

/// Which way a mark faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Open,
    Close,
    /// Neither its shape nor its neighbours tell.
    Either,
}

/// A quotation mark as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// Token index.
    pub(super) token: usize,
    pub(super) style: Style,
    pub(super) side: Side,
}

/// How far ahead, in tokens, a single mark may find its partner.
const REACH: usize = 60;

/// How many quotation marks may stand together.
const CLUSTER: usize = 4;

/// Reads the quotation marks of one paragraph, in order.
pub(super) fn marks(text: &str, tokens: &[Token], paragraph: Range<usize>) -> Vec<Mark> {
    let reader = Reader { text, tokens, paragraph: paragraph.clone() };
    paragraph.filter_map(|i| reader.read(i)).collect()
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    paragraph: Range<usize>,
}

impl Reader<'_> {
    fn word(&self, i: usize) -> &str {
        self.tokens[i].span.of(self.text)
    }

    /// Reads the mark at token `i`, or `None` if it is no quotation mark.
    fn read(&self, i: usize) -> Option<Mark> {
        if self.tokens[i].kind != TokenKind::Mark {
            return None;
        }
        let (left, right) = (self.attached_left(i), self.attached_right(i));
        // The words that a mark hangs on tell more than its shape, which a careless editor sets wrong.
        let facing = match (left, right) {
            (false, true) => Side::Open,
            (true, false) => Side::Close,
            _ => Side::Either,
        };
        let (style, side) = match self.word(i) {
            "“" if facing == Side::Close => (Style::Double, Side::Either),
            "“" | "„" | "‟" => (Style::Double, Side::Open),
            "”" if facing == Side::Open => (Style::Double, Side::Open),
            "”" => (Style::Double, Side::Close),
            "\"" | "＂" if self.is_inch(i) => return None,
            "\"" | "＂" | "''" => (Style::Double, facing),
            "``" => (Style::Double, Side::Open),
            "«" if facing == Side::Either => (Style::Guillemet, Side::Open),
            "»" if facing == Side::Either => (Style::Guillemet, Side::Close),
            "«" | "»" => (Style::Guillemet, facing),
            "「" | "『" => (Style::Corner, Side::Open),
            "」" | "』" => (Style::Corner, Side::Close),
            "‘" | "‚" | "‛" | "`" if self.closes_later(i) => (Style::Single, Side::Open),
            "'" if facing == Side::Open && self.closes_later(i) => (Style::Single, Side::Open),
            "'" | "’" if facing == Side::Close => (Style::Single, Side::Close),
            _ => return None,
        };
        Some(Mark { token: i, style, side })
    }

    /// 6'2": a mark that hangs on feet.
    fn is_inch(&self, i: usize) -> bool {
        self.attached_left(i)
            && self.tokens[i - 1].kind == TokenKind::Number
            && self.word(i - 1).contains(['\'', '’', '′'])
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

    /// Whether the mark hangs on what stands before it, other marks between left out.
    fn attached_left(&self, i: usize) -> bool {
        for j in (self.paragraph.start.max(i.saturating_sub(CLUSTER))..i).rev() {
            if self.tokens[j].span.end != self.tokens[j + 1].span.start {
                return false;
            }
            match self.word(j) {
                "\"" | "''" | "'" | "’" | "”" => {}
                "(" | "[" | "—" | "–" | "―" | "--" | "“" | "‘" | "«" | "/" | "``" => return false,
                _ => return true,
            }
        }
        false
    }

    /// Whether the mark hangs on the words after it; a comma or stop after it does not count.
    fn attached_right(&self, i: usize) -> bool {
        for j in i + 1..self.paragraph.end.min(i + 1 + CLUSTER) {
            if self.tokens[j - 1].span.end != self.tokens[j].span.start {
                return false;
            }
            match self.word(j) {
                "\"" | "''" | "'" | "‘" | "“" => {}
                "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "—" | "–" | "―" | "-" | "--" | "”" | "’" | "»"
                | "/" => {
                    return false;
                }
                _ => return true,
            }
        }
        false
    }
}
