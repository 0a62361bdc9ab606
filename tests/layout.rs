//! Layouts: a layout as it was written, and the colours that its letters take where they stand.

use briefpress::layout::{Content, Frame, Layout, StyleId};
use briefpress::read;
use briefpress::source::Sources;
use briefpress::style::Swatch;

fn layout(text: &str) -> Layout {
    let (layout, messages) = read::layout(&mut Sources::default(), "layout.yaml", text.as_bytes());
    layout.unwrap_or_else(|| panic!("{messages:#?}"))
}

/// The words of each frame with the swatch of their letters, in the order of the file.
fn letters(layout: &Layout, frames: &[Frame], out: &mut Vec<(String, Swatch)>) {
    for frame in frames {
        let mut say = |style: StyleId| out.push((frame.name.clone(), layout.style(style).swatch));
        match &frame.content {
            Content::Text(lines) => lines.iter().for_each(|line| say(line.style)),
            Content::Dial(dial) => dial.center.iter().for_each(|line| say(line.style)),
            Content::Contacts(contacts) => say(contacts.style),
            Content::Sections(flow) => flow.heading.into_iter().for_each(say),
            Content::Thread(thread) => thread.sections.heading.into_iter().for_each(say),
            Content::Frames(inside) => letters(layout, inside, out),
            Content::Empty | Content::Bar(_) | Content::Logo(_) | Content::CardBack(_) => {}
        }
    }
}

#[test]
fn letters_take_the_colour_that_reads_where_they_stand() {
    let text = "document: poster
size: A4
body: 12pt to 14pt
styles:
  plain: {size: 12pt}
  loud: {size: 20pt, color: primary}
  light: {size: 20pt, color: paper}
  amber: {size: 20pt, color: accent}
  red: {size: 20pt, color: emergency}
  set: {size: 20pt, color: primary-text}
pages:
  - frames:
      - name: head
        dock: top
        fill: primary
        frames:
          - {name: loud on primary, dock: top, text: [{words: a, style: loud}]}
          - {name: light on primary, dock: top, text: [{words: a, style: light}]}
          - {name: amber on primary, dock: top, text: [{words: a, style: amber}]}
          - {name: plain on tint, dock: top, fill: tint, text: [{words: a, style: plain}]}
      - {name: foot, dock: bottom, fill: ink, text: [{words: a, style: light}, {words: b, style: red}]}
      - {name: loud on paper, dock: top, text: [{words: a, style: loud}]}
      - {name: red on paper, dock: top, text: [{words: a, style: red}]}
      - {name: set on paper, dock: top, text: [{words: a, style: set}]}
      - name: sections
        dock: fill
        sections: {which: 1-7, heading: loud, body: plain}
";
    let layout = layout(text);
    let mut found = Vec::new();
    letters(&layout, &layout.masters[0].arrangements[0].frames, &mut found);
    let found: Vec<(&str, &str)> =
        found.iter().map(|(name, swatch)| (name.as_str(), swatch.as_str())).collect();
    let expected = [
        ("loud on primary", "on-primary"),
        ("light on primary", "on-primary"),
        ("amber on primary", "accent-on-primary"),
        ("plain on tint", "text"),
        ("foot", "on-ink"),
        ("foot", "on-ink"),
        ("loud on paper", "primary-text"),
        ("red on paper", "emergency-text"),
        ("set on paper", "primary-text"),
        ("sections", "primary-text"),
    ];
    assert_eq!(found, expected);
    // What the file says of a style stays, for other places may ask for it as it is.
    let loud = layout.style_named("loud").expect("the file has it");
    assert_eq!(layout.style(loud).swatch, Swatch::Primary);
}
