//! Tones: pictures of every kind of logo, and how much of each is lost on a ground.

use std::sync::OnceLock;

use briefpress::color::Rgb;
use briefpress::image::{Channels, Picture, Samples};

const WHITE: Rgb = Rgb::new(255, 255, 255);
const TEAL: Rgb = Rgb::new(0x0f, 0x4c, 0x5c);

/// A picture of 20 × 10 pixels: a bar of one grey across its middle, the rest of another, or clear.
fn bar(bar: u8, rest: Option<u8>) -> Picture {
    let is_bar = |at: usize| (3..7).contains(&(at / 20)) && (2..18).contains(&(at % 20));
    let samples: Vec<u8> = (0..200).map(|at| if is_bar(at) { bar } else { rest.unwrap_or(0) }).collect();
    let alpha: Vec<u8> = (0..200).map(|at| if is_bar(at) { 255 } else { 0 }).collect();
    Picture {
        width: 20,
        height: 10,
        channels: Channels::Gray,
        samples: Samples::Raw(samples.into()),
        alpha: rest.is_none().then(|| alpha.into()),
        own_inks: None,
        tones: OnceLock::new(),
    }
}

#[test]
fn a_clear_logo_is_seen_or_lost_by_what_lies_behind() {
    for (grey, on_white, on_teal) in [(255, 1.0, 0.0), (0, 0.0, 0.0), (60, 0.0, 1.0)] {
        let picture = bar(grey, None);
        assert_eq!(picture.tones().lost(WHITE, 1.6), on_white, "{grey}");
        assert_eq!(picture.tones().lost(TEAL, 1.6), on_teal, "{grey}");
        assert!(!picture.tones().is_opaque());
    }
}

#[test]
fn a_logo_saved_on_white_is_its_letters_and_not_the_white() {
    let dark = bar(30, Some(255));
    assert!(dark.tones().is_opaque() && dark.tones().has_ground(WHITE) && !dark.tones().has_ground(TEAL));
    assert_eq!((dark.tones().lost(WHITE, 1.6), dark.tones().lost(TEAL, 1.6)), (0.0, 0.0));
    // Pale letters on white are lost wherever the picture stands.
    assert_eq!(bar(230, Some(255)).tones().lost(TEAL, 1.6), 1.0);
    // One tone and nothing else is a picture all the same.
    assert_eq!(bar(40, Some(40)).tones().lost(WHITE, 1.6), 1.0);
}
