//! Where articles come from.

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;

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
        sayso::input::utf8(bytes)
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

/// The text to annotate: the input itself, or the story of a web page.
pub(crate) fn article(input: String, html: bool) -> io::Result<String> {
    if html { sayso::input::story(input) } else { Ok(input) }
}
