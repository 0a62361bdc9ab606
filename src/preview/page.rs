//! A page: takes it with its document and faces, gives an SVG of the trimmed page.

use super::letters::Letters;
use super::markup::{Markup, hex};
use super::pictures::Pictures;
use crate::color::Rgb;
use crate::font::FontSet;
use crate::geom::{Path, Point, Rect};
use crate::page::{Document, ItemKind, Page, PageItem, Placement, Stroke};

/// How thin the lines for those who cut and fold are, in points, as a PDF has them.
const MARK: f32 = 0.25;

/// A page of a document, counted from 0, as an SVG; empty where there is no such page.
#[must_use]
pub fn svg(document: &Document, number: usize, faces: &FontSet) -> String {
    let Some(page) = document.pages.get(number) else { return String::new() };
    let mut picture = Svg::new(document, faces);
    picture.page(page);
    picture.finish(page)
}

/// The picture in the making.
struct Svg<'a> {
    document: &'a Document,
    faces: &'a FontSet,
    body: Markup,
    letters: Letters,
    pictures: Pictures,
    /// Forms, and what each placement shows of them.
    definitions: Markup,
    /// Which forms are defined already.
    forms: Vec<u16>,
    clips: usize,
}

impl<'a> Svg<'a> {
    fn new(document: &'a Document, faces: &'a FontSet) -> Self {
        let (letters, pictures, definitions) = Default::default();
        let body = Markup(String::with_capacity(60_000));
        Svg { document, faces, body, letters, pictures, definitions, forms: Vec::new(), clips: 0 }
    }

    /// What stands on a page, in painting order.
    fn page(&mut self, page: &Page) {
        page.placed.iter().for_each(|placement| self.placement(placement));
        page.items.iter().for_each(|item| self.item(item));
        self.marks(&page.marks);
    }

    fn item(&mut self, item: &PageItem) {
        match &item.kind {
            ItemKind::Glyphs(run) => {
                self.letters.run(&mut self.body, run, &self.document.arena, self.faces);
            }
            ItemKind::Path { path, fill, stroke } => {
                self.shape(path, fill.map(|fill| fill.screen), *stroke);
            }
            ItemKind::Unseen(_) => {}
            ItemKind::Picture { picture, rect } => {
                if let Some(found) = self.document.pictures.get(usize::from(picture.0)) {
                    self.pictures.draw(&mut self.body, *picture, found, *rect);
                }
            }
        }
    }

    fn shape(&mut self, path: &Path, fill: Option<Rgb>, stroke: Option<Stroke>) {
        let fill = fill.map_or_else(|| "none".to_owned(), hex);
        self.body.push(format_args!("<path fill=\"{fill}\""));
        if let Some(stroke) = stroke {
            self.body.push(format_args!(" stroke=\"{}\" stroke-width=\"", hex(stroke.paint.screen)));
            self.body.number(stroke.width.get(), 2).push(format_args!("\""));
        }
        self.body.push(format_args!(" d=\"")).data(path, 2).push(format_args!("\"/>"));
    }

    /// A finished page on a sheet: defined where it is met first, and shown through the window of its placement.
    fn placement(&mut self, placement: &Placement) {
        let form = placement.form.0;
        let Some(page) = self.document.forms.get(usize::from(form)) else { return };
        if !self.forms.contains(&form) {
            self.forms.push(form);
            self.define(form, page);
        }
        self.clips += 1;
        self.definitions.push(format_args!("<clipPath id=\"c-{}\"><path d=\"", self.clips));
        self.definitions.data(&Path::rect(placement.clip), 2).push(format_args!("\"/></clipPath>"));
        let transform = placement.transform;
        let (cos, sin) = transform.turn.cos_sin();
        self.body.push(format_args!("<g clip-path=\"url(#c-{})\"><use href=\"#f-{form}\" ", self.clips));
        self.body.push(format_args!("transform=\"matrix("));
        for part in [cos, sin, -sin, cos] {
            self.body.number(part * transform.scale, 6).push(format_args!(" "));
        }
        let Point { x, y } = transform.origin;
        self.body.number(x.get(), 2).push(format_args!(" ")).number(y.get(), 2);
        self.body.push(format_args!(")\"/></g>"));
    }

    fn define(&mut self, form: u16, page: &Page) {
        let around = std::mem::take(&mut self.body);
        self.page(page);
        let inside = std::mem::replace(&mut self.body, around);
        self.definitions.push(format_args!("<g id=\"f-{form}\">{}</g>", inside.0));
    }

    fn marks(&mut self, marks: &[(Point, Point)]) {
        if marks.is_empty() {
            return;
        }
        self.body.push(format_args!("<path fill=\"none\" stroke=\"#000\" stroke-width=\"{MARK}\" d=\""));
        for (from, to) in marks {
            for (operator, point) in [('M', from), ('L', to)] {
                self.body.0.push(operator);
                self.body.number(point.x.get(), 2).push(format_args!(" ")).number(point.y.get(), 2);
            }
        }
        self.body.push(format_args!("\"/>"));
    }

    /// The whole picture: paper first, and a frame that cuts off what lies in the bleed.
    fn finish(self, page: &Page) -> String {
        let mut out = Markup(String::with_capacity(self.body.0.len() + self.letters.outlines().len() + 500));
        out.push(format_args!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" stroke-miterlimit=\"10\" viewBox=\"0 0 "
        ));
        out.number(page.size.w.get(), 2).push(format_args!(" ")).number(page.size.h.get(), 2);
        out.push(format_args!(
            "\"><defs>{}{}</defs><path fill=\"#fff\" d=\"",
            self.letters.outlines(),
            self.definitions.0
        ));
        out.data(&Path::rect(Rect::page(page.size)), 2);
        out.push(format_args!("\"/>{}</svg>\n", self.body.0));
        out.0
    }
}
