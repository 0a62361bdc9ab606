//! printpdf: takes a folder and briefings, gives three PDFs of each; with `--read`, takes PDFs and gives what it reads.
//!
//! It draws at places and sets no text, so the breaking of lines is ours, as simple as can be: no columns, no tags, no fit,
//! no areas of colour. So this does less than the others do.

mod flow;
mod read;

use std::path::PathBuf;

use flow::Flow;
use printpdf::{Mm, PdfDocument, PdfSaveOptions};
use serde_yaml::Value;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> Result<()> {
    let mut words = std::env::args().skip(1);
    let first = words.next().ok_or("give a folder and briefings, or --read and PDFs")?;
    if first == "--read" {
        return words.try_for_each(|path| read::show(&path));
    }
    let out = PathBuf::from(first);
    for path in words.map(PathBuf::from) {
        let data: Value = serde_yaml::from_str(&std::fs::read_to_string(&path)?)?;
        let folder = out.join(path.file_stem().ok_or("a briefing is a file")?);
        std::fs::create_dir_all(&folder)?;
        for (name, make) in [("poster", poster as fn(&Value, &mut Flow)), ("handout", handout), ("card", card)] {
            let mut document = PdfDocument::new(&text(&data["title"]));
            let mut flow = match name {
                "poster" => Flow::new(&mut document, Mm(210.0), Mm(297.0), Mm(10.0), 9.0)?,
                "handout" => Flow::new(&mut document, Mm(338.7), Mm(190.5), Mm(15.0), 22.0)?,
                _ => Flow::new(&mut document, Mm(85.0), Mm(55.0), Mm(4.0), 6.0)?,
            };
            make(&data, &mut flow);
            document.with_pages(flow.pages());
            let bytes = document.save(&PdfSaveOptions::default(), &mut Vec::new());
            std::fs::write(folder.join(format!("{name}.pdf")), bytes)?;
        }
    }
    Ok(())
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().trim().to_owned()
}

fn list(value: &Value) -> &[Value] {
    value.as_sequence().map_or(&[], Vec::as_slice)
}

fn body(flow: &mut Flow, words: &str) {
    for part in words.split("\n\n") {
        if part.starts_with("- ") {
            part.lines().for_each(|line| flow.paragraph(&line.replacen("- ", "• ", 1)));
        } else {
            flow.paragraph(&part.replace('\n', " "));
        }
    }
}

fn contacts(flow: &mut Flow, data: &Value) {
    for contact in list(&data["contacts"]) {
        flow.paragraph(&text(&contact["name"]));
        for key in ["phone", "email", "url"] {
            let value = text(&contact[key]);
            if !value.is_empty() {
                flow.title(&value, 1.0);
            }
        }
    }
}

fn poster(data: &Value, flow: &mut Flow) {
    flow.title(&text(&data["title"]), 3.3);
    for (section, number) in list(&data["sections"]).iter().zip(1..) {
        flow.title(&format!("{number} {}", text(&section["heading"])), 1.2);
        body(flow, &text(&section["body"]));
    }
    contacts(flow, data);
}

fn handout(data: &Value, flow: &mut Flow) {
    for (section, number) in list(&data["sections"]).iter().zip(1..) {
        if number > 1 {
            flow.new_page();
        }
        flow.title(&format!("{number} {}", text(&section["heading"])), 1.4);
        body(flow, &text(&section["body"]));
    }
}

fn card(data: &Value, flow: &mut Flow) {
    flow.title(&text(&data["card"]["front"]["title"]), 1.5);
    contacts(flow, data);
    flow.new_page();
    flow.title(&text(&data["card"]["back"]["title"]), 1.5);
    let number = data["card"]["back"]["section"].as_u64().unwrap_or(1) as usize;
    body(flow, &text(&list(&data["sections"])[number - 1]["body"]));
}
