//! Names: takes the names that a layout gives to distances and colours, gives values with what they stand for.
//!
//! Behind a $ such a name stands for its length or its colour (`$margin`, `$ground`), which is said once; a layout that
//! is like another changes it in one place.

use super::super::format;
use super::super::node::Node;
use super::{LayoutReader, units};
use crate::diag::Code;
use crate::geom::Pt;

impl LayoutReader<'_> {
    /// Takes down the distances that a layout names.
    pub(super) fn name_distances(&mut self, node: &Node) {
        let Some(fields) = self.reader.mapping(node, &format::DISTANCES) else { return };
        for entry in fields.entries() {
            match self.parsed(&entry.value, "distances", units::length, "11mm") {
                Some(length) => self.named.push((entry.key.clone(), written(length))),
                None => continue,
            }
        }
    }

    /// Takes down the colours that a layout names.
    pub(super) fn name_colors(&mut self, node: &Node) {
        let Some(fields) = self.reader.mapping(node, &format::COLORS) else { return };
        for entry in fields.entries() {
            match self.swatch_of(&entry.value, "colors") {
                Some(swatch) => self.named.push((entry.key.clone(), swatch.as_str().to_owned())),
                None => continue,
            }
        }
    }

    /// A value with what names of its own stand for in their place. A name that is not known stays, and is refused by
    /// whoever reads the value.
    pub(super) fn measured(&mut self, text: &str, span: crate::source::Span) -> String {
        if !text.contains('$') {
            return text.to_owned();
        }
        let words: Vec<String> = text.split(' ').map(|word| self.meant(word, span)).collect();
        words.join(" ")
    }

    fn meant(&mut self, word: &str, span: crate::source::Span) -> String {
        let name = word.strip_prefix('$').filter(|name| name.starts_with(|c: char| c.is_ascii_lowercase()));
        let Some(name) = name else { return word.to_owned() };
        if let Some((_, meant)) = self.named.iter().find(|(known, _)| known == name) {
            return meant.clone();
        }
        let known: Vec<String> = self.named.iter().map(|(name, _)| format!("${name}")).collect();
        let hint = match known.is_empty() {
            true => "Name it at the top: `distances: {margin: 11mm}` or `colors: {ground: tint}`".to_owned(),
            false => format!("The names there are: {}", known.join(", ")),
        };
        self.reader.error(Code::BadValue, span, format!("there is no distance or colour `{word}`"), hint);
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
    use crate::layout::Layout;
    use crate::read::layout;
    use crate::source::Sources;
    use crate::style::Swatch;

    use super::*;

    fn card(frame: &str) -> (Option<Layout>, Vec<Diagnostic>) {
        let text = format!(
            "document: card\nsize: 85mm x 55mm\nbody: 7pt to 10pt\ndistances: {{margin: 11mm, half: 5.5mm}}\n\
             colors: {{ground: tint}}\nsafe: $half\nstyles: {{body: {{size: 1 body}}}}\npages:\n  \
             - frames: [{{name: all, dock: fill, {frame}, card_back: {{body: body}}}}]\n"
        );
        layout(&mut Sources::default(), "card.yaml", text.as_bytes())
    }

    #[test]
    fn names_stand_for_lengths_and_colours() {
        let (layout, messages) = card("padding: $half $margin, fill: $ground");
        let layout = layout.unwrap_or_else(|| panic!("{messages:#?}"));
        assert!((layout.safe - Pt::mm(5.5)).abs() < Pt::new(0.01), "{:?}", layout.safe);
        assert_eq!(layout.masters[0].arrangements[0].frames[0].fill, Some(Swatch::Tint));
    }

    #[test]
    fn a_name_that_is_not_known_is_refused_once() {
        for wrong in ["padding: $margn", "fill: $grund"] {
            let (layout, messages) = card(wrong);
            assert!(layout.is_none());
            assert_eq!(messages.len(), 1, "{messages:#?}");
            assert!(messages[0].message.starts_with("there is no distance or colour `$"), "{messages:#?}");
        }
    }
}
