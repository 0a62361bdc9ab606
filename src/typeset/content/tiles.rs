//! Tiles: takes contacts in their places, draws them with their grounds, links and codes.

use super::contacts::{Contacts, Entry, Row, RowKind};
use super::mosaic::level;
use super::parted::draw_value;
use super::signs::Sign;
use super::sizes::{SIGN, Scaled};
use super::spot::Spot;
use crate::geom::{Insets, Path, Point, Pt, Rect};
use crate::layout::{Align, ContactForm, Dress};
use crate::model::LinkTarget;
use crate::page::{Artifact, ElemId, Role};
use crate::style::{Style, Swatch};
use crate::typeset::canvas::{Canvas, PLAIN, Rag, Said, block, em};
use crate::typeset::places::{Form, Tile};

/// By how much of its height a row of tiles may grow into spare height; beyond that it would look empty.
const GROWTH: f32 = 0.3;
/// Thickness of the rule that a tile hangs from, and of that of the alarm, as multiples of the label size.
const HUNG: f32 = 0.12;
const HUNG_ALARM: f32 = 0.6;
/// Width of the alarm's edge, where the theme gives it one, as a multiple of the label size: 1.3 mm on a poster.
const ALARM_EDGE: f32 = 0.28;
/// Thickness of the frame of a tile, and of that of the alarm as a multiple of the label size.
const FRAME: Pt = Pt::new(1.0);
const FRAME_ALARM: f32 = 0.22;
/// Height of a line to write on, as a multiple of its size.
const RULED: f32 = 1.75;
/// Thickness of rules between lines, and of a line to write on.
const HAIR: Pt = Pt::new(0.7);
impl Contacts<'_> {
    /// Whether there is nobody to call but in an emergency: all the room is its.
    fn is_one_alarm(&self) -> bool {
        matches!(&self.entries[..], [only] if only.contact.emergency)
    }

    /// Draws the contacts as a list that screen readers can count.
    pub(in crate::typeset) fn place(&self, canvas: &mut Canvas<'_>, spot: &Spot<'_>) {
        let area = spot.area;
        let mut mosaic = self.mosaic(area.w, spot.trial);
        if mosaic.tiles.is_empty() {
            return;
        }
        let spare = (area.h - mosaic.height).max(Pt::ZERO);
        let grown = match self.spec.form {
            ContactForm::Codes | ContactForm::Blocks => Pt::ZERO,
            ContactForm::Alarm => spare,
            ContactForm::Tiles if self.is_one_alarm() => spare,
            ContactForm::Tiles | ContactForm::Lines | ContactForm::Grid => spare.min(mosaic.height * GROWTH),
        };
        let end = mosaic.height + grown;
        stretch(&mut mosaic.tiles, end);
        let corner = Point::new(area.x, spot.top(end));
        let scaled = self.scaled(area.w, mosaic.columns.max(1), spot.trial);
        let (title, words) = &self.heading;
        let lines = block(words, scaled.label, area.w, Align::Left, Rag::Full);
        let room = Rect { y: corner.y, ..area };
        canvas.unseen_heading(title, &lines, (room, scaled.pad), spot.parent);
        let list = canvas.elem(spot.parent, Role::L);
        // Reading order is the order of importance, wherever a tile stands.
        mosaic.tiles.sort_by_key(|tile| tile.entry);
        for tile in &mosaic.tiles {
            let item = canvas.elem(list, Role::LI);
            let body = canvas.elem(item, Role::LBody);
            let rect = Rect { x: tile.rect.x + corner.x, y: tile.rect.y + corner.y, ..tile.rect };
            let is_last = tile.rect.bottom() > end - Pt::new(0.1);
            Drawing { scaled: &scaled, spot, entry: &self.entries[tile.entry], form: tile.form, rect, body }
                .draw(canvas, is_last);
        }
    }
}

/// Rows of tiles grow so that the last ends at `end`; a tall alarm beside them ends there too.
fn stretch(tiles: &mut [Tile], end: Pt) {
    let height = tiles.iter().fold(Pt::ZERO, |last, tile| last.max(tile.rect.bottom()));
    let is_tall =
        tiles.len() > 1 && tiles[1].rect.y == tiles[0].rect.y && tiles[0].rect.h >= height - Pt::new(0.01);
    let has_rows = tiles.iter().any(|tile| tile.rect.y > Pt::ZERO);
    if is_tall && has_rows {
        tiles[0].rect.h = end;
        level(&mut tiles[1..], end);
    } else {
        level(tiles, end);
    }
}

/// A contact being drawn.
#[derive(Clone, Copy)]
pub(super) struct Drawing<'d, 'c, 'a> {
    /// Its sizes.
    pub scaled: &'d Scaled<'c, 'a>,
    /// Where, and on which page.
    pub spot: &'d Spot<'d>,
    /// The contact.
    pub entry: &'d Entry<'a>,
    /// How it stands in its tile.
    pub form: Form,
    /// Its tile.
    pub rect: Rect,
    /// The element that it belongs to.
    pub body: ElemId,
}

impl Drawing<'_, '_, '_> {
    fn draw(&self, canvas: &mut Canvas<'_>, is_last: bool) {
        self.background(canvas, is_last);
        let Scaled { pad, bar, .. } = *self.scaled;
        let (_, down) = self.scaled.around(self.entry);
        let above = down - pad * 2.0;
        let rect = self.rect;
        let inner = Rect::new(
            rect.x + pad + bar,
            rect.y + pad + above,
            rect.w - pad * 2.0 - bar,
            rect.h - pad * 2.0 - above,
        );
        match self.form {
            Form::Plain => self.plain(canvas, inner),
            Form::CodeBelow => self.code_below(canvas, inner),
            Form::AlarmRow => self.alarm_row(canvas, inner),
            Form::AlarmTall => self.alarm_tall(canvas, inner),
        }
    }

    const fn dress(&self) -> Dress {
        self.scaled.contacts.spec.dress
    }

    /// The colour that its words stand on.
    pub(super) fn ground(&self) -> Swatch {
        match self.dress() {
            Dress::Area | Dress::Bar if self.entry.contact.emergency => Swatch::Emergency,
            Dress::Area | Dress::Bar => self.scaled.contacts.spec.tile,
            Dress::Frame | Dress::Rule | Dress::Lines => self.spot.ground,
        }
    }

    fn background(&self, canvas: &mut Canvas<'_>, is_last: bool) {
        let (theme, rect, label) = (self.spot.trial.theme, self.rect, self.scaled.label.size);
        let is_alarm = self.entry.contact.emergency;
        match self.dress() {
            Dress::Area | Dress::Bar => {
                let radius = self.scaled.label.size * 0.45;
                let tile = Path::rounded(rect, radius);
                canvas.area(tile, (theme, self.ground()), label * ALARM_EDGE, Artifact::Background);
                let bar = self.scaled.bar;
                // The alarm is all in its colour, so it needs no bar.
                if bar > Pt::ZERO && !is_alarm {
                    let edge =
                        Path::rounded_on(Rect { w: bar, ..rect }, [radius, Pt::ZERO, Pt::ZERO, radius]);
                    canvas.fill(edge, theme.paint(Swatch::PrimaryText), Artifact::Layout);
                }
            }
            Dress::Frame => self.frame(canvas, is_alarm),
            Dress::Rule => {
                let (swatch, share) =
                    if is_alarm { (Swatch::Emergency, HUNG_ALARM) } else { (Swatch::Ink, HUNG) };
                let line = Rect { h: label * share, ..rect };
                canvas.fill(Path::rect(line), theme.paint(swatch.on(self.spot.ground)), Artifact::Layout);
            }
            Dress::Lines => {
                if !is_last && self.scaled.contacts.spec.form != ContactForm::Codes {
                    let line = Rect::new(rect.x, rect.bottom() + self.scaled.line_gap() * 0.5, rect.w, HAIR);
                    canvas.fill(Path::rect(line), theme.paint(Swatch::Rule), Artifact::Layout);
                }
            }
        }
    }

    /// A frame drawn as two areas, the inner one in the colour of the ground: a line of one thickness all around.
    fn frame(&self, canvas: &mut Canvas<'_>, is_alarm: bool) {
        let (theme, rect, label) = (self.spot.trial.theme, self.rect, self.scaled.label.size);
        let radius = label * 0.45;
        let (swatch, line) =
            if is_alarm { (Swatch::Emergency, label * FRAME_ALARM) } else { (Swatch::Rule, FRAME) };
        canvas.fill(Path::rounded(rect, radius), theme.paint(swatch.on(self.spot.ground)), Artifact::Layout);
        let inside = Path::rounded(rect.inset(Insets::all(line)), (radius - line).max(Pt::ZERO));
        canvas.fill(inside, theme.paint(self.spot.ground), Artifact::Background);
        if !is_alarm {
            let edge = Rect { w: self.scaled.bar, ..rect };
            let edge = Path::rounded_on(edge, [radius, Pt::ZERO, Pt::ZERO, radius]);
            canvas.fill(edge, theme.paint(Swatch::PrimaryText.on(self.spot.ground)), Artifact::Layout);
        }
    }

    /// Where content of a height begins: in the middle of an area, at the top of what hangs or is a line.
    pub(super) fn top(&self, inner: Rect, height: Pt) -> Pt {
        if self.dress().is_closed() { inner.y + (inner.h - height) / 2.0 } else { inner.y }
    }

    fn plain(&self, canvas: &mut Canvas<'_>, inner: Rect) {
        let (entry, scaled) = (self.entry, self.scaled);
        let (height, _) = scaled.height(entry, Form::Plain, inner.w);
        let top = self.top(inner, height);
        let is_mosaic = scaled.contacts.spec.form == ContactForm::Tiles;
        let side = scaled.qr.min(inner.w);
        let (mut words, mut square) = (Rect { y: top, ..inner }, None);
        if entry.code.is_some() && is_mosaic {
            let w = scaled.words_width(entry, inner.w);
            let (rows, _) = scaled.rows_height(entry, w, |_| true);
            words = Rect::new(inner.x + inner.w - w, top + (height - rows) / 2.0, w, inner.h);
            square = Some(Rect::new(inner.x, top + (height - side) / 2.0, side, side));
        } else if entry.code.is_some() {
            words.y = top + side + scaled.beside() * 0.4;
            square = Some(Rect::new(inner.x, top, side, side));
        }
        self.rows(canvas, words, Align::Left, |_| true);
        if let Some(square) = square {
            self.code(canvas, square);
        }
    }

    /// Draws rows below each other from the top of a room.
    pub(super) fn rows(
        &self,
        canvas: &mut Canvas<'_>,
        room: Rect,
        align: Align,
        wanted: impl Fn(RowKind) -> bool,
    ) {
        let (entry, scaled) = (self.entry, self.scaled);
        let beside = scaled.has_hours_beside(entry, room.w);
        let (mut y, mut placed) = (room.y, Vec::new());
        for (index, row) in entry.rows.iter().enumerate().filter(|(_, row)| wanted(row.kind)) {
            if beside && row.kind == RowKind::Hours {
                continue;
            }
            let taken = if index == 0 { scaled.sign(entry) } else { Pt::ZERO };
            let at = Rect { x: room.x + taken, y, w: room.w - taken, h: room.h };
            let style = self.style(row, at.w);
            if taken > Pt::ZERO {
                self.sign(canvas, &style, Point::new(room.x, y));
            }
            y += self.height(row, &style, at.w);
            placed.push((row, style, at));
        }
        // In an emergency the eye meets what it is for first, and the ear who answers, and then the number.
        if entry.contact.emergency {
            placed.sort_by_key(|(row, ..)| row.kind.turn());
        }
        for (row, style, at) in placed {
            self.line(canvas, row, style, at, align);
            if beside && row.kind == RowKind::Number {
                self.hours_beside(canvas, row, &style, at);
            }
        }
    }

    fn height(&self, row: &Row, style: &Style, width: Pt) -> Pt {
        let smallest = self.scaled.contacts.smallest;
        if row.kind == RowKind::Ruled { style.size * RULED } else { row.height(style, width, smallest) }
    }

    fn style(&self, row: &Row, width: Pt) -> Style {
        let style = self.scaled.row_style(self.entry, row, width);
        let theme = self.spot.trial.theme;
        let paint = match (self.ground(), row.kind) {
            (Swatch::Emergency, _) => theme.paint(Swatch::OnEmergency),
            (ground, RowKind::Name | RowKind::Purpose | RowKind::Hours) => {
                theme.paint(Swatch::Text.on(ground))
            }
            _ => style.paint,
        };
        Style { paint, ..style }
    }

    /// The hours of a contact stand on the line of its number, where they fit there.
    fn hours_beside(&self, canvas: &mut Canvas<'_>, number: &Row, style: &Style, at: Rect) {
        let Some(hours) = self.entry.rows.iter().find(|row| row.kind == RowKind::Hours) else { return };
        let taken = em(number.shaped.max_width(), style.size) + self.scaled.beside();
        let own = self.style(hours, at.w - taken);
        let top = canvas.on_baseline_of(style, at.y, &own);
        let beside = Rect { x: at.x + taken, y: top, w: at.w - taken, h: at.h };
        self.line(canvas, hours, own, beside, Align::Left);
    }

    /// Draws one row.
    pub(super) fn line(&self, canvas: &mut Canvas<'_>, row: &Row, style: Style, at: Rect, align: Align) {
        if row.kind == RowKind::Ruled {
            return self.ruled(canvas, style, at);
        }
        if row.kind == RowKind::Number {
            canvas.numbers.add(&row.text, style.size, self.entry.contact.emergency);
        }
        let elem = row.elem(canvas, self.entry.contact, self.body);
        let smallest = self.scaled.contacts.smallest;
        let Some(target) = &row.target else {
            return draw_value(canvas, (row, style, smallest), at, align, (elem, PLAIN));
        };
        let said = format!("{}: {}", self.entry.contact.name.value, row.text);
        let voice = |_| Said { link: Some((target, said.clone())), ..Said::default() };
        draw_value(canvas, (row, style, smallest), at, align, (elem, &voice));
    }

    /// A line to write on, for a contact that only the office knows. No pen writes on a dark area, so there it is a field
    /// of paper.
    fn ruled(&self, canvas: &mut Canvas<'_>, style: Style, at: Rect) {
        let (theme, height) = (self.spot.trial.theme, style.size * RULED);
        let paint = theme.paint(Swatch::Primary.on(self.ground()));
        let is_dark = self.ground() != Swatch::Paper && paint == theme.paint(Swatch::Paper);
        let (above, h) =
            if is_dark { (0.25, height - style.size * 0.35) } else { (RULED - 0.3, Pt::new(0.9)) };
        let place = Rect { y: at.y + style.size * above, h, ..at };
        canvas.fill(Path::rect(place), paint, Artifact::Layout);
    }

    /// The sign that shows what kind of value a contact has, before its name.
    fn sign(&self, canvas: &mut Canvas<'_>, style: &Style, at: Point) {
        let size = self.scaled.label.size * SIGN;
        let middle = canvas.middle_of_caps(style, at.y);
        let paint = self.spot.trial.theme.paint(Swatch::Primary.on(self.ground()));
        let square = Rect::new(at.x, middle - size / 2.0, size, size);
        Sign::of(&self.entry.rows).draw(canvas, square, paint);
    }

    /// Draws the code of a contact in a square.
    pub(super) fn code(&self, canvas: &mut Canvas<'_>, square: Rect) {
        let theme = self.spot.trial.theme;
        let (Some(code), Some(LinkTarget::Web(address))) =
            (&self.entry.code, self.entry.contact.web_target())
        else {
            return;
        };
        // On paper nobody sees the quiet zone: what is seen of a code begins where the words below it do.
        let is_bare = self.scaled.contacts.spec.form == ContactForm::Codes && self.ground() == Swatch::Paper;
        let lead = if is_bare { code.quiet(square.w) } else { Pt::ZERO };
        let square = Rect { x: square.x - lead, ..square };
        // The quiet zone is part of the code, so it has its own light ground whatever lies behind.
        canvas.fill(Path::rect(square), theme.paint(Swatch::Paper), Artifact::Background);
        let alt = format!("{} {address}", self.scaled.contacts.qr_words);
        canvas.figure(self.body, code.modules(square), theme.paint(Swatch::InkText), square, alt);
    }
}
