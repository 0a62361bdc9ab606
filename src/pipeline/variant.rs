//! Names of files: takes the options, gives each file a name of its own, whatever the command line varies.
//!
//! What the command line varies is a part of the name, so that no variant is written over another: `poster.pdf`,
//! `poster.a3.mono.pdf`, `poster.a3.mono.print.pdf`. What a briefing or a board's file says is no part of it: those
//! files are the usual ones.

use super::Options;
use crate::geom::Size;
use crate::impose::Imposition;
use crate::layout::{DocumentKind, PageRule};
use crate::target::{Exchange, Press, Target};
use crate::twin::Twin;

impl Options {
    /// What the command line varies about a document, in the order in which it stands in names. This is the one
    /// place: an option that makes other files of the same briefing adds its part here.
    fn variant(&self, document: DocumentKind) -> Vec<String> {
        let size = match document.page_rule() {
            PageRule::Paper => self.sizes.poster.map(|paper| paper.as_str().to_lowercase()),
            PageRule::Cut => self.sizes.card.map(card),
            PageRule::Fixed => None,
        };
        let mono = self.mono.then(|| "mono".to_owned());
        let look = self.look.map(str::to_owned);
        look.into_iter().chain(size).chain(mono).collect()
    }

    /// The name of a file: what it is, how it was varied, and whether it is for a press.
    pub(super) fn file_name(&self, document: DocumentKind, what: &str, target: Target) -> String {
        let form = match target {
            Target::Screen => None,
            Target::ScreenUa2 => Some("ua2"),
            Target::Print(Press { exchange: Exchange::X4, .. }) => Some("print"),
            Target::Print(Press { exchange: Exchange::X1a, .. }) => Some("x1a.print"),
        };
        let varied = self.variant(document);
        let parts = std::iter::once(what).chain(varied.iter().map(String::as_str)).chain(form).chain(["pdf"]);
        parts.collect::<Vec<_>>().join(".")
    }

    /// The name of the picture of a page, by that of its PDF: `poster.png`, or `handout-3.png` and
    /// `card-2.sheet-a4-2x5.png` where there are several.
    pub(super) fn picture_name(&self, document: DocumentKind, what: &str, page: Option<usize>) -> String {
        let (name, rest) = what.split_at(what.find('.').unwrap_or(what.len()));
        let page = page.map_or(String::new(), |page| format!("-{page}"));
        let varied = self.variant(document);
        let parts = std::iter::once(format!("{name}{page}{rest}")).chain(varied).chain(["png".to_owned()]);
        parts.collect::<Vec<_>>().join(".")
    }

    /// The names of the pictures of first pages, as if every PDF had several.
    #[must_use]
    pub fn first_pictures(&self) -> Vec<String> {
        let drawn = self.in_pages().into_iter().filter(|_| self.png.is_some());
        drawn.map(|(document, what)| self.picture_name(document, &what, Some(1))).collect()
    }

    /// Whether a file is called as the picture of a page is that a job makes. How many pages there are, only the
    /// finished document knows.
    #[must_use]
    pub fn is_picture_of_a_page(&self, name: &str) -> bool {
        let what = name.split('.').next().unwrap_or_default();
        let page = what.rsplit_once('-').and_then(|(_, number)| number.parse::<usize>().ok());
        let mut drawn = self.in_pages().into_iter().filter(|_| self.png.is_some());
        drawn.any(|(document, what)| self.picture_name(document, &what, page) == name)
    }

    /// What has pages, documents and sheets with their test sheets, and what each is called.
    fn in_pages(&self) -> Vec<(DocumentKind, String)> {
        let documents = self.documents.iter().map(|document| (*document, document.as_str().to_owned()));
        let sheets = self.sheets.iter().flat_map(|wanted| {
            let (imposition, tests) =
                (&wanted.imposition, if wanted.test { &[false, true][..] } else { &[false] });
            tests.iter().map(|test| (imposition.sheet.document, of_sheet(imposition, *test)))
        });
        documents.chain(sheets).collect()
    }

    /// The names of all files that a job makes, but for pictures of pages.
    #[must_use]
    pub fn file_names(&self) -> Vec<String> {
        let mut names = Vec::new();
        for target in &self.targets {
            let in_pages = self.in_pages().into_iter();
            names.extend(in_pages.map(|(document, what)| self.file_name(document, &what, *target)));
        }
        names.extend(self.twins.iter().map(|twin| self.twin_name(*twin)));
        names
    }

    /// The name of a form without pages. The page of a folder is `index.html`; one in greys is not.
    pub(super) fn twin_name(&self, twin: Twin) -> String {
        match twin.file_name().split_once('.') {
            Some((what, ending)) if self.mono => format!("{what}.mono.{ending}"),
            _ => twin.file_name().to_owned(),
        }
    }

    /// Whether anything is set in pages.
    pub(super) fn has_pages(&self) -> bool {
        !self.documents.is_empty() || !self.sheets.is_empty()
    }
}

/// What a sheet is: `card.sheet-avery-c32011`, or `handout.3-up-notes`, which says by itself that it is a sheet.
pub(super) fn of_sheet(imposition: &Imposition, test: bool) -> String {
    let Imposition { sheet, start_at, .. } = imposition;
    let (document, name) = (sheet.document.as_str(), &sheet.name);
    let word = if sheet.document.page_rule() == PageRule::Fixed { "" } else { "sheet-" };
    let rest = match (test, start_at) {
        (true, _) => ".test".to_owned(),
        (false, 0 | 1) => String::new(),
        (false, start) => format!(".from-{start}"),
    };
    format!("{document}.{word}{name}{rest}")
}

/// `id-1` for the size of a bank card, whose millimetres would put stops into a name; else `85x54`.
fn card(size: Size) -> String {
    let (w, h) = (size.w.to_mm(), size.h.to_mm());
    if (w - 85.6).abs() < 0.01 { "id-1".to_owned() } else { format!("{w:.0}x{h:.0}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::{Paper, Pt};
    use crate::pipeline::Sizes;

    #[test]
    fn what_the_command_line_varies_is_in_the_name() {
        let press = Press { exchange: Exchange::X4, bleed: Pt::mm(3.0), marks: false };
        let older = Target::Print(Press { exchange: Exchange::X1a, ..press });
        let press = Target::Print(press);
        let plain = Options {
            documents: DocumentKind::USUAL.to_vec(),
            targets: vec![Target::Screen, press],
            ..Options::default()
        };
        let usual = ["poster.pdf", "handout.pdf", "card.pdf"];
        let printed = ["poster.print.pdf", "handout.print.pdf", "card.print.pdf"];
        assert_eq!(plain.file_names(), [usual, printed].concat());
        let flat = Options { targets: vec![older], ..plain.clone() };
        assert_eq!(flat.file_names()[0], "poster.x1a.print.pdf");
        let card = Size::new(Pt::mm(85.6), Pt::mm(53.98));
        let sizes = Sizes { poster: Some(Paper::A3), card: Some(card) };
        let varied = Options { sizes, mono: true, targets: vec![press], ..plain };
        let in_look = Options { look: Some("dial"), sheets: Vec::new(), ..varied.clone() };
        assert_eq!(in_look.file_names()[0], "poster.dial.a3.mono.print.pdf");
        let wanted = ["poster.a3.mono.print.pdf", "handout.mono.print.pdf", "card.id-1.mono.print.pdf"];
        assert_eq!(varied.file_names(), wanted);
        let drawn = Options { png: Some(150), ..varied.clone() };
        assert_eq!(drawn.picture_name(DocumentKind::Poster, "poster", None), "poster.a3.mono.png");
        assert_eq!(drawn.picture_name(DocumentKind::Handout, "handout", Some(3)), "handout-3.mono.png");
        let on_sheet = drawn.picture_name(DocumentKind::Card, "card.sheet-a4-2x5", Some(2));
        assert_eq!(on_sheet, "card-2.sheet-a4-2x5.id-1.mono.png");
        for ours in ["poster.a3.mono.png", "handout-12.mono.png", "card-2.id-1.mono.png"] {
            assert!(drawn.is_picture_of_a_page(ours) && !varied.is_picture_of_a_page(ours), "{ours}");
        }
        for other in ["poster.png", "logo.png", "handout-x.mono.png", "handout-03.mono.png", ""] {
            assert!(!drawn.is_picture_of_a_page(other), "{other}");
        }
        let web = Options { documents: Vec::new(), twins: Twin::ALL.to_vec(), ..varied };
        assert_eq!(web.file_names(), ["index.mono.html", "briefing.mono.txt"]);
    }
}
