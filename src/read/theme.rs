//! Colours: takes the keys under `theme`, gives the colours that replace the default ones.

use super::colour_words;
use super::format;
use super::node::{Entry, Kind, Node};
use super::take::{Reader, shortened};
use crate::color::{Cmyk, Rgb};
use crate::diag::{Code, Diagnostic};
use crate::model::{Spanned, ThemeOverride};
use crate::source::Span;
use crate::style::Swatch;

/// The colours given, in the order of the source.
pub(super) fn overrides(reader: &mut Reader<'_>, node: &Node) -> Vec<ThemeOverride> {
    let Some(fields) = reader.mapping(node, &format::THEME) else { return Vec::new() };
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
        let told = |place| Diagnostic::error(Code::BadValue, place, message);
        reader.messages.push(match swallowed(reader, entry) {
            Some(place) => {
                let digits = reader.sources.text(place);
                let right = format!("\"{digits}\"");
                if !matches!(digits.len(), 4 | 7) {
                    // A second run would only say so then.
                    let message = format!(
                        "`{name}` has no colour: without quotes, # begins a remark{}",
                        digits_of(digits)
                    );
                    let hint = format!("Write all six digits, in quotes, such as `{name}: \"#0f4c5c\"`");
                    reader.error(Code::BadValue, place, message, hint);
                    return None;
                }
                told(place).hint(format!("Write `{name}: {right}`")).replace(place, right)
            }
            None => told(entry.key_span).hint(format!("Put the colour in quotes: `{name}: \"#0f4c5c\"`")),
        });
        return None;
    }
    match entry.value.kind {
        Kind::Map(_) => both(reader, &entry.value, swatch),
        _ => one(reader, &entry.value, swatch),
    }
}

/// A single value: for a screen or for a press, as it is written.
fn one(reader: &mut Reader<'_>, node: &Node, swatch: Swatch) -> Option<ThemeOverride> {
    let name = swatch.as_str();
    if let Some(right) = listed(node) {
        let message = format!("`{name}` is a list in brackets, and a colour stands without them");
        let told = Diagnostic::error(Code::BadValue, node.span, message);
        reader.messages.push(told.hint(format!("Write `{name}: {right}`")));
        return None;
    }
    let line = reader.line(node, name)?;
    if reader.says_none(&line, name) {
        return None;
    }
    let usual = ["auto", "default", "transparent", "same as logo", "as logo", "logo", "theme", ""];
    if usual.iter().any(|usual| usual.eq_ignore_ascii_case(&line.value)) {
        let message = format!("`{name}` is not a colour: `{}`", shortened(&line.value));
        let hint = format!(
            "Delete the line for the usual colour; or write six digits, such as `{name}: \"#0f4c5c\"`"
        );
        reader.error(Code::BadValue, line.span, message, hint);
        return None;
    }
    let (screen, print) = (Rgb::from_hex(&line.value), parse_cmyk(&line.value));
    if let (Some(right), None, None) = (colour_words::right(&line.value), screen, print) {
        let message = format!("`{name}` is not a colour: `{}`", shortened(&line.value));
        let told = Diagnostic::error(Code::BadValue, line.span, message);
        reader.messages.push(told.hint(format!("Write `{name}: {right}`")).replace(line.span, right));
        return None;
    }
    if let (Some(what), None, None) = (colour_words::of_a_fan(&line.value), screen, print) {
        let written = shortened(&line.value);
        let message = format!(
            "`{name}` is the name of {what}, which has no colour of its own on a screen: `{written}`"
        );
        let hint = format!(
            "Look for the six digits (HEX) of {written} in your board's brand guidelines, and write them such as `{name}: \"#0f4c5c\"`"
        );
        reader.error(Code::BadValue, line.span, message, hint);
        return None;
    }
    if screen.is_none() && print.is_none() {
        let message =
            format!("`{name}` is not a colour: `{}`{}", shortened(&line.value), digits_of(&line.value));
        let hint = format!(
            "Write the six digits that a designer gives for screens, such as `{name}: \"#0f4c5c\"`, or four inks in percent, such as `{name}: cmyk(90, 45, 40, 35)`"
        );
        reader.error(Code::BadValue, line.span, message, hint);
        return None;
    }
    Some(ThemeOverride { swatch, screen, print, span: line.span })
}

/// The colour whose numbers were written as a list: `[15, 76, 92]`.
fn listed(node: &Node) -> Option<String> {
    let Kind::List(items) = &node.kind else { return None };
    let numbers: Vec<&str> = items
        .iter()
        .map(|item| match &item.kind {
            Kind::Text(text) => Some(text.as_str()),
            _ => None,
        })
        .collect::<Option<_>>()?;
    colour_words::right(&numbers.join(", "))
}

/// The colour that stands behind a key as a remark.
fn swallowed(reader: &Reader<'_>, entry: &Entry) -> Option<Span> {
    let end = entry.key_span.range().end;
    let line = reader.sources.get(entry.key_span.source).text()[end..].lines().next()?;
    let at = line.find('#')?;
    let digits = line[at + 1..].bytes().take_while(u8::is_ascii_hexdigit).count();
    (digits > 0).then(|| Span::new(entry.key_span.source, end + at..end + at + 1 + digits))
}

/// What is wrong with the digits of a colour that begins as one.
fn digits_of(written: &str) -> String {
    let Some(digits) = written.trim().strip_prefix('#') else { return String::new() };
    match digits.chars().find(|c| !c.is_ascii_hexdigit()) {
        Some(c) => format!("; `{c}` is no digit of a colour, which are 0 to 9 and a to f"),
        None => format!("; it has {} digits, and a colour has 6", digits.len()),
    }
}

/// Both values below `screen` and `print`.
fn both(reader: &mut Reader<'_>, node: &Node, swatch: Swatch) -> Option<ThemeOverride> {
    if let Some(print) = cut_short(node) {
        let message = "without quotes the inks end at the first comma, for `{…}` is a list of keys";
        let start = print.range().start;
        let rest = &reader.sources.get(print.source).text()[start..];
        let inks = rest.find(')').filter(|end| !rest[..*end].contains('\n')).map(|end| &rest[..=end]);
        let right = format!("\"{}\"", inks.unwrap_or("cmyk(90, 45, 40, 35)"));
        let told = Diagnostic::error(Code::BadValue, print, message).hint(format!("Write `print: {right}`"));
        reader.messages.push(match inks {
            Some(inks) => told.replace(Span::new(print.source, start..start + inks.len()), right),
            None => told,
        });
        return None;
    }
    let fields = reader.mapping(node, &format::COLOUR)?;
    let line = reader.needed_line(&fields, "screen");
    let screen = line.and_then(|line| value(reader, &line, "screen", SCREEN, Rgb::from_hex));
    let line = reader.needed_line(&fields, "print");
    let print = line.and_then(|line| value(reader, &line, "print", PRINT, parse_cmyk));
    Some(ThemeOverride { swatch, screen: Some(screen?), print: Some(print?), span: node.span })
}

/// Where inks stand without quotes inside `{…}`: YAML takes what follows the comma for further keys.
fn cut_short(node: &Node) -> Option<Span> {
    let print = node.get("print")?;
    let Kind::Text(text) = &print.kind else { return None };
    (text.starts_with("cmyk(") && !text.contains(')')).then_some(print.span)
}

/// Examples of the two values.
const SCREEN: &str = "\"#0f4c5c\"";
const PRINT: &str = "cmyk(90, 45, 40, 35)";

fn value<T>(
    reader: &mut Reader<'_>,
    line: &Spanned<String>,
    key: &str,
    example: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let value = parse(&line.value);
    if value.is_none() {
        let message = format!("`{key}` is not a colour for {}: `{}`", where_to(key), shortened(&line.value));
        reader.error(Code::BadValue, line.span, message, format!("Write `{key}: {example}`"));
    }
    value
}

fn where_to(key: &str) -> &'static str {
    if key == "screen" { "screens" } else { "a press" }
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
