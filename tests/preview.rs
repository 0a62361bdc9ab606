//! Previews: pages of the example as pictures, looked at pixel by pixel where letters, pictures and forms should be.

use std::sync::Arc;

use briefpress::color::Rgb;
use briefpress::font::FontSet;
use briefpress::geom::{Point, Pt, Rect};
use briefpress::image::Picture;
use briefpress::impose::{Imposition, impose};
use briefpress::page::{Document, ItemKind, PictureId};
use briefpress::pipeline::{EMBEDDED_LAYOUTS, EMBEDDED_SHEETS};
use briefpress::preview::{RasterError, png, rgba, svg};
use briefpress::read;
use briefpress::source::Sources;
use briefpress::style::Theme;
use briefpress::typeset::{Material, Store, typeset};

const EXAMPLE: &str = include_str!("../content/sexting.yaml");

/// Twice as many pixels as points.
const DOTS: f32 = 144.0;

/// Pixels of a page.
struct Pixels {
    width: usize,
    height: usize,
    rgba: Vec<u8>,
}

impl Pixels {
    fn of(document: &Document, page: usize) -> Self {
        let (width, height, rgba) =
            rgba(&svg(document, page, &FontSet::embedded()), DOTS).expect("it is a page");
        Pixels { width: width as usize, height: height as usize, rgba }
    }

    /// The colour nearest to a point of the page.
    fn at(&self, point: Point) -> Rgb {
        let place = |length: Pt, most: usize| ((length.get() * DOTS / 72.0) as usize).min(most - 1);
        let (x, y) = (place(point.x, self.width), place(point.y, self.height));
        let pixel = &self.rgba[(y * self.width + x) * 4..][..4];
        assert_eq!(pixel[3], 255, "a page is not transparent");
        Rgb::new(pixel[0], pixel[1], pixel[2])
    }

    /// How many pixels of an area are nearly of a colour.
    fn count(&self, area: Rect, colour: Rgb) -> usize {
        let steps = |length: Pt| (length.get() * DOTS / 72.0) as usize;
        let points = (0..steps(area.h)).flat_map(|y| (0..steps(area.w)).map(move |x| (x, y)));
        let pixel = |at: usize| Pt::new((at as f32 + 0.5) * 72.0 / DOTS);
        points
            .filter(|(x, y)| near(self.at(Point::new(area.x + pixel(*x), area.y + pixel(*y))), colour))
            .count()
    }
}

fn near(one: Rgb, other: Rgb) -> bool {
    [(one.r, other.r), (one.g, other.g), (one.b, other.b)].iter().all(|(a, b)| a.abs_diff(*b) <= 8)
}

fn document(layout: &str, logo: Option<&Arc<Picture>>) -> Document {
    let mut sources = Sources::default();
    let text = match logo {
        Some(_) => EXAMPLE.replace("board:\n", "board:\n  logo: { file: logo.png, alt: The board }\n"),
        None => EXAMPLE.to_owned(),
    };
    let (briefing, messages) = read::briefing(&mut sources, "briefing.yaml", text.as_bytes(), None);
    let briefing = briefing.unwrap_or_else(|| panic!("{messages:#?}"));
    let file = format!("{layout}.yaml");
    let (_, text) = EMBEDDED_LAYOUTS.iter().find(|(name, _)| *name == file).expect("it is embedded");
    let layout = read::layout(&mut sources, &file, text.as_bytes()).0.expect("it is sound");
    let (fonts, theme) = (FontSet::embedded(), Theme::default());
    let mut store = Store::new(&fonts);
    store.begin(&briefing.language);
    let material = Material { briefing: &briefing, layout: &layout, theme: &theme, fonts: &fonts, logo };
    typeset(&material, &mut store).unwrap_or_else(|misfits| panic!("{misfits:?}")).document
}

#[test]
fn every_run_of_letters_leaves_its_ink() {
    for layout in ["poster", "handout", "card"] {
        let document = document(layout, None);
        for (number, page) in document.pages.iter().enumerate() {
            let pixels = Pixels::of(&document, number);
            for item in &page.items {
                let ItemKind::Glyphs(run) = &item.kind else { continue };
                let glyphs = document.arena.glyphs(run);
                let text: String = glyphs.iter().map(|glyph| document.arena.text(glyph)).collect();
                let width: f32 = glyphs.iter().map(|glyph| glyph.advance / 1000.0).sum();
                let above = run.size * 0.75;
                let area = Rect::new(run.origin.x, run.origin.y - above, run.size * width, above);
                let inked = pixels.count(area, run.paint.screen);
                // Dots and hyphens are small; at small sizes few pixels lie wholly inside a stem.
                let least = usize::from(text.chars().any(char::is_alphanumeric)) * text.chars().count();
                assert!(inked >= least, "{layout} {}: {inked} pixels of {text:?}", number + 1);
            }
        }
    }
}

#[test]
fn a_picture_is_shown_as_it_is() {
    let green = Rgb::new(10, 200, 60);
    let pixel = [green.r, green.g, green.b];
    let mut file = Vec::new();
    image::RgbImage::from_fn(40, 30, |_, _| image::Rgb(pixel))
        .write_to(&mut std::io::Cursor::new(&mut file), image::ImageFormat::Png)
        .expect("it is written to memory");
    let logo = Arc::new(Picture::decode(&file).expect("it was just made"));
    let document = document("poster", Some(&logo));
    let places = document.pages[0].items.iter().filter_map(|item| match item.kind {
        ItemKind::Picture { picture: PictureId(0), rect } => Some(rect),
        _ => None,
    });
    let places: Vec<Rect> = places.collect();
    assert_eq!(places.len(), 1);
    let pixels = Pixels::of(&document, 0);
    let middle = places[0].center();
    assert!(near(pixels.at(middle), green), "{:?}", pixels.at(middle));
}

#[test]
fn a_sheet_shows_the_same_card_in_every_cell() {
    let (file, text) =
        EMBEDDED_SHEETS.iter().find(|(file, _)| *file == "a4-3x3.yaml").expect("it is embedded");
    let sheet = read::sheet(&mut Sources::default(), file, text.as_bytes()).0.expect("it is sound");
    let offset = Point::default();
    let imposition = Imposition { sheet, flip: None, offset, offset_back: None, start_at: 1 };
    let made = impose(&document("card", None), &imposition);
    let pixels = Pixels::of(&made, 0);
    let background = Rgb::new(15, 76, 92);
    let inked: Vec<usize> =
        made.pages[0].placed.iter().map(|one| pixels.count(one.clip, background)).collect();
    assert_eq!(inked.len(), 9);
    let (least, most) =
        (inked.iter().min().expect("there are nine"), inked.iter().max().expect("there are nine"));
    assert!(*least > 1_000 && most - least < least / 20, "{inked:?}");
}

#[test]
fn a_picture_is_the_same_each_time_and_small() {
    let (faces, document) = (FontSet::embedded(), document("poster", None));
    let page = svg(&document, 0, &faces);
    assert_eq!(page, svg(&document, 0, &faces));
    assert!(page.len() < 160_000, "{} bytes", page.len());
    assert_eq!(svg(&document, 1, &faces), "", "there is one page");
    assert_eq!(png(&page, 96.0), png(&page, 96.0));
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    let page = svg(&document("poster", None), 0, &FontSet::embedded());
    let refused = rgba(&page, 2_000.0).expect_err("it would have 387 million pixels");
    assert_eq!(
        refused.to_string(),
        "the picture would have 16536 x 23386 pixels, and 100 million are the most"
    );
    assert!(matches!(rgba("<svg", 72.0), Err(RasterError::Broken(_))));
}
