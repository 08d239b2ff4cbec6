//! What is not settled: claims that the article itself shows to be contested.
//!
//! One pass over the article looks up each word in the [`lexicon`] of signs; what a sign means is read by
//! the file of its kind: [`disputed`], [`denied`], [`countered`], [`alleged`], [`term`]. The claim is the
//! sign's complement ([`clause`]), or what the words refer to ([`antecedent`]), and is marked as well
//! where it was first made ([`restatement`]).

mod alleged;
mod antecedent;
mod clause;
mod countered;
mod denied;
mod disputed;
mod distance;
mod doubt;
mod evidence;
mod falsity;
mod filter;
mod found;
mod lexicon;
mod nominal;
mod ranked;
pub mod ranker;
mod reader;
mod rebuttal;
mod rejection;
mod reproach;
mod restatement;
mod sentence_features;
mod term;
#[cfg(test)]
mod testing;

use self::found::Found;
pub use self::found::Rule;
pub use self::ranked::Example;
use self::ranker::Ranker;
use self::reader::{Reader, Voice};
use self::restatement::{Gist, Index};
use crate::attribution::Attribution;
use crate::document::ContestKind;
use crate::speakers::Speakers;
use crate::text::{Span, Text};

/// A contested claim. Offsets are bytes, voices are indices into [`Speakers::all`].
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// The clause that states it.
    pub span: Span,
    /// The sign of contest.
    pub kind: ContestKind,
    /// Who makes the claim.
    pub claimant: Option<usize>,
    /// Who disputes it.
    pub challenger: Option<Challenger>,
    /// The words that show the contest.
    pub evidence: Option<Span>,
    /// What answers it.
    pub counter: Option<Answer>,
    /// The sign by which it was found.
    pub rule: Rule,
    /// The estimated chance, 0 to 1, that this is a contested claim.
    pub confidence: f32,
}

/// Who disputes a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Challenger {
    /// The article's own voice.
    Article,
    /// Index into [`Speakers::all`].
    Speaker(usize),
}

/// What answers a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Index of the attribution that does.
    Attribution(usize),
    /// Index of the claim that does.
    Claim(usize),
}

/// Finds the contested claims, in order of their first character. Voices that only turn up here (one
/// accused, a challenger who is not quoted) are added to `speakers`.
#[must_use]
pub fn find(text: &Text, attributions: &[Attribution], speakers: &mut Speakers) -> Vec<Claim> {
    let reader = Reader::new(text, attributions, &speakers.of);
    let mut found = by_rule(&reader);
    found.extend(ranked::all(Ranker::embedded(), &reader, &found));
    found.sort_by_key(|f| (f.range.start, f.range.end));
    pair(&mut found);
    resolve(&reader, found, speakers)
}

/// The sentences of an article, as [`find`] ranks them.
#[must_use]
pub fn examples(text: &Text, attributions: &[Attribution], speakers: &Speakers) -> Vec<Example> {
    let reader = Reader::new(text, attributions, &speakers.of);
    ranked::examples(&reader, &by_rule(&reader))
}

/// The claims that have a sign, in order of their first token; no two overlap.
fn by_rule(reader: &Reader) -> Vec<Found> {
    let gists: Vec<Option<Gist>> =
        (0..reader.attributions.len()).map(|a| Some(Gist::new(reader, reader.content(a)?))).collect();
    let mut found = signs(reader);
    found.extend(rebuttal::flat_denials(reader));
    found.sort_by_key(|f| f.evidence.start);
    found.retain(|f| !filter::proposes(reader, f));
    meant(reader, &mut found);
    found.extend(restated(reader, &gists, &found));
    found.extend(countered::all(reader, &gists));
    let mut found = settle(found);
    filter::without_headline(reader, &mut found);
    found
}

/// Reads every sign in the article.
fn signs(reader: &Reader) -> Vec<Found> {
    (0..reader.len())
        .filter(|&i| reader.has_sign(i))
        .filter_map(|i| {
            denied::at(reader, i)
                .or_else(|| disputed::at(reader, i))
                .or_else(|| alleged::at(reader, i))
                .or_else(|| term::at(reader, i))
        })
        .collect()
}

/// How many sentences back an accusation may stand from "denied the charge".
const SENTENCES: usize = 3;

/// Of "denied the charge" and the like: an accusation read since the last statement is what is meant.
fn meant(reader: &Reader, found: &mut [Found]) {
    for i in 1..found.len() {
        if !matches!(found[i].rule, Rule::DeniesThis | Rule::ThatIsFalse | Rule::CalledFalse) {
            continue;
        }
        let (before, this) = found.split_at_mut(i);
        let this = &mut this[0];
        let sign = this.evidence.start;
        let accusation = before.iter().rev().take(3).find(|f| f.kind == ContestKind::Alleged && f.range.end <= sign);
        if let Some(accusation) = accusation
            && accusation.range.end > this.range.start
            && reader.sentence_index(sign) - reader.sentence_index(accusation.range.start) <= SENTENCES
        {
            this.range = accusation.range.clone();
            this.claimant = accusation.claimant;
        }
    }
}

/// The claims that are rejected, where the article first states them.
fn restated(reader: &Reader, gists: &[Option<Gist>], found: &[Found]) -> Vec<Found> {
    let index = Index::new(gists);
    let mut out = Vec::new();
    for f in found.iter().filter(|f| matches!(f.kind, ContestKind::Denied | ContestKind::Disputed)) {
        let gist = Gist::new(reader, f.range.clone());
        if gist.len() < 3 {
            continue;
        }
        let earlier = index.near(&gist).into_iter().map(|a| a as usize).find(|&a| {
            gists[a].as_ref().is_some_and(|other| {
                other.range.end <= f.evidence.start
                    && reader.sentence_index(other.range.start) != reader.sentence_index(f.range.start)
                    && gist.covered_by(other) >= 0.6
                    && other.covered_by(&gist) >= 0.4
            })
        });
        if let Some(a) = earlier
            && let Some(range) = reader.content(a)
        {
            out.push(Found { rule: Rule::Restated, range, claimant: Voice::Of(a), ..f.clone() });
        }
    }
    out
}

/// Of claims that overlap keeps the one whose kind comes first.
fn settle(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_key(|f| (f.range.start, f.range.end));
    let mut kept: Vec<Found> = Vec::new();
    for f in found {
        match kept.iter_mut().rev().take(4).find(|k| k.range.start < f.range.end && f.range.start < k.range.end) {
            Some(k) if f.kind < k.kind => *k = f,
            Some(_) => {}
            None => kept.push(f),
        }
    }
    kept
}

/// Lets two accounts that counter each other point at each other.
fn pair(found: &mut [Found]) {
    for i in 0..found.len() {
        if found[i].rule == Rule::Counter {
            let near = i.saturating_sub(COUNTERS)..found.len().min(i + COUNTERS);
            let other = near.into_iter().find(|&j| found[j].range == found[i].evidence);
            found[i].answer = other.map(Answer::Claim).or(found[i].answer);
        }
    }
}

/// How far apart, in claims, two that counter each other may stand.
const COUNTERS: usize = 8;

/// Puts names to voices, and so tells a denial from a dispute.
fn resolve(reader: &Reader, found: Vec<Found>, speakers: &mut Speakers) -> Vec<Claim> {
    let text = reader.text;
    let mut who = |voice: Voice| match voice {
        Voice::Nobody => None,
        Voice::Article => Some(Challenger::Article),
        Voice::Of(a) => reader.speaker(a).map(Challenger::Speaker),
        Voice::Mention(span) => speakers.add_mention(text, span).map(Challenger::Speaker),
    };
    let voices: Vec<_> = found.iter().map(|f| (who(f.claimant), who(f.challenger))).collect();
    found
        .into_iter()
        .zip(voices)
        .map(|(f, (claimant, challenger))| {
            // Nobody disputes his own claim: then the words around it are the article's.
            let challenger =
                if challenger.is_some() && challenger == claimant { Some(Challenger::Article) } else { challenger };
            let kind = match challenger {
                Some(Challenger::Speaker(s))
                    if f.kind == ContestKind::Disputed && is_about(reader, speakers, s, &f) =>
                {
                    ContestKind::Denied
                }
                _ => f.kind,
            };
            Claim {
                span: text.span(f.range),
                kind,
                claimant: match claimant {
                    Some(Challenger::Speaker(s)) => Some(s),
                    _ => None,
                },
                challenger,
                evidence: Some(text.span(f.evidence)),
                counter: f.answer,
                rule: f.rule,
                confidence: f.rule.confidence(),
            }
        })
        .collect()
}

/// Pronouns that, in a claim stated where it is rejected, mostly stand for who rejects it.
const PRONOUNS: &[&str] = &["he", "she", "his", "her", "him", "their", "they", "my", "our"];

/// Whether a claim is about the speaker who rejects it: by a mention, or by a pronoun in the sentence of
/// the rejection.
fn is_about(reader: &Reader, speakers: &Speakers, speaker: usize, found: &Found) -> bool {
    let span = reader.text.span(found.range.clone());
    let mentions = &speakers.all[speaker].mentions;
    let first = mentions.partition_point(|m| m.start < span.start);
    let same_sentence = reader.same_sentence(found.range.start, found.evidence.start);
    mentions.get(first).is_some_and(|m| span.contains(*m))
        || same_sentence && found.range.clone().any(|i| reader.among(i, PRONOUNS))
}
