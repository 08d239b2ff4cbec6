//! Forms of names.

use crate::{voice, voices};

#[test]
fn surname_after_full_name() {
    assert_eq!(voices("[Ann Lee] said {it was late}. [Lee] added {that it rained}."), ["Ann Lee", "Ann Lee"]);
}

#[test]
fn first_name_after_full_name() {
    assert_eq!(
        voices("[Marta Kovacs] said {it was late}. [Marta] laughed {about it}."),
        ["Marta Kovacs", "Marta Kovacs"]
    );
}

#[test]
fn courtesy_title_is_no_part_of_the_name() {
    assert_eq!(voices("Robert Hale came in. [Mr. Hale] said {it was late}."), ["Robert Hale"]);
}

#[test]
fn courtesy_title_without_full_name() {
    assert_eq!(voices("[Mrs. Tanaka] said {it was late}."), ["Tanaka"]);
}

#[test]
fn initials() {
    assert_eq!(
        voices("[J. R. Ackerley] said {it was late}. [Ackerley] left {no doubt}."),
        ["J. R. Ackerley", "J. R. Ackerley"]
    );
}

#[test]
fn middle_initial_makes_the_fuller_form() {
    assert_eq!(
        voices("[Paul Dorn] said {no}. A day later [Paul T. Dorn] said {yes}."),
        ["Paul T. Dorn", "Paul T. Dorn"]
    );
}

#[test]
fn initials_run_together() {
    assert_eq!(voices("[J.M. Barlow] said {no}. [Barlow] repeated {it}."), ["J.M. Barlow", "J.M. Barlow"]);
}

#[test]
fn dutch_and_german_particles() {
    assert_eq!(
        voices("[Greta von der Heyden] said {no}. [Von der Heyden] repeated {it}."),
        ["Greta von der Heyden", "Greta von der Heyden"]
    );
}

#[test]
fn lower_case_particle_begins_a_short_form() {
    assert_eq!(voices("Carlo de Luca stood up. Then [de Luca] said {no}."), ["Carlo de Luca"]);
}

#[test]
fn arabic_particles() {
    assert_eq!(voices("Prince Khalid bin Rashid stood up. Then [bin Rashid] said {no}."), ["Khalid bin Rashid"]);
}

#[test]
fn suffix_with_and_without_comma() {
    assert_eq!(voices("[Owen Pratt Jr.] said {no}. [Pratt] repeated {it}."), ["Owen Pratt Jr.", "Owen Pratt Jr."]);
    assert_eq!(voice("Later [Owen Pratt, Jr.,] said {no}.").name, "Owen Pratt, Jr.");
}

#[test]
fn father_and_son_are_two() {
    let text = "[Owen Pratt Sr.] said {yes}, but [Owen Pratt Jr.] said {no}.";
    assert_eq!(voices(text), ["Owen Pratt Sr.", "Owen Pratt Jr."]);
}

#[test]
fn hyphenated_surname() {
    assert_eq!(
        voices("[Lucy Grey-Thompson] said {no}. [Grey-Thompson] repeated {it}."),
        ["Lucy Grey-Thompson", "Lucy Grey-Thompson"]
    );
}

#[test]
fn hyphenated_first_name() {
    assert_eq!(voices("[Jean-Luc Moreau] said {no}. [Moreau] repeated {it}."), ["Jean-Luc Moreau", "Jean-Luc Moreau"]);
}

#[test]
fn apostrophe_in_the_name() {
    assert_eq!(voices("[Nora O’Shea] said {no}. [O'Shea] repeated {it}."), ["Nora O’Shea", "Nora O’Shea"]);
}

#[test]
fn all_capitals() {
    assert_eq!(voices("Linda Marsh spoke first. [LINDA MARSH] said {no}."), ["Linda Marsh"]);
}

#[test]
fn letters_beyond_ascii() {
    assert_eq!(
        voices("[Łukasz Żeleński] said {no}. [Żeleński] repeated {it}."),
        ["Łukasz Żeleński", "Łukasz Żeleński"]
    );
}

#[test]
fn names_that_no_list_has() {
    assert_eq!(voices("[Xqvana Brtolli] said {no}. [Brtolli] repeated {it}."), ["Xqvana Brtolli", "Xqvana Brtolli"]);
}

#[test]
fn family_name_first() {
    assert_eq!(voices("The envoy, Zhou Meilin, came in. [Ms. Zhou] said {no}."), ["Zhou Meilin"]);
}

#[test]
fn nickname_in_quotation_marks() {
    assert_eq!(
        voices("[William “Buck” Rowley] said {no}. [Rowley] repeated {it}."),
        ["William “Buck” Rowley", "William “Buck” Rowley"]
    );
}

#[test]
fn short_first_name() {
    assert_eq!(
        voices("[Christopher Dale] said {no}. On Monday [Chris Dale] said {yes}."),
        ["Christopher Dale", "Christopher Dale"]
    );
}

#[test]
fn four_part_spanish_name() {
    assert_eq!(
        voices("[Ana María Ruiz Ortega] said {no}. [Ortega] repeated {it}."),
        ["Ana María Ruiz Ortega", "Ana María Ruiz Ortega"]
    );
}

#[test]
fn possessive_source_of_words() {
    assert_eq!(voices("Ann Lee spoke. In [Lee’s] words {it was late}."), ["Ann Lee"]);
}

#[test]
fn place_after_the_name_is_left_out() {
    assert_eq!(voices("[Dora Finch of Boise] said {no}."), ["Dora Finch"]);
}

#[test]
fn party_and_state_in_brackets() {
    assert_eq!(voices("[Sen. Dora Finch (D-Idaho)] said {no}."), ["Dora Finch"]);
}

#[test]
fn sentence_opening_is_no_name() {
    assert_eq!(
        voices("Meanwhile [Dora Finch] said {no}. Speaking later, [Finch] said {yes}."),
        ["Dora Finch", "Dora Finch"]
    );
}

#[test]
fn adjective_of_party_is_no_name() {
    assert_eq!(voices("[Democrat Zephyr Quill] said {no}."), ["Zephyr Quill"]);
}

#[test]
fn full_name_after_the_surname() {
    assert_eq!(voices("[Okafor] said {no}. Chidi Okafor, the mayor, is a lawyer."), ["Chidi Okafor"]);
}

#[test]
fn surname_that_is_a_common_word() {
    assert_eq!(voices("[David Young] said {no}. [Young] repeated {it}. [Mr. Young] left {it}."), ["David Young"; 3]);
}

#[test]
fn surname_that_is_a_trade() {
    assert_eq!(voices("[Paul Singer] said {no}. [Singer] repeated {it}."), ["Paul Singer"; 2]);
}

#[test]
fn surname_that_is_a_title() {
    assert_eq!(voices("[Rep. Steve King] said {no}. [Mr. King] repeated {it}."), ["Steve King"; 2]);
}

#[test]
fn surname_that_is_a_month() {
    assert_eq!(voices("[Martha May] said {no}. [May] said {yes}."), ["Martha May"; 2]);
}

#[test]
fn verb_in_a_headline_is_no_part_of_a_name() {
    let text = "Carla Fiore Endorses Bob Ray\n\nFiore met Ray. [Ray] said {no}.";
    assert_eq!(voices(text), ["Bob Ray"]);
}

#[test]
fn questions_of_an_interview_are_nobody() {
    let text = "Ann Lee wrote a book. Lee was born here.\n\nQ: Why?\n\n[A]: {Because}.\n\nQ: When?\n\nQ: Where?";
    assert_eq!(voices(text), ["Ann Lee"]);
}

#[test]
fn name_behind_named() {
    assert_eq!(voices("[a student named Ann Lee, who is leaving,] said {no}."), ["Ann Lee"]);
}

#[test]
fn name_after_a_participle() {
    assert_eq!(voices("[an undecided delegate supporting Boyle, Ann Lee] said {no}."), ["Ann Lee"]);
}

#[test]
fn line_in_capitals_is_nobody() {
    assert_eq!(voices("FULL TEXT\n\nIt rained. [The dean of the school] said {no}."), ["dean of the school"]);
}

#[test]
fn paper_that_ends_a_sentence() {
    assert_eq!(voices("{No}, said [the Ostra Valley Sun.]"), ["Ostra Valley Sun"]);
}

#[test]
fn surname_that_is_a_trade_before_and() {
    assert_eq!(voices("Paul Singer met Ann Lee. [Singer and Lee] said {no}."), ["Paul Singer; Ann Lee"]);
}

#[test]
fn adjective_that_opens_a_sentence_is_no_name() {
    assert_eq!(voices("[Federal law] says {no}."), ["Federal law"]);
}

#[test]
fn what_follows_a_name_is_no_part_of_it() {
    assert_eq!(voices("[Ann Lee the realist] knows {it}."), ["Ann Lee"]);
    assert_eq!(voices("[Ann Lee elaborated in an essay] {on it}."), ["Ann Lee"]);
    assert_eq!(voices("[Ann Lee herself] said {no}."), ["Ann Lee"]);
}

#[test]
fn another_of_a_trade_with_a_name() {
    assert_eq!(voices("[Another pollster, Carl Boyle of Oslo University,] said {no}."), ["Carl Boyle"]);
    assert_eq!(voices("[Another favorite — Ann Lee —] said {no}."), ["Ann Lee"]);
}

#[test]
fn a_father_beside_his_son() {
    let text = "Dan Hunter Sr. left the House. [Rep. Dan Hunter] said {no}.";
    assert_eq!(voices(text), ["Dan Hunter"]);
}

#[test]
fn an_office_is_nobody_s_name() {
    let text = "[The United Nations High Commissioner for Human Rights] said {no}.";
    assert_eq!(voices(text), ["United Nations High Commissioner for Human Rights"]);
}

#[test]
fn initials_are_not_short_for_a_thing() {
    let text = "The VW Harbour Cross Sport is new. [VW] said {no}.";
    assert_eq!(voices(text), ["VW"]);
}
