//! Placing: takes texts in boxes of their own, gives the section of the nearest heading above each, or a doubt.

use super::super::clean::Line;
use super::super::office::{Holder, Office};
use super::super::question::{Asker, Question};
use super::headings::Headings;
use crate::geom::{Pt, Rect};
use crate::model::{DraftPlace, SECTIONS};

/// What is known of a file when its texts are placed.
#[derive(Clone, Copy)]
pub(super) struct Known<'k> {
    /// The file.
    pub office: &'k Office,
    /// Its lines.
    pub lines: &'k [Line],
    /// The headings among them.
    pub headings: &'k Headings,
}

impl Known<'_> {
    /// What a line stands in.
    fn holder(&self, line: usize) -> Option<Holder> {
        self.office.holders.get(self.lines.get(line)?.holder).copied()
    }
}

/// A run of lines that follow each other in one holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    /// The lines.
    pub lines: Vec<usize>,
}

/// Where a text stands on its sheet, for the order of several: from the top, then from the left.
pub(super) type Key = (f32, f32);

/// A text of which nobody knows the place stands behind the others.
const LAST: Key = (f32::MAX, 0.0);

/// Where a loose text belongs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Verdict {
    /// To this section.
    Section(usize, Key),
    /// It cannot be told: it is to be asked.
    Doubtful(Key),
    /// Another question has to be answered first.
    Waits,
}

/// How much of the narrower of two boxes must lie over the other, to be in one column with it.
const OVERLAP: f32 = 0.5;
/// Boxes of which the edges differ by no more than this are at the same height.
const LEVEL: Pt = Pt::new(6.0);
/// A place that is only reckoned is believed if heading and text are no farther from each other.
const NEAR: Pt = Pt::new(30.0);
/// Texts at places this near to each other, by height, are read from the left.
const ROWS: f32 = 12.0;

/// Judges all loose texts together: where one has no heading above it and a heading has no text, no place is sure.
pub(super) fn verdicts(
    known: Known<'_>,
    loose: &[Segment],
    bare: &[bool],
    asker: &mut Asker<'_>,
) -> Vec<Verdict> {
    let boxes = boxes(known);
    let held: Vec<Option<Holder>> =
        loose.iter().map(|segment| segment.lines.first().and_then(|at| known.holder(*at))).collect();
    let above: Vec<Option<usize>> =
        held.iter().map(|holder| holder.and_then(|holder| nearest(&holder, &boxes, Side::Above))).collect();
    let placed = |at: usize| held[at].is_some_and(|holder| holder.place.is_some());
    let orphan = (0..loose.len()).any(|at| placed(at) && above[at].is_none());
    let childless = (0..SECTIONS)
        .any(|section| bare[section] && boxes[section].is_some() && !above.contains(&Some(section)));
    let side = if orphan && childless { ask_side(asker) } else { Some(Side::Above) };
    (0..loose.len())
        .map(|at| {
            let Some(holder) = held[at].filter(|_| placed(at)) else { return Verdict::Doubtful(LAST) };
            let Some(side) = side else { return Verdict::Waits };
            let found = match side {
                Side::Above => above[at],
                Side::Below => nearest(&holder, &boxes, Side::Below),
            };
            let crowded = (0..loose.len()).any(|other| other != at && covers(&holder, held[other].as_ref()));
            match found.filter(|section| bare[*section] && !crowded) {
                Some(section) if is_believable(&holder, &boxes, section) => {
                    Verdict::Section(section, key(&holder))
                }
                _ => Verdict::Doubtful(key(&holder)),
            }
        })
        .collect()
}

/// Where headings stand from the texts that belong to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Above,
    Below,
}

fn ask_side(asker: &mut Asker<'_>) -> Option<Side> {
    let answer = asker.choose(Question {
        key: "side".to_owned(),
        text: "Some text boxes have no heading above them. Where does the heading of a text stand?"
            .to_owned(),
        shown: Vec::new(),
        choices: vec!["Above its text".to_owned(), "Below its text".to_owned()],
        own_words: false,
        place: DraftPlace::Top,
    })?;
    Some(if answer == 0 { Side::Above } else { Side::Below })
}

/// The boxes of the seven headings, with the box of the number where it is another one.
fn boxes(known: Known<'_>) -> Vec<Option<Holder>> {
    let holder = |line: usize| known.holder(line);
    known
        .headings
        .all
        .iter()
        .map(|heading| {
            let heading = heading.as_ref()?;
            let mut own = holder(heading.line)?;
            let number = heading.number_line.and_then(holder).filter(|number| number.sheet == own.sheet);
            own.place = own.place.map(|place| union(place, number.and_then(|number| number.place)));
            Some(own)
        })
        .collect()
}

fn union(one: Rect, other: Option<Rect>) -> Rect {
    let Some(other) = other else { return one };
    let (x, y) = (one.x.min(other.x), one.y.min(other.y));
    Rect::new(x, y, one.right().max(other.right()) - x, one.bottom().max(other.bottom()) - y)
}

/// The section whose heading is nearest above (or below) a text; without one, the heading beside it.
fn nearest(text: &Holder, boxes: &[Option<Holder>], side: Side) -> Option<usize> {
    let place = text.place?;
    let mut found: Vec<(f32, usize)> = Vec::new();
    for (section, heading) in boxes.iter().enumerate() {
        let Some(own) = heading.filter(|heading| heading.sheet == text.sheet).and_then(|h| h.place) else {
            continue;
        };
        let shared = place.right().min(own.right()) - place.x.max(own.x);
        let in_column = shared.get() >= place.w.min(own.w).get() * OVERLAP && shared > Pt::ZERO;
        let distance = match side {
            Side::Above => place.y - own.y,
            Side::Below => own.bottom() - place.bottom(),
        };
        if in_column && distance >= -LEVEL && (own.center().y - place.center().y).abs() > Pt::ZERO {
            found.push((distance.get(), section));
        }
    }
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    match found.as_slice() {
        [(one, _), (other, _), ..] if other - one <= LEVEL.get() => None,
        [(_, section), ..] => Some(*section),
        [] if side == Side::Above => beside(text, boxes),
        [] => None,
    }
}

/// The heading to the left of a text, at its height.
fn beside(text: &Holder, boxes: &[Option<Holder>]) -> Option<usize> {
    let place = text.place?;
    let mut found = Vec::new();
    for (section, heading) in boxes.iter().enumerate() {
        let Some(own) = heading.filter(|heading| heading.sheet == text.sheet).and_then(|h| h.place) else {
            continue;
        };
        let shared = place.bottom().min(own.bottom()) - place.y.max(own.y);
        if shared.get() >= place.h.min(own.h).get() * OVERLAP && own.right() <= place.x + LEVEL {
            found.push(((place.x - own.right()).get(), section));
        }
    }
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    match found.as_slice() {
        [(one, _), (other, _), ..] if other - one <= LEVEL.get() => None,
        [(_, section), ..] => Some(*section),
        [] => None,
    }
}

/// Whether two texts lie on the same place, so that one of them hides the other.
fn covers(one: &Holder, other: Option<&Holder>) -> bool {
    let Some(other) = other.filter(|other| other.sheet == one.sheet) else { return false };
    let (Some(a), Some(b)) = (one.place, other.place) else { return false };
    let across = (a.right().min(b.right()) - a.x.max(b.x)).max(Pt::ZERO);
    let down = (a.bottom().min(b.bottom()) - a.y.max(b.y)).max(Pt::ZERO);
    let shared = across.get() * down.get();
    let larger = (a.w.get() * a.h.get()).max(b.w.get() * b.h.get());
    // Two segments of one box are no two texts for one place, and a diagram may stand inside a larger box.
    one != other && larger > 0.0 && shared > larger * 0.9
}

/// A place that is reckoned from the lines above may be wrong by some lines.
fn is_believable(text: &Holder, boxes: &[Option<Holder>], section: usize) -> bool {
    let Some(heading) = boxes.get(section).copied().flatten() else { return false };
    let (Some(own), Some(place)) = (heading.place, text.place) else { return false };
    let reckoned = text.reckoned || heading.reckoned;
    !reckoned || (place.y - own.bottom()).abs() <= NEAR
}

fn key(holder: &Holder) -> Key {
    holder.place.map_or(LAST, |place| ((place.y.get() / ROWS).round(), place.x.get()))
}
