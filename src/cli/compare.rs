//! `compare`: takes two briefings that are to say the same, gives what one of them has and the other has not.

use briefpress::compare::compare as differences;
use briefpress::diag::{Diagnostic, Severity};
use briefpress::english::things;
use briefpress::model::Briefing;
use briefpress::read;
use briefpress::source::Sources;

use super::args::{ColorWhen, CompareArgs, Format};
use super::messages::{Messages, Shown};
use super::{DISK, Exit, print};

/// The messages point into the second file; in both languages the same message says the same.
pub(crate) fn compare(args: &CompareArgs, color: ColorWhen) -> Exit {
    let shown = Shown { form: args.format, color, strict: true, to_stdout: true };
    let (mut messages, mut sources, mut briefings) = (Messages::default(), Sources::default(), Vec::new());
    let mut found: Vec<Diagnostic> = Vec::new();
    for path in [&args.first, &args.second] {
        match DISK.read_source(path) {
            Ok(bytes) => {
                let (briefing, said) = read::briefing(&mut sources, &path.to_string_lossy(), &bytes, None);
                // Advice about one file alone is the business of `check`.
                found.extend(said.into_iter().filter(|message| message.severity == Severity::Error));
                briefings.extend(briefing);
            }
            Err(why) => messages.add_disk(&why),
        }
    }
    if let [first, second] = &briefings[..] {
        found.extend(differences(&sources, first, second));
        if found.is_empty() && args.format == Format::Text {
            print(&alike(second));
        }
    }
    messages.add(&sources, &found);
    messages.finish(&shown)
}

/// What was found to be the same.
fn alike(briefing: &Briefing) -> String {
    let contacts = things(briefing.contacts.len(), "contact");
    format!(
        "the same in both: seven sections with their lists, numbers and links, {contacts}, days and version\n"
    )
}
