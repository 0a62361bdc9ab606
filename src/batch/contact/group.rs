//! Groups of the contact sheet: takes the editions of a briefing, gives them side by side with what is said of them.

use std::fmt::Write as _;
use std::path::Path;

use super::{Edition, Page, stem};
use crate::batch::html::spoken;
use crate::english::{capital, things};
use crate::markup::escaped;

/// A briefing with its editions.
pub(super) struct Group<'s> {
    pub path: &'s Path,
    pub editions: &'s [Edition],
}

impl Group<'_> {
    pub(super) fn title(&self) -> String {
        let known = self.editions.iter().find_map(|edition| edition.about.as_ref());
        known.map_or_else(|| stem(self.path), |(title, _)| title.clone())
    }

    pub(super) fn is_clean(&self) -> bool {
        self.editions.iter().all(Edition::is_clean)
    }

    pub(super) fn add_to(&self, page: &mut String) {
        let title = escaped(&self.title());
        let language = self.editions.iter().find_map(|edition| edition.about.as_ref());
        let spoken = language.map_or_else(String::new, |(_, language)| spoken(language));
        let _ = write!(
            page,
            "<li{}>\n<h2><span{spoken}>{title}</span>{}</h2>\n<ul class=\"eds\">\n",
            if self.is_clean() { " class=\"clean\"" } else { "" },
            self.tag()
        );
        self.editions.iter().for_each(|edition| edition.add_to(page, &title));
        page.push_str("</ul>\n");
        let said = self.said();
        if !said.is_empty() {
            let _ = writeln!(page, "<ul class=\"warn\">{}</ul>", said.concat());
        }
        page.push_str("</li>\n");
    }

    /// "2 warnings", "not made".
    fn tag(&self) -> String {
        let warnings: usize = self.editions.iter().map(|edition| edition.warnings.len()).sum();
        let not_made = self.editions.iter().any(|edition| edition.not_made).then(|| "not made".to_owned());
        let warnings = (warnings > 0).then(|| things(warnings, "warning"));
        let all: Vec<String> = not_made.into_iter().chain(warnings).collect();
        if all.is_empty() { String::new() } else { format!("<span class=\"tag\">{}</span>", all.join(", ")) }
    }

    /// All that is said of its editions; what is said of each of them is said once.
    fn said(&self) -> Vec<String> {
        let mut by_text: Vec<(&str, Vec<&str>)> = Vec::new();
        for edition in self.editions {
            for text in edition.errors.iter().chain(&edition.warnings) {
                let board = edition.board.as_deref().unwrap_or_default();
                match by_text.iter_mut().find(|(known, _)| known == text) {
                    Some((_, boards)) if boards.contains(&board) => {}
                    Some((_, boards)) => boards.push(board),
                    None => by_text.push((text, vec![board])),
                }
            }
        }
        let line = |(text, boards): (&str, Vec<&str>)| {
            let who = match boards.len() {
                _ if self.editions.len() == 1 => String::new(),
                all if all == self.editions.len() => "<b>All boards:</b> ".to_owned(),
                _ => format!("<b>{}:</b> ", escaped(&boards.join(", "))),
            };
            format!("<li>{who}{}</li>", escaped(&capital(text)))
        };
        by_text.into_iter().map(line).collect()
    }
}

impl Edition {
    fn is_clean(&self) -> bool {
        !self.not_made && self.warnings.is_empty()
    }

    fn add_to(&self, page: &mut String, title: &str) {
        let whom = self.board.as_deref().map(|board| format!(" for {}", escaped(board))).unwrap_or_default();
        let _ = write!(page, "<li{}>", if self.is_clean() { "" } else { " class=\"bad\"" });
        if let Some(board) = &self.board {
            let _ = write!(page, "<h3>{}</h3>", escaped(board));
        }
        if self.not_made {
            let errors = things(self.errors.len(), "error");
            let _ = write!(page, "<p><strong>Not made, or not all of it: {errors}.</strong></p>");
        }
        let mut shown: Vec<&str> = Vec::new();
        let mut pictures = String::new();
        for file in &self.pages {
            // The files of a document in all forms share a picture.
            let Some(picture) = file.picture.as_deref().filter(|picture| !shown.contains(picture)) else {
                continue;
            };
            shown.push(picture);
            let name = escaped(file.name.split('.').next().unwrap_or_default());
            let _ = write!(
                pictures,
                "<a href=\"{}\"><img loading=\"lazy\" src=\"{picture}\" alt=\"First page of the {name} of {title}{whom}\"></a>",
                file.link
            );
        }
        if !pictures.is_empty() {
            let _ = write!(page, "<div class=\"pages\">{pictures}</div>");
        }
        if !self.pages.is_empty() {
            let of_file = |file: &Page| {
                let (name, about) = (escaped(&file.name), escaped(&file.about));
                let whose = format!("<span class=\"vh\"> of {title}{whom}</span>");
                format!("<li><a href=\"{}\">{name}{whose}</a>, {about}</li>", file.link)
            };
            let files: String = self.pages.iter().map(of_file).collect();
            let _ = write!(page, "<ul class=\"files\">{files}</ul>");
        }
        let _ = writeln!(
            page,
            "<label hidden><input type=\"checkbox\" id=\"{}\">Looked at<span class=\"vh\"> {title}{whom}</span></label></li>",
            self.id
        );
    }
}
