//! From offsets in UTF-16 code units back to the words.

use crate::document::Utf16Span;

/// A text that can be cut by UTF-16 offsets.
pub(super) struct Quoted<'a> {
    text: &'a str,
    /// For each UTF-16 offset, one past the end included, its byte; `None` if they are the same.
    bytes: Option<Vec<u32>>,
}

impl<'a> Quoted<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let bytes = (!text.is_ascii()).then(|| {
            let starts = text.char_indices().flat_map(|(byte, c)| std::iter::repeat_n(byte as u32, c.len_utf16()));
            starts.chain([text.len() as u32]).collect()
        });
        Self { text, bytes }
    }

    /// The byte at a UTF-16 offset; an offset past the end counts as the end.
    pub(super) fn byte(&self, offset: u32) -> usize {
        match &self.bytes {
            None => (offset as usize).min(self.text.len()),
            Some(bytes) => bytes.get(offset as usize).map_or(self.text.len(), |&byte| byte as usize),
        }
    }

    /// The words of a span.
    pub(super) fn span(&self, [start, end]: Utf16Span) -> &'a str {
        self.text.get(self.byte(start)..self.byte(end)).unwrap_or_default()
    }

    /// The words of several spans as one line, with an ellipsis where they are interrupted.
    pub(super) fn line(&self, spans: &[Utf16Span]) -> String {
        let parts: Vec<String> =
            spans.iter().map(|&span| self.span(span).split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        parts.join(" … ")
    }
}

#[cfg(test)]
mod tests {
    use super::Quoted;

    #[test]
    fn cuts_by_utf16_offsets() {
        let quoted = Quoted::new("a😀é“b”");
        assert_eq!(quoted.span([1, 3]), "😀");
        assert_eq!(quoted.span([4, 7]), "“b”");
        assert_eq!(quoted.span([5, 99]), "b”");
        assert_eq!(Quoted::new("plain").span([1, 3]), "la");
    }

    #[test]
    fn a_line_has_no_line_ends() {
        assert_eq!(Quoted::new("“A\n b,” he said, “c.”").line(&[[0, 7], [17, 21]]), "“A b,” … “c.”");
    }
}
