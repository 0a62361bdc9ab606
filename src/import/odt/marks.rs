//! Lists of OpenDocument texts: takes items as they come, gives the mark of each.

use std::collections::BTreeMap;

use super::super::office::Mark;
use super::super::xml::Element;
use super::styles::{Level, Styles};

/// The lists that are open, from the outermost, and how far each kind has counted.
#[derive(Debug, Default)]
pub(super) struct Marks {
    open: Vec<String>,
    counted: BTreeMap<(String, usize), u32>,
    /// A number of its own for each kind of list.
    kinds: BTreeMap<String, u32>,
}

impl Marks {
    /// Begins a list inside those that are open.
    pub(super) fn begin(&mut self, list: &Element) {
        let style = list.attr("text:style-name").map(str::to_owned);
        let style = style.or_else(|| self.open.last().cloned()).unwrap_or_default();
        let goes_on =
            list.attr("text:continue-numbering") == Some("true") || list.attr("text:continue-list").is_some();
        if !goes_on {
            self.counted.remove(&(style.clone(), self.open.len()));
        }
        self.open.push(style);
    }

    /// Ends the innermost list.
    pub(super) fn end(&mut self) {
        self.open.pop();
    }

    /// The mark of an item of the innermost list.
    pub(super) fn item(&mut self, styles: &Styles, item: &Element) -> Option<Mark> {
        let level = self.open.len().checked_sub(1)?;
        let style = self.open.last()?.clone();
        let start = item.attr("text:start-value").and_then(|text| text.parse().ok());
        self.mark(styles, &style, level, start)
    }

    /// The mark of a paragraph that its style puts into a list.
    pub(super) fn mark(
        &mut self,
        styles: &Styles,
        style: &str,
        level: usize,
        start: Option<u32>,
    ) -> Option<Mark> {
        let steps = u8::try_from(level).unwrap_or(u8::MAX);
        match styles.level(style, level) {
            Level::None => None,
            Level::Bullet | Level::Other => Some(Mark::Bullet(steps)),
            Level::Number(first) => {
                let count = self.counted.entry((style.to_owned(), level)).or_insert(first.saturating_sub(1));
                *count = start.unwrap_or_else(|| count.saturating_add(1));
                let value = *count;
                let next = u32::try_from(self.kinds.len()).unwrap_or(u32::MAX);
                let list = *self.kinds.entry(style.to_owned()).or_insert(next);
                Some(Mark::Number { value, level: steps, list })
            }
        }
    }
}
