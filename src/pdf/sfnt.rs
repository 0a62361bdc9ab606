//! Font tables: takes a font file, gives its tables, or the same file without some of them.

/// The tables of a TrueType or OpenType file (OpenType 1.9, "Organization of an OpenType Font").
#[derive(Clone, Copy, Debug)]
pub(super) struct Sfnt<'a> {
    data: &'a [u8],
    /// Where its list of tables begins.
    start: usize,
}

impl<'a> Sfnt<'a> {
    /// A file that is one face.
    pub(super) const fn new(data: &'a [u8]) -> Self {
        Sfnt { data, start: 0 }
    }

    /// A face of a file, which may be a collection (OpenType 1.9, "Font Collections").
    pub(super) fn at(data: &'a [u8], index: u32) -> Self {
        let listed = if data.starts_with(b"ttcf") { read_u32(data, 12 + 4 * index as usize) } else { None };
        Sfnt { data, start: listed.unwrap_or(0) as usize }
    }

    /// The bytes of a table.
    pub(super) fn table(&self, tag: &[u8; 4]) -> Option<&'a [u8]> {
        self.records().find(|(found, _)| *found == tag).map(|(_, bytes)| bytes)
    }

    /// All tables that lie inside the file.
    fn records(&self) -> impl Iterator<Item = (&'a [u8], &'a [u8])> + use<'a> {
        let Sfnt { data, start } = *self;
        let list = data.get(start..).unwrap_or_default();
        let count = read_u16(list, 4).unwrap_or(0);
        (0..usize::from(count)).filter_map(move |i| {
            let record = list.get(12 + 16 * i..28 + 16 * i)?;
            let start = read_u32(record, 8)? as usize;
            let length = read_u32(record, 12)? as usize;
            Some((&record[..4], data.get(start..start.checked_add(length)?)?))
        })
    }

    /// The file without the tables named; a PDF needs neither `name` nor `post` (ISO 32000-1, 9.9).
    pub(super) fn without(&self, tags: &[&[u8; 4]]) -> Vec<u8> {
        let kept: Vec<_> = self.records().filter(|(tag, _)| !tags.iter().any(|t| t == tag)).collect();
        let count = kept.len() as u16;
        let (log, power) = (count.max(1).ilog2(), 1_u16 << count.max(1).ilog2());
        let mut file = self.data[..4].to_vec();
        for value in [count, power * 16, log as u16, count.wrapping_mul(16).wrapping_sub(power * 16)] {
            file.extend(value.to_be_bytes());
        }
        let mut offset = 12 + 16 * kept.len();
        for (tag, bytes) in &kept {
            file.extend_from_slice(tag);
            for value in [checksum(bytes), offset as u32, bytes.len() as u32] {
                file.extend(value.to_be_bytes());
            }
            offset += bytes.len().next_multiple_of(4);
        }
        for (_, bytes) in kept {
            file.extend_from_slice(bytes);
            file.resize(file.len().next_multiple_of(4), 0);
        }
        file
    }

    /// The smallest box that holds every glyph, in thousandths of an em: left, bottom, right, top.
    pub(super) fn bbox(&self) -> [f32; 4] {
        let head = self.table(b"head").unwrap_or_default();
        let em = f32::from(read_u16(head, 18).unwrap_or(1000).max(1));
        [36, 38, 40, 42].map(|at| f32::from(read_i16(head, at).unwrap_or(0)) * 1000.0 / em)
    }

    /// How far upright strokes lean, in degrees counter-clockwise.
    pub(super) fn italic_angle(&self) -> f32 {
        let post = self.table(b"post").unwrap_or_default();
        read_u32(post, 4).map_or(0.0, |fixed| fixed.cast_signed() as f32 / 65_536.0)
    }

    /// The compact font program of a face with PostScript outlines.
    pub(super) fn cff(&self) -> Option<&'a [u8]> {
        self.table(b"CFF ")
    }
}

fn read_u16(data: &[u8], at: usize) -> Option<u16> {
    data.get(at..at + 2)?.try_into().ok().map(u16::from_be_bytes)
}

fn read_i16(data: &[u8], at: usize) -> Option<i16> {
    read_u16(data, at).map(u16::cast_signed)
}

fn read_u32(data: &[u8], at: usize) -> Option<u32> {
    data.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes)
}

/// The sum of all big-endian words, the last one filled with zeros.
fn checksum(table: &[u8]) -> u32 {
    table.chunks(4).fold(0_u32, |sum, chunk| {
        let mut word = [0; 4];
        word[..chunk.len()].copy_from_slice(chunk);
        sum.wrapping_add(u32::from_be_bytes(word))
    })
}
