//! The words that show a contest, in classes.
//!
//! Collected from the wording of the annotation guidelines, the verbs and nouns that stand beside contested
//! claims in the annotated training articles, and their synonyms. A word was left out where, read in the
//! other training articles of PolNeAR, it marked something else more often. All in small letters.

use std::sync::LazyLock;

use crate::model::hash::Filter;

/// What a word says about the claim beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// A verb that charges somebody *of* something.
    Accuse,
    /// A verb whose complement is an accusation.
    Allege,
    /// A verb that lays something at somebody's door, *for* something.
    Blame,
    /// Holds what it stands before at arm's length: "alleged".
    Unverified,
    /// The same before a verb: "allegedly".
    Allegedly,
    /// A noun for an accusation: "allegation".
    Charge,
    /// Suspected *of*, on suspicion *of*.
    Suspect,
    /// A verb that denies.
    Deny,
    /// A verb that rejects a claim, an idea, a report.
    Reject,
    /// A verb that shows a claim to be false.
    Refute,
    /// An adjective or noun that says that a claim is false.
    False,
    /// The same before a verb: "falsely".
    Falsely,
    /// A noun for a claim: what it claims follows it.
    Proposition,
    /// The same, for one that the article does not believe: "myth".
    Myth,
    /// A verb that gives a thing a name.
    Name,
    /// Holds the name it stands before at arm's length.
    SoCalled,
    /// A verb that claims.
    Claim,
    /// Evidence, proof: of interest where there is none.
    Evidence,
    /// "Despite", "contrary to".
    Despite,
    /// A verb or noun of claiming that leaves the claim with its maker.
    Distance,
    /// A verb of stating with an edge: of interest where wrongdoing is stated.
    Complain,
    /// To speculate.
    Speculate,
    /// Wrongdoing.
    Wrong,
    /// A noun for what somebody would have others believe.
    Idea,
    /// A verb for not telling the truth, or an adjective for not hitting it.
    Misstate,
    /// Claims *to* do what it may not.
    Purport,
    /// A verb that shows somebody *as* what he may not be.
    Portray,
    /// May open a sign of several words: "what they call", "pushed back on", "not true".
    Phrase,
}

/// The words of each class, between spaces.
const CLASSES: &[(Sign, &str)] = &[
    (Sign::Accuse, "accuse accuses accused accusing"),
    (Sign::Allege, "allege alleges alleging insinuate insinuated insinuating insinuates"),
    (Sign::Blame, "blame blames blamed blaming"),
    (Sign::Unverified, "alleged purported supposed unverified unconfirmed"),
    (Sign::Allegedly, "allegedly purportedly supposedly"),
    (Sign::Charge, "allegation allegations accusation accusations insinuation insinuations charge charges charged"),
    (Sign::Suspect, "suspected suspicion suspicions"),
    (Sign::Deny, "deny denies denied denying disavowed disavows disavowing"),
    (
        Sign::Reject,
        "reject rejects rejected rejecting dismiss dismisses dismissed dismissing dispute disputes disputed disputing \
         repudiated repudiates scoffed scoffs questioned questions questioning pushback denounced mocked ridiculed \
         downplayed challenged challenges challenging dispel dispels dispelled discounted discounts discounting \
         bristled bristles countered scoffing ridiculing mocking laughed rebuffed rebuffs decried decries blasted \
         slammed condemned disagreed disagrees objected objects deflected deflects quash quashed combat undo shatter \
         resisted resents resented fights fought discredit discredits discredited debunk bristle protested contested \
         contests doubted doubts doubt scorned derided deride refused mock contesting answered addressed",
    ),
    (
        Sign::Refute,
        "refute refutes refuted refuting rebut rebuts rebutted rebutting debunk debunks debunked debunking disprove \
         disproves disproved disproving contradict contradicts contradicted contradicting belie belies belied \
         undercut undercuts undermined undermines belying discrediting undercutting",
    ),
    (
        Sign::False,
        "false untrue baseless unfounded groundless bogus misleading inaccurate incorrect erroneous wrong nonsense \
         ridiculous absurd preposterous ludicrous fabricated fabrication discredited debunked phony fiction lie hoax \
         distortion exaggeration exaggerated overblown unsubstantiated unsupported unproven misguided unfair mistaken \
         flawed specious spurious laughable falsehood bunk smear malarkey meritless slander slanderous defamatory \
         hogwash garbage fake disproven outlandish far-fetched nonsensical dishonest disingenuous deceptive deceitful lies delusion \
         trumped-up made-up invented concocted contrived manufactured doctored dubious fanciful hyperbolic inflated \
         overstated slanted skewed baloney crap rubbish bull silly crazy cherry-picked unverified unconfirmed bizarre \
         conspiratorial mischaracterization misrepresentation misstatement untruthful unsupportable farfetched \
         invention sham falsified fantasy fairytale fallacious fallacy untenable implausible farce",
    ),
    (
        Sign::Falsely,
        "falsely wrongly incorrectly mistakenly erroneously inaccurately misleadingly dishonestly baselessly unfairly \
         untruthfully unfoundedly groundlessly",
    ),
    (
        Sign::Proposition,
        "claim claims notion idea tales argument arguments suggestion suggestions assertion assertions contention \
         contentions theory theories rumor rumors rumour rumours report reports speculation perception belief \
         narrative criticism criticisms characterization characterizations implication premise story statement \
         statements view perceptions beliefs narratives stories complaint complaints account accounts comments remarks testimony \
         conclusion conclusions finding findings assumption assumptions impression prediction predictions \
         carping grumbling griping talk notions",
    ),
    (Sign::Myth, "myth myths misconception misconceptions falsehoods hoaxes canard mythology fallacy"),
    (
        Sign::Name,
        "call calls called calling describe describes described dub dubs dubbed term terms termed label labels \
         labeled labelled consider considers considered view views viewed see sees saw seen regard regards regarded \
         characterize characterizes characterized deem deems deemed perceive perceives perceived criticizing portray \
         portrays portrayed brand brands branded say says said believe believes believed decried decries derided \
         derides denounced denounces blasted slammed hailed framed billed touted cast refers labeling insists \
         insisted argues argued claims claimed condemned condemn decry deride",
    ),
    (
        Sign::SoCalled,
        "so-called quote-unquote self-described self-proclaimed self-styled self-declared self-professed misnamed",
    ),
    (
        Sign::Claim,
        "claimed claiming stated said saying says suggested suggesting suggests asserted asserting implied implying \
         told argued insisted believe believed stating tweeted boasted reported claims claim warned boasts contended \
         maintained asserts insists implies declared alleging alleged portrayed promised repeated warning",
    ),
    (Sign::Evidence, "evidence proof indication truth basis merit substance sign record"),
    (Sign::Despite, "despite contrary spite counter"),
    (Sign::Distance, "claim claims claimed claiming assertion assertions"),
    (
        Sign::Complain,
        "complained complains complaining protested protests protesting suggested suggests suggesting implied \
         implying implies insist insisted insists insisting contended contends contending asserted asserts asserting \
         grumbled grousing warned argue argued argues contend complain",
    ),
    (Sign::Speculate, "speculate speculates speculated speculating speculation"),
    (
        Sign::Wrong,
        "rigged fraud fraudulent corrupt corruption cheated cheating stole stolen stealing illegal illegally bribes \
         bribery dishonest disingenuous sabotaged sabotage manipulated manipulating lied lying liar racist sexist \
         bigoted abused conspired conspiracy criminal crimes violated violating tampered smeared defrauded misled \
         deceived deceptive coverup cover-up biased plagiarized betrayed harassed violates perjured raped assaulted murder manslaughter assault theft robbery bribe perjury \
         arson rape libel treason desertion laundering embezzlement",
    ),
    (
        Sign::Idea,
        "suggestion suggestions insistence boast boasts rumor rumors rumour rumours narrative perceptions insinuation \
         criticism criticisms",
    ),
    (
        Sign::Misstate,
        "exaggerates exaggerated exaggerating lied lying misspoke misled misstated overstated overstates wrong \
         incorrect mistaken untruthful misspoken erred errs",
    ),
    (Sign::Purport, "purport purports purported purporting"),
    (
        Sign::Portray,
        "portray portrays portrayed portraying caricature caricatured caricaturing paint paints painted painting",
    ),
    (
        Sign::Phrase,
        "what true shared brushed brushes shrugged shrugs laughed laughs waved knocked beat fend fended responded \
         responding responds played batted swatted lay put push pushes pushed pushing struck shot shoots shooting \
         cast casts casting took takes take case except not rejection dismissal repudiation refutation proved proven \
         proves certain clear doubtful premature demonstrated shown established substantiated hold stand add match square \
         rings rang ring made making makes got gets skeptical sceptical dubious",
    ),
];

/// The classes that one word belongs to, a bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Signs(u32);

impl Signs {
    /// Those of a word in small letters.
    pub(super) fn of(word: &str) -> Self {
        let (words, filter) = &*TABLE;
        if !filter.may_have(word.bytes()) {
            return Self(0);
        }
        words.binary_search_by_key(&word, |&(w, _)| w).map_or(Self(0), |at| words[at].1)
    }

    /// Whether the word is of this class.
    pub(super) const fn has(self, sign: Sign) -> bool {
        self.0 & (1 << sign as u32) != 0
    }

    /// The numbers of its classes.
    pub(super) fn numbers(self) -> impl Iterator<Item = u64> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let number = left.trailing_zeros();
            (left != 0).then(|| {
                left &= left - 1;
                u64::from(number)
            })
        })
    }

    /// Whether the word is of no class.
    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// All words in order, each with its classes, and what tells most others from them.
static TABLE: LazyLock<(Vec<(&'static str, Signs)>, Filter)> = LazyLock::new(|| {
    let mut table: Vec<(&str, Signs)> = Vec::new();
    let mut pairs: Vec<(&str, Sign)> =
        CLASSES.iter().flat_map(|&(sign, words)| words.split_whitespace().map(move |word| (word, sign))).collect();
    pairs.sort_unstable_by_key(|&(word, _)| word);
    for (word, sign) in pairs {
        let bit = 1 << sign as u32;
        match table.last_mut() {
            Some((last, signs)) if *last == word => signs.0 |= bit,
            _ => table.push((word, Signs(bit))),
        }
    }
    let filter = Filter::new(table.iter().map(|(word, _)| word.bytes()));
    (table, filter)
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_be_of_several_classes() {
        let debunked = Signs::of("debunked");
        assert!(debunked.has(Sign::Refute) && debunked.has(Sign::False) && !debunked.has(Sign::Deny));
        assert!(Signs::of("table").is_empty());
    }

    #[test]
    fn words_are_in_small_letters() {
        for &(word, _) in &TABLE.0 {
            assert!(word == word.to_lowercase() && word.len() >= 3, "{word}");
        }
    }
}
