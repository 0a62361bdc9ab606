//! What a run says: takes text, gives it to standard output or standard error, and remembers what was lost.

#![allow(clippy::disallowed_methods, reason = "this is the room that the list speaks of")]

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use briefpress::batch::plain;
use terminal_size::terminal_size_of;

use super::Exit;
use super::args::ColorWhen;
use super::render::Terminal;

/// Whether something that was asked for could not be said. The exit code is the one place left to say so.
static LOST: AtomicBool = AtomicBool::new(false);

/// Writes to standard output. A reader that went away, as `head` does, is not a failure; a full disk is.
pub(super) fn print(text: &str) {
    let mut out = io::stdout().lock();
    arrived(out.write_all(text.as_bytes()).and_then(|()| out.flush()));
}

/// Says what is answered in place of a run: help or a version that was asked for, or what is wrong with the words.
pub(super) fn answer(answer: &clap::Error) -> Exit {
    let written = answer.print();
    if answer.use_stderr() {
        return Exit::Usage;
    }
    arrived(written.and_then(|()| io::stdout().flush()));
    verdict(Exit::Done)
}

/// Remembers, and tells once, what was asked for and did not arrive.
fn arrived(written: io::Result<()>) {
    let Err(error) = written else { return };
    if error.kind() != io::ErrorKind::BrokenPipe && !LOST.swap(true, Ordering::Relaxed) {
        complain(
            &format!("what was asked for cannot be written to standard output: {}", plain(&error)),
            "Check that there is room where you send it",
        );
    }
}

/// Writes to standard error, for a person who may not be listening: a run goes on without.
pub(super) fn say(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// A sentence on standard error, with advice below it, for what is not about a place in a source.
pub(super) fn complain(message: &str, advice: &str) {
    say(&format!("error: {message}\n  = help: {advice}\n"));
}

/// How a run ended, if all that it had to say arrived.
pub(super) fn verdict(exit: Exit) -> Exit {
    if LOST.load(Ordering::Relaxed) { exit.max(Exit::Usage) } else { exit }
}

/// Whether to send colours (<https://no-color.org>) to standard output, or to standard error.
fn colored(when: ColorWhen, to_stdout: bool) -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let terminal = if to_stdout { io::stdout().is_terminal() } else { io::stderr().is_terminal() };
    match when {
        ColorWhen::Always => true,
        ColorWhen::Never => false,
        ColorWhen::Auto => {
            let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
            terminal && !set("NO_COLOR") && !dumb
        }
    }
}

/// What is known of the terminal behind standard output, or behind standard error.
pub(super) fn terminal(when: ColorWhen, to_stdout: bool) -> Terminal {
    let size = if to_stdout { terminal_size_of(io::stdout()) } else { terminal_size_of(io::stderr()) };
    Terminal { colored: colored(when, to_stdout), width: size.map(|(width, _)| usize::from(width.0)) }
}
