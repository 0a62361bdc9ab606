//! Contents: takes what is painted on a page, gives its words by the marks that the tags name (ISO 32000-1, 14.6).

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::direction::as_read;
use super::file::File;
use super::letters::Letters;
use super::lexer::{Lexer, Token};
use super::object::{Dict, Object};
use super::pen::Pen;
use super::trouble::Trouble;
use crate::address::space::runs_left;

/// How deep forms may lie in each other.
const MAX_FORMS: usize = 8;
/// How many operands an operator may have; a line of text with kerning has some hundred, in one array.
const MAX_OPERANDS: usize = 64;

/// Which content stream a mark's number counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stream {
    /// That of a page, from 0.
    Page(usize),
    /// That of a form, by its object.
    Form(u32),
}

/// A mark: the stream and the number in it.
pub(super) type Mark = (Stream, u32);

/// Words on one line of a page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LinePart {
    /// Stretches that were painted without a step between them, each with its place from the left: what each glyph
    /// means, in the order of painting.
    stretches: Vec<(f64, Vec<String>)>,
    pub page: usize,
    /// The base line, in points from the foot of the page.
    pub line: f64,
    /// The size of the letters, in points.
    pub size: f64,
}

/// All that is painted.
#[derive(Debug, Default)]
pub(super) struct Painted {
    pub marks: BTreeMap<Mark, Vec<LinePart>>,
    /// What is marked as no content: running heads, page numbers.
    pub artifacts: Vec<Vec<String>>,
    /// What no mark says anything of.
    pub unmarked: Vec<Vec<String>>,
    forms: BTreeSet<u32>,
    fonts: BTreeMap<u32, Rc<Letters>>,
}

/// What a stretch of content is.
#[derive(Clone, Debug)]
struct Stretch {
    mark: Option<Mark>,
    artifact: bool,
    /// Whether its words were said already, so that its letters are only their picture.
    said: bool,
}

/// Reads one content stream.
struct Reader<'a, 'b> {
    file: &'a File<'b>,
    painted: &'a mut Painted,
    page: usize,
    stretches: Vec<Stretch>,
    pen: Pen,
    saved: Vec<Pen>,
    depth: usize,
}

impl Painted {
    /// Takes a page in.
    pub(super) fn page(&mut self, file: &File<'_>, page: usize, content: &[u8], resources: &Dict) {
        let mut reader = Reader {
            file,
            painted: self,
            page,
            stretches: Vec::new(),
            pen: Pen::default(),
            saved: Vec::new(),
            depth: 0,
        };
        reader.read(content, resources, Stream::Page(page));
    }
}

impl Reader<'_, '_> {
    fn read(&mut self, content: &[u8], resources: &Dict, stream: Stream) {
        let mut lexer = Lexer::new(content, 0);
        let mut operands: Vec<Object> = Vec::new();
        while let Some(token) = lexer.token() {
            match token {
                Token::Object(object) if operands.len() < MAX_OPERANDS => operands.push(object),
                Token::Object(_) => {
                    self.file.fail(Trouble::Damaged("a page cannot be read"));
                    return;
                }
                Token::Word(b"ID") => lexer.skip_picture(),
                Token::Word(word) => {
                    self.operator(word, &operands, resources, stream);
                    operands.clear();
                }
            }
        }
    }

    fn operator(&mut self, word: &[u8], operands: &[Object], resources: &Dict, stream: Stream) {
        let number = |at: usize| operands.get(at).and_then(Object::number).unwrap_or(0.0);
        match word {
            b"BMC" | b"BDC" => self.begin(operands, resources, stream),
            b"EMC" => {
                self.stretches.pop();
            }
            b"q" if self.saved.len() < 1000 => self.saved.push(self.pen.clone()),
            b"Q" => self.pen = self.saved.pop().unwrap_or_else(|| self.pen.clone()),
            b"Tf" => {
                let name = operands.first().and_then(Object::name).unwrap_or_default();
                self.pen.font = self.font(resources, name);
                self.pen.size = number(1);
            }
            b"BT" => {
                self.painted.unmarked.push(Vec::new());
                self.pen.moved(word, number);
            }
            b"Tj" => self.show(operands.first()),
            b"'" | b"\"" => {
                self.pen.next_line();
                self.show(operands.last());
            }
            b"TJ" => {
                let pieces = operands.first().and_then(Object::array).unwrap_or_default();
                pieces.iter().for_each(|piece| self.show(Some(piece)));
            }
            b"Do" => self.form(operands, resources),
            _ => self.pen.moved(word, number),
        }
    }

    fn begin(&mut self, operands: &[Object], resources: &Dict, stream: Stream) {
        if self.stretches.len() > 1000 {
            self.file.fail(Trouble::Damaged("a page cannot be read"));
            return;
        }
        let properties = match operands.get(1) {
            Some(Object::Name(name)) => {
                let named = self.file.entry(resources, b"Properties");
                named.dict().map(|named| self.file.entry(named, name))
            }
            Some(own) => Some(Rc::new(own.clone())),
            None => None,
        };
        let dict = properties.as_ref().and_then(|properties| properties.dict());
        let number = dict.and_then(|dict| self.file.entry(dict, b"MCID").count());
        let artifact = operands.first().and_then(Object::name) == Some(b"Artifact");
        if artifact {
            self.painted.artifacts.push(Vec::new());
        }
        let spoken = dict.and_then(|dict| self.file.entry(dict, b"ActualText").words());
        let hidden = self.stretches.iter().any(|stretch| stretch.said);
        self.stretches.push(Stretch { mark: number.map(|number| (stream, number)), artifact, said: false });
        if let Some(spoken) = spoken.filter(|_| !hidden) {
            self.add(vec![spoken]);
            if let Some(own) = self.stretches.last_mut() {
                own.said = true;
            }
        }
    }

    fn show(&mut self, string: Option<&Object>) {
        let Some(Object::Text(codes)) = string else { return };
        if self.stretches.iter().any(|stretch| stretch.said) {
            return;
        }
        let text = match &self.pen.font {
            Some(font) => font.text(codes),
            None => vec!["\u{fffd}".to_owned(); codes.len()],
        };
        if self.file.spend(text.len()) {
            self.add(text);
        }
    }

    fn add(&mut self, glyphs: Vec<String>) {
        let inner = self.stretches.iter().rev().find(|stretch| stretch.artifact || stretch.mark.is_some());
        match inner.map(|stretch| (stretch.artifact, stretch.mark)) {
            None => push(&mut self.painted.unmarked, glyphs),
            Some((true, _) | (_, None)) => push(&mut self.painted.artifacts, glyphs),
            Some((false, Some(mark))) => {
                let (line, size) = self.pen.line();
                let part =
                    LinePart { stretches: vec![(self.pen.left(), glyphs)], page: self.page, line, size };
                let parts = self.painted.marks.entry(mark).or_default();
                match parts.last_mut().filter(|last| !last.breaks_before(&part)) {
                    Some(last) => last.go_on(part),
                    None => parts.push(part),
                }
            }
        }
    }

    /// What a form shows; where it is shown again, its own marks were read already.
    fn form(&mut self, operands: &[Object], resources: &Dict) {
        let Some(name) = operands.first().and_then(Object::name) else { return };
        let forms = self.file.entry(resources, b"XObject");
        let Some(Object::Ref(number)) = forms.dict().and_then(|forms| forms.get(name)) else { return };
        let form = self.file.get(*number);
        let Some(dict) = form.dict() else { return };
        if self.file.entry(dict, b"Subtype").name() != Some(b"Form") {
            return;
        }
        let again = !self.painted.forms.insert(*number);
        let outer = self.stretches.iter().any(|stretch| stretch.mark.is_some() || stretch.artifact);
        if again && !outer && self.painted.marks.keys().any(|(stream, _)| *stream == Stream::Form(*number)) {
            return;
        }
        if self.depth >= MAX_FORMS {
            self.file.fail(Trouble::TooMuch("forms deep inside each other"));
            return;
        }
        let Some(content) = self.file.stream(&form) else { return };
        let own = self.file.entry(dict, b"Resources");
        let resources = own.dict().unwrap_or(resources);
        let (pen, stretches, saved) = (self.pen.clone(), self.stretches.len(), self.saved.len());
        self.pen.enter(self.file.entry(dict, b"Matrix").array().unwrap_or_default());
        self.depth += 1;
        self.read(&content, resources, Stream::Form(*number));
        self.depth -= 1;
        self.stretches.truncate(stretches);
        self.saved.truncate(saved);
        self.pen = pen;
    }

    fn font(&mut self, resources: &Dict, name: &[u8]) -> Option<Rc<Letters>> {
        let fonts = self.file.entry(resources, b"Font");
        match fonts.dict()?.get(name)? {
            Object::Ref(number) => {
                if let Some(known) = self.painted.fonts.get(number) {
                    return Some(Rc::clone(known));
                }
                let letters = Rc::new(Letters::of(self.file, self.file.get(*number).dict()?));
                self.painted.fonts.insert(*number, Rc::clone(&letters));
                Some(letters)
            }
            own => Some(Rc::new(Letters::of(self.file, own.dict()?))),
        }
    }
}

impl LinePart {
    /// Takes in more of the same line.
    fn go_on(&mut self, more: LinePart) {
        for (left, glyphs) in more.stretches {
            match self.stretches.last_mut().filter(|(own, _)| *own == left) {
                Some((_, own)) => own.extend(glyphs),
                None => self.stretches.push((left, glyphs)),
            }
        }
    }

    /// Its words as they are read. Letters from the right may be painted in any order, so their places count.
    pub(super) fn text(&self, from_right: bool) -> String {
        let painted: String =
            self.stretches.iter().flat_map(|(_, glyphs)| glyphs).map(String::as_str).collect();
        if !runs_left(&painted) {
            return painted;
        }
        let mut stretches: Vec<&(f64, Vec<String>)> = self.stretches.iter().collect();
        stretches.sort_by(|one, other| one.0.total_cmp(&other.0));
        let glyphs: Vec<String> = stretches.into_iter().flat_map(|(_, glyphs)| glyphs.clone()).collect();
        as_read(&glyphs, from_right)
    }

    /// Whether other words stand on another line than these.
    pub(super) fn breaks_before(&self, next: &LinePart) -> bool {
        // Raised and lowered letters stay on their line.
        let far = 0.7 * self.size.max(next.size);
        self.page != next.page || (self.line - next.line).abs() > far.max(0.1)
    }
}

/// Adds to the stretch that was begun last.
fn push(all: &mut Vec<Vec<String>>, glyphs: Vec<String>) {
    match all.last_mut() {
        Some(last) => last.extend(glyphs),
        None => all.push(glyphs),
    }
}

/// The words of stretches that are no content, each by itself.
pub(super) fn loose(stretches: Vec<Vec<String>>) -> Vec<String> {
    let words = stretches.into_iter().map(|glyphs| as_read(&glyphs, runs_left(&glyphs.concat())));
    words.filter(|words| !words.trim().is_empty()).collect()
}
