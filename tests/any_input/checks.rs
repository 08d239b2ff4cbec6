//! What must hold for any input.

use sayso::document::{Document, Utf16Span};
use sayso::format::{self, Article};
use sayso::input::{self, Line};
use sayso::text::{Text, Utf16Offsets};

/// Any bytes, as the text that they are taken for.
pub(crate) fn annotate(data: &[u8]) {
    text(&String::from_utf8_lossy(data));
}

/// Any bytes, as a web page.
pub(crate) fn html(data: &[u8]) {
    if let Ok(story) = input::story(String::from_utf8_lossy(data).into_owned()) {
        text(&story);
    }
}

/// Any bytes, as lines of `{"id", "text"}`.
pub(crate) fn jsonl(data: &[u8]) {
    for line in data.split_inclusive(|&byte| byte == b'\n') {
        if let Ok(line) = Line::read(line.to_vec()) {
            text(&line.text);
        }
    }
}

fn text(text: &str) {
    offsets(text);
    let document = sayso::annotate(text);
    document_fits(text, &document);
    formats(text, &document);
}

/// Byte offsets become the UTF-16 offsets that JavaScript counts.
fn offsets(text: &str) {
    let map = Utf16Offsets::new(text);
    let mut units = 0;
    for (byte, c) in text.char_indices() {
        for inside in 0..c.len_utf8() {
            assert_eq!(map.at((byte + inside) as u32), units, "byte {} of {text:?}", byte + inside);
        }
        units += c.len_utf16() as u32;
    }
    assert_eq!(map.at(text.len() as u32), units);
    let mut end = 0;
    for token in Text::new(text).tokens {
        assert!(token.span.start >= end && !token.span.of(text).is_empty(), "{token:?} of {text:?}");
        end = token.span.end;
    }
}

/// Every span lies inside the text, on character boundaries; every id is that of something.
fn document_fits(text: &str, document: &Document) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let inside_character = |at: u32| {
        let unit = |at: u32| units.get(at as usize).copied().unwrap_or_default();
        at > 0 && (0xD800..0xDC00).contains(&unit(at - 1)) && (0xDC00..0xE000).contains(&unit(at))
    };
    let fits = |&[start, end]: &Utf16Span| {
        assert!(start < end && end as usize <= units.len(), "{start}..{end} of {text:?}");
        assert!(!inside_character(start) && !inside_character(end), "{start}..{end} of {text:?}");
    };
    let speaker = |id: u32, name: &str| {
        assert_eq!(document.speakers[id as usize].name, name, "{text:?}");
    };
    for (n, s) in document.speakers.iter().enumerate() {
        assert_eq!(s.id as usize, n);
        assert!(!s.name.trim().is_empty(), "{text:?}");
        s.mentions.iter().for_each(fits);
        assert!(s.mentions.is_sorted(), "{text:?}");
    }
    for (n, a) in document.annotations.iter().enumerate() {
        assert_eq!(a.id as usize, n);
        assert!(!a.spans.is_empty() && (0.0..=1.0).contains(&a.confidence), "{a:?} of {text:?}");
        assert!(a.spans.windows(2).all(|w| w[0][1] <= w[1][0]), "{a:?} of {text:?}");
        a.spans.iter().chain(&a.cue).for_each(fits);
        if let Some(s) = &a.speaker {
            speaker(s.id, &s.name);
            s.mention.iter().for_each(fits);
        }
        if let Some(contest) = &a.contest {
            contest.evidence.iter().for_each(fits);
            if let Some(challenger) = &contest.challenger {
                challenger.id.into_iter().for_each(|id| speaker(id, &challenger.name));
            }
            assert!(contest.counter.is_none_or(|c| (c as usize) < document.annotations.len()), "{a:?} of {text:?}");
        }
    }
    assert!(document.annotations.is_sorted_by_key(|a| a.spans[0][0]), "{text:?}");
}

/// Every format can be written.
fn formats(text: &str, document: &Document) {
    let article = Article { id: "fuzz", title: None, text, document };
    let _ = format::markdown(&article);
    let _ = format::csv(&article);
    let _ = format::text(&article, true);
    let _ = format::Record::with_text(&article);
    let _ = format::Page::new(&article);
}
