//! Backdrops: takes the items of a page, gives the colour that lies behind a point when an item is painted.

use crate::color::Paint;
use crate::geom::{Path, Point, Rect};
use crate::page::{ItemKind, PageItem};

/// What lies behind a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Backdrop {
    /// One colour.
    Plain(Paint),
    /// A picture, whose colours nobody here knows.
    Picture,
}

/// What covers parts of a page, in painting order, each with the box that holds it: most points lie outside most
/// boxes, which is told at once.
pub(super) struct Ground<'p> {
    covers: Vec<Cover<'p>>,
}

struct Cover<'p> {
    /// Its place among the items of the page.
    at: usize,
    bounds: Rect,
    /// The outline and colour; a picture has neither.
    fill: Option<(&'p Path, Paint)>,
}

impl<'p> Ground<'p> {
    pub(super) fn of(items: &'p [PageItem]) -> Self {
        let cover = |(at, item): (usize, &'p PageItem)| match &item.kind {
            ItemKind::Path { path, fill: Some(paint), .. } => {
                Some(Cover { at, bounds: path.bounds()?, fill: Some((path, *paint)) })
            }
            ItemKind::Picture { rect, .. } => Some(Cover { at, bounds: *rect, fill: None }),
            _ => None,
        };
        Ground { covers: items.iter().enumerate().filter_map(cover).collect() }
    }

    /// What lies behind each of some points when item number `at` is painted: of the items before it, the last that
    /// covers the point.
    pub(super) fn behind<const N: usize>(&self, at: usize, points: [Point; N]) -> [Backdrop; N] {
        let below = self.covers.partition_point(|cover| cover.at < at);
        let (mut found, mut left) = ([None; N], N);
        let around = Rect::around(points);
        // Most areas lie beside all of the points.
        let touches = |cover: &&Cover<'_>| around.is_some_and(|around| cover.bounds.touches(around));
        let covers = self.covers[..below].iter().rev().filter(touches);
        for cover in covers {
            if left == 0 {
                break;
            }
            for (found, point) in found.iter_mut().zip(points) {
                if found.is_some() || !cover.bounds.contains(point) {
                    continue;
                }
                *found = match cover.fill {
                    None => Some(Backdrop::Picture),
                    Some((path, paint)) => path.covers(point).then_some(Backdrop::Plain(paint)),
                };
                left -= usize::from(found.is_some());
            }
        }
        found.map(|found| found.unwrap_or(Backdrop::Plain(Paint::WHITE)))
    }
}
