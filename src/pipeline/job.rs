//! One job's steps: takes a briefing that was read, gives its files, or adds what is wrong to the outcome.

use std::sync::Arc;

use super::characters;
use super::colours::theme;
use super::sheets::Setting;
use super::workshop::{Worker, Workshop};
use super::{Beside, Files, Options, Outcome, Product, sheets, twins};
use crate::check::{self, Settings};
use crate::diag::{Code, Diagnostic, Place, Severity, any_error};
use crate::image::Picture;
use crate::model::{Briefing, spelt_out};
use crate::page::Document;
use crate::preview;
use crate::shell::Command;
use crate::source::Span;
use crate::style::Theme;
use crate::target::Target;
use crate::typeset::{Typeset, Why};

/// What all documents of a job are made of.
pub(super) struct Shared<'j> {
    pub briefing: &'j Briefing,
    pub theme: &'j Theme,
    pub logo: Option<&'j Arc<Picture>>,
    /// The command that builds this briefing alone.
    pub typed: &'j Command,
    /// Whether the words have no error, so that files may be made.
    pub sound: bool,
}

/// A document of which files are to be made.
pub(super) struct Made {
    pub done: Typeset,
    pub why: Arc<[Why]>,
}

/// A job under way.
pub(super) struct Job<'j> {
    pub(super) workshop: &'j Workshop,
    pub(super) worker: &'j mut Worker,
    pub(super) options: &'j Options,
    pub(super) briefing: &'j Briefing,
    pub(super) outcome: &'j mut Outcome,
    /// The advice to print a leaflet, or that none holds the text; it is asked once, and only where something does not fit.
    pub(super) leaflet: Option<Option<String>>,
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
        self.worker.store.begin(&briefing.language);
        let sound = !any_error(&self.outcome.diagnostics);
        let shared = Shared { briefing, theme: &theme, logo, typed: &self.typed(), sound };
        let mut made = Vec::new();
        let settings = sheets::settings(self.workshop, self.options, briefing.look);
        for setting in &settings {
            made.extend(self.set(setting, &shared).map(|done| (setting, done)));
        }
        once_a_picture(&mut self.outcome.diagnostics);
        let created = self.created();
        for (setting, mut made) in made {
            made.done.document.metadata.created = created;
            self.write(setting, &made.done, made.why);
            self.worker.store.give_back(made.done.document);
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
