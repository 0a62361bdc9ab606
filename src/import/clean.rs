//! Cleaning: takes paragraphs as a word processor left them, gives lines of words, and what was not a word.
//!
//! Every character of a paragraph that is no white space is in its line or in what was left over.

use super::office::{HolderKind, LeftOver, Mark, Office, Paragraph, Piece, Reason, Style};
use crate::address::space::{is_at_work, is_invisible, is_turning, runs_left};
use crate::bullet::{is_bullet, is_drawn, pictured_number};
use crate::geom::Pt;
use crate::model::Run;

/// A line of words: single spaces, bold by whole words, typed bullets taken for what they are.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// Its words, piece by piece.
    pub pieces: Vec<Piece>,
    /// All its words.
    pub text: String,
    /// In which holder of the file it stands.
    pub holder: usize,
    /// The kind of that holder.
    pub kind: HolderKind,
    /// The largest size of its letters.
    pub size: Option<Pt>,
    /// Whether all of it is bold.
    pub bold: bool,
    /// What it is by its style.
    pub style: Style,
    /// The sign before it.
    pub mark: Option<Mark>,
    /// Whether an empty line stands before it.
    pub gap: bool,
    /// Whether it goes on with the paragraph of the line before it.
    pub goes_on: bool,
}

/// What cleaning gives.
#[derive(Debug, Default)]
pub(super) struct Cleaned {
    pub lines: Vec<Line>,
    pub left: Vec<LeftOver>,
    /// How many runs of several spaces became one.
    pub spaces: usize,
    /// How many no-break spaces became usual ones; numbers are kept on one line without them.
    pub no_break: usize,
}

/// Whose file is cleaned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Writer {
    /// A word processor, or a conversion from one, with all that they leave behind.
    Person,
    /// briefpress itself: every sign is one of the briefing.
    Ourselves,
}

/// Cleans all paragraphs of a file.
pub(super) fn clean(office: &Office, writer: Writer) -> Cleaned {
    let mut cleaned = Cleaned::default();
    let mut gap = false;
    let mut before = None;
    for paragraph in &office.paragraphs {
        if before != Some(paragraph.holder) {
            gap = false;
        }
        before = Some(paragraph.holder);
        gap |= paragraph.gap;
        let kind = office.holders.get(paragraph.holder).map_or(HolderKind::Flow, |holder| holder.kind);
        if let Some(line) = line(paragraph, kind, writer, &mut cleaned) {
            cleaned.lines.push(Line { gap, ..line });
            gap = false;
        }
    }
    cleaned
}

/// One line; `None` where nothing of the paragraph is a word.
fn line(paragraph: &Paragraph, kind: HolderKind, writer: Writer, cleaned: &mut Cleaned) -> Option<Line> {
    let mut letters = letters_of(paragraph);
    // A colleague types bullets into a document of ours too.
    let may_have = writer == Writer::Person || paragraph.style == Style::Text;
    let typed = match may_have {
        true => take_mark(&mut letters, writer, paragraph.mark.is_some(), &mut cleaned.left),
        false => None,
    };
    if writer == Writer::Person {
        take_marks(&mut letters, &mut cleaned.left);
        take_unprintable(&mut letters, &mut cleaned.left);
        take_lone_signs(&mut letters, &mut cleaned.left);
    }
    let words = words(&letters, cleaned);
    let pieces = pieces(&words, &letters);
    let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    (!text.is_empty()).then(|| Line {
        bold: pieces.iter().all(|piece| piece.bold || piece.text.trim().is_empty()),
        text,
        pieces,
        holder: paragraph.holder,
        kind,
        size: paragraph.size,
        style: paragraph.style,
        mark: paragraph.mark.or(typed),
        gap: false,
        goes_on: paragraph.goes_on,
    })
}

/// A character with the looks of its piece.
#[derive(Clone, Copy, Debug)]
struct Letter<'p> {
    sign: char,
    bold: bool,
    link: Option<&'p str>,
}

fn letters_of(paragraph: &Paragraph) -> Vec<Letter<'_>> {
    let mut letters = Vec::new();
    for piece in &paragraph.pieces {
        let (bold, link) = (piece.bold, piece.link.as_deref());
        letters.extend(piece.text.chars().map(|sign| Letter { sign, bold, link }));
    }
    letters
}

/// Bullets that reading takes only before a space, and files of word processors have without one.
const CLOSE: [char; 5] = ['·', '∙', '✓', '✔', '▶'];

/// Takes what was typed before a line to make it an item: a bullet, the picture of a number, a dash or star with a
/// space behind it, and bullets behind such a sign. Of our own documents only what reading takes for one is: a dash
/// before their words is the writer's.
fn take_mark(
    letters: &mut Vec<Letter<'_>>,
    writer: Writer,
    in_list: bool,
    left: &mut Vec<LeftOver>,
) -> Option<Mark> {
    let at = letters.iter().position(|letter| !letter.sign.is_whitespace())?;
    let words: String = letters[at..].iter().map(|letter| letter.sign).collect();
    let sign = words.chars().next()?;
    let behind = &words[sign.len_utf8()..];
    let number = pictured_number(&words).filter(|(_, length)| !in_list && *length < words.len());
    if let Some((value, length)) = number {
        letters.drain(at..at + words[..length].chars().count());
        left.push(LeftOver { text: words[..length].to_owned(), reason: Reason::ItemNumber });
        return Some(Mark::Number { value, level: 0, list: 0 });
    }
    // In an item it is a word of Welsh.
    let is_word = sign == 'o' && in_list && !behind.starts_with('\t');
    let dash = matches!(sign, '-' | '–' | '*') && behind.starts_with(char::is_whitespace);
    let of_person = dash || CLOSE.contains(&sign) || is_private(sign);
    if !(is_bullet(sign, behind) && !is_word || of_person && writer == Writer::Person) {
        return None;
    }
    // A sign that is all there is on its line is left for a person to see.
    if !behind.is_empty() {
        letters.remove(at);
        left.push(LeftOver { text: sign.to_string(), reason: Reason::Bullet });
        let mut rest = behind;
        while let Some((second, behind)) = another(rest) {
            let white = rest.chars().take_while(|c| c.is_whitespace()).count();
            letters.drain(at..=at + white);
            left.push(LeftOver { text: second.to_string(), reason: Reason::Bullet });
            rest = behind;
        }
    }
    Some(Mark::Bullet(0))
}

/// A bullet behind a bullet, with words behind it, and those.
fn another(rest: &str) -> Option<(char, &str)> {
    let inner = rest.trim_start();
    let sign = inner.chars().next()?;
    let behind = &inner[sign.len_utf8()..];
    (is_drawn(sign, behind) && !behind.trim().is_empty()).then_some((sign, behind))
}

/// Whether a character is one of a font's own, such as Wingdings has; no other font can draw it.
fn is_private(sign: char) -> bool {
    matches!(sign, '\u{e000}'..='\u{f8ff}')
}

/// Takes what a conversion to text puts where pictures and bookmarks stood.
fn take_marks(letters: &mut Vec<Letter<'_>>, left: &mut Vec<LeftOver>) {
    for (start, reason) in [("[image:", Reason::Picture), ("[bookmark:", Reason::Bookmark)] {
        let begins = |letters: &[Letter<'_>]| {
            letters
                .windows(start.len())
                .position(|window| window.iter().zip(start.chars()).all(|(letter, sign)| letter.sign == sign))
        };
        while let Some(from) = begins(letters) {
            let rest = letters[from..].iter().position(|letter| letter.sign == ']');
            // A mark that is not closed is a text of the writer's.
            let Some(length) = rest.filter(|length| *length < 200) else { break };
            let text: String = letters.drain(from..=from + length).map(|letter| letter.sign).collect();
            left.push(LeftOver { text, reason });
        }
    }
}

/// Takes what no printer prints: control characters, signs of picture fonts, and invisible characters that do nothing
/// where they stand, just as reading leaves them out.
fn take_unprintable(letters: &mut Vec<Letter<'_>>, left: &mut Vec<LeftOver>) {
    let text: String = letters.iter().map(|letter| letter.sign).collect();
    let turned = runs_left(&text);
    let neighbour = |at: Option<usize>| at.and_then(|at| letters.get(at)).map(|letter| letter.sign);
    let bad: Vec<bool> = (0..letters.len())
        .map(|at| {
            let sign = letters[at].sign;
            let idle = || !is_at_work(sign, neighbour(at.checked_sub(1)), neighbour(Some(at + 1)), turned);
            !sign.is_whitespace() && sign.is_control()
                || is_private(sign)
                || is_turning(sign)
                || matches!(sign, '\u{fffc}' | '\u{fffe}' | '\u{ffff}')
                || is_invisible(sign) && idle()
        })
        .collect();
    let mut at = 0;
    letters.retain(|letter| {
        at += 1;
        if bad[at - 1] {
            left.push(LeftOver { text: letter.sign.to_string(), reason: Reason::Unprintable });
        }
        !bad[at - 1]
    });
}

/// Takes a `=` that stands alone at an end of the line, as old text boxes leave it.
fn take_lone_signs(letters: &mut Vec<Letter<'_>>, left: &mut Vec<LeftOver>) {
    let alone = |letters: &[Letter<'_>], at: usize| {
        let white = |at: usize| letters.get(at).is_none_or(|letter| letter.sign.is_whitespace());
        letters[at].sign == '=' && (at == 0 || white(at - 1)) && white(at + 1)
    };
    let word = |letter: &Letter<'_>| !letter.sign.is_whitespace();
    while let Some(at) = letters.iter().rposition(word).filter(|at| alone(letters, *at)) {
        letters.remove(at);
        left.push(LeftOver { text: "=".to_owned(), reason: Reason::LoneSign });
    }
    while let Some(at) = letters.iter().position(word).filter(|at| alone(letters, *at)) {
        letters.remove(at);
        left.push(LeftOver { text: "=".to_owned(), reason: Reason::LoneSign });
    }
}

/// The words of a line, without the white space between them.
fn words<'l>(letters: &'l [Letter<'l>], cleaned: &mut Cleaned) -> Vec<&'l [Letter<'l>]> {
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(start) = letters[at..].iter().position(|l| !l.sign.is_whitespace()).map(|n| at + n) {
        let length = letters[start..].iter().position(|l| l.sign.is_whitespace());
        let end = length.map_or(letters.len(), |length| start + length);
        let white = letters[end..].iter().take_while(|l| l.sign.is_whitespace()).count();
        if end + white < letters.len() {
            cleaned.spaces += usize::from(white > 1);
            cleaned.no_break += usize::from(white == 1 && letters[end].sign == '\u{a0}');
        }
        words.push(&letters[start..end]);
        at = end + white;
    }
    words
}

/// Pieces of words of one look; a word is bold if all its letters and digits are.
///
/// A line end between two of them, which only an item of a list still has, stays one.
fn pieces(words: &[&[Letter<'_>]], letters: &[Letter<'_>]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut add = |text: &str, bold: bool, link: Option<&str>| match pieces.last_mut() {
        Some(last) if last.bold == bold && last.link.as_deref() == link => last.text.push_str(text),
        _ => pieces.push(Piece { text: text.to_owned(), bold, link: link.map(str::to_owned) }),
    };
    let is_bold = |word: &[Letter<'_>]| {
        let mut letters = word.iter().filter(|letter| letter.sign.is_alphanumeric()).peekable();
        match letters.peek() {
            Some(_) => letters.all(|letter| letter.bold),
            None => word.iter().all(|letter| letter.bold),
        }
    };
    let mut end = 0;
    for (at, word) in words.iter().enumerate() {
        let bold = is_bold(word);
        end += letters[end..].iter().take_while(|letter| letter.sign.is_whitespace()).count() + word.len();
        for letter in *word {
            add(letter.sign.encode_utf8(&mut [0; 4]), bold, letter.link);
        }
        if let Some(next) = words.get(at + 1) {
            let link = word
                .last()
                .and_then(|l| l.link)
                .filter(|link| next.first().is_some_and(|l| l.link == Some(link)));
            let mut white = letters[end..].iter().take_while(|letter| letter.sign.is_whitespace());
            let space = if white.any(|letter| letter.sign == '\n') { Run::BREAK } else { " " };
            add(space, bold && is_bold(next), link);
        }
    }
    pieces
}
