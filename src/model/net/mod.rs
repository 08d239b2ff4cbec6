//! The network of the first pass: what the words around a token make of it.
//!
//! A word is the sum of the vectors of its properties. A convolution looks at two words on either side, and
//! two minimal gated units (Heck and Salem, MWSCAS 2017; without recurrent weights, as in Feng et al.,
//! *Were RNNs all we needed?*, 2024) carry what they keep along the paragraph, one in each direction.
//! Weights are bytes, and products are summed up as whole numbers: the result is the same on every platform.

mod matrix;

use std::ops::Range;

use super::chain::LABELS;
use super::index::{self, Index};
use super::math;
use super::tag::Evidence;
use super::weights::{Malformed, Reader};
use matrix::{Matrix, ONE, whole};

/// Entries of a word's vector.
pub const WORD: usize = 48;
/// What is known of a token beside its word, see [`state`].
pub const STATES: usize = 18;
/// Words to either side at which the convolution looks.
pub const REACH: usize = 2;
/// Words at which it looks.
pub const WIDTH: usize = 2 * REACH + 1;
/// The longest run of tokens that is read at once; a longer paragraph is read in parts.
pub const RUN: usize = 200;
/// Entries of what comes out of the convolution.
pub const CONTEXT: usize = 48;
/// Entries of what is carried along in one direction.
pub const MEMORY: usize = 48;
/// Entries of the last layer but one.
pub const HIDDEN: usize = 32;
/// Entries of what a token and a cue together come to.
pub const PAIR: usize = 48;
/// Levels of the distance between them, before the cue and after.
pub const DISTANCES: usize = 20;
/// What the convolution makes of a word for each of the tokens around it.
const RESPONSES: usize = WIDTH * CONTEXT;
/// For each direction, what would be carried on and how much of it.
pub const GATES: usize = 4 * MEMORY;

/// Sizes of the tensors that are stored as bytes.
pub const MATRICES: [usize; 9] = [
    STATES * WORD,
    WORD * RESPONSES,
    CONTEXT * GATES,
    2 * MEMORY * HIDDEN,
    HIDDEN * LABELS,
    2 * MEMORY * PAIR,
    2 * MEMORY * PAIR,
    DISTANCES * PAIR,
    PAIR * LABELS,
];
/// Sizes of the tensors that are stored as they are: what is added after the convolution, to the gates, to the
/// last layer but one and to the labels of the first pass, and to those of the second.
pub const BIASES: [usize; 5] = [CONTEXT, GATES, HIDDEN, LABELS, LABELS];

/// A trained network.
#[derive(Debug, Clone)]
pub struct Net<'a> {
    words: Index<'a>,
    rows: &'a [[u8; WORD]],
    /// What the convolution makes of each state for the tokens around it.
    of_states: Vec<f32>,
    convolution: Matrix,
    gates: Matrix,
    hidden: Matrix,
    labels: Matrix,
    /// What a token, and what a cue, adds to the two together.
    token: Matrix,
    cue: Matrix,
    distances: Vec<[i16; PAIR]>,
    linked: Matrix,
    biases: [Vec<f32>; BIASES.len()],
    /// What one unit of a word's vector is worth.
    unit: f32,
}

/// Chances of the labels of a token, the last of none.
pub type Chances = [f32; LABELS];

/// What the network makes of an article, by token.
#[derive(Debug, Default)]
pub struct Reading {
    /// Chances of the labels of the first pass.
    pub chances: Vec<Chances>,
    /// What is carried along: forwards, then backwards.
    memory: Vec<[i16; 2 * MEMORY]>,
    /// What each token brings to the two together, worked out when a cue first asks.
    tokens: Vec<Option<[i16; PAIR]>>,
}

/// The level of a distance in tokens, below ten.
#[must_use]
pub fn level(tokens: usize) -> usize {
    match tokens {
        near @ 0..=4 => near,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        _ => 9,
    }
}

/// The level of the distance from a cue to a token, those after the cue apart; below [`DISTANCES`].
#[must_use]
pub fn distance(cue: usize, token: usize) -> usize {
    level(token.abs_diff(cue)) + if token > cue { DISTANCES / 2 } else { 0 }
}

/// What is known of a token beside its word: where it stands to quotation marks, and whether it begins a
/// sentence; below [`STATES`].
#[must_use]
pub fn state(evidence: &Evidence, t: usize) -> usize {
    let first = evidence.text.sentences[evidence.text.sentence_of(t)].start == t;
    usize::from(evidence.quoted[t].state).min(STATES / 2 - 1) * 2 + usize::from(first)
}

impl<'a> Net<'a> {
    pub(super) fn read(reader: &mut Reader<'a>) -> Result<Self, Malformed> {
        let words = Index::read(reader)?;
        let rows = reader.entries(words.slots())?;
        let mut units = [0.0; MATRICES.len() + 1];
        for unit in &mut units {
            *unit = f32::from_le_bytes(reader.entries(1)?[0]);
        }
        let mut bytes: [&[u8]; MATRICES.len()] = [&[]; MATRICES.len()];
        for (bytes, size) in bytes.iter_mut().zip(MATRICES) {
            *bytes = reader.entries::<1>(size)?.as_flattened();
        }
        let mut biases: [Vec<f32>; BIASES.len()] = std::array::from_fn(|_| Vec::new());
        for (bias, size) in biases.iter_mut().zip(BIASES) {
            *bias = reader.entries(size)?.iter().map(|&b| f32::from_le_bytes(b)).collect();
        }
        let [states, convolution, gates, hidden, labels, token, cue, distances, linked] = bytes;
        let [word_unit, state_unit, convolution_unit, gates_unit, hidden_unit, rest @ ..] = units;
        let [labels_unit, token_unit, cue_unit, distances_unit, linked_unit] = rest;
        let convolution = Matrix::new(convolution, RESPONSES, convolution_unit);
        let mut of_states = vec![0.0; STATES * RESPONSES];
        for (state, out) in states.as_chunks::<WORD>().0.iter().zip(of_states.chunks_exact_mut(RESPONSES)) {
            convolution.times(&state.map(|value| i16::from(value as i8)), state_unit, out);
        }
        Ok(Self {
            words,
            rows,
            of_states,
            convolution,
            gates: Matrix::new(gates, GATES, gates_unit / ONE),
            hidden: Matrix::new(hidden, HIDDEN, hidden_unit / ONE),
            labels: Matrix::new(labels, LABELS, labels_unit / ONE),
            token: Matrix::new(token, PAIR, token_unit / ONE),
            cue: Matrix::new(cue, PAIR, cue_unit / ONE),
            distances: distances
                .as_chunks()
                .0
                .iter()
                .map(|row| whole(&row.map(|w| f32::from(w as i8) * distances_unit)))
                .collect(),
            linked: Matrix::new(linked, LABELS, linked_unit / ONE),
            biases,
            unit: word_unit,
        })
    }

    /// Reads an article.
    #[must_use]
    pub fn read_article(&self, evidence: &Evidence) -> Reading {
        let mut of_words = vec![0.0; evidence.words.distinct.len() * RESPONSES];
        // What lies beyond the paragraph says nothing.
        for (word, out) in evidence.words.distinct.iter().zip(of_words.chunks_exact_mut(RESPONSES)).skip(1) {
            let mut vector = [0; WORD];
            for slot in word.atoms.iter().filter_map(|&atom| self.words.find(atom)) {
                for (sum, &value) in vector.iter_mut().zip(&self.rows[slot]) {
                    *sum += i16::from(value as i8);
                }
            }
            self.convolution.times(&vector, self.unit, out);
        }
        let tokens = evidence.text.tokens.len();
        let mut reading = Reading {
            chances: vec![[0.0; LABELS]; tokens],
            memory: vec![[0; 2 * MEMORY]; tokens],
            tokens: vec![None; tokens],
        };
        let mut work = Work::default();
        for paragraph in &evidence.text.paragraphs {
            for start in paragraph.clone().step_by(RUN) {
                let run = start..paragraph.end.min(start + RUN);
                self.run(evidence, run, &of_words, &mut work, &mut reading);
            }
        }
        reading
    }

    /// What the network adds to the scores of tokens as parts of what a cue attributes.
    #[inline(never)]
    pub fn link(&self, reading: &mut Reading, cue: usize, tokens: Range<usize>, out: &mut [[f32; LABELS]]) {
        let of_cue = part(&self.cue, &reading.memory[cue]);
        for (t, out) in tokens.zip(out) {
            let of_token = reading.tokens[t].get_or_insert_with(|| part(&self.token, &reading.memory[t]));
            let mut all = [0; PAIR];
            let parts = of_token.iter().zip(&of_cue).zip(&self.distances[distance(cue, t)]);
            for (all, ((token, cue), distance)) in all.iter_mut().zip(parts) {
                *all = token.saturating_add(*cue).saturating_add(*distance).max(0);
            }
            let mut scores = [0.0; LABELS];
            self.linked.times(&all, 1.0, &mut scores);
            for ((out, score), bias) in out.iter_mut().zip(scores).zip(&self.biases[4]) {
                *out += score + bias;
            }
        }
    }

    // Apart, as all that is hot: V8 optimises a function of WebAssembly as a whole, and late if it is large.
    #[inline(never)]
    fn run(&self, evidence: &Evidence, run: Range<usize>, of_words: &[f32], work: &mut Work, reading: &mut Reading) {
        let n = run.len();
        let [context_bias, gates_bias, hidden_bias, labels_bias, _] = &self.biases;
        work.gates.resize(n * GATES, 0.0);
        work.states.clear();
        work.states.extend(run.clone().map(|t| state(evidence, t)));
        for (i, gates) in work.gates.as_chunks_mut::<GATES>().0[..n].iter_mut().enumerate() {
            let mut context = [0.0; CONTEXT];
            context.copy_from_slice(context_bias);
            for place in 0..WIDTH {
                let Some(at) = (i + place).checked_sub(REACH).filter(|&at| at < n) else { continue };
                let word = evidence.words.of[run.start + at] as usize;
                let response = |all: &[f32], n: usize| n * RESPONSES + place * CONTEXT..all.len();
                let word = &of_words[response(of_words, word)][..CONTEXT];
                let state = &self.of_states[response(&self.of_states, work.states[at])][..CONTEXT];
                for ((sum, word), state) in context.iter_mut().zip(word).zip(state) {
                    *sum += word + state;
                }
            }
            self.gates.times(&whole(&context.map(positive)), 1.0, gates);
            for (gate, bias) in gates.iter_mut().zip(gates_bias) {
                *gate += bias;
            }
        }
        let gates = &work.gates.as_chunks::<GATES>().0[..n];
        let memory = &mut reading.memory[run.clone()];
        let mut carried = [0.0; MEMORY];
        for (gates, memory) in gates.iter().zip(memory.iter_mut()) {
            carry(&gates[..2 * MEMORY], &mut carried);
            memory[..MEMORY].copy_from_slice(&whole(&carried));
        }
        carried = [0.0; MEMORY];
        for (gates, memory) in gates.iter().zip(memory.iter_mut()).rev() {
            carry(&gates[2 * MEMORY..], &mut carried);
            memory[MEMORY..].copy_from_slice(&whole(&carried));
        }
        for (memory, out) in memory.iter().zip(&mut reading.chances[run]) {
            let mut hidden = [0.0; HIDDEN];
            self.hidden.times(memory, 1.0, &mut hidden);
            for (hidden, bias) in hidden.iter_mut().zip(hidden_bias) {
                *hidden = positive(*hidden + bias);
            }
            let mut scores = [0.0; LABELS];
            self.labels.times(&whole(&hidden), 1.0, &mut scores);
            for (score, bias) in scores.iter_mut().zip(labels_bias) {
                *score += bias;
            }
            *out = soften(scores);
        }
    }
}

/// What a token or a cue brings to the two together.
fn part(matrix: &Matrix, memory: &[i16]) -> [i16; PAIR] {
    let mut part = [0.0; PAIR];
    matrix.times(memory, 1.0, &mut part);
    whole(&part)
}

/// What is needed in between, kept from one run to the next.
#[derive(Default)]
struct Work {
    gates: Vec<f32>,
    states: Vec<usize>,
}

/// Takes on a token: of each entry as much as its gate lets in.
fn carry(gates: &[f32], carried: &mut [f32; MEMORY]) {
    let (new, open) = gates.split_at(MEMORY);
    for ((carried, new), open) in carried.iter_mut().zip(new).zip(open) {
        *carried += math::logistic(*open) * (new - *carried);
    }
}

/// The number, or 0 if it is less. (`f32::max` is a call in WebAssembly, and keeps loops from being vectorized.)
fn positive(x: f32) -> f32 {
    if x > 0.0 { x } else { 0.0 }
}

/// Scores made into chances; the last is of no label.
#[must_use]
pub fn soften(scores: [f32; LABELS]) -> Chances {
    let real = &scores[..LABELS - 1];
    let greatest = real.iter().fold(f32::NEG_INFINITY, |most, &s| if s > most { s } else { most });
    let mut chances = scores.map(|s| math::exp(s - greatest));
    chances[LABELS - 1] = 0.0;
    let sum: f32 = chances.iter().sum();
    chances.map(|c| c / sum)
}

/// Writes a network. `words` lists properties of words, `vectors` has a vector for each.
#[must_use]
pub fn write(
    words: &[u64],
    vectors: &[f32],
    matrices: [&[f32]; MATRICES.len()],
    biases: [&[f32]; BIASES.len()],
) -> Vec<u8> {
    let mut out = Vec::new();
    let unit = |numbers: &[f32]| numbers.iter().fold(f32::MIN_POSITIVE, |most, x| most.max(x.abs())) / 127.0;
    let byte = |x: f32, unit: f32| (x / unit).round() as i8 as u8;
    let word_unit = unit(vectors);
    for slot in index::write(words, &mut out) {
        let row = slot.map_or(&[0.0; WORD][..], |n| &vectors[n * WORD..][..WORD]);
        out.extend(row.iter().map(|&x| byte(x, word_unit)));
    }
    out.extend(word_unit.to_le_bytes());
    out.extend(matrices.iter().flat_map(|m| unit(m).to_le_bytes()));
    for matrix in matrices {
        let unit = unit(matrix);
        out.extend(matrix.iter().map(|&x| byte(x, unit)));
    }
    out.extend(biases.iter().flat_map(|b| b.iter()).flat_map(|b| b.to_le_bytes()));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    /// A network of small numbers that differ from each other.
    fn small() -> Vec<u8> {
        let numbers = |n: usize| (0..n).map(|i| ((i * 7919) % 201) as f32 / 500.0 - 0.2).collect::<Vec<f32>>();
        let text = Text::new("Ann said so");
        let evidence = Evidence::new(&text);
        let words: Vec<u64> = evidence.words.distinct[1..].iter().map(|word| word.atoms[0]).collect();
        let (matrices, biases) = (MATRICES.map(numbers), BIASES.map(numbers));
        let [matrices, biases] =
            [matrices.each_ref().map(Vec::as_slice).to_vec(), biases.each_ref().map(Vec::as_slice).to_vec()];
        let vectors = numbers(words.len() * WORD);
        write(&words, &vectors, matrices.try_into().expect("as many"), biases.try_into().expect("as many"))
    }

    #[test]
    fn a_file_is_read_whole_or_refused() {
        let bytes = small();
        let mut reader = Reader(&bytes);
        assert!(Net::read(&mut reader).is_ok());
        assert!(reader.end().is_ok());
        for n in (0..bytes.len()).step_by(97) {
            assert!(Net::read(&mut Reader(&bytes[..n])).is_err());
        }
    }

    #[test]
    fn words_and_their_neighbours_tell() {
        let bytes = small();
        let net = Net::read(&mut Reader(&bytes)).expect("whole");
        let chances = |text: &str| {
            let text = Text::new(text);
            net.read_article(&Evidence::new(&text)).chances
        };
        let read = chances("Ann said so");
        for token in &read {
            assert!((token.iter().sum::<f32>() - 1.0).abs() < 1e-5 && token[LABELS - 1] == 0.0);
        }
        assert_ne!(read[0], chances("Ann xyzzy so")[0]);
        // Paragraphs do not see each other.
        assert_eq!(read, chances("Ann said so\n\nso said Ann")[..3]);
    }
}
