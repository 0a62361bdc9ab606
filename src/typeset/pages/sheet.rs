//! Sheets: takes the declared page of a thread, gives it with its words shaped, and the rooms that the text runs through.

use crate::geom::{Pt, Rect};
use crate::layout::{Arrangement, PageMaster};
use crate::style::Swatch;
use crate::typeset::Material;
use crate::typeset::content::Strands;
use crate::typeset::frames::{Boxed, Placed, Prepared, arrange, column_lefts, column_widths};
use crate::typeset::prepare::{Setting, Shared};
use crate::typeset::store::Store;
use crate::typeset::trial::Trial;

/// A page with its frames prepared, before text runs through it.
pub(super) struct Sheet<'a> {
    /// As declared.
    pub arrangement: &'a Arrangement,
    /// Its frames.
    pub boxes: Vec<Boxed<'a>>,
}

impl<'a> Sheet<'a> {
    /// Every way to set a page, of so many pages, whose conditions hold.
    pub(super) fn ways(
        material: &Material<'a>,
        master: &'a PageMaster,
        page: (usize, usize),
        store: &mut Store,
    ) -> Vec<Self> {
        let (briefing, layout, logo) = (material.briefing, material.layout, material.logo);
        let mut setting = Setting {
            briefing,
            layout,
            tight: false,
            logo,
            number: None,
            page: Some(page),
            store,
            shared: &mut Shared::default(),
        };
        let mut ways = Vec::new();
        for arrangement in &master.arrangements {
            if setting.hold(&arrangement.when) {
                let boxes = setting.frames(&arrangement.frames, Swatch::Paper);
                ways.push(Sheet { arrangement, boxes });
            }
        }
        ways
    }

    /// What runs through it.
    pub(super) fn strands(&self) -> Option<&Strands<'a>> {
        strands(&self.boxes)
    }

    /// All frames in their places.
    pub(super) fn placed(&self, page: Rect, trial: &Trial<'_>) -> Vec<Placed<'_, 'a>> {
        let mut placed = Vec::new();
        arrange(&self.boxes, page, trial, &mut placed);
        placed
    }

    /// The rooms that the text runs through, in order: one, or the columns of the frame.
    pub(super) fn rooms(&self, page: Rect, trial: &Trial<'_>) -> Vec<Rect> {
        let placed = self.placed(page, trial);
        placed.iter().find_map(|placed| rooms(placed, trial)).unwrap_or_default()
    }
}

/// The rooms of a frame that text runs through.
fn rooms(placed: &Placed<'_, '_>, trial: &Trial<'_>) -> Option<Vec<Rect>> {
    let Prepared::Thread(_) = placed.boxed.content else { return None };
    let inner = placed.inner;
    let (lefts, widths): (&[Pt], &[Pt]) =
        (column_lefts(placed.boxed, &inner.x, trial), column_widths(placed.boxed, &inner.w, trial));
    Some(lefts.iter().zip(widths).map(|(x, w)| Rect { x: *x, w: *w, ..inner }).collect())
}

fn strands<'b, 'a>(boxes: &'b [Boxed<'a>]) -> Option<&'b Strands<'a>> {
    boxes.iter().find_map(|boxed| match &boxed.content {
        Prepared::Thread(strands) => Some(&**strands),
        Prepared::Frames(inside) => strands(inside),
        _ => None,
    })
}
