//! Several people.

use crate::{kind, voices};
use sayso::document::SpeakerKind::{Group, Unnamed};

#[test]
fn two_people() {
    assert_eq!(voices("Ann Lee came, and Bob Ray. [Lee and Ray] said {no}."), ["Ann Lee; Bob Ray"]);
    assert_eq!(kind("[Ann Lee and Bob Ray] said {no}."), Group);
}

#[test]
fn three_people_with_titles() {
    let text = "[Vermont Gov. Peter Shum and Sen. Pat Leary as well as former Gov. Howard Dane] said {no}.";
    assert_eq!(voices(text), ["Peter Shum; Pat Leary; Howard Dane"]);
}

#[test]
fn two_people_with_an_apposition() {
    assert_eq!(voices("[Ann Lee and Bob Ray, two of the survivors,] said {no}."), ["Ann Lee; Bob Ray"]);
}

#[test]
fn he_and_somebody() {
    assert_eq!(voices("Ann Lee met Bob Ray. [He and Lee] said {no}."), ["Bob Ray; Ann Lee"]);
}

#[test]
fn somebody_and_others() {
    assert_eq!(voices("[Mr. Zhou and other leaders] said {no}."), ["Zhou; other leaders"]);
}

#[test]
fn two_kinds_of_people_are_one_group() {
    assert_eq!(voices("[pollsters and pundits] said {no}."), ["pollsters and pundits"]);
}

#[test]
fn both_before_the_names() {
    assert_eq!(voices("[Both Ann Lee and Bob Ray] said {no}."), ["Ann Lee; Bob Ray"]);
}

#[test]
fn supporters_of_somebody() {
    assert_eq!(voices("[Supporters of Ann Lee] said {no}."), ["Supporters of Ann Lee"]);
}

#[test]
fn allies_of_a_country() {
    assert_eq!(voices("[Ukraine’s allies] said {no}."), ["Ukraine’s allies"]);
}

#[test]
fn quantity_is_kept() {
    assert_eq!(voices("[about 200 protesters] said {no}."), ["about 200 protesters"]);
    assert_eq!(voices("[At least half of the delegates] said {no}."), ["At least half of the delegates"]);
}

#[test]
fn clause_about_the_group_is_left_out() {
    assert_eq!(voices("[many farmers, who lost their land in the flood,] said {no}."), ["many farmers"]);
}

#[test]
fn the_same_group_is_one() {
    assert_eq!(voices("[Analysts] said {no}. [The analysts] said {yes}."), ["Analysts", "Analysts"]);
}

#[test]
fn analysts_are_unnamed() {
    assert_eq!(kind("[Analysts] said {no}."), Unnamed);
}

#[test]
fn people_of_a_party() {
    assert_eq!(voices("[Republicans] said {no}. [They] said {yes}."), ["Republicans", "Republicans"]);
}

#[test]
fn his_supporters_are_named_after_him() {
    assert_eq!(voices("Tom Baird lost. [His supporters] said {no}."), ["Baird’s supporters"]);
}

#[test]
fn two_people_with_their_states() {
    let text = "[Senators Carl Boyle, Democrat of Vermont, and Ann Crowe, Republican of Texas,] said {no}.";
    assert_eq!(voices(text), ["Carl Boyle; Ann Crowe"]);
}

#[test]
fn two_people_with_party_in_brackets() {
    assert_eq!(voices("[Sens. Carl Boyle (D-Vt.) and Ann Crowe (R-Tex.)] said {no}."), ["Carl Boyle; Ann Crowe"]);
}

#[test]
fn two_campaigns() {
    let text = "Carl Boyle met Ann Crowe. [The Boyle and Crowe campaigns] said {no}.";
    assert_eq!(voices(text), ["Boyle campaign; Crowe campaign"]);
}

#[test]
fn two_kinds_of_people_alike_are_two() {
    assert_eq!(voices("[pundits and farmers alike] said {no}."), ["pundits; farmers"]);
}

#[test]
fn three_kinds_of_people_are_three() {
    assert_eq!(voices("[Nurses, teachers and farmers] said {no}."), ["Nurses; teachers; farmers"]);
}
