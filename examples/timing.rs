//! Times the core natively on lines of `{"id", "text"}`: `cargo run --release --example timing FILE.jsonl`
//!
//! Prints one JSON object, in milliseconds: `first` article, each of the twelve nearest to 800 words in
//! `fresh`, and `all` of them together. `tests/bench` measures the WebAssembly module and its peers alike.

use std::time::Instant;

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
    println!("{}", json!({ "start": 0.0, "first": warming.first(), "fresh": fresh, "all": all }));
}

/// Milliseconds that one article takes.
fn time(text: &str) -> f64 {
    let start = Instant::now();
    std::hint::black_box(sayso::annotate(std::hint::black_box(text)));
    start.elapsed().as_secs_f64() * 1000.0
}
