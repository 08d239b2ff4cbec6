//! Bodies and places that speak.

use crate::{kind, voices};
use sayso::document::SpeakerKind::{Group, Organization};

#[test]
fn abbreviation_in_brackets() {
    let text = "[The World Reef Organization (WRO)] said {no}. [The WRO] added {that it was late}.";
    assert_eq!(voices(text), ["World Reef Organization", "World Reef Organization"]);
}

#[test]
fn abbreviation_by_initials() {
    let text = "[The National Road Committee] said {no}. [The NRC] added {that it was late}.";
    assert_eq!(voices(text), ["National Road Committee", "National Road Committee"]);
}

#[test]
fn full_name_after_the_abbreviation() {
    assert_eq!(voices("[The NRC] said {no}. The National Road Committee met in May."), ["National Road Committee"]);
}

#[test]
fn short_form_of_a_company() {
    let text = "[Valiant Pharmaceuticals International] said {no}. [Valiant] added {that it was late}.";
    assert_eq!(voices(text), ["Valiant Pharmaceuticals International", "Valiant Pharmaceuticals International"]);
}

#[test]
fn newspaper_by_its_last_word() {
    let text = "[The Harbor City Times] wrote {no}. [The Times] added {that it was late}.";
    assert_eq!(voices(text), ["Harbor City Times", "Harbor City Times"]);
}

#[test]
fn place_that_speaks() {
    assert_eq!(voices("[Moscow] said {no}."), ["Moscow"]);
    assert_eq!(kind("[Moscow] said {no}."), Organization);
}

#[test]
fn the_kremlin() {
    assert_eq!(voices("[The Kremlin] said {no}."), ["Kremlin"]);
    assert_eq!(kind("[The Kremlin] said {no}."), Organization);
}

#[test]
fn department_of_something() {
    assert_eq!(voices("[The Department of Justice] said {no}."), ["Department of Justice"]);
}

#[test]
fn name_with_and_inside() {
    assert_eq!(voices("[The Seed and Grain Administration] said {no}."), ["Seed and Grain Administration"]);
}

#[test]
fn name_with_ampersand() {
    assert_eq!(voices("[Stone & Sons] said {no}."), ["Stone & Sons"]);
}

#[test]
fn campaign_of_somebody() {
    assert_eq!(voices("[Marlow’s campaign] said {no}."), ["Marlow’s campaign"]);
    assert_eq!(voices("[The Marlow campaign] said {no}."), ["Marlow campaign"]);
}

#[test]
fn his_campaign_is_named_after_him() {
    assert_eq!(voices("Martin Marlow lost. [His campaign] said {no}."), ["Marlow campaign"]);
}

#[test]
fn the_campaign_after_it_was_named() {
    let text = "[The Marlow campaign] said {no}. [The campaign] added {that it was late}.";
    assert_eq!(voices(text), ["Marlow campaign", "Marlow campaign"]);
}

#[test]
fn company_and_its_spokesman_are_two() {
    let text = "[Ostra] said {no}. [An Ostra spokesman] said {yes}.";
    assert_eq!(voices(text), ["Ostra", "Ostra spokesman"]);
}

#[test]
fn spokesman_for_somebody_stays_as_printed() {
    assert_eq!(voices("[A spokesman for Tom Baird] said {no}."), ["spokesman for Tom Baird"]);
}

#[test]
fn two_bodies_together() {
    assert_eq!(voices("[Forbes and Wealth-Q] said {no}."), ["Forbes; Wealth-Q"]);
}

#[test]
fn court_with_a_number() {
    assert_eq!(voices("[The 6th Circuit Court of Appeals] said {no}."), ["6th Circuit Court of Appeals"]);
}

#[test]
fn country_by_its_abbreviation() {
    let text = "[The United Kingdom] said {no}. [The U.K.] added {that it was late}.";
    assert_eq!(voices(text), ["United Kingdom", "United Kingdom"]);
}

#[test]
fn officials_of_a_country_are_a_group() {
    assert_eq!(kind("[European officials] said {no}."), Group);
}

#[test]
fn person_with_the_name_of_a_company_is_found_first() {
    let text = "Dana Ford met the Ford Foundation. [Ford] said {no}.";
    assert_eq!(voices(text), ["Dana Ford"]);
}

#[test]
fn firm_named_before_a_longer_name_with_it() {
    let text =
        "For years Zwitt grew. Zwitt has offices in Oslo. Zwitt added Nordic Zwitt last year. [Zwitt] said {no}.";
    assert_eq!(voices(text), ["Zwitt"]);
}

#[test]
fn company_that_is_named_most() {
    let text = "Zwitt takes bigger steps.\n\n[The company] said {no}.\n\nZwitt grew. A plan of Zwitt hit Zwitt hard. \
                Extremists like the Northern State used Zwitt.";
    assert_eq!(voices(text), ["Zwitt"]);
}

#[test]
fn network_in_a_headline() {
    let text = "Network Denies Report On Host\n\n[Network] denies {no}. Ostra News said so. Ostra News is big. \
                Ostra News grew. Ostra News won.";
    assert_eq!(voices(text).len(), 1);
}

#[test]
fn short_form_of_an_institution_before_the_long_one() {
    let text = "It was a bad year at Ostra. The boss of Ostra News quit. [Ostra] said {no}.";
    assert_eq!(voices(text), ["Ostra News"]);
}

#[test]
fn government_of_another_place() {
    let text = "[The United States] said {no}. [The government in Riyadh] said {yes}.";
    assert_eq!(voices(text), ["United States", "government in Riyadh"]);
}

#[test]
fn campaign_spoken_of_before() {
    let text = "A chart hung in the Boyle campaign office. [The campaign] said {no}.";
    assert_eq!(voices(text), ["Boyle campaign"]);
}

#[test]
fn executive_in_capitals_is_no_name() {
    assert_eq!(voices("Ann Lee, the former CEO of Ostra News, came. But, [the former CEO] said, {no}."), ["Ann Lee"]);
}

#[test]
fn a_body_named_after_people() {
    let text = "[The Norland People’s Party, or NVP,] said {no}. [The NVP] said {yes}.";
    assert_eq!(voices(text), ["Norland People’s Party", "Norland People’s Party"]);
}

#[test]
fn the_last_words_of_a_name() {
    let text = "The Federal Budget Office met. [The budget office] said {no}.";
    assert_eq!(voices(text), ["Federal Budget Office"]);
}

#[test]
fn a_paper_is_no_office() {
    let text = "Ann Lee, an advocate for lakes, left. [The Advocate] said {no}.";
    assert_eq!(voices(text), ["Advocate"]);
}

#[test]
fn a_name_with_its_sort() {
    assert_eq!(voices("Time wrote of it. [Time magazine] said {no}."), ["Time"]);
}

#[test]
fn one_group_by_its_name() {
    let text = "[One group, the Green Lake Association,] said {no}.";
    assert_eq!(voices(text), ["Green Lake Association"]);
}

#[test]
fn a_company_by_its_name() {
    let text = "[The company that owns her songs, Red Pony,] said {yes}. [The firm] said {no more was needed}.";
    assert_eq!(voices(text), ["Red Pony", "Red Pony"]);
}

#[test]
fn a_council_is_no_harbour_office() {
    let text = "According to [the harbour office], {it cost two million}. [The council] denied {it}.";
    assert_eq!(voices(text), ["harbour office", "council"]);
}

#[test]
fn abbreviation_at_the_head_of_a_name() {
    let text = "The United Nations Security Council met. [The U.N. Security Council] said {no}. \
        [The Security Council] said {yes}.";
    assert_eq!(voices(text), ["United Nations Security Council", "United Nations Security Council"]);
}

#[test]
fn and_within_the_name_of_an_agency() {
    let text = "[United States Citizenship and Immigration Services, the agency that oversees it,] said {no}.";
    assert_eq!(voices(text), ["United States Citizenship and Immigration Services"]);
    let text = "[The federal Securities and Exchange Commission] said {no}. [The S.E.C.] said {yes}.";
    assert_eq!(voices(text), ["Securities and Exchange Commission", "Securities and Exchange Commission"]);
}

#[test]
fn name_before_the_word_for_a_body() {
    let text = "Harbour45 was founded in May. [The Harbour45 group, funded by donors,] said {no}.";
    assert_eq!(voices(text), ["Harbour45"]);
}
