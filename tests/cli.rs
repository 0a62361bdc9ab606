//! The program, run as a person runs it: bad input gives a message and an exit code, and leaves no file behind.

mod words;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

const EXAMPLE: &str = include_str!("../content/sexting.yaml");

/// A folder of its own with `content/x.yaml` in it.
pub struct Desk {
    folder: TempDir,
}

/// What came of a run.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Desk {
    pub fn new(briefing: &[u8]) -> Self {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let desk = Desk { folder };
        desk.put("content/x.yaml", briefing);
        desk
    }

    pub fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    pub fn put(&self, below: &str, bytes: &[u8]) {
        let path = self.path(below);
        fs::create_dir_all(path.parent().expect("it is below the desk")).expect("the folder can be made");
        fs::write(path, bytes).expect("the file can be written");
    }

    /// Runs the program in the folder, with an environment that says nothing.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_briefpress"));
        command.args(arguments).current_dir(self.folder.path()).env_clear();
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Run {
        finish(&mut self.command(arguments))
    }

    /// All files below a folder, sorted.
    pub fn files(&self, below: &str) -> Vec<String> {
        let (mut folders, mut files) = (vec![self.path(below)], Vec::new());
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                match entry.path() {
                    path if path.is_dir() => folders.push(path),
                    path => files.push(shown(&path, self.folder.path())),
                }
            }
        }
        files.sort();
        files
    }
}

/// Runs a command to its end.
pub fn finish(command: &mut Command) -> Run {
    let output = command.output().expect("the program can be started");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program writes UTF-8");
    Run {
        code: output.status.code().expect("no signal ended it"),
        out: text(output.stdout),
        err: text(output.stderr),
    }
}

fn shown(path: &Path, root: &Path) -> String {
    path.strip_prefix(root).expect("it was found there").display().to_string()
}

fn changed(from: &str, to: &str) -> Vec<u8> {
    assert!(EXAMPLE.contains(from), "the example has no {from:?}");
    EXAMPLE.replacen(from, to, 1).into_bytes()
}

fn with_logo(file: &str) -> Vec<u8> {
    let logo = format!("short_name: RSCB\n  logo: {{file: {file}, alt: The board}}");
    changed("short_name: RSCB", &logo)
}

/// Wants exit code 1, a message of this code where these words stand in the briefing, with its line, a caret and
/// advice, and no file. A message about no words is about the whole file.
fn refused(desk: &Desk, code: &str, words: &str) -> Run {
    let run = desk.run(&["build", "content/x.yaml"]);
    let said = &run.err;
    assert_eq!((run.code, run.out.as_str()), (1, ""), "{said}");
    let message = said.split("\n\n").find(|message| message.starts_with(&format!("error[{code}]: ")));
    let message = message.unwrap_or_else(|| panic!("no {code} in\n{said}"));
    let place = place_of(&fs::read(desk.path("content/x.yaml")).expect("the briefing is there"), words);
    assert!(message.contains(&format!("--> content/x.yaml{place}\n")), "not at {place}:\n{message}");
    assert!(message.contains("= help: "), "no advice in\n{message}");
    if !words.is_empty() {
        let caret = message.lines().any(|line| line.contains("| ") && line.contains('^'));
        assert!(caret, "no caret in\n{message}");
    }
    assert_eq!(desk.files("out"), [""; 0], "files were left");
    run
}

/// `:line:column` of the first of some words; nothing of no words.
fn place_of(text: &[u8], words: &str) -> String {
    let text = String::from_utf8_lossy(text);
    let at = text.find(words).unwrap_or_else(|| panic!("{words:?} is not there"));
    let before: Vec<&str> = text[..at].split('\n').collect();
    let column = before.last().map_or(0, |line| line.chars().count()) + 1;
    if words.is_empty() { String::new() } else { format!(":{}:{column}", before.len()) }
}

#[test]
fn eight_cells_of_a_page_are_set_anew_and_not_made_small() {
    let desk = Desk::new(EXAMPLE.as_bytes());
    let run = desk.run(&["build", "--only", "card", "--handout", "8-up"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(desk.path("out/x/8-up.pdf").is_file() && desk.path("out/x/card.pdf").is_file());
    assert!(!desk.path("out/x/handout.pdf").exists() && !desk.path("out/x/poster.pdf").exists());
}

#[test]
fn what_is_no_text_or_no_yaml_is_refused() {
    refused(&Desk::new(b"title: caf\xe9\n"), "not-utf8", "");
    refused(&Desk::new(b""), "file-empty", "");
    refused(&Desk::new(b"\xEF\xBB\xBF \n"), "file-empty", "");
    refused(&Desk::new(b"title: \"Sexting\nlanguage: en"), "not-yaml", "\"Sexting");
    refused(&Desk::new(b"just some words\n"), "wrong-type", "just");
    refused(&Desk::new(b"title: a\0b\n"), "bad-value", "\0");
    let deep = format!("{}{}", "[ ".repeat(24), "[".repeat(200_000));
    let deep = refused(&Desk::new(deep.as_bytes()), "not-yaml", "[[");
    assert!(deep.err.len() < 1_000, "{}", deep.err);
    refused(&Desk::new(&vec![b'a'; 300_000]), "file-too-large", "");
    // A file that is not even opened counts as one that cannot be read.
    let run = Desk::new(&vec![b'a'; 2_000_000]).run(&["build"]);
    assert!(run.code == 2 && run.err.contains("2 MB long"), "{}: {}", run.code, run.err);
}

#[test]
fn a_bomb_of_copies_is_refused_before_it_costs_anything() {
    let mut bomb = "a: &a [x, x]\n".to_owned();
    for (one, next) in "abcdefghijklmnop".chars().zip("bcdefghijklmnopq".chars()) {
        bomb.push_str(&format!("{next}: &{next} [*{one}, *{one}, *{one}, *{one}, *{one}, *{one}, *{one}]\n"));
    }
    let before = std::time::Instant::now();
    refused(&Desk::new(bomb.as_bytes()), "not-yaml", "*a");
    assert!(before.elapsed().as_secs() < 2, "{:?}", before.elapsed());
}

#[test]
fn sections_are_seven_and_each_has_words() {
    let (start, end) = (EXAMPLE.find("  - heading: Background"), EXAMPLE.find("  - heading: Why it matters"));
    let (start, end) = (start.expect("section 1"), end.expect("section 2"));
    let six = format!("{}{}", &EXAMPLE[..start], &EXAMPLE[end..]);
    let run = refused(&Desk::new(six.as_bytes()), "section-count", "heading: Why it");
    assert!(run.err.contains("there are 6: 1 Why it matters, 2 Information"), "{}", run.err);
    let eight = format!("{}  - heading: More\n    body: words\n{}", &EXAMPLE[..end], &EXAMPLE[end..]);
    let run = refused(&Desk::new(eight.as_bytes()), "section-count", "heading: What to do");
    assert!(run.err.contains("there are 8: 1 Background, 2 More"), "{}", run.err);
    let empty = format!("{}  - heading: Background\n    body: |\n\n{}", &EXAMPLE[..start], &EXAMPLE[end..]);
    refused(&Desk::new(empty.as_bytes()), "section-empty", "body: |");
}

#[test]
fn keys_and_values_that_are_wrong_are_named() {
    let run = refused(&Desk::new(&changed("- heading: Back", "- headin: Back")), "unknown-key", "headin:");
    assert!(run.err.contains("Did you mean `heading`?"), "{}", run.err);
    refused(&Desk::new(&changed("title: Sexting", "title: [Sexting]")), "wrong-type", "Sexting]");
    let twice = changed("title: Sexting", "title: Sexting\ntitle: Neglect");
    let run = refused(&Desk::new(&twice), "duplicate-key", "title: Neglect");
    assert!(run.err.contains("already given in line 5"), "{}", run.err);
    let long = changed("title: Sexting", &format!("title: {}", "x".repeat(10_000)));
    let run = refused(&Desk::new(&long), "text-too-long", "xxxx");
    assert!(run.err.contains("has 10000 characters"), "{}", run.err);
    assert!(run.err.len() < 2_000, "the line is shown whole:\n{}", run.err);
}

#[test]
fn a_logo_that_cannot_be_used_is_refused() {
    refused(&Desk::new(&with_logo("logo.png")), "picture-file", "logo.png");
    refused(&Desk::new(&with_logo("../../secret.png")), "picture-file", "../../");
    refused(&Desk::new(&with_logo("/etc/passwd")), "picture-file", "/etc");
    let broken = Desk::new(&with_logo("logo.png"));
    broken.put("content/logo.png", b"GIF89a, or so it says");
    refused(&broken, "picture-broken", "logo.png");
    let cut = Desk::new(&with_logo("logo.png"));
    cut.put("content/logo.png", &include_bytes!("../content/boards/northmere.png")[..200]);
    refused(&cut, "picture-broken", "logo.png");
    let huge = Desk::new(&with_logo("logo.png"));
    let file = fs::File::create(huge.path("content/logo.png")).expect("the file can be made");
    file.set_len(300_000_000).expect("it may be long where nothing is written");
    let run = refused(&huge, "picture-file", "logo.png");
    assert!(run.err.contains("315 MB") || run.err.contains("300 MB"), "{}", run.err);
    let wide = Desk::new(&with_logo("logo.png"));
    wide.put("content/logo.png", &png_of(60_000, 60_000));
    refused(&wide, "picture-broken", "logo.png");
}

/// The beginning of a PNG that claims a size: enough for a reader that trusts it to ask for 10 GB.
fn png_of(width: u32, height: u32) -> Vec<u8> {
    let mut header = b"IHDR".to_vec();
    header.extend(width.to_be_bytes().into_iter().chain(height.to_be_bytes()));
    header.extend([8, 2, 0, 0, 0]);
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0d".to_vec();
    png.extend(&header);
    png.extend(crc(&header).to_be_bytes());
    png
}

/// The checksum of PNG (ISO 3309).
pub fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _: u32| if crc & 1 == 1 { 0xEDB8_8320 ^ (crc >> 1) } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

#[cfg(unix)]
#[test]
fn a_logo_that_is_a_link_out_of_the_folder_is_refused() {
    let desk = Desk::new(&with_logo("logo.png"));
    desk.put("secret.png", include_bytes!("../content/boards/northmere.png"));
    std::os::unix::fs::symlink("../secret.png", desk.path("content/logo.png")).expect("a link can be made");
    refused(&desk, "picture-file", "logo.png");
}

#[test]
fn a_character_that_no_font_has_is_named_with_its_place_and_what_to_do() {
    let run = refused(&Desk::new(&changed("mobile phone", "mobile 中 phone")), "missing-glyph", "中");
    assert!(run.err.contains("`中` (U+4E2D)") && run.err.contains("Noto Sans SC"), "{}", run.err);
    let run = refused(
        &Desk::new(&changed("title: Sexting", "title: Se\u{2011}xting")),
        "missing-glyph",
        "\u{2011}",
    );
    assert!(run.err.contains("Type an ordinary hyphen, `-`, in its place"), "{}", run.err);
    refused(&Desk::new(&changed("mobile phone", "\u{f0b7} phone")), "missing-glyph", "\u{f0b7}");
}

#[test]
fn a_text_in_another_script_gets_one_message_and_is_told_where_its_font_is() {
    let run = refused(&Desk::new(&changed("mobile phone", "телефон, телефону")), "missing-glyph", "т");
    assert_eq!(run.err.matches("no font here has").count(), 1, "{}", run.err);
    assert!(run.err.contains("7 characters that are used 15 times"), "{}", run.err);
    assert!(run.err.contains("Noto Sans") && run.err.contains("fonts-noto-core"), "{}", run.err);
}

#[test]
fn markdown_that_is_not_part_of_the_format_is_refused() {
    for words in ["![x](y.png)", "<b>phone</b>", "`code`"] {
        refused(&Desk::new(&changed("mobile phone", words)), "markdown-unsupported", words);
    }
}

#[test]
fn as_many_mistakes_are_told_at_once_as_can_be_known() {
    let text = EXAMPLE
        .replacen("title: Sexting", "titel: Sexting", 1)
        .replacen("heading: Background", "heading:", 1)
        .replacen("phone: \"999\"", "phone: [999]", 1)
        .replacen("qr: true", "qr: perhaps", 1);
    let run = Desk::new(text.as_bytes()).run(&["build", "content/x.yaml"]);
    assert_eq!(run.code, 1);
    for words in ["Did you mean `title`?", "`heading`", "`phone` must be text", "`qr`"] {
        assert!(run.err.contains(words), "no {words} in\n{}", run.err);
    }
}

#[test]
fn what_cannot_be_written_leaves_nothing_behind() {
    let in_the_way = Desk::new(EXAMPLE.as_bytes());
    in_the_way.put("out", b"a file");
    let run = in_the_way.run(&["build", "content/x.yaml"]);
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(run.err.contains("error[file-unwritable]") && run.err.contains("--out FOLDER"), "{}", run.err);
    assert_eq!(in_the_way.files(""), ["content/x.yaml", "out"]);
    let folder = Desk::new(EXAMPLE.as_bytes());
    fs::create_dir_all(folder.path("out/x/poster.pdf")).expect("the folder can be made");
    let run = folder.run(&["build", "content/x.yaml"]);
    assert_eq!(run.code, 2, "{}", run.err);
    let left = folder.files("out");
    assert!(!left.iter().any(|name| name.ends_with(".tmp") || name.contains("poster")), "{left:?}");
}

#[test]
fn a_briefing_that_turned_bad_leaves_the_old_files_whole() {
    let desk = Desk::new(EXAMPLE.as_bytes());
    assert_eq!(desk.run(&["build"]).code, 0);
    let poster = fs::read(desk.path("out/x/poster.pdf")).expect("the poster was made");
    desk.put("content/x.yaml", &changed("title: Sexting", "title: [Sexting]"));
    assert_eq!(desk.run(&["build"]).code, 1);
    assert_eq!(fs::read(desk.path("out/x/poster.pdf")).expect("it is still there"), poster);
    assert!(!desk.files("out").iter().any(|name| name.ends_with(".tmp")));
}

#[test]
fn a_bad_briefing_does_not_stop_the_others() {
    let desk = Desk::new(EXAMPLE.as_bytes());
    desk.put("content/a.yaml", b"title: [");
    let run = desk.run(&["build"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert!(desk.files("out").contains(&"out/x/poster.pdf".to_owned()), "{:?}", desk.files("out"));
}
