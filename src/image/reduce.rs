//! Making smaller: takes a picture with more pixels than any press shows, gives it with fewer.

use std::sync::OnceLock;

use super::{Picture, Samples};

impl Picture {
    /// The same picture with at most `most` pixels on its longer side; `None` where it has no more than that. Each
    /// new pixel is the mean of a square of old ones, in which opaque ones count more, so that no hidden colour
    /// shows at the edge of what is clear.
    ///
    /// What has inks of its own stays as it is, for those are not to be mixed.
    #[must_use]
    pub fn reduced(&self, most: u32) -> Option<Picture> {
        let factor = self.width.max(self.height).div_ceil(most.max(1));
        if factor < 2 || self.own_inks.is_some() {
            return None;
        }
        // `decode` has read the same samples before, so an error here has no cause.
        let samples = self.raw().ok()?;
        let depth = self.channels.count();
        let (width, height) = (self.width.div_ceil(factor), self.height.div_ceil(factor));
        let count = width as usize * height as usize;
        let mut small = Vec::with_capacity(count * depth);
        let mut clear = Vec::with_capacity(if self.alpha.is_some() { count } else { 0 });
        for y in 0..height {
            for x in 0..width {
                let square = Square {
                    columns: [x * factor, ((x + 1) * factor).min(self.width)],
                    rows: [y * factor, ((y + 1) * factor).min(self.height)],
                };
                let opacity = |at: usize| self.alpha.as_ref().map_or(255, |alpha| u64::from(alpha[at]));
                let [pixels, weight] = square.sum(self.width, |at| [1, opacity(at)]);
                for channel in 0..depth {
                    let sample = |at: usize| u64::from(samples[at * depth + channel]);
                    let [plain, weighed] =
                        square.sum(self.width, |at| [sample(at), sample(at) * opacity(at)]);
                    // Where nothing is seen there is nothing to weigh.
                    small.push(if weight > 0 { mean(weighed, weight) } else { mean(plain, pixels) });
                }
                if self.alpha.is_some() {
                    clear.push(mean(weight, pixels));
                }
            }
        }
        Some(Picture {
            width,
            height,
            channels: self.channels,
            samples: Samples::Raw(small.into()),
            alpha: self.alpha.as_ref().map(|_| clear.into()),
            own_inks: None,
            tones: OnceLock::new(),
        })
    }
}

/// From which column and row, and up to which, not counting the last.
struct Square {
    columns: [u32; 2],
    rows: [u32; 2],
}

impl Square {
    /// Two sums over the pixels of a picture of this width, by their places.
    fn sum(&self, width: u32, of: impl Fn(usize) -> [u64; 2]) -> [u64; 2] {
        let mut sums = [0; 2];
        for row in self.rows[0]..self.rows[1] {
            for column in self.columns[0]..self.columns[1] {
                let [one, other] = of(row as usize * width as usize + column as usize);
                sums = [sums[0] + one, sums[1] + other];
            }
        }
        sums
    }
}

/// The nearest whole number.
fn mean(sum: u64, count: u64) -> u8 {
    u8::try_from((sum + count / 2) / count).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::image::Channels;

    fn picture(width: u32, channels: Channels, samples: &[u8], alpha: Option<&[u8]>) -> Picture {
        let depth = if channels == Channels::Rgb { 3 } else { 1 };
        let height = samples.len() as u32 / depth / width;
        let samples = Samples::Raw(samples.into());
        Picture {
            width,
            height,
            channels,
            samples,
            alpha: alpha.map(Into::into),
            own_inks: None,
            tones: OnceLock::new(),
        }
    }

    fn raw(picture: &Picture) -> (u32, u32, &[u8], Option<&[u8]>) {
        let Samples::Raw(samples) = &picture.samples else { panic!("it is no JPEG") };
        (picture.width, picture.height, samples, picture.alpha.as_deref())
    }

    #[test]
    fn a_pixel_is_the_mean_of_those_it_stands_for() {
        let grey = picture(3, Channels::Gray, &[0, 100, 7, 50, 51, 8], None);
        let small = grey.reduced(2).expect("three pixels are more than two");
        assert_eq!(raw(&small), (2, 1, &[50, 8][..], None));
        let colour = picture(2, Channels::Rgb, &[10, 20, 30, 30, 40, 50], None).reduced(1);
        assert_eq!(raw(&colour.expect("two are more than one")), (1, 1, &[20, 30, 40][..], None));
    }

    #[test]
    fn a_hidden_colour_does_not_show_at_an_edge() {
        let logo = picture(2, Channels::Rgb, &[200, 100, 50, 0, 0, 0], Some(&[255, 0]));
        let small = logo.reduced(1).expect("two are more than one");
        assert_eq!(raw(&small), (1, 1, &[200, 100, 50][..], Some(&[128][..])));
        let clear = picture(2, Channels::Gray, &[40, 60], Some(&[0, 0])).reduced(1);
        assert_eq!(raw(&clear.expect("two are more than one")), (1, 1, &[50][..], Some(&[0][..])));
    }

    #[test]
    fn what_is_small_enough_or_must_not_change_stays() {
        let grey = picture(3, Channels::Gray, &[1, 2, 3], None);
        assert!(grey.reduced(3).is_none() && grey.reduced(2).is_some());
        assert!(Picture { own_inks: Some([0; 12].as_slice().into()), ..grey.clone() }.reduced(2).is_none());
        assert!(Picture { samples: Samples::Jpeg([].as_slice().into()), ..grey }.reduced(2).is_none());
    }
}
