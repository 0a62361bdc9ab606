//! Flattening: takes a document with pictures that let their ground through, gives one in which every pixel of a
//! picture is either seen whole or not at all.
//!
//! PDF/X-1a (ISO 15930-4) knows no transparency. A pixel that is seen in part, as along the edge of a logo, is mixed
//! with the area below it, ink by ink, as a press file that may be transparent would have it mixed at the print shop.
//! Where all of the picture stands on one colour, its clear pixels become that colour, and it covers its ground. Where
//! there is more below it, clear pixels are left out, so that all of that is printed there; letters, lines and other
//! pictures are not mixed into the edge.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use crate::color::{Cmyk, Paint};
use crate::geom::{Path, Point, Rect};
use crate::image::{Channels, Ink, Picture, Samples};
use crate::page::{Arena, Document, GlyphRun, ItemKind, Page, PageItem, PictureId, Stroke};

/// The document without transparency, or nothing where there was none.
pub(super) fn flattened(document: &Document) -> Option<Document> {
    if document.pictures.iter().all(|picture| picture.alpha.is_none()) {
        return None;
    }
    let mut document = document.clone();
    let given = std::mem::take(&mut document.pictures);
    let mut flat = Flat { given, made: Vec::new(), known: HashMap::new(), arena: &document.arena };
    document.pages.iter_mut().chain(&mut document.forms).for_each(|page| flat.page(page));
    document.pictures = flat.made;
    Some(document)
}

/// Pictures on their way: those of the document, and those that take their place.
struct Flat<'a> {
    arena: &'a Arena,
    given: Vec<Arc<Picture>>,
    made: Vec<Arc<Picture>>,
    /// A picture that stands on the same even ground again is the same picture.
    known: HashMap<(PictureId, Option<Cmyk>), PictureId>,
}

impl Flat<'_> {
    fn page(&mut self, page: &mut Page) {
        for at in 0..page.items.len() {
            let (below, rest) = page.items.split_at_mut(at);
            if let Some(PageItem { kind: ItemKind::Picture { picture, rect }, .. }) = rest.first_mut() {
                *picture = self.picture(*picture, *rect, below);
            }
        }
    }

    /// The picture that stands in place of another, drawn over a rectangle on these items.
    fn picture(&mut self, id: PictureId, rect: Rect, below: &[PageItem]) -> PictureId {
        let Some(picture) = self.given.get(usize::from(id.0)).map(Arc::clone) else { return id };
        let ground = picture.alpha.is_some().then(|| Ground::of(below, rect, self.arena));
        let key = match &ground {
            None => Some((id, None)),
            Some(Ground::Even(ink)) => Some((id, Some(*ink))),
            Some(Ground::Uneven(_)) => None,
        };
        if let Some(known) = key.and_then(|key| self.known.get(&key)) {
            return *known;
        }
        let new = PictureId(self.made.len() as u16);
        self.made.push(match &ground {
            Some(ground) => Arc::new(mixed(&picture, rect, ground)),
            None => picture,
        });
        if let Some(key) = key {
            self.known.insert(key, new);
        }
        new
    }
}

/// What lies below a picture.
enum Ground<'p> {
    /// One colour, and nothing else.
    Even(Cmyk),
    /// Areas, the topmost first, and paper where none is; perhaps letters, lines or pictures on them.
    Uneven(Vec<(&'p Path, Cmyk)>),
}

impl<'p> Ground<'p> {
    fn of(below: &'p [PageItem], rect: Rect, arena: &Arena) -> Self {
        let (mut areas, mut is_drawn_on) = (Vec::new(), false);
        for item in below.iter().rev() {
            match &item.kind {
                ItemKind::Path { path, fill, stroke } => {
                    is_drawn_on |= stroke.is_some_and(|stroke| path.touches(reach(rect, stroke)));
                    let Some(fill) = fill.filter(|_| path.covers_some(rect)) else { continue };
                    let is_whole = path.covers_all(rect);
                    if is_whole && areas.is_empty() && !is_drawn_on {
                        return Ground::Even(fill.print);
                    }
                    areas.push((path, fill.print));
                    if is_whole {
                        break;
                    }
                }
                ItemKind::Glyphs(run) => is_drawn_on |= meets(rect, around(run, arena)),
                ItemKind::Picture { rect: other, .. } => is_drawn_on |= meets(rect, *other),
                ItemKind::Unseen(_) => {}
            }
        }
        if areas.is_empty() && !is_drawn_on {
            Ground::Even(Paint::WHITE.print)
        } else {
            Ground::Uneven(areas)
        }
    }

    fn at(&self, point: Point) -> Cmyk {
        match self {
            Ground::Even(ink) => *ink,
            Ground::Uneven(areas) => {
                let area = areas.iter().find(|(path, _)| path.covers(point));
                area.map_or(Paint::WHITE.print, |(_, ink)| *ink)
            }
        }
    }
}

/// The rectangle with as much around it as a line along its edge would reach in.
fn reach(rect: Rect, stroke: Stroke) -> Rect {
    rect.grown(stroke.width / 2.0)
}

/// A box that no letter of a run leaves: an em above the baseline, and half an em below it.
fn around(run: &GlyphRun, arena: &Arena) -> Rect {
    let width: f32 = arena.glyphs(run).iter().map(|glyph| glyph.advance).sum();
    let width = run.size * (width / 1000.0);
    Rect::new(run.origin.x, run.origin.y - run.size, width, run.size * 1.5)
}

fn meets(one: Rect, other: Rect) -> bool {
    one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom()
}

/// The picture with each pixel that is seen in part mixed with what lies below it.
fn mixed(picture: &Picture, rect: Rect, ground: &Ground<'_>) -> Picture {
    let alpha = picture.alpha.as_deref().unwrap_or_default();
    let mut inks = match picture.inks() {
        Ink::Black(greys) => greys.into_iter().flat_map(|grey| [0, 0, 0, 255 - grey]).collect(),
        Ink::Process(inks) => inks,
    };
    let (width, height) = (picture.width as usize, picture.height as f32);
    for (at, (pixel, seen)) in inks.chunks_exact_mut(4).zip(alpha).enumerate() {
        if *seen == 255 {
            continue;
        }
        // What is not seen becomes its ground too, for a press that makes a picture smaller mixes neighbours.
        let (column, row) = ((at % width) as f32 + 0.5, (at / width) as f32 + 0.5);
        let point = Point::new(rect.x + rect.w * (column / width as f32), rect.y + rect.h * (row / height));
        let Cmyk { c, m, y, k } = ground.at(point);
        for (ink, below) in pixel.iter_mut().zip([c, m, y, k]) {
            let seen = f32::from(*seen) / 255.0;
            *ink = (f32::from(*ink) * seen + f32::from(below) * 2.55 * (1.0 - seen)).round() as u8;
        }
    }
    let is_covering = matches!(ground, Ground::Even(_));
    let seen: Vec<u8> = alpha.iter().map(|seen| if *seen == 0 { 0 } else { 255 }).collect();
    let alpha = (!is_covering && seen.contains(&0)).then(|| seen.into());
    let blank = Picture { alpha, own_inks: None, tones: OnceLock::new(), ..picture.clone() };
    if inks.chunks_exact(4).all(|pixel| pixel[..3] == [0; 3]) {
        let greys: Vec<u8> = inks.chunks_exact(4).map(|pixel| 255 - pixel[3]).collect();
        return Picture { channels: Channels::Gray, samples: Samples::Raw(greys.into()), ..blank };
    }
    Picture { channels: Channels::Rgb, own_inks: Some(inks.into()), ..blank }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::Rgb;
    use crate::geom::{Path, Pt, Size};
    use crate::page::{Artifact, Tag};

    const RED: Paint = Paint::new(Rgb::new(255, 0, 0), Cmyk::new(0, 100, 100, 0));

    fn rect(x: f32, w: f32) -> Rect {
        Rect::new(Pt::new(x), Pt::ZERO, Pt::new(w), Pt::new(10.0))
    }

    fn item(kind: ItemKind) -> PageItem {
        PageItem { tag: Tag::Artifact(Artifact::Layout), kind }
    }

    fn area(rect: Rect, fill: Option<Paint>, line: Option<f32>) -> PageItem {
        let stroke = line.map(|width| Stroke { paint: RED, width: Pt::new(width) });
        item(ItemKind::Path { path: Path::rect(rect), fill, stroke })
    }

    /// A black picture of four pixels, of which the first and the last are clear and the third half seen, behind
    /// these items.
    fn flat(below: Vec<PageItem>) -> Picture {
        let picture = Picture {
            width: 4,
            height: 1,
            channels: Channels::Gray,
            samples: Samples::Raw(vec![0; 4].into()),
            alpha: Some(vec![0, 255, 128, 0].into()),
            own_inks: None,
            tones: OnceLock::new(),
        };
        let mut page = Page::new(Size::new(Pt::new(100.0), Pt::new(100.0)), Pt::ZERO, Pt::ZERO);
        page.items = below;
        page.items.push(item(ItemKind::Picture { picture: PictureId(0), rect: rect(20.0, 40.0) }));
        let document =
            Document { pages: vec![page], pictures: vec![Arc::new(picture)], ..Document::default() };
        let mut flat = flattened(&document).expect("something was clear");
        assert_eq!(flat.pictures.len(), 1);
        Arc::into_inner(flat.pictures.remove(0)).expect("nobody else holds it")
    }

    #[test]
    fn on_one_colour_a_picture_covers_its_ground() {
        let on_paper = flat(Vec::new());
        assert!(matches!(on_paper.samples, Samples::Raw(ref greys) if **greys == [255, 0, 127, 255]));
        assert!(on_paper.alpha.is_none() && on_paper.channels == Channels::Gray);
        let on_red = flat(vec![area(rect(0.0, 100.0), Some(RED), None)]);
        let wanted = [0, 255, 255, 0, 0, 0, 0, 255, 0, 127, 127, 128, 0, 255, 255, 0];
        assert_eq!(on_red.own_inks.as_deref(), Some(&wanted[..]));
        assert!(on_red.alpha.is_none());
    }

    #[test]
    fn on_more_than_one_colour_clear_pixels_are_left_out() {
        // Red lies below the first half only.
        let on_both = flat(vec![area(rect(0.0, 40.0), Some(RED), None)]);
        assert_eq!(on_both.alpha.as_deref(), Some(&[0, 255, 255, 0][..]));
        let inks = on_both.own_inks.expect("red is no grey");
        assert_eq!(inks[..4], [0, 255, 255, 0]);
        assert_eq!(inks[8..], [0, 0, 0, 128, 0, 0, 0, 0]);
    }

    #[test]
    fn a_line_below_a_picture_is_not_covered() {
        let below =
            vec![area(rect(0.0, 100.0), Some(Paint::WHITE), None), area(rect(0.0, 30.0), None, Some(1.0))];
        assert!(flat(below).alpha.is_some());
        let beside = vec![area(rect(0.0, 19.0), None, Some(1.0))];
        assert!(flat(beside).alpha.is_none());
    }

    #[test]
    fn a_document_without_clear_pixels_stays_as_it_is() {
        assert!(flattened(&Document::default()).is_none());
    }
}
