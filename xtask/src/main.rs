//! Set-up, build, test and measure with one command: `cargo xtask`.

fn main() {}
