//! Pictures: takes decoded pictures, gives their streams for a target, made once and kept.

use std::collections::HashMap;
use std::sync::Arc;

use pdf_writer::{Filter, Finish as _, Name, Pdf, Ref};

use super::deflate::deflate_picture;
use super::digest::Digest;
use super::paint::Space;
use super::refs::{PicturePart, Refs};
use crate::image::{Channels, Ink, Picture, Samples};

/// How many pictures are kept ready; a job has a few logos.
const MOST_KEPT: usize = 16;

/// A picture's stream as it goes into a file.
#[derive(Debug)]
pub(super) struct Stream {
    filter: Filter,
    color_space: &'static [u8],
    bytes: Arc<[u8]>,
    /// Opacity, deflated.
    alpha: Option<Vec<u8>>,
    /// Stands for the stream in the file's identifier.
    pub(super) digest: u128,
}

/// A kept stream, with the picture that it was made of: a picture's address names it while it is held.
type Kept = (Arc<Picture>, Arc<Stream>);

/// The streams made so far.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    kept: HashMap<(usize, Space), Kept>,
}

impl Pictures {
    /// The stream of a picture in a colour space.
    pub(super) fn stream(&mut self, picture: &Arc<Picture>, space: Space) -> Arc<Stream> {
        let key = (Arc::as_ptr(picture).addr(), space);
        if let Some((_, stream)) = self.kept.get(&key) {
            return Arc::clone(stream);
        }
        if self.kept.len() >= MOST_KEPT {
            self.kept.clear();
        }
        let stream = Arc::new(Stream::of(picture, space));
        self.kept.insert(key, (Arc::clone(picture), Arc::clone(&stream)));
        stream
    }
}

impl Stream {
    fn of(picture: &Picture, space: Space) -> Self {
        let (filter, color_space, bytes) = encode(picture, space);
        let alpha = picture.alpha.as_ref().map(|alpha| deflate_picture(alpha));
        let digest = Digest::of(&[color_space, &bytes, alpha.as_deref().unwrap_or_default()]);
        Stream { filter, color_space, bytes, alpha, digest }
    }

    /// Whether anything shows through.
    pub(super) const fn is_transparent(&self) -> bool {
        self.alpha.is_some()
    }

    /// Writes the picture and its opacity.
    pub(super) fn write(&self, pdf: &mut Pdf, refs: &Refs, place: usize, size: (u32, u32)) {
        let opacity = refs.picture(place, PicturePart::Opacity);
        let colour = refs.picture(place, PicturePart::Colour);
        let mask = self.alpha.is_some().then_some(opacity);
        write_image(pdf, colour, (&self.bytes, self.filter, self.color_space), size, mask);
        if let Some(alpha) = &self.alpha {
            write_image(pdf, opacity, (alpha, Filter::FlateDecode, b"DeviceGray"), size, None);
        }
    }
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
    mask: Option<Ref>,
) {
    let mut image = pdf.image_xobject(id, bytes);
    image.width(width as i32).height(height as i32).bits_per_component(8);
    image.color_space_name(Name(color_space)).filter(filter);
    if let Some(mask) = mask {
        image.s_mask(mask);
    }
    image.finish();
}
