//! HTML of papers: takes paths and texts, gives links that lead there and texts that are no markup.

use std::path::Path;

use super::way::between;

/// The address of a file, seen from a page.
pub(super) fn link(page: &Path, to: &Path) -> String {
    let from = page.parent().unwrap_or(Path::new(""));
    let way = between(from, to);
    let way = way.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
    way.bytes().fold(String::new(), |mut link, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => {
                link.push(byte.into())
            }
            _ => link.push_str(&format!("%{byte:02X}")),
        }
        link
    })
}

/// "1 page", "2 pages".
pub(super) fn things(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_from_the_page_to_the_file() {
        let link = |page: &str, file: &str| link(Path::new(page), Path::new(file));
        assert_eq!(link("dist/index.html", "dist/a/b c.pdf"), "a/b%20c.pdf");
        assert_eq!(link("sheet.html", "dist/a.pdf"), "dist/a.pdf");
        assert_eq!(link("look/sheet.html", "dist/ä.pdf"), "../dist/%C3%A4.pdf");
    }
}
