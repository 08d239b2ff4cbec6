//! From words to what is carried along a paragraph, and the way back.

use sayso::model::math;
use sayso::model::net::{CONTEXT, GATES, MEMORY, REACH, WIDTH, WORD};

use super::examples::Token;
use super::{CONVOLUTION, FIRST_BIAS, GATE, Learner, Random, STATE_VECTORS, WORDS};

/// Share of the entries between layers that is left out.
const DROPOUT: f32 = 0.3;
/// Share of the properties of words that is left out.
const WORD_DROPOUT: f32 = 0.15;

/// What the layers below the heads gave for a run of tokens, for the way back.
pub(super) struct Encoded {
    /// The properties of each word that were not left out.
    kept: Vec<Vec<u32>>,
    vectors: Vec<f32>,
    contexts: Vec<f32>,
    gates: Vec<f32>,
    carried: Vec<f32>,
    /// What was left out after vectors, contexts and memory.
    masks: [Vec<f32>; 3],
}

impl Learner<'_> {
    /// What the network carries along a run of tokens.
    pub(super) fn encode(&self, tokens: &[Token], mut random: Option<&mut Random>, memory: &mut [f32]) -> Encoded {
        let n = tokens.len();
        let [words, states, convolution, gate] = [WORDS, STATE_VECTORS, CONVOLUTION, GATE].map(|n| &self.parameters[n]);
        let [context_bias, gate_bias] = [FIRST_BIAS, FIRST_BIAS + 1].map(|n| &self.parameters[n]);
        let mut kept: Vec<Vec<u32>> = Vec::with_capacity(n);
        let mut vectors = vec![0.0; n * WORD];
        for (vector, token) in vectors.chunks_exact_mut(WORD).zip(tokens) {
            let list = self.examples.lists[token.list as usize].iter().copied();
            let list: Vec<u32> = match &mut random {
                Some(random) => list.filter(|_| random.share() >= WORD_DROPOUT).collect(),
                None => list.collect(),
            };
            for &word in &list {
                add(vector, &words[word as usize * WORD..][..WORD]);
            }
            kept.push(list);
            add(vector, &states[usize::from(token.state) * WORD..][..WORD]);
        }
        let mut masks: [Vec<f32>; 3] = Default::default();
        drop_out(&mut vectors, &mut masks[0], random.as_deref_mut());

        let mut contexts = context_bias.repeat(n);
        for (t, vector) in vectors.chunks_exact(WORD).enumerate() {
            let mut responses = [0.0; WIDTH * CONTEXT];
            times(vector, convolution, &mut responses);
            for (place, response) in responses.chunks_exact(CONTEXT).enumerate() {
                if let Some(to) = (t + REACH).checked_sub(place).filter(|&to| to < n) {
                    add(&mut contexts[to * CONTEXT..][..CONTEXT], response);
                }
            }
        }
        for context in &mut contexts {
            *context = context.max(0.0);
        }
        drop_out(&mut contexts, &mut masks[1], random.as_deref_mut());

        let mut gates = gate_bias.repeat(n);
        for (context, gates) in contexts.chunks_exact(CONTEXT).zip(gates.chunks_exact_mut(GATES)) {
            times(context, gate, gates);
            for open in [MEMORY..2 * MEMORY, 3 * MEMORY..4 * MEMORY] {
                for open in &mut gates[open] {
                    *open = math::logistic(*open);
                }
            }
        }
        for way in 0..2 {
            let mut now = [0.0; MEMORY];
            for i in 0..n {
                let t = if way == 0 { i } else { n - 1 - i };
                let (new, open) = gates[t * GATES + way * 2 * MEMORY..][..2 * MEMORY].split_at(MEMORY);
                for ((now, new), open) in now.iter_mut().zip(new).zip(open) {
                    *now += open * (new - *now);
                }
                memory[(2 * t + way) * MEMORY..][..MEMORY].copy_from_slice(&now);
            }
        }
        let carried = memory.to_vec();
        drop_out(memory, &mut masks[2], random);
        Encoded { kept, vectors, contexts, gates, carried, masks }
    }

    /// The way back from what a run of tokens carries along to the words.
    pub(super) fn way_back(&mut self, tokens: &[Token], encoded: &Encoded, memory_back: &mut [f32]) {
        let n = tokens.len();
        let Encoded { kept, vectors, contexts, gates, carried, masks } = encoded;
        let [convolution, gate] = [CONVOLUTION, GATE].map(|n| &self.parameters[n]);
        scale(memory_back, &masks[2]);
        let mut gates_back = vec![0.0; n * GATES];
        for way in 0..2 {
            let mut back = [0.0; MEMORY];
            for i in (0..n).rev() {
                let t = if way == 0 { i } else { n - 1 - i };
                let from = if i == 0 { None } else { Some(if way == 0 { t - 1 } else { t + 1 }) };
                let at = t * GATES + way * 2 * MEMORY;
                let (new, open) = gates[at..][..2 * MEMORY].split_at(MEMORY);
                let (new_back, open_back) = gates_back[at..][..2 * MEMORY].split_at_mut(MEMORY);
                add(&mut back, &memory_back[(2 * t + way) * MEMORY..][..MEMORY]);
                for k in 0..MEMORY {
                    let before = from.map_or(0.0, |from| carried[(2 * from + way) * MEMORY + k]);
                    new_back[k] = back[k] * open[k];
                    open_back[k] = back[k] * (new[k] - before) * open[k] * (1.0 - open[k]);
                    back[k] *= 1.0 - open[k];
                }
            }
        }
        let mut contexts_back = vec![0.0; n * CONTEXT];
        for (t, back) in gates_back.chunks_exact(GATES).enumerate() {
            let context = &contexts[t * CONTEXT..][..CONTEXT];
            let to = &mut contexts_back[t * CONTEXT..][..CONTEXT];
            times_back(context, gate, back, &mut self.gradients[GATE], to);
            add(&mut self.gradients[FIRST_BIAS + 1], back);
        }
        for ((back, mask), context) in contexts_back.iter_mut().zip(&masks[1]).zip(contexts) {
            *back = if *context > 0.0 { *back * mask } else { 0.0 };
        }
        for back in contexts_back.chunks_exact(CONTEXT) {
            add(&mut self.gradients[FIRST_BIAS], back);
        }
        for (t, vector) in vectors.chunks_exact(WORD).enumerate() {
            let mut responses_back = [0.0; WIDTH * CONTEXT];
            for (place, back) in responses_back.chunks_exact_mut(CONTEXT).enumerate() {
                if let Some(to) = (t + REACH).checked_sub(place).filter(|&to| to < n) {
                    back.copy_from_slice(&contexts_back[to * CONTEXT..][..CONTEXT]);
                }
            }
            let mut back = [0.0; WORD];
            times_back(vector, convolution, &responses_back, &mut self.gradients[CONVOLUTION], &mut back);
            scale(&mut back, &masks[0][t * WORD..][..WORD]);
            for &word in &kept[t] {
                add(&mut self.gradients[WORDS][word as usize * WORD..][..WORD], &back);
            }
            add(&mut self.gradients[STATE_VECTORS][usize::from(tokens[t].state) * WORD..][..WORD], &back);
        }
    }
}

/// What a layer keeps of its entries: as much more as others are left out.
pub(super) fn drop_out(values: &mut [f32], mask: &mut Vec<f32>, random: Option<&mut Random>) {
    mask.clear();
    match random {
        None => mask.resize(values.len(), 1.0),
        Some(random) => {
            let kept = 1.0 / (1.0 - DROPOUT);
            mask.extend(values.iter().map(|_| if random.share() < DROPOUT { 0.0 } else { kept }));
            scale(values, mask);
        }
    }
}

fn scale(values: &mut [f32], by: &[f32]) {
    for (value, by) in values.iter_mut().zip(by) {
        *value *= by;
    }
}

pub(super) fn add(sum: &mut [f32], values: &[f32]) {
    for (sum, value) in sum.iter_mut().zip(values) {
        *sum += value;
    }
}

/// Adds the product of a vector and a matrix.
pub(super) fn times(input: &[f32], matrix: &[f32], out: &mut [f32]) {
    for (&x, row) in input.iter().zip(matrix.chunks_exact(out.len())) {
        if x != 0.0 {
            for (out, weight) in out.iter_mut().zip(row) {
                *out += x * weight;
            }
        }
    }
}

/// The way back through [`times`]: `back` is the gradient of what came out.
pub(super) fn times_back(
    input: &[f32],
    matrix: &[f32],
    back: &[f32],
    gradient: &mut [f32],
    input_gradient: &mut [f32],
) {
    let rows = matrix.chunks_exact(back.len()).zip(gradient.chunks_exact_mut(back.len()));
    for ((&x, to), (row, gradient)) in input.iter().zip(input_gradient).zip(rows) {
        // Sums apart, so that they can be worked out side by side.
        let mut sums = [0.0; 8];
        for (row, back) in row.as_chunks::<8>().0.iter().zip(back.as_chunks::<8>().0) {
            for ((sum, weight), back) in sums.iter_mut().zip(row).zip(back) {
                *sum += weight * back;
            }
        }
        *to += sums.iter().sum::<f32>();
        if x != 0.0 {
            for (gradient, back) in gradient.iter_mut().zip(back) {
                *gradient += x * back;
            }
        }
    }
}
