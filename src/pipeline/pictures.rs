//! Pictures: takes the bytes of a picture file, gives it decoded; one that was met before is not decoded again.

use std::sync::Arc;

use crate::image::{Picture, PictureError};

/// A job has a logo, and the jobs of a board follow each other.
const MOST_KEPT: usize = 4;

/// The most pixels on the longer side of what goes into a file: 600 to the inch on the 127 mm that no logo of a
/// poster takes. More of them only make files larger, in a batch by as many times as there are PDFs.
const MOST_PIXELS: u32 = 3_000;

/// The pictures that a worker has met last. Writers know them by their address, so they are not compressed again either.
#[derive(Debug, Default)]
pub(super) struct Pictures(Vec<Kept>);

#[derive(Debug)]
struct Kept {
    bytes: Vec<u8>,
    grey: bool,
    picture: Arc<Picture>,
}

impl Pictures {
    /// The picture in a file, in greys where asked for.
    pub(super) fn decoded(&mut self, bytes: Vec<u8>, grey: bool) -> Result<Arc<Picture>, PictureError> {
        if let Some(kept) = self.0.iter().find(|kept| kept.grey == grey && kept.bytes == bytes) {
            return Ok(Arc::clone(&kept.picture));
        }
        let picture = Picture::decode(&bytes)?;
        let picture = picture.reduced(MOST_PIXELS).unwrap_or(picture);
        let picture = Arc::new(if grey { picture.to_grey() } else { picture });
        if self.0.len() >= MOST_KEPT {
            self.0.remove(0);
        }
        self.0.push(Kept { bytes, grey, picture: Arc::clone(&picture) });
        Ok(picture)
    }
}
