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
        .filter(|(d, k)| *d <= 1 + k.len() / 4);
    let by_other_name = || {
        let (_, name) = OTHER_NAMES.iter().find(|(other, name)| *other == word && known.contains(name))?;
        known.iter().find(|k| *k == name).copied()
    };
    by_other_name().or_else(|| close.map(|(_, k)| k))
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
