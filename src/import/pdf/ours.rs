//! Our own PDFs: takes the tags of a poster or handout, gives the briefing that it was made of, word for word.

use super::super::office::{LeftOver, Office, Paragraph, Piece, Reason, Settled};
use super::super::refusal::Refusal;
use super::contact::contact;
use super::parts::{Blocks, Part, kids, parts, target, words};
use crate::address::shown::shown;
use crate::date::Date;
use crate::language::{Labels, Language, Word};
use crate::model::{Draft, DraftSection, SECTIONS};
use crate::tagged::{Elem, Tagged};

/// Reads a poster, a handout, or another document of ours that has the seven sections.
pub(super) fn office(tagged: &Tagged) -> Result<Office, Refusal> {
    let language = tagged.language.as_deref().and_then(Language::new).unwrap_or_else(Language::english);
    let labels = Labels::for_language(&language).unwrap_or_else(Labels::none);
    let mut reader = Reader { labels, office: Office::default(), settled: Settled::default() };
    let parts = parts(&tagged.elems);
    parts.iter().for_each(|part| reader.keep(part));
    reader.read(tagged, &language, &parts)?;
    reader.settled.shortened = true;
    reader.office.settled = Some(reader.settled);
    Ok(reader.office)
}

struct Reader {
    labels: Labels,
    office: Office,
    settled: Settled,
}

impl Reader {
    /// Keeps the words of a part for the proof, whatever becomes of them.
    fn keep(&mut self, part: &Part<'_>) {
        let (text, labels) = words(part.elem);
        let pieces = vec![Piece { text, ..Piece::default() }];
        self.office.add(Paragraph { pieces, ..Paragraph::default() });
        for label in labels {
            let pieces = vec![Piece { text: label.clone(), ..Piece::default() }];
            self.office.add(Paragraph { pieces, ..Paragraph::default() });
            let reason = if part.elem.role == "L" { Reason::ItemNumber } else { Reason::SectionNumber };
            self.leave(label, reason);
        }
    }

    fn leave(&mut self, text: String, reason: Reason) {
        if !text.trim().is_empty() {
            self.settled.left.push(LeftOver { text, reason });
        }
    }

    fn read(&mut self, tagged: &Tagged, language: &Language, parts: &[Part<'_>]) -> Result<(), Refusal> {
        let headings = self.headings(parts)?;
        let mut draft = Draft::default();
        if language.tag() != Language::english().tag() {
            draft.details.push(("language", language.tag().to_owned()));
        }
        let title = parts.iter().position(|part| part.elem.role == "H1");
        draft.title = title.map(|at| words(parts[at].elem).0).filter(|title| !title.is_empty());
        let mut used = vec![false; parts.len()];
        title.into_iter().for_each(|at| used[at] = true);
        for (number, heading) in headings.iter().enumerate() {
            draft.sections[number] = self.section(language, parts, *heading, &mut used)?;
        }
        self.numbers(&mut draft);
        self.contacts(&mut draft, parts, &headings, &mut used);
        self.front(&mut draft, tagged, parts, title, &mut used);
        for (part, _) in parts.iter().zip(&used).filter(|(_, used)| !**used) {
            self.web(&mut draft, part.elem);
            self.furniture(&mut draft, &words(part.elem).0);
        }
        self.settled.draft = draft;
        Ok(())
    }

    /// The headings of the sections: those with a number, or all but that of the contacts.
    fn headings(&self, parts: &[Part<'_>]) -> Result<[usize; SECTIONS], Refusal> {
        let headings: Vec<usize> = (0..parts.len()).filter(|at| parts[*at].elem.role == "H2").collect();
        let numbered: Vec<usize> =
            headings.iter().copied().filter(|at| kids(parts[*at].elem, "Lbl").next().is_some()).collect();
        let own = [Word::Contacts, Word::WhoToContact].map(|word| self.labels.get(word));
        let others = headings.iter().copied().filter(|at| !own.contains(&words(parts[*at].elem).0.as_str()));
        let found = if numbered.is_empty() { others.collect() } else { numbered };
        <[usize; SECTIONS]>::try_from(found).map_err(|_| {
            Refusal::new(
                "this PDF of briefpress does not hold the seven sections",
                "Import the poster or the handout of the same briefing; a card and a test sheet have only parts of it",
            )
        })
    }

    /// A section: its heading, and what follows in the same group up to the next heading.
    fn section(
        &mut self,
        language: &Language,
        parts: &[Part<'_>],
        head: usize,
        used: &mut [bool],
    ) -> Result<DraftSection, Refusal> {
        let blocks = Blocks { language: language.tag() };
        used[head] = true;
        let (heading, _) = words(parts[head].elem);
        let heading = Some(heading).filter(|heading| !heading.is_empty());
        let mut section = DraftSection { heading, body: Vec::new() };
        for (at, part) in parts.iter().enumerate().skip(head + 1) {
            if part.group != parts[head].group || part.elem.role == "H2" {
                break;
            }
            let Some(block) = blocks.block(part.elem) else { continue };
            used[at] = true;
            section.body.push(block);
        }
        if section.body.is_empty() {
            let heading = section.heading.unwrap_or_default();
            return Err(Refusal::new(
                format!("the section «{heading}» of this PDF has no text that can be read"),
                "Import the Word file that it was made of, or go on with the briefing itself (its name ends in .yaml)",
            ));
        }
        Ok(section)
    }

    /// Pages of running text have the number of a section in its heading: where all seven have theirs, it goes.
    fn numbers(&mut self, draft: &mut Draft) {
        let numbered = |(number, section): (usize, &DraftSection)| {
            let heading = section.heading.as_deref()?;
            heading.strip_prefix(&format!("{number}. ")).map(str::to_owned)
        };
        let bare: Option<Vec<String>> = (1..).zip(&draft.sections).map(numbered).collect();
        for ((number, section), bare) in (1..).zip(&mut draft.sections).zip(bare.into_iter().flatten()) {
            section.heading = Some(bare);
            self.leave(format!("{number}."), Reason::SectionNumber);
        }
    }

    /// The contacts: the lists below headings that are none of a section. A list that comes again is read once.
    fn contacts(&mut self, draft: &mut Draft, parts: &[Part<'_>], headings: &[usize], used: &mut [bool]) {
        let is_other = |at: usize| parts[at].elem.role == "H2" && !headings.contains(&at);
        for start in (0..parts.len()).filter(|at| is_other(*at)) {
            used[start] = true;
            self.leave(words(parts[start].elem).0, Reason::Furniture);
            for at in start + 1..parts.len() {
                if parts[at].elem.role == "H2" {
                    break;
                }
                if parts[at].elem.role != "L" || used[at] {
                    continue;
                }
                used[at] = true;
                for item in kids(parts[at].elem, "LI") {
                    let mut left = Vec::new();
                    match contact(item, &self.labels, &mut left) {
                        Some(contact) if !draft.contacts.contains(&contact) => {
                            draft.contacts.push(contact);
                            self.settled.left.append(&mut left);
                        }
                        Some(_) => self.leave(words(item).0, Reason::OtherPage),
                        None => self.leave(words(item).0, Reason::Unread),
                    }
                }
            }
        }
    }

    /// The line above the title, and the board, which is the author of the document.
    fn front(
        &mut self,
        draft: &mut Draft,
        tagged: &Tagged,
        parts: &[Part<'_>],
        title: Option<usize>,
        used: &mut [bool],
    ) {
        let text = |at: usize| words(parts[at].elem).0;
        let free = |at: &usize, used: &[bool]| !used[*at] && parts[*at].elem.role == "P";
        let author = tagged.author.as_deref().unwrap_or_default();
        let boards: Vec<usize> =
            (0..parts.len()).filter(|at| free(at, used) && text(*at) == author).collect();
        for (rank, at) in boards.into_iter().enumerate() {
            used[at] = true;
            match rank {
                0 => draft.board = Some(text(at)),
                _ => self.leave(text(at), Reason::OtherPage),
            }
        }
        let label = (0..title.unwrap_or(0)).rev().find(|at| free(at, used));
        if let Some(at) = label {
            used[at] = true;
            let words = text(at);
            // Large print says so behind the label.
            let behind = format!(" · {}", self.labels.get(Word::LargePrint));
            let own = words.strip_suffix(&behind).unwrap_or(&words).to_owned();
            if own.len() < words.len() {
                self.leave(behind, Reason::Furniture);
            }
            match own {
                // A damaged file may have lost its words.
                words if words.is_empty() => {}
                words if words == self.labels.get(Word::Label) => self.leave(words, Reason::Furniture),
                words => draft.label = Some(words),
            }
        }
    }

    /// The address of the web copy stands alone, and leads there.
    fn web(&mut self, draft: &mut Draft, elem: &Elem) {
        let Some(target) = kids(elem, "Link").find_map(target) else { return };
        if words(elem).0 == shown(target) && !draft.details.iter().any(|(key, _)| *key == "web") {
            draft.details.push(("web", target.to_owned()));
        }
    }

    /// What else stands on the pages: days, version and web copy get their keys, the rest is printed by itself.
    fn furniture(&mut self, draft: &mut Draft, line: &str) {
        for part in line.split(" · ") {
            let known = self.detail(part);
            let web = draft.details.iter().any(|(key, web)| *key == "web" && shown(web) == part);
            let reason = if known.is_some() || web { Reason::OwnKey } else { Reason::Furniture };
            if let Some((key, value)) = known
                && !draft.details.iter().any(|(own, _)| *own == key)
            {
                draft.details.push((key, value));
            }
            self.leave(part.to_owned(), reason);
        }
        let joints = line.matches(" · ").count();
        self.leave("· ".repeat(joints), Reason::Joint);
    }

    /// The key that a line stands for, and its value.
    fn detail(&self, line: &str) -> Option<(&'static str, String)> {
        let after = |word: Word| line.strip_prefix(self.labels.get(word))?.strip_prefix(' ');
        let day = |word: Word| self.day(after(word)?);
        let version = || after(Word::Version).map(str::to_owned);
        let web = || after(Word::Web).map(str::to_owned);
        let section = || {
            // Each minute has its number; the first says what all are called.
            let (before, behind) = self.labels.get(Word::Minute).split_once("{word}")?;
            let behind = behind.replace("{n}", "1").replace("{all}", "7");
            let word = line.strip_prefix(before)?.strip_suffix(&behind)?;
            (word != self.labels.get(Word::SectionLabel)).then(|| word.to_owned())
        };
        let found = day(Word::Issued).map(|day| ("issued", day));
        found
            .or_else(|| day(Word::ReviewBy).map(|day| ("review_by", day)))
            .or_else(|| version().map(|version| ("version", version)))
            .or_else(|| web().map(|web| ("web", web)))
            .or_else(|| section().map(|word| ("section_label", word)))
    }

    /// The day that is written so: each day of the years that the words name is written out and compared.
    fn day(&self, words: &str) -> Option<String> {
        let digits = words.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
        digits.filter_map(|year| year.parse::<u16>().ok()).find_map(|year| {
            let days = (1..=12_u8).flat_map(|month| (1..=31_u8).map(move |day| (month, day)));
            let mut dates =
                days.filter_map(|(month, day)| Date::from_iso(&format!("{year:04}-{month:02}-{day:02}")));
            let found = dates.find(|date| self.labels.date(*date) == words)?;
            Some(format!("{:04}-{:02}-{:02}", found.year, found.month, found.day))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tagged::Kid;

    fn line(role: &str, words: &str) -> Elem {
        Elem { role: role.to_owned(), kids: vec![Kid::Words(words.to_owned(), 1)], ..Elem::default() }
    }

    /// The label that comes of a poster with these words above its title.
    fn label(above: &str) -> Option<String> {
        let mut elems = vec![line("P", above), line("H1", "Neglect")];
        for number in 1..=SECTIONS {
            elems.extend([line("H2", &format!("Part {number}")), line("P", "Words stand here.")]);
        }
        let office = office(&Tagged { elems, pages: 1, ..Tagged::default() });
        office.ok().and_then(|office| office.settled).and_then(|settled| settled.draft.label)
    }

    #[test]
    fn a_line_above_the_title_that_lost_its_words_is_none() {
        assert_eq!(label("Learning note").as_deref(), Some("Learning note"));
        assert_eq!(label(" "), None);
    }
}
