//! Several sources in one phrase.

use crate::voices;

#[test]
fn names_after_a_phrase_for_several_people() {
    assert_eq!(voices("[Two analysts, Ann Lee and Bob Ray,] said {no}."), ["Ann Lee; Bob Ray"]);
}

#[test]
fn names_between_dashes() {
    let text = "[The other candidates -- former mayor Ann Lee, Gov. Bob Ray and Carl Boyle --] said {no}.";
    assert_eq!(voices(text), ["Ann Lee; Bob Ray; Carl Boyle"]);
}

#[test]
fn two_unions_after_their_noun() {
    let text = "[Two unions, the United Bakers Association and the Tailors League,] said {no}.";
    assert_eq!(voices(text), ["United Bakers Association; Tailors League"]);
}

#[test]
fn name_after_its_office_and_another() {
    let text = "[His older brother, Bob Ray, and the former mayor, Ann Lee,] said {no}.";
    assert_eq!(voices(text), ["Bob Ray; Ann Lee"]);
}

#[test]
fn apposition_with_and_is_one_person() {
    assert_eq!(voices("[Ann Lee, a lawyer and teacher,] said {no}."), ["Ann Lee"]);
    assert_eq!(voices("[Ann Lee, head of the Office of Health and Safety,] said {no}."), ["Ann Lee"]);
    assert_eq!(voices("[Ann Lee, a writer in Dallas, and a former judge] said {no}."), ["Ann Lee"]);
}

#[test]
fn two_posts_without_article_are_one_person() {
    assert_eq!(voices("[Former secretary of state and governor Ann Lee] said {no}."), ["Ann Lee"]);
}

#[test]
fn dash_before_an_apposition() {
    let text = "[Ann Lee and Bob Ray - a fellow governor and former colleague -] said {no}.";
    assert_eq!(voices(text), ["Ann Lee; Bob Ray"]);
}

#[test]
fn office_and_somebody() {
    let text = "Sen. Ann Lee came. [Both the senator and the Tailors League] said {no}.";
    assert_eq!(voices(text), ["Ann Lee; Tailors League"]);
}

#[test]
fn somebody_and_a_pronoun_for_the_same() {
    assert_eq!(
        voices("Sen. Ann Lee came. [The senator, her aides and her letters] said {no}."),
        ["Ann Lee; Lee’s aides"]
    );
}

#[test]
fn along_with_joins_groups() {
    assert_eq!(voices("[Senior teachers, along with many nurses,] said {no}."), ["Senior teachers; many nurses"]);
}

#[test]
fn several_names_count_once() {
    assert_eq!(voices("Ann Lee came. [Lee, Bob Ray and Lee] said {no}."), ["Ann Lee; Bob Ray"]);
}

#[test]
fn adjectives_of_one_noun_are_no_list() {
    let text = "[A number of towns in eastern and southern Ohio] said {no}.";
    assert_eq!(voices(text), ["number of towns in eastern and southern Ohio"]);
}

#[test]
fn conjunction_inside_a_name() {
    let text = "[The Center for Economic and Labor Research] said {no}.";
    assert_eq!(voices(text), ["Center for Economic and Labor Research"]);
}

#[test]
fn each_and_both_are_no_part_of_a_name() {
    assert_eq!(voices("[The Daily Herald and the Evening Times each] said {no}."), ["Daily Herald; Evening Times"]);
}

#[test]
fn office_of_a_field_before_a_name() {
    assert_eq!(voices("[The Director of National Intelligence Ann Lee] said {no}."), ["Ann Lee"]);
    assert_eq!(voices("[County Supervisor of Elections Ann Lee] said {no}."), ["Ann Lee"]);
}

#[test]
fn title_in_the_plural() {
    assert_eq!(voices("Bob Ray and Ann Lee teach. [Professors Lee and Ray] said {no}."), ["Ann Lee; Bob Ray"]);
}

#[test]
fn both_sides_are_no_list() {
    assert_eq!(voices("[Both sides of the debate] said {no}."), ["Both sides of the debate"]);
}

#[test]
fn a_list_behind_an_adverb() {
    assert_eq!(
        voices("But [instead, Ann Lee, Bob Ray and Carl Boyle all] say {no}."),
        ["Ann Lee; Bob Ray; Carl Boyle"]
    );
}

#[test]
fn parties_before_surnames() {
    let text = "[Republican Boyle and Democrat Crowe] said {no}. Carl Boyle met Ann Crowe.";
    assert_eq!(voices(text), ["Carl Boyle; Ann Crowe"]);
}

#[test]
fn two_posts_under_one_article_are_one_person() {
    let text = "Sen. Ann Lee of Ohio came. [The Ohio senator and presidential candidate] said {no}.";
    assert_eq!(voices(text), ["Ann Lee"]);
    let text = "Ann Lee, the former secretary of state, came. \
        [The former secretary of state and current Labour nominee] said {no}.";
    assert_eq!(voices(text), ["Ann Lee"]);
}

#[test]
fn some_of_a_group_by_name() {
    assert_eq!(voices("[Many tax experts, including Ann Lee,] said {no}."), ["Many tax experts; Ann Lee"]);
    assert_eq!(voices("[Critics, like Senators Ann Lee and Bob Ray,] said {no}."), ["Critics; Ann Lee; Bob Ray"]);
    assert_eq!(voices("[Critics, among them Ann Lee,] said {no}."), ["Critics; Ann Lee"]);
    // Places are no voices among them.
    assert_eq!(voices("[Officials in many states, including Ohio,] said {no}."), ["Officials in many states"]);
}

#[test]
fn party_and_state_between_names() {
    let text = "[senators Ann Lee, R-Tenn., and Bob Ray, D-S.C.,] said {no}.";
    assert_eq!(voices(text), ["Ann Lee; Bob Ray"]);
}

#[test]
fn others_behind_a_comma() {
    assert_eq!(voices("Ann Lee came. [Lee, others] said {no}."), ["Ann Lee; others"]);
}

#[test]
fn some_of_those_before() {
    assert_eq!(voices("The bill worried the nurses, [all of whom] said {no}."), ["nurses"]);
}
