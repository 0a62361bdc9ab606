//! Dressed values: takes a value that cannot be read as it stands, gives it without what other programs put round it.
//!
//! Stars, backticks and links of a chat, a label before an address, a number before a heading: in quotes they could be
//! read, and would be printed. So they go, where it is plain that they are no words of the writer.

use crate::diag::Code;
use crate::scalar::scalar;

const LABEL: &str = "a label and a colon stand before this value, and its key says the same";

/// The value as it is to stand behind the colon of its key, what was wrong, and the code for it. `below` is what begins
/// a line of the same entry; a carriage return makes a second line.
pub(super) fn undressed(key: &str, value: &str, below: &str) -> Option<(String, &'static str, Code)> {
    let text = marked(key, value).or_else(|| linked(key, value)).or_else(|| hyphened(key, value));
    if let Some((words, message)) = text {
        return Some((scalar(&words), message, Code::NotYaml));
    }
    let (value, message) = match key {
        "phone" | "text" | "relay" | "textphone" => number(value, below)?,
        "email" | "url" | "web" | "bsl" => address(value)?,
        "heading" => {
            return numbered(value).map(|(value, message)| (value, message, Code::HeadingNumbered));
        }
        _ => return None,
    };
    let code = if message == LABEL { Code::LeftOver } else { Code::NotYaml };
    Some((value, message, code))
}

fn marked(key: &str, value: &str) -> Option<(String, &'static str)> {
    if let Some(inner) = value.strip_prefix('`').and_then(|rest| rest.strip_suffix('`')) {
        return (!inner.contains('`'))
            .then(|| (inner.to_owned(), "backticks stand round this value, as a chat shows it"));
    }
    let message = "stars make no words bold in this line";
    let bare = value.trim_matches('*');
    if key != "body" && value.starts_with('*') && value.ends_with('*') && !bare.contains('*') {
        return (!bare.is_empty()).then(|| (bare.to_owned(), message));
    }
    // One star on each side makes words slanted, which no page does.
    let slanted = value.strip_prefix('*').filter(|rest| key == "body" && !rest.starts_with('*'))?;
    let (words, rest) = slanted.split_once('*')?;
    let message = "a text cannot begin with a star, and one on each side makes no words bold";
    (!rest.contains('*')).then(|| (format!("{words}{rest}"), message))
}

/// `[NSPCC](https://www.nspcc.org.uk)`: the address where the key wants one, else the words.
fn linked(key: &str, value: &str) -> Option<(String, &'static str)> {
    let (words, rest) = value.strip_prefix('[')?.split_once("](")?;
    let (address, after) = rest.split_once(')')?;
    let wants = matches!(key, "url" | "web" | "bsl" | "email");
    let plain = address.strip_prefix("mailto:").unwrap_or(address);
    if key == "body" || address.contains(' ') || wants && !after.trim().is_empty() {
        return None;
    }
    let message = match wants {
        true => "this address is written as a link, which is made by itself",
        false => "this line takes no link",
    };
    Some((if wants { plain.to_owned() } else { format!("{words}{after}") }, message))
}

fn hyphened(key: &str, value: &str) -> Option<(String, &'static str)> {
    let words =
        value.strip_prefix("- ").filter(|_| matches!(key, "title" | "heading" | "name" | "purpose"))?;
    Some((words.trim().to_owned(), "a hyphen stands before the words of this line, and begins no list here"))
}

/// `0808 800 5000: 24 hours`, `Tel: 0808 800 5000`, `0808 800 5000:`
fn number(value: &str, below: &str) -> Option<(String, &'static str)> {
    let is_number = |text: &str| {
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        digits > 2 && text.chars().all(|c| c.is_ascii_digit() || " +()-".contains(c))
    };
    if let Some(bare) = value.strip_suffix(':').filter(|bare| is_number(bare)) {
        return Some((scalar(bare.trim()), "a colon stands behind this number"));
    }
    let (before, behind) = value.split_once(": ")?;
    let behind = behind.trim();
    if is_number(before) && !behind.contains(": ") {
        let times = ["hour", "24", "day", "am", "pm", "Mon"].iter().any(|word| behind.contains(word));
        let key = if times { "hours" } else { "purpose" };
        let message = "words stand behind this number, and have a key of their own";
        return Some((format!("{}\r{below}{key}: {}", scalar(before.trim()), scalar(behind)), message));
    }
    const LABELS: [&str; 9] =
        ["tel", "tel no", "telephone", "phone", "phone number", "call", "t", "number", "helpline"];
    let label = before.trim_end_matches('.').to_lowercase();
    (LABELS.contains(&label.as_str()) && is_number(behind)).then(|| (scalar(behind), LABEL))
}

/// `Email: help@nspcc.org.uk`, `https: //www.nspcc.org.uk`
fn address(value: &str) -> Option<(String, &'static str)> {
    let (before, behind) = value.split_once(": ")?;
    let behind = behind.trim();
    if behind.contains(' ') || !behind.contains('.') {
        return None;
    }
    if matches!(before, "http" | "https") && behind.starts_with("//") {
        return Some((format!("{before}:{behind}"), "a space stands inside this address"));
    }
    before.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-')).then(|| (scalar(behind), LABEL))
}

/// `Minute 2 of 7: Why it matters`, `2: Why it matters`
fn numbered(value: &str) -> Option<(String, &'static str)> {
    let (before, behind) = value.split_once(": ")?;
    let small = before.to_lowercase();
    let number = small.trim_start_matches(|c: char| c.is_ascii_lowercase()).trim();
    let name = small[..small.len() - number.len()].trim();
    let own = number.trim_end_matches('7').trim_end().trim_end_matches("of").trim_end_matches('/').trim();
    let digit = |text: &str| text.len() == 1 && text.bytes().all(|byte| (b'1'..=b'7').contains(&byte));
    let known =
        matches!(name, "" | "minute" | "section" | "part" | "step" | "box" | "slide" | "munud" | "adran");
    (known && (digit(own) || digit(number))).then(|| {
        (
            scalar(behind.trim()),
            "this heading brings a number of its own, beside the one that the pages print",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::undressed;

    #[test]
    fn what_is_round_a_value_goes_and_words_stay() {
        for (key, value, expected) in [
            ("phone", "`0808 800 5000`", Some("0808 800 5000")),
            ("heading", "**Why it matters**", Some("Why it matters")),
            ("body", "*They* may be in danger", Some("They may be in danger")),
            ("body", "**They** may be in danger", None),
            ("url", "[NSPCC](https://www.nspcc.org.uk)", Some("https://www.nspcc.org.uk")),
            ("heading", "[Why](https://a.uk) it matters", Some("Why it matters")),
            ("heading", "- Why it matters", Some("Why it matters")),
            ("phone", "0808 800 5000: 24 hours", Some("0808 800 5000\r  hours: \"24 hours\"")),
            ("phone", "Tel: 0808 800 5000", Some("0808 800 5000")),
            ("phone", "Duty desk: 01642 527764", None),
            ("email", "Email: help@nspcc.org.uk", Some("help@nspcc.org.uk")),
            ("url", "https: //www.nspcc.org.uk", Some("https://www.nspcc.org.uk")),
            ("heading", "Minute 2 of 7: Why it matters", Some("Why it matters")),
            ("heading", "7: What to do", Some("What to do")),
            ("heading", "Signs: what to look for", None),
            ("heading", "Key learning 1: Closing", None),
        ] {
            assert_eq!(undressed(key, value, "  ").map(|(value, ..)| value).as_deref(), expected, "{value}");
        }
    }
}
