//! The project file: takes the words of a command line, fills in what `briefpress.yaml` says and nobody typed.

use std::path::{Path, PathBuf};

use briefpress::batch::PROJECT_FILE;
use briefpress::diag::any_error;
use briefpress::read::{self, Project};
use briefpress::source::Sources;
use clap::ArgMatches;
use clap::parser::ValueSource;

use super::args::{ColorWhen, Format, Verb};
use super::messages::{Messages, Shown};
use super::{DISK, Exit};

/// Fills in what was not typed; refuses the run where the project file has mistakes or wants another program.
pub(super) fn settle(verb: &mut Verb, typed: &ArgMatches, color: ColorWhen) -> Result<(), Exit> {
    let (paths, form) = match &*verb {
        Verb::Build(args) => (&args.what.paths, args.what.format),
        Verb::Check(args) => (&args.what.paths, args.what.format),
        Verb::Status(args) => (&args.what.paths, args.what.format),
        Verb::Fix(args) => (&args.paths, Format::Text),
        _ => return Ok(()),
    };
    let Some(file) = paths.first().and_then(|path| find(path)) else { return Ok(()) };
    let project = read(&file, form, color)?;
    let below = |path: Option<String>| path.map(|path| file.with_file_name(path));
    let (boards, fonts, out) = (below(project.boards), below(project.fonts), below(project.out));
    if let Some(what) = verb.what_mut() {
        fill(&mut what.boards, boards);
        fill(&mut what.fonts, fonts);
    } else if let Verb::Fix(args) = verb {
        fill(&mut args.boards, boards);
    }
    if let (Some(out), Some(said)) = (verb.out_mut(), out) {
        // The folder for files is the one of these options that has a value of its own where nobody says one.
        let source = typed.subcommand().and_then(|(_, words)| words.value_source("out"));
        if source == Some(ValueSource::DefaultValue) {
            *out = said;
        }
    }
    Ok(())
}

/// What was typed comes first.
fn fill(typed: &mut Option<PathBuf>, said: Option<PathBuf>) {
    *typed = typed.take().or(said);
}

/// The project file nearest to a briefing, or to a folder of them: there, or in a folder above.
fn find(content: &Path) -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    let content = here.join(content);
    let folder = if content.is_dir() { content.as_path() } else { content.parent()? };
    // A pipe or a link that leads nowhere is found too, and refused: what it was to say must not go unheard.
    let is_there = |file: &PathBuf| (file.exists() || file.is_symlink()) && !file.is_dir();
    let file = folder.ancestors().map(|folder| folder.join(PROJECT_FILE)).find(is_there)?;
    // Paths in messages are as short as a person would type them.
    Some(file.strip_prefix(&here).map(Path::to_path_buf).unwrap_or(file))
}

fn read(file: &Path, form: Format, color: ColorWhen) -> Result<Project, Exit> {
    let (mut messages, mut sources) = (Messages::default(), Sources::default());
    let shown = Shown { form, color, strict: false, to_stdout: false };
    let name = file.to_string_lossy();
    let (project, found) = match DISK.read_source(file) {
        Ok(bytes) => read::project(&mut sources, &name, &bytes),
        Err(why) => {
            messages.add_disk(&why);
            return Err(messages.finish(&shown));
        }
    };
    if any_error(&found) || project.is_none() {
        messages.add(&sources, &found);
        return Err(messages.finish(&shown));
    }
    Ok(project.unwrap_or_default())
}
