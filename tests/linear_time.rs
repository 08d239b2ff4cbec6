//! Cost grows in proportion to the length of the text, whatever is in it.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use sayso::attribution::attribute;
use sayso::text::Text;

/// Texts without an end to something: one line, one sentence, one word, one mark.
const PATTERNS: &[&str] = &[
    "a",
    "a ",
    "A",
    "'",
    "\"",
    "“",
    "”",
    "‘",
    "’ ",
    "' ",
    "“a ",
    "\"a\" ",
    "‘a’ ",
    "a.",
    "a. ",
    "A. ",
    ".",
    "…",
    "-",
    "(",
    "s’ a",
    "@a",
    "a@",
    "www.a",
    "a,",
    "a, ",
    "said ",
    "he said ",
    "“a,” he said. ",
    "“A,” said ",
    "said that ",
    "according to ",
    "Lee, who said, ",
    "and said, “a ",
    "“a\n\n",
    "\"A.\"\n",
    "Lee: “a. ",
    "U.S.",
    "U.S. The ",
    "…“",
    "he said, adding, “a,” ",
    "👩‍",
    "e\u{301}",
    "他",
];

/// The time that this thread has spent on a processor, where the system tells; else the time of day, which
/// also counts what others do.
fn clock() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    let start = START.get_or_init(Instant::now);
    std::fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|s| s.split_whitespace().next()?.parse().ok())
        .map_or_else(|| start.elapsed(), Duration::from_nanos)
}

/// What it takes to read the same text, a pattern over and over, in so many pieces.
fn cost(pattern: &str, pieces: usize) -> Duration {
    let source = pattern.repeat(BYTES / pieces / pattern.len());
    let once = || {
        let start = clock();
        for _ in 0..pieces {
            let found = attribute(&Text::new(&source));
            drop(found);
        }
        clock().saturating_sub(start)
    };
    once()
}

const BYTES: usize = 16_000;

/// What the clock may miss.
const TICK: Duration = Duration::from_millis(8);

#[test]
fn a_long_text_costs_what_its_parts_cost() {
    for pattern in PATTERNS {
        let (parts, whole) = (cost(pattern, 16), cost(pattern, 1));
        // Squared cost would be sixteen times as much.
        assert!(whole < parts * 5 + TICK, "{pattern:?}: {whole:?}, in sixteen parts {parts:?}");
    }
}
