//! `new`: takes a path, gives a first briefing there that builds as it is.

use std::io;

use briefpress::batch::{plain, printable};

use super::args::NewArgs;
use super::{DISK, Exit, complain, print};

const STARTER: &str = include_str!("starter.yaml");

pub(crate) fn new(args: &NewArgs) -> Exit {
    let path = match args.file.extension() {
        // What people type first; `build` looks for files that end in .yaml.
        None => args.file.with_extension("yaml"),
        Some(ending) if ending == "yaml" || ending == "yml" => args.file.clone(),
        Some(_) => {
            let better = args.file.with_extension("yaml");
            complain(
                &format!("a briefing is a file that ends in .yaml, and {} does not", printable(&args.file)),
                &format!("Type:  briefpress new {}", printable(&better)),
            );
            return Exit::Usage;
        }
    };
    let shown = printable(&path);
    match DISK.write_new(&path, STARTER.as_bytes()) {
        Ok(()) => {
            print(&format!("wrote {shown}\nnow change its words, then type:  briefpress build {shown}\n"));
            Exit::Done
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            complain(&format!("{shown} is there already, and was left as it is"), "Choose another name");
            Exit::Usage
        }
        Err(error) => {
            complain(
                &format!("{shown} cannot be written: {}", plain(&error)),
                "Choose a folder that you may write to",
            );
            Exit::Usage
        }
    }
}
