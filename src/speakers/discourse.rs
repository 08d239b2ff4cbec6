//! What is known of the article: its names and their bearers, and who was last spoken of.

use std::collections::HashMap;
use std::ops::Range;

use super::entities::{Entities, Id};
use super::keys::{Key, KeyHasher};
use super::names::{Name, Sort};
use super::words::Word;
use crate::document::SpeakerKind;
use crate::text::Text;

/// Words that refer to somebody.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Referent {
    pub(super) tokens: Range<usize>,
    pub(super) id: Id,
    /// Whether the words refer to somebody beyond doubt; a guess counts only where a source needs one.
    pub(super) sure: bool,
}

/// Somebody spoken of shortly before.
#[derive(Debug, Clone, Copy)]
pub(super) struct Recent {
    pub(super) id: Id,
    pub(super) token: usize,
    /// The sentences told up to there.
    pub(super) told: u32,
    /// Who does or says something there.
    pub(super) subject: bool,
    pub(super) quoted: bool,
}

/// How many sentences `then` lies before `now`. Beyond any reach if it lies after it: the voices of contested claims are
/// looked up when the whole article has been walked through, and nobody is meant who is spoken of only later.
pub(super) const fn since(now: u32, then: u32) -> u32 {
    match now.checked_sub(then) {
        Some(sentences) => sentences,
        None => u32::MAX,
    }
}

/// A phrase for several people.
#[derive(Debug, Clone)]
pub(super) struct Plural {
    pub(super) tokens: Range<usize>,
    pub(super) sentence: u32,
    /// Whether a verb follows.
    pub(super) subject: bool,
}

/// What the walk has found so far. It owns all it needs, so that words can be looked up afterwards.
#[derive(Debug, Default, Clone)]
pub(super) struct Discourse {
    pub(super) words: Vec<Word>,
    pub(super) names: Vec<Name>,
    pub(super) entities: Entities,
    pub(super) referents: Vec<Referent>,
    /// For each token, 1 + the index in `names` of the name it is in.
    pub(super) name_of: Vec<u32>,
    /// For each name, its bearer.
    pub(super) bearer: Vec<Option<Id>>,
    /// For each token, 1 + the index in `referents` of the words that begin there.
    pub(super) referent_at: Vec<u32>,
    /// For each token, 1 + the index of the innermost attribution whose content it is in.
    pub(super) content_of: Vec<u32>,
    /// For each attribution, its speaker.
    pub(super) of: Vec<Option<Id>>,
    /// The token at which each source begins, in order, with a part of what it says.
    pub(super) statements: Vec<(usize, Range<usize>)>,
    /// The token that the walk has come to.
    pub(super) at: usize,
    pub(super) recent: Vec<Recent>,
    /// The speaker of the last attribution.
    pub(super) last_source: Option<Id>,
    /// Sources that are no names, by their words.
    pub(super) printed: HashMap<Key, Id, KeyHasher>,
    /// The last source that is no name, by its noun.
    pub(super) by_head: HashMap<Key, Id, KeyHasher>,
    /// Who has a role, by its noun.
    pub(super) by_role: HashMap<Key, Vec<Id>, KeyHasher>,
    /// Whose campaign, team or office was spoken of last, by the noun.
    pub(super) campaigns: HashMap<Key, Id, KeyHasher>,
    /// The last two people named together.
    pub(super) last_pair: Option<(Id, Id, u32)>,
    /// The last group that spoke and the last author of a document, with the sentence.
    pub(super) last_group: Option<(Id, u32)>,
    pub(super) last_document: Option<(Id, u32)>,
    /// The author of the last document of each noun, with the sentence.
    pub(super) documents: HashMap<Key, (Id, u32), KeyHasher>,
    /// The latest phrases for several people.
    pub(super) plurals: Vec<Plural>,
    /// The first sources that are names, with the token of each.
    pub(super) first_sources: Vec<(usize, Id)>,
    /// The body that the article names most, if it does so often.
    pub(super) principal: Option<Id>,
    /// Who "I" outside quotation marks is, once asked for.
    pub(super) author: Option<Id>,
}

/// How often a body must be named to be meant by "the company" before it is.
const PRINCIPAL: u32 = 4;

impl Discourse {
    /// Reads the article; `sources` are the tokens of each attribution's source and content.
    pub(super) fn new(text: &Text, contents: &[Vec<Range<usize>>]) -> Self {
        let words = super::words::read(text);
        let names = super::names::find(text, &words);
        let (entities, bearer) = super::gather::gather(text, &words, &names);
        let count = words.len();
        let mut discourse = Self {
            words,
            names,
            entities,
            bearer,
            name_of: vec![0; count],
            referent_at: vec![0; count],
            content_of: vec![0; count],
            of: vec![None; contents.len()],
            ..Self::default()
        };
        discourse.mark_contents(contents);
        discourse.add_headline_names();
        for (number, name) in discourse.names.iter().enumerate() {
            discourse.name_of[name.whole.clone()].fill(number as u32 + 1);
        }
        discourse.index_roles();
        discourse.observe_gender(text);
        let bodies = discourse.entities.all.iter().enumerate().filter(|(_, e)| {
            e.kind == SpeakerKind::Organization && !matches!(e.sort, Sort::Place | Sort::Thing) && e.count >= PRINCIPAL
        });
        discourse.principal = bodies.max_by_key(|(id, e)| (e.count, std::cmp::Reverse(*id))).map(|(id, _)| id);
        discourse
    }

    /// Marks the tokens of each content, the longest first, so that the innermost remains.
    pub(super) fn mark_contents(&mut self, contents: &[Vec<Range<usize>>]) {
        let mut order: Vec<usize> = (0..contents.len()).collect();
        let size = |k: usize| contents[k].iter().map(ExactSizeIterator::len).sum::<usize>();
        order.sort_by_key(|&k| std::cmp::Reverse(size(k)));
        for k in order {
            for range in &contents[k] {
                self.content_of[range.clone()].fill(k as u32 + 1);
            }
        }
    }

    /// Finds known names in headlines.
    pub(super) fn add_headline_names(&mut self) {
        let mut i = 0;
        let mut found = Vec::new();
        while i < self.words.len() {
            let hit = if self.words[i].headline && self.words[i].capital() {
                self.entities.form_at(&self.words, i)
            } else {
                None
            };
            let Some((id, end)) = hit else {
                i += 1;
                continue;
            };
            found.push((Name { whole: i..end, name: i..end, sort: self.entities.all[id].sort, gender: None }, id));
            i = end;
        }
        if found.is_empty() {
            return;
        }
        let body = std::mem::take(&mut self.names).into_iter().zip(std::mem::take(&mut self.bearer));
        let mut all: Vec<(Name, Option<Id>)> = body.chain(found.into_iter().map(|(n, id)| (n, Some(id)))).collect();
        all.sort_by_key(|(n, _)| n.whole.start);
        (self.names, self.bearer) = all.into_iter().unzip();
    }

    /// Indexes people by their roles.
    pub(super) fn index_roles(&mut self) {
        for (id, entity) in self.entities.all.iter().enumerate().filter(|(_, e)| e.kind == SpeakerKind::Person) {
            for &head in &entity.heads {
                self.by_role.entry(head).or_default().push(id);
            }
        }
    }
}
