//! What a rule finds, before voices are resolved, and how sure each rule is.

use std::ops::Range;

use super::Answer;
use super::reader::Voice;
use crate::document::ContestKind;

/// A claim that a rule found. Ranges are of tokens.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub(super) kind: ContestKind,
    pub(super) rule: Rule,
    pub(super) range: Range<usize>,
    pub(super) claimant: Voice,
    pub(super) challenger: Voice,
    pub(super) evidence: Range<usize>,
    pub(super) answer: Option<Answer>,
}

/// The sign by which a claim was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// "accused her of hiding losses".
    Accused,
    /// "blamed the firm for the spill".
    Blamed,
    /// "alleges that the vote was bought".
    Alleges,
    /// "an alleged fraud".
    Alleged,
    /// "who allegedly took bribes".
    Allegedly,
    /// "suspected of arson".
    Suspected,
    /// "accusations of favoritism".
    Allegation,
    /// "charged that the party had ignored them".
    Charged,
    /// "complained that the contest was rigged".
    Complains,
    /// "denied that he knew".
    Denies,
    /// "denied the charge": one made before.
    DeniesThis,
    /// "rejected the idea that it failed".
    RejectsIdea,
    /// "disputes that it failed".
    RejectsThat,
    /// "…, a charge that she rejected".
    ChargeRejected,
    /// "a false claim that it failed".
    FalseClaim,
    /// "falsely claimed that it failed".
    Falsely,
    /// "The claim that it failed is untrue".
    IsFalse,
    /// "That is untrue", of something said before.
    ThatIsFalse,
    /// "called the idea that it failed nonsense".
    CalledFalse,
    /// "It is misleading to say that it failed".
    MisleadingTo,
    /// "no evidence that it failed".
    NoEvidence,
    /// "It is far from clear that it failed".
    Doubted,
    /// "the myth that it failed".
    Myth,
    /// "thought that it failed – except that it did not".
    ExceptThat,
    /// "It's not as if it failed".
    NotAsIf,
    /// "Despite her claims that it failed".
    Despite,
    /// "claimed that it failed".
    Claims,
    /// "a field that they claim as their own".
    ClaimsAs,
    /// "That optimism is not widely shared".
    NotShared,
    /// "his claim that it failed".
    ClaimNoun,
    /// "purports to show".
    Purports,
    /// "portrayed her as a liar".
    Portrays,
    /// "speculated that it failed".
    Speculates,
    /// "what he called a witch hunt".
    Called,
    /// "so-called experts".
    SoCalled,
    /// "seen by some as a demotion".
    SeenAs,
    /// Another gives another account.
    Counter,
    /// A claim that is rejected elsewhere.
    Restated,
    /// No sign, but a sentence that the ranker takes to be contested.
    Ranked,
}

impl Rule {
    /// The estimated chance that a mark of this rule overlaps a contested claim by half or more: counted in
    /// the 84 annotated training articles, corrected after reading ten to twenty-five marks of each rule in
    /// the 756 other articles of the PolNeAR training split, and rounded.
    pub(super) fn confidence(self) -> f32 {
        match self {
            Self::Accused | Self::Alleges | Self::ChargeRejected => 0.9,
            Self::Alleged | Self::Allegedly | Self::Falsely | Self::RejectsIdea | Self::Denies => 0.8,
            Self::Allegation | Self::Called | Self::CalledFalse | Self::IsFalse | Self::Complains => 0.7,
            Self::Charged | Self::Counter | Self::FalseClaim | Self::Portrays | Self::Myth => 0.7,
            Self::ExceptThat
            | Self::Blamed
            | Self::Purports
            | Self::Speculates
            | Self::ClaimNoun
            | Self::RejectsThat
            | Self::NotAsIf => 0.6,
            Self::Claims | Self::NoEvidence | Self::MisleadingTo | Self::Despite | Self::DeniesThis | Self::Doubted => {
                0.5
            }
            Self::Suspected | Self::SeenAs | Self::ClaimsAs | Self::NotShared | Self::ThatIsFalse | Self::Restated => {
                0.5
            }
            Self::SoCalled | Self::Ranked => 0.4,
        }
    }
}
