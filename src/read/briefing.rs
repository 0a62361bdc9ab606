//! The briefing: takes the tree of a source, gives the content model, or every reason why it cannot.

use super::node::Node;
use super::section::sections;
use super::suggest::nearest;
use super::tag::language;
use super::take::{Fields, Reader, list_of, shortened};
use super::version::required_version;
use super::{as_list, board, card, checks, contact, format, theme, words};
use crate::diag::{Code, Diagnostic};
use crate::layout::LOOKS;
use crate::model::Briefing;
use crate::style::Theme;

/// Reads the whole of it; parts that are wrong do not keep the others from being looked at.
pub(super) fn briefing(reader: &mut Reader<'_>, root: &Node) -> Option<Briefing> {
    let fields = reader.mapping(root, &format::BRIEFING)?;
    required_version(reader, &fields, "briefing");
    let title = reader.needed_line(&fields, "title");
    let language = language(reader, &fields);
    let labels = words::labels(reader, &fields, &language);
    let look = look(reader, &fields);
    let version = reader.optional_line(&fields, "version");
    let issued = reader.date(&fields, "issued");
    let review_by = reader.date(&fields, "review_by");
    let web = contact::web(reader, &fields, "web");
    let board = board_of(reader, &fields);
    let sections = sections_of(reader, &fields);
    let contacts = fields.get("contacts").map_or(Some(Vec::new()), |node| contact::contacts(reader, node));
    let card = fields.get("card").map(|node| card::card(reader, node)).unwrap_or_default();
    let theme_overrides = fields.get("theme").map(|node| theme::overrides(reader, node)).unwrap_or_default();
    let (title, sections) = (title?, sections?);
    let (card_front, card_back) = card.finish(&title, &sections);
    Some(Briefing {
        title,
        language,
        labels,
        look,
        version,
        issued,
        review_by,
        web,
        board: board?,
        sections,
        contacts: contacts?,
        card_front,
        card_back,
        theme: Theme::default(),
        theme_overrides,
        checks: fields.get("checks").map(|node| checks::levels(reader, node)).unwrap_or_default(),
    })
}

/// One of the looks inside this program.
fn look(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<&'static str> {
    let line = reader.optional_line(fields, "look")?;
    let found = LOOKS.into_iter().find(|look| *look == line.value);
    if found.is_none() {
        let hint = match nearest(&line.value, &LOOKS) {
            Some(word) => format!("Did you mean `{word}`?"),
            None => format!("It is one of {}", list_of(&LOOKS)),
        };
        let message = format!("there is no look `{}`", shortened(&line.value));
        let told = Diagnostic::error(Code::BadValue, line.span, message).hint(hint);
        reader.messages.push(match nearest(&line.value, &LOOKS) {
            Some(word) => told.replace(line.span, word),
            None => told,
        });
    }
    found
}

fn board_of(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<crate::model::Board> {
    let Some(node) = fields.get("board") else {
        let place = fields.key_span("board").unwrap_or(fields.place);
        if fields.has_strays_of("board") {
            return None;
        }
        let message = "a briefing has no `board`: it is not said who issues it";
        let hint =
            "Write `board:` and below it, two spaces further in, `name: Example Safeguarding Children Board`";
        reader.error(Code::MissingKey, place, message, hint);
        return None;
    };
    board::board(reader, node)
}

fn sections_of(reader: &mut Reader<'_>, fields: &Fields<'_>) -> Option<[crate::model::Section; 7]> {
    let is_there = fields.entries().iter().any(|entry| entry.key == "sections");
    if !is_there && as_list::apart(fields.entries()).is_some() {
        return None;
    }
    let Some(node) = fields.get("sections") else {
        let place = fields.key_span("sections").unwrap_or(fields.place);
        let hint = "Write `sections:` and below it seven times `- heading:` with `body: |`";
        reader.error(Code::MissingKey, place, "a briefing has no `sections`", hint);
        return None;
    };
    sections(reader, node)
}
