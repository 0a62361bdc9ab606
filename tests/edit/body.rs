//! Bodies and values: takes words by chance, writes them, and wants to read the same words back.

use briefpress::edit::{body, briefing, paragraph, scalar};
use briefpress::model::{Block, Draft, DraftContact, DraftSection, Item, Run};
use briefpress::read;
use briefpress::source::Sources;

use crate::dice::Dice;

/// Words and signs that mean something to Markdown or YAML, and some that mean nothing.
const WORDS: [&str; 62] = [
    "a",
    "child",
    "999",
    "0800 1111",
    "*",
    "**",
    "_",
    "__",
    "a_b",
    "#",
    "# x",
    "##",
    "-",
    "--",
    "---",
    "+",
    "=",
    "===",
    ">",
    "|",
    "|-|",
    ":",
    "::",
    ":-",
    "[",
    "]",
    "[x]",
    "[ ]",
    "(",
    ")",
    "[a](b)",
    "![a](b)",
    "<b>",
    "<",
    "</p>",
    "<!--",
    "&amp;",
    "&",
    "&#65;",
    "\\",
    "\\*",
    "`",
    "``",
    "~",
    "~~x~~",
    "1.",
    "2)",
    "10.",
    "null",
    "yes",
    "{a}",
    "%",
    "@x",
    "!tag",
    "'",
    "\"",
    "’s",
    "é",
    "Ŵy",
    "www.nspcc.org.uk",
    "help@nspcc.org.uk",
    "[^1]",
];

fn words(dice: &mut Dice) -> String {
    let count = 1 + dice.roll(6);
    let glue = |dice: &mut Dice| if dice.roll(4) == 0 { "" } else { " " };
    let mut text = String::new();
    for at in 0..count {
        if at > 0 {
            text.push_str(glue(dice));
        }
        text.push_str(WORDS[dice.roll(WORDS.len())]);
    }
    text
}

fn line(dice: &mut Dice) -> Block {
    // Whole words are strong, as imports make them.
    let Block::Paragraph(mut inline) = paragraph(&words(dice)) else { unreachable!("it is one") };
    if dice.roll(3) == 0 {
        let first = &mut inline[0];
        first.text.push(' ');
        let strong = Run { text: words(dice), strong: true, ..inline[0].clone() };
        inline.push(strong);
        if dice.roll(2) == 0 {
            let after = Run { text: format!(" {}", words(dice)), strong: false, ..inline[0].clone() };
            inline.push(after);
        }
    }
    // Some lines end where the writer ended them.
    if dice.roll(5) == 0 {
        let text = format!("\n{}", words(dice));
        match inline.last_mut() {
            Some(last) if !last.strong || dice.roll(2) == 0 => last.text.push_str(&text),
            _ => inline.push(Run { text, strong: false, ..inline[0].clone() }),
        }
    }
    Block::Paragraph(inline)
}

fn list(dice: &mut Dice, depth: usize) -> Block {
    let start = (dice.roll(2) == 0).then(|| u32::try_from(dice.roll(12)).expect("it is small"));
    let items = (0..=dice.roll(3))
        .map(|_| {
            let mut blocks = vec![line(dice)];
            if depth == 0 && dice.roll(4) == 0 {
                blocks.push(list(dice, 1));
            }
            Item { blocks }
        })
        .collect();
    Block::List { start, items }
}

/// What a body says, without places; links that reading finds in bare addresses count as words.
pub fn said(blocks: &[Block]) -> String {
    let mut text = String::new();
    for block in blocks {
        match block {
            Block::Paragraph(inline) => {
                let mut strong = false;
                for run in inline {
                    if run.strong != strong {
                        text.push('°');
                        strong = run.strong;
                    }
                    text.push_str(&run.text);
                }
                text.push('\n');
            }
            Block::List { start, items } => {
                text.push_str(&format!("{start:?}"));
                items.iter().for_each(|item| text.push_str(&format!("[{}]", said(&item.blocks))));
            }
        }
    }
    text
}

/// A briefing of words by chance.
pub fn random_draft(dice: &mut Dice) -> Draft {
    let blocks = (0..=dice.roll(4)).map(|_| if dice.roll(3) == 0 { list(dice, 0) } else { line(dice) });
    let blocks = blocks.collect();
    whole(blocks, &words(dice), &words(dice))
}

#[test]
fn bodies_of_any_words_are_read_back_as_they_were() {
    for seed in 0..1_500 * crate::dice::times() {
        let mut dice = Dice::new(seed);
        let blocks: Vec<Block> = (0..=dice.roll(4))
            .map(|_| if dice.roll(3) == 0 { list(&mut dice, 0) } else { line(&mut dice) })
            .collect();
        let draft = whole(blocks.clone(), &words(&mut dice), &words(&mut dice));
        let yaml = briefing(&draft);
        let (read, messages) = read::briefing(&mut Sources::default(), "a.yaml", yaml.as_bytes(), None);
        let read = read.unwrap_or_else(|| panic!("seed {seed}: {messages:?}\n{yaml}"));
        assert_eq!(said(&read.sections[0].body), said(&joined(&blocks)), "seed {seed}:\n{}", body(&blocks));
        assert_eq!(Some(&read.title.value), draft.title.as_ref(), "seed {seed}:\n{yaml}");
        assert_eq!(Some(&read.sections[3].heading.value), draft.sections[3].heading.as_ref(), "seed {seed}");
    }
}

/// Lists of bullets that follow each other stay two, for they are told apart by their signs.
fn joined(blocks: &[Block]) -> Vec<Block> {
    blocks.to_vec()
}

fn whole(body: Vec<Block>, title: &str, heading: &str) -> Draft {
    let section = |heading: &str, body| DraftSection { heading: Some(heading.to_owned()), body };
    let mut sections = std::array::from_fn(|_| section(heading, vec![paragraph("Words.")]));
    sections[0].body = body;
    Draft {
        title: Some(title.to_owned()),
        label: Some("7-minute Briefing".to_owned()),
        board: Some("Anytown Board".to_owned()),
        sections,
        ..Draft::default()
    }
}

#[test]
fn contacts_are_read_back_and_proposed_ones_are_remarks() {
    let contact = |name: &str, phone: &str, agreed| DraftContact {
        name: name.to_owned(),
        phone: Some(phone.to_owned()),
        agreed,
        ..DraftContact::default()
    };
    let mut draft = whole(vec![paragraph("Call.")], "Neglect", "Information");
    draft.contacts = vec![contact("Police: now", "999", true), contact("Nobody", "0800 1111", false)];
    draft.contacts[0].emergency = true;
    let yaml = briefing(&draft);
    let (read, messages) = read::briefing(&mut Sources::default(), "a.yaml", yaml.as_bytes(), None);
    let read = read.unwrap_or_else(|| panic!("{messages:?}\n{yaml}"));
    assert_eq!(read.contacts.len(), 1, "{yaml}");
    assert_eq!((read.contacts[0].name.value.as_str(), read.contacts[0].emergency), ("Police: now", true));
    assert!(yaml.contains("#  - name: Nobody\n#    phone: 0800 1111\n"), "{yaml}");
}

#[test]
fn values_are_plain_where_they_can_be_and_quoted_where_they_must() {
    let check = |words: &str, expected: &str| assert_eq!(scalar(words), expected, "{words}");
    check("Sexting", "Sexting");
    check("Anytown Board – North", "Anytown Board – North");
    check("999", "\"999\"");
    check("0800 1111", "0800 1111");
    check("Questions: what?", "\"Questions: what?\"");
    check("It's \"here\"", "'It''s \"here\"'");
    check("https://example.org/a#b", "https://example.org/a#b");
    check("a #b", "\"a #b\"");
    check("No", "\"No\"");
    check("- item", "\"- item\"");
    check("a\nb\u{7}", "\"a\\nb\\u0007\"");
    check("", "\"\"");
}
