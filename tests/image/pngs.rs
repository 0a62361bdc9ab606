//! PNG files, written chunk by chunk.

use std::io::Write as _;

use briefpress::image::{Channels, Ink, Picture, PictureError};
use flate2::{Compression, write::ZlibEncoder};

use super::{channels, samples, too_many_pixels};

/// Colour types of the header.
const GREY: u8 = 0;
const COLOUR: u8 = 2;
const PALETTE: u8 = 3;
const GREY_ALPHA: u8 = 4;
const COLOUR_ALPHA: u8 = 6;

/// The checksum of a chunk (PNG, Annex D).
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| if crc & 1 == 1 { 0xEDB8_8320 ^ crc >> 1 } else { crc >> 1 },
        )
    })
}

fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let named = [kind, data].concat();
    [&(data.len() as u32).to_be_bytes(), &named[..], &crc(&named).to_be_bytes()].concat()
}

fn head(width: u32, height: u32, depth: u8, colour: u8) -> Vec<u8> {
    let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
    [b"\x89PNG\r\n\x1a\n", &chunk(b"IHDR", &[&size[..], &[depth, colour, 0, 0, 0]].concat())[..]].concat()
}

/// A picture of these rows, with chunks before its data.
fn png(width: u32, (depth, colour): (u8, u8), before: &[u8], rows: &[&[u8]]) -> Vec<u8> {
    let mut data = ZlibEncoder::new(Vec::new(), Compression::default());
    for row in rows {
        data.write_all(&[&[0], *row].concat()).expect("memory");
    }
    let data = chunk(b"IDAT", &data.finish().expect("memory"));
    let head = head(width, rows.len() as u32, depth, colour);
    [&head[..], before, &data, &chunk(b"IEND", &[])].concat()
}

fn decode(bytes: &[u8]) -> Picture {
    Picture::decode(bytes).expect("a sound picture")
}

#[test]
fn a_transparent_picture_keeps_its_opacity_apart() {
    let picture = decode(&png(2, (8, COLOUR_ALPHA), &[], &[&[255, 0, 0, 255, 0, 0, 255, 64]]));
    assert_eq!(channels(&picture), (2, 1, Channels::Rgb));
    assert_eq!(samples(&picture), [255, 0, 0, 0, 0, 255]);
    assert_eq!(picture.alpha.as_deref(), Some(&[255, 64][..]));
    // A picture that could be transparent and is not has no opacity to carry about.
    let opaque = decode(&png(1, (8, COLOUR_ALPHA), &[], &[&[1, 2, 3, 255]]));
    assert!(opaque.alpha.is_none());
    let grey = decode(&png(1, (8, GREY_ALPHA), &[], &[&[90, 10]]));
    assert_eq!((samples(&grey), grey.alpha.as_deref()), (vec![90], Some(&[10][..])));
}

#[test]
fn a_picture_that_says_how_it_was_held_is_turned() {
    // TIFF, little-endian: one entry, orientation (0x0112), a short, 6: the top of the pixels is the right-hand side.
    let exif = chunk(b"eXIf", b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0");
    let picture = decode(&png(2, (8, GREY), &exif, &[&[10, 200]]));
    assert_eq!((channels(&picture), samples(&picture)), ((1, 2, Channels::Gray), vec![10, 200]));
}

#[test]
fn a_small_picture_cannot_unpack_to_a_large_one() {
    let mut bomb = ZlibEncoder::new(Vec::new(), Compression::default());
    bomb.write_all(&vec![0; 30_000_000]).expect("memory");
    let profile = chunk(b"iCCP", &[b"x\0\0", &bomb.finish().expect("memory")[..]].concat());
    // Whether the decoder refuses such a file or leaves the profile out, it does not unpack it.
    let found = Picture::decode(&png(1, (8, GREY), &profile, &[&[10]]));
    assert!(found.is_err() || found.is_ok_and(|picture| samples(&picture) == [10]));
}

#[test]
fn what_points_to_a_picture_elsewhere_is_named() {
    let pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 123\n";
    assert_eq!(Picture::decode(pointer).err(), Some(PictureError::Pointer));
}

#[test]
fn sixteen_bits_become_eight_and_grey_stays_one_channel() {
    let grey = decode(&png(2, (16, GREY), &[], &[&[0x80, 0x00, 0xff, 0xff]]));
    assert_eq!((channels(&grey), samples(&grey)), ((2, 1, Channels::Gray), vec![128, 255]));
    assert_eq!(grey.inks(), Ink::Black(vec![128, 255]));
    let colour = decode(&png(1, (16, COLOUR), &[], &[&[0xff, 0xff, 0x80, 0x00, 0x00, 0x00]]));
    assert_eq!(samples(&colour), [255, 128, 0]);
    // One bit a pixel: black and white.
    let line = decode(&png(8, (1, GREY), &[], &[&[0b1010_0000]]));
    assert_eq!(samples(&line), [255, 0, 255, 0, 0, 0, 0, 0]);
}

#[test]
fn a_palette_is_resolved_with_its_transparent_entry() {
    let palette = [chunk(b"PLTE", &[255, 184, 28, 15, 76, 92]), chunk(b"tRNS", &[255, 0])].concat();
    let picture = decode(&png(3, (8, PALETTE), &palette, &[&[0, 1, 0]]));
    assert_eq!(channels(&picture), (3, 1, Channels::Rgb));
    let opaque = picture.alpha.as_deref().expect("one entry is clear");
    assert_eq!(opaque, [255, 0, 255]);
    assert_eq!(samples(&picture)[..6], [255, 184, 28, 15, 76, 92]);
}

#[test]
fn colours_become_inks_within_what_paper_holds_and_greys_black_alone() {
    let picture = decode(&png(3, (8, COLOUR), &[], &[&[255, 0, 0, 0, 0, 60, 255, 255, 255]]));
    let Ink::Process(inks) = picture.inks() else { panic!("it has colours") };
    let pixels: Vec<_> = inks.chunks(4).collect();
    assert!(pixels[0][0] < 40 && pixels[0][1] > 200 && pixels[0][2] > 200, "red: {pixels:?}");
    assert!(
        pixels.iter().all(|inks| inks.iter().map(|ink| u32::from(*ink)).sum::<u32>() <= 765),
        "{pixels:?}"
    );
    assert_eq!(pixels[2], [0, 0, 0, 0], "white is paper");
    let grey = decode(&png(2, (8, COLOUR), &[], &[&[7, 7, 7, 200, 200, 200]]));
    assert_eq!(grey.inks(), Ink::Black(vec![7, 200]));
    let mono = picture.to_grey();
    assert_eq!(mono.channels, Channels::Gray);
    assert!(matches!(mono.inks(), Ink::Black(_)));
}

#[test]
fn a_huge_picture_is_called_huge_before_anything_is_read_of_it() {
    // Nothing follows the header: the file is damaged too, but that is not what its owner must hear.
    assert!(too_many_pixels(Picture::decode(&head(30_000, 30_000, 8, COLOUR))));
    assert!(too_many_pixels(Picture::decode(&head(10_001, 1, 8, COLOUR))));
    assert!(too_many_pixels(Picture::decode(&head(9_000, 9_000, 16, COLOUR_ALPHA))));
    let small = Picture::decode(&head(100, 100, 8, COLOUR));
    assert!(matches!(small, Err(PictureError::Broken { .. })), "{small:?}");
    let none = Picture::decode(&head(0, 100, 8, COLOUR));
    assert!(matches!(none, Err(PictureError::Broken { .. })), "{none:?}");
}
