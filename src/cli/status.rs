//! `status`: takes briefings, says which files are up to date, and makes nothing.

use briefpress::batch::{Message, Mode, Standing};
use briefpress::diag::Severity;

use super::args::{ColorWhen, StatusArgs};
use super::build::{Files, Run};
use super::messages::Shown;
use super::{Exit, print};

/// A line for each job that needs something, and a count of the rest.
pub(crate) fn status(args: &StatusArgs, color: ColorWhen) -> Exit {
    let what = &args.what;
    let shown = Shown { form: what.format, color, strict: what.strict, to_stdout: true };
    let run = match Run::prepare(what, &args.out, Files::usual(), &shown) {
        Ok(run) => run,
        Err(exit) => return exit,
    };
    let (mut text, mut good) = (String::new(), 0);
    run.batch(&run.jobs, &args.out, Mode::Look, None).status(|job, standing, messages| {
        match word(standing, messages) {
            Some(word) => text.push_str(&format!("{word:<24} {}\n", job.name)),
            None => good += 1,
        }
    });
    let exit = if text.is_empty() { Exit::Done } else { Exit::Content };
    print(&format!("{text}{good} of {} up to date, with nothing to look at\n", run.jobs.len()));
    exit
}

/// What a job needs, if anything.
fn word(standing: Standing, messages: &[Message]) -> Option<String> {
    let warnings = messages.iter().filter(|message| message.severity == Severity::Warning).count();
    match standing {
        Standing::NeverBuilt => Some("never built".to_owned()),
        Standing::OutOfDate => Some("out of date".to_owned()),
        Standing::UpToDate if warnings > 0 => Some(format!("up to date, {warnings} to look at")),
        Standing::UpToDate => None,
    }
}
