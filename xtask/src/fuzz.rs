//! What must hold for any input, held against inputs that libFuzzer makes.

use anyhow::Result;
use lexopt::Parser;
use lexopt::prelude::*;

use crate::exec::{cargo, root, run, step};
use crate::setup;

/// Each target with the folders that its first inputs come from.
const TARGETS: [(&str, &[&str]); 3] = [
    ("annotate", &["tests/any_input/seeds/annotate", "tests/texts"]),
    ("html", &["tests/any_input/seeds/html", "tests/pages"]),
    ("jsonl", &["tests/any_input/seeds/jsonl"]),
];

/// Longest input, in bytes: a long article.
const LONGEST: usize = 16_384;
/// An input that takes longer counts as a finding, in seconds: a long article takes milliseconds.
const PATIENCE: u32 = 10;

/// `cargo xtask fuzz [--seconds N] [TARGET…]`
pub(crate) fn run_command(mut args: Parser) -> Result<()> {
    let mut seconds = 600;
    let mut wanted = Vec::new();
    while let Some(arg) = args.next()? {
        match arg {
            Long("seconds") => seconds = args.value()?.parse()?,
            Value(name) if TARGETS.iter().any(|(target, _)| name == *target) => wanted.push(name.string()?),
            _ => return Err(arg.unexpected().into()),
        }
    }
    setup::fuzzer()?;
    TARGETS
        .iter()
        .filter(|(target, _)| wanted.is_empty() || wanted.iter().any(|name| name == target))
        .try_for_each(|(target, seeds)| step(&format!("fuzz {target}"), || fuzz(target, seeds, seconds)))
}

/// Fails at the first finding, whose input is then in `fuzz/artifacts`.
fn fuzz(target: &str, seeds: &[&str], seconds: u32) -> Result<()> {
    // What is found worth keeping goes to the first folder.
    let found = root().join("fuzz/corpus").join(target);
    std::fs::create_dir_all(&found)?;
    let mut fuzz = cargo();
    // Without a sanitizer it runs on stable Rust; the core has no unsafe code for one to watch.
    fuzz.args(["fuzz", "run", "--sanitizer", "none", target]).arg(&found).args(seeds.iter().map(|s| root().join(s)));
    fuzz.arg("--").args([
        format!("-max_total_time={seconds}"),
        format!("-max_len={LONGEST}"),
        format!("-timeout={PATIENCE}"),
        "-print_final_stats=1".to_owned(),
        "-verbosity=0".to_owned(),
    ]);
    run(&mut fuzz)
}
