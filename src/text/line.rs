//! Lines: takes shaped text and the clusters of a line, gives runs of glyphs from left to right.

use std::ops::Range;

use smallvec::{SmallVec, smallvec};

use super::break_lines::LineRange;
use super::shaped::{Shaped, ShapedGlyph};
use crate::font::FontId;

/// A line of glyphs. Lengths are in thousandths of an em.
#[derive(Clone, Debug, PartialEq)]
pub struct Line<'a> {
    /// How wide it is, without the spaces at its end.
    pub width: f32,
    /// Its characters, in reading order.
    pub text: &'a str,
    /// Its runs, from left to right. The spaces at its end are there too: past `width`, or left of the
    /// start where the paragraph reads from right to left.
    pub runs: SmallVec<[LineRun<'a>; 1]>,
}

/// Glyphs of one face, piece and direction on a line. Lengths are in thousandths of an em.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LineRun<'a> {
    /// Its face.
    pub font: FontId,
    /// The key of its piece.
    pub key: u16,
    /// Where it begins, counted from the left edge of the line's visible part.
    pub x: f32,
    /// How far the pen moves.
    pub advance: f32,
    /// Its glyphs, from left to right.
    pub glyphs: &'a [ShapedGlyph],
    /// Whether it is read from right to left.
    pub rtl: bool,
}

/// Part of a run on a line.
struct Segment {
    run: usize,
    level: u8,
    clusters: Range<u32>,
}

impl Shaped {
    /// The glyphs of a line.
    ///
    /// # Panics
    /// If `range` comes from another text and is past the end of this one.
    #[must_use]
    pub fn line(&self, range: &LineRange) -> Line<'_> {
        let mut pen = if self.is_rtl() { -self.hanging(&range.clusters) } else { 0.0 };
        let mut place = |run: usize, clusters: &Range<u32>| {
            let run = &self.runs[run];
            let advance = self.advance(clusters);
            let x = pen;
            pen += advance;
            let rtl = run.level % 2 == 1;
            LineRun { font: run.font, key: run.key, x, advance, glyphs: self.glyphs_of(clusters), rtl }
        };
        let runs = match self.only_run(&range.clusters) {
            Some(run) => smallvec![place(run, &range.clusters)],
            None => {
                let mut segments = self.segments(&range.clusters);
                reorder(&mut segments);
                segments.iter().map(|segment| place(segment.run, &segment.clusters)).collect()
            }
        };
        Line { width: range.width, text: self.text_of(range), runs }
    }

    /// The characters of a line, in reading order.
    ///
    /// # Panics
    /// If `range` comes from another text and is past the end of this one.
    #[must_use]
    pub fn text_of(&self, range: &LineRange) -> &str {
        let byte = |cluster: u32| {
            self.clusters.get(cluster as usize).map_or(self.text.len(), |c| c.text_start as usize)
        };
        &self.text[byte(range.clusters.start)..byte(range.clusters.end)]
    }

    fn advance(&self, clusters: &Range<u32>) -> f32 {
        self.clusters[clusters.start as usize..clusters.end as usize].iter().map(|c| c.advance).sum()
    }

    /// The first of the spaces at the end of a line.
    fn hanging_start(&self, clusters: &Range<u32>) -> u32 {
        let line = &self.clusters[clusters.start as usize..clusters.end as usize];
        clusters.end - line.iter().rev().take_while(|c| c.hangs).count() as u32
    }

    fn hanging(&self, clusters: &Range<u32>) -> f32 {
        self.advance(&(self.hanging_start(clusters)..clusters.end))
    }

    /// The glyphs of clusters inside one run; a run's glyphs are in visual order, so of a run from right
    /// to left the last cluster comes first.
    fn glyphs_of(&self, clusters: &Range<u32>) -> &[ShapedGlyph] {
        let (first, last) =
            (self.clusters[clusters.start as usize], self.clusters[clusters.end as usize - 1]);
        let start = first.glyph_start.min(last.glyph_start);
        let end = first.glyph_end.max(last.glyph_end);
        &self.glyphs[start as usize..end as usize]
    }

    /// The run that a line is part of, where it is one that reads as the paragraph does: then there is nothing to
    /// cut or to turn round. Most lines are such.
    fn only_run(&self, line: &Range<u32>) -> Option<usize> {
        let first = self.runs.partition_point(|run| run.clusters.end <= line.start);
        let run = self.runs.get(first).filter(|_| !line.is_empty())?;
        (run.clusters.end >= line.end && run.level == self.level).then_some(first)
    }

    /// Cuts a line into parts of runs, in reading order. Spaces at its end take the level of the
    /// paragraph (UAX #9, L1).
    fn segments(&self, line: &Range<u32>) -> Vec<Segment> {
        let spaces = self.hanging_start(line);
        let first = self.runs.partition_point(|run| run.clusters.end <= line.start);
        let mut segments = Vec::new();
        for (run, at) in self.runs[first..].iter().zip(first..) {
            let clusters = run.clusters.start.max(line.start)..run.clusters.end.min(line.end);
            if clusters.is_empty() {
                break;
            }
            let cut = if run.level == self.level {
                clusters.end
            } else {
                spaces.clamp(clusters.start, clusters.end)
            };
            for (clusters, level) in [(clusters.start..cut, run.level), (cut..clusters.end, self.level)] {
                if !clusters.is_empty() {
                    segments.push(Segment { run: at, level, clusters });
                }
            }
        }
        segments
    }
}

/// From the highest level down to the lowest odd one, turns round every stretch at that level or above
/// (UAX #9, L2).
fn reorder(segments: &mut [Segment]) {
    let highest = segments.iter().map(|segment| segment.level).max().unwrap_or(0);
    let Some(lowest) = segments.iter().map(|segment| segment.level).filter(|level| level % 2 == 1).min()
    else {
        return;
    };
    for level in (lowest..=highest).rev() {
        for stretch in segments.chunk_by_mut(|a, b| (a.level >= level) == (b.level >= level)) {
            if stretch[0].level >= level {
                stretch.reverse();
            }
        }
    }
}
