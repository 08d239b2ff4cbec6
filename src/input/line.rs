//! One article on a line of JSON.

use std::io;

use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};

use super::{invalid, utf8};

/// An article on one line, as `{"id", "text"}`; more fields are passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What to call it: a string, or a number as its digits.
    pub id: String,
    /// The article.
    pub text: String,
}

impl Line {
    /// Reads a line.
    ///
    /// # Errors
    /// If it is not UTF-8 or no such object.
    pub fn read(bytes: Vec<u8>) -> io::Result<Self> {
        let Fields { id, text } = serde_json::from_str(&utf8(bytes)?)
            .map_err(|error| invalid(format!("this is not {{\"id\", \"text\"}}: {error}")))?;
        Ok(Self { id: id.0, text: text.0 })
    }
}

#[derive(Deserialize)]
struct Fields {
    id: Id,
    text: Text,
}

/// A string, or a number as its digits.
struct Id(String);

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match serde_json::Value::deserialize(deserializer)? {
            serde_json::Value::String(id) => Ok(Self(id)),
            serde_json::Value::Number(id) => Ok(Self(id.to_string())),
            _ => Err(D::Error::custom("an id is a string or a number")),
        }
    }
}

/// A JSON string in which a surrogate without its other half, which JavaScript allows and UTF-8 does
/// not, counts as U+FFFD. Both are one UTF-16 code unit, so offsets stay true.
struct Text(String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Lossy;
        impl Visitor<'_> for Lossy {
            type Value = Text;

            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("a string")
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Text, E> {
                Ok(Text(without_lone_surrogates(bytes)))
            }
        }
        // As bytes, the one way in which the JSON reader hands such a surrogate out.
        deserializer.deserialize_bytes(Lossy)
    }
}

/// UTF-8 in which surrogates may be encoded by themselves (WTF-8), made UTF-8.
fn without_lone_surrogates(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        // A surrogate is three bytes, ED A0..BF 80..BF, none of which is valid where it stands.
        if chunk.invalid() == [0xED] {
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::Line;

    fn text(line: &str) -> String {
        Line::read(line.into()).unwrap().text
    }

    #[test]
    fn lone_surrogates_are_replaced_one_for_one() {
        assert_eq!(text(r#"{"id": 1, "text": "a\ud800b"}"#), "a\u{FFFD}b");
        assert_eq!(text(r#"{"id": 1, "text": "\udc00\udc00\ud83d"}"#), "\u{FFFD}\u{FFFD}\u{FFFD}");
        assert_eq!(text(r#"{"id": 1, "text": "\ud83d\ude00 í 😀"}"#), "😀 í 😀");
    }
}
