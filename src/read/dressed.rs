//! Dressed values: takes a value that cannot be read as it stands, gives it without what other programs put round it.
//!
//! Stars, backticks and links of a chat, a label before an address, a number before a heading: in quotes they could be
//! read, and would be printed. So they go, where it is plain that they are no words of the writer.

use crate::diag::Code;
use crate::scalar::scalar;

const NAMED: &str = "a name stands beside this address, as a mail program shows it";
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
        "email" | "url" | "web" | "bsl" => named(value).or_else(|| address(value))?,
        "file" => on_disk(value)?,
        "heading" if numbered(value).is_some() => {
            return numbered(value).map(|(value, message)| (value, message, Code::HeadingNumbered));
        }
        "title" | "heading" | "name" => labelled(key, value)?,
        "primary" | "accent" | "emergency" => colour(value)?,
        _ => return None,
    };
    let code = match key {
        _ if message == LABEL => Code::LeftOver,
        "file" => Code::PictureFile,
        "primary" | "accent" | "emergency" => Code::BadValue,
        _ if message == NAMED => Code::LinkTarget,
        _ => Code::NotYaml,
    };
    Some((value, message, code))
}

/// `'help@nspcc.org.uk' <help@nspcc.org.uk>`, as Outlook shows an address: the address.
fn named(value: &str) -> Option<(String, &'static str)> {
    let inner = value.strip_suffix('>')?.rsplit_once('<')?.1;
    let quoted = value.starts_with(['\'', '"']) && inner.contains(['@', '.']) && !inner.contains(' ');
    quoted.then(|| (scalar(inner), NAMED))
}

/// `%USERPROFILE%\logo.png`: the name of the picture.
fn on_disk(value: &str) -> Option<(String, &'static str)> {
    let name = value.trim_matches(['"', '\'']).rsplit(['/', '\\']).next()?;
    let message = "this is a place on one computer, and a picture stands beside this file";
    (value.contains('\\') && value.starts_with('%') && name.contains('.')).then(|| (scalar(name), message))
}

/// `Title: Neglect`, `FW: Neglect`, `7 minute briefing: Neglect`: what a form or a mail put before a title.
fn labelled(key: &str, value: &str) -> Option<(String, &'static str)> {
    const LABELS: [&str; 10] = [
        "title",
        "subject",
        "topic",
        "re",
        "fw",
        "fwd",
        "7 minute briefing",
        "7-minute briefing",
        "seven minute briefing",
        "seven-minute briefing",
    ];
    let (before, behind) = value.split_once(": ")?;
    let same = before.eq_ignore_ascii_case(key);
    let known = key == "title" && LABELS.iter().any(|label| label.eq_ignore_ascii_case(before));
    let plain = !behind.contains(": ") && !behind.ends_with(':') && !behind.trim().is_empty();
    ((same || known) && plain).then(|| (scalar(behind.trim()), LABEL))
}

/// `"#0f4c5c" (teal)`: the colour in quotes alone.
fn colour(value: &str) -> Option<(String, &'static str)> {
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (inner, rest) = value[1..].split_once(quote)?;
    let found = inner.starts_with('#') && inner.len() == 7 && !rest.trim().is_empty();
    found.then(|| (format!("\"{inner}\""), "something stands behind this colour, and a key holds one"))
}

/// Words in the place of an address: a name on a social network, or a label and a name. What is wrong and what to do.
pub(super) fn no_address(key: &str, value: &str) -> Option<(&'static str, &'static str)> {
    let wanted = matches!(key, "url" | "web" | "bsl");
    let named = value.strip_prefix('@').is_some_and(|rest| !rest.contains(['.', ' ']));
    let words = value.split_once(": ").is_some_and(|(_, behind)| !behind.contains(['.', '/', '@']));
    match () {
        () if wanted && value.starts_with('@') || key == "email" && named => Some((
            "this is a name on a social network, which is no address",
            "Write the address of its page behind `url:`, copied from the top of the browser; or delete the line",
        )),
        () if wanted && words && !value.starts_with(['"', '\'']) => Some((
            "these words are no address of a page",
            "Write the address, copied from the top of the browser; or put the words behind `purpose:`",
        )),
        () => None,
    }
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
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
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
    // `01642 527764 ext: 4410`
    let extended = before.strip_suffix(" ext").or_else(|| before.strip_suffix(" Ext")).map(str::trim);
    if let Some(first) = extended.filter(|first| is_number(first) && is_digits(behind)) {
        return Some((
            format!("{first} ext. {behind}"),
            "a colon stands before the digits of this extension",
        ));
    }
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
    let number = small.trim_start_matches(|c: char| c.is_ascii_lowercase());
    let (name, number) = (small[..small.len() - number.len()].trim(), number.trim());
    let own = number.trim_end_matches('7').trim_end().trim_end_matches("of").trim_end_matches('/').trim();
    let digit = |text: &str| text.len() == 1 && text.bytes().all(|byte| (b'1'..=b'7').contains(&byte));
    let known = matches!(
        name,
        "" | "minute" | "min" | "section" | "part" | "step" | "box" | "slide" | "munud" | "adran"
    );
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
