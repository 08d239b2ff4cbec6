//! What the network learns from.

use std::collections::HashMap;
use std::ops::Range;

use sayso::model::chain::Topology;
use sayso::model::link;
use sayso::model::net::{RUN, state, write};
use sayso::model::tag::Evidence;

use super::{ARCS, FIRST_BIAS, LINKED, Parameters, WORDS};

/// Properties of words that the articles have less often are left out.
const LEAST: u32 = 30;

/// A candidate cue with the right states of the tokens around it.
pub(in crate::train) struct Pairing {
    pub(in crate::train) cue: usize,
    pub(in crate::train) window: Range<usize>,
    pub(in crate::train) gold: Vec<u8>,
}

/// A token to learn from.
pub(super) struct Token {
    /// Its list of properties.
    pub(super) list: u32,
    /// Its [`state`].
    pub(super) state: u8,
    /// Its right label in the first pass.
    pub(super) label: u8,
}

/// An article to learn from.
pub(super) struct Article {
    pub(super) tokens: Vec<Token>,
    /// Runs of tokens of one paragraph each.
    pub(super) runs: Vec<Range<usize>>,
    pub(super) pairings: Vec<Pairing>,
}

/// What a network learns from.
pub(in crate::train) struct Examples {
    /// The properties of words that it knows.
    pub(super) words: Vec<u64>,
    /// Of each distinct list of properties, which they are.
    pub(super) lists: Vec<Vec<u32>>,
    pub(super) articles: Vec<Article>,
    pub(super) topology: Topology,
}

impl Examples {
    /// Gathers what there is to be learned of the first pass; `labels` are those of each article.
    pub(in crate::train) fn new(evidence: &[Evidence], labels: &[Vec<u8>]) -> Self {
        Self::all(evidence, labels, LEAST)
    }

    /// The same with the properties of words that the articles have so often.
    pub(super) fn all(evidence: &[Evidence], labels: &[Vec<u8>], least: u32) -> Self {
        let mut counts: HashMap<u64, u32> = HashMap::new();
        for e in evidence {
            for &word in &e.words.of {
                for &atom in &e.words.distinct[word as usize].atoms {
                    *counts.entry(atom).or_default() += 1;
                }
            }
        }
        let mut words: Vec<u64> = counts.iter().filter(|(_, n)| **n >= least).map(|(atom, _)| *atom).collect();
        words.sort_unstable();
        let number = |atom: &u64| words.binary_search(atom).ok().map(|n| n as u32);
        let (mut lists, mut articles) = (Vec::new(), Vec::new());
        for (e, labels) in evidence.iter().zip(labels) {
            let first = lists.len() as u32;
            lists.extend(e.words.distinct.iter().map(|w| w.atoms.iter().filter_map(number).collect::<Vec<u32>>()));
            let of = e.words.of.iter().zip(labels).enumerate();
            let tokens =
                of.map(|(t, (&word, &label))| Token { list: first + word, state: state(e, t) as u8, label }).collect();
            let runs = |p: &Range<usize>| {
                let end = p.end;
                p.clone().step_by(RUN).map(move |start| start..(start + RUN).min(end))
            };
            let runs = e.text.paragraphs.iter().flat_map(runs).collect();
            articles.push(Article { tokens, runs, pairings: Vec::new() });
        }
        Self { words, lists, articles, topology: link::topology() }
    }

    /// Adds what there is to be learned of the second pass.
    pub(in crate::train) fn add(&mut self, pairings: Vec<Vec<Pairing>>) {
        for (article, pairings) in self.articles.iter_mut().zip(pairings) {
            article.pairings = pairings;
        }
    }

    /// Vectors that a network has.
    pub(in crate::train) fn words(&self) -> usize {
        self.words.len()
    }

    /// A network as part of a file of weights, with the scores of the arcs of the second pass. What it adds to
    /// that pass counts as much as `share`.
    pub(in crate::train) fn write(&self, parameters: &Parameters, share: f32) -> (Vec<u8>, Vec<f32>) {
        let scaled = |tensor: usize| -> Vec<f32> { parameters[tensor].iter().map(|w| w * share).collect() };
        let (linked, bias) = (scaled(LINKED), scaled(FIRST_BIAS + 4));
        let matrix = |n: usize| if 1 + n == LINKED { &linked[..] } else { &parameters[1 + n][..] };
        let bias = |n: usize| if n == 4 { &bias[..] } else { &parameters[FIRST_BIAS + n][..] };
        let file = write(&self.words, &parameters[WORDS], std::array::from_fn(matrix), std::array::from_fn(bias));
        (file, scaled(ARCS))
    }
}
