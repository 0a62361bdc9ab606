//! `new`: takes a path, gives a first briefing there that builds as it is.

use briefpress::batch::printable;

use super::args::NewArgs;
use super::place::place;
use super::{Exit, complain, print};

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
    if let Err(exit) = place(&path, STARTER.as_bytes(), "Choose another name") {
        return exit;
    }
    print(&format!("wrote {shown}\nnow change its words, then type:  briefpress build {shown}\n"));
    Exit::Done
}
