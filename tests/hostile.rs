//! Hostile input: takes good files, damages them in thousands of ways, and wants a message or a file, never a panic.
//!
//! The damage comes from a generator with fixed seeds, so that what fails once fails always. `HOSTILE=10` makes
//! ten times as many cases.

use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use briefpress::diag::{Place, any_error};
use briefpress::font::FontSet;
use briefpress::image::{Ink, Picture};
use briefpress::pipeline::{
    DocumentKind, EMBEDDED_LAYOUTS, Files, Inputs, Options, Outcome, Worker, Workshop, run,
};
use briefpress::target::Target;

use crate::dice::Dice;

const BRIEFINGS: [&str; 3] = [
    include_str!("../content/sexting.yaml"),
    include_str!("fixtures/private-fostering.yaml"),
    include_str!("fixtures/features.yaml"),
];
const BOARD: &str = include_str!("../content/boards/st-brannock.yaml");
const LOGO: &[u8] = include_bytes!("../content/boards/st-brannock.png");

/// What readers stumble over, as text.
const STONES: [&str; 40] = [
    "\t",
    "\"",
    "'",
    "|",
    ">",
    "- ",
    ": ",
    ":",
    "#",
    "&a ",
    "*a",
    "!!str ",
    "? ",
    "---\n",
    "...\n",
    "[",
    "]",
    "{",
    "}",
    "%",
    "@",
    "`",
    "**",
    "[a](b)",
    "![",
    "<b>",
    "\\",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "\u{301}\u{301}\u{301}",
    "\u{200d}",
    "👩‍👩‍👧",
    "שלום",
    "سلام",
    "\u{2028}",
    "\r",
    "99999999999999999999",
    "-1",
    "\n\n\n",
];

/// One to four kinds of damage.
pub fn damaged(good: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = good.to_vec();
    for _ in 0..=dice.roll(4) {
        let at = dice.roll(bytes.len());
        let end = (at + 1 + dice.roll(60)).min(bytes.len());
        match dice.roll(9) {
            0 if at < bytes.len() => bytes[at] ^= 1 << dice.roll(8),
            1 if at < bytes.len() => bytes[at] = u8::try_from(dice.roll(256)).expect("a byte"),
            2 => bytes.truncate(at),
            3 => drop(bytes.drain(at..end)),
            4 => drop(bytes.splice(at..at, bytes[at..end].to_vec())),
            5 => drop(bytes.splice(at..at, STONES[dice.roll(STONES.len())].bytes())),
            6 => {
                let stone = STONES[dice.roll(STONES.len())];
                let many = stone.repeat(1 + dice.roll(2_000 / stone.len()));
                drop(bytes.splice(at..at, many.into_bytes()));
            }
            7 => lines_changed(&mut bytes, dice),
            _ => number_changed(&mut bytes, at, dice),
        }
    }
    bytes
}

/// Two lines change places, or one goes a step further in.
fn lines_changed(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let mut lines: Vec<Vec<u8>> = bytes.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let (one, other) = (dice.roll(lines.len()), dice.roll(lines.len()));
    match dice.roll(2) {
        0 => lines.swap(one, other),
        _ => lines[one].insert(0, b' '),
    }
    *bytes = lines.join(&b'\n');
}

/// The first number from a place on becomes another one.
fn number_changed(bytes: &mut Vec<u8>, at: usize, dice: &mut Dice) {
    const NUMBERS: [&str; 13] =
        ["0", "-1", "1", "2", "5", "7", "20", "300", "99999", "0.0001", "1e30", "NaN", "4294967296"];
    let Some(start) = bytes[at..].iter().position(u8::is_ascii_digit).map(|offset| at + offset) else {
        return;
    };
    let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    bytes.splice(start..start + length, NUMBERS[dice.roll(NUMBERS.len())].bytes());
}

/// A few numbers become other ones, and all else stays.
fn renumbered(good: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = good.to_vec();
    for _ in 0..=dice.roll(4) {
        let at = dice.roll(bytes.len());
        number_changed(&mut bytes, at, dice);
    }
    bytes
}

/// The chunks of a PNG with the checksums that belong to them, so that a reader looks inside.
fn checksummed(mut png: Vec<u8>) -> Vec<u8> {
    let mut at = if png.starts_with(b"\x89PNG") { 8 } else { png.len() };
    while let Some(head) = png.get(at..at + 4) {
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        let Some(end) = at.checked_add(8).and_then(|start| start.checked_add(length)) else { break };
        if end + 4 > png.len() {
            break;
        }
        let sum = crate::cli::crc(&png[at + 4..end]).to_be_bytes();
        png[end..end + 4].copy_from_slice(&sum);
        at = end + 4;
    }
    png
}

/// Runs each case; a panic is told with its number and input. Of a hundred cases more than `least` must get as far
/// as a file, or the damage is so rough that it proves nothing about what comes after reading.
fn each(
    name: &str,
    cases: u64,
    least: u64,
    case: impl Fn(&mut Dice) -> Vec<u8>,
    judge: impl Fn(u64, &[u8]) -> bool,
) {
    let times = crate::dice::times();
    let mut made = 0;
    for number in 0..cases * times {
        let input = case(&mut Dice::new(number));
        match catch_unwind(AssertUnwindSafe(|| judge(number, &input))) {
            Ok(file) => made += u64::from(file),
            Err(_) => tell(name, number, &input),
        }
    }
    assert!(made * 100 >= cases * times * least, "{name}: {made} of {} made a file", cases * times);
}

fn tell(name: &str, number: u64, input: &[u8]) {
    let file = std::env::temp_dir().join(format!("briefpress-hostile-{name}-{number}"));
    std::fs::write(&file, input).expect("there is room for the input");
    panic!("{name} {number}: the input is in {}", file.display());
}

struct Logo<'a>(&'a [u8]);

impl Files for Logo<'_> {
    fn read(&self, _: &str) -> Result<Vec<u8>, String> {
        Ok(self.0.to_vec())
    }
}

/// One document in turn, for the screen and sometimes for print.
fn options(number: u64) -> Options {
    let kind = DocumentKind::USUAL[usize::try_from(number % 3).expect("it is small")];
    let mono = number.is_multiple_of(5);
    Options { documents: vec![kind], targets: vec![Target::Screen], mono, ..Options::default() }
}

/// Either all files were made, or an error says why not; and every message has a place, words and a readable line.
/// Gives whether a file was made.
fn sound(outcome: &Outcome, wanted: usize) -> bool {
    let errors = any_error(&outcome.diagnostics);
    assert!(errors || outcome.products.len() == wanted, "{:?}", outcome.diagnostics);
    for product in &outcome.products {
        assert!(product.bytes.starts_with(b"%PDF-1.") && product.bytes.ends_with(b"%%EOF"));
    }
    for message in &outcome.diagnostics {
        assert!(!message.message.is_empty());
        match &message.place {
            Place::File(name) => assert!(!name.is_empty()),
            Place::At(span) => {
                let source = outcome.sources.get(span.source);
                let (line, column) = source.line_column(span.range().start);
                assert!(line >= 1 && column >= 1 && outcome.sources.text(*span).len() < 300_000);
            }
        }
    }
    !outcome.products.is_empty()
}

fn judge(workshop: &Workshop, number: u64, briefing: &[u8], board: Option<&[u8]>, logo: &[u8]) -> bool {
    let board = board.map(|bytes| ("board.yaml", bytes));
    let inputs = Inputs { briefing: ("briefing.yaml", briefing), board, files: &Logo(logo), beside: &[] };
    sound(&run(workshop, &mut Worker::new(workshop), &inputs, &options(number)), 1)
}

#[test]
fn a_damaged_briefing_gives_a_file_or_a_message() {
    let workshop = Workshop::embedded();
    let case = |dice: &mut Dice| damaged(BRIEFINGS[dice.roll(3)].as_bytes(), dice);
    each("briefing", 800, 10, case, |number, bytes| judge(&workshop, number, bytes, None, LOGO));
}

#[test]
fn random_bytes_give_a_message() {
    let workshop = Workshop::embedded();
    let case = |dice: &mut Dice| {
        let length = dice.roll(3_000);
        (0..length).map(|_| u8::try_from(dice.roll(256)).expect("a byte")).collect()
    };
    each("bytes", 300, 0, case, |number, bytes| refused(&workshop, number, bytes));
    let stones = |dice: &mut Dice| {
        let count = dice.roll(400);
        (0..count).flat_map(|_| STONES[dice.roll(STONES.len())].bytes()).collect()
    };
    each("stones", 700, 0, stones, |number, bytes| refused(&workshop, number, bytes));
}

/// No file, and an error that says why.
fn refused(workshop: &Workshop, number: u64, briefing: &[u8]) -> bool {
    assert!(!judge(workshop, number, briefing, None, LOGO), "a file was made of it");
    true
}

/// Damage after which no file may be made, whatever else is right: each kind at a place by chance.
fn beyond_use(good: &str, dice: &mut Dice) -> Vec<u8> {
    let lines: Vec<&str> = good.lines().collect();
    let headings: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].starts_with("  - heading:")).collect();
    let (one, next) = (dice.roll(6), dice.roll(good.len()));
    let mut text: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    match dice.roll(6) {
        // A section is gone, or there twice.
        0 => drop(text.drain(headings[one]..headings[one + 1])),
        1 => {
            let again = text[headings[one]..headings[one + 1]].to_vec();
            text.splice(headings[one]..headings[one], again);
        }
        // A key that is not one, a key that is there twice.
        2 => text.insert(0, format!("titel{one}: Neglect")),
        3 => text.push("title: Another".to_owned()),
        // A byte that is no UTF-8, somewhere.
        4 => {
            let mut bytes = good.as_bytes().to_vec();
            bytes.insert(next, 0xff);
            return bytes;
        }
        // A bracket that is never closed.
        _ => text.push("card: [".to_owned()),
    }
    (text.join("\n") + "\n").into_bytes()
}

#[test]
fn what_only_a_message_is_right_for_gives_no_file() {
    let workshop = Workshop::embedded();
    let case = |dice: &mut Dice| beyond_use(BRIEFINGS[dice.roll(3)], dice);
    each("beyond", 300, 100, case, |number, bytes| refused(&workshop, number, bytes));
}

#[test]
fn a_damaged_board_file_gives_a_file_or_a_message() {
    let workshop = Workshop::embedded();
    let case = |dice: &mut Dice| damaged(BOARD.as_bytes(), dice);
    each("board", 250, 10, case, |number, bytes| {
        judge(&workshop, number, BRIEFINGS[0].as_bytes(), Some(bytes), LOGO)
    });
}

#[test]
fn a_damaged_layout_gives_a_file_or_a_message() {
    let (words, logo) = (BRIEFINGS[0].as_bytes(), LOGO);
    for (name, good) in EMBEDDED_LAYOUTS {
        let case = |dice: &mut Dice| match dice.roll(3) {
            0 => damaged(good.as_bytes(), dice),
            _ => renumbered(good.as_bytes(), dice),
        };
        each(name, 300, 3, case, |_, bytes| {
            let text = String::from_utf8_lossy(bytes).into_owned();
            match Workshop::new(Vec::new(), vec![((*name).to_owned(), text)]) {
                Err((_, messages)) => {
                    assert!(any_error(&messages), "{messages:?}");
                    false
                }
                Ok(workshop) => {
                    let inputs =
                        Inputs { briefing: ("x.yaml", words), board: None, files: &Logo(logo), beside: &[] };
                    let all = Options { documents: DocumentKind::ALL.to_vec(), ..options(1) };
                    sound(&run(&workshop, &mut Worker::new(&workshop), &inputs, &all), 1)
                }
            }
        });
    }
}

#[test]
fn a_damaged_picture_gives_a_picture_or_a_reason() {
    let pixels = image::RgbImage::from_fn(64, 48, |x, y| image::Rgb([x as u8 * 4, y as u8 * 5, 90]));
    let mut jpeg = std::io::Cursor::new(Vec::new());
    pixels.write_to(&mut jpeg, image::ImageFormat::Jpeg).expect("a picture of this size can be written");
    // A flipped bit in a PNG is almost always found out by the sum of all bytes at its end.
    for (name, good, least) in [("png", LOGO, 0), ("jpeg", jpeg.get_ref(), 10)] {
        let case = |dice: &mut Dice| checksummed(damaged(good, dice));
        each(name, 800, least, case, |number, bytes| match Picture::decode(bytes) {
            Ok(_) if number.is_multiple_of(10) => {
                judge(&Workshop::embedded(), number, BRIEFINGS[0].as_bytes(), Some(BOARD.as_bytes()), bytes)
            }
            Ok(picture) => {
                let inks = picture.to_grey().inks();
                assert!(matches!(&inks, Ink::Black(samples) if !samples.is_empty()), "{inks:?}");
                true
            }
            Err(why) => {
                assert!(!why.to_string().is_empty());
                false
            }
        });
    }
}

#[test]
fn a_damaged_font_gives_a_file_or_a_message() {
    let good = FontSet::embedded_files();
    let case = |dice: &mut Dice| damaged(&good[0].1, dice);
    each("font", 100, 10, case, |number, bytes| {
        let mut files = good.clone();
        files[0].1 = Cow::Owned(bytes.to_vec());
        let layouts = EMBEDDED_LAYOUTS.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
        match Workshop::new(files, layouts.collect()) {
            Err((_, messages)) => {
                assert!(any_error(&messages), "{messages:?}");
                false
            }
            Ok(workshop) => judge(&workshop, number, BRIEFINGS[0].as_bytes(), None, LOGO),
        }
    });
}
