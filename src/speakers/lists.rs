//! Several sources in one phrase: "Smith and Jones", "the mayor, Ann Lee, and her aides".

use std::ops::Range;

use super::discourse::Discourse;
use super::lexicon::Class;
use super::names::Sort;
use super::offices;
use super::pronouns;
use crate::attribution::words::is_dash;
use crate::text::{Text, TokenKind};

/// Longest list of sources that is taken apart.
const LIST: usize = 8;

/// How far a bracket or quotation inside a phrase is followed, in tokens.
const ASIDE: usize = 12;

/// What somebody may be beside another post.
const POSTS: [&str; 22] = [
    "candidate",
    "nominee",
    "hopeful",
    "contender",
    "activist",
    "author",
    "writer",
    "actor",
    "actress",
    "star",
    "entrepreneur",
    "businessman",
    "businesswoman",
    "billionaire",
    "lawyer",
    "attorney",
    "veteran",
    "critic",
    "ally",
    "supporter",
    "donor",
    "commentator",
];

/// One part of a list.
#[derive(Debug, Clone, PartialEq)]
struct Part {
    tokens: Range<usize>,
    /// Whether "and" stands before it, rather than a comma.
    and: bool,
    /// Whether a comma stands before it, with or without "and".
    comma: bool,
}

impl Discourse {
    /// The parts of "Smith and Jones", "he and other leaders"; one part where the phrase is no list of
    /// voices that are told apart.
    pub(super) fn conjuncts(&self, text: &Text, tokens: Range<usize>, alike: bool) -> Vec<Range<usize>> {
        let one = vec![tokens.clone()];
        let alike = alike || tokens.clone().any(|i| self.joint(text, i, tokens.end).is_some_and(|long| long > 1));
        let parts = self.parts(text, tokens);
        if !parts.iter().any(|p| p.and) {
            return one;
        }
        let count = parts.len();
        let parts = self.without_appositions(text, parts);
        let ranges: Vec<Range<usize>> = parts.iter().map(|p| p.tokens.clone()).collect();
        if parts.len() == 1 {
            // What is left explains nobody else: "Ann Lee, a lawyer and teacher".
            return if self.is_person(text, ranges[0].clone()) && count > 1 { ranges } else { one };
        }
        if parts.len() > LIST || !parts.iter().any(|p| p.and) {
            return one;
        }
        let plural = |p: &Range<usize>| self.is_plural(text, p.end - 1);
        let counted = ranges[0].clone().any(|i| self.words[i].is(Class::PREPOSITION));
        if alike || (parts.len() > 2 && !counted && ranges.iter().all(plural)) {
            return ranges;
        }
        let voiced = |p: &Range<usize>| self.is_voice(text, p.clone());
        if parts.len() > 2 {
            let papers = |p: &Range<usize>| self.words[p.end - 1].is(Class::DOCUMENT);
            let rest = ranges[1..].iter().all(|p| voiced(p) || plural(p) || papers(p));
            return if voiced(&ranges[0]) && (rest || voiced(&ranges[1])) { ranges } else { one };
        }
        let [first, second] = &ranges[..] else { return one };
        // "Yahoo News and former TV anchor Katie Couric": one person with two posts.
        let sort = |p: &Range<usize>| self.head_name(text, p.clone()).map(|n| self.names[n].sort);
        // "towns in eastern and southern Ohio"
        if counted && sort(second) == Some(Sort::Place) {
            return one;
        }
        let opening = &self.words[second.start];
        let post = (!opening.capital() || opening.is(Class::ORIGIN)) && !opening.is(Class::DETERMINER);
        let person = self.is_person(text, second.clone());
        if person && post && (sort(first) == Some(Sort::Institution) || self.is_post(text, first.clone())) {
            return vec![second.clone()];
        }
        if self.is_second_post(text, first.clone(), second.clone()) {
            return vec![first.clone()];
        }
        if voiced(first) || (voiced(second) && !self.is_plain_noun(first.clone())) { ranges } else { one }
    }

    /// The names after a phrase for several people: "two analysts, Ann Lee and Bob Ray,".
    pub(super) fn named_after(&self, text: &Text, tokens: Range<usize>) -> Vec<Range<usize>> {
        let head = self.segment(text, tokens.clone());
        let plural = head.clone().next_back().is_some_and(|i| self.name_of[i] == 0 && text.word(i).ends_with('s'));
        let mark =
            tokens.clone().skip(head.len()).find(|&i| is_dash(text.word(i)) || matches!(text.word(i), "," | ":"));
        let Some(mark) = mark.filter(|_| plural) else { return Vec::new() };
        // "candidates, including Lee and Ray", "candidates, among them Lee" are more than these.
        let opening = match text.word((mark + 1).min(tokens.end - 1)) {
            "including" | "like" => 1,
            "among" => 2,
            _ => 0,
        };
        let some = opening > 0;
        let names = (mark + 1 + opening).min(tokens.end)..tokens.end;
        let parts = self.without_appositions(text, self.parts(text, names));
        let people = !parts.is_empty()
            && parts.iter().all(|p| {
                let name = self.head_name(text, p.tokens.clone());
                name.is_some_and(|n| !matches!(self.names[n].sort, Sort::Place | Sort::Thing))
            });
        let listed = parts.len() > 1 && parts.iter().any(|p| p.and);
        if !people || parts.len() > LIST || !(some || listed) {
            return Vec::new();
        }
        let group = some.then_some(tokens.start..mark);
        // "including the Yale professor Ann Lee"
        let name = |p: Part| match self.name_at(p.tokens.end - 1) {
            Some(n) => self.names[n].whole.start.max(p.tokens.start)..p.tokens.end,
            None => p.tokens,
        };
        group.into_iter().chain(parts.into_iter().map(name)).collect()
    }

    /// What commas and conjunctions separate, as far as a clause or a dash.
    fn parts(&self, text: &Text, tokens: Range<usize>) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        let mut start = tokens.start;
        let (mut and, mut comma) = (false, false);
        let mut i = tokens.start;
        while i <= tokens.end {
            let joint = if i < tokens.end { self.joint(text, i, tokens.end) } else { Some(0) };
            if let Some(long) = joint {
                if i > start {
                    parts.push(Part { tokens: start..i, and, comma });
                    (and, comma) = (false, false);
                }
                if long == 0 {
                    break;
                }
                // Headlines: "Lee, others"
                and |= !matches!(text.word(i), "," | ";") || i + 2 == tokens.end && text.word(i + 1) == "others";
                comma |= matches!(text.word(i), "," | ";");
                i += long;
                start = i;
                continue;
            }
            i = match text.word(i) {
                _ if self.name_of[i] > 0 => self.name_end(i).max(i + 1),
                // "Sen. Ann Crowe (R-Tex.) and Sen. Carl Boyle (D-Vt.)"
                "(" => closing(text, i, tokens.end, &[")"]).map_or(tokens.end, |j| j + 1),
                "“" => closing(text, i, tokens.end, &["”"]).map_or(i + 1, |j| j + 1),
                "\"" => closing(text, i, tokens.end, &["\""]).map_or(i + 1, |j| j + 1),
                _ => i + 1,
            };
        }
        // "and, increasingly, others"
        parts.retain(|p| p.tokens.len() > 1 || !text.word(p.tokens.start).ends_with("ly"));
        parts
    }

    /// How many tokens join two parts at token `i`: none of a part; 0 where the list is over.
    fn joint(&self, text: &Text, i: usize, end: usize) -> Option<usize> {
        let next = |word: &str| i + 1 < end && text.word(i + 1) == word;
        match text.word(i) {
            _ if self.name_of[i] > 0 => None,
            "," | ";" | "and" | "And" | "&" | "or" => Some(1),
            "as" if next("well") => Some(3),
            "along" | "together" if next("with") => Some(2),
            dash if is_dash(dash) => Some(0),
            _ if self.words[i].is(Class::RELATIVE) => Some(0),
            _ => None,
        }
    }

    /// Leaves out what explains a name beside it: "Lee and Ray, two teachers", "the mayor, Ann Lee, and ...".
    fn without_appositions(&self, text: &Text, parts: Vec<Part>) -> Vec<Part> {
        let mut kept: Vec<Part> = Vec::new();
        let mut explaining = false;
        let indefinite = |part: &Part| matches!(text.word(part.tokens.start), "a" | "an");
        for part in parts {
            let apart = part.and && part.comma;
            let aside = part.comma && !part.and;
            let Some(before) = kept.last_mut() else {
                kept.push(part);
                continue;
            };
            let named = self.is_person(text, before.tokens.clone());
            let person = self.is_person(text, part.tokens.clone());
            if aside && person && !named && self.is_office(text, before.tokens.clone()) {
                before.tokens = part.tokens;
                explaining = true;
            } else if aside && named && !person && self.explains(text, part.tokens.clone()) {
                explaining = true;
            } else if aside
                && !person
                && self.is_body(text, part.tokens.clone())
                && self.head_name(text, before.tokens.clone()).is_some()
            {
                // "the Energy Department, the agency that oversees it,"
                explaining = true;
            } else if explaining && !person && indefinite(&part) {
                // "Ann Lee, a lawyer in Dallas, Texas, and a teacher"
            } else if explaining && !apart && (part.and || !person) {
                // "Ann Lee, a lawyer and teacher", "Ann Lee, head of Health and Safety"
            } else {
                explaining = false;
                kept.push(part);
            }
        }
        kept
    }

    /// "Former secretary of state", without an article.
    fn is_post(&self, text: &Text, tokens: Range<usize>) -> bool {
        let open = !self.words[tokens.start].is(Class::DETERMINER) && self.head_name(text, tokens.clone()).is_none();
        let head = self.segment(text, tokens.clone()).end - 1;
        open && !self.is_plural(text, head) && self.is_office(text, tokens)
    }

    /// "the Vermont senator and presidential candidate": the second noun has no article of its own and is nothing
    /// that only one holds, as in "the president and first lady".
    fn is_second_post(&self, text: &Text, first: Range<usize>, second: Range<usize>) -> bool {
        let opening = &self.words[second.start];
        let head = self.segment(text, second.clone()).end - 1;
        self.words[first.start].is(Class::DETERMINER)
            && self.is_office(text, first)
            && (!opening.is(Class::COMMON.with(Class::FIRST)) || opening.is(Class::ADJECTIVE))
            && self.name_of[head] == 0
            && POSTS.contains(&text.word(head))
    }

    /// Whether a phrase without a name means one person by the office.
    fn is_office(&self, text: &Text, tokens: Range<usize>) -> bool {
        let head = self.segment(text, tokens.clone()).end - 1;
        self.name_of[head] == 0 && offices::head(text.word(head), &self.words[head]).is_some()
    }

    /// Whether what follows a name and a comma says more about its bearer: "a nurse", "42", "Democrat of Vermont".
    fn explains(&self, text: &Text, tokens: Range<usize>) -> bool {
        let first = &self.words[tokens.start];
        let head = self.segment(text, tokens.clone()).end - 1;
        let voices = self.is_plural(text, head) && !first.is(Class::DETERMINER);
        let place = self.name_of[head] > 0
            && self.head_name(text, tokens.clone()).is_some_and(|n| self.names[n].sort == Sort::Place);
        place
            || self.is_office(text, tokens.clone())
            || first.kind == TokenKind::Number
            || ["R-", "D-", "I-"].iter().any(|party| text.word(tokens.start).starts_with(party))
            || matches!(text.word(tokens.start), "both" | "two" | "three" | "all" | "one")
            || (!voices && !first.capital() && self.name_of[head] == 0)
    }

    /// "the agency", "a company": a body that is not named.
    fn is_body(&self, text: &Text, tokens: Range<usize>) -> bool {
        let head = self.segment(text, tokens.clone()).end - 1;
        self.words[tokens.start].is(Class::DETERMINER) && self.name_of[head] == 0 && self.words[head].is(Class::BODY)
    }

    /// A bare noun, as in "adviser and spokesman Jim Smith".
    fn is_plain_noun(&self, tokens: Range<usize>) -> bool {
        let head = &self.words[tokens.end - 1];
        !head.is(Class::GROUP) && !self.words[tokens.start].is(Class::DETERMINER)
    }

    /// Whether the phrase means one voice: by a name, a pronoun or an office with its article.
    fn is_voice(&self, text: &Text, tokens: Range<usize>) -> bool {
        let pronoun = tokens.len() == 1 && pronouns::read(&self.words[tokens.start]).is_some();
        if pronoun || self.head_name(text, tokens.clone()).is_some() {
            return true;
        }
        let segment = self.segment(text, tokens.clone());
        let definite = matches!(text.word(segment.start), "the" | "The" | "his" | "her" | "His" | "Her");
        let body = self.words[segment.end - 1].is(Class::BODY);
        definite && segment.len() > 1 && (body || self.is_office(text, tokens))
    }
}

/// Where what opens at token `i` is closed.
fn closing(text: &Text, i: usize, end: usize, marks: &[&str]) -> Option<usize> {
    (i + 1..end.min(i + ASIDE)).find(|&j| marks.contains(&text.word(j)))
}
