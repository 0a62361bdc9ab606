//! Contacts: takes the list under `contacts`, gives whom to call, most important first.

use super::format::{self, MAX_CONTACTS};
use super::node::Node;
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
    let fields = reader.mapping(node, &format::CONTACT)?;
    let name = reader.needed_line(&fields, "name");
    let contact = Contact {
        purpose: reader.optional_line(&fields, "purpose"),
        phone: reader.optional_line(&fields, "phone"),
        text: reader.optional_line(&fields, "text"),
        relay: reader.optional_line(&fields, "relay"),
        textphone: reader.optional_line(&fields, "textphone"),
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
            "Write `url: https://example.org`, or delete `qr: true`",
        );
    }
    Some(contact)
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
    let line = reader.optional_line(fields, key)?;
    if let (Err(reason), false) = (link::web(&line.value), link::is_misspelt_web(&line.value)) {
        let message = format!("`{key}` cannot be used as a link: {reason}");
        let hint = "Copy the address from your browser: https://example.org/page";
        reader.error(Code::LinkTarget, line.span, message, hint);
    }
    Some(line)
}

fn email(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<Spanned<String>> {
    let line = reader.optional_line(fields, "email")?;
    if let (Err(reason), false) = (link::email(&line.value), link::is_misspelt(&line.value)) {
        let message = format!("`email` is not an e-mail address: {reason}");
        reader.error(Code::LinkTarget, line.span, message, "Write one address: help@example.org");
    }
    Some(line)
}
