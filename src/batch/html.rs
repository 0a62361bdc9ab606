//! HTML of papers: takes paths and texts, gives links that lead there and texts that are no markup.

use std::path::Path;

use super::way::between;
use crate::language::{Direction, Language};
use crate::markup::escaped;

/// What all papers look like; each has its own style behind it.
pub(super) const PAPERS: &str = include_str!("papers.css");

/// A picture as an address that holds it, for a page that has to be one file. Quotes are changed so that fewer
/// characters have to be written as numbers; XML takes either kind.
pub(super) fn data(svg: &str) -> String {
    let mut address = String::with_capacity(svg.len() * 5 / 4);
    address.push_str("data:image/svg+xml,");
    for c in svg.trim_end().chars() {
        match c {
            '"' => address.push('\''),
            '\'' | '#' | '%' | '<' | '>' | '&' | '\n' => address.push_str(&format!("%{:02X}", u32::from(c))),
            // Blanks in an address are for HTML 5 an error, and cost three letters each.
            ' ' => address.push_str("%20"),
            c => address.push(c),
        }
    }
    address
}

/// The address of a file, seen from a page.
pub(super) fn link(page: &Path, to: &Path) -> String {
    let from = page.parent().unwrap_or(Path::new(""));
    let way = between(from, to);
    let way = way.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
    way.bytes().fold(String::new(), |mut link, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => {
                link.push(byte.into())
            }
            _ => link.push_str(&format!("%{byte:02X}")),
        }
        link
    })
}

/// The language of a title, where it is not that of the page.
pub(super) fn spoken(tag: &str) -> String {
    match Language::new(tag) {
        Some(language) if language.primary() != "en" => {
            let direction = if language.direction() == Direction::RightToLeft { " dir=\"rtl\"" } else { "" };
            format!(" lang=\"{}\"{direction}", escaped(tag))
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_in_an_address_is_the_same_picture() {
        let address = data("<svg viewBox=\"0 0 1 2\"><path fill=\"#fff\" d=\"m0 0\"/></svg>\n");
        assert_eq!(
            address,
            "data:image/svg+xml,%3Csvg%20viewBox='0%200%201%202'%3E%3Cpath%20fill='%23fff'%20d='m0%200'/%3E%3C/svg%3E"
        );
    }

    #[test]
    fn links_lead_from_the_page_to_the_file() {
        let link = |page: &str, file: &str| link(Path::new(page), Path::new(file));
        assert_eq!(link("dist/index.html", "dist/a/b c.pdf"), "a/b%20c.pdf");
        assert_eq!(link("sheet.html", "dist/a.pdf"), "dist/a.pdf");
        assert_eq!(link("look/sheet.html", "dist/ä.pdf"), "../dist/%C3%A4.pdf");
    }
}
