//! Tiles: takes contacts and their places, draws them with their links and codes.

use super::contacts::{CodePlace, Contacts, Row, RowKind, Scaled, Sizes, Tile};
use super::spot::Spot;
use crate::geom::{Path, Point, Pt, Rect};
use crate::layout::{Align, ContactForm};
use crate::model::LinkTarget;
use crate::page::{Artifact, ElemId, Role};
use crate::style::{Style, Swatch, Theme};
use crate::typeset::canvas::{Canvas, Meaning, NO_LINKS, Rag, block};
use crate::typeset::trial::Trial;

impl Contacts<'_> {
    /// Draws the contacts as large as they fit.
    pub(in crate::typeset) fn place(&self, canvas: &mut Canvas<'_>, spot: &Spot<'_>) {
        let sizes = self.largest_sizes(spot.area, spot.trial);
        let height = self.height(spot.area.w, sizes, spot.trial);
        let room = Rect { y: spot.top(height), ..spot.area };
        place_contacts(canvas, self, room, sizes, spot.trial, spot.parent);
    }
}

/// Draws the contacts of a frame as a list that screen readers can count.
fn place_contacts(
    canvas: &mut Canvas<'_>,
    contacts: &Contacts<'_>,
    room: Rect,
    sizes: Sizes,
    trial: &Trial<'_>,
    parent: ElemId,
) {
    let scaled = contacts.scaled(sizes, trial);
    let mut tiles = scaled.tiles(room, trial.tight);
    if tiles.is_empty() {
        return;
    }
    share_out(contacts, &mut tiles, room);
    let list = canvas.elem(parent, Role::L);
    // Reading order is the order of importance, wherever a tile stands.
    tiles.sort_by_key(|tile| tile.entry.contact.span);
    let last = tiles.iter().fold(Pt::ZERO, |last, tile| last.max(tile.rect.bottom()));
    for tile in &tiles {
        let item = canvas.elem(list, Role::LI);
        let body = canvas.elem(item, Role::LBody);
        Drawing { scaled: &scaled, theme: trial.theme, tile, body }.draw(canvas, tile.rect.bottom() < last);
    }
}

/// Spare height goes into the tiles of alarms and mosaics, and between lines.
fn share_out(contacts: &Contacts<'_>, tiles: &mut [Tile<'_, '_>], room: Rect) {
    let bottom = tiles.iter().fold(room.y, |last, tile| last.max(tile.rect.bottom()));
    let spare = (room.bottom() - bottom).max(Pt::ZERO);
    let mut rows: Vec<f32> =
        tiles.iter().filter(|tile| tile.entry.code.is_none()).map(|tile| tile.rect.y.get()).collect();
    rows.sort_by(f32::total_cmp);
    rows.dedup();
    let row_of = |y: Pt| rows.iter().position(|row| *row >= y.get()).unwrap_or(0) as f32;
    match contacts.spec.form {
        ContactForm::Codes => {}
        ContactForm::Alarm => tiles.iter_mut().for_each(|tile| tile.rect.h += spare),
        ContactForm::Lines => {
            let step = spare / rows.len().max(1) as f32;
            for tile in tiles.iter_mut() {
                tile.rect.y += step * row_of(tile.rect.y);
                tile.rect.h += step;
            }
        }
        ContactForm::Tiles => {
            // A tile may grow by a third; beyond that it would look empty.
            let grown = (room.h / (bottom - room.y)).clamp(1.0, 4.0 / 3.0);
            for tile in tiles.iter_mut() {
                tile.rect.y = room.y + (tile.rect.y - room.y) * grown;
                tile.rect.h = tile.rect.h * grown;
            }
        }
    }
}

/// Width of the alarm's edge, where it has one, as a multiple of the label size: 1.3 mm on a poster.
const ALARM_EDGE: f32 = 0.28;

struct Drawing<'d, 'c, 'a> {
    scaled: &'d Scaled<'c, 'a>,
    theme: &'d Theme,
    tile: &'d Tile<'c, 'a>,
    body: ElemId,
}

impl Drawing<'_, '_, '_> {
    fn draw(&self, canvas: &mut Canvas<'_>, rule_below: bool) {
        self.background(canvas);
        let Scaled { pad, edge, code_gap, .. } = *self.scaled;
        let rect = self.tile.rect;
        let inner = Rect::new(rect.x + pad + edge, rect.y, rect.w - pad * 2.0 - edge, rect.h);
        let (entry, code) = (self.tile.entry, self.tile.code);
        let height = self.scaled.entry_height(entry, code, inner.w);
        let centred = self.form() != ContactForm::Codes;
        let top = if centred { rect.y + (rect.h - height) / 2.0 } else { rect.y };
        let (mut words, mut y) = (inner, top);
        let side = self.scaled.sizes.qr.min(inner.w);
        match code {
            CodePlace::None => {}
            CodePlace::Above => {
                self.code(canvas, Rect::new(inner.x + (inner.w - side) / 2.0, top, side, side));
                y += side + code_gap;
            }
            CodePlace::Beside => {
                self.code(canvas, Rect::new(inner.x, top + (height - side) / 2.0, side, side));
                let taken = side + code_gap;
                words = Rect { x: inner.x + taken, w: inner.w - taken, ..inner };
                let rows = self.scaled.entry_height(entry, CodePlace::None, words.w);
                y += (height - rows) / 2.0;
            }
        }
        for row in &entry.rows {
            y += self.row(canvas, row, Rect { y, ..words });
        }
        if rule_below && self.form() == ContactForm::Lines {
            let rule = Rect::new(rect.x, rect.bottom() + self.scaled.gap * 0.45, rect.w, Pt::new(0.6));
            canvas.fill(Path::rect(rule), self.theme.paint(Swatch::Rule), Artifact::Layout);
        }
    }

    const fn form(&self) -> ContactForm {
        self.scaled.contacts.spec.form
    }

    fn background(&self, canvas: &mut Canvas<'_>) {
        let (form, rect) = (self.form(), self.tile.rect);
        let emergency = self.tile.entry.contact.emergency;
        if matches!(form, ContactForm::Lines | ContactForm::Codes) {
            return;
        }
        let radius = self.scaled.gap * 0.55;
        let area = if emergency { Swatch::Emergency } else { self.scaled.contacts.spec.tile };
        let tile = Path::rounded(rect, radius);
        let width = self.scaled.label.size * ALARM_EDGE;
        canvas.area(tile, (self.theme, area), width, Artifact::Background);
        let edge = self.scaled.edge;
        // The alarm is all in its colour, so it needs no bar.
        if edge > Pt::ZERO && self.tile.code != CodePlace::Above && !emergency {
            let bar = Path::rounded_on(Rect { w: edge, ..rect }, [radius, Pt::ZERO, Pt::ZERO, radius]);
            canvas.fill(bar, self.theme.paint(Swatch::PrimaryText), Artifact::Layout);
        }
    }

    fn align(&self) -> Align {
        match self.form() {
            ContactForm::Alarm | ContactForm::Codes => Align::Center,
            _ if self.tile.code == CodePlace::Above => Align::Center,
            _ => Align::Left,
        }
    }

    fn row(&self, canvas: &mut Canvas<'_>, row: &Row, at: Rect) -> Pt {
        let mut style = self.scaled.row_style(self.tile.entry, row, at.w);
        if self.tile.entry.contact.emergency && self.form() != ContactForm::Lines {
            style.paint = self.theme.paint(Swatch::OnEmergency);
        }
        let target: Option<&LinkTarget> = match &row.kind {
            RowKind::Ruled => return self.ruled(canvas, style, at),
            RowKind::Label => None,
            RowKind::Value(target, _) => target.as_ref(),
        };
        let elem = canvas.elem(self.body, Role::P);
        let lines = block(&row.shaped, style, at.w, self.align(), Rag::Balanced);
        let origin = Point::new(at.x, at.y);
        let Some(target) = target else {
            return canvas.text(&lines, origin, at.w, Meaning::Of(elem), NO_LINKS);
        };
        let said = format!("{}: {}", self.tile.entry.contact.name.value, row.text);
        canvas.text(&lines, origin, at.w, Meaning::Of(elem), &|_| Some((target, said.clone())))
    }

    /// A line to write on, for a contact that only the office knows.
    fn ruled(&self, canvas: &mut Canvas<'_>, style: Style, at: Rect) -> Pt {
        let height = style.size * 1.75;
        let line = Rect::new(at.x, at.y + height - style.size * 0.3, at.w, Pt::new(0.9));
        canvas.fill(Path::rect(line), self.theme.paint(Swatch::PrimaryText), Artifact::Layout);
        height
    }

    fn code(&self, canvas: &mut Canvas<'_>, square: Rect) {
        let entry = self.tile.entry;
        let (Some(code), Some(LinkTarget::Web(address))) = (&entry.code, entry.contact.web_target()) else {
            return;
        };
        // The quiet zone is part of the code, so it has its own light ground whatever lies behind.
        canvas.fill(Path::rect(square), self.theme.paint(Swatch::Paper), Artifact::Background);
        let alt = format!("{} {address}", self.scaled.contacts.qr_words);
        canvas.figure(self.body, code.modules(square), self.theme.paint(Swatch::InkText), square, alt);
    }
}
