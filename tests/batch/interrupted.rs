//! Interruptions: a run is killed, doubled or stopped at any moment, and no file is ever anything but whole and right.

use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::place::{Files, Place, stderr};
use crate::dice::Dice;

const BRIEFINGS: usize = 6;
const BUILD: &str = "build content --quiet --jobs 2 --only poster,card";

/// Moments by chance that differ from run to run: the clock starts them.
struct Moments(Dice);

impl Moments {
    fn new() -> Self {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("a clock");
        Moments(Dice::new(u64::from(since.subsec_nanos())))
    }

    /// A moment before the end of `span`.
    fn before(&mut self, span: Duration) -> Duration {
        const STEPS: u32 = 1 << 24;
        span.mul_f64(self.0.roll(STEPS as usize) as f64 / f64::from(STEPS))
    }
}

fn start(place: &Place, words: &str) -> Child {
    place.command(words).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the program starts")
}

/// The right files of two versions of the same briefings, and how long it takes to make them.
fn versions(place: &Place) -> ([Files; 2], Duration) {
    place.write_briefings(BRIEFINGS, "2027");
    place.done(&format!("{BUILD} --out new"));
    place.write_briefings(BRIEFINGS, "2026");
    let begin = Instant::now();
    place.done(&format!("{BUILD} --out old"));
    ([place.pdfs("old"), place.pdfs("new")], begin.elapsed())
}

#[track_caller]
fn assert_right(found: &Files, versions: &[Files]) {
    for (path, bytes) in found {
        assert!(versions.iter().any(|good| good.get(path) == Some(bytes)), "{path} is not a right file");
    }
}

#[test]
fn killed_a_hundred_times_no_file_is_torn_and_the_next_run_completes() {
    let place = Place::with(BRIEFINGS);
    let (versions, mut span) = versions(&place);
    let (mut moments, mut killed, mut amid) = (Moments::new(), 0, 0);
    for round in 0.. {
        // Every other run writes over the files of the run before it, and every third one where nothing is.
        let version = round % 2;
        place.write_briefings(BRIEFINGS, ["2026", "2027"][version]);
        if round % 3 == 0 {
            let _ = std::fs::remove_dir_all(place.at("out"));
        }
        let mut run = start(&place, BUILD);
        sleep(moments.before(span));
        run.kill().expect("a run can be killed");
        let alive = !run.wait().expect("it ends").success();
        killed += usize::from(alive);
        // The longest wait follows the machine, so that most runs are killed and some come near their end.
        span = span.mul_f64(if alive { 1.02 } else { 0.9 });
        let left = place.pdfs("out");
        assert_right(&left, &versions);
        let done = versions[version].iter().filter(|(path, bytes)| left.get(*path) == Some(bytes)).count();
        amid += usize::from(done > 0 && done < versions[version].len());
        place.done(BUILD);
        assert_eq!(place.pdfs("out"), versions[version], "round {round} was not completed");
        let temporary = place.files("out", |name| name.ends_with(".tmp"));
        assert!(temporary.is_empty(), "left behind: {:?}", temporary.keys());
        if killed == 100 {
            break;
        }
        assert!(round < 400, "only {killed} runs were killed");
    }
    assert!(amid > 20, "only {amid} runs were killed amid their files");
}

#[test]
fn two_runs_at_once_in_one_folder_do_not_harm_each_other() {
    let place = Place::with(BRIEFINGS);
    let (versions, _) = versions(&place);
    for _ in 0..3 {
        let runs = [start(&place, BUILD), start(&place, BUILD)];
        for run in runs {
            let output = run.wait_with_output().expect("it ends");
            assert!(output.status.success(), "{}", stderr(&output));
        }
        assert_eq!(place.pdfs("out"), versions[0]);
        place.done(BUILD);
        assert!(place.done("build content --only poster,card").contains("(unchanged)"));
        std::fs::remove_dir_all(place.at("out")).expect("a folder that can be removed");
    }
}

/// The two runs ask for different files of the same names: whichever is written last, the record must not take one
/// for the other.
#[test]
fn two_runs_that_disagree_leave_no_false_record() {
    let place = Place::with(BRIEFINGS);
    let (versions, _) = versions(&place);
    for round in 0..6 {
        place.write_briefings(BRIEFINGS, "2026");
        let one = start(&place, BUILD);
        sleep(Duration::from_millis(round * 4));
        place.write_briefings(BRIEFINGS, "2027");
        let other = start(&place, BUILD);
        for run in [one, other] {
            run.wait_with_output().expect("it ends");
        }
        assert_right(&place.pdfs("out"), &versions);
        place.done(BUILD);
        assert_eq!(place.pdfs("out"), versions[1], "the record took old files for new ones");
    }
}

#[test]
fn a_source_that_changes_during_the_run_is_built_by_the_next() {
    let place = Place::with(BRIEFINGS);
    let (versions, span) = versions(&place);
    let mut moments = Moments::new();
    for round in 0..10 {
        let before = round % 2;
        place.write_briefings(BRIEFINGS, ["2026", "2027"][before]);
        let run = start(&place, BUILD);
        sleep(moments.before(span));
        place.write_briefings(BRIEFINGS, ["2027", "2026"][before]);
        let _ = run.wait_with_output().expect("it ends");
        assert_right(&place.pdfs("out"), &versions);
        place.done(BUILD);
        assert_eq!(place.pdfs("out"), versions[1 - before], "round {round}");
    }
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_with_a_summary_and_the_next_run_goes_on_from_there() {
    let place = Place::with(60);
    let build = "build content --jobs 2 --only poster,card";
    place.done(&format!("{build} --out good"));
    let run = place.command(build).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    // However slow the machine is, its first files are there before its last.
    while place.pdfs("out").len() < 6 {
        sleep(Duration::from_millis(1));
    }
    let id = run.id().to_string();
    std::process::Command::new("kill").args(["-INT", &id]).status().expect("kill is there");
    let output = run.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(130), "{}", stderr(&output));
    let summary = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(summary.starts_with("60 briefings: ") && summary.contains(" made, "), "{summary}");
    assert!(summary.contains("not begun"), "{summary}");
    assert!(stderr(&output).contains("stopped before the end"));
    let (good, left) = (place.pdfs("good"), place.pdfs("out"));
    assert!(!left.is_empty() && left.len() < good.len(), "{} of {}", left.len(), good.len());
    assert_right(&left, std::slice::from_ref(&good));
    let rest = place.done(build);
    assert!(rest.contains(" unchanged"), "what was made is not made again: {rest}");
    assert_eq!(place.pdfs("out"), good);
}
