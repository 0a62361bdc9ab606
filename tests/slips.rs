//! Slips: each file of `tests/suite/slips` is one mistake of an officer, with the message that she is to get.
//!
//! A file holds only what differs from the base briefing: lines of it that go behind `<`, and what stands in their
//! place behind `>`; what has no `<` before it stands at the end. `\u{a0}` is a character that nobody would see.

use std::io::Cursor;
use std::sync::LazyLock;

use briefpress::diag::Diagnostic;
use briefpress::model::Date;
use briefpress::pipeline::{DocumentKind, Files, Inputs, Options, Worker, Workshop, run};
use briefpress::source::Sources;

use crate::suite;

const BASE: &str = include_str!("suite/check/clean.yaml");
/// What stands before the text of a board's file.
pub const BOARD_FILE: &str = "# --- the board file ---\n";

/// What a file is whose words tell nothing of what somebody typed.
const LAST_RESORT: &str = "not arranged as keys with values";

#[test]
fn every_slip_is_told_by_its_own_cause() {
    suite::run("slips", 900, |input| {
        let (messages, sources) = told(input);
        for message in &messages {
            assert!(!message.message.contains(LAST_RESORT), "{input}");
            assert!(!message.hints.is_empty(), "{input}: {message:?}");
        }
        (messages, sources)
    });
}

/// The messages of a file, as `check` gives them.
fn told(input: &str) -> (Vec<Diagnostic>, Sources) {
    let (briefing, board) = texts(input);
    told_of(&briefing, board.as_deref(), &DocumentKind::ALL)
}

/// The bytes of the briefing that a file stands for, and the text of its board's file.
pub fn texts(input: &str) -> (Vec<u8>, Option<String>) {
    let (briefing, board) =
        input.split_once(BOARD_FILE).map_or((input, None), |(own, board)| (own, Some(board.to_owned())));
    (bytes(briefing), board)
}

/// The messages of a briefing and a board's file, with those about these documents.
pub fn told_of(
    briefing: &[u8],
    board: Option<&str>,
    documents: &[DocumentKind],
) -> (Vec<Diagnostic>, Sources) {
    static WORKSHOP: LazyLock<Workshop> = LazyLock::new(Workshop::embedded);
    let workshop = &*WORKSHOP;
    let inputs = Inputs {
        briefing: ("briefing.yaml", briefing),
        board: board.map(|text| ("board.yaml", text.as_bytes())),
        files: &Pictures,
        beside: &[],
    };
    let options =
        Options { documents: documents.to_vec(), today: Date::new(2026, 11, 23), ..Options::default() };
    let outcome = run(workshop, &mut Worker::new(workshop), &inputs, &options);
    (outcome.diagnostics, outcome.sources)
}

/// The bytes of the briefing: the base with the changes of a file, in the encoding that it names.
pub fn bytes(input: &str) -> Vec<u8> {
    let line = |start: &str| input.lines().find_map(|line| line.strip_prefix(start));
    if let Some(digits) = line("# bytes ") {
        let pairs = digits.as_bytes().chunks(2).filter_map(|pair| std::str::from_utf8(pair).ok());
        return pairs.map(|pair| u8::from_str_radix(pair, 16).expect("two digits")).collect();
    }
    let text = changed(BASE, input);
    let of_two = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    match line("# written as ") {
        None => text.into_bytes(),
        Some("UTF-16") => [&[0xFF, 0xFE], &of_two(&text)[..]].concat(),
        Some("UTF-16 without a mark") => of_two(&text),
        Some("lines of an old Mac") => text.replace('\n', "\r").into_bytes(),
        Some("Windows-1252") => in_one_byte(&text, &[('\u{2019}', 0x92), ('\u{2013}', 0x96)]),
        Some("Mac Roman") => in_one_byte(&text, &[('\u{2019}', 0xD5), ('\u{2013}', 0xD0)]),
        Some(other) => panic!("no such encoding: {other}"),
    }
}

fn in_one_byte(text: &str, high: &[(char, u8)]) -> Vec<u8> {
    let byte = |c: char| high.iter().find(|(known, _)| *known == c).map_or(c as u8, |(_, byte)| *byte);
    text.chars().map(byte).collect()
}

/// The base with its lines exchanged.
fn changed(base: &str, input: &str) -> String {
    let mut text = base.to_owned();
    let (mut old, mut new) = (String::new(), String::new());
    let mut exchange = |old: &mut String, new: &mut String| {
        if old.is_empty() {
            text.push_str(new);
        } else {
            assert_eq!(text.matches(old.as_str()).count(), 1, "this stands once in the base:\n{old}");
            text = text.replacen(old.as_str(), new, 1);
        }
        old.clear();
        new.clear();
    };
    for line in input.lines() {
        if let Some(line) = line.strip_prefix("< ") {
            if !new.is_empty() {
                exchange(&mut old, &mut new);
            }
            old.push_str(&format!("{line}\n"));
        } else if let Some(line) = line.strip_prefix('>') {
            new.push_str(&format!("{}\n", decoded(line.strip_prefix(' ').unwrap_or(line))));
        }
    }
    exchange(&mut old, &mut new);
    text
}

/// Codes such as `\u{a0}` as the characters that they stand for.
fn decoded(line: &str) -> String {
    let mut parts = line.split("\\u{");
    let mut text = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let (digits, rest) = part.split_once('}').expect("a code ends");
        let number = u32::from_str_radix(digits, 16).expect("a number in hexadecimal digits");
        text.push(char::from_u32(number).expect("a character"));
        text.push_str(rest);
    }
    text
}

/// The pictures beside the briefing: a good one, and some that are none.
struct Pictures;

impl Files for Pictures {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        let of = |width: u32, format: image::ImageFormat| {
            let mut file = Cursor::new(Vec::new());
            let shade = |x: u32, y: u32| image::Rgb([15, (x * 90 / width) as u8, 60 + (y % 40) as u8]);
            image::RgbImage::from_fn(width, width / 3, shade).write_to(&mut file, format).expect("memory");
            file.into_inner()
        };
        match path {
            "logo.png" => Ok(of(900, image::ImageFormat::Png)),
            "small.png" => Ok(of(60, image::ImageFormat::Png)),
            "half.jpg" => {
                let whole = of(900, image::ImageFormat::Jpeg);
                Ok(whole[..whole.len() / 2].to_vec())
            }
            "empty.png" => Ok(Vec::new()),
            "page.png" => Ok(b"<!DOCTYPE html><title>Not found</title>".to_vec()),
            "pointer.png" => {
                Ok(b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n".to_vec())
            }
            _ => Err(format!("there is no file of that name, {path}")),
        }
    }
}
