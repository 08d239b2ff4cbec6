//! Those who will not be named.

use crate::{kind, voices};
use sayso::document::SpeakerKind::Unnamed;

#[test]
fn person_familiar_with_the_matter() {
    assert_eq!(voices("[A person familiar with the matter] said {no}."), ["person familiar with the matter"]);
    assert_eq!(kind("[A person familiar with the matter] said {no}."), Unnamed);
}

#[test]
fn officials() {
    assert_eq!(voices("[officials] said {no}."), ["officials"]);
    assert_eq!(kind("[officials] said {no}."), Unnamed);
}

#[test]
fn senior_official() {
    assert_eq!(voices("[A senior administration official] said {no}."), ["senior administration official"]);
    assert_eq!(kind("[A senior administration official] said {no}."), Unnamed);
}

#[test]
fn sources_close_to_somebody() {
    assert_eq!(voices("[sources close to Ann Lee] said {no}."), ["sources close to Ann Lee"]);
    assert_eq!(kind("[sources close to Ann Lee] said {no}."), Unnamed);
}

#[test]
fn who_asked_not_to_be_named() {
    assert_eq!(voices("[an aide, who asked not to be named,] said {no}."), ["aide"]);
}

#[test]
fn no_one_is_nobody() {
    assert_eq!(voices("[No one] said {no}."), ["-"]);
    assert_eq!(voices("[Nobody] said {no}."), ["-"]);
}

#[test]
fn a_determiner_without_its_noun_is_nobody() {
    assert_eq!(voices("[Any] suggestion {that it is over} is wrong."), ["-"]);
}

#[test]
fn the_spokesman_is_not_the_man_he_speaks_for() {
    let text = "[Tom Baird] said {no}. [A spokesman] said {yes}.";
    assert_eq!(voices(text), ["Tom Baird", "spokesman"]);
}

#[test]
fn anonymous_he() {
    let text = "[A senior official] said {no}. [He] added {that it was late}.";
    assert_eq!(voices(text), ["senior official", "senior official"]);
}

#[test]
fn anonymous_he_is_not_the_last_name() {
    let text = "[A former aide to Ann Lee] said {no}. [He] added {that it was late}.";
    assert_eq!(voices(text), ["former aide to Ann Lee", "former aide to Ann Lee"]);
}

#[test]
fn that_person() {
    let text = "{It is late}, [a source close to the firm] said. [That person] said {it would wait}.";
    assert_eq!(voices(text), ["source close to the firm", "source close to the firm"]);
}

#[test]
fn a_bracket_inside_a_word() {
    assert_eq!(voices("[those who have a 401(k) plan] say {no}."), ["those who have a 401(k) plan"]);
}
