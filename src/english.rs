//! English of messages: takes counts and words, gives them as sentences say them.

/// "1 page", "2 pages".
#[must_use]
pub fn things(count: usize, what: &str) -> String {
    format!("{count} {}", plural(count, what))
}

/// "page" or "pages", as the count asks.
#[must_use]
pub fn plural(count: usize, what: &str) -> String {
    format!("{what}{}", if count == 1 { "" } else { "s" })
}

/// Words with a capital at their beginning, as a sentence has it.
#[must_use]
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_one_and_all_else_is_many() {
        assert_eq!([0, 1, 2].map(|count| things(count, "page")), ["0 pages", "1 page", "2 pages"]);
        assert_eq!((capital("élan vital"), capital("")), ("Élan vital".to_owned(), String::new()));
    }
}
