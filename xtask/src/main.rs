//! Set-up, build, test and measure with one command: `cargo xtask`.

mod annotations;
mod bench;
mod dependencies;
mod eval;
mod exec;
mod fuzz;
mod package;
mod run;
mod setup;
mod test;
mod train;
mod wasm;

use std::process::ExitCode;

use anyhow::Result;
use lexopt::prelude::*;

const HELP: &str = "\
Usage: cargo xtask <COMMAND>

  run [--browser chromium|firefox] [--www]
                 shows the extension on a sample article, or the playground; without a display
                 it clicks, prints the marks and saves a picture
  screens        takes the pictures in docs/screens, of our own sample article
  test [PART…]   runs all that continuous integration runs, or some of:
                 format, dependencies, rust, types, package, browser
  eval [--data DIR]
                 scores the annotations of the development corpora, writes docs/ACCURACY.md
  train --data DIR [--contest]
                 learns the weights of the model, or the ranker of contested sentences, from the corpora in DIR
                 and writes them where the build picks them up
  bench [--texts FILE.jsonl] [--pages DIR]
                 times the core beside its peers and the extension in both browsers,
                 writes docs/PERFORMANCE.md
  fuzz [--seconds N] [TARGET…]
                 holds what must hold for any input against inputs that libFuzzer makes, 600 seconds
                 for each of annotate, html, jsonl
  package        builds dist/sayso-chromium.zip and dist/sayso-firefox.zip, unpacked beside them

What is missing is installed first, or named in one line.
";

fn main() -> ExitCode {
    match dispatch() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch() -> Result<()> {
    let mut args = lexopt::Parser::from_env();
    match args.next()? {
        Some(Value(command)) => match command.to_str() {
            Some("run") => run::run_command(args),
            Some("screens") => run::screens(args),
            Some("test") => test::run_command(args),
            Some("eval") => eval::run_command(args),
            Some("train") => train::run_command(args),
            Some("bench") => bench::run_command(args),
            Some("fuzz") => fuzz::run_command(args),
            Some("package") => package::run_command(args),
            _ => Err(Value(command).unexpected().into()),
        },
        None | Some(Short('h') | Long("help")) => {
            print!("{HELP}");
            Ok(())
        }
        Some(other) => Err(other.unexpected().into()),
    }
}
