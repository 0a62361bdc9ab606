//! `required-version`: takes what a file wants, refuses it where this program is another.

use super::take::{Fields, Reader, shortened};
use crate::diag::Code;

/// Refuses a file that wants another program: what it asks for may mean something else here. `what` is a briefing or
/// a project.
pub(super) fn required_version(reader: &mut Reader<'_>, fields: &Fields<'_>, what: &str) {
    const OWN: &str = env!("CARGO_PKG_VERSION");
    let Some(wanted) = reader.optional_line(fields, "required-version") else { return };
    let mut own = OWN.split('.');
    if wanted.value.split('.').all(|part| own.next() == Some(part)) {
        return;
    }
    let message = format!("this {what} wants briefpress {}, and this is {OWN}", shortened(&wanted.value));
    let hint = format!(
        "Use the program of that version; or write `required-version: \"{OWN}\"`, build, and look at every page"
    );
    reader.error(Code::BadValue, wanted.span, message, hint);
}
