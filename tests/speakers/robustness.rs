//! Odd input, and time in proportion to its length.

use crate::{unmark, voices};
use sayso::speakers::resolve;
use sayso::text::Text;
use std::time::{Duration, Instant};

#[test]
fn nothing() {
    assert!(resolve(&Text::new(""), &[]).all.is_empty());
}

#[test]
fn marks_only() {
    assert_eq!(voices("{...} [“”]"), ["-"]);
}

#[test]
fn source_at_the_very_end() {
    assert_eq!(voices("{No}, said [Ann Lee]"), ["Ann Lee"]);
}

#[test]
fn source_that_is_only_a_title() {
    assert_eq!(voices("[President] said {no}."), ["President"]);
}

#[test]
fn names_run_together() {
    assert_eq!(voices("[ANN LEE BOB RAY CY DEAN DI FOX ED GUM FAY HILL] said {no}.").len(), 1);
}

fn time(marked: &str) -> Duration {
    let (source, attributions) = unmark(marked);
    let text = Text::new(&source);
    let start = Instant::now();
    let speakers = resolve(&text, &attributions);
    assert_eq!(speakers.of.len(), attributions.len());
    start.elapsed()
}

/// Eight times the text may take four times eight times as long on a busy machine; were time to grow with
/// the square of the length, it would take sixty-four times as long.
fn is_linear(piece: impl Fn(usize) -> String) {
    let text = |n: usize| (0..n).map(&piece).collect::<String>();
    let fastest = |n: usize| (0..3).map(|_| time(&text(n))).min().unwrap_or_default();
    let (short, long) = (fastest(500), fastest(4000));
    assert!(long < short * 32 + Duration::from_millis(100), "{short:?} then {long:?}");
}

#[test]
fn many_names_take_linear_time() {
    is_linear(|n| format!("[Ann{n} Lee{n}] said {{no}}. [He] said {{yes}}. [Lee{n}] left {{it}}.\n"));
}

#[test]
fn many_people_of_one_surname_take_linear_time() {
    is_linear(|n| format!("[Ann{n} Lee] said {{no}}. [The senator] said {{yes}}. [Lee] left {{it}}.\n"));
}

#[test]
fn many_groups_take_linear_time() {
    is_linear(|n| format!("[Officials{n}] said {{no}}. [They] said {{yes}}. [his aides] left {{it}}.\n"));
}

#[test]
fn many_roles_take_linear_time() {
    is_linear(|n| format!("Senator Ann{n} Quu{n} came. [The senator] said {{no}}. [Her campaign] said {{yes}}.\n"));
}
