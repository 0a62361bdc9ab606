//! Page content: takes the items of a page, gives its content stream and where its marks went.

use super::boxes::Boxes;
use super::fonts::Subsets;
use super::grid::Grid;
use super::ops::{Cent, Ops, nearest};
use super::paint::{Filled, Inks, Space};
use super::refs::FormPart;
use super::resources::form_name;
use super::tags::{Pieces, role_name};
use crate::font::FontId;
use crate::geom::{Path, Point, Pt, Rect, Segment, Transform};
use crate::page::{
    Artifact, Document, Glyph, GlyphRun, ItemKind, MarkId, Meaning, Page, PageItem, PictureId, Placement,
    Stroke, Tag,
};

/// What painting a page needs to know.
pub(super) struct Painter<'a> {
    pub(super) ops: &'a mut Ops,
    pub(super) document: &'a Document,
    pub(super) subsets: &'a Subsets,
    /// Screen or print values of paints.
    pub(super) space: Space,
    /// Whether content is tagged.
    pub(super) tagged: bool,
    /// How much larger everything comes out on paper.
    pub(super) scale: f32,
}

/// What is in force at some point of a content stream.
#[derive(Default)]
struct State {
    inks: Inks,
    font: Option<(FontId, Pt)>,
    tag: Option<Tag>,
    /// Start of the line inside an open text object.
    line: Option<(Cent, Cent)>,
    rise: i32,
}

/// Which of a form's two objects a placement shows: the tagged one where it is read.
pub(super) fn form_part(placement: &Placement, tagged: bool) -> FormPart {
    if tagged && placement.meaning == Meaning::Own { FormPart::Tagged } else { FormPart::Bare }
}

/// The ways of showing text (ISO 32000-1, 9.3.6): the usual one, and the one that paints nothing.
const FILLED: i32 = 0;
const INVISIBLE: i32 = 3;

/// One page's painting.
struct Canvas<'a, 'p> {
    painter: &'a mut Painter<'p>,
    pieces: &'a mut Pieces,
    boxes: &'a Boxes,
    state: State,
}

impl Painter<'_> {
    /// Writes the content stream of a page or form into the buffer, which is cleared first.
    pub(super) fn page(&mut self, page: &Page, boxes: &Boxes, pieces: &mut Pieces) {
        self.ops.clear();
        let clipped = boxes.clip(self.ops, page.bleed);
        let state = State { inks: Inks::at(self.scale), ..State::default() };
        let mut canvas = Canvas { painter: self, pieces, boxes, state };
        for placement in &page.placed {
            canvas.placement(placement);
        }
        for item in &page.items {
            canvas.item(item);
        }
        canvas.end_tag();
        if !page.marks.is_empty() {
            canvas.begin_tag(Tag::Artifact(Artifact::Page));
            boxes.draw_lines(canvas.painter.ops, &page.marks, canvas.painter.space);
            canvas.end_tag();
        }
        if clipped {
            self.ops.op("Q");
        }
    }
}

impl Canvas<'_, '_> {
    fn ops(&mut self) -> &mut Ops {
        self.painter.ops
    }

    fn item(&mut self, item: &PageItem) {
        self.begin_tag(item.tag);
        match &item.kind {
            ItemKind::Glyphs(run) => self.glyphs(run),
            ItemKind::Unseen(run) => self.unseen(run),
            ItemKind::Path { path, fill, stroke } => {
                self.end_text();
                if let Some(fill) = fill {
                    let space = self.painter.space;
                    self.state.inks.fill(self.painter.ops, space, *fill, Filled::Area);
                }
                self.path(path, fill.is_some(), *stroke);
            }
            ItemKind::Picture { picture, rect } => {
                self.end_text();
                self.picture(*picture, *rect);
            }
        }
    }

    /// Draws a form. One that is read has marks of its own, which must not lie inside others.
    fn placement(&mut self, placement: &Placement) {
        let part = match placement.meaning {
            Meaning::Own => {
                self.end_tag();
                form_part(placement, self.painter.tagged)
            }
            Meaning::Artifact(kind) => {
                self.begin_tag(Tag::Artifact(kind));
                FormPart::Bare
            }
        };
        let clip = placement.clip;
        let (x, y) = self.boxes.place(Point::new(clip.x, clip.bottom()));
        let Transform { turn, scale, .. } = placement.transform;
        // Turned clockwise as seen; the file's own sense of turning is the other one, for its y points up.
        let (cos, sin) = turn.cos_sin();
        let height = self.painter.document.forms.get(usize::from(placement.form.0)).map(|form| form.size.h);
        let corner = Point::new(Pt::ZERO, height.unwrap_or(Pt::ZERO));
        let (left, bottom) = self.boxes.place(placement.transform.point(corner));
        let ops = self.ops();
        ops.op("q").cent(x).cent(y).cent(Cent::of(clip.w)).cent(Cent::of(clip.h)).op("re").op("W").op("n");
        for part in [cos, -sin, sin, cos] {
            ops.micro(part * scale);
        }
        ops.cent(left).cent(bottom).op("cm");
        ops.raw(b"/").words(&form_name(placement.form, part)).raw(b" ").op("Do").op("Q");
    }

    /// Opens the marked content of an item, unless the item before it has the same tag.
    fn begin_tag(&mut self, tag: Tag) {
        if !self.painter.tagged || self.state.tag == Some(tag) {
            return;
        }
        self.end_tag();
        match tag {
            Tag::Content(mark) => self.begin_mark(mark),
            Tag::Artifact(kind) => {
                let kind = artifact_name(kind);
                self.ops().raw(b"/Artifact<</Type/").words(kind).raw(b">>").op("BDC");
            }
        }
        self.state.tag = Some(tag);
    }

    fn begin_mark(&mut self, mark: MarkId) {
        let tags = &self.painter.document.tags;
        let role = role_name(tags.get(tags.owner(mark)).role);
        let number = self.pieces.add(mark);
        self.ops().raw(b"/").words(role).raw(b"<</MCID ").int(number).raw(b">>").op("BDC");
    }

    fn end_tag(&mut self) {
        self.end_text();
        if self.state.tag.take().is_some() {
            self.ops().op("EMC");
        }
    }

    fn end_text(&mut self) {
        self.set_rise(0);
        if self.state.line.take().is_some() {
            self.ops().op("ET");
        }
    }

    fn glyphs(&mut self, run: &GlyphRun) {
        let space = self.painter.space;
        self.state.inks.fill(self.painter.ops, space, run.paint, Filled::Letters(run.size));
        self.show(run);
    }

    /// Writes letters that are read and not drawn; a press has no use for them.
    fn unseen(&mut self, run: &GlyphRun) {
        if self.painter.tagged {
            self.ops().int(INVISIBLE).raw(b" ").op("Tr");
            self.show(run);
            self.ops().int(FILLED).raw(b" ").op("Tr");
        }
    }

    fn show(&mut self, run: &GlyphRun) {
        let Some(subset) = self.painter.subsets.get(run.font) else { return };
        self.begin_line(run);
        let arena = &self.painter.document.arena;
        let mut line = TextLine::default();
        for cluster in arena.clusters(run) {
            if let [glyph] = cluster {
                let code = subset.code(glyph.id);
                if !self.painter.tagged || subset.means(code, arena.text(glyph)) {
                    self.glyph(&mut line, glyph, code, subset);
                    continue;
                }
            }
            if self.painter.tagged {
                let text = arena.text(&cluster[0]);
                line.close(self.painter.ops);
                self.ops().raw(b"/Span<</ActualText").text_string(text).raw(b">>").op("BDC");
            }
            for glyph in cluster {
                self.glyph(&mut line, glyph, subset.code(glyph.id), subset);
            }
            if self.painter.tagged {
                line.close(self.painter.ops);
                self.ops().op("EMC");
            }
        }
        line.close(self.painter.ops);
    }

    fn glyph(&mut self, line: &mut TextLine, glyph: &Glyph, code: u16, subset: &super::subset::Subset) {
        let rise = nearest(glyph.dy);
        if rise != self.state.rise {
            line.close(self.painter.ops);
            self.set_rise(rise);
        }
        line.show(self.painter.ops, code, glyph.dx);
        line.drawn += subset.widths.get(usize::from(code)).copied().unwrap_or(0);
        line.pen += glyph.advance;
    }

    /// Lifts the following glyphs by thousandths of an em.
    fn set_rise(&mut self, rise: i32) {
        if rise == self.state.rise {
            return;
        }
        self.state.rise = rise;
        let size = self.state.font.map_or(0.0, |(_, size)| size.get());
        self.ops().mill(rise as f32 * size / 1000.0).op("Ts");
    }

    /// Opens a text object where none is open, and moves to the beginning of a run.
    fn begin_line(&mut self, run: &GlyphRun) {
        let (x, y) = self.boxes.place(run.origin);
        self.set_rise(0);
        let before = self.state.line.unwrap_or_else(|| {
            self.painter.ops.op("BT");
            (Cent::default(), Cent::default())
        });
        if self.state.font != Some((run.font, run.size)) {
            self.state.font = Some((run.font, run.size));
            self.ops().raw(b"/F").int(i32::from(run.font.0)).raw(b" ").fine(run.size.get()).op("Tf");
        }
        self.ops().cent(x - before.0).cent(y - before.1).op("Td");
        self.state.line = Some((x, y));
    }

    fn path(&mut self, path: &Path, filled: bool, stroke: Option<Stroke>) {
        if let Some(stroke) = stroke {
            let space = self.painter.space;
            self.state.inks.stroke(self.painter.ops, space, stroke.paint, stroke.width);
        }
        let operator = match (filled, stroke.is_some()) {
            (true, true) => "B",
            (true, false) => "f",
            (false, true) => "S",
            (false, false) => return,
        };
        if stroke.is_none()
            && let Some(grid) = Grid::of(path)
        {
            return self.grid(&grid, operator);
        }
        let mut rest = &path.segments[..];
        while let Some(after) = self.rect(rest).or_else(|| self.segment(rest)) {
            rest = after;
        }
        self.ops().op(operator);
    }

    fn grid(&mut self, grid: &Grid, operator: &str) {
        let (x, y) = self.boxes.place(grid.origin);
        let unit = grid.unit.get();
        let ops = self.ops();
        ops.op("q").fine(unit).raw(b"0 0 ").fine(-unit).cent(x).cent(y).op("cm");
        for cells in &grid.cells {
            for count in cells {
                ops.count(*count);
            }
            ops.op("re");
        }
        ops.op(operator).op("Q");
    }

    /// Writes an upright rectangle in one operation, gives what follows it.
    fn rect<'s>(&mut self, segments: &'s [Segment]) -> Option<&'s [Segment]> {
        let [
            Segment::Move(a),
            Segment::Line(b),
            Segment::Line(c),
            Segment::Line(d),
            Segment::Close,
            rest @ ..,
        ] = segments
        else {
            return None;
        };
        if a.y != b.y || b.x != c.x || c.y != d.y || d.x != a.x {
            return None;
        }
        let ((x, top), (right, bottom)) = (self.boxes.place(*a), self.boxes.place(*c));
        self.ops().cent(x).cent(bottom).cent(right - x).cent(top - bottom).op("re");
        Some(rest)
    }

    fn segment<'s>(&mut self, segments: &'s [Segment]) -> Option<&'s [Segment]> {
        let (first, rest) = segments.split_first()?;
        match first {
            Segment::Move(to) => self.points(&[*to]).op("m"),
            Segment::Line(to) => self.points(&[*to]).op("l"),
            Segment::Cubic(from, control, to) => self.points(&[*from, *control, *to]).op("c"),
            Segment::Close => self.ops().op("h"),
        };
        Some(rest)
    }

    fn points(&mut self, points: &[Point]) -> &mut Ops {
        for point in points {
            let (x, y) = self.boxes.place(*point);
            self.painter.ops.cent(x).cent(y);
        }
        self.painter.ops
    }

    fn picture(&mut self, picture: PictureId, rect: Rect) {
        let (x, y) = self.boxes.place(Point::new(rect.x, rect.bottom()));
        let (w, h) = (Cent::of(rect.w), Cent::of(rect.h));
        let ops = self.ops();
        ops.op("q").cent(w).raw(b"0 0 ").cent(h).cent(x).cent(y).op("cm");
        ops.raw(b"/I").int(i32::from(picture.0)).raw(b" ").op("Do").op("Q");
    }
}

/// The array of a `TJ` operation in the making. Lengths are in thousandths of an em.
#[derive(Default)]
struct TextLine {
    /// Where the next glyph would be drawn.
    drawn: i32,
    /// Where the pen stands.
    pen: f32,
    open: bool,
}

impl TextLine {
    /// Shows one glyph `dx` to the right of the pen. What rounding leaves is put right with the next.
    fn show(&mut self, ops: &mut Ops, code: u16, dx: f32) {
        let back = nearest(self.drawn as f32 - (self.pen + dx));
        if back != 0 {
            ops.int_between(back, (if self.open { b')' } else { b'[' }, b'('));
            self.drawn -= back;
        } else if !self.open {
            ops.raw(b"[(");
        }
        self.open = true;
        ops.code(code);
    }

    fn close(&mut self, ops: &mut Ops) {
        if std::mem::take(&mut self.open) {
            ops.raw(b")]").op("TJ");
        }
    }
}

/// The type of an artifact (ISO 32000-1, 14.8.2.2.2).
const fn artifact_name(kind: Artifact) -> &'static str {
    match kind {
        Artifact::Layout => "Layout",
        Artifact::Pagination => "Pagination",
        Artifact::Page => "Page",
        Artifact::Background => "Background",
    }
}
