//! Marks: takes a sheet, gives the lines for those who cut it, and those around and beside its pages.

use super::sides::Sides;
use crate::color::{Cmyk, Paint, Rgb};
use crate::geom::{Path, Point, Pt, Rect, Segment, Size, Transform};
use crate::layout::{NoteSide, Notes, Sheet};
use crate::page::{Artifact, ItemKind, PageItem, Stroke, Tag};

/// Length of a crop mark, where the paper leaves room for it.
const LENGTH: Pt = Pt::mm(5.0);
/// Clear paper between the bleed and a crop mark.
const GAP: Pt = Pt::mm(1.0);
/// Crop marks end so far from the edge of the paper, where printers do not reach.
const MARGIN: Pt = Pt::mm(2.0);
/// Cuts that are nearer to each other are one cut.
const SAME: Pt = Pt::mm(0.05);
/// A line around a page, or to write on: dark enough for an office printer, and no part of the page.
const THIN: Pt = Pt::new(0.5);
const GREY: Paint = Paint::new(Rgb::new(118, 118, 118), Cmyk::new(0, 0, 0, 60));

/// Crop marks at every cut, in the margins of the sheet: a knife cuts all of a row or column at once.
pub(super) fn cuts(sides: &Sides<'_>, back: bool) -> Vec<(Point, Point)> {
    let sheet = sides.sheet;
    let (paper, block) = (sheet.paper, sides.block(back));
    let bled = block.grown(sheet.bleed);
    let columns = (0..sheet.columns).map(|column| sides.cell(column, 0, back));
    let rows = (0..sheet.rows).map(|row| sides.cell(0, row, back));
    let mut marks = Vec::new();
    for x in distinct(columns.flat_map(|cell| [cell.x, cell.right()])) {
        let mut mark = |from, to| marks.push((Point::new(x, from), Point::new(x, to)));
        ends(bled.y, bled.bottom(), paper.h, &mut mark);
    }
    for y in distinct(rows.flat_map(|cell| [cell.y, cell.bottom()])) {
        let mut mark = |from, to| marks.push((Point::new(from, y), Point::new(to, y)));
        ends(bled.x, bled.right(), paper.w, &mut mark);
    }
    marks
}

/// Sorted, each once.
fn distinct(places: impl Iterator<Item = Pt>) -> Vec<Pt> {
    let mut places: Vec<Pt> = places.collect();
    places.sort_by(|a, b| a.get().total_cmp(&b.get()));
    places.dedup_by(|b, a| *b - *a < SAME);
    places
}

/// One mark before `low` and one behind `high`, as long as there is paper.
fn ends(low: Pt, high: Pt, paper: Pt, mark: &mut impl FnMut(Pt, Pt)) {
    let (before, after) = (low - GAP, high + GAP);
    let (start, end) = ((before - LENGTH).max(MARGIN), (after + LENGTH).min(paper - MARGIN));
    if start < before {
        mark(start, before);
    }
    if end > after {
        mark(after, end);
    }
}

/// The thin line around a page and, where it does not take their room, the lines to write on beside it.
pub(super) fn around_page(sheet: &Sheet, size: Size, transform: &Transform, is_large: bool) -> Vec<PageItem> {
    let outline = sheet.outline.then(|| line(Path::rect(transform.rect(Rect::page(size)))));
    let notes = sheet.notes.filter(|_| !is_large).map(|notes| line(ruled(&notes, size, transform)));
    outline.into_iter().chain(notes).collect()
}

/// Lines to write on in a cell that no page is left for, where the sheet has them.
pub(super) fn in_spare(sheet: &Sheet, cell: Rect) -> Option<PageItem> {
    // Where pages have notes beside them, these lines are as long as both.
    let room = match sheet.notes {
        Some(notes) if notes.side == NoteSide::Right => notes.around(cell),
        _ => cell,
    };
    lines_in(room, sheet.spare?)
}

/// Lines to write on below a large page, in all the room that cells and notes have there.
pub(super) fn below(sheet: &Sheet, page: Rect) -> Option<PageItem> {
    let high = sheet.room().h - page.h;
    lines_in(Rect::new(page.x, page.bottom(), sheet.room().w, high), sheet.spare?)
}

/// As many lines as a room has space above.
fn lines_in(room: Rect, spacing: Pt) -> Option<PageItem> {
    let count = (room.h / spacing) as u16;
    let mut path = Path::default();
    for number in 1..=count {
        let y = room.y + spacing * f32::from(number);
        path.segments
            .extend([Segment::Move(Point::new(room.x, y)), Segment::Line(Point::new(room.right(), y))]);
    }
    (count > 0).then(|| line(path))
}

fn line(path: Path) -> PageItem {
    let stroke = Some(Stroke { paint: GREY, width: THIN });
    PageItem { tag: Tag::Artifact(Artifact::Layout), kind: ItemKind::Path { path, fill: None, stroke } }
}

/// Lines to write on, turned as the page is; the first has room above it.
fn ruled(notes: &Notes, size: Size, transform: &Transform) -> Path {
    let (right, bottom) = (size.w * transform.scale, size.h * transform.scale);
    let (x, y) = match notes.side {
        NoteSide::Right => (right + notes.gap, Pt::ZERO),
        NoteSide::Below => (Pt::ZERO, bottom + notes.gap),
    };
    // Their lengths are those of the paper, so they are turned and moved, but not scaled.
    let unscaled = Transform { scale: 1.0, ..*transform };
    let mut path = Path::default();
    for number in 1..=notes.lines {
        let at = Point::new(x, y + notes.spacing * f32::from(number));
        let ends = [at, at.moved(notes.length, Pt::ZERO)].map(|end| unscaled.point(end));
        path.segments.extend([Segment::Move(ends[0]), Segment::Line(ends[1])]);
    }
    path
}
