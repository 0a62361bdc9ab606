//! Automatic numbers: takes the numbering part and paragraphs in their order, gives the mark of each.

use std::collections::BTreeMap;

use super::super::office::Mark;
use super::super::xml::Element;
use super::styles::InList;

/// How many steps in a list goes, in Word's files.
const LEVELS: usize = 9;

/// One level of a list.
#[derive(Clone, Copy, Debug)]
struct Level {
    start: u32,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Bullet,
    Number,
    /// Letters, Roman numerals and the like, which the format of a briefing has not.
    Other,
    None,
}

/// The lists of a file, counting as paragraphs come.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// The levels of each kind of list.
    kinds: BTreeMap<u32, [Level; LEVELS]>,
    /// Which kind a list is of, and where its levels start anew.
    lists: BTreeMap<u32, (u32, Vec<(usize, u32)>)>,
    /// How far each kind of list has counted: lists of one kind go on from each other, as Word does it.
    counted: BTreeMap<u32, [Option<u32>; LEVELS]>,
    /// Lists that were met already.
    begun: Vec<u32>,
    /// Whether a paragraph had a letter or Roman numeral before it.
    pub has_other: bool,
}

impl Numbering {
    /// Reads the part.
    pub(super) fn read(root: &Element) -> Self {
        let mut numbering = Numbering::default();
        for element in root.elements() {
            match element.name.as_str() {
                "w:abstractNum" => {
                    if let Some(id) = number(element, "w:abstractNumId") {
                        numbering.kinds.insert(id, levels(element));
                    }
                }
                "w:num" => {
                    let kind = element.child("w:abstractNumId").and_then(|child| number(child, "w:val"));
                    if let (Some(id), Some(kind)) = (number(element, "w:numId"), kind) {
                        numbering.lists.insert(id, (kind, overrides(element)));
                    }
                }
                _ => {}
            }
        }
        numbering
    }

    /// The mark of the next paragraph of a list.
    pub(super) fn next(&mut self, place: InList) -> Option<Mark> {
        // List 0 takes a paragraph out of the list that its style puts it in.
        let list = place.list.filter(|list| *list != 0)?;
        let level = usize::from(place.level.unwrap_or(0)).min(LEVELS - 1);
        let (kind, starts) = self.lists.get(&list).cloned()?;
        let levels = self.kinds.get(&kind)?;
        let counted = self.counted.entry(kind).or_default();
        if !self.begun.contains(&list) {
            self.begun.push(list);
            for (level, start) in starts {
                counted[level] = Some(start.saturating_sub(1));
            }
        }
        let value = counted[level].map_or(levels[level].start, |last| last.saturating_add(1));
        counted[level] = Some(value);
        counted[level + 1..].fill(None);
        let steps = u8::try_from(level).unwrap_or(u8::MAX);
        match levels[level].kind {
            Kind::Bullet => Some(Mark::Bullet(steps)),
            Kind::Number => Some(Mark::Number { value, level: steps, list: kind }),
            Kind::Other => {
                self.has_other = true;
                Some(Mark::Bullet(steps))
            }
            Kind::None => None,
        }
    }
}

fn levels(list: &Element) -> [Level; LEVELS] {
    let mut levels = [Level { start: 1, kind: Kind::None }; LEVELS];
    for level in list.elements().filter(|element| element.name == "w:lvl") {
        let place = number(level, "w:ilvl").map_or(LEVELS, |place| place as usize);
        let value = |name| level.child(name).and_then(|child| child.attr("w:val"));
        if let Some(slot) = levels.get_mut(place) {
            let start = value("w:start").and_then(|text| text.parse().ok()).unwrap_or(0);
            let text = value("w:lvlText").unwrap_or("%1");
            let kind = match value("w:numFmt").unwrap_or("decimal") {
                "bullet" => Kind::Bullet,
                "none" => Kind::None,
                // A format without a place for the number draws the same words before every paragraph.
                _ if !text.contains('%') => Kind::Bullet,
                "decimal" | "decimalZero" => Kind::Number,
                _ => Kind::Other,
            };
            *slot = Level { start, kind };
        }
    }
    levels
}

fn overrides(list: &Element) -> Vec<(usize, u32)> {
    let all = list.elements().filter(|element| element.name == "w:lvlOverride");
    all.filter_map(|element| {
        let level = number(element, "w:ilvl")? as usize;
        let start = number(element.child("w:startOverride")?, "w:val")?;
        (level < LEVELS).then_some((level, start))
    })
    .collect()
}

fn number(element: &Element, name: &str) -> Option<u32> {
    element.attr(name)?.parse().ok()
}
