//! `export`: takes a briefing, gives a Word document of it for colleagues who comment in Word.

use std::path::PathBuf;

use briefpress::batch::printable;
use briefpress::pipeline::to_word;
use briefpress::shell::quoted;

use super::args::{ColorWhen, ExportArgs, Format};
use super::messages::{Messages, Shown};
use super::place::place;
use super::stream::print;
use super::{DISK, Exit};

/// Writes the document; a briefing with mistakes gives its messages instead.
pub(crate) fn export(args: &ExportArgs, color: ColorWhen) -> Exit {
    let path = &args.briefing;
    let bytes = match DISK.read_source(path) {
        Ok(bytes) => bytes,
        Err(why) => {
            let mut messages = Messages::default();
            messages.add_disk(&why);
            return messages.finish(&Shown { form: Format::Text, color, strict: false, to_stdout: false });
        }
    };
    let (document, sources, diagnostics) = to_word(&printable(path), &bytes);
    let Some(document) = document else {
        let mut messages = Messages::default();
        messages.add(&sources, &diagnostics);
        return messages.finish(&Shown { form: Format::Text, color, strict: false, to_stdout: false });
    };
    let stem = path.file_stem().unwrap_or_default();
    let out = args.out.clone().unwrap_or_else(|| PathBuf::from(stem).with_extension("docx"));
    let (shown, briefing) = (printable(&out), printable(path));
    if let Err(exit) = place(&out, &document, "Give another name with -o") {
        return exit;
    }
    print(&format!(
        "wrote {shown}\nwhen it comes back, type:  briefpress import {} --into {}\n",
        quoted(&shown),
        quoted(&briefing)
    ));
    Exit::Done
}
