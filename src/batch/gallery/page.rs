//! The page of the gallery: takes forms with their pictures, gives HTML that needs no other file and no script.

use std::fmt::Write as _;
use std::path::Path;

use super::Shown;
use crate::batch::html::{PAPERS, data};
use crate::english::things;
use crate::markup::escaped;
use crate::pipeline::Drawn;

const STYLE: &str = include_str!("gallery.css");
const SCRIPT: &str = include_str!("gallery.js");

/// A form with its pictures.
pub(super) struct Section {
    pub title: String,
    pub about: String,
    pub cards: Vec<Card>,
    pub note: Option<String>,
}

/// A picture with its command.
pub(super) struct Card {
    pub name: String,
    pub about: String,
    pub is_own: bool,
    /// The command in parts that are not broken.
    pub command: Vec<String>,
    pub alt: String,
    pub shown: Shown,
}

/// The whole page, for a briefing of a title and a file.
pub(super) fn page(title: &str, file: &Path, sections: &[Section]) -> String {
    let (title, file) = (escaped(title), escaped(&file.to_string_lossy()));
    let mut page = String::from("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n");
    // Writing to a string cannot fail.
    let _ = write!(
        page,
        "<meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta name=\"generator\" content=\"briefpress\">\n<title>{title} in every look and form</title>\n\
         <style>\n{PAPERS}{STYLE}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#f0\">Skip to the pictures</a>\n\
         <main>\n<div class=\"top in\"><h1>{title}, in every look and form</h1>\n\
         <p>Choose a picture and copy the command below it. All are made from <b>{file}</b>, with the words as they \
         are.</p></div>\n<nav class=\"jump in\" aria-label=\"Forms\">"
    );
    for (at, section) in sections.iter().enumerate() {
        let _ = write!(page, "<a href=\"#f{at}\">{}</a> ", escaped(&section.title));
    }
    page.push_str("</nav>\n");
    sections.iter().enumerate().for_each(|(at, section)| add_section(&mut page, at, section));
    let _ = write!(page, "</main>\n<script>\n{SCRIPT}</script>\n</body>\n</html>\n");
    page
}

fn add_section(page: &mut String, at: usize, section: &Section) {
    let (title, about) = (escaped(&section.title), escaped(&section.about));
    let _ = write!(
        page,
        "<section class=\"form in\" id=\"f{at}\" aria-labelledby=\"h{at}\">\n<h2 id=\"h{at}\">{title}</h2>\n<p>{about}</p>\n<ul class=\"pics\">\n"
    );
    section.cards.iter().for_each(|card| add_card(page, card, &section.title));
    page.push_str("</ul>\n");
    if let Some(note) = &section.note {
        let _ = writeln!(page, "<p>{}</p>", escaped(note));
    }
    page.push_str("</section>\n");
}

/// A sentence with its full stop; a command at its end has none, so that it can be copied as it stands.
fn sentence(words: &str) -> String {
    match words.split_once(":  ") {
        Some((words, command)) => format!("{}: <code>{}</code>", escaped(words), escaped(command)),
        None => format!("{}.", escaped(words)),
    }
}

fn add_card(page: &mut String, card: &Card, section: &str) {
    page.push_str("<li>");
    match &card.shown {
        Ok(drawn) => add_pictures(page, drawn, &card.alt),
        Err(why) => {
            let why = why.iter().map(|words| sentence(words)).collect::<Vec<_>>().join("<br>");
            let _ = write!(page, "<div class=\"pic no\"><p><b>Not with these words.</b> {why}</p></div>");
        }
    }
    let own = if card.is_own { " <span class=\"q\">(as it is now)</span>" } else { "" };
    let _ = write!(page, "<h3>{}{own}</h3>", escaped(&card.name));
    let pages = card.shown.as_ref().ok().filter(|drawn| drawn.count > 2);
    let pages = pages.map(|drawn| format!("First and last of {}", things(drawn.count, "page")));
    let about: Vec<String> =
        [Some(card.about.clone()), pages].into_iter().flatten().filter(|words| !words.is_empty()).collect();
    if !about.is_empty() {
        let _ = write!(page, "<p class=\"q\">{}</p>", escaped(&about.join(". ")));
    }
    let parts = card.command.iter().enumerate().map(|(at, part)| match at {
        0 => escaped(part),
        _ => format!("<span>{}</span>", escaped(part)),
    });
    let _ = writeln!(
        page,
        "<div class=\"cmd\"><code>{}</code><button type=\"button\" hidden>Copy<span class=\"vh\"> the command for {}, \
         {}</span></button></div></li>",
        parts.collect::<Vec<_>>().join(" "),
        escaped(section),
        escaped(&card.name)
    );
}

/// The first page and the last, as they print.
fn add_pictures(page: &mut String, drawn: &Drawn, alt: &str) {
    let is_tall = drawn.pages.first().is_some_and(|svg| size(svg).0 < size(svg).1);
    let many = match (drawn.pages.len() > 1, is_tall) {
        (true, true) => " tall",
        (true, false) => " two",
        (false, _) => "",
    };
    let _ = write!(page, "<div class=\"pic{many}\">");
    for (at, svg) in drawn.pages.iter().enumerate() {
        let which = match (drawn.count, at) {
            (1, _) => String::new(),
            (_, 0) => "First page: ".to_owned(),
            _ => "Last page: ".to_owned(),
        };
        let (w, h) = size(svg);
        let _ = write!(
            page,
            "<img src=\"{}\" width=\"{w:.0}\" height=\"{h:.0}\" alt=\"{which}{}\">",
            data(svg),
            escaped(alt)
        );
    }
    page.push_str("</div>");
}

/// Width and height of a picture, in points.
fn size(svg: &str) -> (f32, f32) {
    let view = svg.split_once("viewBox=\"0 0 ").and_then(|(_, rest)| rest.split_once('"'));
    let numbers = view.and_then(|(numbers, _)| numbers.split_once(' '));
    numbers.and_then(|(w, h)| Some((w.parse().ok()?, h.parse().ok()?))).unwrap_or((1.0, 1.0))
}
