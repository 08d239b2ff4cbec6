//! What the two passes make of what the network carries along, their losses, and the way back.

use sayso::model::chain::{Emission, LABELS};
use sayso::model::net::{HIDDEN, MEMORY, PAIR, distance, soften};
use sayso::model::{link, math};

use super::examples::{Pairing, Token};
use super::layers::{add, drop_out, times, times_back};
use super::{ARCS, CUE, DISTANCE, FIRST_BIAS, HIDE, LABEL, LINKED, Learner, Random, TOKEN};
use crate::train::learn::gradients;

impl Learner<'_> {
    /// The loss of the first pass on an article, whose gradients go to `memory_back` if that has room.
    pub(super) fn label(&mut self, tokens: &[Token], memory: &[f32], memory_back: &mut [f32]) -> f64 {
        let [hide, label] = [HIDE, LABEL].map(|n| &self.parameters[n]);
        let mut loss = 0.0;
        for (t, memory) in memory.chunks_exact(2 * MEMORY).enumerate() {
            let mut hidden = [0.0; HIDDEN];
            hidden.copy_from_slice(&self.parameters[FIRST_BIAS + 2]);
            times(memory, hide, &mut hidden);
            hidden = hidden.map(|h| h.max(0.0));
            let mut scores = [0.0; LABELS];
            scores.copy_from_slice(&self.parameters[FIRST_BIAS + 3]);
            times(&hidden, label, &mut scores);
            let gold = usize::from(tokens[t].label);
            let chances = soften(scores);
            loss -= f64::from(math::ln(chances[gold].max(f32::MIN_POSITIVE)));
            if memory_back.is_empty() {
                continue;
            }
            let mut back = chances;
            back[gold] -= 1.0;
            let mut hidden_back = [0.0; HIDDEN];
            let gradients = &mut self.gradients;
            times_back(&hidden, label, &back, &mut gradients[LABEL], &mut hidden_back);
            add(&mut gradients[FIRST_BIAS + 3], &back);
            for (back, hidden) in hidden_back.iter_mut().zip(hidden) {
                *back = if hidden > 0.0 { *back } else { 0.0 };
            }
            let memory_back = &mut memory_back[t * 2 * MEMORY..][..2 * MEMORY];
            times_back(memory, hide, &hidden_back, &mut gradients[HIDE], memory_back);
            add(&mut gradients[FIRST_BIAS + 2], &hidden_back);
        }
        loss
    }

    /// The loss of the second pass on an article, likewise.
    pub(super) fn pair(
        &mut self,
        pairings: &[Pairing],
        memory: &[f32],
        memory_back: &mut [f32],
        mut random: Option<&mut Random>,
    ) -> f64 {
        if pairings.is_empty() {
            return 0.0;
        }
        let [token, cue, distances, linked] = [TOKEN, CUE, DISTANCE, LINKED].map(|n| &self.parameters[n]);
        let of = |t: usize, n: usize| t * n..(t + 1) * n;
        let tokens = memory.len() / (2 * MEMORY);
        let mut of_tokens = vec![0.0; tokens * PAIR];
        for (memory, out) in memory.chunks_exact(2 * MEMORY).zip(of_tokens.chunks_exact_mut(PAIR)) {
            times(memory, token, out);
        }
        let mut tokens_back = vec![0.0; of_tokens.len()];
        let mut loss = 0.0;
        for Pairing { cue: head, window, gold } in pairings {
            let mut of_cue = [0.0; PAIR];
            times(&memory[of(*head, 2 * MEMORY)], cue, &mut of_cue);
            let mut both = vec![0.0; window.len() * PAIR];
            for (t, both) in window.clone().zip(both.chunks_exact_mut(PAIR)) {
                both.copy_from_slice(&of_tokens[of(t, PAIR)]);
                add(both, &of_cue);
                add(both, &distances[of(distance(*head, t), PAIR)]);
                for both in both {
                    *both = both.max(0.0);
                }
            }
            let mut mask = Vec::new();
            drop_out(&mut both, &mut mask, random.as_deref_mut());
            let score = |both: &[f32]| {
                let mut scores = [0.0; LABELS];
                scores.copy_from_slice(&self.parameters[FIRST_BIAS + 4]);
                times(both, linked, &mut scores);
                scores
            };
            let emissions: Vec<Emission> = both.chunks_exact(PAIR).map(score).collect();
            let only = (head - window.start, link::HEAD);
            let arcs = &self.parameters[ARCS];
            let back = gradients(&self.examples.topology, arcs, &emissions, gold, only, &mut self.lattice);
            loss += f64::from(back.loss);
            if memory_back.is_empty() {
                continue;
            }
            let gradients = &mut self.gradients;
            for (sum, back) in gradients[ARCS].iter_mut().zip(&back.arcs) {
                *sum -= back;
            }
            let mut cue_back = [0.0; PAIR];
            for (i, (t, back)) in window.clone().zip(&back.emissions).enumerate() {
                let back = back.map(|b| -b);
                let both = &both[of(i, PAIR)];
                let mut both_back = [0.0; PAIR];
                times_back(both, linked, &back, &mut gradients[LINKED], &mut both_back);
                add(&mut gradients[FIRST_BIAS + 4], &back);
                for ((back, both), mask) in both_back.iter_mut().zip(both).zip(&mask[of(i, PAIR)]) {
                    *back = if *both > 0.0 { *back * mask } else { 0.0 };
                }
                add(&mut cue_back, &both_back);
                add(&mut tokens_back[of(t, PAIR)], &both_back);
                add(&mut gradients[DISTANCE][of(distance(*head, t), PAIR)], &both_back);
            }
            let at = of(*head, 2 * MEMORY);
            times_back(&memory[at.clone()], cue, &cue_back, &mut gradients[CUE], &mut memory_back[at]);
        }
        if !memory_back.is_empty() {
            let all = memory.chunks_exact(2 * MEMORY).zip(memory_back.chunks_exact_mut(2 * MEMORY));
            for ((memory, to), back) in all.zip(tokens_back.chunks_exact(PAIR)) {
                times_back(memory, token, back, &mut self.gradients[TOKEN], to);
            }
        }
        loss
    }
}
