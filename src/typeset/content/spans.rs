//! Spans: takes the columns of a mosaic, gives all ways to share them out to the tiles of a row.

/// How many tiles stand in a row at the most.
pub(super) const MOST_IN_ROW: usize = 3;
/// What it costs that two rows of as many tiles are cut differently, in points of height: edges line up before rows are
/// low.
const UNLIKE: f32 = 8.0;

/// How many columns each tile of a row has.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Spans {
    /// Of each tile; the first ones count.
    columns: [usize; MOST_IN_ROW],
    /// How many tiles there are; none before the first row is cut.
    pub tiles: usize,
}

impl Spans {
    /// Of no row.
    pub(super) const NONE: Spans = Spans { columns: [0; MOST_IN_ROW], tiles: 0 };

    fn of<const N: usize>(spans: [usize; N]) -> Self {
        let mut columns = [0; MOST_IN_ROW];
        columns[..N].copy_from_slice(&spans);
        Spans { columns, tiles: N }
    }

    /// What it costs that another row of as many tiles is cut differently.
    pub(super) fn unlike(&self, other: &Spans) -> f32 {
        if self.tiles == other.tiles && self.columns != other.columns { UNLIKE } else { 0.0 }
    }

    /// The columns of each tile.
    pub(super) fn all(&self) -> &[usize] {
        &self.columns[..self.tiles]
    }
}

/// All ways to cut so many columns into tiles of at least some columns each, up to three tiles.
pub(super) fn cuts(units: usize, tiles: usize, least: usize, see: &mut dyn FnMut(Spans)) {
    match tiles {
        1 => see(Spans::of([units])),
        2 => (least..=units.saturating_sub(least)).for_each(|one| see(Spans::of([one, units - one]))),
        _ => {
            for one in least..=units.saturating_sub(least * 2) {
                (least..=units - one - least).for_each(|two| see(Spans::of([one, two, units - one - two])));
            }
        }
    }
}
