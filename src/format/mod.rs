//! An annotated article for other programs and for people: JSON, W3C Web Annotation, Markdown, CSV and
//! coloured text.
//!
//! The formats know nothing of files and terminals, so that whoever has a [`Document`] can use them.

mod json;

pub use json::Record;

use crate::document::Document;

/// An article, what was found in it, and what to call it.
#[derive(Debug, Clone, Copy)]
pub struct Article<'a> {
    /// A file name, an address, or the id that came with the text.
    pub id: &'a str,
    /// The text that was annotated.
    pub text: &'a str,
    /// What [`crate::annotate`] found in `text`.
    pub document: &'a Document,
}
