//! How good the annotations are, on the development corpora.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use lexopt::Parser;
use lexopt::prelude::*;

use crate::annotations;
use crate::exec::{cargo, command, root, run, step, target_directory};
use crate::train;

/// A scorer and the corpus that it is for, below the data folder.
struct Measure {
    title: &'static str,
    scorer: &'static str,
    corpus: &'static str,
}

const MEASURES: [Measure; 2] = [
    Measure {
        title: "Quotes and their sources: PolNeAR, development set",
        scorer: "eval/score_quotes.py",
        corpus: "corpora/polnear/dev.jsonl",
    },
    Measure {
        title: "Contested claims and the names of speakers",
        scorer: "eval/score_contested.py",
        corpus: "corpora/contested/dev.jsonl",
    },
];

/// `cargo xtask eval [--data DIR]`
pub(crate) fn run_command(mut args: Parser) -> Result<()> {
    let mut data = root().join("../shared");
    while let Some(arg) = args.next()? {
        match arg {
            Long("data") => data = std::env::current_dir()?.join(args.value()?),
            _ => return Err(arg.unexpected().into()),
        }
    }
    let training = "corpora/polnear/train.jsonl";
    for file in MEASURES.iter().flat_map(|m| [m.scorer, m.corpus]).chain([training]) {
        if !data.join(file).is_file() {
            bail!(
                "there is no {file} in {}: give the folder of scorers and corpora by --data. The larger corpus, \
                 PolNeAR (Newell, Margolin and Ruths, LREC 2018), is public: networkdynamics/PolNeAR on GitHub",
                data.display()
            );
        }
    }
    let program = command_line()?;
    let mut report = HEAD.to_owned();
    for measure in &MEASURES {
        let table = step(measure.title, || score(&program, &data, measure))?;
        println!("\n{}\n\n{table}", measure.title);
        report.push_str(&format!("\n## {}\n\n```text\n{table}```\n", measure.title));
    }
    let own = annotations::gold(&data.join(training))?;
    let table = step(OWN, || score_by(&program, &data.join(MEASURES[1].scorer), &own))?;
    println!("\n{OWN}\n\n{table}");
    report.push_str(&format!("\n## {OWN}\n\n{ABOUT_OWN}\n```text\n{table}```\n"));
    let table = train::calibration(&data.join(MEASURES[0].corpus))?;
    println!("\n{CALIBRATION}\n\n{table}");
    report.push_str(&format!("\n## {CALIBRATION}\n\n```text\n{table}```\n"));
    let file = root().join("docs/ACCURACY.md");
    fs::create_dir_all(root().join("docs"))?;
    fs::write(&file, report)?;
    println!("{}", file.display());
    Ok(())
}

const OWN: &str = "The same on 747 training articles annotated by us";

const ABOUT_OWN: &str = "\
`xtask/annotations/` has the annotations by offset (contested claims of all, speakers of 112) and says how they were made. Rules
were mended by what was read there, and the ranker of contested sentences has learned from them: figures for many articles, not
for unseen ones. `docs/MODEL.md` has those of cross-validation.
";

const CALIBRATION: &str = "What confidence means: content and source right, PolNeAR, development set";

const HEAD: &str = "\
# Accuracy

Written by `cargo xtask eval`: the release build of the command line annotates each development corpus,
and the scorer beside the corpus compares the result with what people marked. The weights are trained on
the training sets alone.
";

/// The release build of `sayso`.
pub(crate) fn command_line() -> Result<PathBuf> {
    step("release build", || run(cargo().args(["build", "--release", "--quiet", "--bin", "sayso"])))?;
    Ok(target_directory().join("release").join(format!("sayso{}", std::env::consts::EXE_SUFFIX)))
}

/// The scorer's table, without what it prints for programs.
fn score(program: &Path, data: &Path, measure: &Measure) -> Result<String> {
    score_by(program, &data.join(measure.scorer), &data.join(measure.corpus))
}

fn score_by(program: &Path, scorer: &Path, corpus: &Path) -> Result<String> {
    let predictions = root().join("target/predictions.jsonl");
    run(command(program).args(["annotate", "--jsonl"]).arg(corpus).stdout(File::create(&predictions)?))?;
    let output = command("python3").arg(scorer).arg(corpus).arg(&predictions).output().context("python3 is needed")?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr));
    }
    let lines = String::from_utf8(output.stdout)?;
    Ok(lines.lines().filter(|line| !line.starts_with('{')).map(|line| format!("{}\n", line.trim_end())).collect())
}
