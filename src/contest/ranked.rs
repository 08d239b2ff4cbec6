//! Claims without a sign that a rule knows, in sentences that the [`ranker`](super::ranker) takes to be contested.

use std::ops::Range;

use super::Answer;
use super::found::{Found, Rule};
use super::lexicon::Sign;
use super::ranker::{self, BY_ARTICLE, BY_ITSELF, KINDS, Odds, Ranker};
use super::reader::{Reader, Voice};
use super::sentence_features::Sentences;
use crate::attribution::lexicon::reporting_verb;
use crate::attribution::phrase::is_finite_verb;
use crate::document::ContestKind;
use crate::model::math;

/// From this chance on a sentence is taken to be contested. By cross-validation, less finds no more in all (F1), and
/// this is right most often.
const LEAST: f32 = 0.3;

/// A piece of a statement, and an answer to one, has at least so many words.
const SHORTEST: usize = 3;

/// What is marked is a clause of at least so many: of shorter pieces one in five is a claim, of others two.
const CLAUSE: usize = 5;

/// How many sentences away an answer may be.
const AWAY: usize = 3;

/// A shorter word shows no contest, in bytes.
const TELLING: usize = 4;

/// What a sentence of a training article looks like.
#[derive(Debug)]
pub struct Example {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its features, each once, in order of their hashes.
    pub features: Vec<u64>,
    /// Whether a rule finds a claim in it.
    pub signed: bool,
    /// Whether it has a statement that could be marked.
    pub stated: bool,
}

/// The sentences of an article as examples to learn from.
pub(super) fn examples(reader: &Reader, found: &[Found]) -> Vec<Example> {
    let sentences = Sentences::new(reader, found);
    let example = |n: usize| {
        let mut features = Vec::new();
        sentences.features(n, |_, feature| features.push(feature));
        features.sort_unstable();
        features.dedup();
        let tokens = reader.text.sentences[n].clone();
        Example {
            tokens,
            features,
            signed: sentences.is_signed(n),
            stated: Candidate::of(reader, &sentences, n).is_some(),
        }
    };
    (0..sentences.len()).map(example).collect()
}

/// The claims in sentences that have none by a rule.
pub(super) fn all(ranker: &Ranker, reader: &Reader, found: &[Found]) -> Vec<Found> {
    let sentences = Sentences::new(reader, found);
    let mut seen = ranker.nothing_seen();
    let unsigned = (0..sentences.len()).filter(|&n| !sentences.is_signed(n));
    unsigned
        .filter_map(|n| {
            let candidate = Candidate::of(reader, &sentences, n)?;
            let mut telling = (0, None);
            let odds = ranker.odds(&sentences, n, &mut seen, |token, weight| {
                if weight > telling.0 && candidate.may_be_told_by(reader, token) {
                    telling = (weight, Some(token));
                }
            });
            if math::logistic(odds[0]) < LEAST { None } else { candidate.claim(reader, &sentences, &odds, telling.1) }
        })
        .collect()
}

/// A statement that may be contested.
struct Candidate {
    sentence: usize,
    /// What would be marked.
    range: Range<usize>,
    /// The attribution it is of.
    statement: usize,
    /// Who makes the claim.
    claimant: Voice,
    /// The words by which its speaker rejects it: "does not believe that".
    rejection: Option<Range<usize>>,
}

impl Candidate {
    /// The longest piece of a statement in a sentence.
    fn of(reader: &Reader, sentences: &Sentences, sentence: usize) -> Option<Self> {
        let within = &reader.text.sentences[sentence];
        let pieces = sentences.statements(sentence).iter().flat_map(|&a| {
            reader.attributions[a].content.iter().filter_map(move |&span| {
                let tokens = reader.text.tokens_in(span);
                let mut range = tokens.start.max(within.start)..tokens.end.min(within.end);
                if range.len() > 1 && reader.word(range.start) == "that" {
                    range.start += 1;
                }
                Some((reader.trimmed(range)?, a))
            })
        });
        let (piece, statement) = pieces.filter(|(r, _)| r.len() >= SHORTEST).max_by_key(|(r, _)| r.len())?;
        let (range, that) = stated(reader, piece.clone());
        if range.len() < CLAUSE {
            return None;
        }
        let statement = reader.holder(range.start).unwrap_or(statement);
        let before = that.map(|that| piece.start..that);
        let rejection = rejection(reader, statement, before);
        let claimant = that.and_then(|that| believer(reader, piece.start..that)).unwrap_or(Voice::Of(statement));
        Some(Self { sentence, range, statement, claimant, rejection })
    }

    /// Whether a token could be what shows the contest: a word outside of the claim.
    fn may_be_told_by(&self, reader: &Reader, token: usize) -> bool {
        !self.range.contains(&token) && !reader.is_mark(token) && reader.word(token).len() >= TELLING
    }

    /// The claim, if there is anything to show for it: a rejection, an answer, or a telling word.
    fn claim(self, reader: &Reader, sentences: &Sentences, odds: &Odds, telling: Option<usize>) -> Option<Found> {
        let kind = KINDS[ranker::likeliest(odds)];
        if kind == ContestKind::Term {
            // Not the statement then, but a word in it.
            return None;
        }
        let telling = telling.map(|token| token..token + 1);
        let itself = self.rejection.is_some() || kind != ContestKind::Countered && odds[BY_ITSELF] > 0.0;
        let found = |kind, challenger, evidence, answer: Option<usize>| Found {
            kind,
            rule: Rule::Ranked,
            range: self.range.clone(),
            claimant: if itself { Voice::Nobody } else { self.claimant },
            challenger,
            evidence,
            answer: answer.map(Answer::Attribution),
        };
        if itself {
            let kind = if kind == ContestKind::Denied { kind } else { ContestKind::Disputed };
            return Some(found(
                kind,
                Voice::Of(self.statement),
                self.rejection.clone().or(telling)?,
                Some(self.statement),
            ));
        }
        if kind == ContestKind::Alleged {
            return Some(found(kind, Voice::Nobody, telling?, None));
        }
        let counters = kind == ContestKind::Countered;
        match self.answer(reader, sentences).filter(|_| counters || odds[BY_ARTICLE] < 0.0) {
            Some(b) => Some(found(kind, Voice::Of(b), reader.content(b)?, Some(b))),
            None if counters => Some(found(ContestKind::Disputed, Voice::Article, telling?, None)),
            None => Some(found(kind, Voice::Article, telling?, None)),
        }
    }

    /// The nearest statement by another speaker, those after the sentence first.
    fn answer(&self, reader: &Reader, sentences: &Sentences) -> Option<usize> {
        let speaker = reader.speaker(self.statement)?;
        let after = self.sentence..sentences.len().min(self.sentence + AWAY + 1);
        let before = (self.sentence.saturating_sub(AWAY)..self.sentence).rev();
        after.chain(before).flat_map(|n| sentences.statements(n)).copied().find(|&b| {
            reader.speaker(b).is_some_and(|other| other != speaker)
                && reader.content(b).is_some_and(|r| r.len() >= SHORTEST)
        })
    }
}

/// The clause of a statement that states the claim: behind its first "that" ("I don't believe that [it is so]"), up to
/// where something new begins. Gives the "that", too.
fn stated(reader: &Reader, range: Range<usize>) -> (Range<usize>, Option<usize>) {
    let that = range.clone().skip(1).find(|&i| {
        // Not "laws that cover it".
        reader.word(i) == "that" && i + SHORTEST < range.end && !is_finite_verb(reader.text.word(i + 1))
    });
    let start = that.map_or(range.start, |that| that + 1);
    let clause = reader.clause(start).map(|clause| clause.start..clause.end.min(range.end));
    clause.filter(|clause| clause.len() >= SHORTEST).map_or((range, None), |clause| (clause, that))
}

/// The words by which a speaker rejects what he is cited with: before its "that", or those that attribute it.
fn rejection(reader: &Reader, statement: usize, before: Option<Range<usize>>) -> Option<Range<usize>> {
    if let Some(before) = before {
        let not = before.clone().find(|&i| reader.is_negation(i))?;
        return Some(not..before.end);
    }
    let cue = reader.text.tokens_in(reader.attributions[statement].cue?);
    let rejects =
        reader.is_negated(cue.start) || cue.clone().any(|i| reader.is_negation(i) || reader.is(i, Sign::Deny));
    rejects.then_some(cue)
}

/// Of "people predicted", before its "that": who, unless it is the speaker himself.
fn believer(reader: &Reader, words: Range<usize>) -> Option<Voice> {
    let verb = words.end.checked_sub(1).filter(|&verb| reporting_verb(reader.text.word(verb)).is_some())?;
    let Voice::Mention(span) = reader.subject(verb) else { return None };
    let subject = reader.text.tokens_in(span);
    let subject = subject.start.max(words.start)..subject.end;
    let other = !subject.is_empty() && !subject.clone().any(|i| reader.among(i, &["i", "we"]));
    other.then(|| Voice::Mention(reader.text.span(subject)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contest::testing;
    use crate::model::hash;
    use crate::speakers;
    use crate::text::Text;

    const SOURCE: &str =
        "Ann Lee said that the old dam was safe. Reed said, frankly, that the gate had rusted through.";
    const WORDS: [(&str, &str, &str); 2] = [
        ("Ann Lee", "said", "that the old dam was safe"),
        ("Reed", "said, frankly", "that the gate had rusted through"),
    ];

    /// Words of a claim: kind, span, claimant, challenger, evidence.
    type Words = (ContestKind, String, Voice, Voice, String);

    /// What is found in [`SOURCE`] or another text if a word says so much for each output.
    fn found(source: &str, words: &[(&str, &str, &str)], word: &str, odds: Odds) -> Vec<Words> {
        let feature = hash::join(1, hash::bytes(word.as_bytes()));
        let bytes = ranker::write(&[(feature, odds)], [-1.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, -0.5]);
        let ranker = Ranker::read(&bytes).expect("whole");
        let text = Text::new(source);
        let attributions = testing::attributions(source, words);
        let speakers = speakers::resolve(&text, &attributions);
        let reader = Reader::new(&text, &attributions, &speakers.of);
        let words = |range| text.span(range).of(source).to_owned();
        let all = all(&ranker, &reader, &[]);
        all.into_iter().map(|f| (f.kind, words(f.range), f.claimant, f.challenger, words(f.evidence))).collect()
    }

    #[test]
    fn by_the_article() {
        let disputed = [3.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0];
        let frankly = (ContestKind::Disputed, "the gate had rusted through", Voice::Of(1), Voice::Article, "frankly");
        let (kind, span, claimant, challenger, evidence) = frankly;
        let want = (kind, span.to_owned(), claimant, challenger, evidence.to_owned());
        assert_eq!(found(SOURCE, &WORDS, "frankly", disputed), [want]);
        assert_eq!(found(SOURCE, &WORDS, "frankly", [0.1, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0]), []);
    }

    #[test]
    fn a_word_said_twice_counts_once() {
        let source = SOURCE.replace("frankly, that", "frankly, frankly, that");
        let words = [WORDS[0], ("Reed", "said, frankly, frankly", "that the gate had rusted through")];
        // − 1.5 + 0.5 is too little, − 1.5 + 1 would be enough.
        assert_eq!(found(&source, &words, "frankly", [0.5, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0]), []);
        assert_eq!(found(&source, &words, "frankly", [1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0]).len(), 1);
    }

    #[test]
    fn by_whoever_speaks_beside() {
        let countered = [3.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0];
        let all = found(SOURCE, &WORDS, "frankly", countered);
        assert_eq!(all.len(), 1);
        assert_eq!((all[0].0, all[0].3), (ContestKind::Countered, Voice::Of(0)));
        assert_eq!(all[0].4, "the old dam was safe");
    }

    #[test]
    fn by_its_own_speaker() {
        let source = "Reed said, frankly, that he did not think that the gate had rusted through.";
        let words = [("Reed", "said, frankly", "that he did not think that the gate had rusted through")];
        let all = found(source, &words, "frankly", [3.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
        assert_eq!(all.len(), 1);
        assert_eq!(
            (all[0].1.as_str(), all[0].2, all[0].3),
            ("the gate had rusted through", Voice::Nobody, Voice::Of(0))
        );
        assert_eq!(all[0].4, "not think");
    }

    #[test]
    fn others_are_cited() {
        let source = "Reed said, frankly, that many farmers believe that the gate had rusted through.";
        let words = [("Reed", "said, frankly", "that many farmers believe that the gate had rusted through")];
        let all = found(source, &words, "frankly", [3.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0]);
        let Voice::Mention(span) = all[0].2 else { panic!("{all:?}") };
        assert_eq!(span.of(source), "many farmers");
    }

    #[test]
    fn nothing_without_something_to_show() {
        // No answer, and no telling word outside of the claim.
        let source = "Reed said that the gate had rusted badly.";
        let words = [("Reed", "said", "that the gate had rusted badly")];
        assert_eq!(found(source, &words, "badly", [3.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0]), []);
        // What is a name for a thing is not the statement.
        assert_eq!(found(SOURCE, &WORDS, "frankly", [3.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0]), []);
    }
}
