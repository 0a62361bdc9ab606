//! XML: takes the bytes of a part, gives its tree, within limits and without entities of its own.
//!
//! Names carry the usual prefix of their namespace (`w:p`, `text:p`), whatever prefix the file chose.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

use super::coding::unicode;
use super::refusal::Refusal;

/// How deep elements may stand inside each other; a table in a text box in a table has about forty.
const MAX_DEPTH: usize = 200;
/// How many elements and texts a part may have; a page that Word saved often has about 20,000.
const MAX_NODES: usize = 400_000;

/// An element with all that is inside.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its name, with the usual prefix of its namespace.
    pub name: String,
    attributes: Vec<(String, String)>,
    /// What stands inside, in order.
    pub children: Vec<Node>,
}

/// What can stand inside an element.
#[derive(Debug)]
pub(super) enum Node {
    /// Another element.
    Element(Element),
    /// Text, with its entities resolved.
    Text(String),
}

impl Element {
    /// The value of an attribute.
    pub(super) fn attr(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// The elements directly inside.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element of this name directly inside.
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// An element that is reached by these names, one inside the other.
    pub(super) fn path(&self, names: &[&str]) -> Option<&Element> {
        names.iter().try_fold(self, |element, name| element.child(name))
    }

    /// All elements of this name, at any depth, in order.
    pub(super) fn all<'e>(&'e self, name: &str, found: &mut Vec<&'e Element>) {
        for element in self.elements() {
            if element.name == name {
                found.push(element);
            }
            element.all(name, found);
        }
    }

    /// The text directly inside.
    pub(super) fn own_text(&self) -> String {
        self.children
            .iter()
            .map(|node| match node {
                Node::Text(text) => text.as_str(),
                Node::Element(_) => "",
            })
            .collect()
    }

    /// Calls `each` with every element and every text at any depth, with the element that the text is in.
    pub(super) fn walk<'e>(&'e self, each: &mut impl FnMut(&'e Element, Option<&'e str>)) {
        each(self, None);
        for node in &self.children {
            match node {
                Node::Element(element) => element.walk(each),
                Node::Text(text) => each(self, Some(text)),
            }
        }
    }
}

/// Parses a part; `what` names it in a refusal.
pub(super) fn tree(bytes: &[u8], what: &str) -> Result<Element, Refusal> {
    let damaged = || Refusal::damaged(what);
    let text = unicode(bytes).ok_or_else(damaged)?;
    let mut reader = NsReader::from_str(&text);
    let mut open: Vec<Element> = vec![Element::default()];
    let mut nodes = 0;
    loop {
        nodes += 1;
        if nodes > MAX_NODES || open.len() > MAX_DEPTH {
            return Err(Refusal::too_much(&format!("{what} holds too much, or is nested too deep")));
        }
        match reader.read_event().map_err(|_| damaged())? {
            Event::Start(start) => open.push(element(&reader, &start).ok_or_else(damaged)?),
            Event::Empty(start) => {
                let element = element(&reader, &start).ok_or_else(damaged)?;
                push(&mut open, Node::Element(element));
            }
            Event::End(_) => {
                let done = open.pop().filter(|_| !open.is_empty()).ok_or_else(damaged)?;
                push(&mut open, Node::Element(done));
            }
            Event::Text(words) => add_text(&mut open, &words.xml10_content().map_err(|_| damaged())?),
            Event::CData(words) => add_text(&mut open, &words.decode().map_err(|_| damaged())?),
            Event::GeneralRef(name) => {
                let code = format!("&{};", name.decode().map_err(|_| damaged())?);
                // Only the five names of XML itself and numbers are known: a file cannot bring others.
                add_text(&mut open, &quick_xml::escape::unescape(&code).map_err(|_| damaged())?);
            }
            Event::DocType(_) => {
                return Err(Refusal::new(
                    format!(
                        "{what} brings definitions of its own (a DOCTYPE), which no office program writes"
                    ),
                    "Do not trust this file. Ask for a new copy from the person who wrote it",
                ));
            }
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            Event::Eof => break,
        }
    }
    let [root] = <[Element; 1]>::try_from(open).map_err(|_| damaged())?;
    let top = root.children.into_iter().find_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    });
    top.ok_or_else(damaged)
}

fn push(open: &mut [Element], node: Node) {
    if let Some(top) = open.last_mut() {
        top.children.push(node);
    }
}

/// Text grows in one piece, however many entities divide it.
fn add_text(open: &mut [Element], words: &str) {
    let Some(top) = open.last_mut() else { return };
    match top.children.last_mut() {
        Some(Node::Text(text)) => text.push_str(words),
        _ => top.children.push(Node::Text(words.to_owned())),
    }
}

fn element(reader: &NsReader<&[u8]>, start: &BytesStart<'_>) -> Option<Element> {
    let (namespace, local) = reader.resolver().resolve_element(start.name());
    let name = named(&namespace, local.as_ref());
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.ok()?;
        let (namespace, local) = reader.resolver().resolve_attribute(attribute.key);
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
        attributes.push((named(&namespace, local.as_ref()), value.into_owned()));
    }
    Some(Element { name, attributes, children: Vec::new() })
}

/// The parts of namespace addresses that tell them apart, and the usual prefix; both editions of the standard
/// (transitional and strict) and the drawings of 2010 end alike.
const PREFIXES: [(&str, &str); 24] = [
    ("/wordprocessingml/2006/main", "w"),
    ("/wordprocessingml/main", "w"),
    ("/2006/wordprocessingDrawing", "wp"),
    ("/drawingml/wordprocessingDrawing", "wp"),
    ("/drawingml/2006/main", "a"),
    ("/drawingml/main", "a"),
    ("/2010/wordprocessingShape", "wps"),
    ("/2010/wordprocessingGroup", "wpg"),
    ("/2010/wordprocessingCanvas", "wpc"),
    ("/markup-compatibility/2006", "mc"),
    (":schemas-microsoft-com:vml", "v"),
    ("/officeDocument/2006/relationships", "r"),
    ("/officeDocument/relationships", "r"),
    ("/drawingml/2006/diagram", "dgm"),
    ("/drawingml/diagram", "dgm"),
    ("/officeDocument/2006/math", "m"),
    ("/officeDocument/math", "m"),
    (":opendocument:xmlns:text:1.0", "text"),
    (":opendocument:xmlns:drawing:1.0", "draw"),
    (":opendocument:xmlns:table:1.0", "table"),
    (":opendocument:xmlns:style:1.0", "style"),
    (":opendocument:xmlns:office:1.0", "office"),
    (":opendocument:xmlns:svg-compatible:1.0", "svg"),
    (":opendocument:xmlns:xsl-fo-compatible:1.0", "fo"),
];

fn named(namespace: &ResolveResult<'_>, local: &[u8]) -> String {
    let local = String::from_utf8_lossy(local);
    let ResolveResult::Bound(namespace) = namespace else { return local.into_owned() };
    let address = String::from_utf8_lossy(namespace.as_ref());
    match PREFIXES.iter().find(|(end, _)| address.ends_with(end)) {
        Some((_, prefix)) => format!("{prefix}:{local}"),
        None if address.ends_with("/1999/xlink") => format!("xlink:{local}"),
        None if address.ends_with("/package/2006/relationships") => local.into_owned(),
        None => format!("?:{local}"),
    }
}
