//! Opening a source: takes the bytes of a file, gives text that is safe to parse, or says why not.

use crate::diag::{Code, Diagnostic, Place};
use crate::shell::quoted;
use crate::source::{Source, SourceId, Sources, Span};

/// The largest source that is looked at; the longest real briefing has 8 kB.
const MAX_BYTES: usize = 256 * 1024;

/// Takes in a file; its text is in `sources` afterwards, without a byte order mark.
///
/// # Errors
/// A file that is too large, not UTF-8, empty, or holds control characters.
pub(super) fn open(sources: &mut Sources, name: &str, bytes: &[u8]) -> Result<SourceId, Diagnostic> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // What it is comes before how long it is: a Word file with pictures is long.
    if let Some((what, way)) = other_file(bytes) {
        let message = format!("`{name}` is {what}, whatever its name says");
        return Err(Diagnostic::error(Code::NotYaml, file(name), message).hint(way.hint(name)));
    }
    if bytes.len() > MAX_BYTES {
        let message = format!("`{name}` has {} kB; no briefing needs more than 256 kB", bytes.len() / 1024);
        return Err(Diagnostic::error(Code::FileTooLarge, file(name), message)
            .hint("Check that this is the right file: pictures go into files of their own"));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(name, bytes, error.valid_up_to()))?;
    if is_utf16(bytes) {
        return Err(not_utf8(name, bytes, 1));
    }
    let id = sources.add(Source::new(name, text));
    if text.trim().is_empty() {
        return Err(Diagnostic::error(Code::FileEmpty, file(name), format!("`{name}` is empty"))
            .hint("Type `briefpress new my-briefing` for a first page to start from"));
    }
    match text.char_indices().find(|(_, c)| is_refused(*c)) {
        Some((at, character)) => Err(control_character(id, at, character)),
        None => Ok(id),
    }
}

/// Whether a character has no place in a briefing: controls, other than line ends and tabs.
pub(super) fn is_refused(character: char) -> bool {
    character.is_control() && !matches!(character, '\n' | '\r' | '\t')
}

fn file(name: &str) -> Place {
    Place::File(name.to_owned())
}

/// Whether every second byte at the beginning is 0, as of Latin letters in two bytes each, or a mark says so.
fn is_utf16(bytes: &[u8]) -> bool {
    let of_two =
        |at: usize| bytes.len() > 7 && bytes.iter().skip(at).step_by(2).take(4).all(|byte| *byte == 0);
    matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]) || of_two(0) || of_two(1)
}

/// How the words of a file of another kind become a briefing.
enum Way {
    Import,
    /// By Word, which writes what can be imported.
    Word,
    Copy,
}

impl Way {
    fn hint(self, name: &str) -> String {
        match self {
            Way::Import => format!("To make a briefing of it, type:  briefpress import {}", quoted(name)),
            Way::Word => {
                "Open it in Word, save it as .docx, and type `briefpress import` and its new name".to_owned()
            }
            Way::Copy => {
                "Copy its words into a text file that ends in .yaml; `briefpress new` makes one to begin with"
                    .to_owned()
            }
        }
    }
}

/// What a file is by its first bytes, where that is no text of ours, and what to do with it.
fn other_file(bytes: &[u8]) -> Option<(&'static str, Way)> {
    let start = bytes.trim_ascii_start();
    let begins =
        |mark: &str| start.get(..mark.len()).is_some_and(|own| own.eq_ignore_ascii_case(mark.as_bytes()));
    match () {
        () if begins("PK\u{3}\u{4}") => Some(("a Word file, or a compressed folder", Way::Import)),
        () if bytes.starts_with(b"\xD0\xCF\x11\xE0") => Some(("a file of an old Word", Way::Word)),
        () if begins("%PDF-") => Some(("a PDF", Way::Import)),
        () if begins("{\\rtf") => Some(("a text with formats of Word (RTF)", Way::Word)),
        () if begins("<!doctype") || begins("<html") => Some(("a web page", Way::Copy)),
        () => None,
    }
}

fn not_utf8(name: &str, bytes: &[u8], at: usize) -> Diagnostic {
    let line = bytes[..at].iter().filter(|b| **b == b'\n').count() + 1;
    let guess = if is_utf16(bytes) { "UTF-16" } else { "Windows-1252" };
    let message = format!(
        "`{name}` is not UTF-8 text: byte {} (line {line}) cannot be read; it looks like {guess}",
        at + 1
    );
    Diagnostic::error(Code::NotUtf8, file(name), message)
        .hint("Open it in a text editor and save it again with the encoding \"UTF-8\"")
}

fn control_character(source: SourceId, at: usize, character: char) -> Diagnostic {
    let span = Span::new(source, at..at + character.len_utf8());
    let message =
        format!("a control character, U+{:04X}, stands here; it cannot be printed", u32::from(character));
    Diagnostic::error(Code::BadValue, span, message)
        .hint("Delete it: set the cursor behind it, press Backspace, and type the text again")
}
