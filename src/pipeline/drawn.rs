//! Drawings of a job: takes a finished document, keeps its pages as SVG where a worker is to draw and not to write.

use super::job::Job;
use crate::page::Document;
use crate::preview;

/// The pages of a document or of a sheet, as pictures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The first page and the last, each as an SVG.
    pub pages: Vec<String>,
    /// How many there are.
    pub count: usize,
}

impl Job<'_> {
    /// Draws some pages of a document, if that is wanted.
    pub(super) fn draw(&mut self, document: &Document) {
        if !self.worker.draws {
            return;
        }
        let count = document.pages.len();
        let last = count.saturating_sub(1);
        let wanted = (0..count).filter(|page| *page == 0 || *page == last);
        let pages = wanted.map(|page| preview::svg(document, page, &self.workshop.fonts)).collect();
        self.outcome.drawn.push(Drawn { pages, count });
    }
}
