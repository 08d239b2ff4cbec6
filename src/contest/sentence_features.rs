//! What can be seen of a sentence when one asks whether it states something contested.

use std::ops::Range;

use super::found::Found;
use super::reader::Reader;
use super::restatement::Gist;
use crate::model::clusters::Clusters;
use crate::model::hash;

/// Kinds of features, each the first part of a hash. The numbers are those of the file of weights.
mod kind {
    pub(super) const WORD: u64 = 1;
    pub(super) const CLUSTER: u64 = 2;
    pub(super) const PAIR: u64 = 3;
    pub(super) const BEFORE_CLUSTER: u64 = 4;
    pub(super) const AFTER_CLUSTER: u64 = 5;
    pub(super) const FIRST: u64 = 6;
    pub(super) const FIRST_PAIR: u64 = 7;
    pub(super) const LENGTH: u64 = 8;
    pub(super) const STATEMENTS: u64 = 9;
    pub(super) const PLACE: u64 = 10;
    pub(super) const REPORTED: u64 = 11;
    pub(super) const NEGATED: u64 = 12;
    pub(super) const SHARED: u64 = 13;
    pub(super) const OTHER_VOICE: u64 = 14;
    pub(super) const HEADLINE: u64 = 15;
    pub(super) const CLAIM_HERE: u64 = 16;
    pub(super) const CLAIM_NEAR: u64 = 17;
    pub(super) const EVIDENCE_NEAR: u64 = 18;
    pub(super) const CLAIMS: u64 = 19;
    pub(super) const ROLE: u64 = 20;
    pub(super) const CUE: u64 = 21;
    pub(super) const CUE_CLUSTER: u64 = 22;
    pub(super) const CLASS: u64 = 23;
    pub(super) const CLASS_PAIR: u64 = 24;
    pub(super) const BEFORE_CLASS: u64 = 25;
    pub(super) const AFTER_CLASS: u64 = 26;
    pub(super) const SIGN: u64 = 27;
}

/// Words of a sentence that are read.
const LONGEST: usize = 80;

/// Sentences to either side with which its words are compared.
const NEIGHBOURS: usize = 4;

/// Sentences to either side whose claims count.
const NEAR: usize = 2;

/// What is known of a token.
struct Word {
    /// The hash of its word in small letters.
    word: u64,
    /// The word's cluster and its class by syntax, 0 for none.
    cluster: u64,
    class: u64,
}

/// The sentences of an article.
pub(super) struct Sentences<'r, 'a> {
    reader: &'r Reader<'a>,
    words: Vec<Word>,
    gists: Vec<Gist>,
    /// For each sentence, the statements that have words in it.
    statements: Vec<Vec<usize>>,
    /// For each sentence, what the claims that have a sign tell of it.
    signs: Vec<Vec<u64>>,
    /// Whether a claim that has a sign is in it.
    signed: Vec<bool>,
    claims: usize,
}

impl<'r, 'a> Sentences<'r, 'a> {
    /// Reads the sentences, `found` being the claims that have a sign.
    pub(super) fn new(reader: &'r Reader<'a>, found: &[Found]) -> Self {
        let words = (0..reader.len())
            .map(|i| {
                let word = hash::bytes(reader.word(i).as_bytes());
                let number = |clusters: &Clusters| clusters.of(word).map_or(0, |(fine, _)| fine + 1);
                Word { word, cluster: number(Clusters::embedded()), class: number(Clusters::syntax()) }
            })
            .collect();
        let all = &reader.text.sentences;
        let mut sentences = Self {
            reader,
            words,
            gists: all.iter().map(|range| Gist::new(reader, range.clone())).collect(),
            statements: vec![Vec::new(); all.len()],
            signs: vec![Vec::new(); all.len()],
            signed: vec![false; all.len()],
            claims: found.len(),
        };
        for a in 0..reader.attributions.len() {
            let tokens = reader.text.tokens_in(reader.attributions[a].hull());
            for n in sentences.of(tokens) {
                sentences.statements[n].push(a);
            }
        }
        for f in found {
            sentences.note(f);
        }
        sentences
    }

    fn note(&mut self, found: &Found) {
        let rule = found.rule as u64;
        for n in self.of(found.range.clone()) {
            self.signed[n] = true;
            self.signs[n].extend([hash::join(kind::CLAIM_HERE, 0), hash::join(kind::CLAIM_HERE, rule + 1)]);
        }
        let starts = [(kind::CLAIM_NEAR, found.range.start), (kind::EVIDENCE_NEAR, found.evidence.start)];
        for (kind, start) in starts {
            let at = self.reader.sentence_index(start);
            for n in at.saturating_sub(NEAR)..self.signs.len().min(at + NEAR + 1) {
                let place = hash::join(kind, (at + NEAR - n) as u64);
                self.signs[n].extend([place, hash::join(place, rule + 1)]);
            }
        }
    }

    /// The sentences that tokens are in.
    fn of(&self, tokens: Range<usize>) -> Range<usize> {
        if tokens.is_empty() {
            return 0..0;
        }
        self.reader.sentence_index(tokens.start)..self.reader.sentence_index(tokens.end - 1) + 1
    }

    pub(super) fn len(&self) -> usize {
        self.gists.len()
    }

    /// The statements that have words in sentence `n`.
    pub(super) fn statements(&self, n: usize) -> &[usize] {
        &self.statements[n]
    }

    /// Whether a claim that has a sign is in sentence `n`.
    pub(super) fn is_signed(&self, n: usize) -> bool {
        self.signed[n]
    }

    /// Hands on the features of sentence `n`, some of them more than once, with the token that they are of.
    pub(super) fn features(&self, n: usize, mut add: impl FnMut(Option<usize>, u64)) {
        for i in self.tokens(n) {
            self.of_token(n, i, |feature| add(Some(i), feature));
        }
        self.of_sentence(n, |feature| add(None, feature));
    }

    /// Features of a token of sentence `n`: its word, alone and with the one before it.
    fn of_token(&self, n: usize, i: usize, mut add: impl FnMut(u64)) {
        let Word { word, cluster, class } = self.words[i];
        let reported = u64::from(self.reader.holder(i).is_some());
        add(hash::join(kind::WORD, word));
        add(hash::join(hash::join(kind::ROLE, reported), word));
        add(hash::join(kind::CLUSTER, cluster));
        add(hash::join(kind::CLASS, class));
        self.reader.signs(i).for_each(|sign| add(hash::join(hash::join(kind::SIGN, 0), sign)));
        if self.reader.cue_at(i).is_some() {
            add(hash::join(kind::CUE, word));
            add(hash::join(kind::CUE_CLUSTER, cluster));
        }
        if i > self.reader.text.sentences[n].start {
            let before = &self.words[i - 1];
            let pairs = [
                (kind::PAIR, before.word, word),
                (kind::BEFORE_CLUSTER, before.word, cluster),
                (kind::AFTER_CLUSTER, before.cluster, word),
                (kind::CLASS_PAIR, before.class, class),
                (kind::BEFORE_CLASS, before.word, class),
                (kind::AFTER_CLASS, before.class, word),
            ];
            pairs.into_iter().for_each(|(kind, a, b)| add(hash::join(hash::join(kind, a), b)));
        }
    }

    /// The words of sentence `n` that are read.
    fn tokens(&self, n: usize) -> Range<usize> {
        let sentence = self.reader.text.sentences[n].clone();
        sentence.start..sentence.end.min(sentence.start + LONGEST)
    }

    /// Features of sentence `n` as a whole.
    fn of_sentence(&self, n: usize, mut add: impl FnMut(u64)) {
        let tokens = self.tokens(n);
        let Some(first) = self.words[tokens.clone()].first() else { return };
        add(hash::join(kind::FIRST, first.word));
        if tokens.len() > 1 {
            add(hash::join(hash::join(kind::FIRST_PAIR, first.word), self.words[tokens.start + 1].word));
        }
        for (side, other) in [(1, n.checked_sub(1)), (2, Some(n + 1).filter(|&next| next < self.len()))] {
            for i in other.map_or(0..0, |other| self.tokens(other)) {
                self.reader.signs(i).for_each(|sign| add(hash::join(hash::join(kind::SIGN, side), sign)));
            }
        }
        let reported = tokens.clone().filter(|&i| self.reader.holder(i).is_some()).count();
        let levels = [
            (kind::LENGTH, (tokens.len() / 8).min(6)),
            (kind::STATEMENTS, self.statements[n].len().min(3)),
            (kind::PLACE, if self.reader.text.paragraphs[0].contains(&tokens.start) { 9 } else { n * 4 / self.len() }),
            (kind::REPORTED, reported * 4 / tokens.len().max(1)),
            (kind::NEGATED, usize::from(self.gists[n].negated())),
            (kind::HEADLINE, self.gists[0].shared(&self.gists[n]).min(3)),
            (kind::CLAIMS, self.claims.min(4)),
        ];
        for (kind, level) in levels {
            add(hash::join(kind, level as u64));
        }
        self.signs[n].iter().for_each(|&sign| add(sign));
        for other in n.saturating_sub(NEIGHBOURS)..self.len().min(n + NEIGHBOURS + 1) {
            if other != n {
                self.compare(n, other, &mut add);
            }
        }
    }

    /// Features of a sentence beside another: what they share, whether they agree, whether others speak.
    fn compare(&self, n: usize, other: usize, add: &mut impl FnMut(u64)) {
        let distance = n.abs_diff(other).min(3) * 2 + usize::from(other > n);
        let shared = self.gists[n].shared(&self.gists[other]).min(4);
        let opposed = usize::from(self.gists[n].negated() != self.gists[other].negated());
        let feature = |kind: u64, level: usize| hash::join(hash::join(kind, distance as u64), level as u64);
        if shared > 0 {
            add(feature(kind::SHARED, shared * 2));
            if opposed > 0 {
                add(feature(kind::SHARED, shared * 2 + 1));
            }
        }
        if self.others_speak(n, other) {
            add(feature(kind::OTHER_VOICE, 0));
            if shared > 0 {
                add(feature(kind::OTHER_VOICE, shared * 2 + opposed));
            }
        }
    }

    /// Whether both sentences have statements, and none of one speaker.
    fn others_speak(&self, n: usize, other: usize) -> bool {
        let voice = |&a: &usize| self.reader.speaker(a);
        let (here, there) = (&self.statements[n], &self.statements[other]);
        !here.is_empty()
            && !there.is_empty()
            && !here.iter().map(voice).any(|mine| there.iter().map(voice).any(|theirs| mine == theirs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contest::testing;
    use crate::speakers;
    use crate::text::Text;

    /// The features of each sentence of a text whose statements are given as (source, cue, content).
    fn features(source: &str, words: &[(&str, &str, &str)]) -> Vec<Vec<u64>> {
        let text = Text::new(source);
        let attributions = testing::attributions(source, words);
        let speakers = speakers::resolve(&text, &attributions);
        let reader = Reader::new(&text, &attributions, &speakers.of);
        let sentences = Sentences::new(&reader, &[]);
        let of = |n: usize| {
            let mut features = Vec::new();
            sentences.features(n, |_, feature| features.push(feature));
            features
        };
        (0..sentences.len()).map(of).collect()
    }

    #[test]
    fn others_who_speak_beside_count() {
        let source = "Reed said the dam was safe. Ann Lee said the dam was not safe.";
        let reed = ("Reed", "said", "the dam was safe");
        let both = features(source, &[reed, ("Ann Lee", "Lee said", "the dam was not safe")]);
        let one = features(source, &[reed, ("Reed", "Lee said", "the dam was not safe")]);
        let other_voice = |features: &[u64]| {
            // Next, with two words shared, which one of them negates.
            let near = hash::join(hash::join(kind::OTHER_VOICE, 3), 2 * 2 + 1);
            features.contains(&near)
        };
        assert!(other_voice(&both[0]) && !other_voice(&one[0]));
    }

    #[test]
    fn any_text_has_them() {
        for source in ["", "\n\n", "word ".repeat(500).as_str(), "“”—…"] {
            assert!(features(source, &[]).iter().all(|features| !features.is_empty()));
        }
    }
}
