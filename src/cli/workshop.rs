//! The workshop: takes the options about layouts and fonts, gives the library what it works with.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use briefpress::batch::{Digest, Refusal, plain, printable};
use briefpress::diag::{Code, Diagnostic, Place};
use briefpress::pipeline::{DocumentKind, EMBEDDED_LAYOUTS, LOOKS, Workshop};
use briefpress::shell::Command;

use super::DISK;
use super::args::{WhatArgs, is_same, meant};
use super::messages::Messages;

/// No font family that a folder is likely to hold has more files, or longer ones.
const FONT_LIMIT: u64 = 40_000_000;

type Named<T> = (String, T);

/// The workshop that the options ask for, with a digest of all that went into it; or the messages that say why
/// there is none.
pub(crate) fn workshop(args: &WhatArgs) -> Result<(Workshop, Digest), Box<Messages>> {
    if args.layout.is_empty() && args.layouts.is_none() && args.fonts.is_none() {
        // The usual case costs no look at the disk.
        return Ok((Workshop::embedded(), digest(&[], &[])));
    }
    let mut messages = Messages::default();
    let chosen = fonts(args, &mut messages).zip(layouts(args, &mut messages));
    let Some((fonts, layouts)) = chosen.filter(|_| messages.is_empty()) else {
        return Err(Box::new(messages));
    };
    let digest = digest(&fonts, &layouts);
    match Workshop::new(fonts, layouts) {
        Ok(workshop) if args.layouts.is_some() => Ok((workshop, digest)),
        Ok(workshop) => Ok((workshop.with_looks(), digest)),
        Err((sources, diagnostics)) => {
            messages.add(&sources, &diagnostics);
            Err(Box::new(messages))
        }
    }
}

/// Of the program itself, which holds the embedded fonts and layouts, and of what comes before them.
fn digest(fonts: &[Named<Cow<'static, [u8]>>], layouts: &[Named<String>]) -> Digest {
    let fonts = fonts.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes]);
    let layouts = layouts.iter().flat_map(|(name, text)| [name.as_bytes(), text.as_bytes()]);
    let program = [env!("CARGO_PKG_VERSION").as_bytes(), env!("BRIEFPRESS_SOURCES").as_bytes()];
    Digest::of_parts(program.into_iter().chain(fonts).chain(layouts))
}

fn fonts(args: &WhatArgs, messages: &mut Messages) -> Option<Vec<Named<Cow<'static, [u8]>>>> {
    let Some(folder) = &args.fonts else {
        return Some(Vec::new());
    };
    let read = |path: &PathBuf| {
        DISK.read_within(path, FONT_LIMIT).map_err(|why| match why {
            Refusal::TooLarge(_) => unreadable(path, "this font is larger than 40 MB"),
            Refusal::NotAFile => unreadable(path, "this is not a file that can be read"),
            Refusal::Io(error) => unreadable(path, &plain(&error)),
        })
    };
    let files = files_in(folder, &["ttf", "otf", "ttc", "otc"], "font", messages)?;
    let read = files.iter().map(|path| (name_of(path), read(path)));
    Some(kept(read, messages).map(|(name, bytes)| (name, Cow::Owned(bytes))).collect())
}

/// The usual layouts of a folder of one's own, and behind them those asked for: the last one for a document is the one
/// used. Without such a folder the looks have the others.
fn layouts(args: &WhatArgs, messages: &mut Messages) -> Option<Vec<Named<String>>> {
    let shelf: Vec<Named<String>> = match &args.layouts {
        None => {
            EMBEDDED_LAYOUTS.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
        }
        Some(folder) => {
            let files = files_in(folder, &["yaml", "yml"], "layout", messages)?;
            kept(files.iter().map(|path| (printable(path), layout_text(path))), messages).collect()
        }
    };
    let usual =
        |(name, _): &&Named<String>| args.layouts.is_some() && DocumentKind::NAMES.contains(&stem(name));
    let mut chosen: Vec<_> = shelf.iter().filter(usual).cloned().collect();
    if let Some(folder) = args.layouts.as_deref().filter(|_| chosen.is_empty() && messages.is_empty()) {
        let names = DocumentKind::NAMES.map(|name| format!("{name}.yaml")).join(", ");
        let what = unreadable(folder, "this folder holds no layout that is called as a document is");
        messages.add_disk(&what.hint(format!("Layouts of one's own are called {names}")));
    }
    for wanted in &args.layout {
        let called = |name: &str| {
            name.strip_suffix(".yaml").is_some_and(|name| is_same(name, wanted))
                || is_same(stem(name), wanted)
        };
        match shelf.iter().find(|(name, _)| called(name)) {
            Some(found) => chosen.push(found.clone()),
            None => chosen.extend(layout_file(wanted, &shelf, &args.typed, messages)),
        }
    }
    Some(chosen)
}

fn layout_file(
    wanted: &str,
    shelf: &[Named<String>],
    typed: &Command,
    messages: &mut Messages,
) -> Option<Named<String>> {
    let path = Path::new(wanted);
    let text = if path.is_file() {
        layout_text(path)
    } else {
        let names: Vec<_> =
            shelf.iter().map(|(name, _)| name.strip_suffix(".yaml").unwrap_or(name)).collect();
        let what = Diagnostic::error(
            Code::FileUnreadable,
            Place::File(wanted.to_owned()),
            "there is no layout of this name, and no file either",
        );
        let look = LOOKS.into_iter().find(|look| is_same(look, wanted));
        let what = match (look, meant(wanted, &names)) {
            (Some(look), _) => {
                let command = typed.clone().exchanged("--layout", wanted, None).with("--look", look);
                what.hint(format!("{look} is a look of all documents. Type:  {command}"))
            }
            (None, Some(name)) => {
                let command = typed.clone().exchanged("--layout", wanted, Some(name));
                what.hint(format!("Did you mean {name}? Type:  {command}"))
            }
            (None, None) => what,
        };
        Err(what.hint(format!("The layouts there are: {}", names.join(", "))))
    };
    kept([(wanted.to_owned(), text)].into_iter(), messages).next()
}

fn layout_text(path: &Path) -> Result<String, Diagnostic> {
    String::from_utf8(DISK.read_source(path)?).map_err(|_| {
        Diagnostic::error(Code::NotUtf8, Place::File(printable(path)), "this layout is not UTF-8 text")
            .hint("Save it again as UTF-8 in your editor")
    })
}

/// What could be read; why the rest could not goes to the messages.
fn kept<T>(
    all: impl Iterator<Item = (String, Result<T, Diagnostic>)>,
    messages: &mut Messages,
) -> impl Iterator<Item = Named<T>> {
    all.filter_map(move |(name, read)| match read {
        Ok(content) => Some((name, content)),
        Err(why) => {
            messages.add_disk(&why);
            None
        }
    })
}

/// The files of `folder` with one of `endings`, sorted.
fn files_in(folder: &Path, endings: &[&str], what: &str, messages: &mut Messages) -> Option<Vec<PathBuf>> {
    let listed = DISK.list(folder).map_err(|error| unreadable(folder, &plain(&error)));
    let fits = |path: &PathBuf| {
        path.extension()
            .is_some_and(|ending| endings.iter().any(|wanted| ending.eq_ignore_ascii_case(wanted)))
    };
    let found = listed.and_then(|paths| {
        let files: Vec<PathBuf> = paths.into_iter().filter(fits).collect();
        let none = format!("this folder holds no {what} (no file that ends in .{})", endings.join(", ."));
        if files.is_empty() { Err(unreadable(folder, &none)) } else { Ok(files) }
    });
    found.map_err(|why| messages.add_disk(&why)).ok()
}

fn unreadable(path: &Path, why: &str) -> Diagnostic {
    Diagnostic::error(Code::FileUnreadable, Place::File(printable(path)), why).hint("Check the path")
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn stem(name: &str) -> &str {
    Path::new(name).file_stem().and_then(|stem| stem.to_str()).unwrap_or(name)
}
