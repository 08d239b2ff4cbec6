//! What was found, written.

use std::io::{self, Write};

use sayso::Document;
use sayso::format::{Article, Record};

use crate::args::{Format, Options};

/// What stands for one article in the output.
pub(crate) fn render(id: &str, text: &str, document: &Document, options: &Options) -> String {
    let article = Article { id, text, document };
    let record = || if options.html { Record::with_text(&article) } else { Record::new(&article) };
    match options.format {
        Format::Json => serde_json::to_string_pretty(&record()),
        Format::Jsonl => serde_json::to_string(&record()),
    }
    .expect("no map with keys that are no strings")
        + "\n"
}

/// The output, in the format that was asked for.
pub(crate) struct Writer<W> {
    out: W,
}

impl<W: Write> Writer<W> {
    pub(crate) fn new(_options: &Options, out: W) -> Self {
        Self { out }
    }

    /// Writes what stands for one article.
    pub(crate) fn write(&mut self, rendered: &str) -> io::Result<()> {
        self.out.write_all(rendered.as_bytes())
    }

    /// Hands on what has been written.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
