//! Files of answers: takes lines such as `title: Sexting`, gives the answers for each imported file.

use std::path::Path;

use briefpress::batch::printable;
use briefpress::import::Answers;

use super::super::DISK;

/// No one types so many answers.
const LIMIT: u64 = 1_000_000;

/// Answers for all files, and for those that are named.
#[derive(Debug, Default)]
pub(super) struct AnswerFile {
    /// The name of a file, none for all, and a line's key and answer.
    lines: Vec<(Option<String>, String, String)>,
}

impl AnswerFile {
    /// Reads it.
    ///
    /// # Errors
    /// What is wrong with it, and what to do.
    pub(super) fn read(path: &Path) -> Result<Self, (String, String)> {
        let shown = printable(path);
        let bytes = DISK
            .read_within(path, LIMIT)
            .map_err(|why| (format!("{shown} cannot be read: {why}"), "Check the path".to_owned()))?;
        let text = String::from_utf8(bytes)
            .map_err(|_| (format!("{shown} is not UTF-8 text"), "Save it again as UTF-8".to_owned()))?;
        AnswerFile::of(&text).map_err(|line| {
            (
                format!("line {line} of {shown} is no answer"),
                "Write the name of the question, a colon and the answer: title: Sexting".to_owned(),
            )
        })
    }

    /// The answers of a text, or the number of the line that is none.
    fn of(text: &str) -> Result<Self, usize> {
        let (mut lines, mut file) = (Vec::new(), None);
        for (at, line) in text.lines().enumerate() {
            let line = line.trim().trim_start_matches('\u{feff}');
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                file = Some(name.trim().to_owned());
                continue;
            }
            let (key, answer) = line.split_once(':').ok_or(at + 1)?;
            lines.push((file.clone(), key.trim().to_owned(), answer.trim().to_owned()));
        }
        Ok(AnswerFile { lines })
    }

    /// The answers for a file; `yes` is the first choice of a question about a contact.
    pub(super) fn of_file(&self, name: &str) -> Answers {
        let mut answers = Answers::default();
        for (file, key, answer) in &self.lines {
            if file.as_deref().is_none_or(|file| file == name) {
                answers.give(key, answer);
            }
        }
        answers
    }

    /// The answers for a file at a path.
    pub(super) fn of_path(&self, path: &Path) -> Answers {
        self.of_file(&path.file_name().unwrap_or_default().to_string_lossy())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_for_all_files_or_for_one() {
        let file = AnswerFile::of("# remark\ncontact-1: yes\n\n[a b.docx]\ntitle: Sexting: part 1\n")
            .expect("every line is an answer");
        assert_eq!(file.of_file("a b.docx").get("title"), Some("Sexting: part 1"));
        assert_eq!(file.of_file("a b.docx").get("contact-1"), Some("yes"));
        assert_eq!(file.of_file("c.docx").get("title"), None);
        assert_eq!(file.of_file("c.docx").get("contact-1"), Some("yes"));
        assert_eq!(AnswerFile::of("title: x\nnonsense").err(), Some(2));
    }
}
