//! `gallery`: takes one briefing, writes one page with it in every look, size and sheet, and the command for each.

use std::path::PathBuf;

use briefpress::batch::{Gallery, printable};

use super::args::{ColorWhen, Format, GalleryArgs};
use super::build::named_as_page;
use super::clock::today;
use super::messages::{Messages, Shown};
use super::{DISK, Exit, print};

/// Writes the page; a briefing with mistakes gives its messages instead.
pub(crate) fn gallery(args: &GalleryArgs, color: ColorWhen) -> Exit {
    let mut messages = Messages::default();
    let out = args.out.clone().unwrap_or_else(|| PathBuf::from("gallery.html"));
    if let Err(exit) = named_as_page(&out) {
        return exit;
    }
    let page = match Gallery::of(&DISK, &args.briefing, args.board.as_deref(), today()) {
        Ok(gallery) => gallery.page(),
        Err(why) => {
            messages.add_disk(&why);
            Err(Vec::new())
        }
    };
    match page {
        Ok(page) => match Gallery::write(&DISK, &out, &page, args.force) {
            Ok(()) => print(&format!("wrote {}\nopen it in a browser\n", printable(&out))),
            Err(why) => messages.add_disk(&why),
        },
        Err(found) => messages.add_messages(found),
    }
    messages.finish(&Shown { form: Format::Text, color, strict: false, to_stdout: false })
}
