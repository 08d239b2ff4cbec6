//! Word clusters: k-means of unit word vectors, first into fine clusters, then of those into coarse ones.
//!
//! Made from the GloVe vectors of 100 dimensions (Pennington, Socher and Manning, EMNLP 2014; public domain
//! dedication), in their own text format: a word and its numbers a line, the commonest word first.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use sayso::model::{clusters, hash};

pub(super) const DIMENSIONS: usize = 100;

/// The commonest words are all taken, of the rest those that the training articles have twice.
const COMMON: usize = 30_000;

const FINE: usize = 512;
const COARSE: usize = 64;

/// Centres begin at words less alike than this, by cosine.
const APART: f32 = 0.55;

pub(super) type Vector = [f32; DIMENSIONS];

/// Clusters the words of a file of vectors; gives the file that the model reads.
pub(super) fn cluster<'a>(vectors: &Path, articles: impl Iterator<Item = &'a str>) -> Result<Vec<u8>> {
    let (counts, order) = count(articles);
    let text = std::fs::read_to_string(vectors).with_context(|| vectors.display().to_string())?;
    let rank: HashMap<&str, (usize, &str)> =
        text.lines().enumerate().filter_map(|(n, l)| l.split_once(' ').map(|(w, v)| (w, (n, v)))).collect();
    let plain = |w: &str| {
        w.starts_with(|c: char| c.is_ascii_lowercase())
            && w.bytes().all(|b| b.is_ascii_lowercase() || b == b'-' || b == b'\'')
    };
    let mut words: Vec<&str> =
        text.lines().take(COMMON).filter_map(|l| l.split(' ').next()).filter(|w| plain(w)).collect();
    let taken = |w: &str| rank.get(w).is_some_and(|&(n, _)| n < COMMON && plain(w));
    words.extend(order.iter().map(String::as_str).filter(|w| counts[*w] >= 2 && rank.contains_key(w) && !taken(w)));
    let mut points: Vec<Vector> = words.iter().map(|w| vector(rank[w].1)).collect::<Result<_>>()?;
    unit_without_mean(&mut points);
    let mass: Vec<f32> = words.iter().map(|w| (counts.get(*w).copied().unwrap_or(0) as f32 + 1.0).ln() + 0.5).collect();
    let (fine, centres) = k_means(&points, &mass, FINE, 12);
    let mut masses = vec![0.0; FINE];
    for (&c, m) in fine.iter().zip(&mass) {
        masses[c] += m;
    }
    let (coarse, _) = k_means(&centres, &masses, COARSE, 20);
    let entry = |(word, &c): (&&str, &usize)| (hash::bytes(word.as_bytes()), (c as u16, coarse[c] as u16));
    Ok(clusters::write(&words.iter().zip(&fine).map(entry).collect::<Vec<_>>()))
}

/// How often the articles have each word in small letters, and the words by their first occurrence.
fn count<'a>(articles: impl Iterator<Item = &'a str>) -> (HashMap<String, usize>, Vec<String>) {
    let (mut counts, mut order) = (HashMap::new(), Vec::new());
    for article in articles {
        let lower = article.to_lowercase().replace('\u{2019}', "'");
        // Letters, joined by a single hyphen or apostrophe.
        for run in lower.split(|c: char| !c.is_alphabetic() && c != '-' && c != '\'') {
            for word in
                run.split("--").flat_map(|r| r.split("''")).flat_map(|r| r.split("-'")).flat_map(|r| r.split("'-"))
            {
                let word = word.trim_matches(['-', '\'']);
                if !word.is_empty() {
                    let count = counts.entry(word.to_owned()).or_insert(0);
                    if *count == 0 {
                        order.push(word.to_owned());
                    }
                    *count += 1;
                }
            }
        }
    }
    (counts, order)
}

/// Reads the numbers of a line, to four decimals.
fn vector(numbers: &str) -> Result<Vector> {
    let mut vector = [0.0; DIMENSIONS];
    let mut count = 0;
    for (v, number) in vector.iter_mut().zip(numbers.split(' ')) {
        *v = format!("{:.4}", number.parse::<f64>()?).parse()?;
        count += 1;
    }
    ensure!(count == DIMENSIONS, "a vector has {count} numbers, not {DIMENSIONS}");
    Ok(vector)
}

fn unit_without_mean(points: &mut [Vector]) {
    let n = points.len() as f32;
    let mut mean = [0.0; DIMENSIONS];
    for point in points.iter() {
        for (m, p) in mean.iter_mut().zip(point) {
            *m += p / n;
        }
    }
    for point in points {
        let mut squares = 0.0;
        for (p, m) in point.iter_mut().zip(mean) {
            *p -= m;
            squares += *p * *p;
        }
        let length = f32::sqrt(squares).max(1e-6);
        for p in point {
            *p /= length;
        }
    }
}

/// The centre of each point, and the centres; heavy points that are apart begin as centres.
pub(super) fn k_means(points: &[Vector], mass: &[f32], k: usize, rounds: usize) -> (Vec<usize>, Vec<Vector>) {
    let mut heaviest: Vec<usize> = (0..points.len()).collect();
    heaviest.sort_by(|&a, &b| mass[b].total_cmp(&mass[a]).then(a.cmp(&b)));
    let mut centres: Vec<Vector> = Vec::new();
    for &i in &heaviest {
        if centres.len() < k && centres.iter().all(|c| dot(c, &points[i]) < APART) {
            centres.push(points[i]);
        }
    }
    let missing = k - centres.len();
    centres.extend(heaviest.iter().take(missing).map(|&i| points[i]));
    let mut nearest = vec![0; points.len()];
    for _ in 0..rounds {
        for (point, nearest) in points.iter().zip(&mut nearest) {
            let mut best = f32::NEG_INFINITY;
            for (c, centre) in centres.iter().enumerate() {
                let likeness = dot(centre, point);
                if likeness > best {
                    (best, *nearest) = (likeness, c);
                }
            }
        }
        let mut sums = vec![[0.0; DIMENSIONS]; k];
        for (i, point) in points.iter().enumerate() {
            for (s, p) in sums[nearest[i]].iter_mut().zip(point) {
                *s += mass[i] * p;
            }
        }
        for (centre, sum) in centres.iter_mut().zip(&sums) {
            let length = sum.iter().map(|s| s * s).sum::<f32>().sqrt();
            if length > 1e-6 {
                *centre = sum.map(|s| s / length);
            }
        }
    }
    (nearest, centres)
}

/// Four sums side by side, so that the order of addition is fixed and fast.
fn dot(a: &Vector, b: &Vector) -> f32 {
    let mut sums = [0.0; 4];
    for (a, b) in a.chunks_exact(4).zip(b.chunks_exact(4)) {
        for (s, (a, b)) in sums.iter_mut().zip(a.iter().zip(b)) {
            *s += a * b;
        }
    }
    sums[0] + sums[1] + sums[2] + sums[3]
}
