//! Pouring: takes pieces and the heights of rooms, gives which pieces stand in which room.

use std::ops::Range;

use super::pieces::{Kind, Piece, Seam};
use crate::geom::Pt;

/// Rounding of sums is no overflow.
const SLACK: Pt = Pt::new(0.05);

/// What it costs to end a page at a seam, as a share of a page that is left empty instead.
const fn cost(seam: Seam) -> f32 {
    match seam {
        Seam::Section => 0.0,
        Seam::Block => 0.05,
        Seam::Item => 0.12,
        Seam::Line => 0.24,
        Seam::Lone => 4.0,
        Seam::Never => 40.0,
    }
}

/// The pieces of each room, in as many rooms as are needed; `room` gives the height of each. Every room ends where it
/// breaks least for the height that it leaves empty.
pub(super) fn as_needed(pieces: &[Piece], room: impl Fn(usize) -> Pt) -> Vec<Range<usize>> {
    let pieces = &kept_contacts(pieces, room(1));
    let mut rooms: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    while from < pieces.len() {
        let height = room(rooms.len());
        let to = end_of_room(pieces, from, height, rooms.is_empty());
        rooms.push(from..to);
        from = to;
    }
    rooms
}

/// The pieces of each room where there are so many rooms of these heights; `None` where they cannot hold all, or where
/// a room would have to end at a worse seam. Every room is as full as can be.
pub(super) fn into_rooms(pieces: &[Piece], rooms: &[Pt], worst: Seam) -> Option<Vec<Range<usize>>> {
    let (mut filled, mut from) = (Vec::with_capacity(rooms.len()), 0);
    for height in rooms {
        let full = from + fitting(&pieces[from..], *height);
        let ends_well = |to: &usize| *to == from || pieces.get(*to).is_none_or(|next| next.before <= worst);
        let to = (from..=full).rev().find(ends_well)?;
        filled.push(from..to);
        from = to;
    }
    (from == pieces.len()).then_some(filled)
}

/// Contacts that have room on one page stay together on it.
fn kept_contacts(pieces: &[Piece], page: Pt) -> Vec<Piece> {
    let mut pieces = pieces.to_vec();
    let is_contact = |piece: &Piece| matches!(piece.kind, Kind::Contact(_));
    let mut at = 0;
    while let Some(title) = pieces[at..].iter().position(|piece| piece.kind == Kind::ContactsTitle) {
        let first = at + title;
        let end = first + 1 + pieces[first + 1..].iter().take_while(|piece| is_contact(piece)).count();
        if height_of(&pieces[first..end]) <= page + SLACK {
            pieces[first + 2..end].iter_mut().for_each(|piece| piece.before = Seam::Lone);
        }
        at = end;
    }
    pieces
}

fn end_of_room(pieces: &[Piece], from: usize, height: Pt, is_first: bool) -> usize {
    let next_page = pieces[from + 1..].iter().position(|piece| is_first && piece.opens_page);
    let last = next_page.map_or(pieces.len(), |next| from + 1 + next);
    let full = from + fitting(&pieces[from..last], height);
    if full == last {
        return last;
    }
    // Something has to stand here, or the text would never come to its end.
    let mut best = (full.max(from + 1), f32::MAX);
    let mut filled = Pt::ZERO;
    for to in from + 1..=full {
        let piece = &pieces[to - 1];
        filled += piece.height + if to - 1 > from { piece.gap } else { Pt::ZERO };
        let price = (height - filled) / height + cost(pieces[to].before);
        if price <= best.1 {
            best = (to, price);
        }
    }
    best.0
}

/// How many of the pieces fit into a height.
fn fitting(pieces: &[Piece], height: Pt) -> usize {
    let mut filled = Pt::ZERO;
    for (at, piece) in pieces.iter().enumerate() {
        filled += piece.height + if at > 0 { piece.gap } else { Pt::ZERO };
        if filled > height + SLACK {
            return at;
        }
    }
    pieces.len()
}

/// Height of pieces below each other.
pub(super) fn height_of(pieces: &[Piece]) -> Pt {
    let all = pieces.iter().map(|piece| piece.gap + piece.height).sum::<Pt>();
    all - pieces.first().map_or(Pt::ZERO, |piece| piece.gap)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(before: Seam, height: f32) -> Piece {
        let kind = Kind::Lines(0, 0, 0..1);
        Piece { kind, gap: Pt::new(1.0), height: Pt::new(height), before, opens_page: false }
    }

    fn poured(pieces: &[Piece]) -> Vec<Range<usize>> {
        as_needed(pieces, |_| Pt::new(100.0))
    }

    #[test]
    fn a_page_ends_where_it_breaks_least() {
        let all = [(Seam::Section, 76.0), (Seam::Section, 10.0), (Seam::Never, 8.0), (Seam::Line, 40.0)];
        let pieces: Vec<Piece> = all.iter().map(|(seam, height)| piece(*seam, *height)).collect();
        assert_eq!(poured(&pieces), [0..1, 1..4], "a heading and two lines go with their text");
        let all = [(Seam::Section, 30.0), (Seam::Section, 20.0), (Seam::Never, 40.0), (Seam::Line, 40.0)];
        let pieces: Vec<Piece> = all.iter().map(|(seam, height)| piece(*seam, *height)).collect();
        assert_eq!(poured(&pieces), [0..3, 3..4], "a page is not left two thirds empty");
    }

    #[test]
    fn what_has_to_stay_together_is_parted_only_where_no_page_holds_it() {
        let tall: Vec<Piece> =
            (0..5).map(|at| piece(if at == 0 { Seam::Section } else { Seam::Never }, 30.0)).collect();
        assert_eq!(poured(&tall), [0..3, 3..5]);
        assert_eq!(poured(&[piece(Seam::Section, 300.0), piece(Seam::Never, 10.0)]), [0..1, 1..2]);
    }

    #[test]
    fn contacts_stay_together_where_they_can_and_what_follows_them_begins_a_page() {
        let contact = |at: usize| Piece { kind: Kind::Contact(at), ..piece(Seam::Block, 25.0) };
        let title = Piece { kind: Kind::ContactsTitle, ..piece(Seam::Section, 20.0) };
        let first = Piece { before: Seam::Never, ..contact(0) };
        let text = Piece { opens_page: true, ..piece(Seam::Section, 30.0) };
        let all = [title.clone(), first.clone(), contact(1), text, title, first, contact(1)];
        assert_eq!(poured(&all), [0..3, 3..4, 4..7]);
    }
}
