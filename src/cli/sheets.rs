//! Sheets on the command line: takes names and options, gives what is to be arranged on paper, and page sizes.

use std::path::Path;

use briefpress::diag::{Code, Diagnostic, Place};
use briefpress::geom::{Paper, Pt, Size};
use briefpress::impose::Imposition;
use briefpress::layout::{Flip, Sheet};
use briefpress::page::Printing;
use briefpress::pipeline::{DocumentKind, EMBEDDED_SHEETS, Sizes, Wanted};
use briefpress::read;
use briefpress::source::Sources;

use super::DISK;
use super::args::{CardSize, FlipKind, PageArgs, PosterPaper, SheetArgs, SheetPaper, sheets_for};
use super::messages::Messages;

impl PageArgs {
    /// The page sizes that are asked for.
    pub(crate) fn sizes(&self) -> Sizes {
        let poster = self.paper.map(|paper| match paper {
            PosterPaper::A4 => Paper::A4,
            PosterPaper::A3 => Paper::A3,
            PosterPaper::Letter => Paper::Letter,
        });
        let card = self.card_size.map(|size| match size {
            CardSize::Trade => (85.0, 55.0),
            CardSize::Sheet => (85.0, 54.0),
            CardSize::Id1 => (85.6, 53.98),
        });
        Sizes { poster, card: card.map(|(w, h)| Size::new(Pt::mm(w), Pt::mm(h))) }
    }
}

impl SheetArgs {
    fn wanted(&self, sheet: Sheet) -> Wanted {
        let paper = self.sheet_paper.filter(|_| sheet.document == DocumentKind::Handout);
        let on = |paper: Paper| {
            // Its file has a name of its own, as all that the command line varies.
            let name = format!("{}.{}", sheet.name, paper.as_str().to_lowercase());
            Sheet { name, ..sheet.on(paper) }
        };
        let sheet = match paper {
            Some(SheetPaper::A4) => on(Paper::A4),
            Some(SheetPaper::A5) => on(Paper::A5),
            None => sheet,
        };
        let flip = self.flip.map(|flip| match flip {
            FlipKind::LongEdge => Flip::LongEdge,
            FlipKind::ShortEdge => Flip::ShortEdge,
        });
        let offset = self.offset.unwrap_or_default();
        let (offset_back, start_at) = (self.offset_back, self.start(&sheet));
        let imposition = Imposition { sheet, flip, offset, offset_back, start_at };
        Wanted { imposition, test: self.test_sheet }
    }

    /// Slides follow each other on plain paper, so only a sheet of cards may be used in part.
    fn start(&self, sheet: &Sheet) -> u8 {
        self.start_at.filter(|_| sheet.document != DocumentKind::Handout).unwrap_or(1)
    }

    /// Why a sheet cannot be begun where that is asked for.
    fn too_far(&self, sheet: &Sheet) -> Option<Diagnostic> {
        let places = u16::from(sheet.columns) * u16::from(sheet.rows);
        let start = Some(self.start(sheet)).filter(|start| u16::from(*start) > places)?;
        let message = format!("this sheet has {places} places, and --start-at {start} is behind the last");
        let what = Diagnostic::error(Code::FileUnreadable, Place::File(sheet.name.clone()), message);
        Some(what.hint(format!("Give a number from 1 to {places}, counted along the rows")))
    }
}

/// Whether the name of a sheet of slides stands for a document of its own: eight cells of a page are too small for
/// slides, so all is set anew for it.
pub(crate) fn is_set_anew(name: &str) -> bool {
    name == DocumentKind::EightUp.as_str()
}

/// How sheets are to be printed, a line for each: the paper is cut already, or will be cut as if it were.
pub(crate) fn how_to_print(sheets: &[Wanted]) -> String {
    let line = |wanted: &Wanted| {
        let sides = match wanted.imposition.printing() {
            Printing::OneSide => "",
            Printing::LongEdge => ", on both sides, turned over the long edge",
            Printing::ShortEdge => ", on both sides, turned over the short edge",
        };
        let name = &wanted.imposition.sheet.name;
        format!("to print {name}: at 100 % (\"Actual size\"){sides}; the PDF asks for that itself\n")
    };
    sheets.iter().map(line).collect()
}

/// The sheets that the options ask for, each once; or the messages that say why there are none. Those of one's own
/// lie in the folder `sheets` of `layouts`.
pub(crate) fn sheets(
    asked: &PageArgs,
    how: &SheetArgs,
    layouts: Option<&Path>,
) -> Result<Vec<Wanted>, Box<Messages>> {
    let (mut messages, mut found) = (Messages::default(), Vec::<Wanted>::new());
    for (name, slides) in
        asked.sheet.iter().map(|name| (name, false)).chain(asked.handout.iter().map(|name| (name, true)))
    {
        if slides && is_set_anew(name) {
            continue;
        }
        let Some(sheet) = sheet(name, slides, layouts, &mut messages) else { continue };
        if let Some(why) = how.too_far(&sheet) {
            messages.add_disk(&why);
        } else if found.iter().all(|known| known.imposition.sheet.name != sheet.name) {
            found.push(how.wanted(sheet));
        }
    }
    if messages.is_empty() { Ok(found) } else { Err(Box::new(messages)) }
}

/// The sheet of that name, or in that file.
fn sheet(wanted: &str, slides: bool, layouts: Option<&Path>, messages: &mut Messages) -> Option<Sheet> {
    let own = layouts.map(|folder| folder.join("sheets").join(format!("{wanted}.yaml")));
    let file = own.filter(|path| path.is_file()).or_else(|| {
        let path = Path::new(wanted);
        (path.extension().is_some() && path.is_file()).then(|| path.to_path_buf())
    });
    let (name, bytes) = match (file, embedded(wanted)) {
        (Some(path), _) => match DISK.read_source(&path) {
            Ok(bytes) => (path.to_string_lossy().into_owned(), bytes),
            Err(why) => return refuse(&why, messages),
        },
        (None, Some(text)) => (format!("{wanted}.yaml"), text.as_bytes().to_vec()),
        (None, None) => return refuse(&unknown(wanted, slides), messages),
    };
    let mut sources = Sources::default();
    let (sheet, diagnostics) = read::sheet(&mut sources, &name, &bytes);
    messages.add(&sources, &diagnostics);
    let sheet = sheet?;
    match (slides, sheet.document == DocumentKind::Handout) {
        (true, false) => refuse(&other_option(&sheet, "--sheet"), messages),
        (false, true) => refuse(&other_option(&sheet, "--handout"), messages),
        _ => Some(sheet),
    }
}

fn refuse(why: &Diagnostic, messages: &mut Messages) -> Option<Sheet> {
    messages.add_disk(why);
    None
}

fn embedded(name: &str) -> Option<&'static str> {
    EMBEDDED_SHEETS.iter().find(|(file, _)| file.strip_suffix(".yaml") == Some(name)).map(|(_, text)| *text)
}

/// A name that no sheet has: it may be that of a document, or nearly that of a sheet for the same option.
fn unknown(wanted: &str, slides: bool) -> Diagnostic {
    let place = Place::File(wanted.to_owned());
    if let Some((name, _)) = DocumentKind::words().into_iter().find(|(name, _)| *name == wanted) {
        let message = "this is a document of its own, and no sheet";
        return Diagnostic::error(Code::FileUnreadable, place, message).hint(format!("Write --only {name}"));
    }
    let said = match slides {
        true => vec![sheets_for(DocumentKind::Handout), DocumentKind::EightUp.as_str()],
        false => vec![sheets_for(DocumentKind::Card)],
    }
    .join(", ");
    let names: Vec<&str> = said.split(", ").collect();
    let message = "there is no sheet of this name, and no file either";
    let what = Diagnostic::error(Code::FileUnreadable, place, message);
    let what = match read::nearest(wanted, &names) {
        Some(name) => what.hint(format!("Did you mean {name}?")),
        None => what,
    };
    let pages = if slides { "slides" } else { "cards" };
    what.hint(format!("The sheets for {pages} are: {said}"))
}

fn other_option(sheet: &Sheet, option: &str) -> Diagnostic {
    let (name, document) = (&sheet.name, sheet.document.as_str());
    let message = format!("this sheet takes the pages of the {document}");
    Diagnostic::error(Code::FileUnreadable, Place::File(name.clone()), message)
        .hint(format!("Write {option} {name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sheet_is_sound_and_named_in_the_help() {
        use clap::CommandFactory;
        let mut command = super::super::args::Cli::command();
        let build = command.find_subcommand_mut("build").expect("there is a verb `build`");
        let help = build.render_long_help().to_string();
        for (file, _) in EMBEDDED_SHEETS {
            let name = file.strip_suffix(".yaml").expect("sheets are YAML files");
            assert!(help.contains(name), "{name} is not in the help");
            let mut messages = Messages::default();
            let found = [false, true].map(|slides| sheet(name, slides, None, &mut messages));
            assert!(found.iter().flatten().count() == 1, "{name}");
        }
    }
}
