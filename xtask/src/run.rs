//! A browser with the extension on a sample article, or with the playground.

use anyhow::{Context, Result};
use lexopt::Parser;
use lexopt::prelude::*;

use crate::exec::{command, root, run, step};
use crate::package;
use crate::setup::{self, Browser};
use crate::wasm;

/// `cargo xtask run [--browser chromium|firefox] [--www]`
pub(crate) fn run_command(mut args: Parser) -> Result<()> {
    let mut browser = Browser::Chromium;
    let mut www = false;
    while let Some(arg) = args.next()? {
        match arg {
            Long("browser") => {
                let name = args.value()?.string()?;
                browser = Browser::named(&name).with_context(|| format!("{name} is neither chromium nor firefox"))?;
            }
            Long("www") => www = true,
            _ => return Err(arg.unexpected().into()),
        }
    }
    setup::browsers(&[browser])?;
    let mut node = if www {
        build_www()?;
        bundled("xtask/js/playground.ts")?
    } else {
        package::build()?;
        bundled("xtask/js/run.ts")?
    };
    node.arg(browser.name());
    if has_display() {
        node.arg("visible");
    }
    run(&mut node)
}

/// `cargo xtask screens`
pub(crate) fn screens(mut args: Parser) -> Result<()> {
    if let Some(arg) = args.next()? {
        return Err(arg.unexpected().into());
    }
    setup::browsers(&[Browser::Chromium])?;
    package::build()?;
    run(&mut bundled("xtask/js/screens.ts")?)
}

/// Builds the playground in `dist/www`.
pub(crate) fn build_www() -> Result<()> {
    setup::target()?;
    setup::npm()?;
    wasm::build()?;
    step("playground", || run(command("node").arg("xtask/js/bundle-www.mjs")))
}

/// Node with a TypeScript program of ours.
pub(crate) fn bundled(program: &str) -> Result<std::process::Command> {
    let out = root().join("target/node");
    run(command("node").arg("xtask/js/bundle-node.mjs").arg(&out).arg(program))?;
    let name = std::path::Path::new(program).with_extension("mjs");
    let mut node = command("node");
    node.arg(out.join(name.file_name().context("a program has a name")?));
    for browser in Browser::ALL {
        node.envs(browser.find().map(|program| (browser.variable(), program)));
    }
    Ok(node)
}

fn has_display() -> bool {
    cfg!(any(target_os = "macos", windows))
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
