//! Names of folders to be made: takes the name of a source, says whether every machine can make a folder of it, and
//! whether two names are one where letters of either case, or composed and not, are the same.

use icu_normalizer::ComposingNormalizerBorrowed;

/// File systems take 255 bytes or letters; a little is left for what is put behind a name.
const LONGEST: usize = 200;

/// Names of devices on Windows, with any ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
/// And those that carry a number.
const PORTS: [&str; 2] = ["com", "lpt"];

/// Why a folder of this name cannot be made everywhere, as the end of a sentence that begins with the name.
#[must_use]
pub fn fault(name: &str) -> Option<&'static str> {
    let first = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let port = |port: &&str| {
        let rest = first.strip_prefix(*port).unwrap_or_default();
        matches!(rest, "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³")
    };
    if name.is_empty() {
        Some("is no name")
    } else if name.contains('\u{fffd}') {
        Some("is not text")
    } else if name.chars().any(|c| c.is_control() || "<>:\"/\\|?*".contains(c)) {
        Some("has a character in it that Windows does not allow in names")
    } else if name.ends_with(['.', ' ']) || name.starts_with(' ') {
        Some("begins or ends with a stop or a space, which Windows does not allow")
    } else if DEVICES.contains(&first.as_str()) || PORTS.iter().any(port) {
        Some("is the name of a device on Windows")
    } else if name.len() > LONGEST {
        Some("is too long for a name of a folder")
    } else {
        None
    }
}

/// The name that stands for all that some file system takes for the same one.
pub(super) fn folded(name: &str) -> String {
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    nfc.normalize(&nfc.normalize(name).to_lowercase()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_that_every_machine_can_make() {
        for name in [
            "sexting",
            "County lines 2",
            "cam-drin",
            "Gwarchod plant",
            "a.b",
            ".x",
            "console",
            "com",
            "com10",
        ] {
            assert_eq!(fault(name), None, "{name}");
        }
        let long = "x".repeat(300);
        let names =
            ["", ".", "..", "a.", "a ", " a", "a:b", "a\nb", "con", "NUL.txt", "Com1", "lpt9.x", "a\u{fffd}"];
        for name in names.into_iter().chain([long.as_str()]) {
            assert!(fault(name).is_some(), "{name:?}");
        }
    }

    #[test]
    fn names_that_differ_in_case_or_composition_are_one() {
        assert_eq!(folded("Sexting"), folded("sexting"));
        assert_eq!(folded("Caf\u{e9}"), folded("cafe\u{301}"));
        assert_ne!(folded("cafe"), folded("caf\u{e9}"));
    }
}
