//! Signs: takes a line of YAML that cannot be parsed, gives it without what stands in it and should not.

use super::dressed;
use super::keyless::keyless;
use super::quote::quoted;
use super::slip::{Mend, begins_entry, depths, is_key, is_outer, key_of};
use crate::address::space::{is_invisible, is_space};
use crate::diag::Code;
use crate::language::{is_quote, unquoted};
use crate::scalar::scalar;

/// What is said of slips that many lines of a file may have alike.
pub(super) const BOLD_KEY: &str = "stars make nothing bold in the name of a key";
pub(super) const OTHER_COLON: &str =
    "the colon of this line is of another kind than those that are read here";
pub(super) const OTHER_MARK: &str = "an entry of a list begins with a hyphen and a space";
pub(super) const NO_BAR: &str = "a text of several lines begins with a bar behind the colon of its key";
pub(super) const SEPARATOR_SPACE: &str = "no space stands behind the colon of this line";
pub(super) const SEPARATOR_NONE: &str = "no colon stands behind the key of this line";

/// What is said where several lines have the same of them.
fn of_many(message: &str) -> Option<&'static str> {
    Some(match message {
        BOLD_KEY => "stars make nothing bold in the names of keys",
        OTHER_COLON => "the colons of these lines are of another kind than those that are read here",
        OTHER_MARK => "the entries of these lists do not begin with a hyphen and a space",
        SEPARATOR_SPACE => "no space stands behind the colons of these lines",
        SEPARATOR_NONE => "no colon stands behind the keys of these lines",
        _ => return None,
    })
}

/// Cures for what stands in a line and should not, the likeliest first.
pub(super) fn signs(lines: &[&str], line: usize, all: &mut Vec<Mend>) {
    let (indent, words) = divided(lines[line]);
    foreign(lines, line, indent, words, all);
    at_the_beginning(lines, line, all);
    let (hyphen, bare) = words.strip_prefix("- ").map_or(("", words), |rest| ("- ", rest));
    if let Some((key, rest)) = bold_key(bare) {
        let text = format!("{indent}{hyphen}{key}: {rest}");
        all.push(told(line, text.trim_end().to_owned(), BOLD_KEY));
    }
    if let Some((key, rest)) = words.split_once(['：', '﹕', '∶']) {
        all.push(told(line, format!("{indent}{key}: {}", rest.trim_start()), OTHER_COLON));
    }
    behind_key(lines, line, all);
    let mut push = |text: String, message| all.push(told(line, text, message));
    separators(lines, line, &mut push);
    if let Some(rest) = other_mark(words) {
        push(format!("{indent}- {rest}"), OTHER_MARK);
    }
    if let Some(rest) = words.strip_prefix("- - ").filter(|rest| key_of(rest).is_some()) {
        push(format!("{indent}- {rest}"), "two hyphens stand before this entry, and it begins with one");
    }
    keyless(lines, line, &mut push);
    top_in_a_list(lines, line, all);
}

/// The spaces before a line's first word, and the rest.
fn divided(text: &str) -> (&str, &str) {
    text.split_at(text.len() - text.trim_start().len())
}

/// A cure that is certain, and what is said where many lines ask for it.
fn told(line: usize, text: String, message: &'static str) -> Mend {
    Mend { many: of_many(message), ..Mend::certain(line, text, message) }
}

/// What stands before the first word of a line and is no space.
fn at_the_beginning(lines: &[&str], line: usize, all: &mut Vec<Mend>) {
    let text = lines[line];
    let (indent, words) = divided(text);
    if indent.contains(|c| c != ' ') {
        let message = match indent.contains('\t') {
            true => "a tab stands at the beginning of this line, and only spaces count there",
            false => {
                "a no-break space stands at the beginning of this line, and only ordinary ones count there"
            }
        };
        // Below a key without a value stands what belongs to it.
        let above = lines[..line].iter().rfind(|text| !text.trim().is_empty());
        let opened = above.filter(|above| above.trim_end().ends_with(':')).map(|above| {
            let (indent, words) = divided(above);
            indent.len() + if words.starts_with("- ") { 4 } else { 2 }
        });
        for depth in opened.into_iter().chain(depths(lines, line)) {
            all.push(Mend::certain(line, format!("{}{words}", " ".repeat(depth)), message));
        }
    }
    let seen = text.trim_start_matches(is_invisible);
    if seen.len() < text.len() {
        let message = "an invisible character stands at the beginning of this line";
        all.push(Mend::certain(line, seen, message));
    }
}

/// What is wrong behind the key of a line.
fn behind_key(lines: &[&str], line: usize, all: &mut Vec<Mend>) {
    let (indent, words) = divided(lines[line]);
    let Some((dash, key, value)) = key_of(words) else { return };
    let value = value.trim();
    if let Some((first, key_below, second)) = two_keys(key, value) {
        let below = " ".repeat(indent.len() + dash.len());
        let text = format!("{indent}{dash}{key}: {first}\r{below}{key_below}: {second}");
        all.push(told(line, text, "two keys stand in this line, and each has a line of its own"));
    }
    let own = indent.len() + dash.len();
    if let Some((fixed, message, code)) = dressed::undressed(key, value, &" ".repeat(own)) {
        let text = format!("{indent}{dash}{key}: {fixed}");
        all.push(Mend { code, ..Mend::certain(line, text, message) });
    }
    if let Some((message, advice)) = dressed::no_address(key, value).filter(|_| dash.is_empty()) {
        let text = format!("{indent}# {key}: {value}");
        let code = Code::LinkTarget;
        all.push(Mend { code, advice: vec![advice.to_owned()], ..Mend::certain(line, text, message) });
    }
    let mut push = |text: String, message| all.push(told(line, text, message));
    if let Some(text) = words_behind_bar(value) {
        let message = "words stand behind the sign that says that they come on the lines below";
        match key {
            "body" => push(format!("{indent}{dash}{key}: |\r{}{text}", " ".repeat(own + 2)), message),
            _ => push(format!("{indent}{dash}{key}: {text}"), message),
        }
    }
    if matches!(key, "contacts" | "sections")
        && value.starts_with(char::is_alphabetic)
        && lines[line + 1..]
            .iter()
            .find(|next| !next.trim().is_empty())
            .is_some_and(|next| next.trim_start().starts_with("- "))
    {
        let message = "words stand behind a key whose list begins on the line below";
        push(format!("{indent}{dash}{key}: # {value}"), message);
    }
    if key == "body" && value.starts_with("- ") {
        // Its further items tell how far in the first is to stand.
        let next = lines.get(line + 1).filter(|next| next.trim_start().starts_with("- "));
        let depth = next.map(|next| next.len() - next.trim_start().len()).filter(|depth| *depth > own);
        let depth = " ".repeat(depth.unwrap_or(own + 2));
        push(
            format!("{indent}{dash}body: |\r{depth}{value}"),
            "a list begins on the line below its key, behind which a bar stands",
        );
    }
    if let Some((fixed, message)) = in_braces(value).or_else(|| in_quotes(value)) {
        push(format!("{indent}{dash}{key}: {fixed}"), message);
    }
    let counted = value.strip_prefix(['|', '>']).map(|rest| rest.trim_matches(['+', '-']));
    if counted.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())) {
        let message = "a number stands behind the bar, and the lines below do not begin so far in";
        push(format!("{indent}{dash}{key}: |"), message);
    }
    if (value.is_empty() || matches!(value, "||" | "|:" | ">:" | "|;")) && key == "body" {
        push(format!("{indent}{dash}{key}: |"), NO_BAR);
    }
}

/// What stands behind the mark of an entry that is another than a hyphen and a space: `–`, `* heading:`, `2. heading:`.
fn other_mark(words: &str) -> Option<&str> {
    let by_sign = words.strip_prefix(['-', '–', '—', '•', '*', '－', '−', '‐', '‑', '·']);
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let by_number = words[digits..].strip_prefix(['.', ')']).filter(|_| (1..3).contains(&digits));
    let rest = by_sign.or(by_number)?.trim_start();
    let key = key_of(rest)?.1;
    (by_number.is_none() && !words.starts_with('*') || begins_entry(key)).then_some(rest)
}

/// A hyphen before the first key of the file, which makes a list of all of it.
fn top_in_a_list(lines: &[&str], line: usize, all: &mut Vec<Mend>) {
    let outer = |words: &str| key_of(words).is_some_and(|(dash, key, _)| dash.is_empty() && is_outer(key));
    if !outer(lines[line]) {
        return;
    }
    let first = lines.iter().position(|text| !text.trim().is_empty() && !text.starts_with('#'));
    if let Some((first, words)) = first.and_then(|first| Some((first, lines[first].strip_prefix("- ")?)))
        && key_of(words).is_some_and(|(_, key, _)| key == "title" || is_outer(key))
    {
        let message = "a hyphen begins an entry of a list, and this is a key of the briefing itself";
        all.push(Mend::certain(first, words, message));
    }
}

/// A line that belongs to another kind of file, or is a remark of another language than YAML.
fn foreign(lines: &[&str], line: usize, indent: &str, words: &str, all: &mut Vec<Mend>) {
    if words.starts_with("```") {
        let message = "this mark of a chat, or of Markdown, is no part of the file";
        let many = Some("these marks of a chat, or of Markdown, are no part of the file");
        all.push(Mend { many, code: Code::LeftOver, ..Mend::certain(line, "", message) });
    }
    // The first of the three is gone once it was told.
    let versions =
        ["<<<<<<<", ">>>>>>>"].iter().any(|mark| lines.iter().any(|other| other.starts_with(mark)));
    if ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|mark| words.starts_with(mark)) && versions {
        let advice = "Keep one of the two versions; delete the other, and the three lines of <, = and >";
        let message = "Git left this line where two versions of the file differ";
        all.push(Mend::left_out(line, message, vec![advice.to_owned()]));
    }
    // Three signs or more and nothing else: a line across the page, or dots for what was left out.
    let mut each = words.trim_end().chars();
    if let Some(sign) = each.next().filter(|c| !c.is_alphanumeric() && !matches!(c, '"' | '\'' | '<' | '>'))
        && each.clone().all(|c| c == sign)
        && (each.count() > 1 || sign == '\u{2026}')
        && !versions
    {
        let message = "this line holds signs only, and neither a key nor words";
        all.push(Mend::certain(line, "", message));
    }
    if let Some(rest) = words.strip_prefix('>').map(str::trim_start)
        && key_of(rest).is_some_and(|(_, key, _)| is_key(key))
    {
        let message = "this line begins with >, as a mail program marks the text of another mail";
        let many = Some("these lines begin with >, as a mail program marks the text of another mail");
        all.push(Mend { many, ..Mend::certain(line, format!("{indent}{rest}"), message) });
    }
    const TAGS: [&str; 10] = ["pre", "code", "div", "p", "br", "body", "html", "yaml", "span", "textarea"];
    let tag = words.trim_end().strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    if tag.is_some_and(|tag| TAGS.contains(&tag.trim_matches('/').split(' ').next().unwrap_or(""))) {
        let message = "this line is a tag of a web page, and no part of the file";
        let many = Some("these lines are tags of a web page, and no part of the file");
        all.push(Mend { many, code: Code::LeftOver, ..Mend::certain(line, "", message) });
    }
    let remark = words
        .strip_prefix("//")
        .or_else(|| words.strip_prefix("<!--").map(|rest| rest.trim_end().trim_end_matches("-->")))
        .or_else(|| words.strip_prefix("/*").map(|rest| rest.trim_end().trim_end_matches("*/")))
        .or_else(|| words.strip_prefix("-- "))
        .or_else(|| words.strip_prefix("; "));
    if let Some(remark) = remark {
        let message = "a remark to yourself begins with # in this file";
        all.push(Mend::certain(line, format!("{indent}# {}", remark.trim()), message));
    }
}

/// A colon that is missing, stands at the wrong side of a space, or is another mark.
fn separators(lines: &[&str], line: usize, push: &mut impl FnMut(String, &'static str)) {
    let (indent, words) = divided(lines[line]);
    let (dash, bare) = words.strip_prefix("- ").map_or(("", words), |rest| ("- ", rest.trim_start()));
    let sign = |c: char| {
        is_space(c) || matches!(c, ':' | ';' | '=' | '.' | ',' | '\u{2013}' | '\u{2014}' | '\u{2192}')
    };
    let end = bare.find(sign).unwrap_or(bare.len());
    let (key, rest) = bare.split_at(end);
    let value = rest.trim_start_matches(|c| sign(c) || matches!(c, '-' | '>'));
    // Of keys in capitals that many a sentence begins with, too, more has to be seen.
    let small = key.to_ascii_lowercase();
    let written = is_key(key) || is_key(&small) && (is_marked(rest) || is_of(lines, line, &small, value));
    let key = small.as_str();
    // A full stop and a space: an address may begin with a word that is a key.
    if !written
        || rest.starts_with(": ")
        || (rest.starts_with(['.', ',']) && rest[1..].starts_with(|c| c != ' '))
    {
        return;
    }
    let message = match () {
        () if rest.starts_with(':') && rest.len() > 1 => SEPARATOR_SPACE,
        () if rest.trim_start().starts_with(':') => "a space stands before the colon of this line",
        () => SEPARATOR_NONE,
    };
    if rest != ":" {
        push(format!("{indent}{dash}{key}: {value}").trim_end().to_owned(), message);
    }
}

/// Whether what stands behind a word is a mark that holds the place of a colon: ` = `, ` - `, `; `, ` -> `.
fn is_marked(rest: &str) -> bool {
    let bare = rest.trim_start();
    let dash = bare.len() < rest.len()
        && (bare.starts_with("- ") || bare.starts_with("-> ") || bare.trim_end() == "-");
    dash || bare.starts_with([':', ';', '=', '\u{2013}', '\u{2014}', '\u{2192}'])
}

/// Whether a word in a capital is the key of its line: what stands behind it is a value of that key, or it stands where
/// only that key does.
fn is_of(lines: &[&str], line: usize, key: &str, value: &str) -> bool {
    let words = lines[line].trim_start();
    let above = lines[..line].iter().rfind(|text| !text.trim().is_empty() && !text.starts_with('#'));
    match key {
        "heading" | "name" => words.starts_with("- "),
        "title" => above.is_none(),
        "body" => {
            above.is_some_and(|above| key_of(above.trim_start()).is_some_and(|(_, key, _)| key == "heading"))
        }
        "phone" | "text" | "relay" | "textphone" => {
            value.starts_with(|c: char| c.is_ascii_digit() || c == '+')
        }
        "issued" | "review_by" | "verified" => value.starts_with(|c: char| c.is_ascii_digit()),
        "email" => value.contains('@'),
        "url" | "web" | "bsl" => value.contains('.') && !value.contains(' '),
        _ => false,
    }
}

/// `Background body: Some words`: the value of the first key, the second key and its value.
fn two_keys<'v>(key: &str, value: &'v str) -> Option<(&'v str, &'v str, &'v str)> {
    let (before, second) = value.split_once(": ")?;
    let (first, key_below) = before.rsplit_once(' ')?;
    let of_section = key == "heading" && key_below == "body";
    let of_contact = key == "name" && matches!(key_below, "phone" | "email" | "url" | "purpose" | "hours");
    (of_section || of_contact).then_some((first.trim(), key_below, second.trim()))
}

/// `**title**: Neglect`, as a chat shows it: the key and what follows.
fn bold_key(words: &str) -> Option<(&str, &str)> {
    let rest = words.strip_prefix("**")?;
    let (key, value) = rest.split_once("**:").or_else(|| rest.split_once(":**"))?;
    is_key(key.trim()).then(|| (key.trim(), value.trim()))
}

/// `| They may be in danger`: the words, without the sign.
fn words_behind_bar(value: &str) -> Option<&str> {
    let words = value.strip_prefix(['|', '>'])?.trim_start_matches(['-', '+']);
    // With no space between them, digits would be the depth of the lines below.
    let words =
        words.strip_prefix(' ').or_else(|| words.starts_with(char::is_alphabetic).then_some(words))?.trim();
    words.starts_with(|c: char| c.is_alphanumeric() || "\"'(".contains(c) || is_quote(c)).then_some(words)
}

/// `{ title: Worried: call us`: keys in braces with words that need quotes, or without the closing brace.
fn in_braces(value: &str) -> Option<(String, &'static str)> {
    let inner = value.strip_prefix('{')?.trim();
    let closed = inner.strip_suffix('}');
    let (key, words) = closed.unwrap_or(inner).split_once(':')?;
    let words = words.trim();
    if !is_key(key.trim()) || words.contains(", ") || words.starts_with(['"', '\'']) {
        return None;
    }
    let words = if in_quotes(words).is_some() { quoted(words) } else { words.to_owned() };
    let message = match closed {
        None => "an opening bracket, `{`, is never closed",
        Some(_) => TWO_COLONS,
    };
    Some((format!("{{ {}: {words} }}", key.trim()), message))
}

const TWO_COLONS: &str = "this line has two colons, so it is not clear what the key is";

/// A value that can only be read in quotes, in them, and why.
fn in_quotes(value: &str) -> Option<(String, &'static str)> {
    let first = value.chars().next()?;
    if matches!(first, '"' | '\'') {
        let closed = value.len() > 1 && value.ends_with(first) && !value[1..value.len() - 1].contains(first);
        return if closed { None } else { unpaired(value, first) };
    }
    if value.contains(": ") || value.ends_with(':') {
        return Some(match unquoted(value) {
            Some(inner) => (quoted(inner), "only straight quotation marks hold a text with a colon together"),
            None => (quoted(value), TWO_COLONS),
        });
    }
    if matches!(value, "?" | "-") {
        return Some((String::new(), "this sign only holds the place of a value"));
    }
    if let Some(rest) = value.strip_prefix('[').filter(|rest| !rest.contains(']') && !rest.trim().is_empty())
    {
        return Some((scalar(rest.trim()), "an opening bracket, `[`, is never closed"));
    }
    let marks = ['@', '`', '%', '*', '&', '!', '[', '{', ']', '}', ',', '|', '>'];
    let marked = value.starts_with(marks) && value.len() > 2 && !matches!(value, ">-" | "|-");
    (marked || value.starts_with("- ") || value.starts_with("? "))
        .then(|| (quoted(value), "a text cannot begin with this character"))
}

/// A value whose quotes do not pair: a lonely one goes, and so do those round all of it; those round a part stay.
fn unpaired(value: &str, quote: char) -> Option<(String, &'static str)> {
    const FOLLOWED: &str = "words follow a text that was already closed by a quotation mark";
    let rest = &value[1..];
    if let Some(inner) = value.strip_suffix(',').and_then(|value| value[1..].strip_suffix(quote))
        && !inner.contains(quote)
    {
        return Some((quoted(inner), "a comma stands behind this value, and no value ends with one here"));
    }
    if !rest.contains(quote) {
        let other = rest.strip_suffix(|c| matches!(c, '"' | '\'') || is_quote(c));
        let two_kinds = other.filter(|inner| !inner.contains(|c| c == '"' || (c != '’' && is_quote(c))));
        return Some(match two_kinds {
            Some(inner) => (quoted(inner), "the quotation marks round this text are of two kinds"),
            None => (quoted(rest), "a text that begins with a quotation mark never ends"),
        });
    }
    let inner = rest.strip_suffix(quote).filter(|inner| !closes_first(inner, quote));
    Some(match inner {
        Some(inner) => (quoted(inner), "a quotation mark of the same kind stands inside this text"),
        None => (quoted(value), FOLLOWED),
    })
}

/// Whether the first quotation mark inside a text ends a part of it, and is no apostrophe and no opening one.
fn closes_first(inner: &str, quote: char) -> bool {
    let Some(at) = inner.find(quote) else { return false };
    let before = inner[..at].chars().next_back();
    let after = inner[at + quote.len_utf8()..].chars().next();
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let opens = before.is_none_or(char::is_whitespace) && is_letter(after);
    let apostrophe = quote == '\'' && is_letter(before) && is_letter(after);
    !opens && !apostrophe
}
