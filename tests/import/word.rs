//! A maker of Word files: takes text boxes, tables and running text, gives the bytes of a .docx.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const SPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml""#;
const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#;
pub const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

/// A package with a body of this XML, and other parts.
pub fn docx(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let document =
        format!("<?xml version=\"1.0\"?><w:document {SPACES}><w:body>{body}</w:body></w:document>");
    let mut parts =
        vec![("[Content_Types].xml", TYPES), ("_rels/.rels", ROOT), ("word/document.xml", &document)];
    parts.extend_from_slice(others);
    package(&parts)
}

/// A zip file of these parts.
pub fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part can begin");
        zip.write_all(text.as_bytes()).expect("memory takes all");
    }
    zip.finish().expect("the directory is written").into_inner()
}

/// The parts of a package, all of which are text.
pub fn parts(package: &[u8]) -> Vec<(String, String)> {
    let mut zip = ZipArchive::new(Cursor::new(package)).expect("a package");
    (0..zip.len())
        .map(|at| {
            let mut part = zip.by_index(at).expect("a part");
            let mut text = String::new();
            part.read_to_string(&mut text).expect("it is text");
            (part.name().expect("a name of letters").into_owned(), text)
        })
        .collect()
}

/// A paragraph.
pub fn paragraph(words: &str, bold: bool) -> String {
    let bold = if bold { "<w:b/>" } else { "" };
    format!("<w:p><w:r><w:rPr>{bold}</w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", escaped(words))
}

/// Words as XML writes them.
pub fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A text box at a place in millimetres: left, top, width, height.
pub fn text_box(inner: &str, (x, y, w, h): (i32, i32, i32, i32), twin: bool) -> String {
    const MM: i32 = 36_000;
    let (x, y, w, h) = (x * MM, y * MM, w * MM, h * MM);
    let drawing = format!(
        "<w:drawing><wp:anchor><wp:positionH relativeFrom=\"page\"><wp:posOffset>{x}</wp:posOffset></wp:positionH>\
         <wp:positionV relativeFrom=\"page\"><wp:posOffset>{y}</wp:posOffset></wp:positionV><wp:extent cx=\"{w}\" cy=\"{h}\"/>\
         <a:graphic><a:graphicData uri=\"x\"><wps:wsp><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp>\
         </a:graphicData></a:graphic></wp:anchor></w:drawing>"
    );
    let run = if twin {
        format!(
            "<mc:AlternateContent><mc:Choice Requires=\"wps\">{drawing}</mc:Choice><mc:Fallback><w:pict><v:rect><v:textbox>\
             <w:txbxContent>{inner}</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent>"
        )
    } else {
        drawing
    };
    format!("<w:p><w:r>{run}</w:r></w:p>")
}

/// A table of rows of cells, each with its paragraphs.
pub fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(1);
    let grid = "<w:gridCol w:w=\"5000\"/>".repeat(columns);
    let rows: String = rows
        .iter()
        .map(|row| {
            let span = if row.len() < columns {
                format!("<w:tcPr><w:gridSpan w:val=\"{columns}\"/></w:tcPr>")
            } else {
                String::new()
            };
            let cells: String = row.iter().map(|cell| format!("<w:tc>{span}{cell}</w:tc>")).collect();
            format!("<w:tr>{cells}</w:tr>")
        })
        .collect();
    format!("<w:tbl><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")
}
