//! Order: takes a number of pages, gives which of them stand in the cells of each side of paper.

use crate::layout::{Order, Sheet};

/// One side of a sheet of paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Side {
    /// Whether it is the back of the side before it.
    pub back: bool,
    /// For each cell, along the rows of the front, the page in it; an empty cell has none.
    pub pages: Vec<Option<usize>>,
    /// Whether its only page is larger than its cell: the last one, where it would be alone.
    pub is_large: bool,
}

/// The sides that a number of pages takes.
pub(super) fn sides(order: Order, pages: usize, sheet: &Sheet) -> Vec<Side> {
    let cells = usize::from(sheet.columns) * usize::from(sheet.rows);
    match order {
        Order::Copies => (0..pages)
            .map(|page| Side { back: page % 2 == 1, pages: vec![Some(page); cells], is_large: false })
            .collect(),
        Order::Reading => (0..pages)
            .step_by(cells)
            .map(|first| Side {
                back: false,
                pages: (first..first + cells).map(|page| (page < pages).then_some(page)).collect(),
                is_large: first + 1 == pages && sheet.place_of_last(pages).is_some(),
            })
            .collect(),
        Order::Saddle => saddle(pages),
    }
}

/// The sides of a booklet: the outermost paper holds the last and the first page, on its back the second and the
/// last but one, and so on inwards. Blank pages at the end fill it up to a multiple of four.
///
/// Cells are named from the front. A back is seen from behind, so what lies behind the left cell of the front, its
/// first cell, is at the right for who reads it: behind the last page lies the last but one.
fn saddle(pages: usize) -> Vec<Side> {
    let total = pages.next_multiple_of(4);
    let page = |at: usize| (at < pages).then_some(at);
    (0..total / 2)
        .map(|side| {
            let (low, high) = (page(side), page(total - 1 - side));
            // On both sides the high page lies over the same half of the paper, and so does the low one.
            Side { back: side % 2 == 1, pages: vec![high, low], is_large: false }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_booklet_of_seven_slides_is_two_papers() {
        let numbers =
            |side: &Side| side.pages.iter().map(|page| page.map_or(0, |at| at + 1)).collect::<Vec<_>>();
        let sides = saddle(7);
        assert_eq!(sides.iter().map(numbers).collect::<Vec<_>>(), [[0, 1], [7, 2], [6, 3], [5, 4]]);
        assert_eq!(sides.iter().map(|side| side.back).collect::<Vec<_>>(), [false, true, false, true]);
        assert_eq!(saddle(8).len(), 4);
        assert_eq!(saddle(9).len(), 6);
        assert!(saddle(0).is_empty());
    }
}
