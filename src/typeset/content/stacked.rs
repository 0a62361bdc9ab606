//! Stacked: takes contacts at their sizes, gives them below each other in columns of equal width.

use super::contacts::Entry;
use super::sizes::{LINE_GAP, Scaled};
use crate::geom::{Pt, Rect};
use crate::layout::ContactForm;
use crate::typeset::places::{Form, Mosaic, Tile};

impl Scaled<'_, '_> {
    /// Contacts below each other in columns of equal width, in order by rows.
    pub(super) fn stacked(&self, width: Pt, columns: usize) -> Mosaic {
        let gap = self.line_gap();
        let column = (width - gap * (columns - 1) as f32) / columns as f32;
        let mut mosaic = Mosaic { columns, ..Mosaic::default() };
        for (row, entries) in self.contacts.entries.chunks(columns).enumerate() {
            let y = if row > 0 { mosaic.height + gap } else { Pt::ZERO };
            let height = entries
                .iter()
                .map(|entry| self.tile(entry, self.line_form(entry), column).0)
                .fold(Pt::ZERO, Pt::max);
            for (place, entry) in entries.iter().enumerate() {
                let rect = Rect::new((column + gap) * place as f32, y, column, height);
                let form = self.line_form(entry);
                mosaic.tiles.push(Tile { entry: row * columns + place, form, rect });
            }
            mosaic.height = y + height;
        }
        mosaic
    }

    /// How a contact stands in a list or a column.
    fn line_form(&self, entry: &Entry<'_>) -> Form {
        let is_alarm = self.forms(entry).contains(&Form::AlarmRow);
        match self.contacts.spec.form {
            ContactForm::Alarm if is_alarm => Form::AlarmTall,
            ContactForm::Grid if is_alarm => Form::AlarmRow,
            _ => Form::Plain,
        }
    }

    /// Space between lines.
    pub(super) fn line_gap(&self) -> Pt {
        self.gap * LINE_GAP
    }

    /// Height of a tile of a width, and whether nothing in it is broken.
    pub(super) fn tile(&self, entry: &Entry<'_>, form: Form, width: Pt) -> (Pt, bool) {
        let (across, down) = self.around(entry);
        let (height, whole) = self.height(entry, form, width - across);
        (height + down, whole)
    }
}
