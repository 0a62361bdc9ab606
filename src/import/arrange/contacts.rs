//! Contacts: takes the words of the sections, gives numbers and addresses with a name for each, to be agreed to.

use super::super::question::{Answer, Asker, Question};
use crate::address::{LinkTarget, link, phone_end, plan};
use crate::english::capital;
use crate::model::{Block, DraftContact, DraftPlace, Inline};

/// The fewest digits of a number of one group that is no short number: a lost zero leaves nine or ten.
const FEWEST: usize = 9;
/// No page holds more contacts that are worth asking for.
const MOST: usize = 20;

/// Finds contacts in the bodies, and asks for each.
pub(super) fn contacts<'b>(
    bodies: impl Iterator<Item = &'b Block>,
    asker: &mut Asker<'_>,
) -> Vec<DraftContact> {
    let mut found: Vec<(DraftContact, String)> = Vec::new();
    for block in bodies {
        block.for_each_inline(&mut |inline| {
            for (contact, sentence) in in_line(inline) {
                if !found.iter().any(|(known, _)| same(known, &contact)) && found.len() < MOST {
                    found.push((contact, sentence));
                }
            }
        });
    }
    let mut emergency = false;
    let mut agreed = Vec::new();
    for (number, (contact, sentence)) in found.into_iter().enumerate() {
        let contact = DraftContact { emergency: contact.emergency && !emergency, ..contact };
        emergency |= contact.emergency;
        agreed.extend(ask(number + 1, contact, sentence, asker));
    }
    agreed
}

/// A contact as it was answered for; `None` where it is none.
fn ask(
    number: usize,
    contact: DraftContact,
    sentence: String,
    asker: &mut Asker<'_>,
) -> Option<DraftContact> {
    let values = [&contact.phone, &contact.email, &contact.url].into_iter().flatten();
    let value = values.map(String::as_str).collect::<Vec<_>>().join(", ");
    let named = !contact.name.is_empty();
    let yes = format!("Yes: {}, {value}", contact.name);
    let no = "No contact".to_owned();
    let answer = asker.ask(Question {
        key: format!("contact-{number}"),
        text: if named {
            "Is this a contact? If it has another name, type the name".to_owned()
        } else {
            format!("Whose is {value}? Type the name of the contact")
        },
        shown: vec![sentence],
        choices: if named { vec![yes, no] } else { vec![no] },
        own_words: true,
        place: DraftPlace::Contacts,
    });
    match answer {
        None => Some(contact),
        Some(Answer::Choice(0)) if named => Some(DraftContact { agreed: true, ..contact }),
        Some(Answer::Choice(_)) => None,
        Some(Answer::Words(name)) => Some(DraftContact { name, agreed: true, ..contact }),
    }
}

/// Whether two contacts have a value in common.
fn same(one: &DraftContact, other: &DraftContact) -> bool {
    let both = |a: &Option<String>, b: &Option<String>| a.is_some() && a == b;
    both(&one.phone, &other.phone) || both(&one.email, &other.email) || both(&one.url, &other.url)
}

/// A number or address, and where it stands in its line.
#[derive(Debug)]
struct Value {
    start: usize,
    end: usize,
    target: LinkTarget,
}

/// The contacts of one line, each with its sentence.
fn in_line(inline: &Inline) -> Vec<(DraftContact, String)> {
    let text: String = inline.iter().map(|run| run.text.as_str()).collect();
    let mut found: Vec<(DraftContact, String)> = Vec::new();
    let mut before = 0;
    for value in values(inline, &text) {
        let start = sentence_start(&text, value.start).max(before);
        let mut name = name(&text[start..value.start]);
        // What follows a contact with nothing but joining words between is its second value.
        let joins = name.is_empty() && start == before && before > 0;
        let written = text[value.start..value.end].to_owned();
        if written == "999" && (name.is_empty() || name == "In an emergency" || name == "Emergency") {
            name = "Emergency services".to_owned();
        }
        let last = found.last_mut().filter(|_| joins);
        if !last.is_some_and(|(contact, _)| takes(contact, &value.target, &written)) {
            let mut contact = DraftContact { name, ..DraftContact::default() };
            takes(&mut contact, &value.target, &written);
            found.push((contact, text.clone()));
        }
        before = value.end;
    }
    found
}

/// Takes a value into a contact, if it has none of its kind yet.
fn takes(contact: &mut DraftContact, target: &LinkTarget, written: &str) -> bool {
    let (slot, value) = match target {
        LinkTarget::Phone(digits) => {
            contact.emergency |= digits == "999";
            (&mut contact.phone, written)
        }
        LinkTarget::Text(_) => (&mut contact.phone, written),
        LinkTarget::Email(address) => (&mut contact.email, address.as_str()),
        // A bare host stays as it is written; behind words stands the address that they lead to.
        LinkTarget::Web(_) if link::bare(written).is_some() => (&mut contact.url, written),
        LinkTarget::Web(address) => (&mut contact.url, address.as_str()),
    };
    if slot.is_some() {
        return false;
    }
    *slot = Some(value.to_owned());
    true
}

/// All numbers, addresses and links of a line, in order.
fn values(inline: &Inline, text: &str) -> Vec<Value> {
    let mut found = Vec::new();
    let mut at = 0;
    for run in inline {
        if let Some(target) = &run.link {
            found.push(Value { start: at, end: at + run.text.trim_end().len(), target: target.clone() });
        }
        at += run.text.len();
    }
    let mut at = 0;
    for word in text.split(|c: char| c.is_whitespace()) {
        let address = word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '/' | '+'));
        if let Some(target) = link::bare(address) {
            let start = at + word.find(address).unwrap_or(0);
            found.push(Value { start, end: start + address.len(), target });
        }
        at += word.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    found.extend(phones(text));
    found.sort_by_key(|value| (value.start, std::cmp::Reverse(value.end)));
    let mut end = 0;
    found.retain(|value| {
        let keep = value.start >= end && value.end > value.start;
        end = if keep { value.end } else { end };
        keep
    });
    found
}

/// The telephone numbers of a text.
fn phones(text: &str) -> Vec<Value> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) =
        text[at..].find(|c: char| c.is_ascii_digit() || c == '+' || c == '(').map(|n| at + n)
    {
        let begins =
            !text[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '@'));
        let digits = |end: usize| text[start..end].chars().filter(char::is_ascii_digit).collect::<String>();
        let group =
            text[start..].find(|c: char| !c.is_ascii_digit() && c != '+').map_or(text.len(), |n| start + n);
        let end = phone_end(text, start).unwrap_or(group.max(start));
        let number = digits(end);
        let glued = text[end..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '@' | '%'));
        let good = plan::is_short(&number) && end > start || number.len() >= FEWEST || starts_well(&number);
        if begins && good && !glued {
            let target = LinkTarget::Phone(number);
            found.push(Value { start, end, target });
        }
        at = end.max(start + text[start..].chars().next().map_or(1, char::len_utf8));
    }
    found
}

/// Eight digits with a leading 0, such as 0800 1111, are a number too.
fn starts_well(digits: &str) -> bool {
    digits.starts_with('0') && digits.len() >= 7
}

/// Where the sentence begins that a place is in.
fn sentence_start(text: &str, place: usize) -> usize {
    let ends = [". ", "; ", "! ", "? "];
    ends.iter().filter_map(|end| text[..place].rfind(end).map(|at| at + end.len())).max().unwrap_or(0)
}

/// Words that only lead to a number or an address.
const LEADING: [&str; 50] = [
    "a",
    "always",
    "an",
    "and",
    "at",
    "by",
    "call",
    "calling",
    "contact",
    "contacting",
    "details",
    "e-mail",
    "email",
    "emailing",
    "find",
    "for",
    "free",
    "from",
    "further",
    "go",
    "here",
    "in",
    "information",
    "is",
    "more",
    "number",
    "on",
    "online",
    "or",
    "out:",
    "phone",
    "phoning",
    "please",
    "read",
    "report",
    "ring",
    "see",
    "tel",
    "telephone",
    "telephoning",
    "tell",
    "text",
    "the",
    "their",
    "to",
    "via",
    "visit",
    "webpage",
    "website",
    "your",
];

/// The name that words before a value give: what is left without the words that lead to it.
fn name(before: &str) -> String {
    let before = without_brackets(before);
    let words: Vec<&str> = before.split_whitespace().collect();
    let leads = |word: &&&str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-').to_lowercase();
        bare.is_empty() || LEADING.contains(&bare.as_str())
    };
    let end = words.len() - words.iter().rev().take_while(leads).count();
    let start = words[..end].iter().take_while(leads).count();
    // The name stands right before its value; a long sentence before it is no part of it.
    const LONGEST: usize = 6;
    let mut name = &words[start..end];
    if name.len() > LONGEST {
        let last_verb = name.iter().rposition(|word| leads(&word) && word.len() > 3);
        name = last_verb.map_or(&name[name.len() - LONGEST..], |at| &name[at + 1..]);
        let start = name.iter().take_while(leads).count();
        name = &name[start..];
    }
    let name = name.join(" ");
    let name = name.trim_matches([',', ':', ';', '(', ')', '-', '–', ' ']);
    capital(name)
}

/// What stands in brackets, such as opening hours, is no name.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::new();
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(c),
            _ => {}
        }
    }
    kept
}
