//! How fast: the core natively and as WebAssembly beside its peers, and the page work in both browsers.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;
use lexopt::Parser;
use lexopt::prelude::*;

use crate::eval::command_line;
use crate::exec::{cargo, command, output, root, step};
use crate::package;
use crate::run::bundled;
use crate::setup::{self, Browser};

/// `cargo xtask bench [--texts FILE.jsonl] [--pages DIR]`
pub(crate) fn run_command(mut args: Parser) -> Result<()> {
    let (mut texts, mut pages) = (None, None);
    while let Some(arg) = args.next()? {
        match arg {
            Long("texts") => texts = Some(std::env::current_dir()?.join(args.value()?)),
            Long("pages") => pages = Some(std::env::current_dir()?.join(args.value()?)),
            _ => return Err(arg.unexpected().into()),
        }
    }
    setup::browsers(&Browser::ALL)?;
    package::build()?;
    setup::npm_in(&root().join("tests/bench"))?;
    let texts = texts.map_or_else(own_texts, Ok)?;
    let native = root().join("target/bench-native.json");
    step("core, natively", || {
        fs::write(&native, output(cargo().args(["run", "--release", "--quiet", "--example", "timing"]).arg(&texts))?)?;
        Ok(())
    })?;
    let mut node = bundled("tests/bench/main.ts")?;
    node.arg(&texts).arg(&native).args(pages);
    let tables = step("WebAssembly, peers and clicks", || output(&mut node))?;
    println!("{tables}");
    let file = root().join("docs/PERFORMANCE.md");
    fs::create_dir_all(root().join("docs"))?;
    fs::write(&file, format!("{HEAD}{tables}"))?;
    println!("{}", file.display());
    Ok(())
}

const HEAD: &str = "\
# Performance

Written by `cargo xtask bench`, all in one run on one machine: compare rows with each other, not with other
runs. No peer finds who is speaking; they stand here for what text analysis in a browser costs.

";

/// The stories of the repository's own pages.
fn own_texts() -> Result<PathBuf> {
    let sayso = command_line()?;
    let mut lines = String::new();
    for entry in fs::read_dir(root().join("tests/pages"))? {
        let page = entry?.path();
        // A page without an article has no text.
        let found = command(&sayso).args(["annotate", "--html", "--format", "jsonl"]).arg(page).output()?;
        lines.push_str(&String::from_utf8(found.stdout)?);
    }
    let file = root().join("target/bench-texts.jsonl");
    fs::write(&file, lines)?;
    Ok(file)
}
