//! `cargo xtask train --data DIR --contest`: which sentences of the annotated training articles are contested, by
//! logistic regression.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use anyhow::{Context, Result};
use sayso::contest::Example;
use sayso::contest::ranker::{self, BY_ARTICLE, BY_ITSELF, FIRST_KIND, KINDS, OUTPUTS, Odds};
use sayso::document::ContestKind;
use sayso::model::math;
use sayso::text::{Span, Text};
use sayso::{attribution, contest, speakers};
use serde::Deserialize;

use super::Log;
use super::corpus::bytes_of_units;
use crate::annotations;

/// Features seen in fewer sentences are left out.
const LEAST: u32 = 6;

/// So many features are kept, those that weigh most for a contest.
const KEPT: usize = 8000;

/// Weight of the squared penalty, for whether a sentence is contested, and for how.
const PENALTY: f32 = 100.0;
const PENALTY_OF_KINDS: f32 = 30.0;

/// Steps of gradient ascent, and how great the first ones are.
const STEPS: usize = 250;
const RATE: f32 = 0.03;

/// Parts into which the articles are dealt, to tell how good it is on articles not learned from.
const FOLDS: usize = 4;

/// An article with its contested claims.
#[derive(Deserialize)]
struct Article {
    id: String,
    text: String,
    contested: Vec<Gold>,
}

/// Claims that the corpus misses in one of its articles.
#[derive(Deserialize)]
struct Missed {
    id: String,
    contested: Vec<Gold>,
}

#[derive(Deserialize)]
struct Gold {
    /// In UTF-16 code units.
    claim: [usize; 2],
    kind: ContestKind,
    claimant: Option<String>,
    challenger: Option<String>,
}

/// A sentence to learn from.
struct Sentence {
    article: usize,
    example: Example,
    /// Features by number, each once.
    features: Vec<u32>,
    /// The claim of which it has most, if any.
    claim: Option<Claim>,
}

#[derive(Clone, Copy)]
struct Claim {
    /// Index into [`KINDS`].
    kind: usize,
    by_article: bool,
    by_itself: bool,
}

/// Learns from the corpus of contested claims and the annotations of our own; gives the file of weights.
pub(super) fn train(data: &Path, log: &Log) -> Result<Vec<u8>> {
    let own = annotations::gold(&data.join("polnear/train.jsonl"))?;
    let mut articles: Vec<Article> = annotations::lines(&data.join("contested/train.jsonl"))?;
    for missed in annotations::lines::<Missed>(&annotations::missed())? {
        let article = articles.iter_mut().find(|a| a.id == missed.id);
        article.with_context(|| format!("there is no article {}", missed.id))?.contested.extend(missed.contested);
    }
    articles.extend(annotations::lines::<Article>(&own)?);
    let mut sentences: Vec<Sentence> = articles.iter().enumerate().flat_map(|(n, a)| a.sentences(n)).collect();
    let names = number(&mut sentences);
    let contested = sentences.iter().filter(|s| s.claim.is_some()).count();
    log.line(&format!(
        "{} articles, {} sentences, {contested} contested, {} features",
        articles.len(),
        sentences.len(),
        names.len()
    ));
    let mut unseen = Vec::new();
    for fold in 0..FOLDS {
        let learned = learn(&sentences, names.len(), |article| article % FOLDS != fold);
        let tested = sentences.iter().filter(|s| s.article % FOLDS == fold);
        unseen.extend(tested.map(|s| (s, learned.odds(&s.features))));
    }
    report(log, &unseen);
    let learned = learn(&sentences, names.len(), |_| true);
    let features: Vec<(u64, Odds)> =
        learned.kept.iter().map(|&f| (names[f as usize], learned.weights[f as usize])).collect();
    let file = ranker::write(&features, learned.first);
    log.line(&format!("{} features kept, {} bytes", features.len(), file.len()));
    Ok(file)
}

impl Article {
    fn sentences(&self, article: usize) -> Vec<Sentence> {
        let text = Text::new(&self.text);
        let bytes = bytes_of_units(&self.text);
        let attributions = attribution::attribute(&text);
        let speakers = speakers::resolve(&text, &attributions);
        let claims: Vec<(Span, Claim)> = self.contested.iter().filter_map(|gold| gold.claim(&bytes)).collect();
        let shared = |a: Span, b: Span| a.end.min(b.end).saturating_sub(a.start.max(b.start));
        contest::examples(&text, &attributions, &speakers)
            .into_iter()
            .map(|example| {
                let span = text.span(example.tokens.clone());
                let claim = claims.iter().filter(|(claim, _)| shared(*claim, span) > 0);
                let claim = claim.max_by_key(|(claim, _)| shared(*claim, span)).map(|c| c.1);
                Sentence { article, example, features: Vec::new(), claim }
            })
            .collect()
    }
}

impl Gold {
    /// Where the claim stands, given the byte of each code unit, and what is learned of it.
    fn claim(&self, bytes: &[u32]) -> Option<(Span, Claim)> {
        let [start, end] = self.claim;
        let kind = KINDS.iter().position(|kind| *kind == self.kind)?;
        let by_article = self.challenger.as_deref() == Some("article");
        let by_itself = self.claimant.is_none() && self.challenger.is_some() && !by_article;
        Some((Span::new(*bytes.get(start)?, *bytes.get(end)?), Claim { kind, by_article, by_itself }))
    }
}

/// Numbers the features that are seen often enough; gives their hashes.
fn number(sentences: &mut [Sentence]) -> Vec<u64> {
    let mut counts: BTreeMap<u64, u32> = BTreeMap::new();
    for sentence in sentences.iter_mut() {
        for &feature in &sentence.example.features {
            *counts.entry(feature).or_default() += 1;
        }
    }
    let names: Vec<u64> = counts.into_iter().filter(|&(_, count)| count >= LEAST).map(|(feature, _)| feature).collect();
    let numbers: HashMap<u64, u32> = names.iter().zip(0..).map(|(&name, n)| (name, n)).collect();
    for sentence in sentences {
        sentence.features = sentence.example.features.iter().filter_map(|f| numbers.get(f).copied()).collect();
    }
    names
}

/// What was learned.
struct Learned {
    /// By feature.
    weights: Vec<Odds>,
    first: Odds,
    /// The features that are kept.
    kept: Vec<u32>,
}

impl Learned {
    fn odds(&self, features: &[u32]) -> Odds {
        let mut odds = self.first;
        for &f in features {
            odds.iter_mut().zip(self.weights[f as usize]).for_each(|(o, w)| *o += w);
        }
        odds
    }
}

/// Learns from the articles for which `use_article` holds.
fn learn(sentences: &[Sentence], features: usize, use_article: impl Fn(usize) -> bool) -> Learned {
    let all: Vec<&Sentence> = sentences.iter().filter(|s| use_article(s.article)).collect();
    let examples: Vec<(&[u32], bool)> = all.iter().map(|s| (&s.features[..], s.claim.is_some())).collect();
    let (weights, first) = regress(&examples, features, PENALTY);
    let mut kept: Vec<u32> = (0..features as u32).collect();
    kept.sort_by(|&a, &b| weights[b as usize].abs().total_cmp(&weights[a as usize].abs()));
    kept.truncate(KEPT);
    kept.sort_unstable();
    let mut learned = Learned { weights: vec![[0.0; OUTPUTS]; features], first: [first; OUTPUTS], kept };
    for &f in &learned.kept {
        learned.weights[f as usize][0] = weights[f as usize];
    }
    let is_kept = |f: &u32| learned.kept.binary_search(f).is_ok();
    let claims: Vec<(Vec<u32>, Claim)> =
        all.iter().filter_map(|s| Some((s.features.iter().copied().filter(is_kept).collect(), s.claim?))).collect();
    for output in FIRST_KIND..OUTPUTS {
        let right = |claim: &Claim| match output {
            BY_ARTICLE => claim.by_article,
            BY_ITSELF => claim.by_itself,
            kind => claim.kind == kind - FIRST_KIND,
        };
        let examples: Vec<(&[u32], bool)> = claims.iter().map(|(f, claim)| (&f[..], right(claim))).collect();
        let (weights, first) = regress(&examples, features, PENALTY_OF_KINDS);
        learned.first[output] = first;
        for &f in &learned.kept {
            learned.weights[f as usize][output] = weights[f as usize];
        }
    }
    learned
}

/// Maximum likelihood with a squared penalty, by Adam over all examples at once. Gives weights and log-odds before
/// any feature, which nothing penalizes.
fn regress(examples: &[(&[u32], bool)], features: usize, penalty: f32) -> (Vec<f32>, f32) {
    let mut weights = vec![0.0f32; features + 1];
    let mut mean = vec![0.0f32; features + 1];
    let mut square = vec![0.0f32; features + 1];
    let mut slope = vec![0.0f32; features + 1];
    for step in 1..=STEPS {
        for (slope, weight) in slope.iter_mut().zip(&weights) {
            *slope = -penalty * weight;
        }
        slope[features] = 0.0;
        for &(all, right) in examples {
            let odds: f32 = weights[features] + all.iter().map(|&f| weights[f as usize]).sum::<f32>();
            let pull = f32::from(u8::from(right)) - math::logistic(odds);
            for &f in all {
                slope[f as usize] += pull;
            }
            slope[features] += pull;
        }
        let (keep_mean, keep_square) = (0.9f32, 0.99f32);
        let rate = RATE * (1.0 - (step - 1) as f32 / STEPS as f32);
        let fresh = [keep_mean, keep_square].map(|keep| 1.0 - keep.powi(step as i32));
        for (((weight, slope), mean), square) in weights.iter_mut().zip(&slope).zip(&mut mean).zip(&mut square) {
            *mean = keep_mean * *mean + (1.0 - keep_mean) * slope;
            *square = keep_square * *square + (1.0 - keep_square) * slope * slope;
            *weight += rate * (*mean / fresh[0]) / ((*square / fresh[1]).sqrt() + 1e-6);
        }
    }
    let first = weights.pop().expect("one more than there are features");
    (weights, first)
}

/// Prints how well sentences are told apart: by the rules alone, and with what the ranker adds from some chance on.
fn report(log: &Log, unseen: &[(&Sentence, Odds)]) {
    let gold = unseen.iter().filter(|(s, _)| s.claim.is_some()).count();
    let disputed: HashSet<usize> = unseen.iter().filter(|(s, _)| s.claim.is_some()).map(|(s, _)| s.article).collect();
    let settled: HashSet<usize> = unseen.iter().map(|(s, _)| s.article).filter(|a| !disputed.contains(a)).collect();
    let line = |name: &str, least: f32| {
        let marked: Vec<&Sentence> = unseen
            .iter()
            .filter(|(s, odds)| s.example.signed || s.example.stated && math::logistic(odds[0]) >= least)
            .map(|(s, _)| *s)
            .collect();
        let right = marked.iter().filter(|s| s.claim.is_some()).count() as f32;
        let [precision, recall] = [marked.len(), gold].map(|n| right / n.max(1) as f32);
        let f1 = 2.0 * right / (marked.len() + gold) as f32;
        let wrong = marked.iter().filter(|s| settled.contains(&s.article)).count() as f32 / settled.len().max(1) as f32;
        log.line(&format!(
            "  {name}: P {precision:.3} R {recall:.3} F1 {f1:.3}, {wrong:.2} marks an article without a claim"
        ));
    };
    line("rules alone", f32::INFINITY);
    for least in [0.15, 0.2, 0.25, 0.3, 0.35, 0.4] {
        line(&format!("and statements from {least:.2} on"), least);
    }
    let told = unseen.iter().filter(|(s, _)| !s.example.signed && s.example.stated);
    let told: Vec<bool> = told.filter_map(|(s, odds)| Some(s.claim?.kind == ranker::likeliest(odds))).collect();
    let right = told.iter().filter(|right| **right).count();
    log.line(&format!("  kind right for {right} of {} without a sign", told.len()));
}
