//! `cargo xtask train`: from the training corpus to the weights that ship.
//!
//! Articles are dealt into folds. The first pass tags each fold with weights learned from the others, so
//! that the second pass learns from output as it will find it; and the second pass, learned the same way,
//! tells how good the whole is on articles that it has not seen.

mod boost;
mod clusters;
mod contest;
mod corpus;
mod data;
mod evaluate;
mod examples;
mod learn;
mod network;
mod random;
mod report;
mod syntax;

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Instant;

use anyhow::{Context, Result};
use lexopt::prelude::*;
use sayso::model::decode::Model;
use sayso::model::link::Tagged;
use sayso::model::signs::Confidence;
use sayso::model::tag::Evidence;
use sayso::model::{link, weights};
use sayso::text::Text;

use crate::exec;
use corpus::Gold;
use data::Data;
use learn::{Learned, Settings};
pub(crate) use report::calibration;

/// Parts into which the articles are dealt.
const FOLDS: usize = 3;

/// Features of the second pass seen less often are left out.
const LEAST: u32 = 4;

/// How much the network's word counts in the second pass; the rest is that of the sparse features.
const NETWORK: f32 = 0.6;

const LINK: Settings = Settings { epochs: 12, rate: 0.03, l1: 4.5 };

/// Where the build picks the weights up.
const OUT: &str = "src/model/weights.bin";

/// Where the build picks the weights of the ranker up.
const RANKER: &str = "src/contest/ranker.bin";

/// Where the build picks the word clusters up.
const CLUSTERS: &str = "src/model/clusters.bin";

/// Where the build picks the classes of words by syntax up.
const SYNTAX: &str = "src/model/syntax.bin";

/// `cargo xtask train --data DIR [--syntax | --vectors FILE | --contest]`, repeatable to the byte. The first two
/// options make what the features look words up in, the third the ranker of contested sentences.
///
/// # Errors
/// If the corpus cannot be read or the weights cannot be written.
pub(crate) fn run_command(mut args: lexopt::Parser) -> Result<()> {
    let mut data = None;
    let mut vectors = None;
    let mut syntax = false;
    let mut contested = false;
    let mut out = PathBuf::from(OUT);
    while let Some(arg) = args.next()? {
        match arg {
            Long("data") => data = Some(PathBuf::from(args.value()?)),
            Long("vectors") => vectors = Some(PathBuf::from(args.value()?)),
            Long("syntax") => syntax = true,
            Long("contest") => contested = true,
            Long("out") => out = PathBuf::from(args.value()?),
            _ => return Err(arg.unexpected().into()),
        }
    }
    let data: PathBuf = data.context("which corpora? --data DIR")?;
    if cfg!(debug_assertions) {
        // Unoptimised it would take hours.
        let arguments = ["run", "--quiet", "--release", "--package", "xtask", "--", "train", "--data"];
        let mut command = exec::cargo();
        command.args(arguments).arg(data.canonicalize()?).arg("--out").arg(&out);
        if syntax {
            command.arg("--syntax");
        }
        if contested {
            command.arg("--contest");
        }
        if let Some(vectors) = vectors {
            command.arg("--vectors").arg(vectors.canonicalize()?);
        }
        return exec::run(&mut command);
    }
    if contested {
        std::fs::write(RANKER, contest::train(&data, &Log(Instant::now()))?)?;
        return Ok(());
    }
    let corpus = data.join("polnear/train.jsonl");
    let made = if syntax {
        let articles = corpus::read(&corpus)?;
        let texts: Vec<Text> = articles.iter().map(|a| Text::new(&a.text)).collect();
        Some((SYNTAX, syntax::sort(&texts)))
    } else if let Some(vectors) = vectors {
        let articles = corpus::read(&corpus)?;
        Some((CLUSTERS, clusters::cluster(&vectors, articles.iter().map(|a| a.text.as_str()))?))
    } else {
        None
    };
    if let Some((path, bytes)) = made {
        std::fs::write(path, bytes)?;
        println!("{path} is made anew: run again with --data alone, to learn with it");
        return Ok(());
    }
    let bytes = train(&corpus)?;
    std::fs::write(&out, bytes)?;
    Ok(())
}

/// Learns from a file of articles; gives the file of weights.
fn train(path: &Path) -> Result<Vec<u8>> {
    let log = Log(Instant::now());
    let articles = corpus::read(path)?;
    let texts: Vec<Text> = articles.iter().map(|a| Text::new(&a.text)).collect();
    let evidence: Vec<Evidence> = texts.iter().map(Evidence::new).collect();
    let gold: Vec<Vec<Gold>> = articles.iter().zip(&texts).map(|(a, t)| a.gold(t)).collect();
    let fold = |article: usize| article % FOLDS;

    let labels: Vec<Vec<u8>> =
        texts.iter().zip(&gold).map(|(t, gold)| examples::tag_labels(t.tokens.len(), gold)).collect();
    let mut net_examples = network::Examples::new(&evidence, &labels);
    log.line(&format!("first pass: {} properties of words", net_examples.words()));
    let no_link = Learned { rows: Vec::new(), arcs: vec![0.0; link::topology().arcs.len()] };
    let tags: Vec<Vec<u8>> = in_two_threads(FOLDS, |left_out| {
        let learned = network::learn(
            &net_examples,
            |a| fold(a) != left_out,
            |epoch, [unseen, _]| {
                log.line(&format!(
                    "  first pass without fold {left_out}, epoch {epoch}: loss {unseen:.4} a token of that fold"
                ));
            },
        );
        pack(&Data::default(), &no_link, &Confidence::default(), &net_examples.write(&learned, 0.0))
    });
    let models: Vec<Model> = tags.iter().map(|file| Model::read(file).expect("just written")).collect();
    let tagged: Vec<Vec<Tagged>> = evidence.iter().enumerate().map(|(n, e)| models[fold(n)].tag(e).0).collect();

    let mut link_data = Data::default();
    let pairings = evidence
        .iter()
        .enumerate()
        .map(|(n, evidence)| examples::link_examples(n, evidence, &tagged[n], &gold[n], &mut link_data));
    net_examples.add(pairings.collect());
    link_data.prune(LEAST);
    let right = link_data.chains.iter().filter(|c| usize::from(c.gold[0]) != link::REJECTED).count();
    log.line(&format!(
        "second pass: {} cues, {right} right, {} tokens, {} features",
        link_data.chains.len(),
        link_data.tokens(),
        link_data.rows.len()
    ));
    // One more than the folds there are: nothing is left out.
    let nets: Vec<network::Parameters> = in_two_threads(FOLDS + 1, |left_out| {
        network::learn(
            &net_examples,
            |a| fold(a) != left_out,
            |epoch, [first, second]| {
                log.line(&format!(
                "  network without fold {left_out}, epoch {epoch}: loss {first:.4} a token and {second:.0} on that fold"
            ));
            },
        )
    });
    let link_topology = link::topology();
    let learn_link = |left_out: usize| {
        learn::learn(
            &link_data,
            &link_topology,
            LINK,
            |a| fold(a) != left_out,
            |epoch, loss, unseen| {
                log.line(&format!(
                    "  second pass without fold {left_out}, epoch {epoch}: loss {loss:.0}, {unseen:.0} on that fold"
                ));
            },
        )
    };
    let links: Vec<Learned> = in_two_threads(FOLDS + 1, learn_link);
    let file = |n: usize, confidence: &Confidence| {
        pack(&link_data, &links[n], confidence, &net_examples.write(&nets[n], NETWORK))
    };
    let confidence = evaluate::evaluate(&log, &texts, &gold, |n| file(n, &Confidence::default()));
    let file = file(FOLDS, &confidence);
    log.line(&format!("{} bytes", file.len()));
    Ok(file)
}

/// The weights of both passes as a file.
fn pack(data: &Data, link: &Learned, confidence: &Confidence, (net, net_arcs): &(Vec<u8>, Vec<f32>)) -> Vec<u8> {
    let mut features: std::collections::BTreeMap<u64, Vec<(u8, i8)>> = std::collections::BTreeMap::new();
    for (row, values) in data.rows.iter().zip(&link.rows) {
        for (l, value) in values.iter().enumerate() {
            let value = (value * (1.0 - NETWORK) / weights::UNIT).round().clamp(-127.0, 127.0) as i8;
            if value != 0 {
                features.entry(row.feature).or_default().push((row.slot + l as u8, value));
            }
        }
    }
    let features: Vec<(u64, Vec<(u8, i8)>)> = features.into_iter().collect();
    let arcs = link.arcs.iter().zip(net_arcs).map(|(sparse, net)| sparse * (1.0 - NETWORK) + net);
    let parameters: Vec<f32> = arcs.collect();
    let mut file = weights::write(&features, &parameters);
    file.extend(net);
    confidence.write(&mut file);
    file
}

/// Does `n` jobs, two at a time, each alone deciding its result.
fn in_two_threads<T: Send>(n: usize, job: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let next = Mutex::new(0);
    let done: Mutex<Vec<Option<T>>> = Mutex::new((0..n).map(|_| None).collect());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let mine = {
                        let mut next = next.lock().expect("no job panics");
                        *next += 1;
                        *next - 1
                    };
                    if mine >= n {
                        return;
                    }
                    let result = job(mine);
                    done.lock().expect("no job panics")[mine] = Some(result);
                }
            });
        }
    });
    done.into_inner().expect("no job panics").into_iter().map(|d| d.expect("every job is done")).collect()
}

/// What is printed, with the time since the start.
struct Log(Instant);

impl Log {
    fn line(&self, text: &str) {
        println!("{:5.0} s  {text}", self.0.elapsed().as_secs_f64());
    }
}
