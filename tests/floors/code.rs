//! Code: takes the text of a source file, gives the paths that it names.

/// A name within a crate, from its root: `["page", "item", "Tag"]`.
pub(super) type Path = Vec<String>;

/// Whole-line comments go; what follows code in its line never looks like an import.
pub(super) fn without_comments(text: &str) -> String {
    let code = |line: &&str| !line.trim_start().starts_with("//");
    text.lines().filter(code).collect::<Vec<_>>().join("\n")
}

/// What comes before a file's own tests.
pub(super) fn without_tests(code: &str) -> &str {
    code.split("#[cfg(test)]\nmod ").next().unwrap_or(code)
}

/// The module that a file makes: `page/item.rs` and `page/mod.rs` make `page::item` and `page`.
pub(super) fn module(file: &str) -> Path {
    let name = file.strip_suffix(".rs").unwrap_or(file);
    name.strip_suffix("/mod").unwrap_or(name).split('/').map(str::to_owned).collect()
}

/// All paths in the code of `module` that begin with `crate::` or `super::`, from the root of the crate.
pub(super) fn paths(code: &str, module: &[String]) -> Vec<Path> {
    let starts = ["crate::", "super::"].into_iter().flat_map(|start| code.match_indices(start));
    let outermost = starts.filter(|(at, _)| begins_a_path(code, *at));
    outermost.flat_map(|(at, start)| from(&code[at..], start, module)).collect()
}

/// The paths of one place, where it does not lead out of the crate: `super::*` in a file's own tests would.
fn from(rest: &str, start: &str, module: &[String]) -> Vec<Path> {
    let (mut rest, mut base) = (rest, module.to_vec());
    if start == "crate::" {
        (rest, base) = (&rest[start.len()..], Vec::new());
    }
    while let Some(further) = rest.strip_prefix("super::") {
        rest = further;
        if base.pop().is_none() {
            return Vec::new();
        }
    }
    tree(rest).into_iter().map(|path| base.iter().cloned().chain(path).collect()).collect()
}

/// The paths of a tree as `use` has them: `a::{b, c::{d, e}}` has three.
pub(super) fn tree(text: &str) -> Vec<Path> {
    if let Some(group) = text.strip_prefix('{') {
        return branches(group).into_iter().flat_map(|branch| tree(branch.trim_start())).collect();
    }
    let head = head(text);
    if head.is_empty() {
        return Vec::new();
    }
    let head = head.to_owned();
    match text[head.len()..].strip_prefix("::").map(tree) {
        Some(rest) if !rest.is_empty() => {
            rest.into_iter().map(|path| std::iter::once(head.clone()).chain(path).collect()).collect()
        }
        _ => vec![vec![head]],
    }
}

/// The parts between the commas of a group, up to its closing brace.
fn branches(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut found) = (1, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 || depth == 1 && c == ',' {
            found.push(&group[start..at]);
            start = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    found
}

/// Whether no name, and no other path, ends just before `at`.
pub(super) fn begins_a_path(code: &str, at: usize) -> bool {
    !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
}

/// The name that a text begins with.
fn head(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}

#[test]
fn paths_are_counted_from_the_root() {
    let found = |code: &str, file: &str| -> Vec<String> {
        paths(code, &module(file)).iter().map(|path| path.join("::")).collect()
    };
    assert_eq!(
        found("use super::b::{C, d::{self, E}};", "a/x.rs"),
        ["a::b::C", "a::b::d::self", "a::b::d::E"]
    );
    assert_eq!(found("use crate::{a, b::C};", "a/mod.rs"), ["a", "b::C"]);
    assert_eq!(found("fn f() -> super::super::b::C {}", "a/x.rs"), ["b::C"]);
    assert_eq!(found("use super::super::*; x::super::y", "a.rs"), [""; 0]);
}
