//! Readable dumps: takes a document, gives its text in reading order, or all of it for a golden file.

use std::fmt::Write as _;

use super::document::{Document, Page};
use super::item::{Glyph, ItemKind, PageItem, Tag};
use super::placement::Placement;
use super::tags::{ElemId, Kid, Role, StructTree};
use crate::geom::{Path, Point, Pt, Rect, Segment};

/// The words of a document as a screen reader meets them: one line for each element that holds text.
///
/// A `Span` or `Link` goes on in the line of the element around it. A figure gives its alternative text.
#[must_use]
pub fn reading_order_text(document: &Document) -> String {
    let words = Words::of(document);
    let mut text = String::new();
    words.read(StructTree::ROOT, &mut text);
    text
}

/// All of a document as text that stays the same until the document does: tags, then pages with
/// positions rounded to a tenth of a point.
#[must_use]
pub fn dump(document: &Document) -> String {
    let words = Words::of(document);
    let mut out = format!("title {:?}\n", document.metadata.title);
    words.tree(StructTree::ROOT, 0, &mut out);
    for entry in &document.outline {
        let indent = "  ".repeat(usize::from(entry.level));
        let _ =
            writeln!(out, "bookmark {indent}{:?} page {} y {}", entry.title, entry.page + 1, At(entry.top));
    }
    let named = |name, surfaces| (1..).zip(surfaces).map(move |(number, page)| (name, number, page));
    for (name, number, page) in named("page", &document.pages).chain(named("form", &document.forms)) {
        dump_page(&mut out, document, (name, number), page);
    }
    out
}

/// The characters of each mark, in the order of the text.
struct Words<'a> {
    document: &'a Document,
    marks: Vec<String>,
}

impl<'a> Words<'a> {
    fn of(document: &'a Document) -> Self {
        let mut pieces = vec![Vec::new(); document.tags.mark_count()];
        for item in document.surfaces().flat_map(|page| &page.items) {
            if let (Tag::Content(mark), Some(run)) = (item.tag, item.kind.letters()) {
                let glyphs = document.arena.glyphs(run).iter();
                pieces[mark.index()].extend(glyphs.map(|glyph| (glyph.text_start, *glyph)));
            }
        }
        let text = |mut glyphs: Vec<(u32, Glyph)>| {
            // Glyphs stand in visual order, which is not that of the text where it runs right to left.
            glyphs.sort_by_key(|(start, _)| *start);
            glyphs.iter().map(|(_, glyph)| document.arena.text(glyph)).collect()
        };
        Words { document, marks: pieces.into_iter().map(text).collect() }
    }

    fn read(&self, id: ElemId, text: &mut String) {
        let elem = self.document.tags.get(id);
        let inline = matches!(elem.role, Role::Span | Role::Strong | Role::Link | Role::Lbl);
        if elem.role == Role::Figure {
            text.push_str(elem.alt.as_deref().unwrap_or_default());
        }
        for kid in &elem.kids {
            match kid {
                Kid::Elem(kid) => self.read(*kid, text),
                Kid::Mark(mark) => text.push_str(&self.marks[mark.index()]),
            }
        }
        if !inline && !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
    }

    fn tree(&self, id: ElemId, depth: usize, out: &mut String) {
        let elem = self.document.tags.get(id);
        let _ = write!(out, "{}{:?}", "  ".repeat(depth), elem.role);
        if elem.numbered {
            out.push_str(" numbered");
        }
        if let Some(class) = elem.class {
            let _ = write!(out, " class {}", class.as_str());
        }
        let told = [
            ("lang", &elem.lang),
            ("alt", &elem.alt),
            ("stands for", &elem.expansion),
            ("actual", &elem.actual),
        ];
        for (name, value) in told {
            if let Some(value) = value {
                let _ = write!(out, " {name} {value:?}");
            }
        }
        out.push('\n');
        for kid in &elem.kids {
            match kid {
                Kid::Elem(kid) => self.tree(*kid, depth + 1, out),
                Kid::Mark(mark) => {
                    let _ = writeln!(out, "{}{:?}", "  ".repeat(depth + 1), self.marks[mark.index()]);
                }
            }
        }
    }
}

/// A length with one decimal.
struct At(Pt);

impl std::fmt::Display for At {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Adding zero turns -0 into 0.
        write!(f, "{:.1}", (self.0.get() * 10.0).round() / 10.0 + 0.0)
    }
}

fn dump_page(out: &mut String, document: &Document, (name, number): (&str, usize), page: &Page) {
    let size = page.size;
    let _ = writeln!(
        out,
        "{name} {number} {}x{} bleed {} safe {}",
        At(size.w),
        At(size.h),
        At(page.bleed),
        At(page.safe)
    );
    for placed in &page.placed {
        let Placement { form, transform, clip, meaning } = placed;
        let (turn, scale, origin) = (transform.turn, transform.scale, transform.origin);
        let _ = write!(out, "  form {} turn {turn:?} scale {scale:.3} ", form.0 + 1);
        let _ = write!(out, "origin {},{} {meaning:?} clip ", At(origin.x), At(origin.y));
        dump_rect(out, *clip);
        out.push('\n');
    }
    for item in &page.items {
        let _ = write!(out, "  {} ", tag_name(document, item));
        dump_item(out, document, item);
    }
    for link in &page.links {
        let _ = write!(out, "  link {:?} {:?} ", link.uri, link.contents);
        dump_rect(out, link.rect);
        out.push('\n');
    }
    for (from, to) in &page.marks {
        let _ = writeln!(out, "  mark {},{} to {},{}", At(from.x), At(from.y), At(to.x), At(to.y));
    }
}

fn tag_name(document: &Document, item: &PageItem) -> String {
    match item.tag {
        Tag::Content(mark) => {
            format!("{:?}#{}", document.tags.get(document.tags.owner(mark)).role, mark.index())
        }
        Tag::Artifact(kind) => format!("artifact {kind:?}"),
    }
}

fn dump_item(out: &mut String, document: &Document, item: &PageItem) {
    match &item.kind {
        ItemKind::Glyphs(run) | ItemKind::Unseen(run) => {
            if matches!(item.kind, ItemKind::Unseen(_)) {
                out.push_str("unseen ");
            }
            let text: String = document.arena.glyphs(run).iter().map(|g| document.arena.text(g)).collect();
            let (x, y) = (At(run.origin.x), At(run.origin.y));
            let _ = write!(
                out,
                "text {x},{y} face {} size {} {} {text:?}",
                run.font.0,
                At(run.size),
                run.paint.screen
            );
        }
        ItemKind::Path { path, fill, stroke } => {
            let _ = write!(out, "path of {} ", path.segments.len());
            dump_rect(out, around(path));
            if let Some(fill) = fill {
                let _ = write!(out, " fill {}", fill.screen);
            }
            if let Some(stroke) = stroke {
                let _ = write!(out, " stroke {} {}", stroke.paint.screen, At(stroke.width));
            }
        }
        ItemKind::Picture { picture, rect } => {
            let _ = write!(out, "picture {} ", picture.0);
            dump_rect(out, *rect);
        }
    }
    out.push('\n');
}

fn dump_rect(out: &mut String, r: Rect) {
    let _ = write!(out, "{},{} {}x{}", At(r.x), At(r.y), At(r.w), At(r.h));
}

/// The smallest rectangle that holds all points of a path, control points among them.
fn around(path: &Path) -> Rect {
    let points: Vec<Point> = path.segments.iter().flat_map(points).collect();
    let Some(first) = points.first() else { return Rect::default() };
    let (mut low, mut high) = (*first, *first);
    for point in points {
        low = Point::new(low.x.min(point.x), low.y.min(point.y));
        high = Point::new(high.x.max(point.x), high.y.max(point.y));
    }
    Rect::new(low.x, low.y, high.x - low.x, high.y - low.y)
}

fn points(segment: &Segment) -> Vec<Point> {
    match *segment {
        Segment::Move(to) | Segment::Line(to) => vec![to],
        Segment::Cubic(from, control, to) => vec![from, control, to],
        Segment::Close => Vec::new(),
    }
}
