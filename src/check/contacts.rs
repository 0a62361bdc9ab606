//! Contacts: takes those of a briefing, gives what could keep someone from reaching help.

use super::before;
use super::finding::Finding;
use super::{Settings, contact_lines, email, level, names, phone, split, tracked, url};
use crate::diag::{Code, Diagnostic};
use crate::model::{Briefing, CHANNELS, Contact, Date, Spanned};
use crate::scalar::scalar;
use crate::source::{Sources, Span};

/// After so many days a contact wants to be tried again.
pub(super) const STALE_AFTER: i64 = 365;

/// All rules about contacts.
pub(super) fn check(briefing: &Briefing, settings: &Settings<'_>, out: &mut Vec<Diagnostic>) {
    for contact in &briefing.contacts {
        shapes(contact, settings.sources, out);
        let before = out.len();
        names::check(contact, settings.sources, out);
        // A number or an address that stands in the name is the value that is missed.
        if !out[before..].iter().any(|told| told.code == Code::ContactWords) {
            no_value(contact, out);
        }
        contact_lines::check(contact, out);
        stale(contact, settings.today, out);
    }
    same_names(&briefing.contacts, out);
    no_emergency(briefing, out);
    unverified(briefing, out);
    if let Some(web) = &briefing.web {
        out.extend(url::judge(&web.value).map(|f| f.at(web.span, "the address of the web copy")));
    }
}

fn shapes(contact: &Contact, sources: Option<&Sources>, out: &mut Vec<Diagnostic>) {
    let name = &contact.name.value;
    if let Some(number) = &contact.phone {
        let thing = format!("the telephone number of {name}");
        let judged = phone::judge(&number.value);
        let led = before::led_by_words(contact, &number.value, &judged);
        out.extend(led.into_iter().chain(judged.findings).map(|finding| {
            let cure = finding.cure().map(|typed| format!("\"{typed}\""));
            let words_behind = sources.filter(|_| finding.code == Code::ContactWords);
            let told = finding.at(number.span, &thing);
            if let Some(sources) = words_behind {
                return split::behind(told, contact, number, sources);
            }
            cure.into_iter().fold(told, |told, typed| told.replace(number.span, typed))
        }));
    }
    for (word, number) in numbers(contact) {
        let thing = format!("the number for {word} of {name}");
        if contact.relay.as_ref() == Some(number)
            && let Some(right) = phone::relayed(&number.value)
        {
            let message = format!("{thing} is not 18001 and a number, by which the relay is reached");
            let told = level::diagnostic(Code::ContactWords, number.span, message);
            let right = scalar(&right);
            out.push(told.hint(format!("Write relay: {right}")).replace(number.span, right));
            continue;
        }
        out.extend(phone::judge(&number.value).findings.into_iter().map(|f| f.at(number.span, &thing)));
    }
    if let Some(address) = &contact.bsl {
        let thing = format!("the address of the BSL video of {name}");
        out.extend(url::judge(&address.value).map(|f| cured(f, address.span, &thing)));
    }
    cost(contact, out);
    if let Some(address) = &contact.email {
        let thing = format!("the e-mail address of {name}");
        out.extend(email::judge(&address.value).map(|f| cured(f, address.span, &thing)));
    }
    if let Some(address) = &contact.url {
        let thing = format!("the web address of {name}");
        out.extend(url::judge(&address.value).map(|f| cured(f, address.span, &thing)));
        if let Some(right) = tracked::untracked(&address.value) {
            let message = format!("{thing} ends with what only counts who clicked it");
            let told = level::diagnostic(Code::LeftOver, address.span, message);
            out.push(told.hint(format!("Write {right}")).replace(address.span, scalar(&right)));
        }
    }
}

/// What was found of an address, with the address put right as data.
fn cured(finding: Finding, span: Span, thing: &str) -> Diagnostic {
    let cure = finding.cure();
    let told = finding.at(span, thing);
    cure.into_iter().fold(told, |told, typed| told.replace(span, scalar(&typed)))
}

/// Its numbers other than that for calls, with what each is for.
fn numbers(contact: &Contact) -> impl Iterator<Item = (&'static str, &Spanned<String>)> {
    CHANNELS.iter().filter_map(|channel| Some((channel.number_for?, (channel.of)(contact)?)))
}

/// Numbers whose calls cost more: whoever shows one has to say so beside it (Ofcom, General Condition C2; ASA).
fn cost(contact: &Contact, out: &mut Vec<Diagnostic>) {
    let Some(number) = &contact.phone else { return };
    let digits = phone::judge(&number.value).digits;
    let Some(start) = ["084", "087", "09", "118"].into_iter().find(|start| digits.starts_with(start)) else {
        return;
    };
    let texts = [Some(number), Some(&contact.name), contact.purpose.as_ref(), contact.hours.as_ref()];
    let said = texts.into_iter().flatten().any(|text| {
        let words = text.value.to_lowercase();
        ["cost", "charge", "per minute", "p/min", "£", "pence"].iter().any(|word| words.contains(word))
    });
    // What was NHS Direct stands in old briefings; 111 answers in its place.
    if !said && digits != "08454647" {
        let message =
            format!("calls to numbers that begin with {start} cost more, and the price is not said");
        let hint = "Write it in `purpose:`, such as `purpose: Calls cost 7p a minute plus your phone company's access charge`; or give a number that begins with 0800 or 03";
        out.push(level::diagnostic(Code::ContactCost, number.span, message).hint(hint));
    }
}

/// Contacts of the same name: one was pasted twice, or readers cannot tell them apart.
fn same_names(contacts: &[Contact], out: &mut Vec<Diagnostic>) {
    for (at, contact) in contacts.iter().enumerate() {
        let name = &contact.name.value;
        if contacts[..at].iter().any(|before| before.name.value.eq_ignore_ascii_case(name)) {
            let message = format!("two contacts are called {name}, and readers cannot tell which to call");
            let hint = "Delete one, or say in the name or in purpose: what each is for";
            out.push(level::diagnostic(Code::ContactMismatch, contact.name.span, message).hint(hint));
        }
    }
}

fn no_value(contact: &Contact, out: &mut Vec<Diagnostic>) {
    if !contact.has_value() {
        let name = &contact.name.value;
        let message = format!(
            "{name} has no telephone number, e-mail or web address; a ruled line to write on is drawn"
        );
        let hint = "Add phone:, email: or url: below the name, or give it in a board file";
        out.push(level::diagnostic(Code::ContactNoValue, contact.name.span, message).hint(hint));
    }
}

fn stale(contact: &Contact, today: Option<Date>, out: &mut Vec<Diagnostic>) {
    let (Some(verified), Some(today)) = (&contact.verified, today) else { return };
    let age = today.number() - verified.value.number();
    let thing = format!("the contact {}", contact.name.value);
    if age > STALE_AFTER {
        let what = format!("was last tried on {}, more than a year ago", verified.value);
        let typed = "verified: and the day, once you have called it or opened it";
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

fn no_emergency(briefing: &Briefing, out: &mut Vec<Diagnostic>) {
    if briefing.emergency().is_none() {
        let span = briefing.contacts.first().map_or(briefing.title.span, |contact| contact.name.span);
        let message = "no contact is marked as the one for immediate danger";
        let hint = "Write `emergency: true` below the police; then 999 stands out on all three documents";
        out.push(level::diagnostic(Code::ContactNoEmergency, span, message).hint(hint));
    }
}

/// One note for all contacts that do not say when they were tried; 999 and its like need not say it.
fn unverified(briefing: &Briefing, out: &mut Vec<Diagnostic>) {
    let short = |contact: &Contact| {
        contact.phone.as_ref().is_some_and(|number| phone::judge(&number.value).digits.len() == 3)
    };
    let wanting: Vec<&Contact> = briefing
        .contacts
        .iter()
        .filter(|contact| contact.has_value() && contact.verified.is_none() && !short(contact))
        .collect();
    let Some(first) = wanting.first() else { return };
    let names: Vec<&str> = wanting.iter().map(|contact| contact.name.value.as_str()).collect();
    let message = match names.len() {
        1 => format!("nobody has written down when {} was last tried", names[0]),
        many => format!("nobody has written down when {many} contacts were last tried: {}", names.join(", ")),
    };
    let hint = "Call or open each, then write verified: and the day below it, such as verified: 2026-11-01";
    out.push(level::diagnostic(Code::ContactUnverified, first.name.span, message).hint(hint));
}
