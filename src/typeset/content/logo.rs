//! The logo: takes the board's picture and a spot, draws it as large as other logos, on a plate where it needs one.
//!
//! Logos look equally large when their areas are, not their heights: a wide one is lower, a square one higher.

use std::sync::Arc;

use super::spot::Spot;
use crate::color::SHAPES;
use crate::geom::{Path, Pt, Rect, Size};
use crate::image::{Picture, Tones};
use crate::page::Artifact;
use crate::style::{Swatch, Theme};
use crate::typeset::canvas::Canvas;

/// The board's logo.
pub(in crate::typeset) struct Logo<'a> {
    /// The picture.
    pub picture: &'a Arc<Picture>,
    /// What it shows, for those who do not see it.
    pub alt: &'a str,
    /// The colour of the plate that the layout has for it.
    pub plate: Option<Swatch>,
    /// The page that it stands on.
    pub page: Size,
}

/// Area of a logo on an A4 page, in square millimetres.
const AREA: f32 = 480.0;
/// Least and greatest height, and greatest width, on an A4 page, in millimetres.
const HEIGHTS: (f32, f32) = (12.0, 22.0);
const WIDEST: f32 = 58.0;
/// Area of an A4 page in square millimetres; all sizes grow and shrink with that of the page.
const A4: f32 = 210.0 * 297.0;
/// But no smaller than so many times what they are on A4, for a card is read from nearer.
const SMALLEST: f32 = 0.55;
/// Rim and radius of a plate on an A4 page, in millimetres.
const RIM: f32 = 3.0;
const RADIUS: f32 = 2.0;
/// A rim is no wider than this part of the shorter side of its frame.
const RIM_SHARE: f32 = 0.12;
/// Where more of a logo than this stands out less than a shape should, it needs a plate.
const LOST: f32 = 0.25;
/// A plate that does not help enough hides at least so much less of the logo, or there is none.
const WORTH: f32 = 0.15;

impl Logo<'_> {
    /// Draws it.
    pub(in crate::typeset) fn place(&self, canvas: &mut Canvas<'_>, spot: &Spot<'_>) {
        let area = spot.area;
        let ground = canvas.ground_at(area.center());
        let plate = plate(self.picture.tones(), spot.trial.theme, ground, self.plate);
        let rim = match plate {
            Some(_) => Pt::mm(RIM * self.scale()).min(area.w.min(area.h) * RIM_SHARE),
            None => Pt::ZERO,
        };
        let Size { w, h } = self.size(Size::new(area.w - rim * 2.0, area.h - rim * 2.0));
        // In a frame at the right of the page it stands at the right, elsewhere at the left.
        let x = if spot.at_right { area.right() - w - rim } else { area.x + rim };
        let rect = Rect::new(x, area.center().y - h / 2.0, w, h);
        if let Some(plate) = plate {
            let path = Path::rounded(rect.grown(rim), Pt::mm(RADIUS * self.scale()).min(rim));
            canvas.fill(path, spot.trial.theme.paint(plate), Artifact::Background);
        }
        canvas.picture(spot.parent, self.picture, rect, self.alt.to_owned());
    }

    fn scale(&self) -> f32 {
        (self.page.w.to_mm() * self.page.h.to_mm() / A4).sqrt().max(SMALLEST)
    }

    /// Width and height of the picture in a room.
    fn size(&self, room: Size) -> Size {
        let ratio = self.picture.width as f32 / self.picture.height.max(1) as f32;
        let height = (AREA / ratio).sqrt().clamp(HEIGHTS.0, HEIGHTS.1).min(WIDEST / ratio) * self.scale();
        let height = Pt::mm(height).min(room.h).min(room.w / ratio).max(Pt::ZERO);
        Size::new(height * ratio, height)
    }
}

/// The plate that a logo stands on: none where it is seen without; the layout's or a light or dark one where it is
/// seen on that; and where it is seen on none, what hides least of it.
fn plate(tones: &Tones, theme: &Theme, ground: Swatch, own: Option<Swatch>) -> Option<Swatch> {
    let screen = |swatch: Swatch| theme.paint(swatch).screen;
    if tones.is_opaque() {
        // It is seen on the ground that it brings. One of paper gets a rim, so that it looks like a plate.
        let on_paper = tones.has_ground(screen(Swatch::Paper)) && !tones.has_ground(screen(ground));
        return on_paper.then_some(Swatch::Paper);
    }
    let lost = |plate: &Option<Swatch>| tones.lost(screen(plate.unwrap_or(ground)), SHAPES);
    let price = |plate: &Option<Swatch>| lost(plate) + if plate.is_some() { WORTH } else { 0.0 };
    let plates = [None, own, Some(Swatch::Paper), Some(Swatch::Primary), Some(Swatch::Ink)];
    let seen = plates.iter().find(|plate| lost(plate) <= LOST);
    seen.or_else(|| plates.iter().min_by(|a, b| price(a).total_cmp(&price(b)))).copied().flatten()
}
