//! He, she, they, it.

use crate::voices;

#[test]
fn he_is_who_spoke_last() {
    assert_eq!(voices("[Tom Baird] said {no}. [He] added {that it rained}."), ["Tom Baird", "Tom Baird"]);
}

#[test]
fn she_is_not_the_man() {
    let text = "[Julia Frost] told Mark Webb {to go}. [She] said {it was late}.";
    assert_eq!(voices(text), ["Julia Frost", "Julia Frost"]);
}

#[test]
fn gender_from_a_title() {
    let text = "Mr. Qadiri met Ms. Velkova. [She] said {it was late}. [He] said {it was not}.";
    assert_eq!(voices(text), ["Velkova", "Qadiri"]);
}

#[test]
fn gender_from_another_pronoun() {
    let text = "Sanne Visk said that she would stay. Timo Aal was there. Nobody knew why. [She] said {it was late}.";
    assert_eq!(voices(text), ["Sanne Visk"]);
}

#[test]
fn gender_from_a_role() {
    let text = "The spokeswoman, Kei Ando, met the businessman Ori Pell. [She] said {no}. [He] said {yes}.";
    assert_eq!(voices(text), ["Kei Ando", "Ori Pell"]);
}

#[test]
fn pronoun_prefers_the_subject() {
    let text = "Paul Reyes thanked Mark Olsen for the trip. [He] said {it was a success}.";
    assert_eq!(voices(text), ["Paul Reyes"]);
}

#[test]
fn named_inside_a_quotation_counts_less() {
    let text = "[Paul Reyes] said {“Mark Olsen is a liar, and Mark Olsen knows it”}. [He] added {that he was sure}.";
    assert_eq!(voices(text), ["Paul Reyes", "Paul Reyes"]);
}

#[test]
fn pronoun_before_the_person_told() {
    let text = "Paul Reyes asked Mark Olsen to come. [He] told Olsen {it was late}.";
    assert_eq!(voices(text), ["Paul Reyes"]);
}

#[test]
fn possessive_pronoun_as_source() {
    assert_eq!(voices("Tom Baird stood up. In [his] view {it was late}."), ["Tom Baird"]);
}

#[test]
fn his_words_are_his() {
    assert_eq!(voices("Tom Baird stood up. In [his words], {it was late}."), ["Tom Baird"]);
}

#[test]
fn contracted_pronoun() {
    assert_eq!(voices("Tom Baird stood up. [He]’s hoping {to win}."), ["Tom Baird"]);
}

#[test]
fn chain_of_pronouns() {
    let text = "[Tom Baird] said {a}. [He] said {b}. [He] said {c}. [He] said {d}.";
    assert_eq!(voices(text), ["Tom Baird"; 4]);
}

#[test]
fn who_in_a_relative_clause() {
    assert_eq!(voices("Tom Baird, [who] said {no}, left."), ["Tom Baird"]);
}

#[test]
fn who_after_an_apposition() {
    assert_eq!(voices("They met Harlan Cross, a Texas developer [who] said {no}."), ["Harlan Cross"]);
}

#[test]
fn who_after_a_group() {
    assert_eq!(voices("It angered the farmers, [who] said {no}."), ["farmers"]);
}

#[test]
fn they_are_the_group_that_spoke() {
    let text = "[European officials] said {no}. [They] added {that it was late}.";
    assert_eq!(voices(text), ["European officials", "European officials"]);
}

#[test]
fn they_are_the_subject_in_the_plural() {
    assert_eq!(voices("Residents were angry about the bridge. [They] said {it was late}."), ["Residents"]);
}

#[test]
fn they_are_the_pair() {
    assert_eq!(voices("Ann Lee and Bob Ray met on Monday. [They] said {it was late}."), ["Ann Lee; Bob Ray"]);
}

#[test]
fn both_are_the_pair() {
    assert_eq!(voices("Ann Lee and Bob Ray met on Monday. [Both] said {it was late}."), ["Ann Lee; Bob Ray"]);
}

#[test]
fn it_is_the_company_that_spoke() {
    let text = "[Ostra Pharmaceuticals] said {no}. [It] added {that it would appeal}.";
    assert_eq!(voices(text), ["Ostra Pharmaceuticals", "Ostra Pharmaceuticals"]);
}

#[test]
fn pronoun_without_antecedent_is_nobody() {
    assert_eq!(voices("[He] said {it was late}."), ["-"]);
}

#[test]
fn two_women_the_nearer_subject() {
    let text = "Carla Dunn resigned on Monday. Alice Brook took over on Tuesday. [She] said {it was late}.";
    assert_eq!(voices(text), ["Alice Brook"]);
}

#[test]
fn a_new_paragraph_keeps_the_speaker() {
    let text = "[Carla Dunn] said {it was late}.\n\n{“We knew,”} [she] said.";
    assert_eq!(voices(text), ["Carla Dunn", "Carla Dunn"]);
}

#[test]
fn single_name_becomes_a_person_by_its_pronoun() {
    assert_eq!(voices("[Boz] said {no}, because he was tired. [He] left {no doubt}."), ["Boz", "Boz"]);
}

#[test]
fn they_are_a_group_inside_the_sentence() {
    assert_eq!(voices("As Republicans scrambled to raise cash last year, [they] proposed {a tax}."), ["Republicans"]);
}

#[test]
fn they_are_the_company_named_last() {
    assert_eq!(voices("Ostra News grew fast. The plan is new, [they] said, {and good}."), ["Ostra News"]);
}

#[test]
fn they_are_the_voices_rather_than_people_spoken_of() {
    let text = "[Teachers and nurses] said {no}. There are still millions of people in need. [They] see {a change}.";
    assert_eq!(voices(text), ["Teachers and nurses", "Teachers and nurses"]);
}

#[test]
fn words_after_a_pronoun_are_no_part_of_it() {
    assert_eq!(voices("Ann Lee rose. [She followed that by] saying {no}."), ["Ann Lee"]);
    assert_eq!(voices("Ann Lee rose. [She soon] said {no}."), ["Ann Lee"]);
}

#[test]
fn adverb_before_the_first_person() {
    assert_eq!(voices("By Ann Lee\n\n[Suddenly I] thought {no}."), ["Ann Lee"]);
}

#[test]
fn nobody_is_called_by_name_in_his_own_statement() {
    let text = "Joe Hunter, a pastor, said {he would not vote for Carl Boyle}. {Boyle is no conservative}, [he] said.";
    let text = text.replace("Joe Hunter,", "[Joe Hunter],");
    assert_eq!(voices(&text), ["Joe Hunter", "Joe Hunter"]);
}

#[test]
fn whoever_has_that_age() {
    let text = "Ann Lee took the stage. “{He is a leader},” said [the 46-year-old].";
    assert_eq!(voices(text), ["Ann Lee"]);
}

#[test]
fn it_for_nothing() {
    let text = "The Bakers Union met in Texas. [It] is unclear {whether it will sue}.";
    assert_eq!(voices(text), ["-"]);
    let text = "The Bakers Union met in Texas. [It] said {no}.";
    assert_eq!(voices(text), ["Bakers Union"]);
}

#[test]
fn it_is_no_bystander() {
    let text = "Ann Lee left for the Bakers Union. Then [it] said {no}.";
    assert_eq!(voices(text), ["-"]);
}
