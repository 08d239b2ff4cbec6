//! Both passes over an article.

use std::ops::Range;

use super::chain::{Emission, LABELS, Lattice, Topology};
use super::link::{self, Candidate, REJECTED, SIDES, Tagged};
use super::link_features::Link;
use super::manner::manner;
use super::net::{Chances, Net, Reading};
use super::signs::{self, Confidence, Signs};
use super::spans;
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
    /// e to the score of each of its arcs.
    link_arcs: Vec<f32>,
    confidence: Confidence,
}

/// What a word adds to the tokens around it, by slot, in units of [`UNIT`].
pub type Scores = [Row; LINK_SLOTS / LABELS];

impl<'a> Model<'a> {
    /// Reads a model from a file of weights, whose parameters are the arcs of the second pass.
    ///
    /// # Errors
    /// If the bytes are no such file.
    pub fn read(bytes: &'a [u8]) -> Result<Self, Malformed> {
        let mut reader = Reader(bytes);
        let weights = Weights::read(&mut reader)?;
        let net = Net::read(&mut reader)?;
        let confidence = Confidence::read(&mut reader)?;
        reader.end()?;
        let link = link::topology();
        if weights.parameters.len() != link.arcs.len() {
            return Err(Malformed);
        }
        let link_arcs = weights.parameters.iter().map(|&a| math::exp(a)).collect();
        Ok(Self { net, weights, link, link_arcs, confidence })
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
                [proposal.found, proposal.confidence] = self.confidence.chances(&signs);
                proposal
            })
            .filter(|proposal| proposal.found >= LEAST_FOUND)
            .collect()
    }

    /// Both passes, with what the chances rest on; they are not yet told.
    #[must_use]
    pub fn propose_with_signs(&self, text: &Text) -> Vec<(Proposal, Signs)> {
        let evidence = Evidence::new(text);
        let (tagged, mut reading) = self.tag(&evidence);
        let words = self.scores(&evidence.words);
        let mut lattice = Lattice::default();
        let mut proposals: Vec<(Proposal, Signs)> = link::candidates(&tagged)
            .iter()
            .filter_map(|candidate| self.link(&evidence, &tagged, &mut reading, &words, candidate, &mut lattice))
            .collect();
        signs::compare(&mut proposals);
        proposals
    }

    fn link(
        &self,
        evidence: &Evidence,
        tagged: &[Tagged],
        reading: &mut Reading,
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
        let only = (candidate.head - window.start, link::HEAD);
        self.link.forward(&self.link_arcs, &emissions, only, lattice);
        let last = &lattice.forward[(window.len() - 1) * self.link.states()..];
        let accepted = 1.0 - last[REJECTED] / lattice.ending;
        if accepted < LEAST_ACCEPTED {
            return None;
        }
        self.link.backward(&self.link_arcs, lattice);
        let choice = spans::choose(&self.link, &self.link_arcs, lattice, candidate.head - window.start, accepted)?;
        let moved = |range: Range<usize>| window.start + range.start..window.start + range.end;
        let cue = moved(choice.cue);
        let manner = manner(evidence.text, cue.clone());
        let content = choice.content.into_iter().map(moved).collect();
        let source = choice.source.map(moved);
        let proposal = Proposal { cue, source, content, manner, found: 0.0, confidence: 0.0 };
        let odds = math::ln(accepted / (1.0 - accepted).max(LEAST_DOUBT));
        let signs = signs::alone(evidence, tagged, &proposal, odds, &choice.chances);
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
const LEAST_ACCEPTED: f32 = 0.15;
