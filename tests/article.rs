//! A whole article, with the furniture of its page around it: who says what, and nothing else.

use sayso::annotate;
use sayso::document::{Annotation, Category};

const ARTICLE: &str = include_str!("texts/harbour.txt");

/// Speaker, how it is said, and words that the statement must hold.
const STATEMENTS: &[(&str, Category, &str)] = &[
    ("Ingrid Solheim", Category::Indirect, "she will not sign a lease for the western quay"),
    ("Ingrid Solheim", Category::Indirect, "the old fish market stays where it is and that no court will move it"),
    ("Ingrid Solheim", Category::Indirect, "the town would rather settle the matter quietly, but only at a fair price"),
    (
        "Ingrid Solheim",
        Category::Mixed,
        "if the Calder Ferry Company keeps refusing what she called “honest arithmetic,” then the ferries would have to berth somewhere else",
    ),
    ("Ingrid Solheim", Category::Mixed, "the firm has been chasing a “theft in slow motion,”"),
    ("Harbour masters", Category::Indirect, "with the new cranes, the quay would pay for itself in nine years"),
    ("Tomas Reyes", Category::Indirect, "the company would never give up its berth"),
    ("Tomas Reyes", Category::Direct, "“We have sailed from this quay for ninety years,”"),
    ("Tomas Reyes", Category::Direct, "“We are not leaving.”"),
    ("Tomas Reyes", Category::Mixed, "the talk of “theft” could frighten off every other firm in the region"),
    ("Tomas Reyes", Category::Indirect, "a town without ferries is a town without visitors"),
    ("fishermen", Category::Indirect, "any lease must protect their moorings"),
    ("Oda Brandt", Category::Direct, "“Nobody has asked us anything,”"),
    ("Oda Brandt", Category::Indirect, "the council has not met the crews since spring"),
    ("Piet van Doorn", Category::Indirect, "a rushed lease would cost everyone more in the end"),
];

fn words(annotation: &Annotation) -> String {
    let units: Vec<u16> = ARTICLE.encode_utf16().collect();
    let parts: Vec<String> =
        annotation.spans.iter().map(|&[s, e]| String::from_utf16_lossy(&units[s as usize..e as usize])).collect();
    parts.join(" ")
}

#[test]
fn every_statement_is_found_with_its_speaker() {
    let document = annotate(ARTICLE);
    for &(name, category, said) in STATEMENTS {
        let found = document.annotations.iter().find(|a| a.category == category && words(a).contains(said));
        let speaker = found.and_then(|a| a.speaker.as_ref()).map(|s| s.name.as_str());
        assert!(found.is_some(), "{category:?} not found: {said}");
        assert!(speaker.is_some_and(|s| s.contains(name)), "{said}: said by {speaker:?}");
    }
}

#[test]
fn nothing_outside_the_story_is_marked() {
    let begin = ARTICLE.find("The long quarrel").map(|byte| ARTICLE[..byte].encode_utf16().count() as u32);
    let end = ARTICLE.find("Read More:").map(|byte| ARTICLE[..byte].encode_utf16().count() as u32);
    for annotation in annotate(ARTICLE).annotations {
        assert!(annotation.spans.iter().all(|s| Some(s[0]) >= begin && Some(s[1]) <= end), "{}", words(&annotation));
        assert!(!words(&annotation).contains("Also Read"));
    }
}
