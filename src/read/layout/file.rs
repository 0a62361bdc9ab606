//! Layout files: takes the bytes of one, or one of the shelf, gives the declared page, or what is wrong with it.

use super::super::node::Node;
use super::super::shelf;
use super::{LayoutReader, like};
use crate::diag::Diagnostic;
use crate::layout::Layout;
use crate::source::Sources;

/// Reads a layout file, with what it is like.
pub fn layout(sources: &mut Sources, name: &str, bytes: &[u8]) -> (Option<Layout>, Vec<Diagnostic>) {
    let mut messages = Vec::new();
    let Some(root) = super::super::tree(sources, name, bytes, &mut messages) else { return (None, messages) };
    let layout = of_tree(sources, root, false, &mut messages);
    (layout, messages)
}

/// Reads a layout of the shelf, by what `crate::layout::shelved` gives. Tests read all of them in the long way, so that
/// here nothing is looked for that could be wrong with it.
pub fn shelved(file: (&'static str, &'static str)) -> Option<Layout> {
    let (mut sources, mut messages) = (Sources::default(), Vec::new());
    let root = shelf::tree(&mut sources, file, &mut messages)?;
    of_tree(&mut sources, root, true, &mut messages)
}

/// The layout of a tree, with what it is like.
fn of_tree(
    sources: &mut Sources,
    mut root: Node,
    proven: bool,
    messages: &mut Vec<Diagnostic>,
) -> Option<Layout> {
    like::resolve(sources, &mut root, messages);
    like::spread(&mut root);
    let mut reader = LayoutReader::new(sources, root.span.source);
    reader.reader.proven = proven;
    let layout = reader.layout(&root);
    // What is wrong with a default is found in every flow that takes it, and told once.
    for message in reader.reader.messages {
        if !messages.contains(&message) {
            messages.push(message);
        }
    }
    let sound = !crate::diag::any_error(messages);
    layout.filter(|_| sound)
}
