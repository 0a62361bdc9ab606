//! A disk that fails: at each call of a run in turn, and every file is whole or absent, named, and made by the next.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use briefpress::batch::{Batch, Call, Digest, Disk, Job, Mode, State, plan};
use briefpress::pipeline::{DocumentKind, Options, Workshop};
use briefpress::target::Target;

use super::place::{Files, Place};

/// What a run over the briefings of a place did: how each job ended, and which files its messages name.
type Ends = BTreeMap<String, (State, Vec<String>)>;

fn run(place: &Place, workshop: &Workshop, disk: &Disk, mode: Mode) -> Ends {
    let jobs = jobs(place);
    let options = Options {
        documents: vec![DocumentKind::Poster],
        targets: vec![Target::Screen],
        ..Options::default()
    };
    let batch = Batch {
        disk,
        workshop,
        tools: Digest::of(b"the tools of this test"),
        options: &options,
        jobs: &jobs,
        out: &place.at("out"),
        mode,
        thumbnails: true,
        force: false,
        prune: false,
        lines: false,
        threads: 1,
        stop: &AtomicBool::new(false),
    };
    let mut ends = Ends::new();
    batch.run(|job, done| {
        let named = done.messages.iter().map(|message| message.file.clone()).collect();
        ends.insert(job.name.clone(), (done.state, named));
    });
    ends
}

fn jobs(place: &Place) -> Vec<Job> {
    plan(&Disk::new(), &[place.at("content")], None, &place.at("out")).expect("a plan").jobs
}

/// A disk that fails at the call of this number, and how many calls there were.
fn failing(at: usize) -> (Disk, Arc<AtomicUsize>) {
    let calls = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&calls);
    let before = move |_: Call, _: &Path| match count.fetch_add(1, Ordering::Relaxed) {
        number if number == at => Err(io::ErrorKind::StorageFull.into()),
        _ => Ok(()),
    };
    (Disk::asking(before), calls)
}

/// Fails each call of a run in turn, on files of a version or on none, and looks at what came of it.
fn fail_each(place: &Place, workshop: &Workshop, before: &Files, good: &Files) -> usize {
    let mut told = 0;
    for at in 0.. {
        let _ = std::fs::remove_dir_all(place.at("out"));
        for (path, bytes) in before {
            let path = place.at("out").join(path);
            std::fs::create_dir_all(path.parent().expect("it has a folder")).expect("a folder");
            std::fs::write(path, bytes).expect("a file");
        }
        let (disk, calls) = failing(at);
        let ends = run(place, workshop, &disk, Mode::Write);
        if calls.load(Ordering::Relaxed) <= at {
            assert!(ends.values().all(|(state, _)| *state == State::Made), "no call failed: {ends:?}");
            assert!(at > 30, "a run over three briefings makes {at} calls");
            return told;
        }
        let left = place.files("out", |_| true);
        for (path, bytes) in left.iter().filter(|(path, _)| *path != ".briefpress-record") {
            let whole = [before, good].iter().any(|files| files.get(path) == Some(bytes));
            assert!(whole, "call {at}: {path} is torn or foreign");
        }
        for (name, (state, named)) in &ends {
            let made = good.keys().filter(|path| path.starts_with(name.as_str()));
            let old: Vec<PathBuf> = made
                .filter(|path| left.get(*path) != good.get(*path))
                .map(|path| place.at("out").join(path))
                .collect();
            let is_named = named.iter().any(|named| {
                old.iter().any(|path| path.display().to_string() == *named) || named.ends_with(".yaml")
            });
            match state {
                State::Failed => assert!(is_named, "call {at}: {old:?} and {named:?}"),
                _ => assert!(old.is_empty(), "call {at}: {name} is not told as failed: {old:?}"),
            }
            told += usize::from(*state == State::Failed);
        }
        run(place, workshop, &Disk::new(), Mode::Write);
        let all = place.files("out", |name| name != ".briefpress-record");
        assert_eq!(all.keys().collect::<Vec<_>>(), good.keys().collect::<Vec<_>>(), "call {at}");
        assert!(all == *good, "call {at}: the next run did not complete the work");
    }
    told
}

#[test]
fn whichever_call_fails_every_file_is_whole_or_absent_and_named() {
    let (place, workshop) = (Place::with(3), Workshop::embedded());
    run(&place, &workshop, &Disk::new(), Mode::Write);
    let old = place.files("out", |name| name != ".briefpress-record");
    place.write_briefings(3, "2027");
    run(&place, &workshop, &Disk::new(), Mode::Write);
    let good = place.files("out", |name| name != ".briefpress-record");
    assert!(good.len() == 6 && old.len() == 6 && good.iter().all(|(path, bytes)| old[path] != *bytes));
    let told = [&Files::new(), &old].map(|before| fail_each(&place, &workshop, before, &good));
    assert!(told.iter().all(|told| *told >= 3 * 10), "{told:?} failures were told");
}

/// Who looks and who compares makes nothing of a bad disk either.
#[test]
fn whoever_only_looks_is_told_too() {
    let (place, workshop) = (Place::with(1), Workshop::embedded());
    run(&place, &workshop, &Disk::new(), Mode::Write);
    let before = place.files("out", |_| true);
    for mode in [Mode::Look, Mode::Compare, Mode::Status] {
        let (disk, _) = failing(if mode == Mode::Look { 0 } else { 2 });
        let ends = run(&place, &workshop, &disk, mode);
        assert_eq!(ends["b000"].0, State::Failed, "{mode:?}: {ends:?}");
        assert_eq!(place.files("out", |_| true), before);
    }
}
