//! Captions: takes lines of words of the layout, gives their height, and draws them with their meaning.

use std::rc::Rc;

use super::spot::Spot;
use crate::geom::{Point, Pt};
use crate::layout::{StyleSpec, TextLine, TextRole};
use crate::model::LinkTarget;
use crate::page::{Artifact, Role};
use crate::style::Style;
use crate::typeset::canvas::{Canvas, Meaning, PLAIN, Rag, Said, block};
use crate::typeset::counted::Counted;
use crate::typeset::trial::{Trial, height_of, resolve};

/// A line of words of the layout, shaped.
pub(in crate::typeset) struct Caption<'a> {
    /// The words.
    pub text: String,
    /// The words, shaped.
    pub shaped: Rc<Counted>,
    /// Their declared style.
    pub spec: &'a StyleSpec,
    /// What they are and the space above them.
    pub line: &'a TextLine,
    /// Where they lead.
    pub link: Option<LinkTarget>,
}

impl Caption<'_> {
    /// Whether a screen reader reads it.
    pub(in crate::typeset) fn is_content(&self) -> bool {
        self.line.role != TextRole::Furniture
    }
    /// Draws a line of words; gives its height.
    pub(super) fn place(&self, canvas: &mut Canvas<'_>, spot: &Spot<'_>, at: Point, width: Pt) -> Pt {
        let style = resolve(self.spec, spot.trial, Some(&self.shaped), width);
        self.place_as(style, canvas, spot, at, width)
    }

    /// Draws a line of words in a style; gives its height.
    pub(super) fn place_as(
        &self,
        style: Style,
        canvas: &mut Canvas<'_>,
        spot: &Spot<'_>,
        at: Point,
        width: Pt,
    ) -> Pt {
        let lines = block(&self.shaped, style, width, self.spec.align, Rag::Balanced);
        if !self.is_content() {
            return canvas.text(&lines, at, width, Meaning::None(Artifact::Pagination), PLAIN);
        }
        let role = match self.line.role {
            TextRole::H1 => Role::H1,
            TextRole::H2 => Role::H2,
            TextRole::P | TextRole::Furniture => Role::P,
        };
        let elem = canvas.elem(spot.parent, role);
        if matches!(role, Role::H1 | Role::H2) {
            canvas.bookmark(&self.text, u8::from(role == Role::H2), at.y, elem);
        }
        let link = self.link.as_ref();
        canvas.text(&lines, at, width, Meaning::Of(elem), &|_| Said {
            link: link.map(|link| (link, self.text.clone())),
            ..Said::default()
        })
    }
}

/// Height of lines of words below each other.
pub(in crate::typeset) fn captions_height(captions: &[Caption<'_>], width: Pt, trial: &Trial<'_>) -> Pt {
    captions.iter().enumerate().fold(Pt::ZERO, |height, (index, caption)| {
        let style = resolve(caption.spec, trial, Some(&caption.shaped), width);
        let gap = if index > 0 { caption.line.gap } else { Pt::ZERO };
        height + gap + height_of(&caption.shaped, &style, width)
    })
}

/// Draws lines of words below each other.
pub(in crate::typeset) fn place_captions(captions: &[Caption<'_>], canvas: &mut Canvas<'_>, spot: &Spot<'_>) {
    let mut y = spot.top(captions_height(captions, spot.area.w, spot.trial));
    for (index, caption) in captions.iter().enumerate() {
        if index > 0 {
            y += caption.line.gap;
        }
        y += caption.place(canvas, spot, Point::new(spot.area.x, y), spot.area.w);
    }
}
