//! Sheet files: what is wrong in one is told with advice.

use briefpress::read;
use briefpress::source::Sources;

#[test]
fn a_sheet_that_cannot_be_cut_is_refused_with_advice() {
    let good = include_str!("../../layouts/sheets/avery-c32011.yaml");
    let check = |from: &str, to: &str, message: &str| {
        let text = good.replace(from, to);
        assert_ne!(text, good, "{from} is in the file");
        let (sheet, messages) = read::sheet(&mut Sources::default(), "mine.yaml", text.as_bytes());
        assert!(sheet.is_none(), "{to}");
        let found = messages.iter().find(|found| found.message.contains(message));
        assert!(found.is_some_and(|found| !found.hints.is_empty()), "{to}: {messages:#?}");
    };
    check("pitch: 95mm", "pitch: 80mm", "on top of each other");
    check("rows: 5", "rows: 6", "over the edge of the paper");
    check("columns: 2", "colums: 2", "no key `colums`");
    check("left: 15mm", "left: 15", "`left` cannot be `15`");
    check("bleed: 2mm", "order: booklet", "two pages on each side");
}
