//! For services that show tests: takes messages, gives a JUnit report. An error is a test that failed; what only
//! advises is a test that passed, with its words beside it.

use briefpress::batch::Message;
use briefpress::diag::Severity;
use briefpress::markup::{self, is_barred};

pub(super) fn render(messages: &[Message]) -> String {
    let failed = messages.iter().filter(|message| message.severity == Severity::Error).count();
    let cases: String = if messages.is_empty() {
        "    <testcase classname=\"briefpress\" name=\"no mistakes found\"/>\n".to_owned()
    } else {
        messages.iter().map(case).collect()
    };
    let count = messages.len().max(1);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <testsuites name=\"briefpress\" tests=\"{count}\" failures=\"{failed}\">\n  \
         <testsuite name=\"briefpress\" tests=\"{count}\" failures=\"{failed}\" errors=\"0\" skipped=\"0\">\n\
         {cases}  </testsuite>\n</testsuites>\n"
    )
}

fn case(message: &Message) -> String {
    let text = format!("{}: {}\n{}", message.place(), message.text, message.hints.join("\n"));
    let line = message.spot.as_ref().map(|spot| format!(" line=\"{}\"", spot.line)).unwrap_or_default();
    let (file, name) = (escaped(&message.file), escaped(&format!("{}: {}", message.place(), message.text)));
    let kind = message.severity.as_str();
    let inside = match message.severity {
        Severity::Error => format!(
            "<failure type=\"{}\" message=\"{}\">{}</failure>",
            message.code.as_str(),
            escaped(&message.text),
            escaped(&text)
        ),
        Severity::Warning | Severity::Note => {
            format!("<system-out>{}</system-out>", escaped(&format!("{kind}: {text}")))
        }
    };
    format!(
        "    <testcase classname=\"{}\" name=\"{name}\" file=\"{file}\"{line}>{inside}</testcase>\n",
        message.code.as_str()
    )
}

/// A value of an attribute: line ends as numbers, or they would be spaces; what XML has no place for is told by a sign.
fn escaped(text: &str) -> String {
    let seen = text.replace(|c: char| c != '\n' && (c.is_control() || is_barred(c)), "\u{fffd}");
    markup::escaped(&seen).replace('\n', "&#10;")
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_xml_reads_is_escaped() {
        assert_eq!(escaped("a<b & \"c\">\u{1b}"), "a&lt;b &amp; &quot;c&quot;&gt;\u{fffd}");
    }
}
