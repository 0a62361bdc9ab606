//! A contact in one line: takes it, gives the lines to type.

use super::quote::shortened;
use crate::scalar::scalar;

/// The lines of a contact that was written in one: `Police 999`.
pub(super) fn contact_of(text: &str) -> String {
    let start = text.find(|c: char| c.is_ascii_digit() || matches!(c, '+' | '('));
    let (name, number) = start.map_or((text, ""), |at| text.split_at(at));
    let name = name.trim_end_matches([' ', ':', '-', ',', '(', '\u{2013}', '\u{2014}']);
    let number = number.trim_end_matches([')', '.', ',']);
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    match digits > 2 && !name.is_empty() {
        true => format!(
            "Write `- name: {}`, and on the line below `phone: {}`",
            shortened(&scalar(name)),
            shortened(&scalar(number))
        ),
        false => format!("Write `- name: {}`, and on the line below `phone:`", shortened(&scalar(text))),
    }
}
