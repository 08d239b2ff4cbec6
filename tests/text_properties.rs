//! What holds for any text at all: spans that can be sliced, in order, at UTF-16 offsets that JavaScript
//! can use.

use proptest::prelude::*;
use sayso::text::{Text, Utf16Offsets};

/// Pieces that news pages are made of, and pieces that break readers of them.
const PIECES: &[&str] = &[
    "“",
    "”",
    "\"",
    "‘",
    "’",
    "'",
    "''",
    "``",
    "«",
    "»",
    "„",
    "「",
    "」",
    "(",
    ")",
    "—",
    "--",
    "-",
    "…",
    "...",
    ".",
    ",",
    ";",
    ":",
    "?",
    "!",
    "•",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "  ",
    "\u{A0}",
    "\t",
    "\u{2028}",
    "he said",
    "said Ann Lee",
    "Lee added that",
    "according to",
    "The plan is dead",
    "saying",
    "U.S.",
    "Mr.",
    "6'2",
    "don’t",
    "workers’",
    "Russia's",
    "@ann",
    "#tag",
    "https://example.org/a?b=c.",
    "me@example.org",
    "a",
    "I",
    "Inc",
    "3.5",
    "$1,000",
    "👩‍👩‍👧",
    "👍🏽",
    "𝒳",
    "e\u{301}",
    "\u{FFFD}",
    "שלום",
    "عربى",
    "他说",
    "\u{200B}",
    "\u{200D}",
    "\u{FEFF}",
    "\u{AD}",
    "_",
    "\0",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop_oneof![4 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<String>()],
        0..60,
    )
    .prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn tokens_cover_everything_but_white_space(source in text()) {
        let text = Text::new(&source);
        let mut end = 0;
        for token in &text.tokens {
            let gap = &source[end..token.span.start as usize];
            prop_assert!(gap.chars().all(|c| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}')), "{gap:?} left out");
            prop_assert!(!token.span.of(&source).is_empty());
            end = token.span.end as usize;
        }
    }

    #[test]
    fn sentences_and_paragraphs_share_out_the_tokens(source in text()) {
        let text = Text::new(&source);
        for ranges in [&text.sentences, &text.paragraphs] {
            let mut end = 0;
            for range in ranges {
                prop_assert_eq!(range.start, end);
                prop_assert!(range.end > range.start);
                end = range.end;
            }
            prop_assert_eq!(end, text.tokens.len());
        }
    }

    #[test]
    fn quotations_are_in_order_and_hold_together(source in text()) {
        let text = Text::new(&source);
        let mut open = None;
        for q in &text.quotations {
            prop_assert!(open < Some(q.open));
            open = Some(q.open);
            prop_assert_eq!(text.span(q.tokens.clone()), q.span);
            prop_assert!(q.span.contains(q.inner));
            prop_assert_eq!(q.tokens.start, q.open);
            prop_assert!(q.close.is_none_or(|close| close + 1 == q.tokens.end && close > q.open));
            let _ = q.inner.of(&source);
        }
        let outer: Vec<_> = text.quotations.iter().filter(|q| q.depth == 0).collect();
        prop_assert!(outer.windows(2).all(|w| w[0].tokens.end <= w[1].tokens.start));
    }

    #[test]
    fn attributions_can_be_sliced_and_are_in_order(source in text()) {
        let text = Text::new(&source);
        let found = sayso::attribution::attribute(&text);
        prop_assert!(found.is_sorted_by_key(|a| a.content[0].start));
        for a in &found {
            prop_assert!(a.content.windows(2).all(|w| w[0].end <= w[1].start));
            for span in a.content.iter().chain(&a.cue).chain(&a.source) {
                prop_assert!(!span.of(&source).is_empty());
            }
            prop_assert!((0.0..=1.0).contains(&a.confidence));
        }
    }

    #[test]
    fn utf16_offsets_agree_with_javascript(source in text()) {
        let offsets = Utf16Offsets::new(&source);
        for (byte, _) in source.char_indices() {
            prop_assert_eq!(offsets.at(byte as u32) as usize, source[..byte].encode_utf16().count());
        }
        let units: Vec<u16> = source.encode_utf16().collect();
        for token in &Text::new(&source).tokens {
            let [start, end] = offsets.span(token.span);
            let sliced = String::from_utf16_lossy(&units[start as usize..end as usize]);
            prop_assert_eq!(sliced.as_str(), token.span.of(&source));
        }
    }

    #[test]
    fn offsets_off_the_boundaries_count_as_the_start_of_their_character(source in text()) {
        let offsets = Utf16Offsets::new(&source);
        let length = source.encode_utf16().count() as u32;
        let mut last = 0;
        for byte in 0..=source.len() {
            let start = (0..=byte).rev().find(|&b| source.is_char_boundary(b)).unwrap_or(0);
            let at = offsets.at(byte as u32);
            prop_assert_eq!(at, offsets.at(start as u32));
            prop_assert!(at >= last);
            last = at;
        }
        prop_assert_eq!(last, length);
        prop_assert_eq!(offsets.at(u32::MAX), length);
    }

    #[test]
    fn offsets_add_up(left in text(), right in text()) {
        let whole = left.clone() + &right;
        let (first, second, both) = (Utf16Offsets::new(&left), Utf16Offsets::new(&right), Utf16Offsets::new(&whole));
        let seam = left.len() as u32;
        for (byte, _) in right.char_indices() {
            prop_assert_eq!(both.at(seam + byte as u32), first.at(seam) + second.at(byte as u32));
        }
    }
}
