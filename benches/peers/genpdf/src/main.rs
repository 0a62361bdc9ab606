//! genpdf: takes a folder and briefings, gives three PDFs of each.
//!
//! Flow only: it has no columns, no tags, no fit and no colours of areas, so this does less than the others do.

use std::path::{Path, PathBuf};

use genpdf::elements::{Break, PageBreak, Paragraph, UnorderedList};
use genpdf::fonts::{FontData, FontFamily};
use genpdf::style::Style;
use genpdf::{Document, Element as _, Margins, SimplePageDecorator, Size};
use serde_yaml::Value;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> Result<()> {
    let mut words = std::env::args().skip(1);
    let out = PathBuf::from(words.next().ok_or("give a folder and briefings")?);
    for path in words.map(PathBuf::from) {
        let data: Value = serde_yaml::from_str(&std::fs::read_to_string(&path)?)?;
        let folder = out.join(path.file_stem().ok_or("a briefing is a file")?);
        std::fs::create_dir_all(&folder)?;
        poster(&data)?.render_to_file(folder.join("poster.pdf"))?;
        handout(&data)?.render_to_file(folder.join("handout.pdf"))?;
        card(&data)?.render_to_file(folder.join("card.pdf"))?;
    }
    Ok(())
}

fn fonts() -> Result<FontFamily<FontData>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../fonts");
    let face = |name: &str| FontData::load(folder.join(format!("AtkinsonHyperlegibleNext_{name}.ttf")), None);
    let (regular, bold) = (face("400Regular")?, face("700Bold")?);
    Ok(FontFamily { regular: regular.clone(), bold: bold.clone(), italic: regular, bold_italic: bold })
}

fn document(data: &Value, size: (f64, f64), margin: u8, type_size: u8) -> Result<Document> {
    let mut document = Document::new(fonts()?);
    document.set_title(text(&data["title"]));
    document.set_paper_size(Size::new(size.0, size.1));
    document.set_font_size(type_size);
    document.set_minimal_conformance();
    let mut decorator = SimplePageDecorator::new();
    decorator.set_margins(Margins::all(margin));
    document.set_page_decorator(decorator);
    Ok(document)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().trim().to_owned()
}

fn list(value: &Value) -> &[Value] {
    value.as_sequence().map_or(&[], Vec::as_slice)
}

fn title(document: &mut Document, words: &str, size: u8) {
    document.push(Paragraph::new("").styled_string(words, Style::new().bold().with_font_size(size)));
}

fn body(document: &mut Document, words: &str) {
    for part in words.split("\n\n") {
        if part.starts_with("- ") {
            let mut bullets = UnorderedList::new();
            part.lines().for_each(|line| bullets.push(Paragraph::new(line.trim_start_matches("- "))));
            document.push(bullets);
        } else {
            document.push(Paragraph::new(part.replace('\n', " ")));
        }
    }
}

fn contacts(document: &mut Document, data: &Value) {
    for contact in list(&data["contacts"]) {
        document.push(Paragraph::new(text(&contact["name"])));
        for key in ["phone", "email", "url"] {
            let value = text(&contact[key]);
            if !value.is_empty() {
                document.push(Paragraph::new(value).styled(Style::new().bold()));
            }
        }
    }
}

fn poster(data: &Value) -> Result<Document> {
    let mut document = document(data, (210.0, 297.0), 10, 9)?;
    title(&mut document, &text(&data["title"]), 30);
    for (section, number) in list(&data["sections"]).iter().zip(1..) {
        title(&mut document, &format!("{number} {}", text(&section["heading"])), 11);
        body(&mut document, &text(&section["body"]));
    }
    document.push(Break::new(1));
    contacts(&mut document, data);
    Ok(document)
}

fn handout(data: &Value) -> Result<Document> {
    let mut document = document(data, (338.7, 190.5), 15, 22)?;
    for (section, number) in list(&data["sections"]).iter().zip(1..) {
        if number > 1 {
            document.push(PageBreak::new());
        }
        title(&mut document, &format!("{number} {}", text(&section["heading"])), 30);
        body(&mut document, &text(&section["body"]));
    }
    Ok(document)
}

fn card(data: &Value) -> Result<Document> {
    let mut document = document(data, (85.0, 55.0), 4, 6)?;
    title(&mut document, &text(&data["card"]["front"]["title"]), 9);
    contacts(&mut document, data);
    document.push(PageBreak::new());
    title(&mut document, &text(&data["card"]["back"]["title"]), 9);
    let number = data["card"]["back"]["section"].as_u64().unwrap_or(1) as usize;
    body(&mut document, &text(&list(&data["sections"])[number - 1]["body"]));
    Ok(document)
}
