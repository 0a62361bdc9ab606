//! The format of briefings: what docs/format.md promises of its keys, and the number that schemas carry.

use std::collections::BTreeSet;
use std::path::Path;

use briefpress::explain::keys;
use briefpress::read::format::FORMAT;

/// A line for each key: the kind of file, the keys down to it, and whether it must be there.
fn declared() -> BTreeSet<String> {
    let places = keys::keys()
        .into_iter()
        .filter(|place| ["a briefing", "a board file", "a project file"].contains(&place.file));
    let line = |place: keys::Place| {
        format!("{}: {}{}", place.file, place.path(), if place.is_needed() { " (must be there)" } else { "" })
    };
    places.map(line).collect()
}

/// Within a format keys may be added, and none of them must be there; none goes, and none begins to be asked for.
/// `BLESS=1` adds what is new and takes nothing away.
#[test]
fn no_key_of_the_format_is_taken_away_and_none_begins_to_be_needed() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/format-{FORMAT}.txt"));
    let promised = std::fs::read_to_string(&path).unwrap_or_default();
    let declared = declared();
    assert!(declared.len() > 50, "only {} keys", declared.len());
    for line in promised.lines() {
        assert!(
            declared.contains(line),
            "format {FORMAT} promises `{line}`: this would be format {}",
            FORMAT + 1
        );
    }
    let known: BTreeSet<String> = promised.lines().map(str::to_owned).collect();
    let new: Vec<&String> = declared.difference(&known).collect();
    // The first list of a format holds what must be there; later ones cannot add to that.
    let asked = new.iter().filter(|line| !known.is_empty() && line.ends_with("(must be there)"));
    // A new list of keys may have keys that it needs: `contacts.name` came with `contacts`.
    let asked: Vec<_> =
        asked.filter(|line| parent(line).is_some_and(|above| known.contains(&above))).collect();
    assert!(asked.is_empty(), "format {FORMAT} did not ask for {asked:?}");
    if std::env::var_os("BLESS").is_some() {
        let all: BTreeSet<&String> = known.iter().chain(new).collect();
        let text: String = all.into_iter().map(|line| format!("{line}\n")).collect();
        std::fs::write(&path, text).expect("the list can be written");
    } else {
        assert!(new.is_empty(), "new keys join the promise: {new:?}; type  scripts/bless");
    }
}

/// The line of the key above one.
fn parent(line: &str) -> Option<String> {
    let line = line.strip_suffix(" (must be there)").unwrap_or(line);
    line.rsplit_once('.').map(|(above, _)| above.to_owned())
}

#[test]
fn the_guide_names_the_format_that_schemas_carry() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let guide = std::fs::read_to_string(root.join("docs/format.md")).expect("it is there");
    assert!(guide.contains(&format!("**It is format {FORMAT}.**")), "docs/format.md says another number");
    for name in ["briefing", "board"] {
        let schema =
            std::fs::read_to_string(root.join(format!("content/{name}.schema.json"))).expect("it is there");
        assert!(
            schema.contains(&format!("\"$comment\": \"briefpress format {FORMAT}\"")),
            "{name}.schema.json"
        );
    }
}
