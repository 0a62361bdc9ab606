//! The web page: takes a briefing, its colours, logo and files, gives one HTML file that needs no other.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::contact::{Kind, Row, rows};
use super::html::Html;
use super::numbers::numbers;
use super::{Edition, colours, foot, name_of};
use crate::address::{LinkTarget, link};
use crate::date::Date;
use crate::language::{Direction, Labels, Word};
use crate::model::{Block, Briefing, Contact, Inline, Run};

/// The style, but for the colours.
const STYLE: &str = include_str!("page.css");

/// With more contacts than these the column beside the text is higher than a window, and does not stay in view.
const FEW: usize = 5;

/// The ring of seven, as decoration; its numeral is a shape, for the contrast of one letter cannot be judged.
const RING: &str = "<svg viewBox=\"0 0 100 100\" fill=\"none\" stroke=\"currentColor\" aria-hidden=\"true\">\
    <circle cx=\"50\" cy=\"50\" r=\"43\" stroke-dasharray=\"29.68 8.92\" transform=\"rotate(-88 50 50)\" \
    stroke-width=\"12\"/><path d=\"M38 36h24L47 66\" stroke-width=\"7\"/></svg>";

/// The whole page.
pub(super) fn write(edition: &Edition<'_>) -> String {
    let briefing = edition.briefing;
    let from_the_right = briefing.language.direction() == Direction::RightToLeft;
    let mut page = Page { html: Html::default(), briefing, labels: &briefing.labels, from_the_right };
    page.head(edition);
    page.masthead(edition.logo);
    page.emergency();
    page.jumps(edition);
    page.html.raw("<div class=\"w\">\n");
    page.sections();
    page.contacts(edition);
    page.html.raw("</div>\n</main>\n");
    page.footer(edition);
    page.html.raw("</body>\n</html>\n");
    page.html.finish()
}

/// The page in the making.
struct Page<'a> {
    html: Html,
    briefing: &'a Briefing,
    labels: &'a Labels,
    from_the_right: bool,
}

impl Page<'_> {
    fn head(&mut self, edition: &Edition<'_>) {
        let (day, night) = colours::properties(edition.theme);
        let direction = if self.from_the_right { "rtl" } else { "ltr" };
        let Briefing { title, board, language, .. } = self.briefing;
        let name = format!("{}: {}, {}", title.value, self.labels.get(Word::Label), board.name.value);
        let html = &mut self.html;
        html.raw("<!DOCTYPE html>\n").open("html", &[("lang", language.tag()), ("dir", direction)]).line();
        html.raw(
            "<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n",
        );
        html.raw("<meta name=\"generator\" content=\"briefpress\">\n").element("title", &[], &name).line();
        html.raw(&format!("<style>\n:root{{color-scheme:light dark;{day}}}\n"));
        html.raw(&format!(
            "@media screen and (prefers-color-scheme:dark){{:root{{{night}}}}}\n{STYLE}</style>\n</head>\n"
        ));
        html.raw("<body>\n")
            .element("a", &[("class", "skip"), ("href", "#main")], self.labels.get(Word::Skip))
            .line();
    }

    fn masthead(&mut self, logo: Option<&[u8]>) {
        let Briefing { title, board, .. } = self.briefing;
        if let (Some(bytes), Some(logo)) = (logo, &board.logo) {
            let source = format!("data:image/png;base64,{}", STANDARD.encode(bytes));
            let attributes = [("src", source.as_str()), ("alt", logo.alt.value.as_str())];
            self.html.open("header", &[]).open("img", &attributes).close("header").line();
        }
        let html = &mut self.html;
        html.raw("<main id=\"main\">\n<div class=\"t\">").raw(RING).line();
        html.element("p", &[], self.labels.get(Word::Label)).line();
        html.element("h1", &[], &title.value).line().element("p", &[], &board.name.value).raw("</div>\n");
    }

    /// The number for immediate danger, before all else: who answers, the number, which stands first for the eye, and
    /// what it is for.
    fn emergency(&mut self) {
        let Some(contact) = self.briefing.emergency() else { return };
        let rows = rows(contact, self.labels);
        let of = |wanted: fn(&Kind) -> bool| rows.iter().filter(move |row| wanted(&row.kind));
        self.html.open("div", &[("class", "e")]);
        of(|kind| *kind == Kind::Name).for_each(|row| self.row(row));
        self.html.raw(" ");
        of(|kind| matches!(kind, Kind::Number(_) | Kind::Address(_))).take(1).for_each(|row| self.row(row));
        for row in of(|kind| *kind == Kind::Words) {
            self.html.raw(" ");
            self.row(row);
        }
        self.html.raw("</div>\n");
    }

    fn jumps(&mut self, edition: &Edition<'_>) {
        let places = [
            (Word::WhatToDo, "#do", true),
            (Word::WhoToContact, "#who", !self.briefing.contacts.is_empty()),
            (Word::Print, "#pdf", !edition.beside.is_empty()),
        ];
        self.html.open("nav", &[("aria-label", self.labels.get(Word::OnThisPage))]);
        for (word, place, _) in places.iter().filter(|(.., there)| *there) {
            self.html.element("a", &[("href", place)], self.labels.get(*word)).raw(" ");
        }
        self.html.raw("</nav>\n");
    }

    fn sections(&mut self) {
        self.html.raw("<div class=\"s\">\n");
        let briefing = self.briefing;
        for (number, section) in (1..).zip(&briefing.sections) {
            let last = number == briefing.sections.len();
            self.html.open("section", if last { &[("id", "do"), ("class", "do")] } else { &[] }).line();
            self.html.raw("<h2>").element("span", &[], &number.to_string()).raw(" ");
            self.html.text(&section.heading.value).raw("</h2>\n");
            section.body.iter().for_each(|block| self.block(block));
            self.html.raw("</section>\n");
        }
        self.html.raw("</div>\n");
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(inline) => {
                self.html.open("p", &[]);
                self.inline(inline);
                self.html.close("p").line();
            }
            Block::List { start, items } => {
                let (tag, first) =
                    (if start.is_some() { "ol" } else { "ul" }, start.unwrap_or(1).to_string());
                let attributes = [("start", first.as_str())];
                self.html.open(tag, if first == "1" { &[] } else { &attributes });
                for item in items {
                    self.html.open("li", &[]);
                    for (at, block) in item.blocks.iter().enumerate() {
                        match block {
                            // The words of an item are its own; a paragraph round them would only space them out.
                            Block::Paragraph(inline) if at == 0 => self.inline(inline),
                            _ => self.block(block),
                        }
                    }
                    self.html.close("li");
                }
                self.html.close(tag).line();
            }
        }
    }

    fn inline(&mut self, inline: &Inline) {
        for runs in inline.chunk_by(|one, next| one.link == next.link) {
            match &runs[0].link {
                Some(target) => self.link(target, runs),
                None => runs.iter().for_each(|run| self.run(run)),
            }
        }
    }

    /// Words that lead somewhere. An address among words that run from the right runs from the left all the same.
    fn link(&mut self, target: &LinkTarget, runs: &[Run]) {
        let uri = target.uri();
        let is_address = runs.iter().all(|run| run.text.is_ascii());
        let mut attributes = vec![("href", uri.as_str())];
        attributes.extend((self.from_the_right && is_address).then_some(("dir", "ltr")));
        self.html.open("a", &attributes);
        for run in runs {
            let address = crate::address::is_address(&run.text);
            self.html.raw(if run.strong { "<strong>" } else { "" });
            let _ = if address { self.html.address(&run.text) } else { self.html.words(&run.text) };
            self.html.raw(if run.strong { "</strong>" } else { "" });
        }
        self.html.close("a");
    }

    fn run(&mut self, run: &Run) {
        self.html.raw(if run.strong { "<strong>" } else { "" });
        let mut from = 0;
        for number in numbers(&run.text, &self.briefing.contacts) {
            self.html.words(&run.text[from..number.range.start]);
            let (shown, direction) = (&run.text[number.range.clone()], ("dir", "ltr"));
            match &number.target {
                Some(target) => {
                    let attributes = [("href", target.as_str()), direction];
                    self.html.element("a", &attributes[..1 + usize::from(self.from_the_right)], shown);
                }
                None => {
                    let attributes = [direction];
                    self.html.element("bdi", &attributes[..usize::from(self.from_the_right)], shown);
                }
            }
            from = number.range.end;
        }
        self.html.words(&run.text[from..]).raw(if run.strong { "</strong>" } else { "" });
    }

    fn contacts(&mut self, edition: &Edition<'_>) {
        let contacts = &self.briefing.contacts;
        if contacts.is_empty() && edition.beside.is_empty() {
            return;
        }
        let class = if contacts.len() > FEW { "k" } else { "k few" };
        self.html.open("div", &[("class", class)]).line();
        if !contacts.is_empty() {
            self.html.raw("<section id=\"who\">\n").element("h2", &[], self.labels.get(Word::WhoToContact));
            self.html.raw("\n<ul>\n");
            contacts.iter().for_each(|contact| self.contact(contact));
            self.html.raw("</ul>\n</section>\n");
        }
        self.files(edition);
        self.html.raw("</div>\n");
    }

    fn contact(&mut self, contact: &Contact) {
        self.html.open("li", if contact.emergency { &[("class", "e")] } else { &[] });
        for (at, row) in rows(contact, self.labels).iter().enumerate() {
            self.html.raw(if at == 0 { "" } else { " " });
            self.row(row);
        }
        self.html.close("li").line();
    }

    /// A line of a contact; numbers and addresses run from the left in every language.
    fn row(&mut self, row: &Row) {
        let (target, is_number) = match &row.kind {
            Kind::Number(target) => (target, true),
            Kind::Address(target) => (target, false),
            Kind::Name => return self.words("b", row),
            Kind::Words => return self.words("span", row),
            Kind::Nothing => return self.words("i", row),
        };
        let mut attributes = vec![("href", target.as_str())];
        attributes.extend(is_number.then_some(("class", "n")));
        attributes.extend(self.from_the_right.then_some(("dir", "ltr")));
        self.html.open("a", &attributes);
        let _ = if is_number { self.html.text(&row.text) } else { self.html.address(&row.text) };
        self.html.close("a");
    }

    fn words(&mut self, tag: &str, row: &Row) {
        self.html.element(tag, &[], &row.text);
    }

    /// What can be printed or handed on, with its size, so that nobody waits for a large file by surprise.
    fn files(&mut self, edition: &Edition<'_>) {
        if edition.beside.is_empty() {
            return;
        }
        self.html.raw("<section id=\"pdf\">\n").element("h2", &[], self.labels.get(Word::PrintAndShare));
        self.html.raw("\n<ul>\n");
        for file in edition.beside {
            let about =
                format!("PDF, {} kB, {}", file.size.div_ceil(1000), self.labels.get(Word::Accessible));
            self.html.raw("<li>").open("a", &[("href", file.name.as_str())]);
            self.html.text(self.labels.get(name_of(file.document))).raw(" ");
            self.html.element("small", &[], &about).raw("</a></li>\n");
        }
        self.html.raw("</ul>\n</section>\n");
    }

    fn footer(&mut self, edition: &Edition<'_>) {
        self.html.raw("<footer>\n");
        let day = |word: Word| match word {
            Word::Issued => self.briefing.issued.as_ref().map(|day| day.value),
            Word::ReviewBy | Word::ReviewWasDue => self.briefing.review_by.as_ref().map(|day| day.value),
            _ => None,
        };
        for (word, text) in foot(edition) {
            // A day that has passed is said as strongly as the page can.
            let strong = word == Word::ReviewWasDue;
            self.html.raw(if strong { "<p><strong>" } else { "<p>" }).text(self.labels.get(word)).raw(" ");
            match day(word) {
                Some(day) => self.html.element("time", &[("datetime", &Date::to_string(&day))], &text),
                None => self.html.text(&text),
            };
            self.html.raw(if strong { "</strong></p>\n" } else { "</p>\n" });
        }
        if let Some(web) = &self.briefing.web {
            self.html.raw("<p>").text(self.labels.get(Word::Web)).raw(" ");
            let row = Row { text: web.value.clone(), kind: Kind::Address(link::full(&web.value)) };
            self.row(&row);
            self.html.raw("</p>\n");
        }
        self.html.raw("</footer>\n");
    }
}
