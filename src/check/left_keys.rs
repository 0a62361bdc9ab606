//! Keys: takes a word of a text, gives what is to be looked for round it, if it may give a left-over away.
//!
//! Nearly every word of a briefing is an ordinary one. So a word is first looked for by its first two letters and its
//! length in a table that the compiler makes; only one that may be a key is compared.

use super::left_away as away;
use super::left_blanks as blanks;
use super::left_frame as frame;
use super::left_letters as letters;
use super::left_piece::Piece;
use super::left_seen::Seen;
use super::left_typing::misspelt;

/// What looks round a word that may give something away.
pub(super) type Look = fn(Seen<'_>) -> Option<Piece>;

/// The words, in small letters and in the order of their first two.
const KEYS: [(&str, Look); 207] = [
    ("absolutely", letters::chat),
    ("abusve", misspelt),
    ("accept", letters::page_words),
    ("accomodation", misspelt),
    ("acheive", misspelt),
    ("adn", misspelt),
    ("adress", misspelt),
    ("ai", letters::chat),
    ("alchohol", misspelt),
    ("allready", misspelt),
    ("annex", away::shown),
    ("apologies", frame::labelled),
    ("appendix", away::shown),
    ("assesment", misspelt),
    ("assesments", misspelt),
    ("assistive", frame::page_sentence),
    ("attached", away::attached),
    ("attachments", letters::sentence),
    ("attendees", frame::labelled),
    ("author", frame::labelled),
    ("automatically", blanks::code),
    ("back", letters::page_words),
    ("becuase", misspelt),
    ("behavour", misspelt),
    ("beleive", misspelt),
    ("beta", frame::page_sentence),
    ("box", away::shown),
    ("browser", letters::browser),
    ("categories", frame::labelled),
    ("certainly", letters::chat),
    ("chart", away::shown),
    ("check", blanks::doubt),
    ("childern", misspelt),
    ("choose", blanks::field),
    ("cid", blanks::letter_code),
    ("citeturn", letters::cited),
    ("click", away::click),
    ("comittee", misspelt),
    ("comments", frame::counted),
    ("commited", misspelt),
    ("confidential", frame::marking),
    ("confirm", blanks::asked_of),
    ("contents", frame::page_line),
    ("continued", away::continued),
    ("control", frame::version),
    ("cookies", letters::sentence),
    ("copied", frame::page_line),
    ("copy", frame::page_line),
    ("copyright", frame::rights),
    ("count", frame::labelled),
    ("course", letters::chat),
    ("credit", frame::labelled),
    ("dear", letters::greeting),
    ("definately", misspelt),
    ("delete", blanks::delete),
    ("deleted", frame::labelled),
    ("diagram", away::shown),
    ("disclousre", misspelt),
    ("docusign", blanks::code),
    ("dolor", blanks::lorem),
    ("due", frame::labelled),
    ("enviroment", misspelt),
    ("environment", letters::sentence),
    ("error", blanks::reference),
    ("expand", frame::page_line),
    ("explotation", misspelt),
    ("faithfully", letters::farewell),
    ("fig", away::shown),
    ("figure", away::shown),
    ("finds", letters::sentence),
    ("flowchart", away::shown),
    ("follow", frame::page_line),
    ("footnote", away::footnote),
    ("formatted", blanks::code),
    ("freind", misspelt),
    ("fw", letters::subject),
    ("fwd", letters::subject),
    ("gettyimages", frame::agency),
    ("gorau", letters::farewell),
    ("goverment", misspelt),
    ("graph", away::shown),
    ("harrassment", misspelt),
    ("hello", letters::greeting),
    ("here", blanks::here),
    ("hi", letters::greeting),
    ("home", frame::way),
    ("hover", away::click),
    ("hte", misspelt),
    ("ibid", blanks::ibid),
    ("image", away::shown),
    ("img", frame::camera),
    ("immediatly", misspelt),
    ("independant", misspelt),
    ("infographic", away::shown),
    ("insert", blanks::insert),
    ("inserted", frame::labelled),
    ("internal", frame::marking),
    ("istock", frame::agency),
    ("javascript", frame::page_sentence),
    ("knowledge", letters::of_model),
    ("kr", letters::farewell),
    ("language", letters::of_model),
    ("last", blanks::last_name),
    ("lastname", blanks::names),
    ("later", frame::page_line),
    ("let", letters::chat),
    ("liase", misspelt),
    ("liason", misspelt),
    ("licence", frame::page_sentence),
    ("likes", frame::counted),
    ("link", away::link),
    ("lorem", blanks::lorem),
    ("menu", frame::page_line),
    ("mergefield", blanks::code),
    ("mergeformat", blanks::code),
    ("message", letters::forwarded),
    ("min", letters::minutes),
    ("minutes", letters::minutes),
    ("modified", frame::dated),
    ("more", frame::more),
    ("msonormal", blanks::code),
    ("neccessary", misspelt),
    ("new", letters::new_window),
    ("newsletter", frame::page_line),
    ("notes", frame::labelled),
    ("occured", misspelt),
    ("official", frame::marking),
    ("originated", letters::sentence),
    ("over", away::over),
    ("overleaf", away::overleaf),
    ("page", away::page),
    ("pageref", blanks::code),
    ("pages", away::page),
    ("parnters", misspelt),
    ("pdf", frame::size),
    ("photo", away::shown),
    ("picture", away::shown),
    ("polished", letters::answer),
    ("posted", frame::dated),
    ("practioner", misspelt),
    ("practioners", misspelt),
    ("previous", frame::page_line),
    ("print", letters::page_words),
    ("prompt", frame::labelled),
    ("protectively", frame::marking),
    ("pto", away::pto),
    ("published", frame::dated),
    ("qr", away::code),
    ("re", letters::subject),
    ("read", letters::page_words),
    ("recieve", misspelt),
    ("recieved", misspelt),
    ("ref", blanks::doubt),
    ("referal", misspelt),
    ("reference", frame::labelled),
    ("refferal", misspelt),
    ("regards", letters::farewell),
    ("related", frame::page_line),
    ("reserved", frame::rights),
    ("restricted", frame::marking),
    ("reviewed", frame::dated),
    ("revised", letters::answer),
    ("rewritten", letters::answer),
    ("safegaurd", misspelt),
    ("safegaurding", misspelt),
    ("saftey", misspelt),
    ("sections", frame::page_line),
    ("sent", letters::sent),
    ("seperate", misspelt),
    ("share", letters::page_words),
    ("shares", frame::counted),
    ("shorter", letters::answer),
    ("shutterstock", frame::agency),
    ("simplified", letters::answer),
    ("sincerely", letters::farewell),
    ("skip", letters::page_words),
    ("slide", away::slide),
    ("solely", letters::sentence),
    ("source", blanks::doubt),
    ("subject", letters::subject),
    ("sure", letters::chat),
    ("surname", blanks::names),
    ("table", away::shown),
    ("tags", frame::labelled),
    ("tap", away::click),
    ("tba", blanks::to_come),
    ("tbc", blanks::to_come),
    ("tbd", blanks::to_come),
    ("teh", misspelt),
    ("thanks", letters::farewell),
    ("thier", misspelt),
    ("time", frame::labelled),
    ("todo", blanks::to_come),
    ("untill", misspelt),
    ("updated", frame::dated),
    ("version", frame::version),
    ("video", away::shown),
    ("viruses", letters::sentence),
    ("vunerable", misspelt),
    ("want", letters::offer),
    ("was", letters::page_words),
    ("wishes", letters::farewell),
    ("would", letters::offer),
    ("wrong", frame::page_line),
    ("wrote", letters::wrote),
    ("yy", blanks::date),
    ("yyyy", blanks::date),
];

/// For each pair of first letters, the lengths of the words that begin so, a bit each.
static LENGTHS: [u32; 26 * 26] = lengths();

const fn lengths() -> [u32; 26 * 26] {
    let mut all = [0; 26 * 26];
    let mut at = 0;
    while at < KEYS.len() {
        let word = KEYS[at].0.as_bytes();
        all[pair(word[0], word[1])] |= 1 << word.len();
        at += 1;
    }
    // Of these, words of any length.
    all[pair(b'x', b'x')] = u32::MAX;
    all
}

/// For each pair of first letters, the place of the first word that begins so.
static FIRST: [u8; 26 * 26] = first();

const fn first() -> [u8; 26 * 26] {
    let mut all = [u8::MAX; 26 * 26];
    let mut at = KEYS.len();
    assert!(KEYS.len() < u8::MAX as usize, "a byte counts the words");
    while at > 0 {
        at -= 1;
        let word = KEYS[at].0.as_bytes();
        let place = pair(word[0], word[1]);
        assert!(
            all[place] as usize == at + 1 || all[place] == u8::MAX,
            "words that begin alike stand together"
        );
        all[place] = at as u8;
    }
    all
}

/// What is to be looked for round a word that may be one of these.
pub(super) fn look(word: &[u8]) -> Option<Look> {
    let place = pair(word[0], word[1]);
    let alike = KEYS.get(usize::from(FIRST[place])..)?.iter();
    alike
        .take_while(|(key, _)| pair(key.as_bytes()[0], key.as_bytes()[1]) == place)
        .find(|(key, _)| key.as_bytes().eq_ignore_ascii_case(word))
        .map(|(_, look)| *look)
}

/// The place of two letters in the table, whatever their size.
const fn pair(first: u8, second: u8) -> usize {
    ((first | 0x20) - b'a') as usize * 26 + ((second | 0x20) - b'a') as usize
}

/// Whether a word of two letters or more may be one of them.
pub(super) fn may_be(word: &[u8]) -> bool {
    word.len() < 32 && LENGTHS[pair(word[0], word[1])] & (1 << word.len()) != 0
}
