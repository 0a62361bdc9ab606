//! Short lines: takes words, gives whether they can be a heading or the label of a briefing.

/// A heading has at most so many words.
const MOST_WORDS: usize = 12;

/// Whether words are short and end like no sentence.
pub(super) fn could_be_heading(words: &str) -> bool {
    words.split_whitespace().count() <= MOST_WORDS && !words.ends_with(['.', ';', ','])
}

/// Whether a line is the label of a seven-minute briefing, perhaps with its title.
pub(super) fn is_label(text: &str) -> bool {
    could_be_heading(text) && label_range(text).is_some()
}

/// Where the label stands: "7-minute Briefing", "Seven minute briefing", "7 Minute Brief", "Briff saith munud".
pub(super) fn label_range(text: &str) -> Option<std::ops::Range<usize>> {
    let mut words: Vec<(usize, usize, String)> = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                words.push((from, at, text[from..at].to_lowercase()));
                start = None;
            }
            _ => {}
        }
    }
    let is = |at: usize, all: &[&str]| words.get(at).is_some_and(|(_, _, word)| all.contains(&word.as_str()));
    (0..words.len()).find_map(|at| {
        let english = is(at, &["7", "seven"])
            && is(at + 1, &["min", "mins", "minute", "minutes"])
            && is(at + 2, &["briefing", "briefings", "brief"]);
        let welsh =
            is(at, &["briff", "briffio", "sesiwn"]) && is(at + 1, &["saith", "7"]) && is(at + 2, &["munud"]);
        (english || welsh).then(|| words[at].0..words[at + 2].1)
    })
}

/// The beginning of a text, for a person to recognise it by.
pub(super) fn first_words(text: &str) -> String {
    const SHOWN: usize = 14;
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= SHOWN { text.to_owned() } else { format!("{} …", words[..SHOWN].join(" ")) }
}
