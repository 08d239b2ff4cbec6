//! Who "the president", "the Vermont senator" and "the company" are.

use std::ops::Range;

use super::discourse::{Discourse, Recent, since};
use super::entities::Id;
use super::keys::{Key, key};
use super::lexicon::Class;
use super::names::{Gender, Sort};
use super::offices;
use super::pronouns::Wanted;
use crate::document::SpeakerKind;
use crate::text::{Text, TokenKind};

/// Longest description, in tokens.
const LONGEST: usize = 8;

/// Sentences beyond which a description without a matching role is not guessed at.
const NEAR: u32 = 2;

/// What a story calls the firm that it is about, even before the name.
const COMPANIES: [&str; 5] = ["company", "firm", "network", "startup", "airline"];

/// How many holders of one office are weighed.
const HOLDERS: usize = 8;

/// What a story calls those whom it is about rather than lesser figures.
const PROMINENT: [&str; 6] = ["candidate", "nominee", "front-runner", "frontrunner", "contender", "senator"];

/// Offices of which a story mostly has one holder, who may be named late and seldom.
const ONLY: [&str; 7] = ["judge", "mayor", "sheriff", "coroner", "pope", "king", "queen"];

/// Sentences at the beginning that may speak of somebody before the name is given.
const OPENING: u32 = 4;

/// Sentences within which the name then comes.
const DELAY: u32 = 6;

/// A definite description.
struct Described {
    /// Its first token.
    at: usize,
    /// The tokens after the article, with what "of" and "from" add.
    tokens: Range<usize>,
    head: Key,
    gender: Option<Gender>,
}

impl Discourse {
    /// Reads the definite description that begins with the determiner at token `i`: its tokens, whom it
    /// means, and whether that is beyond doubt.
    pub(super) fn described(&self, text: &Text, i: usize, is_source: bool) -> Option<(Range<usize>, Id, bool)> {
        if !text.word(i).eq_ignore_ascii_case("the") {
            return None;
        }
        let (end, head) = self.description_end(text, i)?;
        // "the columnist John Smith" is a name with its role, no description.
        if self.name_of[end.min(self.words.len() - 1)] > 0 && end < self.words.len() {
            return None;
        }
        // So is "the author, Jane Doe," and the like.
        if end + 1 < self.words.len() && text.word(end) == "," && self.name_of[end + 1] > 0 {
            let n = &self.names[self.name_of[end + 1] as usize - 1];
            if matches!(n.sort, Sort::Person | Sort::Likely) {
                return None;
            }
        }
        let (id, sure) = self.holder(text, i, end, head, is_source)?;
        Some((i..end, id, sure))
    }

    /// Where a description that begins at `i` ends, and its noun.
    fn description_end(&self, text: &Text, i: usize) -> Option<(usize, Key)> {
        let sentence = self.words[i].sentence;
        let stop = Class::PREPOSITION.with(Class::VERB).with(Class::DETERMINER).with(Class::RELATIVE);
        let mut found = None;
        for j in i + 1..(i + LONGEST).min(self.words.len()) {
            let w = &self.words[j];
            let common = w.is(Class::COMMON) && !w.is(Class::ADJECTIVE);
            if w.sentence != sentence || w.kind == TokenKind::Mark || w.is(stop) || common {
                break;
            }
            if w.kind == TokenKind::Possessive {
                if found.is_some_and(|(end, _)| end == j) {
                    break;
                }
                continue;
            }
            // "The Advocate", "the Union Leader": papers, not people.
            let paper =
                w.capital() && !w.headline && matches!(text.word(j), "Advocate" | "Leader" | "Observer" | "Champion");
            let in_name = self.name_of[j] > 0 && !w.is(Class::TITLE) || paper;
            if let Some(noun) = offices::head(text.word(j), w).filter(|_| !in_name) {
                found = Some((j + 1, noun));
            }
        }
        found
    }

    /// The person who holds the role in `i..end`, whose noun is `head`, and whether a role that the article
    /// gives says so.
    fn holder(&self, text: &Text, i: usize, end: usize, head: Key, is_source: bool) -> Option<(Id, bool)> {
        // "the senator from Vermont", "the secretary of state"
        let tail = if end < self.words.len() && matches!(text.word(end), "of" | "from") { end + 4 } else { end };
        let said =
            Described { at: i, tokens: i + 1..tail.min(self.words.len()), head, gender: self.noun_gender(end - 1) };
        let held = offices::nouns(head).filter_map(|n| self.by_role.get(&n)).flat_map(|ids| ids.iter().take(HOLDERS));
        let recent = self.recent.iter().rev().map(|r| r.id);
        let candidates = recent.chain(held.copied()).filter_map(|id| Some((self.suits(&said, id)?, id)));
        let best = candidates.reduce(|best, next| if next.0 > best.0 { next } else { best });
        let best = best.filter(|&(score, _)| score > 0.0);
        // A source without a name was called that: "a senior official", "the official".
        let noun = self.words[end - 1].key;
        let unnamed = self.by_head.get(&noun).copied().filter(|_| end == i + 2 && is_source);
        if let Some((_, id)) = best {
            let exact = offices::fits(head, &self.entities.all[id].heads) == 2;
            return match unnamed {
                Some(unnamed) if !exact && self.is_nearer(unnamed, id) => Some((unnamed, false)),
                _ => Some((id, true)),
            };
        }
        if !is_source {
            return None;
        }
        if let Some(&id) = self.by_head.get(&noun) {
            return Some((id, false));
        }
        if is_anonymous(noun) {
            return None;
        }
        // Nobody has that role; the one who is being spoken of may.
        let tokens = i + 1..end;
        let fits = |id: Id| self.entities.all[id].is_person() && self.modifiers_fit(tokens.clone(), id) >= 0.0;
        let count = |id: Id| self.entities.all[id].count;
        let leads = |id: Id| {
            let lesser = |r: &Recent| !fits(r.id) || count(r.id) <= 2 * count(id);
            PROMINENT.iter().any(|&n| key(n) == noun) && fits(id) && self.recent.iter().all(lesser)
        };
        let id = self
            .likeliest_person(i, said.gender, is_source, leads)
            .or_else(|| self.likeliest_person(i, said.gender, is_source, fits))?;
        let last = self.recent.iter().find(|r| r.id == id)?;
        (since(self.words[i].told, last.told) <= NEAR).then_some((id, false))
    }

    /// Whether the first of two was spoken of after the second.
    fn is_nearer(&self, first: Id, second: Id) -> bool {
        let place = |id: Id| self.recent.iter().position(|r| r.id == id);
        place(first) > place(second)
    }

    /// The gender that a noun tells.
    fn noun_gender(&self, noun: usize) -> Option<Gender> {
        let noun = &self.words[noun];
        match (noun.is(Class::MALE), noun.is(Class::FEMALE)) {
            (true, false) => Some(Gender::Male),
            (false, true) => Some(Gender::Female),
            _ => None,
        }
    }

    /// How well a description suits somebody with that role; `None` if it cannot be.
    fn suits(&self, said: &Described, id: Id) -> Option<f32> {
        let e = &self.entities.all[id];
        let fits = offices::fits(said.head, &e.heads);
        let other = said.gender.is_some() && e.gender().is_some() && e.gender() != said.gender;
        if fits == 0 || e.kind != SpeakerKind::Person || self.voice(said.at) == Some(id) || other {
            return None;
        }
        let w = &self.words[said.at];
        let sole = fits == 2
            && ONLY.iter().any(|&noun| key(noun) == said.head)
            && self.by_role.get(&said.head).is_some_and(|ids| ids.len() == 1);
        let mut score = f32::from(fits) + self.modifiers_fit(said.tokens.clone(), id);
        match self.recent.iter().find(|r| r.id == id) {
            Some(r) => {
                score -= 0.15 * since(w.told, r.told) as f32;
                score += if r.subject { 0.6 } else { 0.0 };
                score += if self.last_source == Some(id) { 0.6 } else { 0.0 };
                score -= if r.quoted && !w.quoted { 0.3 } else { 0.0 };
            }
            None => score -= if sole { 1.9 } else { 3.0 },
        }
        // Somebody not named yet is meant in the opening at most.
        let opening = w.headline || w.sentence < OPENING;
        score -= if e.first > said.at && !opening && !sole { 1.5 } else { 0.0 };
        Some(score)
    }

    /// Somebody whom the article introduces, before or after, with the role that a phrase without "the"
    /// gives: "a Chinese official" in the first lines, "London's mayor".
    pub(super) fn introduced(&self, text: &Text, tokens: Range<usize>, head: usize) -> Option<Id> {
        let noun = offices::head(text.word(head), &self.words[head])?;
        let opening = self.words[head].headline || self.words[head].sentence < OPENING;
        let owned = self.words[tokens.start..=head].iter().any(|w| w.kind == TokenKind::Possessive);
        if !(opening || owned) {
            return None;
        }
        let holders =
            offices::nouns(noun).filter_map(|n| self.by_role.get(&n)).flat_map(|ids| ids.iter().take(HOLDERS));
        let mut fit: Vec<(f32, Id)> = holders
            .map(|&id| {
                let e = &self.entities.all[id];
                (f32::from(offices::fits(noun, &e.heads)) * 0.5 + self.modifiers_fit(tokens.clone(), id), id)
            })
            .collect();
        fit.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        fit.dedup_by_key(|f| f.1);
        let &(best, id) = fit.first()?;
        let clear = fit.get(1).is_none_or(|&(second, _)| best - second > 0.4);
        (clear && best >= if owned && !opening { 2.0 } else { 1.5 }).then_some(id)
    }

    /// The first source with a name that is new after a description in the opening: "A lawmaker wants ...
    /// Joey Lim said".
    pub(super) fn delayed(&self, text: &Text, head: usize) -> Option<Id> {
        let w = &self.words[head];
        offices::head(text.word(head), w)?;
        if !(w.headline || w.sentence < OPENING) {
            return None;
        }
        let named = self.first_sources.iter().find(|&&(at, _)| at > head)?;
        let entity = &self.entities.all[named.1];
        let new = entity.kind == SpeakerKind::Person && entity.first > head;
        (new && self.words[named.0].sentence - w.sentence <= DELAY).then_some(named.1)
    }

    /// What the words of a description say for or against somebody: "the Vermont senator" is not from Texas,
    /// "the Russian president" is no Ukrainian, "the Republican nominee" no Democrat.
    fn modifiers_fit(&self, tokens: Range<usize>, id: Id) -> f32 {
        let entity = &self.entities.all[id];
        // "a Democrat" is a noun, "Democratic" is none.
        let said = || entity.modifiers.iter().chain(&entity.heads);
        let has = |class: Class| said().any(|&k| super::lexicon::class(k).any(class));
        let (elsewhere, other) = (has(Class::PLACE), has(Class::ORIGIN));
        let fit = tokens.filter(|&j| self.words[j].capital() || !self.words[j].is(Class::COMMON)).map(|j| {
            let w = &self.words[j];
            if entity.modifiers.contains(&w.key) || said().any(|&k| same_party(k, w.key)) {
                1.5
            } else if w.capital() && ((elsewhere && w.is(Class::PLACE)) || (other && w.is(Class::ORIGIN))) {
                -0.8
            } else {
                0.0
            }
        });
        fit.sum::<f32>().clamp(-2.0, 3.0)
    }

    /// The body that a description like "the company" means, if one was spoken of shortly before.
    pub(super) fn described_body(&self, i: usize, noun: Key) -> Option<Id> {
        const STATES: [&str; 6] = ["country", "nation", "government", "kingdom", "city", "state"];
        let wanted = if STATES.iter().any(|s| key(s) == noun) { Wanted::Place } else { Wanted::Body };
        let namesake = self.recent.iter().rev().find(|r| {
            let e = &self.entities.all[r.id];
            e.kind == SpeakerKind::Organization && !e.name.is_empty() && self.words[e.name.end - 1].key == noun
        });
        let near = namesake.map(|r| r.id).or_else(|| self.body(i, wanted));
        near.or_else(|| self.principal.filter(|_| wanted == Wanted::Body && COMPANIES.iter().any(|c| key(c) == noun)))
    }
}

/// Whether both words name one of the two great parties of the United States.
fn same_party(a: Key, b: Key) -> bool {
    const PARTIES: [&[&str]; 2] = [&["republican", "republicans", "gop"], &["democratic", "democrat", "democrats"]];
    PARTIES.iter().any(|party| {
        let names = |k: Key| party.iter().any(|name| key(name) == k);
        names(a) && names(b)
    })
}

/// Whether a noun is said of those who will not be named rather than of somebody just named.
fn is_anonymous(noun: Key) -> bool {
    const NOUNS: [&str; 18] = [
        "man",
        "woman",
        "person",
        "source",
        "official",
        "aide",
        "insider",
        "operative",
        "employee",
        "staffer",
        "student",
        "voter",
        "resident",
        "witness",
        "soldier",
        "spokesman",
        "spokeswoman",
        "reporter",
    ];
    NOUNS.iter().any(|word| key(word) == noun)
}
