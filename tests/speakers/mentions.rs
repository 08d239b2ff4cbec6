//! Every place where a speaker is mentioned.

use crate::{mentions, speakers, voices};

#[test]
fn names_and_pronouns_in_order() {
    let text = "Ann Lee came home. She was tired. [Lee] said {no}.";
    assert_eq!(mentions(text), ["Ann Lee", "She", "Lee"]);
}

#[test]
fn roles_count() {
    assert_eq!(mentions("Sen. Carl Boyle spoke. [The senator] said {no}."), ["Carl Boyle", "The senator"]);
}

#[test]
fn a_source_with_its_apposition_is_one_mention() {
    assert_eq!(mentions("[Rosa Smith, a nurse,] said {no}."), ["Rosa Smith"]);
}

#[test]
fn only_those_who_speak_are_speakers() {
    assert_eq!(speakers("Ann Lee met Bob Ray. [Lee] said {no}.").all.len(), 1);
}

#[test]
fn never_overlapping_and_sorted() {
    let text = "[Ann Lee, a nurse,] said {no}. [She] said {yes}. [Ms. Lee] said {maybe}. [Her letter] says {no}.";
    let speakers = speakers(text);
    assert_eq!(speakers.all.len(), 1);
    assert!(speakers.all[0].mentions.is_sorted_by(|a, b| a.end <= b.start));
}

#[test]
fn source_that_ran_on_into_its_verb() {
    assert_eq!(voices("[A reporter for the Globe spotted Ann Lee] said {no}."), ["reporter for the Globe"]);
    assert_eq!(voices("Bob Lee came. [Mr. Lee largely ignored Carl Ray] said {no}."), ["Bob Lee"]);
    assert_eq!(voices("Ann Lee came. [Ms. Lee uses her show on the radio] said {no}."), ["Ann Lee"]);
    assert_eq!(voices("[A man in Ohio sent out a letter to the city] said {no}."), ["man in Ohio"]);
    // Participles that belong to the noun stay.
    assert_eq!(voices("[A nurse named Ann Lee] said {no}."), ["Ann Lee"]);
    assert_eq!(voices("[voters given the choice] said {no}."), ["voters given the choice"]);
}
