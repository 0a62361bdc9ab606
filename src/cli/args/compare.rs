//! What `compare` takes: words of the command line, each with its help.

use std::path::PathBuf;

use clap::Args;

use super::Format;
use super::choice::choice;

pub(super) const COMPARE_EXAMPLES: &str = "\
Examples:
  briefpress compare content/sexting.yaml content/sexting.cy.yaml
  briefpress compare old/sexting.yaml content/sexting.yaml --format plain

It knows no words. It looks at paragraphs and points, numbers, links, contacts and their order, and days.

Exit codes: 0 the same in both; 1 something differs; 2 a file cannot be read.";

#[derive(Debug, Args)]
pub(crate) struct CompareArgs {
    /// The briefing that the other is held against
    #[arg(value_name = "FIRST")]
    pub first: PathBuf,
    /// The briefing that messages point into
    #[arg(value_name = "SECOND")]
    pub second: PathBuf,
    /// How to show messages
    #[arg(long, value_name = "FORM", value_parser = choice::<Format>(), default_value = "text")]
    pub format: Format,
}
