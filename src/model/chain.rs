//! Linear-chain conditional random fields (Lafferty, McCallum and Pereira, ICML 2001) over a small
//! automaton.
//!
//! Each state of the automaton bears a label. A token's *emissions* score the labels, and also
//! *events*: an arc may name one, such as "content ends here", whose score is added when it is taken.
//! This lets words say where a span ends, which begin/inside labels alone cannot.

use super::math;

/// Labels and events that one token's emissions score.
pub const LABELS: usize = 8;

/// Scores of one token, by label and event.
pub type Emission = [f32; LABELS];

/// Stands for no event in an [`Arc`].
pub const NO_EVENT: u8 = LABELS as u8;

/// Emissions as powers of e, the last for no event.
pub type Potential = [f32; LABELS + 1];

/// A step from one token to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arc {
    /// State at the token before.
    pub from: u8,
    /// State at this token.
    pub to: u8,
    /// The event that the step brings about, as an index into [`Emission`], or [`NO_EVENT`].
    pub event: u8,
}

/// A token that may only be in some of the states: its place in the chain, and a bit for each state.
pub type Only = (usize, u32);

/// The automaton of a chain.
#[derive(Debug, Clone)]
pub struct Topology {
    /// The label that each state bears, as an index into [`Emission`].
    pub labels: Vec<u8>,
    /// Permitted steps, in order of `to`.
    pub arcs: Vec<Arc>,
    /// Whether a chain may begin in the state.
    pub starts: Vec<bool>,
    /// Whether a chain may end in the state.
    pub ends: Vec<bool>,
    /// The arcs gathered in rows: by the state that they leave, and by the one that they lead to.
    leaving: Rows,
    leading: Rows,
    /// Which entries of an [`Emission`] are labels; the others are events.
    is_label: [bool; LABELS],
}

/// The most states an automaton may have.
const STATES: usize = 24;

/// A number for each state.
type States = [f32; STATES];

/// Arcs that bring about the same event and share the state at one end, so that all of them are taken at once.
#[derive(Debug, Clone)]
struct Rows {
    /// The state and the event of each row.
    rows: Vec<(usize, u8)>,
    /// For each arc its row, and the state at its other end.
    of: Vec<(usize, usize)>,
}

impl Rows {
    /// `ends` gives the state that an arc is gathered by, and the other.
    fn new(arcs: &[Arc], ends: fn(&Arc) -> (u8, u8)) -> Self {
        let row = |arc: &Arc| (usize::from(ends(arc).0), arc.event);
        let mut rows: Vec<(usize, u8)> = arcs.iter().map(row).collect();
        rows.sort_unstable();
        rows.dedup();
        let number = |arc: &Arc| rows.partition_point(|other| *other < row(arc));
        let of = arcs.iter().map(|arc| (number(arc), usize::from(ends(arc).1))).collect();
        Self { rows, of }
    }

    /// What each row leads to, by what each arc weighs.
    fn weigh(&self, arcs: &[f32]) -> Vec<States> {
        let mut weights = vec![[0.0; STATES]; self.rows.len()];
        for (&(row, state), arc) in self.of.iter().zip(arcs) {
            weights[row][state] = *arc;
        }
        weights
    }

    /// What comes of these numbers by way of all arcs.
    fn step(&self, weights: &[States], numbers: &States, potential: &Potential) -> States {
        let mut out = [0.0; STATES];
        for (&(state, event), weights) in self.rows.iter().zip(weights) {
            let share = numbers[state] * potential[usize::from(event)];
            for (out, weight) in out.iter_mut().zip(weights) {
                *out += share * weight;
            }
        }
        out
    }
}

/// Sums over all paths through a chain.
#[derive(Debug, Default)]
pub struct Lattice {
    /// Forward sums, scaled to one at each token; `states` of them a token.
    pub forward: Vec<f32>,
    /// Backward sums, scaled likewise.
    pub backward: Vec<f32>,
    /// Exponentials of the emissions, those of labels less the greatest.
    pub potentials: Vec<Potential>,
    /// What the forward sums of each token were divided by.
    pub scales: Vec<f32>,
    /// Sum of the greatest emissions that were taken off.
    greatest: f32,
    /// The share of the paths that end as they may, of those with the forward sums of the last token.
    pub ending: f32,
}

impl Lattice {
    /// Logarithm of the sum over all paths, after the forward sums.
    #[must_use]
    pub fn log_sum(&self) -> f32 {
        self.greatest + self.scales.iter().chain([&self.ending]).map(|&scale| math::ln(scale)).sum::<f32>()
    }

    /// The chances of the states at token `t`, after both sums.
    pub fn chances(&self, t: usize, states: usize, chances: &mut [f32]) {
        let mut sum = f32::MIN_POSITIVE;
        for (s, chance) in chances[..states].iter_mut().enumerate() {
            *chance = self.forward[t * states + s] * self.backward[t * states + s];
            sum += *chance;
        }
        for chance in &mut chances[..states] {
            *chance /= sum;
        }
    }
}

impl Topology {
    /// An automaton whose arcs are sorted by `to` and then `from`.
    ///
    /// # Panics
    /// If it has more than 24 states.
    #[must_use]
    pub fn new(labels: Vec<u8>, arcs: Vec<Arc>, starts: Vec<bool>, ends: Vec<bool>) -> Self {
        assert!(labels.len() <= STATES && arcs.is_sorted_by_key(|a| (a.to, a.from)));
        let leaving = Rows::new(&arcs, |arc| (arc.from, arc.to));
        let leading = Rows::new(&arcs, |arc| (arc.to, arc.from));
        let is_label = std::array::from_fn(|l| labels.contains(&(l as u8)));
        Self { labels, arcs, starts, ends, leaving, leading, is_label }
    }

    /// Number of states.
    #[must_use]
    pub fn states(&self) -> usize {
        self.labels.len()
    }

    /// Emissions as powers of e, those of labels less the greatest, which comes second.
    fn potential(&self, emission: &Emission) -> (Potential, f32) {
        let mut greatest = f32::NEG_INFINITY;
        for (&e, &label) in emission.iter().zip(&self.is_label) {
            greatest = if label && e > greatest { e } else { greatest };
        }
        let mut potential = [1.0; LABELS + 1];
        for ((p, &e), &label) in potential.iter_mut().zip(emission).zip(&self.is_label) {
            *p = math::exp(if label { e - greatest } else { e });
        }
        (potential, greatest)
    }

    /// Forward sums. `arcs` holds e to the score of each arc.
    #[inline(never)]
    pub fn forward(&self, arcs: &[f32], emissions: &[Emission], only: Only, lattice: &mut Lattice) {
        let states = self.states();
        lattice.forward.clear();
        lattice.forward.reserve(emissions.len() * states);
        lattice.potentials.clear();
        lattice.scales.clear();
        (lattice.greatest, lattice.ending) = (0.0, 1.0);
        let weights = self.leaving.weigh(arcs);
        let mut before: States = [0.0; STATES];
        for (t, emission) in emissions.iter().enumerate() {
            let (potential, greatest) = self.potential(emission);
            let mut now = if t == 0 {
                std::array::from_fn(|s| f32::from(u8::from(self.starts.get(s) == Some(&true))))
            } else {
                self.leaving.step(&weights, &before, &potential)
            };
            rule_out(only, t, &mut now);
            for (a, &label) in now.iter_mut().zip(&self.labels) {
                *a *= potential[usize::from(label)];
            }
            let sum = positive(total(&now));
            let share = 1.0 / sum;
            before = now.map(|a| a * share);
            lattice.forward.extend_from_slice(&before[..states]);
            lattice.potentials.push(potential);
            lattice.scales.push(sum);
            lattice.greatest += greatest;
        }
        if !emissions.is_empty() {
            let end: f32 = before.iter().zip(&self.ends).filter(|(_, ends)| **ends).map(|(a, _)| a).sum();
            lattice.ending = positive(end);
        }
    }

    /// Backward sums, after [`Topology::forward`]. Forward times backward is then proportional to the
    /// chance of a state.
    #[inline(never)]
    pub fn backward(&self, arcs: &[f32], lattice: &mut Lattice) {
        let states = self.states();
        let n = lattice.scales.len();
        lattice.backward.clear();
        lattice.backward.resize(n * states, 0.0);
        let weights = self.leading.weigh(arcs);
        let mut after: States = [0.0; STATES];
        for t in (0..n).rev() {
            // A state that no path reaches, be it that it is ruled out, leads nowhere.
            let reached = &lattice.forward[t * states..][..states];
            let mut now = if t + 1 == n {
                std::array::from_fn(|s| f32::from(u8::from(self.ends.get(s) == Some(&true))))
            } else {
                let potential = &lattice.potentials[t + 1];
                for (after, &label) in after.iter_mut().zip(&self.labels) {
                    *after *= potential[usize::from(label)];
                }
                self.leading.step(&weights, &after, potential)
            };
            let share = 1.0 / positive(total(&now));
            for (b, &forward) in now.iter_mut().zip(reached) {
                *b = if forward > 0.0 { *b * share } else { 0.0 };
            }
            lattice.backward[t * states..][..states].copy_from_slice(&now[..states]);
            after = now;
        }
    }
}

/// The sum over all states, by eight partial sums that do not wait for each other.
fn total(states: &States) -> f32 {
    let mut sums = [0.0; 8];
    for eight in states.as_chunks::<8>().0 {
        for (sum, value) in sums.iter_mut().zip(eight) {
            *sum += value;
        }
    }
    sums.iter().sum()
}

/// The number, or the least that can be divided by. (`f32::max` is a call in WebAssembly.)
fn positive(sum: f32) -> f32 {
    if sum > f32::MIN_POSITIVE { sum } else { f32::MIN_POSITIVE }
}

fn rule_out(only: Only, t: usize, states: &mut States) {
    let (at, allowed) = only;
    if at == t {
        for (s, value) in states.iter_mut().enumerate() {
            if allowed >> s & 1 == 0 {
                *value = 0.0;
            }
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::link;

    /// Every path through the automaton, with its score.
    pub(in crate::model) fn paths(
        topology: &Topology,
        arcs: &[f32],
        emissions: &[Emission],
        only: Only,
    ) -> Vec<(Vec<u8>, f64)> {
        let allowed = |t: usize, s: u8| only.0 != t || only.1 >> s & 1 == 1;
        let score = |t: usize, s: u8| f64::from(emissions[t][topology.labels[s as usize] as usize]);
        let mut paths: Vec<(Vec<u8>, f64)> = (0..topology.states() as u8)
            .filter(|&s| topology.starts[s as usize] && allowed(0, s))
            .map(|s| (vec![s], score(0, s)))
            .collect();
        for t in 1..emissions.len() {
            let mut longer = Vec::new();
            for (path, sum) in &paths {
                for (arc, &weight) in topology.arcs.iter().zip(arcs) {
                    if arc.from == path[t - 1] && allowed(t, arc.to) {
                        let event = emissions[t].get(arc.event as usize).unwrap_or(&0.0);
                        let path = [path.as_slice(), &[arc.to]].concat();
                        longer.push((path, sum + f64::from(weight + event) + score(t, arc.to)));
                    }
                }
            }
            paths = longer;
        }
        paths.retain(|(path, _)| topology.ends[path[path.len() - 1] as usize]);
        paths
    }

    /// Scores of the arcs and of so many tokens that look random.
    pub(in crate::model) fn scores(topology: &Topology, length: usize) -> (Vec<f32>, Vec<Emission>) {
        let mut random = 1u32;
        let mut next = || {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (random >> 8) as f32 / (1 << 22) as f32 - 2.0
        };
        let arcs = topology.arcs.iter().map(|_| next()).collect();
        (arcs, (0..length).map(|_| std::array::from_fn(|_| next())).collect())
    }

    fn check(topology: &Topology, length: usize, only: Only) {
        let (arcs, emissions) = scores(topology, length);
        let all = paths(topology, &arcs, &emissions, only);
        let sum: f64 = all.iter().map(|p| p.1.exp()).sum();

        let weights: Vec<f32> = arcs.iter().map(|a| a.exp()).collect();
        let mut lattice = Lattice::default();
        topology.forward(&weights, &emissions, only, &mut lattice);
        topology.backward(&weights, &mut lattice);
        assert!((f64::from(lattice.log_sum()) - sum.ln()).abs() < 1e-3);
        let mut chances = vec![0.0; topology.states()];
        for t in 0..length {
            lattice.chances(t, topology.states(), &mut chances);
            for (s, &chance) in chances.iter().enumerate() {
                let expected: f64 = all.iter().filter(|p| p.0[t] == s as u8).map(|p| p.1.exp()).sum::<f64>() / sum;
                assert!((f64::from(chance) - expected).abs() < 1e-3, "state {s} at {t}: {chance}, not {expected}");
            }
        }
    }

    #[test]
    fn sums_agree_with_counting_all_paths() {
        for length in 1..=5 {
            check(&link::topology(), length, (0, u32::MAX));
            check(&link::topology(), length, (length / 2, link::HEAD));
        }
    }
}
