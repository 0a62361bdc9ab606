//! The summary of an import: takes where every word went, gives the lines for the person.

use std::path::Path;

use briefpress::batch::printable;
use briefpress::import::{Arranged, Question, Reason};
use briefpress::model::DraftPlace;

/// Where the briefing is, how many words it has, what to look at, and what was left over.
pub(super) fn summary(out: &Path, arranged: &Arranged) -> String {
    let mut text = format!("→ {}\n{}\n", printable(out), counts(arranged));
    if !arranged.questions.is_empty() {
        text.push_str(&format!("Please look at: {}\n", to_look_at(&arranged.questions)));
    }
    for note in &arranged.notes {
        text.push_str(&format!("Note: {note}\n"));
    }
    for (reason, words) in by_reason(arranged) {
        text.push_str(&format!("left over: {} ({})\n", words.join(" · "), reason.as_str()));
    }
    text
}

/// "430 words in the file: 423 in the briefing, 7 left over (listed below)."
fn counts(arranged: &Arranged) -> String {
    let count = arranged.count;
    let mut text = format!("{} words in the file: {} in the briefing", count.file, count.briefing);
    if count.waiting > 0 {
        text.push_str(&format!(", {} waiting for an answer (as remarks in the briefing)", count.waiting));
    }
    match count.left_over {
        0 => text.push_str(", none left over."),
        left => text.push_str(&format!(", {left} left over (listed below).")),
    }
    text
}

/// The questions that are open, in a few words each.
fn to_look_at(questions: &[Question]) -> String {
    let contacts = questions.iter().filter(|question| question.place == DraftPlace::Contacts).count();
    let others = questions.iter().filter(|question| question.place != DraftPlace::Contacts);
    let mut parts: Vec<String> = others
        .map(|question| match question.key.as_str() {
            "title" if question.choices.is_empty() => "the title (none was found)".to_owned(),
            "title" => "the title".to_owned(),
            "board" => "the board".to_owned(),
            "changes" => "changes that are not accepted in Word yet".to_owned(),
            key if key.starts_with("heading-") => {
                format!("the heading of section {}", &key["heading-".len()..])
            }
            _ => question.text.clone(),
        })
        .collect();
    match contacts {
        0 => {}
        1 => parts.push("contacts: 1 found, say yes to it".to_owned()),
        several => parts.push(format!("contacts: {several} found, say yes to each")),
    }
    parts.join(" · ")
}

fn by_reason(arranged: &Arranged) -> Vec<(Reason, Vec<String>)> {
    let mut groups: Vec<(Reason, Vec<String>)> = Vec::new();
    for left in &arranged.left_over {
        let words = format!("«{}»", visible(&left.text));
        match groups.iter_mut().find(|(reason, _)| *reason == left.reason) {
            Some((_, all)) => all.push(words),
            None => groups.push((left.reason, vec![words])),
        }
    }
    groups
}

/// Words of a file must not drive the terminal: control characters are shown by their number.
pub(super) fn visible(words: &str) -> String {
    let shown = |c: char| if c.is_control() { format!("U+{:04X}", u32::from(c)) } else { c.to_string() };
    words.chars().map(shown).collect()
}
