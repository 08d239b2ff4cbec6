//! Titles and appositions.

use crate::{role, voice, voices};

#[test]
fn title_before_the_name() {
    assert_eq!(voice("[Ukrainian President Petro Holub] said {no}.").name, "Petro Holub");
    assert_eq!(role("[Ukrainian President Petro Holub] said {no}."), "Ukrainian President");
}

#[test]
fn title_of_several_words() {
    let text = "[European Commission President Ilse van Dam] said {no}.";
    assert_eq!((voice(text).name.as_str(), role(text).as_str()), ("Ilse van Dam", "European Commission President"));
}

#[test]
fn abbreviated_title_with_state() {
    let text = "[Vermont Sen. Carl Boyle] said {no}.";
    assert_eq!((voice(text).name.as_str(), role(text).as_str()), ("Carl Boyle", "Vermont Sen."));
}

#[test]
fn secretary_of_state() {
    let text = "[Secretary of State Ruth Vance] said {no}.";
    assert_eq!((voice(text).name.as_str(), role(text).as_str()), ("Ruth Vance", "Secretary of State"));
}

#[test]
fn former_secretary_in_small_letters() {
    assert_eq!(voice("[former secretary of state Ruth Vance] said {no}.").name, "Ruth Vance");
}

#[test]
fn trade_in_small_letters() {
    let text = "[conservative radio host Glen Sharpe] said {no}.";
    assert_eq!((voice(text).name.as_str(), role(text).as_str()), ("Glen Sharpe", "conservative radio host"));
}

#[test]
fn apposition_with_age() {
    let text = "[Rosa Smith, 42, a nurse from Ohio,] said {no}.";
    assert_eq!((voice(text).name.as_str(), role(text).as_str()), ("Rosa Smith", "a nurse from Ohio"));
}

#[test]
fn apposition_with_possessive() {
    let text = "[Tina Cole, Orchard’s chief executive,] said {no}.";
    assert_eq!((voice(text).name.as_str(), role(text).as_str()), ("Tina Cole", "Orchard’s chief executive"));
}

#[test]
fn apposition_without_article() {
    let text = "[Ben Adler, director of the Coastal Institute,] said {no}.";
    assert_eq!((voice(text).name.as_str(), role(text).as_str()), ("Ben Adler", "director of the Coastal Institute"));
}

#[test]
fn name_behind_its_role() {
    let text = "[The finance minister, Lars Holm,] said {no}.";
    assert_eq!((voice(text).name.as_str(), role(text).as_str()), ("Lars Holm", "finance minister"));
}

#[test]
fn possessive_role_before_the_name() {
    assert_eq!(voices("Eva Brandt lost. [Her chief strategist, Tad Doyle,] said {no}."), ["Tad Doyle"]);
}

#[test]
fn role_with_phrase_before_the_name() {
    assert_eq!(voices("[The author of the book, Milo Grant,] said {no}."), ["Milo Grant"]);
}

#[test]
fn spokeswoman_with_name() {
    let text = "[Spokeswoman Hailey Norris] said {no}.";
    assert_eq!((voice(text).name.as_str(), role(text).as_str()), ("Hailey Norris", "Spokeswoman"));
}

#[test]
fn spokesman_of_somebody_named() {
    let text = "Ted Crane lost. [Crane spokesman Rick Tully] said {no}.";
    assert_eq!((voice(text).name.as_str(), role(text).as_str()), ("Rick Tully", "Crane spokesman"));
}

#[test]
fn name_of_a_firm_before_the_person() {
    assert_eq!(voices("[Gallo’s Jeffrey Jonas] said {no}."), ["Jeffrey Jonas"]);
}

#[test]
fn two_posts_one_person() {
    assert_eq!(voices("[Yonder News and former television anchor Kate Currie] said {no}."), ["Kate Currie"]);
}

#[test]
fn capitalised_office_that_is_no_known_title() {
    assert_eq!(
        voices("[Marin County Recorder Helen Purdy] said {no}. [Purdy] repeated {it}."),
        ["Helen Purdy", "Helen Purdy"]
    );
}

#[test]
fn courtesy_title_is_no_role() {
    assert_eq!(role("[Mr. Hale] said {no}."), "");
}

#[test]
fn first_role_wins() {
    assert_eq!(role("[Gov. Ana Ruiz] said {no}. [Ruiz, a former judge,] said {yes}."), "Gov.");
}

#[test]
fn clause_after_the_name_is_no_part_of_it() {
    assert_eq!(voices("[Morton Black, who backs the plan,] said {no}."), ["Morton Black"]);
}

#[test]
fn list_of_people_is_no_apposition() {
    assert_eq!(role("Ann Lee, Bob Ray and Cy Dean met. [Lee] said {no}."), "");
}

#[test]
fn senator_of_a_state() {
    assert_eq!(
        voices("[Senator Ann Crowe of Texas] said {no}. [Ms. Crowe] repeated {it}."),
        ["Ann Crowe", "Ann Crowe"]
    );
}
