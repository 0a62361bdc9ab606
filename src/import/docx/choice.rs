//! Choices: takes an element that says the same twice, for newer and for older programs, gives the one to read.

use super::super::xml::Element;

/// Elements whose text is words of the file, and the attribute that holds them where it is no text.
const TEXTS: [&str; 6] = ["w:t", "w:delText", "w:instrText", "w:delInstrText", "a:t", "m:t"];

/// A branch that is not read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Branch<'e>(&'e Element);

/// The first branch that holds words, or the first of all; and the others.
pub(super) fn chosen(element: &Element) -> (Option<&Element>, Vec<Branch<'_>>) {
    let branches: Vec<&Element> =
        element.elements().filter(|b| b.name == "mc:Choice" || b.name == "mc:Fallback").collect();
    let first = branches.iter().find(|branch| letters(branch) > 0).or_else(|| branches.first()).copied();
    let others =
        branches.into_iter().filter(|branch| first.is_none_or(|first| !std::ptr::eq(first, *branch)));
    (first, others.map(Branch).collect())
}

impl<'e> Branch<'e> {
    /// Calls `each` with every element that holds words.
    pub(super) fn each_text(&self, each: &mut impl FnMut(&'e Element, String)) {
        each_text(self.0, each);
    }

    /// Its words, if it has some that the chosen branch has not.
    pub(super) fn says_more_than(&self, chosen: Option<&Element>) -> Option<String> {
        let words = words(self.0);
        let other = chosen.map(self::words).unwrap_or_default();
        let mut rest: Vec<&str> = other.split_whitespace().collect();
        let more = words.split_whitespace().any(|word| {
            let at = rest.iter().position(|other| *other == word);
            at.map(|at| rest.swap_remove(at)).is_none()
        });
        // Words may be cut otherwise; the same letters are the same text.
        let joined = |text: &str| text.split_whitespace().collect::<String>();
        (more && joined(&words) != joined(&other)).then_some(words)
    }
}

/// Calls `each` with every element that holds words, and the words.
pub(super) fn each_text<'e>(element: &'e Element, each: &mut impl FnMut(&'e Element, String)) {
    element.walk(&mut |element, text| {
        // Once for the element itself, not for each text inside.
        if text.is_some() {
            return;
        }
        if TEXTS.contains(&element.name.as_str()) {
            each(element, element.own_text());
        } else if element.name == "v:textpath" {
            each(element, element.attr("string").unwrap_or_default().to_owned());
        }
    });
}

/// How many letters and signs an element holds.
pub(super) fn letters(element: &Element) -> usize {
    let mut count = 0;
    each_text(element, &mut |_, words| count += words.chars().filter(|c| !c.is_whitespace()).count());
    count
}

fn words(element: &Element) -> String {
    let mut all = String::new();
    element.walk(&mut |element, text| match element.name.as_str() {
        "w:p" if text.is_none() => all.push(' '),
        name if TEXTS.contains(&name) && text.is_none() => all.push_str(&element.own_text()),
        "v:textpath" if text.is_none() => all.push_str(element.attr("string").unwrap_or_default()),
        _ => {}
    });
    all
}
