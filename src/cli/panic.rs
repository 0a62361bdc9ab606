//! The last resort: takes a panic, which is a fault in briefpress itself, gives a sentence to a person.

use super::stream::say;

/// From here on a panic asks for a report instead of showing a trace.
pub(crate) fn install() {
    std::panic::set_hook(Box::new(|info| {
        let at = info.location().map(|place| format!("{}:{}", place.file(), place.line()));
        let what = info.payload_as_str().unwrap_or("no reason given");
        say(&format!(
            "error: briefpress has a fault: {what} ({}, version {})\n  \
             = help: No file was left half-written; please report this line together with the briefing\n",
            at.as_deref().unwrap_or("unknown place"),
            env!("CARGO_PKG_VERSION"),
        ));
    }));
}
