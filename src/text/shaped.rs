//! Shaped text: takes a width, gives the lines that the words break into, by plain arithmetic.

use std::ops::Range;

use crate::font::FontId;

/// A paragraph, shaped once. All widths are in thousandths of an em.
#[derive(Clone, Debug, Default)]
pub struct Shaped {
    pub(super) text: String,
    pub(super) glyphs: Vec<ShapedGlyph>,
    pub(super) clusters: Vec<Cluster>,
    pub(super) runs: Vec<Run>,
    pub(super) words: Vec<Word>,
    pub(super) rtl: bool,
}

/// One glyph. Lengths are in thousandths of an em.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShapedGlyph {
    /// Its number in the face.
    pub id: u16,
    /// How far the pen moves after it.
    pub advance: f32,
    /// How far it is drawn to the right of the pen.
    pub dx: f32,
    /// How far it is drawn above the pen.
    pub dy: f32,
    pub(super) text_start: u32,
    pub(super) text_end: u32,
}

impl ShapedGlyph {
    /// The bytes of the paragraph that it stands for; none where it belongs to the glyph before it.
    #[must_use]
    pub const fn text_range(&self) -> Range<usize> {
        self.text_start as usize..self.text_end as usize
    }
}

/// Characters that cannot be drawn apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cluster {
    pub run: u32,
    pub first_glyph: u32,
    pub glyphs: u32,
    pub advance: f32,
    pub space: bool,
    /// Whether a line may end here when nothing better is to be had: after a slash, a dot and the like.
    pub breakable: bool,
}

/// Clusters of one face, direction and piece.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Run {
    pub font: FontId,
    pub key: u16,
    pub rtl: bool,
}

/// Clusters between two places where a line may break.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub clusters: Range<usize>,
    /// Width without the white space at its end.
    pub advance: f32,
    /// Width of that white space.
    pub space: f32,
    /// Whether a new line must follow.
    pub ends_line: bool,
}

/// A line as a range of clusters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineRange(Range<usize>);

/// A line ready to be drawn.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Its width without white space at its end.
    pub width: f32,
    /// Its runs, from left to right.
    pub runs: Vec<LineRun>,
    glyphs: Vec<ShapedGlyph>,
}

/// Glyphs of one face and piece in a line.
#[derive(Clone, Debug)]
pub struct LineRun {
    /// The face.
    pub font: FontId,
    /// The piece that it came from.
    pub key: u16,
    /// Where it begins.
    pub x: f32,
    glyphs: Range<usize>,
}

impl Line {
    /// The glyphs of a run, from left to right.
    #[must_use]
    pub fn glyphs(&self, run: &LineRun) -> &[ShapedGlyph] {
        &self.glyphs[run.glyphs.clone()]
    }
}

/// Sums of widths differ by less than this from run to run.
const SLACK: f32 = 0.01;

impl Shaped {
    /// The characters.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Width of the whole on one line.
    #[must_use]
    pub fn max_width(&self) -> f32 {
        let (mut widest, mut used, mut trailing) = (0.0_f32, 0.0, 0.0);
        for word in &self.words {
            used += trailing + word.advance;
            widest = widest.max(used);
            trailing = word.space;
            if word.ends_line {
                (used, trailing) = (0.0, 0.0);
            }
        }
        widest
    }

    /// How many lines the paragraph takes in a width.
    #[must_use]
    pub fn count_lines(&self, width: f32) -> usize {
        let mut lines = 0;
        self.walk(width, |_| lines += 1);
        lines
    }

    /// The lines that the paragraph breaks into, each as full as it can be.
    #[must_use]
    pub fn break_lines(&self, width: f32) -> Vec<LineRange> {
        let mut lines = Vec::new();
        self.walk(width, |range| lines.push(LineRange(range)));
        lines
    }

    /// As few lines as `break_lines`, but of similar lengths: for titles and headings.
    #[must_use]
    pub fn balanced(&self, width: f32) -> Vec<LineRange> {
        let lines = self.count_lines(width);
        let (mut low, mut high) = (self.max_width() / lines.max(1) as f32, width);
        if lines > 1 {
            // Twelve halvings find the narrowest width to a few thousandths of the measure.
            for _ in 0..12 {
                let middle = f32::midpoint(low, high);
                if self.count_lines(middle) > lines { low = middle } else { high = middle }
            }
        }
        self.break_lines(high)
    }

    /// Calls `emit` with the clusters of each line.
    fn walk(&self, width: f32, mut emit: impl FnMut(Range<usize>)) {
        let width = width + SLACK;
        let (mut start, mut used) = (0, 0.0);
        for word in &self.words {
            if used > 0.0 && used + word.advance > width {
                emit(start..word.clusters.start);
                (start, used) = (word.clusters.start, 0.0);
            }
            if used == 0.0 && word.advance > width {
                (start, used) = self.split(word, width, &mut emit);
            } else {
                used += word.advance;
            }
            used += word.space;
            if word.ends_line {
                emit(start..word.clusters.end);
                (start, used) = (word.clusters.end, 0.0);
            }
        }
        if start < self.clusters.len() {
            emit(start..self.clusters.len());
        }
    }

    /// Breaks a word that is wider than a line: after a slash, a dot or the like, failing that anywhere.
    /// Gives where its last line begins and how wide that is.
    fn split(&self, word: &Word, width: f32, emit: &mut impl FnMut(Range<usize>)) -> (usize, f32) {
        let (mut start, mut used) = (word.clusters.start, 0.0);
        let mut good = None;
        let mut at = start;
        while at < word.clusters.end {
            let cluster = &self.clusters[at];
            if used + cluster.advance > width && at > start && !cluster.space {
                let end = good.filter(|good| *good > start).unwrap_or(at);
                emit(start..end);
                (start, at, used, good) = (end, end, 0.0, None);
                continue;
            }
            used += cluster.advance;
            at += 1;
            if cluster.breakable || cluster.space {
                good = Some(at);
            }
        }
        (start, used - word.space)
    }

    /// A line in visual order, ready to be drawn.
    #[must_use]
    pub fn line(&self, range: &LineRange) -> Line {
        let clusters = &self.clusters[range.0.clone()];
        let trailing: f32 = clusters.iter().rev().take_while(|c| c.space).map(|c| c.advance).sum();
        let total: f32 = clusters.iter().map(|c| c.advance).sum();
        let mut line = Line { width: total - trailing, ..Line::default() };
        let mut x = if self.rtl { -trailing } else { 0.0 };
        for stretch in self.visual_order(clusters) {
            let run = self.runs[clusters[stretch.start].run as usize];
            let begin = line.glyphs.len();
            let mut advance = 0.0;
            let mut take = |cluster: &Cluster| {
                let first = cluster.first_glyph as usize;
                line.glyphs.extend_from_slice(&self.glyphs[first..first + cluster.glyphs as usize]);
                advance += cluster.advance;
            };
            if run.rtl {
                clusters[stretch].iter().rev().for_each(&mut take);
            } else {
                clusters[stretch].iter().for_each(&mut take);
            }
            line.runs.push(LineRun { font: run.font, key: run.key, x, glyphs: begin..line.glyphs.len() });
            x += advance;
        }
        line
    }

    /// Stretches of one run each, reordered from logical to visual order (Unicode Annex 9, rule L2, for
    /// the two levels that a paragraph of one direction with words of the other has).
    fn visual_order(&self, clusters: &[Cluster]) -> Vec<Range<usize>> {
        let mut stretches: Vec<Range<usize>> = Vec::new();
        for (index, cluster) in clusters.iter().enumerate() {
            match stretches.last_mut() {
                Some(last) if clusters[last.start].run == cluster.run => last.end = index + 1,
                _ => stretches.push(index..index + 1),
            }
        }
        let rtl = |stretch: &Range<usize>| self.runs[clusters[stretch.start].run as usize].rtl;
        if self.rtl {
            stretches.reverse();
        }
        // Words of the other direction keep their own order among themselves.
        for group in stretches.chunk_by_mut(|a, b| rtl(a) == rtl(b)) {
            if rtl(&group[0]) != self.rtl {
                group.reverse();
            }
        }
        stretches
    }
}
