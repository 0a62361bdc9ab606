//! PDF/X-1a beside PDF/X-4: the same pages with the same inks, without transparency and what came after PDF 1.4.

use briefpress::diag::any_error;
use briefpress::geom::Pt;
use briefpress::pipeline::{DocumentKind, Files, Inputs, Options, Product, Worker, Workshop, run};
use briefpress::target::{Exchange, Press, Target};
use lopdf::{Dictionary, Object, Stream};

use super::reader::File;
use super::{EXAMPLE, make};

const BOARD: &[u8] = include_bytes!("../../content/boards/ashford-vale.yaml");
const LOGO: &[u8] = include_bytes!("../../content/boards/ashford-vale.png");

fn press(exchange: Exchange) -> Target {
    Target::Print(Press { exchange, bleed: Pt::mm(3.0), marks: true })
}

/// The folder of the board's file has its logo.
struct Logo;

impl Files for Logo {
    fn read(&self, _: &str) -> Result<Vec<u8>, String> {
        Ok(LOGO.to_vec())
    }
}

/// The files of the example for a board whose logo has clear corners and soft edges.
fn with_logo(targets: &[Target], mono: bool) -> Vec<Product> {
    let workshop = Workshop::embedded();
    let inputs = Inputs {
        briefing: ("briefing.yaml", EXAMPLE.as_bytes()),
        board: Some(("board.yaml", BOARD)),
        files: &Logo,
        beside: &[],
    };
    let (documents, targets) = (DocumentKind::USUAL.to_vec(), targets.to_vec());
    let options = Options { documents, targets, mono, ..Options::default() };
    let outcome = run(&workshop, &mut Worker::new(&workshop), &inputs, &options);
    assert!(!any_error(&outcome.diagnostics), "{:#?}", outcome.diagnostics);
    outcome.products
}

/// Files by both standards, a document at a time.
fn pairs(products: &[Product]) -> Vec<(File, File)> {
    let of = |exchange| products.iter().filter(move |product| product.target == press(exchange));
    of(Exchange::X4)
        .zip(of(Exchange::X1a))
        .map(|(a, b)| (File::read(&a.bytes), File::read(&b.bytes)))
        .collect()
}

fn dictionaries(file: &File) -> impl Iterator<Item = &Dictionary> {
    file.doc.objects.values().filter_map(|object| match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(Stream { dict, .. }) => Some(dict),
        _ => None,
    })
}

fn pictures(file: &File) -> Vec<&Stream> {
    let streams = file.doc.objects.values().filter_map(|object| object.as_stream().ok());
    streams
        .filter(|stream| stream.dict.get(b"Subtype").is_ok_and(|it| matches!(it.as_name(), Ok(b"Image"))))
        .collect()
}

#[test]
fn both_standards_draw_the_same_at_the_same_places_with_the_same_inks() {
    let targets = [press(Exchange::X4), press(Exchange::X1a)];
    for products in [make(&targets), with_logo(&targets, false)] {
        let pairs = pairs(&products);
        assert_eq!(pairs.len(), 3);
        for (new, old) in pairs {
            for page in 0..new.doc.get_pages().len() {
                let drawn = |file: &File| format!("{:?}", file.operations(page));
                assert_eq!(drawn(&new), drawn(&old));
                for name in ["TrimBox", "BleedBox", "MediaBox"] {
                    assert_eq!(new.page_box(page, name), old.page_box(page, name));
                }
            }
        }
    }
}

#[test]
fn a_flat_file_says_what_it_is_and_has_nothing_that_came_after_pdf_1_4() {
    for product in with_logo(&[press(Exchange::X1a)], false) {
        assert!(product.file_name.ends_with(".x1a.print.pdf"), "{}", product.file_name);
        let file = File::read(&product.bytes);
        assert_eq!(file.doc.version, "1.4");
        let info = file.dict(file.doc.trailer.get(b"Info").expect("an Info dictionary"));
        assert_eq!(file.text(info, "GTS_PDFXVersion").as_deref(), Some("PDF/X-1a:2003"));
        assert!(info.get(b"GTS_PDFXConformance").is_err(), "that key belongs to the standard of 2001");
        assert!(matches!(info.get(b"Trapped").and_then(Object::as_name), Ok(b"False")));
        for key in ["Title", "Creator", "Producer", "CreationDate", "ModDate"] {
            assert!(file.text(info, key).is_some_and(|text| !text.is_empty()), "{key}");
        }
        for dictionary in dictionaries(&file) {
            for late in ["SMask", "Group", "CA", "ca", "BM", "AIS", "OCProperties", "PrintScaling", "Duplex"]
            {
                assert!(dictionary.get(late.as_bytes()).is_err(), "{late} in {}", product.file_name);
            }
        }
        for picture in pictures(&file) {
            let space = picture.dict.get(b"ColorSpace").and_then(Object::as_name);
            assert!(matches!(space, Err(_) | Ok(b"DeviceCMYK" | b"DeviceGray")), "{space:?}");
        }
    }
}

/// The samples of a picture.
fn samples(stream: &Stream) -> Vec<u8> {
    stream.decompressed_content().expect("sound samples")
}

#[test]
fn a_logo_covers_its_ground_with_the_inks_that_would_come_of_both() {
    let (mut in_part, mut grounds) = (0, 0);
    for (new, old) in pairs(&with_logo(&[press(Exchange::X4), press(Exchange::X1a)], false)) {
        let soft = pictures(&new).into_iter().find(|picture| picture.dict.has(b"SMask")).expect("a logo");
        let mask = new.follow(soft.dict.get(b"SMask").expect("opacity")).as_stream().expect("a picture");
        let (inks, alpha) = (samples(soft), samples(mask));
        let flat = pictures(&old);
        assert!(!flat.is_empty() && flat.iter().all(|picture| !picture.dict.has(b"Mask")));
        for mixed in flat {
            let mixed = samples(mixed);
            // The first pixel of the logo is clear, so the ground is printed there.
            let (ground, clear) = (&mixed[..4], alpha[0]);
            assert_eq!((clear, mixed.len()), (0, inks.len()));
            for (at, ((pure, mixed), seen)) in inks.chunks(4).zip(mixed.chunks(4)).zip(&alpha).enumerate() {
                let seen = f32::from(*seen) / 255.0;
                for ((pure, mixed), below) in pure.iter().zip(mixed).zip(ground) {
                    let wanted = f32::from(*pure) * seen + f32::from(*below) * (1.0 - seen);
                    assert!((wanted - f32::from(*mixed)).abs() <= 1.0, "pixel {at}: {mixed}, not {wanted}");
                }
                in_part += usize::from(seen > 0.0 && seen < 1.0);
            }
            grounds += 1;
        }
    }
    assert!(in_part > 100 && grounds >= 3, "{in_part} pixels are seen in part, on {grounds} grounds");
}

#[test]
fn greys_stay_one_ink() {
    for product in with_logo(&[press(Exchange::X1a)], true) {
        for picture in pictures(&File::read(&product.bytes)) {
            let space = picture.dict.get(b"ColorSpace").and_then(Object::as_name);
            assert!(matches!(space, Err(_) | Ok(b"DeviceGray")), "{space:?}");
        }
    }
}
