//! What leaves the core: the annotated article, in the shape that the extension, the playground and
//! the command line share.
//!
//! Every offset here counts UTF-16 code units of the text that went in, end exclusive, because that is
//! how JavaScript strings and DOM text nodes are indexed. Inside the core offsets are bytes; they are
//! converted once, by [`crate::annotate`].

use serde::{Deserialize, Serialize};

/// A stretch of the input text: `[start, end]` in UTF-16 code units, end exclusive.
pub type Utf16Span = [u32; 2];

/// An article with everything that was found in it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Whether the text reads as English, the one language that the core knows. The marks of a text
    /// that does not are not to be trusted.
    pub english: bool,
    /// Everyone who says something; `Speaker::id` is the index here.
    pub speakers: Vec<Speaker>,
    /// Quotes and contested claims in the order of their first character.
    pub annotations: Vec<Annotation>,
}

/// One voice, however the article refers to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Speaker {
    /// Index into [`Document::speakers`].
    pub id: u32,
    /// The fullest form in the article, without title or role.
    pub name: String,
    /// Title or role as the article gives it: "Russian President", "a nurse from Ohio".
    pub role: Option<String>,
    /// What sort of source this is.
    pub kind: SpeakerKind,
    /// Every place where the article refers to this speaker, pronouns included, in order.
    pub mentions: Vec<Utf16Span>,
}

/// What sort of source a speaker is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SpeakerKind {
    /// A human being with a name or a definite role.
    Person,
    /// A company, an institution, a government, a place that speaks ("Moscow").
    Organization,
    /// Several people: "European leaders".
    Group,
    /// Sources without a name: "officials", "a person familiar with the matter".
    Unnamed,
    /// A report, a study, a poll, a court filing.
    Document,
}

/// A marked stretch of the article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Annotation {
    /// Index into [`Document::annotations`].
    pub id: u32,
    /// What is marked.
    pub category: Category,
    /// The marked words. A quotation that its reporting clause interrupts has two spans.
    pub spans: Vec<Utf16Span>,
    /// The words that attribute it: "said", "according to".
    pub cue: Option<Utf16Span>,
    /// Whether it was stated or only thought; `None` for contested claims.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub manner: Option<Manner>,
    /// Whose word it is (for a contested claim: the claimant); `None` where the article does not say.
    pub speaker: Option<SpeakerRef>,
    /// Only for [`Category::Contested`].
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub contest: Option<Contest>,
    /// The estimated chance, 0 to 1, that span and source are right; written with three decimals.
    #[serde(serialize_with = "three_decimals")]
    pub confidence: f32,
}

/// A single-precision number would be written with the digits of its error where it becomes a double.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde wants")]
fn three_decimals<S: serde::Serializer>(share: &f32, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64((f64::from(*share) * 1000.0).round() / 1000.0)
}

/// What an annotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Category {
    /// Exact words in quotation marks.
    Direct,
    /// Reported speech with quoted words inside.
    Mixed,
    /// Reported speech without quotation marks.
    Indirect,
    /// A claim that the article shows to be contested.
    Contested,
}

/// How a source stands to the attributed content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Manner {
    /// A statement: said, wrote, argued, warned, according to.
    Speech,
    /// Belief, wish, plan or fear: believes, hopes, wants.
    Other,
}

/// A speaker as one annotation refers to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SpeakerRef {
    /// Index into [`Document::speakers`].
    pub id: u32,
    /// [`Speaker::name`], repeated so that an annotation can be read on its own.
    pub name: String,
    /// The words of this annotation's own source, where it has any.
    pub mention: Option<Utf16Span>,
}

/// Why a claim is not settled.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Contest {
    /// The sign of contest.
    pub kind: ContestKind,
    /// Who disputes it; `None` where nobody does.
    pub challenger: Option<Challenger>,
    /// The words that show the contest: "falsely claimed", "denied".
    pub evidence: Option<Utf16Span>,
    /// The annotation that answers this one, by id.
    pub counter: Option<u32>,
}

/// Who disputes a claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Challenger {
    /// Index into [`Document::speakers`]; `None` for the article's own voice.
    pub id: Option<u32>,
    /// The speaker's name, or `"article"`.
    pub name: String,
}

/// The five kinds of contest, in order of precedence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ContestKind {
    /// Someone, or the article itself, says that the claim is false or unfounded.
    Disputed,
    /// The accused party rejects it.
    Denied,
    /// Another party gives an incompatible account.
    Countered,
    /// An accusation that the article does not vouch for.
    Alleged,
    /// One side's word for a thing, held at arm's length.
    Term,
}
