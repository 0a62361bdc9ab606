//! Pages: takes the masters of a layout, gives each page with its ways prepared, and how it is to be set.
//!
//! Pages that share a size are fitted first, each for itself; then the size that all of them bear is given to all. A
//! single page that holds much more than the others keeps a size of its own, so that it does not make the others small.

use super::fit::{Excess, Fitted, Largest, Page, Way, promised};
use super::prepare::{Setting, Shared};
use super::store::Store;
use super::{Material, Misfit};
use crate::geom::Pt;
use crate::layout::{Content, Frame, Layout, PageMaster, Repeat, Shares, Sizing, When};
use crate::style::{Swatch, TypeRange};

/// One page of a document, prepared.
pub(super) struct Leaf<'a> {
    /// Its section, from 1, where it has one.
    pub number: Option<usize>,
    /// Every way to set it.
    pub ways: Vec<Way<'a>>,
    sizing: Sizing,
    /// The sizes that its body text may have.
    body: TypeRange,
}

impl Leaf<'_> {
    /// Whether the page fits in any way.
    pub(super) fn fits(&self, material: &Material<'_>) -> bool {
        let layout = material.layout;
        Page::new(&self.ways, layout, material.theme, self.body).fits_at_all()
    }
}

/// What an arrangement costs that was made for pages which do not fit otherwise, in tenths of a point.
const LAST_RESORT: f32 = 40.0;
/// A page that bears less than this part of what the next one bears may have a size of its own.
const MUCH_LESS: f32 = 0.8;
/// So may one that bears a little less, where the others gain what a reader sees: the size of all would be below the
/// second of these, which is read from the last row, and without it they are not large anyway.
const SMALL: Pt = Pt::new(40.0);
const LEGIBLE: Pt = Pt::new(30.0);
const LESS: f32 = 0.91;
/// Beside a page of a size of its own the others have so many times that size at the most, for more would look like
/// another document; but not less than `SMALL` for that.
const MUCH_MORE: f32 = 1.6;

/// All pages of a document.
pub(super) fn leaves<'a>(material: &Material<'a>, store: &mut Store) -> Vec<Leaf<'a>> {
    let mut leaves = Vec::new();
    for master in &material.layout.masters {
        let numbers: Vec<Option<usize>> = match master.repeat {
            Repeat::Once => vec![None],
            Repeat::Sections(first, last) => (first..=last).map(|number| Some(usize::from(number))).collect(),
        };
        let body = master.body.unwrap_or(material.layout.body);
        for number in numbers {
            let ways = ways(material, master, number, store);
            leaves.push(Leaf { number, ways, sizing: master.sizing, body });
        }
    }
    leaves
}

fn ways<'a>(
    material: &Material<'a>,
    master: &'a PageMaster,
    number: Option<usize>,
    store: &mut Store,
) -> Vec<Way<'a>> {
    let (briefing, layout) = (material.briefing, material.layout);
    let logo = material.logo;
    let (mut ways, mut shared) = (Vec::new(), Shared::default());
    for arrangement in &master.arrangements {
        for tight in [false, true] {
            if tight && !names_tight(&arrangement.frames) {
                continue;
            }
            let mut setting =
                Setting { briefing, layout, tight, logo, number, page: None, store, shared: &mut shared };
            if setting.hold(&arrangement.when) {
                let boxes = setting.frames(&arrangement.frames, Swatch::Paper);
                let more = if tight { LAST_RESORT } else { 0.0 };
                ways.push(Way::new(arrangement, boxes, arrangement.cost + more));
            }
        }
    }
    ways
}

/// Whether a frame is there only on a tight page.
fn names_tight(frames: &[Frame]) -> bool {
    frames.iter().any(|frame| {
        let inside = matches!(&frame.content, Content::Frames(inside) if names_tight(inside));
        inside || frame.when.contains(&When::Tight)
    })
}

/// How each page is to be set.
///
/// # Errors
/// One `Misfit` for each page that cannot be made to fit.
pub(super) fn fitted<'l>(
    leaves: &'l [Leaf<'_>],
    material: &Material<'l>,
) -> Result<Vec<Fitted<'l>>, Vec<Misfit>> {
    let layout = material.layout;
    // Where a page is refused, how the others would be set is of no use.
    let refused: Vec<Misfit> = leaves
        .iter()
        .filter(|leaf| !leaf.fits(material))
        .map(|leaf| misfit(leaf, &Page::new(&leaf.ways, layout, material.theme, leaf.body)))
        .collect();
    if !refused.is_empty() {
        return Err(refused);
    }
    let (shared, largest) = shared(leaves, material);
    let mut misfits = Vec::new();
    let mut fits = Vec::with_capacity(leaves.len());
    // Pages that share a size share their air too: none is given more than those before it could take.
    let mut air = Shares::ALL;
    for (leaf, largest) in leaves.iter().zip(largest) {
        let page = |range: TypeRange| Page::new(&leaf.ways, layout, material.theme, range);
        let whole = page(leaf.body);
        let up_to = shared.map_or(leaf.body.max, |size| size);
        let fitted = match leaf.sizing {
            Sizing::Own | Sizing::Near => whole.fit(Shares::ALL),
            Sizing::UpToShared => page(TypeRange { max: up_to, ..leaf.body }).fit(Shares::ALL),
            // The page that bears less than the others is set as it can be.
            Sizing::Shared => match largest {
                Some(largest) if whole.bears_less(&largest, up_to) => Some(whole.fit_below(&largest, air)),
                _ => whole.fit_at(up_to, air).or_else(|| whole.fit(air)),
            },
        };
        match fitted {
            Some(fitted) => {
                if leaf.sizing == Sizing::Shared {
                    air = fitted.trial.shares;
                }
                fits.push(fitted);
            }
            None => misfits.push(misfit(leaf, &whole)),
        }
    }
    if !misfits.is_empty() {
        return Err(misfits);
    }
    share_air(leaves, &mut fits, air);
    Ok(fits)
}

/// How many words more the fullest page of a document holds at the smallest size, as far as that is promised.
pub(super) fn room(leaves: &[Leaf<'_>], fits: &[Fitted<'_>], material: &Material<'_>) -> usize {
    let words = |leaf: &Leaf<'_>, fitted: &Fitted<'_>| leaf.ways[fitted.way].words();
    let mut pages: Vec<(&Leaf<'_>, &Fitted<'_>)> = leaves.iter().zip(fits).collect();
    // The page of most words is likely to hold the fewest more; of the others it is only asked whether they hold
    // as many.
    pages.sort_by_key(|(leaf, fitted)| std::cmp::Reverse(words(leaf, fitted)));
    let room = pages.into_iter().fold(None, |room, (leaf, fitted)| {
        Page::new(&leaf.ways, material.layout, material.theme, leaf.body).room(fitted, room)
    });
    room.map_or(0, promised)
}

/// Gives pages that share a size the air that all of them can take, so that nothing jumps from one to the next.
fn share_air(leaves: &[Leaf<'_>], fits: &mut [Fitted<'_>], air: Shares) {
    let together = leaves.iter().zip(fits).filter(|(leaf, _)| leaf.sizing == Sizing::Shared);
    together.for_each(|(_, fitted)| fitted.trial.shares = air);
}

fn misfit(leaf: &Leaf<'_>, page: &Page<'_, '_>) -> Misfit {
    let Excess { words, cuts, frame, over } = page.excess();
    Misfit { words, cuts, over, section: leaf.number, frame }
}

/// The size that pages share, where any do, and how large each page could be, as far as that had to be found out.
fn shared(leaves: &[Leaf<'_>], material: &Material<'_>) -> (Option<Pt>, Vec<Option<Largest>>) {
    let layout: &Layout = material.layout;
    let mut together: Vec<(usize, &Leaf<'_>)> =
        leaves.iter().enumerate().filter(|(_, leaf)| leaf.sizing == Sizing::Shared).collect();
    // The two that bear least count, and pages of many words bear little: the others are then only asked whether they
    // bear as much.
    together.sort_by_key(|(_, leaf)| std::cmp::Reverse(leaf.ways.iter().map(Way::words).max()));
    let mut found: Vec<Option<Largest>> = leaves.iter().map(|_| None).collect();
    let mut least: Option<Pt> = None;
    let mut next: Option<Pt> = None;
    for (at, leaf) in together {
        let page = Page::new(&leaf.ways, layout, material.theme, leaf.body);
        if next.is_some_and(|next| page.bears(next)) {
            continue;
        }
        found[at] = page.largest();
        let Some(size) = found[at].map(|largest| largest.size()) else { continue };
        match (least, next) {
            (Some(known), _) if size < known => (least, next) = (Some(size), least),
            (Some(_), Some(known)) if size >= known => {}
            (Some(_), _) => next = Some(size),
            (None, _) => least = Some(size),
        }
    }
    let is_apart = |least: Pt, next: Pt| {
        least < next * MUCH_LESS || (next < SMALL && least < LEGIBLE && least < next * LESS)
    };
    let shared = match (least, next) {
        (Some(least), Some(next)) if is_apart(least, next) => Some(next.min((least * MUCH_MORE).max(SMALL))),
        (least, _) => least,
    };
    (shared, found)
}
