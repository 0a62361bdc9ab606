//! A flow: takes paragraphs, gives pages of printpdf's operations, each line broken where the next word is too wide.

use std::path::Path;

use printpdf::{FontId, Mm, Op, ParsedFont, PdfDocument, PdfFontHandle, PdfPage, Point, Pt, TextItem};

use crate::Result;

/// Pages that are being filled.
pub struct Flow {
    size: (Mm, Mm),
    margin: f32,
    body: f32,
    faces: [(FontId, ParsedFont); 2],
    done: Vec<PdfPage>,
    ops: Vec<Op>,
    /// Where the next line stands, in points from below.
    at: f32,
}

impl Flow {
    /// Empty pages of a size, with running text of so many points.
    pub fn new(document: &mut PdfDocument, width: Mm, height: Mm, margin: Mm, body: f32) -> Result<Self> {
        let margin = margin.into_pt().0;
        let at = height.into_pt().0 - margin;
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../fonts");
        let mut face = |name: &str| -> Result<(FontId, ParsedFont)> {
            let bytes = std::fs::read(folder.join(format!("AtkinsonHyperlegibleNext_{name}.ttf")))?;
            let parsed = ParsedFont::from_bytes(&bytes, 0, &mut Vec::new()).ok_or("no font")?;
            Ok((document.add_font(&parsed), parsed))
        };
        let faces = [face("400Regular")?, face("700Bold")?];
        Ok(Flow { size: (width, height), margin, body, faces, done: Vec::new(), ops: Vec::new(), at })
    }

    /// Running text.
    pub fn paragraph(&mut self, words: &str) {
        self.set(words, 0, self.body);
    }

    /// Strong text, so many times as large.
    pub fn title(&mut self, words: &str, times: f32) {
        self.set(words, 1, self.body * times);
    }

    /// Goes on with the next page.
    pub fn new_page(&mut self) {
        let ops = std::mem::take(&mut self.ops);
        self.done.push(PdfPage::new(self.size.0, self.size.1, ops));
        self.at = self.size.1.into_pt().0 - self.margin;
    }

    /// All pages.
    pub fn pages(mut self) -> Vec<PdfPage> {
        self.new_page();
        self.done
    }

    fn set(&mut self, words: &str, face: usize, size: f32) {
        let most = self.size.0.into_pt().0 - 2.0 * self.margin;
        let space = self.width(" ", face, size);
        let (mut line, mut filled) = (String::new(), 0.0);
        for word in words.split_whitespace() {
            let width = self.width(word, face, size);
            if !line.is_empty() && filled + space + width > most {
                self.line(std::mem::take(&mut line), face, size);
                filled = 0.0;
            }
            if !line.is_empty() {
                line.push(' ');
                filled += space;
            }
            line.push_str(word);
            filled += width;
        }
        self.line(line, face, size);
        self.at -= size * 0.4;
    }

    fn line(&mut self, text: String, face: usize, size: f32) {
        if self.at - size < self.margin {
            self.new_page();
        }
        self.at -= size * 1.25;
        let font = PdfFontHandle::External(self.faces[face].0.clone());
        self.ops.extend([
            Op::StartTextSection,
            Op::SetTextCursor { pos: Point { x: Pt(self.margin), y: Pt(self.at) } },
            Op::SetFont { font, size: Pt(size) },
            Op::ShowText { items: vec![TextItem::Text(text)] },
            Op::EndTextSection,
        ]);
    }

    fn width(&self, text: &str, face: usize, size: f32) -> f32 {
        let font = &self.faces[face].1;
        let glyphs = text.chars().filter_map(|character| font.lookup_glyph_index(u32::from(character)));
        let units: u32 = glyphs.filter_map(|glyph| font.get_glyph_width(glyph)).map(u32::from).sum();
        units as f32 * size / f32::from(font.units_per_em)
    }
}
