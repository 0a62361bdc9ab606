//! `explain`: takes the name of a code, a key, a layout or a sheet, gives its page; without one, a line for each.

use briefpress::diag::Code;
use briefpress::explain::{self, keys};
use briefpress::pipeline::{EMBEDDED_LAYOUTS, EMBEDDED_SHEETS, LOOKS};
use briefpress::read::{self, nearest};
use briefpress::source::Sources;

use super::args::ExplainArgs;
use super::{Exit, complain, print};

pub(crate) fn explain(args: &ExplainArgs) -> Exit {
    if args.names.is_empty() {
        print(&list());
        return Exit::Done;
    }
    let mut exit = Exit::Done;
    for name in &args.names {
        // Messages show a code in brackets behind its weight, and keys are often typed with their colon.
        let weights = ["error[", "warning[", "note["];
        let name = weights.iter().find_map(|weight| name.strip_prefix(weight)).unwrap_or(name);
        let name = name.trim_matches(['[', ']', '`', ':', ' ']);
        let pages = pages(name);
        if pages.is_empty() {
            unknown(name);
            exit = Exit::Usage;
        }
        print(&pages);
    }
    exit
}

/// Every page of that name: `card` is a key and a layout.
fn pages(name: &str) -> String {
    // A name is copied with a capital where it begins a sentence; a key of the office's own is never one.
    let small = name.to_lowercase();
    let name =
        if explain::find(name).is_none() && keys::page(name).is_empty() { small.as_str() } else { name };
    let code = explain::find(name).map_or(String::new(), page);
    [code, keys::page(name), look(name), layout(name), sheet(name)].concat()
}

fn unknown(name: &str) {
    let keys = keys::names();
    let files = EMBEDDED_LAYOUTS.iter().chain(EMBEDDED_SHEETS).map(|(file, _)| stem(file));
    let codes = Code::ALL.iter().map(|code| code.as_str());
    let looks = LOOKS.iter().copied();
    let known: Vec<&str> = codes.chain(keys.iter().map(String::as_str)).chain(files).chain(looks).collect();
    let advice = match nearest(name, &known) {
        Some(near) => format!("Did you mean {near}? Type:  briefpress explain {near}"),
        None => "Type  briefpress explain  for a list of all".to_owned(),
    };
    complain(&format!("no message, key, look, layout or sheet is called {name}"), &advice);
}

fn page(code: Code) -> String {
    format!("{code}: {}\n{}\n\n", code.page(), explain::weight(code))
}

/// What a look says of itself in the notes of its poster, and how it is asked for.
fn look(name: &str) -> String {
    if !LOOKS.contains(&name) {
        return String::new();
    }
    let (usual, file) = match name == LOOKS[0] {
        true => (", the usual one", "poster".to_owned()),
        false => ("", format!("{name}/poster")),
    };
    let text = EMBEDDED_LAYOUTS.iter().find(|(own, _)| stem(own) == file).map_or("", |(_, text)| text);
    format!(
        "{name}: a look of all documents{usual}\n\n{}\nWrite in the briefing:\n\n    look: {name}\n\nOr type:\n\n    briefpress build --look {name}\n\n",
        notes(text)
    )
}

/// What a layout says of itself in the notes at its top, and how it is asked for.
fn layout(name: &str) -> String {
    let Some((_, text)) = EMBEDDED_LAYOUTS.iter().find(|(file, _)| stem(file) == name) else {
        return String::new();
    };
    let document = text.lines().find_map(|line| line.strip_prefix("document: ")).unwrap_or("poster");
    let (usual, option) = if document == name { (", the usual one", "--only") } else { ("", "--layout") };
    format!(
        "{name}: a layout of the {document}{usual}\n\n{}\nType:\n\n    briefpress build {option} {name}\n\n",
        notes(text)
    )
}

/// What a sheet is, and how it is asked for.
fn sheet(name: &str) -> String {
    let Some((file, text)) = EMBEDDED_SHEETS.iter().find(|(file, _)| stem(file) == name) else {
        return String::new();
    };
    let Some(sheet) = read::sheet(&mut Sources::default(), file, text.as_bytes()).0 else {
        return String::new();
    };
    let document = sheet.document.as_str();
    let option = if document == "handout" { "--handout" } else { "--sheet" };
    format!(
        "{name}: a sheet for the pages of the {document}: {}\n\n{}\nType:\n\n    briefpress build {option} {name}\n\n",
        sheet.title,
        notes(text)
    )
}

/// The notes at the top of a file, without the line for editors.
fn notes(text: &str) -> String {
    let notes = text.lines().map_while(|line| line.strip_prefix('#')).map(str::trim);
    notes.filter(|line| !line.starts_with("yaml-language-server")).map(|line| format!("{line}\n")).collect()
}

fn stem(file: &str) -> &str {
    file.strip_suffix(".yaml").unwrap_or(file)
}

fn list() -> String {
    let codes: Vec<(String, String)> =
        Code::ALL.iter().map(|code| (code.to_string(), explain::title(*code).to_owned())).collect();
    let of_briefing = keys::keys().into_iter().filter(|key| key.file == "a briefing");
    let keys: Vec<(String, String)> =
        of_briefing.map(|key| (key.path(), sentence(key.about()).to_owned())).collect();
    let files = |all: &[(&str, &str)]| -> Vec<(String, String)> {
        all.iter()
            .map(|(file, text)| (stem(file).to_owned(), sentence(&notes(text).replace('\n', " ")).to_owned()))
            .collect()
    };
    let parts = [
        ("Messages", codes),
        ("Keys of a briefing", keys),
        ("Layouts", files(EMBEDDED_LAYOUTS)),
        ("Sheets", files(EMBEDDED_SHEETS)),
    ];
    let parts: String = parts.iter().map(|(head, lines)| table(head, lines)).collect();
    format!("{parts}For the page of one, with a wrong and a right example, type:  briefpress explain NAME\n")
}

fn table(head: &str, lines: &[(String, String)]) -> String {
    let width = lines.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    let lines: String = lines
        .iter()
        .map(|(name, about)| format!("  {name:width$}  {about}").trim_end().to_owned() + "\n")
        .collect();
    format!("{head}:\n{lines}\n")
}

/// The first sentence.
fn sentence(text: &str) -> &str {
    let end = text.find(". ").or_else(|| text.find(": ")).unwrap_or(text.len());
    text[..end].trim_end_matches(['.', ' '])
}
