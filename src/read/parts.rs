//! Parts of lists that only their numbers or their ends tell: takes lines, gives a warning with the lines to type.

/// Two lines or more that begin with the numbers from one on, and no full stop behind them: `1 Ask`, `#1 Ask`, `1st: Ask`.
pub(super) fn counted(lines: &[&str]) -> Option<(usize, String, Vec<String>)> {
    let first = lines.iter().position(|line| of_number(line, 1).is_some())?;
    let rows: Vec<&str> =
        (1..).zip(&lines[first..]).map_while(|(number, line)| of_number(line, number)).collect();
    // A paragraph may begin with a number, and go on with another by chance.
    if rows.len() < 2 || rows.len() == 2 && lines.len() > first + 2 {
        return None;
    }
    let what =
        "these lines begin with a number, and would run on in one paragraph without the full stop behind it"
            .to_owned();
    Some((first, what, (1..).zip(rows).map(|(number, row)| format!("`{number}. {row}`")).collect()))
}

/// The words of a line behind this very number, where they begin a sentence.
fn of_number(line: &str, number: u32) -> Option<&str> {
    let line = line.trim();
    let rest = line.strip_prefix('#').unwrap_or(line).strip_prefix(&number.to_string())?;
    let ordinal = ["st", "nd", "rd", "th"].iter().find_map(|end| rest.strip_prefix(end));
    let rest = match ordinal {
        Some(rest) => rest.strip_prefix(':')?,
        None => rest,
    };
    let words = rest.trim_start();
    (words.len() < rest.len() && words.starts_with(char::is_uppercase)).then_some(words)
}

/// Lines that end with semicolons: the parts of one list.
pub(super) fn parts(lines: &[&str]) -> Option<(usize, String, Vec<String>)> {
    let joined = |line: &&str| {
        let line = line.trim_end();
        line.ends_with(';') || line.ends_with("; and") || line.ends_with("; or")
    };
    let first = lines.iter().position(|line| joined(line) || line.trim_end().ends_with(':'))?;
    let intro = usize::from(lines[first].trim_end().ends_with(':'));
    let rows = &lines[first + intro..];
    let (_, above) = rows.split_last()?;
    let word = above.iter().any(|line| !line.trim_end().ends_with(';'));
    let enough = above.len() > 1 || word && above.len() == 1;
    if !enough || !above.iter().all(joined) || rows.iter().any(|line| is_item(line)) {
        return None;
    }
    let what = "these lines are the parts of a list, and would run on in one paragraph".to_owned();
    Some((first + intro, what, rows.iter().map(|row| format!("`- {}`", row.trim())).collect()))
}

/// Whether words begin with a number, in digits or spelt.
pub(super) fn numbered(words: &str) -> bool {
    const SPELT: [&str; 7] = ["one", "two", "three", "four", "five", "six", "seven"];
    let first = words.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    first.starts_with(|c: char| c.is_ascii_digit()) || SPELT.iter().any(|one| one.eq_ignore_ascii_case(first))
}

/// Whether Markdown takes the line for an item.
pub(super) fn is_item(line: &str) -> bool {
    let words = line.trim_start();
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let behind = match digits {
        0 => words.strip_prefix(['-', '*', '+']),
        1..10 => words[digits..].strip_prefix(['.', ')']),
        _ => None,
    };
    behind.is_some_and(|rest| rest.starts_with([' ', '\t']))
}
