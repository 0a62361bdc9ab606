//! The briefing: seven sections, the board that issues it, and whom to call.

use super::contact::Contact;
use super::inline::Block;
use super::spanned::Spanned;

use crate::color::{Cmyk, Rgb};
use crate::date::Date;
use crate::diag::{Code, Diagnostic, Severity};
use crate::language::{Labels, Language, Word};
use crate::source::Span;
use crate::style::{Swatch, Theme};

/// A colour that the content gives in place of the default one; at least one value is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThemeOverride {
    /// Which colour.
    pub swatch: Swatch,
    /// What a screen shows; where it is missing it follows from the ink values by a colour profile.
    pub screen: Option<Rgb>,
    /// What a press prints; where it is missing it follows from the screen value by a colour profile.
    pub print: Option<Cmyk>,
    /// Where it stands.
    pub span: Span,
}

/// What a briefing says about one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckLevel {
    /// The rule.
    pub code: Code,
    /// How much its messages weigh; `None` switches it off.
    pub level: Option<Severity>,
    /// Where it is said.
    pub span: Span,
}

/// Gives messages of rules the weight that the briefing wants, as far as that is allowed.
pub fn weigh(messages: &mut Vec<Diagnostic>, checks: &[CheckLevel]) {
    messages.retain_mut(|message| {
        // The last word counts, as in a board file that is laid over a briefing.
        let Some(check) = checks.iter().rev().find(|check| check.code == message.code) else { return true };
        let Some(weight) = message.code.weight() else { return true };
        match check.level.max(weight.least) {
            Some(severity) => message.severity = severity,
            None => return false,
        }
        true
    });
}

/// How many sections a briefing has, always.
pub const SECTIONS: usize = 7;

/// All that one YAML file says, merged with a board's own file where there is one.
#[derive(Clone, Debug)]
pub struct Briefing {
    /// Its title.
    pub title: Spanned<String>,
    /// The language of the whole.
    pub language: Language,
    /// The look of its pages by name, where it says one.
    pub look: Option<&'static str>,
    /// The words that are not the writer's: label, "Minute 1 of 7" and the like.
    pub labels: Labels,
    /// Its version, as written.
    pub version: Option<Spanned<String>>,
    /// The day it was issued.
    pub issued: Option<Spanned<Date>>,
    /// The day by which it is to be looked at again.
    pub review_by: Option<Spanned<Date>>,
    /// Where its web copy is.
    pub web: Option<Spanned<String>>,
    /// Who issues it.
    pub board: Board,
    /// The seven sections, in reading order.
    pub sections: [Section; SECTIONS],
    /// Whom to call, most important first.
    pub contacts: Vec<Contact>,
    /// Title of the front of the card.
    pub card_front: CardFront,
    /// Title and text of the back of the card.
    pub card_back: CardBack,
    /// Its colours before `theme_overrides` are set in them.
    pub theme: Theme,
    /// The colours it gives itself, in the order of the source.
    pub theme_overrides: Vec<ThemeOverride>,
    /// How much it wants rules to weigh.
    pub checks: Vec<CheckLevel>,
}

impl Briefing {
    /// Number of words in all sections, with their headings.
    #[must_use]
    pub fn words(&self) -> usize {
        self.sections.iter().map(Section::words).sum()
    }

    /// The contact for immediate danger, if there is one.
    #[must_use]
    pub fn emergency(&self) -> Option<&Contact> {
        self.contacts.iter().find(|contact| contact.emergency)
    }

    /// Calls `each` with every text that is drawn and where it stands.
    pub fn for_each_text(&self, each: &mut impl FnMut(&str, Span)) {
        let mut lines = vec![&self.title, &self.board.name, &self.card_front.title, &self.card_back.title];
        lines.extend(self.version.iter().chain(&self.web));
        for contact in &self.contacts {
            lines.push(&contact.name);
            let rest = [&contact.purpose, &contact.phone, &contact.email, &contact.url, &contact.hours];
            lines.extend(rest.into_iter().flatten());
            lines.extend(contact.channels().map(|(_, value, _)| value));
        }
        lines.extend(self.sections.iter().map(|section| &section.heading));
        for line in lines {
            each(&line.value, line.span);
        }
        for word in [Word::Label, Word::SectionLabel, Word::Minutes] {
            each(self.labels.get(word), self.title.span);
        }
        let blocks = self.sections.iter().flat_map(|section| &section.body).chain(&self.card_back.body);
        for block in blocks {
            block.for_each_inline(&mut |inline| inline.iter().for_each(|run| each(&run.text, run.span)));
        }
    }
}

/// A safeguarding board.
#[derive(Clone, Debug)]
pub struct Board {
    /// Its full name.
    pub name: Spanned<String>,
    /// Its short name.
    pub short_name: Option<Spanned<String>>,
    /// Its logo.
    pub logo: Option<Logo>,
}

/// A picture file and what it shows.
#[derive(Clone, Debug)]
pub struct Logo {
    /// Path beside the source, with forward slashes, known not to climb out of its folder.
    pub file: Spanned<String>,
    /// What a screen reader says in its place.
    pub alt: Spanned<String>,
}

/// One of the seven parts.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its heading; headings may repeat.
    pub heading: Spanned<String>,
    /// Its text, never empty.
    pub body: Vec<Block>,
    /// Where the body stands.
    pub span: Span,
}

impl Section {
    /// Number of words in heading and body.
    #[must_use]
    pub fn words(&self) -> usize {
        self.heading.value.split_whitespace().count() + self.body.iter().map(Block::words).sum::<usize>()
    }
}

/// The front of the card.
#[derive(Clone, Debug)]
pub struct CardFront {
    /// Its title.
    pub title: Spanned<String>,
}

/// The back of the card.
#[derive(Clone, Debug)]
pub struct CardBack {
    /// Its title.
    pub title: Spanned<String>,
    /// Its text: the list of a section, or a body of its own.
    pub body: Vec<Block>,
}
