//! The UK numbering plan: takes the digits of a number, gives the lengths it may have and how it is grouped.
//!
//! Source: Ofcom, National Telephone Numbering Plan, and its list of area codes with ten-digit numbers.

/// Area codes under which some numbers have ten digits instead of eleven, in order.
const MIXED: [&str; 40] = [
    "01204", "01208", "01254", "01276", "01297", "01298", "01363", "01364", "01384", "01386", "01404",
    "01420", "01460", "01461", "01480", "01488", "01524", "01527", "01562", "01566", "01606", "01629",
    "01635", "01647", "01659", "01695", "01697", "01726", "01744", "01750", "01768", "01827", "01837",
    "01884", "01900", "01905", "01935", "01946", "01949", "01963",
];

/// First digits that Ofcom keeps for films and plays: nobody answers there.
const DRAMA: [&str; 21] = [
    "01134960",
    "01144960",
    "01154960",
    "01164960",
    "01174960",
    "01184960",
    "01214960",
    "01314960",
    "01414960",
    "01514960",
    "01614960",
    "01914980",
    "02079460",
    "02896496",
    "02920180",
    "03069990",
    "07700900",
    "08081570",
    "09098790",
    "01632960",
    "016329600",
];

/// Numbers of three to six digits that answer without an area code.
const SHORT: [&str; 11] =
    ["999", "112", "101", "111", "105", "119", "159", "18000", "116000", "116111", "116123"];

/// Whether the digits are a short number that answers all over the country.
pub(crate) fn is_short(digits: &str) -> bool {
    SHORT.contains(&digits) || digits == "7726" || (digits.len() == 6 && digits.starts_with("118"))
}

/// Whether the digits are a short code for text messages: five digits, beginning with 6, 7 or 8.
pub(crate) fn is_text_code(digits: &str) -> bool {
    digits.len() == 5 && digits.starts_with(['6', '7', '8'])
}

/// Whether nobody can answer, because the number is kept for films and plays.
pub(crate) fn is_drama(national: &str) -> bool {
    DRAMA.iter().any(|start| national.starts_with(start))
}

/// How many digits a national number may have, leading 0 included; none where no number begins so.
pub(crate) fn lengths(national: &str) -> &'static [usize] {
    let digit = |at: usize| national.as_bytes().get(at).copied().unwrap_or(b' ');
    match (digit(0), digit(1), digit(2), digit(3)) {
        // Childline and the old NHS Direct are the two that are shorter than all others.
        _ if matches!(national, "08001111" | "08454647") => &[8],
        (b'0', b'1', b'1', b'3'..=b'8') => &[11],
        (b'0', b'1', b'2'..=b'6' | b'9', b'1') => &[11],
        (b'0', b'1', b'2'..=b'9', _) if is_mixed(national) => &[10, 11],
        (b'0', b'1', b'2'..=b'9', b'0'..=b'9') => &[11],
        (b'0', b'2', b'0' | b'3' | b'4' | b'8' | b'9', _) => &[11],
        (b'0', b'3', b'0' | b'3' | b'4' | b'7', _) => &[11],
        (b'0', b'5', b'5' | b'6', _) => &[11],
        (b'0', b'7', b'0'..=b'9', _) => &[11],
        (b'0', b'8', b'0', b'0') => &[10, 11],
        (b'0', b'8', b'0', b'8') | (b'0', b'8', b'4' | b'7', _) => &[11],
        (b'0', b'9', b'0' | b'1' | b'8', _) => &[11],
        _ => &[],
    }
}

/// Whether some numbers under the area code of these digits have ten of them.
fn is_mixed(national: &str) -> bool {
    national.get(..MIXED[0].len()).is_some_and(|code| MIXED.binary_search(&code).is_ok())
}

/// Whether the digits, leading 0 included, are a whole national number.
pub(crate) fn is_whole(national: &str) -> bool {
    lengths(national).contains(&national.len())
}

/// The number in the groups that people read aloud: `0845 122 8669`, `01642 527764`, `020 7324 4000`.
pub(crate) fn grouped(national: &str) -> String {
    let groups: &[usize] = match (national.len(), national.as_bytes()) {
        (6, _) => &[3, 3],
        (8, _) if national == "08454647" => &[4, 2, 2],
        (8, _) => &[4, 4],
        (10, _) if national.starts_with("016977") => &[6, 4],
        (10, [b'0', b'8', ..]) => &[4, 3, 3],
        (10, _) => &[5, 5],
        (11, [b'0', b'2', ..]) => &[3, 4, 4],
        (11, [b'0', b'1', b'1', ..] | [b'0', b'1', _, b'1', ..] | [b'0', b'3' | b'8' | b'9', ..]) => {
            &[4, 3, 4]
        }
        (11, _) => &[5, 6],
        _ => &[],
    };
    let mut rest = national;
    let mut words = Vec::new();
    for size in groups {
        let (word, after) = rest.split_at(*size);
        words.push(word);
        rest = after;
    }
    words.extend((!rest.is_empty()).then_some(rest));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn area_codes_are_in_order_and_each_is_found() {
        assert!(MIXED.is_sorted());
        for code in MIXED {
            assert_eq!(lengths(&format!("{code}12345")), [10, 11], "{code}");
        }
        for number in ["01205 1", "0120", "01203123456"] {
            assert_eq!(lengths(number), [11], "{number}");
        }
    }
}
