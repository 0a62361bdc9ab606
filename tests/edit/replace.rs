//! Changes by place: takes a text and changes, wants the new text or the reason why there is none.

use briefpress::edit::{EditError, Replacement, apply};
use briefpress::source::{Source, SourceId, Sources, Span};

const TEXT: &str = "title: Old   # a remark, é\r\nboard:\n  name: Ŵy\n";

fn change(source: SourceId, part: &str, text: &str) -> Replacement {
    let at = TEXT.find(part).expect("the part is in the text");
    Replacement { span: Span::new(source, at..at + part.len()), text: text.to_owned() }
}

fn source() -> SourceId {
    Sources::default().add(Source::new("a.yaml", TEXT))
}

#[test]
fn only_the_bytes_under_a_change_are_touched() {
    let id = source();
    // The later place first: the order of the changes says nothing.
    let changes = [change(id, "Ŵy", "Afon"), change(id, "Old", "\"New: words\"")];
    let edited = apply(TEXT, &changes).expect("two places apart");
    assert_eq!(edited, "title: \"New: words\"   # a remark, é\r\nboard:\n  name: Afon\n");
    assert_eq!(apply(TEXT, &[]).as_deref(), Ok(TEXT));
}

#[test]
fn words_are_put_in_at_an_empty_place() {
    let id = source();
    let at =
        |place: usize, text: &str| Replacement { span: Span::new(id, place..place), text: text.to_owned() };
    let changes = [at(TEXT.len(), "end\n"), at(0, "# top\n"), change(id, "Old", "New")];
    let edited = apply(TEXT, &changes).expect("three places apart");
    assert_eq!(edited, format!("# top\n{}end\n", TEXT.replace("Old", "New")));
}

#[test]
fn changes_that_cannot_all_be_made_are_none() {
    let mut sources = Sources::default();
    let id = sources.add(Source::new("a.yaml", TEXT));
    let other = sources.add(Source::new("b.yaml", TEXT));
    let (title, old) = (change(id, "title: Old", "x"), change(id, "Old", "y"));
    assert_eq!(apply(TEXT, &[old.clone(), title.clone()]), Err(EditError::Overlap(title.span, old.span)));
    assert_eq!(apply(TEXT, &[old.clone(), old.clone()]), Err(EditError::Overlap(old.span, old.span)));
    let elsewhere = change(other, "Ŵy", "z");
    let mixed = apply(TEXT, &[old.clone(), elsewhere.clone()]);
    assert_eq!(mixed, Err(EditError::TwoSources(old.span, elsewhere.span)));
    let inside = TEXT.find('Ŵ').expect("it is there") + 1;
    for range in [inside..inside + 1, TEXT.len()..TEXT.len() + 1, 500..501] {
        let span = Span::new(id, range);
        let outside = apply(TEXT, &[Replacement { span, text: String::new() }]);
        assert_eq!(outside, Err(EditError::Outside(span)));
    }
}
