//! Setting: takes a document to be set, gives its pages once they are judged, or says what does not fit and what else
//! there is.

use std::borrow::Cow;
use std::sync::Arc;

use super::fewer::{contacts_that_fit, is_for_contacts};
use super::job::{Job, Made, Shared};
use super::messages::{left_off, own_fault};
use super::overset::Overset;
use super::sheets::Setting;
use super::{Options, sheets, way_out};
use crate::check::{self, Printed};
use crate::diag::any_error;
use crate::geom::Pt;
use crate::layout::Layout;
use crate::target::Target;
use crate::typeset::{Material, Misfit, Typeset, Why, typeset, typeset_to_look};

impl Job<'_> {
    /// Sets a document; gives it where its files may be made. What there is to say of it goes to the outcome.
    pub(super) fn set(&mut self, setting: &Setting<'_>, shared: &Shared<'_>) -> Option<Made> {
        let Shared { briefing, theme, logo, .. } = *shared;
        let fonts = &self.workshop.fonts;
        let layouts = std::iter::once(&*setting.layout).chain(&setting.smaller);
        let layouts: Vec<_> = layouts.map(|layout| with_bleed(layout, setting, self.options)).collect();
        let typeset = if self.options.targets.is_empty() { typeset_to_look } else { typeset };
        let material = |layout| Material { briefing, layout, theme, fonts, logo };
        let mut tried = material(&layouts[0]);
        let mut set = typeset(&tried, &mut self.worker.store);
        // Why it does not fit is told of the smallest letters, which come last.
        for smaller in &layouts[1..] {
            if set.is_err() {
                tried = material(smaller);
                set = typeset(&tried, &mut self.worker.store);
            }
        }
        match set {
            Ok(done) => self.judged(setting, tried.layout, done, shared),
            Err(misfits) => {
                self.tell_misfits(setting, &tried, &misfits, shared);
                None
            }
        }
    }

    /// A document that fits, where neither it nor the words have an error.
    fn judged(
        &mut self,
        setting: &Setting<'_>,
        layout: &Layout,
        mut done: Typeset,
        shared: &Shared<'_>,
    ) -> Option<Made> {
        let Shared { briefing, theme, typed, sound, .. } = *shared;
        let (document, title) = (&done.document, briefing.title.span);
        let faces = &self.workshop.fonts;
        let mut found = check::document(&Printed { kind: layout.document, document, faces, briefing, theme });
        if self.workshop.is_ours(layout.document) {
            found = found.into_iter().map(|found| own_fault(found, typed)).collect();
        }
        found.extend(sheets::small(layout.document, done.body.0, title, typed));
        let on_sheets = setting.sheets.iter();
        found.extend(on_sheets.filter_map(|sheet| sheets::letters(document, sheet, title, typed)));
        // A value that has to change anyway may be what takes the room.
        if sound {
            self.outcome.diagnostics.extend(left_off(briefing, layout, &done.left_off));
        }
        let why: Arc<[Why]> = std::mem::take(&mut done.why).into();
        if setting.alone {
            self.outcome.why.push((layout.document, Arc::clone(&why)));
        }
        let is_good = sound && !any_error(&found);
        self.outcome.diagnostics.extend(found);
        is_good.then_some(Made { done, why })
    }

    /// Says what does not fit, and the ways out that hold it all.
    fn tell_misfits(
        &mut self,
        setting: &Setting<'_>,
        material: &Material<'_>,
        misfits: &[Misfit],
        shared: &Shared<'_>,
    ) {
        let Shared { briefing, typed, .. } = *shared;
        let (workshop, layout, store) = (self.workshop, material.layout, &mut self.worker.store);
        let fit = contacts_that_fit(material, store, misfits);
        let look = self.options.look.or(briefing.look);
        let leaflet = way_out::has_leaflet(layout.document).then(|| {
            let of_job = &mut self.leaflet;
            of_job.get_or_insert_with(|| way_out::leaflet(workshop, material, look, typed, store)).clone()
        });
        let other_look = way_out::look(workshop, material, (look, typed), misfits, store);
        let on_one_page =
            setting.smaller.is_some() && way_out::has_room_on_one_page(workshop, material, look, store);
        let fits_a3 = way_out::fits_a3(material, store);
        // The ways out come first: they cost no word.
        let ways: Vec<String> = leaflet.flatten().into_iter().chain(other_look).collect();
        let messages = misfits.iter().map(|misfit| {
            let fit = fit.filter(|_| is_for_contacts(briefing, misfit));
            let message =
                Overset { briefing, layout, misfit, typed, look, fits_a3 }.told(fit, &setting.floor(layout));
            let mut message = setting.explained(message, typed, on_one_page);
            message.hints.splice(0..0, ways.iter().cloned());
            message
        });
        self.outcome.diagnostics.extend(messages);
    }
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
