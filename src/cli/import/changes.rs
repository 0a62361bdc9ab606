//! `import --into`: takes a Word file that colleagues edited, shows each change, makes those that are accepted.

use std::path::Path;

use briefpress::batch::{plain, printable, way_in};
use briefpress::import::{Answer, Answers, Office, Question};
use briefpress::model::DraftPlace;
use briefpress::pipeline::{Change, SignOff, sign_off};

use super::super::stream::{complain, print};
use super::super::{DISK, Exit};
use super::Trouble;
use super::ask::{self, Reply};
use super::show::visible;

/// The words of the two answers.
const TAKE: &str = "Take the change";
const LEAVE: &str = "Leave the briefing as it is";

/// Compares the file with the briefing, asks for each change, and writes the briefing once at the end.
pub(super) fn into(
    briefing: &Path,
    office: &Office,
    answers: &Answers,
    may_ask: bool,
) -> Result<Exit, Trouble> {
    let name = printable(briefing);
    let bytes = DISK.read_source(briefing).map_err(|why| {
        Trouble::File(
            format!("{name}: {}", why.message),
            "Give the briefing that the document was made of".to_owned(),
        )
    })?;
    let compared = sign_off(&name, &bytes, office).map_err(Trouble::Content)?;
    for left in compared.left_over() {
        print(&format!("not in the text: «{}» ({})\n", visible(&left.text), left.reason.as_str()));
    }
    if compared.changes.is_empty() {
        print(&format!("no change: the document says what {name} says\n"));
        return Ok(Exit::Done);
    }
    let (taken, open) = decide(&compared, answers, may_ask)?;
    let by_hand = compared.changes.iter().filter(|change| change.replacement.is_none()).count();
    if !taken.is_empty() {
        let edited = compared.take(&name, &taken).map_err(Trouble::Content)?;
        if let Err(error) = DISK.rewrite(briefing, &bytes, edited.as_bytes()) {
            complain(&format!("{name} cannot be written: {}", plain(&error)), &way_in(&error));
            return Ok(Exit::Usage);
        }
    }
    let all = compared.changes.len();
    print(&format!("{} of {all} changes taken into {name}\n", taken.len()));
    Ok(if open + by_hand > 0 { Exit::Content } else { Exit::Done })
}

/// The changes that are taken, and how many nobody has decided about.
fn decide(compared: &SignOff, answers: &Answers, may_ask: bool) -> Result<(Vec<usize>, usize), Trouble> {
    let (mut taken, mut open) = (Vec::new(), 0);
    for (at, change) in compared.changes.iter().enumerate() {
        let question = question(change);
        if change.replacement.is_none() {
            print(&format!(
                "{}Make this change in the briefing itself, if it is right.\n",
                ask::shown(&question)
            ));
            continue;
        }
        let given = answers.get(&change.key).and_then(|answer| question.understand(answer));
        let answer = match given {
            Some(answer) => Some(answer),
            None if may_ask => match ask::ask(&question) {
                Reply::Answer(answer) => question.understand(&answer),
                Reply::Later => None,
                Reply::Gone => return Err(Trouble::Stopped),
            },
            None => {
                print(&format!("{}(answer {}: 1 or 2)\n", ask::shown(&question), change.key));
                None
            }
        };
        match answer {
            Some(Answer::Choice(0)) => taken.push(at),
            Some(_) => {}
            None => open += 1,
        }
    }
    Ok((taken, open))
}

fn question(change: &Change) -> Question {
    let choices =
        if change.replacement.is_some() { vec![TAKE.to_owned(), LEAVE.to_owned()] } else { Vec::new() };
    let shown =
        |name: &str, words: &str| format!("{name}: {}", if words.is_empty() { "(nothing)" } else { words });
    Question {
        key: change.key.clone(),
        text: format!("Changed: {}", change.what),
        shown: vec![shown("briefing", &change.old), shown("document", &change.new)],
        choices,
        own_words: false,
        place: DraftPlace::Top,
    }
}
