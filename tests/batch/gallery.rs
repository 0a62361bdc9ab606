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
