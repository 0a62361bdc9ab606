//! `status`: takes briefings, says which files are up to date and what waits for somebody, and makes nothing.

use std::collections::BTreeMap;

use briefpress::batch::{Done, Fate, Job, Mode, Standing, State, Withdrawn, printable};
use briefpress::diag::{Code, Severity};
use briefpress::english::plural;

use super::args::{ColorWhen, Format, PageArgs, StatusArgs};
use super::build::{Files, Run};
use super::messages::{Messages, Shown};
use super::render::grouped;
use super::{Exit, print};

/// A line for each job that needs something, and a count of what there is to do.
pub(crate) fn status(args: &StatusArgs, color: ColorWhen) -> Exit {
    let what = &args.what;
    let shown = Shown { form: what.format, color, strict: what.strict, to_stdout: true };
    let pages = PageArgs::default();
    let run = match Run::prepare(what, &args.out, Files::none(&pages), &shown) {
        Ok(run) => run,
        Err(exit) => return exit,
    };
    let batch = run.batch(&run.jobs, &args.out, Mode::Status, None);
    if what.format != Format::Text {
        // Programs get the messages; how files stand is said by `build --check-only --report`.
        let mut messages = Messages::default();
        batch.run(|job, done| messages.add_done(job, done));
        return messages.finish(&shown);
    }
    let width = run.jobs.iter().map(|job| job.name.chars().count()).max().unwrap_or(0);
    let mut list = List { width, ..List::default() };
    for Withdrawn { path, source, fate } in batch.run(|job, done| list.add(job, &done)) {
        if fate == Fate::Unrecorded {
            list.text.push_str(&format!(
                "{}  is of no briefing here; look whether it is withdrawn\n",
                printable(&path)
            ));
            continue;
        }
        list.count(Need::LeftOver);
        let (path, source) = (printable(&path), printable(&source));
        list.text.push_str(&format!("{path}  is left over: {source} is gone\n"));
    }
    print(&(list.text.clone() + &list.summary(run.jobs.len())));
    list.needs.keys().map(|need| need.exit(what.strict)).max().unwrap_or(Exit::Done)
}

/// What a job may need, the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Need {
    Unread,
    Refused,
    NeverBuilt,
    OutOfDate,
    Overdue,
    Stale,
    LookedAt,
    LeftOver,
}

impl Need {
    /// Behind the name of a job.
    const fn of_one(self) -> &'static str {
        match self {
            Need::Unread => "cannot be read (type:  briefpress check)",
            Need::Refused => "has mistakes (type:  briefpress check)",
            Need::NeverBuilt => "never built",
            Need::OutOfDate => "out of date",
            Need::Overdue => "review overdue",
            Need::Stale => "stale contact",
            Need::LookedAt => "to look at",
            Need::LeftOver => "left over",
        }
    }

    /// How a run ends that met it: as `check` ends, advice counts only where it is to be strict.
    const fn exit(self, strict: bool) -> Exit {
        match self {
            Need::Unread => Exit::Usage,
            Need::Refused | Need::NeverBuilt | Need::OutOfDate | Need::LeftOver => Exit::Content,
            Need::Overdue | Need::Stale | Need::LookedAt if strict => Exit::Content,
            Need::Overdue | Need::Stale | Need::LookedAt => Exit::Done,
        }
    }

    /// Behind a number in the summary.
    const fn of_many(self) -> &'static str {
        match self {
            Need::Unread => "that cannot be read",
            Need::Refused => "with mistakes",
            Need::Overdue => "overdue for review",
            Need::Stale => "with stale contacts",
            Need::LookedAt => "with other warnings",
            Need::LeftOver => "files left over",
            Need::NeverBuilt | Need::OutOfDate => self.of_one(),
        }
    }
}

/// The lines so far, and how often each need was met.
#[derive(Debug, Default)]
struct List {
    text: String,
    width: usize,
    needs: BTreeMap<Need, usize>,
    good: usize,
}

impl List {
    fn add(&mut self, job: &Job, done: &Done) {
        let needs = needs(done);
        if needs.is_empty() {
            self.good += 1;
            return;
        }
        let words: Vec<_> = needs.iter().map(|(need, count)| said(*need, *count)).collect();
        needs.iter().for_each(|(need, _)| self.count(*need));
        self.text.push_str(&format!("{:<width$}  {}\n", job.name, words.join(", "), width = self.width));
    }

    fn count(&mut self, need: Need) {
        *self.needs.entry(need).or_default() += 1;
    }

    /// "4 briefings: 1 never built, 2 overdue for review, 1 with nothing to do".
    fn summary(&self, jobs: usize) -> String {
        let needs = self.needs.iter().map(|(need, count)| format!("{} {}", grouped(*count), need.of_many()));
        let good = (self.good > 0).then(|| format!("{} up to date, with nothing to do", grouped(self.good)));
        let parts: Vec<_> = needs.chain(good).collect();
        format!("{} {}: {}\n", grouped(jobs), plural(jobs, "briefing"), parts.join(", "))
    }
}

/// "2 stale contacts", "3 to look at", "out of date".
fn said(need: Need, count: usize) -> String {
    match need {
        Need::Stale if count > 1 => format!("{count} stale contacts"),
        Need::Stale | Need::LookedAt => format!("{count} {}", need.of_one()),
        _ => need.of_one().to_owned(),
    }
}

/// What a job needs, and how often.
fn needs(done: &Done) -> BTreeMap<Need, usize> {
    let mut needs = BTreeMap::new();
    let mut add = |need| *needs.entry(need).or_default() += 1;
    match (done.state, done.standing) {
        (State::Failed, _) => add(Need::Unread),
        (State::Refused, _) => add(Need::Refused),
        (_, Standing::NeverBuilt) => add(Need::NeverBuilt),
        (_, Standing::OutOfDate) => add(Need::OutOfDate),
        (_, Standing::UpToDate) => {}
    }
    for message in done.messages.iter().filter(|message| message.severity == Severity::Warning) {
        add(match message.code {
            Code::ReviewPast => Need::Overdue,
            Code::ContactStale => Need::Stale,
            _ => Need::LookedAt,
        });
    }
    needs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needs_read_as_a_person_says_them() {
        assert_eq!(said(Need::Stale, 1), "1 stale contact");
        assert_eq!(said(Need::Stale, 2), "2 stale contacts");
        assert_eq!(said(Need::LookedAt, 3), "3 to look at");
        let needs = BTreeMap::from([(Need::Overdue, 2), (Need::NeverBuilt, 1)]);
        let list = List { needs, good: 1, ..List::default() };
        assert_eq!(
            list.summary(4),
            "4 briefings: 1 never built, 2 overdue for review, 1 up to date, with nothing to do\n"
        );
    }
}
