//! Tokens: takes the tree of a layout and what its look shares, gives the layout with all that it leaves open.
//!
//! A layout says only what is its own: of keys within keys too, so a style may take its weight from the look and its
//! size from the document. Names of distances (`$margin`) stand for lengths that are said once.

use super::super::format;
use super::super::node::{Entry, Kind, Node};
use super::{LayoutReader, units};
use crate::diag::Code;
use crate::geom::Pt;

/// Adds to a layout what it leaves open.
pub(super) fn fill(layout: &mut Node, tokens: Node) {
    let (Kind::Map(own), Kind::Map(shared)) = (&mut layout.kind, tokens.kind) else { return };
    for entry in shared {
        match own.iter_mut().find(|known| known.key == entry.key) {
            Some(Entry { value, .. }) => fill(value, entry.value),
            None => own.push(entry),
        }
    }
}

impl LayoutReader<'_> {
    /// Takes down the distances that a layout and its look name.
    pub(super) fn name_distances(&mut self, node: &Node) {
        let Some(fields) = self.reader.mapping(node, &format::DISTANCES) else { return };
        for entry in fields.entries() {
            match self.parsed(&entry.value, "distances", units::length, "11mm") {
                Some(length) => self.distances.push((entry.key.clone(), length)),
                None => continue,
            }
        }
    }

    /// A value with its distances in place of their names. A name that is not known stays, and is refused by whoever
    /// reads the value.
    pub(super) fn measured(&mut self, text: &str, span: crate::source::Span) -> String {
        if !text.contains('$') {
            return text.to_owned();
        }
        let words: Vec<String> = text.split(' ').map(|word| self.distance(word, span)).collect();
        words.join(" ")
    }

    fn distance(&mut self, word: &str, span: crate::source::Span) -> String {
        let name = word.strip_prefix('$').filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase()));
        let Some(name) = name else { return word.to_owned() };
        if let Some((_, length)) = self.distances.iter().find(|(known, _)| known == name) {
            return written(*length);
        }
        let known: Vec<String> = self.distances.iter().map(|(name, _)| format!("${name}")).collect();
        let hint = match known.is_empty() {
            true => "Name it at the top: `distances: {margin: 11mm}`".to_owned(),
            false => format!("The distances there are: {}", known.join(", ")),
        };
        self.reader.error(Code::BadValue, span, format!("there is no distance `{word}`"), hint);
        word.to_owned()
    }
}

/// A length as a layout writes it.
fn written(length: Pt) -> String {
    format!("{}pt", length.get())
}

#[cfg(test)]
mod tests {
    use crate::diag::Diagnostic;
    use crate::layout::{Layout, SizeSpec};
    use crate::read::layout_of_look;
    use crate::source::Sources;

    use super::*;

    const TOKENS: &str = "distances: {margin: 11mm, half: 5.5mm}\nsafe: $half\n\
                          styles: {body: {size: 1 body, leading: 1.3}, title: {weight: 800, size: 20pt}}\n";

    fn read(layout: &str) -> (Option<Layout>, Vec<Diagnostic>) {
        let tokens = Some(("look/tokens.yaml", TOKENS.as_bytes()));
        layout_of_look(&mut Sources::default(), ("look/card.yaml", layout.as_bytes()), tokens)
    }

    fn card(frame: &str) -> String {
        format!(
            "document: card\nsize: 85mm x 55mm\nbody: 7pt to 10pt\nstyles: {{title: {{size: 13pt}}}}\npages:\n  \
             - frames: [{{name: all, dock: fill, {frame}, card_back: {{body: body}}}}]\n"
        )
    }

    #[test]
    fn a_layout_says_only_what_is_its_own() {
        let (layout, messages) = read(&card("padding: $half $margin"));
        let layout = layout.unwrap_or_else(|| panic!("{messages:#?}"));
        let title = layout.style(layout.style_named("title").expect("both have it"));
        assert_eq!((title.weight.0, title.size), (800, SizeSpec::Fixed(Pt::new(13.0))));
        assert!((layout.safe - Pt::mm(5.5)).abs() < Pt::new(0.01), "{:?}", layout.safe);
        assert!(layout.style_named("body").is_some());
    }

    #[test]
    fn a_name_that_is_not_known_is_refused_once() {
        let (layout, messages) = read(&card("padding: $margn"));
        assert!(layout.is_none());
        assert_eq!(messages.len(), 1, "{messages:#?}");
        assert_eq!(messages[0].message, "there is no distance `$margn`");
    }
}
