//! Unpacking: takes the bytes of a stream and its filter, gives what was packed, no more than it may be.

use std::io::Read;

use flate2::read::ZlibDecoder;

use super::object::{Dict, Object};
use super::trouble::Trouble;

/// Unpacks bytes by one filter (ISO 32000-1, 7.4).
pub(super) fn unpacked(bytes: &[u8], filter: &[u8], own: &Dict, most: usize) -> Result<Vec<u8>, Trouble> {
    match filter {
        b"FlateDecode" | b"Fl" => {
            let mut out = Vec::new();
            let mut decoder = ZlibDecoder::new(bytes).take(most as u64 + 1);
            let read = decoder.read_to_end(&mut out);
            if out.len() > most {
                return Err(Trouble::TooMuch("a part that unpacks to more than 256 MB"));
            }
            read.map_err(|_| Trouble::Damaged("a packed part cannot be unpacked"))?;
            unpredicted(out, own)
        }
        _ => Err(Trouble::Damaged("a part is packed in a way that is not read")),
    }
}

/// Takes back what was done to rows so that they pack well (ISO 32000-1, 7.4.4.4; PNG, 9.2).
fn unpredicted(bytes: Vec<u8>, own: &Dict) -> Result<Vec<u8>, Trouble> {
    let entry = |key: &[u8], usual: u32| own.get(key).and_then(Object::count).unwrap_or(usual) as usize;
    let predictor = entry(b"Predictor", 1);
    if predictor < 10 {
        return match predictor {
            0 | 1 => Ok(bytes),
            _ => Err(Trouble::Damaged("a part is packed in a way that is not read")),
        };
    }
    let bits = entry(b"Colors", 1).checked_mul(entry(b"BitsPerComponent", 8));
    let row_bits = bits.and_then(|bits| bits.checked_mul(entry(b"Columns", 1)));
    let (Some(bits), Some(row_bits)) = (bits, row_bits) else {
        return Err(Trouble::Damaged("a packed part has rows without end"));
    };
    let (step, width) = (bits.div_ceil(8).max(1), row_bits.div_ceil(8));
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut above = vec![0; width.min(bytes.len())];
    for row in bytes.chunks(width + 1) {
        let start = out.len();
        for (at, byte) in row[1..].iter().enumerate() {
            let left = at.checked_sub(step).map_or(0, |at| out[start + at]);
            let up = above.get(at).copied().unwrap_or(0);
            let corner = at.checked_sub(step).and_then(|at| above.get(at)).copied().unwrap_or(0);
            let guess = match row[0] {
                1 => left,
                2 => up,
                3 => (u16::from(left) + u16::from(up)).div_euclid(2) as u8,
                4 => nearest(left, up, corner),
                _ => 0,
            };
            out.push(byte.wrapping_add(guess));
        }
        above = out[start..].to_vec();
    }
    Ok(out)
}

/// Which of three neighbours is nearest to left + up - corner (Paeth).
fn nearest(left: u8, up: u8, corner: u8) -> u8 {
    let guess = i16::from(left) + i16::from(up) - i16::from(corner);
    let far = |value: u8| (guess - i16::from(value)).abs();
    if far(left) <= far(up) && far(left) <= far(corner) {
        left
    } else if far(up) <= far(corner) {
        up
    } else {
        corner
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).expect("memory takes all");
        encoder.finish().expect("memory takes all")
    }

    #[test]
    fn rows_are_what_they_were_before_packing() {
        let own = Dict::from([
            (b"Predictor".to_vec(), Object::Number(12.0)),
            (b"Columns".to_vec(), Object::Number(3.0)),
        ]);
        let rows = [2, 1, 2, 3, 2, 1, 1, 1, 1, 5, 1, 1, 4, 1, 0, 0];
        let out = unpacked(&packed(&rows), b"FlateDecode", &own, 1000).expect("it unpacks");
        assert_eq!(out, [1, 2, 3, 2, 3, 4, 5, 6, 7, 6, 6, 7]);
    }

    #[test]
    fn a_part_that_grows_without_end_is_stopped() {
        let bomb = packed(&vec![0; 1_000_000]);
        let stopped = unpacked(&bomb, b"FlateDecode", &Dict::new(), 1000);
        assert!(matches!(stopped, Err(Trouble::TooMuch(_))), "{stopped:?}");
        assert!(matches!(unpacked(b"no", b"FlateDecode", &Dict::new(), 9), Err(Trouble::Damaged(_))));
    }
}
