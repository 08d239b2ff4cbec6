//! Reports, polls and books.

use crate::{kind, voices};
use sayso::document::SpeakerKind::{Document, Organization};

#[test]
fn report_without_an_author() {
    assert_eq!(voices("[The report] said {no}."), ["report"]);
    assert_eq!(kind("[The report] said {no}."), Document);
}

#[test]
fn poll_of_a_named_body() {
    assert_eq!(voices("[A Wolf News poll] found {no}."), ["Wolf News"]);
    assert_eq!(kind("[A Wolf News poll] found {no}."), Organization);
}

#[test]
fn poll_of_two_bodies() {
    assert_eq!(voices("[The latest Router/Ipso poll] found {no}."), ["Router/Ipso"]);
}

#[test]
fn study_by_somebody() {
    assert_eq!(voices("[A study by the watchdog group Media Counts] found {no}."), ["Media Counts"]);
}

#[test]
fn report_released_by_somebody() {
    assert_eq!(voices("[a report released by the Brooks Institution last year] said {no}."), ["Brooks Institution"]);
}

#[test]
fn the_poll_is_its_author_again() {
    assert_eq!(voices("[A Wolf News poll] found {no}. [The poll] found {yes}."), ["Wolf News", "Wolf News"]);
}

#[test]
fn her_letter_is_hers() {
    assert_eq!(voices("Ann Lee resigned. In [her letter] she says {no}."), ["Ann Lee"]);
}

#[test]
fn statement_of_somebody_named() {
    assert_eq!(voices("Ann Lee resigned. [Lee’s statement] said {no}."), ["Ann Lee"]);
}

#[test]
fn law_of_a_state_is_no_voice_of_the_state() {
    assert_eq!(voices("[Missouri law] says {no}."), ["Missouri law"]);
}

#[test]
fn report_by_two_people() {
    assert_eq!(voices("[A study by Ann Lee and Bob Ray of Ostra University] found {no}."), ["Ann Lee; Bob Ray"]);
}

#[test]
fn poll_by_two_papers() {
    let text = "[A poll conducted by the Daily Herald and Ostra News] found {no}.";
    assert_eq!(voices(text), ["Daily Herald; Ostra News"]);
}

#[test]
fn poll_for_somebody_is_the_pollster_s() {
    let text = "[Early results of a poll conducted by Edwin Research for the United Press] show {no}.";
    assert_eq!(voices(text), ["Edwin Research"]);
}

#[test]
fn statement_is_the_last_speaker_s() {
    let text = "[Ann Lee] said {no}. The plan is bad, [the statement] said, {and late}.";
    assert_eq!(voices(text), ["Ann Lee", "Ann Lee"]);
}

#[test]
fn a_place_makes_no_poll() {
    let text = "[Exit polls from the Ohio primary] said {no}.";
    assert_eq!(voices(text), ["Exit polls from the Ohio primary"]);
}

#[test]
fn a_poll_and_when_it_was_taken() {
    assert_eq!(voices("[a Fox News poll last month] found {no}."), ["Fox News"]);
    assert_eq!(voices("[surveys of voters late last week] found {no}."), ["surveys of voters"]);
    assert_eq!(voices("[polls at the time] found {no}."), ["polls"]);
}

#[test]
fn what_belongs_to_an_office_is_not_its_holder() {
    let text = "Ann Lee, the former secretary of state, left. According to [the Ohio secretary of state’s website], {it rained}.";
    assert_eq!(voices(text), ["Ohio secretary of state’s website"]);
}

#[test]
fn who_conducts_a_poll_speaks_in_it() {
    let text = "The Daily Globe conducted a 50-state poll. It rained. According to [the 50-state poll], {it is late}.";
    assert_eq!(voices(text), ["Daily Globe"]);
}

#[test]
fn who_sues_speaks_in_the_lawsuit() {
    let text = "The Bakers Union sued the city in May. [The lawsuit] says {it is late}.";
    assert_eq!(voices(text), ["Bakers Union"]);
    // Two plaintiffs are not one of them.
    let text = "The Bakers Union and Ann Lee sued the city in May. [The lawsuit] says {it is late}.";
    assert_eq!(voices(text), ["lawsuit"]);
}

#[test]
fn another_document_is_not_the_one_before() {
    let text = "The Daily Globe released a poll. The Bakers Union filed a complaint. [The poll] said {no}.";
    assert_eq!(voices(text), ["Daily Globe"]);
}

#[test]
fn the_paper_that_a_study_appeared_in() {
    let text = "[A 2014 study that appeared in the Harbour Medical Journal] found {no}.";
    assert_eq!(voices(text), ["Harbour Medical Journal"]);
}

#[test]
fn average_of_its_owner() {
    assert_eq!(voices("According to [the Globe’s Battleground States average], {it is late}."), ["Globe"]);
}

#[test]
fn a_paper_all_in_capitals() {
    assert_eq!(voices("[A USA TODAY analysis of newly filed reports] said {no}."), ["USA TODAY"]);
}
