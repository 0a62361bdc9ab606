//! The shaper: takes pieces of a paragraph, gives them shaped, through parley and without system fonts.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::style::{FontFamily, FontFamilyName, FontFeatures, FontWeight, StyleProperty};
use parley::{BreakReason, FontContext, Layout, LayoutContext};

use super::keep;
use super::shaped::{Cluster, Run, Shaped, ShapedGlyph, Word};
use crate::font::{FontId, FontSet, Weight};

/// A paragraph to be shaped.
#[derive(Clone, Copy, Debug)]
pub struct ParagraphSpec<'a> {
    /// Its pieces, in order.
    pub pieces: &'a [Piece<'a>],
    /// Its language, as BCP 47 writes it.
    pub language: &'a str,
}

/// Words of one look.
#[derive(Clone, Copy, Debug)]
pub struct Piece<'a> {
    /// The words.
    pub text: &'a str,
    /// Their weight.
    pub weight: Weight,
    /// Whether figures are all of one width.
    pub tabular: bool,
    /// What the caller knows the piece by; runs carry it.
    pub key: u16,
    /// Whether the piece is not to be broken where it can be kept whole.
    pub keep: bool,
}

/// Shapes paragraphs. It keeps caches, so there is one for each thread.
pub struct Shaper {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    layout: Layout<()>,
    families: Vec<String>,
    faces: HashMap<u64, FontId>,
}

/// Type size at which one unit is a thousandth of an em.
const UNIT_SIZE: f32 = 1000.0;

impl Shaper {
    /// A shaper of these faces and no others.
    #[must_use]
    pub fn new(fonts: &FontSet) -> Self {
        let options = CollectionOptions { shared: false, system_fonts: false };
        let mut collection = Collection::new(options);
        let mut faces = HashMap::new();
        let mut families: Vec<String> = Vec::new();
        for (id, face) in fonts.iter() {
            let blob = Blob::new(Arc::new(face.data.clone()));
            faces.insert(blob.id(), id);
            let known_as = FontInfoOverride {
                family_name: Some(&face.family),
                weight: Some(FontWeight::new(f32::from(face.weight.0))),
                ..FontInfoOverride::default()
            };
            collection.register_fonts(blob, Some(known_as));
            if !families.contains(&face.family) {
                families.push(face.family.clone());
            }
        }
        let fonts = FontContext { collection, source_cache: SourceCache::default() };
        Shaper { fonts, layouts: LayoutContext::new(), layout: Layout::new(), families, faces }
    }

    /// Shapes a paragraph at unit size.
    pub fn shape(&mut self, spec: &ParagraphSpec<'_>) -> Shaped {
        let text: String = spec.pieces.iter().map(|piece| piece.text).collect();
        if text.is_empty() {
            return Shaped::default();
        }
        let bounds = bounds(spec.pieces);
        self.lay_out(spec, &text, &bounds);
        let mut copy = Copy {
            shaped: Shaped { rtl: self.layout.is_rtl(), ..Shaped::default() },
            pieces: spec.pieces,
            bounds: &bounds,
            text: &text,
        };
        for line in self.layout.lines() {
            copy.line(&line, &self.faces);
        }
        let mut shaped = copy.shaped;
        join_kept(&mut shaped, spec.pieces, &bounds, &text);
        shaped.text = text;
        shaped
    }

    /// Lays the paragraph out with every break taken, so that each line is one unbreakable word.
    fn lay_out(&mut self, spec: &ParagraphSpec<'_>, text: &str, bounds: &[Range<usize>]) {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, 1.0, false);
        let families: Vec<FontFamilyName<'_>> =
            self.families.iter().map(|name| FontFamilyName::named(name)).collect();
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(families.into())));
        builder.push_default(StyleProperty::FontSize(UNIT_SIZE));
        builder.push_default(StyleProperty::Locale(spec.language.parse().ok()));
        for (piece, range) in spec.pieces.iter().zip(bounds) {
            builder
                .push(StyleProperty::FontWeight(FontWeight::new(f32::from(piece.weight.0))), range.clone());
            if piece.tabular {
                builder.push(
                    StyleProperty::FontFeatures(FontFeatures::Source("\"tnum\" 1".into())),
                    range.clone(),
                );
            }
        }
        builder.build_into(&mut self.layout, text);
        self.layout.break_all_lines(Some(0.0));
    }
}

/// Where each piece stands in the whole text.
fn bounds(pieces: &[Piece<'_>]) -> Vec<Range<usize>> {
    let mut end = 0;
    pieces
        .iter()
        .map(|piece| {
            let start = end;
            end += piece.text.len();
            start..end
        })
        .collect()
}

/// Copies parley's clusters out into our own form.
struct Copy<'c> {
    shaped: Shaped,
    pieces: &'c [Piece<'c>],
    bounds: &'c [Range<usize>],
    text: &'c str,
}

impl Copy<'_> {
    fn line(&mut self, line: &parley::Line<'_, ()>, faces: &HashMap<u64, FontId>) {
        let first = self.shaped.clusters.len();
        let mut runs: Vec<_> = line.runs().collect();
        runs.sort_by_key(|run| run.text_range().start);
        for run in runs {
            let font = faces.get(&run.font().data.id()).copied().unwrap_or(FontId(0));
            for cluster in run.clusters() {
                self.cluster(&cluster, font);
            }
        }
        let clusters = &self.shaped.clusters[first..];
        let total: f32 = clusters.iter().map(|c| c.advance).sum();
        let space: f32 = clusters.iter().rev().take_while(|c| c.space).map(|c| c.advance).sum();
        let clusters = first..self.shaped.clusters.len();
        if clusters.is_empty() {
            return;
        }
        let ends_line = line.break_reason() == BreakReason::Explicit;
        self.shaped.words.push(Word { clusters, advance: total - space, space, ends_line });
    }

    fn cluster(&mut self, cluster: &parley::Cluster<'_, ()>, font: FontId) {
        let range = cluster.text_range();
        let text = &self.text[range.clone()];
        if cluster.is_ligature_continuation() {
            self.continue_ligature(&range, cluster.advance());
            return;
        }
        let first_glyph = self.shaped.glyphs.len();
        let newline = text.contains(['\n', '\r']);
        for (index, glyph) in cluster.glyphs().enumerate().filter(|_| !newline) {
            let cut = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            let (text_start, text_end) =
                (cut(range.start), cut(if index == 0 { range.end } else { range.start }));
            let id = u16::try_from(glyph.id).unwrap_or(0);
            let (dx, dy) = (glyph.x, -glyph.y);
            self.shaped.glyphs.push(ShapedGlyph { id, advance: glyph.advance, dx, dy, text_start, text_end });
        }
        let run = Run { font, key: self.key(range.start), rtl: cluster.is_rtl() };
        if self.shaped.runs.last() != Some(&run) {
            self.shaped.runs.push(run);
        }
        let cut = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        self.shaped.clusters.push(Cluster {
            run: cut(self.shaped.runs.len() - 1),
            first_glyph: cut(first_glyph),
            glyphs: cut(self.shaped.glyphs.len() - first_glyph),
            advance: if newline { 0.0 } else { cluster.advance() },
            space: text.chars().all(char::is_whitespace),
            breakable: text.ends_with(['/', '@', '.', '-', '_', '?', '&', '=']),
        });
    }

    /// A ligature is one cluster: its first glyph stands for all of its characters.
    fn continue_ligature(&mut self, range: &Range<usize>, advance: f32) {
        let Some(last) = self.shaped.clusters.last_mut() else { return };
        last.advance += advance;
        if let Some(glyph) = self.shaped.glyphs.get_mut(last.first_glyph as usize) {
            glyph.text_end = glyph.text_end.max(u32::try_from(range.end).unwrap_or(u32::MAX));
        }
    }

    fn key(&self, byte: usize) -> u16 {
        let piece = self.bounds.iter().position(|bound| bound.contains(&byte)).unwrap_or(0);
        self.pieces.get(piece).map_or(0, |piece| piece.key)
    }
}

/// Joins words that a number or an address spans, so that lines do not break inside.
fn join_kept(shaped: &mut Shaped, pieces: &[Piece<'_>], bounds: &[Range<usize>], text: &str) {
    let mut kept = keep::spans(text);
    kept.extend(pieces.iter().zip(bounds).filter(|(piece, _)| piece.keep).map(|(_, bound)| bound.clone()));
    if kept.is_empty() {
        return;
    }
    let mut joined: Vec<Word> = Vec::with_capacity(shaped.words.len());
    for word in std::mem::take(&mut shaped.words) {
        let cluster = shaped.clusters[word.clusters.start];
        let byte =
            shaped.glyphs.get(cluster.first_glyph as usize).map_or(0, |glyph| glyph.text_start as usize);
        let inside = kept.iter().any(|span| span.start < byte && byte < span.end);
        match joined.last_mut() {
            Some(before) if inside && !before.ends_line => {
                before.advance += before.space + word.advance;
                before.space = word.space;
                before.clusters.end = word.clusters.end;
                before.ends_line = word.ends_line;
            }
            _ => joined.push(word),
        }
    }
    shaped.words = joined;
}
