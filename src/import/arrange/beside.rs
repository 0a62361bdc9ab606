//! Numbers in boxes of their own: takes the line of a number, gives the line of the words beside it.

use super::super::clean::Line;
use super::super::office::Office;
use super::number::{Kind, sign};
use super::short::could_be_heading;
use crate::geom::{Pt, Rect};
use crate::model::SECTIONS;

/// Words stand no farther from their number.
const NEAR: Pt = Pt::mm(40.0);

/// The line of the words that belong to a number alone.
pub(super) fn beside(office: &Office, lines: &[Line], number: usize) -> Option<usize> {
    let holder = lines[number].holder;
    let own: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].holder == holder).collect();
    let short = |at: usize| {
        let text = &lines[at].text;
        could_be_heading(text) && !is_number(text) && !has_own_number(at, &lines[at])
    };
    // In the same box, or in running text, the words are the next line.
    if let Some(next) = own.iter().copied().find(|at| *at > number) {
        return (next == number + 1 && short(next) && !lines[next].gap).then_some(next);
    }
    if own.len() > 1 {
        return None;
    }
    let place = office.holders.get(holder)?.place;
    let sheet = office.holders[holder].sheet;
    let Some(place) = place else {
        // Without places, the boxes of one group follow each other in the file.
        let next_to = [number.checked_add(1), number.checked_sub(1)].into_iter().flatten().filter(|at| {
            let own = |line: &Line| alone(lines, *at) && line.holder != holder && leads_to_nothing(line);
            lines.get(*at).is_some_and(own) && short(*at)
        });
        // Two that it may be are none: that is asked.
        return match next_to.collect::<Vec<_>>()[..] {
            [only] => Some(only),
            _ => None,
        };
    };
    let distance = |at: usize| {
        let other = office.holders.get(lines[at].holder).filter(|other| other.sheet == sheet)?;
        right_of(place, other.place?)
    };
    let first = |at: usize| at == 0 || lines[at - 1].holder != lines[at].holder;
    let found = (0..lines.len()).filter(|at| lines[*at].holder != holder && first(*at) && short(*at));
    let mut near: Vec<(Pt, usize)> = found.filter_map(|at| Some((distance(at)?, at))).collect();
    near.sort_by(|a, b| a.0.get().total_cmp(&b.0.get()));
    near.first().map(|(_, at)| *at)
}

/// Whether a line is the heading of another number, which stands in it.
fn has_own_number(at: usize, line: &Line) -> bool {
    let own = sign(at, line).filter(|sign| (1..=SECTIONS as u32).contains(&sign.number));
    own.is_some_and(|sign| !matches!(sign.kind, Kind::Typed(' ') | Kind::Alone))
}

/// Whether a line is the only one of its holder.
fn alone(lines: &[Line], at: usize) -> bool {
    let same = |other: Option<&Line>| other.is_some_and(|line| line.holder == lines[at].holder);
    !same(at.checked_sub(1).and_then(|before| lines.get(before))) && !same(lines.get(at + 1))
}

/// Whether a line is no sentence that leads to a list, such as "Signs to notice:".
fn leads_to_nothing(line: &Line) -> bool {
    line.bold || !line.text.ends_with(':')
}

fn is_number(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ')' | '('))
}

/// How far a box stands to the right of a number, if at the same height.
fn right_of(number: Rect, other: Rect) -> Option<Pt> {
    let shared = number.bottom().min(other.bottom()) - number.y.max(other.y);
    // A text that begins far above its neighbour's number, and only reaches down to it, is not beside it.
    let near = |one: Pt, other: Pt| (one - other).get().abs() <= number.h.get();
    let level = near(number.y, other.y) || near(number.y + number.h * 0.5, other.y + other.h * 0.5);
    let same_height = level && shared.get() >= number.h.min(other.h).get() * 0.5;
    let distance = (other.x - number.right()).max(Pt::ZERO);
    // A disc may stand on the edge of its box; the box must still reach out to the right of it.
    (same_height && other.x >= number.x && other.right() > number.right() && distance <= NEAR)
        .then_some(distance)
}
