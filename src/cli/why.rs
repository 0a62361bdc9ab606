//! `check --why`: takes why pages are as they are, gives it in words for the people who wrote what stands on them.

use briefpress::batch::{DocumentWhy, Job, PageWhy, printable};

/// What is told of one briefing.
pub(super) fn words(job: &Job, documents: &[DocumentWhy]) -> String {
    let mut text = format!("{}: why its pages are as they are\n", printable(&job.briefing));
    if let Some(board) = &job.board {
        text =
            format!("{} for {}: why its pages are as they are\n", printable(&job.briefing), printable(board));
    }
    if documents.is_empty() {
        text.push_str("  no document could be set; the messages say why\n");
    }
    for DocumentWhy { document, pages } in documents {
        for (page, number) in pages.iter().zip(1..) {
            let name = if pages.len() > 1 { format!("{document}, page {number}") } else { document.clone() };
            text.push_str(&format!("\n  {name}: {}\n", sizes(page)));
            reasons(page).into_iter().for_each(|reason| text.push_str(&format!("    {reason}\n")));
        }
    }
    text + "\n"
}

/// "text 12.4 pt; 999 at 46 pt, 3.7 times the text; other numbers 20.2 pt, 1.6 times".
fn sizes(page: &PageWhy) -> String {
    let times = |size: f32| page.body.map(|body| format!(", {:.1} times the text", size / body));
    let number = |words: String, size: f32| words + &times(size).unwrap_or_default();
    let body = page.body.map(|body| format!("text {} pt", short(body)));
    let alarm =
        page.alarm.as_ref().map(|(text, size)| number(format!("{text} at {} pt", short(*size)), *size));
    let others = page.numbers.map(|size| number(format!("other numbers {} pt", short(size)), size));
    let all: Vec<String> = [body, alarm, others].into_iter().flatten().collect();
    if all.is_empty() { "no running text and no numbers".to_owned() } else { all.join("; ") }
}

fn reasons(page: &PageWhy) -> Vec<String> {
    let mut said = Vec::new();
    if page.ways > 1 && !page.arrangement.is_empty() {
        said.push(format!("arrangement \"{}\", the best of {} for these words", page.arrangement, page.ways));
    }
    if page.ways > 1 || page.total() > 0.0 {
        said.push(format!(
            "badness {}, counted in tenths of a point of text; 0 would be perfect",
            short(page.total())
        ));
    }
    said.extend(TERMS.iter().filter_map(|(name, words)| {
        let term = page.badness.get(*name).filter(|term| **term >= SEEN)?;
        Some(format!("  {:>5}  {}", format!("{term:.1}"), words(page)))
    }));
    if let Some(keep) = page.keep {
        said.push(format!(
            "gave way: the page is so full that numbers stand at {:.0} in 100 of their smallest size",
            keep * 100.0
        ));
    }
    said.extend(grown(page));
    said
}

/// "room that was left went to white space in full, and in part to the title (50 in 100)".
fn grown(page: &PageWhy) -> Option<String> {
    let is_there = |token: &str| match token {
        "alarm" => page.alarm.is_some(),
        "value" => page.numbers.is_some(),
        _ => true,
    };
    let grown = GROWN.iter().filter(|(token, _)| is_there(token));
    let grown: Vec<_> = grown.filter_map(|(token, words)| Some((*words, *page.grown.get(*token)?))).collect();
    let full: Vec<_> = grown.iter().filter(|(_, share)| *share >= 1.0).map(|(words, _)| *words).collect();
    let partly = grown.iter().filter(|(_, share)| *share < 1.0);
    let partly: Vec<String> =
        partly.map(|(words, share)| format!("{words} ({:.0} in 100)", share * 100.0)).collect();
    let part = partly.join(", ");
    match (full.is_empty(), partly.is_empty()) {
        (true, true) => None,
        (false, true) => Some(format!("room that was left went to {}, in full", full.join(", "))),
        (true, false) => Some(format!("room that was left went in part to {part}")),
        (false, false) => {
            Some(format!("room that was left went to {}, in full, and in part to {part}", full.join(", ")))
        }
    }
}

/// A term that is smaller is not told.
const SEEN: f32 = 0.05;

type Words = fn(&PageWhy) -> String;

/// The terms of badness, by name, in words.
const TERMS: [(&str, Words); 5] = [
    ("arrangement", |_| "this arrangement is not the layout's first choice".to_owned()),
    ("breaks", |_| "a section or a list goes on in the next column".to_owned()),
    ("uneven", |page| {
        format!("columns ended {} pt apart before the room was given away", short(page.seen.0))
    }),
    ("bare", |page| match page.seen.1 * 100.0 {
        little if little < 1.0 => "a little of the page was bare beside panels".to_owned(),
        share => format!("{share:.0} in 100 of the page were bare beside panels"),
    }),
    ("numbers", |_| "numbers are smaller than they should be".to_owned()),
];

/// What room is given to, by the word of layout files, in words.
const GROWN: [(&str, &str); 8] = [
    ("air", "white space"),
    ("gap", "space between sections"),
    ("alarm", "the number for immediate danger"),
    ("value", "other numbers"),
    ("title", "the title"),
    ("leading", "space between lines"),
    ("lead", "the words of what to do"),
    ("dial", "the dial"),
];

/// A size without decimals that say nothing.
pub(super) fn short(size: f32) -> String {
    format!("{size:.1}").trim_end_matches(".0").to_owned()
}

/// Behind the line of a file: "999 at 54 pt", and whether numbers had to give way.
pub(super) fn of_file(pages: &[PageWhy]) -> String {
    let alarms = pages.iter().filter_map(|page| page.alarm.as_ref());
    let smallest = alarms.min_by(|(_, one), (_, other)| one.total_cmp(other));
    let alarm = smallest.map(|(text, size)| format!("; {text} at {} pt", short(*size)));
    let gave_way = pages.iter().any(|page| page.keep.is_some());
    alarm.unwrap_or_default() + if gave_way { "; numbers gave way, for the page is full" } else { "" }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn page() -> PageWhy {
        PageWhy {
            arrangement: "strip".to_owned(),
            ways: 6,
            body: Some(12.0),
            alarm: Some(("999".to_owned(), 54.0)),
            numbers: Some(19.8),
            keep: Some(0.85),
            grown: [("air", 1.0), ("gap", 0.5)].map(|(token, share)| (token.to_owned(), share)).into(),
            badness: BTreeMap::from([("numbers".to_owned(), 12.0), ("uneven".to_owned(), 2.4)]),
            seen: (30.0, 0.0),
        }
    }

    #[test]
    fn a_page_is_told_with_its_numbers() {
        assert_eq!(
            sizes(&page()),
            "text 12 pt; 999 at 54 pt, 4.5 times the text; other numbers 19.8 pt, 1.6 times the text"
        );
        assert_eq!(
            reasons(&page()),
            [
                "arrangement \"strip\", the best of 6 for these words",
                "badness 14.4, counted in tenths of a point of text; 0 would be perfect",
                "    2.4  columns ended 30 pt apart before the room was given away",
                "   12.0  numbers are smaller than they should be",
                "gave way: the page is so full that numbers stand at 85 in 100 of their smallest size",
                "room that was left went to white space, in full, and in part to space between sections (50 in 100)",
            ]
        );
        let plain = PageWhy { ways: 1, body: Some(31.5), ..PageWhy::default() };
        assert_eq!((sizes(&plain), reasons(&plain)), ("text 31.5 pt".to_owned(), Vec::new()));
    }

    #[test]
    fn the_line_of_a_file_says_how_large_the_number_is() {
        assert_eq!(of_file(&[page()]), "; 999 at 54 pt; numbers gave way, for the page is full");
        assert_eq!(of_file(&[PageWhy { keep: None, ..page() }]), "; 999 at 54 pt");
        assert_eq!(of_file(&[]), "");
    }
}
