//! `new`: takes a title or a path, gives a first briefing there that builds as it is.

use std::path::{Path, PathBuf};

use briefpress::batch::{printable, unfit_name};
use briefpress::date::Date;
use briefpress::english::capital;
use briefpress::starter::starter;

use super::args::{NewArgs, SchemaKind};
use super::clock::today;
use super::place::place;
use super::schema::schema_of;
use super::{DISK, Exit, complain, print};
use briefpress::shell::quoted;

/// Whether a word is meant as an option: a title has no word that begins with two hyphens.
fn is_option(word: &str) -> bool {
    word.strip_prefix("--")
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()) && !rest.contains(' '))
}

/// The folder that `build` looks into.
const FOLDER: &str = "content";

/// The longest name of a file that is made of a title; names of 255 bytes are the most that systems take.
const LONGEST: usize = 60;

/// The longest title that is read.
const LONGEST_TITLE: usize = 200;

/// What the file is called, and what it is about.
#[derive(Debug, PartialEq, Eq)]
struct Wanted {
    path: PathBuf,
    title: String,
}

pub(crate) fn new(args: &NewArgs) -> Exit {
    // What nobody sees, and what turns digits round, comes with copied titles and belongs to none.
    if let Some(option) = args.words.iter().find(|word| is_option(word)) {
        let rest: Vec<String> = args.words.iter().take_while(|word| *word != option).cloned().collect();
        let title = if rest.is_empty() { "Child sexual exploitation".to_owned() } else { rest.join(" ") };
        complain(
            &format!("`new` has no option {option}"),
            &format!("Type a title, or the file to write:  briefpress new {}", quoted(&title)),
        );
        return Exit::Usage;
    }
    let words: String = args.words.join(" ").chars().filter(|c| !is_hidden(*c)).collect();
    let wanted = match wanted(words.trim()) {
        Ok(wanted) => wanted,
        Err((message, advice)) => {
            complain(&message, &advice);
            return Exit::Usage;
        }
    };
    // A clock that lost the time gives no day; any is as good then, and the page shows which.
    let today = today().unwrap_or(Date { year: 2026, month: 1, day: 1 });
    let path = &wanted.path;
    let shown = printable(path);
    if let Err(exit) = place(path, starter(&wanted.title, today).as_bytes(), "Choose another title or name") {
        return exit;
    }
    let beside = path.with_file_name("briefing.schema.json");
    // With it editors know the keys; a page without it is a page all the same.
    let schema = DISK.write_new(&beside, schema_of(SchemaKind::Briefing).as_bytes());
    let schema = schema.map_or(String::new(), |()| {
        format!("wrote {}, from which editors know the keys\n", printable(&beside))
    });
    print(&format!(
        "wrote {shown}\n{schema}now change its words, then type:  briefpress build {}\n",
        quoted(&shown)
    ));
    Exit::Done
}

/// The path whose folders have no space at the ends of their names, where one of them has.
fn without_spaces(path: &Path) -> Option<PathBuf> {
    let folder = path.parent()?.to_str()?;
    let spaced = folder.split('/').any(|part| part != part.trim());
    let parts: Vec<&str> = folder.split('/').map(str::trim).collect();
    spaced.then(|| Path::new(&parts.join("/")).join(path.file_name().unwrap_or_default()))
}

/// A path is what ends like one, or has a folder in it and no space; everything else is a title.
fn wanted(words: &str) -> Result<Wanted, (String, String)> {
    let path = Path::new(words);
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let yaml = ["yaml", "yml"].iter().any(|yaml| ending.eq_ignore_ascii_case(yaml));
    let spaced = words.contains(char::is_whitespace);
    let folder = words.contains(['/', '\\']) && !spaced;
    let other =
        !spaced && (2..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphabetic());
    if !yaml && other {
        let better = path.with_extension("yaml");
        return Err((
            format!("a briefing is a file that ends in .yaml, and {} does not", printable(path)),
            format!("Type:  briefpress new {}", quoted(&printable(&better))),
        ));
    }
    if yaml || folder {
        let path = if yaml { path.to_path_buf() } else { path.with_extension("yaml") };
        if let Some(better) = without_spaces(&path) {
            return Err((
                "the name of a folder in this path ends with a space, which Windows does not allow"
                    .to_owned(),
                format!("Type:  briefpress new {}", quoted(&printable(&better))),
            ));
        }
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(fault) = unfit_name(&stem) {
            let better = path.with_file_name(format!("{}.yaml", name_of(&format!("{stem} briefing"))));
            return Err((
                format!("no pages can be kept under this name: \"{stem}\" {fault}"),
                format!("Type:  briefpress new {}", quoted(&printable(&better))),
            ));
        }
        return Ok(Wanted { title: title_of(&path), path });
    }
    let example = "Type:  briefpress new \"Child sexual exploitation\"".to_owned();
    let length = words.chars().count();
    if length > LONGEST_TITLE {
        return Err((
            format!("this title has {length} characters; at most {LONGEST_TITLE} can be set"),
            example,
        ));
    }
    if !words.contains(char::is_alphanumeric) {
        return Err((
            "a title needs letters or digits, from which the file gets its name".to_owned(),
            example,
        ));
    }
    if words.starts_with('-') && !spaced {
        return Err((format!("`new` has no option {words}"), example));
    }
    let path = Path::new(FOLDER).join(format!("{}.yaml", name_of(words)));
    Ok(Wanted { path, title: words.split_whitespace().collect::<Vec<_>>().join(" ") })
}

/// "child-sexual-exploitation": small letters and digits, with hyphens between words.
fn name_of(title: &str) -> String {
    let mut name = String::new();
    for word in title.split(|c: char| !is_of_a_word(c) && !"'\u{2019}".contains(c)) {
        let word: String = word.chars().filter(|c| is_of_a_word(*c)).flat_map(char::to_lowercase).collect();
        if name.is_empty() && !word.is_empty() {
            name = word.chars().take(LONGEST).collect();
        } else if !word.is_empty() && name.chars().count() + 1 + word.chars().count() <= LONGEST {
            name.push('-');
            name.push_str(&word);
        }
    }
    // Windows keeps some names for itself.
    if unfit_name(&name).is_some() { format!("{name}-briefing") } else { name }
}

/// Characters that are not seen, and those that turn what follows round.
const fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Letters, digits, and the accents that stand behind their letters.
fn is_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}

/// "Private fostering", of `content/private-fostering.yaml`.
fn title_of(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().replace(['-', '_'], " ");
    let words = stem.split_whitespace().collect::<Vec<_>>().join(" ");
    let title = capital(&words);
    let sound = title.contains(char::is_alphanumeric)
        && title.chars().count() <= LONGEST_TITLE
        && !title.contains(char::is_control);
    if sound { title } else { "New briefing".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: &str) -> (String, String) {
        let wanted = wanted(words).unwrap_or_else(|why| panic!("{words}: {why:?}"));
        (wanted.path.to_string_lossy().replace('\\', "/"), wanted.title)
    }

    #[test]
    fn a_folder_has_no_space_at_the_end_of_its_name() {
        let (message, advice) = wanted("content /neglect.yaml").expect_err("no folder is called so");
        assert!(message.contains("folder"), "{message}");
        assert!(advice.ends_with("briefpress new content/neglect.yaml"), "{advice}");
        assert!(wanted("my content/neglect.yaml").is_ok());
    }

    #[test]
    fn a_title_becomes_a_name_without_spaces() {
        let check =
            |words: &str, path: &str, title: &str| assert_eq!(of(words), (path.to_owned(), title.to_owned()));
        check(
            "Child sexual exploitation",
            "content/child-sexual-exploitation.yaml",
            "Child sexual exploitation",
        );
        check(
            "What's  new: gangs & lines?",
            "content/whats-new-gangs-lines.yaml",
            "What's new: gangs & lines?",
        );
        check("Diogelu plant ar Ŵyl", "content/diogelu-plant-ar-ŵyl.yaml", "Diogelu plant ar Ŵyl");
        check(
            "Missing from home and/or care",
            "content/missing-from-home-and-or-care.yaml",
            "Missing from home and/or care",
        );
        check("Version 2.0", "content/version-2-0.yaml", "Version 2.0");
        check("Con", "content/con-briefing.yaml", "Con");
        let long = of(&"safeguarding ".repeat(15)).0;
        assert!(long.ends_with("safeguarding-safeguarding.yaml") && long.len() < 80, "{long}");
    }

    #[test]
    fn a_path_stays_a_path_and_gives_a_title() {
        let check =
            |words: &str, path: &str, title: &str| assert_eq!(of(words), (path.to_owned(), title.to_owned()));
        check("content/private-fostering.yaml", "content/private-fostering.yaml", "Private fostering");
        check("briefings/my_first", "briefings/my_first.yaml", "My first");
        check("a b.yml", "a b.yml", "A b");
        check("content/---.yaml", "content/---.yaml", "New briefing");
        assert!(wanted("content/x.docx").is_err_and(|(_, advice)| advice.ends_with("new content/x.yaml")));
        assert!(wanted("???").is_err() && wanted("").is_err() && wanted(&"x".repeat(201)).is_err());
    }
}
