//! Times the core natively on lines of `{"id", "text"}`: `cargo run --release --example timing FILE.jsonl`
//!
//! Prints one JSON object, in milliseconds: `first` article, each of the twelve nearest to 800 words in
//! `fresh`, `all` of them together, and what all take in each of the `parts` of the core. `tests/bench` measures the
//! WebAssembly module and its peers alike.

use std::time::Instant;

use sayso::text::Text;
use sayso::{attribution, contest, model, speakers};

use serde_json::{Value, json};

/// Articles of this length are timed one by one.
const WORDS: usize = 800;

fn main() {
    let Some(file) = std::env::args().nth(1) else {
        eprintln!("usage: cargo run --release --example timing FILE.jsonl");
        return;
    };
    let lines = std::fs::read_to_string(file).expect("the file can be read");
    let texts: Vec<String> = lines
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("each line is JSON"))
        .map(|line| line["text"].as_str().expect("each line has a text").to_owned())
        .collect();
    let mut order: Vec<usize> = (0..texts.len()).collect();
    order.sort_by_key(|&i| texts[i].split_whitespace().count().abs_diff(WORDS));
    let apart = &order[..texts.len().div_ceil(3).min(12)];

    let warming: Vec<f64> = (0..texts.len()).filter(|i| !apart.contains(i)).map(|i| time(&texts[i])).collect();
    let fresh: Vec<f64> = apart.iter().map(|&i| time(&texts[i])).collect();
    let all: f64 = warming.iter().chain(&fresh).sum();
    let parts = parts(&texts);
    println!("{}", json!({ "start": 0.0, "first": warming.first(), "fresh": fresh, "all": all, "parts": parts }));
}

/// Milliseconds that all articles take in each part of the core: words and sentences, the model, the model with
/// what quotation marks add, speakers, contested claims.
fn parts(texts: &[String]) -> [f64; 5] {
    let mut sums = [0.0; 5];
    for source in texts {
        let mut last = Instant::now();
        let mut lap = |part: usize| {
            sums[part] += last.elapsed().as_secs_f64() * 1000.0;
            last = Instant::now();
        };
        let text = Text::new(source);
        lap(0);
        std::hint::black_box(model::propose(&text));
        lap(1);
        let attributions = attribution::attribute(&text);
        lap(2);
        let mut speakers = speakers::resolve(&text, &attributions);
        lap(3);
        std::hint::black_box(contest::find(&text, &attributions, &mut speakers));
        lap(4);
    }
    sums
}

/// Milliseconds that one article takes.
fn time(text: &str) -> f64 {
    let start = Instant::now();
    std::hint::black_box(sayso::annotate(std::hint::black_box(text)));
    start.elapsed().as_secs_f64() * 1000.0
}
