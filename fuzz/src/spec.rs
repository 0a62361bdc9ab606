//! A briefing by choice: takes random choices, gives the YAML of a briefing that could be somebody's.

use arbitrary::Arbitrary;

/// All that a briefing may vary in. Small numbers keep it near what people write, so that most of them make files.
#[derive(Arbitrary, Debug)]
pub struct Spec {
    title: u8,
    sections: [Section; 7],
    contacts: Vec<Contact>,
    seed: u64,
    back: u8,
    primary: Option<[u8; 3]>,
    ink: Option<[u8; 4]>,
    language: u8,
    /// Which document, and as which file.
    pub options: u8,
}

#[derive(Arbitrary, Debug)]
struct Section {
    heading: u8,
    parts: [Part; 3],
}

#[derive(Arbitrary, Debug)]
enum Part {
    Nothing,
    Paragraph(u8),
    Bullets(u8, u8),
    Numbers(u8, u8),
    Strong(u8),
    Link(u8),
}

#[derive(Arbitrary, Debug)]
struct Contact {
    name: u8,
    kind: Kind,
    hours: bool,
    qr: bool,
}

#[derive(Arbitrary, Debug)]
enum Kind {
    Phone,
    Email,
    Url,
    Nothing,
    Emergency,
}

/// Words of every length that languages have, and some that are trouble: accents, both directions, joined letters.
const WORDS: [&str; 24] = [
    "a",
    "child",
    "is",
    "at",
    "risk",
    "when",
    "safeguarding",
    "the",
    "adult",
    "listens",
    "and",
    "writes",
    "down",
    "what",
    "they",
    "say",
    "multi-agency",
    "ffi",
    "Llanfairpwllgwyngyll",
    "café",
    "e\u{301}t\u{e9}",
    "“quoted”",
    "2026",
    "organisation's",
];

const LANGUAGES: [&str; 4] = ["en-GB", "cy", "pl", "de"];

/// Words that follow from a number: the same number gives the same words.
struct Words(u64);

impl Words {
    fn next(&mut self) -> &'static str {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        WORDS[(self.0 >> 40) as usize % WORDS.len()]
    }

    fn some(&mut self, count: u8) -> String {
        (0..=count % 40).map(|_| self.next()).collect::<Vec<_>>().join(" ")
    }
}

impl Spec {
    /// The briefing.
    pub fn to_yaml(&self) -> String {
        let mut words = Words(self.seed);
        let language = LANGUAGES[usize::from(self.language) % LANGUAGES.len()];
        let mut yaml = format!("title: \"{}\"\nlanguage: {language}\n", words.some(self.title % 9));
        yaml.push_str("board: { name: The Board, logo: { file: logo.png, alt: The Board } }\nsections:\n");
        for section in &self.sections {
            section.write(&mut yaml, &mut words);
        }
        if !self.contacts.is_empty() {
            yaml.push_str("contacts:\n");
        }
        let mut emergency = false;
        for (number, contact) in self.contacts.iter().take(14).enumerate() {
            contact.write(&mut yaml, &mut words, number, &mut emergency);
        }
        let section = self.back % 7 + 1;
        yaml.push_str(&format!(
            "card:\n  front: {{ title: \"{}\" }}\n  back: {{ title: Do this, section: {section} }}\n",
            words.some(self.title % 5)
        ));
        if self.primary.is_some() || self.ink.is_some() {
            yaml.push_str("theme:\n");
        }
        if let Some([r, g, b]) = self.primary {
            yaml.push_str(&format!("  primary: \"#{r:02x}{g:02x}{b:02x}\"\n"));
        }
        if let Some(ink) = self.ink {
            let [c, m, y, k] = ink.map(|ink| ink % 101);
            yaml.push_str(&format!("  accent: cmyk({c}, {m}, {y}, {k})\n"));
        }
        yaml
    }
}

impl Section {
    fn write(&self, yaml: &mut String, words: &mut Words) {
        let heading = words.some(self.heading % 8);
        yaml.push_str(&format!("  - heading: \"{heading}\"\n    body: |\n      {}.\n", words.next()));
        for part in &self.parts {
            yaml.push('\n');
            let mut line = |text: String| yaml.push_str(&format!("      {text}\n"));
            match part {
                Part::Nothing => {}
                Part::Paragraph(count) => line(format!("{}.", words.some(*count))),
                Part::Bullets(lines, count) => {
                    (0..=lines % 6).for_each(|_| line(format!("- {}", words.some(*count % 16))));
                }
                Part::Numbers(lines, count) => {
                    (0..=lines % 6).for_each(|at| line(format!("{}. {}", at + 1, words.some(*count % 16))));
                }
                Part::Strong(count) => {
                    line(format!("**{}** {}.", words.some(*count % 5), words.some(*count)))
                }
                Part::Link(count) => {
                    line(format!("[{}](https://www.example.org/{count}) is a page.", words.some(*count % 6)));
                }
            }
        }
    }
}

impl Contact {
    fn write(&self, yaml: &mut String, words: &mut Words, number: usize, emergency: &mut bool) {
        let name = words.some(self.name % 6);
        yaml.push_str(&format!("  - name: \"{name} {number}\"\n"));
        match self.kind {
            Kind::Emergency if !*emergency => {
                *emergency = true;
                yaml.push_str("    phone: \"999\"\n    emergency: true\n");
            }
            Kind::Phone | Kind::Emergency => yaml.push_str("    phone: 0808 800 5000\n"),
            Kind::Email => yaml.push_str("    email: safeguarding.team@northmere-borough.gov.uk\n"),
            Kind::Url => {
                yaml.push_str(&format!("    url: https://www.ceop.police.uk/Safety-Centre/{number}\n"));
                if self.qr {
                    yaml.push_str("    qr: true\n");
                }
            }
            Kind::Nothing => {}
        }
        if self.hours {
            yaml.push_str("    hours: Monday to Friday, 9am to 5pm\n");
        }
    }
}
