//! Sheets of a job: takes what is asked for, gives the documents to be set for it and the names of its files.

use std::borrow::Cow;

use super::messages::points;
use super::workshop::Workshop;
use super::{Options, Product, variant, way_out};
use crate::diag::{Code, Diagnostic};
use crate::font::FontSet;
use crate::geom::{Paper, Pt, Size};
use crate::impose::{Imposition, impose, test_sheets};
use crate::layout::{DocumentKind, Layout, PageRule, READ_WELL, SMALLEST, Sheet};
use crate::page::{Document, ItemKind, Tag};
use crate::read;
use crate::shell::Command;
use crate::source::{Sources, Span};
use crate::target::{Press, Target};

include!(concat!(env!("OUT_DIR"), "/sheets.rs"));

/// The sheets inside this program, read.
#[must_use]
pub fn shelved_sheets() -> Vec<Sheet> {
    let read = |(name, text): &(&str, &str)| read::sheet(&mut Sources::default(), name, text.as_bytes()).0;
    EMBEDDED_SHEETS.iter().filter_map(read).collect()
}

/// Pages of other sizes than the layouts declare.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sizes {
    /// The paper of the poster.
    pub poster: Option<Paper>,
    /// The card after trimming.
    pub card: Option<Size>,
}

/// Sheets that are to be made.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// Which, and how the printer is met.
    pub imposition: Imposition,
    /// Whether its test sheet is made as well.
    pub test: bool,
}

impl Wanted {
    /// A sheet as it is, for a printer that does not drift.
    #[must_use]
    pub fn plain(sheet: Sheet) -> Self {
        let offset = crate::geom::Point::default();
        let imposition = Imposition { sheet, flip: None, offset, offset_back: None, start_at: 1 };
        Wanted { imposition, test: false }
    }
}

/// A document to be set, and what is made of it.
pub(super) struct Setting<'j> {
    /// Its layout.
    pub layout: Cow<'j, Layout>,
    /// The same with smaller letters, where these do not fit: as small as paper may have them.
    pub smaller: Option<Layout>,
    /// Whether it is written by itself, or only for its sheets.
    pub alone: bool,
    /// Its sheets.
    pub sheets: Vec<Cow<'j, Wanted>>,
}

impl Setting<'_> {
    /// The smallest size of its text as it is read: "12 pt", or "7 pt on the sheet 6-up".
    pub(super) fn floor(&self, layout: &Layout) -> String {
        let sheet = self.sheets.first().filter(|_| !self.alone && self.smaller.is_some());
        match sheet.map(|wanted| &wanted.imposition.sheet) {
            Some(sheet) => {
                let floor = layout.body.min * (sheet.cell.w / layout.size.w);
                format!("{} pt on the sheet {}", points(floor), sheet.name)
            }
            None => format!("{} pt", points(layout.body.min)),
        }
    }

    /// A message about a card that is set only for a sheet says so, for the card by itself may be sound.
    pub(super) fn explained(
        &self,
        mut message: Diagnostic,
        typed: &Command,
        on_one_page: bool,
    ) -> Diagnostic {
        let Some(wanted) = self.sheets.first().filter(|_| !self.alone) else { return message };
        if self.smaller.is_some() {
            let sheet = &wanted.imposition.sheet;
            let why = format!(
                "This is about the sheet {}: no letter of it may be smaller than {:.0} pt",
                sheet.name,
                SMALLEST.get()
            );
            // A larger layout for slides is of no use where they are made small again.
            message.hints.pop();
            message.hints.splice(0..0, on_paper(sheet, typed, on_one_page));
            return message.hint(why);
        }
        let Sheet { name, cell, .. } = &wanted.imposition.sheet;
        let (w, h) = (cell.w.to_mm(), cell.h.to_mm());
        message.hint(format!("Or take another sheet: the cards of {name} are {w:.0} x {h:.0} mm"))
    }
}

/// Rounding of sizes, which nobody sees.
const NEAR: Pt = Pt::new(0.05);

/// The sheet with the largest slides.
const LARGEST_SLIDES: &str = "2-up";

/// What else there is on paper than slides that are too small there: one page that is set anew, where it holds the
/// text, and larger slides, where there are any.
fn on_paper(sheet: &Sheet, typed: &Command, on_one_page: bool) -> Vec<String> {
    let instead = |name: &str| {
        // A sheet on other paper has the paper in its name.
        let own = sheet.name.split('.').next().unwrap_or_default();
        let exchanged = typed.clone().exchanged("--handout", own, Some(name));
        if exchanged == *typed { exchanged.with("--handout", name) } else { exchanged }
    };
    let mut ways = Vec::new();
    if on_one_page {
        ways.push(format!("Set all of it anew for one page:  {}", instead(DocumentKind::EightUp.as_str())));
    }
    if !sheet.name.starts_with(LARGEST_SLIDES) {
        ways.push(format!("Put fewer slides on a sheet:  {}", instead(LARGEST_SLIDES)));
    }
    ways
}

/// What there is to say of running text that is read by few.
pub(super) fn small(document: DocumentKind, body: Pt, place: Span, typed: &Command) -> Option<Diagnostic> {
    let least = document.reads_well().filter(|least| body < *least - NEAR)?;
    let message = format!(
        "the text of the {} is {:.1} pt high, which is hard to read; {:.0} pt is read well",
        document.as_str(),
        body.get(),
        least.get()
    );
    let leaflet = way_out::leaflet_command(typed);
    let hint = format!("Take words out, or make a leaflet, which has two sides:  {leaflet}");
    Some(Diagnostic::warning(Code::TypeTooSmall, place, message).hint(hint))
}

/// What there is to say of the smallest letter on the sheets of a document.
pub(super) fn letters(
    document: &Document,
    wanted: &Wanted,
    place: Span,
    typed: &Command,
) -> Option<Diagnostic> {
    let sheet = &wanted.imposition.sheet;
    let pages = document.pages.len();
    let [usual, of_last] = sheet.scales(document.pages.first()?.size, pages);
    if usual > 0.99 {
        return None;
    }
    let sizes = document.pages.iter().zip(1..).flat_map(|(page, number)| {
        let scale = if number == pages { of_last } else { usual };
        page.items.iter().filter_map(move |item| match (&item.kind, item.tag) {
            (ItemKind::Glyphs(run), Tag::Content(_)) => Some(run.size * scale),
            _ => None,
        })
    });
    let least = sizes.reduce(Pt::min)?;
    let said = |how: &str| {
        format!("the smallest letters of the sheet {} are {:.1} pt high, {how}", sheet.name, least.get())
    };
    let what = match least {
        least if least < SMALLEST - NEAR => {
            Diagnostic::error(Code::TypeTooSmall, place, said("which nobody can read"))
        }
        least if least < READ_WELL - NEAR => {
            Diagnostic::warning(Code::TypeTooSmall, place, said("which is hard to read"))
        }
        _ => return None,
    };
    // Slides that have room on a sheet have it on a page that is set anew.
    Some(on_paper(sheet, typed, true).into_iter().fold(what, Diagnostic::hint))
}

/// What a job sets, in its own look where the options name none: every document once, and the card once more for sheets with cells of another size.
pub(super) fn settings<'j>(
    workshop: &'j Workshop,
    options: &'j Options,
    own: Option<&str>,
) -> Vec<Setting<'j>> {
    let look = options.look.or(own);
    let mut settings: Vec<Setting<'j>> = Vec::new();
    for document in &options.documents {
        let Some(layout) = workshop.layout(look, *document) else { continue };
        let layout = options.sizes.of(layout);
        settings.push(Setting { layout, smaller: None, alone: true, sheets: Vec::new() });
    }
    for wanted in &options.sheets {
        let wanted = options.sizes.of_sheet(wanted);
        let sheet = &wanted.imposition.sheet;
        let Some(layout) = workshop.layout(look, sheet.document) else { continue };
        let layout = match sheet.document.page_rule() {
            PageRule::Cut => Cow::Owned(layout.resized(sheet.cell)),
            PageRule::Paper | PageRule::Fixed => in_shape(options.sizes.of(layout), sheet),
        };
        // Slides become smaller on paper, so they are set anew with letters that are read there.
        let (layout, smaller) = match sheet.scales(layout.size, layout.pages()) {
            [scale, of_last] if sheet.document.page_rule() == PageRule::Fixed && scale < 1.0 => {
                let at = |least: Pt| layout.with_floors(least / scale, least / of_last);
                (Cow::Owned(at(READ_WELL)), Some(at(SMALLEST)))
            }
            _ => (layout, None),
        };
        let same = |known: &&mut Setting<'_>| {
            let is_same_page =
                known.layout.document == layout.document && alike(known.layout.size, layout.size);
            is_same_page
                && (smaller.is_none() || known.layout.styles == layout.styles && known.smaller == smaller)
        };
        match settings.iter_mut().find(same) {
            Some(known) => known.sheets.push(wanted),
            None => settings.push(Setting { layout, smaller, alone: false, sheets: vec![wanted] }),
        }
    }
    settings
}

/// A layout whose pages a sheet makes smaller, as high to its width as the cells are: what has no page to itself need
/// not leave paper empty for the shape of a screen.
fn in_shape<'l>(layout: Cow<'l, Layout>, sheet: &Sheet) -> Cow<'l, Layout> {
    let Size { w, h } = layout.size;
    if sheet.cell.w >= w {
        return layout;
    }
    let shaped = Size::new(w, w * (sheet.cell.h / sheet.cell.w));
    let size = if (shaped.h - h).abs() < w * SAME_SHAPE { layout.size } else { shaped };
    Cow::Owned(Layout { on_sheet: true, ..layout.resized(size) })
}

/// Heights that differ by so small a part of the width come of rounded millimetres.
const SAME_SHAPE: f32 = 0.005;

/// Whether two sizes differ by less than a knife does.
fn alike(a: Size, b: Size) -> bool {
    let near = Pt::mm(0.01);
    (a.w - b.w).abs() < near && (a.h - b.h).abs() < near
}

impl Sizes {
    /// A layout on the page that is asked for.
    fn of<'l>(&self, layout: &'l Layout) -> Cow<'l, Layout> {
        match (layout.document.page_rule(), self.poster, self.card) {
            (PageRule::Paper, Some(paper), _) => Cow::Owned(layout.on_paper(paper)),
            (PageRule::Cut, _, Some(size)) => Cow::Owned(layout.resized(size)),
            _ => Cow::Borrowed(layout),
        }
    }

    /// A sheet with cells for the card that is asked for. Paper that is cut already keeps its cells, and so does
    /// paper that is too small: the card is set to their size then.
    fn of_sheet<'w>(&self, wanted: &'w Wanted) -> Cow<'w, Wanted> {
        let sheet = &wanted.imposition.sheet;
        let card = self.card.filter(|_| sheet.document.page_rule() == PageRule::Cut);
        match card.and_then(|size| sheet.for_pages_of(size)) {
            Some(sheet) => {
                let imposition = Imposition { sheet, ..wanted.imposition.clone() };
                Cow::Owned(Wanted { imposition, test: wanted.test })
            }
            None => Cow::Borrowed(wanted),
        }
    }
}

/// A sheet as it is written: its document, and the file without bytes.
pub(super) fn sheets(
    document: &Document,
    faces: &FontSet,
    blank: &Product,
    wanted: &Wanted,
) -> Vec<(Document, Product)> {
    let imposition = &wanted.imposition;
    let made = impose(document, imposition);
    // Body type as it comes out on paper.
    let scale =
        made.pages.first().and_then(|page| page.placed.first()).map_or(1.0, |one| one.transform.scale);
    let body = (blank.body.0 * scale, blank.body.1 * scale);
    let file_name = variant::of_sheet(imposition, false);
    let product = Product { file_name, body, pages: made.pages.len(), ..blank.clone() };
    let test = wanted.test.then(|| {
        let made = test_sheets(imposition, &document.metadata, faces);
        let file_name = variant::of_sheet(imposition, true);
        let (pages, body) = (made.pages.len(), (Pt::ZERO, Pt::ZERO));
        (made, Product { file_name, pages, body, room: 0, ..blank.clone() })
    });
    std::iter::once((made, product)).chain(test).collect()
}

/// A sheet is not trimmed as a whole: it has no bleed, and its marks are its own.
pub(super) const fn of_sheet(target: Target) -> Target {
    match target {
        Target::Screen | Target::ScreenUa2 => target,
        Target::Print(press) => Target::Print(Press { bleed: Pt::ZERO, marks: false, ..press }),
    }
}
