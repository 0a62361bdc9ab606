//! Frames: takes a word of a text, gives the line that a page or a paper put round the words that were copied.
//!
//! Such lines are short, so a long one is left alone before anything is compared.

use super::left_piece::{COPIED, Cure, Piece};
use super::left_seen::Seen;

/// No line of a menu or of the foot of a page is longer.
const LONGEST: usize = 90;

const DATED: Cure =
    Cure::Advice("Delete it: the page prints the days that stand behind `issued:` and `review_by:`");
const OWNED: &str = "says who owns the page that it was copied from";
const MARKED: &str = "says who may read a paper, and a poster is read by all who pass";
const SEEN_BY_ALL: Cure = Cure::Advice("Delete it; or, if it holds, do not print this text for others");

/// All of its line.
fn line(seen: Seen<'_>, cure: Cure) -> Piece {
    Piece { range: 0..seen.text.len(), what: COPIED, cure }
}

/// Whether a line says this and nothing else, in letters of any size.
fn is_whole(text: &str, ways: &[&str]) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    ways.iter().any(|way| way.eq_ignore_ascii_case(bare))
}

/// What menus, buttons and the feet of pages say, where it is all of a line.
pub(super) fn page_line(seen: Seen<'_>) -> Option<Piece> {
    const WHOLE: [&str; 29] = [
        "related content",
        "related links",
        "related pages",
        "related documents",
        "related articles",
        "related topics",
        "on this page",
        "in this section",
        "expand all",
        "expand all sections",
        "show all sections",
        "contents",
        "table of contents",
        "copied",
        "copy code",
        "copy link",
        "copy to clipboard",
        "previous next",
        "previous | next",
        "previous page",
        "menu",
        "menu search",
        "search menu",
        "sign up to our newsletter",
        "subscribe to our newsletter",
        "follow us",
        "watch later share",
        "print or save a copy",
        "is there anything wrong with this page",
    ];
    // As a heading some of these may be all that its writer has to say.
    (!seen.one_line && seen.text.len() < LONGEST && is_whole(seen.text, &WHOLE))
        .then(|| line(seen, Cure::Cut))
}

/// Sentences of web pages about themselves, wherever they stand.
pub(super) fn page_sentence(seen: Seen<'_>) -> Option<Piece> {
    let (start, length) = match seen.word().to_ascii_lowercase().as_str() {
        "assistive" => (seen.comes_after(&["suitable for users of "])?, seen.goes_on(&[" technology"])?),
        "licence" => (seen.comes_after(&["under the open government "])?, 0),
        "javascript" => {
            let ways = [" is disabled", " is turned off", " must be enabled", " is required"];
            (seen.start, seen.goes_on(&ways)?)
        }
        _ => (seen.start, seen.goes_on(&[" this is a new service"])?),
    };
    let cure = Cure::Advice("Delete the sentence: it belongs to a web page");
    Some(Piece { range: start..seen.end + length, what: COPIED, cure })
}

/// `Show more`, `… See more`: the last words of a text that goes on elsewhere.
pub(super) fn more(seen: Seen<'_>) -> Option<Piece> {
    let start = seen.comes_after(&["show ", "see ", "load ", "view "]).filter(|_| seen.ends_text(0))?;
    let first = Seen { end: start, start, ..seen };
    let broken = first.before().trim_end().ends_with(['\u{2026}', ']', '.']);
    let capital = seen.text[start..].starts_with(char::is_uppercase);
    (!seen.one_line && capital && broken).then_some(Piece {
        range: start..seen.text.len(),
        what: COPIED,
        cure: Cure::Cut,
    })
}

/// `Last updated: 3 May 2024`, `Page last reviewed on 03/05/2024`, `Posted by admin on 3 May 2024`.
pub(super) fn dated(seen: Seen<'_>) -> Option<Piece> {
    let ways = ["this page was last ", "page last ", "content last ", "last ", "page ", "date ", "first "];
    let start = seen.comes_after(&ways).unwrap_or(seen.start);
    let first = (Seen { start, end: start, ..seen }).begins_sentence() && !seen.text[..start].ends_with('(');
    if seen.one_line || !first {
        return None;
    }
    let rest = seen.after();
    let day = rest.trim_start_matches([':', ' ']);
    let day = ["on ", "by ", "at "].iter().find_map(|way| day.strip_prefix(way)).unwrap_or(day);
    let led = seen.word().eq_ignore_ascii_case("posted") || rest.starts_with(':');
    let starts = day.starts_with(|c: char| c.is_ascii_digit()) || led;
    let whole = rest.len() < 48 && !rest.trim_end_matches(['.', ' ']).contains(". ");
    let last = rest.split_whitespace().next_back().unwrap_or("");
    let counted = last.contains(|c: char| c.is_ascii_digit())
        && rest.contains("20")
        && rest.bytes().filter(u8::is_ascii_digit).count() > 3;
    (starts && whole && counted).then_some(Piece {
        range: start..seen.text.len(),
        what: "is a day of the page that it was copied from",
        cure: DATED,
    })
}

/// `Tags: neglect`, `Photo: Getty Images`, `Speaker notes: …`, `Deleted: not`: a label before the words of a line.
pub(super) fn labelled(seen: Seen<'_>) -> Option<Piece> {
    const PAGE: [&str; 19] = [
        "read time",
        "estimated reading time",
        "ref",
        "our ref",
        "your ref",
        "apologies",
        "attendees",
        "tags",
        "categories",
        "filed under",
        "photo",
        "photo credit",
        "picture credit",
        "image credit",
        "image",
        "author",
        "word count",
        "reading time",
        "document reference",
    ];
    let one_of = |ways: &[&str], label: &str| ways.iter().any(|way| way.eq_ignore_ascii_case(label));
    let label = seen.text[..seen.end].trim_start_matches(['(', '*', ' ']);
    if seen.one_line || label.len() > 24 || !seen.after().starts_with(':') {
        return None;
    }
    // "Tags: a gang marks its area with them" is a sentence.
    let rest = seen.after();
    if matches!(seen.word(), "Tags" | "tags" | "Categories")
        && !rest.contains(',')
        && rest.split_whitespace().count() > 3
    {
        return None;
    }
    // What is quoted in the text is referred to with words, and a page or a letter with a code.
    let is_code = !rest.contains(". ") && !rest.contains('(') && rest.split_whitespace().count() < 5;
    if label.to_ascii_lowercase().ends_with("ref") && !is_code {
        return None;
    }
    let cure = match () {
        () if one_of(&PAGE, label) => {
            "Delete the line: it is about the page or file, and no part of the text"
        }
        () if one_of(&["speaker notes", "speaker's notes", "presenter notes", "slide notes"], label) => {
            "Delete it: notes for the one who speaks are read by all here"
        }
        () if one_of(&["deleted", "inserted"], label) => "Delete what Word says there of a change",
        () if one_of(&["review due", "next review due", "review date", "next review"], label) => {
            "Delete it: the page prints the day that stands behind `review_by:`"
        }
        () if label.eq_ignore_ascii_case("prompt") => "Delete the line: it was said to a program",
        () if one_of(&["version control", "document control"], label) => {
            "Delete the line: the number of the version stands behind `version:`"
        }
        () => return None,
    };
    Some(line(seen, Cure::Advice(cure)))
}

/// `Version 0.3 draft`: all of its line.
pub(super) fn version(seen: Seen<'_>) -> Option<Piece> {
    if seen.word() == "control" {
        return labelled(seen);
    }
    let number = seen.after().trim_start_matches([':', ' ', 'v', 'V']);
    let digits = number.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let rest = number[digits..].trim_matches(|c: char| !c.is_alphanumeric());
    let counted = number[..digits].contains('.') || digits > 0 && seen.after().starts_with(':');
    let whole = seen.before().trim().is_empty() && !seen.one_line && counted;
    let known = rest.is_empty() || is_whole(rest, &["draft", "final", "final draft"]);
    let cure = Cure::Advice("Delete the line: the number of the version stands behind `version:`");
    (whole && known).then(|| line(seen, cure))
}

/// `12 likes, 3 shares`, `3 comments`: all of its line.
pub(super) fn counted(seen: Seen<'_>) -> Option<Piece> {
    let words = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        bare.bytes().all(|byte| byte.is_ascii_digit())
            || is_whole(bare, &["likes", "like", "shares", "share", "comments", "comment", "views", "and"])
    };
    let whole = seen.text.len() < 40 && seen.text.trim_start().starts_with(|c: char| c.is_ascii_digit());
    (!seen.one_line && whole && seen.text.split_whitespace().all(words)).then(|| line(seen, Cure::Cut))
}

/// `(PDF, 245 KB)`: what a page says of a file that can be got there.
pub(super) fn size(seen: Seen<'_>) -> Option<Piece> {
    let rest = seen.after().trim_start_matches([',', ' ', ':']);
    let digits = rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let unit = rest[digits..].trim_start();
    let unit =
        ["kB)", "KB)", "kb)", "Kb)", "MB)", "mb)", "Mb)"].iter().find_map(|way| unit.strip_prefix(way));
    let whole = seen.before().ends_with('(') && digits > 0;
    Some(Piece { range: seen.start - 1..seen.text.len() - unit?.len(), what: COPIED, cure: Cure::Cut })
        .filter(|_| whole)
}

/// `All rights reserved`, `Copyright 2024 Northmere Council`: from the beginning of the sentence on.
pub(super) fn rights(seen: Seen<'_>) -> Option<Piece> {
    let start = match seen.word().to_ascii_lowercase().as_str() {
        "reserved" => {
            let start = seen.comes_after(&["all rights "]).filter(|_| seen.ends_text(0))?;
            seen.text[..start].rfind('\u{a9}').unwrap_or(start)
        }
        _ => {
            let year = seen.after().trim_start_matches([' ', '\u{a9}', ':']).starts_with(['1', '2']);
            let first = seen.before().trim().is_empty() && seen.text.len() < LONGEST;
            (year && first).then_some(0)?
        }
    };
    Some(owned(start..seen.text.len()))
}

/// `© 2024 Northmere Council`, where a line begins with it.
pub(super) fn owner(text: &str) -> Option<Piece> {
    let rest = text.trim_start().strip_prefix('\u{a9}')?.trim_start();
    let named = rest.starts_with(|c: char| c.is_ascii_digit() || c.is_uppercase());
    (named && text.len() < LONGEST && !rest.contains("reserved")).then(|| owned(0..text.len()))
}

fn owned(range: std::ops::Range<usize>) -> Piece {
    let cure = Cure::Advice("Delete it; whom the words belong to is said by the name of the board");
    Piece { range, what: OWNED, cure }
}

/// `OFFICIAL-SENSITIVE`, `Classification: OFFICIAL`, `NOT PROTECTIVELY MARKED`: all of a line, or before a title.
pub(super) fn marking(seen: Seen<'_>) -> Option<Piece> {
    const WHOLE: [&str; 12] = [
        "official",
        "official sensitive",
        "official-sensitive",
        "official: sensitive",
        "official - sensitive",
        "restricted",
        "confidential",
        "strictly confidential",
        "private and confidential",
        "not protectively marked",
        "internal use only",
        "for internal use only",
    ];
    if seen.text.len() > LONGEST {
        return None;
    }
    let bare = seen.text.trim_matches(|c: char| !c.is_alphanumeric());
    let label = ["Classification: ", "Protective marking: ", "Security marking: ", "GSC: "];
    let bare = label.iter().find_map(|label| bare.strip_prefix(label)).unwrap_or(bare);
    let capital = seen.word().bytes().all(|byte| byte.is_ascii_uppercase());
    let told = |range| Some(Piece { range, what: MARKED, cure: SEEN_BY_ALL });
    if is_whole(bare, &WHOLE) && (capital || seen.word().starts_with(char::is_uppercase) && !seen.one_line) {
        return told(0..seen.text.len());
    }
    if !seen.one_line || !capital {
        return None;
    }
    let sensitive = seen.goes_on(&["-SENSITIVE", " SENSITIVE", ": SENSITIVE", " - SENSITIVE"]).unwrap_or(0);
    let (before, behind) = (seen.before(), &seen.after()[sensitive..]);
    let led = before.is_empty() && behind.starts_with([':', '-', '|'])
        || before.is_empty() && [" -", " \u{2013}", " |"].iter().any(|way| behind.starts_with(way));
    let closed = before.ends_with(['[', '(']) && behind.starts_with([']', ')']);
    match (led, closed) {
        (true, _) => told(0..seen.end + sensitive),
        (_, true) => told(seen.start - 1..seen.end + sensitive + 1),
        _ => None,
    }
}

/// `Home > Safeguarding > Briefings`, `You are here: Home`: the way to a page, in its first line.
pub(super) fn way(seen: Seen<'_>) -> Option<Piece> {
    let led = seen.before().trim().is_empty() || seen.comes_after(&["you are here: "]) == Some(0);
    let rest = seen.after().trim_start();
    let signs = ['>', '/', '\u{bb}', '\u{203a}', '\u{2192}', '|'];
    let steps = rest.strip_prefix(signs)?.split(signs).map(str::trim);
    let step = |step: &str| step.starts_with(char::is_uppercase) && step.len() < 50;
    let whole = led && !seen.one_line && seen.word().starts_with('H');
    (whole && steps.into_iter().all(step)).then(|| line(seen, Cure::Cut))
}

/// `gettyimages`, `Shutterstock`: across a picture, or below it.
pub(super) fn agency(seen: Seen<'_>) -> Option<Piece> {
    let alone = seen.before().trim().is_empty() && seen.ends_text(0) || seen.word() == "gettyimages";
    (alone && !seen.one_line).then_some(Piece {
        range: seen.start..seen.end,
        what: "is the mark of a seller of pictures",
        cure: Cure::Cut,
    })
}

/// `IMG_2034.JPG`: the name that a camera gives its pictures.
pub(super) fn camera(seen: Seen<'_>) -> Option<Piece> {
    let rest = seen.after().strip_prefix('_')?;
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let name = rest[..end].trim_end_matches(['.', ',']);
    rest.starts_with(|c: char| c.is_ascii_digit()).then(|| Piece {
        range: seen.start..seen.end + 1 + name.len(),
        what: "is the name of a picture, which does not stand here",
        cure: Cure::Cut,
    })
}
