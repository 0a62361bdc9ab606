//! The steps of one job on the shipped briefing: read, check, fit and place, write, and the whole of it.

#![allow(missing_docs, reason = "criterion writes functions of its own")]

use briefpress::check::{self, Settings};
use briefpress::font::FontSet;
use briefpress::layout::{LOOKS, shelved};
use briefpress::model::Briefing;
use briefpress::page::Document;
use briefpress::pdf::Writer;
use briefpress::pipeline::{DocumentKind, Files, Inputs, Options, Worker, Workshop, run};
use briefpress::read;
use briefpress::source::Sources;
use briefpress::style::Theme;
use briefpress::target::{Exchange, Press, Target};
use briefpress::typeset::{Material, Store, typeset};
use criterion::{Criterion, criterion_group, criterion_main};
use std::sync::Arc;

const YAML: &[u8] = include_bytes!("../content/sexting.yaml");

struct NoFiles;

impl Files for NoFiles {
    fn read(&self, _: &str) -> Result<Vec<u8>, String> {
        Err("there are no files here".to_owned())
    }
}

fn briefing() -> Briefing {
    read::briefing(&mut Sources::default(), "sexting.yaml", YAML, None).0.expect("the example is sound")
}

fn steps(c: &mut Criterion) {
    let fonts = Arc::new(FontSet::embedded());
    let (briefing, theme) = (briefing(), Theme::default());
    c.bench_function("read/briefing", |b| b.iter(self::briefing));
    c.bench_function("read/three layouts", |b| {
        let read = |(name, text): (&str, &str)| {
            read::layout(&mut Sources::default(), name, text.as_bytes()).0.map(|layout| layout.masters.len())
        };
        b.iter(|| usual().map(read));
    });
    c.bench_function("check/briefing", |b| b.iter(|| check::briefing(&briefing, &Settings::default())));
    let mut documents: Vec<Document> = Vec::new();
    for (name, text) in usual() {
        let layout = read::layout(&mut Sources::default(), name, text.as_bytes()).0.expect("it is sound");
        let material =
            Material { briefing: &briefing, layout: &layout, theme: &theme, fonts: &fonts, logo: None };
        let name = name.trim_end_matches(".yaml");
        c.bench_function(&format!("typeset/{name}, shaping included"), |b| {
            b.iter(|| {
                let mut store = Store::new(&fonts);
                store.begin(&briefing.language);
                typeset(&material, &mut store)
            });
        });
        let mut store = Store::new(&fonts);
        store.begin(&briefing.language);
        c.bench_function(&format!("typeset/{name}, words shaped before"), |b| {
            b.iter(|| typeset(&material, &mut store));
        });
        documents.push(typeset(&material, &mut store).expect("it fits").document);
    }
    let mut writer = Writer::new(Arc::clone(&fonts));
    let print =
        Target::Print(Press { exchange: Exchange::X4, bleed: briefpress::geom::Pt::mm(3.0), marks: false });
    for (document, kind) in documents.iter().zip(DocumentKind::USUAL) {
        for (target, name) in [(&Target::Screen, "screen"), (&print, "print")] {
            c.bench_function(&format!("write/{} for {name}", kind.as_str()), |b| {
                b.iter(|| writer.write(document, target));
            });
        }
    }
}

/// The layouts of the usual look, in the order of the documents.
fn usual() -> [(&'static str, &'static str); 3] {
    DocumentKind::USUAL.map(|kind| shelved(LOOKS[0], kind).expect("the usual look is whole"))
}

fn whole(c: &mut Criterion) {
    let workshop = Workshop::embedded();
    let mut worker = Worker::new(&workshop);
    let inputs = Inputs { briefing: ("sexting.yaml", YAML), board: None, files: &NoFiles, beside: &[] };
    let options = Options {
        documents: DocumentKind::USUAL.to_vec(),
        targets: vec![Target::Screen],
        ..Options::default()
    };
    c.bench_function("job/three PDFs, the same again", |b| {
        b.iter(|| run(&workshop, &mut worker, &inputs, &options));
    });
    let text = String::from_utf8_lossy(YAML);
    let mut number = 0;
    c.bench_function("job/three PDFs, other words each time", |b| {
        b.iter_batched(
            || {
                number += 1;
                // Nearly every paragraph has one of these words.
                text.replace("child", &format!("child{number}")).replace("people", &format!("people{number}"))
            },
            |text| {
                let inputs = Inputs { briefing: ("sexting.yaml", text.as_bytes()), ..inputs };
                run(&workshop, &mut worker, &inputs, &options).products.len()
            },
            criterion::BatchSize::SmallInput,
        );
    });
    c.bench_function("job/three PDFs, everything new", |b| {
        b.iter(|| {
            let workshop = Workshop::embedded();
            run(&workshop, &mut Worker::new(&workshop), &inputs, &options)
        });
    });
}

criterion_group!(benches, steps, whole);
criterion_main!(benches);
