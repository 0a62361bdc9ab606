//! Thousands of pages by chance: each comes in right, is asked about or is refused; none is silently wrong.
//!
//! `HOSTILE=10` makes ten times as many.

use briefpress::import::{Answers, Arranged, Refusal, arrange, read};
use briefpress::model::{Block, Draft};

use super::pages::{Damage, Truth};
use crate::dice::{Dice, times};

/// How many pages came in right, were asked about, and were refused.
#[derive(Debug, Default)]
struct Seen {
    right: usize,
    asked: usize,
    refused: usize,
}

/// The words of a body, one line for each paragraph.
pub fn lines(body: &[Block]) -> Vec<String> {
    let mut lines = Vec::new();
    for block in body {
        block.for_each_inline(&mut |inline| lines.push(inline.iter().map(|run| run.text.as_str()).collect()));
    }
    lines
}

/// What a draft says otherwise than the truth.
fn wrong(draft: &Draft, truth: &Truth) -> Option<String> {
    if draft.title.as_ref().is_some_and(|title| *title != truth.title) {
        return Some(format!("title {:?}", draft.title));
    }
    if draft.board.as_ref().is_some_and(|board| *board != truth.board) {
        return Some(format!("board {:?}", draft.board));
    }
    for (at, (section, (heading, body))) in draft.sections.iter().zip(&truth.sections).enumerate() {
        let body: Vec<&str> = body.iter().map(|line| line.trim_start_matches("• ")).collect();
        if section.heading.as_ref().is_some_and(|own| own != heading) {
            return Some(format!("heading {} is {:?}", at + 1, section.heading));
        }
        if !section.body.is_empty() && lines(&section.body) != body {
            return Some(format!("section {} is {:?}, not {body:?}", at + 1, lines(&section.body)));
        }
    }
    None
}

/// Questions about contacts leave the sections as they are; these pages have none.
fn judge(seed: u64, truth: &Truth, arranged: Result<Arranged, Refusal>, damage: Damage, seen: &mut Seen) {
    match arranged {
        Err(_) => seen.refused += 1,
        Ok(arranged) => {
            let found = wrong(&arranged.draft, truth);
            assert!(found.is_none(), "seed {seed}, {damage:?}: {}\n{arranged:#?}", found.unwrap_or_default());
            let all: usize = truth
                .sections
                .iter()
                .flat_map(|(_, body)| body)
                .map(|line| line.split_whitespace().count())
                .sum();
            assert!(
                arranged.count.briefing + arranged.count.waiting + arranged.count.left_over >= all,
                "seed {seed}"
            );
            if arranged.questions.is_empty() { seen.right += 1 } else { seen.asked += 1 }
        }
    }
}

fn damage(dice: &mut Dice) -> Damage {
    match dice.roll(6) {
        0 => Damage::Missing(1 + dice.roll(7)),
        1 => Damage::Doubled(1 + dice.roll(7)),
        _ => Damage::None,
    }
}

#[test]
fn no_dump_is_silently_wrong() {
    let mut seen = Seen::default();
    for seed in 0..1_500 * times() {
        let mut dice = Dice::new(seed);
        let truth = Truth::by_chance(&mut dice);
        let damage = damage(&mut dice);
        let dump = truth.as_dump(&mut dice, damage);
        let arranged = read(dump.as_bytes()).and_then(|office| arrange(&office, &Answers::default()));
        judge(seed, &truth, arranged, damage, &mut seen);
    }
    assert!(seen.right > 500, "{seen:?}");
}

/// Pages of a make in which nothing is doubtful as long as nothing is damaged.
fn no_page_is_wrong(make: fn(&Truth, &mut Dice, Damage) -> Vec<u8>) {
    let mut seen = Seen::default();
    for seed in 0..250 * times() {
        let mut dice = Dice::new(seed);
        let truth = Truth::by_chance(&mut dice);
        let damage = damage(&mut dice);
        let bytes = make(&truth, &mut dice, damage);
        let arranged = read(&bytes).and_then(|office| arrange(&office, &Answers::default()));
        if damage == Damage::None {
            let arranged = arranged.as_ref().unwrap_or_else(|why| panic!("seed {seed}: {why:?}"));
            assert!(arranged.questions.is_empty(), "seed {seed}: {:?}", arranged.questions);
        }
        judge(seed, &truth, arranged, damage, &mut seen);
    }
    assert!(seen.right > 100, "{seen:?}");
}

#[test]
fn no_page_of_boxes_is_silently_wrong() {
    no_page_is_wrong(Truth::as_boxes);
}

#[test]
fn no_table_is_silently_wrong() {
    no_page_is_wrong(Truth::as_table);
}
