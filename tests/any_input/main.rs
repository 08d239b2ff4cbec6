//! What must hold for any input, held against seeds and a fixed number of mutations of each: the same inputs on
//! every machine.

mod checks;

use std::fs;
use std::path::Path;

/// Mutations made of each seed.
const MUTATIONS: usize = 24;

/// Pieces that are put into seeds: marks, words that attribute, and what breaks readers of text.
const PIECES: &[&str] = &[
    "“",
    "”",
    "\"",
    "'",
    "‘",
    "’",
    "(",
    "—",
    "...",
    ".",
    ",",
    ":",
    "\n",
    "\r\n",
    " ",
    "\u{A0}",
    "\u{2028}",
    "he said ",
    " according to ",
    "denied ",
    "so-called ",
    "Mr. Lee ",
    "U.S.",
    "@a",
    "https://",
    "\0",
    "\u{FEFF}",
    "\u{200D}",
    "👍🏽",
    "𝒳",
    "e\u{301}",
    "שלום",
    "<p>",
    "</div>",
    "<article>",
    "<!--",
    "&amp;",
    "&#x1F600;",
    "\\ud800",
    "\\n",
    "{",
    "}",
    "[",
    "\"id\"",
    "\"text\":",
    "1e999",
    "\u{EF}\u{BB}\u{BF}",
];

/// Numbers that are the same on every run, by xorshift.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n.max(1) as u64) as usize
    }

    /// A part of the bytes, short rather than long.
    fn part(&mut self, bytes: &[u8]) -> std::ops::Range<usize> {
        let start = self.below(bytes.len() + 1);
        let most = 1 << self.below(9);
        start..bytes.len().min(start + self.below(most) + 1)
    }
}

/// One to four changes: something put in, taken out, doubled, swapped for another byte, or cut off.
fn mutate(seed: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=random.below(4) {
        let part = random.part(&bytes);
        match random.below(6) {
            0 | 1 => {
                let piece = PIECES[random.below(PIECES.len())].bytes();
                bytes.splice(part.start..part.start, piece);
            }
            2 => drop(bytes.drain(part)),
            3 => {
                let copy = bytes[part.clone()].repeat(1 + random.below(4));
                bytes.splice(part.end..part.end, copy);
            }
            4 if !part.is_empty() => bytes[part.start] = random.below(256) as u8,
            _ => bytes.truncate(part.end.max(bytes.len() / 2)),
        }
    }
    bytes
}

fn run(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/any_input/seeds").join(target);
    let mut seeds: Vec<_> = fs::read_dir(folder).expect("seeds").map(|entry| entry.expect("a seed").path()).collect();
    seeds.sort();
    assert!(!seeds.is_empty());
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for seed in seeds {
        let seed = fs::read(seed).expect("the seed can be read");
        check(&seed);
        for _ in 0..MUTATIONS {
            check(&mutate(&seed, &mut random));
        }
    }
}

#[test]
fn any_text() {
    run("annotate", checks::annotate);
}

#[test]
fn any_page() {
    run("html", checks::html);
}

#[test]
fn any_lines() {
    run("jsonl", checks::jsonl);
}
