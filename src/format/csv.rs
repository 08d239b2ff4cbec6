//! Comma-separated values (RFC 4180), one record for each annotation.

use super::{Article, name_of, quoted::Quoted};
use crate::document::Utf16Span;

/// The header, to be written once before all records.
pub const HEADER: &str = "article,annotation,category,speaker,role,speaker_kind,words,cue,manner,\
contest,challenger,evidence,counter,spans,confidence\r\n";

/// The records of one article. Spans are `start-end` in UTF-16 code units, joined by `;`.
///
/// A field that a spreadsheet would take for a formula is kept from it by an apostrophe in front
/// (OWASP, "CSV Injection").
#[must_use]
pub fn csv(article: &Article) -> String {
    let quoted = Quoted::new(article.text);
    let words = |span: Option<Utf16Span>| span.map(|span| quoted.span(span).to_owned()).unwrap_or_default();
    let mut out = String::new();
    for annotation in &article.document.annotations {
        let speaker = article.speaker_of(annotation);
        let contest = annotation.contest.as_ref();
        let spans: Vec<String> = annotation.spans.iter().map(|[start, end]| format!("{start}-{end}")).collect();
        let fields = [
            article.id.to_owned(),
            annotation.id.to_string(),
            name_of(annotation.category),
            speaker.map(|s| s.name.clone()).unwrap_or_default(),
            speaker.and_then(|s| s.role.clone()).unwrap_or_default(),
            speaker.map(|s| name_of(s.kind)).unwrap_or_default(),
            quoted.line(&annotation.spans),
            words(annotation.cue),
            annotation.manner.map(name_of).unwrap_or_default(),
            contest.map(|c| name_of(c.kind)).unwrap_or_default(),
            contest.and_then(|c| c.challenger.as_ref()).map(|c| c.name.clone()).unwrap_or_default(),
            words(contest.and_then(|c| c.evidence)),
            contest.and_then(|c| c.counter).map(|id| id.to_string()).unwrap_or_default(),
            spans.join(";"),
            hundredths(annotation.confidence),
        ];
        out.push_str(&fields.map(|field| escape(&field)).join(","));
        out.push_str("\r\n");
    }
    out
}

/// A share between 0 and 1 with two decimals; by whole numbers, so that the WebAssembly module need not bring the
/// standard library's way of writing floating-point numbers along for this one field.
fn hundredths(share: f32) -> String {
    let hundredths = (share * 100.0).round() as u32;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

fn escape(field: &str) -> String {
    let guard = if field.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    if guard.is_empty() && !field.contains([',', '"', '\n', '\r']) {
        return field.to_owned();
    }
    format!("\"{guard}{}\"", field.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::{escape, hundredths};

    #[test]
    fn shares_have_two_decimals() {
        assert_eq!([0.0, 0.046, 0.9, 0.995, 1.0].map(hundredths), ["0.00", "0.05", "0.90", "1.00", "1.00"]);
    }

    #[test]
    fn fields_are_quoted_where_they_must_be() {
        assert_eq!(escape("plain"), "plain");
        assert_eq!(escape("a,b"), "\"a,b\"");
        assert_eq!(escape("say \"yes\"\nnow"), "\"say \"\"yes\"\"\nnow\"");
    }

    #[test]
    fn formulas_are_kept_from_spreadsheets() {
        for field in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"] {
            assert_eq!(escape(field), format!("\"'{field}\""));
        }
    }
}
