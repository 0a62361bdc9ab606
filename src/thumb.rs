//! Thumbnails: takes a finished document, gives its first page as a small SVG picture.
//!
//! A person looks over hundreds of them, so they are small: text is text in a font of the reader's machine, squeezed
//! to the right length, and a picture is a grey field. Whoever wants to see the page opens the file.

use std::fmt::Write as _;

use crate::color::Rgb;
use crate::font::{Face, FontSet};
use crate::geom::{Path, Point, Segment};
use crate::page::{Document, GlyphRun, ItemKind, Page, Stroke};

/// What a picture is drawn as.
const PICTURE: &str = "#c8c8c8";

/// The first page of a document, or nothing where it has none.
#[must_use]
pub fn svg(document: &Document, faces: &FontSet) -> String {
    let Some(page) = document.pages.first() else { return String::new() };
    let mut svg = Svg(String::with_capacity(8_000));
    svg.page(document, page, faces);
    svg.0
}

/// The picture in the making.
struct Svg(String);

impl Svg {
    fn page(&mut self, document: &Document, page: &Page, faces: &FontSet) {
        let (w, h) = (number(page.size.w.get()), number(page.size.h.get()));
        self.push(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" xml:space=\"preserve\" \
             font-family=\"Atkinson Hyperlegible Next,Verdana,sans-serif\"><path fill=\"#fff\" d=\"M0 0H{w}V{h}H0z\"/>"
        ));
        for item in &page.items {
            match &item.kind {
                ItemKind::Glyphs(run) => self.text(document, run, faces.face(run.font)),
                ItemKind::Path { path, fill, stroke } => {
                    self.shape(path, fill.map(|fill| fill.screen), *stroke)
                }
                ItemKind::Unseen(_) => {}
                ItemKind::Picture { rect, .. } => self.push(format_args!(
                    "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{PICTURE}\"/>",
                    number(rect.x.get()),
                    number(rect.y.get()),
                    number(rect.w.get()),
                    number(rect.h.get()),
                )),
            }
        }
        self.0.push_str("</svg>\n");
    }

    fn push(&mut self, what: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.0.write_fmt(what);
    }

    fn text(&mut self, document: &Document, run: &GlyphRun, face: &Face) {
        let mut clusters: Vec<_> = document.arena.clusters(run).collect();
        // Glyphs are in the order of the eye; the reader's machine turns right-to-left text by itself.
        clusters.sort_by_key(|cluster| cluster[0].text_start);
        let text: String = clusters.iter().map(|cluster| document.arena.text(&cluster[0])).collect();
        if text.trim().is_empty() {
            return;
        }
        let size = run.size.get();
        let length: f32 =
            document.arena.glyphs(run).iter().map(|glyph| glyph.advance).sum::<f32>() * size / 1000.0;
        self.push(format_args!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\" font-weight=\"{}\" fill=\"{}\" textLength=\"{}\" \
             lengthAdjust=\"spacingAndGlyphs\">",
            number(run.origin.x.get()),
            number(run.origin.y.get()),
            number(size),
            face.weight.0,
            hex(run.paint.screen),
            number(length),
        ));
        self.escaped(&text);
        self.0.push_str("</text>");
    }

    /// Control characters, which XML has no way to write, become spaces.
    fn escaped(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => self.0.push(' '),
                c => self.0.push(c),
            }
        }
    }

    fn shape(&mut self, path: &Path, fill: Option<Rgb>, stroke: Option<Stroke>) {
        self.0.push_str("<path d=\"");
        for segment in &path.segments {
            match segment {
                Segment::Move(to) => self.points('M', &[*to]),
                Segment::Line(to) => self.points('L', &[*to]),
                Segment::Cubic(from, control, to) => self.points('C', &[*from, *control, *to]),
                Segment::Close => self.0.push('z'),
            }
        }
        let fill = fill.map_or_else(|| "none".to_owned(), hex);
        self.push(format_args!("\" fill=\"{fill}\""));
        if let Some(stroke) = stroke {
            let (colour, width) = (hex(stroke.paint.screen), number(stroke.width.get()));
            self.push(format_args!(" stroke=\"{colour}\" stroke-width=\"{width}\""));
        }
        self.0.push_str("/>");
    }

    fn points(&mut self, operator: char, points: &[Point]) {
        self.0.push(operator);
        for (at, point) in points.iter().enumerate() {
            let gap = if at == 0 { "" } else { " " };
            self.push(format_args!("{gap}{} {}", number(point.x.get()), number(point.y.get())));
        }
    }
}

/// A tenth of a point is finer than a thumbnail shows.
fn number(value: f32) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

fn hex(colour: Rgb) -> String {
    format!("#{:02x}{:02x}{:02x}", colour.r, colour.g, colour.b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::{Pt, Rect};

    #[test]
    fn numbers_are_short_and_text_cannot_break_the_picture() {
        assert_eq!([0.0, 12.0, 12.04, -3.26].map(number), ["0", "12", "12", "-3.3"]);
        let mut svg = Svg(String::new());
        svg.escaped("a<b> & \u{1b}c");
        svg.shape(&Path::rect(Rect::new(Pt::ZERO, Pt::ZERO, Pt::new(9.5), Pt::new(2.0))), None, None);
        assert!(svg.0.starts_with("a&lt;b&gt; &amp;  c<path d=\"M0 0L9.5 0"), "{}", svg.0);
    }
}
