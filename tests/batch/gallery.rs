//! The gallery: every look, size and sheet is on it with a picture that can be drawn and a command that works.

use std::fs;

use briefpress::pipeline::{DocumentKind, EMBEDDED_SHEETS, LOOKS};

use super::place::{Place, stderr};

/// The texts between two marks, in order.
fn between(html: &str, begin: &str, end: &str) -> Vec<String> {
    let rests = html.match_indices(begin).map(|(at, _)| &html[at + begin.len()..]);
    rests.map(|rest| rest[..rest.find(end).expect("an end")].to_owned()).collect()
}

/// The picture that an address holds.
fn picture(address: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = address.strip_prefix("data:image/svg+xml,").expect("it is in the page").bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || char::from(rest.next().expect("two digits")).to_digit(16).expect("a digit");
        bytes.push(if byte == b'%' { u8::try_from(digit() * 16 + digit()).expect("a byte") } else { byte });
    }
    String::from_utf8(bytes).expect("it is text")
}

fn commands(html: &str) -> Vec<String> {
    let codes = between(html, "<code>", "</code>");
    codes
        .iter()
        .map(|code| code.replace("<span>", "").replace("</span>", "").replace("&quot;", "\""))
        .collect()
}

#[test]
fn every_picture_can_be_drawn_and_every_command_works() {
    let place = Place::with(1);
    place.done("gallery content/b000.yaml");
    let html = fs::read_to_string(place.at("gallery.html")).expect("a page");
    let pictures = between(&html, "<img src=\"", "\"");
    let commands = commands(&html);
    assert!(commands.len() >= LOOKS.len() + DocumentKind::ALL.len() + EMBEDDED_SHEETS.len(), "{commands:?}");
    assert!(pictures.len() >= commands.len() && !html.contains("Not with these words"), "{}", pictures.len());
    for address in &pictures {
        let svg = picture(address);
        let (width, height, pixels) = briefpress::preview::rgba(&svg, 20.0).expect("it can be drawn");
        assert!(width > 20 && height > 20 && pixels.chunks(4).any(|pixel| pixel != [255; 4]), "{svg:.200}");
    }
    for (at, command) in commands.iter().enumerate() {
        let words = command.strip_prefix("briefpress ").expect("a command");
        place.done(&format!("{words} --quiet --out o{at}"));
        assert!(!place.pdfs(&format!("o{at}")).is_empty(), "{command}");
    }
}

/// The words that an option takes, as the help lists them.
fn choices(help: &str, option: &str) -> Vec<String> {
    let (_, rest) = help.split_once(&format!("{option} <")).expect("it is in the help");
    let lines = rest.lines().skip(1).take_while(|line| !line.trim_start().starts_with("--"));
    let words = lines.filter_map(|line| line.trim().strip_prefix("- ")?.split_once(':'));
    words.map(|(word, _)| word.to_owned()).collect()
}

#[test]
fn every_size_that_can_be_asked_for_is_there() {
    let place = Place::with(1);
    place.done("gallery content/b000.yaml");
    let html = fs::read_to_string(place.at("gallery.html")).expect("a page");
    let (commands, help) = (commands(&html).join("\n"), place.done("build --help"));
    for option in ["--paper", "--card-size"] {
        let choices = choices(&help, option);
        assert!(choices.len() > 2, "{choices:?}");
        // The first is what is made where nobody asks.
        for choice in &choices[1..] {
            assert!(commands.contains(&format!("{option} {choice}")), "{option} {choice}");
        }
    }
}

/// Names of files have spaces and apostrophes; a command that is copied from the page has to work with them.
#[cfg(unix)]
#[test]
fn commands_work_for_a_file_with_a_space_and_an_apostrophe_in_its_name() {
    let place = Place::with(1);
    fs::rename(place.at("content/b000.yaml"), place.at("content/Wendy's first.yaml")).expect("it is renamed");
    let run = |line: &str| {
        let program = format!("briefpress() {{ \"{}\" \"$@\"; }}; {line}", env!("CARGO_BIN_EXE_briefpress"));
        let output =
            std::process::Command::new("sh").args(["-c", &program]).current_dir(place.at("")).output();
        let output = output.expect("there is a shell");
        assert!(output.status.success(), "{line}: {}", stderr(&output));
    };
    run("briefpress gallery \"content/Wendy's first.yaml\"");
    let html = fs::read_to_string(place.at("gallery.html")).expect("a page");
    let commands = commands(&html);
    for command in commands.iter().step_by(commands.len() / 4) {
        run(&command.replace("&#39;", "'"));
    }
    assert!(!place.pdfs("out").is_empty());
}

#[test]
fn what_does_not_take_the_words_says_why_and_mistakes_are_told_instead() {
    let place = Place::with(1);
    let path = place.at("content/b000.yaml");
    let text = fs::read_to_string(&path).expect("a briefing");
    let longer = text.replacen(
        "    body: |\n",
        &format!("    body: |\n      {}\n", "Many more words follow here. ".repeat(150)),
        1,
    );
    assert_ne!(longer, text);
    fs::write(&path, longer).expect("it can be written");
    place.done("gallery content/b000.yaml -o look/all.html");
    let html = fs::read_to_string(place.at("look/all.html")).expect("a page");
    assert!(
        html.contains("<b>Not with these words.</b> Poster: ") && html.contains("words too long"),
        "{html:.900}"
    );
    fs::write(&path, text.replace("phone: \"999\"", "phone: \"0808 800 500\"")).expect("it can be written");
    let output = place.run("gallery content/b000.yaml -o wrong.html");
    assert!(!output.status.success() && stderr(&output).contains("error["), "{}", stderr(&output));
    assert!(!place.at("wrong.html").exists());
}

#[test]
fn no_other_file_is_written_over() {
    let place = Place::with(1);
    place.write("other.html", "<!DOCTYPE html><p>of somebody else");
    let output = place.run("gallery content/b000.yaml -o other.html");
    assert!(stderr(&output).contains("--force"), "{}", stderr(&output));
    let output = place.run("gallery content/b000.yaml -o content/b000.yaml --force");
    assert!(stderr(&output).contains("does not end in .html"), "{}", stderr(&output));
    place.done("gallery content/b000.yaml -o other.html --force");
    place.done("gallery content/b000.yaml -o other.html");
}
