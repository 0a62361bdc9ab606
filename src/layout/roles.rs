//! Roles: takes a layout as it was written, gives the same with letters in the colour that reads on their ground.
//!
//! A file may say `color: primary` or `color: paper` and mean letters: on paper the board's colour must be darker
//! than as an area, and on an area of it paper may not read. Here each style is looked at where it is used, and gets
//! the swatch that a theme makes for that place: `primary-text`, `on-primary`.

use super::{ContactFlow, Content, Dress, Frame, Layout, SectionFlow, StyleId, StyleSpec, TextLine};
use crate::style::Swatch;

impl Layout {
    /// The same layout; a style that is used on two grounds becomes two.
    #[must_use]
    pub fn with_roles(mut self) -> Self {
        let (mut masters, mut forms) = (std::mem::take(&mut self.masters), std::mem::take(&mut self.forms));
        let mut roles = Roles { styles: std::mem::take(&mut self.styles) };
        for master in masters.iter_mut().chain(forms.iter_mut().flat_map(|form| &mut form.masters)) {
            for arrangement in &mut master.arrangements {
                roles.frames(&mut arrangement.frames, Swatch::Paper);
            }
        }
        Layout { styles: roles.styles, masters, forms, ..self }
    }
}

struct Roles {
    styles: Vec<(String, StyleSpec)>,
}

impl Roles {
    fn frames(&mut self, frames: &mut [Frame], behind: Swatch) {
        for frame in frames {
            let ground = frame.fill.unwrap_or(behind);
            self.content(&mut frame.content, ground);
        }
    }

    fn content(&mut self, content: &mut Content, ground: Swatch) {
        match content {
            Content::Empty | Content::Bar(_) | Content::Logo(_) => {}
            Content::Frames(inside) => self.frames(inside, ground),
            Content::Text(lines) => self.lines(lines, ground),
            Content::Sections(flow) | Content::CardBack(flow) => self.sections(flow, ground),
            Content::Contacts(contacts) => self.contacts(contacts, ground),
            Content::Thread(thread) => {
                self.sections(&mut thread.sections, ground);
                if let Some(contacts) = &mut thread.contacts {
                    self.contacts(contacts, ground);
                }
                if let Some(notes) = &mut thread.notes {
                    self.style(&mut notes.style, ground);
                }
            }
            Content::Dial(dial) => {
                dial.lit = dial.lit.on(ground);
                self.lines(&mut dial.center, ground);
            }
        }
    }

    fn sections(&mut self, flow: &mut SectionFlow, ground: Swatch) {
        self.style(&mut flow.body, ground);
        flow.bullet = flow.bullet.on(ground);
        if let Some(heading) = &mut flow.heading {
            self.style(heading, ground);
        }
    }

    fn contacts(&mut self, contacts: &mut ContactFlow, ground: Swatch) {
        let has_tiles = matches!(contacts.dress, Dress::Area | Dress::Bar);
        let ground = if has_tiles { contacts.tile } else { ground };
        self.style(&mut contacts.label, ground);
        self.style(&mut contacts.style, ground);
    }

    fn lines(&mut self, lines: &mut [TextLine], ground: Swatch) {
        for line in lines {
            self.style(&mut line.style, ground);
        }
    }

    /// Points a style at the one with the swatch for this ground, which is made where there is none yet.
    fn style(&mut self, id: &mut StyleId, ground: Swatch) {
        let (name, spec) = &self.styles[id.0];
        let spec = StyleSpec { swatch: spec.swatch.on(ground), ..*spec };
        if spec.swatch == self.styles[id.0].1.swatch {
            return;
        }
        let name = format!("{name}, {}", spec.swatch.as_str());
        *id = match self.styles.iter().position(|(known, _)| *known == name) {
            Some(known) => StyleId(known),
            None => {
                self.styles.push((name, spec));
                StyleId(self.styles.len() - 1)
            }
        };
    }
}
