//! Abbreviations that keep their full stop.

/// Titles, ranks, months, days, states and corporate forms, without the stop; they are abbreviations only
/// with a capital ("Ill." the state, not "ill"). Collected from the Chicago Manual of Style (17th ed.,
/// ch. 10).
const CAPITALISED: &[&str] = &[
    "Adm", "Ala", "Amb", "Apr", "Ariz", "Ark", "Assn", "Atty", "Aug", "Ave", "Blvd", "Brig", "Bros", "Calif", "Capt",
    "Cmdr", "Co", "Col", "Colo", "Conn", "Corp", "Cpl", "Dec", "Del", "Dept", "Dr", "Feb", "Fla", "Fr", "Fri", "Ft",
    "Ga", "Gen", "Gov", "Hon", "Ill", "Inc", "Ind", "Jan", "Jr", "Jul", "Jun", "Kan", "Ky", "La", "Lt", "Ltd", "Maj",
    "Mar", "Mass", "Md", "Messrs", "Mich", "Minn", "Miss", "Mo", "Mon", "Mont", "Mr", "Mrs", "Ms", "Mt", "Mx", "Neb",
    "Nev", "Nov", "Oct", "Okla", "Ore", "Pa", "Pres", "Prof", "Pvt", "Rd", "Rep", "Reps", "Rev", "Sat", "Sen", "Sens",
    "Sep", "Sept", "Sgt", "Sr", "St", "Sun", "Supt", "Tenn", "Tex", "Thu", "Thurs", "Tue", "Tues", "Univ", "Va", "Vt",
    "Wash", "Wed", "Wis", "Wyo",
];

/// Abbreviations with or without a capital.
const ANY_CASE: &[&str] = &["al", "approx", "cf", "corp", "etc", "fig", "inc", "jr", "nos", "pp", "sr", "vol", "vs"];

/// Whether `word`, given without its final full stop, is an abbreviation that keeps it; `after` is what
/// follows the stop.
pub(crate) fn is_abbreviation(word: &str, after: &[u8]) -> bool {
    match *word.as_bytes() {
        // A single capital is an initial: "George W. Bush".
        [b'A'..=b'Z' | b'v'] => true,
        [] | [_] => false,
        [b'N' | b'n', b'o'] => matches!(after, [b' ', b'0'..=b'9', ..]),
        ref bytes if bytes.len() > 6 => false,
        // Inner full stops: "U.S", "a.m", "Ph.D".
        ref bytes if bytes.contains(&b'.') => word.split('.').all(|part| (1..=2).contains(&part.chars().count())),
        [first, ..] => {
            first.is_ascii_uppercase() && CAPITALISED.binary_search(&word).is_ok()
                || ANY_CASE.iter().any(|a| a.eq_ignore_ascii_case(word))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn list_is_sorted() {
        assert!(CAPITALISED.is_sorted());
    }
}
