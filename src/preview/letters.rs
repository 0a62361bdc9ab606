//! Letters: takes runs of glyphs, gives each glyph's outline once and the places where it stands.

use std::collections::BTreeMap;

use super::markup::{Markup, hex};
use crate::font::{FontId, FontSet};
use crate::page::{Arena, GlyphRun};

/// How many decimals a size of type keeps as a factor of the outlines, which are a thousand points high.
const SCALE: usize = 5;

/// The outlines of the glyphs met so far. Each has a number by the order in which they came; a glyph without a shape
/// has none.
#[derive(Default)]
pub(super) struct Letters {
    numbers: BTreeMap<(FontId, u16), Option<usize>>,
    outlines: Markup,
    count: usize,
}

impl Letters {
    /// Draws a run: its glyphs in its colour, in thousandths of its size from where it begins.
    pub(super) fn run(&mut self, out: &mut Markup, run: &GlyphRun, arena: &Arena, faces: &FontSet) {
        let mut pen = 0.0;
        out.0.push_str("<g fill=\"");
        out.0.push_str(&hex(run.paint.screen));
        out.0.push_str("\" transform=\"translate(");
        out.number(run.origin.x.get(), 2).push(format_args!(" ")).number(run.origin.y.get(), 2);
        out.push(format_args!(")scale(")).number(run.size.get() / 1000.0, SCALE).push(format_args!(")\">"));
        for glyph in arena.glyphs(run) {
            if let Some(number) = self.number((run.font, glyph.id), faces) {
                out.push(format_args!("<use href=\"#{}\"", name(number)));
                place(out, 'x', pen + glyph.dx);
                place(out, 'y', -glyph.dy);
                out.0.push_str("/>");
            }
            pen += glyph.advance;
        }
        out.0.push_str("</g>");
    }

    /// The outlines, for the head of the picture.
    pub(super) fn outlines(&self) -> &str {
        &self.outlines.0
    }

    fn number(&mut self, glyph: (FontId, u16), faces: &FontSet) -> Option<usize> {
        if let Some(known) = self.numbers.get(&glyph) {
            return *known;
        }
        let path = faces.outline(glyph.0, glyph.1);
        let number = (!path.segments.is_empty()).then_some(self.count);
        if let Some(number) = number {
            self.outlines.push(format_args!("<path id=\"{}\" d=\"", name(number))).data(&path, 0);
            self.outlines.0.push_str("\"/>");
            self.count += 1;
        }
        self.numbers.insert(glyph, number);
        number
    }
}

/// A place that is not the beginning, rounded to a thousandth of the size of type.
fn place(out: &mut Markup, axis: char, at: f32) {
    if at.round() != 0.0 {
        out.push(format_args!(" {axis}=\"")).number(at, 0);
        out.0.push('"');
    }
}

/// Names of one letter, then of two, and so on: most letters of a page have short ones.
fn name(number: usize) -> String {
    const SIGNS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = String::new();
    let mut rest = number;
    loop {
        name.push(char::from(SIGNS[rest % SIGNS.len()]));
        rest /= SIGNS.len();
        if rest == 0 {
            return name;
        }
        rest -= 1;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_are_short_and_differ() {
        assert_eq!([0, 51, 52, 53].map(name), ["a", "Z", "aa", "ba"]);
        assert_eq!((0..10_000).map(name).collect::<BTreeSet<_>>().len(), 10_000);
    }
}
