//! Notes: takes sections that stand whole on a page and a room, gives each its place, with lines to write on beside it.
//!
//! What height the room has to spare goes evenly to the sections and becomes lines, so that white is never a hole.

use std::ops::Range;

use super::draw::Cursor;
use super::pieces::{Piece, add_section};
use super::pour::height_of;
use crate::geom::{Path, Point, Pt, Rect};
use crate::layout::{Align, NoteColumn};
use crate::page::Artifact;
use crate::typeset::canvas::{Canvas, Meaning, PLAIN, Rag, block};
use crate::typeset::content::{Spot, Strands};
use crate::typeset::trial::{Trial, resolve};

/// Thickness of a line.
const LINE: Pt = Pt::new(0.85);
/// How far the first line lies below the top of its section, and the last above that of the next, as multiples of the
/// distance of two lines.
const FIRST: f32 = 0.965;
const LAST: f32 = 0.53;
/// How far the word stands above the first line, as a multiple of its size.
const WORD: f32 = 1.75;

/// The sections of a page, and how they stand in its room.
pub(super) struct Beside<'b, 'a> {
    pub strands: &'b Strands<'a>,
    pub notes: &'b NoteColumn,
    /// Which sections, by their places.
    pub sections: &'b Range<usize>,
    pub room: Rect,
}

impl Beside<'_, '_> {
    fn width(&self) -> Pt {
        self.room.w - self.notes.width - self.notes.gap
    }

    /// The pieces of each section.
    fn parts(&self, trial: &Trial<'_>) -> Vec<Vec<Piece>> {
        let flow = &self.strands.flow;
        let of = |section: usize| {
            let mut pieces = Vec::new();
            add_section(flow, (section, &flow.sections[section]), self.width(), trial, &mut pieces);
            pieces
        };
        self.sections.clone().map(of).collect()
    }

    /// What height the room has to spare; less than nothing where the sections have no room in it.
    pub(super) fn spare(&self, trial: &Trial<'_>) -> Pt {
        let parts = self.parts(trial);
        let gaps = self.strands.flow.section_gap(trial) * parts.len().saturating_sub(1) as f32;
        self.room.h - gaps - parts.iter().map(|part| height_of(part)).sum::<Pt>()
    }

    /// Draws the sections with the lines beside them.
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, spot: &Spot<'_>, cursor: &mut Cursor) {
        let trial = spot.trial;
        let parts = self.parts(trial);
        let share = self.spare(trial).max(Pt::ZERO) / parts.len().max(1) as f32;
        let gap = self.strands.flow.section_gap(trial);
        let mut y = self.room.y;
        for (nth, part) in parts.iter().enumerate() {
            let is_last = nth + 1 == parts.len();
            let height = height_of(part) + share + if is_last { Pt::ZERO } else { gap };
            let text = Rect::new(self.room.x, y, self.width(), height);
            cursor.room(canvas, (self.strands, spot), part, text);
            let below = if is_last { Pt::ZERO } else { self.notes.spacing * LAST };
            let x = self.room.right() - self.notes.width;
            let lines = Rect::new(x, y, self.notes.width, height - below);
            if nth == 0 {
                self.word(canvas, spot, lines);
            }
            self.lines(canvas, spot, lines);
            y += height;
        }
    }

    fn lines(&self, canvas: &mut Canvas<'_>, spot: &Spot<'_>, room: Rect) {
        let paint = spot.trial.theme.line();
        let mut y = room.y + self.notes.spacing * FIRST;
        while y <= room.bottom() {
            canvas.fill(Path::rect(Rect { y, h: LINE, ..room }), paint, Artifact::Layout);
            y += self.notes.spacing;
        }
    }

    /// The word over the first lines of a page: eyes want to know what they are for, and ears have no use for it.
    fn word(&self, canvas: &mut Canvas<'_>, spot: &Spot<'_>, room: Rect) {
        let (spec, shaped) = &self.strands.notes;
        let Some(spec) = spec else { return };
        let style = resolve(spec, spot.trial, None, Pt::ZERO);
        let lines = block(shaped, style, room.w, Align::Left, Rag::Full);
        let top = room.y + self.notes.spacing * FIRST - style.size * WORD;
        let meaning = Meaning::None(Artifact::Pagination);
        canvas.text(&lines, Point::new(room.x, top), room.w, meaning, PLAIN);
    }
}
