//! The words of the page that `new` writes: sentences that advise the writer and are no part of a briefing.

/// Each stands in the page as it is here; a test holds that.
pub(super) const SENTENCES: [&str; 7] = [
    "Your Safeguarding Children Board",
    "Say in two or three sentences what this briefing is about",
    "Say what happens when nobody notices",
    "The first thing that everybody should know",
    "The second thing. A list is easy to read aloud",
    "one sign to look for",
    "The third thing, or what the law says",
];

/// How many sections of a page that nobody has changed are told to have them.
pub const TEMPLATE_SECTIONS: usize = 5;

#[cfg(test)]
mod tests {
    use super::SENTENCES;

    #[test]
    fn every_sentence_stands_in_the_page() {
        let page = include_str!("../starter/starter.yaml");
        for sentence in SENTENCES {
            assert!(page.contains(sentence), "{sentence}");
        }
    }
}
