//! Colours as people write them: takes a value, gives the colour in the form that a file has, or what kind of thing it is.

/// The value as a file has it, in quotes where YAML needs them.
pub(super) fn right(written: &str) -> Option<String> {
    let plain = unwrapped(written);
    let hex = named(&plain)
        .or_else(|| digits(&plain))
        .or_else(|| lights(&plain))
        .or_else(|| hue(&plain))
        .or_else(|| beside_words(&plain));
    hex.map(|hex| format!("\"{hex}\"")).or_else(|| inks(&plain))
}

/// Where to look for the value of a colour that is the name of an ink or a paint.
pub(super) fn of_a_fan(written: &str) -> Option<&'static str> {
    let small = written.trim().to_ascii_lowercase();
    let begins = |starts: &[&str]| starts.iter().any(|start| small.starts_with(start));
    match () {
        () if begins(&["pantone", "pms", "reflex blue"]) => Some("an ink"),
        () => begins(&["ral ", "bs ", "ncs "]).then_some("a paint"),
    }
}

/// Without quotes of any kind, the name of the property, and the punctuation of a style sheet.
fn unwrapped(written: &str) -> String {
    let trimmed = |c: char| c.is_whitespace() || "\"'\u{2018}\u{2019}\u{201c}\u{201d};,.".contains(c);
    let small = written.trim_matches(trimmed).to_ascii_lowercase();
    let rest = ["color:", "colour:", "hex:", "hex"].iter().find_map(|key| small.strip_prefix(key));
    rest.unwrap_or(&small).trim_matches(trimmed).to_owned()
}

/// The value of a colour that is given by its name (CSS Color 4, 6.1: those that boards use, and what people call
/// some of them).
fn named(plain: &str) -> Option<String> {
    const NAMES: [(&str, &str); 44] = [
        ("black", "#000000"),
        ("white", "#ffffff"),
        ("grey", "#808080"),
        ("gray", "#808080"),
        ("silver", "#c0c0c0"),
        ("darkgrey", "#a9a9a9"),
        ("lightgrey", "#d3d3d3"),
        ("navy", "#000080"),
        ("navyblue", "#000080"),
        ("blue", "#0000ff"),
        ("royalblue", "#4169e1"),
        ("darkblue", "#00008b"),
        ("midblue", "#0000cd"),
        ("mediumblue", "#0000cd"),
        ("lightblue", "#add8e6"),
        ("skyblue", "#87ceeb"),
        ("midnightblue", "#191970"),
        ("nhsblue", "#005eb8"),
        ("teal", "#008080"),
        ("darkteal", "#004d4d"),
        ("darkpurple", "#4b0055"),
        ("britishracinggreen", "#004225"),
        ("charcoal", "#36454f"),
        ("aqua", "#00ffff"),
        ("turquoise", "#40e0d0"),
        ("green", "#008000"),
        ("darkgreen", "#006400"),
        ("lightgreen", "#90ee90"),
        ("forestgreen", "#228b22"),
        ("lime", "#00ff00"),
        ("olive", "#808000"),
        ("yellow", "#ffff00"),
        ("gold", "#ffd700"),
        ("orange", "#ffa500"),
        ("red", "#ff0000"),
        ("darkred", "#8b0000"),
        ("maroon", "#800000"),
        ("burgundy", "#800020"),
        ("purple", "#800080"),
        ("violet", "#ee82ee"),
        ("indigo", "#4b0082"),
        ("magenta", "#ff00ff"),
        ("pink", "#ffc0cb"),
        ("brown", "#a52a2a"),
    ];
    let name = plain.replace([' ', '-'], "");
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, hex)| (*hex).to_owned())
}

/// Six digits with words beside them, and not a second colour: `#0f4c5c (teal)`, `teal #0f4c5c`.
fn beside_words(plain: &str) -> Option<String> {
    let mut colours = plain.match_indices('#').map(|(at, _)| plain.get(at..at + 7).unwrap_or(""));
    let only = colours.next().filter(|_| colours.next().is_none())?;
    let ends = !plain[plain.find('#')? + only.len()..].starts_with(|c: char| c.is_alphanumeric());
    (only.len() == 7 && ends && only[1..].bytes().all(|byte| byte.is_ascii_hexdigit()))
        .then(|| only.to_owned())
}

/// Hue, saturation and lightness, as drawing programs show them (CSS Color 4, 7.1): `hsl(194, 73%, 21%)`.
fn hue(plain: &str) -> Option<String> {
    let inner = plain.strip_prefix("hsla(").or_else(|| plain.strip_prefix("hsl("))?.strip_suffix(')')?;
    let all = numbers(&inner.replace("deg", ""), |_| false)?;
    let [(hue, false), (saturation, _), (light, _)] = all[..] else { return None };
    let (saturation, light) = (saturation / 100.0, light / 100.0);
    let good =
        (0.0..=360.0).contains(&hue) && [saturation, light].iter().all(|part| (0.0..=1.0).contains(part));
    let part = |turn: f32| {
        let at = (turn + hue / 30.0) % 12.0;
        let swing = saturation * light.min(1.0 - light);
        let part = light - swing * (at - 3.0).min(9.0 - at).clamp(-1.0, 1.0);
        (part * 255.0).round() as u8
    };
    good.then(|| format!("#{:02x}{:02x}{:02x}", part(0.0), part(8.0), part(4.0)))
}

/// Six digits without their `#`, or with `0x`, with a space behind it, or with two further digits that say "not
/// transparent".
fn digits(plain: &str) -> Option<String> {
    let rest = plain.trim_start_matches('#').trim();
    let rest = rest.strip_prefix("0x").unwrap_or(rest);
    // The letter is no digit of a colour, and looks like the 0 that is one.
    let rest = &rest.replace('o', "0");
    let solid = match rest.len() {
        8 => rest.strip_suffix("ff")?,
        6 => rest,
        _ => return None,
    };
    solid.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| format!("#{solid}"))
}

/// Three lights from 0 to 255: `rgb(15, 76, 92)`, `RGB 15/76/92`, `R15 G76 B92`, `rgba(15 76 92 / 1)`, `6%, 30%, 36%`.
fn lights(plain: &str) -> Option<String> {
    let is_light = |c: char| matches!(c, 'r' | 'g' | 'b' | 'a' | '(' | ')' | ':' | '=');
    let lights = numbers(plain, is_light)?;
    let of_all = |(number, percent): &(f32, bool), most: f32| match percent {
        true => number * most / 100.0,
        false => *number,
    };
    let solid = lights.get(3).is_none_or(|part| matches!(of_all(part, 255.0), 1.0 | 255.0));
    let bytes: Vec<f32> = lights.iter().take(3).map(|light| of_all(light, 255.0).round()).collect();
    let good = bytes.len() == 3
        && (lights.len() == 3 || (lights.len() == 4 && plain.starts_with("rgba") && solid))
        && bytes.iter().all(|light| (0.0..=255.0).contains(light));
    good.then(|| bytes.iter().fold("#".to_owned(), |hex, light| format!("{hex}{:02x}", *light as u8)))
}

/// Four inks in percent: `CMYK(100, 80, 0, 40)`, `C100 M80 Y0 K40`, `100/80/0/40`, `cmyk(1, 0.8, 0, 0.4)`.
fn inks(plain: &str) -> Option<String> {
    let is_ink = |c: char| matches!(c, 'c' | 'm' | 'y' | 'k' | '(' | ')' | ':' | '=');
    let inks = numbers(plain, is_ink).filter(|inks| inks.len() == 4)?;
    let whole = |(ink, _): &(f32, bool)| ink.fract() == 0.0;
    let parts = !inks.iter().all(whole) && inks.iter().all(|(ink, _)| *ink <= 1.0);
    let inks: Vec<f32> = inks.iter().map(|(ink, _)| if parts { ink * 100.0 } else { *ink }.round()).collect();
    let good = inks.iter().all(|ink| (0.0..=100.0).contains(ink));
    let words: Vec<String> = inks.iter().map(|ink| format!("{ink}")).collect();
    good.then(|| format!("cmyk({})", words.join(", ")))
}

/// The numbers of a value in which nothing else stands but these letters and what parts numbers; whether each is in
/// percent.
fn numbers(plain: &str, is_letter: impl Fn(char) -> bool) -> Option<Vec<(f32, bool)>> {
    let parts = |c: char| c.is_whitespace() || matches!(c, ',' | '/' | ';') || is_letter(c);
    let words = plain.split(parts).filter(|word| !word.is_empty());
    let number = |word: &str| {
        let (digits, percent) = word.strip_suffix('%').map_or((word, false), |digits| (digits, true));
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        digits.parse::<f32>().ok().filter(|_| plain).map(|number| (number, percent))
    };
    words.map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_as_people_write_them() {
        for (written, expected) in [
            ("navy", "\"#000080\""),
            ("Navy Blue", "\"#000080\""),
            ("rgb(0, 0, 128)", "\"#000080\""),
            ("rgb(0 0 128)", "\"#000080\""),
            ("rgba(0,0,128,1)", "\"#000080\""),
            ("RGB 0/0/128", "\"#000080\""),
            ("R0 G0 B128", "\"#000080\""),
            ("rgb(0%, 0%, 50%)", "\"#000080\""),
            ("0x000080", "\"#000080\""),
            ("hsl(240, 100%, 25%)", "\"#000080\""),
            ("#Of4c5c", "\"#0f4c5c\""),
            ("#0f4c5c (teal)", "\"#0f4c5c\""),
            ("dark teal", "\"#004d4d\""),
            ("# 0f4c5c", "\"#0f4c5c\""),
            ("#0f4c5c;", "\"#0f4c5c\""),
            ("\u{201c}#0f4c5c\u{201d}", "\"#0f4c5c\""),
            ("#0f4c5cff", "\"#0f4c5c\""),
            ("CMYK(100, 80, 0, 40)", "cmyk(100, 80, 0, 40)"),
            ("C100 M80 Y0 K40", "cmyk(100, 80, 0, 40)"),
            ("cmyk(1, 0.8, 0, 0.4)", "cmyk(100, 80, 0, 40)"),
        ] {
            assert_eq!(right(written).as_deref(), Some(expected), "{written}");
        }
        for none in [
            "our blue",
            "#00008",
            "hsl(240, 100%, 250%)",
            "#0f4c5c, #ffb81c",
            "Pantone 302 C",
            "rgb(0, 0, 300)",
            "",
            "101",
            "#0f4c5c80",
        ] {
            assert_eq!(right(none), None, "{none}");
        }
        assert_eq!(of_a_fan("PMS 280"), Some("an ink"));
        assert_eq!(of_a_fan("RAL 5002"), Some("a paint"));
        assert_eq!(of_a_fan("orange"), None);
    }
}
