//! The command line, run as its users run it.
#![expect(clippy::unwrap_used, reason = "what cannot be unwrapped has failed the test")]

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Output, Stdio};

use serde_json::{Value, json};

const QUOTE: &str = "“It is safe,” said Ann Lee. Tom Ash told reporters that the bridge would fall.\n";

fn start(args: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_sayso"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Runs `sayso` on this input. It is written by a thread of its own, since output may fill its pipe first.
fn sayso(args: &[&str], input: impl AsRef<[u8]>) -> Output {
    let mut child = start(args);
    let mut stdin = child.stdin.take().unwrap();
    let input = input.as_ref().to_vec();
    let writer = std::thread::spawn(move || {
        // Whoever refuses its arguments does not read.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn annotate(args: &[&str], input: &str) -> String {
    let output = sayso(&[&["annotate"], args].concat(), input);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    stdout(&output).to_owned()
}

fn json_lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn json_has_the_fields_of_the_contract() {
    let document: Value = serde_json::from_str(&annotate(&[], QUOTE)).unwrap();
    assert_eq!(document["id"], "-");
    assert_eq!(document["english"], true);
    assert!(document.get("text").is_none());
    let quote = &document["annotations"][0];
    assert_eq!(quote["category"], "direct");
    assert_eq!(quote["spans"], json!([[0, 13]]));
    assert_eq!(quote["cue"], json!([14, 18]));
    assert_eq!(quote["speaker"]["name"], "Ann Lee");
    assert_eq!(document["speakers"][0]["kind"], "person");
}

#[test]
fn offsets_count_utf16_units() {
    let document: Value = serde_json::from_str(&annotate(&[], &format!("Look: 😀\n{QUOTE}"))).unwrap();
    assert_eq!(document["annotations"][0]["spans"], json!([[9, 22]]));
}

#[test]
fn files_are_named_and_joined_with_standard_input() {
    let file = std::env::temp_dir().join(format!("sayso-{}.txt", std::process::id()));
    std::fs::write(&file, QUOTE).unwrap();
    let name = file.to_str().unwrap();
    let lines = json_lines(&annotate(&["--format", "jsonl", name, "-"], QUOTE));
    std::fs::remove_file(&file).unwrap();
    assert_eq!(lines[0]["id"], name);
    assert_eq!(lines[1]["id"], "-");
    assert_eq!(lines[0]["annotations"], lines[1]["annotations"]);
}

#[test]
fn lines_keep_their_order_and_their_ids() {
    let long = QUOTE.repeat(300);
    let input: String = (0..400)
        .map(|i| json!({ "id": i, "text": if i % 7 == 0 { &long } else { QUOTE } }).to_string() + "\n")
        .collect();
    let ids: Vec<Value> =
        json_lines(&annotate(&["--jsonl"], &input)).into_iter().map(|line| line["id"].clone()).collect();
    assert_eq!(ids, (0..400).map(|i| json!(i.to_string())).collect::<Vec<_>>());
}

#[test]
fn a_line_is_answered_before_the_next_is_asked() {
    let mut child = start(&["annotate", "--jsonl"]);
    let (mut stdin, mut stdout) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    for id in ["first", "second"] {
        writeln!(stdin, "{}", json!({ "id": id, "text": QUOTE })).unwrap();
        let mut answer = String::new();
        stdout.read_line(&mut answer).unwrap();
        assert_eq!(json_lines(&answer)[0]["id"], id);
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn bad_lines_are_reported_by_number_and_the_rest_is_done() {
    let good = json!({ "id": "good", "text": QUOTE });
    let mut input = format!("{good}\n\nno json\n{{\"id\": \"no text\"}}\n").into_bytes();
    input.extend(b"{\"id\": \"x\", \"text\": \"\xff\"}\n");
    input.extend(format!("{good}").into_bytes());
    let output = sayso(&["annotate", "--jsonl"], input);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(json_lines(stdout(&output)).len(), 2);
    let reports: Vec<&str> = stderr(&output).lines().collect();
    assert_eq!(reports.len(), 3);
    for (report, line) in reports.iter().zip(["line 3: ", "line 4: ", "line 5: this is not UTF-8"]) {
        assert!(report.contains(line), "{report}");
    }
}

#[test]
fn a_lone_surrogate_keeps_the_offsets_true() {
    let line = json_lines(&annotate(&["--jsonl"], r#"{"id": "x", "text": "\ud800\n“It is safe,” said Ann Lee."}"#));
    assert_eq!(line[0]["annotations"][0]["spans"], json!([[2, 15]]));
}

#[test]
fn the_reader_may_leave_early() {
    let mut child = start(&["annotate", "--jsonl"]);
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    let line = json!({ "id": 1, "text": QUOTE.repeat(50) }).to_string() + "\n";
    while stdin.write_all(line.as_bytes()).is_ok() {}
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn unreadable_input_ends_with_1() {
    let output = sayso(&["annotate", "no such file", "-"], QUOTE);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("no such file"));
    assert!(stdout(&output).contains("Ann Lee"), "the other input is done");
    let output = sayso(&["annotate"], b"a\xffb");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("UTF-8"));
    let output = sayso(&["annotate", "--html"], "<p>short</p>");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("no article"));
}

#[test]
fn wrong_usage_ends_with_2() {
    for args in [&[][..], &["annotat"], &["annotate", "--no-such"], &["annotate", "--format", "xml"], &["--jsonl"]] {
        let output = sayso(args, "");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(stderr(&output).contains("--help"), "{args:?}");
        assert!(output.stdout.is_empty(), "{args:?}");
    }
}

#[test]
fn help_and_version() {
    for help in [&["--help"][..], &["annotate", "-h"]] {
        let output = sayso(help, "");
        assert_eq!(output.status.code(), Some(0));
        assert!(stdout(&output).contains("Usage: sayso annotate"));
    }
    let version = sayso(&["--version"], "");
    assert_eq!(stdout(&version), concat!("sayso ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn empty_input_has_no_annotations() {
    let document: Value = serde_json::from_str(&annotate(&[], "")).unwrap();
    assert_eq!(document["annotations"], json!([]));
    assert_eq!(annotate(&["--jsonl"], ""), "");
}

#[test]
fn markdown_is_sorted_by_speaker() {
    let shown = annotate(&["--format", "markdown"], QUOTE);
    assert!(shown.starts_with("# -\n") || shown.starts_with("# \\-\n"), "{shown}");
    assert!(shown.contains("\n## Ann Lee\n\n- “It is safe,”\n"), "{shown}");
}

#[test]
fn csv_has_one_header_and_safe_fields() {
    let line = |text: &str| json!({ "id": "=1+1", "text": text }).to_string() + "\n";
    let shown = annotate(&["--jsonl", "--format", "csv"], &(line(QUOTE) + &line("\"Yes, no,\" said Ann Lee.")));
    let records: Vec<&str> = shown.split("\r\n").collect();
    assert_eq!(shown.matches("article,annotation,").count(), 1);
    assert!(records[1].starts_with("\"'=1+1\",0,direct,Ann Lee,"), "{shown}");
    assert!(shown.contains(r#","""Yes, no,""","#), "{shown}");
}

#[test]
fn w3c_selectors_find_the_words_again() {
    let page = &json_lines(&annotate(&["--format", "w3c"], QUOTE))[0];
    assert_eq!(page["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(page["type"], "AnnotationPage");
    let item = &page["items"][0];
    assert_eq!(item["type"], "Annotation");
    assert!(
        item["body"]
            .as_array()
            .unwrap()
            .contains(&json!({ "type": "TextualBody", "value": "Ann Lee", "purpose": "identifying" }))
    );
    let [quote, position] = item["target"][0]["selector"].as_array().unwrap().as_slice() else { panic!("{item}") };
    assert_eq!(quote["type"], "TextQuoteSelector");
    assert_eq!(quote["exact"], "“It is safe,”");
    assert_eq!(quote["prefix"], "");
    assert_eq!(quote["suffix"], " said Ann Lee. Tom Ash told repo");
    assert_eq!(position, &json!({ "type": "TextPositionSelector", "start": 0, "end": 13 }));
}

#[test]
fn text_has_no_colours_outside_a_terminal() {
    let shown = annotate(&["--format", "text"], QUOTE);
    assert!(shown.starts_with("⟦“It is safe,”⟧⟨Ann Lee⟩ said Ann Lee."), "{shown}");
    assert!(!shown.contains('\x1b'));
}

/// The story of a page, as `--html` finds it.
fn story(page: &str) -> Value {
    let file = format!("{}/tests/pages/{page}.html", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&annotate(&["--html", &file], "")).unwrap()
}

#[test]
fn html_is_read_for_its_story_alone() {
    let document = story("peace-push");
    let text = document["text"].as_str().unwrap();
    for outside in ["Post a Comment", "Most read", "Not to scale", "envoys talk of peace", "Peace in our time"] {
        assert!(!text.contains(outside), "{outside}: {text}");
    }
    assert!(text.contains("“liberation of historical lands,”"));
    let units: Vec<u16> = text.encode_utf16().collect();
    for annotation in document["annotations"].as_array().unwrap() {
        for span in annotation["spans"].as_array().unwrap() {
            let [start, end] = [0, 1].map(|i| usize::try_from(span[i].as_u64().unwrap()).unwrap());
            assert!(start < end && end <= units.len());
        }
    }
}

#[test]
fn a_list_of_links_is_no_article() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages/front-page.html");
    let output = sayso(&["annotate", "--html", file], "");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn other_languages_are_told() {
    assert_eq!(story("haushalt")["english"], false);
    assert_eq!(story("harbour-deal")["english"], true);
}
