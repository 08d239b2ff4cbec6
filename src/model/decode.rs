//! Both passes over an article.

use super::chain::{Emission, LABELS, Lattice, Topology};
use super::link::{self, Candidate, REJECTED, SIDES, Tagged};
use super::link_features::Link;
use super::manner::manner;
use super::net::{Chances, Net, Reading};
use super::signs::{self, Confidence, SIGNS, Signs};
use super::tag::{self, Evidence};
use super::weights::{Malformed, Reader, Row, UNIT, Weights};
use super::words::{Word, Words};
use super::{Proposal, math};
use crate::text::Text;

/// Neighbours whose properties count in the second pass.
pub const LINK_NEIGHBOURS: usize = 2 * link::REACH as usize + 1;

/// Slots of a word's property in the second pass: by side, neighbour and label.
pub const LINK_SLOTS: usize = SIDES * LINK_NEIGHBOURS * LABELS;

/// A trained model.
#[derive(Debug, Clone)]
pub struct Model<'a> {
    net: Net<'a>,
    weights: Weights<'a>,
    link: Topology,
    link_arcs: Vec<f32>,
    link_arcs_exp: Vec<f32>,
    /// What the signs of a right content weigh, and those of a right source with it.
    confidence: Confidence,
}

/// What a word adds to the tokens around it, by slot, in units of [`UNIT`].
pub type Scores = [Row; LINK_SLOTS / LABELS];

impl<'a> Model<'a> {
    /// Reads a model from a file of weights, whose parameters are the arcs of the second pass
    /// and the weights of the signs of confidence.
    ///
    /// # Errors
    /// If the bytes are no such file.
    pub fn read(bytes: &'a [u8]) -> Result<Self, Malformed> {
        let mut reader = Reader(bytes);
        let weights = Weights::read(&mut reader)?;
        let net = Net::read(&mut reader)?;
        reader.end()?;
        let link = link::topology();
        let (link_arcs, confidence) = weights.parameters.split_at_checked(link.arcs.len()).ok_or(Malformed)?;
        let (found, sourced) = confidence.split_at_checked(SIGNS + 1).ok_or(Malformed)?;
        let confidence = [found, sourced].map(|weights| weights.try_into().map_err(|_| Malformed));
        let confidence = [confidence[0]?, confidence[1]?];
        let link_arcs_exp = link_arcs.iter().map(|&a| math::exp(a)).collect();
        let link_arcs = link_arcs.to_vec();
        Ok(Self { net, weights, link, link_arcs, link_arcs_exp, confidence })
    }

    /// The first pass: what each token may belong to, and what the second pass asks the network about.
    #[must_use]
    pub fn tag(&self, evidence: &Evidence) -> (Vec<Tagged>, Reading) {
        let reading = self.net.read_article(evidence);
        let tagged = |chances: &Chances| {
            let chance = |label: u8| chances[usize::from(label)];
            Tagged {
                cue: chance(tag::CUE) + chance(tag::CUE + 1),
                cue_begins: chance(tag::CUE),
                source: chance(tag::SOURCE) + chance(tag::SOURCE + 1),
                content: chance(tag::CONTENT) + chance(tag::CONTENT + 1),
                content_begins: chance(tag::CONTENT),
            }
        };
        (reading.chances.iter().map(tagged).collect(), reading)
    }

    /// What the words of an article add to the tokens around them.
    #[must_use]
    pub fn scores(&self, words: &Words) -> Vec<Scores> {
        let score = |word: &Word| {
            let mut scores = [[0; LABELS]; LINK_SLOTS / LABELS];
            for &atom in &word.atoms {
                self.weights.add(atom, &mut scores);
            }
            scores
        };
        words.distinct.iter().map(score).collect()
    }

    /// Both passes: what is likely enough to be right.
    #[must_use]
    pub fn propose(&self, text: &Text) -> Vec<Proposal> {
        self.propose_with_signs(text)
            .into_iter()
            .map(|(mut proposal, signs)| {
                [proposal.found, proposal.confidence] = signs::chances(&self.confidence, &signs);
                proposal
            })
            .filter(|proposal| proposal.found >= LEAST_FOUND)
            .collect()
    }

    /// Both passes, with what the chances rest on; they are not yet told.
    #[must_use]
    pub fn propose_with_signs(&self, text: &Text) -> Vec<(Proposal, Signs)> {
        let evidence = Evidence::new(text);
        let (tagged, reading) = self.tag(&evidence);
        let words = self.scores(&evidence.words);
        let mut lattice = Lattice::default();
        let mut proposals: Vec<(Proposal, Signs)> = link::candidates(&tagged)
            .iter()
            .filter_map(|candidate| self.link(&evidence, &tagged, &reading, &words, candidate, &mut lattice))
            .collect();
        signs::compare(&mut proposals);
        proposals
    }

    fn link(
        &self,
        evidence: &Evidence,
        tagged: &[Tagged],
        reading: &Reading,
        words: &[Scores],
        candidate: &Candidate,
        lattice: &mut Lattice,
    ) -> Option<(Proposal, Signs)> {
        let link = Link::new(evidence, tagged, candidate);
        let window = link.window();
        let mut emissions: Vec<Emission> = window
            .clone()
            .map(|t| {
                let mut sum = [0; LABELS];
                let side = link.side(t) * LINK_NEIGHBOURS;
                for (n, offset) in (-link::REACH..=link::REACH).enumerate() {
                    let word = link.neighbour(t, offset) as usize;
                    add(&mut sum, &words[word][side + n]);
                }
                link.conjunctions(t, |f| self.weights.add_row(f, &mut sum));
                sum.map(|s| f32::from(s) * UNIT)
            })
            .collect();
        self.net.link(reading, candidate.head, window.clone(), &mut emissions);
        let only = Some((candidate.head - window.start, link::HEAD));
        self.link.forward(&self.link_arcs_exp, &emissions, only, lattice);
        let states = self.link.states();
        let last = &lattice.forward[(window.len() - 1) * states..];
        let ending: f32 = (0..states).filter(|&s| self.link.ends[s]).map(|s| last[s]).sum();
        let accepted = 1.0 - last[REJECTED] / ending.max(f32::MIN_POSITIVE);
        if accepted < LEAST_ACCEPTED {
            return None;
        }
        let (path, score) = self.link.best(&self.link_arcs, &emissions, only, |s| s != REJECTED)?;
        let labels: Vec<u8> = path.iter().map(|&s| self.link.labels[s as usize]).collect();
        let runs = |begin: u8| {
            let mut out: Vec<std::ops::Range<usize>> = Vec::new();
            for (t, &label) in window.clone().zip(&labels) {
                if label == begin {
                    out.push(t..t + 1);
                } else if label == begin + 1 {
                    out.last_mut()?.end = t + 1;
                }
            }
            Some(out)
        };
        let content = runs(link::CONTENT)?;
        let source = runs(link::SOURCE)?.into_iter().next();
        let is_cue = |t: usize| labels[t - window.start] == link::CUE;
        let mut cue = candidate.head..candidate.head + 1;
        while cue.start > window.start && is_cue(cue.start - 1) {
            cue.start -= 1;
        }
        while cue.end < window.end && is_cue(cue.end) {
            cue.end += 1;
        }
        if content.is_empty() {
            return None;
        }
        let manner = manner(evidence.text, cue.clone());
        let odds = math::ln(accepted / (1.0 - accepted).max(LEAST_DOUBT));
        let sure = score - lattice.log_sum - math::ln(accepted);
        let proposal = Proposal { cue, source, content, manner, found: 0.0, confidence: 0.0 };
        let signs = signs::alone(evidence, tagged, &proposal, odds, sure);
        Some((proposal, signs))
    }
}

fn add(sum: &mut Row, row: &Row) {
    for (s, r) in sum.iter_mut().zip(row) {
        *s += r;
    }
}

/// The least chance of a proposed content.
const LEAST_FOUND: f32 = 0.2;

/// No candidate is taken to be more certain than this, less than one.
const LEAST_DOUBT: f32 = 1e-4;

/// The least chance that a candidate attributes something for it to be proposed.
const LEAST_ACCEPTED: f32 = 0.08;
