//! JPEG files, written block by block: each block has one colour, so one coefficient says it all.

use briefpress::image::{Channels, Ink, Picture, Samples};

use super::{channels, samples, too_many_pixels};

/// A picture in the making: blocks of 8 × 8 pixels, each with its samples.
struct Jpeg<'a> {
    /// Blocks across and down.
    blocks: (u16, u16),
    /// Samples of each block, one a component.
    colours: &'a [&'a [u8]],
    /// How Adobe's segment says that colours are coded, where there is one.
    adobe: Option<u8>,
    /// How the camera was held, as Exif says it.
    orientation: Option<u8>,
}

fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    [&[0xff, marker], &(data.len() as u16 + 2).to_be_bytes()[..], data].concat()
}

impl Jpeg<'_> {
    /// The file (ITU-T T.81, baseline). The one Huffman table has all codes four bits long; a quantiser of 8
    /// makes the first coefficient the sample itself, less 128.
    fn file(&self) -> Vec<u8> {
        let components = self.colours[0].len() as u8;
        let mut file = vec![0xff, 0xd8];
        if let Some(transform) = self.adobe {
            file.extend(segment(0xee, &[&b"Adobe\0\x64\0\0\0\0"[..], &[transform]].concat()));
        }
        if let Some(orientation) = self.orientation {
            // A little-endian TIFF with one entry: tag 0x112, a short.
            let entry = [0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0];
            file.extend(segment(0xe1, &[&b"Exif\0\0II*\0\x08\0\0\0\x01\0"[..], &entry, &[0; 4]].concat()));
        }
        file.extend(segment(0xdb, &[&[0][..], &[8; 64]].concat()));
        let (across, down) = (self.blocks.0 * 8, self.blocks.1 * 8);
        let mut frame = vec![8];
        frame.extend(down.to_be_bytes());
        frame.extend(across.to_be_bytes());
        frame.push(components);
        frame.extend((1..=components).flat_map(|id| [id, 0x11, 0]));
        file.extend(segment(0xc0, &frame));
        file.extend(segment(0xc4, &[&[0, 0, 0, 0, 9][..], &[0; 12], &[0, 1, 2, 3, 4, 5, 6, 7, 8]].concat()));
        file.extend(segment(0xc4, &[&[0x10, 1][..], &[0; 15], &[0]].concat()));
        let mut scan = vec![components];
        scan.extend((1..=components).flat_map(|id| [id, 0]));
        scan.extend([0, 63, 0]);
        file.extend(segment(0xda, &scan));
        file.extend(self.data(usize::from(components)));
        file.extend([0xff, 0xd9]);
        file
    }

    fn data(&self, components: usize) -> Vec<u8> {
        let (mut bits, mut before) = (Vec::new(), vec![0_i32; components]);
        let mut push =
            |value: u32, count: u32| bits.extend((0..count).rev().map(|bit| value >> bit & 1 == 1));
        for block in self.colours {
            for (sample, before) in block.iter().zip(&mut before) {
                let value = i32::from(*sample) - 128;
                let step = value - std::mem::replace(before, value);
                let length = u32::BITS - step.unsigned_abs().leading_zeros();
                push(length, 4);
                // A negative step is written as its distance from the least of its length.
                let coded = if step < 0 { step + (1 << length) - 1 } else { step };
                push(coded.unsigned_abs(), length);
                push(0, 1);
            }
        }
        let bytes = bits.chunks(8).flat_map(|bits| {
            let byte = (0..8).fold(0, |byte, at| byte << 1 | u8::from(*bits.get(at).unwrap_or(&true)));
            if byte == 0xff { vec![byte, 0] } else { vec![byte] }
        });
        bytes.collect()
    }

    fn decode(&self) -> Picture {
        Picture::decode(&self.file()).expect("a sound picture")
    }
}

/// The pixel in the middle of a block, of `count` channels.
fn pixel(raw: &[u8], width: u32, block: (u32, u32), count: usize) -> &[u8] {
    let at = ((block.1 * 8 + 4) * width + block.0 * 8 + 4) as usize * count;
    &raw[at..at + count]
}

fn near(a: &[u8], b: &[u8], most: u8) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.abs_diff(*b) <= most)
}

#[test]
fn an_upright_grey_file_goes_into_the_pdf_as_it_is() {
    let jpeg = Jpeg { blocks: (1, 1), colours: &[&[200]], adobe: None, orientation: None };
    let picture = jpeg.decode();
    assert_eq!(channels(&picture), (8, 8, Channels::Gray));
    let Samples::Jpeg(kept) = &picture.samples else { panic!("it was decoded for good") };
    assert_eq!(kept[..], jpeg.file()[..]);
    assert_eq!(picture.inks(), Ink::Black(vec![200; 64]));
}

#[test]
fn a_file_whose_data_ends_early_is_refused() {
    let jpeg = Jpeg { blocks: (1, 1), colours: &[&[200]], adobe: None, orientation: None };
    let file = jpeg.file();
    for length in [file.len() - 2, file.len() - 3] {
        assert!(Picture::decode(&file[..length]).is_err(), "the first {length} bytes of {}", file.len());
    }
    // What a camera adds behind the end is no part of the picture.
    assert!(Picture::decode(&[&file[..], &[0; 40]].concat()).is_ok());
}

#[test]
fn a_picture_from_a_camera_held_upright_is_turned_and_tells_no_place() {
    // Two blocks side by side, black and white; the camera was turned, so white belongs below.
    let held = |orientation| Jpeg {
        blocks: (2, 1),
        colours: &[&[0], &[255]],
        adobe: None,
        orientation: Some(orientation),
    };
    let picture = held(6).decode();
    assert_eq!(channels(&picture), (8, 16, Channels::Gray));
    let raw = samples(&picture);
    assert_eq!((pixel(&raw, 8, (0, 0), 1)[0], pixel(&raw, 8, (0, 1), 1)[0]), (0, 255));
    let over = samples(&held(3).decode());
    assert_eq!((pixel(&over, 16, (0, 0), 1)[0], pixel(&over, 16, (1, 0), 1)[0]), (255, 0));
    let upright = held(1).decode();
    let Samples::Jpeg(kept) = &upright.samples else { panic!("nothing had to be turned") };
    assert!(!kept.windows(4).any(|bytes| bytes == b"Exif"));
}

/// Cyan, magenta, black alone, and paper; as inks, 255 for full.
const INKS: [[u8; 4]; 4] = [[255, 0, 0, 0], [0, 255, 0, 0], [0, 0, 0, 255], [0, 0, 0, 0]];

fn check_inks(jpeg: &Jpeg<'_>, expected: &[[u8; 4]; 4], most: u8) {
    let picture = jpeg.decode();
    assert_eq!(picture.channels, Channels::Rgb);
    let (Ink::Process(inks), raw) = (picture.inks(), samples(&picture)) else { panic!("it has inks") };
    for (block, expected) in (0..).zip(expected) {
        let found = pixel(&inks, picture.width, (block, 0), 4);
        assert!(near(found, expected, most), "block {block}: {found:?}, not {expected:?}");
    }
    let [cyan, magenta, black, paper] = [0, 1, 2, 3].map(|block| pixel(&raw, picture.width, (block, 0), 3));
    assert!(cyan[0] < 80 && cyan[1] > 120 && cyan[2] > 180, "cyan is {cyan:?}");
    assert!(magenta[0] > 180 && magenta[1] < 80, "magenta is {magenta:?}");
    assert!(black.iter().all(|channel| *channel < 60), "black is {black:?}");
    assert!(paper.iter().all(|channel| *channel > 250), "paper is {paper:?}");
}

#[test]
fn inks_stay_as_they_are_for_a_press_and_become_colours_for_a_screen() {
    let plain: Vec<&[u8]> = INKS.iter().map(|inks| &inks[..]).collect();
    let jpeg = Jpeg { blocks: (4, 1), colours: &plain, adobe: None, orientation: None };
    check_inks(&jpeg, &INKS, 1);
    // Adobe programs write 255 for no ink.
    let inverted = INKS.map(|inks| inks.map(|ink| 255 - ink));
    let inverted: Vec<&[u8]> = inverted.iter().map(|inks| &inks[..]).collect();
    check_inks(&Jpeg { colours: &inverted, adobe: Some(0), ..jpeg }, &INKS, 1);
}

#[test]
fn inks_coded_as_brightness_and_colour_come_out_the_same() {
    // Adobe's YCCK: what is left of the inverted inks is coded like red, green and blue, black apart.
    let coded = INKS.map(|[c, m, y, k]| {
        let [r, g, b] = [c, m, y].map(f32::from);
        let luma = 0.299 * r + 0.587 * g + 0.114 * b;
        let (blue, red) = (128.0 + 0.564 * (b - luma), 128.0 + 0.713 * (r - luma));
        let byte = |value: f32| value.round().clamp(0.0, 255.0) as u8;
        [byte(luma), byte(blue), byte(red), 255 - k]
    });
    let coded: Vec<&[u8]> = coded.iter().map(|samples| &samples[..]).collect();
    check_inks(&Jpeg { blocks: (4, 1), colours: &coded, adobe: Some(2), orientation: None }, &INKS, 4);
}

#[test]
fn turned_inks_are_turned_for_both() {
    let plain: Vec<&[u8]> = INKS[..2].iter().map(|inks| &inks[..]).collect();
    let picture = Jpeg { blocks: (2, 1), colours: &plain, adobe: None, orientation: Some(6) }.decode();
    let (Ink::Process(inks), raw) = (picture.inks(), samples(&picture)) else { panic!("it has inks") };
    assert_eq!((picture.width, picture.height), (8, 16));
    assert!(near(pixel(&inks, 8, (0, 0), 4), &INKS[0], 1) && near(pixel(&inks, 8, (0, 1), 4), &INKS[1], 1));
    assert!(pixel(&raw, 8, (0, 0), 3)[0] < 80 && pixel(&raw, 8, (0, 1), 3)[0] > 180);
}

#[test]
fn more_ink_than_paper_holds_is_taken_back() {
    let jpeg = Jpeg { blocks: (1, 1), colours: &[&[255, 255, 255, 255]], adobe: None, orientation: None };
    let Ink::Process(inks) = jpeg.decode().inks() else { panic!("it has inks") };
    assert_eq!(inks[..4], [170, 170, 170, 255]);
}

#[test]
fn a_huge_picture_is_called_huge_before_anything_is_read_of_it() {
    let small = Jpeg { blocks: (1, 1), colours: &[&[200]], adobe: None, orientation: None }.file();
    let frame = small.windows(2).position(|bytes| bytes == [0xff, 0xc0]).expect("a frame header");
    let mut huge = small[..frame + 13].to_vec();
    huge[frame + 5..frame + 9].copy_from_slice(&[0x75, 0x30, 0x75, 0x30]);
    assert!(too_many_pixels(Picture::decode(&huge)));
}

/// A decoder fills what is missing with grey, and the lower half of a logo is gone without a word.
#[test]
fn a_file_that_breaks_off_is_refused() {
    let colours: Vec<&[u8]> = vec![&[200, 40, 60]; 16];
    let file = Jpeg { blocks: (4, 4), colours: &colours, adobe: None, orientation: Some(1) }.file();
    assert!(Picture::decode(&file).is_ok());
    let data = file.windows(2).position(|pair| pair == [0xff, 0xda]).expect("it has data");
    for length in data..file.len() - 1 {
        let why = Picture::decode(&file[..length]).expect_err("its end is missing").to_string();
        assert!(why.contains("damaged"), "{length} of {}: {why}", file.len());
    }
}
