//! Asking: takes a question, shows it in the terminal, gives what the person typed.

use std::io::{self, BufRead};

use briefpress::import::Question;

use super::super::stream::say;
use super::show::visible;

/// What a person did with a question.
pub(super) enum Reply {
    /// Gave an answer that it understands.
    Answer(String),
    /// Left it for later.
    Later,
    /// Closed the terminal.
    Gone,
}

/// Asks until the answer is one of the choices, or nothing.
pub(super) fn ask(question: &Question) -> Reply {
    say(&shown(question));
    say(match (question.choices.is_empty(), question.own_words) {
        (true, _) => "Type it (only Enter: later): ",
        (false, true) => "Type a number or your own words (only Enter: later): ",
        (false, false) => "Type a number (only Enter: later): ",
    });
    loop {
        let mut line = String::new();
        match io::stdin().lock().read_line(&mut line) {
            Ok(0) | Err(_) => return Reply::Gone,
            Ok(_) if line.trim().is_empty() => return Reply::Later,
            Ok(_) if question.understand(&line).is_some() => return Reply::Answer(line.trim().to_owned()),
            Ok(_) => {
                say(&format!("Please type a number from 1 to {}, or only Enter: ", question.choices.len()))
            }
        }
    }
}

/// The question with the words that it is about, and the answers to choose from.
pub(super) fn shown(question: &Question) -> String {
    let mut text = format!("\n{}\n", question.text);
    for words in &question.shown {
        // A text of several paragraphs stands line by line.
        let lines = words.lines().filter(|line| !line.trim().is_empty()).map(visible);
        text.push_str(&format!("    «{}»\n", lines.collect::<Vec<_>>().join("\n     ")));
    }
    for (at, choice) in question.choices.iter().enumerate() {
        text.push_str(&format!("  {}  {}\n", at + 1, visible(choice)));
    }
    text
}
