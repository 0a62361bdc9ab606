//! Did you mean: takes a word and the words that would be right, gives the nearest one.

/// What people type for a key that is called something else.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("header", "heading"),
    ("title", "heading"),
    ("text", "body"),
    ("content", "body"),
    ("telephone", "phone"),
    ("tel", "phone"),
    ("number", "phone"),
    ("mail", "email"),
    ("website", "url"),
    ("web", "url"),
    ("link", "url"),
    ("freephone", "phone"),
    ("landline", "phone"),
    ("phone_number", "phone"),
    ("telephone_number", "phone"),
    ("contact_number", "phone"),
    ("tel_no", "phone"),
    ("tel_number", "phone"),
    ("telephone_no", "phone"),
    ("phone_no", "phone"),
    ("helpline_number", "phone"),
    ("e_mail_address", "email"),
    ("email_address", "email"),
    ("web_site", "url"),
    ("web_address", "url"),
    ("website_address", "url"),
    ("web_page", "url"),
    ("contact_name", "name"),
    ("job_title", "purpose"),
    ("sms", "text"),
    ("minicom", "textphone"),
    ("note", "purpose"),
    ("notes", "purpose"),
    ("role", "purpose"),
    ("service", "purpose"),
    ("available", "hours"),
    ("availability", "hours"),
    ("opening_times", "hours"),
    ("times", "hours"),
    ("urgent", "emergency"),
    ("paragraph", "body"),
    ("paragraphs", "body"),
    ("bullets", "body"),
    ("bullet_points", "body"),
    ("points", "body"),
    ("message", "body"),
    ("name", "heading"),
    ("topic", "title"),
    ("helplines", "contacts"),
    ("contact_details", "contacts"),
    ("who_to_contact", "contacts"),
    ("parts", "sections"),
    ("minutes", "sections"),
    ("slides", "sections"),
    ("date_issued", "issued"),
    ("issue_date", "issued"),
    ("date_published", "issued"),
    ("version_no", "version"),
    ("version_number", "version"),
    ("subject", "title"),
    ("name", "title"),
    ("subtitle", "label"),
    ("strapline", "label"),
    ("acronym", "short_name"),
    ("abbreviation", "short_name"),
    ("initials", "short_name"),
    ("secondary", "accent"),
    ("highlight", "accent"),
    ("src", "file"),
    ("alt_text", "alt"),
    ("image", "logo"),
    ("path", "file"),
    ("mobile", "phone"),
    ("helpline", "phone"),
    ("description", "alt"),
    ("description", "purpose"),
    ("about", "purpose"),
    ("when", "hours"),
    ("opening_hours", "hours"),
    ("review_date", "review_by"),
    ("reviewed", "review_by"),
    ("next_review", "review_by"),
    ("published", "issued"),
    ("updated", "issued"),
    ("organisation", "board"),
    ("organization", "board"),
    ("partnership", "board"),
    ("partnership", "name"),
    ("organisation", "name"),
    ("organization", "name"),
    ("colour", "primary"),
    ("color", "primary"),
    ("main", "primary"),
    ("brand", "primary"),
    ("review", "review_by"),
    ("date", "issued"),
    ("lang", "language"),
    ("colors", "theme"),
    ("colours", "theme"),
];

/// The known word that was probably meant.
#[must_use]
pub fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let quotes = |c: char| c.is_whitespace() || "\"'\u{2018}\u{2019}\u{201c}\u{201d}".contains(c);
    let word = word.trim_matches(quotes).to_lowercase().replace(['-', ' '], "_");
    if word.chars().count() > 40 {
        return None;
    }
    let close = known
        .iter()
        .map(|k| (distance(&word, &k.replace('-', "_")), *k))
        .min()
        // Of short words nearly all are near each other: `card` is no slip for `board`, nor `font` for `tint`.
        .filter(|(d, k)| {
            *d <= 1 + k.len() / 5 && (word.len() > 4 || *d < 2 || k.chars().next() == word.chars().next())
        });
    let by_other_name = || {
        let (_, name) = OTHER_NAMES.iter().find(|(other, name)| *other == word && known.contains(name))?;
        known.iter().find(|k| *k == name).copied()
    };
    by_other_name().or_else(|| close.map(|(_, k)| k))
}

/// What to do with a value of a kind that is given already.
pub(super) fn second(what: &str, key: &str) -> String {
    match what {
        "a contact" if key == "name" => "Write it behind the name in `name:`, or under `purpose:`".to_owned(),
        "a contact" => format!(
            "A contact has one `{key}`: give the other a contact of its own, `- name:` with `{key}:` below it"
        ),
        _ => format!("`{key}` stands there already: delete one of the two, or put its words there"),
    }
}

/// Keys of contacts in [`OTHER_PLACES`].
const CONTACT: &str = "a contact";

/// What people look for in a mapping that has no such key, and what to do with it.
const OTHER_PLACES: [(&str, &str, &str); 27] = [
    (CONTACT, "ext", "Write it behind the number: `phone: 01709 382121 ext. 123`"),
    (CONTACT, "extension", "Write it behind the number: `phone: 01709 382121 ext. 123`"),
    (CONTACT, "fax", "Delete the line: a briefing shows no fax numbers"),
    (CONTACT, "address", "Write the place under `purpose:`, or in the text of a section"),
    (CONTACT, "postcode", "Write the place under `purpose:`, or in the text of a section"),
    (CONTACT, "twitter", "Write the address of its page under `url:`, or delete the line"),
    (CONTACT, "facebook", "Write the address of its page under `url:`, or delete the line"),
    (CONTACT, "instagram", "Write the address of its page under `url:`, or delete the line"),
    (CONTACT, "whatsapp", "Write the number under `text:`, and `purpose: WhatsApp` if it takes nothing else"),
    (CONTACT, "out_of_hours", "Give it a contact of its own: `- name:` with `phone:` and `hours:` below it"),
    (CONTACT, "evenings", "Give it a contact of its own: `- name:` with `phone:` and `hours:` below it"),
    ("a section", "image", "Delete the line: the board's logo is the only picture"),
    ("a section", "picture", "Delete the line: the board's logo is the only picture"),
    ("a section", "icon", "Delete the line: the pages draw their own signs"),
    ("a section", "number", "Delete the line: the pages number the seven sections themselves"),
    ("a section", "minute", "Delete the line: the pages number the seven sections themselves"),
    ("a section", "colour", "Delete the line: colours stand under `theme:`, for all pages"),
    (
        "`theme`",
        "logo",
        "Move it below `board:`: `logo:`, and two spaces further in `file:` and its name, and `alt:` and what it shows",
    ),
    ("a briefing", "font", "Delete the line: the pages have a font that is easy to read"),
    (
        "a briefing",
        "size",
        "Delete the line, and type --only large-print behind `briefpress build` for larger letters",
    ),
    (
        "a briefing",
        "footer",
        "Delete the line: the pages say at their foot who issued it, when, and which version",
    ),
    ("a briefing", "status", "Delete the line; a draft has a word such as draft under `version:`"),
    ("`theme`", "font", "Delete the line: the pages have a font that is easy to read"),
    ("`theme`", "background", "The colour of the paper is called paper, and is white where nothing is said"),
    ("`card`", "rear", "Write `back:`"),
    ("`card`", "size", "Delete the line, and choose the sheet when you build: --sheet and --card-size"),
    ("`front`", "contacts", "Delete the line: the front shows the contacts in their order"),
];

/// What to do with what people look for here and a briefing has no key for.
pub(super) fn instead(what: &str, word: &str) -> Option<&'static str> {
    let small = word.to_lowercase().replace(['-', ' '], "_");
    if what == "`checks`" {
        return Some(
            "Put the name there that the message shows in square brackets, such as abbreviation: off",
        );
    }
    if what == "`front`" && matches!(small.as_str(), "body" | "section") {
        return Some("Move it below `back:`: the front shows the contacts");
    }
    OTHER_PLACES.iter().find(|(of, name, _)| *of == what && *name == small).map(|(_, _, advice)| *advice)
}

/// How many letters must be typed, deleted, replaced or swapped with their neighbour.
pub(super) fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_key_is_found_and_nothing_far_away() {
        let known = ["heading", "body", "phone", "url"];
        let check =
            |word: &str, expected: Option<&str>| assert_eq!(nearest(word, &known), expected, "{word}");
        check("headign", Some("heading"));
        check("Heading", Some("heading"));
        check("header", Some("heading"));
        check("bdoy", Some("body"));
        check("telephone", Some("phone"));
        check("website", Some("url"));
        check("colophon", None);
        assert_eq!(nearest("Reading Age", &["reading-age", "read-aloud"]), Some("reading-age"));
        check(&"x".repeat(10_000), None);
    }
}
