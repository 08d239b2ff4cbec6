//! The core as a WebAssembly module with its JavaScript glue, in `target/core`.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use flate2::{Compression, write::GzEncoder};
use wasm_bindgen_cli_support::Bindgen;

use crate::exec::{cargo, npm_bin, root, run, step, target_directory};

/// The most that the module may weigh, gzipped, in bytes. Two thirds of it are what the model has learned.
const BUDGET: usize = 950_000;

/// What the library is compiled for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Where the module and its glue go; `#core` in TypeScript.
pub(crate) fn folder() -> PathBuf {
    root().join("target/core")
}

/// Builds `sayso_bg.wasm`, `sayso.js` and `sayso.d.ts`.
///
/// # Errors
/// If a step fails or the module is over its budget.
pub(crate) fn build() -> Result<()> {
    step("core to WebAssembly", || {
        let mut cargo = cargo();
        cargo.args(["build", "--release", "--lib", "--target", TARGET, "--no-default-features"]);
        cargo.env("CARGO_ENCODED_RUSTFLAGS", rust_flags()?);
        run(&mut cargo)
    })?;
    let built = fs::read(target_directory().join(TARGET).join("release/sayso.wasm"))?;
    let module = folder().join("sayso_bg.wasm");
    let stamp = stamp();
    // The glue is as this file has it made.
    let origin = [built.as_slice(), include_bytes!("wasm.rs")].concat();
    if !fs::read(&stamp).is_ok_and(|last| last == origin) {
        step("JavaScript glue", || {
            // The module's place is given at start: the glue need not guess it from its own.
            Bindgen::new()
                .web(true)?
                .typescript(true)
                .omit_default_module_path(true)
                // A core that trapped is followed by a new one.
                .reset_state_function(true)
                .input_bytes("sayso", built.clone())
                .generate(folder())
        })?;
        step("wasm-opt", || run(npm_bin("wasm-opt").args(["-O2", WHOLE_FUNCTIONS, "-o"]).arg(&module).arg(&module)))?;
        fs::write(stamp, origin)?;
    }
    let size = gzipped(&fs::read(&module)?)?;
    eprintln!("  WebAssembly: {} KB gzipped, of {} KB", size / 1000, BUDGET / 1000);
    if size > BUDGET {
        bail!("the WebAssembly module is {size} bytes gzipped, over its budget of {BUDGET}");
    }
    Ok(())
}

/// Functions of more than 60 nodes stay functions, even if only one place calls them: V8 optimises each as a whole when it
/// has run for long enough, and one that holds all the others comes last.
const WHOLE_FUNCTIONS: &str = "--one-caller-inline-max-function-size=60";

/// What the last optimised module was made of: the optimiser takes longer than all else together.
fn stamp() -> PathBuf {
    folder().join("built.wasm")
}

/// Lets the next build make glue and optimised module anew.
pub(crate) fn forget() -> Result<()> {
    Ok(fs::remove_file(stamp())?)
}

/// SIMD is in every browser that we support. No path of this machine stays in the module, so that
/// another machine builds the same bytes.
fn rust_flags() -> Result<String> {
    let cargo_home = std::env::var_os("CARGO_HOME").map_or_else(
        || std::env::home_dir().map(|home| home.join(".cargo")).context("there is no home folder"),
        |home| Ok(PathBuf::from(home)),
    )?;
    Ok([
        "-Ctarget-feature=+simd128".to_owned(),
        format!("--remap-path-prefix={}=", cargo_home.join("registry/src").display()),
        format!("--remap-path-prefix={}=", root().display()),
    ]
    .join("\u{1f}"))
}

fn gzipped(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}
