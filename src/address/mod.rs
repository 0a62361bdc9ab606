//! Addresses: telephone numbers, hosts, e-mail and web addresses, and what is known of each; all of it in one place.
//!
//! `read` asks what a link may lead to, `check` whether a number can be right, `text` what must stay whole in
//! a line. Nothing here knows a briefing, a message or a page.

mod abroad;
mod absent;
mod find;
pub(crate) mod host;
pub(crate) mod link;
mod parts;
mod phone;
pub(crate) mod plan;
mod punycode;
pub(crate) mod shown;
pub(crate) mod space;

pub(crate) use abroad::is_possible;
pub(crate) use absent::is_none;
pub(crate) use find::{is_address, phone_end};
pub(crate) use parts::{Parts, parts, target};
pub(crate) use phone::{is_joiner, strip_words};
pub(crate) use shown::{Break, breaks, shown};

/// Where a link leads. Only these schemes are safe in a file that is handed round.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum LinkTarget {
    /// A web address, `http` or `https`, as it goes into the PDF.
    Web(String),
    /// An e-mail address.
    Email(String),
    /// A telephone number: a plus sign perhaps, then digits only.
    Phone(String),
    /// A number that takes text messages, in the same form.
    Text(String),
}

impl LinkTarget {
    /// The address with its scheme.
    #[must_use]
    pub fn uri(&self) -> String {
        match self {
            LinkTarget::Web(address) => address.clone(),
            LinkTarget::Email(address) => format!("mailto:{address}"),
            LinkTarget::Phone(digits) => format!("tel:{digits}"),
            LinkTarget::Text(digits) => format!("sms:{digits}"),
        }
    }
}
