//! The files of `layouts/`: takes the folder, gives Rust that embeds every layout with its tree, the names of the
//! looks, and every sheet of paper.
//!
//! A look is a folder with a layout for each document and perhaps `tokens.yaml`, which they share. A layout beside
//! the looks stands for itself. Adding one is adding a file; so it is with sheets.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::trees;

/// The look of those who ask for none. It comes first, and its layouts are called by the bare name.
const USUAL: &str = "dial";

/// The folder beside the looks that holds sheets of paper.
const SHEETS: &str = "sheets";

/// What the looks share among their documents.
const TOKENS: &str = "tokens";

/// Rust for all files, the usual look first, then by name.
pub(crate) fn generate(folder: &Path) -> io::Result<String> {
    let mut trees = String::new();
    let (mut looks, mut alone) = (Vec::new(), Vec::new());
    for path in sorted(folder)? {
        match (path.is_dir(), stem(&path)) {
            (true, name) if name != SHEETS => looks.push(name),
            (false, name) if is_layout(&path) => alone.push(name),
            _ => {}
        }
    }
    looks.sort_by_key(|look| (look != USUAL, look.clone()));
    let (mut layouts, mut tokens) = (String::new(), String::new());
    for look in &looks {
        let files = sorted(&folder.join(look))?.into_iter().filter(|path| is_layout(path));
        for name in files.map(|path| stem(&path)) {
            let file = format!("{look}/{name}");
            let (list, called) = match (name == TOKENS, look == USUAL) {
                (true, _) => (&mut tokens, format!("{file}.yaml")),
                (false, true) => (&mut layouts, format!("{name}.yaml")),
                (false, false) => (&mut layouts, format!("{file}.yaml")),
            };
            add(list, &called, &file);
            add_tree(&mut trees, &called, &folder.join(format!("{file}.yaml")))?;
        }
    }
    for name in alone {
        let called = format!("{name}.yaml");
        add(&mut layouts, &called, &name);
        add_tree(&mut trees, &called, &folder.join(&called))?;
    }
    Ok(format!(
        "/// The layouts inside this program: names and texts. Those of the usual look come first and have bare names.\n\
         pub const EMBEDDED_LAYOUTS: &[(&str, &str)] = &[\n{layouts}];\n\
         /// The names of the looks, the usual one first.\npub const LOOKS: [&str; {}] = {looks:?};\n\
         /// What the documents of a look share: names and texts.\n\
         const TOKENS: &[(&str, &str)] = &[\n{tokens}];\n\
         /// The trees of all these: names and bytes.\n\
         const TREES: &[(&str, &[u8])] = &[\n{trees}];\n",
        looks.len()
    ))
}

/// Rust for all sheets, those of one document together, then by name.
pub(crate) fn sheets(folder: &Path) -> io::Result<String> {
    let mut files = Vec::new();
    for path in sorted(&folder.join(SHEETS))?.into_iter().filter(|path| is_layout(path)) {
        let text = fs::read_to_string(&path)?;
        let document = text.lines().find_map(|line| line.strip_prefix("document: ")).unwrap_or_default();
        files.push((document.to_owned(), stem(&path)));
    }
    files.sort();
    let (mut sheets, mut names) = (String::new(), Vec::<(String, String)>::new());
    for (document, name) in files {
        add(&mut sheets, &format!("{name}.yaml"), &format!("{SHEETS}/{name}"));
        match names.last_mut().filter(|(known, _)| *known == document) {
            Some((_, all)) => *all = format!("{all}, {name}"),
            None => names.push((document, name)),
        }
    }
    Ok(format!(
        "/// The sheets inside this program: names and texts.\n\
         pub const EMBEDDED_SHEETS: &[(&str, &str)] = &[\n{sheets}];\n\
         /// The names of the sheets for each document that has any, as they are said.\n\
         pub const SHEET_NAMES: &[(&str, &str)] = &{names:?};\n"
    ))
}

fn add(code: &mut String, name: &str, file: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(
        code,
        "    ({name:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/layouts/{file}.yaml\"))),"
    );
}

/// A text without a tree is parsed whenever it is read.
fn add_tree(code: &mut String, name: &str, path: &Path) -> io::Result<()> {
    let tree = trees::tree(&fs::read_to_string(path)?).unwrap_or_default();
    // Writing to a string cannot fail.
    let _ = writeln!(code, "    ({name:?}, b\"{}\"),", tree.escape_ascii());
    Ok(())
}

fn is_layout(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "yaml")
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}
