//! W3C Web Annotation Data Model (Recommendation, 23 February 2017), as JSON-LD.

use serde::Serialize;

use super::{Article, name_of, quoted::Quoted};
use crate::document::{Annotation, Utf16Span};

/// How many UTF-16 code units of the text around a quotation help to find it again.
const CONTEXT: u32 = 32;

/// The annotations of one article: an `AnnotationPage`.
///
/// Each target has a `TextQuoteSelector`, which finds the words again in another edition of the text,
/// and a `TextPositionSelector`. The latter counts UTF-16 code units, as browsers do.
#[derive(Debug, Serialize)]
pub struct Page {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    id: String,
    items: Vec<Item>,
}

#[derive(Debug, Serialize)]
struct Item {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    body: Vec<Body>,
    target: Vec<Target>,
}

#[derive(Debug, Serialize)]
struct Body {
    #[serde(rename = "type")]
    kind: &'static str,
    value: String,
    purpose: &'static str,
}

#[derive(Debug, Serialize)]
struct Target {
    source: String,
    selector: (QuoteSelector, PositionSelector),
}

#[derive(Debug, Serialize)]
struct QuoteSelector {
    #[serde(rename = "type")]
    kind: &'static str,
    exact: String,
    prefix: String,
    suffix: String,
}

#[derive(Debug, Serialize)]
struct PositionSelector {
    #[serde(rename = "type")]
    kind: &'static str,
    start: u32,
    end: u32,
}

impl Page {
    /// The annotations of `article`, whose id becomes the source of every target.
    #[must_use]
    pub fn new(article: &Article) -> Self {
        let quoted = Quoted::new(article.text);
        let source = iri(article.id);
        Self {
            context: "http://www.w3.org/ns/anno.jsonld",
            kind: "AnnotationPage",
            id: format!("{source}#sayso"),
            items: article.document.annotations.iter().map(|a| item(article, a, &quoted, &source)).collect(),
        }
    }
}

fn item(article: &Article, annotation: &Annotation, quoted: &Quoted, source: &str) -> Item {
    let mut body = vec![tag(name_of(annotation.category))];
    body.extend(annotation.contest.as_ref().map(|contest| tag(name_of(contest.kind))));
    body.extend(article.speaker_of(annotation).map(|speaker| Body {
        kind: "TextualBody",
        value: speaker.name.clone(),
        purpose: "identifying",
    }));
    Item {
        id: format!("{source}#sayso-{}", annotation.id),
        kind: "Annotation",
        motivation: "identifying",
        body,
        target: annotation.spans.iter().map(|&span| target(span, quoted, source)).collect(),
    }
}

const fn tag(value: String) -> Body {
    Body { kind: "TextualBody", value, purpose: "tagging" }
}

fn target(span: Utf16Span, quoted: &Quoted, source: &str) -> Target {
    let [start, end] = span;
    Target {
        source: source.to_owned(),
        selector: (
            QuoteSelector {
                kind: "TextQuoteSelector",
                exact: quoted.span(span).to_owned(),
                prefix: quoted.span([start.saturating_sub(CONTEXT), start]).to_owned(),
                suffix: quoted.span([end, end + CONTEXT]).to_owned(),
            },
            PositionSelector { kind: "TextPositionSelector", start, end },
        ),
    }
}

/// An id as an IRI: an address as it is, anything else as a `urn:` with the characters escaped that no IRI has.
fn iri(id: &str) -> String {
    if id.starts_with("https://") || id.starts_with("http://") {
        return id.split('#').next().unwrap_or_default().to_owned();
    }
    let escaped: String = id
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' | b':' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect();
    format!("urn:sayso:{escaped}")
}

#[cfg(test)]
mod tests {
    use super::iri;

    #[test]
    fn ids_become_iris() {
        assert_eq!(iri("https://example.org/a#b"), "https://example.org/a");
        assert_eq!(iri("my file.txt"), "urn:sayso:my%20file.txt");
    }
}
