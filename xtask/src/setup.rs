//! What a fresh machine lacks: the target of the compiler, npm packages, browsers.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::exec::{cargo, command, on_path, root, run, step};
use crate::wasm;

/// Installs the compiler's target for WebAssembly, unless it is there. rustup reads `rust-toolchain.toml` when it installs a
/// toolchain, and adds no target to one that it finds installed.
///
/// # Errors
/// If there is no rustup to install it.
pub(crate) fn target() -> Result<()> {
    let sysroot = command("rustc").args(["--print", "sysroot"]).output().context("cannot start rustc")?.stdout;
    let sysroot = PathBuf::from(String::from_utf8(sysroot)?.trim_end());
    if sysroot.join("lib/rustlib").join(wasm::TARGET).is_dir() {
        return Ok(());
    }
    let rustup = on_path(&["rustup"])
        .with_context(|| format!("install the Rust target {} (there is no rustup)", wasm::TARGET))?;
    step(&format!("Rust target {}", wasm::TARGET), || run(command(rustup).args(["target", "add", wasm::TARGET])))
}

/// Installs the npm packages that the repository is built and tested with, unless they are there.
///
/// # Errors
/// If there is no npm or it fails.
pub(crate) fn npm() -> Result<()> {
    npm_in(root())
}

/// Installs the npm packages of the lock file in `folder`, unless they are there.
///
/// # Errors
/// If there is no npm or it fails.
pub(crate) fn npm_in(folder: &Path) -> Result<()> {
    let lock = fs::read(folder.join("package-lock.json"))?;
    // What was installed last; inside the folder, so that it goes when the folder goes.
    let stamp = folder.join("node_modules/.installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let npm = on_path(&["npm"]).context("install Node.js 20 or newer, with npm")?;
    step("npm packages", || {
        // Nothing that we use needs an install script.
        let ci = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
        run(command(npm).current_dir(folder).args(ci))
    })?;
    Ok(fs::write(stamp, lock)?)
}

/// Installs cargo-fuzz, unless there is one.
///
/// # Errors
/// If it cannot be built, for want of a C++ compiler for instance.
pub(crate) fn fuzzer() -> Result<()> {
    if cargo().args(["fuzz", "--version"]).output().is_ok_and(|out| out.status.success()) {
        return Ok(());
    }
    step("cargo-fuzz", || run(cargo().args(["install", "cargo-fuzz", "--locked", "--version", "^0.13"])))
}

/// A browser that the extension runs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Browser {
    Chromium,
    Firefox,
}

impl Browser {
    pub(crate) const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];

    /// The browser of that name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|browser| browser.name() == name)
    }

    /// As the command line and the package name it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }

    /// The variable that gives its program, for the tests too.
    pub(crate) const fn variable(self) -> &'static str {
        match self {
            Self::Chromium => "CHROMIUM",
            Self::Firefox => "FIREFOX",
        }
    }

    const fn debian_package(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox-esr",
        }
    }

    /// Its program: from the variable, or from `PATH`.
    pub(crate) fn find(self) -> Option<PathBuf> {
        let programs: &[&str] = match self {
            Self::Chromium => &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
            Self::Firefox => &["firefox-esr", "firefox"],
        };
        std::env::var_os(self.variable()).map(PathBuf::from).or_else(|| on_path(programs))
    }
}

/// Installs the browsers that are missing, where this is possible.
///
/// # Errors
/// If one is missing and this is not root on a Debian system.
pub(crate) fn browsers(wanted: &[Browser]) -> Result<()> {
    let missing: Vec<&str> =
        wanted.iter().filter(|browser| browser.find().is_none()).map(|browser| browser.debian_package()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if on_path(&["apt-get"]).is_none() || !is_root() {
        bail!("install {names} (Debian: apt-get install {names}), or give the program by CHROMIUM or FIREFOX");
    }
    step(&format!("apt-get install {names}"), || {
        let apt = || {
            let mut apt = command("apt-get");
            apt.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
            apt
        };
        run(apt().arg("update"))?;
        run(apt().args(["install", "-y", "--no-install-recommends", "-o=Dpkg::Use-Pty=0"]).args(&missing))
    })
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|out| out.stdout == b"0\n")
}
