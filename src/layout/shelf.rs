//! The shelf: the layouts inside this program, as texts by look and document, and the trees of the texts. `build.rs`
//! lists their folder.

use super::DocumentKind;

include!(concat!(env!("OUT_DIR"), "/layouts.rs"));

/// The layout of a document in a look, its name and its text; that of the usual look where this one has none.
#[must_use]
pub fn shelved(look: &str, document: DocumentKind) -> Option<(&'static str, &'static str)> {
    let bare = format!("{}.yaml", document.as_str());
    let own = format!("{look}/{bare}");
    let find = |wanted: &str| EMBEDDED_LAYOUTS.iter().find(|(name, _)| *name == wanted).copied();
    find(if look == LOOKS[0] { &bare } else { &own }).or_else(|| find(&bare))
}

/// Where the layout of a document lies that a person may copy and change: that of a look, where it has one.
#[must_use]
pub fn path(look: Option<&str>, document: DocumentKind) -> String {
    let usual = LOOKS[0];
    match shelved(look.unwrap_or(usual), document) {
        Some((name, _)) if name.contains('/') => format!("layouts/{name}"),
        _ => format!("layouts/{usual}/{}.yaml", document.as_str()),
    }
}

/// What a layout may be like: a layout, or the tokens of a look, by name; gives its file's name and text.
#[must_use]
pub fn shared(name: &str) -> Option<(&'static str, &'static str)> {
    let file = format!("{name}.yaml");
    EMBEDDED_LAYOUTS.iter().chain(TOKENS).find(|(known, _)| *known == file).copied()
}

/// The tree of a text on the shelf, as `build/trees.rs` wrote it; empty where the text has to be parsed.
pub(crate) fn tree(file: &str) -> &'static [u8] {
    TREES.iter().find(|(known, _)| *known == file).map_or(&[], |(_, tree)| tree)
}

/// All names of what a layout may be like.
#[must_use]
pub fn shelf_names() -> Vec<&'static str> {
    let all = EMBEDDED_LAYOUTS.iter().chain(TOKENS);
    all.map(|(name, _)| name.strip_suffix(".yaml").unwrap_or(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_look_has_every_document_and_others_fall_back_on_it() {
        for kind in DocumentKind::ALL {
            let usual = shelved(LOOKS[0], kind).expect("the usual look is whole");
            assert_eq!(usual.0, format!("{}.yaml", kind.as_str()));
            for look in LOOKS {
                assert!(shelved(look, kind).is_some(), "{look} {kind:?}");
            }
            assert_eq!(shelved("no such look", kind), Some(usual));
        }
    }
}
