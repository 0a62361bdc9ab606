//! Finished pages: takes them as they will be printed, gives what cannot be read, cut or scanned.

use std::collections::BTreeSet;

use super::backdrop::{Backdrop, Ground};
use super::contrast::{self, LARGE_TEXT, TEXT};
use super::level::diagnostic;
use crate::color::{Paint, contrast};
use crate::diag::{Code, Diagnostic};
use crate::font::{FontSet, Weight};
use crate::geom::{Path, Point, Pt, Rect, Segment};
use crate::language::Word;
use crate::layout::{self, DocumentKind};
use crate::model::{Briefing, weigh};
use crate::page::{Document, Glyph, GlyphRun, ItemKind, Page, Tag};
use crate::source::Span;
use crate::style::{Swatch, Theme};

/// A press holds no more ink on paper, in percent of all four together.
const MAX_INK: u16 = 300;

/// Rounding of positions, which nobody sees.
const SLACK: Pt = Pt::new(0.5);

/// A document as it will be printed, and what it was made of.
#[derive(Clone, Copy, Debug)]
pub struct Printed<'a> {
    /// Which document it is.
    pub kind: DocumentKind,
    /// Its pages.
    pub document: &'a Document,
    /// The faces that its glyphs are of.
    pub faces: &'a FontSet,
    /// The words.
    pub briefing: &'a Briefing,
    /// The colours that it is drawn in.
    pub theme: &'a Theme,
}

/// All that the rules find on finished pages; each message points at the key to change.
#[must_use]
pub fn document(printed: &Printed<'_>) -> Vec<Diagnostic> {
    let Printed { document, faces, briefing, theme, kind } = *printed;
    let mut pages = Pages { kind, document, faces, theme, briefing, told: BTreeSet::new(), out: Vec::new() };
    for (page, number) in document.pages.iter().zip(1..) {
        pages.check(page, number);
    }
    pages.qr_codes();
    pages.pictures();
    pages.ink();
    weigh(&mut pages.out, &briefing.checks);
    pages.out
}

struct Pages<'a> {
    kind: DocumentKind,
    document: &'a Document,
    faces: &'a FontSet,
    theme: &'a Theme,
    briefing: &'a Briefing,
    /// What has been said, for the same pair of colours stands on every page.
    told: BTreeSet<String>,
    out: Vec<Diagnostic>,
}

impl Pages<'_> {
    fn check(&mut self, page: &Page, number: usize) {
        let ground = Ground::of(&page.items);
        for (at, item) in page.items.iter().enumerate() {
            // Decoration says nothing, so it need not be read, and may run over the edge.
            if matches!(item.tag, Tag::Artifact(_)) {
                continue;
            }
            match &item.kind {
                ItemKind::Glyphs(run) => {
                    let area = self.area(run);
                    self.contrast(&ground, at, run, area);
                    self.size(run, number);
                    self.edge(page, area, &|pages| pages.quoted(run), number);
                }
                ItemKind::Picture { rect, .. } => {
                    self.edge(page, *rect, &|_| "the logo".to_owned(), number);
                }
                ItemKind::Path { path, fill: Some(paint), .. } => {
                    self.code_contrast(&ground, at, path, *paint)
                }
                ItemKind::Path { .. } | ItemKind::Unseen(_) => {}
            }
        }
    }

    /// The area of the letters: their advance, from the top of capitals to the baseline. A space at either end, such as
    /// the one where a line was broken, prints nothing.
    fn area(&self, run: &GlyphRun) -> Rect {
        let arena = &self.document.arena;
        let glyphs = arena.glyphs(run);
        let advance = |glyph: &Glyph| run.size * (glyph.advance / 1000.0);
        let is_space = |glyph: &&Glyph| glyph.text_len > 0 && arena.text(glyph).trim().is_empty();
        let all: Pt = glyphs.iter().map(advance).sum();
        let before: Pt = glyphs.iter().take_while(is_space).map(advance).sum();
        let after: Pt = glyphs.iter().rev().take_while(is_space).map(advance).sum();
        let height = run.size * self.faces.face(run.font).metrics.cap_height;
        let width = (all - before - after).max(Pt::ZERO);
        Rect::new(run.origin.x + before, run.origin.y - height, width, height)
    }

    /// The first letters of a run in quotation marks, so that a person finds it on the page.
    fn quoted(&self, run: &GlyphRun) -> String {
        let text: String =
            self.document.arena.glyphs(run).iter().map(|g| self.document.arena.text(g)).collect();
        let words: Vec<&str> = text.split_whitespace().take(4).collect();
        format!("\u{201c}{}\u{201d}", words.join(" "))
    }

    /// "page 2 of the handout".
    fn page(&self, number: usize) -> String {
        let name = self.kind.as_str();
        if self.document.pages.len() == 1 {
            format!("the {name}")
        } else {
            format!("page {number} of the {name}")
        }
    }

    fn layout_file(&self) -> String {
        layout::path(self.briefing.look, self.kind)
    }

    fn say(&mut self, code: Code, span: Span, message: String, hint: String) {
        if self.told.insert(message.clone()) {
            self.out.push(diagnostic(code, span, message).hint(hint));
        }
    }

    fn contrast(&mut self, ground: &Ground<'_>, at: usize, run: &GlyphRun, area: Rect) {
        let bold = self.faces.face(run.font).weight >= Weight::BOLD;
        let large = run.size >= Pt::new(18.0) || (bold && run.size >= Pt::new(14.0));
        let wanted = if large { LARGE_TEXT } else { TEXT };
        let middle = area.center().y;
        // A run may leave the area that it began on, so its beginning, middle and end are looked at.
        let across = [area.x + area.w * 0.02, area.center().x, area.x + area.w * 0.98];
        for back in ground.behind(at, across.map(|x| Point::new(x, middle))) {
            let Backdrop::Plain(back) = back else { continue };
            if contrast(run.paint.screen, back.screen) < wanted {
                self.too_alike("text", run.paint, back, wanted);
            }
        }
    }

    /// The dark squares of a code against the ground that they stand on (WCAG 2.2, 1.4.11).
    fn code_contrast(&mut self, ground: &Ground<'_>, at: usize, path: &Path, paint: Paint) {
        let Some(Segment::Move(corner)) = path.segments.first() else { return };
        let inside = Point::new(corner.x + Pt::new(0.1), corner.y + Pt::new(0.1));
        let [Backdrop::Plain(back)] = ground.behind(at, [inside]) else { return };
        if contrast(paint.screen, back.screen) < LARGE_TEXT {
            self.too_alike("a QR code", paint, back, LARGE_TEXT);
        }
    }

    fn too_alike(&mut self, what: &str, front: Paint, back: Paint, wanted: f32) {
        let (front_swatch, back_swatch) = (self.swatch(front), self.swatch(back));
        let name = |swatch: Option<Swatch>, paint: Paint| {
            swatch
                .map_or(paint.screen.to_string(), |swatch| format!("{} ({})", swatch.as_str(), paint.screen))
        };
        let message = format!(
            "{what} in {} on {} has a contrast of {:.1}, and needs {wanted}",
            name(front_swatch, front),
            name(back_swatch, back),
            // Cut, not rounded, so that 4.46 does not read as 4.5.
            (contrast(front.screen, back.screen) * 10.0).floor() / 10.0
        );
        // The colour that the content gave is the one to change; where it gave none, that of the text.
        let own = |swatch: Option<Swatch>| swatch.filter(|s| self.overridden(*s).is_some());
        let (swatch, changed) = match (own(front_swatch), own(back_swatch)) {
            (None, Some(swatch)) => (Some(swatch), contrast::nearest(back.screen, front.screen, wanted)),
            _ => (front_swatch, contrast::nearest(front.screen, back.screen, wanted)),
        };
        let hint = match (swatch, changed) {
            (Some(swatch), Some(color)) => format!("Write {}: \"{color}\" below theme:", swatch.as_str()),
            (None, Some(color)) => format!("Use {color} there"),
            (_, None) => {
                "Choose a lighter colour for one of the two and a darker one for the other".to_owned()
            }
        };
        let span = swatch.and_then(|s| self.overridden(s)).unwrap_or(self.briefing.title.span);
        self.say(Code::Contrast, span, message, hint);
    }

    fn swatch(&self, paint: Paint) -> Option<Swatch> {
        Swatch::ALL.iter().copied().find(|swatch| self.theme.paint(*swatch) == paint)
    }

    /// Where the content gives this colour itself.
    fn overridden(&self, swatch: Swatch) -> Option<Span> {
        self.briefing.theme_overrides.iter().rev().find(|own| own.swatch == swatch).map(|own| own.span)
    }

    fn size(&mut self, run: &GlyphRun, number: usize) {
        let floor = self.kind.least_letter();
        if run.size < floor - Pt::new(0.05) {
            let (words, page) = (self.quoted(run), self.page(number));
            let (size, floor) = (run.size.get(), floor.get());
            let message = format!("{words} on {page} is set in {size:.1} pt, below {floor} pt");
            let hint =
                format!("Write a larger size: in a copy of {}, or use fewer words", self.layout_file());
            self.say(Code::TypeTooSmall, self.briefing.title.span, message, hint);
        }
    }

    fn edge(&mut self, page: &Page, area: Rect, what: &dyn Fn(&Self) -> String, number: usize) {
        let trim = Rect::page(page.size);
        // Below zero it is over the edge already.
        let room = (area.x - trim.x)
            .min(area.y - trim.y)
            .min(trim.right() - area.right())
            .min(trim.bottom() - area.bottom());
        if room >= page.safe - SLACK {
            return;
        }
        let (what, on) = (what(self), self.page(number));
        let file = self.layout_file();
        let frame =
            page.area_at(area.center()).map_or("its frame".to_owned(), |name| format!("the frame `{name}`"));
        if room < -SLACK {
            let over = -room.to_mm();
            let message = format!("{what} on {on} runs {over:.1} mm over the edge and will be cut off");
            let hint = format!("Move {frame} inside the page in a copy of {file}");
            self.say(Code::OutsideTrim, self.briefing.title.span, message, hint);
        } else {
            let (room, safe) = (room.to_mm(), page.safe.to_mm());
            let message = format!(
                "{what} in {frame} on {on} stands {room:.1} mm from the edge; a cutter may slip, so {safe:.0} mm are wanted"
            );
            let hint = format!("Give {frame} more padding in a copy of {file}");
            self.say(Code::OutsideSafeZone, self.briefing.title.span, message, hint);
        }
    }

    fn qr_codes(&mut self) {
        for (code, address, message) in super::qr::faults(self.document, self.briefing.labels.get(Word::Qr)) {
            let contact = self.briefing.contacts.iter().find(|contact| {
                contact.qr && contact.web_target().is_some_and(|target| target.uri() == address)
            });
            let name = contact.map_or("", |contact| contact.name.value.as_str());
            let span = contact.and_then(|contact| contact.url.as_ref()).map(|url| url.span);
            let message = format!("the QR code of {name} on the {} {message}", self.kind.as_str());
            let hint = format!("Write a larger qr: in a copy of {}, or delete qr: true", self.layout_file());
            self.say(code, span.unwrap_or(self.briefing.title.span), message, hint);
        }
    }

    fn pictures(&mut self) {
        let place = self.briefing.board.logo.as_ref().map_or(self.briefing.title.span, |logo| logo.file.span);
        for (message, hint) in super::picture::faults(self.document) {
            self.say(Code::PictureResolution, place, message, hint);
        }
        for share in super::picture::lost(self.document) {
            let percent = (share * 100.0).floor();
            let message = format!("{percent:.0} % of the logo is hardly seen on the {}", self.kind.as_str());
            let hint = "Save a dark version of the logo, with nothing behind it, and name that file";
            self.say(Code::LogoContrast, place, message, hint.to_owned());
        }
    }

    fn ink(&mut self) {
        let heavy: BTreeSet<Swatch> = self
            .document
            .pages
            .iter()
            .flat_map(|page| &page.items)
            .flat_map(|item| match &item.kind {
                ItemKind::Glyphs(run) => [Some(run.paint), None],
                ItemKind::Path { fill, stroke, .. } => [*fill, stroke.map(|stroke| stroke.paint)],
                ItemKind::Picture { .. } | ItemKind::Unseen(_) => [None, None],
            })
            .flatten()
            .filter(|paint| paint.print.total() > MAX_INK)
            .filter_map(|paint| self.swatch(paint))
            .collect();
        for swatch in heavy {
            let ink = self.theme.paint(swatch).print;
            let message = format!(
                "the colour {} takes {} % ink; a press takes {MAX_INK} %",
                swatch.as_str(),
                ink.total()
            );
            let hint = format!("Write {}: cmyk(…) below theme:, with less of each ink", swatch.as_str());
            let span = self.overridden(swatch).unwrap_or(self.briefing.title.span);
            self.say(Code::InkTotal, span, message, hint);
        }
    }
}
