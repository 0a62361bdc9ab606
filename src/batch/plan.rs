//! The plan: takes the paths that a person named, gives the jobs, sorted and without doubles.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::{Path, PathBuf};

use super::digest::Digest;
use super::disk::Disk;
use super::find::{Found, Kind, PlanError, Source, find};
use super::names::{self, folded};
use super::printable::printable;

/// One briefing to be built, for one board.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Job {
    /// What it is called in records and reports: `sexting`, or `rotherham/sexting` where there are boards.
    pub name: String,
    /// The briefing, by the path that messages show.
    pub briefing: PathBuf,
    /// The board's own file, where there is one.
    pub board: Option<PathBuf>,
    /// The folder that its files go to.
    pub out: PathBuf,
}

/// One of several machines that share the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    /// Which one, counted from 1.
    pub index: u64,
    /// Of how many.
    pub of: u64,
}

impl Shard {
    /// Whether the job falls to this machine. It is told from the name alone, so every machine agrees.
    #[must_use]
    pub fn takes(self, job: &Job) -> bool {
        Digest::of(job.name.as_bytes()).number() % self.of == self.index - 1
    }
}

/// What is to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The jobs, sorted by name.
    pub jobs: Vec<Job>,
    /// Sentences about what looks like a source, and was not looked at.
    pub passed_over: Vec<String>,
}

/// The jobs for `paths`, files or folders, with their files under `out`; each for every board in `boards`. What lies
/// in a folder below one that was named keeps its place in `out`.
///
/// # Errors
/// If a path does not exist, a folder holds no briefing, a folder to write to cannot be made on every machine, or two
/// jobs would share one.
pub fn plan(disk: &Disk, paths: &[PathBuf], boards: Option<&Path>, out: &Path) -> Result<Plan, PlanError> {
    let Found { sources: briefings, mut passed_over } = find(disk, paths, Kind::Briefing, boards)?;
    let boards = match boards {
        Some(boards) => {
            let found = find(disk, &[boards.to_path_buf()], Kind::Board, None)?;
            passed_over.extend(found.passed_over);
            found.sources.into_iter().map(Some).collect()
        }
        None => vec![None],
    };
    for source in briefings.iter().chain(boards.iter().flatten()) {
        source.name.split('/').try_for_each(|part| possible(part, source))?;
    }
    let mut by_name = BTreeMap::<String, Job>::new();
    for board in &boards {
        for briefing in &briefings {
            let job = job(briefing, board.as_ref(), out);
            match by_name.entry(folded(&job.name)) {
                Entry::Occupied(other) => return Err(same_folder(other.get(), &job)),
                Entry::Vacant(place) => place.insert(job),
            };
        }
    }
    let mut jobs: Vec<Job> = by_name.into_values().collect();
    jobs.sort();
    Ok(Plan { jobs, passed_over })
}

fn job(briefing: &Source, board: Option<&Source>, out: &Path) -> Job {
    let name = match board {
        Some(board) => format!("{}/{}", board.name, briefing.name),
        None => briefing.name.clone(),
    };
    let folder = out.join(&name);
    Job { name, briefing: briefing.path.clone(), board: board.map(|board| board.path.clone()), out: folder }
}

/// A folder is made of each name, on this machine and on those that the files are carried to.
fn possible(part: &str, source: &Source) -> Result<(), PlanError> {
    names::fault(part).map_or(Ok(()), |why| {
        Err(PlanError {
            message: format!("no folder can be made for {}: {part:?} {why}", printable(&source.path)),
            advice: "Rename it with letters, digits, hyphens and spaces".to_owned(),
        })
    })
}

fn same_folder(one: &Job, other: &Job) -> PlanError {
    let file =
        |job: &Job| job.board.as_ref().filter(|_| one.board != other.board).unwrap_or(&job.briefing).clone();
    PlanError {
        message: format!(
            "{} and {} would both be written to {}",
            printable(&file(one)),
            printable(&file(other)),
            printable(&one.out)
        ),
        advice: match (one.out == other.out, one.name.to_lowercase() == other.name.to_lowercase()) {
            (true, _) => "Rename one of them, or build them one after the other with different --out folders",
            (_, true) => {
                "Rename one of them: Windows and a Mac take capitals and small letters of a name for the same"
            }
            (_, false) => {
                "Rename one of them: they differ only in how their accents were typed, which nobody sees, and a Mac \
                 takes both for the same"
            }
        }
        .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_folder_gives_its_briefings_sorted_and_once() -> std::io::Result<()> {
        let temp = tempfile::tempdir()?;
        for name in ["b.yaml", "a.yml", "notes.txt", ".c.yaml"] {
            fs::write(temp.path().join(name), "")?;
        }
        let boards = temp.path().join("boards");
        fs::create_dir(&boards)?;
        fs::write(boards.join("east.yaml"), "board:\n  name: East\n")?;
        let b = temp.path().join("b.yaml");
        let jobs =
            plan(&Disk::new(), &[temp.path().to_path_buf(), b], None, Path::new("out")).expect("a plan").jobs;
        let found: Vec<_> = jobs.iter().map(|job| (job.name.as_str(), job.out.as_path())).collect();
        assert_eq!(found, [("a", Path::new("out/a")), ("b", Path::new("out/b"))]);
        Ok(())
    }

    #[test]
    fn two_briefings_never_share_a_folder() -> std::io::Result<()> {
        let temp = tempfile::tempdir()?;
        let files = ["a.yaml", "a.yml"].map(|name| temp.path().join(name));
        for file in &files {
            fs::write(file, "")?;
        }
        let refused = plan(&Disk::new(), &files, None, Path::new("out")).expect_err("both are called a");
        assert!(refused.message.ends_with("would both be written to out/a"), "{}", refused.message);
        let advice = |one: &str, other: &str| {
            let job = |name: &str| Job {
                name: name.to_owned(),
                briefing: name.into(),
                board: None,
                out: Path::new("out").join(name),
            };
            same_folder(&job(one), &job(other)).advice
        };
        assert!(advice("a", "A").contains("capitals"));
        assert!(advice("Caf\u{e9}", "Cafe\u{301}").contains("accents"));
        Ok(())
    }

    #[test]
    fn a_folder_of_boards_files_is_told_as_one() -> std::io::Result<()> {
        let temp = tempfile::tempdir()?;
        for name in ["east", "west"] {
            fs::write(temp.path().join(format!("{name}.yaml")), "board:\n  name: A board\n")?;
        }
        let named = [temp.path().to_path_buf()];
        let refused = plan(&Disk::new(), &named, None, Path::new("out")).expect_err("there is no briefing");
        assert!(refused.message.ends_with("holds boards' own files and no briefing"), "{}", refused.message);
        fs::write(temp.path().join("zeal.yaml"), "title: Zeal\nsections:\n")?;
        let jobs = plan(&Disk::new(), &named, None, Path::new("out")).expect("one is a briefing").jobs;
        assert_eq!(jobs.len(), 3, "what else lies beside a briefing is read, and its mistakes are told");
        Ok(())
    }

    #[test]
    fn folders_below_keep_their_place_and_what_is_passed_over_is_named() -> std::io::Result<()> {
        let temp = tempfile::tempdir()?;
        for (name, text) in [
            ("a.YAML", ""),
            ("b.yaml.txt", ""),
            ("adults/neglect.yaml", "title: Neglect\nsections:\n"),
            ("adults/old/neglect.yml", "# nothing yet\nsections:\n"),
            ("boards/east.yaml", "board:\n  name: East\n"),
            (".hidden/c.yaml", "sections:\n"),
        ] {
            let path = temp.path().join(name);
            fs::create_dir_all(path.parent().expect("it has a folder"))?;
            fs::write(path, text)?;
        }
        let root = temp.path().to_path_buf();
        let (boards, found) = (root.join("boards"), |boards: Option<&Path>| {
            plan(&Disk::new(), std::slice::from_ref(&root), boards, Path::new("out")).expect("a plan")
        });
        let names = |plan: &Plan| plan.jobs.iter().map(|job| job.name.clone()).collect::<Vec<_>>();
        let without = found(None);
        assert_eq!(names(&without), ["a", "adults/neglect", "adults/old/neglect"]);
        assert_eq!(without.jobs[1].out, Path::new("out/adults/neglect"));
        let said = without.passed_over.join("\n");
        assert!(said.contains("b.yaml.txt was not looked at") && said.contains("--boards"), "{said}");
        let with = found(Some(&boards));
        assert_eq!(names(&with), ["east/a", "east/adults/neglect", "east/adults/old/neglect"]);
        assert_eq!(with.passed_over.len(), 1, "{:?}", with.passed_over);
        Ok(())
    }

    #[test]
    fn a_name_that_leads_elsewhere_or_is_two_names_at_once_is_refused() -> std::io::Result<()> {
        let temp = tempfile::tempdir()?;
        let refused = |names: &[&str]| {
            let files: Vec<PathBuf> = names.iter().map(|name| temp.path().join(name)).collect();
            files.iter().for_each(|file| fs::write(file, "").expect("it can be written"));
            plan(&Disk::new(), &files, None, Path::new("out")).expect_err("it is refused").message
        };
        assert!(refused(&["...yaml"]).contains("\"..\" begins or ends with a stop"));
        assert!(refused(&["con.yaml"]).contains("a device on Windows"));
        assert!(refused(&["a:b.yaml"]).contains("Windows does not allow"));
        assert!(refused(&["Sexting.yaml", "sexting.yaml"]).contains("would both be written"));
        assert!(refused(&["Caf\u{e9}.yaml", "cafe\u{301}.yml"]).contains("would both be written"));
        Ok(())
    }

    #[test]
    fn every_board_gets_every_briefing_and_every_job_one_shard() -> std::io::Result<()> {
        let temp = tempfile::tempdir()?;
        let boards = temp.path().join("boards");
        fs::create_dir(&boards)?;
        for number in 0..20 {
            fs::write(temp.path().join(format!("b{number}.yaml")), "")?;
            fs::write(boards.join(format!("x{number}.yaml")), "")?;
        }
        let jobs = plan(&Disk::new(), &[temp.path().to_path_buf()], Some(&boards), Path::new("out"))
            .expect("a plan")
            .jobs;
        assert_eq!((jobs.len(), jobs[0].name.as_str()), (400, "x0/b0"));
        assert_eq!(jobs[0].out, Path::new("out/x0/b0"));
        for job in &jobs {
            let takers = (1..=8).filter(|index| Shard { index: *index, of: 8 }.takes(job)).count();
            assert_eq!(takers, 1, "{}", job.name);
        }
        Ok(())
    }
}
