//! Words that point back to the phrase before them.

use crate::voices;

#[test]
fn who_after_brackets_and_apposition() {
    let text = "Gov. Ann Lee (R-Ohio), an early supporter, [who] said {no}, left.";
    assert_eq!(voices(text), ["Ann Lee"]);
}

#[test]
fn who_after_two_nouns() {
    assert_eq!(voices("They met Ann Lee, a farmer and local activist, [who] said {no}."), ["Ann Lee"]);
}

#[test]
fn who_after_a_noun_with_a_name_in_it() {
    assert_eq!(voices("They met Ann Lee, a longtime Bob Ray supporter [who] said {no}."), ["Ann Lee"]);
}

#[test]
fn who_is_no_government() {
    assert_eq!(voices("It angered some officials in the government [who] said {no}."), ["some officials"]);
}

#[test]
fn who_before_a_plural_verb() {
    assert_eq!(voices("They met Ann Lee and Bob Ray, [who] think {no}."), ["Ann Lee; Bob Ray"]);
}

#[test]
fn somebody_without_a_name_before_who() {
    let text = "Carl Boyle leads a Vermont minister [who] has declared {no}.";
    assert_eq!(voices(text), ["Vermont minister"]);
}

#[test]
fn group_explained_behind_a_comma() {
    let text = "Clear Water, [a group] set up {to save the lake}, met.";
    assert_eq!(voices(text), ["Clear Water"]);
}

#[test]
fn aide_between_commas_speaks_for_herself() {
    assert_eq!(voices("Carl Boyle, [a top aide] said, {is confident}."), ["top aide"]);
}

#[test]
fn who_after_age_and_town() {
    assert_eq!(voices("They met Ann Lee, 24, from Dale, [who] said {no}."), ["Ann Lee"]);
}

#[test]
fn who_after_a_post_at_a_body_in_a_place() {
    let text = "It amused Carl Boyle, a dean at the University of Oslo in Norway, [who] said {no}.";
    assert_eq!(voices(text), ["Carl Boyle"]);
}

#[test]
fn two_clauses_of_one_name() {
    let text = "Senator Carl Boyle of Texas, who left in May, and [who] had vowed {to stay}, was there.";
    assert_eq!(voices(text), ["Carl Boyle"]);
}

#[test]
fn who_with_a_time() {
    assert_eq!(voices("Senator Carl Boyle of Texas, [who last year] vowed {to stay}, left."), ["Carl Boyle"]);
}

#[test]
fn who_run_together_with_its_verb() {
    assert_eq!(voices("Ann Lee, [who’d] said {no}, left."), ["Ann Lee"]);
}
