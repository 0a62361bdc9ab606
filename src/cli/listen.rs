//! `listen`: takes PDFs, gives what a screen reader says of them.

use briefpress::batch::printable;
use briefpress::tagged::{Trouble, read, say};

use super::args::ListenArgs;
use super::stream::{complain, print};
use super::{DISK, Exit};

/// The largest file that is opened, in bytes.
const LIMIT: u64 = 64_000_000;

/// Says every file; what is wrong with one does not stop the others.
pub(crate) fn listen(args: &ListenArgs) -> Exit {
    let mut worst = Exit::Done;
    for (at, file) in args.files.iter().enumerate() {
        let shown = printable(file);
        let bytes = match DISK.read_within(file, LIMIT) {
            Ok(bytes) => bytes,
            Err(why) => {
                complain(&format!("{shown}: this file cannot be read: {why}"), "Check the path");
                worst = worst.max(Exit::Usage);
                continue;
            }
        };
        match read(&bytes) {
            Ok(tagged) => {
                if args.files.len() > 1 {
                    print(&format!("{}== {shown}\n", if at > 0 { "\n" } else { "" }));
                }
                print(&say(&tagged));
                // What nobody is ever told is a fault of the file.
                worst = worst.max(if tagged.unread.is_empty() { Exit::Done } else { Exit::Content });
            }
            Err(trouble) => {
                complain(&format!("{shown}: {}", trouble.why()), advice(trouble));
                worst = worst.max(Exit::Content);
            }
        }
    }
    worst
}

const fn advice(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::NotPdf => "Give a PDF, such as out/sexting/poster.pdf",
        Trouble::Untagged => {
            "PDFs for the screen have tags: build one without --target print. From Word: File, Save As, PDF, Options, \
             Document structure tags for accessibility"
        }
        Trouble::Locked => "Take the password off in the program that made it",
        Trouble::Damaged(_) | Trouble::TooMuch(_) => {
            "Make the file again, or copy it again from where it came from"
        }
    }
}
