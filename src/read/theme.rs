//! Colours: takes the keys under `theme`, gives the colours that replace the default ones.

use super::node::{Entry, Kind, Node};
use super::take::{Reader, shortened};
use crate::color::{Cmyk, Rgb};
use crate::diag::Code;
use crate::model::ThemeOverride;
use crate::style::Swatch;

/// The colours given, in the order of the source.
pub(super) fn overrides(reader: &mut Reader<'_>, node: &Node) -> Vec<ThemeOverride> {
    let names: Vec<&'static str> = Swatch::ALL.iter().map(|swatch| swatch.as_str()).collect();
    let Some(fields) = reader.fields(node, "`theme`", &names) else { return Vec::new() };
    fields
        .entries()
        .iter()
        .filter_map(|entry| Some((entry, Swatch::from_name(&entry.key)?)))
        .filter_map(|(entry, swatch)| colour(reader, entry, swatch))
        .collect()
}

fn colour(reader: &mut Reader<'_>, entry: &Entry, swatch: Swatch) -> Option<ThemeOverride> {
    let name = swatch.as_str();
    if matches!(entry.value.kind, Kind::Nothing) {
        let message = format!("`{name}` has no colour: without quotes, # begins a remark");
        let hint = format!("Put the colour in quotes: `{name}: \"#0f4c5c\"`");
        reader.error(Code::BadValue, entry.key_span, message, hint);
        return None;
    }
    let line = reader.line(&entry.value, name)?;
    let (screen, print) = (Rgb::from_hex(&line.value), parse_cmyk(&line.value));
    if screen.is_none() && print.is_none() {
        let message = format!("`{name}` is not a colour: `{}`", shortened(&line.value));
        let hint = format!(
            "Write `{name}: \"#0f4c5c\"`, or the four inks in percent: `{name}: cmyk(90, 45, 40, 35)`"
        );
        reader.error(Code::BadValue, line.span, message, hint);
        return None;
    }
    Some(ThemeOverride { swatch, screen, print, span: line.span })
}

/// Reads `cmyk(90, 45, 40, 35)`, with or without percent signs.
fn parse_cmyk(text: &str) -> Option<Cmyk> {
    let inks: Vec<u8> = text
        .strip_prefix("cmyk(")?
        .strip_suffix(')')?
        .split(',')
        .map(|ink| ink.trim().trim_end_matches('%').parse().ok().filter(|percent| *percent <= 100))
        .collect::<Option<_>>()?;
    match inks[..] {
        [c, m, y, k] => Some(Cmyk::new(c, m, y, k)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inks_are_four_percentages() {
        assert_eq!(parse_cmyk("cmyk(90, 45,40, 35%)"), Some(Cmyk::new(90, 45, 40, 35)));
        for wrong in
            ["cmyk(1,2,3)", "cmyk(1,2,3,101)", "cmyk(1,2,3,-4)", "cmyk()", "cmyk(1,2,3,4", "rgb(1,2,3)"]
        {
            assert_eq!(parse_cmyk(wrong), None, "{wrong}");
        }
    }
}
