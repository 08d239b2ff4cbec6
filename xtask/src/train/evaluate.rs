//! How good the model is on articles that it has not seen, and how sure it may be.

use sayso::model::Proposal;
use sayso::model::decode::Model;
use sayso::model::signs::{Confidence, Signs};
use sayso::text::Text;

use super::corpus::Gold;
use super::report::{Counts, Verdict};
use super::{FOLDS, Log, boost, in_two_threads};

/// A proposal for an unseen article.
struct Example {
    article: usize,
    proposal: Proposal,
    signs: Signs,
    verdict: Verdict,
}

/// Scores every fold with weights that have not seen it, `file` giving those of a fold; gives the weights of
/// confidence.
pub(super) fn evaluate(log: &Log, texts: &[Text], gold: &[Vec<Gold>], file: impl Fn(usize) -> Vec<u8>) -> Confidence {
    let mut examples: Vec<Example> = Vec::new();
    let mut all = Counts::default();
    for left_out in 0..FOLDS {
        let file = file(left_out);
        let model = Model::read(&file).expect("just written");
        for article in (0..texts.len()).filter(|n| n % FOLDS == left_out) {
            let (proposals, signs): (Vec<Proposal>, Vec<Signs>) =
                model.propose_with_signs(&texts[article]).into_iter().unzip();
            let verdicts = all.add(&texts[article], &gold[article], &proposals);
            let these = proposals.into_iter().zip(signs).zip(verdicts);
            examples.extend(these.map(|((proposal, signs), verdict)| Example { article, proposal, signs, verdict }));
        }
    }
    log.line(&format!("on unseen folds: {all:?}"));
    // The last one has learned from all; the others judge the articles that they have not learned from.
    let confidences: Vec<Confidence> =
        in_two_threads(FOLDS + 1, |left_out| confidence(&examples, |n| n % FOLDS != left_out));
    let chances: Vec<[f32; 2]> =
        examples.iter().map(|example| confidences[example.article % FOLDS].chances(&example.signs)).collect();
    for least in (20..60).step_by(5) {
        let least = least as f32 / 100.0;
        let mut counts = Counts::default();
        let mut rest = examples.iter().zip(&chances).peekable();
        while let Some((first, _)) = rest.peek() {
            let article = first.article;
            let these = std::iter::from_fn(|| rest.next_if(|(example, _)| example.article == article));
            let kept: Vec<Proposal> =
                these.filter(|(_, [found, _])| *found >= least).map(|(example, _)| example.proposal.clone()).collect();
            counts.add(&texts[article], &gold[article], &kept);
        }
        // Articles for which nothing is proposed.
        let [found, full, exact] = Counts { gold: all.gold, with_source: all.with_source, ..counts }.f1();
        log.line(&format!("  from {least:.2} on: IoU F1 {found:.4}, full F1 {full:.4}, exact F1 {exact:.4}"));
    }
    for tenth in 2..10 {
        let these = || examples.iter().zip(&chances).filter(move |(_, [_, both])| tenth == tenth_of(*both));
        let right = these().filter(|(example, _)| example.verdict.is_right()).count();
        log.line(&format!("  confidence 0.{tenth}: {right} of {} right", these().count()));
    }
    confidences.into_iter().next_back().expect("one for each fold, and one more")
}

/// Learns what the signs mean from the proposals for some articles.
fn confidence(examples: &[Example], use_article: impl Fn(usize) -> bool) -> Confidence {
    let these = || examples.iter().filter(|example| use_article(example.article));
    let found = |example: &Example| example.verdict != Verdict::Wrong;
    let content: Vec<(Signs, bool)> = these().map(|example| (example.signs, found(example))).collect();
    let source: Vec<(Signs, bool)> =
        these().filter(|example| found(example)).map(|example| (example.signs, example.verdict.is_right())).collect();
    Confidence { found: boost::learn(&content), sourced: boost::learn(&source) }
}

fn tenth_of(chance: f32) -> usize {
    ((chance * 10.0) as usize).min(9)
}
