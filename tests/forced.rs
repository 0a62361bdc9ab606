//! Forced line ends: two spaces or a backslash at the end of a line of a body end it on every page and in every form.

use briefpress::edit;
use briefpress::font::FontSet;
use briefpress::model::{Block, Briefing};
use briefpress::pipeline::Twin;
use briefpress::read;
use briefpress::source::Sources;
use briefpress::style::Theme;
use briefpress::text::{ParagraphSpec, Piece, Shaper};
use briefpress::twin::Edition;

const BASE: &str = include_str!("suite/check/clean.yaml");
const BODY: &str = "    body: They may be in danger. Act at once.\n";

/// The base briefing with another body in its second section.
fn with(body: &str) -> Briefing {
    let lines: String = body.lines().map(|line| format!("      {line}\n")).collect();
    let yaml = BASE.replace(BODY, &format!("    body: |\n{lines}"));
    let (briefing, messages) = read::briefing(&mut Sources::default(), "b.yaml", yaml.as_bytes(), None);
    briefing.unwrap_or_else(|| panic!("{messages:#?}"))
}

/// The words of the second section, each run in its own brackets.
fn runs(briefing: &Briefing) -> Vec<String> {
    let mut runs = Vec::new();
    for block in &briefing.sections[1].body {
        block.for_each_inline(&mut |inline| runs.extend(inline.iter().map(|run| run.text.clone())));
    }
    runs
}

fn written(briefing: &Briefing, twin: Twin) -> String {
    twin.write(&Edition { briefing, theme: &Theme::default(), logo: None, today: None, beside: &[] })
}

#[test]
fn both_ways_to_end_a_line_make_one_paragraph_of_two_lines() {
    for body in ["Vale House  \n12 High Street", "Vale House\\\n12 High Street"] {
        let briefing = with(body);
        assert_eq!(briefing.sections[1].body.len(), 1);
        assert_eq!(runs(&briefing), ["Vale House", "\n", "12 High Street"]);
        assert_eq!(edit::body(&briefing.sections[1].body), "Vale House\\\n12 High Street");
    }
}

#[test]
fn an_item_has_lines_too_and_what_is_written_is_read_back() {
    for body in [
        "- Vale House\\\n  **12 High**\\\n  Street\n- Next",
        "1. **One\\\n   two** three",
        "a\\\n\\- b\\\n1\\. c",
    ] {
        let briefing = with(body);
        assert_eq!(edit::body(&briefing.sections[1].body), body);
        assert_eq!(runs(&with(&edit::body(&briefing.sections[1].body))), runs(&briefing));
    }
    let items = with("- Vale House\\\n  12 High Street");
    let Block::List { items, .. } = &items.sections[1].body[0] else { panic!("it is a list") };
    assert_eq!(items[0].blocks.len(), 1);
}

#[test]
fn the_web_page_and_the_plain_text_end_the_line_there() {
    let briefing = with("- Vale House\\\n  12 High Street");
    let page = written(&briefing, Twin::Web);
    assert!(page.contains("<li>Vale House<br>\n12 High Street</li>"), "{page}");
    let text = written(&briefing, Twin::Text);
    assert!(text.contains("\n- Vale House\n  12 High Street\n"), "{text}");
}

#[test]
fn a_forced_line_is_a_line_at_every_width_and_a_wider_column_never_makes_more() {
    let mut shaper = Shaper::new(&FontSet::embedded());
    let text = "Vale House\n12 High Street, behind the library\nNorthmere";
    let piece =
        Piece { text, weight: briefpress::font::Weight::REGULAR, tabular: false, key: 0, keep: false };
    let shaped = shaper.shape(&ParagraphSpec { pieces: &[piece], language: "en-GB" });
    let mut before = usize::MAX;
    for width in (0_u16..400).map(|step| 4_000.0 + f32::from(step) * 100.0) {
        let lines = shaped.count_lines(width);
        assert!(lines <= before && lines >= 3, "{lines} lines at {width}, {before} before");
        assert_eq!(shaped.even(width).len(), lines);
        let thinned = briefpress::text::lines_of_words(shaped.word_widths().into_iter(), width);
        assert!((3..=lines + 1).contains(&thinned), "{thinned} and {lines} at {width}");
        before = lines;
    }
    assert_eq!(before, 3);
}
