//! Small Markdown: takes the text of a body, gives its paragraphs and lists, and errors for all the rest.
//!
//! Kept are paragraphs, lists nested once, `**strong**`, links, bare addresses and `[words]{lang=cy}`. A line end inside a
//! paragraph is a space, and one behind two spaces or a backslash stays one; `&amp;` and `\*` mean `&` and `*`, as in all Markdown. Nothing else is touched.

use std::ops::Range;

use pulldown_cmark::{Event, OffsetIter, Options, Parser, Tag, TagEnd};

use super::line::Line;
use super::lines;
use super::marks::{self, Marked};
use super::position::Positions;
use super::refused::{own_words, unsupported};
use super::take::{Reader, shortened};
use super::tongue::MARK;
use super::{astray, doubled};
use crate::address::link;
use crate::address::space::is_turning;
use crate::diag::{Code, Diagnostic};
use crate::model::{Block, Inline, Item, LinkTarget};
use crate::source::{Sources, Span};

/// Reads a body; what it cannot keep is reported at its own place.
pub(super) fn blocks(reader: &mut Reader<'_>, text: &str, span: Span) -> Vec<Block> {
    // The extensions are switched on so that they are noticed and refused, not printed as odd signs.
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES;
    let positions = Positions::new(reader.sources, span, text);
    let marked = marks::marked(text);
    reader.messages.extend(told_marks(&marked, &positions));
    let positions = positions.through(&marked.edits);
    let text = &*marked.text;
    reader.messages.extend(lines::doubted(text, |range| positions.span(range)));
    reader.messages.extend(doubled::told(text, |range| positions.span(range)));
    reader.messages.extend(astray::told(text, |range| positions.span(range)));
    let parser = Parser::new_ext(text, options);
    let mut definitions: Vec<Range<usize>> =
        parser.reference_definitions().iter().map(|(_, definition)| definition.span.clone()).collect();
    definitions.sort_unstable_by_key(|range| range.start);
    let mut markdown = Markdown {
        events: parser.into_offset_iter(),
        text,
        positions,
        sources: reader.sources,
        messages: &mut reader.messages,
        begun: None,
    };
    for range in definitions {
        markdown.refuse(
            range,
            "a link address on a line of its own",
            "Write [the words](https://example.org)",
        );
    }
    markdown.body()
}

/// Says that marks were read as those of a list, with Markdown's own to put in their place.
fn told_marks(marked: &Marked<'_>, positions: &Positions) -> Option<Diagnostic> {
    let (first, _) = marked.marks.first()?;
    let message = match marked.marks.len() {
        1 => "this line is read as an item of a list".to_owned(),
        many => format!("these {many} lines are read as the items of a list"),
    };
    let mut told = Diagnostic::usual(Code::ListMarks, positions.span(first.clone()), message)
        .hint("Nothing has to change; to see it in the file, begin such a line with `- `");
    if marked.marks.iter().all(|(_, typed)| typed.starts_with(|c: char| c.is_ascii_digit())) {
        told.hints =
            vec!["Nothing has to change; to see it in the file, begin such a line with `1. `".to_owned()];
    }
    for (place, typed) in &marked.marks {
        told = told.replace(positions.span(place.clone()), *typed);
    }
    Some(told)
}

struct Markdown<'t, 'm> {
    events: OffsetIter<'t>,
    text: &'t str,
    positions: Positions,
    sources: &'m Sources,
    messages: &'m mut Vec<Diagnostic>,
    /// The link that is open: where it stands, and how long its line was before.
    begun: Option<(Range<usize>, usize)>,
}

type At<'t> = (Event<'t>, Range<usize>);

impl<'t> Markdown<'t, '_> {
    fn body(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some(marked) = self.events.next() {
            self.block(marked, 0, &mut blocks);
        }
        blocks
    }

    /// Adds the block that begins with this event, inside so many lists.
    fn block(&mut self, (event, range): At<'t>, lists: usize, blocks: &mut Vec<Block>) {
        match event {
            Event::Start(Tag::Paragraph) => self.paragraph(blocks),
            Event::Start(Tag::List(start)) if lists < 2 => blocks.push(self.list(start, lists + 1)),
            Event::Start(Tag::List(_)) => {
                self.refuse_block(range, "a list inside a list inside a list", "Move it out by one step");
            }
            other => self.refuse_event(&other, range),
        }
    }

    fn list(&mut self, start: Option<u64>, lists: usize) -> Block {
        let start = start.map(|number| u32::try_from(number).unwrap_or(u32::MAX));
        let (mut items, mut followed): (Vec<Item>, bool) = (Vec::new(), true);
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(TagEnd::List(_)) => break,
                Event::Start(Tag::Item) => {
                    // Of a list whose numbers are all the same the first says enough.
                    if let (Some(first), true) = (start, followed) {
                        followed = self.check_number(first as usize + items.len(), range);
                    }
                    items.push(self.item(lists));
                }
                other => self.refuse_event(&other, range),
            }
        }
        Block::List { start, items }
    }

    /// A number that is not the next one would be silently replaced by it, so it is refused; gives whether it is.
    fn check_number(&mut self, expected: usize, range: Range<usize>) -> bool {
        let source = &self.text[range.start..];
        let digits = source.find(|c: char| !c.is_ascii_digit()).unwrap_or(source.len());
        let follows = source[..digits].parse() == Ok(expected);
        if !follows {
            // A year at the beginning of a paragraph is no number of a list.
            let typed = &source[..digits];
            let hint = match expected {
                0..100 => {
                    format!(
                        "Write {expected} here, and count on below; or `{typed}\\.` where the number belongs to the words"
                    )
                }
                _ => format!(
                    "Write `{typed}\\.`, with a backslash before the full stop, where it belongs to the words"
                ),
            };
            self.refuse(
                range.start..range.start + digits,
                "a number that does not follow the one before",
                &hint,
            );
        }
        follows
    }

    fn item(&mut self, lists: usize) -> Item {
        let mut blocks = Vec::new();
        let mut line = Line::default();
        while let Some((event, range)) = self.events.next() {
            if event == Event::End(TagEnd::Item) {
                break;
            }
            // Items without empty lines between them hold their words directly, without a paragraph.
            match self.inline_event(event, range, &mut line) {
                None => {}
                Some(marked) => {
                    self.finish(&mut line, &mut blocks);
                    self.block(marked, lists, &mut blocks);
                }
            }
        }
        self.finish(&mut line, &mut blocks);
        Item { blocks }
    }

    /// The runs of a line. A mark of another language that is left in them was not understood.
    fn runs(&mut self, line: Line) -> Inline {
        let inline = line.finish(&self.positions);
        for run in inline.iter().filter(|run| run.text.contains(MARK)) {
            let message = "a mark of another language that is not understood is not part of the format";
            self.messages.push(
                Diagnostic::error(Code::MarkdownUnsupported, run.span, message)
                    .hint("Write [the words]{lang=cy}, with plain words and a tag such as cy, pl or ur"),
            );
        }
        inline
    }

    fn finish(&mut self, line: &mut Line, blocks: &mut Vec<Block>) {
        let inline = self.runs(std::mem::take(line));
        if !inline.is_empty() {
            blocks.push(Block::Paragraph(inline));
        }
    }

    /// The lines of a paragraph.
    fn paragraph(&mut self, blocks: &mut Vec<Block>) {
        let mut line = Line::default();
        while let Some((event, range)) = self.events.next() {
            if event == Event::End(TagEnd::Paragraph) {
                break;
            }
            match self.inline_event(event, range, &mut line) {
                None => {}
                Some((other, range)) => self.refuse_event(&other, range),
            }
        }
        self.finish(&mut line, blocks);
    }

    /// Takes in an event of running text; gives back any other.
    fn inline_event(&mut self, event: Event<'t>, range: Range<usize>, line: &mut Line) -> Option<At<'t>> {
        match event {
            Event::Text(text) => {
                self.check_turning(&text, &range);
                line.push(&text, range.start);
            }
            Event::SoftBreak => line.push(" ", range.start),
            Event::HardBreak => line.end(range.end - 1),
            Event::Start(Tag::Strong) => line.strong += 1,
            Event::End(TagEnd::Strong) => line.strong = line.strong.saturating_sub(1),
            Event::Start(Tag::Link { dest_url, title, .. }) => {
                self.begun = Some((range.clone(), line.len()));
                line.link = self.link(&dest_url, &title, range)
            }
            Event::End(TagEnd::Link) => {
                line.link = None;
                if let Some((range, _)) = self.begun.take().filter(|(_, before)| *before == line.len()) {
                    self.refuse(
                        range,
                        "a link without words",
                        "Write [the words](https://example.org), or the address alone",
                    );
                }
            }
            Event::Start(
                Tag::Emphasis | Tag::Strikethrough | Tag::Image { .. } | Tag::Superscript | Tag::Subscript,
            )
            | Event::Code(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => self.refuse_event(&event, range),
            _ => return Some((event, range)),
        }
        None
    }

    /// Refuses a control that turns a line round where it was written as a code; one that stands in the file as it is
    /// was told of when the file was opened.
    fn check_turning(&mut self, text: &str, range: &Range<usize>) {
        let Some(c) = text.chars().find(|c| is_turning(*c)) else { return };
        let written = &self.text[range.clone()];
        if written.starts_with('&') {
            let message = format!(
                "the code {written} stands for an invisible control, U+{:04X}, which turns the words behind it round",
                u32::from(c)
            );
            let place = self.positions.span(range.clone());
            let before = self.messages.last_mut().filter(|told| told.code == Code::TurningCharacter);
            if let Some(told) = before {
                *told = told.clone().replace(place, "");
                return;
            }
            self.messages.push(
                Diagnostic::usual(Code::TurningCharacter, place, message)
                    .hint("Delete it")
                    .replace(place, ""),
            );
        }
    }

    fn link(&mut self, address: &str, title: &str, range: Range<usize>) -> Option<LinkTarget> {
        if !title.is_empty() {
            let hint = "Delete the words in quotes behind the address";
            self.refuse(range.clone(), "a link with a title of its own", hint);
        }
        match link::target(address) {
            Ok(target) => Some(target),
            Err(reason) => {
                let message = format!("the link to `{}` cannot be used: {reason}", shortened(address));
                // A subject could be smuggled in with a second receiver; the address itself is plain.
                let plain = address
                    .split('?')
                    .next()
                    .filter(|plain| *plain != address && link::target(plain).is_ok());
                let hint = match plain {
                    Some(plain) => format!("Write [the words]({plain})"),
                    None => "Write [the words](https://example.org), with the full address from your browser"
                        .to_owned(),
                };
                self.messages
                    .push(Diagnostic::error(Code::LinkTarget, self.first_line(range), message).hint(hint));
                None
            }
        }
    }

    /// Reports an event that is not part of the format, and passes over all that is inside it.
    fn refuse_event(&mut self, event: &Event<'_>, range: Range<usize>) {
        let Some((what, hint)) = unsupported(event) else { return };
        let typed = self.text[range.clone()].trim_end();
        // What belongs to an opening that was told needs no second message.
        let follows = typed.starts_with("</")
            || matches!(event, Event::Start(Tag::FootnoteDefinition(_)))
                && self.text.matches("[^").count() > 1;
        let hint = own_words(event, typed).unwrap_or_else(|| hint.to_owned());
        match event {
            _ if follows => self.pass_over(event),
            Event::Start(_) => self.refuse_block(range, what, &hint),
            _ => self.refuse(range, what, &hint),
        }
    }

    fn refuse_block(&mut self, range: Range<usize>, what: &str, hint: &str) {
        self.refuse(range, what, hint);
        self.pass_over_block();
    }

    fn pass_over(&mut self, event: &Event<'_>) {
        if matches!(event, Event::Start(_)) {
            self.pass_over_block();
        }
    }

    fn pass_over_block(&mut self) {
        let mut depth = 1;
        while depth > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => break,
            }
        }
    }

    fn refuse(&mut self, range: Range<usize>, what: &str, hint: &str) {
        let message = format!("{what} is not part of the format");
        let place = self.first_line(range);
        self.messages.push(Diagnostic::error(Code::MarkdownUnsupported, place, message).hint(hint));
    }

    /// The place of a range, as far as its first line goes.
    fn first_line(&self, range: Range<usize>) -> Span {
        let length = self.text[range.clone()].lines().next().map_or(0, |line| line.trim_end().len());
        let span = self.positions.span(range.start..range.start + length);
        debug_assert!(self.sources.get(span.source).text().len() >= span.range().end);
        span
    }
}
