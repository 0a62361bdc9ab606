//! What `fix` takes: words of the command line, each with its help.

use std::path::PathBuf;

use clap::Args;

pub(super) const FIX_EXAMPLES: &str = "\
Examples:
  briefpress fix content/sexting.yaml           show what would change
  briefpress fix content/sexting.yaml --write   change it
  briefpress fix content/ --boards content/boards/

No word of a briefing is ever changed: only how it is marked up, how a number is spaced, or how a key is spelt.
Comments and the order of keys stay.

Exit codes: 0 nothing to change, or changed; 1 there is something to change; 2 a file cannot be read or written.";

#[derive(Debug, Args)]
pub(crate) struct FixArgs {
    /// Briefings, or folders of briefings
    #[arg(value_name = "FILES|FOLDERS", default_value = "content")]
    pub paths: Vec<PathBuf>,
    /// Take each briefing once for every board file in this folder, and put these right too
    #[arg(long, value_name = "DIR")]
    pub boards: Option<PathBuf>,
    /// Change the files
    #[arg(long)]
    pub write: bool,
}
