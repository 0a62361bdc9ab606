//! Forms: takes the shelves of this program, gives every form that a briefing can have, with the words that ask for it.

use crate::english::capital;
use crate::geom::{Paper, Pt, Size};
use crate::layout::{DocumentKind, EMBEDDED_LAYOUTS, LOOKS, PageRule, Sheet, shelved};
use crate::pipeline::{Options, Sizes, Wanted, Workshop, shelved_sheets};

/// A section of the page.
pub(super) struct Form {
    pub title: String,
    pub about: String,
    pub models: Vec<Model>,
    /// What there is to say below.
    pub note: Option<String>,
}

/// One picture that is to be drawn.
pub(super) struct Model {
    pub name: String,
    pub about: String,
    /// What the picture shows, for those who do not see it.
    pub alt: String,
    /// Whether the briefing has this form as it is.
    pub is_own: bool,
    /// Options of the command line.
    pub words: Vec<String>,
    pub options: Options,
    /// A workshop of its own, for layouts that belong to no look.
    pub workshop: Option<Workshop>,
}

/// All forms, for a briefing of a look.
pub(super) fn forms(own: Option<&str>) -> Vec<Form> {
    let mut forms: Vec<Form> = DocumentKind::ALL.into_iter().map(|kind| in_looks(kind, own)).collect();
    forms.push(sizes());
    forms.push(sheets());
    forms.push(greys());
    forms
}

/// A document in every look that draws it in its own way, and in layouts that belong to none.
fn in_looks(kind: DocumentKind, own: Option<&str>) -> Form {
    let usual = shelved(LOOKS[0], kind);
    let has_own = |look: &&str| *look == LOOKS[0] || shelved(look, kind) != usual;
    let (drawn, same): (Vec<&str>, Vec<&str>) = LOOKS.into_iter().partition(has_own);
    let mut models: Vec<Model> = drawn.iter().map(|look| in_look(kind, look, own)).collect();
    models.extend(EMBEDDED_LAYOUTS.iter().filter_map(|layout| alone(kind, *layout)));
    let (title, about) = kind.title();
    let note = (!same.is_empty()).then(|| {
        let names: Vec<String> = same.iter().map(|look| capital(look)).collect();
        let all = match &names[..] {
            [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
            _ => names.concat(),
        };
        format!("The same in {all}.")
    });
    Form { title: title.to_owned(), about: about.to_owned(), models, note }
}

fn in_look(kind: DocumentKind, look: &'static str, own: Option<&str>) -> Model {
    let text = shelved(look, kind).map_or("", |(_, text)| text);
    Model {
        name: capital(look),
        about: about(text, look),
        alt: format!("{} in the look {}", kind.title().0, capital(look)),
        is_own: own.unwrap_or(LOOKS[0]) == look,
        words: vec![format!("--look {look}"), only(kind)],
        options: Options { documents: vec![kind], look: Some(look), ..Options::default() },
        workshop: None,
    }
}

/// A layout that belongs to no look, if it is of this kind.
fn alone(kind: DocumentKind, (file, text): (&str, &str)) -> Option<Model> {
    let name = file.strip_suffix(".yaml").filter(|name| !name.contains('/'))?;
    if DocumentKind::NAMES.contains(&name) {
        return None;
    }
    let workshop = Workshop::new(Vec::new(), vec![(file.to_owned(), text.to_owned())]).ok()?;
    let is_of_kind = workshop.own_documents().next() == Some(kind);
    is_of_kind.then(|| Model {
        name: capital(&name.trim_start_matches(kind.as_str()).trim_start_matches('-').replace('-', " ")),
        about: about(text, ""),
        alt: format!("{} in the layout {name}", kind.title().0),
        is_own: false,
        words: vec![format!("--layout {name}"), only(kind)],
        options: Options { documents: vec![kind], ..Options::default() },
        workshop: Some(workshop),
    })
}

/// Pages of other sizes than the layouts declare.
fn sizes() -> Form {
    let paper = |paper: Paper| Sizes { poster: Some(paper), card: None };
    let card = |w: f32, h: f32| Sizes { poster: None, card: Some(Size::new(Pt::mm(w), Pt::mm(h))) };
    let all = [
        (
            DocumentKind::Poster,
            "A3",
            "Twice as large, to be read from further away",
            "--paper a3",
            paper(Paper::A3),
        ),
        (
            DocumentKind::Poster,
            "US Letter",
            "Office paper of North America",
            "--paper letter",
            paper(Paper::Letter),
        ),
        (
            DocumentKind::Card,
            "85 × 54 mm",
            "What cut sheets for office printers hold",
            "--card-size 85x54",
            card(85.0, 54.0),
        ),
        (DocumentKind::Card, "Bank card", "85.6 × 53.98 mm", "--card-size id-1", card(85.6, 53.98)),
    ];
    let models = all.into_iter().map(|(kind, name, about, word, sizes)| Model {
        name: format!("{}, {name}", kind.title().0),
        about: about.to_owned(),
        alt: format!("{}, {name},", kind.title().0),
        is_own: false,
        words: vec![word.to_owned(), only(kind)],
        options: Options { documents: vec![kind], sizes, ..Options::default() },
        workshop: None,
    });
    let about = "Everything is fitted anew. Here in the look that the briefing has; any look can be asked for with --look.";
    Form { title: "Other sizes".to_owned(), about: about.to_owned(), models: models.collect(), note: None }
}

/// Cards and slides arranged on paper.
fn sheets() -> Form {
    let model = |sheet: Sheet| {
        let title = sheet.document.title().0.to_lowercase();
        let is_slides = sheet.document.page_rule() == PageRule::Fixed;
        let word = format!("{} {}", if is_slides { "--handout" } else { "--sheet" }, sheet.name);
        let name = sheet.name.clone();
        let about = capital(&sheet.title);
        let sheets = vec![Wanted::plain(sheet)];
        Model {
            alt: format!("Sheet {name} with the {title}"),
            name,
            about,
            is_own: false,
            words: vec![word],
            options: Options { sheets, ..Options::default() },
            workshop: None,
        }
    };
    let about = "Cards to be cut or broken out, and slides on paper. Print them at 100 %. The command makes the other documents too; --only card makes fewer.";
    Form {
        title: "Sheets of paper".to_owned(),
        about: about.to_owned(),
        models: shelved_sheets().into_iter().map(model).collect(),
        note: None,
    }
}

/// Everything in greys.
fn greys() -> Form {
    let model = |kind: DocumentKind| Model {
        name: kind.title().0.to_owned(),
        about: String::new(),
        alt: format!("{} in greys", kind.title().0),
        is_own: false,
        words: vec!["--mono".to_owned(), only(kind)],
        options: Options { documents: vec![kind], mono: true, ..Options::default() },
        workshop: None,
    };
    Form {
        title: "Black only".to_owned(),
        about: "For printers and copiers that have no colours.".to_owned(),
        models: DocumentKind::ALL.into_iter().map(model).collect(),
        note: None,
    }
}

fn only(kind: DocumentKind) -> String {
    format!("--only {}", kind.as_str())
}

/// The first sentence of the notes at the top of a layout, without its name.
fn about(text: &str, look: &str) -> String {
    let notes = text.lines().map_while(|line| line.strip_prefix('#')).map(str::trim);
    let notes: Vec<&str> = notes.filter(|line| !line.starts_with("yaml-language-server")).collect();
    let notes = notes.join(" ");
    let first = notes.split_once(". ").map_or(notes.trim_end_matches('.'), |(first, _)| first);
    let name = first
        .split_once(": ")
        .filter(|(name, _)| name.eq_ignore_ascii_case(look) || name.starts_with("The "));
    capital(name.map_or(first, |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_look_layout_size_and_sheet_is_there_once() {
        let forms = forms(Some("signal"));
        let words: Vec<String> =
            forms.iter().flat_map(|form| &form.models).map(|model| model.words.join(" ")).collect();
        for look in LOOKS {
            assert!(words.iter().any(|words| words.starts_with(&format!("--look {look} "))), "{look}");
        }
        let bare = |file: &&(&str, &str)| !file.0.contains('/');
        for (file, _) in EMBEDDED_LAYOUTS.iter().filter(bare) {
            let name = file.trim_end_matches(".yaml");
            let kind = DocumentKind::NAMES.contains(&name);
            assert!(
                kind || words.iter().any(|words| words.starts_with(&format!("--layout {name} "))),
                "{name}"
            );
        }
        for (file, _) in crate::pipeline::EMBEDDED_SHEETS {
            assert!(words.iter().any(|words| words.ends_with(file.trim_end_matches(".yaml"))), "{file}");
        }
        let mut once = words.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), words.len());
        let own = forms[0].models.iter().filter(|model| model.is_own).map(|model| model.name.as_str());
        assert_eq!(own.collect::<Vec<_>>(), ["Signal"]);
    }

    #[test]
    fn a_layout_is_told_by_its_first_sentence() {
        let text = "# yaml-language-server: $schema=x\n# Signal: a white page. It takes\n# least ink.\ndocument: x\n";
        assert_eq!(about(text, "signal"), "A white page");
        assert_eq!(about("# The card: front says; more.\n", "dial"), "Front says; more");
    }
}
