//! The shelf: the layouts inside this program, as texts by look and document. `build.rs` lists their folder.

use super::DocumentKind;

include!(concat!(env!("OUT_DIR"), "/layouts.rs"));

/// A layout of a look as it lies on the shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shelved {
    /// The name that messages show.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
    /// What it shares with the other documents of its look: name and text.
    pub tokens: Option<(&'static str, &'static str)>,
}

/// The layout of a document in a look; that of the usual look where this one has none.
#[must_use]
pub fn shelved(look: &str, document: DocumentKind) -> Option<Shelved> {
    let bare = format!("{}.yaml", document.as_str());
    let own = format!("{look}/{bare}");
    let find = |wanted: &str| EMBEDDED_LAYOUTS.iter().find(|(name, _)| *name == wanted);
    let found = find(if look == LOOKS[0] { &bare } else { &own });
    let (name, text) = *found.or_else(|| find(&bare))?;
    let look = name.split_once('/').map_or(LOOKS[0], |(look, _)| look);
    Some(Shelved { name, text, tokens: tokens(look) })
}

/// What the documents of a look share: a name for messages, and the text.
#[must_use]
pub fn tokens(look: &str) -> Option<(&'static str, &'static str)> {
    TOKENS.iter().find(|(name, _)| *name == look).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_look_has_every_document_and_others_fall_back_on_it() {
        for kind in DocumentKind::ALL {
            let usual = shelved(LOOKS[0], kind).expect("the usual look is whole");
            assert_eq!(usual.name, format!("{}.yaml", kind.as_str()));
            for look in LOOKS {
                assert!(shelved(look, kind).is_some(), "{look} {kind:?}");
            }
            assert_eq!(shelved("no such look", kind), Some(usual));
        }
    }
}
