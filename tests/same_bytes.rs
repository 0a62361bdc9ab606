//! The same bytes: one input gives one file, whatever surrounds the run.

use std::collections::BTreeMap;
use std::fs;

use crate::cli::{Desk, finish};

const EXAMPLE: &str = include_str!("../content/sexting.yaml");
const OTHERS: [&str; 2] =
    [include_str!("fixtures/private-fostering.yaml"), include_str!("fixtures/features.yaml")];

/// A desk with several briefings and one board, as a batch has them.
fn desk() -> Desk {
    let desk = Desk::new(EXAMPLE.as_bytes());
    for (name, text) in ["a", "z"].iter().zip(OTHERS) {
        desk.put(&format!("content/{name}.yaml"), text.as_bytes());
    }
    desk.put("boards/n.yaml", include_bytes!("../content/boards/northmere.yaml"));
    desk.put("boards/northmere.png", include_bytes!("../content/boards/northmere.png"));
    desk
}

/// Every PDF below a folder: its name and bytes.
fn made(desk: &Desk, below: &str) -> BTreeMap<String, Vec<u8>> {
    let pdfs = desk.files(below).into_iter().filter(|name| name.ends_with(".pdf"));
    let files: BTreeMap<_, _> = pdfs
        .map(|name| {
            let bytes = fs::read(desk.path(&name)).expect("the file is there");
            (name[below.len()..].trim_start_matches('/').to_owned(), bytes)
        })
        .collect();
    assert!(files.keys().any(|name| name.ends_with("x/poster.pdf")), "{:?}", files.keys());
    files
}

fn built(arguments: &[&str], environment: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let desk = desk();
    let all = [&["build", "--target", "screen,print"], arguments].concat();
    let run = finish(desk.command(&all).envs(environment.iter().copied()));
    assert!(run.code < 2, "{}", run.err);
    made(&desk, "out")
}

/// Names what differs, where showing it would fill the screen.
fn same(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) {
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(one), names(other));
    let different: Vec<_> =
        one.iter().filter(|(name, bytes)| other[*name] != **bytes).map(|(n, _)| n).collect();
    assert!(different.is_empty(), "{different:?} differ");
}

#[test]
fn two_runs_give_the_same_bytes() {
    same(&built(&[], &[]), &built(&[], &[]));
}

#[test]
fn the_number_of_threads_and_the_jobs_before_change_nothing() {
    let one = built(&["--jobs", "1"], &[]);
    same(&one, &built(&["--jobs", "4"], &[]));
    // The first job of a fresh process against the same job after others.
    let alone = built(&["content/x.yaml"], &[]);
    assert_eq!(alone.len(), 6);
    for (name, bytes) in alone {
        assert!(one[&name] == bytes, "{name} differs after other jobs");
    }
    let edition = |jobs| built(&["--boards", "boards", "--jobs", jobs], &[]);
    same(&edition("1"), &edition("4"));
}

#[test]
fn the_surroundings_change_nothing() {
    let plain = built(&[], &[]);
    let away = [
        ("TZ", "Pacific/Kiritimati"),
        ("LANG", "tr_TR.UTF-8"),
        ("LC_ALL", "ar_EG.UTF-8"),
        ("HOME", "/nowhere"),
        ("USER", "nobody"),
        ("COLUMNS", "20"),
    ];
    same(&plain, &built(&[], &away));
    // The day decides which messages are given, and no byte of a file.
    same(&plain, &built(&["--today", "2099-12-31"], &[]));
}

/// A briefing whose colours are inks, which are converted for the screen, and one of whose pages is a wheel.
const INKS: &str = "theme:\n  primary: cmyk(83, 44, 9, 37)\n  accent: cmyk(7, 21, 88, 0)\n  emergency: cmyk(12, 99, 91, 3)\n";

/// Processors of 2003 and 2006 have none of the instructions that newer ones round differently with.
#[cfg(target_arch = "x86_64")]
#[test]
fn an_old_processor_gives_the_same_bytes() {
    let desk = Desk::new(format!("{EXAMPLE}\n{INKS}").as_bytes());
    let words =
        ["build", "--target", "screen,print", "--only", "poster", "--layout", "poster-wheel", "--jobs", "1"];
    let all = |out| [&words[..], &["--out", out]].concat();
    assert_eq!(finish(&mut desk.command(&all("here"))).code, 0);
    for processor in ["qemu64", "Conroe"] {
        let mut command = std::process::Command::new("qemu-x86_64");
        command.args(["-cpu", processor, env!("CARGO_BIN_EXE_briefpress")]).args(all(processor));
        match command.current_dir(desk.path("")).output() {
            Ok(output) => assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr)),
            Err(_) => return eprintln!("qemu-x86_64 is not installed; scripts/setup does that"),
        }
        same(&made(&desk, "here"), &made(&desk, processor));
    }
}

#[test]
fn the_working_directory_changes_nothing() {
    let desk = desk();
    let (inside, content) = (desk.path("boards"), desk.path("content"));
    let content = content.to_str().expect("our names are ASCII");
    assert!(finish(&mut desk.command(&["build", "content"])).code < 2);
    let run = finish(desk.command(&["build", content, "--out", "../elsewhere"]).current_dir(inside));
    assert!(run.code < 2, "{}", run.err);
    same(&made(&desk, "out"), &made(&desk, "elsewhere"));
}

#[test]
fn the_moment_comes_from_the_content_or_from_source_date_epoch_and_never_from_a_clock() {
    let date = |files: &BTreeMap<String, Vec<u8>>, name: &str| {
        let pdf = lopdf::Document::load_mem(&files[name]).expect("it can be read");
        let info = pdf.trailer.get(b"Info").and_then(lopdf::Object::as_reference).expect("it has one");
        let info = pdf.get_dictionary(info).expect("it is a dictionary");
        let at = info.get(b"CreationDate").and_then(lopdf::Object::as_str).expect("it has a date");
        String::from_utf8_lossy(at).into_owned()
    };
    let undated = EXAMPLE.lines().filter(|line| !line.starts_with("issued:"));
    let undated = undated.collect::<Vec<_>>().join("\n");
    let build = |epoch: Option<&str>| {
        let desk = Desk::new(undated.as_bytes());
        let mut command = desk.command(&["build"]);
        if let Some(epoch) = epoch {
            command.env("SOURCE_DATE_EPOCH", epoch);
        }
        assert_eq!(finish(&mut command).code, 0);
        made(&desk, "out")
    };
    let fixed = build(None);
    assert_eq!(date(&fixed, "x/poster.pdf"), "D:20000101000000Z");
    let given = build(Some("1700000000"));
    assert_eq!(date(&given, "x/poster.pdf"), "D:20231114221320Z");
    same(&given, &build(Some("1700000000")));
    // The day of issue goes before it.
    let dated = Desk::new(format!("{undated}\nissued: 2024-05-06\n").as_bytes());
    assert_eq!(finish(dated.command(&["build"]).env("SOURCE_DATE_EPOCH", "1700000000")).code, 0);
    assert_eq!(date(&made(&dated, "out"), "x/poster.pdf"), "D:20240506000000Z");
}
