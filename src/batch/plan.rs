//! The plan: takes the paths that a person named, gives the jobs, sorted and without doubles.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::digest::Digest;
use super::disk::{Disk, plain};

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

/// Why there is no plan. Each says in one sentence what is wrong, and in another what to type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanError {
    /// The sentence.
    pub message: String,
    /// What to do.
    pub advice: String,
}

/// The jobs for `paths`, files or folders, with their files under `out`; each for every board in `boards`.
///
/// # Errors
/// If a path does not exist, a folder holds no briefing, or two jobs would share a folder.
pub fn plan(
    disk: &Disk,
    paths: &[PathBuf],
    boards: Option<&Path>,
    out: &Path,
) -> Result<Vec<Job>, PlanError> {
    let briefings = sources(disk, paths)?;
    let boards = match boards {
        Some(boards) => sources(disk, &[boards.to_path_buf()])?.into_iter().map(Some).collect(),
        None => vec![None],
    };
    let mut by_name = BTreeMap::<String, Job>::new();
    for board in &boards {
        for briefing in &briefings {
            let job = job(briefing, board.as_deref(), out);
            if let Some(other) = by_name.get(&job.name) {
                return Err(same_folder(other, &job));
            }
            by_name.insert(job.name.clone(), job);
        }
    }
    Ok(by_name.into_values().collect())
}

fn sources(disk: &Disk, paths: &[PathBuf]) -> Result<Vec<PathBuf>, PlanError> {
    let mut files = Vec::new();
    for path in paths {
        files.extend(files_at(disk, path)?);
    }
    files.sort();
    files.dedup();
    Ok(files)
}

fn job(briefing: &Path, board: Option<&Path>, out: &Path) -> Job {
    let stem = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let name = match board {
        Some(board) => format!("{}/{}", stem(board), stem(briefing)),
        None => stem(briefing),
    };
    let folder = out.join(&name);
    Job { name, briefing: briefing.to_path_buf(), board: board.map(Path::to_path_buf), out: folder }
}

fn files_at(disk: &Disk, path: &Path) -> Result<Vec<PathBuf>, PlanError> {
    let meta = disk.look(path).map_err(|_| missing(path))?;
    if !meta.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }
    let entries = disk.list(path).map_err(|error| PlanError {
        message: format!("the folder {} cannot be read: {}", path.display(), plain(&error)),
        advice: "Check whether you may open it".to_owned(),
    })?;
    let found: Vec<_> = entries.into_iter().filter(|file| is_yaml(file)).collect();
    if found.is_empty() {
        return Err(no_briefing(path));
    }
    Ok(found)
}

/// Hidden files are left alone: editors and copying tools leave them about.
fn is_yaml(path: &Path) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    let ending = path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml");
    ending && !hidden && path.is_file()
}

fn missing(path: &Path) -> PlanError {
    let shown = path.display();
    if path == Path::new("content") {
        return PlanError {
            message: "there is no folder content/ here, and no briefing was named".to_owned(),
            advice: "Write a first briefing with:  briefpress new content/my-briefing.yaml".to_owned(),
        };
    }
    let with_ending = path.with_extension("yaml");
    let advice = if path.extension().is_none() && with_ending.is_file() {
        format!("Did you mean {}?", with_ending.display())
    } else {
        format!("Check the path, or write a new briefing with:  briefpress new {shown}")
    };
    PlanError { message: format!("there is no file or folder {shown}"), advice }
}

fn no_briefing(folder: &Path) -> PlanError {
    let shown = folder.display();
    PlanError {
        message: format!("the folder {shown} holds no briefing (no file that ends in .yaml)"),
        advice: format!(
            "Name a file, or write a first one with:  briefpress new {}",
            folder.join("my-briefing.yaml").display()
        ),
    }
}

fn same_folder(one: &Job, other: &Job) -> PlanError {
    let file =
        |job: &Job| job.board.as_ref().filter(|_| one.board != other.board).unwrap_or(&job.briefing).clone();
    PlanError {
        message: format!(
            "{} and {} would both be written to {}",
            file(one).display(),
            file(other).display(),
            one.out.display()
        ),
        advice: "Rename one of them, or build them one after the other with different --out folders"
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
        fs::create_dir(temp.path().join("boards"))?;
        let b = temp.path().join("b.yaml");
        let jobs =
            plan(&Disk::new(), &[temp.path().to_path_buf(), b], None, Path::new("out")).expect("a plan");
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
            .expect("a plan");
        assert_eq!((jobs.len(), jobs[0].name.as_str()), (400, "x0/b0"));
        assert_eq!(jobs[0].out, Path::new("out/x0/b0"));
        for job in &jobs {
            let takers = (1..=8).filter(|index| Shard { index: *index, of: 8 }.takes(job)).count();
            assert_eq!(takers, 1, "{}", job.name);
        }
        Ok(())
    }
}
