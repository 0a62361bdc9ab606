//! Streams and threads: a reader that has gone, a full disk behind standard output, and no room for another thread.

#![cfg(target_os = "linux")]

use super::place::Place;

/// The exit code of a script; `$PROGRAM` is the program.
fn exit_of(place: &Place, script: &str) -> Option<i32> {
    let mut command = std::process::Command::new("bash");
    command.args(["-c", script]).env("PROGRAM", env!("CARGO_BIN_EXE_briefpress")).current_dir(place.at(""));
    command.output().expect("a shell").status.code()
}

#[test]
fn nobody_has_to_listen_to_messages() {
    let place = Place::with(1);
    place.write("content/b000.yaml", "title: Only a title\n");
    for _ in 0..5 {
        assert_eq!(exit_of(&place, "\"$PROGRAM\" build 2>&1 | true; exit ${PIPESTATUS[0]}"), Some(1));
    }
    assert_eq!(exit_of(&place, "\"$PROGRAM\" check nothere 2>/dev/full"), Some(2));
    assert_eq!(exit_of(&place, "\"$PROGRAM\" build 2>&-"), Some(1));
}

/// A program that reads the messages must not take a full disk for good news.
#[test]
fn what_was_asked_for_and_cannot_be_written_is_a_failure() {
    let place = Place::with(1);
    for words in [
        "check content --format json",
        "explain",
        "schema",
        "build content",
        "status",
        "new y.yaml",
        "--help",
        "build --help",
        "--version",
    ] {
        assert_eq!(exit_of(&place, &format!("\"$PROGRAM\" {words} >/dev/full")), Some(2), "{words}");
    }
    for words in ["explain", "--help"] {
        assert_eq!(
            exit_of(&place, &format!("\"$PROGRAM\" {words} | true; exit ${{PIPESTATUS[0]}}")),
            Some(0)
        );
    }
}

/// As many threads as there is room for do the work; where there is none, the first one does.
#[test]
fn where_there_is_no_room_for_a_thread_the_work_is_done_all_the_same() {
    let place = Place::with(12);
    let (program, build) = (env!("CARGO_BIN_EXE_briefpress"), "build content --only card --jobs 16 --quiet");
    place.done(&format!("{build} --out good"));
    if !std::path::Path::new("/usr/bin/setpriv").exists() || exit_of(&place, "[ $(id -u) = 0 ]") != Some(0) {
        eprintln!("only root can become somebody without other threads");
        return;
    }
    std::fs::copy(program, place.at("program")).expect("a copy of the program");
    for (number, threads) in (54_320..).zip([1, 2, 4, 8]) {
        let script = format!(
            "chmod -R a+rX .; mkdir o{threads}; chmod 777 o{threads}; timeout 60 setpriv --reuid={number} \
             --regid={number} --clear-groups bash -c 'ulimit -u {threads}; exec ./program {build} --out o{threads}/x'"
        );
        assert_eq!(exit_of(&place, &script), Some(0), "room for {threads}");
        assert!(place.pdfs(&format!("o{threads}/x")) == place.pdfs("good"), "room for {threads}");
    }
}
