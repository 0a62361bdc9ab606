//! Runs: takes what stands inside a paragraph, gives its pieces, the shapes anchored in it, and what is left over.

use std::collections::HashSet;

use super::super::office::{LeftOver, Piece, Reason};
use super::super::xml::Element;
use super::choice::{chosen, letters};
use super::place::Page;
use super::relations::Relations;
use super::shape::{Shape, shapes};
use super::styles::{Looks, Styles};

/// Fields that reach over several runs, and perhaps paragraphs: the innermost is the last.
#[derive(Debug, Default)]
pub(super) struct Fields(Vec<Field>);

#[derive(Debug, Default)]
struct Field {
    code: String,
    /// Whether its result has begun.
    shown: bool,
}

/// Which elements with text were taken, so that none is forgotten and none is taken twice.
#[derive(Debug, Default)]
pub(super) struct Taken(HashSet<usize>);

impl Taken {
    /// Marks an element as taken.
    pub(super) fn take(&mut self, element: &Element) {
        self.0.insert(std::ptr::from_ref(element).addr());
    }

    /// Whether it was taken.
    pub(super) fn has(&self, element: &Element) -> bool {
        self.0.contains(&std::ptr::from_ref(element).addr())
    }
}

/// What the runs of a paragraph are read with.
pub(super) struct Tools<'t> {
    pub styles: &'t Styles,
    pub links: &'t Relations,
    pub page: &'t Page,
    pub fields: &'t mut Fields,
    pub taken: &'t mut Taken,
}

/// What a paragraph holds.
#[derive(Debug, Default)]
pub(super) struct Inline<'e> {
    /// Its words; a line end inside it is `\n`.
    pub pieces: Vec<Piece>,
    /// Shapes that are anchored in it.
    pub shapes: Vec<Shape<'e>>,
    /// What is not text of the page.
    pub left: Vec<LeftOver>,
    /// The largest size of its letters, in half points.
    pub size: Option<u32>,
    /// Whether someone's changes are marked in it.
    pub tracked: bool,
    /// Breaks to a new page: those that were typed, and those that Word noted when it last drew the pages.
    pub page_breaks: (u16, u16),
}

/// How the words that follow are meant.
#[derive(Clone, Debug, Default)]
struct Manner {
    link: Option<String>,
    deleted: bool,
}

/// Reads all that stands in a paragraph whose style draws letters like `usual`.
pub(super) fn inline<'e>(paragraph: &'e Element, usual: Looks, tools: &mut Tools<'_>) -> Inline<'e> {
    let mut reader = Reader { tools, usual, inline: Inline::default() };
    reader.inside(paragraph, &Manner::default());
    reader.inline
}

struct Reader<'r, 't, 'e> {
    tools: &'r mut Tools<'t>,
    usual: Looks,
    inline: Inline<'e>,
}

impl<'e> Reader<'_, '_, 'e> {
    fn inside(&mut self, parent: &'e Element, manner: &Manner) {
        for element in parent.elements() {
            match element.name.as_str() {
                "w:r" => self.run(element, manner),
                "w:hyperlink" => {
                    let outside = element.attr("r:id").and_then(|id| self.tools.links.get(id));
                    let link = outside.filter(|relation| relation.outside).map(|r| r.target.clone());
                    self.inside(element, &Manner { link, ..manner.clone() });
                }
                "w:fldSimple" => {
                    let link = element.attr("w:instr").and_then(field_link).or_else(|| manner.link.clone());
                    self.inside(element, &Manner { link, ..manner.clone() });
                }
                "w:ins" | "w:moveTo" => {
                    self.inline.tracked |= letters(element) > 0;
                    self.inside(element, manner);
                }
                "w:del" | "w:moveFrom" => {
                    self.inline.tracked |= letters(element) > 0;
                    self.inside(element, &Manner { deleted: true, ..manner.clone() });
                }
                "mc:AlternateContent" => self.alternate(element, |reader, branch| {
                    reader.inside(branch, manner);
                }),
                "m:t" => self.text(element, &element.own_text(), Looks::default(), manner),
                // Wrappers of many kinds (smart tags, content controls, formulas) hold runs in their turn.
                "w:pPr" | "w:rPr" | "w:sdtPr" => {}
                _ => self.inside(element, manner),
            }
        }
    }

    fn run(&mut self, run: &'e Element, manner: &Manner) {
        let properties = run.child("w:rPr");
        let style = properties.and_then(|p| p.child("w:rStyle")).and_then(|s| s.attr("w:val"));
        let own = Looks::of(properties).over(self.tools.styles.looks(style)).over(self.usual);
        self.run_parts(run, own, manner);
    }

    fn run_parts(&mut self, run: &'e Element, own: Looks, manner: &Manner) {
        for part in run.elements() {
            match part.name.as_str() {
                "w:t" => self.text(part, &part.own_text(), own, manner),
                "w:delText" => {
                    self.text(part, &part.own_text(), own, &Manner { deleted: true, ..manner.clone() });
                }
                "w:instrText" | "w:delInstrText" => self.field_code(part),
                "w:fldChar" => self.field(part.attr("w:fldCharType").unwrap_or("")),
                "w:tab" | "w:ptab" => self.push(" ", own, manner),
                "w:noBreakHyphen" => self.push("-", own, manner),
                "w:cr" => self.push("\n", own, manner),
                "w:br" if part.attr("w:type") == Some("page") => {
                    self.inline.page_breaks.0 += 1;
                    self.push("\n", own, manner);
                }
                "w:br" => self.push("\n", own, manner),
                "w:lastRenderedPageBreak" => self.inline.page_breaks.1 += 1,
                "w:sym" => self.symbol(part, own, manner),
                "w:drawing" | "w:pict" | "w:object" => {
                    self.inline.shapes.extend(shapes(part, self.tools.page));
                }
                "mc:AlternateContent" => self.alternate(part, |reader, branch| {
                    reader.run_parts(branch, own, manner);
                }),
                "w:ruby" => {
                    for base in part.elements() {
                        self.inside(base, manner);
                    }
                }
                _ => {}
            }
        }
    }

    /// Reads one of two ways to say the same; what only the other one says is left over.
    fn alternate(&mut self, element: &'e Element, read: impl FnOnce(&mut Self, &'e Element)) {
        let (branch, others) = chosen(element);
        for other in others {
            other.each_text(&mut |holder, _| self.tools.taken.take(holder));
            if let Some(text) = other.says_more_than(branch) {
                self.inline.left.push(LeftOver { text, reason: Reason::OlderCopy });
            }
        }
        if let Some(branch) = branch {
            read(self, branch);
        }
    }

    fn symbol(&mut self, symbol: &Element, own: Looks, manner: &Manner) {
        let code = symbol.attr("w:char").and_then(|code| u32::from_str_radix(code, 16).ok());
        if let Some(sign) = code.and_then(char::from_u32) {
            self.push(sign.encode_utf8(&mut [0; 4]), own, manner);
        }
    }

    fn text(&mut self, element: &Element, words: &str, own: Looks, manner: &Manner) {
        self.tools.taken.take(element);
        let manner = Manner { link: self.tools.fields.link().or_else(|| manner.link.clone()), ..*manner };
        self.push(words, own, &manner);
    }

    fn push(&mut self, words: &str, own: Looks, manner: &Manner) {
        let hidden = own.hidden == Some(true);
        if manner.deleted || hidden {
            let reason = if manner.deleted { Reason::Deleted } else { Reason::Hidden };
            match self.inline.left.last_mut().filter(|last| last.reason == reason) {
                Some(last) => last.text.push_str(words),
                None => self.inline.left.push(LeftOver { text: words.to_owned(), reason }),
            }
            return;
        }
        if !words.trim().is_empty() {
            self.inline.size = self.inline.size.max(own.size);
        }
        let bold = own.bold == Some(true);
        let piece = Piece { text: words.to_owned(), bold, link: manner.link.clone() };
        match self.inline.pieces.last_mut() {
            Some(last) if last.bold == piece.bold && last.link == piece.link => last.text.push_str(words),
            _ => self.inline.pieces.push(piece),
        }
    }

    fn field_code(&mut self, part: &Element) {
        self.tools.taken.take(part);
        let code = part.own_text();
        match self.inline.left.last_mut().filter(|last| last.reason == Reason::FieldCode) {
            Some(last) => last.text.push_str(&code),
            None => self.inline.left.push(LeftOver { text: code.clone(), reason: Reason::FieldCode }),
        }
        if let Some(field) = self.tools.fields.0.last_mut() {
            field.code.push_str(&code);
        }
    }

    fn field(&mut self, kind: &str) {
        let fields = &mut self.tools.fields.0;
        match kind {
            // A damaged file may open fields without end.
            "begin" if fields.len() < 50 => fields.push(Field::default()),
            "separate" => {
                if let Some(field) = fields.last_mut() {
                    field.shown = true;
                }
            }
            "end" => drop(fields.pop()),
            _ => {}
        }
    }
}

impl Fields {
    /// Where the words that are shown now lead.
    fn link(&self) -> Option<String> {
        self.0.iter().rev().filter(|field| field.shown).find_map(|field| field_link(&field.code))
    }
}

/// The address in a field such as `HYPERLINK "https://example.org"`.
fn field_link(code: &str) -> Option<String> {
    let rest = code.trim().strip_prefix("HYPERLINK")?.trim_start();
    let address = rest.strip_prefix('"')?.split('"').next()?;
    (!address.is_empty()).then(|| address.to_owned())
}
