//! Pages by chance: takes a seed, gives a briefing as Word files and dumps of it hold it, and what it truly says.

use crate::dice::Dice;

use super::word::{docx, paragraph, table, text_box};

/// What a page truly says.
#[derive(Clone, Debug)]
pub struct Truth {
    pub title: String,
    pub board: String,
    /// Heading and paragraphs of each section.
    pub sections: Vec<(String, Vec<String>)>,
}

/// How a page is damaged, so that nobody can tell what belongs where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    None,
    /// The number of this section is not written.
    Missing(usize),
    /// This section carries the number of the next one.
    Doubled(usize),
}

const SUBJECTS: [&str; 14] = [
    "A child",
    "The carer",
    "A neighbour",
    "The school",
    "A sibling",
    "The nurse",
    "Nobody",
    "A visitor",
    "The club",
    "A friend",
    "The driver",
    "An aunt",
    "The coach",
    "A parent",
];
const DEEDS: [&str; 14] = [
    "noticed a change",
    "asked for help",
    "wrote a note",
    "waited outside",
    "talked to the lead",
    "kept a diary",
    "moved twice",
    "missed 3 lessons",
    "called on 28 May",
    "said little",
    "left early",
    "told the truth",
    "saw bruises",
    "paid £5 for it",
];
const ENDS: [&str; 8] = [
    "last week",
    "in 2031",
    "at the weekend",
    "every day",
    "before noon",
    "with a friend",
    "in spring",
    "on the bus",
];
const HEADINGS: [&str; 9] = [
    "Information",
    "Information",
    "Information",
    "Background",
    "Why it matters",
    "Questions",
    "What to do",
    "Things to note",
    "Key points - what we know",
];
const TITLES: [&str; 6] = [
    "Private fostering",
    "Neglect",
    "County lines",
    "Hidden harm",
    "Bruises on babies",
    "When a child goes missing",
];

impl Truth {
    /// A briefing of words that nobody wrote.
    pub fn by_chance(dice: &mut Dice) -> Self {
        let sections = (0..7)
            .map(|_| {
                let count = 1 + dice.roll(4);
                let mut body: Vec<String> = (0..count).map(|_| sentence(dice)).collect();
                if dice.roll(3) == 0 {
                    body.push("Ask yourself:".to_owned());
                    body.extend(
                        (0..1 + dice.roll(3)).map(|_| format!("• {}", sentence(dice).trim_end_matches('.'))),
                    );
                }
                (HEADINGS[dice.roll(HEADINGS.len())].to_owned(), body)
            })
            .collect();
        Truth {
            title: TITLES[dice.roll(TITLES.len())].to_owned(),
            board: "Anytown Safeguarding Children Partnership".to_owned(),
            sections,
        }
    }

    fn number(&self, section: usize, damage: Damage) -> Option<usize> {
        match damage {
            Damage::Missing(own) if own == section => None,
            Damage::Doubled(own) if own == section => Some(section % 7 + 1),
            _ => Some(section),
        }
    }

    fn heading(&self, section: usize, style: usize, damage: Damage) -> String {
        let words = &self.sections[section - 1].0;
        match (self.number(section, damage), style) {
            (None, _) => words.clone(),
            (Some(number), 0) => format!("{number}. {words}"),
            (Some(number), 1) => format!("{number}) {words}     "),
            (Some(number), 2) => format!("Minute {number}: {words}"),
            (Some(number), _) => format!("{number} - {words} ="),
        }
    }

    /// The same page as plain text, as boxes come out of Word: texts before or behind their headings.
    pub fn as_dump(&self, dice: &mut Dice, damage: Damage) -> String {
        let (before, style) = (dice.roll(2) == 0, dice.roll(4));
        let order = shuffled(dice, 7);
        let title_at = dice.roll(8);
        let mut text = String::new();
        for (at, section) in order.iter().enumerate() {
            if at == title_at {
                text.push_str(&self.title_lines());
            }
            let heading = format!(" {}  \n", self.heading(section + 1, style, damage));
            let body: String = self.sections[*section].1.iter().map(|line| format!("{line}\n")).collect();
            let gap = "\n".repeat(dice.roll(3));
            let parts = if before { [body, heading, gap] } else { [heading, body, gap] };
            parts.iter().for_each(|part| text.push_str(part));
        }
        if title_at == 7 {
            text.push_str(&self.title_lines());
        }
        text
    }

    fn title_lines(&self) -> String {
        format!("\n\n{}\n{} –\n 7-minute Briefing\n", self.title, self.board)
    }

    /// The same page in text boxes, in one to three columns.
    pub fn as_boxes(&self, dice: &mut Dice, damage: Damage) -> Vec<u8> {
        let columns = 1 + i32::try_from(dice.roll(3)).expect("it is small");
        let (style, twin, alone, joined) =
            (dice.roll(4), dice.roll(2) == 0, dice.roll(4) == 0, dice.roll(4) == 0);
        let mut boxes = vec![text_box(
            &[
                paragraph(&self.title, true),
                paragraph(&format!("{} –", self.board), false),
                paragraph("7-minute Briefing", false),
            ]
            .concat(),
            (10, 10, 190, 26),
            twin,
        )];
        for section in 1..=7_usize {
            let place = i32::try_from(section - 1).expect("it is small");
            let (column, row) = (place % columns, place / columns);
            let (w, h) = (190 / columns - 4, 240 / ((7 + columns - 1) / columns) - 3);
            let (x, y) = (10 + column * (190 / columns), 40 + row * (h + 3));
            let body: String =
                self.sections[section - 1].1.iter().map(|line| paragraph(line, false)).collect();
            let number = self.number(section, damage);
            if joined {
                let heading = paragraph(&self.heading(section, style, damage), true);
                boxes.push(text_box(&format!("{heading}{body}"), (x, y, w, h), twin));
                continue;
            }
            if alone {
                let words = paragraph(&self.sections[section - 1].0, true);
                boxes.push(text_box(&words, (x + 11, y, w - 11, 9), twin));
                boxes.extend(
                    number.map(|number| text_box(&paragraph(&number.to_string(), true), (x, y, 10, 9), twin)),
                );
            } else {
                boxes.push(text_box(
                    &paragraph(&self.heading(section, style, damage), true),
                    (x, y, w, 9),
                    twin,
                ));
            }
            boxes.push(text_box(&body, (x, y + 9, w, h - 9), twin));
        }
        let order = shuffled(dice, boxes.len());
        let body: String = order.iter().map(|at| boxes[*at].as_str()).collect();
        docx(&body, &[])
    }

    /// The same page in a table: heading and text in one cell, beside each other, or in rows below each other.
    pub fn as_table(&self, dice: &mut Dice, damage: Damage) -> Vec<u8> {
        let style = dice.roll(4);
        let heading = |section: usize| paragraph(&self.heading(section, style, damage), true);
        let body = |section: usize| -> String {
            self.sections[section - 1].1.iter().map(|line| paragraph(line, false)).collect()
        };
        let rows: Vec<Vec<String>> = match dice.roll(3) {
            0 => [vec![1, 2], vec![3, 4], vec![5, 6], vec![7]]
                .into_iter()
                .map(|row| row.into_iter().map(|section| heading(section) + &body(section)).collect())
                .collect(),
            1 => (1..=7).map(|section| vec![heading(section), body(section)]).collect(),
            _ => [vec![1, 2], vec![3, 4], vec![5, 6], vec![7]]
                .into_iter()
                .flat_map(|row| {
                    [
                        row.iter().map(|section| heading(*section)).collect(),
                        row.iter().map(|section| body(*section)).collect(),
                    ]
                })
                .collect(),
        };
        let title = [
            paragraph(&self.title, true),
            paragraph(&self.board, false),
            paragraph("7-minute Briefing", false),
        ];
        docx(&(title.concat() + &table(&rows)), &[])
    }
}

fn sentence(dice: &mut Dice) -> String {
    let (subject, deed) = (SUBJECTS[dice.roll(SUBJECTS.len())], DEEDS[dice.roll(DEEDS.len())]);
    format!("{subject} {deed} {}.", ENDS[dice.roll(ENDS.len())])
}

fn shuffled(dice: &mut Dice, count: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    for at in (1..count).rev() {
        order.swap(at, dice.roll(at + 1));
    }
    order
}
