//! The document as it is, with its id: one JSON object for each article.

use serde::Serialize;

use super::Article;
use crate::document::Document;

/// What is written for one article: its id and the fields of [`Document`].
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Record<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(flatten)]
    document: &'a Document,
}

impl<'a> Record<'a> {
    /// For a reader who has the text.
    #[must_use]
    pub const fn new(article: &Article<'a>) -> Self {
        Self { id: article.id, text: None, document: article.document }
    }

    /// For a reader who has not: the text that the offsets count in comes along.
    #[must_use]
    pub const fn with_text(article: &Article<'a>) -> Self {
        Self { text: Some(article.text), ..Self::new(article) }
    }
}
