//! The story of a web page, as the command line reads it: what can be known without a browser.

use std::io;

use dom_smoothie::{Config, Readability, TextMode};

use super::invalid;

/// Elements of a page that are no part of a story, wherever they stand.
const NO_STORY: &str = "h1, h2, h3, h4, h5, h6, figure, figcaption, aside, nav, form, button, [aria-hidden=true]";

/// The least number of characters in a story, if no paragraph looks like one.
const SHORTEST: usize = 500;

/// The text of the story on a web page, its paragraphs separated by line ends.
///
/// # Errors
/// If there is no article on the page.
pub fn story(html: String) -> io::Result<String> {
    let none = || invalid("no article was found on this page".to_owned());
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let mut page = Readability::new(html, None, Some(config)).map_err(|_| none())?;
    let readable = page.is_probably_readable();
    page.doc.select(NO_STORY).remove();
    let story = page.parse().map_err(|_| none())?.text_content.to_string();
    if readable || story.chars().count() >= SHORTEST { Ok(story) } else { Err(none()) }
}
