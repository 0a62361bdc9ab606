//! What `gallery` takes: words of the command line, each with its help.

use std::path::PathBuf;

use clap::Args;

pub(super) const GALLERY_EXAMPLES: &str = "\
Examples:
  briefpress gallery content/sexting.yaml
  briefpress gallery content/sexting.yaml --board content/boards/northmere.yaml -o northmere.html

The page is one file that works without a network: every picture is in it.";

#[derive(Debug, Args)]
pub(crate) struct GalleryArgs {
    /// The briefing
    #[arg(value_name = "BRIEFING")]
    pub briefing: PathBuf,
    /// With the name, colours, logo and numbers of this board file
    #[arg(long, value_name = "FILE")]
    pub board: Option<PathBuf>,
    /// The page to write; without it, gallery.html in this folder
    #[arg(long, short, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Write over a file that briefpress did not make
    #[arg(long)]
    pub force: bool,
}
