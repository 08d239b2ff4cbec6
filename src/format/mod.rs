//! An annotated article for other programs and for people: JSON, W3C Web Annotation, Markdown, CSV and
//! coloured text.
//!
//! The formats know nothing of files and terminals, so that whoever has a [`Document`] can use them.
//!
//! ```
//! use sayso::format::{Article, markdown};
//!
//! let text = "“It is safe,” said Ann Lee.";
//! let document = sayso::annotate(text);
//! let article = Article { id: "bridge.txt", title: None, text, document: &document };
//! assert!(markdown(&article).contains("## Ann Lee"));
//! ```

mod csv;
mod json;
mod markdown;
mod quoted;
mod text;
mod w3c;

pub use csv::{HEADER as CSV_HEADER, csv};
pub use json::Record;
pub use markdown::markdown;
pub use text::text;
pub use w3c::Page;

use crate::document::{Annotation, Document, Speaker};

/// An article, what was found in it, and what to call it.
#[derive(Debug, Clone, Copy)]
pub struct Article<'a> {
    /// A file name, an address, or the id that came with the text.
    pub id: &'a str,
    /// Its headline, where there is one.
    pub title: Option<&'a str>,
    /// The text that was annotated.
    pub text: &'a str,
    /// What [`crate::annotate`] found in `text`.
    pub document: &'a Document,
}

impl<'a> Article<'a> {
    /// Whose words an annotation marks.
    fn speaker_of(&self, annotation: &Annotation) -> Option<&'a Speaker> {
        self.document.speakers.get(annotation.speaker.as_ref()?.id as usize)
    }
}

/// The name of a kind or category, as JSON has it.
pub(crate) fn name_of(value: impl std::fmt::Debug) -> String {
    format!("{value:?}").to_lowercase()
}
