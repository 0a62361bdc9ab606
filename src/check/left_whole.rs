//! Lines that say one thing: takes a short line of a text, gives it where pages, forms, mails and chats say just that.
//!
//! A line is first looked for by its first letter and its length in a table that the compiler makes, so that nearly none
//! has to be compared.

use super::left_piece::{COPIED, Cure, OWN_WORDS, Piece, TO_COME};

/// What a page, a mail program or a paper says there.
const COPIED_LINES: [&str; 44] = [
    "skip links",
    "members login",
    "download a pdf version",
    "download as pdf",
    "translate this page",
    "listen to this page",
    "share on facebook",
    "share on twitter",
    "share on linkedin",
    "share this",
    "tweet this",
    "email this page",
    "next page",
    "report a problem with this page",
    "search this site",
    "open menu",
    "close menu",
    "toggle navigation",
    "loading",
    "advertisement",
    "cookie settings",
    "manage cookies",
    "was this page useful? yes no",
    "was this page helpful? yes no",
    "thank you for your feedback",
    "view all",
    "load more",
    "show/hide",
    "sign in",
    "log in",
    "end of document",
    "end of page",
    "press release",
    "for immediate release",
    "notes to editors",
    "for circulation",
    "not for onward circulation",
    "this page is intentionally left blank",
    "this section is intentionally left blank",
    "intentionally blank",
    "get outlook for ios",
    "get outlook for android",
    "please consider the environment",
    "reply all",
];

/// What a form or a page of a designer says where words are to come.
const TO_COME_LINES: [&str; 41] = [
    "text goes here",
    "your text",
    "add text",
    "type here",
    "enter text",
    "enter text here",
    "type your text here",
    "heading",
    "subheading",
    "subtitle",
    "body text",
    "sub-point",
    "bullet 1",
    "bullet 2",
    "bullet 3",
    "bullet point 1",
    "item 1",
    "item 2",
    "blah",
    "blah blah",
    "blah blah blah",
    "test",
    "test test",
    "testing",
    "asdfgh",
    "qwerty",
    "insert logo",
    "insert logo here",
    "insert photo",
    "insert picture",
    "logo",
    "logo here",
    "photo here",
    "picture 1",
    "picture here",
    "image 1",
    "qr code",
    "qr code here",
    "as above",
    "ditto",
    "blank",
];

/// What a chat says round its answer.
const CHAT_LINES: [&str; 12] = [
    "regenerate",
    "regenerate response",
    "continue generating",
    "chatgpt can make mistakes",
    "chatgpt can make mistakes. check important info",
    "chatgpt said",
    "you said",
    "great question",
    "i hope this helps",
    "hope this helps",
    "feel free to adapt this",
    "feel free to adjust this",
];

/// The longest line of these and the signs round it.
const LONGEST: usize = 60;

/// For each first letter, the lengths of the lines that begin with it, a bit each.
static LENGTHS: [u64; 256] = lengths([&COPIED_LINES, &TO_COME_LINES, &CHAT_LINES]);

const fn lengths(lists: [&[&str]; 3]) -> [u64; 256] {
    let mut all = [0; 256];
    let mut list = 0;
    while list < lists.len() {
        let mut at = 0;
        while at < lists[list].len() {
            let line = lists[list][at].as_bytes();
            assert!(line.len() < LONGEST, "a bit counts a length");
            all[line[0] as usize] |= 1 << line.len();
            at += 1;
        }
        list += 1;
    }
    all
}

/// All of a line, where it says one of these and nothing else, in letters of any size.
pub(super) fn whole(text: &str) -> Option<Piece> {
    if text.len() > LONGEST {
        return None;
    }
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let piece = |what, cure| Some(Piece { range: 0..text.len(), what, cure });
    let Some(first) = bare.bytes().next() else {
        let cure = Cure::Advice("Delete it, or write your own words in its place");
        return if text.trim().is_empty() { None } else { piece("holds signs only, and no words", cure) };
    };
    if LENGTHS[usize::from(first.to_ascii_lowercase())] & (1 << bare.len()) == 0 {
        return None;
    }
    let one_of = |lines: &[&str]| lines.iter().any(|line| line.eq_ignore_ascii_case(bare));
    match () {
        () if one_of(&COPIED_LINES) => piece(COPIED, Cure::Cut),
        () if one_of(&TO_COME_LINES) => piece(TO_COME, OWN_WORDS),
        () if one_of(&CHAT_LINES) => {
            let cure = Cure::Advice("Delete the line: it is said to you, not to your readers");
            piece("was said by the program that wrote the text", cure)
        }
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn a_line_of_a_page_is_told_from_a_line_of_the_text() {
        for line in
            ["Skip Links", "[Logo]", "Loading\u{2026}", "Great question!", "+ View all", "\u{2013}", "."]
        {
            assert!(whole(line).is_some(), "{line}");
        }
        for line in
            ["Log in with the child", "Name", "Listen", "Ask.", "A test of care", "View all three", ""]
        {
            assert!(whole(line).is_none(), "{line}");
        }
    }
}
