//! Shares: takes the shares of the first column that a way knows, gives those that are tried before the others.

/// Of how many shares one is tried before the others.
pub(super) const COARSE: usize = 3;

/// The shares that are tried before the others: the middle, where columns are alike, and some on either side of it,
/// but of more than two not the outermost.
pub(super) fn coarse(shares: &[f32]) -> impl Iterator<Item = &f32> {
    let outer = if shares.len() > 2 { COARSE } else { 0 };
    shares[..shares.len() - usize::from(outer > 0)].iter().skip(outer).step_by(COARSE)
}

/// A share and up to `most` of its neighbours on either side.
pub(super) fn near(shares: &[f32], share: f32, most: usize) -> Vec<f32> {
    let off = |at: &usize| (shares[*at] - share).abs();
    let at = (0..shares.len()).min_by(|a, b| off(a).total_cmp(&off(b))).unwrap_or(0);
    shares[at.saturating_sub(most)..(at + most + 1).min(shares.len())].to_vec()
}
