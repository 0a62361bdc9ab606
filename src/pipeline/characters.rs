//! Characters: takes a briefing and the faces at hand, gives a message for each kind of letters that none has.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostic};
use crate::font::FontSet;
use crate::model::Briefing;
use crate::source::{Sources, Span};
use crate::text::{helpful_family, look_alike, missing, ordinary};

/// Letters that no face has, of one script, or such as the same typing cures.
struct Lacking {
    place: Span,
    /// How often they are used.
    uses: usize,
    /// Each of them once, in the order in which they are met.
    distinct: Vec<char>,
    /// Where each stands, with what to type instead.
    typed: Vec<(Span, String)>,
}

/// What cures letters that no face has.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Cure {
    /// To type something else: which, as a message names it.
    Typing(char, &'static str),
    /// To type the letters, digits or marks that they look like.
    Alike,
    /// A family of fonts.
    Family(&'static str),
    /// To delete what stands between two of them: a chat names there where it has read something.
    Source,
    /// To type the words again, for a program has lost them.
    Again,
    /// To leave it out: it is a picture, or a sign of a font that only one computer has.
    Words,
}

/// A character that no face has would be drawn as an empty box, so it is refused: once for all that have one cure,
/// for a text in another script lacks all its letters at once, and who pastes one emoji pastes three.
pub(super) fn check(briefing: &Briefing, fonts: &FontSet, sources: &Sources) -> Vec<Diagnostic> {
    let mut found: BTreeMap<Cure, Lacking> = BTreeMap::new();
    // A section that is on the back of the card too is met twice.
    let mut told = BTreeSet::new();
    let latin = briefing.language.known().is_none_or(|known| known.script == "Latn");
    // Nearly all texts are plain ASCII, which nearly all faces have.
    let plain = (' '..='~').all(|c| fonts.covers(c));
    briefing.for_each_text(&mut |text, span| {
        if plain && text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
            return;
        }
        for (at, c) in missing(fonts, text) {
            let place = place_of(sources, span, c, text[..at].matches(c).count());
            if !told.insert((place, c)) {
                continue;
            }
            let new = || Lacking { place, uses: 0, distinct: Vec::new(), typed: Vec::new() };
            let alike = look_alike(c).filter(|_| latin && stands_among_latin(text, at, c));
            let cure = if alike.is_some() { Cure::Alike } else { cure(c) };
            let lacking = found.entry(cure).or_insert_with(new);
            lacking.uses += 1;
            let typed = alike.map(String::from).or_else(|| replacement(c).map(str::to_owned));
            lacking.typed.extend(typed.map(|typed| (place, typed)));
            if !lacking.distinct.contains(&c) {
                lacking.distinct.push(c);
            }
        }
    });
    found.iter().map(|(cure, lacking)| said(*cure, lacking)).collect()
}

/// Whether a character stands in a word with Latin letters, or is a digit or a wide form, which no Latin text has.
fn stands_among_latin(text: &str, at: usize, c: char) -> bool {
    let start = text[..at].rfind(char::is_whitespace).map_or(0, |space| space + 1);
    let end = text[at..].find(char::is_whitespace).map_or(text.len(), |end| at + end);
    // White space of several bytes begins with a byte that is no boundary one behind its first.
    let word = text.get(start..end).unwrap_or("");
    c.is_numeric()
        || matches!(c, '\u{ff01}'..='\u{ff5e}' | '\u{1d400}'..='\u{1d7ff}')
        || word.contains(|c: char| c.is_ascii_alphabetic())
}

fn cure(c: char) -> Cure {
    match (c, ordinary(c), helpful_family(c)) {
        ('\u{fffc}' | '\u{fffd}', ..) => Cure::Again,
        ('\u{3010}' | '\u{3011}', ..) => Cure::Source,
        (_, Some(typed), _) => Cure::Typing(c, typed),
        // Signs such as a telephone or a heart are pictures, though some font has them.
        (_, None, Some("Noto Sans Symbols 2")) => Cure::Words,
        (_, None, Some(family)) => Cure::Family(family),
        (_, None, None) => Cure::Words,
    }
}

fn said(cure: Cure, lacking: &Lacking) -> Diagnostic {
    let Lacking { place, uses, distinct, typed } = lacking;
    let named = |c: &char| format!("`{c}` (U+{:04X})", u32::from(*c));
    let first = distinct.first().map_or_else(String::new, named);
    let message = match (cure, distinct.len(), uses) {
        (Cure::Again, ..) => {
            format!("{first} stands for something that was lost where the text was copied from")
        }
        (Cure::Source, ..) => {
            format!("{first} stands round what a chat names as its source, and no reader can open that")
        }
        (_, 1, 1) => format!("no font here has the character {first}"),
        (_, 1, uses) => format!("no font here has the character {first}, which is used {uses} times"),
        (Cure::Words, 2..=6, _) => {
            let all: Vec<String> = distinct.iter().map(named).collect();
            format!("no font here has these characters: {}", all.join(", "))
        }
        (_, kinds, uses) => {
            format!("no font here has {kinds} characters that are used {uses} times, {first} the first")
        }
    };
    let told = Diagnostic::error(Code::MissingGlyph, *place, message);
    let told = typed.iter().fold(told, |told, (place, typed)| told.replace(*place, typed));
    match cure {
        Cure::Typing(_, typed) => told.hint(format!("Type {typed} in its place")),
        Cure::Alike => match (&distinct[..], typed.first()) {
            ([c], Some((_, meant))) => {
                told.hint(format!("It only looks like `{meant}`: type `{meant}` in the place of `{c}`"))
            }
            _ => told.hint("They only look like ordinary letters and digits: type these words again, or `briefpress fix`"),
        },
        Cure::Again => told.hint("Type the word again, or delete it where a picture stood"),
        Cure::Source => told.hint("Delete \u{3010} and \u{3011} with all that stands between them"),
        Cure::Words => told.hint(
            "Delete it or say it in words: emoji and signs of Wingdings are pictures, which not every reader has; or add a font that has it with --fonts FOLDER",
        ),
        Cure::Family(family) => told
            .hint(format!("Put the font files of {family} into a folder and add --fonts FOLDER"))
            .hint(format!(
                "They are at https://fonts.google.com/noto, or in the package {} of Debian and Ubuntu",
                package(family)
            )),
    }
}

/// What is typed in the place of a character, where it is certain.
const fn replacement(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{fe63}' | '\u{ff0d}' => "-",
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        _ => return None,
    })
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
