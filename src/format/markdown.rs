//! What each voice says, as Markdown (CommonMark).

use std::fmt::Write as _;

use super::{Article, name_of, quoted::Quoted};
use crate::document::{Annotation, Category, Speaker};

/// A section for each speaker in the order of their first words, one for words that are nobody's by the
/// article, and one for contested claims.
#[must_use]
pub fn markdown(article: &Article) -> String {
    let quoted = Quoted::new(article.text);
    let (claims, statements): (Vec<&Annotation>, Vec<_>) =
        article.document.annotations.iter().partition(|a| a.category == Category::Contested);
    let mut voices: Vec<Option<&Speaker>> = Vec::new();
    for statement in &statements {
        let speaker = article.speaker_of(statement);
        if !voices.iter().any(|voice| voice.map(|v| v.id) == speaker.map(|s| s.id)) {
            voices.push(speaker);
        }
    }
    let mut out = format!("# {}\n", escape(article.title.unwrap_or(article.id)));
    if article.title.is_some() {
        let _ = writeln!(out, "\n{}", link(article.id));
    }
    for voice in voices {
        let role = voice.and_then(|v| v.role.as_deref()).map(|role| format!(", {role}")).unwrap_or_default();
        let name = voice.map_or("Speaker not named", |v| v.name.as_str());
        let _ = writeln!(out, "\n## {}\n", escape(&format!("{name}{role}")));
        for statement in statements.iter().filter(|s| article.speaker_of(s).map(|s| s.id) == voice.map(|v| v.id)) {
            let reported = if statement.category == Category::Direct { "" } else { " *(reported)*" };
            let _ = writeln!(out, "- {}{reported}", escape(&quoted.line(&statement.spans)));
        }
    }
    if !claims.is_empty() {
        out.push_str("\n## Contested claims\n\n");
    }
    for claim in claims {
        let _ = writeln!(out, "- {} *({})*", escape(&quoted.line(&claim.spans)), escape(&why(article, claim)));
    }
    out
}

/// The kind of contest and the parties to it.
fn why(article: &Article, claim: &Annotation) -> String {
    let Some(contest) = &claim.contest else { return String::new() };
    let mut why = name_of(contest.kind);
    if let Some(challenger) = &contest.challenger {
        let name = if challenger.id.is_none() { "the article" } else { &challenger.name };
        let _ = write!(why, " by {name}");
    }
    if let Some(speaker) = article.speaker_of(claim) {
        let _ = write!(why, ", claimed by {}", speaker.name);
    }
    why
}

/// An address as a link that shows itself; any other id as text.
fn link(id: &str) -> String {
    let is_address = id.starts_with("https://") || id.starts_with("http://");
    if is_address && !id.contains(['<', '>', ' ', '\n']) { format!("<{id}>") } else { escape(id) }
}

/// Escapes what Markdown would read as more than text.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let opens_block = at == 0 && matches!(c, '#' | '+' | '-' | '=' | '~' | '|');
        if opens_block || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&') {
            out.push('\\');
        }
        out.push(if c == '\n' || c == '\r' { ' ' } else { c });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Article, escape, markdown};

    #[test]
    fn a_headline_is_followed_by_the_address() {
        let text = "“It is safe,” said Ann Lee.";
        let document = crate::annotate(text);
        let article = |id, title| markdown(&Article { id, title, text, document: &document });
        let headed = article("https://example.org/a", Some("A bridge"));
        assert!(headed.starts_with("# A bridge\n\n<https://example.org/a>\n\n## Ann Lee\n"), "{headed}");
        assert!(article("a.html", Some("A bridge")).starts_with("# A bridge\n\na.html\n\n"));
        assert!(article("a.html", None).starts_with("# a.html\n\n## Ann Lee\n"));
    }

    #[test]
    fn marks_stay_marks() {
        assert_eq!(escape("*so* <b>[x](y)"), r"\*so\* \<b\>\[x\](y)");
        assert_eq!(escape("# one"), r"\# one");
        assert_eq!(escape("a # b"), "a # b");
    }
}
