//! The report of an import: takes what became of each file, gives one JSON file for programs.

use std::path::Path;

use briefpress::batch::{is_free, plain, printable, way_out};
use briefpress::import::Question;
use briefpress::pipeline::Intake;
use serde_json::{Value, json};

use super::super::stream::complain;
use super::super::{DISK, Exit};

/// What became of each file, in order.
#[derive(Debug, Default)]
pub(super) struct Report {
    files: Vec<Value>,
}

impl Report {
    /// A file that came in.
    pub(super) fn add(&mut self, file: &Path, out: &Path, intake: &Intake) {
        let arranged = &intake.arranged;
        let count = arranged.count;
        let left: Vec<Value> = arranged
            .left_over
            .iter()
            .map(|left| json!({ "text": left.text, "reason": left.reason.as_str() }))
            .collect();
        self.files.push(json!({
            "file": printable(file),
            "briefing": printable(out),
            "words": {
                "file": count.file,
                "briefing": count.briefing,
                "waiting": count.waiting,
                "left_over": count.left_over,
            },
            "left_over": left,
            "questions": arranged.questions.iter().map(question).collect::<Vec<_>>(),
            "notes": arranged.notes,
        }));
    }

    /// A file that did not.
    pub(super) fn refuse(&mut self, file: &Path, why: &str, advice: &str) {
        self.files.push(json!({ "file": printable(file), "refused": why, "advice": advice }));
    }

    /// Whether it may be written to a path: nothing is there, or an earlier report. Says so where it may not.
    pub(super) fn may_go(path: &Path) -> bool {
        let free = is_free(&DISK, path);
        if !free {
            let why =
                format!("{} is there, and is no report of briefpress; it was left as it is", printable(path));
            complain(&why, "Give --report a file that is not there yet, or an earlier report");
        }
        free
    }

    /// Writes it.
    pub(super) fn write(&self, path: &Path) -> Exit {
        // Asked once more: the file may be one of those that came in.
        if !Report::may_go(path) {
            return Exit::Usage;
        }
        // By its program a later run knows it for ours.
        let program = concat!("briefpress ", env!("CARGO_PKG_VERSION"));
        let text = format!("{:#}\n", json!({ "program": program, "files": self.files }));
        match DISK.write_over(path, text.as_bytes()) {
            Ok(()) => Exit::Done,
            Err(error) => {
                let shown = printable(path);
                complain(
                    &format!("the report {shown} cannot be written: {}", plain(&error)),
                    &way_out(&error),
                );
                Exit::Usage
            }
        }
    }
}

fn question(question: &Question) -> Value {
    json!({
        "key": question.key,
        "text": question.text,
        "shown": question.shown,
        "choices": question.choices,
        "own_words": question.own_words,
    })
}
