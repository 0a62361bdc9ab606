//! Working titles: takes the title of a briefing, gives whether it is none yet, or says more than what it is about.

use super::level::diagnostic;
use crate::diag::{Code, Diagnostic};
use crate::language::Word;
use crate::model::Briefing;
use crate::scalar::scalar;

/// A title that is none yet, or that is the name of a file while people still work on it.
pub(super) fn working_title(briefing: &Briefing) -> Option<Diagnostic> {
    let title = &briefing.title;
    const NONE: [&str; 21] = [
        "7 minute briefing",
        "7-minute briefing",
        "seven minute briefing",
        "seven-minute briefing",
        "briefing",
        "briefing title",
        "poster title",
        "document title",
        "page title",
        "insert title",
        "new title",
        "powerpoint presentation",
        "publication1",
        "title",
        "untitled",
        "untitled document",
        "document1",
        "new document",
        "presentation1",
        "new briefing",
        "heading",
    ];
    let text = title.value.trim();
    if NONE.iter().any(|none| none.eq_ignore_ascii_case(text)) {
        let message = format!("\u{201c}{text}\u{201d} is no title yet");
        let told = diagnostic(Code::LeftOver, title.span, message);
        return Some(told.hint("Write what the briefing is about, in a few words"));
    }
    if !text.contains(char::is_alphabetic)
        || ["http://", "https://", "www."].iter().any(|way| text.starts_with(way))
    {
        let what = if text.contains(char::is_alphabetic) { "an address" } else { "a number" };
        let message = format!("the title is {what}, and says nothing of what the briefing is about");
        let told = diagnostic(Code::LeftOver, title.span, message);
        return Some(told.hint("Write what the briefing is about, in a few words"));
    }
    if let Some(kept) = without_label(text, briefing.labels.get(Word::Label)) {
        let message = "the title says what the line above it prints, that this is a seven-minute briefing";
        let told = diagnostic(Code::LeftOver, title.span, message);
        return Some(told.hint(format!("Write title: {}", scalar(kept))).replace(title.span, scalar(kept)));
    }
    let copied = ["Copy of ", "Microsoft Word - ", "Microsoft PowerPoint - ", "Title: "]
        .iter()
        .find_map(|way| text.strip_prefix(way))
        .unwrap_or(text);
    let mut kept = copied;
    if copied.len() < text.len() && text.starts_with("Microsoft ") {
        kept = copied.rsplit_once('.').map_or(copied, |(name, _)| name);
    }
    while let Some((rest, last)) = kept.rsplit_once(' ') {
        let number = last.strip_prefix(['v', 'V']).unwrap_or("");
        let version = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        if !version && !matches!(last, "FINAL" | "DRAFT" | "Draft" | "-" | "\u{2013}") {
            break;
        }
        kept = rest.trim_end();
    }
    if kept == text || kept.is_empty() {
        return None;
    }
    let message = "the title has words of the name of a file, which say how far the work on it had come";
    let told = diagnostic(Code::LeftOver, title.span, message);
    Some(told.hint(format!("Write title: {}", scalar(kept))).replace(title.span, scalar(kept)))
}

/// `7 Minute Briefing: Neglect`, `Neglect - 7MB`: the rest, where the label says the same.
fn without_label<'t>(text: &'t str, label: &str) -> Option<&'t str> {
    const WAYS: [&str; 6] = [
        "7 minute briefing",
        "7-minute briefing",
        "seven minute briefing",
        "seven-minute briefing",
        "7mb",
        "7 mb",
    ];
    // Nearly all titles have no such word at either end.
    let ends = |text: &str| text.starts_with(['7', 'S', 's']) || text.ends_with(['g', 'G', 'b', 'B', ')']);
    let said = label.to_ascii_lowercase().contains("minute");
    if !ends(text) || !said {
        return None;
    }
    let part = |range: std::ops::Range<usize>, way: &str| {
        text.get(range).is_some_and(|own| own.eq_ignore_ascii_case(way))
    };
    let signs = |c: char| matches!(c, ':' | '-' | '\u{2013}' | '\u{2014}' | '|' | ' ' | '(' | ')');
    WAYS.iter().find_map(|way| {
        let end = text.len().checked_sub(way.len())?;
        let bare = text.strip_suffix(')').map_or(end, |_| end.saturating_sub(1));
        let rest = match () {
            () if part(0..way.len(), way) && text[way.len()..].starts_with([':', ' ']) => &text[way.len()..],
            () if part(bare..bare + way.len(), way) && text[..bare].ends_with(signs) => &text[..bare],
            () => return None,
        };
        let rest = rest.trim_matches(signs);
        // "Seven-minute briefing on neglect" is a sentence, and not two lines.
        let joined = ["on ", "about ", "for ", "to ", "template"].iter().any(|word| rest.starts_with(word));
        (!joined && rest.contains(char::is_alphabetic)).then_some(rest)
    })
}

#[cfg(test)]
mod tests {
    use super::without_label;

    #[test]
    fn what_the_label_says_goes_and_a_title_stays() {
        for (title, rest) in [
            ("7 Minute Briefing: Neglect", Some("Neglect")),
            ("Neglect - 7MB", Some("Neglect")),
            ("Neglect (7-minute briefing)", Some("Neglect")),
            ("Seven-minute briefing on neglect", None),
            ("7 golden rules of sharing", None),
            ("Grooming", None),
        ] {
            assert_eq!(without_label(title, "Seven-minute briefing"), rest, "{title}");
        }
        assert_eq!(without_label("7 Minute Briefing: Neglect", "Learning briefing"), None);
    }
}
