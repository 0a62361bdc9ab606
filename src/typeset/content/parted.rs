//! Parted numbers: takes a number on two lines, draws what goes before or behind it smaller than the number itself.
//!
//! An extension goes to a line of its own before it makes all numbers small, and so does the word that says a number is
//! for texts. At the size of the number either would be read as another one.

use super::contacts::{Row, RowKind};
use crate::address::Break;
use crate::geom::{Point, Pt, Rect};
use crate::layout::Align;
use crate::page::ElemId;
use crate::style::Style;
use crate::typeset::canvas::{Canvas, Meaning, Rag, TextBlock, Voice, block, em};
use crate::typeset::said::RunTags;

/// An address of so many lines is evened out, ...
const MANY: usize = 3;
/// ... by trying so many widths.
const STEPS: usize = 8;
/// What is exactly as wide as its widest piece holds it.
const ROUNDING: f32 = 1.001;

/// The lines of a value. An address of many lines does not end in its last few letters alone: its lines are as narrow as
/// they can be without being more.
fn evened(row: &Row, style: Style, width: Pt, align: Align) -> TextBlock<'_> {
    let lines = |width: Pt| block(&row.shaped, style, width, align, Rag::Balanced);
    let full = lines(width);
    let is_address = matches!(row.kind, RowKind::Email | RowKind::Address);
    let least = em(row.shaped.piece_width(Break::Second), style.size) * ROUNDING;
    if !is_address || full.lines.len() < MANY || least >= width {
        return full;
    }
    let widths = (0..STEPS).map(|step| least + (width - least) * (step as f32 / STEPS as f32));
    widths.map(lines).find(|narrow| narrow.lines.len() == full.lines.len()).unwrap_or(full)
}

/// Draws a value; what a number is parted from stands small on its own line.
pub(super) fn draw_value(
    canvas: &mut Canvas<'_>,
    (row, style, smallest): (&Row, Style, Pt),
    at: Rect,
    align: Align,
    (elem, voice): (ElemId, Voice<'_>),
) {
    let all = evened(row, style, at.w, align);
    let origin = Point::new(at.x, at.y);
    if row.main_part() == 1.0 || all.lines.len() < 2 {
        canvas.text(&all, origin, at.w, Meaning::Of(elem), voice);
        return;
    }
    let widest = all.lines.iter().fold(0.0, |widest: f32, line| widest.max(line.width));
    let (mut y, mut tags) = (at.y, RunTags::new(Meaning::Of(elem)));
    for line in &all.lines {
        let is_aside = line.width < widest && row.shaped.line(line).text.contains(char::is_alphabetic);
        let size = if is_aside { Row::aside(style.size, smallest) } else { style.size };
        let style = Style { size, ..style };
        let lines = TextBlock { lines: std::iter::once(line.clone()).collect(), style, ..all };
        y += canvas.more_text(&lines, Point { y, ..origin }, at.w, &mut tags, voice);
    }
}
