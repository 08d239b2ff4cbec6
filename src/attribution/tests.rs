//! One phenomenon each: who says what in a sentence or two.

use super::{Attribution, attribute};
use crate::document::{Category, Manner};
use crate::text::Text;

/// The attributions of a text as "source: words | words", indirect ones left out.
fn quotes(source: &str) -> Vec<String> {
    found(source, |a| a.category != Category::Indirect)
}

fn reports(source: &str) -> Vec<String> {
    found(source, |a| a.category != Category::Direct)
}

fn found(source: &str, keep: impl Fn(&Attribution) -> bool) -> Vec<String> {
    let text = Text::new(source);
    attribute(&text)
        .iter()
        .filter(|a| keep(a))
        .map(|a| {
            let content: Vec<&str> = a.content.iter().map(|s| s.of(source)).collect();
            format!("{}: {}", a.source.map_or("-", |s| s.of(source)), content.join(" | "))
        })
        .collect()
}

#[test]
fn the_verb_after_its_subject() {
    assert_eq!(quotes("“It is safe,” she said."), ["she: “It is safe,”"]);
    assert_eq!(quotes("“Is it safe?” Ann Lee asked on Monday."), ["Ann Lee: “Is it safe?”"]);
}

#[test]
fn the_verb_before_its_subject() {
    assert_eq!(quotes("“It is safe,” said Ann Lee."), ["Ann Lee: “It is safe,”"]);
    assert_eq!(quotes("\"It is safe,\" said Lee in an interview."), ["Lee: \"It is safe,\""]);
}

#[test]
fn age_and_role_in_apposition() {
    assert_eq!(
        quotes("“We lost it all,” said Smith, 42, a nurse from Ohio."),
        ["Smith, 42, a nurse from Ohio: “We lost it all,”"]
    );
    assert_eq!(
        quotes("“We lost it all,” Ann Lee, who runs the shop, told reporters."),
        ["Ann Lee, who runs the shop: “We lost it all,”"]
    );
}

#[test]
fn the_clause_comes_first() {
    assert_eq!(quotes("On Monday, Lee said, “It is safe.”"), ["Lee: “It is safe.”"]);
    assert_eq!(quotes("The minister was blunt. She added: “It is safe.”"), ["She: “It is safe.”"]);
    assert_eq!(quotes("Lee shot back: “It is safe.”"), ["Lee: “It is safe.”"]);
    assert_eq!(quotes("Ann Lee: “It is safe.”"), ["Ann Lee: “It is safe.”"]);
}

#[test]
fn according_to() {
    assert_eq!(quotes("“The bridge is safe,” according to Ann Lee."), ["Ann Lee: “The bridge is safe,”"]);
    assert_eq!(quotes("According to Ann Lee, “the bridge is safe.”"), ["Ann Lee: “the bridge is safe.”"]);
}

#[test]
fn interrupted_by_its_clause() {
    assert_eq!(quotes("“It is safe,” Lee said, “and cheap.”"), ["Lee: “It is safe,” | “and cheap.”"]);
    assert_eq!(quotes("“It is safe,” Lee said. “It is cheap.”"), ["Lee: “It is safe,” | “It is cheap.”"]);
}

#[test]
fn a_title_in_the_clause_does_not_end_it() {
    assert_eq!(
        quotes("“It is safe,” Lee said on “The Morning Show.” “It is cheap.”"),
        ["Lee: “It is safe,” | “It is cheap.”"]
    );
}

#[test]
fn two_verbs_two_quotations() {
    assert_eq!(quotes("“It is safe,” Lee said, adding, “It is cheap.”"), ["Lee: “It is safe,”", "Lee: “It is cheap.”"]);
    assert_eq!(quotes("“It is safe,” said Lee. “It is not,” said Kim."), ["Lee: “It is safe,”", "Kim: “It is not,”"]);
}

#[test]
fn carried_on_from_the_sentence_before() {
    assert_eq!(quotes("Lee said that she was tired. “I want to go home.”")[..], ["Lee: “I want to go home.”"]);
}

#[test]
fn carried_on_from_the_paragraph_before() {
    assert_eq!(
        quotes("“It is safe,” Lee said.\n\n“It is cheap. It is here.”\n\nThe bridge opens today."),
        ["Lee: “It is safe,” | “It is cheap. It is here.”"]
    );
}

#[test]
fn one_quotation_over_several_paragraphs() {
    assert_eq!(
        quotes("Lee said: “It is safe.\n\n“It is cheap.\n\n“It is here.”"),
        ["Lee: “It is safe. | “It is cheap. | “It is here.”"]
    );
}

#[test]
fn a_shared_subject() {
    assert_eq!(quotes("Lee shook her head and said, “It is safe.”"), ["Lee: “It is safe.”"]);
    assert_eq!(quotes("Ann Lee smiled at them, saying, “It is safe.”"), ["Ann Lee: “It is safe.”"]);
}

#[test]
fn no_adverb_is_a_source() {
    assert_eq!(quotes("Here are the highlights:\n\n“It is safe.”"), ["-: “It is safe.”"]);
    assert_eq!(
        quotes("Lee said he was “glad” of it, arguing that “it is safe.”").last().map(String::as_str),
        Some("Lee: that “it is safe.”")
    );
}

#[test]
fn a_name_that_is_an_adverb_as_well() {
    assert_eq!(quotes("“It is safe,” says Early."), ["Early: “It is safe,”"]);
}

#[test]
fn a_title_that_tells_who_spoke() {
    let text = "“We took it for granted,” the “Pose” actor said. “It is safe.”";
    assert_eq!(quotes(text), ["actor: “We took it for granted,” | “It is safe.”"]);
}

#[test]
fn a_relative_pronoun_is_the_source() {
    assert_eq!(quotes("He met a nurse who said: “It is safe.”"), ["who: “It is safe.”"]);
}

#[test]
fn quoted_words_within_a_report() {
    assert_eq!(
        quotes("Lee said that the plan, “in its present form,” was dead."),
        ["Lee: that the plan, “in its present form,” was dead"]
    );
    assert_eq!(quotes("The plan was “a mess,” she said."), ["she: The plan was “a mess,”"]);
}

#[test]
fn scare_quotes_and_titles_are_no_statements() {
    for text in ["The so-called “experts” met in Paris.", "The band played “Yesterday” and the “old” songs again."]
    {
        assert_eq!(quotes(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_quotation_in_parentheses_stands_for_itself() {
    assert_eq!(quotes("The town waited (“It is over,” Lee wrote) and prayed."), ["Lee: “It is over,”"]);
}

#[test]
fn every_style_of_marks() {
    for (open, close) in [("“", "”"), ("\"", "\""), ("‘", "’"), ("«", "»"), ("„", "“"), ("''", "''"), ("「", "」")]
    {
        let text = format!("{open}It is safe,{close} said Ann Lee.");
        assert_eq!(quotes(&text), [format!("Ann Lee: {open}It is safe,{close}")]);
    }
}

#[test]
fn reports_with_and_without_that() {
    assert_eq!(reports("Lee said that the bridge is safe."), ["Lee: that the bridge is safe"]);
    assert_eq!(reports("Lee said the bridge is safe."), ["Lee: the bridge is safe"]);
    assert_eq!(reports("The bridge is safe, Ann Lee said on Monday."), ["Ann Lee: The bridge is safe"]);
    assert_eq!(reports("The bridge is safe, according to Ann Lee."), ["Ann Lee: The bridge is safe"]);
}

#[test]
fn set_phrases() {
    assert_eq!(reports("It was stressed by Lee that the bridge is safe."), ["Lee: that the bridge is safe"]);
    assert_eq!(reports("In his words, the bridge is “a marvel.”"), ["his: the bridge is “a marvel.”"]);
    assert_eq!(reports("Her message was simple: the bridge is safe."), ["Her: the bridge is safe"]);
    assert_eq!(
        reports("Ann Lee smiled, making it clear that the bridge is safe."),
        ["Ann Lee: that the bridge is safe"]
    );
}

#[test]
fn statements_are_told_from_beliefs() {
    let manner = |source: &str| attribute(&Text::new(source))[0].manner;
    assert_eq!(manner("Lee said that the bridge is safe."), Manner::Speech);
    assert_eq!(manner("Lee believes that the bridge is safe."), Manner::Other);
}

#[test]
fn a_condition_has_its_consequence() {
    let said = "He warned that if they refuse what he called “substantive discussions,” then the goals would be pursued \
                by other means.";
    assert!(
        reports(said).contains(
            &"He: that if they refuse what he called “substantive discussions,” then the goals would be pursued by other \
              means"
                .to_owned()
        ),
        "{:?}",
        reports(said)
    );
}

#[test]
fn a_signature_behind_a_dash() {
    assert_eq!(
        quotes("“It cut my way to work in half.” ― Ann Lee, 41, nurse"),
        ["Ann Lee, 41, nurse: “It cut my way to work in half.”"]
    );
    assert_eq!(quotes("1. \"It is too loud at night,\" - Ann Lee."), ["Ann Lee: \"It is too loud at night,\""]);
    assert_eq!(quotes("”It is too loud at night.”―Ann Lee"), ["Ann Lee: ”It is too loud at night.”"]);
}

#[test]
fn a_signature_on_its_own_line() {
    assert_eq!(
        quotes("“It is far too loud.”\n\n— Ann Lee, Harbour Street"),
        ["Ann Lee, Harbour Street: “It is far too loud.”"]
    );
}

#[test]
fn a_dash_that_signs_nothing() {
    // A clause with a verb of its own is read as one.
    assert_eq!(quotes("“It is far too loud” — Ann Lee said on Monday."), ["Ann Lee: “It is far too loud”"]);
    assert_eq!(quotes("“It is far too loud.” — and no wonder."), Vec::<String>::new());
    // Nor is a title signed.
    assert_eq!(quotes("“Far Too Loud” — Lee’s new film — opens in Ohio on Monday."), Vec::<String>::new());
}

#[test]
fn a_label_with_an_age() {
    assert_eq!(quotes("Ann Lee, 33: “It is a fine piece of work.”"), ["Ann Lee, 33: “It is a fine piece of work.”"]);
}

#[test]
fn a_dateline_is_no_source() {
    let reports = reports("BERLIN -- The European Space Agency says the probe has landed. It is safe.");
    assert_eq!(reports, ["The European Space Agency: the probe has landed"]);
}

#[test]
fn who_says_so_stands_behind_the_pronoun() {
    let reports = reports("The town wants more of the new buses that industry analysts say will sell in May.");
    assert!(reports.iter().all(|report| report.starts_with("industry analysts: ")), "{reports:?}");
}

#[test]
fn a_picture_s_credit_states_nothing() {
    assert_eq!(found("The harbour is closed. Photo: Ann Lee, AP", |_| true), Vec::<String>::new());
}
