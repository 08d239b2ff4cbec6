//! Maximum likelihood with an L1 penalty, by AdaGrad (Duchi, Hazan and Singer, JMLR 2011): each weight has
//! its own step, and what the penalty takes off is made up for when a weight is next needed.

use sayso::model::chain::{Arc, Emission, LABELS, Lattice, Only, Topology};
use sayso::model::math;

use super::data::{Chain, Data};
use super::random::Random;

/// How to learn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Settings {
    /// Passes over the data.
    pub(super) epochs: usize,
    /// First step of a weight.
    pub(super) rate: f32,
    /// Weight of the L1 penalty against the log-likelihood of all data.
    pub(super) l1: f32,
}

/// Learned weights, one row for each of [`Data::rows`], and the scores of the arcs.
pub(super) struct Learned {
    pub(super) rows: Vec<[f32; LABELS]>,
    pub(super) arcs: Vec<f32>,
}

/// The penalty is taken off this many times an epoch.
const PENALTIES: usize = 20;

/// What the sums of squared gradients begin with.
const FIRST_SQUARE: f32 = 0.5;

/// The weights at the end of each part of the epochs but the first ones, so many of a hundred, are averaged
/// (Polyak and Juditsky, 1992).
const FIRST_EPOCHS: usize = 35;

/// Gradients below this change nothing.
const NEGLIGIBLE: f32 = 1e-3;

#[derive(Clone, Copy)]
#[repr(align(64))]
struct Weight {
    value: [f32; LABELS],
    squares: [f32; LABELS],
}

struct Learner<'a> {
    data: &'a Data,
    topology: &'a Topology,
    rate: f32,
    /// Penalty of one unit of time.
    penalty: f32,
    /// Units of time gone by.
    now: u32,
    weights: Vec<Weight>,
    /// When the penalty was last taken off each row.
    paid: Vec<u32>,
    arcs: Vec<f32>,
    arc_squares: Vec<f32>,
}

/// Learns from the chains for which `use_article` holds.
pub(super) fn learn(
    data: &Data,
    topology: &Topology,
    settings: Settings,
    use_article: impl Fn(usize) -> bool,
    mut log: impl FnMut(usize, f64, f64),
) -> Learned {
    let mut order: Vec<usize> = (0..data.chains.len()).filter(|&c| use_article(data.chains[c].article)).collect();
    let mut learner = Learner {
        data,
        topology,
        rate: settings.rate,
        penalty: settings.l1 / PENALTIES as f32,
        now: 0,
        weights: vec![Weight { value: [0.0; LABELS], squares: [FIRST_SQUARE; LABELS] }; data.rows.len()],
        paid: vec![0; data.rows.len()],
        arcs: vec![0.0; topology.arcs.len()],
        arc_squares: vec![FIRST_SQUARE; topology.arcs.len()],
    };
    let mut average = Learned { rows: vec![[0.0; LABELS]; data.rows.len()], arcs: vec![0.0; topology.arcs.len()] };
    let mut averaged = 0;
    let mut random = Random::default();
    let mut lattice = Lattice::default();
    for epoch in 0..settings.epochs {
        random.shuffle(&mut order);
        let mut loss = 0.0;
        for part in order.chunks(order.len().div_ceil(PENALTIES)) {
            for &chain in part {
                loss += f64::from(learner.step(&data.chains[chain], &mut lattice));
            }
            learner.now += 1;
            if epoch * 100 >= settings.epochs * FIRST_EPOCHS {
                learner.add_to(&mut average);
                averaged += 1;
            }
        }
        if epoch + 1 == settings.epochs {
            learner.become_average(&average, averaged);
        }
        let unseen: Vec<&Chain> = data.chains.iter().filter(|c| !use_article(c.article)).collect();
        let unseen: f64 = unseen.iter().map(|chain| f64::from(learner.loss(chain, &mut lattice))).sum();
        log(epoch + 1, loss, unseen);
    }
    Learned { rows: learner.weights.iter().map(|w| w.value).collect(), arcs: learner.arcs }
}

/// How the log-likelihood of a chain changes with its scores.
pub(super) struct Gradients {
    pub(super) emissions: Vec<Emission>,
    pub(super) arcs: Vec<f32>,
    /// The negative log-likelihood.
    pub(super) loss: f32,
}

/// The gradients of a chain whose right states are `gold`.
pub(super) fn gradients(
    topology: &Topology,
    arc_scores: &[f32],
    emissions: &[Emission],
    gold: &[u8],
    only: Only,
    lattice: &mut Lattice,
) -> Gradients {
    let arcs: Vec<f32> = arc_scores.iter().map(|&a| math::exp(a)).collect();
    topology.forward(&arcs, emissions, only, lattice);
    topology.backward(&arcs, lattice);
    let states = topology.states();
    let mut gradients: Vec<Emission> = vec![[0.0; LABELS]; emissions.len()];
    let mut arc_gradients = vec![0.0; arcs.len()];
    let mut chances = vec![0.0; states];
    let mut gold_score = 0.0;
    for (t, gradient) in gradients.iter_mut().enumerate() {
        lattice.chances(t, states, &mut chances);
        for (s, chance) in chances.iter().enumerate() {
            gradient[topology.labels[s] as usize] -= chance;
        }
        let right = gold[t];
        let label = topology.labels[right as usize] as usize;
        gradient[label] += 1.0;
        gold_score += emissions[t][label];
        if t == 0 {
            continue;
        }
        let before = &lattice.forward[(t - 1) * states..t * states];
        let after = &lattice.backward[t * states..(t + 1) * states];
        let potential = &lattice.potentials[t];
        let flow = |a: usize| {
            let arc = topology.arcs[a];
            let to = arc.to as usize;
            // A ruled out state has no forward sum, whatever its arcs say.
            if lattice.forward[t * states + to] == 0.0 {
                return 0.0;
            }
            let event = potential[arc.event as usize];
            before[arc.from as usize] * arcs[a] * event * potential[topology.labels[to] as usize] * after[to]
        };
        let sum = (0..arcs.len()).map(flow).sum::<f32>().max(f32::MIN_POSITIVE);
        for (a, arc) in topology.arcs.iter().enumerate() {
            let is_right = arc.from == gold[t - 1] && arc.to == right;
            let gradient_here = f32::from(u8::from(is_right)) - flow(a) / sum;
            arc_gradients[a] += gradient_here;
            if let Some(gradient) = gradient.get_mut(arc.event as usize) {
                *gradient += gradient_here;
            }
            if is_right {
                gold_score += arc_scores[a] + emissions[t].get(arc.event as usize).unwrap_or(&0.0);
            }
        }
    }
    Gradients { emissions: gradients, arcs: arc_gradients, loss: lattice.log_sum() - gold_score }
}

impl Learner<'_> {
    /// Takes the penalty that has come due off a row.
    #[inline]
    fn pay(&mut self, row: usize) {
        let due = (self.now - self.paid[row]) as f32 * self.penalty * self.rate;
        if due == 0.0 {
            return;
        }
        self.paid[row] = self.now;
        let weight = &mut self.weights[row];
        for l in 0..LABELS {
            let less = due / weight.squares[l].sqrt();
            weight.value[l] = (weight.value[l].abs() - less).max(0.0).copysign(weight.value[l]);
        }
    }

    fn add_to(&mut self, sum: &mut Learned) {
        for row in 0..self.weights.len() {
            self.pay(row);
            for (s, w) in sum.rows[row].iter_mut().zip(&self.weights[row].value) {
                *s += w;
            }
        }
        for (s, a) in sum.arcs.iter_mut().zip(&self.arcs) {
            *s += a;
        }
    }

    fn become_average(&mut self, sum: &Learned, count: usize) {
        let share = 1.0 / count as f32;
        for (weight, sum) in self.weights.iter_mut().zip(&sum.rows) {
            weight.value = sum.map(|s| s * share);
        }
        self.arcs = sum.arcs.iter().map(|s| s * share).collect();
    }

    /// The negative log-likelihood of a chain.
    fn loss(&mut self, chain: &Chain, lattice: &mut Lattice) -> f32 {
        let emissions = self.emissions(chain);
        let arcs: Vec<f32> = self.arcs.iter().map(|&a| math::exp(a)).collect();
        self.topology.forward(&arcs, &emissions, chain.only, lattice);
        let mut score = 0.0;
        for (t, &gold) in chain.gold.iter().enumerate() {
            score += emissions[t][self.topology.labels[gold as usize] as usize];
            let step = |a: &(&Arc, &f32)| t > 0 && a.0.from == chain.gold[t - 1] && a.0.to == gold;
            if let Some((arc, weight)) = self.topology.arcs.iter().zip(&self.arcs).find(step) {
                score += weight + emissions[t].get(arc.event as usize).unwrap_or(&0.0);
            }
        }
        lattice.log_sum() - score
    }

    /// The emissions of a chain as the weights now are.
    fn emissions(&mut self, chain: &Chain) -> Vec<Emission> {
        let mut emissions: Vec<Emission> = Vec::with_capacity(chain.tokens.len());
        for token in chain.tokens.clone() {
            let mut emission = [0.0; LABELS];
            for &row in self.data.active(token) {
                self.pay(row as usize);
                for (e, w) in emission.iter_mut().zip(&self.weights[row as usize].value) {
                    *e += w;
                }
            }
            emissions.push(emission);
        }
        emissions
    }

    /// Learns from one chain; gives its negative log-likelihood before.
    fn step(&mut self, chain: &Chain, lattice: &mut Lattice) -> f32 {
        let emissions = self.emissions(chain);
        let back = gradients(self.topology, &self.arcs, &emissions, &chain.gold, chain.only, lattice);
        self.update(chain, &back.emissions, &back.arcs);
        back.loss
    }

    fn update(&mut self, chain: &Chain, gradients: &[Emission], arc_gradients: &[f32]) {
        for (token, gradient) in chain.tokens.clone().zip(gradients) {
            if gradient.iter().all(|g| g.abs() < NEGLIGIBLE) {
                continue;
            }
            for &row in self.data.active(token) {
                let weight = &mut self.weights[row as usize];
                for (l, g) in gradient.iter().enumerate() {
                    weight.squares[l] += g * g;
                    weight.value[l] += self.rate * g / weight.squares[l].sqrt();
                }
            }
        }
        for (a, &g) in arc_gradients.iter().enumerate() {
            self.arc_squares[a] += g * g;
            self.arcs[a] += self.rate * g / self.arc_squares[a].sqrt();
        }
    }
}
