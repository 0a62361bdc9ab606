//! ToUnicode maps: takes what each glyph code stands for, gives the map that readers and searches use.

use std::fmt::Write as _;

/// A run of codes whose characters follow each other, or one code with its characters.
struct Entry {
    first: usize,
    last: usize,
    units: Vec<u16>,
}

/// The map of ISO 32000-1, 9.10.3; code 0, the missing glyph, stands for nothing.
///
/// Runs of codes are written as ranges: a base set in the order of its characters takes one line.
pub(super) fn to_unicode(meanings: &[Box<str>]) -> Vec<u8> {
    let mut map = String::from(HEAD);
    for part in entries(meanings).chunks(100) {
        // A section holds at most a hundred entries.
        let _ = writeln!(map, "{} beginbfrange", part.len());
        for entry in part {
            let _ = write!(map, "<{:04X}><{:04X}><", entry.first, entry.last);
            for unit in &entry.units {
                let _ = write!(map, "{unit:04X}");
            }
            map.push_str(">\n");
        }
        map.push_str("endbfrange\n");
    }
    map.push_str(FOOT);
    map.into_bytes()
}

/// PostScript needs no space before `def` and `/CMap`, but lopdf 0.44 does: without, it refuses the whole map
/// and silently takes every code for a character.
const HEAD: &str = "/CIDInit/ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
";

const FOOT: &str = "endcmap
CMapName currentdict /CMap defineresource pop
end
end";

fn entries(meanings: &[Box<str>]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (code, text) in meanings.iter().enumerate().skip(1) {
        let units: Vec<u16> = if text.is_empty() { vec![0xFFFD] } else { text.encode_utf16().collect() };
        match entries.last_mut() {
            Some(run) if run.continues_with(code, &units) => run.last = code,
            _ => entries.push(Entry { first: code, last: code, units }),
        }
    }
    entries
}

impl Entry {
    /// Ranges go up by single units and must not carry into the high byte of code or character.
    fn continues_with(&self, code: usize, units: &[u16]) -> bool {
        let ([start], [unit]) = (&self.units[..], units) else { return false };
        let next = usize::from(*start) + code - self.first;
        usize::from(*unit) == next && self.first >> 8 == code >> 8 && usize::from(*start) >> 8 == next >> 8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_share_a_line_and_ligatures_have_their_own() {
        let meanings: Vec<Box<str>> = ["", "a", "b", "c", "fi", "x", "\u{1F600}"].map(Into::into).into();
        let map = String::from_utf8(to_unicode(&meanings)).expect("a map is plain text");
        assert!(map.contains(
            "4 beginbfrange\n<0001><0003><0061>\n<0004><0004><00660069>\n<0005><0005><0078>\n<0006><0006><D83DDE00>\n"
        ));
    }
}
