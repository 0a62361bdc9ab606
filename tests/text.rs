//! Shaping and line breaking, against parley's own breaker and against facts about the faces.

mod rag;

use std::borrow::Cow;

use briefpress::font::{FontSet, Weight};
use briefpress::text::{LineRange, ParagraphSpec, Piece, Shaped, Shaper};

const ROTHERHAM: &str = include_str!("fixtures/rscb-sexting-briefing.txt");

fn piece(text: &str) -> Piece<'_> {
    Piece { text, weight: Weight::REGULAR, tabular: false, key: 0, keep: false }
}

fn shape_pieces(fonts: &FontSet, pieces: &[Piece<'_>]) -> Shaped {
    Shaper::new(fonts).shape(&ParagraphSpec { pieces, language: "en-GB" })
}

fn shape(text: &str) -> Shaped {
    shape_pieces(&FontSet::embedded(), &[piece(text)])
}

fn with_arabic() -> FontSet {
    let latin = FontSet::embedded();
    let arabic = include_bytes!("fixtures/fonts/NotoNaskhArabic-subset.ttf").as_slice();
    let mut files: Vec<_> =
        latin.iter().map(|(_, face)| (face.name.clone(), face.data.as_ref().clone())).collect();
    files.push(("NotoNaskhArabic-subset.ttf".to_owned(), Cow::Borrowed(arabic)));
    FontSet::new(files).expect("all five files are fonts")
}

fn texts<'s>(shaped: &'s Shaped, lines: &[LineRange]) -> Vec<&'s str> {
    lines.iter().map(|line| shaped.text_of(line)).collect()
}

/// Lines at `width` are `expected`, nothing is lost, and no line is wider than it may be.
fn check(text: &str, width: f32, expected: &[&str]) {
    let shaped = shape(text);
    let lines = shaped.break_lines(width);
    assert_eq!(texts(&shaped, &lines), expected, "{text:?} at {width}");
    assert_whole(&shaped, &lines);
    assert!(lines.iter().all(|line| line.width <= width + 0.02), "{text:?} at {width}");
}

/// The lines together say what the text says, glyph by glyph too, and are as many as are counted.
fn assert_whole(shaped: &Shaped, lines: &[LineRange]) {
    assert_eq!(texts(shaped, lines).concat(), shaped.text());
    for range in lines {
        let line = shaped.line(range);
        let mut spans: Vec<(u32, &str)> = line
            .runs
            .iter()
            .flat_map(|run| run.glyphs)
            .map(|glyph| (glyph.text_start, shaped.glyph_text(glyph)))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        spans.sort_unstable();
        let said: String = spans.into_iter().map(|(_, text)| text).collect();
        assert_eq!(said, line.text);
    }
}

fn ems(text: &str) -> f32 {
    shape(text).max_width()
}

/// The lines that parley itself breaks a text into.
fn parley_lines(fonts: &FontSet, text: &str, widths: &[f32]) -> Vec<Vec<String>> {
    use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
    let options = CollectionOptions { shared: false, system_fonts: false };
    let mut collection = Collection::new(options);
    for (_, face) in fonts.iter() {
        collection.register_fonts(Blob::new(std::sync::Arc::new(face.data.as_ref().clone())), None);
    }
    let mut context = parley::FontContext { collection, source_cache: SourceCache::default() };
    let mut layouts = parley::LayoutContext::<()>::new();
    let mut builder = layouts.ranged_builder(&mut context, text, 1.0, false);
    builder.push_default(parley::FontFamily::named("Atkinson Hyperlegible Next"));
    builder.push_default(parley::StyleProperty::FontSize(1000.0));
    let mut layout = builder.build(text);
    let mut all = Vec::new();
    for width in widths {
        layout.break_all_lines(Some(*width));
        all.push(layout.lines().map(|line| text[line.text_range()].to_owned()).collect());
    }
    all
}

#[test]
fn lines_are_those_of_parley_at_every_width() {
    let fonts = FontSet::embedded();
    // A kept number is where the two differ on purpose.
    let paragraphs =
        ROTHERHAM.lines().map(str::trim).filter(|line| !line.is_empty() && !line.contains("0808"));
    let widths: Vec<f32> = (0..60).map(|step| 8_000.5 + 733.0 * step as f32).collect();
    let mut compared = 0;
    for text in paragraphs {
        let shaped = shape(text);
        for (width, expected) in widths.iter().zip(parley_lines(&fonts, text, &widths)) {
            assert_eq!(texts(&shaped, &shaped.break_lines(*width)), expected, "{text:?} at {width}");
            assert_eq!(shaped.count_lines(*width), expected.len());
            compared += 1;
        }
    }
    assert!(compared > 1_500, "{compared}");
}

#[test]
fn shaping_with_other_pieces_changes_no_width_and_no_line() {
    let fonts = FontSet::embedded();
    let text = "Once a message or image has been shared, the sender has no control.";
    let whole = shape(text);
    let keyed = |text, key| Piece { key, ..piece(text) };
    let cut = shape_pieces(&fonts, &[keyed(&text[..19], 1), keyed(&text[19..30], 2), keyed(&text[30..], 3)]);
    assert_eq!(whole.max_width(), cut.max_width());
    assert_eq!(whole.break_lines(9_000.0), cut.break_lines(9_000.0));
    let lines = cut.break_lines(f32::INFINITY);
    let keys: Vec<u16> = cut.line(&lines[0]).runs.iter().map(|run| run.key).collect();
    assert_eq!(keys, [1, 2, 3]);
}

#[test]
fn text_without_characters_has_no_lines() {
    check("", 1_000.0, &[]);
    assert_eq!(shape("").count_lines(1_000.0), 0);
    assert_eq!(shape("").max_width(), 0.0);
    check(" ", 1_000.0, &[" "]);
}

#[test]
fn a_line_end_in_the_text_ends_a_line() {
    check("one\ntwo", 90_000.0, &["one ", "two"]);
    check("one\r\n\ntwo\n", 90_000.0, &["one  ", " ", "two "]);
    check("one\u{2028}two\tthree", 90_000.0, &["one ", "two three"]);
}

#[test]
fn spaces_at_the_end_of_a_line_take_no_room_but_stay_in_the_text() {
    let width = ems("sharing");
    check("sharing   sharing ", width, &["sharing   ", "sharing "]);
    let shaped = shape("sharing   sharing ");
    let lines = shaped.break_lines(width);
    let line = shaped.line(&lines[0]);
    assert_eq!(line.width, width);
    assert_eq!(line.runs[0].glyphs.len(), "sharing   ".len());
}

#[test]
fn numbers_and_addresses_stay_whole() {
    for value in [
        "+44 (0)1582 743885",
        "111 option 2",
        "18001 0808 800 5000",
        "01632 960777 ext. 4410",
        "help@nspcc.org.uk",
        "https://www.ceop.police.uk/Safety-Centre/",
        "iconcope.org/uk",
    ] {
        let text = format!("Telephone {value} now");
        check(&text, ems(value) + 1.0, &["Telephone ", &format!("{value} "), "now"]);
    }
    let pieces = [piece("ask for "), Piece { keep: true, ..piece("your own GP") }, piece(" today")];
    let shaped = shape_pieces(&FontSet::embedded(), &pieces);
    let lines = shaped.break_lines(ems("your own GP"));
    assert_eq!(texts(&shaped, &lines), ["ask for ", "your own GP ", "today"]);
}

#[test]
fn a_number_wider_than_the_line_breaks_between_its_groups() {
    check("18001 0808 800 5000", ems("18001 0808"), &["18001 0808 ", "800 5000"]);
}

#[test]
fn words_held_together_by_spaces_are_not_torn_where_they_are_wider_than_the_line() {
    let text = "neglect\u{a0}and\u{a0}abuse\u{202f}again";
    check(text, ems("neglect\u{a0}and\u{a0}"), &["neglect\u{a0}and\u{a0}", "abuse\u{202f}again"]);
}

#[test]
fn an_address_wider_than_the_line_breaks_at_its_marks_first() {
    let address = "safeguarding-children.partnership_board@southborough.council.gov.uk";
    assert_eq!(address.len(), 67);
    check(
        address,
        ems("safeguarding-children.pa"),
        &["safeguarding-children.", "partnership_board", "@southborough.council.", "gov.uk"],
    );
    for width in (0..40_000).step_by(371) {
        let shaped = shape(address);
        assert_whole(&shaped, &shaped.break_lines(width as f32));
    }
}

#[test]
fn a_word_wider_than_the_line_breaks_anywhere_and_gains_no_hyphen() {
    let width = ems("mmmm");
    check("mmmmmmmmmm and", width, &["mmmm", "mmmm", "mm ", "and"]);
    check("soft\u{ad}hyphen", ems("softhyphe"), &["soft\u{ad}hyphe", "n"]);
}

#[test]
fn any_width_gives_lines_and_loses_nothing() {
    let shaped = shape("A fine office: 0808 800 5000 or help@nspcc.org.uk.");
    for width in [f32::NEG_INFINITY, -1.0, 0.0, 0.001, 1e30, f32::INFINITY, f32::NAN] {
        assert_whole(&shaped, &shaped.break_lines(width));
        assert_whole(&shaped, &shaped.balanced(width));
        assert_eq!(shaped.count_lines(width), shaped.break_lines(width).len());
    }
}

#[test]
fn a_word_of_ten_thousand_characters_is_one_more_word() {
    let long = "x".repeat(10_000);
    let shaped = shape(&long);
    let per_line = 20;
    // Kerning with the letter that goes to the next line counts, as it does in parley.
    let lines = shaped.break_lines(ems(&long[..=per_line]) - 1.0);
    assert_eq!(lines.len(), long.len() / per_line);
    assert_whole(&shaped, &lines);
    let marks = "a/".repeat(5_000);
    assert_eq!(shape(&marks).count_lines(0.0), 10_000);
}

#[test]
fn balanced_lines_are_as_many_but_of_similar_length() {
    let check = |text: &str, width: f32, expected: &[&str]| {
        let shaped = shape(text);
        assert_eq!(texts(&shaped, &shaped.balanced(width)), expected);
        assert_eq!(shaped.count_lines(width), expected.len());
    };
    let greedy = ems("Worried about a child or");
    check("Worried about a child or young person", greedy, &["Worried about a child ", "or young person"]);
    check("Sexting", ems("Sexti"), &["Sexti", "ng"]);
    check("Sexting", 90_000.0, &["Sexting"]);
    check("If a child speaks up", 90_000.0, &["If a child speaks up"]);
}

#[test]
fn a_ligature_stands_for_all_its_characters() {
    // Our own face has no ligatures; Public Sans joins f and i.
    let bytes = include_bytes!("fixtures/fonts/PublicSans-subset.ttf").as_slice();
    let fonts = FontSet::new([("PublicSans-subset.ttf".to_owned(), Cow::Borrowed(bytes))]).expect("a font");
    let shaped = shape_pieces(&fonts, &[piece("office")]);
    let lines = shaped.break_lines(f32::INFINITY);
    let line = shaped.line(&lines[0]);
    let said: Vec<&str> = line.runs[0].glyphs.iter().map(|glyph| shaped.glyph_text(glyph)).collect();
    assert_eq!(said, ["o", "f", "fi", "c", "e"]);
    // Nor is it torn apart where every character stands on a line of its own.
    assert_eq!(texts(&shaped, &shaped.break_lines(0.0)), said);
}

#[test]
fn tabular_figures_are_equally_wide() {
    let fonts = FontSet::embedded();
    let width = |text, tabular| shape_pieces(&fonts, &[Piece { tabular, ..piece(text) }]).max_width();
    assert_eq!(width("1111", true), width("0000", true));
    assert_ne!(width("1111", false), width("0000", false));
}

#[test]
fn weights_get_faces_of_their_own() {
    let fonts = FontSet::embedded();
    let bold = Piece { weight: Weight::BOLD, key: 1, ..piece("never") };
    let shaped = shape_pieces(&fonts, &[piece("It is "), bold, piece(" your fault.")]);
    let lines = shaped.break_lines(f32::INFINITY);
    let line = shaped.line(&lines[0]);
    let weights: Vec<u16> = line.runs.iter().map(|run| fonts.face(run.font).weight.0).collect();
    assert_eq!(weights, [400, 700, 400]);
    for pair in line.runs.windows(2) {
        assert!((pair[0].x + pair[0].advance - pair[1].x).abs() < 0.01);
    }
}

#[test]
fn covered_text_has_no_missing_glyph() {
    let fonts = FontSet::embedded();
    assert!(briefpress::text::missing(&fonts, ROTHERHAM.trim_end()).next().is_none());
    assert_eq!(shape(ROTHERHAM).missing().count(), 0);
    let accepted = "tab\tline\n nbsp\u{a0}thin\u{2009}narrow\u{202f}ideographic\u{3000}joiner\u{200d}\
                    shy\u{ad}bom\u{feff}vs\u{fe0f}lrm\u{200e}iso\u{2068}x\u{2069}wj\u{2060}zwsp\u{200b}.";
    assert!(briefpress::text::missing(&fonts, accepted).next().is_none());
    assert_eq!(shape(accepted).missing().count(), 0);
    let decomposed = "cafe\u{301} w\u{302}yr";
    assert_eq!(shape(decomposed).missing().count(), 0);
    assert_eq!(shape("aЖ").missing().collect::<Vec<_>>(), [1]);
}

/// The characters of a line from left to right.
fn visual(shaped: &Shaped, range: &LineRange) -> String {
    let line = shaped.line(range);
    line.runs.iter().flat_map(|run| run.glyphs).map(|glyph| shaped.glyph_text(glyph)).collect()
}

#[test]
fn arabic_inside_english_runs_from_right_to_left() {
    let shaped = shape_pieces(&with_arabic(), &[piece("say شكرا now")]);
    let lines = shaped.break_lines(f32::INFINITY);
    assert_eq!(visual(&shaped, &lines[0]), "say اركش now");
    assert!(!shaped.is_rtl());
    assert_eq!(shaped.line(&lines[0]).runs[0].x, 0.0);
    assert_eq!(shaped.missing().count(), 0);
    assert_whole(&shaped, &lines);
}

#[test]
fn english_and_numbers_inside_arabic_run_from_left_to_right() {
    let text = "اتصل على 0800 1111 شكرا";
    let shaped = shape_pieces(&with_arabic(), &[piece(text)]);
    assert!(shaped.is_rtl());
    let lines = shaped.break_lines(f32::INFINITY);
    // A telephone number is dialled from left to right in Arabic too, so its groups keep their order.
    assert_eq!(visual(&shaped, &lines[0]), "اركش 0800\u{a0}1111 ىلع لصتا");
    assert_whole(&shaped, &lines);
}

#[test]
fn spaces_at_the_end_of_an_arabic_line_stand_left_of_it() {
    let shaped = shape_pieces(&with_arabic(), &[piece("مرحبا بالعالم")]);
    let lines = shaped.break_lines(shaped.min_width());
    assert_eq!(lines.len(), 2);
    let line = shaped.line(&lines[0]);
    let advance: f32 = line.runs.iter().map(|run| run.advance).sum();
    assert!((line.runs[0].x + (advance - line.width)).abs() < 0.01);
    assert_whole(&shaped, &lines);
}

#[test]
fn shaped_text_goes_between_threads() {
    let shaped = shape("shared by all three documents");
    let lines = std::thread::scope(|scope| {
        let count = || shaped.count_lines(5_000.0);
        let other = scope.spawn(count);
        (count(), other.join().expect("counting does not panic"))
    });
    assert_eq!(lines.0, lines.1);
}

#[test]
fn spaces_and_stops_take_the_face_of_the_sentence_around_them() {
    let fonts = with_arabic();
    let text = "إذا كنت في خطر";
    let shaped = shape_pieces(&fonts, &[piece(text)]);
    let lines = shaped.break_lines(f32::INFINITY);
    let runs = shaped.line(&lines[0]).runs;
    assert_eq!(
        runs.len(),
        1,
        "a sentence in one script is one run, so that readers keep the order of its words"
    );
    assert_eq!(fonts.face(runs[0].font).family, "Noto Naskh Arabic");
    // A text without letters is set in the primary face, and so is what stands in Latin words.
    for latin in ["116 123", "Call 999."] {
        let shaped = shape_pieces(&fonts, &[piece(latin)]);
        let lines = shaped.break_lines(f32::INFINITY);
        let families: Vec<_> =
            shaped.line(&lines[0]).runs.iter().map(|run| fonts.face(run.font).family.clone()).collect();
        assert!(families.iter().all(|family| family == "Atkinson Hyperlegible Next"), "{latin} {families:?}");
    }
}

#[test]
fn lines_are_higher_for_taller_letters_and_never_for_latin_ones() {
    let latin = shape("ĺ Ů Ŵ Ģ ķ — Łódź, Ŷ (Qg) ĄĘ şţ");
    assert_eq!((latin.tallness(), latin.tall_reach()), (1.0, None));
    let fonts = with_arabic();
    let arabic = shape_pieces(&fonts, &[piece("أُمٌّ لَيْسَ إِي")]);
    let (above, below) = arabic.tall_reach().expect("letters of Naskh reach further than Latin ones");
    // Two lines of this height do not touch, as two lines of Latin letters do not at their own.
    assert!((arabic.tallness() - (above + below) / 1200.0).abs() < 1e-4, "{above} {below}");
    assert!(above > 900.0 && below > 250.0, "{above} {below}");
}

#[test]
fn a_number_in_a_sentence_from_right_to_left_keeps_its_groups_in_order() {
    let fonts = with_arabic();
    for number in ["0808 157 0123", "020 7324 4000", "+44 (0)1582 743885", "111 option 2", "0114-203-7485"] {
        let text = format!("في خطر {number} في خطر");
        let shaped = shape_pieces(&fonts, &[piece(&text)]);
        let lines = shaped.break_lines(f32::INFINITY);
        // The glyphs as they stand, from left to right.
        let runs = shaped.line(&lines[0]).runs;
        let seen: String =
            runs.iter().flat_map(|run| run.glyphs).map(|glyph| shaped.glyph_text(glyph)).collect();
        let whole = number.replace(' ', "\u{a0}");
        assert!(seen.contains(&whole), "{number} is drawn as {seen}");
        assert!(
            shaped.is_rtl() && seen.ends_with("يف"),
            "the words around it run from right to left: {seen}"
        );
    }
}
