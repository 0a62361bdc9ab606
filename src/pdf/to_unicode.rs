//! ToUnicode maps: takes what each glyph code stands for, gives the map that readers and searches use.

use std::fmt::Write as _;

/// The most entries of one section (ISO 32000-1, 9.10.3).
const MOST_ENTRIES: usize = 100;

/// The map of ISO 32000-1, 9.10.3; code 0, the missing glyph, stands for nothing.
///
/// Every code has a line of its own. Ranges would be shorter, but Ghostscript 10.00 reads them wrongly for all that
/// is not plain Latin, and the tools built on it that make files smaller then lose the words for good.
pub(super) fn to_unicode(meanings: &[Box<str>]) -> Vec<u8> {
    let mut map = String::from(HEAD);
    let codes: Vec<(usize, &str)> = meanings.iter().map(|text| &**text).enumerate().skip(1).collect();
    for section in codes.chunks(MOST_ENTRIES) {
        let _ = writeln!(map, "{} beginbfchar", section.len());
        for (code, text) in section {
            let _ = write!(map, "<{code:04X}><");
            // Readers need a character for every code; this one says that it is not known.
            for unit in if text.is_empty() { "\u{fffd}" } else { text }.encode_utf16() {
                let _ = write!(map, "{unit:04X}");
            }
            map.push_str(">\n");
        }
        map.push_str("endbfchar\n");
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_line_and_ligatures_have_all_their_letters() {
        let meanings: Vec<Box<str>> = ["", "a", "b", "fi", "", "\u{1F600}"].map(Into::into).into();
        let map = String::from_utf8(to_unicode(&meanings)).expect("a map is plain text");
        assert!(map.contains(
            "5 beginbfchar\n<0001><0061>\n<0002><0062>\n<0003><00660069>\n<0004><FFFD>\n<0005><D83DDE00>\nendbfchar\n"
        ));
    }

    #[test]
    fn a_section_holds_a_hundred_codes() {
        let meanings = vec![Box::from("x"); 202];
        let map = String::from_utf8(to_unicode(&meanings)).expect("a map is plain text");
        let sizes: Vec<&str> = map.lines().filter_map(|line| line.strip_suffix(" beginbfchar")).collect();
        assert_eq!(sizes, ["100", "100", "1"]);
    }
}
