//! Shapes: takes a drawing of a run, gives the text boxes, diagrams and charts in it, each with its place.

use super::super::office::{Holder, HolderKind};
use super::super::xml::Element;
use super::place::{Group, Page, own_rect, vml_rect};
use crate::geom::Rect;

/// A shape that holds words.
#[derive(Debug)]
pub(super) struct Shape<'e> {
    pub holder: Holder,
    pub content: Content<'e>,
}

/// What a shape holds.
#[derive(Debug)]
pub(super) enum Content<'e> {
    /// Paragraphs (`w:txbxContent`).
    Text(&'e Element),
    /// A line of letters drawn as a picture (`WordArt`), in an attribute of this element.
    WordArt(&'e Element),
    /// A diagram, in the part of this id.
    Diagram(&'e str),
    /// A chart, in the part of this id.
    Chart(&'e str),
}

/// All that a `w:drawing`, `w:pict` or `w:object` holds.
pub(super) fn shapes<'e>(drawing: &'e Element, page: &Page) -> Vec<Shape<'e>> {
    let mut found = Vec::new();
    for element in drawing.elements() {
        match element.name.as_str() {
            "wp:anchor" | "wp:inline" => {
                let place = page.anchored(element).filter(|_| element.name == "wp:anchor");
                if let Some(data) = element.path(&["a:graphic", "a:graphicData"]) {
                    let at = At { place: place.map(|(rect, _)| rect), reckoned: place.is_some_and(|p| p.1) };
                    data.elements().for_each(|inner| drawn(inner, at, &mut found));
                }
            }
            _ => vml(element, page, None, &mut found),
        }
    }
    found
}

/// Where a drawing stands.
#[derive(Clone, Copy, Debug)]
struct At {
    place: Option<Rect>,
    reckoned: bool,
}

impl At {
    const fn shape(self, content: Content<'_>) -> Shape<'_> {
        let holder = Holder { kind: HolderKind::Box, place: self.place, sheet: 0, reckoned: self.reckoned };
        Shape { holder, content }
    }
}

/// A drawing of Word 2010 and later, or of another program that writes the same.
fn drawn<'e>(element: &'e Element, at: At, found: &mut Vec<Shape<'e>>) {
    match element.name.as_str() {
        "wps:wsp" => {
            if let Some(content) = element.path(&["wps:txbx", "w:txbxContent"]) {
                found.push(at.shape(Content::Text(content)));
            }
        }
        "wpg:wgp" | "wpg:grpSp" | "wpc:wpc" => group(element, at, found),
        "mc:AlternateContent" => {
            let choice = element.child("mc:Choice").or_else(|| element.child("mc:Fallback"));
            choice.into_iter().flat_map(Element::elements).for_each(|inner| drawn(inner, at, found));
        }
        _ => {
            let ids = [("dgm:relIds", "r:dm"), ("?:chart", "r:id")];
            match ids.iter().find(|(name, _)| element.name == *name) {
                Some(("dgm:relIds", key)) => {
                    found.extend(element.attr(key).map(|id| at.shape(Content::Diagram(id))));
                }
                Some((_, key)) => found.extend(element.attr(key).map(|id| at.shape(Content::Chart(id)))),
                None => {}
            }
        }
    }
}

/// The children of a group, at their places on the page.
fn group<'e>(element: &'e Element, at: At, found: &mut Vec<Shape<'e>>) {
    let transform = element.path(&["wpg:grpSpPr", "a:xfrm"]);
    let group = transform.zip(at.place).and_then(|(transform, place)| Group::of_transform(transform, place));
    for child in element.elements() {
        let own = child.path(&["wps:spPr", "a:xfrm"]).or_else(|| child.path(&["wpg:grpSpPr", "a:xfrm"]));
        let own = own.or_else(|| child.child("wpg:xfrm")).and_then(own_rect);
        let place = match (group, own) {
            (Some(group), Some(own)) => group.on_page(own),
            // A canvas has no measure of its own: its shapes are placed from its corner.
            (None, Some(own)) if element.name == "wpc:wpc" => {
                at.place.map(|canvas| Rect { x: canvas.x + own.x, y: canvas.y + own.y, ..own })
            }
            _ => None,
        };
        drawn(child, At { place, ..at }, found);
    }
}

/// A drawing of Word 2003 and earlier.
fn vml<'e>(element: &'e Element, page: &Page, group: Option<Group>, found: &mut Vec<Shape<'e>>) {
    let style = element.attr("style").unwrap_or("");
    let placed = match group {
        Some(group) => vml_rect(style).and_then(|rect| group.on_page(rect)).map(|rect| (rect, false)),
        None => page.styled(style),
    };
    let at = At { place: placed.map(|(rect, _)| rect), reckoned: placed.is_some_and(|(_, yes)| yes) };
    if element.name == "v:group" {
        let inner = at.place.and_then(|place| Group::of_vml(element, place));
        element.elements().for_each(|child| vml(child, page, inner.or(group), found));
        return;
    }
    for child in element.elements() {
        match child.name.as_str() {
            "v:textbox" => {
                found.extend(child.child("w:txbxContent").map(|content| at.shape(Content::Text(content))));
            }
            "v:textpath" => found.push(at.shape(Content::WordArt(child))),
            _ => {}
        }
    }
}
