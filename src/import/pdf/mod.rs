//! PDFs: takes the bytes of a tagged PDF, gives what its tags say for certain: our own word for word, others as text.

mod contact;
mod ours;
mod parts;
mod stranger;

use super::office::{Office, Reason};
use super::refusal::Refusal;
use crate::tagged::{self, Elem, Kid, Tagged, Trouble};

/// Reads a PDF by its tags.
pub(super) fn read(bytes: &[u8]) -> Result<Office, Refusal> {
    let tagged = tagged::read(bytes).map_err(refusal)?;
    if tagged.elems.iter().any(has_unknown) {
        return Err(Refusal::new(
            "some letters of this PDF have no meaning: it shows their shapes and does not say which they are",
            FROM_WORD,
        ));
    }
    let is_ours = tagged.producer.as_deref().is_some_and(|producer| producer.starts_with("briefpress"));
    let mut office = if is_ours { ours::office(&tagged)? } else { stranger::office(&tagged)? };
    leave_undrawn(&tagged, &mut office);
    Ok(office)
}

/// Words of the pages that are no text of the document, by its own word.
fn leave_undrawn(tagged: &Tagged, office: &mut Office) {
    office.leave(&tagged.artifacts.join(" "), Reason::Decoration);
    office.leave(&tagged.unread.join(" "), Reason::Untagged);
}

/// What to do where a PDF does not say enough.
const FROM_WORD: &str = "Import the Word file that it was made of. From a PDF alone: open it in Word (File, Open), put the numbers 1 to 7 \
     before the headings, read it through, save it as .docx and import that";

fn refusal(trouble: Trouble) -> Refusal {
    let advice = match trouble {
        Trouble::Untagged => FROM_WORD,
        Trouble::Locked => {
            "Open it in the program that made it, take the password off, save it and import it again"
        }
        Trouble::NotPdf | Trouble::Damaged(_) | Trouble::TooMuch(_) => {
            "Copy it again from where it came from. If it stays so, import the Word file that it was made of"
        }
    };
    let why = match trouble {
        Trouble::Untagged => {
            "this is a PDF without tags, in which nothing says for certain which words belong together"
                .to_owned()
        }
        _ => trouble.why(),
    };
    Refusal::new(why, advice)
}

/// Whether any letter has no meaning.
fn has_unknown(elem: &Elem) -> bool {
    elem.actual.is_none()
        && elem.kids.iter().any(|kid| match kid {
            Kid::Elem(kid) => has_unknown(kid),
            Kid::Words(words, _) => words.contains('\u{fffd}'),
            Kid::Target(..) => false,
        })
}
