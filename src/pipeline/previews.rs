//! Previews of a job: takes a finished document, gives each of its pages as a picture, where they are wanted.

use super::Product;
use super::job::Job;
use crate::diag::{Code, Diagnostic};
use crate::geom::Pt;
use crate::page::Document;
use crate::preview;

impl Job<'_> {
    /// Draws the pages of a document as PNG; `blank` is a product of it, whose name has no ending.
    pub(super) fn draw_pages(&mut self, document: &Document, blank: &Product) {
        let Some((kind, dots)) = blank.document.zip(self.options.png) else { return };
        for page in 0..document.pages.len() {
            let number = (document.pages.len() > 1).then_some(page + 1);
            let svg = preview::svg(document, page, &self.workshop.fonts);
            match preview::png(&svg, f32::from(dots)) {
                Ok(bytes) => self.outcome.products.push(Product {
                    file_name: self.options.picture_name(kind, &blank.file_name, number),
                    bytes,
                    pages: 1,
                    body: (Pt::ZERO, Pt::ZERO),
                    room: 0,
                    ..blank.clone()
                }),
                Err(why) => {
                    let message = format!("page {} of {} cannot be drawn: {why}", page + 1, blank.file_name);
                    let place = self.briefing.title.span;
                    let fault = Diagnostic::error(Code::FileUnwritable, place, message);
                    self.outcome.diagnostics.push(fault.hint("Give  --png  a smaller number, such as 150"));
                }
            }
        }
    }
}
