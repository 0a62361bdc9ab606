//! Facts: takes a body, gives what is the same in every language: its shape, its numbers and where its links lead.

use crate::address::{LinkTarget, phone_end};
use crate::model::{Block, Run};
use crate::source::{Sources, Span};

/// What a section holds besides words.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// How many paragraphs stand outside lists.
    pub paragraphs: usize,
    /// Its lists, one inside another behind it.
    pub lists: Vec<List>,
    /// Its numbers, in order.
    pub numbers: Vec<Fact>,
    /// Where its links lead, in order.
    pub links: Vec<Fact>,
}

/// A list.
#[derive(Debug)]
pub(super) struct List {
    /// How many points it has.
    pub points: usize,
    /// Where its first words stand.
    pub span: Span,
}

/// Something that both languages have to have.
#[derive(Debug)]
pub(super) struct Fact {
    /// The same for the same fact, however it is written.
    pub key: String,
    /// As it stands there.
    pub shown: String,
    /// Where it stands.
    pub span: Span,
}

impl Facts {
    /// The facts of a body; `place` is where it stands.
    pub(super) fn of(sources: &Sources, body: &[Block], place: Span) -> Self {
        let paragraphs = body.iter().filter(|block| matches!(block, Block::Paragraph(_))).count();
        let mut facts = Facts { paragraphs, ..Facts::default() };
        facts.shape(body, place);
        for block in body {
            block.for_each_inline(&mut |inline| inline.iter().for_each(|run| facts.run(sources, run)));
        }
        facts
    }

    fn shape(&mut self, blocks: &[Block], place: Span) {
        for block in blocks {
            let Block::List { items, .. } = block else { continue };
            let mut first = None;
            block.for_each_inline(&mut |inline| first = first.or(inline.first().map(|run| run.span)));
            self.lists.push(List { points: items.len(), span: first.unwrap_or(place) });
            items.iter().for_each(|item| self.shape(&item.blocks, place));
        }
    }

    fn run(&mut self, sources: &Sources, run: &Run) {
        if let Some(target) = &run.link {
            let fact = Fact { key: key_of(target), shown: target.uri(), span: run.span };
            // A link that is strong in part is two runs and one link.
            if self.links.last().is_none_or(|last| last.key != fact.key) {
                self.links.push(fact);
            }
            return;
        }
        // Where a run was written with escapes, its parts cannot be pointed at one by one.
        let is_plain = sources.text(run.span) == run.text;
        for (at, shown) in numbers(&run.text) {
            let start = run.span.range().start + at;
            let part = Span::new(run.span.source, start..start + shown.len());
            let span = if is_plain { part } else { run.span };
            self.numbers.push(Fact { key: number_key(shown), shown: shown.to_owned(), span });
        }
    }
}

/// An address without what nobody types.
pub(super) fn key_of(target: &LinkTarget) -> String {
    let address = target.uri().to_lowercase();
    let address = address.trim_start_matches("https://").trim_start_matches("http://");
    address.trim_start_matches("www.").trim_end_matches('/').to_owned()
}

/// The numbers of a text with their places: telephone numbers whole, others with their stops and commas.
pub(super) fn numbers(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(char::is_numeric).map(|at| from + at) {
        let plain = text[start..].find(|c: char| !c.is_numeric() && !matches!(c, '.' | ','));
        let plain = start + plain.unwrap_or(text.len() - start);
        let plain = start + text[start..plain].trim_end_matches(['.', ',']).len();
        // Two numbers that follow each other, such as a year and a count, are none of a telephone.
        let phone = if text[start..].starts_with('0') { phone_end(text, start) } else { None };
        let end = phone.unwrap_or(plain).max(plain);
        found.push((start, &text[start..end]));
        from = end;
    }
    found
}

/// A number in ASCII digits. A stop or comma before three digits parts thousands, any other is a decimal point; a
/// telephone number is its digits.
pub(super) fn number_key(shown: &str) -> String {
    let characters: Vec<char> = shown.chars().map(|c| digit(c).unwrap_or(c)).collect();
    let digits_behind = |at: usize| characters[at + 1..].iter().take_while(|c| c.is_ascii_digit()).count();
    let mut key = String::new();
    for (at, c) in characters.iter().enumerate() {
        match c {
            '0'..='9' => key.push(*c),
            '.' | ',' if digits_behind(at) != 3 => key.push('.'),
            _ => {}
        }
    }
    key
}

/// The ASCII digit of a decimal digit of the scripts that the program has languages of.
fn digit(c: char) -> Option<char> {
    // The zeros of Latin, Arabic, Persian and Urdu, Devanagari, Bengali, Gurmukhi, and full width.
    const ZEROS: [char; 7] = ['0', '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ff10}'];
    let value = ZEROS.iter().map(|zero| (c as u32).wrapping_sub(*zero as u32)).find(|value| *value < 10)?;
    char::from_digit(value, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_however_it_is_written() {
        let keys =
            |text: &str| numbers(text).into_iter().map(|(_, shown)| number_key(shown)).collect::<Vec<_>>();
        assert_eq!(keys("under 18. In 2017, 1,500 of 3.5"), ["18", "2017", "1500", "3.5"]);
        assert_eq!(keys("2017 m. 1.500 (3,5)"), ["2017", "1500", "3.5"]);
        assert_eq!(keys("১৮ বছর ٢٠١٧ ۳٫۵"), ["18", "2017", "3", "5"]);
        assert_eq!(keys("call 0808 800 5000, or 999"), ["08088005000", "999"]);
        assert_eq!(keys("in 2025 1500 called 116 123"), ["2025", "1500", "116", "123"]);
        assert_eq!(keys("no number"), [""; 0]);
    }
}
