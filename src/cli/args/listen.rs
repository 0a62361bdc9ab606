//! What `listen` takes: words of the command line, each with its help.

use std::path::PathBuf;

use clap::Args;

pub(super) const LISTEN_EXAMPLES: &str = "\
Examples:
  briefpress listen out/sexting/poster.pdf
  briefpress listen out/sexting/*.pdf

It reads the tags of any PDF that has them, not only of ours. What the reader adds stands in [square brackets].

Exit codes: 0 all words are read; 1 the file has no tags, is damaged, or holds words that are never read; 2 a file
cannot be read.";

#[derive(Debug, Args)]
pub(crate) struct ListenArgs {
    /// PDFs with tags
    #[arg(value_name = "PDFS", required = true)]
    pub files: Vec<PathBuf>,
}
