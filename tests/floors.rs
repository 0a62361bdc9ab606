//! The house: takes the sources of `src/`, gives every line that breaks what `src/lib.rs` says of the rooms.
//!
//! Imports go down only, no files import each other in a circle, each outside crate has one door, disk and clock stay
//! with those who may know them, every file says in its first line what it is for, and none grows without end.

mod circles;
mod code;
mod table;

use std::collections::BTreeSet;
use std::path::Path;

use circles::circles;
use code::{begins_a_path, module, paths, tree, without_comments, without_tests};
use table::floor;

/// What a room must not know although it lies below.
const NEVER: &[(&str, &[&str])] = &[
    ("typeset", &["target", "read", "check", "icc"]),
    ("pdf", &["model", "layout", "read", "check", "text"]),
    ("impose", &["model", "read", "check", "text"]),
    ("page", &["source", "diag"]),
    ("batch", &["read", "check", "compare", "text", "typeset", "impose", "pdf", "preview", "twin"]),
    ("twin", &["target", "read", "check", "text", "page"]),
    ("import", &["read", "check", "text", "edit", "layout", "page", "target", "style"]),
    ("preview", &["read", "check", "text", "model", "layout", "target"]),
];

/// The rooms through which an outside crate, or a part of the standard library, comes in.
const DOORS: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["cli"]),
    ("base64", &["preview", "twin"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("ctrlc", &["cli"]),
    ("flate2", &["tagged"]),
    ("foldhash", &["check", "text", "typeset"]),
    ("icu_normalizer", &["batch"]),
    ("image", &["image"]),
    ("indicatif", &["cli"]),
    ("libdeflater", &["pdf"]),
    ("libm", &["color", "geom", "icc"]),
    ("mimalloc", &["main"]),
    ("moxcms", &["icc"]),
    ("parley", &["text"]),
    ("parley_engine", &["text"]),
    ("pdf_writer", &["pdf"]),
    ("png", &["image"]),
    ("pulldown_cmark", &["read"]),
    ("qrcodegen", &["typeset"]),
    ("quick_xml", &["import"]),
    ("resvg", &["preview"]),
    ("serde", &["batch", "cli"]),
    ("serde_json", &["batch", "cli"]),
    ("serde_saphyr", &["read"]),
    ("sha2", &["batch"]),
    ("siphasher", &["pdf"]),
    ("skrifa", &["font"]),
    ("smallvec", &["page", "text", "typeset"]),
    ("subsetter", &["pdf"]),
    ("terminal_size", &["cli"]),
    ("unicode_width", &["twin"]),
    ("zip", &["import", "twin"]),
    ("zune_core", &["image"]),
    ("zune_jpeg", &["image"]),
    ("std::env", &["batch", "cli"]),
    ("std::fs", &["batch", "cli"]),
    ("std::net", &[]),
    ("std::process", &["batch", "cli", "main"]),
    ("std::thread", &["batch", "cli"]),
    ("std::time", &["batch", "cli"]),
];

/// No file has more lines.
const MOST_LINES: usize = 400;

/// A source file: its path below `src/` and its text.
type Source = (String, String);

#[test]
fn the_house_stands() {
    let sources = sources();
    assert!(sources.len() > 100, "only {} files", sources.len());
    let found = faults(&sources);
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let sources = sources();
    let found = circles(&sources);
    assert!(found.is_empty(), "files of which each imports another, round in a circle: {found:?}");
}

#[test]
fn every_dependency_has_a_door() {
    let manifest = include_str!("../Cargo.toml");
    let (_, rest) = manifest.split_once("\n[dependencies]\n").expect("there are dependencies");
    let listed = rest.lines().take_while(|line| !line.starts_with('['));
    let crates: BTreeSet<String> =
        listed.filter_map(|line| line.split_once(" = ")).map(|(name, _)| name.replace('-', "_")).collect();
    let doors: BTreeSet<String> =
        DOORS.iter().map(|(name, _)| (*name).to_owned()).filter(|name| !name.starts_with("std::")).collect();
    assert_eq!(crates, doors, "Cargo.toml on the left, the doors of tests/floors.rs on the right");
}

/// Each planted line must be found, or the test above proves nothing.
#[test]
fn a_planted_fault_is_found() {
    let planted = [
        ("color.rs", "use crate::geom::Pt;", "color imports geom"),
        ("page/item.rs", "use crate::{font::FontId, model::Run};", "page imports model"),
        (
            "page/item.rs",
            "use crate::{\n    geom::{Pt, Rect},\n    layout::Frame,\n};",
            "page imports layout",
        ),
        ("typeset/fit.rs", "fn f() -> crate::pdf::Writer {}", "typeset imports pdf"),
        ("typeset/mod.rs", "use crate::target::Target;", "typeset imports target"),
        ("pdf/tags.rs", "use super::super::model::Briefing;", "pdf imports model"),
        ("pdf/mod.rs", "use super::text::Line;", "pdf imports text"),
        ("style.rs", "use super::layout::Layout;", "style imports layout"),
        ("check/mod.rs", "use crate::read;", "check imports read"),
        ("pipeline/job.rs", "use crate::batch::Digest;", "pipeline imports batch"),
        ("attic/mod.rs", "", "attic is a room without a floor"),
        ("page/mod.rs", "use pdf_writer::Ref;", "pdf_writer comes in by pdf"),
        ("pipeline/job.rs", "let v = ::serde_saphyr::from_str(\"\");", "serde_saphyr comes in by read"),
        ("typeset/store.rs", "use image::RgbImage;", "image comes in by image"),
        ("read/mod.rs", "let text = std::fs::read(\"x\");", "std::fs comes in by batch, cli"),
        ("pdf/mod.rs", "use std::{fmt, time::SystemTime};", "std::time comes in by batch, cli"),
        ("text/line.rs", "use clap::Parser;", "clap comes in by cli"),
        ("pdf/ops.rs", "let x = Some(1).unwrap();", "unwrap"),
    ];
    for (path, line, expected) in planted {
        let text = format!("//! Planted.\n\n{line}\n");
        let found = faults(&[(path.to_owned(), text)]);
        assert_eq!(found.len(), 1, "{path}: {line}: {found:?}");
        assert!(found[0].contains(expected), "{path}: {line}: {found:?}");
    }
    let headless = [("geom.rs".to_owned(), "use std::fmt;\n".to_owned())];
    assert!(faults(&headless)[0].contains("first line"));
    let long = [("font.rs".to_owned(), format!("//! Long.\n{}", "\n".repeat(MOST_LINES)))];
    assert!(faults(&long)[0].contains("401 lines"), "{:?}", faults(&long));
}

/// What looks like a fault and is none.
#[test]
fn a_sound_line_is_left_alone() {
    for (path, line) in [
        ("color.rs", "// crate::pdf knows what this is for; std::fs does not."),
        ("color.rs", "/// See [`crate::pdf`]."),
        ("typeset/mod.rs", "use crate::{geom::Pt, page::{self, Page}, text};"),
        ("typeset/mod.rs", "use super::image::Picture;"),
        ("read/layout/frame.rs", "use super::super::take::Reader;"),
        ("image/png.rs", "use image::codecs::png::PngDecoder;"),
        ("typeset/canvas.rs", "let size = image::size(&picture);"),
        ("batch/disk.rs", "use std::fs::{self, File};"),
        ("pdf/ops.rs", "let x = y.unwrap_or_default();"),
        ("cli/build.rs", "use super::report::lines;"),
    ] {
        let found = faults(&[(path.to_owned(), format!("//! Sound.\n{line}\n"))]);
        assert!(found.is_empty(), "{path}: {line}: {found:?}");
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut folders, mut sources) = (vec![root.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder of src can be listed") {
            let path = entry.expect("a folder of src can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path.strip_prefix(&root).expect("it was found below src");
                let name = below.to_str().expect("our names are ASCII").replace('\\', "/");
                sources.push((name, std::fs::read_to_string(&path).expect("a source can be read")));
            }
        }
    }
    sources.sort();
    sources
}

fn faults(sources: &[Source]) -> Vec<String> {
    sources.iter().flat_map(|(path, text)| faults_of(path, text)).collect()
}

fn faults_of(path: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    if !text.starts_with("//! ") {
        found.push("the first line does not say what the file is for (`//! …`)".to_owned());
    }
    let lines = text.lines().count();
    if lines > MOST_LINES {
        found.push(format!("{lines} lines, more than {MOST_LINES}: divide it"));
    }
    let code = without_comments(text);
    let module = module(path);
    let room = module[0].as_str();
    if room != "cli" && room != "main" && room != "lib" {
        let rooms: BTreeSet<String> =
            paths(&code, &module).into_iter().filter_map(|path| path.into_iter().next()).collect();
        found.extend(rooms.iter().filter_map(|import| refused(room, import)));
        if floor(room).is_none() {
            found.push(format!("{room} is a room without a floor: give it one in the table of src/lib.rs"));
        }
    }
    for (crate_name, doors) in DOORS {
        if !doors.contains(&room) && uses(&code, crate_name) {
            found.push(format!("{crate_name} comes in by {} only", doors.join(", ")));
        }
    }
    if without_tests(&code).contains(".unwrap()") {
        found.push("unwrap: give the reason with `expect`, or pass the error on".to_owned());
    }
    found.into_iter().map(|fault| format!("src/{path}: {fault}")).collect()
}

/// Why a room may not import another, where it may not.
fn refused(room: &str, import: &str) -> Option<String> {
    let below = floor(import) < floor(room) && floor(import).is_some();
    let never = NEVER.iter().any(|(who, what)| *who == room && what.contains(&import));
    (room != import && (!below || never)).then(|| format!("{room} imports {import}, which it must not know"))
}

/// Whether code names a crate, or a part of the standard library.
fn uses(code: &str, name: &str) -> bool {
    if let Some(part) = name.strip_prefix("std::") {
        let std = code.match_indices("std::").filter(|(at, _)| begins_a_path(code, *at));
        return std.flat_map(|(at, _)| tree(&code[at + 5..])).any(|path| path[0] == part);
    }
    let path = format!("{name}::");
    code.match_indices(&path).any(|(at, _)| {
        let before = code[..at].strip_suffix("::").unwrap_or(&code[..at]);
        let outside = before.len() < at || before.ends_with("use ");
        // A room of ours may have the crate's name; only a `use`, or a path from outside, names the crate then.
        begins_a_path(code, before.len()) && (outside || floor(name).is_none())
    })
}
