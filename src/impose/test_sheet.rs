//! Test sheets: takes a sheet, gives a page for each side of the paper with the outlines of its cells and crosses
//! in millimetres, to be printed on plain paper and held against the cards.

use super::Imposition;
use super::sides::Sides;
use crate::color::Paint;
use crate::geom::{Path, Point, Pt, Rect, Segment};
use crate::layout::Order;
use crate::page::{Document, ItemKind, Metadata, Page, PageItem, Role, Stroke, StructTree, Tag};

/// Thin enough to see a tenth of a millimetre, and printable.
const WIDTH: Pt = Pt::new(0.25);
/// Arms of the cross in the middle of the paper, and of those at the corners of the cells, in millimetres.
const LONG_ARM: i16 = 20;
const SHORT_ARM: i16 = 5;

/// The test sheets of an imposition; the metadata are those of the document that it is for.
#[must_use]
pub fn test_sheets(imposition: &Imposition, metadata: &Metadata) -> Document {
    let mut document = Document { metadata: metadata.clone(), ..Document::default() };
    let backs: &[bool] = if imposition.sheet.order == Order::Reading { &[false] } else { &[false, true] };
    for back in backs {
        side(&mut document, &imposition.sides(), *back);
    }
    document
}

fn side(document: &mut Document, sides: &Sides<'_>, back: bool) {
    let sheet = sides.sheet;
    let mut path = Path::default();
    for (column, row) in sheet.cells() {
        path.add_rect(sides.cell(column, row, back));
    }
    let block = sides.block(back);
    let middle = Rect::page(sheet.paper).center().moved(sides.offset.x, sides.offset.y);
    add_cross(&mut path, middle, LONG_ARM);
    add_cross(&mut path, Point::new(block.x, block.y), SHORT_ARM);
    add_cross(&mut path, Point::new(block.right(), block.bottom()), SHORT_ARM);
    let mut page = Page::new(sheet.paper, Pt::ZERO, Pt::ZERO);
    let tag = figure(document, sides, back);
    let stroke = Some(Stroke { paint: Paint::BLACK, width: WIDTH });
    page.items.push(PageItem { tag, kind: ItemKind::Path { path, fill: None, stroke } });
    document.pages.push(page);
}

/// The drawing is all that the page says, so it is a figure with words for those who do not see it.
fn figure(document: &mut Document, sides: &Sides<'_>, back: bool) -> Tag {
    let (sheet, cell) = (sides.sheet, sides.sheet.footprint());
    let figure = document.tags.add(StructTree::ROOT, Role::Figure);
    let elem = document.tags.get_mut(figure);
    let count = usize::from(sheet.columns) * usize::from(sheet.rows);
    elem.alt = Some(format!(
        "Test sheet {}, {}: the outlines of {count} cells of {:.0} by {:.0} mm, and crosses with a mark every \
         millimetre",
        sheet.name,
        if back { "back" } else { "front" },
        cell.w.to_mm(),
        cell.h.to_mm()
    ));
    elem.lang = Some("en".to_owned());
    elem.bbox = Some(Rect::page(sheet.paper));
    Tag::Content(document.tags.mark(figure))
}

/// A cross with a mark every millimetre, a longer one every five.
fn add_cross(path: &mut Path, center: Point, arm: i16) {
    let mm = |number: i16| Pt::mm(f32::from(number));
    let mut line = |from: Point, to: Point| path.segments.extend([Segment::Move(from), Segment::Line(to)]);
    line(center.moved(-mm(arm), Pt::ZERO), center.moved(mm(arm), Pt::ZERO));
    line(center.moved(Pt::ZERO, -mm(arm)), center.moved(Pt::ZERO, mm(arm)));
    for number in -arm..=arm {
        let half = Pt::mm(if number % 5 == 0 { 2.0 } else { 1.0 });
        let (along, down) = (center.moved(mm(number), Pt::ZERO), center.moved(Pt::ZERO, mm(number)));
        line(along.moved(Pt::ZERO, -half), along.moved(Pt::ZERO, half));
        line(down.moved(-half, Pt::ZERO), down.moved(half, Pt::ZERO));
    }
}
