//! From bytes to UTF-16 code units, in one pass for the whole article.

use super::Span;
use crate::document::Utf16Span;

/// Maps byte offsets of one text to UTF-16 offsets in constant time each.
///
/// A checkpoint every [`STEP`] bytes holds the count up to there; what lies between is counted on
/// demand. ASCII text needs no table at all.
#[derive(Debug)]
pub struct Utf16Offsets<'a> {
    text: &'a str,
    /// UTF-16 length of `text[..n * STEP]`, rounded down to a character boundary; empty for ASCII.
    checkpoints: Vec<u32>,
}

/// Bytes between two checkpoints.
const STEP: usize = 64;

impl<'a> Utf16Offsets<'a> {
    /// Reads the text once.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let mut checkpoints = Vec::new();
        if !text.is_ascii() {
            checkpoints.reserve(text.len() / STEP + 1);
            let mut units = 0;
            for (byte, c) in text.char_indices() {
                while checkpoints.len() * STEP <= byte {
                    checkpoints.push(units);
                }
                units += c.len_utf16() as u32;
            }
        }
        Self { text, checkpoints }
    }

    /// The UTF-16 offset of a byte offset. An offset inside a character counts as its start, one past
    /// the end as the end.
    #[must_use]
    pub fn at(&self, byte: u32) -> u32 {
        let byte = (byte as usize).min(self.text.len());
        if self.checkpoints.is_empty() {
            return byte as u32;
        }
        let n = (byte / STEP).min(self.checkpoints.len() - 1);
        // The checkpoint counts whole characters that begin before n * STEP; the first that begins
        // at or after it is where counting goes on.
        let mut from = n * STEP;
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        let mut to = byte;
        while !self.text.is_char_boundary(to) {
            to -= 1;
        }
        if to < from {
            // `byte` is inside the character that straddles the checkpoint.
            return self.checkpoints[n] - self.text[to..].chars().next().map_or(0, |c| c.len_utf16() as u32);
        }
        self.checkpoints[n] + self.text[from..to].chars().map(|c| c.len_utf16() as u32).sum::<u32>()
    }

    /// A byte span in UTF-16 code units.
    #[must_use]
    pub fn span(&self, span: Span) -> Utf16Span {
        [self.at(span.start), self.at(span.end)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slow(text: &str, byte: usize) -> u32 {
        text[..byte].encode_utf16().count() as u32
    }

    #[test]
    fn agrees_with_counting() {
        for piece in ["abc", "naïve “quote” ", "👩‍👩‍👧 e\u{301} 𝒳", "שלום عربى ", "\u{FFFD}"]
        {
            let text = piece.repeat(40);
            let map = Utf16Offsets::new(&text);
            for byte in (0..=text.len()).filter(|&b| text.is_char_boundary(b)) {
                assert_eq!(map.at(byte as u32), slow(&text, byte), "{piece:?} at {byte}");
            }
        }
    }

    #[test]
    fn tolerates_offsets_off_the_boundaries() {
        let text = "😀".repeat(40);
        let map = Utf16Offsets::new(&text);
        for byte in 0..text.len() + 10 {
            let floor = (byte.min(text.len()) / 4) * 4;
            assert_eq!(map.at(byte as u32), slow(&text, floor));
        }
    }
}
