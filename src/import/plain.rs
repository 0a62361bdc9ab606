//! Plain text: takes the bytes of a text file, as a conversion from Word leaves it, gives its paragraphs.

use super::coding;
use super::office::{Holder, HolderKind, Office, Paragraph, Piece};
use super::refusal::Refusal;

/// The largest text that is read, in bytes; a briefing has about 3,000.
const MOST: usize = 4_000_000;

/// Reads a text: each line is a paragraph.
pub(super) fn read(bytes: &[u8]) -> Result<Office, Refusal> {
    if bytes.len() > MOST {
        return Err(Refusal::too_much("this text has more than 4 million letters"));
    }
    let text = decoded(bytes)?.replace("\r\n", "\n");
    let mut office = Office { dump: true, ..Office::default() };
    let holder = office.hold(Holder::unplaced(HolderKind::Flow));
    for line in text.split(['\n', '\r', '\u{c}', '\u{b}', '\u{2028}', '\u{2029}']) {
        let pieces = vec![Piece { text: line.to_owned(), ..Piece::default() }];
        office.add(Paragraph { pieces, holder, ..Paragraph::default() });
    }
    Ok(office)
}

/// UTF-8, UTF-16 with its mark, or the code page that Windows programs in Britain write.
fn decoded(bytes: &[u8]) -> Result<String, Refusal> {
    let text = match coding::unicode(bytes) {
        None if !coding::is_marked(bytes) => Some(bytes.iter().map(|byte| coding::windows(*byte)).collect()),
        read => read,
    };
    let is_text = |text: &String| {
        let odd = text.chars().filter(|c| c.is_control() && !c.is_whitespace()).count();
        odd * 100 <= text.chars().count()
    };
    text.filter(is_text).ok_or_else(|| {
        Refusal::new(
            "this is neither a Word file (.docx), an OpenDocument text (.odt), a PDF nor plain text",
            "Open it in the program that made it, save it as a Word document (.docx), and import that",
        )
    })
}
