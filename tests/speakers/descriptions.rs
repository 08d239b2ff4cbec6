//! People and bodies called by what they are.

use crate::voices;

#[test]
fn the_president() {
    assert_eq!(voices("Russian President Oleg Dubov spoke. [The president] said {no}."), ["Oleg Dubov"]);
}

#[test]
fn the_senator_for_an_abbreviated_title() {
    assert_eq!(voices("Sen. Carl Boyle spoke. [The senator] said {no}."), ["Carl Boyle"]);
}

#[test]
fn the_senator_from_a_state() {
    let text = "Vermont Sen. Carl Boyle met Texas Sen. Ann Crowe. [The Vermont senator] said {no}. [The senator from Texas] said {yes}.";
    assert_eq!(voices(text), ["Carl Boyle", "Ann Crowe"]);
}

#[test]
fn the_candidate_for_a_nominee() {
    assert_eq!(voices("Ed Moss, the Green nominee, spoke. [The candidate] said {no}."), ["Ed Moss"]);
}

#[test]
fn the_lawmaker_for_a_representative() {
    assert_eq!(voices("Rep. Ida Stone spoke. [The lawmaker] said {no}."), ["Ida Stone"]);
}

#[test]
fn the_businessman_is_no_woman() {
    let text = "Jane Potts met Kurt Lang. [The businessman] said {no}.";
    assert_eq!(voices(text), ["Kurt Lang"]);
}

#[test]
fn the_former_secretary_of_state() {
    let text =
        "Ruth Vance, the former secretary of state, met Gov. Al Moore. [The former secretary of state] said {no}.";
    assert_eq!(voices(text), ["Ruth Vance"]);
}

#[test]
fn role_from_an_apposition() {
    assert_eq!(voices("Rosa Smith, a nurse from Ohio, met Bob Ray. [The nurse] said {no}."), ["Rosa Smith"]);
}

#[test]
fn role_that_nobody_has_stays_as_printed() {
    assert_eq!(voices("The road was closed. [The mayor] said {no}."), ["mayor"]);
}

#[test]
fn two_holders_are_told_apart_by_their_country() {
    let text = "French President Luc Morel met Polish President Adam Nowak. [The Polish president] said {no}.";
    assert_eq!(voices(text), ["Adam Nowak"]);
}

#[test]
fn the_company() {
    assert_eq!(voices("Ostra Pharmaceuticals lost money. [The company] said {no}."), ["Ostra Pharmaceuticals"]);
}

#[test]
fn the_company_is_no_country() {
    assert_eq!(voices("Ostra Pharmaceuticals lost money in Peru. [The company] said {no}."), ["Ostra Pharmaceuticals"]);
}

#[test]
fn the_committee_by_its_own_noun() {
    let text = "The Budget Committee met Ostra Pharmaceuticals. [The committee] said {no}.";
    assert_eq!(voices(text), ["Budget Committee"]);
}

#[test]
fn the_official_who_was_called_so() {
    let text = "[A senior treasury official] said {no}. Tom Baird left. [The official] added {that it was late}.";
    assert_eq!(voices(text), ["senior treasury official", "senior treasury official"]);
}

#[test]
fn description_inside_the_story_is_not_its_own_speaker() {
    let text = "President Oleg Dubov met Sen. Carl Boyle. [Boyle] said {“the president is wrong”}.";
    assert_eq!(voices(text), ["Carl Boyle"]);
}

#[test]
fn lead_before_the_name() {
    let text = "[A lawmaker in the north] wants {to close the road}. Joey Salgado, who leads the council, filed a bill. [Salgado] said {it was late}.";
    assert_eq!(voices(text), ["Joey Salgado", "Joey Salgado"]);
}

#[test]
fn mayor_of_a_city() {
    assert_eq!(voices("[London’s mayor] said {no}. London Mayor Sami Kahn left."), ["Sami Kahn"]);
}

#[test]
fn the_network() {
    assert_eq!(voices("Wolf News dropped the show. [The network] said {no}."), ["Wolf News"]);
}

#[test]
fn the_judge() {
    let text = "Judge Iris Park heard the case. Her clerk was late. [The judge] said {no}.";
    assert_eq!(voices(text), ["Iris Park"]);
}

#[test]
fn official_without_a_name_stays_without() {
    let text =
        "Ann Lee, the former secretary of state, came. [A police official] said {no}. [The official] said {yes}.";
    assert_eq!(voices(text), ["police official", "police official"]);
}

#[test]
fn man_in_the_crowd_is_nobody_named() {
    assert_eq!(voices("Carl Boyle spoke. One man in the crowd rose. [The man] said {no}."), ["man"]);
}

#[test]
fn nominee_of_the_other_party() {
    let text = "Gov. Ann Lee, a Democrat, met Gov. Bob Ray, a Republican. Lee smiled. [The GOP governor] said {no}.";
    assert_eq!(voices(text), ["Bob Ray"]);
}

#[test]
fn president_of_another_country() {
    let text =
        "Norwegian President Ann Lee met Finnish President Bob Ray. Lee left. [The Finnish president] said {no}.";
    assert_eq!(voices(text), ["Bob Ray"]);
}

#[test]
fn role_after_the_verb() {
    let text = "Sadik Rahn was elected as mayor of Dorby. Ed Row came too. Row left. [The mayor] said {no}.";
    assert_eq!(voices(text), ["Sadik Rahn"]);
}

#[test]
fn role_after_an_apposition_and_the_verb() {
    let text = "Jo Rahn, a baker, became governor. Ed Row came too. Row left. [The governor] said {no}.";
    assert_eq!(voices(text), ["Jo Rahn"]);
}

#[test]
fn long_quotation_does_not_make_the_speaker_forgotten() {
    let text = "Jess Pell spoke at the debate. “It rained. It was cold. Nobody came. I went home. I slept.” \
                [The former Florida governor] added {that it was late}.";
    assert_eq!(voices(text), ["Jess Pell"]);
}

#[test]
fn country_in_capitals_is_no_pronoun() {
    assert_eq!(voices("A bill would ban Dan Trask. [The U.S. presidential candidate] said {no}."), ["Dan Trask"]);
}

#[test]
fn trade_by_its_ending() {
    assert_eq!(voices("Jess Pell spoke. [The retired neurosurgeon] said {no}."), ["Jess Pell"]);
}

#[test]
fn a_nominee_is_one_of_those_whom_the_story_is_about() {
    let text = "Carl Boyle spoke in Ostby. Boyle waved. Boyle sang. Boyle left. Joey Lim waved back. \
                [The presidential nominee] said {he was tired}.";
    assert_eq!(voices(text), ["Carl Boyle"]);
}

#[test]
fn the_judge_who_is_named_late() {
    let text = "Bob Ray pleaded for an hour. [The judge] said {no}. Judge Lee went home.";
    assert_eq!(voices(text), ["Lee"]);
    // There are many senators.
    let text = "Bob Ray pleaded for an hour. [The senator] said {no}. Sen. Lee went home.";
    assert_ne!(voices(text), ["Lee"]);
}
