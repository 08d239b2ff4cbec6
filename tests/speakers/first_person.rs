//! I and we.

use crate::{kind, voices};
use sayso::document::SpeakerKind::Document;

#[test]
fn i_in_a_quotation_is_its_speaker() {
    let text = "[Ann Lee] said {“It was late, and [I] thought {it rained}”}.";
    assert_eq!(voices(text), ["Ann Lee", "Ann Lee"]);
}

#[test]
fn we_in_a_quotation_is_its_speaker() {
    let text = "[Ann Lee] told us {“[we] said {no} to them”}.";
    assert_eq!(voices(text), ["Ann Lee", "Ann Lee"]);
}

#[test]
fn columnist_with_a_byline() {
    let text = "Why the bridge must stay\n\nBy Ann Lee\n\nThe bridge is old. [I] think {it must stay}.";
    assert_eq!(voices(text), ["Ann Lee"]);
}

#[test]
fn columnist_named_at_the_end() {
    let text = "The bridge is old. [I] think {it must stay}.\n\nAnn Lee is a columnist for the Harbor Times.";
    assert_eq!(voices(text), ["Ann Lee"]);
}

#[test]
fn columnist_without_a_name_is_the_article() {
    let text = "The bridge is old. [I] think {it must stay}.";
    assert_eq!(voices(text), ["article"]);
    assert_eq!(kind(text), Document);
}

#[test]
fn my_view_is_mine() {
    assert_eq!(voices("By Ann Lee\n\nThe bridge is old. In [my view] {it must stay}."), ["Ann Lee"]);
}

#[test]
fn interview_by_question_and_answer() {
    let text = "Ann Lee builds bridges.\n\n[Q]: {Why?}\n\n[A]: {Because Ann Lee can.}";
    assert_eq!(voices(text), ["article", "Ann Lee"]);
}
