//! Circles: takes source files, gives those that import each other, inside a room as well.
//!
//! A name that a room passes on is followed to the file it comes from. What the first file of a folder says itself
//! (`mod.rs`) may be known to all files below it: it is their common ground, though it conducts them too.

use std::collections::{BTreeMap, BTreeSet};

use super::Source;
use super::code::{Path, begins_a_path, module, paths, tree, without_comments, without_tests};

/// Files by the modules that they make, and which names each passes on from a module below.
struct Files<'s> {
    code: BTreeMap<Path, (&'s str, String)>,
    passed_on: BTreeMap<Path, BTreeMap<String, Path>>,
}

/// Sets of files of which each leads to every other.
pub(super) fn circles(sources: &[Source]) -> Vec<BTreeSet<&str>> {
    let files = Files::new(sources);
    let arrows: BTreeMap<&Path, BTreeSet<Path>> =
        files.code.keys().map(|module| (module, files.imports(module))).collect();
    let reach: BTreeMap<&Path, BTreeSet<&Path>> =
        arrows.keys().map(|module| (*module, reached(module, &arrows))).collect();
    let mut found: Vec<BTreeSet<&str>> = Vec::new();
    for (module, ahead) in reach.iter().filter(|(module, ahead)| ahead.contains(**module)) {
        let back = ahead.iter().filter(|other| reach[**other].contains(*module));
        let circle: BTreeSet<&str> = back.map(|other| files.code[*other].0).collect();
        if !found.contains(&circle) {
            found.push(circle);
        }
    }
    found
}

/// All modules that arrows lead to, however many; itself only where it lies on a circle.
fn reached<'m>(from: &Path, arrows: &'m BTreeMap<&Path, BTreeSet<Path>>) -> BTreeSet<&'m Path> {
    let (mut found, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(next) = open.pop() {
        for to in arrows.get(next).into_iter().flatten() {
            if found.insert(to) {
                open.push(to);
            }
        }
    }
    found
}

impl<'s> Files<'s> {
    fn new(sources: &'s [Source]) -> Self {
        let code: BTreeMap<Path, (&str, String)> = sources
            .iter()
            .map(|(file, text)| {
                let code = without_comments(text);
                (module(file), (file.as_str(), without_tests(&code).to_owned()))
            })
            .collect();
        let passed_on = code
            .iter()
            .map(|(module, (_, text))| {
                let below = uses(text).into_iter().filter_map(|path| {
                    let from: Path = module.iter().chain(path.first()).cloned().collect();
                    code.contains_key(&from).then(|| (path.last().cloned().unwrap_or_default(), from))
                });
                (module.clone(), below.collect())
            })
            .collect();
        Files { code, passed_on }
    }

    /// The modules that a module imports, but for the first files of the folders it lies in.
    fn imports(&self, module: &Path) -> BTreeSet<Path> {
        let Some((_, text)) = self.code.get(module) else { return BTreeSet::new() };
        let named = paths(text, module).into_iter().filter_map(|path| self.home(&path));
        let own = self.passed_on.get(module).into_iter().flat_map(BTreeMap::values).cloned();
        named.chain(own).filter(|to| to != module && !module.starts_with(to)).collect()
    }

    /// The module that a name comes from.
    fn home(&self, path: &[String]) -> Option<Path> {
        let known = (1..=path.len()).rev().map(|length| &path[..length]);
        let module = known.into_iter().find(|start| self.code.contains_key(*start))?;
        let name = path.get(module.len());
        let passed = name.and_then(|name| self.passed_on.get(module)?.get(name));
        Some(passed.cloned().unwrap_or_else(|| module.to_vec()))
    }
}

/// The paths of all `use` lines that begin with a name of the file's own.
fn uses(code: &str) -> Vec<Path> {
    let lines = code.match_indices("use ").filter(|(at, _)| begins_a_path(code, *at));
    lines.flat_map(|(at, word)| tree(&code[at + word.len()..])).collect()
}

#[test]
fn a_circle_is_found_through_names_that_are_passed_on() {
    let source = |file: &str, text: &str| (file.to_owned(), text.to_owned());
    let mut sources = vec![
        source("a/mod.rs", "mod b;\nmod c;\npub use b::B;\npub struct Ground;"),
        source("a/b.rs", "use super::c::C;\nuse super::Ground;"),
        source("a/c.rs", "use super::{B, Ground};"),
        source("d.rs", "use crate::a::B;"),
    ];
    assert_eq!(circles(&sources), [BTreeSet::from(["a/b.rs", "a/c.rs"])]);
    sources[2].1 = "#[cfg(test)]\nmod tests {\n    use super::super::B;\n}".to_owned();
    assert!(circles(&sources).is_empty());
    sources[2].1 = "use crate::d::D;".to_owned();
    assert_eq!(circles(&sources), [BTreeSet::from(["a/b.rs", "a/c.rs", "d.rs"])]);
}
