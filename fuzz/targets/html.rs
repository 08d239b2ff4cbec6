//! Any web page is read.
#![no_main]

#[path = "../../tests/any_input/checks.rs"]
#[allow(dead_code, reason = "each target runs one of the checks")]
mod checks;

libfuzzer_sys::fuzz_target!(|data: &[u8]| checks::html(data));
