//! Test sheets: takes a sheet, gives a page for each side of the paper with the outlines of its cells, crosses with
//! numbered millimetres, and words that say what to do with it.

use super::Imposition;
use super::letters::Letters;
use super::sides::Sides;
use crate::color::Paint;
use crate::font::{FontSet, Weight};
use crate::geom::{Path, Point, Pt, Rect, Segment};
use crate::layout::{Flip, Order, SMALLEST};
use crate::page::{Document, ItemKind, Metadata, Page, PageItem, Role, Stroke, StructTree, Tag};

/// Thin enough to see a tenth of a millimetre, and printable.
const WIDTH: Pt = Pt::new(0.25);
/// Arms of the cross in the middle of the paper, and of those at the corners of the cells, in millimetres.
const LONG_ARM: i16 = 20;
const SHORT_ARM: i16 = 5;
/// Sizes of the title, of the sentences and of the numbers.
const TITLE: Pt = Pt::new(16.0);
const BODY: Pt = Pt::new(11.0);
const NUMBER: Pt = SMALLEST;

/// The test sheets of an imposition; the metadata are those of the document that it is for.
#[must_use]
pub fn test_sheets(imposition: &Imposition, metadata: &Metadata, faces: &FontSet) -> Document {
    let printing = Some(imposition.printing());
    let mut document = Document { metadata: metadata.clone(), printing, ..Document::default() };
    let backs: &[bool] = if imposition.sheet.order == Order::Reading { &[false] } else { &[false, true] };
    for back in backs {
        side(&mut document, faces, imposition, *back);
    }
    document
}

fn side(document: &mut Document, faces: &FontSet, imposition: &Imposition, back: bool) {
    let sides = imposition.sides();
    let sheet = sides.sheet;
    let offset = sides.offset(back);
    let middle = Rect::page(sheet.paper).center().moved(offset.x, offset.y);
    let mut page = Page::new(sheet.paper, Pt::ZERO, Pt::ZERO);
    let mut letters = Letters { document, faces };
    // The side and how to print it stand above the cross, clear of its numbers; what is to be done below it.
    for (lines, from) in [(words_above(imposition, back), -44.0), (words_below(imposition, back), 34.0)] {
        let mut at = middle.moved(Pt::ZERO, Pt::mm(from));
        for (words, size) in lines {
            let weight = if size > BODY { Weight::BOLD } else { Weight::REGULAR };
            let kind = letters.centered(&words, weight, size, at);
            page.items.push(PageItem { tag: paragraph(letters.document), kind });
            at = at.moved(Pt::ZERO, size * 1.4);
        }
    }
    let tag = figure(letters.document, &sides, back);
    page.items.push(drawing(&sides, back, middle, tag));
    page.items.extend(numbers(&mut letters, middle, tag));
    document.pages.push(page);
}

/// The sheet and the side, and how to print it.
fn words_above(imposition: &Imposition, back: bool) -> Vec<(String, Pt)> {
    let sheet = &imposition.sheet;
    let side = if back { "BACK" } else { "FRONT" };
    let mut words = vec![(format!("Test sheet {}: {side}", sheet.name), TITLE)];
    let turned = match (sheet.order, imposition.flip.unwrap_or(sheet.flip)) {
        (Order::Reading, _) => "on plain paper",
        (_, Flip::LongEdge) => "on plain paper, on both sides, turned over the long edge",
        (_, Flip::ShortEdge) => "on plain paper, on both sides, turned over the short edge",
    };
    words.push((format!("Print at 100 % (actual size), {turned}."), BODY));
    words
}

/// What to do with it.
fn words_below(imposition: &Imposition, back: bool) -> Vec<(String, Pt)> {
    let option = if back { "--offset-back" } else { "--offset" };
    let offset = imposition.sides().offset(back);
    let mut words = vec![
        "Fold the paper in half both ways. The folds cross the arms at two numbers:".to_owned(),
        format!("type them, with their signs, as  {option} ACROSS,DOWN  such as  {option} 0.5,-1"),
    ];
    if offset != Point::default() {
        let (x, y) = (offset.x.to_mm(), offset.y.to_mm());
        words.push(format!("This sheet was made with {option} {x},{y}: add what you read to these."));
    }
    words.into_iter().map(|line| (line, BODY)).collect()
}

/// A sentence of its own; the words are English whatever the document is.
fn paragraph(document: &mut Document) -> Tag {
    let elem = document.tags.add(StructTree::ROOT, Role::P);
    document.tags.get_mut(elem).lang = Some("en".to_owned());
    Tag::Content(document.tags.mark(elem))
}

/// The drawing is a figure with words for those who do not see it; its numbers belong to it.
fn figure(document: &mut Document, sides: &Sides<'_>, back: bool) -> Tag {
    let (sheet, cell) = (sides.sheet, sides.sheet.footprint());
    let figure = document.tags.add(StructTree::ROOT, Role::Figure);
    let elem = document.tags.get_mut(figure);
    let count = usize::from(sheet.columns) * usize::from(sheet.rows);
    elem.alt = Some(format!(
        "Test sheet {}, {}: the outlines of {count} cells of {:.0} by {:.0} mm, and a cross in the middle of the \
         paper with numbered millimetres, plus to the right and down, minus to the left and up",
        sheet.name,
        if back { "back" } else { "front" },
        cell.w.to_mm(),
        cell.h.to_mm()
    ));
    elem.lang = Some("en".to_owned());
    elem.bbox = Some(Rect::page(sheet.paper));
    Tag::Content(document.tags.mark(figure))
}

/// The outlines of the cells, and the crosses.
fn drawing(sides: &Sides<'_>, back: bool, middle: Point, tag: Tag) -> PageItem {
    let mut path = Path::default();
    for (column, row) in sides.sheet.cells() {
        path.add_rect(sides.cell(column, row, back));
    }
    let block = sides.block(back);
    add_cross(&mut path, middle, LONG_ARM);
    add_cross(&mut path, Point::new(block.x, block.y), SHORT_ARM);
    add_cross(&mut path, Point::new(block.right(), block.bottom()), SHORT_ARM);
    for (right, down) in [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)] {
        add_arrow(&mut path, middle, right, down);
    }
    let stroke = Some(Stroke { paint: Paint::BLACK, width: WIDTH });
    PageItem { tag, kind: ItemKind::Path { path, fill: None, stroke } }
}

/// Numbers of millimetres, with the sign to type: plus to the right and down.
fn numbers(letters: &mut Letters<'_>, middle: Point, tag: Tag) -> Vec<PageItem> {
    let mm = |number: i16| Pt::mm(f32::from(number));
    let all = |step: usize| (-LONG_ARM..=LONG_ARM).step_by(step).filter(|number| *number != 0);
    // Every fifth below the arm across; at the right of the arm down every tenth, clear of those.
    let across = all(5).map(|number| (number, mm(number), Pt::mm(5.0)));
    let down = all(10).map(|number| (number, Pt::mm(5.5), mm(number) + NUMBER * 0.35));
    let mut items = Vec::new();
    for (number, right, down) in across.chain(down) {
        let words = format!("{number:+}");
        let kind = letters.centered(&words, Weight::REGULAR, NUMBER, middle.moved(right, down));
        items.push(PageItem { tag, kind });
    }
    items
}

/// An arrow head beyond the end of a long arm, pointing outwards.
fn add_arrow(path: &mut Path, middle: Point, right: f32, down: f32) {
    let at = |along: f32, aside: f32| {
        let (x, y) = (right * along - down * aside, down * along + right * aside);
        middle.moved(Pt::mm(x), Pt::mm(y))
    };
    let (reach, wing) = (f32::from(LONG_ARM) + 4.0, f32::from(LONG_ARM) + 2.0);
    let [tip, one, other] = [at(reach, 0.0), at(wing, 1.0), at(wing, -1.0)];
    path.segments.extend([Segment::Move(one), Segment::Line(tip), Segment::Line(other)]);
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
