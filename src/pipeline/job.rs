//! One job's steps: takes a briefing that was read, gives its files, or adds what is wrong to the outcome.

use std::borrow::Cow;
use std::sync::Arc;

use super::characters;
use super::colours::theme;
use super::fewer::{contacts_that_fit, is_for_contacts};
use super::messages::{left_off, own_fault, too_long};
use super::sheets::Setting;
use super::workshop::{Worker, Workshop};
use super::{Beside, Files, Options, Outcome, Product, sheets, twins, way_out};
use crate::check::{self, Printed, Settings};
use crate::diag::{Code, Diagnostic, Place, Severity, any_error};
use crate::geom::Pt;
use crate::image::Picture;
use crate::layout::Layout;
use crate::model::{Briefing, spelt_out};
use crate::page::Document;
use crate::preview;
use crate::shell::Command;
use crate::source::Span;
use crate::target::Target;
use crate::typeset::{Material, Typeset, Why, typeset, typeset_to_look};

/// A job under way.
pub(super) struct Job<'j> {
    pub(super) workshop: &'j Workshop,
    pub(super) worker: &'j mut Worker,
    pub(super) options: &'j Options,
    pub(super) briefing: &'j Briefing,
    pub(super) outcome: &'j mut Outcome,
}

impl Job<'_> {
    /// A character that no face has would be drawn as an empty box, so it is refused.
    pub(super) fn check_characters(&mut self) {
        let Outcome { sources, diagnostics, .. } = &mut *self.outcome;
        diagnostics.extend(characters::check(self.briefing, &self.workshop.fonts, sources));
    }

    /// The rules about words, contacts and dates.
    pub(super) fn check_words(&mut self) {
        let today = self.options.today;
        let settings = Settings { today, sources: Some(&self.outcome.sources) };
        let mut found = check::briefing(self.briefing, &settings);
        if !self.options.targets.is_empty() {
            judge_template(&mut found, self.briefing.board.name.span);
        }
        leave_out_cured(&mut self.outcome.diagnostics, &found);
        self.outcome.diagnostics.extend(found);
        self.outcome.until = today.and_then(|today| check::next_change(self.briefing, today));
    }

    pub(super) fn logo(&mut self, files: &dyn Files) -> Option<Arc<Picture>> {
        let logo = self.briefing.board.logo.as_ref()?;
        let refuse =
            |code, message: String, hint: &str| Diagnostic::error(code, logo.file.span, message).hint(hint);
        let found = match files.read(&logo.file.value) {
            Err(why) => Err(refuse(
                Code::PictureFile,
                why,
                "Put a picture of at most 20 MB beside the file that names it, or correct the name",
            )),
            Ok(bytes) => self
                .worker
                .pictures
                .decoded(bytes, self.options.mono)
                .map_err(|why| refuse(Code::PictureBroken, why.to_string(), why.advice())),
        };
        match found {
            Ok(picture) => Some(picture),
            Err(diagnostic) => {
                self.outcome.diagnostics.push(diagnostic);
                None
            }
        }
    }

    /// Sets every document, also where the words have an error, for what does not fit is worth knowing too.
    /// Files are made only where the words have none, and only of those documents that have none themselves.
    pub(super) fn make(&mut self, logo: Option<&Arc<Picture>>, beside: &[Beside]) {
        let briefing = &*spelt_out(self.briefing);
        let (theme, changes) = theme(briefing, self.options.mono);
        self.outcome.diagnostics.extend(check::colours(briefing, &changes));
        let typed = self.typed();
        let store = &mut self.worker.store;
        store.begin(&briefing.language);
        let sound = !any_error(&self.outcome.diagnostics);
        let mut typeset_documents = Vec::new();
        // Whether a leaflet holds the text is asked once, and only where something does not.
        let mut way_out: Option<Option<String>> = None;
        let settings = sheets::settings(self.workshop, self.options, briefing.look);
        for setting in &settings {
            let layouts = std::iter::once(&*setting.layout).chain(&setting.smaller);
            let layouts: Vec<_> = layouts.map(|layout| with_bleed(layout, setting, self.options)).collect();
            let material =
                |layout| Material { briefing, layout, theme: &theme, fonts: &self.workshop.fonts, logo };
            let typeset = if self.options.targets.is_empty() { typeset_to_look } else { typeset };
            // Why it does not fit is told of the smallest letters, which come last.
            let (mut layout, mut set): (&Layout, _) = (&layouts[0], typeset(&material(&layouts[0]), store));
            for smaller in &layouts[1..] {
                if set.is_err() {
                    (layout, set) = (smaller, typeset(&material(smaller), store));
                }
            }
            let material = material(layout);
            match set {
                Ok(mut done) => {
                    let why: Arc<[Why]> = std::mem::take(&mut done.why).into();
                    if setting.alone {
                        self.outcome.why.push((layout.document, Arc::clone(&why)));
                    }
                    let mut found = check::document(&Printed {
                        kind: layout.document,
                        document: &done.document,
                        faces: &self.workshop.fonts,
                        briefing,
                        theme: &theme,
                    });
                    if self.workshop.is_ours(layout.document) {
                        found = found.into_iter().map(|found| own_fault(found, &typed)).collect();
                    }
                    let title = briefing.title.span;
                    found.extend(sheets::small(layout.document, done.body.0, title, &typed));
                    found.extend(
                        setting
                            .sheets
                            .iter()
                            .filter_map(|sheet| sheets::letters(&done.document, sheet, title, &typed)),
                    );
                    // A value that has to change anyway may be what takes the room.
                    if sound {
                        self.outcome.diagnostics.extend(left_off(briefing, layout, &done.left_off));
                    }
                    if sound && !any_error(&found) {
                        typeset_documents.push((setting, done, why));
                    }
                    self.outcome.diagnostics.extend(found);
                }
                Err(misfits) => {
                    let fit = contacts_that_fit(&material, store, &misfits);
                    let look = self.options.look.or(briefing.look);
                    if way_out.is_none() && way_out::has_leaflet(layout.document) {
                        way_out = Some(way_out::leaflet(self.workshop, &material, look, &typed, store));
                    }
                    let leaflet = way_out.as_ref().filter(|_| way_out::has_leaflet(layout.document));
                    let other_look = way_out::look(self.workshop, &material, (look, &typed), &misfits, store);
                    let on_one_page = setting.smaller.is_some()
                        && way_out::has_room_on_one_page(self.workshop, &material, look, store);
                    let messages = misfits.iter().map(|misfit| {
                        let fit = fit.filter(|_| is_for_contacts(briefing, misfit));
                        let message = too_long(briefing, layout, misfit, fit, &setting.floor(layout));
                        let mut message = setting.explained(message, &typed, on_one_page);
                        // The ways out come first: they cost no word.
                        message
                            .hints
                            .splice(0..0, leaflet.cloned().flatten().into_iter().chain(other_look.clone()));
                        message
                    });
                    self.outcome.diagnostics.extend(messages);
                }
            }
        }
        once_a_picture(&mut self.outcome.diagnostics);
        let created = self.created();
        for (setting, mut done, why) in typeset_documents {
            done.document.metadata.created = created;
            self.write(setting, &done, why);
        }
        if sound {
            let made = twins::products(self.options, briefing, &theme, logo, beside, &self.outcome.products);
            self.outcome.products.extend(made);
        }
    }

    /// The command that builds this briefing alone as it was asked for.
    fn typed(&self) -> Command {
        let file = self.outcome.sources.get(self.briefing.title.span.source).name();
        let typed = self.options.typed.build(file);
        match self.options.look {
            Some(look) => typed.with("--look", look),
            None => typed,
        }
    }

    /// The moment written into the files: the day of issue, else the given moment, else a fixed one.
    fn created(&self) -> i64 {
        /// Midnight, 1 January 2000, UTC: a moment that nobody takes for a real one.
        const FIXED: i64 = 946_684_800;
        let issued = self.briefing.issued.as_ref().map(|issued| issued.value.timestamp());
        issued.or(self.options.now.map(|now| now.0)).unwrap_or(FIXED)
    }

    /// Writes a document and its sheets, for every target.
    fn write(&mut self, setting: &Setting<'_>, done: &Typeset, why: Arc<[Why]>) {
        let blank = Product {
            document: Some(setting.layout.document),
            target: Target::Screen,
            file_name: setting.layout.document.as_str().to_owned(),
            bytes: Vec::new(),
            pages: done.document.pages.len(),
            body: done.body,
            room: done.room,
            why: Arc::default(),
            thumbnail: None,
        };
        if setting.alone {
            let thumbnail =
                self.worker.thumbnails.then(|| preview::svg(&done.document, 0, &self.workshop.fonts).into());
            self.write_all(&done.document, &Product { thumbnail, why, ..blank.clone() }, |target| target);
            self.draw_pages(&done.document, &blank);
            self.draw(&done.document);
        }
        for wanted in &setting.sheets {
            for (document, product) in sheets::sheets(&done.document, &self.workshop.fonts, &blank, wanted) {
                self.write_all(&document, &product, sheets::of_sheet);
                self.draw_pages(&document, &product);
                self.draw(&document);
            }
        }
    }

    /// Writes one file for each target; `product` has all but their bytes, and a name without its ending.
    fn write_all(&mut self, document: &Document, product: &Product, adapted: impl Fn(Target) -> Target) {
        let Some(kind) = product.document else { return };
        for target in &self.options.targets {
            match self.worker.writer.write(document, &adapted(*target)) {
                Ok(bytes) => {
                    let file_name = self.options.file_name(kind, &product.file_name, *target);
                    self.outcome.products.push(Product {
                        target: *target,
                        file_name,
                        bytes,
                        ..product.clone()
                    });
                }
                Err(why) => self.outcome.diagnostics.push(
                    Diagnostic::error(Code::FontInvalid, self.briefing.title.span, why.to_string())
                        .hint("Use another font file, or leave out --fonts"),
                ),
            }
        }
    }
}

/// Of what several documents say of one picture that is too coarse, what asks for most pixels.
fn once_a_picture(messages: &mut Vec<Diagnostic>) {
    let wanted = |message: &Diagnostic| -> usize {
        let digits =
            message.hints.first().map(|hint| hint.chars().filter(char::is_ascii_digit).collect::<String>());
        digits.and_then(|digits| digits.parse().ok()).unwrap_or(0)
    };
    let coarse = |message: &&Diagnostic| message.code == Code::PictureResolution;
    let Some(most) = messages.iter().filter(coarse).max_by_key(|message| wanted(message)).cloned() else {
        return;
    };
    let mut kept = false;
    messages.retain(|message| {
        let other = message.code == Code::PictureResolution && (*message != most || kept);
        kept |= *message == most;
        !other
    });
}

/// The layout with art for the widest bleed that a press or a sheet is to get.
fn with_bleed<'l>(layout: &'l Layout, setting: &Setting<'_>, options: &Options) -> Cow<'l, Layout> {
    let sheets = setting.sheets.iter().map(|wanted| wanted.imposition.sheet.bleed);
    let asked = options.targets.iter().filter_map(|target| match target {
        Target::Print(press) => Some(press.bleed),
        Target::Screen | Target::ScreenUa2 => None,
    });
    match asked.chain(sheets).reduce(Pt::max) {
        Some(bleed) if bleed > layout.bleed => Cow::Owned(Layout { bleed, ..layout.clone() }),
        _ => Cow::Borrowed(layout),
    }
}

/// What of the template a build may print: all of it, for then somebody looks how the pages will be; or none. A
/// sentence that was overlooked among words of one's own would be handed round.
fn judge_template(found: &mut [Diagnostic], board: Span) {
    let mut template: Vec<_> =
        found.iter_mut().filter(|message| message.code == Code::TemplateWords).collect();
    // A board's own file may have brought its name already.
    let sections = template.iter().filter(|message| message.place != Place::At(board)).count();
    if sections == check::template_sections() {
        let look = "These pages show how yours will look; they are not to be handed round";
        template[0].hints.push(look.to_owned());
    } else {
        template.iter_mut().for_each(|message| message.severity = Severity::Error);
    }
}

/// Takes out what is told of a character where the cure of another message puts plain ones in its place: dashes of
/// another kind inside a telephone number are one slip.
fn leave_out_cured(told: &mut Vec<Diagnostic>, found: &[Diagnostic]) {
    let cures = found.iter().flat_map(|message| &message.fix).filter(|part| part.text.is_ascii());
    let cures: Vec<Span> = cures.map(|part| part.span).collect();
    let holds = |outer: &Span, inner: Span| {
        outer.source == inner.source && outer.start <= inner.start && inner.end <= outer.end
    };
    let cured = |message: &Diagnostic| {
        message.code == Code::MissingGlyph
            && !message.fix.is_empty()
            && message.fix.iter().all(|part| cures.iter().any(|cure| holds(cure, part.span)))
    };
    told.retain(|message| !cured(message));
}
