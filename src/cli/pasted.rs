//! Pasted commands: takes the words of a command line, gives the command as it was before an office program dressed it.
//!
//! Word and mail programs make one dash of two hyphens and curly quotation marks of straight ones. A shell knows
//! neither, so a command that was copied from a letter would be told as a file that is missing.

use std::path::Path;

use briefpress::shell::quoted;

/// What is wrong with words that were copied from a text, and the command put right; nothing where they are as typed.
pub(super) fn told(words: &[String]) -> Option<(String, String)> {
    // A title may have any of these signs.
    if words.first().is_some_and(|verb| verb == "new") {
        return None;
    }
    let dashed = words.iter().any(|word| undashed(word).is_some());
    let plain: Vec<String> =
        words.iter().map(|word| undashed(word).unwrap_or_else(|| word.clone())).collect();
    let straight = straightened(&plain);
    let message = match (dashed, straight.is_some()) {
        (false, false) => return None,
        (true, _) => "an option begins with two hyphens, and here stands one long dash",
        (false, true) => "these quotation marks are curly, and only straight ones hold words together",
    };
    let command = straight.unwrap_or(plain);
    let command: Vec<String> = command.iter().map(|word| quoted(word)).collect();
    Some((message.to_owned(), format!("Type:  briefpress {}", command.join(" "))))
}

/// `--only` for `—only`, where no file is called so.
fn undashed(word: &str) -> Option<String> {
    let rest = word.strip_prefix(['–', '—'])?;
    let rest = rest.strip_prefix('-').unwrap_or(rest);
    let is_option = rest.starts_with(|c: char| c.is_ascii_alphabetic()) && !Path::new(word).exists();
    is_option.then(|| format!("--{rest}"))
}

/// The words with those between curly quotation marks as one; nothing where there are none.
fn straightened(words: &[String]) -> Option<Vec<String>> {
    let begins = |word: &str| word.starts_with(['“', '„', '‘']);
    let ends = |word: &str| word.ends_with(['”', '“', '’']) && word.chars().count() > 1;
    let mut out = Vec::new();
    let mut rest = words;
    while let [first, after @ ..] = rest {
        let end = if begins(first) { rest.iter().position(|word| ends(word)) } else { None };
        match end {
            Some(end) => {
                let whole = rest[..=end].join(" ");
                out.push(whole.trim_matches(['“', '„', '‘', '”', '’']).to_owned());
                rest = &rest[end + 1..];
            }
            None => {
                out.push(first.clone());
                rest = after;
            }
        }
    }
    (out != words).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_from_a_letter_is_put_right_and_a_typed_one_is_left_alone() {
        let advice = |line: &str| {
            let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
            told(&words).map(|(_, advice)| advice)
        };
        for (pasted, right) in [
            ("build a.yaml —only poster", "build a.yaml --only poster"),
            ("build a.yaml –-look=dial", "build a.yaml --look=dial"),
            ("build “a.yaml”", "build a.yaml"),
            ("check “my texts/a b.yaml” —strict", "check \"my texts/a b.yaml\" --strict"),
            ("build ‘a b.yaml’ --mono", "build \"a b.yaml\" --mono"),
        ] {
            assert_eq!(advice(pasted), Some(format!("Type:  briefpress {right}")), "{pasted}");
        }
        for typed in
            ["build a.yaml --only poster", "new “Missing children” — what to do", "build a–b.yaml", "build –"]
        {
            assert_eq!(advice(typed), None, "{typed}");
        }
    }
}
