//! From the words of a source to a voice: the head of the phrase decides.

use std::ops::Range;

use super::discourse::Discourse;
use super::entities::{Entity, Id};
use super::keys::{Key, key};
use super::lexicon::Class;
use super::names::Sort;
use super::pronouns::{self, Pronoun};
use super::roles;
use crate::document::SpeakerKind;
use crate::text::{Text, TokenKind};

/// Longest list of sources that is taken apart.
const LIST: usize = 8;

impl Discourse {
    /// The voice that a source's tokens mean, added if it is new. `None` for words that mean nobody and
    /// for pronouns without antecedent.
    pub(super) fn source(&mut self, text: &Text, tokens: Range<usize>) -> Option<Id> {
        let tokens = self.trim(text, tokens);
        if tokens.is_empty() || self.is_first_person(tokens.clone()) {
            return None;
        }
        let both = tokens.len() > 2 && matches!(text.word(tokens.start), "both" | "Both");
        let tokens = if both { tokens.start + 1..tokens.end } else { tokens };
        if let Some(id) = self.two_bodies(text, tokens.clone()) {
            return Some(id);
        }
        let parts = self.conjuncts(text, tokens.clone());
        if parts.len() > 1 {
            let ids: Vec<Id> = parts.into_iter().filter_map(|part| self.phrase(text, part)).collect();
            return self.several_of(text, &ids);
        }
        self.phrase(text, tokens)
    }

    /// Drops marks and prepositions around the phrase.
    fn trim(&self, text: &Text, mut tokens: Range<usize>) -> Range<usize> {
        while !tokens.is_empty() {
            let w = &self.words[tokens.start];
            // "at least half", "about 200 protesters" are not cut.
            let amount = self.words.get(tokens.start + 1).is_some_and(|n| n.kind == TokenKind::Number)
                || (tokens.len() > 1 && matches!(text.word(tokens.start + 1), "least" | "most" | "many" | "much"));
            let adverb = matches!(text.word(tokens.start), "even" | "Even" | "just" | "only");
            let preposition =
                tokens.len() > 1 && (adverb || (w.is(Class::PREPOSITION) && !w.is(Class::DETERMINER) && !amount));
            if !(preposition || matches!(w.kind, TokenKind::Mark | TokenKind::Possessive)) {
                break;
            }
            tokens.start += 1;
        }
        while !tokens.is_empty() {
            let w = &self.words[tokens.end - 1];
            let relative = tokens.len() > 1
                && matches!(
                    text.word(tokens.end - 1),
                    "who" | "that" | "which" | "himself" | "herself" | "itself" | "themselves" | "alike"
                );
            if !relative && (w.kind != TokenKind::Mark || matches!(text.word(tokens.end - 1), ")" | "%")) {
                break;
            }
            tokens.end -= 1;
        }
        tokens
    }

    /// The parts of "Smith and Jones", "he and other leaders"; one part where the phrase is no list of
    /// voices that are told apart.
    fn conjuncts(&self, text: &Text, tokens: Range<usize>) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let mut start = tokens.start;
        let mut joined = false;
        let mut i = tokens.start;
        while i < tokens.end {
            if self.name_of[i] > 0 {
                i = self.name_end(i).max(i + 1);
                continue;
            }
            let word = text.word(i);
            let w = &self.words[i];
            if word == "(" {
                // "Sen. Ann Crowe (R-Tex.) and Sen. Carl Boyle (D-Vt.)"
                i = (i..tokens.end.min(i + 8)).find(|&j| text.word(j) == ")").map_or(tokens.end, |j| j + 1);
                continue;
            }
            if w.is(Class::RELATIVE) || word == "--" || word == "—" {
                break;
            }
            let and = matches!(word, "and" | "And" | "&" | "or");
            // What follows the last of a list is an apposition: "Lee and Ray, two teachers".
            if joined && word == "," {
                break;
            }
            if and || word == "," || word == ";" {
                if i > start {
                    parts.push(start..i);
                }
                joined |= and;
                start = i + 1;
            } else if word == "as" && tokens.end > i + 3 && text.word(i + 1) == "well" {
                parts.push(start..i);
                joined = true;
                start = i + 3;
                i += 2;
            }
            i += 1;
        }
        parts.push(start..i.min(tokens.end).max(start));
        parts.retain(|p| !p.is_empty());
        let one = vec![tokens.clone()];
        if !joined || parts.len() < 2 || parts.len() > LIST {
            return one;
        }
        let voiced = |p: &Range<usize>| self.is_voice(text, p.clone());
        if parts.len() == 2 && text.word(parts[0].end) != "," {
            let institution =
                self.head_name(text, parts[0].clone()).is_some_and(|n| self.names[n].sort == Sort::Institution);
            // "Yahoo News and former TV anchor Katie Couric": one person with two posts.
            let post = !self.words[parts[1].start].capital() && !self.words[parts[1].start].is(Class::DETERMINER);
            let second =
                self.head_name(text, parts[1].clone()).is_some_and(|n| self.names[n].sort != Sort::Institution);
            if institution && post && second {
                return one;
            }
            return if voiced(&parts[0])
                || self.is_voice(text, parts[1].clone()) && !self.is_plain_noun(parts[0].clone())
            {
                parts
            } else {
                one
            };
        }
        if parts.iter().all(voiced) || (voiced(&parts[0]) && voiced(&parts[1])) {
            return parts;
        }
        // "Carl Boyle, Democrat of Vermont, and Ann Crowe": what is between the names explains the first.
        let last = parts.len() - 1;
        let spaced = text.word(parts[last].start - 1) == "and" && text.word(parts[last].start - 2) == ",";
        if spaced && self.is_person(text, parts[0].clone()) && self.is_person(text, parts[last].clone()) {
            parts.retain(|p| self.is_person(text, p.clone()));
            return parts;
        }
        one
    }

    /// Whether the head of the phrase is a person's name.
    fn is_person(&self, text: &Text, tokens: Range<usize>) -> bool {
        let id = self.head_name(text, tokens).and_then(|n| self.bearer[n]);
        id.is_some_and(|id| self.entities.all[id].kind == SpeakerKind::Person)
    }

    /// "the Lee and Ray campaigns": the bodies of two people.
    fn two_bodies(&mut self, text: &Text, tokens: Range<usize>) -> Option<Id> {
        let last = tokens.end.checked_sub(1)?;
        let noun = text.word(last).strip_suffix('s').filter(|noun| is_campaign(key(noun)))?;
        let named = tokens.filter_map(|i| (self.name_of[i] as usize).checked_sub(1)).filter_map(|n| self.bearer[n]);
        let mut owners: Vec<Id> = named.filter(|&id| self.entities.all[id].kind == SpeakerKind::Person).collect();
        owners.dedup();
        if owners.len() != 2 {
            return None;
        }
        let bodies: Vec<Id> = owners.into_iter().map(|owner| self.body_of(text, owner, last, noun)).collect();
        self.several_of(text, &bodies)
    }

    /// A bare noun, as in "adviser and spokesman Jim Smith".
    fn is_plain_noun(&self, tokens: Range<usize>) -> bool {
        let head = &self.words[tokens.end - 1];
        !head.is(Class::GROUP) && !self.words[tokens.start].is(Class::DETERMINER)
    }

    /// Whether the head of the phrase is a name or a personal pronoun.
    fn is_voice(&self, text: &Text, tokens: Range<usize>) -> bool {
        let pronoun = tokens.len() == 1 && pronouns::read(&self.words[tokens.start]).is_some();
        pronoun || self.head_name(text, tokens).is_some()
    }

    fn name_end(&self, i: usize) -> usize {
        match self.name_of[i] {
            0 => i,
            n => self.names[n as usize - 1].name.end,
        }
    }

    /// Where the noun phrase proper ends, before prepositions, clauses and appositions.
    fn segment(&self, text: &Text, tokens: Range<usize>) -> Range<usize> {
        let mut i = tokens.start;
        while i < tokens.end {
            if self.name_of[i] > 0 {
                i = self.name_end(i).max(i + 1);
                continue;
            }
            let w = &self.words[i];
            let mark = w.kind == TokenKind::Mark
                && !matches!(text.word(i), "%" | "$" | "“" | "”" | "\"" | "'" | "‘" | "’" | "&" | "/");
            let stop = w.is(Class::PREPOSITION.with(Class::RELATIVE).with(Class::VERB)) && !w.is(Class::DETERMINER);
            // "former secretary of state Ann Lee"
            let office = text.word(i) == "of"
                && i + 2 < tokens.end
                && self.name_of[i + 1] == 0
                && self.name_of[i + 2] > 0
                && !self.words[i + 1].is(Class::COMMON.with(Class::GROUP).with(Class::ROLE));
            if office {
                i += 2;
                continue;
            }
            if i > tokens.start && (mark || stop) {
                break;
            }
            i += 1;
        }
        tokens.start..i.min(tokens.end)
    }

    /// The name that is the head of the phrase, as an index in `names`.
    pub(super) fn head_name(&self, text: &Text, tokens: Range<usize>) -> Option<usize> {
        let segment = self.segment(text, tokens);
        let last = segment.clone().next_back()?;
        let last = if self.words[last].kind == TokenKind::Possessive && last > segment.start { last - 1 } else { last };
        (self.name_of[last] as usize).checked_sub(1)
    }

    /// A single noun phrase.
    fn phrase(&mut self, text: &Text, tokens: Range<usize>) -> Option<Id> {
        let tokens = self.trim(text, tokens);
        let first = tokens.start;
        if tokens.is_empty() {
            return None;
        }
        let word = &self.words[first];
        if tokens.len() == 1 || (tokens.len() == 2 && self.words[first + 1].kind == TokenKind::Possessive) {
            if let Some(pronoun) = pronouns::read(word) {
                return if pronoun == Pronoun::Speaker { None } else { self.referent(first).map(|r| r.id) };
            }
            if matches!(text.word(first), "both" | "Both") {
                return self.both(text, first);
            }
            if let Some(id) = self.interview(text, first) {
                return Some(id);
            }
        }
        let word = &self.words[first];
        if word.is(Class::RELATIVE) && !word.capital() && (tokens.len() == 1 || text.word(first) == "whose") {
            return self.before_relative(text, first);
        }
        if tokens.len() == 2 && text.word(first).eq_ignore_ascii_case("the") && text.word(first + 1) == "two" {
            return self.both(text, first);
        }
        if self.means_nobody(text, tokens.clone()) {
            return None;
        }
        if let Some(n) = self.head_name(text, tokens.clone())
            && let Some(id) = self.bearer[n]
        {
            return Some(id);
        }
        let segment = self.segment(text, tokens.clone());
        if let Some(id) = self.apposed(text, tokens.clone(), segment.clone()) {
            return Some(id);
        }
        let head = segment.end - 1;
        if let Some(id) = self.possessed(text, segment.clone()) {
            return Some(id);
        }
        if self.is_document(head)
            && let Some(id) = self.author(text, tokens.clone(), segment.clone())
        {
            return Some(id);
        }
        if let Some(r) = self.referent(first)
            && r.tokens.end >= segment.end
        {
            return Some(r.id);
        }
        if let Some(id) = self.introduced(text, tokens.clone(), head).or_else(|| self.delayed(text, head)) {
            return Some(id);
        }
        if self.is_definite(text, segment.clone())
            && let Some(id) = self.mentioned(text, segment.clone())
        {
            return Some(id);
        }
        Some(self.as_printed(text, tokens))
    }

    /// "Q" and "A" of an interview: the paper asks, the one whom the article names most answers.
    fn interview(&mut self, text: &Text, at: usize) -> Option<Id> {
        let line_start = at == 0 || self.words[at].opens;
        match text.word(at) {
            "Q" if line_start => self.first_person_outside(text),
            "A" if line_start => {
                let people = self.entities.all.iter().enumerate().filter(|(_, e)| e.is_person());
                people.max_by_key(|(id, e)| (e.count, std::cmp::Reverse(*id))).map(|(id, _)| id)
            }
            _ => None,
        }
    }

    /// "No one", "that", "one".
    fn means_nobody(&self, text: &Text, tokens: Range<usize>) -> bool {
        let word = text.word(tokens.start).to_ascii_lowercase();
        let two = tokens.len() > 1 && text.word(tokens.start + 1).eq_ignore_ascii_case("one");
        (tokens.len() == 1
            && matches!(
                word.as_str(),
                "nobody"
                    | "this"
                    | "that"
                    | "these"
                    | "those"
                    | "one"
                    | "none"
                    | "anyone"
                    | "you"
                    | "your"
                    | "there"
                    | "what"
                    | "said"
            ))
            || (word == "no" && two)
    }

    /// "His chief strategist, Tad Devine,": the name behind the comma.
    fn apposed(&self, text: &Text, tokens: Range<usize>, segment: Range<usize>) -> Option<Id> {
        let head = segment.end - 1;
        let role = self.words[head].is(Class::ROLE.with(Class::KIN).with(Class::TITLE))
            || roles::head(text.word(head), &self.words[head]).is_some()
            || (segment.end..tokens.end).any(|i| text.word(i) == "," && i + 1 < tokens.end && self.name_of[i + 1] > 0);
        if !role {
            return None;
        }
        let limit = (tokens.end + 8).min(self.words.len());
        let comma = (segment.end..limit)
            .find(|&i| self.words[i].kind == TokenKind::Mark && matches!(text.word(i), "," | ":" | "(" | "—"))?;
        // Outside the source itself only what follows at once is an apposition.
        if comma >= tokens.end && comma > tokens.end {
            return None;
        }
        let n = (*self.name_of.get(comma + 1)? as usize).checked_sub(1)?;
        let name = &self.names[n];
        let closed =
            self.words.get(name.name.end).is_none_or(|w| w.kind == TokenKind::Mark || name.name.end >= tokens.end);
        let person = matches!(name.sort, Sort::Person | Sort::Likely | Sort::Unknown);
        let inside = comma < tokens.end || text.word(comma) == ",";
        (closed && person && inside).then(|| self.bearer[n]).flatten()
    }

    /// "his words", "Trump's campaign": what belongs to somebody.
    fn possessed(&mut self, text: &Text, segment: Range<usize>) -> Option<Id> {
        let first = segment.start;
        let head = segment.end - 1;
        let (owner, rest) = match pronouns::read(&self.words[first]) {
            Some(Pronoun::Speaker) | None => {
                let end = self.name_end(first);
                let n = (self.name_of[first] as usize).checked_sub(1)?;
                if end <= first || end > head || self.words[end].kind != TokenKind::Possessive {
                    return None;
                }
                (self.bearer[n]?, end + 1)
            }
            Some(_) => (self.referent(first)?.id, first + 1),
        };
        if head < rest {
            return None;
        }
        let noun = &self.words[head];
        if noun.is(Class::SELF) {
            return Some(owner);
        }
        pronouns::read(&self.words[first])?;
        if is_campaign(noun.key) {
            return Some(self.body_of(text, owner, head, text.word(head)));
        }
        // "His supporters" say more under his name; "his wife" may have a name of her own.
        let people = self.is_plural(text, head) && !noun.is(Class::KIN);
        (people && self.entities.all[owner].kind == SpeakerKind::Person).then(|| self.people_of(text, owner, segment))
    }

    /// The campaign, the camp, the office of somebody, named after the owner.
    fn body_of(&mut self, text: &Text, owner: Id, head: usize, noun: &str) -> Id {
        let form = owned(key(noun), owner);
        if let Some(&id) = self.printed.get(&form) {
            return id;
        }
        let surname = self.surname(text, owner).unwrap_or_default();
        let mut entity = Entity::new(Sort::Institution, SpeakerKind::Organization, head..head + 1);
        entity.label = Some(format!("{surname} {noun}"));
        entity.owner = Some(owner);
        let id = self.add(entity);
        self.printed.insert(form, id);
        self.by_head.insert(key(noun), id);
        id
    }

    /// "his supporters" under his name: "Baird’s supporters".
    fn people_of(&mut self, text: &Text, owner: Id, segment: Range<usize>) -> Id {
        let form = owned(self.form(segment.clone()), owner);
        if let Some(&id) = self.printed.get(&form) {
            return id;
        }
        let name = self.label(text, owner);
        let surname = self.surname(text, owner).unwrap_or(name);
        let rest = text.span(segment.start + 1..segment.end).of(text.source);
        let mut entity = Entity::new(Sort::Unknown, SpeakerKind::Unnamed, segment.clone());
        entity.label = Some(format!("{surname}’s {rest}"));
        entity.plural = true;
        let id = self.add(entity);
        self.printed.insert(form, id);
        self.by_head.insert(self.words[segment.end - 1].key, id);
        id
    }

    /// The last word of a name, suffixes aside.
    fn surname(&self, text: &Text, id: Id) -> Option<String> {
        let entity = &self.entities.all[id];
        let mut tokens = entity.name.clone();
        if entity.label.is_some() {
            return None;
        }
        tokens
            .rfind(|&i| self.words[i].kind == TokenKind::Word && !self.words[i].is(Class::SUFFIX))
            .map(|i| text.word(i).to_owned())
    }

    fn is_document(&self, head: usize) -> bool {
        self.words[head].is(Class::DOCUMENT)
    }

    /// Who wrote, ordered or published a document, as the phrase says it.
    fn author(&mut self, text: &Text, tokens: Range<usize>, segment: Range<usize>) -> Option<Id> {
        // "a Fox News poll", "Brookings' report"
        let mut named = segment
            .clone()
            .rev()
            .find_map(|i| (self.name_of[i] as usize).checked_sub(1))
            .filter(|&n| self.names[n].sort != Sort::Place);
        // "a study by Media Matters", "a report from the SITE Group", "a report released by Brookings"
        if named.is_none() {
            let by = (segment.end..tokens.end).find(|&i| matches!(text.word(i), "by" | "from"));
            named = by.and_then(|by| {
                (by + 1..tokens.end.min(by + 8)).find_map(|i| (self.name_of[i] as usize).checked_sub(1))
            });
        }
        let id = named.and_then(|n| self.bearer[n]).filter(|&id| !matches!(self.entities.all[id].sort, Sort::Thing));
        if let Some(id) = id {
            if self.entities.all[id].sort == Sort::Unknown {
                self.entities.all[id].kind = SpeakerKind::Organization;
            }
            self.last_document = Some((id, self.words[segment.start].sentence));
            return Some(id);
        }
        let definite = self.is_definite(text, segment.clone()) || segment.len() == 1;
        let plural = text.word(segment.end - 1).ends_with('s');
        if definite && !plural {
            let sentence = self.words[segment.start].sentence;
            return self.last_document.filter(|&(_, at)| sentence - at <= 8).map(|(id, _)| id);
        }
        None
    }

    fn is_definite(&self, text: &Text, segment: Range<usize>) -> bool {
        matches!(
            text.word(segment.start),
            "the" | "The" | "this" | "This" | "that" | "That" | "these" | "those" | "These" | "Those"
        )
    }

    /// What a definite phrase takes up again: "the official", "the company".
    fn mentioned(&mut self, _text: &Text, segment: Range<usize>) -> Option<Id> {
        let head = &self.words[segment.end - 1];
        let noun = head.key;
        let named = (segment.start + 1..segment.end)
            .any(|i| self.name_of[i] > 0 || self.words[i].capital() || self.words[i].is(Class::ORIGIN));
        let before = self.by_head.get(&noun).copied().filter(|&id| self.entities.all[id].name.len() > 1);
        if segment.len() == 2 && before.is_some() {
            return before;
        }
        if head.is(Class::BODY) && !is_campaign(noun) && !named && segment.len() <= 5 {
            return self.described_body(segment.start, noun);
        }
        if segment.len() > 3 {
            return None;
        }
        let own = self.printed.get(&self.form(segment.start + 1..segment.end));
        own.or_else(|| if segment.len() == 2 { self.by_head.get(&noun) } else { None }).copied()
    }

    /// The noun phrase that a relative pronoun belongs to.
    fn before_relative(&mut self, text: &Text, at: usize) -> Option<Id> {
        let sentence = self.words[at].sentence;
        let mut end = at;
        while end > 0
            && self.words[end - 1].sentence == sentence
            && (self.words[end - 1].is(Class::PREPOSITION) || self.words[end - 1].kind == TokenKind::Mark)
        {
            end -= 1;
        }
        if end == 0 || self.words[end - 1].sentence != sentence {
            return None;
        }
        if let Some(n) = (self.name_of[end - 1] as usize).checked_sub(1) {
            let name = &self.names[n];
            // "Ted Cruz of Texas, who": a place does not speak in a clause about a person.
            let owner = name.whole.start.checked_sub(2).filter(|&b| text.word(b + 1) == "of" && self.name_of[b] > 0);
            let n = match owner {
                Some(b) if name.sort == Sort::Place => self.name_of[b] as usize - 1,
                _ => n,
            };
            return self.bearer[n];
        }
        let mut start = end;
        let stop = Class::VERB.with(Class::RELATIVE).with(Class::PREPOSITION);
        while start > 0 && end - start < 10 {
            let w = &self.words[start - 1];
            if w.sentence != sentence
                || w.kind == TokenKind::Mark
                || (w.is(stop.with(Class::COMMON)) && !w.is(Class::DETERMINER.with(Class::ADJECTIVE)))
            {
                break;
            }
            start -= 1;
            if self.words[start].is(Class::DETERMINER) {
                break;
            }
        }
        if start == end {
            return None;
        }
        // "Harlan Crow, a Texas developer who": the name that the phrase explains.
        if start >= 2
            && text.word(start - 1) == ","
            && self.words[start].is(Class::DETERMINER)
            && let Some(n) = (self.name_of[start - 2] as usize).checked_sub(1)
        {
            return self.bearer[n];
        }
        self.phrase(text, start..end)
    }

    /// A phrase without its leading article, as a key.
    fn form(&self, tokens: Range<usize>) -> Key {
        tokens.fold(Key::EMPTY, |k, i| k.then(self.words[i].key))
    }

    /// A voice that has only the words of its source for a name.
    fn as_printed(&mut self, text: &Text, tokens: Range<usize>) -> Id {
        let mut end = tokens.end;
        for i in tokens.start + 1..tokens.end {
            let relative = self.words[i].is(Class::RELATIVE) && text.word(i) != "that";
            if (text.word(i) == ","
                && self.words.get(i + 1).is_some_and(|w| {
                    w.is(Class::RELATIVE.with(Class::DETERMINER)) || text.word(i + 1).ends_with("ing")
                }))
                || matches!(text.word(i), "(" | "—" | "–")
                || (relative && text.word(i - 1) != "those")
            {
                end = i;
                break;
            }
        }
        let mut start = tokens.start;
        if end - start > 1
            && matches!(text.word(start).to_ascii_lowercase().as_str(), "the" | "a" | "an" | "these" | "this")
        {
            start += 1;
        }
        while end > start + 1
            && (self.words[end - 1].kind == TokenKind::Mark && text.word(end - 1) != "%"
                || self.words[end - 1].kind == TokenKind::Possessive)
        {
            end -= 1;
        }
        let form = self.form(start..end);
        let segment = self.segment(text, start..end);
        let head = segment.end.max(start + 1) - 1;
        let noun = self.words[head].key;
        if let Some(&id) = self.printed.get(&form) {
            return id;
        }
        let w = self.words[head];
        let kind = self.printed_kind(text, start..end, head);
        let owner = if kind == SpeakerKind::Organization {
            (start..head).find_map(|i| (self.name_of[i] as usize).checked_sub(1)).and_then(|n| self.bearer[n])
        } else {
            None
        };
        // "Marlow's campaign" and "the Marlow presidential campaign" are one.
        let belongs = owner.filter(|_| is_campaign(noun)).map(|owner| owned(noun, owner));
        if let Some(id) = belongs.and_then(|form| self.printed.get(&form).copied()) {
            self.printed.insert(form, id);
            return id;
        }
        let mut entity = Entity::new(Sort::Unknown, kind, start..end);
        entity.count = 1;
        entity.plural = kind != SpeakerKind::Organization
            && kind != SpeakerKind::Document
            && (self.is_plural(text, head) || (text.word(head).ends_with('s') && !text.word(head).ends_with("ss")));
        if kind == SpeakerKind::Organization {
            entity.sort = Sort::Institution;
            entity.owner = owner;
        }
        if let Some(role) = roles::head(text.word(head), &w) {
            entity.heads.push(role);
        }
        let id = self.add(entity);
        self.printed.insert(form, id);
        if let Some(form) = belongs {
            self.printed.insert(form, id);
        }
        self.by_head.insert(noun, id);
        id
    }

    /// What sort of source a phrase without a name is.
    fn printed_kind(&self, text: &Text, tokens: Range<usize>, head: usize) -> SpeakerKind {
        let w = &self.words[head];
        let word = text.word(head);
        if w.is(Class::DOCUMENT) {
            SpeakerKind::Document
        } else if w.is(Class::BODY) {
            SpeakerKind::Organization
        } else if roles::head(word, w).is_some() || matches!(word, "person" | "source" | "someone" | "somebody") {
            SpeakerKind::Unnamed
        } else {
            // "European officials" are a group that one can name; "officials" will not be.
            let described = (tokens.start..=head).any(|i| {
                self.name_of[i] > 0 || self.words[i].is(Class::ORIGIN) || (i > tokens.start && self.words[i].capital())
            });
            if described { SpeakerKind::Group } else { SpeakerKind::Unnamed }
        }
    }

    /// The two people spoken of last.
    fn both(&mut self, text: &Text, at: usize) -> Option<Id> {
        let sentence = self.words[at].sentence;
        if let Some((first, second, _)) = self.last_pair.filter(|&(.., s)| sentence - s <= 3) {
            return self.several_of(text, &[first, second]);
        }
        let people = self.recent.iter().rev().filter(|r| {
            self.entities.all[r.id].kind == SpeakerKind::Person && r.token < at && sentence - r.sentence <= 3
        });
        let mut ids: Vec<Id> = people.take(2).map(|r| r.id).collect();
        ids.reverse();
        if ids.len() < 2 { None } else { self.several_of(text, &ids) }
    }

    /// Several voices as one: "Ann Lee; Bob Ray".
    pub(super) fn several_of(&mut self, text: &Text, ids: &[Id]) -> Option<Id> {
        let mut ids = ids.to_vec();
        ids.dedup();
        if ids.len() < 2 {
            return ids.first().copied();
        }
        let form = ids.iter().fold(Key::EMPTY, |k, &id| k.then(Key(id as u64)));
        if let Some(&id) = self.printed.get(&form) {
            return Some(id);
        }
        let names: Vec<String> = ids.iter().map(|&id| self.label(text, id)).collect();
        let mut entity = Entity::new(Sort::Unknown, SpeakerKind::Group, 0..0);
        entity.label = Some(names.join("; "));
        entity.plural = true;
        let id = self.add(entity);
        self.printed.insert(form, id);
        Some(id)
    }

    /// The name to show.
    pub(super) fn label(&self, text: &Text, id: Id) -> String {
        let entity = &self.entities.all[id];
        match &entity.label {
            Some(label) => label.clone(),
            None => text.span(entity.name.clone()).of(text.source).to_owned(),
        }
    }
}

/// The key of what belongs to somebody.
fn owned(noun: Key, owner: Id) -> Key {
    noun.then(Key(owner as u64))
}

fn is_campaign(noun: Key) -> bool {
    [key("campaign"), key("camp"), key("office"), key("team"), key("administration")].contains(&noun)
}
