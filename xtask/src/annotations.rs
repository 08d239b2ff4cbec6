//! Contested claims and speakers that we annotated in training articles of PolNeAR, by offset: joined with the
//! articles' text, which is not ours to keep.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::exec::root;

/// Where the annotations are.
const OWN: &str = "xtask/annotations/polnear-train.jsonl";

/// Claims that we found in the articles of the corpus of contested claims beside those that it has.
///
/// Offsets are UTF-16 code units into the article of that `id`.
pub(crate) fn missed() -> PathBuf {
    root().join("xtask/annotations/contested-train.jsonl")
}

/// Writes the annotated articles as the scorer of contested claims wants them, and returns the file.
///
/// # Errors
/// If the corpus cannot be read, or lacks an article or a statement that was annotated.
pub(crate) fn gold(corpus: &Path) -> Result<PathBuf> {
    let articles: HashMap<String, Value> =
        lines::<Value>(corpus)?.into_iter().map(|a| Ok((text(&a, "id")?, a))).collect::<Result<_>>()?;
    let mut out = String::new();
    for annotated in lines::<Value>(&root().join(OWN))? {
        let id = text(&annotated, "id")?;
        let article = articles.get(&id).with_context(|| format!("there is no article {id} in {}", corpus.display()))?;
        let speakers = annotated["speakers"].as_object();
        let reported = speakers.into_iter().flatten().map(|(number, speaker)| {
            let statement = article["attributions"].as_array().into_iter().flatten().find(|a| a["id"] == **number);
            let mut statement = statement.with_context(|| format!("{id} has no statement {number}"))?.clone();
            statement["speaker"] = speaker.clone();
            Ok(statement)
        });
        let reported: Vec<Value> = reported.collect::<Result<_>>()?;
        let gold =
            json!({ "id": id, "text": article["text"], "contested": annotated["contested"], "reported": reported });
        out.push_str(&format!("{gold}\n"));
    }
    let file = root().join("target/annotated.jsonl");
    fs::create_dir_all(root().join("target"))?;
    fs::write(&file, out)?;
    Ok(file)
}

/// What is in a file, one piece a line.
///
/// # Errors
/// If the file cannot be read, or a line is not such a piece.
pub(crate) fn lines<T: DeserializeOwned>(file: &Path) -> Result<Vec<T>> {
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    Ok(text.lines().map(serde_json::from_str).collect::<serde_json::Result<_>>()?)
}

fn text(value: &Value, field: &str) -> Result<String> {
    Ok(value[field].as_str().with_context(|| format!("a line without {field}"))?.to_owned())
}
