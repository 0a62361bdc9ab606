//! Logos: their size, their plate, and whether they are in a file at all.

use std::sync::{Arc, OnceLock};

use briefpress::check::{self, Printed};
use briefpress::color::{Paint, Rgb};
use briefpress::diag::Code;
use briefpress::geom::Rect;
use briefpress::icc;
use briefpress::image::{Channels, Picture, Samples};
use briefpress::layout::Layout;
use briefpress::model::Briefing;
use briefpress::page::{Document, ItemKind};
use briefpress::style::{Swatch, Theme};
use briefpress::typeset::{Material, Store, typeset};

use super::{EXAMPLE, Shop, briefing, layout, read_layout};

/// A logo of one grey with clear corners.
fn logo(width: u32, height: u32, grey: u8) -> Arc<Picture> {
    let count = (width * height) as usize;
    let rim = |at: usize| {
        let (x, y) = (at as u32 % width, at as u32 / width);
        x == 0 || y == 0 || x + 1 == width || y + 1 == height
    };
    let alpha: Vec<u8> = (0..count).map(|at| if rim(at) { 0 } else { 255 }).collect();
    let samples = Samples::Raw(vec![grey; count].into());
    let (alpha, tones) = (Some(alpha.into()), OnceLock::new());
    Arc::new(Picture { width, height, channels: Channels::Gray, samples, alpha, own_inks: None, tones })
}

fn example() -> Briefing {
    let with = "short_name: RSCB\n  logo: {file: logo.png, alt: The board}";
    briefing(&EXAMPLE.replace("short_name: RSCB", with))
}

fn set(layout: &Layout, theme: &Theme, logo: &Arc<Picture>) -> Document {
    let (shop, briefing) = (Shop::new(), example());
    let material = Material { briefing: &briefing, layout, theme, fonts: &shop.fonts, logo: Some(logo) };
    let mut store = Store::new(&shop.fonts);
    store.begin(&briefing.language);
    typeset(&material, &mut store).expect("the example fits").document
}

/// Where the logo stands, and the colours of all areas behind it, the last on top.
fn placed(document: &Document) -> (Rect, Vec<Paint>) {
    let items = &document.pages[0].items;
    let at = items.iter().position(|item| item.kind.picture().is_some()).expect("the layout shows it");
    let ItemKind::Picture { rect, .. } = items[at].kind else { panic!("it is a picture") };
    let behind = items[..at].iter().filter_map(|item| match &item.kind {
        ItemKind::Path { path, fill: Some(fill), .. } if path.bounds()?.contains(rect.center()) => {
            Some(*fill)
        }
        _ => None,
    });
    (rect, behind.collect())
}

/// A page with a wide frame for the logo, on a ground.
fn page(size: &str, ground: &str) -> Layout {
    let head = format!("{{name: logo, dock: top, height: 40mm, fill: {ground}, when: logo, logo: on paper}}");
    page_of(size, &head)
}

/// A page of a size with this frame at its head.
fn page_of(size: &str, head: &str) -> Layout {
    read_layout(&format!(
        "document: poster\nsize: {size}\nbody: 12pt to 14pt\nstyles:\n  body: {{size: 1 body}}\n  head: {{size: 15pt}}\n\
         pages:\n  - frames:\n      - {head}\n      - {{name: all, dock: fill, padding: 10mm, sections: {{which: 1-7, \
         heading: head, body: body}}}}\n"
    ))
}

#[test]
fn logos_of_every_shape_look_equally_large() {
    let page = page("210mm x 400mm", "primary");
    let scale = (400.0_f32 / 297.0).sqrt();
    for (width, height) in [(100, 100), (150, 100), (240, 100), (400, 100), (900, 100), (60, 100)] {
        let (rect, _) = placed(&set(&page, &Theme::default(), &logo(width, height, 255)));
        let (w, h) = (rect.w.to_mm() / scale, rect.h.to_mm() / scale);
        assert!((w / h - width as f32 / height as f32).abs() < 0.02, "{width} × {height}: {w} × {h}");
        assert!(w <= 58.1 && h <= 22.1, "{width} × {height}: {w} × {h}");
        // Between the limits of height and width, the area is what eyes compare.
        if (1.0..4.0).contains(&(w / h)) && h > 12.1 && h < 21.9 {
            assert!((470.0..490.0).contains(&(w * h)), "{width} × {height}: {w} × {h}");
        }
    }
}

#[test]
fn a_plate_lies_behind_only_where_the_logo_needs_one() {
    let theme = Theme::default();
    let paint = |swatch| theme.paint(swatch);
    let (white, dark) = (logo(200, 100, 255), logo(200, 100, 20));
    let behind = |ground: &str, logo| placed(&set(&page("A3", ground), &theme, logo)).1;
    assert_eq!(behind("primary", &white), [paint(Swatch::Primary)]);
    assert_eq!(behind("primary", &dark), [paint(Swatch::Primary), paint(Swatch::Paper)]);
    assert_eq!(behind("tint", &dark), [paint(Swatch::Tint)]);
    assert_eq!(behind("tint", &white), [paint(Swatch::Tint), paint(Swatch::Primary)]);
}

#[test]
fn a_logo_that_no_plate_helps_is_told_and_others_are_not() {
    let pale = Paint::new(Rgb::new(0xf0, 0xe8, 0xc0), icc::to_inks(Rgb::new(0xf0, 0xe8, 0xc0)));
    let ink = Paint::new(Rgb::new(0xee, 0xee, 0xe0), icc::to_inks(Rgb::new(0xee, 0xee, 0xe0)));
    let (all_pale, _) = Theme::default().with(&[(Swatch::Primary, pale), (Swatch::Ink, ink)]);
    let white = logo(200, 100, 255);
    for (theme, told) in [(Theme::mono(), true), (all_pale, true), (Theme::default(), false)] {
        let (shop, briefing, layout) = (Shop::new(), example(), layout("poster"));
        let document = set(&layout, &theme, &white);
        let printed = Printed {
            kind: layout.document,
            document: &document,
            faces: &shop.fonts,
            briefing: &briefing,
            theme: &theme,
        };
        let found = check::document(&printed);
        assert_eq!(found.iter().any(|message| message.code == Code::LogoContrast), told, "{found:#?}");
    }
}

#[test]
fn a_picture_that_no_page_shows_is_not_in_the_file_and_one_on_every_slide_is_there_once() {
    let logo = logo(200, 100, 255);
    let pictures = |layout: &Layout| set(layout, &Theme::default(), &logo).pictures.len();
    assert_eq!([pictures(&layout("poster")), pictures(&layout("handout"))], [1, 1]);
    assert_eq!(pictures(&page_of("A3", "{name: head, dock: top, height: 9mm, fill: tint}")), 0);
}
