//! OpenDocument texts: takes pages as LibreOffice writes them, wants seven sections in their order.

use briefpress::import::{Answers, Reason, arrange, read};

use super::chance::lines;
use super::word::{escaped, package};

const SPACES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
const STYLES: &str = "<style:style style:name=\"B\" style:family=\"text\"><style:text-properties fo:font-weight=\"bold\"/></style:style>\
    <style:style style:name=\"H\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>\
    <text:list-style style:name=\"L\"><text:list-level-style-bullet/></text:list-style>\
    <text:list-style style:name=\"N\"><text:list-level-style-number style:num-format=\"1\"/></text:list-style>";

fn odt(body: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content {SPACES}><office:automatic-styles>{STYLES}</office:automatic-styles>\
         <office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    package(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &content)])
}

fn paragraph(words: &str) -> String {
    format!("<text:p>{}</text:p>", escaped(words))
}

fn frame(inner: &str, (x, y, w, h): (i32, i32, i32, i32)) -> String {
    format!(
        "<draw:frame text:anchor-type=\"page\" text:anchor-page-number=\"1\" svg:x=\"{x}mm\" svg:y=\"{y}mm\" \
         svg:width=\"{w}mm\" svg:height=\"{h}mm\"><draw:text-box>{inner}</draw:text-box></draw:frame>"
    )
}

fn title() -> String {
    ["Neglect", "Anytown Safeguarding Children Board", "7-minute Briefing"].map(paragraph).concat()
}

fn bodies(bytes: &[u8]) -> Vec<Vec<String>> {
    let office = read(bytes).unwrap_or_else(|why| panic!("{why:?}"));
    let arranged = arrange(&office, &Answers::default()).unwrap_or_else(|why| panic!("{why:?}"));
    assert!(arranged.questions.is_empty(), "{:?}", arranged.questions);
    assert_eq!(arranged.draft.title.as_deref(), Some("Neglect"));
    arranged.draft.sections.iter().map(|section| lines(&section.body)).collect()
}

fn words(number: usize) -> String {
    format!("Words of section {number}.")
}

#[test]
fn frames_in_any_order_come_in_from_one_to_seven() {
    let mut body = frame(&title(), (10, 5, 190, 20));
    for number in [2_usize, 1, 7, 3, 6, 5, 4] {
        let row = i32::try_from(number).expect("it is small") * 34;
        body += &frame(&paragraph(&words(number)), (10, row + 9, 190, 20));
        body += &frame(&paragraph(&format!("{number}. Information   =")), (10, row, 190, 8));
    }
    let expected: Vec<Vec<String>> = (1..=7).map(|number| vec![words(number)]).collect();
    assert_eq!(bodies(&odt(&body)), expected);
}

#[test]
fn headings_that_the_program_numbers_across_cells_are_counted() {
    let cell = |number: usize| {
        let goes_on = if number > 1 { " text:continue-numbering=\"true\"" } else { "" };
        format!(
            "<table:table-cell><text:list text:style-name=\"N\"{goes_on}><text:list-item><text:p><text:span text:style-name=\"B\">\
             Information</text:span></text:p></text:list-item></text:list>{}<text:list text:style-name=\"L\"><text:list-item>{}\
             </text:list-item></text:list></table:table-cell>",
            paragraph(&words(number)),
            paragraph("An item"),
        )
    };
    let rows: String = [vec![1, 2], vec![3, 4], vec![5, 6], vec![7]]
        .iter()
        .map(|row| {
            format!("<table:table-row>{}</table:table-row>", row.iter().map(|n| cell(*n)).collect::<String>())
        })
        .collect();
    let expected: Vec<Vec<String>> =
        (1..=7).map(|number| vec![words(number), "An item".to_owned()]).collect();
    assert_eq!(bodies(&odt(&format!("{}<table:table>{rows}</table:table>", title()))), expected);
}

#[test]
fn what_is_no_text_of_the_page_is_left_over() {
    let mut body = title();
    for number in 1..=7 {
        body += &paragraph(&format!("{number}. Information"));
        body += &paragraph(&words(number));
    }
    body += "<text:p>A<text:s text:c=\"3\"/>link to <text:a xlink:href=\"https://example.org/x\">the page</text:a>\
             <text:note><text:note-citation/><text:note-body><text:p>A note</text:p></text:note-body></text:note>\
             <text:span text:style-name=\"H\">secret</text:span></text:p>";
    body += "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region>\
             </text:tracked-changes>";
    let office = read(&odt(&body)).expect("an OpenDocument text");
    let mut answers = Answers::default();
    answers.give("changes", "1");
    let arranged = arrange(&office, &answers).unwrap_or_else(|why| panic!("{why:?}"));
    let left = |reason: Reason| {
        arranged.left_over.iter().find(|left| left.reason == reason).map(|left| left.text.as_str())
    };
    assert_eq!(left(Reason::Note), Some("A note"));
    assert_eq!(left(Reason::Hidden), Some("secret"));
    assert_eq!(left(Reason::Deleted), Some("gone"));
    assert_eq!(lines(&arranged.draft.sections[6].body), [words(7), "A link to the page".to_owned()]);
}
