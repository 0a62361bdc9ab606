//! Explanations: takes a code or a key, gives its page: what it is about, a wrong and a right example.
//!
//! The pages are the text files in `explain/`, one for each code. A page is written for people and shown
//! as it is; its examples are tried by the tests, so that what it calls wrong is wrong.

pub mod keys;

use crate::diag::{Code, Severity};

/// What an example is a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A briefing: keys that stand in one.
    Briefing,
    /// A layout: keys that stand in one.
    Layout,
    /// Something else, in words.
    Words,
}

/// An example of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Whether it is the right one.
    pub right: bool,
    /// What it is a part of.
    pub part: Part,
    /// The example, without its indentation.
    pub text: String,
}

/// The code of that name.
#[must_use]
pub fn find(name: &str) -> Option<Code> {
    Code::ALL.iter().copied().find(|code| code.as_str() == name)
}

/// What a code is about, in one line.
#[must_use]
pub fn title(code: Code) -> &'static str {
    code.page().lines().next().unwrap_or("")
}

/// The page without its title and its examples: paragraphs in one line each.
#[must_use]
pub fn paragraphs(code: Code) -> Vec<String> {
    let page = code.page();
    let end = page.find("\nWrong").unwrap_or(page.len());
    let parts = page[..end].split("\n\n").skip(1).map(|part| part.replace('\n', " ").trim().to_owned());
    parts.filter(|part| !part.is_empty()).collect()
}

/// The examples of a page, in its order.
#[must_use]
pub fn examples(code: Code) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    for line in code.page().lines() {
        let head = line.strip_suffix(':').and_then(head);
        match (head, line.strip_prefix("    "), examples.last_mut()) {
            (Some((right, part)), ..) => examples.push(Example { right, part, text: String::new() }),
            (None, Some(text), Some(open)) => open.text.extend([text, "\n"]),
            _ => {}
        }
    }
    examples
}

fn head(line: &str) -> Option<(bool, Part)> {
    let (word, rest) = line.split_once(", ").unwrap_or((line, ""));
    let right = match word {
        "Right" => true,
        "Wrong" => false,
        _ => return None,
    };
    let part = match rest {
        "" => Part::Briefing,
        "in a layout" => Part::Layout,
        _ => Part::Words,
    };
    Some((right, part))
}

/// How much a code weighs, and what a briefing can say about it.
#[must_use]
pub fn weight(code: Code) -> String {
    let Some(weight) = code.weight() else {
        return "It cannot be changed: without it no PDF can be made".to_owned();
    };
    let usual = weight.usual.as_str();
    let article = if weight.usual == Severity::Error { "an" } else { "a" };
    match weight.least {
        None => format!("It is {article} {usual}. A briefing can change that:  checks: {{{code}: off}}"),
        Some(Severity::Error) => format!("It is {article} {usual}, and no briefing can change that"),
        Some(least) if least == weight.usual => {
            format!("It is {article} {usual}. A briefing can make it an error:  checks: {{{code}: error}}")
        }
        Some(least) => {
            format!(
                "It is {article} {usual}. A briefing can make it less:  checks: {{{code}: {}}}",
                least.as_str()
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_falls_into_its_parts() {
        let code = Code::ContactLostZero;
        assert_eq!(title(code), "A telephone number without its leading 0");
        assert!(paragraphs(code)[0].starts_with("Spreadsheets take") && paragraphs(code).len() == 1);
        let [wrong, right] = &examples(code)[..] else { panic!("two examples") };
        assert!(!wrong.right && right.right && wrong.part == Part::Briefing);
        assert_eq!(wrong.text, "contacts:\n  - name: Safe Line\n    phone: \"8451 228 669\"\n");
    }

    #[test]
    fn every_page_has_a_title_a_paragraph_and_a_wrong_and_a_right_example() {
        for code in Code::ALL {
            assert!(!title(*code).ends_with('.') && title(*code).len() < 80, "{code}");
            assert!(!paragraphs(*code).is_empty(), "{code}");
            let right: Vec<bool> = examples(*code).iter().map(|example| example.right).collect();
            assert_eq!(right, [false, true], "{code}");
            assert!(code.page().lines().all(|line| line.chars().count() <= 100), "{code}");
        }
    }

    #[test]
    fn the_weight_says_what_can_be_written() {
        assert_eq!(
            weight(Code::Capitals),
            "It is a warning. A briefing can change that:  checks: {capitals: off}"
        );
        assert!(
            weight(Code::ContactLostZero).ends_with("make it less:  checks: {contact-lost-zero: warning}")
        );
        assert!(weight(Code::ContactUrl).contains("no briefing can"));
        assert!(weight(Code::NotYaml).starts_with("It cannot be changed"));
    }
}
