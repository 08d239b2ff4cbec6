//! All that continuous integration runs.

use std::fs;
use std::path::PathBuf;

use anyhow::{Result, bail};
use lexopt::Parser;
use lexopt::prelude::*;

use crate::exec::{self, cargo, command, npm_bin, root, step};
use crate::setup::{self, Browser};
use crate::{dependencies, package, run, wasm};

type Part = (&'static str, fn() -> Result<()>);

/// The parts of the whole, in the order in which they run.
const PARTS: [Part; 6] = [
    ("format", format),
    ("dependencies", licences),
    ("rust", rust),
    ("types", types),
    ("package", packages),
    ("browser", browser),
];

/// `cargo xtask test [PART…]`
pub(crate) fn run_command(mut args: Parser) -> Result<()> {
    let mut wanted = Vec::new();
    while let Some(arg) = args.next()? {
        match arg {
            Value(name) if PARTS.iter().any(|(part, _)| name == *part) => wanted.push(name.string()?),
            Value(name) => {
                let parts = PARTS.map(|(part, _)| part).join(", ");
                bail!("there is no part {}: {parts}", name.display());
            }
            _ => return Err(arg.unexpected().into()),
        }
    }
    setup::target()?;
    setup::npm()?;
    PARTS
        .iter()
        .filter(|(name, _)| wanted.is_empty() || wanted.iter().any(|w| w == name))
        .try_for_each(|(_, part)| part())
}

fn format() -> Result<()> {
    step("cargo fmt", || {
        exec::run(cargo().args(["fmt", "--all", "--check"]))?;
        exec::run(cargo().args(["fmt", "--check", "--manifest-path", "fuzz/Cargo.toml"]))
    })?;
    step("biome", || exec::run(npm_bin("biome").args(["ci", "--error-on-warnings"])))
}

fn licences() -> Result<()> {
    step("dependencies", dependencies::check)
}

fn rust() -> Result<()> {
    let clippy = |more: &[&str]| exec::run(cargo().arg("clippy").args(more).args(["--", "-D", "warnings"]));
    step("clippy", || clippy(&["--workspace", "--all-targets"]))?;
    step("clippy, WebAssembly", || clippy(&["--lib", "--no-default-features", "--target", wasm::TARGET]))?;
    step("cargo test", || exec::run(cargo().args(["test", "--workspace"])))
}

fn types() -> Result<()> {
    wasm::build()?;
    step("tsc", || {
        exec::run(npm_bin("tsc").args(["--noEmit", "--project", "."]))?;
        exec::run(npm_bin("tsc").args(["--noEmit", "--project", "tests"]))
    })
}

/// Packs twice: equal sources must give equal bytes. Then the playground.
fn packages() -> Result<()> {
    package::build()?;
    package::lint()?;
    let archives = || Browser::ALL.map(package::zip_file).iter().map(fs::read).collect::<Result<Vec<_>, _>>();
    let first = archives()?;
    wasm::forget()?;
    package::build()?;
    if archives()? != first {
        bail!("two builds of the packages differ");
    }
    run::build_www()
}

/// The extension in both browsers; needs what [`packages`] leaves in `dist`.
fn browser() -> Result<()> {
    setup::browsers(&Browser::ALL)?;
    let out = root().join("target/browser-tests");
    let source = root().join("tests/browser");
    step("browser tests", || {
        let mut tests = Vec::new();
        for entry in fs::read_dir(source)? {
            let path = entry?.path();
            if path.to_string_lossy().ends_with(".test.ts") {
                tests.push(path);
            }
        }
        tests.sort();
        exec::run(command("node").arg("xtask/js/bundle-node.mjs").arg(&out).args(&tests))?;
        let modules: Vec<PathBuf> =
            tests.iter().filter_map(|test| Some(out.join(test.with_extension("mjs").file_name()?))).collect();
        let failed = failing(&modules);
        // A browser on a busy machine now and then loses a click or a message of its driver. What a test finds
        // wrong it finds again.
        if !failed.is_empty() {
            eprintln!("once more: {}", names(&failed));
        }
        let failed = failing(&failed);
        if !failed.is_empty() {
            bail!("failed twice: {}", names(&failed));
        }
        Ok(())
    })
}

/// Runs files of browser tests one after the other; gives those that fail.
fn failing(modules: &[PathBuf]) -> Vec<PathBuf> {
    let passes = |module: &&PathBuf| {
        let mut node = command("node");
        node.args(["--test", "--test-reporter=spec"]).arg(module);
        for browser in Browser::ALL {
            node.envs(browser.find().map(|program| (browser.variable(), program)));
        }
        exec::run(&mut node).is_ok()
    };
    modules.iter().filter(|module| !passes(module)).cloned().collect()
}

fn names(modules: &[PathBuf]) -> String {
    modules.iter().filter_map(|module| Some(module.file_stem()?.to_string_lossy())).collect::<Vec<_>>().join(", ")
}
