//! People with one surname.

use crate::voices;

#[test]
fn title_tells_husband_and_wife_apart() {
    let text = "Paul Hart met his wife, Ellen Hart. [Mr. Hart] said {no}. [Mrs. Hart] said {yes}.";
    assert_eq!(voices(text), ["Paul Hart", "Ellen Hart"]);
}

#[test]
fn first_names_in_a_family() {
    let text = "Paul Hart and Ellen Hart live in Ohio. [Ellen] said {no}. [Paul] said {yes}.";
    assert_eq!(voices(text), ["Ellen Hart", "Paul Hart"]);
}

#[test]
fn nearest_full_name_gives_the_surname() {
    let text = "Paul Hart lives in Ohio.\n\nThe house is old. The roof leaks. It rained. The road is closed.\n\nEllen Hart came. [Hart] said {no}.";
    assert_eq!(voices(text), ["Ellen Hart"]);
}

#[test]
fn the_family() {
    assert_eq!(voices("Paul Hart won. [The Harts] said {no}."), ["Harts"]);
}

#[test]
fn strangers_with_one_surname() {
    let text = "[Maria Lopez] said {no}. Far away [Hector Lopez] said {yes}. [She] repeated {it}.";
    assert_eq!(voices(text), ["Maria Lopez", "Hector Lopez", "Maria Lopez"]);
}

#[test]
fn president_is_not_the_first_lady() {
    let text = "[President Okoro] said {no}. First lady Amina Okoro was there. [President Okoro] repeated {it}.";
    assert_eq!(voices(text), ["Okoro", "Okoro"]);
}

#[test]
fn man_of_the_story_and_his_brother() {
    let text = "Roger Dell ran the firm. Mr. Dell was rich. Mr. Dell was proud. His brother, Freddy Dell, flew planes. [Mr. Dell] said {no}.";
    assert_eq!(voices(text), ["Roger Dell"]);
}

#[test]
fn named_only_for_what_is_his() {
    let text = "Ann Lee is ill. Her doctor, who served in the government of former President Bob Lee, came. \
        [Lee] said {no}.";
    assert_eq!(voices(text), ["Ann Lee"]);
}

#[test]
fn addressed_as_a_man() {
    let text = "President Okoro came. Mr. Okoro and the first lady, Amina Okoro, left. [Okoro] said {no}.";
    assert_eq!(voices(text), ["Okoro"]);
}
