//! Words sorted by syntax: by the words that stand right before and after them in the training articles.
//!
//! Rows of positive pointwise mutual information with the neighbours, reduced to their main dimensions
//! (Levy, Goldberg and Dagan, TACL 2015), then k-means. Narrow contexts make classes that are close to
//! parts of speech, where the wide ones of the GloVe vectors make topics.

use std::collections::HashMap;

use sayso::model::{clusters, hash};
use sayso::text::Text;

use super::clusters::{DIMENSIONS, Vector, k_means};
use super::random::Random;

/// Words seen less often have no class.
const LEAST: u32 = 6;

/// So many of the commonest words are told apart as neighbours.
const NEIGHBOURS: usize = 1500;

/// Where neighbours stand.
const OFFSETS: [isize; 4] = [-2, -1, 1, 2];

/// Kinds of neighbour at an offset: the commonest words, any other, none.
const KINDS: usize = NEIGHBOURS + 2;

const FINE: usize = 256;
const COARSE: usize = 64;

/// Rounds of orthogonal iteration.
const ROUNDS: usize = 12;

/// A sparse matrix by rows of column and value.
type Rows = Vec<Vec<(u32, f32)>>;

/// Sorts the words of the articles; gives the file that the model reads.
pub(super) fn sort(texts: &[Text]) -> Vec<u8> {
    let words = common(texts);
    let rows = information(texts, &words);
    let points = reduce(&rows);
    let mass: Vec<f32> = words.iter().map(|&(_, count)| (count as f32).sqrt()).collect();
    let (fine, _) = k_means(&points, &mass, FINE, 20);
    let (coarse, _) = k_means(&points, &mass, COARSE, 20);
    let entry =
        |(n, (word, _)): (usize, &(String, u32))| (hash::bytes(word.as_bytes()), (fine[n] as u16, coarse[n] as u16));
    clusters::write(&words.iter().enumerate().map(entry).collect::<Vec<_>>())
}

/// Words in small letters that the articles have often enough, the commonest first.
fn common(texts: &[Text]) -> Vec<(String, u32)> {
    let mut counts: HashMap<String, u32> = HashMap::new();
    for text in texts {
        for t in 0..text.tokens.len() {
            *counts.entry(text.word(t).to_lowercase()).or_default() += 1;
        }
    }
    let mut words: Vec<(String, u32)> = counts.into_iter().filter(|&(_, count)| count >= LEAST).collect();
    words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    words
}

/// For each word, what its neighbours tell of it.
fn information(texts: &[Text], words: &[(String, u32)]) -> Rows {
    let numbers: HashMap<&str, usize> = words.iter().enumerate().map(|(n, (word, _))| (word.as_str(), n)).collect();
    let mut counts: Vec<HashMap<u32, u32>> = vec![HashMap::new(); words.len()];
    let mut column_sums = vec![0.0_f64; OFFSETS.len() * KINDS];
    for text in texts {
        let of: Vec<Option<usize>> =
            (0..text.tokens.len()).map(|t| numbers.get(text.word(t).to_lowercase().as_str()).copied()).collect();
        for paragraph in &text.paragraphs {
            for t in paragraph.clone() {
                let Some(word) = of[t] else { continue };
                for (n, offset) in OFFSETS.into_iter().enumerate() {
                    let kind = match t.checked_add_signed(offset).filter(|i| paragraph.contains(i)) {
                        Some(i) => of[i].map_or(NEIGHBOURS, |w| w.min(NEIGHBOURS)),
                        None => NEIGHBOURS + 1,
                    };
                    let column = n * KINDS + kind;
                    *counts[word].entry(column as u32).or_default() += 1;
                    column_sums[column] += 1.0;
                }
            }
        }
    }
    // Common neighbours are smoothed down (the same paper).
    let smooth: Vec<f64> = column_sums.iter().map(|sum| sum.powf(0.75)).collect();
    let all: f64 = smooth.iter().sum();
    counts
        .into_iter()
        .map(|row| {
            let sum: f64 = row.values().map(|&count| f64::from(count)).sum();
            let mut row: Vec<(u32, f32)> = row
                .into_iter()
                .filter_map(|(column, count)| {
                    let count = f64::from(count);
                    let information = (count / sum / (smooth[column as usize] / all)).ln();
                    // What was seen once or twice says less.
                    (information > 0.0).then_some((column, (information * count / (count + 1.0)) as f32))
                })
                .collect();
            row.sort_by_key(|&(column, _)| column);
            row
        })
        .collect()
}

/// Each row in the main dimensions of all, as a unit vector: singular vectors by orthogonal iteration, each
/// dimension weighted by the root of its singular value.
fn reduce(rows: &Rows) -> Vec<Vector> {
    let columns = OFFSETS.len() * KINDS;
    let mut random = Random::default();
    let mut basis: Vec<Vector> = (0..columns).map(|_| std::array::from_fn(|_| random.around_zero(1.0))).collect();
    for _ in 0..ROUNDS {
        let mut folded = vec![[0.0; DIMENSIONS]; columns];
        for row in rows {
            let point = project(row, &basis);
            for &(column, value) in row {
                for (f, p) in folded[column as usize].iter_mut().zip(&point) {
                    *f += value * p;
                }
            }
        }
        orthonormalise(&mut folded);
        basis = folded;
    }
    let mut points: Vec<Vector> = rows.iter().map(|row| project(row, &basis)).collect();
    for d in 0..DIMENSIONS {
        let singular = points.iter().map(|p| p[d] * p[d]).sum::<f32>().sqrt().max(1e-6);
        points.iter_mut().for_each(|p| p[d] /= singular.sqrt());
    }
    for point in &mut points {
        let length = point.iter().map(|p| p * p).sum::<f32>().sqrt().max(1e-6);
        point.iter_mut().for_each(|p| *p /= length);
    }
    points
}

fn project(row: &[(u32, f32)], basis: &[Vector]) -> Vector {
    let mut point = [0.0; DIMENSIONS];
    for &(column, value) in row {
        for (p, b) in point.iter_mut().zip(&basis[column as usize]) {
            *p += value * b;
        }
    }
    point
}

/// Gram and Schmidt on the columns.
fn orthonormalise(matrix: &mut [Vector]) {
    for d in 0..DIMENSIONS {
        for earlier in 0..d {
            let shared: f32 = matrix.iter().map(|row| row[d] * row[earlier]).sum();
            matrix.iter_mut().for_each(|row| row[d] -= shared * row[earlier]);
        }
        let length = matrix.iter().map(|row| row[d] * row[d]).sum::<f32>().sqrt().max(1e-6);
        matrix.iter_mut().for_each(|row| row[d] /= length);
    }
}
