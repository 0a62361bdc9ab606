//! Contacts: takes those of a briefing, gives what could keep someone from reaching help.

use super::finding::Finding;
use super::{Settings, dates, email, level, phone, url};
use crate::diag::{Code, Diagnostic};
use crate::model::{Briefing, Contact, Date};

/// After so many days a contact wants to be tried again.
const STALE_AFTER: i64 = 365;

/// All rules about contacts.
pub(super) fn check(briefing: &Briefing, settings: &Settings, out: &mut Vec<Diagnostic>) {
    for contact in &briefing.contacts {
        shapes(contact, out);
        no_value(contact, out);
        stale(contact, settings.today, out);
    }
    emergencies(briefing, out);
    unverified(briefing, out);
}

fn shapes(contact: &Contact, out: &mut Vec<Diagnostic>) {
    let name = &contact.name.value;
    if let Some(number) = &contact.phone {
        let thing = format!("The telephone number of {name}");
        out.extend(phone::judge(&number.value).findings.into_iter().map(|f| f.at(number.span, &thing)));
    }
    if let Some(address) = &contact.email {
        let thing = format!("The e-mail address of {name}");
        out.extend(email::judge(&address.value).map(|f| f.at(address.span, &thing)));
    }
    if let Some(address) = &contact.url {
        let thing = format!("The web address of {name}");
        out.extend(url::judge(&address.value).map(|f| f.at(address.span, &thing)));
    }
}

fn no_value(contact: &Contact, out: &mut Vec<Diagnostic>) {
    if !contact.has_value() {
        let finding = Finding::new(Code::ContactNoValue, "has nothing to call, write to or open")
            .fix("phone:, email: or url: below the name; without one, a line is left to write on by hand");
        out.push(finding.at(contact.span, &format!("The contact {}", contact.name.value)));
    }
}

fn stale(contact: &Contact, today: Option<Date>, out: &mut Vec<Diagnostic>) {
    let (Some(verified), Some(today)) = (&contact.verified, today) else { return };
    let age = dates::days(today) - dates::days(verified.value);
    let thing = format!("The contact {}", contact.name.value);
    let today = dates::iso(today);
    if age > STALE_AFTER {
        let what = format!("was last tried {} months ago", age / 30);
        let typed = format!("verified: {today}, once you have called it or opened it");
        out.push(Finding::new(Code::ContactStale, what).fix(typed).at(verified.span, &thing));
    } else if age < 0 {
        let what = "says that it was tried on a day that has not come yet";
        out.push(
            Finding::new(Code::DateAbsurd, what)
                .fix("the day when someone tried it")
                .at(verified.span, &thing),
        );
    }
}

fn emergencies(briefing: &Briefing, out: &mut Vec<Diagnostic>) {
    let mut marked = briefing.contacts.iter().filter(|contact| contact.emergency);
    let Some(first) = marked.next() else {
        let span = briefing.contacts.first().map_or(briefing.title.span, |contact| contact.span);
        let message = "No contact is marked as the one for immediate danger";
        let hint = "Write emergency: true below the police, so that 999 stands out on all three documents";
        out.push(level::diagnostic(Code::ContactNoEmergency, span, message).hint(hint));
        return;
    };
    for contact in marked {
        let message = format!(
            "Both {} and {} are marked as the one for immediate danger",
            first.name.value, contact.name.value
        );
        let hint = "Delete emergency: true from the one that people should not call first";
        out.push(level::diagnostic(Code::ContactTwoEmergencies, contact.span, message).hint(hint));
    }
}

/// One note for all contacts that do not say when they were tried; 999 and its like need not say it.
fn unverified(briefing: &Briefing, out: &mut Vec<Diagnostic>) {
    let short =
        |contact: &Contact| contact.phone.as_ref().is_some_and(|number| number.value.trim().len() == 3);
    let wanting: Vec<&Contact> = briefing
        .contacts
        .iter()
        .filter(|contact| contact.has_value() && contact.verified.is_none() && !short(contact))
        .collect();
    let Some(first) = wanting.first() else { return };
    let names: Vec<&str> = wanting.iter().map(|contact| contact.name.value.as_str()).collect();
    let message = match names.len() {
        1 => format!("Nobody has written down when {} was last tried", names[0]),
        many => format!("Nobody has written down when {many} contacts were last tried: {}", names.join(", ")),
    };
    let hint = "Call or open each, then write verified: and the day below it, such as verified: 2026-11-01";
    out.push(level::diagnostic(Code::ContactUnverified, first.name.span, message).hint(hint));
}
