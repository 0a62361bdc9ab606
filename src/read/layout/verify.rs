//! Whole layouts: takes one that was read, gives what no key alone can show to be wrong.

use super::LayoutReader;
use crate::diag::Code;
use crate::geom::{Rect, Size};
use crate::layout::{Content, DocumentKind, Facts, Frame, PageMaster, Repeat, When};
use crate::model::SECTIONS;
use crate::source::Span;
use crate::style::TypeRange;

/// Which sections have a place: a bit for each.
type Housed = u8;

impl LayoutReader<'_> {
    /// Every section of a document that is to be whole has a frame, whatever the briefing has or lacks.
    pub(super) fn homes(&mut self, document: DocumentKind, masters: &[PageMaster], pages: Span) {
        if !document.is_whole() {
            return;
        }
        let each: Vec<Housed> = worlds(masters).into_iter().map(|facts| housed(masters, facts)).collect();
        for number in 1..=SECTIONS {
            let has = |housed: &Housed| housed & (1 << (number - 1)) != 0;
            if each.iter().all(has) {
                continue;
            }
            let lacks = match each.iter().any(has) {
                true => "has a place in this layout only under a condition (`when`)",
                false => "has no place in this layout",
            };
            let message = format!("section {number} {lacks}, so its words would be missing");
            let hint = format!(
                "Write a frame with `sections: {{which: {number}, body: body}}` that is always there"
            );
            self.reader.error(Code::SectionNoHome, pages, message, hint);
        }
    }

    /// Running text is not smaller than people can read from where they read it.
    pub(super) fn floor(&mut self, document: DocumentKind, body: TypeRange, span: Span) {
        let floor = document.floor();
        if body.min < floor {
            let (name, floor, size) = (document.as_str(), floor.get(), body.min.get());
            let message =
                format!("running text of a {name} may become {size} pt small here, below {floor} pt");
            let hint = format!("Write `body: {floor}pt to {}pt`", body.max.get().max(floor));
            self.reader.error(Code::TypeTooSmall, span, message, hint);
        }
    }

    /// A frame at a fixed place stands on the page.
    pub(super) fn on_page(&mut self, name: &str, rect: Rect, size: Size, span: Span) {
        let (right, bottom) = (rect.right() - size.w, rect.bottom() - size.h);
        let (over, side) = if right > bottom { (right, "right") } else { (bottom, "lower") };
        // Rounding of millimetres to points.
        if over.to_mm() > 0.05 {
            let message =
                format!("the frame `{name}` runs {:.1} mm over the {side} edge of the page", over.to_mm());
            let hint = "Write left, top, width and height so that it stands on the page; colour runs into the bleed by itself";
            self.reader.error(Code::OutsideTrim, span, message, hint);
        }
    }
}

/// All that a briefing can have or lack, as far as the conditions of these pages tell it apart.
fn worlds(masters: &[PageMaster]) -> Vec<Facts> {
    let mut counts = vec![0, 1];
    for master in masters {
        for arrangement in &master.arrangements {
            thresholds(&arrangement.when, &mut counts);
            frame_thresholds(&arrangement.frames, &mut counts);
        }
    }
    counts.sort_unstable();
    counts.dedup();
    let facts = |contacts: usize, bits: u8| Facts {
        emergency: bits & 1 != 0,
        logo: bits & 2 != 0,
        qr: bits & 4 != 0,
        tight: bits & 8 != 0,
        first: bits & 16 != 0,
        sheet: bits & 32 != 0,
        // What is only for long addresses or lists is one way more, never the only one.
        long: false,
        lists: false,
        contacts,
        others: contacts,
    };
    counts.iter().flat_map(|contacts| (0..64).map(move |bits| facts(*contacts, bits))).collect()
}

/// The numbers of contacts on both sides of each condition.
fn thresholds(when: &[When], counts: &mut Vec<usize>) {
    for when in when {
        match when {
            When::ContactsUpTo(most) | When::OthersUpTo(most) => {
                counts.extend([usize::from(*most), usize::from(*most) + 1]);
            }
            When::ContactsFrom(least) | When::OthersFrom(least) => {
                counts.extend([usize::from(*least).saturating_sub(1), usize::from(*least)]);
            }
            _ => {}
        }
    }
}

fn frame_thresholds(frames: &[Frame], counts: &mut Vec<usize>) {
    for frame in frames {
        thresholds(&frame.when, counts);
        if let Content::Frames(inner) = &frame.content {
            frame_thresholds(inner, counts);
        }
    }
}

fn housed(masters: &[PageMaster], facts: Facts) -> Housed {
    masters.iter().fold(0, |all, master| {
        let own = match master.repeat {
            Repeat::Once => (1, 7),
            Repeat::Sections(first, last) => (first, last),
        };
        // Whichever arrangement is taken, a section has to be in it.
        let there = master.arrangements.iter().filter(|way| way.when.iter().all(|when| when.holds(facts)));
        let each = there.map(|way| housed_in(&way.frames, own, facts));
        all | each.reduce(|both, other| both & other).unwrap_or(0)
    })
}

fn housed_in(frames: &[Frame], own: (u8, u8), facts: Facts) -> Housed {
    let there = frames.iter().filter(|frame| frame.when.iter().all(|when| when.holds(facts)));
    there.fold(0, |all, frame| match &frame.content {
        Content::Frames(inner) => all | housed_in(inner, own, facts),
        Content::Sections(flow) => all | bits(flow.sections.unwrap_or(own)),
        Content::Thread(thread) => all | bits(thread.sections.sections.unwrap_or(own)),
        _ => all,
    })
}

fn bits((first, last): (u8, u8)) -> Housed {
    (first..=last).fold(0, |bits, number| bits | 1 << (number - 1))
}
