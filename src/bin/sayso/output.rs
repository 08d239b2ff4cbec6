//! What was found, written.

use std::io::{self, IsTerminal, Write};

use sayso::Document;
use sayso::format::{self, Article};
use serde::Serialize;

use crate::args::{Format, Options};

/// What stands for one article in the output.
pub(crate) fn render(id: &str, text: &str, document: &Document, options: &Options) -> String {
    let article = Article { id, title: None, text, document };
    let record = || if options.html { format::Record::with_text(&article) } else { format::Record::new(&article) };
    match options.format {
        Format::Json => json(&record(), true),
        Format::Jsonl => json(&record(), false),
        Format::W3c => json(&format::Page::new(&article), false),
        Format::Markdown => format::markdown(&article),
        Format::Csv => format::csv(&article),
        Format::Text => format::text(&article, options.colour),
    }
}

fn json(value: &impl Serialize, pretty: bool) -> String {
    let written = if pretty { serde_json::to_string_pretty(value) } else { serde_json::to_string(value) };
    written.expect("no map here has keys that are no strings") + "\n"
}

/// Whether the output is for a terminal that shows colours, and whoever reads it wants them
/// (<https://no-color.org>).
pub(crate) fn colour() -> bool {
    io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// The output, in the format that was asked for.
pub(crate) struct Writer<W> {
    out: W,
    format: Format,
    articles: usize,
}

impl<W: Write> Writer<W> {
    pub(crate) const fn new(format: Format, out: W) -> Self {
        Self { out, format, articles: 0 }
    }

    /// Writes what stands for one article, and what goes before it: a header before the first, an empty
    /// line before others, as the format has it.
    pub(crate) fn write(&mut self, rendered: &str) -> io::Result<()> {
        match (self.format, self.articles) {
            (Format::Csv, 0) => self.out.write_all(format::CSV_HEADER.as_bytes())?,
            (Format::Markdown | Format::Text, 1..) => self.out.write_all(b"\n")?,
            _ => {}
        }
        self.articles += 1;
        self.out.write_all(rendered.as_bytes())
    }

    /// Hands on what has been written.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
