//! HTML: takes tags and texts, gives a page in which no text can become a tag.

use std::fmt::Write as _;

use crate::markup::push_escaped;

/// A page in the making.
#[derive(Debug, Default)]
pub(super) struct Html(String);

impl Html {
    /// Adds markup of the program's own.
    pub(super) fn raw(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Adds a text: what the briefing says.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        push_escaped(&mut self.0, text);
        self
    }

    /// Adds words of a body: a line end in them is one that the writer forced.
    pub(super) fn words(&mut self, text: &str) -> &mut Self {
        for (at, line) in text.split('\n').enumerate() {
            let _ = if at > 0 { self.raw("<br>\n").text(line) } else { self.text(line) };
        }
        self
    }

    /// Adds an address as people read it, in parts that end with a slash of its path: a line breaks between them, and
    /// inside one, as at a hyphen, only where it is longer than a line.
    pub(super) fn address(&mut self, text: &str) -> &mut Self {
        let begin = text.find("://").map_or(0, |at| at + 3);
        let mut from = 0;
        let ends = text.char_indices().filter(|(at, c)| *c == '/' && *at >= begin).map(|(at, _)| at + 1);
        for end in ends.chain([text.len()]).filter(|end| *end > 0) {
            if end > from {
                self.element("span", &[], &text[from..end]);
            }
            from = end;
        }
        self
    }

    /// Opens a tag with attributes; a value is never taken for markup.
    pub(super) fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) -> &mut Self {
        let _ = write!(self.0, "<{tag}");
        for (name, value) in attributes {
            let _ = write!(self.0, " {name}=\"");
            self.text(value);
            self.0.push('"');
        }
        self.0.push('>');
        self
    }

    /// A tag with one text in it.
    pub(super) fn element(&mut self, tag: &str, attributes: &[(&str, &str)], text: &str) -> &mut Self {
        self.open(tag, attributes).text(text).close(tag)
    }

    /// Closes a tag.
    pub(super) fn close(&mut self, tag: &str) -> &mut Self {
        let _ = write!(self.0, "</{tag}>");
        self
    }

    /// Ends a line of the source.
    pub(super) fn line(&mut self) -> &mut Self {
        self.0.push('\n');
        self
    }

    /// The page.
    pub(super) fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_a_tag() {
        let mut html = Html::default();
        html.element("p", &[("title", "a\"b<")], "1 < 2 & <script>");
        assert_eq!(html.finish(), "<p title=\"a&quot;b&lt;\">1 &lt; 2 &amp; &lt;script&gt;</p>");
    }

    #[test]
    fn an_address_breaks_behind_slashes_of_its_path() {
        let shown = |text: &str| {
            let mut html = Html::default();
            html.address(text);
            html.finish()
        };
        assert_eq!(
            shown("https://a.example/b-c/d"),
            "<span>https://a.example/</span><span>b-c/</span><span>d</span>"
        );
        assert_eq!(shown("a.example/b/"), "<span>a.example/</span><span>b/</span>");
        assert_eq!(shown("a-b.example"), "<span>a-b.example</span>");
        assert_eq!(shown(""), "");
    }
}
