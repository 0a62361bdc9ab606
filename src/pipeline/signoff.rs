//! Sign-off: takes a briefing and a Word file that colleagues edited, gives each change, and the YAML with those taken.

use super::intake::shape;
use crate::diag::{Diagnostic, Replacement};
use crate::edit;
use crate::import::{self, LeftOver, Office, Refusal, Revision, revision};
use crate::model::{Block, Briefing, CONTACT_COLUMNS, Contact, Spanned};
use crate::read;
use crate::source::{Sources, Span};
use crate::twin::word;

/// One change, to be taken or left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its name, by which an answer is given: `section-3-text`.
    pub key: String,
    /// What it changes, for a person: "section 3, text".
    pub what: String,
    /// What the briefing says.
    pub old: String,
    /// What the document says.
    pub new: String,
    /// The change in the YAML; `None` where a person has to make it there.
    pub replacement: Option<Replacement>,
}

/// All that an edited document says otherwise.
#[derive(Clone, Debug)]
pub struct SignOff {
    /// The changes, in the order of the briefing.
    pub changes: Vec<Change>,
    text: String,
    revision: Revision,
}

/// Compares a briefing with an edited document.
///
/// The document is compared with one that is written of the briefing now, so that only a person's changes differ.
///
/// # Errors
/// Where the briefing has mistakes, or the document is not one that can be compared.
pub fn sign_off(name: &str, bytes: &[u8], office: &Office) -> Result<SignOff, Refusal> {
    let revision = revision(office)?;
    let (changes, text) = changes(name, bytes, &revision)?;
    Ok(SignOff { changes, text, revision })
}

/// The changes, and the text of the briefing.
fn changes(name: &str, bytes: &[u8], revised: &Revision) -> Result<(Vec<Change>, String), Refusal> {
    let mut sources = Sources::default();
    let briefing = briefing(&mut sources, name, bytes)?;
    let document = word(&briefing).map_err(|why| fault(&why.to_string()))?;
    let now = revision(&import::read(&document)?)?;
    let text = sources.get(briefing.title.span.source).text().to_owned();
    let mut finder = Finder { text: &text, changes: Vec::new() };
    finder.line("title", "the title", &briefing.title, now.title.as_deref(), revised.title.as_deref());
    finder.line("board", "the board", &briefing.board.name, now.board.as_deref(), revised.board.as_deref());
    if let Some(label) = revised.label.as_ref().filter(|_| now.label != revised.label) {
        // The line above the title may be the program's own, which stands nowhere in the YAML.
        finder.add("label", "the line above the title", now.label.as_deref().unwrap_or(""), label, None);
    }
    finder.sections(&briefing, &now, revised);
    finder.contacts(&briefing, &now, revised);
    let changes = finder.changes;
    Ok((changes, text))
}

impl SignOff {
    /// Remarks of colleagues and other words that are no text.
    #[must_use]
    pub fn left_over(&self) -> &[LeftOver] {
        &self.revision.left_over
    }

    /// The YAML with the changes of these numbers in the list, and every other byte as it was.
    ///
    /// # Errors
    /// Where the result would not say exactly what was taken.
    pub fn take(&self, name: &str, taken: &[usize]) -> Result<String, Refusal> {
        let chosen = taken.iter().filter_map(|at| self.changes.get(*at)?.replacement.clone());
        let chosen: Vec<Replacement> = chosen.collect();
        let edited = edit::apply(&self.text, &chosen).map_err(|why| fault(&why.to_string()))?;
        // Compared once more: what was taken differs no longer, and everything else as before.
        let (rest, _) = changes(name, edited.as_bytes(), &self.revision)?;
        let left = self
            .changes
            .iter()
            .enumerate()
            .filter(|(at, change)| !taken.contains(at) || change.replacement.is_none());
        let left = left.map(|(_, change)| &change.key);
        if left.eq(rest.iter().map(|change| &change.key)) {
            Ok(edited)
        } else {
            Err(fault("they would change more"))
        }
    }
}

/// A briefing as a Word document; none where it has mistakes, which are in the messages.
#[must_use]
pub fn to_word(name: &str, bytes: &[u8]) -> (Option<Vec<u8>>, Sources, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    let (briefing, messages) = read::briefing(&mut sources, name, bytes, None);
    (briefing.and_then(|briefing| word(&briefing).ok()), sources, messages)
}

fn fault(why: &str) -> Refusal {
    Refusal {
        why: format!("the changes cannot be made: {why}"),
        advice: "Nothing was changed. Make them in the briefing itself, and please report this file"
            .to_owned(),
    }
}

fn briefing(sources: &mut Sources, name: &str, bytes: &[u8]) -> Result<Briefing, Refusal> {
    let (briefing, messages) = read::briefing(sources, name, bytes, None);
    briefing.ok_or_else(|| Refusal {
        why: messages.first().map_or_else(String::new, |first| first.message.clone()),
        advice: format!("Put {name} right first; briefpress check {name} says where"),
    })
}

struct Finder<'t> {
    text: &'t str,
    changes: Vec<Change>,
}

impl Finder<'_> {
    fn add(&mut self, key: &str, what: &str, old: &str, new: &str, replacement: Option<Replacement>) {
        self.changes.push(Change {
            key: key.to_owned(),
            what: what.to_owned(),
            old: old.to_owned(),
            new: new.to_owned(),
            replacement,
        });
    }

    /// A value of one line. One that the document has no more is left as it is.
    fn line(&mut self, key: &str, what: &str, old: &Spanned<String>, now: Option<&str>, new: Option<&str>) {
        let Some(new) = new.filter(|new| !new.is_empty() && now != Some(*new)) else { return };
        let replacement = Replacement { span: old.span, text: edit::scalar(new) };
        self.add(key, what, &old.value, new, Some(replacement));
    }

    fn sections(&mut self, briefing: &Briefing, now: &Revision, new: &Revision) {
        let pairs = briefing.sections.iter().zip(now.sections.iter().zip(&new.sections));
        for (number, (old, (now, new))) in (1..).zip(pairs) {
            let (key, what) = (format!("section-{number}-heading"), format!("section {number}, heading"));
            self.line(&key, &what, &old.heading, now.heading.as_deref(), new.heading.as_deref());
            if shape(&now.body) != shape(&new.body) {
                let replacement = self.body(old.span, &new.body);
                let (was, is) = (edit::body(&old.body), edit::body(&new.body));
                let (key, what) = (format!("section-{number}-text"), format!("section {number}, text"));
                self.add(&key, &what, &was, &is, Some(replacement));
            }
        }
    }

    /// A body in the place of another one: lines as far in as the old ones were.
    fn body(&self, span: Span, blocks: &[Block]) -> Replacement {
        let body = edit::body(blocks);
        let start = span.range().start;
        let line_start = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let before = &self.text[line_start..start];
        let is_block = before.trim().is_empty();
        let depth =
            if is_block { before.len() } else { before.find(|c| c != ' ' && c != '-').unwrap_or(0) + 2 };
        let indent = " ".repeat(depth);
        let lines: Vec<String> = body
            .lines()
            .map(|line| if line.is_empty() { String::new() } else { format!("{indent}{line}") })
            .collect();
        let text = lines.join("\n");
        let text = if is_block { text.trim_start().to_owned() } else { format!("|\n{text}") };
        Replacement { span, text }
    }

    fn contacts(&mut self, briefing: &Briefing, now: &Revision, new: &Revision) {
        if now.contacts.len() != new.contacts.len() {
            let rows = |all: &Revision| format!("{} contacts", all.contacts.len());
            self.add("contacts", "the number of contacts", &rows(now), &rows(new), None);
            return;
        }
        let pairs = briefing.contacts.iter().zip(now.contacts.iter().zip(&new.contacts));
        for (number, (old, (now, new))) in (1..).zip(pairs) {
            for &(name, ..) in &CONTACT_COLUMNS {
                // A column that the document has no more leaves its values as they are.
                let Some(new) = cell(new, name) else { continue };
                let (value, now) = (old.value(name), cell(now, name).unwrap_or_default());
                let (key, what) = (format!("contact-{number}-{name}"), format!("{}, {name}", old.name.value));
                match value {
                    _ if now == new => {}
                    Some(value) if !new.is_empty() => self.line(&key, &what, value, Some(now), Some(new)),
                    // What goes away takes its key along, and perhaps more: a person does that.
                    Some(value) => self.add(&key, &what, &value.value, "", None),
                    None => {
                        let replacement = self.new_key(old, name, new);
                        self.add(&key, &what, "", new, Some(replacement));
                    }
                }
            }
        }
    }

    /// A new key in the line below the name of a contact.
    fn new_key(&self, contact: &Contact, key: &str, value: &str) -> Replacement {
        let name = contact.name.span;
        let start = name.range().start;
        let line_start = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let depth = self.text[line_start..start].find("name").unwrap_or(0);
        let end = self.text[start..].find('\n').map_or(self.text.len(), |at| start + at);
        let text = format!("\n{}{key}: {}", " ".repeat(depth), edit::scalar(value));
        Replacement { span: Span::new(name.source, end..end), text }
    }
}

/// The words of a row in the column of a key.
fn cell<'r>(row: &'r [(&'static str, String)], key: &str) -> Option<&'r str> {
    row.iter().find(|(own, _)| *own == key).map(|(_, words)| words.as_str())
}
