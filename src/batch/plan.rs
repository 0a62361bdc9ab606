//! The plan: takes the paths that a person named, gives the jobs, sorted and without doubles.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// One briefing to be built.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Job {
    /// The briefing, by the path that messages show.
    pub briefing: PathBuf,
    /// The folder that its files go to.
    pub out: PathBuf,
}

/// Why there is no plan. Each says in one sentence what is wrong, and in another what to type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanError {
    /// The sentence.
    pub message: String,
    /// What to do.
    pub advice: String,
}

/// The jobs for `paths`, files or folders, with their files under `out`.
///
/// # Errors
/// If a path does not exist, a folder holds no briefing, or two briefings would share a folder.
pub fn plan(paths: &[PathBuf], out: &Path) -> Result<Vec<Job>, PlanError> {
    let mut briefings = Vec::new();
    for path in paths {
        briefings.extend(briefings_at(path)?);
    }
    briefings.sort();
    briefings.dedup();
    let mut by_out = BTreeMap::<PathBuf, PathBuf>::new();
    for briefing in briefings {
        let folder = out.join(briefing.file_stem().unwrap_or_default());
        if let Some(other) = by_out.insert(folder.clone(), briefing.clone()) {
            return Err(same_folder(&other, &briefing, &folder));
        }
    }
    Ok(by_out.into_iter().map(|(out, briefing)| Job { briefing, out }).collect())
}

fn briefings_at(path: &Path) -> Result<Vec<PathBuf>, PlanError> {
    let meta = fs::metadata(path).map_err(|_| missing(path))?;
    if !meta.is_dir() {
        return Ok(vec![path.to_path_buf()]);
    }
    let entries = fs::read_dir(path).map_err(|error| PlanError {
        message: format!("the folder {} cannot be read: {error}", path.display()),
        advice: "check whether you may open it".to_owned(),
    })?;
    let found: Vec<_> = entries.flatten().map(|entry| entry.path()).filter(|file| is_yaml(file)).collect();
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
            advice: "write a first briefing with:  briefpress new content/my-briefing.yaml".to_owned(),
        };
    }
    let with_ending = path.with_extension("yaml");
    let advice = if path.extension().is_none() && with_ending.is_file() {
        format!("did you mean {}?", with_ending.display())
    } else {
        format!("check the path, or write a new briefing with:  briefpress new {shown}")
    };
    PlanError { message: format!("there is no file or folder {shown}"), advice }
}

fn no_briefing(folder: &Path) -> PlanError {
    let shown = folder.display();
    PlanError {
        message: format!("the folder {shown} holds no briefing (no file that ends in .yaml)"),
        advice: format!(
            "name a file, or write a first one with:  briefpress new {}",
            folder.join("my-briefing.yaml").display()
        ),
    }
}

fn same_folder(one: &Path, other: &Path, out: &Path) -> PlanError {
    PlanError {
        message: format!(
            "{} and {} would both be written to {}",
            one.display(),
            other.display(),
            out.display()
        ),
        advice: "rename one of them, or build them one after the other with different --out folders"
            .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gives_its_briefings_sorted_and_once() -> std::io::Result<()> {
        let temp = tempfile::tempdir()?;
        for name in ["b.yaml", "a.yml", "notes.txt", ".c.yaml"] {
            fs::write(temp.path().join(name), "")?;
        }
        fs::create_dir(temp.path().join("boards"))?;
        let b = temp.path().join("b.yaml");
        let jobs = plan(&[temp.path().to_path_buf(), b.clone()], Path::new("out")).expect("a plan");
        let expected = [("a.yml", "out/a"), ("b.yaml", "out/b")]
            .map(|(file, out)| Job { briefing: temp.path().join(file), out: PathBuf::from(out) });
        assert_eq!(jobs, expected);
        Ok(())
    }

    #[test]
    fn two_briefings_never_share_a_folder() -> std::io::Result<()> {
        let temp = tempfile::tempdir()?;
        let files = ["a.yaml", "a.yml"].map(|name| temp.path().join(name));
        for file in &files {
            fs::write(file, "")?;
        }
        let refused = plan(&files, Path::new("out")).expect_err("both are called a");
        assert!(refused.message.ends_with("would both be written to out/a"), "{}", refused.message);
        Ok(())
    }
}
