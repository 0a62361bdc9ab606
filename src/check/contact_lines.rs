//! Lines of words of a contact: takes its name, its purpose and its hours, gives those that say nothing or not their own.

use super::level::diagnostic;
use crate::address::{is_none, link};
use crate::diag::{Code, Diagnostic};
use crate::model::{Contact, Spanned};

/// All rules about what such a line may hold.
pub(super) fn check(contact: &Contact, out: &mut Vec<Diagnostic>) {
    out.extend(placeholder(&contact.name));
    for (key, line) in [("purpose", &contact.purpose), ("hours", &contact.hours)] {
        let Some(line) = line else { continue };
        out.extend(
            nothing(key, line).or_else(|| number(key, line, contact)).or_else(|| repeats(key, line, contact)),
        );
    }
    out.extend(contact.hours.as_ref().and_then(no_hour));
}

/// What a form calls the place of a name.
fn placeholder(name: &Spanned<String>) -> Option<Diagnostic> {
    const FORMS: [&str; 15] = [
        "name",
        "name of team",
        "name of service",
        "name of organisation",
        "team name",
        "service name",
        "organisation name",
        "organisation",
        "contact",
        "contact name",
        "tel",
        "telephone",
        "phone",
        "email",
        "e-mail",
    ];
    let text = name.value.trim();
    // Most names begin otherwise or are longer.
    if text.len() > 20 || !FORMS.iter().any(|form| form.eq_ignore_ascii_case(text)) {
        return None;
    }
    let message = format!("\u{201c}{text}\u{201d} is what a form calls this line, and no name of a contact");
    Some(diagnostic(Code::LeftOver, name.span, message).hint("Write who answers there"))
}

/// `n/a`, `yes`: a line that says that there is nothing to say.
fn nothing(key: &str, line: &Spanned<String>) -> Option<Diagnostic> {
    let text = line.value.trim();
    let is_yes =
        ["yes", "no", "true", "false", "on", "off"].iter().any(|word| word.eq_ignore_ascii_case(text));
    // What is still to come is told as such.
    let to_come =
        text.len() < 4 && text.to_ascii_lowercase().starts_with("tb") || text.starts_with(['?', '-']);
    if to_come || !is_yes && !is_none(text) {
        return None;
    }
    let message = format!("\u{201c}{text}\u{201d} says nothing to a reader, and is printed");
    let hint = format!("Delete the line `{key}:`, or write words there");
    Some(diagnostic(Code::LeftOver, line.span, message).hint(hint))
}

/// A number or a mail address in the place of words, where no telephone and no link finds it.
fn number(key: &str, line: &Spanned<String>, contact: &Contact) -> Option<Diagnostic> {
    let text = line.value.trim();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let is_number = digits > 9 && text.bytes().all(|byte| byte.is_ascii_digit() || b" +()-".contains(&byte));
    let own = match () {
        () if is_number => "phone",
        () if text.contains('@') && link::email(text).is_ok() => "email",
        () => return None,
    };
    let message = format!("`{key}:` holds words, and this belongs behind `{own}:`, where it can be followed");
    let told = diagnostic(Code::ContactWords, line.span, message);
    Some(told.hint(match contact.value(own) {
        Some(_) => format!("Give it a contact of its own: `- name:` with `{own}: {text}` below it"),
        None => format!("Write `{own}: {text}` in its place"),
    }))
}

/// A purpose that is the name once more.
fn repeats(key: &str, line: &Spanned<String>, contact: &Contact) -> Option<Diagnostic> {
    let same = line.value.trim().eq_ignore_ascii_case(contact.name.value.trim());
    same.then(|| {
        let message = format!("`{key}:` says the name once more");
        let told = diagnostic(Code::LeftOver, line.span, message);
        told.hint(format!("Delete the line `{key}:`, or write there what the contact is for"))
    })
}

/// `9am to 25pm`: an hour that no clock shows.
fn no_hour(line: &Spanned<String>) -> Option<Diagnostic> {
    let text = line.value.as_str();
    let hour = text.match_indices(['a', 'p']).find_map(|(at, _)| {
        let ends = text[at + 1..].starts_with('m');
        let front = text[..at].trim_end_matches(' ');
        let start = front.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let whole = ends && !front[..start].ends_with([':', '.']);
        front[start..].parse::<u32>().ok().filter(|hour| whole && *hour > 12 && *hour < 100)
    })?;
    let message = format!("{hour} is no hour of a clock with am and pm");
    Some(
        diagnostic(Code::TypingSlip, line.span, message)
            .hint("Write an hour from 1 to 12, or without am and pm"),
    )
}
