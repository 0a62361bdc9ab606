//! The tree: takes an open PDF, gives its elements with the words that belong to them (ISO 32000-1, 14.7).

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::content::{LinePart, Mark, Painted, Stream, loose};
use super::direction::is_from_right;
use super::file::File;
use super::object::{Dict, Object, letters};
use super::roles::{is_inline, is_standard};
use super::trouble::Trouble;
use super::xmp::{attribute, between};

/// How deep elements may lie in each other.
const DEEPEST: usize = 60;
/// How many elements and pages a file may have; a poster has about a hundred.
const MAX_ELEMS: usize = 200_000;
const MAX_PAGES: usize = 5_000;

/// A PDF as its tags tell it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tagged {
    /// Its title, where it has one.
    pub title: Option<String>,
    /// Its language, as a tag of BCP 47.
    pub language: Option<String>,
    /// Who wrote it, where it says so.
    pub author: Option<String>,
    /// How many lines ended without a space, so that one was put between them and the next.
    pub spaced: usize,
    /// The program that wrote it.
    pub producer: Option<String>,
    /// How many pages it has.
    pub pages: usize,
    /// Its elements, in reading order.
    pub elems: Vec<Elem>,
    /// Words that are marked as no content, such as page numbers: nobody is told them.
    pub artifacts: Vec<String>,
    /// Words on the pages that are in no tag and no artifact, so nothing says when to read them.
    pub unread: Vec<String>,
}

/// An element of the tree.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Elem {
    /// Its type, in the names of the standard: `H1`, `P`, `LI`.
    pub role: String,
    /// Its class of attributes, the first where it has several.
    pub class: Option<String>,
    /// Its language, where that is not the language around it.
    pub language: Option<String>,
    /// What is said in place of a picture.
    pub alt: Option<String>,
    /// What is said in place of its letters.
    pub actual: Option<String>,
    /// What it is short for.
    pub expansion: Option<String>,
    /// Whether it is a list whose items are numbered.
    pub numbered: bool,
    /// The words and elements in it, in reading order.
    pub kids: Vec<Kid>,
}

/// What an element holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Kid {
    /// A further element.
    Elem(Elem),
    /// Words, and the page that they stand on, from 1.
    Words(String, usize),
    /// Where a link leads, and the words that it is announced with.
    Target(String, Option<String>),
}

/// Reads a PDF by its tags.
///
/// # Errors
/// Where it has none, or cannot be read.
pub fn read(bytes: &[u8]) -> Result<Tagged, Trouble> {
    let file = File::open(bytes)?;
    let root = file.entry(&file.trailer, b"Root");
    let catalog = root.dict().ok_or(Trouble::Damaged("it has no catalogue"))?;
    let tree = file.entry(catalog, b"StructTreeRoot");
    file.verdict()?;
    let Some(tree) = tree.dict() else { return Err(Trouble::Untagged) };
    let info = file.entry(&file.trailer, b"Info");
    let said = |key: &[u8]| info.dict().and_then(|info| file.entry(info, key).words());
    let xmp = file.stream(&file.entry(catalog, b"Metadata"));
    let xmp = String::from_utf8_lossy(xmp.as_deref().unwrap_or_default()).into_owned();
    let mut walk = Walk::new(&file, file.entry(tree, b"RoleMap"));
    let producer = said(b"Producer").or_else(|| attribute(&xmp, "pdf:Producer"));
    walk.exact = producer.as_deref().is_some_and(|producer| producer.starts_with("briefpress"));
    let language = file.entry(catalog, b"Lang").words().filter(|language| !language.is_empty());
    walk.from_right = language.as_deref().is_some_and(is_from_right);
    walk.page_tree(&file.entry(catalog, b"Pages"), &Dict::new(), 0);
    file.verdict()?;
    let mut kids = Vec::new();
    walk.kids(tree.get(&b"K"[..]).unwrap_or(&Object::Null), None, 0, &mut kids);
    file.verdict()?;
    let elems = kids.into_iter().filter_map(|kid| match kid {
        Kid::Elem(elem) => Some(elem),
        Kid::Words(..) | Kid::Target(..) => None,
    });
    let mut tagged = Tagged {
        title: said(b"Title").filter(|title| !title.is_empty()).or_else(|| between(&xmp, "dc:title")),
        author: said(b"Author").or_else(|| between(&xmp, "dc:creator")).filter(|author| !author.is_empty()),
        spaced: walk.spaced,
        language,
        producer,
        pages: walk.page_count,
        elems: elems.collect(),
        artifacts: loose(std::mem::take(&mut walk.painted.artifacts)),
        unread: loose(std::mem::take(&mut walk.painted.unmarked)),
    };
    let lost = walk.painted.marks.iter().filter(|(mark, _)| !walk.taken.contains(mark));
    let lost = lost.map(|(_, parts)| parts.iter().map(|part| part.text(walk.from_right)).collect::<String>());
    tagged.unread.extend(lost.filter(|text| !text.trim().is_empty()));
    Ok(tagged)
}

struct Walk<'a, 'b> {
    file: &'a File<'b>,
    /// What stands on the pages.
    painted: Painted,
    /// The pages, from 0, by their objects.
    pages: BTreeMap<u32, usize>,
    page_count: usize,
    /// The standard's names for a file's own.
    roles: Rc<Object>,
    /// Elements and pages that were met, by their objects.
    seen: BTreeSet<u32>,
    /// Marks that an element has taken; what the others hold is never read.
    taken: BTreeSet<Mark>,
    /// The words before, in the same block.
    last: Option<LinePart>,
    /// How many elements were met.
    count: usize,
    spaced: usize,
    /// Whether every space of the text is painted.
    exact: bool,
    /// Whether the language under way runs from right to left.
    from_right: bool,
}

impl<'a, 'b> Walk<'a, 'b> {
    /// A walk that has not begun.
    fn new(file: &'a File<'b>, roles: Rc<Object>) -> Self {
        Walk {
            file,
            painted: Painted::default(),
            pages: BTreeMap::new(),
            page_count: 0,
            roles,
            seen: BTreeSet::new(),
            taken: BTreeSet::new(),
            last: None,
            count: 0,
            spaced: 0,
            exact: false,
            from_right: false,
        }
    }

    /// Reads the pages below a node, with what they inherit.
    fn page_tree(&mut self, node: &Object, inherited: &Dict, depth: usize) {
        self.page_node(None, node, inherited, depth);
    }

    fn page_node(&mut self, number: Option<u32>, node: &Object, inherited: &Dict, depth: usize) {
        let Some(dict) = node.dict() else { return };
        if depth > DEEPEST || self.page_count >= MAX_PAGES {
            self.file.fail(Trouble::TooMuch("thousands of pages"));
            return;
        }
        let own = self.file.entry(dict, b"Resources");
        let resources = own.dict().unwrap_or(inherited);
        let kids = self.file.entry(dict, b"Kids");
        let Some(kids) = kids.array() else {
            let page = self.page_count;
            self.page_count += 1;
            self.pages.extend(number.map(|number| (number, page)));
            let content = self.page_content(dict);
            self.painted.page(self.file, page, &content, resources);
            return;
        };
        for kid in kids {
            let number = if let Object::Ref(number) = kid { Some(*number) } else { None };
            if number.is_none_or(|number| self.seen.insert(number)) {
                self.page_node(number, &self.file.resolve(kid), resources, depth + 1);
            }
        }
    }

    fn page_content(&self, page: &Dict) -> Vec<u8> {
        let contents = self.file.entry(page, b"Contents");
        let mut bytes = Vec::new();
        let parts = contents.array().map_or_else(
            || vec![Rc::clone(&contents)],
            |parts| parts.iter().map(|part| self.file.resolve(part)).collect(),
        );
        for part in parts {
            bytes.extend(self.file.stream(&part).unwrap_or_default());
            bytes.push(b'\n');
        }
        bytes
    }

    /// What an element holds, one thing or a list.
    fn kids(&mut self, kid: &Object, page: Option<usize>, depth: usize, out: &mut Vec<Kid>) {
        self.count += 1;
        if depth > DEEPEST || self.count > MAX_ELEMS {
            self.file.fail(Trouble::TooMuch("more tags, or deeper ones, than any document"));
            return;
        }
        if let Object::Ref(number) = kid {
            // Elements are in one place only; a tree that comes back to itself is read once.
            if matches!(&*self.file.get(*number), Object::Dict(_)) && !self.seen.insert(*number) {
                return;
            }
        }
        match &*self.file.resolve(kid) {
            Object::Array(kids) => kids.iter().for_each(|kid| self.kids(kid, page, depth + 1, out)),
            Object::Dict(dict) => self.dict(dict, page, depth, out),
            number => {
                if let (Some(mark), Some(page)) = (number.count(), page) {
                    self.words((Stream::Page(page), mark), out);
                }
            }
        }
    }

    fn dict(&mut self, dict: &Dict, page: Option<usize>, depth: usize, out: &mut Vec<Kid>) {
        let page = self.page_of(dict).or(page);
        match self.file.entry(dict, b"Type").name() {
            Some(b"MCR") => {
                let stream = match dict.get(&b"Stm"[..]) {
                    Some(Object::Ref(form)) => Some(Stream::Form(*form)),
                    _ => page.map(Stream::Page),
                };
                if let (Some(stream), Some(mark)) = (stream, self.file.entry(dict, b"MCID").count()) {
                    self.words((stream, mark), out);
                }
            }
            Some(b"OBJR") => out.extend(self.target(&self.file.entry(dict, b"Obj"))),
            _ => {
                let elem = self.elem(dict, page, depth);
                out.push(Kid::Elem(elem));
            }
        }
    }

    fn elem(&mut self, dict: &Dict, page: Option<usize>, depth: usize) -> Elem {
        let role = self.role(&self.file.entry(dict, b"S"));
        let words = |key: &[u8]| self.file.entry(dict, key).words();
        let mut elem = Elem {
            class: self.class(&self.file.entry(dict, b"C")),
            language: words(b"Lang").filter(|language| !language.is_empty()),
            alt: words(b"Alt"),
            actual: words(b"ActualText"),
            expansion: words(b"E"),
            numbered: role == "L" && self.is_numbered(&self.file.entry(dict, b"A")),
            role,
            kids: Vec::new(),
        };
        let around = self.from_right;
        if let Some(language) = &elem.language {
            self.from_right = is_from_right(language);
        }
        let block = !is_inline(&elem.role);
        if block {
            self.last = None;
        }
        if let Some(kids) = dict.get(&b"K"[..]) {
            let mut own = Vec::new();
            self.kids(kids, page, depth + 1, &mut own);
            elem.kids = own;
        }
        if block {
            self.last = None;
        }
        self.from_right = around;
        elem
    }

    /// The standard's name for a type: names of one's own are mapped to it.
    fn role(&self, name: &Object) -> String {
        let mut name = name.name().unwrap_or(b"NonStruct").to_vec();
        if let Some(map) = self.roles.dict() {
            for _ in 0..8 {
                if is_standard(&letters(&name)) {
                    break;
                }
                let mapped = self.file.entry(map, &name);
                let Some(mapped) = mapped.name() else { break };
                name = mapped.to_vec();
            }
        }
        letters(&name)
    }

    fn class(&self, class: &Object) -> Option<String> {
        match class {
            Object::Array(all) => self.file.resolve(all.first()?).name().map(letters),
            one => one.name().map(letters),
        }
    }

    fn is_numbered(&self, attributes: &Object) -> bool {
        let one = |attributes: &Object| {
            let numbering = attributes.dict().map(|attributes| self.file.entry(attributes, b"ListNumbering"));
            matches!(numbering.as_ref().and_then(|n| n.name()), Some(b"Decimal" | b"Ordered"))
        };
        match attributes {
            Object::Array(all) => all.iter().any(|attributes| one(&self.file.resolve(attributes))),
            _ => one(attributes),
        }
    }

    fn page_of(&self, dict: &Dict) -> Option<usize> {
        let Some(Object::Ref(number)) = dict.get(&b"Pg"[..]) else { return None };
        self.pages.get(number).copied()
    }

    /// The words of a mark; a line that ends without a space is parted from the next one.
    fn words(&mut self, mark: Mark, out: &mut Vec<Kid>) {
        if !self.taken.insert(mark) {
            return;
        }
        let Some(parts) = self.painted.marks.get(&mark) else { return };
        let mut text = String::new();
        let page = parts.first().map_or(0, |part| part.page);
        for part in parts {
            if !self.exact && self.last.as_ref().is_some_and(|last| needs_space(last, part)) {
                text.push(' ');
                self.spaced += 1;
            }
            text.push_str(&part.text(self.from_right));
            self.last = Some(part.clone());
        }
        if !text.is_empty() {
            out.push(Kid::Words(text, page + 1));
        }
    }

    fn target(&self, annotation: &Object) -> Option<Kid> {
        let dict = annotation.dict()?;
        let action = self.file.entry(dict, b"A");
        let uri = self.file.entry(action.dict()?, b"URI").words()?;
        Some(Kid::Target(uri, self.file.entry(dict, b"Contents").words()))
    }
}

/// Whether a space belongs between two pieces of one block: they stand on two lines, and neither has it. What may be
/// an address goes on without one.
fn needs_space(last: &LinePart, next: &LinePart) -> bool {
    let (before, after) = (last.text(false), next.text(false));
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let spaced = word.is_empty() || after.starts_with(char::is_whitespace);
    let goes_on = word.ends_with(['-', '/', '\u{2010}']) || word.contains("://") || word.contains('@');
    last.breaks_before(next) && !spaced && !goes_on
}
