//! Preparing: takes a page master and the briefing, gives its frames with all words shaped.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use super::content::{Caption, Contacts, Flow, Logo, Ring, Strands, is_other};
use super::frames::{Boxed, Prepared};
use super::store::{NUMERAL, Store};
use crate::address;
use crate::image::Picture;
use crate::language::Word;
use crate::layout::{
    ContactFlow, Content, Dial, Facts, Field, Frame, Layout, SectionFlow, TextLine, Thread, Token, When,
    Words,
};
use crate::model::{Block, Briefing, LinkTarget, SECTIONS, Spanned};
use crate::style::Swatch;

/// Contents of a page that more than one of its arrangements has. Each is prepared once, and what copyfit finds out
/// about it in one arrangement is known in the others.
#[derive(Default)]
pub(super) struct Shared<'a> {
    flows: Vec<(&'a SectionFlow, Rc<Flow<'a>>)>,
    contacts: Vec<(&'a ContactFlow, Rc<Contacts<'a>>)>,
    /// Lines of words, where they do not differ from page to page.
    captions: Vec<(&'a [TextLine], Rc<[Caption<'a>]>)>,
}

/// The content for what was declared, made where none like it is there yet.
fn shared<'a, S: PartialEq, C>(
    all: &mut Vec<(&'a S, Rc<C>)>,
    spec: &'a S,
    make: impl FnOnce() -> C,
) -> Rc<C> {
    if let Some((_, content)) = all.iter().find(|(known, _)| *known == spec) {
        return Rc::clone(content);
    }
    let content = Rc::new(make());
    all.push((spec, Rc::clone(&content)));
    content
}

/// What preparing needs at hand.
pub(super) struct Setting<'a, 't> {
    /// The briefing.
    pub briefing: &'a Briefing,
    /// The layout.
    pub layout: &'a Layout,
    /// Whether the page did not fit as it usually is.
    pub tight: bool,
    /// The board's logo, where there is one.
    pub logo: Option<&'a Arc<Picture>>,
    /// The section of the page, from 1, where the page has one.
    pub number: Option<usize>,
    /// Which page it is, from 1, and of how many, where text runs from page to page.
    pub page: Option<(usize, usize)>,
    /// The shaped words.
    pub store: &'t mut Store,
    /// What the arrangements of the page share.
    pub shared: &'t mut Shared<'a>,
}

impl<'a> Setting<'a, '_> {
    /// The frames whose conditions hold, with their content.
    pub(super) fn frames(&mut self, frames: &'a [Frame], behind: Swatch) -> Vec<Boxed<'a>> {
        let mut boxed = Vec::with_capacity(frames.len());
        for frame in frames {
            if self.hold(&frame.when) {
                let ground = frame.fill.unwrap_or(behind);
                let content = self.content(frame, ground);
                let runs = content.runs();
                // An area in the colour that it would lie on is not drawn.
                let fill = frame.fill.filter(|fill| *fill != behind);
                boxed.push(Boxed { frame, fill, content, ground, runs, height: Cell::new(None) });
            }
        }
        boxed
    }

    /// Whether all of these conditions hold.
    pub(super) fn hold(&self, when: &[When]) -> bool {
        if when.is_empty() {
            return true;
        }
        let contacts = &self.briefing.contacts;
        let facts = Facts {
            emergency: self.briefing.emergency().is_some(),
            logo: self.logo.is_some(),
            qr: contacts.iter().any(|contact| contact.qr && contact.url.is_some()),
            contacts: contacts.len(),
            others: contacts.iter().filter(|contact| is_other(contact)).count(),
            tight: self.tight,
            first: self.page.is_none_or(|(number, _)| number == 1),
            sheet: self.layout.on_sheet,
            long: contacts.iter().filter_map(|contact| contact.email.as_ref()).any(is_long),
            lists: self.briefing.sections.iter().flat_map(|section| &section.body).any(is_long_list),
        };
        when.iter().all(|when| when.holds(facts))
    }

    fn content(&mut self, frame: &'a Frame, ground: Swatch) -> Prepared<'a> {
        let briefing = self.briefing;
        match &frame.content {
            Content::Empty => Prepared::Empty,
            Content::Frames(frames) => Prepared::Frames(self.frames(frames, ground)),
            Content::Text(lines) => Prepared::Text(self.lines(lines)),
            Content::Sections(spec) => Prepared::Flow(self.sections(spec)),
            Content::Thread(thread) => Prepared::Thread(Box::new(self.thread(thread))),
            Content::CardBack(spec) => {
                let blocks = &briefing.card_back.body;
                Prepared::Flow(Rc::new(Flow::of_blocks(spec, self.layout, blocks, self.store)))
            }
            Content::Contacts(spec) => {
                let (layout, store) = (self.layout, &mut *self.store);
                Prepared::Contacts(shared(&mut self.shared.contacts, spec, || {
                    Contacts::new(spec, layout, &briefing.contacts, &briefing.labels, store)
                }))
            }
            Content::Bar(bar) => Prepared::Bar(bar, self.lit(bar.all_lit)),
            Content::Dial(dial) => Prepared::Dial(self.ring(dial, frame.grows)),
            Content::Logo(plate) => {
                let alt = self.briefing.board.logo.as_ref().map(|logo| logo.alt.value.as_str());
                match (self.logo, alt) {
                    (Some(picture), Some(alt)) => {
                        Prepared::Logo(Logo { picture, alt, plate: *plate, page: self.layout.size })
                    }
                    _ => Prepared::Empty,
                }
            }
        }
    }

    /// The sections that a frame names, that of its page, or all.
    fn sections(&mut self, spec: &'a SectionFlow) -> Rc<Flow<'a>> {
        let all = &self.briefing.sections;
        let range = match (spec.sections, self.number) {
            (Some((first, last)), _) => (usize::from(first), usize::from(last)),
            (None, Some(number)) => (number, number),
            (None, None) => (1, all.len()),
        };
        let (layout, store) = (self.layout, &mut *self.store);
        shared(&mut self.shared.flows, spec, || Flow::of_sections(spec, layout, all, range, store))
    }

    /// Sections, and contacts where there are any, that run on from page to page.
    fn thread(&mut self, thread: &'a Thread) -> Strands<'a> {
        let (briefing, layout, spec) = (self.briefing, self.layout, &thread.sections);
        let named = spec.sections.map(|(first, last)| (usize::from(first), usize::from(last)));
        let range = named.unwrap_or((1, briefing.sections.len()));
        let flow = Flow::of_sections(spec, layout, &briefing.sections, range, self.store);
        let contacts = thread
            .contacts
            .as_ref()
            .map(|spec| Contacts::new(spec, layout, &briefing.contacts, &briefing.labels, self.store));
        Strands::new(thread, flow, contacts, (layout, &briefing.labels), self.store)
    }

    fn ring(&mut self, dial: &'a Dial, grows: Token) -> Ring<'a> {
        let numbers = 1..=if dial.numbers { SECTIONS } else { 0 };
        let numerals = numbers.map(|n| self.store.words(&n.to_string(), NUMERAL)).collect();
        let (lit, center) = (self.lit(dial.all_lit), self.captions(&dial.center));
        Ring { grows, dial, lit, center, numerals, known: Cell::new(None) }
    }

    /// How many minutes are lit: all, or those up to the section of the page.
    fn lit(&self, all: bool) -> usize {
        self.number.filter(|_| !all).unwrap_or(SECTIONS)
    }

    /// Lines of words, made once for all arrangements of a page.
    fn lines(&mut self, lines: &'a [TextLine]) -> Rc<[Caption<'a>]> {
        let known = self.shared.captions.iter().find(|(known, _)| self.page.is_none() && *known == lines);
        if let Some((_, captions)) = known {
            return Rc::clone(captions);
        }
        let captions: Rc<[Caption<'a>]> = self.captions(lines).into();
        self.shared.captions.push((lines, Rc::clone(&captions)));
        captions
    }

    fn captions(&mut self, lines: &'a [TextLine]) -> Vec<Caption<'a>> {
        lines.iter().filter_map(|line| self.caption(line)).collect()
    }

    /// A line of words; `None` where the briefing says nothing of what it would show.
    fn caption(&mut self, line: &'a TextLine) -> Option<Caption<'a>> {
        let parts: Vec<String> = line.parts.iter().filter_map(|part| self.part(part)).collect();
        if parts.is_empty() {
            return None;
        }
        let shows_web = line.parts.as_slice() == [[Words::Field(Field::Web)]];
        let web = self.briefing.web.as_ref().filter(|_| shows_web);
        let link = web.map(|web| LinkTarget::Web(web.value.clone()));
        let spec = self.layout.style(line.style);
        let (text, shaped) = self.store.parts(&parts, spec.weight);
        Some(Caption { text, shaped, spec, line, link })
    }

    fn part(&self, part: &[Words]) -> Option<String> {
        let said = |words: &Words| match words {
            Words::Literal(literal) if literal == "minutes" => {
                Some(self.briefing.labels.get(Word::Minutes).to_owned())
            }
            Words::Literal(literal) => Some(literal.clone()),
            Words::Field(field) => self.field(*field),
        };
        match part {
            [only] => said(only),
            several => several.iter().map(said).collect(),
        }
    }

    fn field(&self, field: Field) -> Option<String> {
        let (briefing, labels) = (self.briefing, &self.briefing.labels);
        let number = self.number;
        match field {
            Field::Title => Some(briefing.title.value.clone()),
            Field::Label => Some(labels.get(Word::Label).to_owned()),
            Field::Board => Some(briefing.board.name.value.clone()),
            Field::Number => number.map(|number| number.to_string()),
            Field::Minute => number.map(|number| labels.minute(number, briefing.sections.len())),
            Field::Version => {
                briefing.version.as_ref().map(|v| format!("{} {}", labels.get(Word::Version), v.value))
            }
            Field::Issued => briefing
                .issued
                .as_ref()
                .map(|d| format!("{} {}", labels.get(Word::Issued), labels.date(d.value))),
            Field::ReviewBy => briefing
                .review_by
                .as_ref()
                .map(|d| format!("{} {}", labels.get(Word::ReviewBy), labels.date(d.value))),
            Field::Page => self.page.map(|(number, all)| labels.page(number, all)),
            Field::LargePrint => Some(labels.get(Word::LargePrint).to_owned()),
            Field::Web => briefing.web.as_ref().map(|web| address::shown(&web.value).to_owned()),
            Field::CardFront => Some(briefing.card_front.title.value.clone()),
            Field::CardBack => Some(briefing.card_back.title.value.clone()),
        }
    }
}

/// A list is long that has so many items.
const MANY_ITEMS: usize = 9;

/// Whether a list of short items is easier to read in two columns.
const fn is_long_list(block: &Block) -> bool {
    matches!(block, Block::List { items, .. } if items.len() >= MANY_ITEMS)
}

/// An e-mail address is long where more letters than this stand on one side of its @.
const LONG: usize = 24;

/// Whether half a page is too narrow for two lines of an e-mail address.
fn is_long(email: &Spanned<String>) -> bool {
    email.value.split('@').any(|side| side.chars().count() > LONG)
}
