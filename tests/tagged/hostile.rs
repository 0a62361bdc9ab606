//! Damage: takes our own PDFs, changes bytes, numbers and names in them, and wants tags or a trouble, never a panic.

use std::time::{Duration, Instant};

use briefpress::tagged::{Trouble, read, say};
use briefpress::target::Target;

use super::{BRIEFINGS, made};
use crate::dice::{Dice, times};

/// Names and numbers that a reader goes by, and what a hostile hand puts in their place, as long as they are.
const SWAPS: [(&[u8], &[u8]); 12] = [
    (b"/Kids", b"/Kidz"),
    (b"/K ", b"/P "),
    (b"/P ", b"/K "),
    (b"/Pg ", b"/Pg-"),
    (b"/Type/Page", b"/Type/Pagf"),
    (b"/Length ", b"/Length-"),
    (b"/Length ", b"/Length9"),
    (b"/Contents", b"/Resource"),
    (b"/Filter", b"/Filtre"),
    (b"/ToUnicode", b"/ToUnicodf"),
    (b"/Root", b"/Roof"),
    (b" 0 R", b"99 R"),
];

fn damaged(good: &[u8], seed: u64) -> Vec<u8> {
    let mut dice = Dice::new(seed);
    let mut bytes = good.to_vec();
    for _ in 0..=dice.roll(6) {
        match dice.roll(6) {
            0 => {
                let at = dice.roll(bytes.len());
                bytes[at] = dice.roll(256) as u8;
            }
            1 => {
                let keep = dice.roll(bytes.len());
                bytes.truncate(keep.max(1));
            }
            2 => {
                let (from, length) = (dice.roll(bytes.len()), dice.roll(200));
                bytes.drain(from..(from + length).min(bytes.len()).max(from));
            }
            3 => {
                let (from, to) = (dice.roll(bytes.len()), dice.roll(bytes.len()));
                let piece = bytes[from..(from + 400).min(bytes.len())].to_vec();
                bytes.splice(to..to, piece);
            }
            4 => {
                let digits: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()).collect();
                if !digits.is_empty() {
                    bytes[digits[dice.roll(digits.len())]] = b'0' + dice.roll(10) as u8;
                }
            }
            _ => {
                let (from, to) = SWAPS[dice.roll(SWAPS.len())];
                let places: Vec<usize> = bytes
                    .windows(from.len())
                    .enumerate()
                    .filter(|(_, w)| *w == from)
                    .map(|(at, _)| at)
                    .collect();
                if !places.is_empty() {
                    let at = places[dice.roll(places.len())];
                    bytes[at..at + to.len()].copy_from_slice(to);
                }
            }
        }
        if bytes.is_empty() {
            bytes.push(b'%');
        }
    }
    bytes
}

#[test]
fn damage_gives_tags_or_a_trouble() {
    let poster = made(BRIEFINGS[0].1, Target::Screen).swap_remove(0).bytes;
    let (mut read_all, mut refused) = (0, 0);
    let began = Instant::now();
    for seed in 0..3_000 * times() {
        match read(&damaged(&poster, seed)) {
            Ok(tagged) => {
                assert!(say(&tagged).starts_with("[title]"), "seed {seed}");
                read_all += 1;
            }
            Err(trouble) => {
                assert!(trouble.why().starts_with("this"), "seed {seed}");
                refused += 1;
            }
        }
    }
    assert!(
        read_all > 100 && refused > 100,
        "{read_all} read, {refused} refused: the damage is too weak or too strong"
    );
    assert!(began.elapsed() < Duration::from_secs(240 * times()), "{:?}", began.elapsed());
}

/// A file of these objects, numbered from 1; the first is the catalogue.
pub fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", at + 1).into_bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let table = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    for place in places {
        bytes.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    let end = format!("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF", objects.len() + 1);
    bytes.extend(end.into_bytes());
    bytes
}

pub fn stream(entries: &str, bytes: &[u8]) -> Vec<u8> {
    let mut object = format!("<<{entries}/Length {}>>stream\n", bytes.len()).into_bytes();
    object.extend(bytes);
    object.extend(b"\nendstream");
    object
}

/// Each must come to its end, and soon.
#[test]
fn circles_and_depths_come_to_an_end() {
    let text = |text: &str| text.as_bytes().to_vec();
    let catalog = text("<</Pages 2 0 R/StructTreeRoot 3 0 R>>");
    let tree = |kid: &str| text(&format!("<</K {kid}>>"));
    let page = text("<</Kids[5 0 R]>>");
    let own = text("<</Contents 6 0 R/Resources<</XObject<</F 6 0 R>>>>>>");
    // A page that is its own page, an element that holds itself, a form that shows itself, a length that needs itself.
    let circles = file(&[
        catalog.clone(),
        text("<</Kids[2 0 R 5 0 R]>>"),
        tree("4 0 R"),
        text("<</S/Sect/K[4 0 R 4 0 R]>>"),
        own.clone(),
        stream("/Subtype/Form/Resources<</XObject<</F 6 0 R>>>>", b"/F Do /F Do"),
    ]);
    assert!(matches!(read(&circles), Err(Trouble::TooMuch(_))), "{:?}", read(&circles));
    let needs_itself = file(&[
        catalog.clone(),
        page.clone(),
        tree("4 0 R"),
        text("<</S/P>>"),
        own.clone(),
        text("<</Length 6 0 R>>stream\nx"),
    ]);
    assert!(matches!(read(&needs_itself), Err(Trouble::Damaged(_))), "{:?}", read(&needs_itself));
    // Elements a thousand deep, as objects of their own.
    let mut deep =
        vec![catalog.clone(), page.clone(), tree("7 0 R"), text("null"), own.clone(), stream("", b"")];
    deep.extend((8..1008).map(|next| text(&format!("<</S/Div/K {next} 0 R>>"))));
    deep.push(text("<</S/P>>"));
    assert!(matches!(read(&file(&deep)), Err(Trouble::TooMuch(_))));
    // Lengths that lead from object to object.
    let mut chain = vec![catalog, page, tree("4 0 R"), text("<</S/P>>"), own];
    chain.extend((7..2007).map(|next| text(&format!("<</Length {next} 0 R>>stream\nx"))));
    chain.push(text("1"));
    assert!(matches!(read(&file(&chain)), Err(Trouble::Damaged(_))));
}

#[test]
fn a_locked_file_is_told() {
    let mut bytes = file(&[b"<</Pages 2 0 R>>".to_vec(), b"<</Kids[]>>".to_vec()]);
    let at = bytes.windows(5).rposition(|window| window == b"/Root").expect("there is a trailer");
    bytes.splice(at..at, b"/Encrypt 9 0 R".iter().copied());
    assert_eq!(read(&bytes), Err(Trouble::Locked));
}
