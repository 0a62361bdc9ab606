//! `fix`: takes briefings, shows the lines that can be put right without a person, and writes them where asked to.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use briefpress::batch::{Folders, Job, plain, plan, printable, way_in};
use briefpress::diag::Diagnostic;
use briefpress::english::things;
use briefpress::fix::{Change, Fixed, fix as cure};
use briefpress::pipeline::{Inputs, Options, Worker, Workshop};

use super::args::{ColorWhen, FixArgs, Format};
use super::clock::today;
use super::messages::{Messages, Shown};
use super::{DISK, Exit, complain, print};
use briefpress::shell::quoted;

/// The files that were looked at: what is in each, and what it would be.
type Files = BTreeMap<PathBuf, (Vec<u8>, Fixed)>;

pub(crate) fn fix(args: &FixArgs, color: ColorWhen) -> Exit {
    // Where PDFs would go is of no concern here; the folder only names the jobs.
    let jobs = match plan(&DISK, &args.paths, args.boards.as_deref(), Path::new("out")) {
        Ok(plan) => plan.jobs,
        Err(error) => {
            complain(&error.message, &error.advice);
            return Exit::Usage;
        }
    };
    let workshop = Workshop::embedded();
    let (mut worker, mut files, mut unread) = (Worker::new(&workshop), Files::new(), Messages::default());
    let mut left = 0;
    for job in &jobs {
        match look(job, &workshop, &mut worker, &mut files) {
            Ok(count) => left += count,
            Err(why) => unread.add_disk(&why),
        }
    }
    files.retain(|_, (_, fixed)| !fixed.changes.is_empty());
    for (path, (_, fixed)) in &files {
        print(&shown(path, &fixed.changes));
    }
    let exit = if args.write { write(&files) } else { Exit::Done };
    if exit == Exit::Done {
        print(&last_words(args, &files, left));
    }
    let shown = Shown { form: Format::Text, color, strict: false, to_stdout: false };
    let asked = if args.write || files.is_empty() { Exit::Done } else { Exit::Content };
    exit.max(asked).max(if unread.is_empty() { Exit::Done } else { unread.finish(&shown) })
}

/// Puts right what can be in the files of a job; gives how many messages are left.
fn look(job: &Job, workshop: &Workshop, worker: &mut Worker, files: &mut Files) -> Result<usize, Diagnostic> {
    let paths: Vec<&PathBuf> = std::iter::once(&job.briefing).chain(&job.board).collect();
    let read = paths.iter().map(|path| DISK.read_source(path)).collect::<Result<Vec<_>, _>>()?;
    let names: Vec<String> = paths.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    let mut sources = names.iter().map(String::as_str).zip(read.iter().map(Vec::as_slice));
    let Some(briefing) = sources.next() else { return Ok(0) };
    let folders = Folders::of(&DISK, paths.iter().rev().map(|path| path.as_path()));
    let inputs = Inputs { briefing, board: sources.next(), files: &folders, beside: &[] };
    let options = Options { today: today(), ..Options::default() };
    let (fixed, left) = cure(workshop, worker, &inputs, &options);
    for ((path, old), fixed) in paths.into_iter().zip(&read).zip(fixed) {
        // A briefing is looked at once for each board; what is right for one of them is right for all.
        let known = files.get(path).map_or(0, |(_, known)| known.changes.len());
        if fixed.changes.len() > known || !files.contains_key(path) {
            files.insert(path.clone(), (old.clone(), fixed));
        }
    }
    Ok(left.len())
}

/// The changes of a file: why, and the lines before and after.
fn shown(path: &Path, changes: &[Change]) -> String {
    let mut out = String::new();
    for change in changes {
        for reason in &change.reasons {
            out.push_str(&format!(
                "{}:{}: {} [{}]\n",
                printable(path),
                change.line,
                reason.text,
                reason.code
            ));
        }
        for (name, lines) in [("before", &change.before), ("after", &change.after)] {
            for line in lines {
                out.push_str(&format!("  {name:>6} | {}\n", visible(line)));
            }
            if lines.is_empty() {
                out.push_str(&format!("  {name:>6} | (nothing)\n"));
            }
        }
        out.push('\n');
    }
    out
}

/// A line with a name for whatever cannot be seen, or looks like something else.
fn visible(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        match c {
            '\t' => out.push_str("<tab>"),
            '\u{a0}' | '\u{202f}' => out.push_str("<no-break space>"),
            '\u{2000}'..='\u{200a}' | '\u{3000}' => out.push_str("<wide space>"),
            '\u{ad}' => out.push_str("<soft hyphen>"),
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {
                out.push_str(&format!("<U+{:04X}>", u32::from(c)));
            }
            c if c.is_control() => out.push_str(&format!("<U+{:04X}>", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

/// Writes every file; one that cannot be written is named, and the others are written all the same.
fn write(files: &Files) -> Exit {
    let mut exit = Exit::Done;
    for (path, (old, fixed)) in files {
        if let Err(error) = DISK.rewrite(path, old, &fixed.bytes) {
            let message = format!("{} was left as it was: {}", printable(path), plain(&error));
            complain(&message, &way_in(&error));
            exit = Exit::Usage;
        }
    }
    exit
}

/// What was done or can be done, and what is left to a person.
fn last_words(args: &FixArgs, files: &Files, left: usize) -> String {
    let places: usize = files.values().map(|(_, fixed)| fixed.changes.len()).sum();
    let what = format!("{} in {}", things(places, "place"), things(files.len(), "file"));
    let paths: Vec<String> = args.paths.iter().map(|path| quoted(&printable(path))).collect();
    let boards = args.boards.as_ref().map(|path| format!(" --boards {}", quoted(&printable(path))));
    let words = format!("{}{}", paths.join(" "), boards.unwrap_or_default());
    let mut out = match (places, args.write) {
        (0, _) => "nothing to put right that does not need a person\n".to_owned(),
        (_, true) => format!("put right: {what}; no word was changed\n"),
        (_, false) => format!(
            "{what} can be put right, and no word changes; to do it, type:  briefpress fix {words} --write\n"
        ),
    };
    if left > 0 {
        let (them, needs) = if left == 1 { ("it", "message needs") } else { ("them", "messages need") };
        out.push_str(&format!(
            "{left} more {needs} a person; to see {them}, type:  briefpress check {words}\n"
        ));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn what_cannot_be_seen_is_named() {
        assert_eq!(
            visible("\ta\u{a0}b\u{ad}c\u{202e}\u{1b}"),
            "<tab>a<no-break space>b<soft hyphen>c<U+202E><U+001B>"
        );
        assert_eq!(visible("  phone: \u{201c}999\u{201d}"), "  phone: \u{201c}999\u{201d}");
    }
}
