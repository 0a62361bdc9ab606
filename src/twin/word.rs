//! Word: takes a briefing, gives it as a plain document of one column, for colleagues who comment in Word.
//!
//! Headings are headings, lists are lists, contacts are a table. What a colleague changes in it, `import` finds again.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::word_parts::{CONTENT_TYPES, DOCUMENT, ROOT_RELATIONS, STYLES, list_numbers};
use crate::language::Word;
use crate::markup::{is_barred, push_escaped};
use crate::model::{Block, Briefing, CONTACT_COLUMNS, Inline};

/// The document.
///
/// # Errors
/// Only where memory ends: the package is written to nothing else.
pub fn word(briefing: &Briefing) -> std::io::Result<Vec<u8>> {
    let mut writer = Writer::default();
    writer.briefing(briefing);
    let links = relations(&writer.links);
    let document = format!("{DOCUMENT}<w:body>{}{}</w:body></w:document>", writer.body, page());
    let numbers = list_numbers(&writer.lists);
    let styles = STYLES.replace("{language}", &escaped(briefing.language.tag()));
    let properties = properties(briefing);
    let parts = [
        ("[Content_Types].xml", CONTENT_TYPES),
        ("_rels/.rels", ROOT_RELATIONS),
        ("docProps/core.xml", &properties),
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", &links),
        ("word/styles.xml", &styles),
        ("word/numbering.xml", &numbers),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default())?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

/// The document as it grows.
#[derive(Default)]
struct Writer {
    body: String,
    /// Where links lead, in the order of their ids.
    links: Vec<String>,
    /// Where numbered lists begin to count, in the order of their ids.
    lists: Vec<u32>,
}

/// The list of bullets; numbered lists come behind it.
const BULLETS: usize = 1;

impl Writer {
    fn briefing(&mut self, briefing: &Briefing) {
        self.line("BriefingLabel", briefing.labels.get(Word::Label));
        self.line("Title", &briefing.title.value);
        self.line("BriefingBoard", &briefing.board.name.value);
        for (number, section) in (1..).zip(&briefing.sections) {
            self.line("Heading1", &format!("{number}. {}", section.heading.value));
            section.body.iter().for_each(|block| self.block(block, 0));
        }
        if !briefing.contacts.is_empty() {
            self.contacts(briefing);
        }
    }

    /// A paragraph of one style and plain words.
    fn line(&mut self, style: &str, words: &str) {
        let run = run(words, false);
        self.body.push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{run}</w:p>"));
    }

    fn block(&mut self, block: &Block, level: usize) {
        match block {
            Block::Paragraph(inline) => self.paragraph(inline, ""),
            Block::List { start, items } => {
                let list = match start {
                    None => BULLETS,
                    Some(start) => {
                        self.lists.push(*start);
                        BULLETS + self.lists.len()
                    }
                };
                let mark =
                    format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
                for item in items {
                    let mut mark = mark.as_str();
                    for block in &item.blocks {
                        match block {
                            Block::Paragraph(inline) => self.paragraph(inline, std::mem::take(&mut mark)),
                            Block::List { .. } => self.block(block, level + 1),
                        }
                    }
                }
            }
        }
    }

    fn paragraph(&mut self, inline: &Inline, mark: &str) {
        let mut runs = String::new();
        for piece in inline {
            let run = run(&piece.text, piece.strong);
            match &piece.link {
                None => runs.push_str(&run),
                Some(target) => {
                    self.links.push(target.uri());
                    let id = self.links.len();
                    runs.push_str(&format!("<w:hyperlink r:id=\"link{id}\">{run}</w:hyperlink>"));
                }
            }
        }
        self.body.push_str(&format!("<w:p><w:pPr>{mark}</w:pPr>{runs}</w:p>"));
    }

    /// A table with a row for each contact; which column is which is said by its first row.
    fn contacts(&mut self, briefing: &Briefing) {
        // Ways that no contact has would only make the others narrow.
        let has = |key: &str| briefing.contacts.iter().any(|contact| contact.value(key).is_some());
        let columns = CONTACT_COLUMNS.iter().filter(|(key, _, always)| *always || has(key));
        let (keys, names): (Vec<&str>, Vec<&str>) = columns.map(|(key, name, _)| (*key, *name)).unzip();
        let width = 9_600 / keys.len().max(1);
        let grid = format!("<w:gridCol w:w=\"{width}\"/>").repeat(keys.len());
        let properties =
            "<w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/></w:tblPr>";
        self.body.push_str("<w:p/>");
        self.body.push_str(&format!("<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>"));
        row(&mut self.body, &names, true);
        for contact in &briefing.contacts {
            let value = |key: &&str| contact.value(key).map_or("", |value| value.value.as_str());
            row(&mut self.body, &keys.iter().map(value).collect::<Vec<_>>(), false);
        }
        // A text never ends with a table: Word asks for a paragraph behind it.
        self.body.push_str("</w:tbl><w:p/>");
    }
}

fn row(body: &mut String, cells: &[&str], is_head: bool) {
    body.push_str(if is_head { "<w:tr><w:trPr><w:tblHeader/></w:trPr>" } else { "<w:tr>" });
    for cell in cells {
        body.push_str(&format!("<w:tc><w:p>{}</w:p></w:tc>", run(cell, is_head)));
    }
    body.push_str("</w:tr>");
}

fn run(words: &str, bold: bool) -> String {
    let bold = if bold { "<w:rPr><w:b/></w:rPr>" } else { "" };
    let text = |line: &str| format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(line));
    let lines = words
        .split('\n')
        .map(|line| if line.is_empty() && words.contains('\n') { String::new() } else { text(line) });
    format!("<w:r>{bold}{}</w:r>", lines.collect::<Vec<_>>().join("<w:br/>"))
}

fn relations(links: &[String]) -> String {
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    );
    for part in ["styles", "numbering"] {
        text.push_str(&format!(
            "<Relationship Id=\"{part}\" Type=\"{OFFICE}/{part}\" Target=\"{part}.xml\"/>"
        ));
    }
    for (at, link) in links.iter().enumerate() {
        let (id, link) = (at + 1, escaped(link));
        text.push_str(&format!(
            "<Relationship Id=\"link{id}\" Type=\"{OFFICE}/hyperlink\" Target=\"{link}\" TargetMode=\"External\"/>"
        ));
    }
    text + "</Relationships>"
}

/// Title and language, which screen readers ask for.
fn properties(briefing: &Briefing) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:creator>{}</dc:creator>\
         <dc:language>{}</dc:language></cp:coreProperties>",
        escaped(&briefing.title.value),
        escaped(&briefing.board.name.value),
        escaped(briefing.language.tag()),
    )
}

/// An A4 page with margins of 2 cm, in twentieths of a point.
fn page() -> &'static str {
    "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" \
     w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>"
}

/// Words as XML writes them; characters that it cannot hold at all are left away, as no font has them either.
fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    words.split(|c: char| c.is_control() || is_barred(c)).for_each(|part| push_escaped(&mut text, part));
    text
}
