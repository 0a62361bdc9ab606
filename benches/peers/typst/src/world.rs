//! What Typst may see: takes the design, the fonts and a briefing, gives the files that a compilation asks for.

use std::path::Path;

use serde_yaml::Value;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration, IntoValue as _, Str};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

use crate::{Result, code};

const FONTS: [&[u8]; 4] = [
    include_bytes!("../../../../fonts/AtkinsonHyperlegibleNext_400Regular.ttf"),
    include_bytes!("../../../../fonts/AtkinsonHyperlegibleNext_600SemiBold.ttf"),
    include_bytes!("../../../../fonts/AtkinsonHyperlegibleNext_700Bold.ttf"),
    include_bytes!("../../../../fonts/AtkinsonHyperlegibleNext_800ExtraBold.ttf"),
];

/// Where the design finds the briefing and its QR codes; no such files are on the disk.
const CONTENT: &str = "/content.yaml";
const CODES: &str = "/codes";

/// What stays the same for all briefings: the design, the fonts, and the library that tells the design its kind.
pub struct Design {
    pub kind: &'static str,
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    source: Source,
}

/// The files that differ from briefing to briefing: its text, and an SVG for each contact that asks for a QR code.
pub struct Briefing(Vec<(FileId, Bytes)>);

/// A design that sees one briefing.
pub struct View<'a> {
    design: &'a Design,
    briefing: &'a Briefing,
}

impl Design {
    /// The poster, the handout and the card: one design that is told by its inputs which of them to give.
    pub fn all() -> Result<Vec<Self>> {
        let source = Source::new(id("/briefing.typ")?, include_str!("../../briefing.typ").to_owned());
        let fonts = FONTS.map(|face| Font::new(Bytes::new(face), 0)).into_iter();
        let fonts: Vec<Font> = fonts.collect::<Option<_>>().ok_or("a font cannot be read")?;
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        let design = |kind: &'static str| {
            let inputs = [("content", CONTENT), ("codes", CODES), ("kind", kind)];
            let inputs: Dict =
                inputs.map(|(key, value)| (Str::from(key), value.into_value())).into_iter().collect();
            let library = LazyHash::new(Library::builder().with_inputs(inputs).build());
            Self { kind, library, book: book.clone(), fonts: fonts.clone(), source: source.clone() }
        };
        Ok(["poster", "handout", "card"].map(design).into())
    }

    pub fn of<'a>(&'a self, briefing: &'a Briefing) -> View<'a> {
        View { design: self, briefing }
    }
}

impl Briefing {
    pub fn read(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path)?;
        let data: Value = serde_yaml::from_str(&text)?;
        let mut files = vec![(id(CONTENT)?, Bytes::from_string(text))];
        for (contact, place) in data["contacts"].as_sequence().into_iter().flatten().zip(0..) {
            if contact["qr"].as_bool() == Some(true) {
                let address = contact["url"].as_str().ok_or("a QR code needs a url")?;
                files.push((id(&format!("{CODES}/{place}.svg"))?, Bytes::from_string(code::svg(address)?)));
            }
        }
        Ok(Self(files))
    }
}

fn id(path: &str) -> Result<FileId> {
    Ok(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path)?).intern())
}

impl World for View<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.design.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.design.book
    }

    fn main(&self) -> FileId {
        self.design.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() { Ok(self.design.source.clone()) } else { Err(FileError::NotSource) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let found = self.briefing.0.iter().find(|(known, _)| *known == id);
        let (_, bytes) =
            found.ok_or_else(|| FileError::NotFound(id.get().vpath().get_with_slash().into()))?;
        Ok(bytes.clone())
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.design.fonts.get(index).cloned()
    }

    // No clock: a briefing made tomorrow has the same bytes.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
