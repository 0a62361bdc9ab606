//! Revisions: takes a Word file that briefpress wrote and a colleague edited, gives what each part says now.

use super::arrange::blocks::{Aside, blocks};
use super::clean::{Cleaned, Line, Writer, clean};
use super::office::{HolderKind, LeftOver, Office, Paragraph, Reason, Style};
use super::refusal::Refusal;
use crate::model::{CONTACT_COLUMNS, DraftSection, SECTIONS};

/// What an edited document says.
#[derive(Clone, Debug, Default)]
pub struct Revision {
    /// The line above the title.
    pub label: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// The board.
    pub board: Option<String>,
    /// The seven sections.
    pub sections: [DraftSection; SECTIONS],
    /// The rows of the table of contacts, without its head: each cell with the key that its column stands for.
    pub contacts: Vec<Vec<(&'static str, String)>>,
    /// Remarks in the margin, and other words that are no text of the page.
    pub left_over: Vec<LeftOver>,
}

/// What an edited document says, part by part. Marked changes count as accepted: each is shown and asked anyway.
///
/// # Errors
/// Where its seven headings, or the columns of its table, are not there any more.
pub fn revision(office: &Office) -> Result<Revision, Refusal> {
    let Cleaned { lines, left: signs, .. } = clean(office, Writer::Ourselves);
    let styled = |style: Style| lines.iter().find(|line| line.style == style).map(|line| line.text.clone());
    Ok(Revision {
        label: styled(Style::Label),
        title: styled(Style::Title),
        board: styled(Style::Board),
        sections: sections(&lines)?,
        contacts: contacts(office)?,
        left_over: left_over(office, &lines, signs),
    })
}

/// The text below each heading; the number before a heading says nothing that its place does not.
fn sections(lines: &[Line]) -> Result<[DraftSection; SECTIONS], Refusal> {
    let mut sections: Vec<(String, Vec<&Line>)> = Vec::new();
    for line in lines.iter().filter(|line| matches!(line.kind, HolderKind::Flow | HolderKind::Box)) {
        match (line.style, sections.last_mut()) {
            (Style::Heading, _) => {
                let number = format!("{}. ", sections.len() + 1);
                let words = line.text.strip_prefix(&number).unwrap_or(&line.text);
                sections.push((words.to_owned(), Vec::new()));
            }
            (Style::Text, Some((_, body))) => body.push(line),
            (Style::Text, None) => {
                return Err(Refusal::new(
                    format!("the text «{}» stands above the first heading", line.text),
                    "In Word move it below the heading of its section",
                ));
            }
            (Style::Title | Style::Label | Style::Board, _) => {}
        }
    }
    let drafts: Vec<DraftSection> = sections
        .into_iter()
        .map(|(heading, body)| {
            let body = blocks(&body, false, &mut Aside::default());
            DraftSection { heading: Some(heading), body }
        })
        .collect();
    let empty = drafts.iter().position(|section| section.body.is_empty()).map(|at| at + 1);
    match (<[DraftSection; SECTIONS]>::try_from(drafts), empty) {
        (Ok(sections), None) => Ok(sections),
        (Ok(_), Some(number)) => Err(Refusal::new(
            format!("section {number} has no text any more"),
            "In Word write its text below its heading",
        )),
        (Err(drafts), _) => Err(Refusal::new(
            format!("this document has {} headings, not seven", drafts.len()),
            "In Word give each section its heading back (style Heading 1), 1. to 7., with its text below it",
        )),
    }
}

/// What is no text of the page: what was deleted, remarks in the margin, notes, and the `signs` of items.
fn left_over(office: &Office, lines: &[Line], signs: Vec<LeftOver>) -> Vec<LeftOver> {
    let mut left: Vec<LeftOver> =
        office.left_over.iter().filter(|left| left.reason != Reason::FieldCode).cloned().collect();
    for line in lines {
        let reason = match line.kind {
            HolderKind::Header => Reason::Header,
            HolderKind::Footer => Reason::Footer,
            HolderKind::Notes => Reason::Note,
            HolderKind::Comments => Reason::Comment,
            HolderKind::Flow | HolderKind::Box | HolderKind::Cell => continue,
        };
        left.push(LeftOver { text: line.text.clone(), reason });
    }
    left.extend(signs);
    left
}

/// The rows of the table, cell by cell.
fn contacts(office: &Office) -> Result<Vec<Vec<(&'static str, String)>>, Refusal> {
    let mut rows: Vec<(u32, i32, Vec<String>)> = Vec::new();
    for (at, holder) in
        office.holders.iter().enumerate().filter(|(_, holder)| holder.kind == HolderKind::Cell)
    {
        let words = office.paragraphs.iter().filter(|paragraph| paragraph.holder == at);
        let words: Vec<String> = words.map(Paragraph::text).collect();
        let cell = words.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
        // Rows are told apart by their height in the table, whatever unit that is in.
        let row = holder.place.map_or(0, |place| place.y.get().round() as i32);
        match rows.last_mut().filter(|(sheet, own, _)| (*sheet, *own) == (holder.sheet, row)) {
            Some((.., cells)) => cells.push(cell),
            None => rows.push((holder.sheet, row, vec![cell])),
        }
    }
    let mut rows = rows.into_iter().map(|(.., cells)| cells);
    let Some(head) = rows.next() else { return Ok(Vec::new()) };
    let keys = head.iter().map(|cell| key(cell)).collect::<Result<Vec<_>, _>>()?;
    if keys.first() != Some(&"name") {
        return Err(unknown_column(head.first().map_or("", String::as_str)));
    }
    let rows = rows.map(|cells| {
        if cells.len() == keys.len() {
            return Ok(keys.iter().copied().zip(cells).collect());
        }
        Err(Refusal::new(
            format!("the table of contacts has a row of {} cells, not {}", cells.len(), keys.len()),
            "In Word give each row as many cells as the first row has, or change contacts in the briefing itself",
        ))
    });
    rows.collect()
}

/// The key of a column, by the name that stands above it.
fn key(cell: &str) -> Result<&'static str, Refusal> {
    let named = |(_, name, _): &&(&'static str, &str, bool)| name.eq_ignore_ascii_case(cell);
    CONTACT_COLUMNS.iter().find(named).map(|(key, ..)| *key).ok_or_else(|| unknown_column(cell))
}

fn unknown_column(cell: &str) -> Refusal {
    let names: Vec<&str> = CONTACT_COLUMNS.iter().map(|(_, name, _)| *name).collect();
    Refusal::new(
        format!("the table of contacts has a column called «{cell}», which is none of its own"),
        format!("In Word call each column by one of these names again, Contact first: {}", names.join(", ")),
    )
}
