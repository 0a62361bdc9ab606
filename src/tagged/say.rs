//! Saying: takes a PDF's tags, gives what a screen reader says of them, as lines of text.
//!
//! Words of the document stand as they are; what the reader adds by itself stands in square brackets. No two screen
//! readers say it in the same words, but each of them says these things, in this order.

use std::fmt::Write as _;

use super::roles::is_inline;
use super::tree::{Elem, Kid, Tagged};
use crate::english::things;

/// What a screen reader says, from the first page to the last.
#[must_use]
pub fn say(tagged: &Tagged) -> String {
    let language = tagged.language.as_deref().unwrap_or("");
    let mut voice =
        Voice { lines: String::new(), line: String::new(), page: 0, language, indent: 0, item: None };
    let title = tagged.title.as_deref().unwrap_or("none: a screen reader says the name of the file");
    voice.say(&format!("[title] {title}"));
    voice.end();
    voice.say(&format!("[language] {}", if language.is_empty() { "none" } else { language }));
    voice.end();
    voice.say(&format!("[{}]", things(tagged.pages, "page")));
    voice.end();
    tagged.elems.iter().for_each(|elem| voice.elem(elem, language));
    voice.end();
    for words in &tagged.unread {
        voice.say(&format!("[never read: these words are in no tag] {}", words.trim()));
        voice.end();
    }
    voice.lines
}

struct Voice<'t> {
    lines: String,
    line: String,
    /// The page of the last words, from 1.
    page: usize,
    /// The language of the last words.
    language: &'t str,
    /// How deep the lists are.
    indent: usize,
    /// What is said before the words of an item.
    item: Option<String>,
}

impl<'t> Voice<'t> {
    /// Adds words to the line, which leaves one space between words when it ends.
    fn say(&mut self, words: &str) {
        self.line.push_str(words);
    }

    /// The end of words that are more than words; a space at their end stands behind it.
    fn close(&mut self, what: &str) {
        let spaced = self.line.ends_with(char::is_whitespace);
        self.say(&format!(" [end of {what}]{}", if spaced { " " } else { "" }));
    }

    /// Ends the line, if it has words.
    fn end(&mut self) {
        let words = self.line.split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            let _ = writeln!(self.lines, "{:width$}{words}", "", width = 2 * self.indent);
        }
        self.line.clear();
    }

    /// A line of the reader's own.
    fn remark(&mut self, words: &str) {
        self.end();
        self.say(words);
        self.end();
    }

    fn elem(&mut self, elem: &'t Elem, language: &'t str) {
        let language = elem.language.as_deref().unwrap_or(language);
        if is_inline(&elem.role) {
            self.inline(elem, language);
            return;
        }
        self.end();
        match elem.role.as_str() {
            "L" => self.list(elem, language),
            "LI" => self.kids(elem, language),
            "Figure" | "Formula" => self.picture(elem, language),
            "Table" => {
                self.remark("[table]");
                self.kids(elem, language);
                self.remark("[end of table]");
            }
            "TR" => {
                self.remark("[row]");
                self.kids(elem, language);
            }
            role => {
                if let Some(level) = heading(role) {
                    self.begin(elem);
                    self.say(&format!("[heading {level}] "));
                }
                self.kids(elem, language);
            }
        }
        self.end();
    }

    /// What a line begins with: a new page, the number of an item.
    fn begin(&mut self, elem: &Elem) {
        if let Some(page) = first_page(elem) {
            self.turn_to(page);
        }
        if let Some(item) = self.item.take() {
            self.say(&item);
        }
    }

    fn turn_to(&mut self, page: usize) {
        if page != self.page {
            self.page = page;
            let line = std::mem::take(&mut self.line);
            if line.trim().is_empty() {
                self.remark(&format!("[page {page}]"));
                self.line = line;
            } else {
                self.line = format!("{line} [page {page}] ");
            }
        }
    }

    fn list(&mut self, elem: &'t Elem, language: &'t str) {
        let items =
            elem.kids.iter().filter(|kid| matches!(kid, Kid::Elem(item) if item.role == "LI")).count();
        if let Some(page) = first_page(elem) {
            self.turn_to(page);
        }
        let kind = if elem.numbered { "numbered list" } else { "list" };
        self.remark(&format!("[{kind} of {}]", things(items, "item")));
        self.indent += 1;
        let mut number = 0;
        for kid in &elem.kids {
            let Kid::Elem(kid) = kid else { continue };
            if kid.role == "LI" {
                number += 1;
                self.item = Some(format!("[{number} of {items}] "));
            }
            self.elem(kid, language);
            self.item = None;
        }
        self.indent -= 1;
        self.remark("[end of list]");
    }

    fn picture(&mut self, elem: &'t Elem, language: &'t str) {
        self.begin(elem);
        match elem.alt.as_deref().or(elem.actual.as_deref()) {
            Some(alt) => {
                self.say("[picture] ");
                self.speak(alt, language);
            }
            None => self.say("[picture without words for those who do not see it]"),
        }
    }

    fn inline(&mut self, elem: &'t Elem, language: &'t str) {
        let target = elem.kids.iter().find_map(|kid| match kid {
            Kid::Target(uri, name) => Some((uri, name)),
            Kid::Elem(_) | Kid::Words(..) => None,
        });
        if let Some((uri, name)) = target {
            self.begin(elem);
            // A link that is called what its words say is told once.
            let name = name.as_deref().filter(|name| *name != words(elem).trim());
            let name = name.map_or_else(String::new, |name| format!(" “{name}”"));
            self.say(&format!("[link{name} to {uri}] "));
        }
        let strong = matches!(elem.role.as_str(), "Strong" | "Em");
        if strong {
            self.begin(elem);
            self.say("[strong] ");
        }
        match elem.alt.as_ref() {
            Some(alt) => self.speak(alt, language),
            None => self.kids(elem, language),
        }
        if let Some(expansion) = &elem.expansion {
            self.say(&format!(" [short for {expansion}]"));
        }
        if strong {
            self.close("strong");
        }
        if target.is_some() {
            self.close("link");
        }
        if elem.role == "Lbl" {
            self.say(" ");
        }
    }

    fn kids(&mut self, elem: &'t Elem, language: &'t str) {
        if let Some(actual) = &elem.actual {
            self.begin(elem);
            self.speak(actual, language);
            return;
        }
        for kid in &elem.kids {
            match kid {
                Kid::Elem(kid) => self.elem(kid, language),
                Kid::Words(words, page) => {
                    self.turn_to(*page);
                    if let Some(item) = self.item.take() {
                        self.say(&item);
                    }
                    self.speak(words, language);
                }
                Kid::Target(..) => {}
            }
        }
    }

    /// Words of the document; a language that is another than before is told.
    fn speak(&mut self, words: &str, language: &'t str) {
        if language != self.language && words.chars().any(char::is_alphabetic) {
            self.language = language;
            self.say(&format!(" [in {language}] "));
        }
        self.say(words);
    }
}

fn heading(role: &str) -> Option<&str> {
    role.strip_prefix('H').filter(|level| level.len() == 1 && level.chars().all(|c| c.is_ascii_digit()))
}

/// The words of an element.
fn words(elem: &Elem) -> String {
    let words = elem.kids.iter().map(|kid| match kid {
        Kid::Elem(kid) => words(kid),
        Kid::Words(words, _) => words.clone(),
        Kid::Target(..) => String::new(),
    });
    words.collect()
}

/// The page of an element's first words.
fn first_page(elem: &Elem) -> Option<usize> {
    elem.kids.iter().find_map(|kid| match kid {
        Kid::Elem(kid) => first_page(kid),
        Kid::Words(_, page) => Some(*page),
        Kid::Target(..) => None,
    })
}
