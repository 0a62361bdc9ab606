//! Typesetting: takes a briefing and a layout, gives a document whose every page fits, or says what is too much.
//!
//! The phases: prepare (shape all words once), fit (try sizes and columns on plain arithmetic), place (draw
//! with meaning). Nothing here knows what file is asked for.

mod arrangements;
mod canvas;
mod content;
mod counted;
mod fit;
mod frames;
mod leaves;
mod letters;
mod mirror;
mod numbers;
mod pages;
mod place;
mod places;
mod prepare;
mod qr;
mod said;
mod store;
mod traces;
mod trial;
mod why;

use std::sync::Arc;

pub use content::LeftOff;
pub use fit::Badness;
pub use numbers::Numbers;
pub use store::Store;
pub use why::Why;

use canvas::Canvas;
use fit::Fitted;
use leaves::Leaf;
use place::Placer;

use crate::font::FontSet;
use crate::geom::Pt;
use crate::image::Picture;
use crate::language::{Direction, Word};
use crate::layout::{DocumentKind, Layout};
use crate::model::Briefing;
use crate::page::{Document, Metadata, Role, StructTree};
use crate::style::Theme;

/// What a document is made of.
pub struct Material<'a> {
    /// The words.
    pub briefing: &'a Briefing,
    /// The pages.
    pub layout: &'a Layout,
    /// The colours.
    pub theme: &'a Theme,
    /// The faces.
    pub fonts: &'a FontSet,
    /// The board's logo.
    pub logo: Option<&'a Arc<Picture>>,
}

/// A document that fits.
#[derive(Debug)]
pub struct Typeset {
    /// Its pages.
    pub document: Document,
    /// The smallest and the largest body size on any page.
    pub body: (Pt, Pt),
    /// How many words more the fullest page would hold at the smallest allowed size.
    pub room: usize,
    /// Why each page is as it is.
    pub why: Vec<Why>,
    /// What of the contacts no page has a place for.
    pub left_off: Vec<LeftOff>,
}

/// A page whose text is too much even at the smallest allowed size.
#[derive(Clone, Debug, PartialEq)]
pub struct Misfit {
    /// How many words must go; `None` where it would not help to cut words.
    pub words: Option<usize>,
    /// How many of them from each section, by its number less one, whichever words of it go.
    pub cuts: Vec<usize>,
    /// How much the frame runs over.
    pub over: Pt,
    /// The section whose page it is, from 1; without one the page holds several.
    pub section: Option<usize>,
    /// The frame that runs over.
    pub frame: String,
}

/// Makes a document.
///
/// # Errors
/// One `Misfit` for each page that cannot be made to fit.
pub fn typeset(material: &Material<'_>, store: &mut Store) -> Result<Typeset, Vec<Misfit>> {
    made(material, store, true)
}

/// The same for one that is looked at and not written: the words that it has room for, which nobody is told, are not
/// counted.
///
/// # Errors
/// One `Misfit` for each page that cannot be made to fit.
pub fn typeset_to_look(material: &Material<'_>, store: &mut Store) -> Result<Typeset, Vec<Misfit>> {
    made(material, store, false)
}

fn made(material: &Material<'_>, store: &mut Store, is_counted: bool) -> Result<Typeset, Vec<Misfit>> {
    let is_mirrored = material.briefing.language.direction() == Direction::RightToLeft;
    let mut canvas = Canvas::new(material.fonts, is_mirrored);
    canvas.document.metadata = metadata(material.briefing, material.layout.document);
    // A document has about as many glyphs as the briefing has letters, and some of its contacts and numbers twice.
    canvas.document.arena = store.arena();
    let mut letters = 0;
    material.briefing.for_each_text(&mut |text, _| letters += text.len());
    canvas.document.arena.glyphs.reserve(letters + letters / 4);
    canvas.document.arena.text.reserve(letters + letters / 4);
    if !material.layout.forms.is_empty() {
        let pages::Set { body, room, why } = pages::set(material, store, &mut canvas)?;
        return Ok(Typeset { document: canvas.document, body, room, why, left_off: Vec::new() });
    }
    let leaves = leaves::leaves(material, store);
    let fits = leaves::fitted(&leaves, material)?;
    let mut sizes: Option<(Pt, Pt)> = None;
    let mut why = Vec::with_capacity(fits.len());
    let mut left_off = Vec::new();
    for (leaf, fitted) in leaves.iter().zip(&fits) {
        // A page without running text, such as the front of a card, has neither body size nor room for words.
        if leaf.ways[fitted.way].has_text() {
            let size = fitted.trial.body;
            let (low, high) = sizes.unwrap_or((size, size));
            sizes = Some((low.min(size), high.max(size)));
        }
        left_off.extend(leaf.ways[fitted.way].left_off());
        place(material, leaf, fitted, &mut canvas);
        why.push(Why::new(leaf, fitted, std::mem::take(&mut canvas.numbers)));
    }
    // A layout may show no running text at all.
    let largest = material.layout.body.max;
    let body = sizes.unwrap_or((largest, largest));
    let room = if is_counted { leaves::room(&leaves, &fits, material) } else { 0 };
    Ok(Typeset { document: canvas.document, body, room, why, left_off })
}

/// How many words more a document with `forms:` holds at the smallest size of its roomiest form, which is told sooner
/// than how it is set; `None` where it does not hold those that there are.
pub fn room(material: &Material<'_>, store: &mut Store) -> Option<usize> {
    pages::room(material, store)
}

/// Whether every page of a document fits, which is told sooner than how.
pub fn fits(material: &Material<'_>, store: &mut Store) -> bool {
    leaves::leaves(material, store).iter().all(|leaf| leaf.fits(material))
}

fn place(material: &Material<'_>, leaf: &Leaf<'_>, fitted: &Fitted<'_>, canvas: &mut Canvas<'_>) {
    let layout = material.layout;
    canvas.begin(layout.size, layout.bleed, layout.safe);
    let parent = if leaf.number.is_some() { canvas.top(Role::Sect) } else { StructTree::ROOT };
    Placer { layout, trial: &fitted.trial, parent }.page(canvas, &leaf.ways[fitted.way].boxes);
}

fn metadata(briefing: &Briefing, kind: DocumentKind) -> Metadata {
    let title = &briefing.title.value;
    Metadata {
        title: match kind.said_in_title() {
            Some(word) => format!("{title} ({})", briefing.labels.get(word)),
            None => title.clone(),
        },
        author: briefing.board.name.value.clone(),
        subject: briefing.labels.get(Word::Label).to_owned(),
        language: briefing.language.tag().to_owned(),
        created: 0,
    }
}
