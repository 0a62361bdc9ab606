//! Words: takes `label`, `section_label` and the keys under `words`, gives every word that the program prints itself.

use super::format;
use super::take::{Fields, Reader, list_of};
use crate::diag::Code;
use crate::language::{Labels, Language, Word};

/// The words of the language of the briefing, with the writer's own where they are given.
///
/// A language without words of its own is refused: English ones would be read aloud as that language.
pub(super) fn labels(reader: &mut Reader<'_>, fields: &Fields<'_>, language: &Language) -> Labels {
    let mut labels = Labels::for_language(language).unwrap_or_else(Labels::none);
    if let Some(node) = fields.get("words")
        && let Some(own) = reader.mapping(node, &format::WORDS)
    {
        for word in Word::all() {
            take(reader, &own, word, &mut labels);
        }
    }
    // The two older keys stand for themselves; they count before the same words below `words`.
    for word in [Word::Label, Word::SectionLabel] {
        take(reader, fields, word, &mut labels);
    }
    refuse_gaps(reader, fields, language, &labels);
    labels
}

fn take(reader: &mut Reader<'_>, fields: &Fields<'_>, word: Word, labels: &mut Labels) {
    let Some(line) = reader.optional_line(fields, word.as_str()) else { return };
    match word.fault(&line.value) {
        None => labels.set(word, line.value),
        Some(fault) => {
            let english = Labels::english();
            let hint = format!("In English it is `{}: \"{}\"`", word.as_str(), english.get(word));
            reader.error(Code::BadValue, line.span, format!("`{}` {fault}", word.as_str()), hint);
        }
    }
}

fn refuse_gaps(reader: &mut Reader<'_>, fields: &Fields<'_>, language: &Language, labels: &Labels) {
    let missing = labels.missing();
    if missing.is_empty() {
        return;
    }
    let place = fields.get("language").map_or(fields.place, |node| node.span);
    let tag = language.tag();
    let message =
        format!("there are no words for the language `{tag}`, and English ones would be said as `{tag}`");
    let hint = format!("Write `words:` and below it, in that language: {}", list_of(&missing));
    reader.error(Code::BadValue, place, message, hint);
}
