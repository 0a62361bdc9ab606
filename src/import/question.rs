//! Questions: takes what the file does not say for certain, gives what to ask, and the answers that came.

use std::collections::BTreeMap;

use crate::model::DraftPlace;

/// Something that only a person can say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its name, by which an answer is given: `title`, `contact-2`.
    pub key: String,
    /// The question, in one sentence.
    pub text: String,
    /// The words of the file that it is about.
    pub shown: Vec<String>,
    /// The answers to choose from.
    pub choices: Vec<String>,
    /// Whether an answer may be words of one's own.
    pub own_words: bool,
    /// Where in the briefing its answer belongs.
    pub place: DraftPlace,
}

/// Answers by the names of their questions: the number of a choice, its words, or words of one's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<String, String>);

impl Answers {
    /// Takes an answer in.
    pub fn give(&mut self, key: impl Into<String>, answer: impl Into<String>) {
        self.0.insert(key.into(), answer.into());
    }

    /// The answer to a question.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(|answer| answer.trim())
    }

    /// The names of all answers, sorted.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// An answer that a question understands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The choice of this place in the list, from 0.
    Choice(usize),
    /// Words of one's own.
    Words(String),
}

impl Question {
    /// The question for the title: one of these lines, or words of one's own.
    pub(super) fn title(choices: Vec<String>) -> Self {
        Question::of_front("title", "What is the title of this briefing?", choices, DraftPlace::Title)
    }

    /// The question for the board: one of these lines, or words of one's own.
    pub(super) fn board(choices: Vec<String>) -> Self {
        Question::of_front("board", "Which board issues this briefing?", choices, DraftPlace::Board)
    }

    fn of_front(key: &str, text: &str, choices: Vec<String>, place: DraftPlace) -> Self {
        let (key, text) = (key.to_owned(), text.to_owned());
        Question { key, text, shown: Vec::new(), choices, own_words: true, place }
    }

    /// What an answer means; `None` where it is none of the choices.
    #[must_use]
    pub fn understand(&self, answer: &str) -> Option<Answer> {
        let answer = answer.trim();
        let number = answer.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let lower = answer.to_lowercase();
        // A plain yes or no stands for the choice that begins with it.
        let short = match lower.as_str() {
            "y" | "yes" => "yes",
            "n" | "no" => "no",
            _ => "",
        };
        let means = |choice: &String| {
            let choice = choice.trim().to_lowercase();
            choice == lower
                || (!short.is_empty() && choice.split(|c: char| !c.is_alphabetic()).next() == Some(short))
        };
        match (number, self.choices.iter().position(means)) {
            (_, Some(at)) => Some(Answer::Choice(at)),
            (Some(at), _) if at < self.choices.len() => Some(Answer::Choice(at)),
            // Nobody is called 3: that is a slip of a finger among choices.
            (Some(_), _) if !self.choices.is_empty() => None,
            _ if self.own_words && short.is_empty() && !answer.is_empty() => {
                Some(Answer::Words(answer.to_owned()))
            }
            _ => None,
        }
    }
}

/// Looks answers up, and gathers the questions that have none.
#[derive(Debug)]
pub(super) struct Asker<'a> {
    answers: &'a Answers,
    /// Questions without an answer.
    pub open: Vec<Question>,
    /// The names of those that were answered with words of one's own, which stand nowhere in the file.
    pub typed: Vec<String>,
}

impl<'a> Asker<'a> {
    /// With these answers.
    pub(super) const fn new(answers: &'a Answers) -> Self {
        Asker { answers, open: Vec::new(), typed: Vec::new() }
    }

    /// The answer, if there is one that the question understands.
    pub(super) fn ask(&mut self, question: Question) -> Option<Answer> {
        let answer = self.answers.get(&question.key).and_then(|answer| question.understand(answer));
        if let Some(Answer::Words(_)) = answer {
            self.typed.push(question.key.clone());
        }
        if answer.is_none() && !self.open.iter().any(|open| open.key == question.key) {
            self.open.push(question);
        }
        answer
    }

    /// Which of the choices it is.
    pub(super) fn choose(&mut self, question: Question) -> Option<usize> {
        match self.ask(Question { own_words: false, ..question })? {
            Answer::Choice(at) => Some(at),
            Answer::Words(_) => None,
        }
    }
}
