//! Relations: takes the name of a part, gives which other parts and addresses it names by which id.

use std::collections::BTreeMap;

use super::super::package::Package;
use super::super::refusal::Refusal;

/// What a part refers to.
#[derive(Debug, Default)]
pub(super) struct Relations {
    all: BTreeMap<String, Relation>,
}

/// One of them.
#[derive(Debug)]
pub(super) struct Relation {
    /// The last word of its type: `header`, `hyperlink`, `diagramData`.
    pub kind: String,
    /// A part of the package, or an address outside it.
    pub target: String,
    /// Whether it leads out of the package.
    pub outside: bool,
}

impl Relations {
    /// The relations of a part; none where the package lists none.
    pub(super) fn of(package: &Package<'_>, part: &str) -> Result<Self, Refusal> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let list = if folder.is_empty() {
            format!("_rels/{name}.rels")
        } else {
            format!("{folder}/_rels/{name}.rels")
        };
        let Some(root) = package.tree(&list)? else { return Ok(Relations::default()) };
        let mut all = BTreeMap::new();
        for relation in root.elements() {
            let (Some(id), Some(target)) = (relation.attr("Id"), relation.attr("Target")) else { continue };
            let kind = relation.attr("Type").unwrap_or("").rsplit('/').next().unwrap_or("").to_owned();
            let outside = relation.attr("TargetMode") == Some("External");
            let target = if outside { target.to_owned() } else { resolved(folder, target) };
            all.insert(id.to_owned(), Relation { kind, target, outside });
        }
        Ok(Relations { all })
    }

    /// The one of this id.
    pub(super) fn get(&self, id: &str) -> Option<&Relation> {
        self.all.get(id)
    }

    /// The parts of a kind, sorted by name.
    pub(super) fn parts(&self, kind: &str) -> Vec<&str> {
        let inside = self.all.values().filter(|relation| relation.kind == kind && !relation.outside);
        let mut parts: Vec<&str> = inside.map(|relation| relation.target.as_str()).collect();
        parts.sort_unstable();
        parts.dedup();
        parts
    }
}

/// The name of a part as the package lists it; only a name that is looked up, never a path that is opened.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => drop(steps.pop()),
            "." | "" => {}
            step => steps.push(step),
        }
    }
    steps.join("/")
}
