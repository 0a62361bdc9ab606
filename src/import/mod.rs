//! Import: takes the bytes of an office file, gives paragraphs with their places, then a briefing and questions.
//!
//! Nothing is guessed and nothing is lost: what is doubtful is asked, and every word is in the briefing, waits for
//! an answer, or is left over with its reason. Knows no YAML and no disk.

mod arrange;
mod clean;
mod coding;
mod docx;
mod exported;
mod measure;
mod odt;
mod office;
mod package;
mod pdf;
mod plain;
mod proof;
mod question;
mod refusal;
mod revision;
mod xml;

pub use arrange::{Arranged, arrange};
pub use office::{Holder, HolderKind, LeftOver, Mark, Office, Paragraph, Piece, Reason, Style};
pub use proof::Count;
pub use question::{Answer, Answers, Question};
pub use refusal::Refusal;
pub use revision::{Revision, revision};

use package::Package;

/// What every zip file begins with.
const ZIP: &[u8] = b"PK\x03\x04";
/// What every file of Word and Publisher before 2007 begins with, and Word files that are locked.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Reads an office file, whatever its name is: its first bytes say what it is.
///
/// # Errors
/// A sentence that says why it cannot be read, and what to do.
pub fn read(bytes: &[u8]) -> Result<Office, Refusal> {
    match bytes {
        [] => Err(Refusal::new("this file is empty", "Check that this is the right file")),
        _ if bytes.starts_with(ZIP) => {
            let package = Package::open(bytes)?;
            let mut office = if odt::is_one(&package) { odt::read(&package)? } else { docx::read(&package)? };
            office.settled = exported::settled(&office);
            Ok(office)
        }
        _ if bytes.starts_with(COMPOUND) => Err(compound(bytes)),
        _ if bytes.starts_with(b"%PDF-") => pdf::read(bytes),
        _ if is_markup(bytes) => Err(Refusal::new(
            "this is the source of a formatted text (.rtf, a web page or XML), whatever its name ends in",
            "Open it in Word or LibreOffice, choose Save As, Word Document (.docx), and import that file",
        )),
        _ => plain::read(bytes),
    }
}

/// Whether text is the source of a formatted one: its commands would come in as words.
fn is_markup(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let begins = |start: &[u8]| text.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start));
    [&b"{\\rtf"[..], b"<!doctype", b"<html", b"<?xml", b"mime-version:"].into_iter().any(begins)
}

/// What to do with a file of an old program.
fn compound(bytes: &[u8]) -> Refusal {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if has("EncryptedPackage") {
        return package::locked();
    }
    if has("WordDocument") {
        return Refusal::new(
            "this is a file of Word 97 to 2003 (.doc), of which the places of text boxes cannot be read",
            "Open it in Word or LibreOffice, choose Save As, Word Document (.docx), and import that file",
        );
    }
    Refusal::new(
        "this is a file of Publisher or of another old program, which briefpress cannot read",
        "Open it in Publisher, select all text of each box and paste it into a Word document, with the numbers 1 to 7 \
         before the headings; save that as .docx and import it. LibreOffice Draw opens .pub files where Publisher is gone",
    )
}
