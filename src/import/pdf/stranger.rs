//! PDFs of other programs: takes their tags, gives paragraphs, headings and lists in the order of the tags.
//!
//! Word keeps the order of its text boxes, which is seldom that of reading, so all is arranged as a Word file is.

use super::super::office::{Holder, HolderKind, Mark, Office, Paragraph, Piece, Style};
use super::super::refusal::Refusal;
use super::parts::{kids, tidy};
use crate::tagged::{Elem, Kid, Tagged, is_inline};

/// Reads the tags.
pub(super) fn office(tagged: &Tagged) -> Result<Office, Refusal> {
    let mut walk =
        Walk { office: Office { dump: true, ..Office::default() }, lists: 0, holder: 0, title: false };
    walk.holder = walk.office.hold(Holder::unplaced(HolderKind::Flow));
    let heads = |role: &str| tagged.elems.iter().map(|elem| count(elem, role)).sum::<usize>();
    walk.title = heads("H1") == 1 && heads("H2") > 0;
    tagged.elems.iter().for_each(|elem| walk.block(elem, None));
    if tagged.spaced > 0 {
        let lines = if tagged.spaced == 1 {
            "one line ends".to_owned()
        } else {
            format!("{} lines end", tagged.spaced)
        };
        walk.office.notes.push(format!(
            "in this PDF {lines} without a space, and one was put there; please read it through for words that are \
             torn or run together"
        ));
    }
    if walk.office.paragraphs.is_empty() {
        return Err(Refusal::new("the tags of this PDF hold no words", super::FROM_WORD));
    }
    Ok(walk.office)
}

fn count(elem: &Elem, role: &str) -> usize {
    let own = usize::from(elem.role == role);
    let inner = elem.kids.iter().map(|kid| match kid {
        Kid::Elem(kid) => count(kid, role),
        Kid::Words(..) | Kid::Target(..) => 0,
    });
    own + inner.sum::<usize>()
}

struct Walk {
    office: Office,
    lists: u32,
    holder: usize,
    /// Whether the only heading of the first level is the title.
    title: bool,
}

impl Walk {
    /// A block, with the sign that stands before its first words.
    fn block(&mut self, elem: &Elem, mark: Option<Mark>) {
        match elem.role.as_str() {
            "L" => self.list(elem, mark.map_or(0, level)),
            "Figure" => {}
            role => {
                let style = match role {
                    "Title" => Style::Title,
                    "H1" if self.title => Style::Title,
                    "H" | "H1" | "H2" | "H3" | "H4" | "H5" | "H6" => Style::Heading,
                    _ => Style::Text,
                };
                self.mixed(elem, style, mark);
            }
        }
    }

    /// Words and blocks in one element: the words between two blocks are a paragraph.
    fn mixed(&mut self, elem: &Elem, style: Style, mut mark: Option<Mark>) {
        if let Some(actual) = &elem.actual {
            self.add(vec![Piece { text: actual.clone(), ..Piece::default() }], style, mark);
            return;
        }
        let mut pieces = Vec::new();
        for kid in &elem.kids {
            match kid {
                Kid::Elem(kid) if !is_inline(&kid.role) => {
                    if !pieces.is_empty() {
                        self.add(std::mem::take(&mut pieces), style, mark.take());
                    }
                    self.block(kid, mark.take());
                }
                Kid::Elem(kid) => inline(kid, false, None, &mut pieces),
                Kid::Words(words, _) => pieces.push(Piece { text: words.clone(), ..Piece::default() }),
                Kid::Target(..) => {}
            }
        }
        self.add(pieces, style, mark);
    }

    fn list(&mut self, list: &Elem, level: u8) {
        self.lists += 1;
        let number = self.lists;
        for kid in &list.kids {
            let Kid::Elem(item) = kid else { continue };
            if item.role != "LI" {
                self.block(item, None);
                continue;
            }
            let label = kids(item, "Lbl").next().map(label);
            let digits = label.as_ref().and_then(|label| label.trim_end_matches(['.', ')']).parse().ok());
            let mark = match (digits, &label) {
                (Some(value), _) => Some(Mark::Number { value, level, list: number }),
                (None, Some(_)) => Some(Mark::Bullet(level)),
                // Its sign is typed among its words, where cleaning finds it.
                (None, None) => None,
            };
            if let Some(label) = label {
                // Counted on both sides of the proof.
                let reason = super::super::office::Reason::ItemNumber;
                self.office.leave(&label, reason);
            }
            for kid in &item.kids {
                if let Kid::Elem(body) = kid
                    && body.role != "Lbl"
                {
                    self.block(body, mark);
                }
            }
        }
    }

    fn add(&mut self, pieces: Vec<Piece>, style: Style, mark: Option<Mark>) {
        if pieces.iter().any(|piece| !piece.text.trim().is_empty()) {
            let holder = self.holder;
            self.office.add(Paragraph { pieces, holder, style, mark, ..Paragraph::default() });
        }
    }
}

const fn level(mark: Mark) -> u8 {
    match mark {
        Mark::Bullet(level) | Mark::Number { level, .. } => level.saturating_add(1),
    }
}

fn label(label: &Elem) -> String {
    let mut pieces = Vec::new();
    inline(label, false, None, &mut pieces);
    tidy(&pieces.iter().map(|piece| piece.text.as_str()).collect::<String>())
}

/// The words of an element in a line.
fn inline(elem: &Elem, bold: bool, link: Option<&str>, pieces: &mut Vec<Piece>) {
    let bold = bold || matches!(elem.role.as_str(), "Strong" | "Em");
    let own = elem.kids.iter().find_map(|kid| match kid {
        Kid::Target(uri, _) => Some(uri.as_str()),
        _ => None,
    });
    let link = own.or(link);
    let piece = |text: &str| Piece { text: text.to_owned(), bold, link: link.map(str::to_owned) };
    if let Some(actual) = &elem.actual {
        pieces.push(piece(actual));
        return;
    }
    for kid in &elem.kids {
        match kid {
            Kid::Elem(kid) => inline(kid, bold, link, pieces),
            Kid::Words(words, _) => pieces.push(piece(words)),
            Kid::Target(..) => {}
        }
    }
}
