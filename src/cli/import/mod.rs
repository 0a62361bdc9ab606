//! `import`: takes office files, gives a briefing for each, after asking what only a person can say.

mod answers;
mod ask;
mod changes;
mod report;
mod show;

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use briefpress::batch::{office_file, printable};
use briefpress::import::{Answers, Office, Refusal, read};
use briefpress::pipeline::{Intake, take_in};
use briefpress::shell::quoted;
use clap::Parser;

use super::args::{Cli, ColorWhen, ImportArgs, Verb};
use super::place::place;
use super::stream::{complain, print};
use super::{DISK, Exit, build};
use answers::AnswerFile;
use report::Report;

/// The largest file that is opened, in bytes.
const LIMIT: u64 = 64_000_000;

/// Brings every file in; what is wrong with one does not stop the others.
pub(crate) fn import(args: &ImportArgs, color: ColorWhen) -> Exit {
    if let Some((why, advice)) = misused(args) {
        complain(why, advice);
        return Exit::Usage;
    }
    let answers = match args.answers.as_deref().map(AnswerFile::read).transpose() {
        Ok(answers) => answers.unwrap_or_default(),
        Err((why, advice)) => {
            complain(&why, &advice);
            return Exit::Usage;
        }
    };
    if args.report.as_deref().is_some_and(|path| !Report::may_go(path)) {
        return Exit::Usage;
    }
    let may_ask = !args.no_ask && std::io::stdin().is_terminal();
    let mut report = Report::default();
    let mut worst = Exit::Done;
    for file in &args.files {
        let out = args.out.clone().unwrap_or_else(|| briefing_for(file));
        let came = match &args.into {
            Some(briefing) => opened(file)
                .and_then(|office| changes::into(briefing, &office, &answers.of_path(file), may_ask)),
            None => taken_in(file, answers.of_path(file), may_ask).map(|intake| {
                report.add(file, &out, &intake);
                write(&out, &intake, color)
            }),
        };
        let exit = match came {
            Ok(exit) => exit,
            Err(Trouble::File(why, advice)) => {
                complain(&format!("{}: {why}", printable(file)), &advice);
                report.refuse(file, &why, &advice);
                Exit::Usage
            }
            Err(Trouble::Content(Refusal { why, advice })) => {
                complain(&format!("{}: {why}", printable(file)), &advice);
                report.refuse(file, &why, &advice);
                Exit::Content
            }
            Err(Trouble::Stopped) => return Exit::Stopped,
        };
        worst = worst.max(exit);
    }
    match &args.report {
        Some(path) => worst.max(report.write(path)),
        None => worst,
    }
}

/// What is for one document alone, where several were named.
fn misused(args: &ImportArgs) -> Option<(&'static str, &'static str)> {
    match (args.files.len(), &args.out, &args.into) {
        (0 | 1, ..) => None,
        (_, Some(_), _) => Some((
            "-o names one briefing, and there are several files",
            "Import them one by one, or leave -o out",
        )),
        (_, _, Some(_)) => Some(("--into compares one document with one briefing", "Give one document")),
        _ => None,
    }
}

/// Why a file did not come in.
enum Trouble {
    /// It cannot be read.
    File(String, String),
    /// No briefing can come of it.
    Content(Refusal),
    /// The person went away.
    Stopped,
}

/// Reads an office file.
fn opened(file: &Path) -> Result<Office, Trouble> {
    let ending = file.extension().unwrap_or_default();
    if ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml") {
        let command = format!("briefpress check {}", quoted(&printable(file)));
        let advice = format!("To look for mistakes in it, type:  {command}");
        return Err(Trouble::File("this is a briefing already".to_owned(), advice));
    }
    let bytes = DISK.read_within(file, LIMIT).map_err(|why| match office_file(&DISK, file) {
        Some(found) => {
            let command = format!("briefpress import {}", quoted(&printable(&found)));
            Trouble::File("this is a folder".to_owned(), format!("Name the files in it:  {command}"))
        }
        None => Trouble::File(format!("this file cannot be read: {why}"), "Check the path".to_owned()),
    })?;
    read(&bytes).map_err(Trouble::Content)
}

/// Reads a file and asks until nothing is left to ask, or nobody answers.
fn taken_in(file: &Path, mut answers: Answers, may_ask: bool) -> Result<Intake, Trouble> {
    let office = opened(file)?;
    let mut passed = Vec::new();
    loop {
        let intake = take_in(&office, &answers).map_err(Trouble::Content)?;
        let next = intake.arranged.questions.iter().find(|question| !passed.contains(&question.key));
        let Some(question) = next.filter(|_| may_ask) else { return Ok(intake) };
        match ask::ask(question) {
            ask::Reply::Answer(answer) => answers.give(&question.key, answer),
            ask::Reply::Later => passed.push(question.key.clone()),
            ask::Reply::Gone => return Err(Trouble::Stopped),
        }
    }
}

/// Writes the briefing, says where the words are, and judges it by all our rules at once.
fn write(out: &Path, intake: &Intake, color: ColorWhen) -> Exit {
    const ADVICE: &str =
        "Give another name with -o; --into takes changes from an exported copy into a briefing";
    if let Err(exit) = place(out, intake.yaml.as_bytes(), ADVICE) {
        return exit;
    }
    print(&show::summary(out, &intake.arranged));
    let open = if intake.arranged.questions.is_empty() { Exit::Done } else { Exit::Content };
    // The same as typing `check`: a lost zero is told on the way in.
    match Cli::try_parse_from([Path::new("briefpress"), Path::new("check"), Path::new("--"), out])
        .map(|cli| cli.verb)
    {
        Ok(Verb::Check(check)) => open.max(build::check(&check, color)),
        _ => open,
    }
}

/// `content/7mb-sexting.yaml` for `7MB Sexting.docx`.
fn briefing_for(file: &Path) -> PathBuf {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let words: Vec<&str> =
        stem.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let name = if words.is_empty() { "briefing".to_owned() } else { words.join("-") };
    Path::new("content").join(format!("{name}.yaml"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_briefing_is_named_after_its_file() {
        let check = |file: &str, expected: &str| {
            assert_eq!(briefing_for(Path::new(file)), Path::new("content").join(expected), "{file}");
        };
        check("drawer/7MB Sexting.docx", "7mb-sexting.yaml");
        check("Neglect (v2) – final.odt", "neglect-v2-final.yaml");
        check("….docx", "briefing.yaml");
    }
}
