//! Articles made into training examples, with the features of the model itself.

use std::ops::Range;

use sayso::model::chain::LABELS;
use sayso::model::decode::LINK_NEIGHBOURS;
use sayso::model::link::{self, Candidate, Tagged};
use sayso::model::link_features::Link;
use sayso::model::tag::{self, Evidence};

use super::corpus::Gold;
use super::data::{Chain, Data};
use super::network::Pairing;

/// The labels of the first pass. Where parts of nested attributions overlap, a cue goes before a source and a source before a content.
pub(super) fn tag_labels(tokens: usize, gold: &[Gold]) -> Vec<u8> {
    let mut labels = vec![tag::OUT; tokens];
    let mut lay = |ranges: &[Range<usize>], begin: u8| {
        for range in ranges {
            labels[range.clone()].fill(begin + 1);
            labels[range.start] = begin;
        }
    };
    let longest_first = |part: fn(&Gold) -> &[Range<usize>]| {
        let mut ranges: Vec<Range<usize>> = gold.iter().flat_map(|g| part(g).iter().cloned()).collect();
        ranges.sort_by_key(|r| std::cmp::Reverse(r.len()));
        ranges
    };
    lay(&longest_first(|g| &g.content), tag::CONTENT);
    lay(&longest_first(|g| &g.source), tag::SOURCE);
    lay(&longest_first(|g| &g.cue), tag::CUE);
    // What a nested part has cut off begins anew.
    for t in 0..tokens {
        let inside = labels[t] > 0 && labels[t].is_multiple_of(2);
        if inside && (t == 0 || (labels[t - 1] != labels[t] && labels[t - 1] + 1 != labels[t])) {
            labels[t] -= 1;
        }
    }
    labels
}

/// The chains of the second pass, one for each candidate cue; gives them as the network learns from them.
pub(super) fn link_examples(
    article: usize,
    evidence: &Evidence,
    tagged: &[Tagged],
    gold: &[Gold],
    data: &mut Data,
) -> Vec<Pairing> {
    let mut pairings = Vec::new();
    let mut taken = vec![false; gold.len()];
    for candidate in link::candidates(tagged) {
        let link = Link::new(evidence, tagged, &candidate);
        let first = data.tokens();
        for t in link.window() {
            let side = link.side(t) * LINK_NEIGHBOURS;
            for n in 0..LINK_NEIGHBOURS {
                let word = link.neighbour(t, n as isize - link::REACH) as usize;
                for &atom in &evidence.words.distinct[word].atoms {
                    data.feature(atom, (side + n) * LABELS);
                }
            }
            link.conjunctions(t, |f| data.feature(f, 0));
            data.end_token();
        }
        let window = link.window();
        let path = right_one(&candidate, gold, &taken).and_then(|n| {
            taken[n] = true;
            path(&candidate, &gold[n], &window)
        });
        let gold = path.unwrap_or_else(|| vec![link::REJECTED as u8; window.len()]);
        let only = (candidate.head - window.start, link::HEAD);
        data.chains.push(Chain { article, tokens: first..data.tokens(), gold: gold.clone(), only });
        pairings.push(Pairing { cue: candidate.head, window, gold });
    }
    pairings
}

/// The gold attribution that a candidate stands for: its head is in the cue, or else its cue touches.
fn right_one(candidate: &Candidate, gold: &[Gold], taken: &[bool]) -> Option<usize> {
    let free = || (0..gold.len()).filter(|&n| !taken[n]);
    let has_head = |n: &usize| gold[*n].cue.iter().any(|r| r.contains(&candidate.head));
    let touches = |n: &usize| gold[*n].cue.iter().any(|r| r.start < candidate.cue.end && candidate.cue.start < r.end);
    let shortest = |n: &usize| gold[*n].cue.iter().map(ExactSizeIterator::len).sum::<usize>();
    free().filter(has_head).min_by_key(shortest).or_else(|| free().filter(touches).min_by_key(shortest))
}

/// The states that spell out a gold attribution, or none if its content is out of sight.
fn path(candidate: &Candidate, gold: &Gold, window: &Range<usize>) -> Option<Vec<u8>> {
    let inside = |ranges: &[Range<usize>], t: usize| ranges.iter().any(|r| r.contains(&t));
    let (mut s, mut c) = (0, 0);
    let mut last = link::OUT;
    let mut states = Vec::new();
    let source = &gold.source[..gold.source.len().min(1)];
    for t in window.clone() {
        let mut label = if t == candidate.head || inside(&gold.cue, t) {
            link::CUE
        } else if inside(&gold.content, t) {
            link::CONTENT
        } else if inside(source, t) {
            link::SOURCE
        } else {
            link::OUT
        };
        if last == link::SOURCE && label != link::SOURCE {
            s = 1;
        }
        if last == link::CONTENT && label != link::CONTENT {
            c = 1;
        }
        if label == link::SOURCE && s == 1 {
            label = link::OUT;
        }
        let begun = u8::from(last == label);
        states.push(match label {
            link::CUE => 4 + s + 2 * c,
            link::SOURCE => 8 + 2 * begun + c,
            link::CONTENT => 12 + 2 * begun + s,
            _ => s + 2 * c,
        });
        last = label;
    }
    (c == 1 || last == link::CONTENT).then_some(states)
}
