//! Pictures: takes decoded pictures, gives their streams for a target, made once and kept.

use std::collections::HashMap;
use std::sync::Arc;

use pdf_writer::{Filter, Finish as _, Name, Pdf, Ref};

use super::deflate::deflate_picture;
use super::digest::Digest;
use super::paint::Space;
use super::refs::{PicturePart, Refs};
use super::standard::Standard;
use crate::image::{Channels, Ink, Picture, Samples};

/// How many pictures are kept ready; a job has a few logos.
const MOST_KEPT: usize = 16;

/// A picture's stream as it goes into a file.
#[derive(Debug)]
pub(super) struct Stream {
    filter: Filter,
    color_space: &'static [u8],
    bytes: Arc<[u8]>,
    /// What of it is seen.
    alpha: Option<Alpha>,
    /// Stands for the stream in the file's identifier.
    pub(super) digest: u128,
}

/// What of a picture is seen, deflated.
#[derive(Debug)]
enum Alpha {
    /// A byte a pixel: how far its ground shows through.
    Soft(Vec<u8>),
    /// A bit a pixel: 1 where nothing of it is seen (ISO 32000-1, 8.9.6.3).
    Stencil(Vec<u8>),
}

/// A kept stream, with the picture that it was made of: a picture's address names it while it is held.
type Kept = (Arc<Picture>, Arc<Stream>);

/// The streams made so far.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    kept: HashMap<(usize, Space, bool), Kept>,
}

impl Pictures {
    /// The stream of a picture in a colour space, by a standard.
    pub(super) fn stream(
        &mut self,
        picture: &Arc<Picture>,
        space: Space,
        standard: &Standard,
    ) -> Arc<Stream> {
        let key = (Arc::as_ptr(picture).addr(), space, standard.transparency);
        if let Some((_, stream)) = self.kept.get(&key) {
            return Arc::clone(stream);
        }
        if self.kept.len() >= MOST_KEPT {
            self.kept.clear();
        }
        let stream = Arc::new(Stream::of(picture, space, standard.transparency));
        self.kept.insert(key, (Arc::clone(picture), Arc::clone(&stream)));
        stream
    }
}

impl Stream {
    fn of(picture: &Picture, space: Space, transparency: bool) -> Self {
        let (filter, color_space, bytes) = encode(picture, space);
        let alpha = picture.alpha.as_ref().map(|alpha| {
            if transparency {
                Alpha::Soft(deflate_picture(alpha))
            } else {
                Alpha::Stencil(deflate_picture(&stencil(alpha, picture.width as usize)))
            }
        });
        let seen: &[u8] = match &alpha {
            None => &[],
            Some(Alpha::Soft(bytes) | Alpha::Stencil(bytes)) => bytes,
        };
        let digest = Digest::of(&[color_space, &bytes, seen]);
        Stream { filter, color_space, bytes, alpha, digest }
    }

    /// Whether anything shows through in part.
    pub(super) const fn is_transparent(&self) -> bool {
        matches!(self.alpha, Some(Alpha::Soft(_)))
    }

    /// Writes the picture and its opacity.
    pub(super) fn write(&self, pdf: &mut Pdf, refs: &Refs, place: usize, size: (u32, u32)) {
        let opacity = refs.picture(place, PicturePart::Opacity);
        let colour = refs.picture(place, PicturePart::Colour);
        let mask = self.alpha.as_ref().map(|alpha| (alpha, opacity));
        write_image(pdf, colour, (&self.bytes, self.filter, self.color_space), size, mask);
        match &self.alpha {
            Some(Alpha::Soft(alpha)) => {
                write_image(pdf, opacity, (alpha, Filter::FlateDecode, b"DeviceGray"), size, None);
            }
            Some(Alpha::Stencil(bits)) => {
                let mut mask = pdf.image_xobject(opacity, bits);
                mask.image_mask(true).width(size.0 as i32).height(size.1 as i32).bits_per_component(1);
                mask.filter(Filter::FlateDecode);
            }
            None => {}
        }
    }
}

/// One bit a pixel, rows filled up to whole bytes: 1 where opacity is none.
fn stencil(alpha: &[u8], width: usize) -> Vec<u8> {
    let eight = |eight: &[u8]| {
        let bits = eight.iter().enumerate().filter(|(_, alpha)| **alpha == 0);
        bits.fold(0, |byte, (at, _)| byte | 0x80 >> at)
    };
    alpha.chunks(width.max(1)).flat_map(|row| row.chunks(8).map(eight)).collect()
}

fn encode(picture: &Picture, space: Space) -> (Filter, &'static [u8], Arc<[u8]>) {
    match (space, picture.channels, &picture.samples) {
        (_, Channels::Gray, Samples::Jpeg(file)) => (Filter::DctDecode, b"DeviceGray", Arc::clone(file)),
        (_, Channels::Gray, Samples::Raw(raw)) => {
            (Filter::FlateDecode, b"DeviceGray", deflate_picture(raw).into())
        }
        (Space::Rgb, Channels::Rgb, Samples::Jpeg(file)) => {
            (Filter::DctDecode, b"DeviceRGB", Arc::clone(file))
        }
        (Space::Rgb, Channels::Rgb, Samples::Raw(raw)) => {
            (Filter::FlateDecode, b"DeviceRGB", deflate_picture(raw).into())
        }
        (Space::Cmyk, Channels::Rgb, _) => match picture.inks() {
            Ink::Black(gray) => (Filter::FlateDecode, b"DeviceGray", deflate_picture(&gray).into()),
            Ink::Process(inks) => (Filter::FlateDecode, b"DeviceCMYK", deflate_picture(&inks).into()),
        },
    }
}

fn write_image(
    pdf: &mut Pdf,
    id: Ref,
    (bytes, filter, color_space): (&[u8], Filter, &[u8]),
    (width, height): (u32, u32),
    mask: Option<(&Alpha, Ref)>,
) {
    let mut image = pdf.image_xobject(id, bytes);
    image.width(width as i32).height(height as i32).bits_per_component(8);
    image.color_space_name(Name(color_space)).filter(filter);
    match mask {
        Some((Alpha::Soft(_), mask)) => {
            image.s_mask(mask);
        }
        Some((Alpha::Stencil(_), mask)) => {
            image.pair(Name(b"Mask"), mask);
        }
        None => {}
    }
    image.finish();
}
