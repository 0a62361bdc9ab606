//! The canvas: takes shaped lines, shapes and links with their meaning, gives page items and tags.

use std::sync::Arc;

use crate::color::Paint;
use crate::font::FontSet;
use crate::geom::{Path, Point, Pt, Rect};
use crate::image::Picture;
use crate::layout::Align;
use crate::page::{
    Artifact, Document, ElemId, GlyphRun, ItemKind, Link, OutlineEntry, Page, PageItem, PictureId, Role,
    Stroke, StructTree, Tag,
};
use crate::style::{Style, Swatch, Theme};
use crate::text::{Line, LineRanges, Shaped};

use super::letters;
use super::mirror::Mirror;
use super::numbers::Numbers;
use super::said::RunTags;
pub(super) use super::said::{Meaning, PLAIN, Said, Voice};
use super::traces::Traces;
use super::trial::{line_height_of, width_in_ems};

/// A document while it is being made; items go onto its last page.
pub(super) struct Canvas<'a> {
    /// What has been made so far.
    pub document: Document,
    /// The numbers drawn on the last page.
    pub numbers: Numbers,
    /// What has been drawn on the last page, where something has to keep clear of it.
    pub traces: Option<Traces>,
    fonts: &'a FontSet,
    is_mirrored: bool,
    /// The mirror of the current page.
    mirror: Mirror,
    /// Areas behind the content of the last page, in painting order.
    grounds: Vec<(Rect, Swatch)>,
}

/// Height of capitals, as a multiple of the size, where it is only about keeping clear of them.
const CAPITALS: f32 = 0.7;

/// Lines of one paragraph, broken and waiting for their place.
pub(super) struct TextBlock<'t> {
    /// The paragraph.
    pub shaped: &'t Shaped,
    /// Its lines.
    pub lines: LineRanges,
    /// How they look.
    pub style: Style,
    /// Where they stand in their width.
    pub align: Align,
}

impl TextBlock<'_> {
    /// Height of all lines together.
    pub(super) fn height(&self) -> Pt {
        line_height_of(self.shaped, &self.style) * self.lines.len() as f32
    }
}

/// How the words of a block are shared out to its lines, which are always as few as they can be.
#[derive(Clone, Copy)]
pub(super) enum Rag {
    /// Each line takes as many words as fit.
    Full,
    /// Lines are as long as they can be without one much shorter than the others: running text.
    Even,
    /// All lines are alike: titles, headings, names.
    Balanced,
}

/// Breaks a text into a block of its style.
pub(super) fn block<'t>(
    shaped: &'t Shaped,
    style: Style,
    width: Pt,
    align: Align,
    rag: Rag,
) -> TextBlock<'t> {
    let ems = width_in_ems(width, style.size);
    let lines = match rag {
        Rag::Full => shaped.break_lines(ems),
        Rag::Even => shaped.even(ems),
        Rag::Balanced => shaped.balanced(ems),
    };
    TextBlock { shaped, lines, style, align }
}

impl<'a> Canvas<'a> {
    /// An empty document, read from right to left or not.
    pub(super) fn new(fonts: &'a FontSet, is_mirrored: bool) -> Self {
        Canvas {
            document: Document::default(),
            numbers: Numbers::default(),
            traces: None,
            fonts,
            is_mirrored,
            mirror: Mirror::default(),
            grounds: Vec::new(),
        }
    }

    /// Begins a further page.
    pub(super) fn begin(&mut self, size: crate::geom::Size, bleed: Pt, safe: Pt) {
        self.mirror = Mirror(self.is_mirrored.then_some(size.w));
        self.document.pages.push(Page::new(size, bleed, safe));
        self.grounds.clear();
    }

    /// An area that touches the trimmed edge runs over it, into the bleed.
    pub(super) fn bled(&self, area: Rect) -> Rect {
        let Some(page) = self.document.pages.last() else { return area };
        let (size, bleed, near) = (page.size, page.bleed, Pt::new(0.1));
        let left = if area.x <= near { area.x - bleed } else { area.x };
        let top = if area.y <= near { area.y - bleed } else { area.y };
        let right = if area.right() >= size.w - near { size.w + bleed } else { area.right() };
        let bottom = if area.bottom() >= size.h - near { size.h + bleed } else { area.bottom() };
        Rect::new(left, top, right - left, bottom - top)
    }

    /// Draws an area that lies behind all content of the page, over the areas of frames.
    pub(super) fn behind(&mut self, path: Path, paint: Paint) {
        let tag = Tag::Artifact(Artifact::Background);
        let path = self.mirror.path(path);
        let items = &mut self.page().items;
        let is_area = |item: &PageItem| item.tag == tag;
        let at = items.iter().take_while(|item| is_area(item)).count();
        items.insert(at, PageItem { tag, kind: ItemKind::Path { path, fill: Some(paint), stroke: None } });
    }

    /// Names an area of the current page.
    pub(super) fn name_area(&mut self, name: &str, area: Rect) {
        let area = self.mirror.rect(area);
        self.page().areas.push((name.to_owned(), area));
    }

    fn page(&mut self) -> &mut Page {
        self.document.pages.last_mut().expect("a page is begun before anything is drawn")
    }

    fn push(&mut self, tag: Tag, kind: ItemKind) {
        self.page().items.push(PageItem { tag, kind });
    }

    /// Adds an element at the end of its parent.
    pub(super) fn elem(&mut self, parent: ElemId, role: Role) -> ElemId {
        self.document.tags.add(parent, role)
    }

    /// Adds an element to the root.
    pub(super) fn top(&mut self, role: Role) -> ElemId {
        self.elem(StructTree::ROOT, role)
    }

    /// Adds a bookmark of a heading on the current page.
    pub(super) fn bookmark(&mut self, title: &str, level: u8, top: Pt, elem: ElemId) {
        let page = self.document.pages.len() - 1;
        self.document.outline.push(OutlineEntry { title: title.to_owned(), level, page, top, elem });
    }

    /// Draws a filled shape that means nothing.
    pub(super) fn fill(&mut self, path: Path, paint: Paint, artifact: Artifact) {
        let path = self.mirror.path(path);
        self.push(Tag::Artifact(artifact), ItemKind::Path { path, fill: Some(paint), stroke: None });
    }

    /// Draws an area in a colour of the theme, with its edge where the theme gives it one.
    pub(super) fn area(
        &mut self,
        path: Path,
        (theme, swatch): (&Theme, Swatch),
        edge: Pt,
        artifact: Artifact,
    ) {
        if artifact == Artifact::Background
            && let Some(bounds) = path.bounds()
        {
            self.grounds.push((bounds, swatch));
        }
        let path = self.mirror.path(path);
        let stroke = theme.edge(swatch).map(|paint| Stroke { paint, width: edge });
        let kind = ItemKind::Path { path, fill: Some(theme.paint(swatch)), stroke };
        self.push(Tag::Artifact(artifact), kind);
    }

    /// Draws an area behind content in a colour of the theme, without an edge.
    pub(super) fn ground(&mut self, area: Rect, (theme, swatch): (&Theme, Swatch)) {
        self.grounds.push((area, swatch));
        self.fill(Path::rect(area), theme.paint(swatch), Artifact::Background);
    }

    /// Draws an outline that means nothing.
    pub(super) fn stroked(&mut self, path: Path, stroke: Stroke) {
        let path = self.mirror.path(path);
        let kind = ItemKind::Path { path, fill: None, stroke: Some(stroke) };
        self.push(Tag::Artifact(Artifact::Layout), kind);
    }

    /// The colour of the area that lies behind a point.
    pub(super) fn ground_at(&self, point: Point) -> Swatch {
        let areas = self.grounds.iter().rev();
        areas.copied().find(|(area, _)| area.contains(point)).map_or(Swatch::Paper, |(_, swatch)| swatch)
    }

    /// Draws a filled shape as a figure with words for those who do not see it.
    pub(super) fn figure(&mut self, parent: ElemId, path: Path, paint: Paint, bbox: Rect, alt: String) {
        let path = self.mirror.moved(path, bbox);
        let mark = self.figure_mark(parent, bbox, alt);
        self.push(Tag::Content(mark), ItemKind::Path { path, fill: Some(paint), stroke: None });
    }

    /// Draws a picture as a figure. Where it stands again, on a further page, nobody needs to be told a second time.
    pub(super) fn picture(&mut self, parent: ElemId, picture: &Arc<Picture>, rect: Rect, alt: String) {
        // A picture that no page shows is not in the file, and one on every slide is there once.
        let known = self.document.pictures.iter().position(|known| Arc::ptr_eq(known, picture));
        let place = known.unwrap_or_else(|| {
            self.document.pictures.push(Arc::clone(picture));
            self.document.pictures.len() - 1
        });
        let picture = PictureId(u16::try_from(place).unwrap_or(u16::MAX));
        if known.is_some() {
            let rect = self.mirror.rect(rect);
            return self.push(Tag::Artifact(Artifact::Pagination), ItemKind::Picture { picture, rect });
        }
        let mark = self.figure_mark(parent, rect, alt);
        let rect = self.mirror.rect(rect);
        self.push(Tag::Content(mark), ItemKind::Picture { picture, rect });
    }

    fn figure_mark(&mut self, parent: ElemId, bbox: Rect, alt: String) -> crate::page::MarkId {
        let figure = self.elem(parent, Role::Figure);
        let bbox = self.mirror.rect(bbox);
        let elem = self.document.tags.get_mut(figure);
        elem.alt = Some(alt);
        elem.bbox = Some(bbox);
        self.document.tags.mark(figure)
    }

    /// Draws a paragraph with its top left corner at `at` in a room of `width`; gives its height.
    pub(super) fn text(
        &mut self,
        block: &TextBlock<'_>,
        at: Point,
        width: Pt,
        meaning: Meaning,
        voice: Voice<'_>,
    ) -> Pt {
        self.more_text(block, at, width, &mut RunTags::new(meaning), voice)
    }

    /// Draws lines of a paragraph that others may follow in another size: together they are read as one.
    pub(super) fn more_text(
        &mut self,
        block: &TextBlock<'_>,
        at: Point,
        width: Pt,
        tags: &mut RunTags,
        voice: Voice<'_>,
    ) -> Pt {
        let style = &block.style;
        let left = self.mirror.rect(Rect::new(at.x, at.y, width, Pt::ZERO)).x;
        let mut baseline = at.y + self.baseline_of(block.shaped, style);
        for line in &block.lines {
            let shift = self.mirror.align(block.align).shift(width - em(line.width, style.size));
            self.line(block, block.shaped.line(line), Point::new(left + shift, baseline), tags, voice);
            self.trace(block.align, style, line.width, Point::new(at.x, baseline), width);
            baseline += line_height_of(block.shaped, style);
        }
        block.height()
    }

    /// Takes down where a line of words stands, before the page is mirrored.
    fn trace(&mut self, align: Align, style: &Style, ems: f32, at: Point, room: Pt) {
        let Some(traces) = &mut self.traces else { return };
        let width = em(ems, style.size);
        let high = style.size * CAPITALS;
        traces.words.push(Rect::new(at.x + align.shift(room - width), at.y - high, width, high));
    }

    /// Draws a heading that is read and not seen, with a bookmark, where a page has none yet: eyes know a number in
    /// a coloured tile for a contact, and ears are told so. It stands as far inside its room as the words of a tile do.
    pub(super) fn unseen_heading(
        &mut self,
        title: &str,
        lines: &TextBlock<'_>,
        (room, inside): (Rect, Pt),
        parent: ElemId,
    ) {
        if self.page().items.iter().any(|item| matches!(item.kind, ItemKind::Unseen(_))) {
            return;
        }
        let heading = self.elem(parent, Role::H2);
        self.bookmark(title, 1, room.y, heading);
        let seen = self.page().items.len();
        let at = Point::new(room.x + inside, room.y + inside);
        self.text(lines, at, room.w, Meaning::Of(heading), PLAIN);
        for item in &mut self.page().items[seen..] {
            if let ItemKind::Glyphs(run) = &item.kind {
                item.kind = ItemKind::Unseen(run.clone());
            }
        }
    }

    fn line(
        &mut self,
        block: &TextBlock<'_>,
        mut line: Line<'_>,
        at: Point,
        tags: &mut RunTags,
        voice: Voice<'_>,
    ) {
        let size = block.style.size;
        // Runs stand from left to right, and are drawn and told in the order in which they are read.
        if line.runs.len() > 1 {
            line.runs.sort_by_key(|run| run.glyphs.iter().map(|glyph| glyph.text_start).min());
        }
        for run in &line.runs {
            let said = voice(run.key);
            let tag = tags.tag(&mut self.document.tags, run.key, &said);
            let start = self.document.arena.glyphs.len();
            let advance = letters::take(&mut self.document.arena, run.glyphs, block.shaped);
            let origin = at.moved(em(run.x, size), Pt::ZERO);
            let cut = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            let glyphs = cut(start)..cut(self.document.arena.glyphs.len());
            let paint = block.style.paint;
            self.push(tag, ItemKind::Glyphs(GlyphRun { font: run.font, size, origin, paint, glyphs }));
            if let (Some((target, contents)), Some((_, elem))) = (said.link, tags.open_piece()) {
                let line_height = line_height_of(block.shaped, &block.style);
                let rect = Rect::new(origin.x, origin.y - line_height * 0.78, em(advance, size), line_height);
                self.page().links.push(Link { elem, rect, uri: target.uri(), contents });
            }
        }
    }
}

impl Canvas<'_> {
    /// The top of a line of this style whose capitals are centred on `middle`.
    pub(super) fn centered_on_caps(&self, style: &Style, middle: Pt) -> Pt {
        let metrics = self.fonts.face(self.fonts.primary(style.weight)).metrics;
        middle + style.size * (metrics.cap_height / 2.0) - self.first_baseline(style)
    }

    /// The middle of the capitals of a line that begins at `top`.
    pub(super) fn middle_of_caps(&self, style: &Style, top: Pt) -> Pt {
        let metrics = self.fonts.face(self.fonts.primary(style.weight)).metrics;
        top + self.first_baseline(style) - style.size * (metrics.cap_height / 2.0)
    }

    /// The top of a line of `own` style that stands on the baseline of a line of `style` that begins at `top`.
    pub(super) fn on_baseline_of(&self, style: &Style, top: Pt, own: &Style) -> Pt {
        top + self.first_baseline(style) - self.first_baseline(own)
    }

    /// The middle of a small x in a line that begins at `top`.
    pub(super) fn x_height_middle(&self, style: &Style, top: Pt) -> Pt {
        let metrics = self.fonts.face(self.fonts.primary(style.weight)).metrics;
        top + self.first_baseline(style) - style.size * (metrics.x_height / 2.0)
    }

    /// How far the first baseline of a text lies below the top: letters that are taller than Latin ones are centred
    /// in their line as they are.
    fn baseline_of(&self, words: &Shaped, style: &Style) -> Pt {
        let Some((above, below)) = words.tall_reach() else { return self.first_baseline(style) };
        let spare = line_height_of(words, style) - em(above + below, style.size);
        spare / 2.0 + em(above, style.size)
    }

    /// How much lower the first baseline of a text lies than that of Latin letters in the same style.
    pub(super) fn drop(&self, words: &Shaped, style: &Style) -> Pt {
        self.baseline_of(words, style) - self.first_baseline(style)
    }

    /// How far the first baseline lies below the top: ascent and descent are centred in the line, as CSS
    /// does with its half-leading.
    fn first_baseline(&self, style: &Style) -> Pt {
        let metrics = self.fonts.face(self.fonts.primary(style.weight)).metrics;
        let half_leading = (style.line_height() - style.size * (metrics.ascent + metrics.descent)) / 2.0;
        half_leading + style.size * metrics.ascent
    }
}

/// Thousandths of an em at a size.
pub(super) fn em(thousandths: f32, size: Pt) -> Pt {
    size * (thousandths / 1000.0)
}
