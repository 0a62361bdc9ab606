//! `export`: takes a briefing, gives a Word document of it for colleagues who comment in Word.

use std::path::PathBuf;

use briefpress::batch::{plain, printable};
use briefpress::pipeline::to_word;

use super::args::{ColorWhen, ExportArgs, Format};
use super::messages::{Messages, Shown};
use super::stream::{complain, print};
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
    match DISK.write_new(&out, &document) {
        Ok(()) => {
            print(&format!(
                "wrote {shown}\nwhen it comes back, type:  briefpress import {shown} --into {briefing}\n"
            ));
            Exit::Done
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            complain(
                &format!("{shown} is there already, and was left as it is"),
                "Give another name with -o",
            );
            Exit::Usage
        }
        Err(error) => {
            complain(
                &format!("{shown} cannot be written: {}", plain(&error)),
                "Choose a folder that you may write to",
            );
            Exit::Usage
        }
    }
}
