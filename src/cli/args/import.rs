//! What `import` and `export` take: words of the command line, each with its help.

use std::path::PathBuf;

use clap::Args;

pub(super) const IMPORT_EXAMPLES: &str = "\
Examples:
  briefpress import \"7MB Sexting.docx\"
  briefpress import old.docx -o content/sexting.yaml
  briefpress import out/sexting/poster.pdf -o again.yaml      what a page of ours says, word for word
  briefpress import drawer/*.docx --no-ask --report import.json
  briefpress import old.docx --answers answers.txt
  briefpress import sexting.docx --into content/sexting.yaml   what colleagues changed in an exported document

A file of answers has a line for each question, such as
  title: Sexting
  contact-1: yes
Answers below a line such as [7MB Sexting.docx] are for that file only.";

#[derive(Debug, Args)]
pub(crate) struct ImportArgs {
    /// Word files (.docx), OpenDocument texts (.odt), plain texts, or PDFs with tags: of briefpress, or of another program
    #[arg(value_name = "FILES", required = true)]
    pub files: Vec<PathBuf>,
    /// The briefing to write; without it, one named after the file in content/
    #[arg(long, short, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Compare an exported document that colleagues edited with its briefing, and take the changes you accept
    #[arg(long, value_name = "BRIEFING", conflicts_with_all = ["out", "report"])]
    pub into: Option<PathBuf>,
    /// Ask nothing: write the questions into the briefing, as remarks at their places
    #[arg(long)]
    pub no_ask: bool,
    /// Take the answers to questions from this file
    #[arg(long, value_name = "FILE")]
    pub answers: Option<PathBuf>,
    /// Write a report in JSON: where every word of every file went, and what is still to be asked
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
}

pub(super) const EXPORT_EXAMPLES: &str = "\
Examples:
  briefpress export --docx content/sexting.yaml
  briefpress export --docx content/sexting.yaml -o for-sign-off.docx

When the document comes back, type
  briefpress import sexting.docx --into content/sexting.yaml";

#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    /// The briefing
    #[arg(value_name = "BRIEFING")]
    pub briefing: PathBuf,
    /// As a plain Word document of one column
    #[arg(long, required = true)]
    pub docx: bool,
    /// The file to write; without it, one named after the briefing in this folder
    #[arg(long, short, value_name = "FILE")]
    pub out: Option<PathBuf>,
}
