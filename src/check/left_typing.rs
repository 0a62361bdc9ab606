//! Slips of the fingers: takes a word of a text, gives a word typed twice, and stops and spaces in the wrong places.

use std::ops::Range;

use super::left_pairs::{BESIDE, INSIDE, NOT_CLOSED, NOT_OPENED, SQUARE, TWO_KINDS};
use super::left_piece::{Cure, Piece};
use super::left_seen::Seen;

/// What is said of them, by which they are told from left-overs.
pub(super) const TYPED: [&str; 18] = [
    TWICE,
    NO_SPACE,
    NO_SPACE_COMMA,
    SPACE,
    STOPS,
    COMMAS,
    MANY,
    CAPITALS,
    LETTERED,
    SPACED,
    HYPHEN,
    MISSPELT_WORD,
    SQUARE,
    NOT_CLOSED,
    NOT_OPENED,
    INSIDE,
    BESIDE,
    TWO_KINDS,
];

const TWICE: &str = "stands there twice";
const NO_SPACE: &str = "has no space behind the stop in it";
const NO_SPACE_COMMA: &str = "has no space behind the comma in it";
pub(super) const SPACE: &str = "has a space before it";
const STOPS: &str = "ends with two full stops";
const COMMAS: &str = "has two stops or commas where one belongs";
pub(super) const MANY: &str = "has a row of marks where one says it";
const CAPITALS: &str = "begins with two capitals";
const LETTERED: &str = "has a digit where a letter belongs";
const SPACED: &str = "is a word with a space behind each of its letters";
const MISSPELT_WORD: &str = "has a slip in its letters";
/// Of these the letters of a word are to be others.
pub(super) const LETTERS: [&str; 2] = [MISSPELT_WORD, CAPITALS];
/// Where a line of the file ends there, that is told already.
pub(super) const HYPHEN: &str = "has a hyphen and a space inside a word";

/// Words that no sentence has twice in a row; others, such as "had had", may well be meant.
const ONCE: [&str; 22] = [
    "the", "an", "in", "of", "to", "and", "for", "on", "at", "with", "are", "be", "by", "from", "or", "they",
    "we", "you", "this", "as", "but", "their",
];

/// A word that stands right behind the same one: `in in danger`. Which of the two goes is the same, so one goes.
pub(super) fn twice(seen: Seen<'_>, before: usize) -> Option<Piece> {
    let known = ONCE.contains(&seen.word());
    let cure = Cure::Advice("Delete one of the two");
    (known && seen.text[before..seen.start].ends_with(' ')).then_some(Piece {
        range: before..seen.end,
        what: TWICE,
        cure,
    })
}

/// A word right behind a stop or a comma, and the word before it: `danger.Act`, `danger,act`. Names of sites and of
/// files have stops inside, too.
pub(super) fn joined(seen: Seen<'_>) -> Option<Piece> {
    let before = seen.before();
    let sign = before.chars().next_back()?;
    let front = &before[..before.len() - sign.len_utf8()];
    let begin = front.rfind(char::is_whitespace).map_or(0, |space| space + 1);
    let end = seen.after().find(char::is_whitespace).map_or(seen.text.len(), |space| seen.end + space);
    let token = seen.text.get(begin..end)?;
    let tail = token.trim_end_matches(|c: char| !c.is_alphanumeric());
    let plain =
        !tail.contains(['/', '@', ':', '_', '#', '\\']) && tail.matches(['.', ',', '!', '?']).count() == 1;
    let word = front[begin..].trim_start_matches(|c: char| !c.is_alphanumeric());
    let letters = word.len() > 1 && word.chars().all(|c| c.is_alphabetic() || c == '\u{2019}' || c == '\'');
    let next = seen.word().as_bytes();
    let capital = next[0].is_ascii_uppercase() && next.get(1).is_some_and(u8::is_ascii_lowercase);
    let good =
        plain && letters && front.ends_with(char::is_lowercase) && (sign == ',' || capital && next.len() > 2);
    let what = if sign == ',' { NO_SPACE_COMMA } else { NO_SPACE };
    let right = || format!("{} {}", &before[begin..], &seen.text[seen.start..end]);
    good.then(|| Piece { range: begin..end, what, cure: Cure::Instead(right()) })
}

/// A mark that stands alone behind a space, `danger . Act`, two full stops, `danger.. Act`, and `danger,, act`.
pub(super) fn stops(text: &str, found: &mut Vec<Piece>) {
    for (at, sign) in text.match_indices([',', '.', '!', '?']) {
        let (before, behind) = (&text[..at], &text[at + sign.len()..]);
        let ends = behind.is_empty() || behind.starts_with(' ');
        let word = before.trim_end_matches(' ');
        let spaces = before.len() - word.len();
        if ends
            && spaces == 1
            && !text.starts_with(sign)
            && word.ends_with(char::is_alphabetic)
            && !behind.trim_start().starts_with('.')
        {
            let range = word.len()..at + sign.len();
            found.push(Piece { range, what: SPACE, cure: Cure::Instead(sign.to_owned()) });
        }
        if spaces == 1 && is_on_wrong_side(sign, behind) && word.ends_with(char::is_lowercase) {
            let range = word.len()..at + sign.len();
            found.push(Piece { range, what: SPACE, cure: Cure::Instead(format!("{sign} ")) });
        }
        if matches!(sign, "," | ".") && ends && before.ends_with(',') && !before.ends_with(",,") {
            found.push(Piece { range: at - 1..at + 1, what: COMMAS, cure: Cure::Instead(sign.to_owned()) });
        }
        let double = sign == "." && before.ends_with('.') && !before.ends_with("..") && ends;
        if double && before[..before.len() - 1].ends_with(char::is_alphabetic) {
            let range = at - 1..at + 1;
            found.push(Piece { range, what: STOPS, cure: Cure::Instead(".".to_owned()) });
        }
    }
}

/// `danger .Act`, `danger ,act`: what is behind a mark whose space stands before it. `.NET` and `.docx` are names.
fn is_on_wrong_side(sign: &str, behind: &str) -> bool {
    let mut letters = behind.chars();
    let (first, second) = (letters.next(), letters.next());
    let is_word = second.is_some_and(char::is_lowercase);
    match first {
        Some(first) if sign == "," => first.is_alphabetic() && is_word,
        Some(first) => first.is_uppercase() && is_word,
        None => false,
    }
}

/// `THey`: the second letter was still a capital.
pub(super) fn capitals(seen: Seen<'_>) -> Option<Piece> {
    let word = seen.word();
    let alone = !seen.before().ends_with(|c: char| c.is_alphanumeric() || "@./_-'\u{2019}".contains(c))
        && !seen.after().starts_with(|c: char| c.is_alphanumeric() || "@/_".contains(c));
    // A Welsh letter is written with two of L.
    let small = word.len() > 3
        && !word.starts_with("LL")
        && word.bytes().skip(2).all(|byte| byte.is_ascii_lowercase());
    let right = || format!("{}{}", &word[..1], word[1..].to_ascii_lowercase());
    (alone && small).then(|| Piece {
        range: seen.start..seen.end,
        what: CAPITALS,
        cure: Cure::Instead(right()),
    })
}

/// `f0r`, `Chi1dren`: a figure between small letters, as a scanner reads them.
pub(super) fn lettered(seen: Seen<'_>) -> Option<Piece> {
    let front = &seen.text[..seen.start - 1];
    let begin = front.rfind(char::is_whitespace).map_or(0, |space| space + 1);
    let end = seen.after().find(char::is_whitespace).map_or(seen.text.len(), |space| seen.end + space);
    let bare = seen.text.get(begin..end)?.trim_matches(|c: char| c.is_ascii_punctuation());
    let one = bare.bytes().filter(u8::is_ascii_digit).count() == 1;
    let plain = bare.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let small = bare.bytes().skip(1).all(|byte| !byte.is_ascii_uppercase());
    let start = begin + seen.text[begin..end].find(bare)?;
    (one && plain && small && bare.len() > 2 && front.ends_with(|c: char| c.is_ascii_lowercase())).then_some(
        Piece {
            range: start..start + bare.len(),
            what: LETTERED,
            cure: Cure::Advice("Type the word again: it was read by a scanner"),
        },
    )
}

/// `t h e y`: the fourth letter of a row of them.
pub(super) fn spaced(seen: Seen<'_>) -> Option<Piece> {
    let single = |word: &&str| word.len() == 1 && word.as_bytes()[0].is_ascii_alphabetic();
    let before: Vec<&str> = seen.before().trim_end_matches(' ').rsplit(' ').take(4).collect();
    let row = before.iter().take_while(|word| single(word)).count();
    let start = seen.start.checked_sub(6)?;
    let end = seen.end + seen.after().split(' ').skip(1).take_while(single).count() * 2;
    let all = seen.text.get(start..end)?;
    // "x x x x" is a pattern, and capitals alone are spelt out on purpose.
    let first = all.bytes().next()?;
    let letters = all.bytes().any(|byte| byte != first && byte != b' ');
    (row == 3 && letters && all.bytes().any(|byte| byte.is_ascii_lowercase())).then_some(Piece {
        range: start..end,
        what: SPACED,
        cure: Cure::Advice("Type the word again, without the spaces"),
    })
}

/// `dan- ger`: a word that was divided at the end of a line; `short- and long-term` is none.
pub(super) fn divided(text: &str, found: &mut Vec<Piece>) {
    const JOIN: [&str; 9] = ["and", "or", "to", "nor", "but", "as", "a", "ac", "neu"];
    for (at, _) in text.match_indices("- ") {
        let begin = text[..at].rfind(char::is_whitespace).map_or(0, |space| space + 1);
        let next = &text[at + 2..];
        let length = next.find(|c: char| !c.is_alphabetic()).unwrap_or(next.len());
        let word = &next[..length];
        let Some(front) = text.get(begin..at) else { continue };
        let letters = |part: &str| part.len() > 1 && part.chars().all(char::is_alphabetic);
        if letters(front) && letters(word) && word.starts_with(char::is_lowercase) && !JOIN.contains(&word) {
            let cure = Cure::Advice("Write it as one word, or with a hyphen and no space");
            found.push(Piece { range: begin..at + 2 + length, what: HYPHEN, cure });
        }
    }
}

/// `danger!!!`: three marks or more behind a word.
pub(super) fn shouted(text: &str, word: Range<usize>) -> Option<Piece> {
    let whole = &text[word.clone()];
    let bare = whole.trim_end_matches([')', '"', '\u{201d}', '\u{2019}']);
    let front = bare.trim_end_matches(['!', '?']);
    let marks = &bare[front.len()..];
    let one = if marks.contains('?') { "?" } else { "!" };
    // "Really??? was what she wrote": the words of somebody else.
    let ends = text[word.end..].trim_start().chars().next().is_none_or(|next| !next.is_lowercase());
    (ends && marks.len() > 2 && front.ends_with(char::is_alphanumeric)).then(|| Piece {
        range: word.start + front.len()..word.start + bare.len(),
        what: MANY,
        cure: Cure::Instead(one.to_owned()),
    })
}

/// Words that are often typed in another way than dictionaries have them, and how they are.
const MISSPELT: [(&str, &str); 44] = [
    ("abusve", "abusive"),
    ("accomodation", "accommodation"),
    ("acheive", "achieve"),
    ("adn", "and"),
    ("adress", "address"),
    ("alchohol", "alcohol"),
    ("allready", "already"),
    ("assesment", "assessment"),
    ("assesments", "assessments"),
    ("becuase", "because"),
    ("behavour", "behaviour"),
    ("beleive", "believe"),
    ("childern", "children"),
    ("commited", "committed"),
    ("comittee", "committee"),
    ("definately", "definitely"),
    ("disclousre", "disclosure"),
    ("enviroment", "environment"),
    ("explotation", "exploitation"),
    ("freind", "friend"),
    ("goverment", "government"),
    ("harrassment", "harassment"),
    ("hte", "the"),
    ("immediatly", "immediately"),
    ("independant", "independent"),
    ("liase", "liaise"),
    ("liason", "liaison"),
    ("neccessary", "necessary"),
    ("occured", "occurred"),
    ("parnters", "partners"),
    ("practioner", "practitioner"),
    ("practioners", "practitioners"),
    ("recieve", "receive"),
    ("recieved", "received"),
    ("refferal", "referral"),
    ("referal", "referral"),
    ("safegaurd", "safeguard"),
    ("safegaurding", "safeguarding"),
    ("saftey", "safety"),
    ("seperate", "separate"),
    ("teh", "the"),
    ("thier", "their"),
    ("untill", "until"),
    ("vunerable", "vulnerable"),
];

/// `recieve`: a word with the slip put right; a capital may begin a name.
pub(super) fn misspelt(seen: Seen<'_>) -> Option<Piece> {
    let word = seen.word();
    let small = word.bytes().all(|byte| byte.is_ascii_lowercase());
    let capital = seen.begins_sentence() && word.len() > 4;
    let alone = !seen.before().ends_with(|c: char| "@./_-#".contains(c))
        && !seen.after().starts_with(|c: char| "@/_".contains(c))
        && !seen.after().strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    let (_, right) = MISSPELT.iter().find(|(wrong, _)| wrong.eq_ignore_ascii_case(word))?;
    let right = match small {
        true => (*right).to_owned(),
        false => format!("{}{}", right[..1].to_ascii_uppercase(), &right[1..]),
    };
    (alone && (small || capital)).then_some(Piece {
        range: seen.start..seen.end,
        what: MISSPELT_WORD,
        cure: Cure::Instead(right),
    })
}
