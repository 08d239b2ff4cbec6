//! Learns the network: cross-entropy of the labels of the first pass and likelihood of the chains of the
//! second, by Adam with decoupled weight decay (Loshchilov and Hutter, ICLR 2019), with dropout of the
//! properties of words and of what the layers give.

mod examples;
mod heads;
mod layers;

use std::ops::Range;

use sayso::model::chain::{LABELS, Lattice};
use sayso::model::net::{BIASES, CONTEXT, GATES, HIDDEN, MATRICES, MEMORY, PAIR, STATES, WIDTH, WORD};

use super::random::Random;
pub(super) use examples::{Examples, Pairing};

/// Passes over the data.
const EPOCHS: usize = 24;
/// Highest step.
const RATE: f32 = 2e-3;
/// Steps until it is reached; from there it falls, in a line.
const WARM_UP: f32 = 100.0;
/// Decay of vectors and of matrices.
const DECAY: [f32; 2] = [1e-4, 1e-2];
/// Tokens after which a step is taken.
const BATCH: usize = 2000;
/// How much of the mean of the parameters is kept at each step; the mean is what is learned (Polyak and
/// Juditsky, 1992).
const MEAN: f32 = 0.998;
/// The greatest length of a gradient.
const CLIP: f32 = 1.0;

/// Where in [`Parameters`] each tensor is: vectors of words, matrices, biases, arcs of the second pass.
const WORDS: usize = 0;
const STATE_VECTORS: usize = 1;
const CONVOLUTION: usize = 2;
const GATE: usize = 3;
const HIDE: usize = 4;
const LABEL: usize = 5;
const TOKEN: usize = 6;
const CUE: usize = 7;
const DISTANCE: usize = 8;
const LINKED: usize = 9;
const FIRST_BIAS: usize = 1 + MATRICES.len();
const ARCS: usize = FIRST_BIAS + BIASES.len();
const TENSORS: usize = ARCS + 1;

/// The tensors of a network.
pub(super) type Parameters = [Vec<f32>; TENSORS];

/// Learns from the articles for which `use_article` holds. `log` is told the epoch, and for the first and the
/// second pass the loss on articles that are not learned from.
pub(super) fn learn(
    examples: &Examples,
    use_article: impl Fn(usize) -> bool,
    mut log: impl FnMut(usize, [f64; 2]),
) -> Parameters {
    let mut random = Random::default();
    let mut net = Learner::new(examples, &mut random);
    let (mut order, unseen): (Vec<usize>, Vec<usize>) = (0..examples.articles.len()).partition(|&a| use_article(a));
    let count = |articles: &[usize]| articles.iter().map(|&a| examples.articles[a].tokens.len()).sum::<usize>();
    let steps = (EPOCHS * count(&order) / BATCH) as f32;
    let mut mean = net.parameters.clone();
    for epoch in 0..EPOCHS {
        random.shuffle(&mut order);
        let mut waiting = 0;
        for &article in &order {
            net.article(article, Some(&mut random));
            waiting += examples.articles[article].tokens.len();
            if waiting >= BATCH {
                net.step(waiting, steps);
                waiting = 0;
                for (mean, now) in mean.iter_mut().flatten().zip(net.parameters.iter().flatten()) {
                    *mean += (1.0 - MEAN) * (now - *mean);
                }
            }
        }
        let mut loss = [0.0; 2];
        std::mem::swap(&mut mean, &mut net.parameters);
        for &article in &unseen {
            let here = net.article(article, None);
            loss = [loss[0] + here[0], loss[1] + here[1]];
        }
        std::mem::swap(&mut mean, &mut net.parameters);
        loss[0] /= count(&unseen).max(1) as f64;
        log(epoch + 1, loss);
    }
    mean
}

struct Learner<'a> {
    examples: &'a Examples,
    parameters: Parameters,
    gradients: Parameters,
    means: Parameters,
    squares: Parameters,
    steps: f32,
    /// What is left of the first mean and the first square.
    faded: [f32; 2],
    lattice: Lattice,
}

impl<'a> Learner<'a> {
    fn new(examples: &'a Examples, random: &mut Random) -> Self {
        let mut uniform = |n: usize, most: f32| (0..n).map(|_| random.around_zero(most)).collect::<Vec<f32>>();
        let most = |inputs: usize| 1.0 / (inputs as f32).sqrt();
        let mut gate_bias = uniform(GATES, most(CONTEXT));
        for (n, bias) in gate_bias.iter_mut().enumerate() {
            if n / MEMORY % 2 == 1 {
                // From carrying on for long to taking on at once.
                *bias = -2.5 + 3.0 * (n % MEMORY) as f32 / MEMORY as f32;
            }
        }
        let parameters = [
            uniform(examples.words.len() * WORD, 0.5),
            uniform(STATES * WORD, 0.5),
            uniform(MATRICES[1], most(WIDTH * WORD)),
            uniform(MATRICES[2], most(CONTEXT)),
            uniform(MATRICES[3], most(2 * MEMORY)),
            uniform(MATRICES[4], most(HIDDEN)),
            uniform(MATRICES[5], most(2 * MEMORY)),
            uniform(MATRICES[6], most(2 * MEMORY)),
            uniform(MATRICES[7], 0.5),
            uniform(MATRICES[8], most(PAIR)),
            vec![0.0; CONTEXT],
            gate_bias,
            vec![0.0; HIDDEN],
            vec![0.0; LABELS],
            vec![0.0; LABELS],
            vec![0.0; examples.topology.arcs.len()],
        ];
        let zero = || -> Parameters { std::array::from_fn(|n| vec![0.0; parameters[n].len()]) };
        let (gradients, means, squares) = (zero(), zero(), zero());
        Self {
            examples,
            parameters,
            gradients,
            means,
            squares,
            steps: 0.0,
            faded: [1.0; 2],
            lattice: Lattice::default(),
        }
    }

    /// The losses of both passes on an article; with `random`, their gradients are added up.
    fn article(&mut self, article: usize, mut random: Option<&mut Random>) -> [f64; 2] {
        let examples = self.examples;
        let article = &examples.articles[article];
        let learns = random.is_some();
        let mut memory = vec![0.0; article.tokens.len() * 2 * MEMORY];
        let mut back = vec![0.0; if learns { memory.len() } else { 0 }];
        let of = |run: &Range<usize>| run.start * 2 * MEMORY..run.end * 2 * MEMORY;
        let mut encoded = Vec::with_capacity(article.runs.len());
        for run in &article.runs {
            encoded.push(self.encode(&article.tokens[run.clone()], random.as_deref_mut(), &mut memory[of(run)]));
        }
        let first = self.label(&article.tokens, &memory, &mut back);
        let second = self.pair(&article.pairings, &memory, &mut back, random);
        if learns {
            for (run, encoded) in article.runs.iter().zip(&encoded) {
                self.way_back(&article.tokens[run.clone()], encoded, &mut back[of(run)]);
            }
        }
        [first, second]
    }

    /// Takes a step by the gradients of so many tokens; there are `all` steps.
    fn step(&mut self, tokens: usize, all: f32) {
        const KEEP: [f32; 2] = [0.9, 0.999];
        self.steps += 1.0;
        let rate = RATE * (self.steps / WARM_UP).min(1.0) * (1.0 - self.steps / all).max(0.01);
        let squared: f32 = self.gradients.iter().flatten().map(|g| g * g).sum();
        let length = squared.sqrt() / tokens as f32;
        let share = (CLIP / length.max(CLIP)) / tokens as f32;
        self.faded = [self.faded[0] * KEEP[0], self.faded[1] * KEEP[1]];
        let [first, second] = self.faded.map(|faded| 1.0 - faded);
        let rate = [rate / first, rate];
        for tensor in 0..TENSORS {
            let decay = 1.0 - rate[1] * if tensor <= STATE_VECTORS { DECAY[0] } else { DECAY[1] };
            let all = self.parameters[tensor].iter_mut().zip(&mut self.gradients[tensor]);
            for (((weight, gradient), mean), square) in all.zip(&mut self.means[tensor]).zip(&mut self.squares[tensor])
            {
                let g = *gradient * share;
                *gradient = 0.0;
                *mean = KEEP[0] * *mean + (1.0 - KEEP[0]) * g;
                *square = KEEP[1] * *square + (1.0 - KEEP[1]) * g * g;
                *weight = *weight * decay - rate[0] * *mean / ((*square / second).sqrt() + 1e-8);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use sayso::model::link;
    use sayso::model::tag::{self, Evidence};
    use sayso::text::Text;

    use super::*;

    /// The gradients are what the losses really change by.
    #[test]
    fn the_way_back_undoes_the_way_forth() {
        let text = Text::new("Ann Lee said on Monday that the bridge is not safe. “We knew,” she added.\n\nIt rained.");
        let evidence = [Evidence::new(&text)];
        let tokens = text.tokens.len();
        let mut labels = vec![tag::OUT; tokens];
        labels[..3].copy_from_slice(&[tag::SOURCE, tag::SOURCE + 1, tag::CUE]);
        labels[5] = tag::CONTENT;
        labels[6..11].fill(tag::CONTENT + 1);
        let mut examples = Examples::all(&evidence, &[labels], 1);
        let window = 0..12;
        let gold = [8, 10, 5, 1, 1, 13, 15, 15, 15, 15, 15, 3].to_vec();
        let rejected = vec![link::REJECTED as u8; 8];
        examples.add(vec![vec![Pairing { cue: 2, window, gold }, Pairing { cue: 16, window: 12..20, gold: rejected }]]);
        let mut learner = Learner::new(&examples, &mut Random::seeded(7));
        let loss = |learner: &mut Learner| learner.article(0, Some(&mut Random::seeded(3))).iter().sum::<f64>();
        loss(&mut learner);
        let gradients = learner.gradients.clone();
        for (tensor, gradients) in gradients.iter().enumerate() {
            let steepest = (0..gradients.len()).max_by(|&a, &b| gradients[a].abs().total_cmp(&gradients[b].abs()));
            let at = steepest.expect("no tensor is empty");
            let expected = f64::from(gradients[at]);
            let was = learner.parameters[tensor][at];
            let step = 2e-3;
            learner.parameters[tensor][at] = was + step;
            let above = loss(&mut learner);
            learner.parameters[tensor][at] = was - step;
            let below = loss(&mut learner);
            learner.parameters[tensor][at] = was;
            let slope = (above - below) / (2.0 * f64::from(step));
            assert!(expected.abs() > 1e-2, "tensor {tensor} is never used");
            assert!((slope / expected - 1.0).abs() < 0.05, "tensor {tensor}: {slope}, not {expected}");
        }
    }
}
