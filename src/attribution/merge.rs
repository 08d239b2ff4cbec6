//! Quotations by their marks and reports by their words, put together.
//!
//! The marks decide where a quotation begins and ends, the model what is reported without them. Both see
//! most direct quotations; what they agree on is surest.

use std::collections::HashSet;
use std::ops::Range;

use super::confidence;
use super::frames::Report;
use super::owners::{Fate, Owners};
use super::quoted::Quoted;
use super::source;
use super::turns::Turn;
use crate::document::{Category, Manner};
use crate::model::Proposal;
use crate::text::{Text, TokenKind};

/// An attribution in tokens.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Merged {
    pub(super) content: Vec<Range<usize>>,
    pub(super) cue: Option<Range<usize>>,
    pub(super) source: Option<Range<usize>>,
    pub(super) category: Category,
    pub(super) manner: Manner,
    pub(super) confidence: f32,
}

/// How sure the model must be of a content: the F1 score is best served by what is right at least half as
/// often as that score (Lipton, Elkan and Naryanaswamy, ECML 2014). Statements may be less sure, since
/// readers miss them more; phrases in quotation marks that no reporting clause vouches for must be surer.
const LEAST_SPEECH: f32 = 0.3;
const LEAST_OTHER: f32 = 0.4;
const LEAST_PHRASE: f32 = 0.6;

/// How much surer the model must be where part of the content is in quotation marks: by cross-validation on the
/// training articles.
const PARTLY_QUOTED: f32 = 0.05;

/// Merges turns, proposals of the model and set phrases; in order of their first token.
pub(super) fn merge(
    text: &Text,
    quoted: &Quoted,
    turns: Vec<Turn>,
    proposals: Vec<Proposal>,
    frames: Vec<Report>,
) -> Vec<Merged> {
    let owners = Owners::new(text, quoted, &turns);
    let frames: Vec<Report> = frames.into_iter().filter(|frame| owners.by_cue(&frame.cue).is_none()).collect();
    let framed: HashSet<usize> = frames.iter().flat_map(|frame| frame.cue.clone()).collect();
    let mut agreed: Vec<Option<(f32, Proposal)>> = vec![None; turns.len()];
    let mut held = vec![false; turns.len()];
    let mut out = Vec::new();
    for mut proposal in proposals {
        proposal.content = snapped(text, quoted, &proposal.content);
        complete_clauses(text, &mut proposal.content);
        let is_framed = |range: &Range<usize>| range.clone().any(|i| framed.contains(&i));
        // "She answered, making it clear that …" is one statement, and the set phrase has it.
        let repeats = proposal.content.iter().any(|range| framed.contains(&range.start));
        if proposal.content.is_empty() || is_framed(&proposal.cue) || repeats || source::is_idle(text, &proposal) {
            continue;
        }
        source::complete(text, &mut proposal);
        let category = quoted.category(&proposal.content);
        let least = match proposal.manner {
            _ if category == Category::Direct => LEAST_PHRASE,
            Manner::Speech => LEAST_SPEECH,
            Manner::Other => LEAST_OTHER,
        };
        let enough = proposal.found >= if category == Category::Mixed { least + PARTLY_QUOTED } else { least };
        match owners.fate(&proposal) {
            Fate::Alone if enough => out.push(from_model(proposal, category)),
            Fate::Holds(turn) if enough => {
                held[turn] = true;
                out.push(from_model(proposal, category));
            }
            Fate::Same(turn, likeness) => {
                if agreed[turn].as_ref().is_none_or(|&(other, _)| likeness > other) {
                    agreed[turn] = Some((likeness, proposal));
                }
            }
            Fate::Alone | Fate::Holds(_) | Fate::Part => {}
        }
    }
    let turns = turns.into_iter().zip(agreed).zip(held).filter(|&(_, held)| !held);
    out.extend(turns.filter_map(|((turn, agreed), _)| from_turn(quoted, turn, agreed.map(|(_, p)| p))));
    out.extend(frames.into_iter().map(|frame| Merged {
        category: quoted.category(std::slice::from_ref(&frame.content)),
        content: vec![frame.content],
        cue: Some(frame.cue),
        source: Some(frame.source),
        manner: Manner::Speech,
        confidence: confidence::FRAME,
    }));
    without_repeats(out)
}

fn from_model(proposal: Proposal, category: Category) -> Merged {
    Merged {
        confidence: proposal.confidence,
        content: proposal.content,
        cue: Some(proposal.cue),
        source: proposal.source,
        category,
        manner: proposal.manner,
    }
}

/// A turn with what the model says of the same words. A phrase in quotation marks within a report counts
/// only if the model sees it too, who then knows better where the report begins and ends.
fn from_turn(quoted: &Quoted, turn: Turn, proposal: Option<Proposal>) -> Option<Merged> {
    let Turn { mut content, clause, whole } = turn;
    let confidence = confidence::of_turn(proposal.is_some(), whole);
    let (mut cue, mut source) = (clause.cue, clause.source);
    match proposal {
        None if quoted.category(&content) != Category::Direct => return None,
        None => {}
        Some(p) => {
            if !whole && quoted.words(&p.content) > quoted.words(&content) {
                (cue, source, content) = (Some(p.cue), p.source.or(source), p.content);
            } else {
                cue = cue.or(Some(p.cue));
                source = source.or(p.source);
            }
        }
    }
    let category = quoted.category(&content);
    Some(Merged { content, cue, source, category, manner: Manner::Speech, confidence })
}

/// Of several attributions of the very same words, keeps the surest; in order of the first token, the
/// longer first.
fn without_repeats(mut all: Vec<Merged>) -> Vec<Merged> {
    let ends = |m: &Merged| (m.content[0].start, std::cmp::Reverse(m.content[m.content.len() - 1].end));
    all.sort_by(|a, b| ends(a).cmp(&ends(b)).then(b.confidence.total_cmp(&a.confidence)));
    all.dedup_by_key(|m| ends(m));
    all
}

/// "That if they refuse, then …": a condition is no content without what follows from it. "That it stays and that no
/// court will move it": nor is the first of such clauses without the others.
fn complete_clauses(text: &Text, content: &mut [Range<usize>]) {
    let Some(last) = content.last_mut() else { return };
    let is = |i: usize, words: &[&str]| words.iter().any(|word| text.word(i).eq_ignore_ascii_case(word));
    let sentence = &text.sentences[text.sentence_of(last.end - 1)];
    let mut rest = (last.end..sentence.end).filter(|&i| text.tokens[i].kind != TokenKind::Mark);
    let (next, after, end) = (rest.next(), rest.next(), rest.next_back());
    let follows = |i: Option<usize>, words: &[&str]| i.is_some_and(|i| is(i, words));
    let condition = last.clone().take(2).any(|i| is(i, &["if"])) && follows(next, &["then"]);
    let coordinated = is(last.start, &["that"]) && follows(next, &["and", "but", "or"]) && follows(after, &["that"]);
    if condition || coordinated {
        last.end = end.or(after).or(next).map_or(last.end, |i| i + 1);
    }
}

/// Content that begins or ends in the midst of a quotation is moved to its marks, unless all of it is
/// inside.
fn snapped(text: &Text, quoted: &Quoted, content: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::with_capacity(content.len());
    for range in content {
        let mut range = range.clone();
        let marks = |i: usize| quoted.outer(i).map(|q| text.quotations[q].tokens.clone());
        match (marks(range.start), marks(range.end - 1)) {
            (Some(first), Some(last)) if first == last => {
                // All but a few words of it: take the marks along.
                if quoted.count(&range).0 * 10 >= quoted.count(&first).0 * 8 {
                    range = first;
                }
            }
            (first, last) => {
                if let Some(first) = first {
                    range.start = if range.start + 1 >= first.end { first.end } else { first.start };
                }
                if let Some(last) = last {
                    range.end = if range.end <= last.start + 1 { last.start } else { last.end };
                }
            }
        }
        match out.last_mut() {
            _ if range.start >= range.end => {}
            Some(before) if before.end >= range.start => before.end = before.end.max(range.end),
            _ => out.push(range),
        }
    }
    out
}
