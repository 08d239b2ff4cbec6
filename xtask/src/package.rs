//! The extension, packed for both browsers.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use lexopt::Parser;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::exec::{command, npm_bin, root, run, step};
use crate::setup::{self, Browser};
use crate::wasm;

/// `cargo xtask package`
pub(crate) fn run_command(mut args: Parser) -> Result<()> {
    if let Some(arg) = args.next()? {
        return Err(arg.unexpected().into());
    }
    build()?;
    lint()?;
    for browser in Browser::ALL {
        println!("{}", zip_file(browser).display());
    }
    Ok(())
}

/// The unpacked extension.
pub(crate) fn folder(browser: Browser) -> PathBuf {
    root().join("dist").join(browser.name())
}

/// The packed extension.
pub(crate) fn zip_file(browser: Browser) -> PathBuf {
    root().join("dist").join(format!("sayso-{}.zip", browser.name()))
}

/// Builds the folders and archives of both browsers.
pub(crate) fn build() -> Result<()> {
    setup::target()?;
    setup::npm()?;
    wasm::build()?;
    step("extension", || {
        run(command("node").arg("xtask/js/bundle.mjs"))?;
        Browser::ALL.into_iter().try_for_each(|browser| pack(&folder(browser), &zip_file(browser)))
    })
}

/// Mozilla's linter; a warning fails.
pub(crate) fn lint() -> Result<()> {
    step("web-ext lint", || {
        run(npm_bin("web-ext")
            .args(["lint", "--warnings-as-errors", "--boring", "--no-config-discovery", "--source-dir"])
            .arg(folder(Browser::Firefox)))
    })
}

/// Writes the files of `folder` into `archive`, by name and without times, so that equal files give
/// equal bytes.
fn pack(folder: &Path, archive: &Path) -> Result<()> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    files.sort();
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(File::create(archive)?);
    for file in files {
        let Some(name) = file.strip_prefix(folder)?.to_str().map(|name| name.replace('\\', "/")) else {
            bail!("{} has no plain name", file.display());
        };
        zip.start_file(name, options)?;
        zip.write_all(&fs::read(&file)?)?;
    }
    zip.finish()?;
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
