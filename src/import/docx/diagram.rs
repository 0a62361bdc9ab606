//! Diagrams (SmartArt): takes the part of one, gives its lines in the order in which it draws its boxes.

use super::super::xml::Element;

/// The lines of a diagram, in the order in which it draws its boxes.
pub(super) fn diagram(root: &Element) -> Vec<String> {
    let points: Vec<&Element> = root.child("dgm:ptLst").into_iter().flat_map(Element::elements).collect();
    let text = |point: &Element| {
        let mut paragraphs = Vec::new();
        point.all("a:p", &mut paragraphs);
        let lines = paragraphs.into_iter().map(|paragraph| {
            let mut words = Vec::new();
            paragraph.all("a:t", &mut words);
            words.into_iter().map(Element::own_text).collect::<String>()
        });
        lines.filter(|line| !line.trim().is_empty()).collect::<Vec<_>>()
    };
    let order = order(root);
    let id = |point: &Element| point.attr("modelId").unwrap_or_default().to_owned();
    let mut sorted: Vec<(usize, &Element)> = points
        .iter()
        .enumerate()
        .map(|(at, point)| {
            (order.iter().position(|own| *own == id(point)).unwrap_or(order.len() + at), *point)
        })
        .collect();
    sorted.sort_by_key(|(place, _)| *place);
    sorted.into_iter().flat_map(|(_, point)| text(point)).collect()
}

/// The ids of a diagram's points, each before those that hang on it.
fn order(root: &Element) -> Vec<String> {
    let mut links: Vec<(&str, u32, &str)> = Vec::new();
    for link in root.child("dgm:cxnLst").into_iter().flat_map(Element::elements) {
        // Other kinds lead to shapes that are drawn, not to words.
        if let (None | Some("parOf"), Some(from), Some(to)) =
            (link.attr("type"), link.attr("srcId"), link.attr("destId"))
        {
            let place = link.attr("srcOrd").and_then(|text| text.parse().ok()).unwrap_or(0);
            links.push((from, place, to));
        }
    }
    links.sort_unstable();
    let roots: Vec<&str> = links
        .iter()
        .map(|(from, ..)| *from)
        .filter(|from| !links.iter().any(|(_, _, to)| to == from))
        .collect();
    let (mut order, mut open) = (Vec::new(), roots);
    open.reverse();
    open.dedup();
    while let Some(next) = open.pop() {
        // A damaged diagram may go in circles.
        if order.iter().any(|own| own == next) {
            continue;
        }
        order.push(next.to_owned());
        let below = links.iter().rev().filter(|(from, ..)| *from == next);
        open.extend(below.map(|(_, _, to)| *to));
    }
    order
}
