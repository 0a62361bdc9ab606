//! Pasted text by chance: good briefings changed as people change them, and whether a word is lost in silence.
//!
//! A word of the file is in the model, or a message names it. `HOSTILE=10` tries ten times as many.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::sync::LazyLock;

use briefpress::diag::{Code, Diagnostic, Place, any_error};
use briefpress::model::{Briefing, Date};
use briefpress::pipeline::{Files, Inputs, Options, Outcome, Worker, Workshop, run};

use crate::cli::Desk;
use crate::dice::{Dice, times};

const GOOD: [&str; 3] = [
    include_str!("../content/sexting.yaml"),
    include_str!("suite/check/clean.yaml"),
    include_str!("fixtures/private-fostering.yaml"),
];

/// Keys whose values are no printed words.
const UNPRINTED: [&str; 12] = [
    "language",
    "verified",
    "emergency",
    "qr",
    "issued",
    "review_by",
    "file",
    "alt",
    "look",
    "section",
    "primary",
    "short_name",
];

/// The picture beside the briefing.
struct Picture(Vec<u8>);

impl Files for Picture {
    fn read(&self, _: &str) -> Result<Vec<u8>, String> {
        Ok(self.0.clone())
    }
}

fn outcome(text: &[u8], picture: Vec<u8>) -> Outcome {
    static WORKSHOP: LazyLock<Workshop> = LazyLock::new(Workshop::embedded);
    let inputs = Inputs { briefing: ("x.yaml", text), board: None, files: &Picture(picture), beside: &[] };
    let options = Options { today: Date::new(2026, 11, 23), ..Options::default() };
    run(&WORKSHOP, &mut Worker::new(&WORKSHOP), &inputs, &options)
}

#[test]
fn no_word_that_people_paste_is_lost_in_silence() {
    let (mut read, mut told, mut wrong) = (0, 0, Vec::new());
    for turn in 0..300 * times() {
        let mut dice = Dice::new(turn);
        let mut text = GOOD[dice.roll(GOOD.len())].to_owned();
        for _ in 0..=dice.roll(3) {
            text = mangled(&text, &mut dice);
        }
        let outcome = outcome(text.as_bytes(), Vec::new());
        let Some(briefing) = &outcome.briefing else {
            assert!(any_error(&outcome.diagnostics), "turn {turn}: no briefing and no reason\n{text}");
            told += 1;
            continue;
        };
        read += 1;
        let seen = printed(briefing);
        let lost: Vec<String> = words(&text)
            .into_iter()
            .filter(|word| !seen.contains(word) && !is_named(word, &outcome))
            .collect();
        if !lost.is_empty() {
            let near: Vec<&str> =
                text.lines().filter(|line| lost.iter().any(|word| line.contains(word.as_str()))).collect();
            wrong.push(format!("turn {turn}: {lost:?} of\n{}", near.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(read > 100 && told > 60, "{read} read, {told} refused");
}

/// Whether a message is about a word: it says it, or points at it.
fn is_named(word: &str, outcome: &Outcome) -> bool {
    outcome.diagnostics.iter().any(|message| {
        let said = std::iter::once(&message.message).chain(&message.hints);
        let pointed = match &message.place {
            Place::At(span) => outcome.sources.text(*span),
            Place::File(_) => "",
        };
        said.map(String::as_str).chain([pointed]).any(|text| tokens(text).any(|token| token == word))
    })
}

/// Runs of letters and digits, without the characters that nobody sees.
fn tokens(text: &str) -> impl Iterator<Item = String> {
    let visible: String = text.chars().filter(|c| !"\u{ad}\u{200b}\u{feff}\u{200e}".contains(*c)).collect();
    visible
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect::<Vec<_>>()
        .into_iter()
}

/// The words of a file that are to be printed: all but its remarks, its keys, the numbers of its lists, and codes.
fn words(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let printed = text.lines().take_while(|line| !line.starts_with("checks"));
    for line in printed.filter(|line| !line.trim_start().starts_with('#')) {
        let bare = line.trim_start().trim_start_matches("- ");
        let (key, value) = bare.split_once(':').unwrap_or(("", bare));
        let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        if is_key && UNPRINTED.contains(&key.trim()) {
            continue;
        }
        let value = if is_key { value } else { bare };
        let value = value.replace("&nbsp;", " ").replace("&#x202E;", "");
        found.extend(tokens(&value).filter(|word| word.len() > 2 || word.contains(char::is_alphabetic)));
    }
    // What stands between braces on one line has keys inside.
    found.retain(|word| !["front", "back", "title", "body", "o", "x"].contains(&word.as_str()));
    found
}

/// The words of the model, with those of the addresses that its links lead to.
fn printed(briefing: &Briefing) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    briefing.for_each_text(&mut |text, _| found.extend(tokens(text)));
    for block in briefing.sections.iter().flat_map(|section| &section.body) {
        block.for_each_inline(&mut |line| {
            // A word may be strong in part only.
            let whole: String = line.iter().map(|run| run.text.as_str()).collect();
            found.extend(tokens(&whole));
            found.extend(
                line.iter()
                    .filter_map(|run| run.link.as_ref())
                    .flat_map(|link| tokens(&link.uri()).collect::<Vec<_>>()),
            );
        });
    }
    found
}

/// A text with one change such as people make.
fn mangled(text: &str, dice: &mut Dice) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let of_text = |line: &String| line.starts_with("      ") && line.trim().len() > 12;
    let of_value = |line: &String| {
        line.trim_start()
            .trim_start_matches("- ")
            .split_once(": ")
            .is_some_and(|(_, value)| value.len() > 5 && !value.starts_with(['"', '|', '{']))
    };
    let places = |wanted: &dyn Fn(&String) -> bool| -> Vec<usize> {
        (0..lines.len()).filter(|at| wanted(&lines[*at])).collect()
    };
    let (texts, values) = (places(&of_text), places(&of_value));
    let at_text = texts.get(dice.roll(texts.len())).copied();
    let at_value = values[dice.roll(values.len())];
    let any = dice.roll(lines.len());
    let added = |mark: &str| -> Vec<String> {
        ["Ask who was told", "Write what was heard", "Tell the lead today"]
            .iter()
            .map(|words| format!("      {mark}{words}"))
            .collect()
    };
    match (dice.roll(26), at_text) {
        (kind @ 0..=9, Some(at)) => {
            let marks =
                ["\u{2022} ", "\u{b7}\t", "o\t", "\u{2013} ", "a) ", "1.", "\u{2610} ", "*", "-", "- [ ] "];
            let mut list = added(marks[kind]);
            if dice.roll(2) == 0 {
                list.insert(0, String::new());
            }
            lines.splice(at + 1..at + 1, list);
        }
        (10, Some(at)) => lines
            .splice(at + 1..at + 1, ["", "Sign\tMeaning", "Tired\tCold"].map(|line| format!("      {line}")))
            .for_each(drop),
        (11, Some(at)) => {
            lines[at].push_str(["  ", "\\", " =", " [image: ]", "<br>", " &nbsp;"][dice.roll(6)])
        }
        (12, Some(at)) => lines[at] = lines[at].replacen(' ', "\u{a0}", 9).replace("\u{a0}\u{a0}", "  "),
        (13, Some(at)) => {
            lines[at].push_str(" Read [our page] (https://example.com/harm) or (this)[www.example.com].")
        }
        (14, Some(at)) => {
            let line = lines[at].clone();
            let middle =
                (line.len() / 2..line.len()).find(|at| line.is_char_boundary(*at)).unwrap_or(line.len());
            lines[at] = format!(
                "{}{}{}",
                &line[..middle],
                ["**", "\u{ad}", "\u{200b}", "-\n      ", "\n", "\n\n", "&#x202E;", "*"][dice.roll(8)],
                &line[middle..]
            );
        }
        (15, Some(at)) => {
            lines[at] = format!(
                "{}{}",
                ["## ", "> ", "1990. ", "    ", "|", "***"][dice.roll(6)],
                lines[at].trim_start()
            )
        }
        (16, Some(at)) => lines[at] = lines[at].trim_start().to_owned(),
        (17, Some(at)) => lines[at] = lines[at].replace(". ", ".\n      "),
        (18, _) => lines[at_value].push_str(" #notes to print"),
        (19, _) => {
            if let Some((key, value)) = lines[at_value].clone().split_once(": ") {
                let dressed = [
                    format!("\u{201c}{value}\u{201d}"),
                    format!("'{value}\""),
                    format!("{value} (24 hours)"),
                    format!("Minute 1: {value}"),
                    format!("**{value}**"),
                    format!("{value},"),
                    format!("@{value}"),
                    format!("{value}\n    and more words"),
                    format!("&{value}"),
                    format!("!{value}"),
                    format!("[{value}]"),
                ];
                lines[at_value] = format!("{key}: {}", dressed[dice.roll(dressed.len())]);
            }
        }
        (20, _) => lines[any] = format!("{}{}", " ".repeat(dice.roll(4)), lines[any].trim_start()),
        (21, _) => lines[any] = lines[any].replacen(':', ["", " ", "\u{ff1a}", ";", " ="][dice.roll(5)], 1),
        (22, _) => {
            lines[any] = lines[any].replacen("- ", ["", "\u{2013} ", "\u{2022} ", "-"][dice.roll(4)], 1)
        }
        (23, _) => lines.insert(
            any,
            ["Written by the team", "\tA line with a tab", "// to do: ask Jo", "```", "<!-- ask Jo -->"]
                [dice.roll(5)]
            .to_owned(),
        ),
        (24, _) => {
            let line = lines[any].clone();
            lines.insert(any, line);
        }
        _ => drop(lines.remove(any)),
    }
    let end = if dice.roll(9) == 0 { "\r\n" } else { "\n" };
    lines.join(end) + end
}

/// Numbers as people write them, in the place of a good one: what is printed has all their digits.
#[test]
fn every_digit_of_a_number_is_printed_or_told() {
    for turn in 0..300 * times() {
        let mut dice = Dice::new(turn);
        let mut number = ["0808 800 5000", "01709 382121", "999", "+44 20 7324 4000", "116 123", "85258"]
            [dice.roll(6)]
        .to_owned();
        for _ in 0..=dice.roll(2) {
            let at = dice.roll(number.len());
            let at = (0..=at).rev().find(|at| number.is_char_boundary(*at)).unwrap_or(0);
            match dice.roll(6) {
                0 => number.insert_str(
                    at,
                    ["-", "\u{a0}", "(", " ", ".", "O", "\u{2011}", "\u{200b}"][dice.roll(8)],
                ),
                1 => number.push_str(
                    [" (24 hours)", " or 101", " / 0800 1111", " Mon\u{2013}Fri", " ext. 12", "."]
                        [dice.roll(6)],
                ),
                2 => number.insert_str(0, ["Tel: ", "Text ", "tel:", "0044 ", "(0)", "call "][dice.roll(6)]),
                3 => number = number.replace(' ', ""),
                4 => drop(number.remove(at)),
                _ => number = format!("\u{201c}{number}\u{201d}"),
            }
        }
        let text = GOOD[1].replace("0808 800 5000", &number);
        let outcome = outcome(text.as_bytes(), Vec::new());
        let Some(briefing) = &outcome.briefing else {
            assert!(any_error(&outcome.diagnostics), "{number}");
            continue;
        };
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let phone = briefing.contacts[1].phone.as_ref().map_or("", |phone| phone.value.as_str());
        assert_eq!(digits(phone), digits(&number), "{number}");
        let right = |message: &Diagnostic| message.hints.iter().all(|hint| !hint.contains("  "));
        assert!(outcome.diagnostics.iter().all(right), "{number}: {:?}", outcome.diagnostics);
    }
}

/// Logos that were cut short, changed in a byte or given another name are pictures, or are refused by their own cause.
#[test]
fn a_damaged_logo_is_a_picture_or_is_refused() {
    let whole = |format: image::ImageFormat| {
        let mut file = Cursor::new(Vec::new());
        let shade = |x: u32, y: u32| image::Rgb([(x * 5) as u8, 40, (y * 7) as u8]);
        image::RgbImage::from_fn(90, 30, shade).write_to(&mut file, format).expect("memory");
        file.into_inner()
    };
    let good = [whole(image::ImageFormat::Png), whole(image::ImageFormat::Jpeg)];
    let text = GOOD[1].replace(
        "Board\nsections",
        "Board\n  logo: { file: logo.png, alt: The crest of the board }\nsections",
    );
    assert!(text.contains("logo.png"));
    let mut refused = 0;
    for turn in 0..300 * times() {
        let mut dice = Dice::new(turn);
        let mut bytes = good[dice.roll(2)].clone();
        match dice.roll(4) {
            0 => bytes.truncate(dice.roll(bytes.len())),
            1 => bytes.splice(0..0, *b"\r\n").for_each(drop),
            _ => {
                for _ in 0..=dice.roll(8) {
                    let at = dice.roll(bytes.len());
                    bytes[at] = dice.roll(256) as u8;
                }
            }
        }
        let outcome = outcome(text.as_bytes(), bytes);
        let errors = outcome.diagnostics.iter().filter(|message| message.code == Code::PictureBroken).count();
        assert!(
            errors < 2 && errors == usize::from(any_error(&outcome.diagnostics)),
            "turn {turn}: {:?}",
            outcome.diagnostics
        );
        refused += usize::from(errors == 1);
    }
    assert!(refused > 60, "only {refused} were refused");
}

#[test]
fn the_exit_code_says_whether_there_is_a_mistake() {
    for turn in 0..8 {
        let mut dice = Dice::new(turn);
        let text = mangled(GOOD[0], &mut dice);
        let desk = Desk::new(text.as_bytes());
        let run = desk.run(&["check", "--format", "plain", "--today", "2026-11-23"]);
        let errors = run.out.lines().any(|line| line.contains(": error["));
        assert_eq!(run.code, i32::from(errors), "turn {turn}: {}{}", run.out, run.err);
    }
}
