//! The key of options: takes what is to be made, gives it as a line of text by which records know it again.
//!
//! Written by hand, for what a program prints for its makers may change without notice, and then every record would
//! be void. Each struct is taken apart whole: a new field does not compile until it is in the key.

use super::{Options, Sizes, Wanted};
use crate::geom::{Point, Pt, Size, Turn};
use crate::impose::Imposition;
use crate::layout::{Flip, NoteSide, Notes, Order, Sheet};
use crate::target::{Exchange, Press, Target};

impl Options {
    /// All options that decide about a byte. The day decides about none, nor does how all the others were typed.
    #[must_use]
    pub fn key(&self) -> String {
        let Options { documents, twins, look, targets, sizes, sheets, png, mono, now, today: _, typed: _ } =
            self;
        let documents = documents.iter().map(|document| document.as_str());
        let documents: Vec<&str> = documents.chain(twins.iter().map(|twin| twin.as_str())).collect();
        let targets: Vec<String> = targets.iter().map(target).collect();
        let sheets: Vec<String> = sheets.iter().map(wanted).collect();
        let now = now.map_or_else(|| "none".to_owned(), |now| now.0.to_string());
        let parts = [
            documents.join("+"),
            look.unwrap_or("own look").to_owned(),
            targets.join("+"),
            self::sizes(sizes),
            sheets.join("+"),
            if *mono { "mono" } else { "colour" }.to_owned(),
            png.map_or_else(String::new, |dots| format!("png {dots}")),
            now,
        ];
        parts.join(";")
    }
}

fn target(target: &Target) -> String {
    match target {
        Target::Screen => "screen".to_owned(),
        Target::ScreenUa2 => "screen ua2".to_owned(),
        Target::Print(Press { exchange, bleed, marks }) => {
            let exchange = match exchange {
                Exchange::X4 => "print",
                Exchange::X1a => "print x1a",
            };
            format!("{exchange} {} {}", length(*bleed), if *marks { "marks" } else { "plain" })
        }
    }
}

fn sizes(sizes: &Sizes) -> String {
    let Sizes { poster, card } = sizes;
    let (poster, card) = (poster.map_or("own", |paper| paper.as_str()), card.map(size));
    format!("{poster} {}", card.as_deref().unwrap_or("own"))
}

fn wanted(wanted: &Wanted) -> String {
    let Wanted { imposition, test } = wanted;
    let Imposition { sheet, flip, offset, offset_back, start_at } = imposition;
    let back = offset_back.map_or_else(|| "same".to_owned(), point);
    let flip = flip.map_or("own", self::flip);
    format!(
        "{} {flip} {} {back} {start_at} {}",
        self::sheet(sheet),
        point(*offset),
        if *test { "test" } else { "plain" }
    )
}

fn sheet(sheet: &Sheet) -> String {
    let Sheet {
        name,
        title: _,
        document,
        paper,
        columns,
        rows,
        cell,
        turn,
        first,
        pitch,
        bleed,
        marks,
        outline,
        order,
        flip,
        notes,
        spare,
    } = sheet;
    let order = match order {
        Order::Copies => "copies",
        Order::Reading => "reading",
        Order::Saddle => "saddle",
    };
    let turn = match turn {
        Turn::None => "none",
        Turn::Right => "right",
        Turn::Half => "half",
        Turn::Left => "left",
    };
    let sizes = [size(*paper), size(*cell), point(*first), size(*pitch), length(*bleed)].join(" ");
    let words = [document.as_str(), turn, order, self::flip(*flip)].join(" ");
    let notes = notes.as_ref().map_or_else(|| "none".to_owned(), self::notes);
    let spare = spare.map_or_else(|| "none".to_owned(), length);
    format!("{name} {columns}x{rows} {sizes} {words} {marks} {outline} {notes} {spare}")
}

fn notes(notes: &Notes) -> String {
    let Notes { side, gap, length: long, lines, spacing } = notes;
    let side = match side {
        NoteSide::Right => "right",
        NoteSide::Below => "below",
    };
    format!("{side} {} {} {lines} {}", length(*gap), length(*long), length(*spacing))
}

const fn flip(flip: Flip) -> &'static str {
    match flip {
        Flip::LongEdge => "long-edge",
        Flip::ShortEdge => "short-edge",
    }
}

/// Rust writes a number with as many digits as tell it from every other.
fn length(length: Pt) -> String {
    length.get().to_string()
}

fn point(at: Point) -> String {
    format!("{},{}", at.x.get(), at.y.get())
}

fn size(size: Size) -> String {
    format!("{}x{}", size.w.get(), size.h.get())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::Paper;
    use crate::layout::DocumentKind;
    use crate::twin::Twin;

    #[test]
    fn each_option_is_in_the_key() {
        let plain = Options {
            documents: vec![DocumentKind::Poster],
            targets: vec![Target::Screen],
            ..Options::default()
        };
        assert_eq!(plain.key(), "poster;own look;screen;own own;;colour;;none");
        let press = Press { exchange: Exchange::X4, bleed: Pt::mm(3.0), marks: true };
        let others = [
            Options { documents: vec![DocumentKind::Card], ..plain.clone() },
            Options { twins: vec![Twin::Web], ..plain.clone() },
            Options { targets: vec![Target::Print(press)], ..plain.clone() },
            Options { targets: vec![Target::Print(Press { marks: false, ..press })], ..plain.clone() },
            Options {
                targets: vec![Target::Print(Press { exchange: Exchange::X1a, ..press })],
                ..plain.clone()
            },
            Options { sizes: Sizes { poster: Some(Paper::A3), card: None }, ..plain.clone() },
            Options { png: Some(150), ..plain.clone() },
            Options { png: Some(300), ..plain.clone() },
            Options { mono: true, ..plain.clone() },
        ];
        let mut keys: Vec<String> = others.iter().map(Options::key).chain([plain.key()]).collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), others.len() + 1);
    }
}
