//! Sheets on the command line: takes names and options, gives what is to be arranged on paper, and page sizes.

use std::path::Path;

use briefpress::diag::{Code, Diagnostic, Place};
use briefpress::geom::{Paper, Pt, Size};
use briefpress::impose::Imposition;
use briefpress::layout::{Flip, Sheet};
use briefpress::page::Printing;
use briefpress::pipeline::{DocumentKind, EMBEDDED_SHEETS, Sizes, Wanted};
use briefpress::read;
use briefpress::shell::Command;
use briefpress::source::Sources;

use super::DISK;
use super::args::{
    CardSize, FlipKind, PageArgs, PosterPaper, SheetArgs, SheetPaper, WhatArgs, is_same, meant, sheets_for,
};
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
    is_same(name, DocumentKind::EightUp.as_str())
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
    what: &WhatArgs,
) -> Result<Vec<Wanted>, Box<Messages>> {
    let (mut messages, mut found) = (Messages::default(), Vec::<Wanted>::new());
    for (name, slides) in
        asked.sheet.iter().map(|name| (name, false)).chain(asked.handout.iter().map(|name| (name, true)))
    {
        if slides && is_set_anew(name) {
            continue;
        }
        let asked = Asked { name, slides, typed: &what.typed };
        let Some(sheet) = asked.sheet(what.layouts.as_deref(), &mut messages) else { continue };
        if let Some(why) = how.too_far(&sheet) {
            messages.add_disk(&why);
        } else if found.iter().all(|known| known.imposition.sheet.name != sheet.name) {
            found.push(how.wanted(sheet));
        }
    }
    if messages.is_empty() { Ok(found) } else { Err(Box::new(messages)) }
}

/// A sheet as it is asked for: by its name, or by that of a file.
struct Asked<'a> {
    name: &'a str,
    /// Whether it is to take slides, and not cards.
    slides: bool,
    /// The command that asks for it.
    typed: &'a Command,
}

impl Asked<'_> {
    /// The sheet of that name, or in that file.
    fn sheet(&self, layouts: Option<&Path>, messages: &mut Messages) -> Option<Sheet> {
        let own = layouts.map(|folder| folder.join("sheets").join(format!("{}.yaml", self.name)));
        let file = own.filter(|path| path.is_file()).or_else(|| {
            let path = Path::new(self.name);
            (path.extension().is_some() && path.is_file()).then(|| path.to_path_buf())
        });
        let (name, bytes) = match (file, embedded(self.name)) {
            (Some(path), _) => match DISK.read_source(&path) {
                Ok(bytes) => (path.to_string_lossy().into_owned(), bytes),
                Err(why) => return refuse(&why, messages),
            },
            (None, Some((name, text))) => (name.to_owned(), text.as_bytes().to_vec()),
            (None, None) => return refuse(&self.unknown(), messages),
        };
        let mut sources = Sources::default();
        let (sheet, diagnostics) = read::sheet(&mut sources, &name, &bytes);
        messages.add(&sources, &diagnostics);
        let sheet = sheet?;
        if self.slides == (sheet.document == DocumentKind::Handout) {
            return Some(sheet);
        }
        let message = format!("this sheet takes the pages of the {}", sheet.document.as_str());
        // A file is asked for by its path, whatever the sheet in it is called.
        let name = if embedded(self.name).is_some() { &sheet.name } else { self.name };
        refuse(&self.refused(&message).hint(format!("Type:  {}", self.elsewhere(name))), messages)
    }

    /// A name that no sheet has: it may be that of a document, or nearly that of a sheet.
    fn unknown(&self) -> Diagnostic {
        let documents = DocumentKind::words();
        if let Some((name, _)) = documents.into_iter().find(|(name, _)| is_same(name, self.name)) {
            let command = self.typed.clone().exchanged(self.option(), self.name, None).and("--only", name);
            let what = self.refused("this is a document of its own, and no sheet");
            return what.hint(format!("Type:  {command}"));
        }
        let (cards, slides) = (sheets_for(DocumentKind::Card), sheets_for(DocumentKind::Handout));
        let slides = format!("{slides}, {}", DocumentKind::EightUp.as_str());
        let [own, others] = if self.slides { [&slides, cards] } else { [cards, &slides] };
        let [own, others] = [own, others].map(|names| names.split(", ").collect::<Vec<_>>());
        let what = self.refused("there is no sheet of this name, and no file either");
        let what = match (meant(self.name, &own), meant(self.name, &others)) {
            (Some(name), _) => {
                let command = self.typed.clone().exchanged(self.option(), self.name, Some(name));
                what.hint(format!("Did you mean {name}? Type:  {command}"))
            }
            (None, Some(name)) => {
                let pages = if self.slides { "cards" } else { "slides" };
                let command = self.elsewhere(name);
                what.hint(format!("Did you mean {name}, which is for {pages}? Type:  {command}"))
            }
            (None, None) => what,
        };
        what.hint(format!("The sheets for cards are: {cards}"))
            .hint(format!("The sheets for slides, behind --handout, are: {slides}"))
    }

    /// The command that asks for a sheet by the other option.
    fn elsewhere(&self, name: &str) -> Command {
        let other = if self.slides { "--sheet" } else { "--handout" };
        self.typed.clone().exchanged(self.option(), self.name, None).and(other, name)
    }

    fn refused(&self, message: &str) -> Diagnostic {
        Diagnostic::error(Code::FileUnreadable, Place::File(self.name.to_owned()), message)
    }

    const fn option(&self) -> &'static str {
        if self.slides { "--handout" } else { "--sheet" }
    }
}

fn refuse(why: &Diagnostic, messages: &mut Messages) -> Option<Sheet> {
    messages.add_disk(why);
    None
}

/// The file name and text of a sheet that comes with the program.
fn embedded(name: &str) -> Option<(&'static str, &'static str)> {
    EMBEDDED_SHEETS
        .iter()
        .copied()
        .find(|(file, _)| file.strip_suffix(".yaml").is_some_and(|own| is_same(own, name)))
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
            let found = [false, true]
                .map(|slides| Asked { name, slides, typed: &Command::default() }.sheet(None, &mut messages));
            assert!(found.iter().flatten().count() == 1, "{name}");
        }
    }
}
