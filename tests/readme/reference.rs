//! The pages of the guide that the program writes: takes what is declared, gives Markdown.

use std::fmt::Write as _;

use briefpress::diag::Code;
use briefpress::explain::{self, keys};
use briefpress::pipeline::{EMBEDDED_LAYOUTS, EMBEDDED_SHEETS, LOOKS};

/// The name of a page, and what writes it.
type Page = (&'static str, fn() -> String);

/// The pages.
pub const PAGES: [Page; 3] =
    [("keys.md", keys_page), ("messages.md", messages_page), ("layouts.md", layouts_page)];

/// What each page says of itself, for those who would change it by hand.
const WRITTEN: &str = "<!-- Written by the program; `scripts/bless` writes it anew. -->\n";

fn keys_page() -> String {
    let mut out = format!(
        "{WRITTEN}# Keys\n\nEverything a briefing, a board's file and a project's file may say. `briefpress explain` and a key shows how \
         each is written; the same stands in the schemas from which editors complete keys.\n"
    );
    let mut file = "";
    for place in keys::keys() {
        if !["a briefing", "a board file", "a project file"].contains(&place.file) {
            continue;
        }
        if place.file != file {
            file = place.file;
            let _ = write!(out, "\n## In {file}\n\n| key | says |\n|---|---|\n");
        }
        let must = if place.is_needed() { " It must be there." } else { "" };
        let _ = writeln!(out, "| `{}` | {}{must} |", place.path(), cell(place.about()));
    }
    out
}

fn messages_page() -> String {
    let mut out = format!(
        "{WRITTEN}# Messages\n\nEach message shows one of these names in brackets. `briefpress explain` and the name shows \
         the same page.\n"
    );
    for code in Code::ALL.iter().copied() {
        let _ = write!(out, "\n## {code}\n\n**{}.** ", explain::title(code));
        let _ = writeln!(out, "{}", explain::paragraphs(code).join("\n\n"));
        for example in explain::examples(code) {
            let head = if example.right { "Right" } else { "Wrong" };
            let _ = write!(out, "\n{head}:\n\n```yaml\n{}```\n", example.text);
        }
        let _ = write!(out, "\n{}\n", explain::weight(code));
    }
    out
}

fn layouts_page() -> String {
    let mut out = format!(
        "{WRITTEN}# Looks, layouts and sheets\n\nA look draws all documents: `--look NAME`, or `look: NAME` in a briefing or \
         a board's file. The looks are {}; the first is the usual one.\n\n## Layouts\n",
        LOOKS.map(|look| format!("`{look}`")).join(", ")
    );
    for (name, text) in EMBEDDED_LAYOUTS {
        let _ = write!(out, "\n### {}\n\n{}\n", stem(name), notes(text));
    }
    out.push_str(
        "\n## Sheets of paper\n\nCards go onto a sheet with `--sheet NAME`, slides with `--handout NAME`.\n",
    );
    for (name, text) in EMBEDDED_SHEETS {
        let _ = write!(out, "\n### {}\n\n{}\n", stem(name), notes(text));
    }
    out
}

/// What a file says of itself in the notes at its top.
fn notes(text: &str) -> String {
    let lines = text.lines().map_while(|line| line.strip_prefix("# "));
    lines.filter(|line| !line.starts_with("yaml-language-server")).collect::<Vec<_>>().join("\n")
}

fn stem(name: &str) -> &str {
    name.strip_suffix(".yaml").unwrap_or(name)
}

/// Words that fit into a row of a table.
fn cell(words: &str) -> String {
    words.replace('|', "\\|")
}
