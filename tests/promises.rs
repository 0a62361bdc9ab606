//! Promises: what the build says of words holds, however a person follows it.
//!
//! "Take out so many words of these sections" and "room for so many more" are followed at random: words go from the
//! front, from the end or from anywhere in the sections that are named, and come at the end of any section.

use briefpress::typeset::{Misfit, Typeset};

use crate::dice::Dice;
use crate::looks::{Shop, read_briefing, times};

/// How many random briefings are drawn; `LOOKS=20` draws twenty times as many.
const BRIEFINGS: u64 = 60;

/// Layouts whose promises are followed.
const LAYOUTS: [&str; 5] =
    ["poster.yaml", "handout.yaml", "8-up.yaml", "column/poster.yaml", "signal/poster.yaml"];

/// Cards, whose backs have a text of their own.
const CARDS: [&str; 4] = ["card.yaml", "column/card.yaml", "signal/card.yaml", "steps/card.yaml"];

/// Words that a person adds have at most so many letters.
const ORDINARY: usize = 11;

/// What a card's own text is called here: the section behind the last.
const BACK: usize = 7;

/// A paragraph or an item of a list, in words.
#[derive(Clone)]
struct Part {
    is_item: bool,
    words: Vec<String>,
}

/// A briefing whose words can be taken out and added.
#[derive(Clone)]
struct Text {
    head: String,
    sections: Vec<(String, Vec<Part>)>,
    contacts: String,
}

impl Text {
    fn new(dice: &mut Dice, words: usize) -> Self {
        let title = dice.between(1, 7);
        let head = format!("title: {}\nboard: {{name: {}}}\nsections:\n", dice.words(title), dice.words(4));
        let sections = (0..7)
            .map(|_| {
                let heading = dice.between(1, 5);
                let count = (words / 10 + dice.roll(1 + words / 9)).max(4);
                (dice.words(heading), parts(dice, count))
            })
            .collect();
        let count = dice.roll(5);
        let contacts: Vec<String> = (0..count).map(|number| dice.contact(number, number == 0)).collect();
        let contacts = match contacts.is_empty() {
            true => "contacts: []\n".to_owned(),
            false => format!("contacts:\n{}\n", contacts.join("\n")),
        };
        Text { head, sections, contacts }
    }

    /// The same with a text of so many words for the back of a card.
    fn with_back(mut self, dice: &mut Dice, words: usize) -> Self {
        self.sections.push((dice.words(3), parts(dice, words)));
        self
    }

    fn yaml(&self) -> String {
        let body = |parts: &[Part]| {
            let written = parts.iter().filter(|part| !part.words.is_empty()).map(|part| {
                let mark = if part.is_item { "- " } else { "\n      " };
                format!("      {mark}{}\n", part.words.join(" "))
            });
            written.collect::<String>()
        };
        let sections = self.sections[..BACK]
            .iter()
            .map(|(heading, parts)| format!("  - heading: {heading}\n    body: |\n{}", body(parts)));
        let back = self.sections[BACK..].iter().map(|(title, parts)| {
            format!("card:\n  back:\n    title: {title}\n    body: |\n{}", body(parts))
        });
        let (sections, back): (String, String) = (sections.collect(), back.collect());
        format!("{}{sections}{}{back}", self.head, self.contacts)
    }

    /// Takes so many words out of a section: the first, the last or any, but never all of them.
    fn cut(&mut self, section: usize, count: usize, dice: &mut Dice) {
        let how = dice.roll(3);
        let parts = &mut self.sections[section].1;
        for _ in 0..count {
            let all: usize = parts.iter().map(|part| part.words.len()).sum();
            if all <= 1 {
                return;
            }
            let mut at = [0, all - 1, dice.roll(all)][how];
            for part in parts.iter_mut() {
                if at < part.words.len() {
                    part.words.remove(at);
                    break;
                }
                at -= part.words.len();
            }
        }
    }
}

fn parts(dice: &mut Dice, count: usize) -> Vec<Part> {
    let mut part = |is_item, count: usize| Part {
        is_item,
        words: dice.words(count.max(1)).split(' ').map(str::to_owned).collect(),
    };
    if count.is_multiple_of(3) {
        let mut parts = vec![part(false, count / 4)];
        parts.extend((0..3).map(|_| part(true, count / 4)));
        return parts;
    }
    vec![part(false, count / 2), part(false, count - count / 2)]
}

fn set(shop: &Shop, text: &Text, layout: &str) -> Result<Typeset, Vec<Misfit>> {
    shop.set(&read_briefing(&text.yaml()), shop.layout(layout))
}

#[test]
fn what_is_said_of_words_holds_however_it_is_followed() {
    followed(&LAYOUTS, BRIEFINGS, (60, 620), 0);
}

/// A wheel has a place for each section: the words are to go from those whose places overflow.
#[test]
fn what_is_said_of_words_holds_on_a_wheel() {
    followed(&["poster-wheel.yaml"], BRIEFINGS, (200, 1_000), 0);
}

/// Cards have few words, on their backs.
#[test]
fn what_is_said_of_words_holds_on_the_back_of_a_card() {
    followed(&CARDS, BRIEFINGS, (60, 200), 110);
}

/// A leaflet holds so much that other texts are needed to fill it.
#[test]
fn what_is_said_of_words_holds_on_a_leaflet() {
    followed(&["leaflet.yaml", "signal/leaflet.yaml", "8-up.yaml"], BRIEFINGS / 4, (500, 1_500), 0);
}

/// Follows what so many briefings of so many words are told in some layouts; with a card's back of up to so many.
fn followed(layouts: &[&str], briefings: u64, (least, most): (usize, usize), back: usize) {
    let shop = Shop::new();
    let (mut cuts, mut rooms, mut broken) = (0, 0, Vec::new());
    for seed in 0..briefings * times() {
        let mut dice = Dice::new(seed + 9_000);
        let words = dice.between(least, most);
        let mut text = Text::new(&mut dice, words);
        if back > 0 {
            let words = dice.between(4, back);
            text = text.with_back(&mut dice, words);
        }
        for layout in layouts {
            let mut changed = text.clone();
            let said = match set(&shop, &text, layout) {
                Ok(done) if (1..400).contains(&done.room) => {
                    rooms += 1;
                    let section = if text.sections.len() > BACK { BACK } else { dice.roll(7) };
                    // A word of thirty letters takes the room of several.
                    let more = dice.words(done.room);
                    let more: Vec<String> =
                        more.split(' ').map(|word| word.chars().take(ORDINARY).collect()).collect();
                    let last = changed.sections[section].1.last_mut().expect("a section has words");
                    last.words.extend(more.iter().cloned());
                    format!("room for {} in section {}: {more:?}", done.room, section + 1)
                }
                Ok(_) => continue,
                Err(misfits) => {
                    if misfits.iter().any(|misfit| misfit.words.is_none()) {
                        continue;
                    }
                    cuts += 1;
                    for misfit in &misfits {
                        if text.sections.len() > BACK {
                            changed.cut(BACK, misfit.words.unwrap_or(0), &mut dice);
                            continue;
                        }
                        for (section, count) in misfit.cuts.iter().enumerate() {
                            changed.cut(section, *count, &mut dice);
                        }
                    }
                    format!("take out {:?}", misfits.iter().map(|misfit| &misfit.cuts).collect::<Vec<_>>())
                }
            };
            if set(&shop, &changed, layout).is_err() {
                broken.push(format!("{layout}, seed {seed}: {said}"));
            }
        }
    }
    assert!(cuts.min(rooms) as u64 * 4 >= briefings, "{cuts} cuts, {rooms} rooms");
    assert!(broken.is_empty(), "{} of {cuts} cuts and {rooms} rooms: {broken:#?}", broken.len());
}
