//! XMP: takes the packet in which a PDF says what it is, gives single values of it (ISO 16684-1).

/// The value of an attribute in XML.
pub(super) fn attribute(xml: &str, name: &str) -> Option<String> {
    let (_, rest) = xml.split_once(&format!("{name}=\""))?;
    rest.split_once('"').map(|(value, _)| unescaped(value))
}

/// The words inside an element of XML, without the elements around them.
pub(super) fn between(xml: &str, name: &str) -> Option<String> {
    let (_, rest) = xml.split_once(&format!("<{name}>"))?;
    let (inner, _) = rest.split_once(&format!("</{name}>"))?;
    let words: String =
        inner.split('<').filter_map(|part| part.split_once('>').map(|(_, words)| words)).collect();
    Some(unescaped(words.trim())).filter(|words| !words.is_empty())
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_in_both_their_forms() {
        let packet =
            "<r pdf:Producer=\"a &amp; b\"><dc:title><rdf:Alt><rdf:li>x &lt; y</rdf:li></rdf:Alt></dc:title>";
        assert_eq!(attribute(packet, "pdf:Producer").as_deref(), Some("a & b"));
        assert_eq!(between(packet, "dc:title").as_deref(), Some("x < y"));
        assert_eq!((attribute(packet, "x"), between(packet, "dc:date")), (None, None));
    }
}
