//! Meaning on sheets: what a screen reader gets of pages that stand on sheets, read back from their files.

use std::collections::BTreeMap;

use briefpress::target::Target;
use lopdf::{Dictionary, Object, ObjectId};

use super::paper::{Paper, get, name};
use super::{made, wanted};

/// A piece of marked content: the stream it lies in (a page's or a form's object) and its number there.
type Piece = (ObjectId, i64);

/// The structure tree of a file, as its two directions say it.
#[derive(Default)]
struct Tree {
    /// Each piece with the element that claims it, in reading order.
    claimed: Vec<(Piece, ObjectId)>,
    /// The roles of elements in reading order.
    roles: Vec<String>,
}

impl Tree {
    fn read(paper: &Paper) -> Tree {
        let catalog = paper.pdf.catalog().expect("a file has a catalog");
        let root = get(&paper.pdf, catalog, "StructTreeRoot").expect("a screen file is tagged");
        let first = root.as_dict().expect("a dictionary").get(b"K").expect("it has a child");
        let mut tree = Tree::default();
        tree.elem(
            paper,
            first
                .as_reference()
                .or_else(|_| {
                    first.as_array().expect("one child or a list").first().expect("one child").as_reference()
                })
                .expect("an element"),
            None,
        );
        tree
    }

    fn elem(&mut self, paper: &Paper, id: ObjectId, page: Option<ObjectId>) {
        let dict = paper.pdf.get_dictionary(id).expect("an element is a dictionary");
        self.roles.push(name(dict.get(b"S").expect("an element has a role")));
        let page = dict.get(b"Pg").ok().and_then(|page| page.as_reference().ok()).or(page);
        let Ok(kids) = dict.get(b"K") else { return };
        let kids = match kids {
            Object::Array(kids) => kids.clone(),
            one => vec![one.clone()],
        };
        for kid in &kids {
            self.kid(paper, id, kid, page);
        }
    }

    fn kid(&mut self, paper: &Paper, parent: ObjectId, kid: &Object, page: Option<ObjectId>) {
        match kid {
            Object::Integer(number) => {
                self.claimed.push(((page.expect("a piece has a page"), *number), parent));
            }
            Object::Reference(id) => self.elem(paper, *id, page),
            Object::Dictionary(dict) => {
                let reference = |key: &[u8]| dict.get(key).ok().and_then(|value| value.as_reference().ok());
                if let Ok(number) = dict.get(b"MCID").and_then(Object::as_i64) {
                    let stream = reference(b"Stm").or(reference(b"Pg")).expect("a piece has a stream");
                    self.claimed.push(((stream, number), parent));
                }
            }
            _ => panic!("a kid of an unknown kind: {kid:?}"),
        }
    }
}

/// The parent tree: for each key its owners.
fn parents(paper: &Paper) -> BTreeMap<i64, Object> {
    let catalog = paper.pdf.catalog().expect("a file has a catalog");
    let root =
        get(&paper.pdf, catalog, "StructTreeRoot").and_then(|root| root.as_dict().ok()).expect("tagged");
    let tree =
        get(&paper.pdf, root, "ParentTree").and_then(|tree| tree.as_dict().ok()).expect("a parent tree");
    let nums = get(&paper.pdf, tree, "Nums").and_then(|nums| nums.as_array().ok()).expect("its numbers");
    let entry = |pair: &[Object]| {
        (pair[0].as_i64().expect("a key"), paper.pdf.dereference(&pair[1]).expect("its owners").1.clone())
    };
    nums.chunks(2).map(entry).collect()
}

fn struct_parents(paper: &Paper, id: ObjectId) -> Option<i64> {
    let object = paper.pdf.get_object(id).ok()?;
    let dict: &Dictionary =
        object.as_dict().ok().or_else(|| object.as_stream().ok().map(|stream| &stream.dict))?;
    dict.get(b"StructParents").ok()?.as_i64().ok()
}

/// Both directions agree: the element that claims a piece is the one that the parent tree names for it.
#[test]
fn marks_inside_forms_lead_to_their_elements_and_back() {
    for name in ["avery-c32011", "a4-3x3", "3-up-notes", "booklet"] {
        let paper = made(wanted(name, None), Target::Screen);
        let (tree, parents) = (Tree::read(&paper), parents(&paper));
        assert!(tree.claimed.len() >= 15, "{name}: {} pieces", tree.claimed.len());
        for ((stream, number), elem) in &tree.claimed {
            let key =
                struct_parents(&paper, *stream).unwrap_or_else(|| panic!("{name}: {stream:?} has no key"));
            let owners = parents[&key].as_array().expect("a stream has a list of owners");
            let owner = owners[*number as usize].as_reference().expect("an owner is an element");
            assert_eq!(owner, *elem, "{name}: piece {number} of {stream:?}");
        }
        let owned: usize = parents.values().filter_map(|owners| owners.as_array().ok()).map(Vec::len).sum();
        assert_eq!(owned, tree.claimed.len(), "{name}: every piece is claimed once");
    }
}

/// A form with marks must not be drawn twice, so the copies on a sheet show another one, and mean nothing.
#[test]
fn a_card_is_read_once_however_often_it_is_drawn() {
    let paper = made(wanted("avery-c32011", None), Target::Screen);
    for (side, sheet) in paper.sheets.iter().enumerate() {
        let (first, copies) = sheet.placed.split_first().expect("ten cards");
        assert_eq!((first.name.clone(), first.artifact), (format!("T{side}"), false));
        assert!(copies.iter().all(|copy| copy.name == format!("B{side}") && copy.artifact));
    }
    let single = Tree::read(&card());
    let tree = Tree::read(&paper);
    assert_eq!(tree.roles, single.roles, "the sheet says what the card says");
    assert_eq!(tree.claimed.len(), single.claimed.len());
}

#[test]
fn links_lie_on_the_card_or_slide_that_is_read() {
    for name in ["avery-c32011", "a4-3x3", "6-up"] {
        let paper = made(wanted(name, None), Target::Screen);
        let links: usize = paper.sheets.iter().map(|sheet| sheet.links.len()).sum();
        assert!(links >= 4, "{name}: {links} links");
        for sheet in &paper.sheets {
            let read: Vec<_> = sheet.placed.iter().filter(|one| !one.artifact).map(|one| one.area).collect();
            for link in &sheet.links {
                let inside = read.iter().any(|area| {
                    link.x >= area.x
                        && link.y >= area.y
                        && link.right() <= area.right()
                        && link.bottom() <= area.bottom()
                });
                assert!(inside, "{name}: {link:?}");
            }
        }
    }
}

fn card() -> Paper {
    use briefpress::pipeline::DocumentKind;
    let mut options = super::options(Vec::new(), &[Target::Screen]);
    options.documents = vec![DocumentKind::Card];
    Paper::read(&super::only(&options).bytes)
}
