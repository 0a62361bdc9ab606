//! The parser: takes a PDF, prints a line of JSON: its pages with their sizes in points, and the words on each.

use printpdf::{PdfDocument, PdfParseOptions};

use crate::Result;

/// Prints what printpdf reads in a file.
pub fn show(path: &str) -> Result<()> {
    let bytes = std::fs::read(path)?;
    let document = PdfDocument::parse(&bytes, &PdfParseOptions::default(), &mut Vec::new())?;
    let pages = document.pages.iter().map(|page| {
        let size = &page.media_box;
        let words = page.extract_text(&document.resources).join(" ");
        format!("{{\"size\": [{}, {}], \"words\": {}}}", size.width.0, size.height.0, quoted(&words))
    });
    println!("{{\"path\": {}, \"pages\": [{}]}}", quoted(path), pages.collect::<Vec<_>>().join(", "));
    Ok(())
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            control if control.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(control))),
            other => out.push(other),
        }
    }
    out + "\""
}
