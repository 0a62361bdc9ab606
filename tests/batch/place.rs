//! A place to build in: takes a number of briefings, gives folders with them and the program to run there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// Files by their path below a folder.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A folder of its own, which is gone after the test.
pub struct Place(TempDir);

impl Place {
    /// A place with so many briefings in `content/`, each of its own words.
    pub fn with(briefings: usize) -> Self {
        let place = Place(tempfile::tempdir().expect("a folder for the test"));
        place.write_briefings(briefings, "2026");
        place
    }

    /// Writes the briefings anew, with a word in them that makes their files other ones.
    pub fn write_briefings(&self, briefings: usize, word: &str) {
        for number in 0..briefings {
            self.write(&format!("content/b{number:03}.yaml"), &briefing(number, word));
        }
    }

    /// Writes a file; its folder is made where it is not there.
    pub fn write(&self, path: &str, text: &str) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().expect("a path in the place")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// Copies a file of the repository.
    pub fn copy(&self, from: &str, to: &str) {
        let bytes =
            fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(from)).expect("it is in the repository");
        let to = self.at(to);
        fs::create_dir_all(to.parent().expect("a path in the place")).expect("a folder");
        fs::write(to, bytes).expect("a file");
    }

    /// A path in the place.
    pub fn at(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    /// The program, to be run here with these words.
    pub fn command(&self, words: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_briefpress"));
        command.args(words.split_whitespace()).current_dir(self.0.path()).env_remove("SOURCE_DATE_EPOCH");
        command
    }

    /// What the program answers to these words.
    pub fn run(&self, words: &str) -> Output {
        self.command(words).output().expect("the program runs")
    }

    /// What the program prints to standard output, if it ends well.
    #[track_caller]
    pub fn done(&self, words: &str) -> String {
        let output = self.run(words);
        assert!(output.status.success(), "{words}: {}", stderr(&output));
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    /// All PDFs below a folder.
    pub fn pdfs(&self, folder: &str) -> Files {
        self.files(folder, |name| name.ends_with(".pdf"))
    }

    /// All files below a folder whose names are wanted.
    pub fn files(&self, folder: &str, wanted: impl Fn(&str) -> bool) -> Files {
        let (mut files, mut folders) = (Files::new(), vec![self.at(folder)]);
        while let Some(next) = folders.pop() {
            for entry in fs::read_dir(&next).into_iter().flatten() {
                let path = entry.expect("an entry").path();
                let name = path.file_name().expect("a name").to_string_lossy().into_owned();
                if path.is_dir() {
                    folders.push(path);
                } else if wanted(&name) {
                    let key =
                        path.strip_prefix(self.at(folder)).expect("it lies below").display().to_string();
                    files.insert(key, fs::read(&path).expect("a file that can be read"));
                }
            }
        }
        files
    }
}

/// What was said on standard error.
pub fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn briefing(number: usize, word: &str) -> String {
    let sections: String = (1..=7)
        .map(|section| {
            let list = if section == 7 { "\n\n      - Tell your lead\n      - Write it down" } else { "" };
            format!("  - heading: Part {section}\n    body: |\n      What to know in {word} about part {section} of topic {number}.{list}\n")
        })
        .collect();
    format!(
        "title: Topic {number}\nissued: 2026-01-15\nreview_by: 2028-01-15\nboard:\n  name: The Board\n\
         sections:\n{sections}\
         contacts:\n  - name: Police\n    phone: \"999\"\n    emergency: true\n  \
         - name: Local team\n    phone: 0808 800 5000\n\
         card:\n  front: {{ title: Worried? }}\n  back: {{ title: What to do, section: 7 }}\n"
    )
}
