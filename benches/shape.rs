//! Shaping and breaking the Rotherham text: what copyfit does once, and what it does for every trial size.

#![allow(missing_docs, reason = "criterion writes functions of its own")]

use std::hint::black_box;

use briefpress::font::{FontSet, Weight};
use briefpress::text::{LineRanges, ParagraphSpec, Piece, Shaped, Shaper};
use criterion::{Criterion, criterion_group, criterion_main};

const TEXT: &str = include_str!("../tests/fixtures/rscb-sexting-briefing.txt");

/// Half the width of an A4 page inside its margins, in points.
const COLUMN: f32 = 258.0;

/// Type sizes between the floor and the ceiling of a poster.
const SIZES: [f32; 5] = [12.0, 12.5, 13.0, 13.5, 14.0];

fn shape_all(shaper: &mut Shaper) -> Vec<Shaped> {
    TEXT.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|text| {
            let piece = Piece { text, weight: Weight::REGULAR, tabular: false, key: 0, keep: false };
            shaper.shape(&ParagraphSpec { pieces: &[piece], language: "en-GB" })
        })
        .collect()
}

fn shape(c: &mut Criterion) {
    let fonts = FontSet::embedded();
    let mut shaper = Shaper::new(&fonts);
    let shaped = shape_all(&mut shaper);
    c.bench_function("font/embedded", |b| b.iter(FontSet::embedded));
    c.bench_function("text/new shaper, first use", |b| b.iter(|| shape_all(&mut Shaper::new(&fonts))));
    c.bench_function("text/shape all", |b| b.iter(|| shape_all(&mut shaper)));
    c.bench_function("text/count all at five sizes", |b| {
        b.iter(|| {
            let lines = |size: f32| -> usize {
                shaped.iter().map(|text| text.count_lines(black_box(COLUMN * 1000.0 / size))).sum()
            };
            SIZES.map(lines)
        });
    });
    c.bench_function("text/break all", |b| {
        b.iter(|| {
            let lines = |text: &Shaped| text.break_lines(black_box(COLUMN * 1000.0 / 12.0)).len();
            shaped.iter().map(lines).sum::<usize>()
        });
    });
    c.bench_function("text/place all", |b| {
        let ranges: Vec<_> = shaped.iter().map(|text| text.break_lines(COLUMN * 1000.0 / 12.0)).collect();
        b.iter(|| {
            let glyphs = |(text, lines): (&Shaped, &LineRanges)| -> usize {
                lines.iter().flat_map(|line| text.line(line).runs).map(|run| run.glyphs.len()).sum()
            };
            shaped.iter().zip(&ranges).map(glyphs).sum::<usize>()
        });
    });
}

criterion_group!(benches, shape);
criterion_main!(benches);
