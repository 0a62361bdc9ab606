//! Words: what codes stand for, read back, is what the briefing says.

use std::borrow::Cow;
use std::sync::Arc;

use briefpress::color::Paint;
use briefpress::font::{FontSet, Weight};
use briefpress::geom::{Point, Pt, Size};
use briefpress::page::{Document, Glyph, GlyphRun, ItemKind, Page, PageItem, Role, StructTree, Tag};
use briefpress::pdf::Writer;
use briefpress::pipeline::Workshop;
use briefpress::target::Target;
use briefpress::text::{ParagraphSpec, Piece, Shaper};

use super::reader::File;
use super::{EXAMPLE, made, make};

/// Text without spaces, for lines end where spaces were.
fn packed(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn every_section_reads_as_it_was_written() {
    let products = make(&[Target::Screen]);
    for (product, pages) in products.iter().zip([1, 7]) {
        let file = File::read(&product.bytes);
        let said: String = (0..pages)
            .flat_map(|page| file.pieces(page))
            .filter(|piece| piece.number.is_some())
            .map(|piece| piece.text())
            .collect();
        let said = packed(&said);
        for words in [
            "Sexting is the exchange of sexual messages or self-generated sexual images or videos through a \
             mobile phone network or the internet.",
            "Sexting can leave a child vulnerable to bullying, blackmail, online grooming or abuse.",
            "It’s also a criminal offence to create or share explicit images of a child, even if the person \
             doing it is a child.",
            "Contact the NSPCC Helpline on 0808 800 5000 or by emailing help@nspcc.org.uk.",
        ] {
            assert!(said.contains(&packed(words)), "{}: {words}\n{said}", product.file_name);
        }
    }
}

/// A page with one line of text on it, the file of it, and what its codes stand for from left to right.
fn one_line(files: Vec<(String, Cow<'static, [u8]>)>, text: &str) -> Vec<String> {
    let fonts = Arc::new(FontSet::new(files).expect("fonts"));
    let piece = Piece { text, weight: Weight::REGULAR, tabular: false, key: 0, keep: false };
    let shaped = Shaper::new(&fonts).shape(&ParagraphSpec { pieces: &[piece], language: "en-GB" });
    let lines = shaped.break_lines(f32::INFINITY);
    let mut document = Document::default();
    let elem = document.tags.add(StructTree::ROOT, Role::P);
    let tag = Tag::Content(document.tags.mark(elem));
    let size = Pt::new(20.0);
    let mut page = Page::new(Size { w: Pt::new(400.0), h: Pt::new(100.0) }, Pt::ZERO, Pt::ZERO);
    for run in shaped.line(&lines[0]).runs {
        let start = document.arena.glyphs.len() as u32;
        for glyph in run.glyphs {
            let text = shaped.glyph_text(glyph);
            let (text_start, text_len) = (document.arena.text.len() as u32, text.len() as u16);
            document.arena.text.push_str(text);
            let (id, advance, dx, dy) = (glyph.id, glyph.advance, glyph.dx, glyph.dy);
            document.arena.glyphs.push(Glyph { id, advance, dx, dy, text_start, text_len });
        }
        let origin = Point::new(Pt::new(20.0 + run.x * 0.02), Pt::new(50.0));
        let glyphs = start..document.arena.glyphs.len() as u32;
        let run = GlyphRun { font: run.font, size, origin, paint: Paint::BLACK, glyphs };
        page.items.push(PageItem { tag, kind: ItemKind::Glyphs(run) });
    }
    document.pages.push(page);
    let bytes = Writer::new(fonts).write(&document, &Target::Screen).expect("a sound document");
    File::read(&bytes).pieces(0).into_iter().flat_map(|piece| piece.texts).collect()
}

fn file(name: &str, font: &'static [u8]) -> (String, Cow<'static, [u8]>) {
    (name.to_owned(), Cow::Borrowed(font))
}

#[test]
fn a_ligature_reads_as_all_its_characters() {
    let font = file("PublicSans", include_bytes!("../fixtures/fonts/PublicSans-subset.ttf"));
    assert_eq!(one_line(vec![font], "office"), ["o", "f", "fi", "c", "e"]);
}

#[test]
fn words_from_right_to_left_stand_in_the_order_of_the_eye_with_their_own_characters() {
    let embedded = FontSet::embedded();
    let mut files: Vec<_> =
        embedded.iter().map(|(_, face)| (face.name.clone(), face.data.as_ref().clone())).collect();
    files.push(file("NotoNaskh", include_bytes!("../fixtures/fonts/NotoNaskhArabic-subset.ttf")));
    let said = one_line(files, "say شكرا now");
    // A reader puts the letters of such a run into reading order itself, so no span may do it twice.
    assert_eq!(said.concat(), "say اركش now");
    assert_eq!(said.len(), "say شكرا now".chars().count(), "one code a letter: {said:?}");
}

#[test]
fn characters_beyond_the_base_set_are_in_the_file_too() {
    let text =
        EXAMPLE.replace("Sexting is the exchange", "Naïve façades, 50 % ≤ 3 × £5 — “Łódź”: Sexting is it");
    let product = &made(&Workshop::embedded(), &text, &[Target::Screen])[1];
    let said: String = File::read(&product.bytes).pieces(0).iter().map(|piece| piece.text()).collect();
    assert!(packed(&said).contains(&packed("Naïve façades, 50 % ≤ 3 × £5 — “Łódź”: Sexting")), "{said}");
}
