//! That texts put together from their words are as if they had been shaped whole.

use super::*;
use crate::font::FontSet;
use crate::text::{ParagraphSpec, Shaper};

const WEIGHTS: [Weight; 6] =
    [Weight::REGULAR, Weight(450), Weight(600), Weight::BOLD, Weight(720), Weight::EXTRA_BOLD];

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }
}

/// Puts a text together from its words, if that can be, and shapes it whole: both must give the same. Whether
/// it could be put together.
fn compare(known: &mut Shaper, whole: &mut Shaper, pieces: &[Piece<'_>], language: &str) -> bool {
    let spec = ParagraphSpec { pieces, language };
    let put = known.shape_of_known_words(&spec);
    let is_put = put.is_some();
    if let Some(put) = put {
        assert_eq!(put, whole.shape_whole(&spec), "{pieces:?}");
    }
    is_put
}

fn piece(text: &str, weight: Weight, key: u16) -> Piece<'_> {
    Piece { text, weight, tabular: false, key, keep: false }
}

#[test]
fn letters_beside_spaces_are_kerned_as_the_face_wants() {
    let (mut known, mut whole) = (Shaper::new(&FontSet::embedded()), Shaper::new(&FontSet::embedded()));
    let letters: Vec<char> = (' '..='€')
        .filter(|c| is_plain(*c) && (c.is_alphanumeric() || matches!(c, '.' | '’' | '–')))
        .collect();
    let (mut dice, mut put) = (Dice(3), 0);
    for _ in 0..8_000 {
        let mut letter = || letters[dice.below(letters.len())];
        let text: String = [letter(), letter(), ' ', letter(), letter(), ' ', letter()].iter().collect();
        let tabular = dice.below(2) == 0;
        let pieces = [Piece { tabular, ..piece(&text, WEIGHTS[dice.below(WEIGHTS.len())], 0) }];
        put += usize::from(compare(&mut known, &mut whole, &pieces, "en-GB"));
    }
    assert!(put > 3_000, "only {put} were put together");
}

#[test]
fn texts_put_together_are_as_if_shaped_whole() {
    let words = [
        "child",
        "A",
        "I",
        "Ty",
        "we",
        "the",
        "difficult",
        "office,",
        "Section",
        "47",
        "(MASH)",
        "0800",
        "1111",
        "“told",
        "me”",
        "can’t",
        "'no'",
        "\"yes\"",
        "9am–5pm",
        "self-harm",
        "multi-agency:",
        "and/or",
        "–",
        "—",
        "…",
        "e.g.",
        "£5",
        "50%",
        "3rd",
        "help@nspcc.org.uk",
        "www.ceop.police.uk/safety-centre",
        "(",
        ")",
        "[x]",
        "Ysgol",
        "ŵyr",
        "życie",
        "Łódź",
        "4",
        "May",
        "2027.",
        "AVATAR",
        "To:",
        "•",
        "·",
        "ffi",
        "!",
        "¿qué",
        "«a»",
        "«",
        "»",
        "“",
        "”",
        "#1",
        "&",
        "+44",
        "(0)1709",
        "/",
        "-",
        "a-",
        "-a",
        "C&A",
        "½",
        "°C",
        "20°",
        "*",
        "ѕ",
        "\u{ad}x",
        "x\u{a0}y",
        "漢",
        "سلام",
        "🙂",
        "1,000",
        "a/b",
        "?",
        "so?",
        "{",
        "}",
        "|",
    ];
    let (mut known, mut whole) = (Shaper::new(&FontSet::embedded()), Shaper::new(&FontSet::embedded()));
    let (mut dice, mut put) = (Dice(7), 0);
    for round in 0..6_000 {
        let language = ["en-GB", "cy", "pl", "ro", "tr"][dice.below(5)];
        // Mostly words that are plain, for a word that is not takes the whole text with it.
        let common = if round % 3 == 0 { words.len() } else { 32 };
        let mut texts = Vec::new();
        for _ in 0..=dice.below(4) {
            let mut text = String::new();
            for _ in 0..dice.below(7) {
                text.push_str(words[dice.below(common)]);
                text.push_str(
                    [" ", " ", " ", " ", "  ", "", "\n", "\t"]
                        [dice.below(if round % 2 == 0 { 4 } else { 8 })],
                );
            }
            texts.push((
                text,
                WEIGHTS[dice.below(WEIGHTS.len())],
                dice.below(3) == 0,
                dice.below(3) as u16,
                dice.below(5) == 0,
            ));
        }
        let pieces: Vec<Piece<'_>> = texts
            .iter()
            .map(|(text, weight, tabular, key, keep)| Piece {
                text,
                weight: *weight,
                tabular: *tabular,
                key: *key,
                keep: *keep,
            })
            .collect();
        put += usize::from(compare(&mut known, &mut whole, &pieces, language));
    }
    assert!(put > 1_000, "only {put} were put together");
}
