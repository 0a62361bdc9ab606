//! A record of earlier runs, as bytes: whatever it says, a run ends well, and no file outside its folder is touched.

#![no_main]

use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use std::sync::atomic::AtomicBool;

use briefpress::batch::{Batch, Digest, Disk, Mode, State, plan};
use briefpress::diag::Code;
use briefpress::pipeline::DocumentKind;
use briefpress_fuzz::{GOOD, WORKSHOP, options};
use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;

static PLACE: LazyLock<TempDir> = LazyLock::new(|| {
    let place = tempfile::tempdir().expect("there is room for a folder");
    fs::create_dir_all(place.path().join("content")).expect("a folder");
    fs::create_dir_all(place.path().join("out/gone")).expect("a folder");
    fs::write(place.path().join("content/x.yaml"), GOOD).expect("a briefing");
    place
});

fuzz_target!(|bytes: &[u8]| {
    let place = PLACE.path();
    let (out, kept) = (place.join("out"), place.join("kept.pdf"));
    fs::write(&kept, "%PDF-1.7 of somebody else").expect("a file");
    // Half of the inputs are the lines of a record without their digests, which nobody could guess.
    let signed =
        if bytes.first().is_none_or(|first| *first < 128) { bytes.to_vec() } else { sign(&bytes[1..]) };
    fs::write(out.join(".briefpress-record"), signed).expect("a record");
    for mode in [Mode::Status, Mode::Write] {
        run(place, &out, mode);
    }
    assert_eq!(fs::read(&kept).expect("it is there"), b"%PDF-1.7 of somebody else");
});

/// Puts the digest of each line before it.
fn sign(lines: &[u8]) -> Vec<u8> {
    let lines = lines.split(|byte| *byte == b'\n');
    lines.flat_map(|line| [Digest::of(line).to_string().as_bytes(), b" ", line, b"\n"].concat()).collect()
}

fn run(place: &Path, out: &Path, mode: Mode) {
    let disk = Disk::new();
    let jobs = plan(&disk, &[place.join("content")], None, out).expect("a plan").jobs;
    let mut options = options(0);
    options.documents = vec![DocumentKind::Card];
    let batch = Batch {
        disk: &disk,
        workshop: &WORKSHOP,
        tools: Digest::of(b"tools"),
        options: &options,
        jobs: &jobs,
        out,
        mode,
        thumbnails: false,
        force: false,
        prune: true,
        lines: true,
        threads: 1,
        stop: &AtomicBool::new(false),
    };
    batch.run(|_, done| {
        assert!(done.state != State::Failed, "{:?}", done.messages);
        assert!(
            done.messages.iter().all(|message| message.code != Code::ProgramFault),
            "{:?}",
            done.messages
        );
        for message in &done.messages {
            let lies =
                |spot: &briefpress::batch::Spot| spot.excerpt.get(spot.marked.0..spot.marked.1).is_some();
            assert!(message.spot.as_ref().is_none_or(lies), "a place outside its line: {message:?}");
        }
    });
}
