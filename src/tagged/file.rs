//! Files: takes the bytes of a PDF, gives its objects by their numbers and its streams unpacked, within limits.
//!
//! A trouble is kept until the end: what could not be read is missing then, and the whole file is refused.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::lexer::Lexer;
use super::object::{Dict, Object};
use super::trouble::Trouble;
use super::unpack::unpacked;

/// The largest file, in bytes.
const MAX_FILE: usize = 64_000_000;
/// How many objects a file may have.
const MAX_OBJECTS: u32 = 1_000_000;
/// How many bytes are looked at and unpacked of a file, all together.
const MAX_WORK: usize = 256_000_000;
/// How many objects may wait for each other.
const DEEPEST: usize = 16;
/// Where the first bytes may stand (ISO 32000-1, annex H, note 13).
const HEADER_WITHIN: usize = 1024;

/// Where an object stands.
#[derive(Clone, Copy, Debug)]
enum Place {
    At(usize),
    /// In a stream of objects, at this rank.
    Packed(u32, u32),
}

/// An open PDF.
pub(super) struct File<'b> {
    bytes: &'b [u8],
    places: BTreeMap<u32, Place>,
    pub(super) trailer: Dict,
    known: RefCell<BTreeMap<u32, Rc<Object>>>,
    /// Objects under way: one that needs itself is nothing.
    open: RefCell<BTreeSet<u32>>,
    work: Cell<usize>,
    trouble: Cell<Option<Trouble>>,
}

impl<'b> File<'b> {
    /// Reads the table of objects.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Trouble> {
        if bytes.len() > MAX_FILE {
            return Err(Trouble::TooMuch("more than 64 MB"));
        }
        let head = &bytes[..bytes.len().min(HEADER_WITHIN)];
        let start = head.windows(5).position(|window| window == b"%PDF-").ok_or(Trouble::NotPdf)?;
        let mut file = File {
            bytes: &bytes[start..],
            places: BTreeMap::new(),
            trailer: Dict::new(),
            known: RefCell::default(),
            open: RefCell::default(),
            work: Cell::new(0),
            trouble: Cell::new(None),
        };
        file.read_tables()?;
        if file.trailer.contains_key(&b"Encrypt"[..]) {
            return Err(Trouble::Locked);
        }
        Ok(file)
    }

    /// What went wrong while objects were read.
    pub(super) fn verdict(&self) -> Result<(), Trouble> {
        self.trouble.get().map_or(Ok(()), Err)
    }

    /// Keeps the first trouble.
    pub(super) fn fail(&self, trouble: Trouble) {
        self.trouble.set(self.trouble.get().or(Some(trouble)));
    }

    /// Counts work, in bytes; gives whether there may be more.
    pub(super) fn spend(&self, bytes: usize) -> bool {
        let work = self.work.get().saturating_add(bytes);
        self.work.set(work);
        if work > MAX_WORK {
            self.fail(Trouble::TooMuch("more than can be read in a few seconds"));
        }
        work <= MAX_WORK
    }

    fn read_tables(&mut self) -> Result<(), Trouble> {
        const LOST: Trouble = Trouble::Damaged("its table of contents cannot be found");
        let tail = self.bytes.len().saturating_sub(2048);
        let word = b"startxref";
        let found = self.bytes[tail..].windows(word.len()).rposition(|window| window == word);
        let mut lexer = Lexer::new(self.bytes, tail + found.ok_or(LOST)? + word.len());
        let mut next = lexer.object().and_then(|place| place.count());
        let mut seen = BTreeSet::new();
        let mut queue = Vec::new();
        while let Some(at) = next {
            if !seen.insert(at) || seen.len() > 1000 {
                return Err(Trouble::Damaged("its tables of contents go round in a circle"));
            }
            let own = self.read_table(at as usize).ok_or(LOST)?;
            let place = |key: &[u8]| own.get(key).and_then(Object::count);
            // A file for old and new readers keeps a second table beside the first.
            queue.extend(place(b"Prev"));
            queue.extend(place(b"XRefStm"));
            next = queue.pop();
            for (key, value) in own {
                self.trailer.entry(key).or_insert(value);
            }
        }
        Ok(())
    }

    /// One table, of either form; gives its trailer.
    fn read_table(&mut self, at: usize) -> Option<Dict> {
        let mut lexer = Lexer::new(self.bytes, at);
        if !lexer.word(b"xref") {
            return self.read_packed_table(at);
        }
        while !lexer.word(b"trailer") {
            let (first, count) = (lexer.object()?.count()?, lexer.object()?.count()?);
            for number in first..first.checked_add(count)? {
                let (offset, _) = (lexer.object()?.count()?, lexer.object()?);
                let used = lexer.word(b"n");
                if !used && !lexer.word(b"f") {
                    return None;
                }
                self.place(number, used.then_some(Place::At(offset as usize)))?;
            }
        }
        match lexer.object()? {
            Object::Dict(dict) => Some(dict),
            _ => None,
        }
    }

    /// A table that is a stream (ISO 32000-1, 7.5.8).
    fn read_packed_table(&mut self, at: usize) -> Option<Dict> {
        let (_, object) = self.parse_at(at)?;
        let Object::Stream(dict, _) = &object else { return None };
        let dict = dict.clone();
        let rows = self.stream(&object)?;
        let widths: Vec<usize> =
            dict.get(&b"W"[..])?.array()?.iter().filter_map(Object::count).map(|w| w as usize).collect();
        let [kind, second, third] = widths[..] else { return None };
        if widths.iter().any(|width| *width > 8) || kind + second + third == 0 {
            return None;
        }
        let size = dict.get(&b"Size"[..])?.clone();
        let whole = [Object::Number(0.0), size];
        let ranges = dict.get(&b"Index"[..]).and_then(Object::array).unwrap_or(&whole);
        let numbers = ranges.chunks_exact(2).filter_map(|range| {
            let first = range[0].count()?;
            Some(first..first.checked_add(range[1].count()?)?)
        });
        let value = |bytes: &[u8]| bytes.iter().fold(0_u64, |value, byte| value << 8 | u64::from(*byte));
        for (number, row) in numbers.flatten().zip(rows.chunks_exact(kind + second + third)) {
            let own = if kind == 0 { 1 } else { value(&row[..kind]) };
            let (second, third) = (value(&row[kind..kind + second]), value(&row[kind + second..]));
            let place = match own {
                1 => Some(Place::At(usize::try_from(second).ok()?)),
                2 => Some(Place::Packed(u32::try_from(second).ok()?, u32::try_from(third).ok()?)),
                _ => None,
            };
            self.place(number, place)?;
        }
        Some((*dict).clone())
    }

    /// Keeps where an object stands, if a newer table has not said it; `None` where there are too many.
    fn place(&mut self, number: u32, place: Option<Place>) -> Option<()> {
        if number > MAX_OBJECTS {
            return place.is_none().then_some(());
        }
        if let Some(place) = place {
            self.places.entry(number).or_insert(place);
        }
        Some(())
    }

    /// An object by its number; what is not there is nothing.
    pub(super) fn get(&self, number: u32) -> Rc<Object> {
        if let Some(known) = self.known.borrow().get(&number) {
            return Rc::clone(known);
        }
        let nested = self.open.borrow().len();
        if nested > DEEPEST || !self.open.borrow_mut().insert(number) {
            return Rc::new(Object::Null);
        }
        let object = match self.places.get(&number) {
            Some(Place::At(at)) => {
                let found = self.parse_at(*at).filter(|(own, _)| *own == number);
                if found.is_none() {
                    self.fail(Trouble::Damaged("an object is not where its table says"));
                }
                found.map(|(_, object)| object)
            }
            Some(Place::Packed(stream, rank)) => self.packed(*stream, *rank, number),
            None => None,
        };
        self.open.borrow_mut().remove(&number);
        let object = Rc::new(object.unwrap_or(Object::Null));
        self.known.borrow_mut().insert(number, Rc::clone(&object));
        object
    }

    /// The object that an object stands for: itself, or where it refers to.
    pub(super) fn resolve(&self, object: &Object) -> Rc<Object> {
        let mut found = match object {
            Object::Ref(number) => self.get(*number),
            _ => Rc::new(object.clone()),
        };
        for _ in 0..8 {
            let Object::Ref(number) = *found else { break };
            found = self.get(number);
        }
        found
    }

    /// The entry of a dictionary; nothing where there is none.
    pub(super) fn entry(&self, dict: &Dict, key: &[u8]) -> Rc<Object> {
        dict.get(key).map_or_else(|| Rc::new(Object::Null), |object| self.resolve(object))
    }

    /// The object that begins at a place, with its number.
    fn parse_at(&self, at: usize) -> Option<(u32, Object)> {
        if at >= self.bytes.len() || !self.spend(1) {
            return None;
        }
        let mut lexer = Lexer::new(self.bytes, at);
        let (number, _) = (lexer.object()?.count()?, lexer.object()?.count()?);
        if !lexer.word(b"obj") {
            return None;
        }
        let object = lexer.object()?;
        if !self.spend(lexer.at - at) {
            return None;
        }
        let Object::Dict(dict) = object else { return Some((number, object)) };
        if !lexer.word(b"stream") {
            return Some((number, Object::Dict(dict)));
        }
        lexer.line_end();
        let start = lexer.at;
        let length = self.entry(&dict, b"Length").count()? as usize;
        let end = start.checked_add(length).filter(|end| *end <= self.bytes.len())?;
        Some((number, Object::Stream(Rc::new(dict), start..end)))
    }

    /// An object in a stream of objects (ISO 32000-1, 7.5.7).
    fn packed(&self, stream: u32, rank: u32, number: u32) -> Option<Object> {
        // All objects of the stream become known at once, or each would unpack it again.
        let holder = self.get(stream);
        let dict = holder.dict()?;
        let (count, first) = (self.entry(dict, b"N").count()?, self.entry(dict, b"First").count()? as usize);
        let bytes = self.stream(&holder)?;
        let mut heads = Lexer::new(&bytes, 0);
        let mut wanted = None;
        for at in 0..count {
            let (own, offset) = (heads.object()?.count()?, heads.object()?.count()? as usize);
            let mut lexer = Lexer::new(&bytes, first.checked_add(offset)?);
            let start = lexer.at;
            let object = lexer.object()?;
            if !self.spend(lexer.at.saturating_sub(start)) {
                return None;
            }
            if at == rank && own == number {
                wanted = Some(object);
            } else if matches!(self.places.get(&own), Some(Place::Packed(of, at_rank)) if (*of, *at_rank) == (stream, at))
            {
                self.known.borrow_mut().entry(own).or_insert_with(|| Rc::new(object));
            }
        }
        wanted
    }

    /// The bytes of a stream, unpacked; `None` is a trouble that is kept.
    pub(super) fn stream(&self, object: &Object) -> Option<Vec<u8>> {
        let Object::Stream(dict, range) = object else { return None };
        let packed = self.bytes.get(range.clone())?;
        let filters = self.list(dict, b"Filter");
        let parameters = self.list(dict, b"DecodeParms");
        let mut bytes = packed.to_vec();
        for (at, filter) in filters.iter().enumerate() {
            let own = parameters.get(at).and_then(|own| own.dict().cloned()).unwrap_or_default();
            let left = MAX_WORK.saturating_sub(self.work.get());
            match unpacked(&bytes, filter.name().unwrap_or_default(), &own, left) {
                Ok(out) => bytes = out,
                Err(trouble) => {
                    self.fail(trouble);
                    return None;
                }
            }
            if !self.spend(bytes.len()) {
                return None;
            }
        }
        Some(bytes)
    }

    /// An entry that may be one thing or a list of them.
    fn list(&self, dict: &Dict, key: &[u8]) -> Vec<Rc<Object>> {
        let entry = self.entry(dict, key);
        match &*entry {
            Object::Null => Vec::new(),
            Object::Array(items) => items.iter().map(|item| self.resolve(item)).collect(),
            _ => vec![entry],
        }
    }
}
