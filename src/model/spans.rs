//! What a chain of the second pass says: not its likeliest path, but the spans that are likeliest to be right enough
//! (minimum Bayes risk; Goel and Byrne, *Computer Speech and Language*, 2000).

use std::ops::Range;

use super::chain::{Arc, Lattice, NO_EVENT, Topology};
use super::link::{CONTENT, CUE, SOURCE};

/// What a candidate attributes, by places in its chain.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// In order, never empty.
    pub content: Vec<Range<usize>>,
    /// Outside of the content.
    pub source: Option<Range<usize>>,
    /// Outside of both.
    pub cue: Range<usize>,
    /// How sure all this is.
    pub chances: Chances,
}

/// Chances that a choice is right, if the candidate attributes anything.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chances {
    /// That the least sure part of the content is right to the token.
    pub exact: f32,
    /// That it counts as found.
    pub found: f32,
    /// That the source has a token of the right one or, if there is none, that there is none.
    pub touched: f32,
}

/// A span of tokens of a chain, and the chance that it is one of the label it was asked for.
#[derive(Debug, Clone, PartialEq)]
struct Span {
    range: Range<usize>,
    chance: f32,
}

/// Spans that are less likely are left out.
const LEAST: f32 = 0.004;

/// How much it counts that a content is right to the token, beside that it is half right.
const EXACT: f32 = 0.7;

/// The same of a source, beside that it has a token of the right one.
const EXACT_SOURCE: f32 = 0.5;

/// The least chance of a part of a content beside the first, and of a token of the cue beside the head.
const LEAST_PART: f32 = 0.5;

/// Chooses, after both sums, what the candidate at place `head` attributes if it attributes anything, of which the
/// chance is `accepted`. `arcs` holds e to the score of each arc.
pub fn choose(topology: &Topology, arcs: &[f32], lattice: &Lattice, head: usize, accepted: f32) -> Option<Choice> {
    let sums = Sums::new(topology, arcs, lattice, accepted);
    let mut rest = sums.spans(CONTENT);
    let (mut content, mut exact, mut found) = (Vec::new(), 1.0_f32, 1.0_f32);
    while let Some(best) = best(&rest, |span| likeness(&rest, &span.range) + EXACT * span.chance) {
        if !content.is_empty() && touched(&rest, &best.range) < LEAST_PART {
            break;
        }
        (exact, found) = (exact.min(best.chance), found.min(likeness(&rest, &best.range)));
        rest.retain(|span| shared(&span.range, &best.range) == 0);
        content.push(best.range);
    }
    content.sort_unstable_by_key(|range| range.start);
    let mut sources = sums.spans(SOURCE);
    sources.retain(|span| content.iter().all(|range| shared(&span.range, range) == 0));
    let none = 1.0 - sources.iter().map(|span| span.chance).sum::<f32>();
    let source = best(&sources, |span| touched(&sources, &span.range) + EXACT_SOURCE * span.chance)
        .map(|span| (touched(&sources, &span.range), span.range))
        .filter(|&(chance, _)| chance >= none);
    let (touched, source) = source.map_or((none, None), |(chance, range)| (chance, Some(range)));
    let free = |t: usize| content.iter().chain(&source).all(|range| !range.contains(&t));
    let is_cue = |t: usize| sums.label(t, CUE) >= LEAST_PART && free(t);
    let mut cue = head..head + 1;
    while cue.start > 0 && is_cue(cue.start - 1) {
        cue.start -= 1;
    }
    while cue.end < sums.tokens() && is_cue(cue.end) {
        cue.end += 1;
    }
    let chances = Chances { exact, found, touched };
    (!content.is_empty()).then_some(Choice { content, source, cue, chances })
}

/// Sums over the paths of a chain.
struct Sums<'a> {
    topology: &'a Topology,
    arcs: &'a [f32],
    lattice: &'a Lattice,
    /// At each token, the share of the paths that count.
    counts: Vec<f32>,
}

impl<'a> Sums<'a> {
    fn new(topology: &'a Topology, arcs: &'a [f32], lattice: &'a Lattice, accepted: f32) -> Self {
        let states = topology.states();
        let both = lattice.forward.chunks_exact(states).zip(lattice.backward.chunks_exact(states));
        let sum = |(forward, backward): (&[f32], &[f32])| {
            let all: f32 = forward.iter().zip(backward).map(|(f, b)| f * b).sum();
            (all * accepted).max(f32::MIN_POSITIVE)
        };
        Self { topology, arcs, lattice, counts: both.map(sum).collect() }
    }

    fn tokens(&self) -> usize {
        self.counts.len()
    }

    fn row<'b>(&self, sums: &'b [f32], t: usize) -> &'b [f32] {
        let states = self.topology.states();
        &sums[t * states..][..states]
    }

    /// The chance that a token bears a label.
    fn label(&self, t: usize, label: u8) -> f32 {
        let both = self.row(&self.lattice.forward, t).iter().zip(self.row(&self.lattice.backward, t));
        let these = both.zip(&self.topology.labels).filter(|&(_, &l)| l == label);
        these.map(|((f, b), _)| f * b).sum::<f32>() / self.counts[t]
    }

    /// The spans whose first token bears the label `begin` and the others the next one.
    #[inline(never)]
    fn spans(&self, begin: u8) -> Vec<Span> {
        let Self { topology, lattice, .. } = self;
        let label = |s: u8| topology.labels[usize::from(s)];
        let with = |wanted: u8| (0..topology.states() as u8).filter(move |&s| label(s) == wanted).map(usize::from);
        let (first, later): (Vec<usize>, Vec<usize>) = (with(begin).collect(), with(begin + 1).collect());
        let on = |(arc, _): &(&Arc, &f32)| arc.event == NO_EVENT && label(arc.to) == begin + 1;
        let on: Vec<(&Arc, &f32)> = topology.arcs.iter().zip(self.arcs).filter(on).collect();
        // The chance of the paths that come by way of these forward sums.
        let chance = |t: usize, states: &[usize], forward: &[f32]| {
            let backward = self.row(&lattice.backward, t);
            states.iter().map(|&s| forward[s] * backward[s]).sum::<f32>() / self.counts[t]
        };
        let mut spans = Vec::new();
        let (mut now, mut next) = (vec![0.0; topology.states()], vec![0.0; topology.states()]);
        for start in 0..self.tokens() {
            let forward = self.row(&lattice.forward, start);
            let mut here = chance(start, &first, forward);
            if here < LEAST {
                continue;
            }
            now.fill(0.0);
            for &s in &first {
                now[s] = forward[s];
            }
            for end in start + 1..=self.tokens() {
                let mut goes_on = 0.0;
                if end < self.tokens() {
                    next.fill(0.0);
                    let step = lattice.potentials[end][usize::from(begin + 1)] / lattice.scales[end];
                    for (arc, weight) in &on {
                        next[usize::from(arc.to)] += now[usize::from(arc.from)] * *weight * step;
                    }
                    goes_on = chance(end, &later, &next);
                }
                if here - goes_on >= LEAST {
                    spans.push(Span { range: start..end, chance: here - goes_on });
                }
                if goes_on < LEAST {
                    break;
                }
                here = goes_on;
                std::mem::swap(&mut now, &mut next);
            }
        }
        spans
    }
}

/// How many tokens two ranges share.
pub(super) fn shared(a: &Range<usize>, b: &Range<usize>) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}

/// The chance of a span that has half of its tokens, and of those of the range, in common with it.
fn likeness(spans: &[Span], range: &Range<usize>) -> f32 {
    let alike = |span: &&Span| 3 * shared(&span.range, range) >= span.range.len() + range.len();
    spans.iter().filter(alike).map(|span| span.chance).sum()
}

/// The chance of a span that has a token in common with the range.
fn touched(spans: &[Span], range: &Range<usize>) -> f32 {
    spans.iter().filter(|span| shared(&span.range, range) > 0).map(|span| span.chance).sum()
}

fn best(spans: &[Span], worth: impl Fn(&Span) -> f32) -> Option<Span> {
    let mut best: Option<(f32, &Span)> = None;
    for span in spans {
        let worth = worth(span);
        if best.is_none_or(|(most, _)| worth > most) {
            best = Some((worth, span));
        }
    }
    best.map(|(_, span)| span.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::chain::tests::{paths, scores};
    use crate::model::link::{self, REJECTED};

    #[test]
    fn chances_agree_with_counting_all_paths() {
        let topology = link::topology();
        let (length, head) = (5, 2);
        let (arcs, emissions) = scores(&topology, length);
        let only = (head, link::HEAD);
        let mut all = paths(&topology, &arcs, &emissions, only);
        let sum = |all: &[(Vec<u8>, f64)]| all.iter().map(|(_, score)| score.exp()).sum::<f64>();
        let of_all = sum(&all);
        all.retain(|(path, _)| usize::from(path[0]) != REJECTED);
        let accepted = sum(&all);

        let arcs: Vec<f32> = arcs.iter().map(|a| a.exp()).collect();
        let mut lattice = Lattice::default();
        topology.forward(&arcs, &emissions, only, &mut lattice);
        topology.backward(&arcs, &mut lattice);
        let sums = Sums::new(&topology, &arcs, &lattice, (accepted / of_all) as f32);
        let label = |path: &[u8], t: usize| path.get(t).map(|&s| topology.labels[usize::from(s)]);
        let share = |holds: &dyn Fn(&[u8]) -> bool| {
            all.iter().filter(|(path, _)| holds(path)).map(|(_, score)| score.exp()).sum::<f64>() / accepted
        };
        for begin in [SOURCE, CONTENT] {
            let spans = sums.spans(begin);
            for (start, end) in (0..length).flat_map(|start| (start + 1..=length).map(move |end| (start, end))) {
                let expected = share(&|path| {
                    label(path, start) == Some(begin)
                        && (start + 1..end).all(|t| label(path, t) == Some(begin + 1))
                        && label(path, end) != Some(begin + 1)
                });
                let chance = spans.iter().find(|span| span.range == (start..end)).map_or(0.0, |span| span.chance);
                assert!((f64::from(chance) - expected).abs() < f64::from(LEAST) + 1e-4, "{begin} {start}..{end}");
            }
        }
        for t in 0..length {
            let expected = share(&|path| label(path, t) == Some(CUE));
            assert!((f64::from(sums.label(t, CUE)) - expected).abs() < 1e-4, "cue at {t}");
        }
        let choice = choose(&topology, &arcs, &lattice, head, (accepted / of_all) as f32).expect("a content");
        assert!(choice.cue.contains(&head) && !choice.content.iter().any(|range| range.contains(&head)));
    }

    #[test]
    fn what_lies_between_two_likely_ends_is_nearer_to_both() {
        let spans: Vec<Span> =
            [(0..4, 0.4), (0..6, 0.15), (0..12, 0.45)].map(|(range, chance)| Span { range, chance }).into();
        let chosen = best(&spans, |span| likeness(&spans, &span.range) + EXACT * span.chance).expect("one of them");
        assert_eq!(chosen.range, 0..6);
        assert_eq!(best(&[], |_| 0.0), None);
    }
}
