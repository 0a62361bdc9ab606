//! The project file: takes the bytes of `briefpress.yaml`, gives what a folder of briefings always asks for.

use super::format;
use super::take::{Fields, Reader, shortened};
use super::version::required_version;
use crate::diag::{Code, Diagnostic, any_error};
use crate::source::Sources;

/// What a folder of briefings always asks for. Paths are relative to the folder of the file and stay below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Project {
    /// The folder of board files.
    pub boards: Option<String>,
    /// The folder of fonts.
    pub fonts: Option<String>,
    /// The folder to write to.
    pub out: Option<String>,
}

/// Reads a project file; the project is there when no message is an error.
pub fn project(sources: &mut Sources, name: &str, bytes: &[u8]) -> (Option<Project>, Vec<Diagnostic>) {
    let mut messages = Vec::new();
    let root = super::tree(sources, name, bytes, &mut messages);
    let mut reader = Reader::new(sources);
    reader.messages = messages;
    let project = root.and_then(|root| {
        let fields = reader.mapping(&root, &format::PROJECT)?;
        required_version(&mut reader, &fields, "project");
        let mut below = |key: &'static str| below(&mut reader, &fields, key);
        Some(Project { boards: below("boards"), fonts: below("fonts"), out: below("out") })
    });
    let messages = super::in_order(reader.messages);
    (project.filter(|_| !any_error(&messages)), messages)
}

/// A path below the folder of the file.
fn below(reader: &mut Reader<'_>, fields: &Fields<'_>, key: &'static str) -> Option<String> {
    let line = reader.optional_line(fields, key)?;
    let path = line.value.as_str();
    let climbs = path.split('/').any(|part| part == "..");
    if climbs || path.starts_with('/') || path.contains(['\\', ':']) {
        let message = format!("`{key}` leads out of the folder of this file: `{}`", shortened(path));
        let hint =
            format!("Write a folder below it, with / between its parts; or type --{key} on the command line");
        reader.error(Code::BadValue, line.span, message, hint);
        return None;
    }
    Some(line.value)
}
