//! Reading sheets back: takes the bytes of a PDF, gives what stands where on its pages, in millimetres from the top
//! left corner of the paper.

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// Points in one millimetre.
const MM: f32 = 72.0 / 25.4;

/// A rectangle in millimetres: left, top, width, height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub h: f32,
}

impl Area {
    pub fn right(&self) -> f32 {
        self.x + self.w
    }

    pub fn bottom(&self) -> f32 {
        self.y + self.h
    }

    /// Whether all four edges are within a tenth of a millimetre.
    pub fn is(&self, other: &Area) -> bool {
        let near = |a: f32, b: f32| (a - b).abs() < 0.1;
        near(self.x, other.x) && near(self.y, other.y) && near(self.w, other.w) && near(self.h, other.h)
    }
}

/// A form on a page.
#[derive(Clone, Debug)]
pub struct Placed {
    /// Its name in the page's resources.
    pub name: String,
    /// Where its trimmed page lies.
    pub area: Area,
    /// What is seen of it.
    pub clip: Area,
    /// Where the top of the page points to on the sheet: right and down, each -1, 0 or 1.
    pub top: (i8, i8),
    /// Whether it is mirrored.
    pub mirrored: bool,
    /// Whether it stands inside marked content.
    pub artifact: bool,
    /// The smallest size of its type, in points as it is printed.
    pub smallest: f32,
}

/// What was found on one page.
#[derive(Debug, Default)]
pub struct Sheet {
    pub media: (f32, f32),
    pub boxes: Vec<Vec<f32>>,
    pub placed: Vec<Placed>,
    /// Lines drawn on the sheet itself, from point to point.
    pub lines: Vec<((f32, f32), (f32, f32))>,
    /// Lines drawn in all inks.
    pub marks: Vec<((f32, f32), (f32, f32))>,
    /// Rectangles drawn on the sheet itself.
    pub rects: Vec<Area>,
    /// Areas of links.
    pub links: Vec<Area>,
}

/// A file that was read back.
pub struct Paper {
    pub pdf: Document,
    pub sheets: Vec<Sheet>,
}

impl Paper {
    pub fn read(bytes: &[u8]) -> Self {
        let pdf = Document::load_mem(bytes).expect("our own files can be read");
        let sheets = pdf.get_pages().values().map(|page| sheet(&pdf, *page)).collect();
        Paper { pdf, sheets }
    }

    /// The smallest size that any type is set in on the slides, in points as it is printed.
    pub fn smallest(&self) -> f32 {
        let placed = self.sheets.iter().flat_map(|sheet| &sheet.placed);
        placed.map(|one| one.smallest).fold(f32::MAX, f32::min)
    }

    /// All form XObjects of the file.
    pub fn forms(&self) -> usize {
        let is_form = |object: &Object| {
            object
                .as_stream()
                .is_ok_and(|stream| stream.dict.get(b"Subtype").is_ok_and(|kind| name(kind) == "Form"))
        };
        self.pdf.objects.values().filter(|object| is_form(object)).count()
    }
}

pub fn name(object: &Object) -> String {
    object.as_name().map(|name| String::from_utf8_lossy(name).into_owned()).unwrap_or_default()
}

pub fn numbers(object: &Object) -> Vec<f32> {
    object.as_array().expect("an array of numbers").iter().map(number).collect()
}

fn number(object: &Object) -> f32 {
    object.as_float().expect("a number")
}

/// The value of a key, with references followed.
pub fn get<'a>(pdf: &'a Document, dict: &'a Dictionary, key: &str) -> Option<&'a Object> {
    let value = dict.get(key.as_bytes()).ok()?;
    pdf.dereference(value).ok().map(|(_, object)| object)
}

fn sheet(pdf: &Document, page: ObjectId) -> Sheet {
    let dict = pdf.get_dictionary(page).expect("a page is a dictionary");
    let media = numbers(get(pdf, dict, "MediaBox").expect("a page has a MediaBox"));
    let (width, height) = (media[2] - media[0], media[3] - media[1]);
    let boxes = ["MediaBox", "TrimBox", "BleedBox"];
    let boxes = boxes.iter().filter_map(|key| get(pdf, dict, key)).map(numbers).collect();
    let mut found = Sheet { media: (width / MM, height / MM), boxes, ..Sheet::default() };
    let bytes = pdf.get_page_content(page);
    let content = Content::decode(&bytes).expect("our own content can be read");
    Reader { pdf, page: dict, height, found: &mut found }.run(&content);
    if let Some(Object::Array(links)) = get(pdf, dict, "Annots") {
        for link in links {
            let link = pdf.dereference(link).expect("it is there").1.as_dict().expect("an annotation");
            let r = numbers(get(pdf, link, "Rect").expect("an annotation has a Rect"));
            found.links.push(area(height, (r[0], r[1]), (r[2], r[3])));
        }
    }
    found
}

/// The area between two corners in points, y up.
fn area(height: f32, a: (f32, f32), b: (f32, f32)) -> Area {
    let (left, right) = (a.0.min(b.0), a.0.max(b.0));
    let (bottom, top) = (a.1.min(b.1), a.1.max(b.1));
    Area { x: left / MM, y: (height - top) / MM, w: (right - left) / MM, h: (top - bottom) / MM }
}

struct Reader<'a> {
    pdf: &'a Document,
    page: &'a Dictionary,
    height: f32,
    found: &'a mut Sheet,
}

impl Reader<'_> {
    fn run(&mut self, content: &Content) {
        let (mut matrix, mut depth, mut all_inks) = ([1.0, 0.0, 0.0, 1.0, 0.0, 0.0], 0, false);
        let (mut rect, mut from) = (None, None);
        for operation in &content.operations {
            let values: Vec<f32> = operation.operands.iter().filter_map(|one| one.as_float().ok()).collect();
            match (operation.operator.as_str(), &values[..]) {
                ("BDC", _) => depth += 1,
                ("EMC", _) => depth -= 1,
                ("cm", [a, b, c, d, e, f]) => matrix = [*a, *b, *c, *d, *e, *f],
                ("CS", _) => all_inks = name(&operation.operands[0]) == "All",
                ("Q", _) => all_inks = false,
                ("re", [x, y, w, h]) => {
                    let found = area(self.height, (*x, *y), (x + w, y + h));
                    rect = Some(found);
                    self.found.rects.push(found);
                }
                // What was a clip is no drawing.
                ("W", _) => drop(self.found.rects.pop()),
                ("m", [x, y]) => from = Some(self.point(*x, *y)),
                ("l", [x, y]) => {
                    let line = (from.expect("a line begins somewhere"), self.point(*x, *y));
                    let lines = if all_inks { &mut self.found.marks } else { &mut self.found.lines };
                    lines.push(line);
                }
                ("Do", _) => {
                    let name = name(&operation.operands[0]);
                    let placed = self.placed(&name, matrix, rect.expect("a form has a clip"), depth > 0);
                    self.found.placed.extend(placed);
                }
                _ => {}
            }
        }
    }

    fn point(&self, x: f32, y: f32) -> (f32, f32) {
        (x / MM, (self.height - y) / MM)
    }

    /// `None` for a picture.
    fn placed(&self, name: &str, m: [f32; 6], clip: Area, artifact: bool) -> Option<Placed> {
        let resources = get(self.pdf, self.page, "Resources")?.as_dict().ok()?;
        let objects = get(self.pdf, resources, "XObject")?.as_dict().ok()?;
        let form = get(self.pdf, objects, name)?.as_stream().ok()?;
        let bbox = numbers(form.dict.get(b"BBox").ok()?);
        // The form's origin is the corner of the trimmed page; its bleed lies outside, the same on all sides.
        let (w, h) = (bbox[2] + bbox[0], bbox[3] + bbox[1]);
        let at = |x: f32, y: f32| (m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]);
        let content = form.decompressed_content().unwrap_or_else(|_| form.content.clone());
        let operations = Content::decode(&content).expect("it can be read").operations;
        let set = operations.iter().filter(|operation| operation.operator == "Tf");
        let sizes = set.map(|operation| number(&operation.operands[1]) * m[0].hypot(m[1]));
        let sign = |value: f32| if value.abs() < 1e-6 { 0 } else { value.signum() as i8 };
        Some(Placed {
            name: name.to_owned(),
            area: area(self.height, at(0.0, 0.0), at(w, h)),
            clip,
            top: (sign(m[2]), sign(-m[3])),
            mirrored: m[0] * m[3] - m[1] * m[2] < 0.0,
            artifact,
            smallest: sizes.fold(f32::MAX, f32::min),
        })
    }
}
