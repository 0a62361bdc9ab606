//! What `new` takes: words of the command line, each with its help.

use clap::Args;

pub(super) const NEW_EXAMPLES: &str = "\
Examples:
  briefpress new \"Child sexual exploitation\"   write content/child-sexual-exploitation.yaml
  briefpress new content/cse.yaml              write this file

The page can be built at once, to see how it will look. As soon as you have changed some of its words, those that are
still the template's must go too: no PDF is made with half of them.";

#[derive(Debug, Args)]
pub(crate) struct NewArgs {
    /// What the briefing is about; or the file to write, which must not be there yet
    #[arg(value_name = "TITLE|FILE", required = true, allow_hyphen_values = true)]
    pub words: Vec<String>,
}
