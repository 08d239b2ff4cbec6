//! The command line.

mod args;
mod input;
mod jsonl;
mod output;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use args::{Action, Options};
use input::Source;

fn main() -> ExitCode {
    let options = match args::parse(lexopt::Parser::from_env()) {
        Ok(Action::Annotate(options)) => options,
        Ok(Action::Print(text)) => {
            print!("{text}");
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("sayso: {error}\nTry 'sayso --help'.");
            return ExitCode::from(2);
        }
    };
    let mut out = BufWriter::new(io::stdout().lock());
    match annotate(&options, &mut out).and_then(|whole| out.flush().map(|()| whole)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Whoever reads us has read enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            report("standard output", &error);
            ExitCode::FAILURE
        }
    }
}

/// Annotates every input; `false` if one of them could not be read, which has been reported by then.
///
/// # Errors
/// If the output cannot be written.
fn annotate(options: &Options, out: &mut impl Write) -> io::Result<bool> {
    let mut whole = true;
    let mut writer = output::Writer::new(options.format, out);
    for source in &options.sources {
        whole &= if options.jsonl {
            jsonl::annotate(source, options, &mut writer)?
        } else {
            one(source, options, &mut writer)?
        };
    }
    Ok(whole)
}

/// Annotates an input that is one article.
fn one(source: &Source, options: &Options, writer: &mut output::Writer<impl Write>) -> io::Result<bool> {
    match source.read().and_then(|text| input::article(text, options.html)) {
        Ok(text) => {
            let document = sayso::annotate(&text);
            writer.write(&output::render(&source.to_string(), &text, &document, options))?;
            Ok(true)
        }
        Err(error) => {
            report(source, &error);
            Ok(false)
        }
    }
}

/// Tells of an input that could not be read.
fn report(place: impl std::fmt::Display, error: &dyn std::error::Error) {
    eprintln!("sayso: {place}: {error}");
}
