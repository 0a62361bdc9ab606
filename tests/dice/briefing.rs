//! Random briefings: ordinary words, sections and contacts, drawn by chance that repeats.

use super::Dice;

impl Dice {
    /// A word of one to sixteen letters, sometimes of thirty.
    pub fn word(&mut self) -> String {
        const SYLLABLES: [&str; 12] =
            ["a", "re", "con", "tell", "ing", "safe", "guard", "child", "ment", "or", "per", "tion"];
        let most = if self.chance(1) { 30 } else { self.between(2, 11) };
        let mut word = String::new();
        while word.len() < most {
            word.push_str(SYLLABLES[self.roll(12)]);
        }
        word.truncate(most);
        word
    }

    pub fn words(&mut self, count: usize) -> String {
        (0..count).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }

    fn body(&mut self, count: usize) -> String {
        if count > 8 && self.chance(40) {
            let intro = self.words(count / 3);
            let items: Vec<String> = (0..3).map(|_| format!("      - {}", self.words(count / 5))).collect();
            return format!("{intro}:\n\n{}", items.join("\n"));
        }
        self.words(count)
    }

    pub fn contact(&mut self, number: usize, is_emergency: bool) -> String {
        let (least, most) = if is_emergency { (1, 2) } else { (1, 5) };
        let words = self.between(least, most);
        let mut lines = vec![format!("  - name: {}", self.words(words))];
        if is_emergency {
            lines.push("purpose: Immediate danger\n    phone: \"999\"\n    emergency: true".to_owned());
            return lines.join("\n    ");
        }
        if self.chance(80) {
            lines.push(format!("phone: 01632 960{number:03}"));
        }
        if self.chance(30) {
            lines.push(format!("email: {}@wexcombe.example", self.words(1)));
        }
        if self.chance(30) {
            lines.push("hours: Monday to Friday, 9am to 5pm".to_owned());
        }
        if self.chance(20) {
            let code = if self.chance(60) { "\n    qr: true" } else { "" };
            lines.push(format!("url: https://www.wexcombe.example/{}{code}", self.words(1)));
        }
        lines.join("\n    ")
    }

    /// A whole briefing: up to 330 words, titles of one to three lines, none to eleven contacts.
    pub fn briefing(&mut self, words: usize) -> String {
        let title = self.between(1, 9);
        let mut yaml =
            format!("title: {}\nboard: {{name: {}}}\nsections:\n", self.words(title), self.words(4));
        for _ in 0..7 {
            let heading = self.between(1, 6);
            let count = (words / 7 + self.roll(1 + words / 14)).max(1);
            yaml +=
                &format!("  - heading: {}\n    body: |\n      {}\n", self.words(heading), self.body(count));
        }
        let (count, has_emergency) = (self.roll(12), self.chance(80));
        let contacts: Vec<String> =
            (0..count).map(|number| self.contact(number, number == 0 && has_emergency)).collect();
        if contacts.is_empty() {
            yaml + "contacts: []\n"
        } else {
            yaml + "contacts:\n" + &contacts.join("\n") + "\n"
        }
    }
}
