//! Contacts: takes the list under `contacts`, gives whom to call, most important first.

use super::format::{self, MAX_CONTACTS};
use super::node::Node;
use super::stray;
use super::suggest::distance;
use super::take::{Fields, Reader, shortened};
use crate::address::link;
use crate::diag::Code;
use crate::model::{Contact, Spanned};

/// All contacts, in the order of the source.
pub(super) fn contacts(reader: &mut Reader<'_>, node: &Node) -> Option<Vec<Contact>> {
    let items = reader.list(node, "contacts")?;
    if items.len() > MAX_CONTACTS {
        let message = format!("there are {} contacts; at most {MAX_CONTACTS} can be set", items.len());
        reader.error(
            Code::TextTooLong,
            items[MAX_CONTACTS].span,
            message,
            "Keep those that a reader will need",
        );
        return None;
    }
    let contacts: Vec<Contact> = items.iter().filter_map(|item| contact(reader, item)).collect();
    one_emergency(reader, &contacts);
    (contacts.len() == items.len()).then_some(contacts)
}

fn contact(reader: &mut Reader<'_>, node: &Node) -> Option<Contact> {
    if stray::in_contact(reader, node) {
        return None;
    }
    let fields = reader.mapping(node, &format::CONTACT)?;
    let name = name(reader, &fields);
    let contact = Contact {
        purpose: reader.optional_line(&fields, "purpose"),
        phone: reader.optional_line(&fields, "phone"),
        text: reader.optional_value(&fields, "text"),
        relay: reader.optional_value(&fields, "relay"),
        textphone: reader.optional_value(&fields, "textphone"),
        bsl: web(reader, &fields, "bsl"),
        email: email(reader, &fields),
        url: web(reader, &fields, "url"),
        hours: reader.optional_line(&fields, "hours"),
        verified: reader.date(&fields, "verified"),
        emergency: reader.flag(&fields, "emergency"),
        qr: reader.flag(&fields, "qr"),
        span: node.span,
        name: name?,
    };
    if contact.qr && fields.get("url").is_none() {
        let place = fields.key_span("qr").unwrap_or(fields.place);
        let message = format!("`{}` asks for a QR code but has no `url`", shortened(&contact.name.value));
        reader.error(
            Code::MissingKey,
            place,
            message,
            "Write `url:` and the address of its page, or delete the line `qr: true`",
        );
    }
    Some(contact)
}

/// Its name; where there is none, it is asked for by the number or address that is there.
fn name(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<Spanned<String>> {
    let channels = ["phone", "text", "relay", "textphone", "email", "url", "bsl"];
    let channel = channels.into_iter().find_map(|key| fields.get(key));
    let reached = channel.map(|node| shortened(reader.sources.text(node.span).trim_matches(['"', '\''])));
    let node = reader.required_as(fields, "name", || match reached {
        Some(reached) => {
            format!(
                "Give a name to whom one reaches by {reached}: `name:` and the name, in a line of its own"
            )
        }
        None => "Say who it is: `name:` and the name, in a line of its own".to_owned(),
    })?;
    reader.line(node, "name")
}

fn one_emergency(reader: &mut Reader<'_>, contacts: &[Contact]) {
    let mut emergencies = contacts.iter().filter(|contact| contact.emergency);
    let Some(first) = emergencies.next() else { return };
    for second in emergencies {
        let message = format!(
            "two contacts are marked `emergency: true`: `{}` and `{}`",
            shortened(&first.name.value),
            shortened(&second.name.value)
        );
        let hint = "Keep it at the one to call when someone is in danger now, and delete the other";
        reader.error(Code::ContactTwoEmergencies, second.name.span, message, hint);
    }
}

/// An address of a web page, as written; it cannot do harm, and whether it can be right is checked later.
pub(super) fn web(
    reader: &mut Reader<'_>,
    fields: &Fields<'_>,
    key: &'static str,
) -> Option<Spanned<String>> {
    let line = reader.optional_value(fields, key)?;
    if let (Err(reason), false) = (link::web(&line.value), link::is_misspelt_web(&line.value)) {
        let (message, hint) = match no_link(key, &line.value, || fields.get("email").is_some()) {
            Some(told) => told,
            None => (
                format!("`{key}` cannot be used as a link: {reason}"),
                "Copy the address from your browser: https://example.org/page".to_owned(),
            ),
        };
        reader.error(Code::LinkTarget, line.span, message, hint);
    }
    Some(line)
}

/// Why a value is no address of a web page, and what to do, where that can be seen from it.
fn no_link(key: &str, value: &str, has_email: impl Fn() -> bool) -> Option<(String, String)> {
    let small = value.to_ascii_lowercase();
    let on_disk = small.starts_with("file:") || small.get(1..3) == Some(":\\") || small.starts_with("\\\\");
    let slashed = value.replace('\\', "/");
    let inside = link::webs_in(value);
    let schemed = value.split_once("//").filter(|(scheme, _)| is_nearly_http(scheme));
    let bare = value.trim_matches(|c: char| "\"'\u{2018}\u{2019}\u{201c}\u{201d}()[]<>,;".contains(c));
    let mail = value.strip_prefix("mailto:").filter(|mail| link::email(mail).is_ok());
    Some(match () {
        () if value.ends_with(['\u{2026}']) || value.ends_with("...") => (
            format!("`{key}` is cut short"),
            "Write all of it, copied from the top of the browser".to_owned(),
        ),
        () if bare != value && link::web(bare).is_ok() && bare.contains('.') => {
            (format!("`{key}` has signs round it that no address has"), format!("Write {key}: {bare}"))
        }
        () if mail.is_some() => (
            format!("`{key}` is an e-mail address"),
            match has_email() {
                true => "Delete the line".to_owned(),
                false => format!("Write `email: {}` in place of this line", mail.unwrap_or_default()),
            },
        ),
        () if matches!(inside[..], [_]) => (
            format!("`{key}` has more in it than an address"),
            format!("Write `{key}: {}`; other words belong to purpose:", inside[0]),
        ),
        () if inside.len() > 1 => (
            format!("`{key}` holds two addresses, and a link can only lead to one"),
            format!("Write `{key}: {}`, and make a second contact for {}", inside[0], inside[1]),
        ),
        () if schemed.is_some_and(|(_, rest)| link::web(rest).is_ok()) => (
            format!("`{key}` has a slip in its https://"),
            format!("Write `{key}: https://{}`", schemed.map_or("", |(_, rest)| rest)),
        ),
        () if value.starts_with(['@', '#']) => (
            format!("`{key}` is a name on a social network, which is no address"),
            "Write the address of its page, copied from the top of the browser; or delete the line"
                .to_owned(),
        ),
        () if on_disk => (
            format!("`{key}` leads to a file on your own computer, which nobody else can open"),
            "Write the address of its page on the web; or delete the line".to_owned(),
        ),
        () if slashed != value && link::web(&slashed).is_ok() => {
            (format!("`{key}` has backslashes"), format!("Write {key}: {slashed}"))
        }
        () => return None,
    })
}

/// `htp:`, `https;`, `ttps:`: http or https with a slip in it.
fn is_nearly_http(scheme: &str) -> bool {
    let word: String = scheme.chars().filter(char::is_ascii_alphabetic).collect();
    ["http", "https"].iter().any(|right| distance(&word.to_lowercase(), right) < 2)
}

fn email(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<Spanned<String>> {
    let line = reader.optional_value(fields, "email")?;
    if let (Err(reason), false) = (link::email(&line.value), link::is_misspelt(&line.value)) {
        let has_url = fields.get("url").is_some();
        let (message, hint) = misspelt(&line.value, has_url).unwrap_or_else(|| {
            (
                format!("`email` is not an e-mail address: {reason}"),
                "Write one address: help@example.org".to_owned(),
            )
        });
        reader.error(Code::LinkTarget, line.span, message, hint);
    }
    Some(line)
}

/// What a text that is no e-mail address is instead, and what to write.
fn misspelt(written: &str, has_url: bool) -> Option<(String, String)> {
    let parts: Vec<&str> = written
        .split([';', ',', '/', '|'])
        .flat_map(|part| part.split(" or "))
        .map(str::trim)
        .filter(|part| link::email(part).is_ok())
        .collect();
    if let [first, second, ..] = parts[..] {
        let hint = format!("Write `email: {first}`, and make a second contact for {second}");
        return Some(("`email` holds two addresses, and a link can only lead to one".to_owned(), hint));
    }
    if let [only] = link::emails_in(written)[..] {
        let hint = format!("Write `email: {only}`; other words belong to purpose: or hours:");
        return Some(("`email` has more in it than an address".to_owned(), hint));
    }
    let mut joined = written.to_lowercase();
    for (words, sign) in [
        (" (at) ", "@"),
        ("(at)", "@"),
        (" [at] ", "@"),
        ("[at]", "@"),
        (" at ", "@"),
        (" (dot) ", "."),
        ("(dot)", "."),
        (" dot ", "."),
    ] {
        joined = joined.replace(words, sign);
    }
    if joined != written && link::email(&joined).is_ok() {
        return Some(("`email` has its @ in words".to_owned(), format!("Write email: {joined}")));
    }
    if let Some(plain) = undressed(written) {
        return Some((
            "`email` has signs in it that no address has".to_owned(),
            format!("Write email: {plain}"),
        ));
    }
    let is_web = written.starts_with("www.") || written.starts_with("http");
    let hint = match has_url {
        true => "Delete the line, or give the page a contact of its own: `- name:` with `url:` below it"
            .to_owned(),
        false => format!("Write `url: {written}` in place of this line"),
    };
    is_web.then(|| ("`email` is a web address".to_owned(), hint))
}

/// The address without the signs round it and with ordinary ones inside, where that makes one.
fn undressed(written: &str) -> Option<String> {
    let plain = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        c => c,
    };
    let text: String = written.chars().map(plain).collect();
    let text = text.trim_start_matches("https://").trim_start_matches("http://");
    let text = text.trim_matches(|c: char| "\"'\u{2018}\u{2019}\u{201c}\u{201d}()[]<>/,;.".contains(c));
    (text != written && link::email(text).is_ok()).then(|| text.to_owned())
}
