//! Typesetting: takes a briefing and a layout, gives a document whose every page fits, or says what is too much.
//!
//! The phases: prepare (shape all words once), fit (try sizes and columns on plain arithmetic), place (draw
//! with meaning). Nothing here knows what file is asked for.

mod canvas;
mod content;
mod counted;
mod fit;
mod frames;
mod place;
mod prepare;
mod qr;
mod store;
mod trial;

use std::sync::Arc;

pub use store::Store;

use canvas::Canvas;
use frames::Boxed;
use place::Placer;
use prepare::Setting;

use crate::font::FontSet;
use crate::geom::Pt;
use crate::image::Picture;
use crate::language::Word;
use crate::layout::{Layout, PageMaster, Repeat};
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
}

/// A page whose text is too much even at the smallest allowed size.
#[derive(Clone, Debug, PartialEq)]
pub struct Misfit {
    /// How many words must go; `None` where it would not help to cut words.
    pub words: Option<usize>,
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
    let mut canvas = Canvas::new(material.fonts);
    canvas.document.metadata = metadata(material.briefing);
    // A document has about as many glyphs as the briefing has letters.
    let mut letters = 0;
    material.briefing.for_each_text(&mut |text, _| letters += text.len());
    canvas.document.arena.glyphs.reserve(letters);
    canvas.document.arena.text.reserve(letters);
    canvas.document.pictures.extend(material.logo.cloned());
    let mut made = Made { misfits: Vec::new(), text: None };
    for master in &material.layout.masters {
        let numbers: Vec<Option<usize>> = match master.repeat {
            Repeat::Once => vec![None],
            Repeat::Sections(first, last) => (first..=last).map(|number| Some(usize::from(number))).collect(),
        };
        for number in numbers {
            one_page(material, master, number, store, &mut canvas, &mut made);
        }
    }
    if !made.misfits.is_empty() {
        return Err(made.misfits);
    }
    // A layout may show no running text at all.
    let largest = material.layout.body.max;
    let (body, room) = made.text.unwrap_or(((largest, largest), 0));
    Ok(Typeset { document: canvas.document, body, room })
}

struct Made {
    misfits: Vec<Misfit>,
    /// Smallest and largest body size, and words of room on the fullest page.
    text: Option<((Pt, Pt), usize)>,
}

fn one_page(
    material: &Material<'_>,
    master: &PageMaster,
    number: Option<usize>,
    store: &mut Store,
    canvas: &mut Canvas<'_>,
    made: &mut Made,
) {
    let (briefing, layout) = (material.briefing, material.layout);
    let logo = material.logo.map(|logo| (logo.width as f32, logo.height as f32));
    for effort in fit::Effort::ALL {
        let tight = effort != fit::Effort::Usual;
        let frames = Setting { briefing, layout, tight, logo, number, store }.frames(&master.frames);
        let grid = master.grid.as_ref();
        let page = fit::Page::new(&frames, layout, grid, material.theme, effort);
        if let Some(fitted) = page.fit() {
            return place(material, number, &fitted, &frames, canvas, made);
        }
        if effort == fit::Effort::ByAllMeans {
            let fit::Excess { words, frame, over } = page.excess();
            made.misfits.push(Misfit { words, over, section: number, frame });
        }
    }
}

fn place(
    material: &Material<'_>,
    number: Option<usize>,
    fitted: &fit::Fitted<'_>,
    frames: &[Boxed<'_>],
    canvas: &mut Canvas<'_>,
    made: &mut Made,
) {
    let layout = material.layout;
    // A page without running text, such as the front of a card, has neither body size nor room for words.
    if let Some(room) = fitted.room {
        let size = fitted.trial.body;
        let ((low, high), least) = made.text.unwrap_or(((size, size), room));
        made.text = Some(((low.min(size), high.max(size)), least.min(room)));
    }
    canvas.begin(layout.size, layout.bleed, layout.safe);
    let parent = if number.is_some() { canvas.top(Role::Sect) } else { StructTree::ROOT };
    Placer { layout, trial: &fitted.trial, parent }.page(canvas, frames);
}

fn metadata(briefing: &Briefing) -> Metadata {
    Metadata {
        title: briefing.title.value.clone(),
        author: briefing.board.name.value.clone(),
        subject: briefing.labels.get(Word::Label).to_owned(),
        language: briefing.language.tag().to_owned(),
        created: 0,
    }
}
