//! Lines in which every word has a capital.

use crate::voices;

#[test]
fn surname_in_a_headline() {
    let text = "[Baird] Says {Bridge Is Too Old To Repair}\n\nTom Baird wants a new bridge.";
    assert_eq!(voices(text), ["Tom Baird"]);
}

#[test]
fn headline_words_are_no_names() {
    let text = "[Baird] Says {Bridge Must Go As Costs Rise}\n\nTom Baird wants a new bridge. [Bridge Must] said {no}.";
    assert_eq!(voices(text)[0], "Tom Baird");
}

#[test]
fn role_in_a_headline() {
    let text = "[Union Chief] Says {Bridge Is Not Safe For Anyone}\n\nUnion chief Mary Hines wants a new bridge.";
    assert_eq!(voices(text), ["Mary Hines"]);
}

#[test]
fn dateline_is_no_name() {
    let text = "DALLAS (AP) — [Tom Baird] said {no}. [He] said {yes}.";
    assert_eq!(voices(text), ["Tom Baird", "Tom Baird"]);
}

#[test]
fn colon_after_a_name() {
    let text = "[Ann Lee]: {The Bridge Has To Go At Last}\n\nThe bridge is old. It was built by hand.";
    assert_eq!(voices(text), ["Ann Lee"]);
}
