//! Intake: takes an office file and a person's answers, gives the YAML of its briefing, proved by reading it back.

use crate::address::link;
use crate::diag::Severity;
use crate::edit;
use crate::import::{Answers, Arranged, Office, Refusal, arrange};
use crate::language::Word;
use crate::model::{Block, Briefing, Draft};
use crate::read;
use crate::source::Sources;

/// A briefing that came in.
#[derive(Clone, Debug)]
pub struct Intake {
    /// Its YAML, with questions as remarks.
    pub yaml: String,
    /// Where every word is.
    pub arranged: Arranged,
}

/// Words for what is not known yet, so that the rest can be read back.
const FILLING: &str = "To come";

/// Arranges an office file, writes its YAML and reads that back: it must say the same, word for word.
///
/// # Errors
/// Where no briefing can come of it, or its YAML would not say the same.
pub fn take_in(office: &Office, answers: &Answers) -> Result<Intake, Refusal> {
    let arranged = arrange(office, answers)?;
    let yaml = edit::briefing(&arranged.draft);
    let whole = filled(&arranged.draft);
    let mut sources = Sources::default();
    let (briefing, messages) =
        read::briefing(&mut sources, "import", edit::briefing(&whole).as_bytes(), None);
    let Some(briefing) = briefing else {
        let first = messages.iter().find(|message| message.severity == Severity::Error);
        return Err(Refusal {
            why: first.map_or_else(|| "it cannot be read back".to_owned(), |first| first.message.clone()),
            advice: first.and_then(|first| first.hints.first()).map_or_else(
                || "Change it in Word and import it again".to_owned(),
                |hint| format!("In Word: {hint}"),
            ),
        });
    };
    match difference(&whole, &briefing) {
        None => Ok(Intake { yaml, arranged }),
        Some(place) => Err(Refusal {
            why: format!("{place} would not be read back word for word"),
            advice: "Nothing was written. Please report this file, it shows a fault of the program"
                .to_owned(),
        }),
    }
}

/// The draft with words for all that is not known, and without contacts: a person judges those.
fn filled(draft: &Draft) -> Draft {
    let mut whole = Draft { contacts: Vec::new(), ..draft.clone() };
    let missing = || Some(FILLING.to_owned());
    whole.title = whole.title.or_else(missing);
    whole.board = whole.board.or_else(missing);
    for section in &mut whole.sections {
        section.heading = section.heading.take().or_else(missing);
        if section.body.is_empty() {
            section.body = vec![edit::paragraph(FILLING)];
        }
    }
    whole
}

/// The first part that a briefing says otherwise than its draft.
fn difference(draft: &Draft, briefing: &Briefing) -> Option<String> {
    let lines = [
        ("the title", draft.title.as_ref(), Some(&briefing.title.value)),
        ("the board", draft.board.as_ref(), Some(&briefing.board.name.value)),
        (
            "the short name",
            draft.short_name.as_ref(),
            briefing.board.short_name.as_ref().map(|name| &name.value),
        ),
    ];
    if let Some((name, ..)) = lines.iter().find(|(_, draft, read)| draft != read) {
        return Some((*name).to_owned());
    }
    if draft.label.as_ref().is_some_and(|label| label != briefing.labels.get(Word::Label)) {
        return Some("the line above the title".to_owned());
    }
    let pairs = draft.sections.iter().zip(&briefing.sections).enumerate();
    pairs
        .filter(|(_, (draft, read))| {
            draft.heading.as_ref() != Some(&read.heading.value) || shape(&draft.body) != shape(&read.body)
        })
        .map(|(at, _)| format!("section {}", at + 1))
        .next()
}

/// All that a body says, in one text: its words, what is strong, where links lead, paragraphs and lists.
///
/// Reading makes a bare address a link, so a link whose words are its address counts as words.
pub(super) fn shape(blocks: &[Block]) -> String {
    let mut text = String::new();
    blocks.iter().for_each(|block| block_shape(block, &mut text));
    text
}

fn block_shape(block: &Block, text: &mut String) {
    match block {
        Block::Paragraph(inline) => {
            let mut strong = false;
            for run in inline {
                let words = run.text.trim_start();
                text.push_str(&run.text[..run.text.len() - words.len()]);
                if run.strong != strong && !words.is_empty() {
                    text.push_str("**");
                    strong = run.strong;
                }
                text.push_str(words);
                let own = link::bare(run.text.trim());
                let other = run.link.as_ref().filter(|link| {
                    // A name in other letters than Latin ones stands in the address as its code (RFC 3492).
                    own.as_ref() != Some(*link) && !link.uri().ends_with(run.text.trim())
                });
                text.extend(other.map(|link| format!("({})", link.uri())));
            }
            text.push('\n');
        }
        Block::List { start, items } => {
            text.push_str(&format!("[{}", start.map_or_else(String::new, |start| start.to_string())));
            for item in items {
                text.push_str("\n- ");
                item.blocks.iter().for_each(|block| block_shape(block, text));
            }
            text.push_str("]\n");
        }
    }
}
