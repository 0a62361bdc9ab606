//! The floors: takes the table at the top of `src/lib.rs`, gives the floor of each room.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Rooms of the library and the floors they lie on.
static FLOORS: LazyLock<BTreeMap<&str, u8>> = LazyLock::new(|| read(include_str!("../../src/lib.rs")));

/// The floor of a room, where the table has it.
pub(super) fn floor(room: &str) -> Option<u8> {
    FLOORS.get(room).copied()
}

/// Rows look so: "//! | 5 | [`impose`]: pages → sheets | content, PDF |"; one without a number goes on with the
/// floor above it. Rooms stand before the colon.
fn read(source: &str) -> BTreeMap<&str, u8> {
    let (mut found, mut floor) = (BTreeMap::new(), None);
    for row in source.lines().filter_map(|line| line.strip_prefix("//! |")) {
        let mut cells = row.split('|').map(str::trim);
        let (number, rooms) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
        floor = number.parse().ok().or(floor);
        let rooms = rooms.split(": ").next().unwrap_or_default();
        for room in rooms.split("[`").skip(1).filter_map(|rest| rest.split('`').next()) {
            found.extend(floor.map(|floor| (room, floor)));
        }
    }
    found
}

#[test]
fn the_table_is_read_row_by_row() {
    let table = "//! | floor | rooms | never |\n//! |---|---|---|\n//! | 2 | [`a`], [`b`]: see [`x`] | c |\n\
                 //! |   | [`c`] | |\n//! | 0 | the ground | |\n/// | 7 | [`d`] |\n";
    assert_eq!(read(table), BTreeMap::from([("a", 2), ("b", 2), ("c", 2)]));
    assert!(FLOORS.len() > 15, "only {} rooms in the table of src/lib.rs", FLOORS.len());
}
