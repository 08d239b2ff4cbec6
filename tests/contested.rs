//! A whole article: every way of contesting a claim that a reader would try first.

use sayso::document::{Annotation, Category, ContestKind, Document};

const ARTICLE: &str = "\
Harbor town waits as the two shores argue over the sandbanks

Nordby’s mayor, Erik Dahl, said on Monday that the ferry line would reopen within weeks. That hope is not widely \
shared in Sorvik. Shipping agents there said that the channel was still blocked.

Talks would include the sandbanks that Nordby now claims as its own. He warned that if the islanders refuse what he \
called “serious dredging,” the port would act alone. Dahl also promised what he described as a “return of the old \
waters,” a phrase that has angered fishermen along the coast.

Sorvik’s council leader, Marta Holm, answered that the sandbanks will never be recognized as part of Nordby. Holm \
accused the mayor of hiding a survey of the channel. Dahl denied the accusation.

Dahl falsely claimed that the survey had been printed in full. While Dahl says the work will cost 4 million crowns, \
Holm says it will cost 9 million.

The library opens at nine.
";

fn text(span: [u32; 2]) -> String {
    let units: Vec<u16> = ARTICLE.encode_utf16().collect();
    String::from_utf16_lossy(&units[span[0] as usize..span[1] as usize])
}

fn contested(document: &Document) -> Vec<&Annotation> {
    document.annotations.iter().filter(|a| a.category == Category::Contested).collect()
}

/// Kind, words, claimant, challenger.
fn table(document: &Document) -> Vec<(ContestKind, String, String, String)> {
    let rows = contested(document).into_iter().map(|a| {
        let contest = a.contest.as_ref().expect("a contested claim says why");
        (
            contest.kind,
            text(a.spans[0]),
            a.speaker.as_ref().map_or_else(String::new, |s| s.name.clone()),
            contest.challenger.as_ref().map_or_else(String::new, |c| c.name.clone()),
        )
    });
    rows.collect()
}

#[test]
fn every_contested_claim_of_an_article() {
    use ContestKind::{Countered, Denied, Disputed, Term};
    let document = sayso::annotate(ARTICLE);
    let want = [
        (Disputed, "the ferry line would reopen within weeks", "Erik Dahl", "Sorvik"),
        (Disputed, "sandbanks that Nordby now claims as its own", "Nordby", "Marta Holm"),
        (Term, "serious dredging", "Erik Dahl", ""),
        (Term, "return of the old waters", "Erik Dahl", "fishermen along the coast"),
        (Denied, "hiding a survey of the channel", "Marta Holm", "Erik Dahl"),
        (Disputed, "the survey had been printed in full", "Erik Dahl", "article"),
        (Countered, "the work will cost 4 million crowns", "Erik Dahl", "Marta Holm"),
        (Countered, "it will cost 9 million", "Marta Holm", "Erik Dahl"),
    ]
    .map(|(kind, words, claimant, challenger)| (kind, words.to_owned(), claimant.to_owned(), challenger.to_owned()));
    assert_eq!(table(&document), want);
}

#[test]
fn evidence_lies_beside_the_claim_and_answers_exist() {
    let document = sayso::annotate(ARTICLE);
    for a in contested(&document) {
        let contest = a.contest.as_ref().expect("a contested claim says why");
        let evidence = contest.evidence.expect("what shows the contest");
        assert!(evidence[0] < evidence[1]);
        if let Some(answer) = contest.counter {
            assert!(answer != a.id && (answer as usize) < document.annotations.len());
        }
    }
}

#[test]
fn two_accounts_answer_each_other() {
    let document = sayso::annotate(ARTICLE);
    let pair: Vec<&Annotation> = contested(&document)
        .into_iter()
        .filter(|a| a.contest.as_ref().is_some_and(|c| c.kind == ContestKind::Countered))
        .collect();
    let counter = |a: &Annotation| a.contest.as_ref().and_then(|c| c.counter);
    assert_eq!((counter(pair[0]), counter(pair[1])), (Some(pair[1].id), Some(pair[0].id)));
}
