//! Places: takes what a file says of a shape's position, gives the rectangle on the page in points.

use super::super::measure;
use super::super::xml::Element;
use crate::geom::{Insets, Pt, Rect, Size};

/// English metric units in a point.
const EMU: f32 = 12_700.0;
/// Twentieths of a point.
const TWIPS: f32 = 20.0;

/// The page that shapes stand on, and how far down it the running text has come.
#[derive(Clone, Copy, Debug)]
pub(super) struct Page {
    pub size: Size,
    pub margins: Insets,
    /// How far below the top of the first page the next line begins, reckoned from the lines before it.
    pub y: Pt,
    /// How many pages have ended.
    pub pages: u16,
}

impl Page {
    /// The page that the first section of the text asks for; A4 where none is said.
    pub(super) fn of(body: &Element) -> Self {
        let mut sections = Vec::new();
        body.all("w:sectPr", &mut sections);
        let section = sections.first();
        let read = |name: &str, key: &str| section.and_then(|s| twips(s.child(name)?, key));
        let size = Size::new(
            read("w:pgSz", "w:w").unwrap_or(Pt::mm(210.0)),
            read("w:pgSz", "w:h").unwrap_or(Pt::mm(297.0)),
        );
        let margin = |key| read("w:pgMar", key).unwrap_or(Pt::mm(25.4));
        let margins = Insets {
            top: margin("w:top"),
            right: margin("w:right"),
            bottom: margin("w:bottom"),
            left: margin("w:left"),
        };
        Page { size, margins, y: margins.top, pages: 0 }
    }

    /// Begins a new page.
    pub(super) fn turn(&mut self) {
        self.pages = self.pages.saturating_add(1);
        self.y = self.top() + self.margins.top;
    }

    /// Where this page begins, below the top of the first.
    pub(super) fn top(&self) -> Pt {
        self.size.h * f32::from(self.pages)
    }

    /// The place of an anchored drawing, and whether it is reckoned from the lines above it.
    pub(super) fn anchored(&self, anchor: &Element) -> Option<(Rect, bool)> {
        let extent = anchor.child("wp:extent")?;
        let (w, h) = (emu(extent, "cx")?, emu(extent, "cy")?);
        let across = position(anchor, "wp:positionH")?;
        let down = position(anchor, "wp:positionV")?;
        let text_width = self.size.w - self.margins.across();
        let (left, width) = match across.attr("relativeFrom").unwrap_or("") {
            "page" | "leftMargin" => (Pt::ZERO, self.size.w),
            "rightMargin" => (self.size.w - self.margins.right, self.margins.right),
            _ => (self.margins.left, text_width),
        };
        let (top, height, reckoned) = match down.attr("relativeFrom").unwrap_or("") {
            "page" | "topMargin" => (self.top(), self.size.h, false),
            "margin" => (self.top() + self.margins.top, self.size.h - self.margins.down(), false),
            "bottomMargin" => (self.top() + self.size.h - self.margins.bottom, self.margins.bottom, false),
            _ => (self.y, Pt::ZERO, true),
        };
        let x = left + offset(across, width, w)?;
        let y = top + offset(down, height, h)?;
        Some((Rect::new(x, y, w, h), reckoned))
    }

    /// The place of a frame (`w:framePr`) of old Word files.
    pub(super) fn framed(&self, frame: &Element) -> Option<(Rect, bool)> {
        let w = twips(frame, "w:w")?;
        let h = twips(frame, "w:h").unwrap_or(Pt::new(14.0));
        let x = twips(frame, "w:x").unwrap_or(Pt::ZERO);
        let y = twips(frame, "w:y").unwrap_or(Pt::ZERO);
        let left = if frame.attr("w:hAnchor") == Some("page") { Pt::ZERO } else { self.margins.left };
        let (top, reckoned) = match frame.attr("w:vAnchor") {
            Some("page") => (self.top(), false),
            Some("margin") => (self.top() + self.margins.top, false),
            _ => (self.y, true),
        };
        Some((Rect::new(left + x, top + y, w, h), reckoned))
    }

    /// The place of a drawing of Word 2003 (VML), from its style.
    pub(super) fn styled(&self, style: &str) -> Option<(Rect, bool)> {
        let value = |name: &str| declared(style, name);
        let length = |names: [&str; 2]| names.iter().find_map(|name| value(name)).and_then(css_length);
        let (w, h) = (length(["width", ""])?, length(["height", ""])?);
        let (x, y) = (length(["margin-left", "left"])?, length(["margin-top", "top"])?);
        let left = match value("mso-position-horizontal-relative") {
            Some("page" | "left-margin-area") => Pt::ZERO,
            _ => self.margins.left,
        };
        let (top, reckoned) = match value("mso-position-vertical-relative") {
            Some("page" | "top-margin-area") => (self.top(), false),
            Some("margin") => (self.top() + self.margins.top, false),
            _ => (self.y, true),
        };
        Some((Rect::new(left + x, top + y, w, h), reckoned))
    }
}

/// A drawing inside a group: the group's own measure, and where it lies on the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    /// Where the group stands on the page.
    pub place: Rect,
    /// The same in the group's own measure.
    pub inner: Rect,
}

impl Group {
    /// A rectangle of the group's measure on the page; `None` where the group has no size.
    pub(super) fn on_page(&self, rect: Rect) -> Option<Rect> {
        let (inner, place) = (self.inner, self.place);
        if inner.w <= Pt::ZERO || inner.h <= Pt::ZERO {
            return None;
        }
        let (across, down) = (place.w / inner.w, place.h / inner.h);
        let x = place.x + (rect.x - inner.x) * across;
        let y = place.y + (rect.y - inner.y) * down;
        Some(Rect::new(x, y, rect.w * across, rect.h * down))
    }

    /// The measure that an `a:xfrm` declares for what is inside, laid on `place`.
    pub(super) fn of_transform(transform: &Element, place: Rect) -> Option<Self> {
        let inner = rect_of(transform, "a:chOff", "a:chExt").or_else(|| own_rect(transform))?;
        Some(Group { place, inner })
    }

    /// The measure of a VML group.
    pub(super) fn of_vml(group: &Element, place: Rect) -> Option<Self> {
        let pair = |name: &str| {
            let (x, y) = group.attr(name)?.split_once(',')?;
            Some((units(x)?, units(y)?))
        };
        let (w, h) = pair("coordsize")?;
        let (x, y) = pair("coordorigin").unwrap_or((Pt::ZERO, Pt::ZERO));
        Some(Group { place, inner: Rect::new(x, y, w, h) })
    }
}

/// The rectangle that an `a:xfrm` gives to the shape itself.
pub(super) fn own_rect(transform: &Element) -> Option<Rect> {
    rect_of(transform, "a:off", "a:ext")
}

/// The rectangle of a VML shape inside a group, in the group's measure.
pub(super) fn vml_rect(style: &str) -> Option<Rect> {
    let length = |name| declared(style, name).and_then(units);
    Some(Rect::new(length("left")?, length("top")?, length("width")?, length("height")?))
}

fn rect_of(transform: &Element, offset: &str, extent: &str) -> Option<Rect> {
    let (offset, extent) = (transform.child(offset)?, transform.child(extent)?);
    Some(Rect::new(emu(offset, "x")?, emu(offset, "y")?, emu(extent, "cx")?, emu(extent, "cy")?))
}

/// Word wraps a position that newer programs understand in a choice; the older one is behind it.
fn position<'e>(anchor: &'e Element, name: &str) -> Option<&'e Element> {
    let direct = anchor
        .child(name)
        .filter(|element| element.child("wp:posOffset").is_some() || element.child("wp:align").is_some());
    let wrapped = anchor.elements().filter(|element| element.name == "mc:AlternateContent");
    direct.or_else(|| wrapped.filter_map(|choice| choice.path(&["mc:Fallback", name])).next())
}

fn offset(position: &Element, span: Pt, own: Pt) -> Option<Pt> {
    if let Some(offset) = position.child("wp:posOffset") {
        return length(offset.own_text().trim(), EMU);
    }
    match position.child("wp:align")?.own_text().trim() {
        "center" => Some((span - own) * 0.5),
        "right" | "bottom" | "outside" => Some(span - own),
        _ => Some(Pt::ZERO),
    }
}

fn emu(element: &Element, key: &str) -> Option<Pt> {
    length(element.attr(key)?, EMU)
}

/// A length in twentieths of a point, as most of Word's attributes are.
pub(super) fn twips(element: &Element, key: &str) -> Option<Pt> {
    length(element.attr(key)?, TWIPS)
}

fn length(text: &str, unit: f32) -> Option<Pt> {
    text.parse::<f32>()
        .ok()
        .map(|number| number / unit)
        .filter(|points| points.abs() < measure::MOST)
        .map(Pt::new)
}

/// A number of a VML group's own measure.
fn units(text: &str) -> Option<Pt> {
    text.trim().parse::<f32>().ok().filter(|number| number.is_finite()).map(Pt::new)
}

/// A value of a list such as `width:12pt;height:3pt`.
fn declared<'s>(style: &'s str, name: &str) -> Option<&'s str> {
    let pairs = style.split(';').filter_map(|pair| pair.split_once(':'));
    pairs.map(|(key, value)| (key.trim(), value.trim())).find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// A length of a style; without a unit it is in English metric units.
fn css_length(text: &str) -> Option<Pt> {
    measure::length(text).or_else(|| length(text.trim(), EMU))
}
