//! What the command line asks for.

use std::ffi::OsString;

use lexopt::prelude::*;

use crate::input::Source;
use crate::output;

const HELP: &str = "\
Finds quotes and contested claims in news articles and says whose words they are.

Usage: sayso annotate [OPTIONS] [FILE…]

Each FILE is one article in plain text, its paragraphs separated by line ends; '-' or no FILE is
standard input.

Options:
      --html             each article is a web page: its story is found first, and JSON output carries
                         the text that the offsets count in
      --jsonl            each line of the input is {\"id\": …, \"text\": …}; results come in the same
                         order while the input is read
      --format FORMAT    json (the default), jsonl (the default with --jsonl), markdown, csv,
                         w3c (Web Annotation, one JSON-LD object a line), or text (for a terminal)
  -h, --help             shows this
  -V, --version          shows the version

Offsets count UTF-16 code units, as JavaScript does; ends are exclusive.
Exit code: 0, 1 if some input could not be read (the rest is still done), 2 for wrong usage.
";

/// What to do.
pub(crate) enum Action {
    /// The one thing there is to do.
    Annotate(Options),
    /// Help or version.
    Print(String),
}

/// How to do it.
pub(crate) struct Options {
    /// Where the articles are.
    pub(crate) sources: Vec<Source>,
    /// Whether they are web pages.
    pub(crate) html: bool,
    /// Whether there is one on each line.
    pub(crate) jsonl: bool,
    /// How to write what was found.
    pub(crate) format: Format,
    /// Whether the text format has colours.
    pub(crate) colour: bool,
}

/// How to write what was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Json,
    Jsonl,
    Markdown,
    Csv,
    W3c,
    Text,
}

impl Format {
    const ALL: [(&'static str, Self); 6] = [
        ("json", Self::Json),
        ("jsonl", Self::Jsonl),
        ("markdown", Self::Markdown),
        ("csv", Self::Csv),
        ("w3c", Self::W3c),
        ("text", Self::Text),
    ];

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(n, _)| *n == name).map(|(_, format)| format)
    }
}

pub(crate) fn parse(mut args: lexopt::Parser) -> Result<Action, lexopt::Error> {
    let (mut html, mut jsonl, mut format, mut sources, mut command) = (false, false, None, Vec::new(), false);
    while let Some(arg) = args.next()? {
        match arg {
            Short('h') | Long("help") => return Ok(Action::Print(HELP.to_owned())),
            Short('V') | Long("version") => {
                return Ok(Action::Print(concat!("sayso ", env!("CARGO_PKG_VERSION"), "\n").to_owned()));
            }
            Value(value) if !command => {
                if value != "annotate" {
                    return Err(format!("there is no command '{}'", value.display()).into());
                }
                command = true;
            }
            Long("html") if command => html = true,
            Long("jsonl") if command => jsonl = true,
            Long("format") if command => {
                format = Some(args.value()?.parse_with(|name| {
                    Format::named(name)
                        .ok_or_else(|| format!("it is one of {}", Format::ALL.map(|(name, _)| name).join(", ")))
                })?)
            }
            Value(file) if command => sources.push(source(file)),
            _ => return Err(arg.unexpected()),
        }
    }
    if !command {
        return Err("a command is missing: annotate".into());
    }
    if sources.is_empty() {
        sources.push(Source::Stdin);
    }
    let format = format.unwrap_or(if jsonl { Format::Jsonl } else { Format::Json });
    Ok(Action::Annotate(Options { sources, html, jsonl, format, colour: output::colour() }))
}

fn source(file: OsString) -> Source {
    if file == "-" { Source::Stdin } else { Source::File(file.into()) }
}
