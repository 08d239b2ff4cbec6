//! Where articles come from.

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;

use dom_smoothie::{Config, Readability, TextMode};

/// A file, or what is piped in.
pub(crate) enum Source {
    Stdin,
    File(PathBuf),
}

impl Source {
    /// Opens it.
    pub(crate) fn open(&self) -> io::Result<Box<dyn BufRead + Send>> {
        Ok(match self {
            Self::Stdin => Box::new(BufReader::new(io::stdin())),
            Self::File(path) => Box::new(BufReader::new(File::open(path)?)),
        })
    }

    /// Reads it whole.
    pub(crate) fn read(&self) -> io::Result<String> {
        let mut bytes = Vec::new();
        self.open()?.read_to_end(&mut bytes)?;
        utf8(bytes)
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Stdin => f.write_str("-"),
            Self::File(path) => path.display().fmt(f),
        }
    }
}

/// The bytes as text, without a byte order mark.
pub(crate) fn utf8(mut bytes: Vec<u8>) -> io::Result<String> {
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        invalid(format!("this is not UTF-8 text (byte {at})"))
    })
}

/// Elements of a page that are no part of a story, wherever they stand.
const NO_STORY: &str = "h1, h2, h3, h4, h5, h6, figure, figcaption, aside, nav, form, button, [aria-hidden=true]";

/// The least number of characters in a story, if no paragraph looks like one.
const SHORTEST: usize = 500;

/// The text to annotate: the input itself, or the story of a web page.
pub(crate) fn article(input: String, html: bool) -> io::Result<String> {
    if !html {
        return Ok(input);
    }
    let none = || invalid("no article was found on this page".to_owned());
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let mut page = Readability::new(input, None, Some(config)).map_err(|_| none())?;
    let readable = page.is_probably_readable();
    page.doc.select(NO_STORY).remove();
    let story = page.parse().map_err(|_| none())?.text_content.to_string();
    if readable || story.chars().count() >= SHORTEST { Ok(story) } else { Err(none()) }
}

/// An input that can be read but not understood.
pub(crate) fn invalid(reason: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, reason)
}
