//! Thinned text: takes a paragraph of which some words are thought away, gives how many lines the others would take.

use super::Shaped;

/// Width of a space, in thousandths of an em.
const SPACE: f32 = 240.0;
/// What is kept together makes lines end early, so a thought-of line is a little shorter than a real one.
const SHORTER: f32 = 0.97;

impl Shaped {
    /// Width of each word between spaces, in thousandths of an em.
    #[must_use]
    pub fn word_widths(&self) -> Vec<f32> {
        let (mut widths, mut open) = (Vec::new(), false);
        for cluster in &self.clusters {
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

/// How many lines words of these widths take in a width of thousandths of an em.
#[must_use]
pub fn lines_of_words(words: impl Iterator<Item = f32>, width: f32) -> usize {
    let (mut lines, mut pen) = (0, f32::INFINITY);
    for word in words {
        if pen + SPACE + word <= width * SHORTER {
            pen += SPACE + word;
        } else {
            lines += 1;
            pen = word;
        }
    }
    lines
}
