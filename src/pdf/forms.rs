//! Forms: takes finished pages that stand on sheets, gives each once as an object that all sheets show.
//!
//! A form that is read carries its marks and belongs to one place of one sheet; PDF/UA forbids a tagged form
//! to be drawn twice (Matterhorn Protocol, 30-002). Its repeats show a second object without marks, which is as
//! long as the content of one page and no longer: fonts and pictures are shared. A press needs the second only.

use pdf_writer::{Filter, Finish as _, Pdf};

use super::boxes::Boxes;
use super::content::{Painter, form_part};
use super::refs::FormPart;
use super::tags::{Home, Pieces};
use super::{File, WriteError, Writer, resources};
use crate::page::{Document, FormId, Page};

/// What each form of a document is needed for.
#[derive(Debug)]
pub(super) struct Forms {
    uses: Vec<Uses>,
}

#[derive(Clone, Copy, Debug)]
struct Uses {
    /// The page that it is read on.
    read_on: Option<usize>,
    /// Whether it is drawn without marks.
    bare: bool,
    /// The smallest scale that it is drawn at.
    scale: f32,
}

impl Forms {
    /// Looks at every placement of a document; without tags nothing is read.
    pub(super) fn of(document: &Document, tagged: bool) -> Result<Self, WriteError> {
        let mut uses = vec![Uses { read_on: None, bare: false, scale: f32::MAX }; document.forms.len()];
        for (page, placement) in placements(document) {
            let form = placement.form;
            let uses = uses.get_mut(usize::from(form.0)).ok_or(WriteError::UnknownForm(form.0))?;
            uses.scale = uses.scale.min(placement.transform.scale);
            match form_part(placement, tagged) {
                FormPart::Bare => uses.bare = true,
                FormPart::Tagged if uses.read_on.is_some() => return Err(WriteError::FormReadTwice(form.0)),
                FormPart::Tagged => uses.read_on = Some(page),
            }
        }
        Ok(Forms { uses })
    }

    fn ids(&self) -> impl Iterator<Item = (FormId, Uses)> {
        (0..).map(FormId).zip(self.uses.iter().copied())
    }
}

fn placements(document: &Document) -> impl Iterator<Item = (usize, &crate::page::Placement)> {
    document.pages.iter().enumerate().flat_map(|(at, page)| page.placed.iter().map(move |one| (at, one)))
}

/// The forms that stand on a page, each once.
pub(super) fn on_page(page: &Page, tagged: bool) -> Vec<(FormId, FormPart)> {
    let mut forms: Vec<_> = page.placed.iter().map(|one| (one.form, form_part(one, tagged))).collect();
    forms.sort_unstable();
    forms.dedup();
    forms
}

impl File<'_> {
    /// Writes every form as often as it is needed: with its marks, without them, or both.
    pub(super) fn write_forms(&self, pdf: &mut Pdf, writer: &mut Writer, pieces: &mut Pieces) {
        for (id, uses) in self.forms.ids() {
            pieces.begin(uses.read_on.map(|page| Home { page, form: Some(id) }));
            if uses.read_on.is_some() {
                self.write_form(pdf, writer, (id, FormPart::Tagged, uses.scale), pieces);
            }
            if uses.bare {
                self.write_form(pdf, writer, (id, FormPart::Bare, uses.scale), &mut Pieces::default());
            }
        }
    }

    fn write_form(
        &self,
        pdf: &mut Pdf,
        writer: &mut Writer,
        form: (FormId, FormPart, f32),
        pieces: &mut Pieces,
    ) {
        let (id, part, scale) = form;
        let page = &self.document.forms[usize::from(id.0)];
        let boxes = Boxes::of_form(page);
        let (document, subsets, space) = (self.document, &self.subsets, self.space);
        let tagged = part == FormPart::Tagged;
        Painter { ops: &mut writer.ops, document, subsets, space, tagged, scale }.page(page, &boxes, pieces);
        let content = writer.deflater.page(writer.ops.bytes());
        let mut form = pdf.form_xobject(self.refs.form(id, part), content);
        form.filter(Filter::FlateDecode);
        form.bbox(boxes.bleed());
        let marks = (self.target, false);
        resources::write(&mut form.resources(), &self.refs, subsets, self.pictures.len(), &[], marks);
        if tagged {
            form.struct_parents((self.document.pages.len() + usize::from(id.0)) as i32);
        }
        form.finish();
    }
}
