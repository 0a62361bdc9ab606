//! Settled files: takes a file that says its briefing part by part, gives it with the proof, and asks what it lacks.

use super::super::office::{Office, Settled};
use super::super::question::{Answer, Asker, Question};
use super::super::refusal::Refusal;
use super::{Arranged, prove, remarks};
use crate::address::shown::shown;
use crate::model::DraftContact;

/// The briefing that a file of ours holds. A title and a board that it does not show are asked for.
pub(super) fn settle(office: &Office, own: &Settled, mut asker: Asker<'_>) -> Result<Arranged, Refusal> {
    let mut draft = own.draft.clone();
    let questions = [(Question::title as fn(_) -> _, &mut draft.title), (Question::board, &mut draft.board)];
    for (question, slot) in questions {
        if slot.is_some() {
            continue;
        }
        if let Some(Answer::Words(words)) = asker.ask(question(Vec::new())) {
            *slot = Some(words);
        }
    }
    let left_over: Vec<_> = office.left_over.iter().chain(&own.left).cloned().collect();
    draft.remarks = remarks(&asker.open, &[]);
    let count = prove(office, &draft, &left_over, &[], &asker.typed)?;
    Ok(Arranged { draft, left_over, questions: asker.open, notes: office.notes.clone(), count })
}

/// The words of a contact as they stand in the file.
pub(super) fn contact_words(contact: &DraftContact, shortened: bool) -> Vec<String> {
    let written = |address: &str| if shortened { shown(address).to_owned() } else { address.to_owned() };
    let mut words = vec![contact.name.clone()];
    words.extend(contact.phone.iter().chain(&contact.email).cloned());
    words.extend(contact.url.iter().map(|url| written(url)));
    for (key, value) in &contact.details {
        words.push(if *key == "bsl" { written(value) } else { value.clone() });
    }
    words
}
