//! Places of a mended text: takes it and the text as it was typed, gives where its bytes stand in the other.

use std::ops::Range;

/// Where bytes of a mended text stand in the text as it was typed, line by line.
pub(super) struct Places {
    /// Each line of both: where it begins in the mended text, its bytes in the other, and how many bytes of its
    /// beginning and end are the same.
    lines: Vec<(usize, Range<usize>, usize, usize, usize)>,
}

impl Places {
    /// Compares two texts of the same number of lines.
    pub(super) fn new(typed: &str, mended: &str) -> Self {
        let (mut before, mut after, mut lines) = (0, 0, Vec::new());
        for (old, new) in typed.split_inclusive('\n').zip(mended.split_inclusive('\n')) {
            let front = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
            let most = old.len().min(new.len()) - front;
            let back = old.bytes().rev().zip(new.bytes().rev()).take_while(|(a, b)| a == b).count().min(most);
            lines.push((after, before..before + old.len(), front, back, new.len()));
            (before, after) = (before + old.len(), after + new.len());
        }
        Places { lines }
    }

    /// The byte of the typed text that stands for one of the mended.
    pub(super) fn typed(&self, byte: usize) -> usize {
        let at = self.lines.partition_point(|line| line.0 <= byte).saturating_sub(1);
        let Some((start, old, front, back, length)) = self.lines.get(at).cloned() else { return byte };
        let column = byte - start;
        match () {
            () if column <= front => old.start + column,
            () if column + back >= length => old.end - length.saturating_sub(column).min(old.len()),
            // Quotes that were put round words move these by one of them.
            () => (old.start + column - (length.saturating_sub(old.len()) / 2).min(column - front))
                .min(old.end - back),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_of_a_mended_line_stand_where_they_were_typed() {
        let places = Places::new("a: b\ntitle: x: y\nc: d\n", "a: b\ntitle: \"x: y\"\nc: d\n");
        assert_eq!(places.typed(5), 5);
        assert_eq!(places.typed(13), 12);
        assert_eq!(places.typed(19), 17);
    }
}
