//! Drafts: takes what is known of a briefing, gives its YAML, with what is still to be said as remarks.

use super::markdown::body;
use crate::model::{CHANNELS, Channel, Draft, DraftContact, DraftPlace, DraftSection};
use crate::scalar::scalar;

/// The line by which editors complete keys and underline mistakes.
const SCHEMA: &str = "# yaml-language-server: $schema=briefing.schema.json";

/// The YAML of a draft.
///
/// A title, board or text that is not known is left empty below its question, so that `check` names it too.
#[must_use]
pub fn briefing(draft: &Draft) -> String {
    let mut yaml = Writer { text: format!("{SCHEMA}\n"), draft };
    yaml.remarks(DraftPlace::Top, "");
    yaml.remarks(DraftPlace::Title, "");
    yaml.value("", "title", draft.title.as_deref().or(Some("")));
    yaml.value("", "label", draft.label.as_deref());
    for key in ["language", "section_label", "version", "issued", "review_by", "web"] {
        yaml.value("", key, detail(&draft.details, key));
    }
    yaml.text.push('\n');
    yaml.remarks(DraftPlace::Board, "");
    yaml.text.push_str("board:\n");
    yaml.value("  ", "name", draft.board.as_deref().or(Some("")));
    yaml.value("  ", "short_name", draft.short_name.as_deref());
    yaml.text.push_str("\nsections:\n");
    for (at, section) in draft.sections.iter().enumerate() {
        yaml.section(at, section);
    }
    yaml.contacts();
    yaml.text
}

struct Writer<'d> {
    text: String,
    draft: &'d Draft,
}

impl Writer<'_> {
    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// A key with its value; without words the key stands alone, without a value it is left out.
    fn value(&mut self, indent: &str, key: &str, value: Option<&str>) {
        match value {
            None => {}
            Some("") => self.line(&format!("{indent}{key}:")),
            Some(words) => self.line(&format!("{indent}{key}: {}", scalar(words))),
        }
    }

    fn remarks(&mut self, place: DraftPlace, indent: &str) {
        for remark in self.draft.remarks.iter().filter(|remark| remark.place == place) {
            for line in remark.lines.iter().flat_map(|line| line.lines()) {
                self.line(&format!("{indent}# {}", printable(line)));
            }
        }
    }

    fn section(&mut self, at: usize, section: &DraftSection) {
        if at > 0 {
            self.text.push('\n');
        }
        self.remarks(DraftPlace::Section(at + 1), "  ");
        self.value("  ", "- heading", section.heading.as_deref().or(Some("")));
        let body = body(&section.body);
        if body.is_empty() {
            self.line("    body:");
            return;
        }
        self.line("    body: |");
        for line in body.lines() {
            self.line(&format!("      {line}"));
        }
    }

    fn contacts(&mut self) {
        self.text.push('\n');
        self.remarks(DraftPlace::Contacts, "");
        let (agreed, proposed): (Vec<&DraftContact>, Vec<&DraftContact>) =
            self.draft.contacts.iter().partition(|contact| contact.agreed);
        if !agreed.is_empty() || !proposed.is_empty() {
            self.line(if agreed.is_empty() { "contacts: []" } else { "contacts:" });
        }
        agreed.iter().for_each(|contact| self.contact(contact, ""));
        if !proposed.is_empty() {
            self.line("# QUESTION: are these contacts right? Take the # away from those that are, and give each a name.");
            if agreed.is_empty() {
                self.line("# (Then take the [] away behind \"contacts:\" too.)");
            }
            proposed.iter().for_each(|contact| self.contact(contact, "#"));
        }
    }

    fn contact(&mut self, contact: &DraftContact, remark: &str) {
        let name = if contact.name.is_empty() { "Name?" } else { &contact.name };
        self.value(&format!("{remark}  "), "- name", Some(name));
        let inner = format!("{remark}    ");
        self.value(&inner, "purpose", detail(&contact.details, "purpose"));
        self.value(&inner, "phone", contact.phone.as_deref());
        for Channel { key, .. } in CHANNELS {
            self.value(&inner, key, detail(&contact.details, key));
        }
        self.value(&inner, "email", contact.email.as_deref());
        self.value(&inner, "url", contact.url.as_deref());
        if contact.qr {
            self.line(&format!("{inner}qr: true"));
        }
        self.value(&inner, "hours", detail(&contact.details, "hours"));
        if contact.emergency {
            self.line(&format!("{inner}emergency: true"));
        }
    }
}

/// The value of a key.
fn detail<'d>(details: &'d [(&'static str, String)], key: &str) -> Option<&'d str> {
    details.iter().find(|(own, _)| *own == key).map(|(_, value)| value.as_str())
}

/// A remark is read by nobody but people, yet one character of the wrong kind makes a file unreadable.
fn printable(line: &str) -> String {
    line.chars().filter(|c| !c.is_control()).collect()
}
