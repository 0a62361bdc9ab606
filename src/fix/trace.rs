//! A trace: takes cures one after the other, gives the lines of the first text that changed, before and after.

use std::collections::BTreeMap;

use crate::diag::{Code, Replacement};

/// Why something was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The code of the message.
    pub code: Code,
    /// The message.
    pub text: String,
}

/// Lines that were changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The number of the first of them in the old file, counted from 1.
    pub line: usize,
    /// The lines as they were.
    pub before: Vec<String>,
    /// The lines as they are now.
    pub after: Vec<String>,
    /// Why, in the order in which it was done.
    pub reasons: Vec<Reason>,
}

/// Where the lines of a text come from, while it is changed again and again.
#[derive(Clone, Debug)]
pub(super) struct Trace {
    first: Vec<String>,
    /// For each line of the text as it is now, the line of the first text that it came from, counted from 0.
    origins: Vec<usize>,
    /// For each line of the first text that changed, why.
    touched: BTreeMap<usize, Vec<Reason>>,
}

impl Trace {
    pub(super) fn of(text: &str) -> Self {
        let first: Vec<String> = lines(text).map(str::to_owned).collect();
        Trace { origins: (0..first.len()).collect(), first, touched: BTreeMap::new() }
    }

    /// Takes in a change of `before` by these parts.
    pub(super) fn follow(&mut self, before: &str, parts: &[Replacement], reason: &Reason) {
        let line_at = |byte: usize| before[..byte].matches('\n').count();
        let mut parts: Vec<&Replacement> = parts.iter().collect();
        parts.sort_by_key(|part| part.span);
        let (mut origins, mut at) = (Vec::with_capacity(self.origins.len()), 0);
        for part in parts {
            let range = part.span.range();
            let begins = |at: usize| at == 0 || before[..at].ends_with('\n');
            // Lines that go as a whole leave the line behind them alone.
            let whole = !range.is_empty()
                && begins(range.start)
                && begins(range.end)
                && (part.text.is_empty() || part.text.ends_with('\n'));
            let (first, last) = (line_at(range.start), line_at(range.end) - usize::from(whole));
            // The first line may have been taken with the part before; all lines of a part come from its first.
            origins.extend_from_slice(self.origins.get(at..first).unwrap_or_default());
            let from = self.origin(first);
            let new = usize::from(!whole) + part.text.matches('\n').count();
            let new = new.saturating_sub(usize::from(first < at));
            origins.extend(std::iter::repeat_n(from, new));
            at = last + 1;
            for line in from..=self.origin(last) {
                let reasons = self.touched.entry(line).or_default();
                if !reasons.contains(reason) {
                    reasons.push(reason.clone());
                }
            }
        }
        origins.extend_from_slice(self.origins.get(at..).unwrap_or_default());
        self.origins = origins;
    }

    fn origin(&self, line: usize) -> usize {
        self.origins.get(line).or(self.origins.last()).copied().unwrap_or(0)
    }

    /// What is different between the first text and this one, which is what became of it.
    pub(super) fn changes(&self, now: &str) -> Vec<Change> {
        let mut after: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for (line, origin) in lines(now).zip(&self.origins) {
            after.entry(*origin).or_default().push(line);
        }
        let mut changes: Vec<Change> = Vec::new();
        for (line, reasons) in &self.touched {
            let before = self.first.get(*line).cloned();
            let after = after.remove(line).unwrap_or_default().into_iter().map(str::to_owned);
            match changes.last_mut().filter(|open| open.line + open.before.len() == line + 1) {
                Some(open) => open.extend(before, after, reasons),
                None => changes.push(Change {
                    line: line + 1,
                    before: before.into_iter().collect(),
                    after: after.collect(),
                    reasons: reasons.clone(),
                }),
            }
        }
        changes.iter_mut().for_each(Change::trim);
        changes.retain(|change| change.before != change.after);
        changes
    }
}

impl Change {
    fn extend(&mut self, before: Option<String>, after: impl Iterator<Item = String>, reasons: &[Reason]) {
        self.before.extend(before);
        self.after.extend(after);
        for reason in reasons {
            if !self.reasons.contains(reason) {
                self.reasons.push(reason.clone());
            }
        }
    }

    /// Leaves out the lines at both ends that are the same.
    fn trim(&mut self) {
        let same = self.before.iter().zip(&self.after).take_while(|(old, new)| old == new).count();
        self.before.drain(..same);
        self.after.drain(..same);
        self.line += same;
        let (old, new) = (self.before.iter().rev(), self.after.iter().rev());
        let same = old.zip(new).take_while(|(old, new)| old == new).count();
        self.before.truncate(self.before.len() - same);
        self.after.truncate(self.after.len() - same);
    }
}

/// The lines of a text, with an empty one behind a last line end.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::apply;
    use crate::source::{Source, Sources, Span};

    /// Changes a text step by step, each step some words and what comes in their place; gives what is told of it.
    fn told(text: &str, steps: &[&[(&str, &str)]]) -> Vec<(usize, String, String)> {
        let (mut now, mut trace) = (text.to_owned(), Trace::of(text));
        for step in steps {
            let source = Sources::default().add(Source::new("a.yaml", now.clone()));
            let part = |(words, text): &(&str, &str)| {
                let at = now.find(words).expect("the words are there");
                Replacement { span: Span::new(source, at..at + words.len()), text: (*text).to_owned() }
            };
            let parts: Vec<Replacement> = step.iter().map(part).collect();
            let reason = Reason { code: Code::Capitals, text: String::new() };
            trace.follow(&now, &parts, &reason);
            now = apply(&now, &parts).expect("the parts lie apart");
        }
        let told = |change: Change| (change.line, change.before.join("|"), change.after.join("|"));
        trace.changes(&now).into_iter().map(told).collect()
    }

    fn line(line: usize, before: &str, after: &str) -> (usize, String, String) {
        (line, before.to_owned(), after.to_owned())
    }

    #[test]
    fn lines_keep_the_numbers_of_the_old_file() {
        let text = "a\nb\nc\nd\ne\n";
        assert_eq!(told(text, &[&[("b", "B")]]), [line(2, "b", "B")]);
        assert_eq!(
            told(text, &[&[("b", "b1\nb2")], &[("d", "D")]]),
            [line(2, "b", "b1|b2"), line(4, "d", "D")]
        );
        assert_eq!(told(text, &[&[("b\n", "")], &[("d", "D")]]), [line(2, "b", ""), line(4, "d", "D")]);
        assert_eq!(told(text, &[&[("b", "B"), ("c", "C")]]), [line(2, "b|c", "B|C")]);
        assert_eq!(told(text, &[&[("b\nc", "bc")], &[("bc", "b+c")]]), [line(2, "b|c", "b+c")]);
        assert_eq!(told(text, &[&[("d", "D")], &[("D", "d")]]), []);
    }

    #[test]
    fn several_parts_of_one_line_are_one_change() {
        assert_eq!(told("a b c\nd\n", &[&[("a", "A"), ("c", "C")]]), [line(1, "a b c", "A b C")]);
        assert_eq!(
            told("a b\nc d\ne\n", &[&[("b\nc", "b c"), ("d", "D\nx")]]),
            [line(1, "a b|c d", "a b c D|x")]
        );
        assert_eq!(
            told("a b\ne\n", &[&[("a", "1\n2"), ("b", "3")], &[("e", "E")]]),
            [line(1, "a b|e", "1|2 3|E")]
        );
    }
}
