//! The logo: takes the board's picture and a spot, draws it as large as it fits, on a plate where the layout has one.

use super::spot::Spot;
use crate::geom::{Path, Pt, Rect};
use crate::page::{Artifact, PictureId};
use crate::style::Swatch;
use crate::typeset::canvas::Canvas;

/// The board's logo.
pub(in crate::typeset) struct Logo<'a> {
    /// Width and height in pixels.
    pub size: (f32, f32),
    /// What it shows, for those who do not see it.
    pub alt: &'a str,
    /// The colour of the plate that it stands on.
    pub plate: Option<Swatch>,
}

/// Width of a plate's rim around a logo, as a multiple of the shorter side of its frame.
const PLATE_MARGIN: f32 = 0.09;

impl Logo<'_> {
    /// Draws it. Most logos are dark, so on a dark area a plate lies behind.
    pub(in crate::typeset) fn place(&self, canvas: &mut Canvas<'_>, spot: &Spot<'_>) {
        let (area, (width, height)) = (spot.area, self.size);
        let margin = if self.plate.is_some() { area.w.min(area.h) * PLATE_MARGIN } else { Pt::ZERO };
        let scale = ((area.w - margin * 2.0).get() / width).min((area.h - margin * 2.0).get() / height);
        let (w, h) = (Pt::new(width * scale), Pt::new(height * scale));
        // In a frame at the right of the page it stands at the right, elsewhere at the left.
        let x = if spot.at_right { area.right() - w - margin } else { area.x + margin };
        let rect = Rect::new(x, area.center().y - h / 2.0, w, h);
        if let Some(plate) = self.plate {
            let path = Path::rounded(rect.grown(margin), margin);
            canvas.fill(path, spot.trial.theme.paint(plate), Artifact::Background);
        }
        canvas.picture(spot.parent, PictureId(0), rect, self.alt.to_owned());
    }
}
