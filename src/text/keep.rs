//! Keeping whole: takes a text, gives the stretches that must not be broken over two lines.
//!
//! They are telephone numbers, e-mail addresses and web addresses.

use std::ops::Range;

/// The stretches to keep whole, in order.
pub(super) fn spans(text: &str) -> Vec<Range<usize>> {
    let words = words(text);
    let mut spans = Vec::new();
    let mut index = 0;
    while index < words.len() {
        let taken = number_length(text, &words[index..]);
        if taken > 0 {
            spans.push(words[index].start..words[index + taken - 1].end);
            index += taken;
            continue;
        }
        if is_address(&text[words[index].clone()]) {
            spans.push(words[index].clone());
        }
        index += 1;
    }
    spans
}

fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (c.is_whitespace(), start) {
            (false, None) => start = Some(at),
            (true, Some(begin)) => {
                words.push(begin..at);
                start = None;
            }
            _ => {}
        }
    }
    words.extend(start.map(|begin| begin..text.len()));
    words
}

/// How many words from here on are one telephone number; one word alone breaks nowhere.
fn number_length(text: &str, words: &[Range<usize>]) -> usize {
    let mut taken = 0;
    let mut digits = 0;
    for (index, word) in words.iter().enumerate() {
        let word = &text[word.clone()];
        let core = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
        let count = core.chars().filter(char::is_ascii_digit).count();
        let numeric = count > 0 && core.chars().all(|c| c.is_ascii_digit() || "+()-".contains(c));
        let linking = digits > 0
            && matches!(core, "option" | "ext." | "ext" | "extension" | "opsiwn")
            && words
                .get(index + 1)
                .is_some_and(|next| text[next.clone()].starts_with(|c: char| c.is_ascii_digit()));
        if !numeric && !linking {
            break;
        }
        digits += count;
        taken = index + 1;
        if core.len() < word.len() && !linking {
            break;
        }
    }
    if taken > 1 && digits >= 4 { taken } else { 0 }
}

fn is_address(word: &str) -> bool {
    let word = word.trim_matches(|c: char| "()[]<>\"',;:!?".contains(c)).trim_end_matches('.');
    word.contains("://")
        || word.starts_with("www.")
        || word.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.'))
        || is_host(word)
}

/// `iconcope.org/uk`: small letters with a dot inside and a known-looking end.
fn is_host(word: &str) -> bool {
    let host = word.split('/').next().unwrap_or("");
    let Some((name, end)) = host.rsplit_once('.') else { return false };
    name.len() > 1
        && (2..=10).contains(&end.len())
        && end.chars().all(|c| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Vec<&str> {
        spans(text).into_iter().map(|span| &text[span]).collect()
    }

    #[test]
    fn telephone_numbers_stay_whole() {
        assert_eq!(kept("Call 0808 800 5000 or 111 option 2."), ["0808 800 5000"]);
        assert_eq!(kept("Ring 01632 960777 ext. 4410 now"), ["01632 960777 ext. 4410"]);
        assert_eq!(kept("+44 (0)1582 743885, weekdays"), ["+44 (0)1582 743885,"]);
        assert_eq!(kept("In 2017 12 boards met"), ["2017 12"]);
        assert_eq!(kept("the 7 of 9"), Vec::<&str>::new());
    }

    #[test]
    fn addresses_stay_whole() {
        assert_eq!(
            kept("See www.nspcc.org.uk or iconcope.org/uk."),
            ["www.nspcc.org.uk", "iconcope.org/uk."]
        );
        assert_eq!(kept("Write to help@nspcc.org.uk today"), ["help@nspcc.org.uk"]);
        assert_eq!(kept("It ended.Then more"), Vec::<&str>::new());
    }
}
