//! Page sizes: posters on other paper and cards of other sizes, read back from their files.

use briefpress::geom::{Paper as PaperSize, Pt, Size};
use briefpress::layout::Layout;
use briefpress::pipeline::{DocumentKind, EMBEDDED_LAYOUTS, Product, Sizes, Wanted};
use briefpress::read;
use briefpress::source::Sources;
use briefpress::target::Target;

use super::paper::Paper;
use super::{Outcome, build, options, wanted};

fn layout(kind: DocumentKind) -> Layout {
    let texts = EMBEDDED_LAYOUTS.iter().filter(|(name, _)| name.starts_with(kind.as_str()));
    let mut layouts =
        texts.filter_map(|(name, text)| read::layout(&mut Sources::default(), name, text.as_bytes()).0);
    layouts.next().expect("an embedded layout is sound")
}

fn built(kind: DocumentKind, sizes: Sizes) -> Outcome {
    let mut options = options(Vec::new(), &[Target::Screen]);
    (options.documents, options.sizes) = (vec![kind], sizes);
    build(&options)
}

fn only(mut outcome: Outcome) -> Product {
    assert_eq!(outcome.products.len(), 1, "{:#?}", outcome.diagnostics);
    outcome.products.remove(0)
}

fn is(product: &Product, width: f32, height: f32) -> bool {
    Paper::read(&product.bytes)
        .sheets
        .iter()
        .all(|page| (page.media.0 - width).abs() < 0.1 && (page.media.1 - height).abs() < 0.1)
}

#[test]
fn a_poster_on_a3_is_larger_and_holds_more_words() {
    let sizes = |paper| Sizes { poster: Some(paper), card: None };
    let a4 = only(built(DocumentKind::Poster, sizes(PaperSize::A4)));
    let a3 = only(built(DocumentKind::Poster, sizes(PaperSize::A3)));
    assert!(is(&a4, 210.0, 297.0) && is(&a3, 297.0, 420.0));
    let body = a3.body.0.get();
    assert!(body >= 14.0 && body > a4.body.0.get() * 1.3, "{body} pt");
    assert!(a3.room > a4.room + 50, "room for {} words at 14 pt", a3.room);
}

#[test]
fn type_floors_follow_the_paper_and_lengths_the_width() {
    let a4 = layout(DocumentKind::Poster);
    let a3 = a4.on_paper(PaperSize::A3);
    assert_eq!((a3.body.min, a3.size), (Pt::new(14.0), PaperSize::A3.size()));
    assert!((a3.body.max.get() - a4.body.max.get() * 297.0 / 210.0).abs() < 0.01);
    let (small, large) = (
        a4.masters[0].arrangements[0].grid.expect("two columns"),
        a3.masters[0].arrangements[0].grid.expect("two columns"),
    );
    assert!((large.gutter / small.gutter - 297.0 / 210.0).abs() < 1e-4);
    assert_eq!((a3.bleed, a3.safe), (a4.bleed, a4.safe), "a knife is no less exact on A3");
    let back = a3.on_paper(PaperSize::A4);
    assert_eq!(back.body.min, Pt::new(12.0));
    assert!(
        (back.masters[0].arrangements[0].grid.expect("two columns").gutter - small.gutter).abs()
            < Pt::new(1e-3)
    );
    let letter = a4.on_paper(PaperSize::Letter);
    assert_eq!((letter.size, letter.body), (PaperSize::Letter.size(), a4.body));
    assert_eq!((&letter.styles, &letter.masters), (&a4.styles, &a4.masters), "the same type on another page");
}

#[test]
fn a_card_is_set_anew_at_the_size_that_is_asked_for() {
    for (w, h) in [(85.0, 55.0), (85.0, 54.0), (85.6, 53.98)] {
        let card = Some(Size::new(Pt::mm(w), Pt::mm(h)));
        let card = only(built(DocumentKind::Card, Sizes { poster: None, card }));
        assert!(is(&card, w, h), "{w} x {h}");
    }
}

/// Paper that is cut already decides; paper to be cut follows the card.
#[test]
fn cells_and_cards_have_one_size() {
    for (name, asked, expected) in [
        ("avery-c32011", None, (85.0, 54.0)),
        ("avery-c32011", Some((85.6, 53.98)), (85.0, 54.0)),
        ("a4-2x5", None, (85.0, 55.0)),
        ("a4-2x5", Some((85.6, 53.98)), (85.6, 53.98)),
        ("sra3-3x7", Some((85.0, 54.0)), (85.0, 54.0)),
    ] {
        let mut options = options(vec![wanted(name, None)], &[Target::Screen]);
        options.sizes.card = asked.map(|(w, h)| Size::new(Pt::mm(w), Pt::mm(h)));
        let paper = Paper::read(&only(build(&options)).bytes);
        let sheet = &paper.sheets[0];
        let area = sheet.placed[0].area;
        let off = (area.w - expected.0).abs().max((area.h - expected.1).abs());
        assert!(off < 0.01, "{name} {asked:?}: {area:?}");
        let last = sheet.placed.last().expect("many cards").area;
        let middle = (area.x + last.right()) / 2.0 - sheet.media.0 / 2.0;
        assert!(middle.abs() < 0.1, "{name} {asked:?}: the cards stand in the middle");
    }
}

/// The card by itself may fit where that of a sheet does not.
#[test]
fn a_card_that_is_too_long_for_its_sheet_only_names_the_sheet() {
    let words = |count: usize| "word ".repeat(count);
    let fits = |count: usize, wanted: Vec<Wanted>| {
        let body = format!("\ncard:\n  back:\n    title: If a child speaks up\n    body: {}\n", words(count));
        let text = super::EXAMPLE.split("\ncard:").next().expect("the card is last").to_owned() + &body;
        let mut options = options(wanted, &[Target::Screen]);
        options.documents = vec![DocumentKind::Card];
        super::build_text(&text, &options)
    };
    let most = (20..300)
        .step_by(10)
        .rev()
        .find(|count| fits(*count, Vec::new()).products.len() == 1)
        .expect("20 words fit");
    let mut low = wanted("avery-c32011", None);
    low.imposition.sheet.cell.h = Pt::mm(48.0);
    let outcome = fits(most, vec![low]);
    let names: Vec<_> = outcome.products.iter().map(|one| one.file_name.as_str()).collect();
    let hint = "Or take another sheet: the cards of avery-c32011 are 85 x 48 mm";
    let told = outcome.diagnostics.iter().any(|found| found.hints.iter().any(|one| one == hint));
    assert_eq!((names, told), (vec!["card.pdf"], true), "{:#?}", outcome.diagnostics);
}
