//! Thinned text: takes a paragraph of which some words are thought away, gives how many lines the others would take.

use super::Shaped;

/// Width of a space, in thousandths of an em.
const SPACE: f32 = 240.0;
/// What is kept together makes lines end early, so a thought-of line is a little shorter than a real one.
const SHORTER: f32 = 0.97;

impl Shaped {
    /// Width of each word between spaces, in thousandths of an em; below nought where the text ends a line behind it.
    #[must_use]
    pub fn word_widths(&self) -> Vec<f32> {
        let (mut widths, mut open) = (Vec::<f32>::new(), false);
        let mut forced =
            (0..self.words.len()).filter(|at| self.words[*at].forced).map(|at| self.word_end(at));
        let mut next = forced.next();
        for (at, cluster) in (0..).zip(&self.clusters) {
            if next == Some(at) {
                next = forced.next();
                if let Some(width) = widths.last_mut() {
                    *width = -*width;
                }
                open = false;
            }
            if cluster.hangs {
                open = false;
                continue;
            }
            match widths.last_mut() {
                Some(width) if open => *width += cluster.advance,
                _ => widths.push(cluster.advance),
            }
            open = true;
        }
        widths
    }
}

/// How many lines words of these widths take in a width of thousandths of an em. Behind a width below nought, and behind
/// -0 for a word that is thought away, a line ends.
#[must_use]
pub fn lines_of_words(words: impl Iterator<Item = f32>, width: f32) -> usize {
    let (mut lines, mut pen) = (0, f32::INFINITY);
    for word in words {
        let wide = word.abs();
        if pen + SPACE + wide <= width * SHORTER {
            pen += SPACE + wide;
        } else if wide > 0.0 {
            lines += 1;
            pen = wide;
        }
        if word.is_sign_negative() {
            pen = f32::INFINITY;
        }
    }
    lines
}
