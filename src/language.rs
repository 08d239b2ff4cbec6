//! Is this English? Decided by the share of function words, of which every language has its own.

use crate::text::{Text, TokenKind};

/// The commonest words of English that are no words of German, French, Spanish, Italian or Dutch.
const FUNCTION_WORDS: &[&str] = &[
    "the", "of", "and", "to", "that", "for", "with", "from", "by", "at", "this", "which", "it", "his", "her", "their",
    "they", "would", "will", "have", "been", "were", "are", "not", "who", "said", "but", "an", "be",
];

/// Of English newspaper text, about a third of all words are in the list; of other languages under a
/// tenth. The bar is between, lower so that short texts and lists of names pass.
const LEAST_SHARE: f32 = 0.12;

/// Fewer words than this are taken for English: too little to tell.
const LEAST_WORDS: usize = 30;

/// How many words are looked at.
const SAMPLE: usize = 2000;

/// Whether the text reads as English.
pub(crate) fn is_english(text: &Text) -> bool {
    let words = || text.tokens.iter().filter(|t| t.kind == TokenKind::Word).take(SAMPLE);
    let count = words().count();
    let known =
        words().filter(|t| FUNCTION_WORDS.iter().any(|w| w.eq_ignore_ascii_case(t.span.of(text.source)))).count();
    count < LEAST_WORDS || known as f32 >= LEAST_SHARE * count as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_english_from_others() {
        let english = "The minister said that the bridge would be closed by the end of the month and that traffic \
            from the north will have to find another way around it, but the mayor did not agree with this at all.";
        let german = "Der Minister sagte, die Brücke werde bis Ende des Monats gesperrt, und der Verkehr aus dem Norden \
            müsse einen anderen Weg finden, aber der Bürgermeister war damit ganz und gar nicht einverstanden, wie er sagte.";
        assert!(is_english(&Text::new(english)));
        assert!(!is_english(&Text::new(german)));
        assert!(is_english(&Text::new("")));
    }
}
