//! `gallery`: takes one briefing, writes one page with it in every look, size and sheet, and the command for each.

use std::path::PathBuf;

use briefpress::batch::{Gallery, printable};

use super::args::{ColorWhen, Format, GalleryArgs};
use super::clock::today;
use super::messages::{Messages, Shown};
use super::{DISK, Exit, complain, print};

/// Writes the page; a briefing with mistakes gives its messages instead.
pub(crate) fn gallery(args: &GalleryArgs, color: ColorWhen) -> Exit {
    let mut messages = Messages::default();
    let out = args.out.clone().unwrap_or_else(|| PathBuf::from("gallery.html"));
    if out.extension().is_none_or(|ending| ending != "html") {
        complain(
            &format!("{} does not end in .html, as a page does", printable(&out)),
            "Give a name such as  -o gallery.html",
        );
        return Exit::Usage;
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
