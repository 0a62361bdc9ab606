//! Bad disks: full, read-only or in the way. What cannot be written is said, and the rest is whole.

use std::fs;
use std::process::{Command, Output};

use super::place::{Place, stderr};

const BUILD: &str = "build content --quiet --jobs 2";

/// The program run by a shell, for what a shell can set: limits, users, mounts. `$PROGRAM` is the program.
#[cfg(unix)]
fn in_shell(place: &Place, script: &str) -> Output {
    Command::new("sh")
        .args(["-c", script])
        .env("PROGRAM", env!("CARGO_BIN_EXE_briefpress"))
        .current_dir(place.at(""))
        .output()
        .expect("a shell")
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n")
}

/// A limit on the size of files stops a write in its middle, as a full disk does, and needs no rights.
#[cfg(unix)]
#[test]
fn a_write_that_stops_amid_a_file_leaves_none_of_it() {
    let place = Place::with(4);
    place.done(&format!("{BUILD} --out good"));
    let good = place.pdfs("good");
    let largest = good.values().map(Vec::len).max().expect("there are files");
    // In blocks of 512 bytes; with SIGXFSZ ignored the write fails instead of the process.
    let script = format!("trap '' XFSZ; ulimit -f {}; \"$PROGRAM\" {BUILD}", (largest - 2048) / 512);
    let output = in_shell(&place, &script);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    let said = stderr(&output);
    assert!(said.contains("file-unwritable") && said.contains("handout.pdf"), "{said}");
    let left = place.pdfs("out");
    assert!(!left.is_empty() && left.len() < good.len(), "small files are written, large ones are not");
    assert!(left.iter().all(|(path, bytes)| good[path] == *bytes));
    assert!(place.files("out", |name| name.ends_with(".tmp")).is_empty());
    place.done(BUILD);
    assert_eq!(place.pdfs("out"), good, "the next run completes the work");
}

/// A real full disk: a file system of 300 kB, in a name space of its own. It needs rights that not every machine
/// gives; where they are missing, the test above stands for it.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_whole_files_and_the_next_run_completes() {
    let place = Place::with(8);
    place.done(&format!("{BUILD} --out good"));
    let good = place.pdfs("good");
    let mount = "mkdir -p out && mount -t tmpfs -o size=300k none out";
    let unshare = if is_root() { "unshare -m" } else { "unshare -rm" };
    if !in_shell(&place, &format!("{unshare} sh -c '{mount}'")).status.success() {
        eprintln!("no file system can be mounted here");
        return;
    }
    let script = format!(
        "{mount}; \"$PROGRAM\" {BUILD}; echo \"exit $?\"; cp -r out left; \
         mount -o remount,size=8m out; \"$PROGRAM\" {BUILD}; echo \"exit $?\"; cp -r out whole"
    );
    let output = in_shell(&place, &format!("{unshare} sh -c '{script}'"));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "exit 2\nexit 0\n", "{}", stderr(&output));
    assert!(stderr(&output).contains("no space left on device"), "{}", stderr(&output));
    let left = place.pdfs("left");
    assert!(!left.is_empty() && left.len() < good.len(), "{} of {}", left.len(), good.len());
    assert!(left.iter().all(|(path, bytes)| good[path] == *bytes));
    assert_eq!(place.pdfs("whole"), good);
}

/// Root may write everywhere, so the program is run as nobody, from a copy that nobody may read.
#[cfg(unix)]
#[test]
fn a_read_only_folder_is_said_and_left_alone() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::with(2);
    place.done(BUILD);
    let before = place.pdfs("out");
    place.write_briefings(2, "2027");
    let mode = |path: &str, mode| fs::set_permissions(place.at(path), fs::Permissions::from_mode(mode));
    let folders = ["out/b000", "out/b001", "out"];
    for folder in folders {
        mode(folder, 0o555).expect("a mode can be set");
    }
    let command = if is_root() {
        fs::copy(env!("CARGO_BIN_EXE_briefpress"), place.at("program")).expect("a copy of the program");
        mode("", 0o755).expect("a mode can be set");
        format!("setpriv --reuid=65534 --regid=65534 --clear-groups ./program {BUILD}")
    } else {
        format!("\"$PROGRAM\" {BUILD}")
    };
    let output = in_shell(&place, &command);
    for folder in folders {
        mode(folder, 0o755).expect("a mode can be set");
    }
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(stderr(&output).contains("this cannot be written: permission denied"), "{}", stderr(&output));
    assert!(stderr(&output).contains("--out FOLDER"));
    assert_eq!(place.pdfs("out"), before);
    place.done(BUILD);
    assert_ne!(place.pdfs("out"), before, "the next run completes the work");
}

#[test]
fn a_file_in_the_way_of_the_folder_is_said_once_and_left_alone() {
    let place = Place::with(6);
    place.write("out", "not a folder");
    let output = place.run(BUILD);
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert_eq!(said.matches("error[file-unwritable]").count(), 1, "one file is in the way of all: {said}");
    assert!(said.contains("a file stands where a folder is to be\n--> out\n"), "{said}");
    assert_eq!(fs::read(place.at("out")).expect("it is still a file"), b"not a folder");
}

#[test]
fn what_is_wrong_with_one_briefing_does_not_stop_the_others() {
    let place = Place::with(3);
    place.write("content/b001.yaml", "title: Only a title\n");
    fs::create_dir_all(place.at("out/b002/card.pdf")).expect("a folder in the way of a file");
    let output = place.run("build content");
    assert_eq!(output.status.code(), Some(2));
    let made: Vec<_> = place.pdfs("out").into_keys().collect();
    assert_eq!(
        made,
        ["b000/card.pdf", "b000/handout.pdf", "b000/poster.pdf", "b002/handout.pdf", "b002/poster.pdf"]
    );
    let said = stderr(&output);
    assert!(said.contains("content/b001.yaml") && said.contains("b002/card.pdf"), "{said}");
}
