//! Who "he", "she", "they" and "it" are.

use super::discourse::{Discourse, Plural, Recent, since};
use super::entities::Id;
use super::keys::{Key, key};
use super::names::{Gender, Sort};
use super::words::Word;
use crate::document::SpeakerKind;
use crate::text::{Text, TokenKind};

/// A personal pronoun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pronoun {
    /// He or she.
    Person { gender: Gender, case: Case },
    /// They.
    Several { case: Case },
    /// It.
    Thing { case: Case },
    /// I or we, my or our.
    Speaker { subject: bool },
}

/// Its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// "he"
    Subject,
    /// "him"
    Object,
    /// "his"
    Possessive,
}

impl Pronoun {
    pub(super) const fn is_subject(self) -> bool {
        match self {
            Self::Person { case, .. } | Self::Several { case } | Self::Thing { case } => matches!(case, Case::Subject),
            Self::Speaker { subject } => subject,
        }
    }
}

/// Reads a word as a pronoun.
pub(super) fn read(word: &Word) -> Option<Pronoun> {
    use Case::{Object, Possessive, Subject};
    const fn of(word: &str) -> Key {
        super::keys::ascii_key(word.as_bytes())
    }
    if word.kind != TokenKind::Word || !word.is(super::lexicon::Class::COMMON) {
        return None;
    }
    let person = |gender, case| Some(Pronoun::Person { gender, case });
    const HE: [Key; 7] = [of("he"), of("he's"), of("he'd"), of("he'll"), of("him"), of("himself"), of("his")];
    const SHE: [Key; 7] = [of("she"), of("she's"), of("she'd"), of("she'll"), of("her"), of("herself"), of("hers")];
    const I: [Key; 10] = [
        of("i"),
        of("we"),
        of("i'm"),
        of("i'd"),
        of("i've"),
        of("i'll"),
        of("we're"),
        of("we'd"),
        of("we've"),
        of("we'll"),
    ];
    const MY: [Key; 8] =
        [of("me"), of("us"), of("my"), of("our"), of("myself"), of("ourselves"), of("mine"), of("ours")];
    let k = word.key;
    match k {
        _ if HE[..4].contains(&k) => person(Gender::Male, Subject),
        _ if HE[4..6].contains(&k) => person(Gender::Male, Object),
        _ if k == HE[6] => person(Gender::Male, Possessive),
        _ if SHE[..4].contains(&k) => person(Gender::Female, Subject),
        _ if k == SHE[4] || k == SHE[6] => person(Gender::Female, Possessive),
        _ if k == SHE[5] => person(Gender::Female, Object),
        _ if [of("they"), of("they're"), of("they'd"), of("they've"), of("they'll")].contains(&k) => {
            Some(Pronoun::Several { case: Subject })
        }
        _ if [of("them"), of("themselves")].contains(&k) => Some(Pronoun::Several { case: Object }),
        _ if [of("their"), of("theirs")].contains(&k) => Some(Pronoun::Several { case: Possessive }),
        _ if k == of("it") => Some(Pronoun::Thing { case: Subject }),
        _ if k == of("its") => Some(Pronoun::Thing { case: Possessive }),
        _ if I.contains(&k) => Some(Pronoun::Speaker { subject: true }),
        _ if MY.contains(&k) => Some(Pronoun::Speaker { subject: false }),
        _ => None,
    }
}

/// Whether the "it" at token `i` stands for nothing: "it is unclear", "it turns out".
fn is_expletive(text: &Text, i: usize) -> bool {
    const VERBS: [&str; 17] = [
        "is", "was", "’s", "'s", "isn’t", "isn't", "wasn’t", "wasn't", "be", "seems", "seemed", "appears", "appeared",
        "turns", "turned", "remains", "dawned",
    ];
    let own = text.word(i).contains(['’', '\'']);
    own || (i + 1..text.tokens.len().min(i + 3)).any(|next| VERBS.contains(&text.word(next)))
}

/// What may be meant by a word for a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// "It"
    Any,
    /// "The company"
    Body,
    /// "The country"
    Place,
}

/// Sentences beyond which a pronoun's antecedent is not looked for.
const REACH: u32 = 8;

/// A score below this is no antecedent.
const LEAST: f32 = -3.0;

impl Discourse {
    /// Whom the pronoun at token `i` stands for, and whether that is beyond doubt.
    pub(super) fn antecedent(
        &mut self,
        text: &Text,
        i: usize,
        pronoun: Pronoun,
        is_source: bool,
    ) -> Option<(Id, bool)> {
        match pronoun {
            Pronoun::Person { gender, .. } => self.person(i, Some(gender), is_source).map(|id| (id, true)),
            Pronoun::Several { .. } if is_source => self.several(text, i).map(|id| (id, false)),
            Pronoun::Thing { .. } if is_expletive(text, i) => None,
            Pronoun::Thing { .. } => self.body(i, Wanted::Any).map(|id| (id, false)),
            Pronoun::Several { .. } => None,
            Pronoun::Speaker { .. } => None,
        }
    }

    /// The person most likely meant at token `i` by a word that tells at most the gender.
    fn person(&self, i: usize, gender: Option<Gender>, is_source: bool) -> Option<Id> {
        self.likeliest_person(i, gender, is_source, |_| true)
    }

    /// The same among those who are `eligible`.
    pub(super) fn likeliest_person(
        &self,
        i: usize,
        gender: Option<Gender>,
        is_source: bool,
        eligible: impl Fn(Id) -> bool,
    ) -> Option<Id> {
        let voice = self.voice(i);
        let object = self.object_after(i);
        let likeliest = |named: &[Id]| {
            let others =
                self.recent.iter().rev().filter(|r| {
                    voice != Some(r.id) && object != Some(r.id) && !named.contains(&r.id) && eligible(r.id)
                });
            let scored = others.filter_map(|r| self.score(i, r, gender, is_source).map(|score| (score, r.id)));
            // Of equals the one spoken of last, who comes first here.
            let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
            best.filter(|&(score, _)| score > LEAST).map(|(_, id)| id)
        };
        let subject = read(&self.words[i]).is_some_and(Pronoun::is_subject);
        let named = if is_source && subject { self.named_in_statement(i) } else { Vec::new() };
        likeliest(&named).or_else(|| if named.is_empty() { None } else { likeliest(&[]) })
    }

    /// Whom the statement names whose source is the pronoun at token `i`: in "Lee is ill, he said" he is not Lee
    /// (principle C of Chomsky, *Lectures on Government and Binding*, 1981).
    fn named_in_statement(&self, i: usize) -> Vec<Id> {
        let first = self.statements.partition_point(|&(at, _)| at < i);
        let said = self.statements[first..].iter().take_while(|&&(at, _)| at == i);
        let names = said.flat_map(|(_, part)| part.clone()).filter_map(|t| {
            let n = self.name_at(t)?;
            if !self.words[t].quoted && self.words[t].sentence != self.words[i].sentence {
                return None;
            }
            // A possessive does not count: "Lee's plan is good, he said" may be Lee's word.
            let owns = self.words.get(self.names[n].name.end).is_some_and(|w| w.kind == TokenKind::Possessive);
            if owns { None } else { self.bearer[n] }
        });
        let mut ids: Vec<Id> = names.collect();
        ids.dedup();
        ids
    }

    /// Whom the verb after a pronoun at token `i` has for an object: in "he told Lee" he is not Lee.
    fn object_after(&self, i: usize) -> Option<Id> {
        let next = self.words.get(i + 1).filter(|w| w.kind == TokenKind::Word && !w.capital())?;
        let n = (*self.name_of.get(i + 2)? as usize).checked_sub(1)?;
        if next.is(super::lexicon::Class::PREPOSITION) { None } else { self.bearer[n] }
    }

    /// How well somebody spoken of fits a pronoun at token `i`; `None` if it cannot be.
    fn score(&self, i: usize, recent: &Recent, gender: Option<Gender>, is_source: bool) -> Option<f32> {
        let entity = &self.entities.all[recent.id];
        let w = &self.words[i];
        let distance = since(w.told, recent.told);
        let person = entity.kind == SpeakerKind::Person
            || (entity.kind == SpeakerKind::Unnamed && !entity.plural && !entity.heads.is_empty());
        if !person || distance > REACH || recent.token > i {
            return None;
        }
        let mut score = match (entity.gender(), gender) {
            (Some(known), Some(wanted)) if known == wanted => 1.5,
            (None, _) | (_, None) => 0.4,
            // A first name alone may mislead.
            _ if entity.male.max(entity.female) > 1 => return None,
            _ => -8.0,
        };
        if entity.sort == Sort::Unknown && self.last_source != Some(recent.id) {
            score -= 1.0;
        }
        score -= 0.9 * distance as f32;
        if recent.subject {
            score += 0.8;
        }
        if is_source && self.last_source == Some(recent.id) {
            score += 1.0;
        }
        if recent.quoted && !w.quoted {
            score -= 2.0;
        }
        score += 0.25 * (entity.count as f32).ln_1p();
        // Nearer within the sentence counts a little.
        if distance == 0 {
            score += 0.6 - 0.02 * (i - recent.token) as f32;
        }
        Some(score)
    }

    /// The speaker of the words that token `i` is part of.
    pub(super) fn voice(&self, i: usize) -> Option<Id> {
        let k = self.content_of[i] as usize;
        if k > 0 && self.words[i].quoted { self.of[k - 1] } else { None }
    }

    /// The group that "they" at token `i` takes up: one that spoke, or the subject of a sentence before.
    pub(super) fn several(&mut self, text: &Text, i: usize) -> Option<Id> {
        let sentence = self.words[i].sentence;
        let spoke = self.last_group.filter(|&(_, at)| since(sentence, at) <= REACH / 2);
        let pair = self.last_pair.filter(|&(.., at)| since(sentence, at) <= 1 && spoke.is_none_or(|(_, s)| s < at));
        if let Some((first, second, at)) = pair
            && self.plurals.last().is_none_or(|p| p.sentence <= at)
        {
            return self.several_of(text, &[first, second]);
        }
        let near = |p: &&Plural| since(sentence, p.sentence) <= if p.subject { REACH / 4 } else { REACH / 8 };
        let subject = self.plurals.iter().rev().find(|p| p.subject && near(p));
        let plural = subject.or_else(|| self.plurals.iter().rev().find(near));
        match (spoke, plural.cloned()) {
            (Some((id, at)), Some(p)) if at >= p.sentence || !p.subject => Some(id),
            (_, Some(p)) => self.source(text, p.tokens),
            (Some((id, _)), None) => Some(id),
            (None, None) => {
                let spoke = self.last_source.filter(|&id| self.entities.all[id].kind == SpeakerKind::Organization);
                spoke.or_else(|| self.body(i, Wanted::Body))
            }
        }
    }

    /// Whether the noun at token `i` means several people.
    pub(super) fn is_plural(&self, text: &Text, i: usize) -> bool {
        let people = super::lexicon::Class::ROLE.with(super::lexicon::Class::KIN).with(super::lexicon::Class::ORIGIN);
        let stem = text.word(i).strip_suffix('s');
        self.words[i].is(super::lexicon::Class::GROUP)
            || stem.is_some_and(|stem| super::lexicon::class(key(stem)).any(people))
    }

    /// The company, institution or place that is most likely meant at token `i`.
    pub(super) fn body(&self, i: usize, wanted: Wanted) -> Option<Id> {
        let told = self.words[i].told;
        let scored = self.recent.iter().filter_map(|r| {
            let e = &self.entities.all[r.id];
            let distance = since(told, r.told);
            let place = e.sort == Sort::Place;
            let stray = e.sort == Sort::Unknown && e.count < 2 && self.last_source != Some(r.id);
            // "The council" is not "the harbour office": what has no name is called by its own noun.
            let named = wanted == Wanted::Any || e.name.end.checked_sub(1).is_some_and(|i| self.words[i].capital());
            // "It" takes up what did or said something; better no name than that of a bystander.
            let bystander = wanted == Wanted::Any && !r.subject && self.last_source != Some(r.id);
            if e.kind != SpeakerKind::Organization
                || bystander
                || e.sort == Sort::Thing
                || !named
                || distance > REACH
                || stray
                || (place && wanted == Wanted::Body)
                || (!place && wanted == Wanted::Place)
            {
                return None;
            }
            let mut score = 0.5 * (e.count as f32).ln_1p() - 0.5 * distance as f32;
            score += if r.subject { 1.0 } else { 0.0 };
            score += if self.last_source == Some(r.id) { 1.0 } else { 0.0 };
            score -= if place && wanted == Wanted::Any { 1.0 } else { 0.0 };
            score -= if r.quoted && !self.words[i].quoted { 0.5 } else { 0.0 };
            Some((score, r.id))
        });
        scored.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, id)| id)
    }
}
