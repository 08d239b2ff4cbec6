//! What is built in and built with: from the registries alone, fixed by a hash, under a licence that we may use.
//!
//! Reads the lock files and what Cargo knows of its packages; no service is asked.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::Value;

use crate::exec::{cargo, output, root};

/// Licences under which something may be part of Sayso, or build and test it (SPDX).
const LICENCES: [&str; 16] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "BlueOak-1.0.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MPL-2.0",
    "NCSA",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
    "Python-2.0",
];

/// Old names for a licence of the list.
const SYNONYMS: [(&str, &str); 1] = [("BSD", "BSD-2-Clause")];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    /// None for those of this repository.
    source: Option<String>,
}

/// Checks Rust crates and npm packages.
///
/// # Errors
/// Names every package that fails, with the reason.
pub(crate) fn check() -> Result<()> {
    let mut faults = crates("Cargo.toml")?;
    faults.extend(crates("fuzz/Cargo.toml")?);
    for lock in ["package-lock.json", "tests/bench/package-lock.json"] {
        let lock = serde_json::from_slice(&fs::read(root().join(lock))?).with_context(|| lock.to_owned())?;
        faults.extend(npm(&lock));
    }
    if faults.is_empty() {
        return Ok(());
    }
    bail!("dependencies:\n  {}", faults.into_iter().collect::<Vec<_>>().join("\n  "))
}

fn crates(manifest: &str) -> Result<BTreeSet<String>> {
    let of = ["metadata", "--locked", "--format-version", "1", "--manifest-path", manifest, "--filter-platform", HOST];
    let metadata = output(cargo().args(of))?;
    let Metadata { packages } = serde_json::from_str(&metadata)?;
    let mut faults = BTreeSet::new();
    for Package { name, version, license, source } in packages {
        let Some(source) = source else { continue };
        if !source.starts_with("registry+") {
            faults.insert(format!("{name} {version} is not from the registry: {source}"));
        }
        if !allowed(license.as_deref().unwrap_or_default()) {
            faults.insert(format!("{name} {version} has the licence {license:?}"));
        }
    }
    Ok(faults)
}

/// The platform that this runs on: what others would need besides is not asked for.
const HOST: &str = if cfg!(target_os = "macos") {
    "aarch64-apple-darwin"
} else if cfg!(windows) {
    "x86_64-pc-windows-msvc"
} else {
    "x86_64-unknown-linux-gnu"
};

fn npm(lock: &Value) -> BTreeSet<String> {
    let mut faults = BTreeSet::new();
    let packages = lock["packages"].as_object().into_iter().flatten();
    for (path, package) in packages.filter(|(path, _)| !path.is_empty()) {
        if package["integrity"].as_str().is_none_or(|hash| !hash.starts_with("sha512-")) {
            faults.insert(format!("{path} is not fixed by a hash"));
        }
        let licence = package["license"].as_str().unwrap_or_default();
        if !allowed(licence) {
            faults.insert(format!("{path} has the licence {licence:?}"));
        }
    }
    faults
}

/// Whether a licence expression (SPDX, or Cargo's old `/`) leaves us a choice that is on the list.
fn allowed(expression: &str) -> bool {
    let expression = expression.trim();
    let choices = split(expression, &[" OR ", "/"]);
    if choices.len() > 1 {
        return choices.into_iter().any(allowed);
    }
    let parts = split(expression, &[" AND "]);
    if parts.len() > 1 {
        return parts.into_iter().all(allowed);
    }
    if let Some(inner) = expression.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return allowed(inner);
    }
    let name = SYNONYMS.iter().find(|(old, _)| *old == expression).map_or(expression, |(_, new)| new);
    LICENCES.contains(&name)
}

/// Splits at any of these words outside of parentheses.
fn split<'a>(expression: &'a str, words: &[&str]) -> Vec<&'a str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0_usize, 0);
    for (at, letter) in expression.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 && at >= start => {
                if let Some(word) = words.iter().find(|word| expression[at..].starts_with(**word)) {
                    parts.push(&expression[start..at]);
                    start = at + word.len();
                }
            }
            _ => {}
        }
    }
    parts.push(&expression[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{allowed, npm};

    #[test]
    fn one_of_several_licences_is_enough() {
        assert!(allowed("GPL-3.0-or-later OR MIT"));
        assert!(allowed("(MIT AND Zlib)"));
        assert!(allowed("Apache-2.0/MIT"));
        assert!(allowed("(MIT OR Apache-2.0) AND Unicode-3.0"));
        assert!(!allowed("(MIT OR Apache-2.0) AND GPL-3.0-only"));
        assert!(!allowed("MIT AND GPL-3.0-only"));
        assert!(!allowed("GPL-3.0-only"));
        assert!(!allowed(""));
    }

    #[test]
    fn a_package_needs_a_hash_and_a_licence() {
        let good = json!({"packages": {"": {}, "a": {"integrity": "sha512-x", "license": "MIT"}}});
        assert!(npm(&good).is_empty());
        let bad =
            json!({"packages": {"a": {"license": "MIT"}, "b": {"integrity": "sha512-x", "license": "UNLICENSED"}}});
        assert_eq!(npm(&bad).len(), 2);
    }
}
