//! Characters: takes a briefing and the faces at hand, gives a message for each kind of letters that none has.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostic};
use crate::font::FontSet;
use crate::model::Briefing;
use crate::source::{Sources, Span};
use crate::text::{helpful_family, missing, ordinary};

/// Letters of one script that no face has.
struct Lacking {
    first: char,
    place: Span,
    /// How often they are used.
    uses: usize,
    distinct: BTreeSet<char>,
}

/// A character that no face has would be drawn as an empty box, so it is refused. What a font cures is one message
/// for each family that has it, for a text in another script lacks all its letters at once.
pub(super) fn check(briefing: &Briefing, fonts: &FontSet, sources: &Sources) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut scripts: BTreeMap<&str, Lacking> = BTreeMap::new();
    // A section that is on the back of the card too is met twice.
    let mut told = BTreeSet::new();
    briefing.for_each_text(&mut |text, span| {
        for (at, c) in missing(fonts, text) {
            let place = place_of(sources, span, c, text[..at].matches(c).count());
            if !told.insert((place, c)) {
                continue;
            }
            match helpful_family(c).filter(|_| ordinary(c).is_none()) {
                None => diagnostics.push(single(c, place)),
                Some(family) => {
                    let new = Lacking { first: c, place, uses: 0, distinct: BTreeSet::new() };
                    let lacking = scripts.entry(family).or_insert(new);
                    lacking.uses += 1;
                    lacking.distinct.insert(c);
                }
            }
        }
    });
    diagnostics.extend(scripts.iter().map(|(family, lacking)| of_family(family, lacking)));
    diagnostics
}

/// One character that typing otherwise cures, or that no font of letters has.
fn single(c: char, place: Span) -> Diagnostic {
    let message = format!("no font here has the character `{c}` (U+{:04X})", u32::from(c));
    let hint = match ordinary(c) {
        Some(other) => format!("Type {other} in its place"),
        None => "Write it in another way, or add a font that has it with --fonts FOLDER".to_owned(),
    };
    Diagnostic::error(Code::MissingGlyph, place, message).hint(hint)
}

fn of_family(family: &str, lacking: &Lacking) -> Diagnostic {
    let Lacking { first, place, uses, distinct } = lacking;
    let named = format!("`{first}` (U+{:04X})", u32::from(*first));
    let message = match (distinct.len(), uses) {
        (1, 1) => format!("no font here has the character {named}"),
        (1, uses) => format!("no font here has the character {named}, which is used {uses} times"),
        (kinds, uses) => {
            format!("no font here has {kinds} characters that are used {uses} times, {named} the first")
        }
    };
    Diagnostic::error(Code::MissingGlyph, *place, message)
        .hint(format!("Put the font files of {family} into a folder and add --fonts FOLDER"))
        .hint(format!(
            "They are at https://fonts.google.com/noto, or in the package {} of Debian and Ubuntu",
            package(family)
        ))
}

/// The Debian package that holds a family of Noto; those for Chinese, Japanese and Korean are in collections.
fn package(family: &str) -> &'static str {
    match family {
        "Noto Sans SC" | "Noto Sans JP" | "Noto Sans KR" => "fonts-noto-cjk",
        _ => "fonts-noto-core",
    }
}

/// Where a character stands in the source of a text; all of the text where the source has it in another way.
fn place_of(sources: &Sources, text: Span, c: char, before: usize) -> Span {
    let found = sources.text(text).match_indices(c).nth(before);
    found.map_or(text, |(at, _)| {
        let start = text.range().start + at;
        Span::new(text.source, start..start + c.len_utf8())
    })
}
