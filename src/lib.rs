//! Sayso reads a news article and says whose word each sentence rests on.
//!
//! [`annotate`] is the whole of it: text in, quotes and contested claims with their speakers out. Data
//! flows one way:
//!
//! ```text
//! text::Text → attribution::attribute → speakers::resolve → contest::find → Document
//! ```

mod assemble;
pub mod attribution;
pub mod contest;
pub mod document;
pub mod format;
#[cfg(feature = "cli")]
pub mod input;
mod language;
pub mod model;
pub mod speakers;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use document::Document;

/// Finds the quotes and contested claims of an article and who is speaking.
///
/// Paragraphs are separated by line ends. Any text is accepted; time grows in proportion to its length.
/// Offsets in the result count UTF-16 code units of `text`.
///
/// ```
/// let document = sayso::annotate("“It is safe,” said Ann Lee.");
/// assert_eq!(document.speakers[0].name, "Ann Lee");
/// assert_eq!(document.annotations[0].spans, [[0, 13]]);
/// ```
#[must_use]
pub fn annotate(text: &str) -> Document {
    let text = text::Text::new(text);
    let attributions = attribution::attribute(&text);
    let mut speakers = speakers::resolve(&text, &attributions);
    let claims = contest::find(&text, &attributions, &mut speakers);
    assemble::document(&text, &attributions, &speakers, &claims)
}
