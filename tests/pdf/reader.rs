//! A reader of finished files: takes bytes, gives what is shown on a page piece by piece, and dictionaries.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};

/// A file that was read back.
pub struct File {
    pub doc: Document,
    pages: Vec<ObjectId>,
}

/// A piece of marked content: its number, which decoration has not, and its text code by code.
#[derive(Debug, Default)]
pub struct Piece {
    pub number: Option<i64>,
    /// What each code stands for, or all codes of an `ActualText` span together.
    pub texts: Vec<String>,
}

impl Piece {
    pub fn text(&self) -> String {
        self.texts.concat()
    }
}

impl File {
    pub fn read(bytes: &[u8]) -> Self {
        let doc = Document::load_mem(bytes).expect("a sound file");
        let pages = doc.get_pages().into_values().collect();
        File { doc, pages }
    }

    pub fn page(&self, at: usize) -> &Dictionary {
        self.doc.get_dictionary(self.pages[at]).expect("a page")
    }

    /// The four numbers of a box of a page.
    pub fn page_box(&self, page: usize, name: &str) -> [f32; 4] {
        numbers(self.page(page).get(name.as_bytes()).expect("a box"))
    }

    pub fn follow<'f>(&'f self, object: &'f Object) -> &'f Object {
        self.doc.dereference(object).expect("a sound reference").1
    }

    pub fn entry<'f>(&'f self, dict: &'f Dictionary, key: &str) -> Option<&'f Object> {
        dict.get(key.as_bytes()).ok().map(|object| self.follow(object))
    }

    pub fn dict<'f>(&'f self, object: &'f Object) -> &'f Dictionary {
        self.follow(object).as_dict().expect("a dictionary")
    }

    pub fn catalog(&self) -> &Dictionary {
        self.doc.catalog().expect("a catalog")
    }

    /// A text string.
    pub fn text(&self, dict: &Dictionary, key: &str) -> Option<String> {
        self.entry(dict, key).map(|text| lopdf::decode_text_string(text).expect("a text string"))
    }

    pub fn operations(&self, page: usize) -> Vec<lopdf::content::Operation> {
        let content = self.doc.get_page_content(self.pages[page]);
        Content::decode(&content).expect("sound operators").operations
    }

    /// What a page shows, piece by piece.
    pub fn pieces(&self, page: usize) -> Vec<Piece> {
        let fonts = self.doc.get_page_fonts(self.pages[page]).expect("fonts");
        let codings: BTreeMap<Vec<u8>, Encoding<'_>> = fonts
            .into_iter()
            .map(|(name, font)| (name, font.get_font_encoding(&self.doc).expect("a ToUnicode map")))
            .collect();
        let (mut pieces, mut open, mut font) = (vec![Piece::default()], Vec::new(), None);
        for operation in self.operations(page) {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "BDC" => {
                    let properties = operands[1].as_dict().expect("properties");
                    let actual = self.text(properties, "ActualText");
                    if actual.is_none() {
                        let number = properties.get(b"MCID").ok().map(|id| id.as_i64().expect("a number"));
                        pieces.push(Piece { number, texts: Vec::new() });
                    }
                    open.push(actual);
                }
                "EMC" => {
                    if let Some(actual) = open.pop().expect("something is open") {
                        pieces.last_mut().expect("a piece").texts.push(actual);
                    }
                }
                "Tf" => font = Some(operands[0].as_name().expect("a font").to_vec()),
                "TJ" if !matches!(open.last(), Some(Some(_))) => {
                    let coding = &codings[font.as_ref().expect("a font is chosen")];
                    let texts = &mut pieces.last_mut().expect("a piece").texts;
                    for part in operands[0].as_array().expect("an array") {
                        let Object::String(bytes, _) = part else { continue };
                        let decode = |code: &[u8]| Document::decode_text(coding, code).expect("a meaning");
                        texts.extend(bytes.chunks(2).map(decode));
                    }
                }
                _ => {}
            }
        }
        pieces
    }
}

/// An array of numbers.
pub fn numbers<const N: usize>(object: &Object) -> [f32; N] {
    let all: Vec<f32> = object
        .as_array()
        .expect("an array")
        .iter()
        .map(|number| number.as_float().expect("a number"))
        .collect();
    all.try_into().expect("as many numbers")
}
