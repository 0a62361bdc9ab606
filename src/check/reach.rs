//! Who can open a link: takes the addresses of a briefing, gives those that lead nowhere for most of its readers.
//!
//! An address copied at work leads to a team's own place as readily as to the web, and opens for whoever copied it.

use super::level::diagnostic;
use super::url;
use crate::address::host;
use crate::diag::{Code, Diagnostic};
use crate::model::{Briefing, LinkTarget, Spanned};
use crate::source::Span;

/// Places that ask for the account of an organisation, by the end of their names.
const WORKPLACES: [(&str, &str); 9] = [
    ("login.microsoftonline.com", "a page that asks for a password"),
    ("sharepoint.com", "SharePoint"),
    ("1drv.ms", "OneDrive"),
    ("onedrive.live.com", "OneDrive"),
    ("teams.microsoft.com", "Teams"),
    ("teams.live.com", "Teams"),
    ("outlook.office.com", "Outlook"),
    ("outlook.office365.com", "Outlook"),
    ("portal.office.com", "Microsoft 365"),
];

/// Parts of addresses of pages that only their writers see.
const WORKSHOPS: [&str; 9] = [
    "canva.com/design/",
    "editor.wix.com/",
    "docs.google.com/document/u/",
    "/wp-admin/",
    "preview=true",
    "/DesignPage.aspx",
    "/umbraco/",
    "/node/add",
    "/admin/content",
];

/// Endings that names inside an organisation have (RFC 6762, appendix G).
const INSIDE: [&str; 7] = [".local", ".internal", ".intranet", ".lan", ".corp", ".private", ".home"];

/// One message for each address that most readers cannot open.
pub(super) fn check(briefing: &Briefing, out: &mut Vec<Diagnostic>) {
    for contact in &briefing.contacts {
        let right = |address: &&Spanned<String>| url::judge(&address.value).is_none();
        for address in [&contact.url, &contact.bsl].into_iter().flatten().filter(right) {
            tell(&address.value, address.span, &format!("the web address of {}", contact.name.value), out);
        }
    }
    if let Some(web) = &briefing.web {
        tell(&web.value, web.span, "the address of the web copy", out);
    }
    for block in briefing.sections.iter().flat_map(|section| &section.body) {
        block.for_each_inline(&mut |runs| {
            for run in runs {
                if let Some(target @ LinkTarget::Web(_)) = &run.link {
                    tell(&target.uri(), run.span, "the address of this link", out);
                }
            }
        });
    }
}

fn tell(address: &str, span: Span, thing: &str, out: &mut Vec<Diagnostic>) {
    let Some(place) = closed(address) else { return };
    let message = match place {
        Some(name) => format!("{thing} leads to {name}, which only people of your organisation may open"),
        None => format!("{thing} leads to a computer inside your organisation, which nobody else can open"),
    };
    let hint = "Write the address of a page that everybody can open; or delete it";
    out.push(diagnostic(Code::LinkStaffOnly, span, message).hint(hint));
}

/// Whether an address opens inside one organisation only, and what it is called.
fn closed(address: &str) -> Option<Option<&'static str>> {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let name = rest.split(['/', '?', '#', ':']).next().unwrap_or("").to_ascii_lowercase();
    let inside =
        |end: &str| name.strip_suffix(end).is_some_and(|before| before.is_empty() || before.ends_with('.'));
    if let Some((_, place)) = WORKPLACES.iter().find(|(end, _)| inside(end)) {
        return Some(Some(place));
    }
    let own = WORKSHOPS.iter().any(|part| rest.contains(part))
        || ["staging.", "test.", "uat.", "dev."].iter().any(|front| name.starts_with(front));
    if own {
        return Some(Some("a page that is still being worked on"));
    }
    (INSIDE.iter().any(|end| name.ends_with(end)) || host::is_inner_number(&name)).then_some(None)
}

#[cfg(test)]
mod tests {
    use super::closed;

    #[test]
    fn places_of_an_organisation_are_told_from_the_web() {
        for (address, expected) in [
            ("https://ashfordvale.sharepoint.com/sites/x", Some(Some("SharePoint"))),
            ("https://ashfordvale-my.sharepoint.com/:w:/g/x", Some(Some("SharePoint"))),
            ("https://1drv.ms/w/s!A", Some(Some("OneDrive"))),
            ("https://intranet.ashfordvale.local/a", Some(None)),
            ("http://10.1.2.3/page", Some(None)),
            ("http://172.20.0.1", Some(None)),
            ("http://172.40.0.1", None),
            ("https://www.nspcc.org.uk", None),
            ("www.notsharepoint.com", None),
            ("https://forms.office.com/r/x", None),
        ] {
            assert_eq!(closed(address), expected, "{address}");
        }
    }
}
