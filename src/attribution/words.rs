//! Closed classes of English words, as far as reading a reporting clause needs them.

/// Whether `word` is one of `list`, which is in small letters; ASCII case does not matter.
fn one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|w| w.eq_ignore_ascii_case(word))
}

/// Pronouns that can only be subjects, or usually are.
pub(super) fn is_subject_pronoun(word: &str) -> bool {
    one_of(word, &["he", "she", "they", "i", "we", "it", "you"])
}

pub(crate) fn is_dash(word: &str) -> bool {
    matches!(word, "—" | "–" | "--" | "-")
}

pub(super) fn is_relative(word: &str) -> bool {
    one_of(word, &["who", "which"])
}

pub(super) fn is_auxiliary(word: &str) -> bool {
    one_of(
        word,
        &[
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "being",
            "am",
            "has",
            "have",
            "had",
            "do",
            "does",
            "did",
            "will",
            "would",
            "can",
            "could",
            "may",
            "might",
            "must",
            "shall",
            "should",
            "'s",
            "’s",
            "'d",
            "’d",
            "'ve",
            "’ve",
            "isn't",
            "isn’t",
            "wasn't",
            "wasn’t",
            "hasn't",
            "hasn’t",
            "didn't",
            "didn’t",
            "doesn't",
            "doesn’t",
            "won't",
            "won’t",
            "wouldn't",
            "wouldn’t",
            "couldn't",
            "couldn’t",
            "can't",
            "can’t",
        ],
    )
}

/// Words that may stand between a subject and its verb.
pub(super) fn is_adverb(word: &str) -> bool {
    (word.len() > 4
        && word.ends_with("ly")
        && !one_of(
            word,
            &[
                "family", "reply", "rally", "ally", "july", "italy", "assembly", "supply", "billy", "kelly", "sally",
                "reilly",
            ],
        ))
        || one_of(
            word,
            &[
                "also",
                "later",
                "then",
                "once",
                "now",
                "still",
                "often",
                "again",
                "even",
                "never",
                "always",
                "not",
                "too",
                "just",
                "already",
                "further",
                "first",
                "ever",
                "soon",
                "sometimes",
                "both",
                "all",
                "himself",
                "herself",
                "themselves",
                "itself",
                "have",
                "instead",
                "though",
                "however",
            ],
        )
}

pub(super) fn is_preposition(word: &str) -> bool {
    one_of(
        word,
        &[
            "in",
            "on",
            "at",
            "during",
            "after",
            "before",
            "for",
            "with",
            "from",
            "by",
            "to",
            "of",
            "over",
            "under",
            "about",
            "against",
            "since",
            "until",
            "despite",
            "through",
            "throughout",
            "amid",
            "among",
            "between",
            "within",
            "without",
            "following",
            "upon",
            "into",
            "like",
            "unlike",
            "besides",
            "via",
            "per",
            "near",
            "behind",
            "outside",
            "inside",
            "across",
            "toward",
            "towards",
            "around",
            "along",
            "alongside",
            "given",
        ],
    )
}

/// Words that begin a clause of their own, and so end a noun phrase.
pub(super) fn is_subordinator(word: &str) -> bool {
    one_of(
        word,
        &[
            "because", "while", "when", "if", "as", "although", "though", "unless", "whereas", "what", "why", "how",
            "where", "whether", "than", "so", "once", "whatever", "but", "yet", "nor",
        ],
    )
}

/// Words that open a sentence and are no part of its subject.
pub(super) fn is_sentence_opener(word: &str) -> bool {
    is_adverb(word)
        || one_of(
            word,
            &[
                "and",
                "but",
                "or",
                "so",
                "yet",
                "still",
                "meanwhile",
                "nor",
                "plus",
                "indeed",
                "because",
                "as",
                "yes",
                "perhaps",
            ],
        )
}

pub(super) fn is_determiner(word: &str) -> bool {
    one_of(
        word,
        &[
            "the", "a", "an", "this", "that", "these", "those", "his", "her", "their", "its", "our", "my", "your",
            "one", "two", "three", "some", "many", "several", "another", "other", "both", "few", "most", "all", "no",
        ],
    )
}

/// Days, months, and what else tells the time without being a source.
pub(super) fn is_time(word: &str) -> bool {
    one_of(
        word,
        &[
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "jan.",
            "feb.",
            "aug.",
            "sept.",
            "oct.",
            "nov.",
            "dec.",
            "today",
            "yesterday",
            "tonight",
            "recently",
            "later",
            "afterward",
            "afterwards",
            "earlier",
            "then",
            "again",
            "ago",
            "last",
            "next",
        ],
    )
}

/// Common past tenses of strong verbs that are no reporting verbs: with endings in -ed and auxiliaries,
/// enough to see that a verb stands somewhere.
pub(super) fn is_strong_past(word: &str) -> bool {
    one_of(
        word,
        &[
            "went", "came", "took", "gave", "got", "made", "ran", "won", "lost", "held", "sent", "set", "stood", "sat",
            "began", "became", "kept", "left", "brought", "spent", "drew", "fell", "grew", "hit", "put", "rose",
            "shot", "met", "paid", "led", "laid", "chose", "broke", "fought", "threw", "struck", "shook", "flew",
            "drove", "hung", "wore", "rode", "blew", "slept", "dealt", "built", "caught", "taught", "bought", "stuck",
            "hid", "cut", "let", "quit", "swept", "wept", "lay", "bent", "gets", "goes", "comes", "makes", "takes",
            "gives", "has",
        ],
    )
}
