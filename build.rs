//! The build script: takes all that the program is made of, gives a fingerprint by which batches know its version.
//!
//! A change of one line in the program makes every PDF anew, on every machine alike; a rebuild without a change
//! makes none. The files of `languages/` become part of the program here, so that adding a language is adding a
//! file; so it is with layouts.

#![allow(clippy::disallowed_methods, reason = "the list is for the program, not for its making")]
#![allow(clippy::disallowed_macros, reason = "cargo reads standard output")]

#[path = "build/languages.rs"]
mod languages;
#[path = "build/layouts.rs"]
mod layouts;
#[path = "build/trees.rs"]
mod trees;

use std::env;
use std::fs;
use std::hash::{Hash as _, Hasher as _};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use siphasher::sip::SipHasher13;

/// What is embedded. The lock file stands for the crates.
const PARTS: [&str; 6] = ["layouts", "languages", "fonts", "icc", "Cargo.toml", "Cargo.lock"];

/// Of the sources, the command line has no influence on files but through options, which batches know by themselves.
const APART: [&str; 2] = ["src/cli", "src/main.rs"];

fn main() -> io::Result<()> {
    let mut hasher = SipHasher13::new();
    let rooms = entries(Path::new("src"))?
        .into_iter()
        .filter(|room| !APART.iter().any(|apart| room == Path::new(apart)));
    for part in rooms.chain(PARTS.map(PathBuf::from)) {
        println!("cargo::rerun-if-changed={}", part.display());
        add(&part, &mut hasher)?;
    }
    let languages = languages::generate(&entries(Path::new("languages"))?).map_err(io::Error::other)?;
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("languages.rs"), languages)?;
    fs::write(out.join("layouts.rs"), layouts::generate(Path::new("layouts"))?)?;
    fs::write(out.join("sheets.rs"), layouts::sheets(Path::new("layouts"))?)?;
    fs::write(out.join("subsets.bin"), subsets(Path::new("fonts"))?)?;
    println!("cargo::rustc-env=BRIEFPRESS_SOURCES={:016x}", hasher.finish());
    println!("cargo::rustc-env=BRIEFPRESS_COMMIT={}", commit().unwrap_or_else(|| "unknown".to_owned()));
    Ok(())
}

/// The stored subsets of the faces (`src/pdf/stored.rs`), behind the fingerprint of the files that they were made of;
/// nothing where the files are others by now.
fn subsets(fonts: &Path) -> io::Result<Vec<u8>> {
    let mut hasher = SipHasher13::new();
    for path in entries(fonts)?.iter().filter(|path| path.extension().is_some_and(|ending| ending == "ttf")) {
        hasher.write(&fs::read(path)?);
    }
    let stored = fs::read(fonts.join("subsets.bin")).unwrap_or_default();
    Ok(stored.strip_prefix(&hasher.finish().to_le_bytes()).unwrap_or_default().to_vec())
}

/// The commit that a release is made of: what a packager says, else what git says. While the program is worked on
/// nobody asks, for then every commit would make it anew.
fn commit() -> Option<String> {
    println!("cargo::rerun-if-env-changed=BRIEFPRESS_COMMIT");
    if let Ok(said) = env::var("BRIEFPRESS_COMMIT") {
        return Some(said);
    }
    let git = |words: &[&str]| {
        let output =
            Command::new("git").args(words).output().ok().filter(|output| output.status.success())?;
        Some(String::from_utf8(output.stdout).ok()?.trim().to_owned())
    };
    if env::var("PROFILE").is_ok_and(|profile| profile != "release") {
        return None;
    }
    println!("cargo::rerun-if-changed={}", git(&["rev-parse", "--git-path", "logs/HEAD"])?);
    git(&["rev-parse", "--short=12", "HEAD"])
}

/// Adds names and contents, in the order of names. What is not there is not part of the program.
fn add(path: &Path, hasher: &mut SipHasher13) -> io::Result<()> {
    if path.is_dir() {
        let mut entries =
            fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
        entries.sort();
        return entries.iter().try_for_each(|entry| add(entry, hasher));
    }
    if path.is_file() {
        path.hash(hasher);
        fs::read(path)?.hash(hasher);
    }
    Ok(())
}

fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    Ok(entries)
}
