//! What the command line reads: plain text, web pages, lines of JSON.

mod html;
mod line;

use std::io;

pub use html::story;
pub use line::Line;

/// The bytes as text, without a byte order mark.
///
/// # Errors
/// If they are not UTF-8; the error names the first byte that is not.
pub fn utf8(mut bytes: Vec<u8>) -> io::Result<String> {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        invalid(format!("this is not UTF-8 text (byte {at})"))
    })
}

/// An input that can be read but not understood.
fn invalid(reason: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, reason)
}
