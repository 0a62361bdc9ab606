//! Running text: takes pieces of words as Markdown hands them out, gives runs with places and bare links.

use super::invisible::visible;
use super::position::Positions;
use super::tongue;
use crate::address::link;
use crate::language::is_quote;
use crate::model::{Inline, LinkTarget, Run};

/// A line of running text that grows.
#[derive(Default)]
pub(super) struct Line {
    /// How many strong spans are open.
    pub strong: usize,
    /// The link that is open.
    pub link: Option<LinkTarget>,
    drafts: Vec<Draft>,
}

/// A run whose words are not complete yet.
struct Draft {
    text: String,
    strong: bool,
    link: Option<LinkTarget>,
    /// Where pieces begin: their byte in `text` and in the YAML value.
    pieces: Vec<(usize, usize)>,
}

impl Line {
    /// Adds words that begin at this byte of the value.
    pub(super) fn push(&mut self, words: &str, at: usize) {
        // Words written as codes, such as `&shy;`, may be of the kind that nobody sees.
        let words = &*visible(words);
        let strong = self.strong > 0;
        match self.drafts.last_mut() {
            Some(draft) if draft.strong == strong && draft.link == self.link && draft.text != Run::BREAK => {
                draft.pieces.push((draft.text.len(), at));
                draft.text.push_str(words);
            }
            _ => self.drafts.push(Draft {
                text: words.to_owned(),
                strong,
                link: self.link.clone(),
                pieces: vec![(0, at)],
            }),
        }
    }

    /// How many bytes it has.
    pub(super) fn len(&self) -> usize {
        self.drafts.iter().map(|draft| draft.text.len()).sum()
    }

    /// Ends a line inside the paragraph, whatever the width: a run of its own, so that tags can say so of it alone.
    pub(super) fn end(&mut self, at: usize) {
        let (strong, link) = (self.strong > 0, self.link.clone());
        self.drafts.push(Draft { text: Run::BREAK.to_owned(), strong, link, pieces: vec![(0, at)] });
    }

    /// The finished runs; bare addresses have become links, and words marked as another language are told so.
    pub(super) fn finish(self, positions: &Positions) -> Inline {
        let mut runs = Vec::new();
        for draft in &self.drafts {
            let mut done = 0;
            for tongue in tongue::find(&draft.text) {
                draft.plain(done..tongue.whole.start, positions, &mut runs);
                done = tongue.whole.end;
                let first = runs.len();
                draft.cut(tongue.words, draft.link.clone(), positions, &mut runs);
                runs[first..].iter_mut().for_each(|run| run.language = Some(tongue.language.clone()));
            }
            draft.plain(done..draft.text.len(), positions, &mut runs);
        }
        runs
    }
}

type ByteRange = std::ops::Range<usize>;

impl Draft {
    /// Words of the briefing's language, with the addresses among them.
    fn plain(&self, part: ByteRange, positions: &Positions, runs: &mut Inline) {
        let mut done = part.start;
        if self.link.is_none() {
            for (range, target) in bare_addresses(&self.text[part.clone()]) {
                let range = part.start + range.start..part.start + range.end;
                self.cut(done..range.start, None, positions, runs);
                done = range.end;
                self.cut(range, Some(target), positions, runs);
            }
        }
        self.cut(done..part.end, self.link.clone(), positions, runs);
    }

    fn cut(&self, range: ByteRange, link: Option<LinkTarget>, positions: &Positions, runs: &mut Inline) {
        if !range.is_empty() {
            let span = positions.span(self.value_byte(range.start)..self.value_byte(range.end - 1) + 1);
            let steps = self.steps(&range, positions);
            let text = self.text[range].to_owned();
            runs.push(Run { text, strong: self.strong, link, span, steps, language: None, expansion: None });
        }
    }

    /// Where the bytes of a part stand in the source, where that is more than one piece.
    fn steps(&self, part: &ByteRange, positions: &Positions) -> Vec<(u32, u32)> {
        let mut steps = Vec::new();
        let first = self.pieces.partition_point(|(text, _)| *text <= part.start).saturating_sub(1);
        for (at, (text, value)) in self.pieces.iter().enumerate().skip(first) {
            let end = self.pieces.get(at + 1).map_or(part.end, |(next, _)| part.end.min(*next));
            if *text >= part.end {
                break;
            }
            let start = part.start.max(*text);
            let inside = value + (start - text)..value + (end - text);
            positions.steps_of(inside.clone(), |byte, source| {
                let text = start + (byte - inside.start) - part.start;
                steps.push((cut(text), cut(source)));
            });
        }
        steps.dedup_by(|next, kept| next.1.wrapping_sub(next.0) == kept.1.wrapping_sub(kept.0));
        if steps.len() > 1 { steps } else { Vec::new() }
    }

    fn value_byte(&self, byte: usize) -> usize {
        let piece = self.pieces.partition_point(|(text, _)| *text <= byte).saturating_sub(1);
        let (text, value) = self.pieces[piece];
        value + (byte - text)
    }
}

/// No source is longer than 4 GiB.
fn cut(byte: usize) -> u32 {
    u32::try_from(byte).unwrap_or(u32::MAX)
}

/// No address is that long, and looking through the brackets of such a word would take its time.
const MAX_WORD: usize = 2_500;

/// Whether a text has a sign without which there is no address in it: `@`, `://` or `www`.
fn may_hold_address(text: &str) -> bool {
    let begins = |three: &[u8]| three == b"://" || three.eq_ignore_ascii_case(b"www");
    text.contains('@') || text.as_bytes().windows(3).any(begins)
}

/// Addresses that stand in a text as they are, without the punctuation round them.
fn bare_addresses(text: &str) -> Vec<(ByteRange, LinkTarget)> {
    let mut found = Vec::new();
    let mut start = 0;
    if !may_hold_address(text) {
        return found;
    }
    for word in text.split(char::is_whitespace) {
        let begun = word.trim_start_matches(|c| "(\"'[<".contains(c) || is_quote(c));
        let at = start + (word.len() - begun.len());
        let address = if begun.len() < MAX_WORD { without_closing(begun) } else { "" };
        if let Some(target) = link::bare(address) {
            found.push((at..at + address.len(), target));
        }
        start += word.len() + text[start + word.len()..].chars().next().map_or(0, char::len_utf8);
    }
    found
}

/// A word without the punctuation of its sentence; a bracket that the word itself opened stays.
fn without_closing(mut word: &str) -> &str {
    while let Some(last) = word.chars().last() {
        let closing = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '"' | '\'' | ']' | '>' | '…' => true,
            quote if is_quote(quote) => true,
            ')' => word.matches('(').count() < word.matches(')').count(),
            _ => false,
        };
        if !closing {
            break;
        }
        word = &word[..word.len() - last.len_utf8()];
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bare_addresses_leave_the_punctuation_alone() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<_> = bare_addresses(text).into_iter().map(|(range, _)| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        };
        check("Email help@nspcc.org.uk.", &["help@nspcc.org.uk"]);
        check(
            "See (www.nspcc.org.uk), https://a.org/b_(c) and x@y",
            &["www.nspcc.org.uk", "https://a.org/b_(c)"],
        );
        check("Call 0808 800 5000 or 999", &[]);
        check("“www.example.org”, ‘a@b.uk’", &["www.example.org", "a@b.uk"]);
        check("", &[]);
    }
}
