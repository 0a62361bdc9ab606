//! Telephone numbers: takes one as it was written, gives what is wrong with it and what to write instead. Those of the
//! UK are judged by Ofcom's plan (`plan`), foreign ones by the lengths that their countries have.

use super::behind::{key_of, line, second_number, words_behind};
use super::finding::Finding;
use super::grouping::style;
use super::instead::other_kind;
use super::two_numbers::{row, two_numbers};
use crate::address::{Parts, is_none, is_possible, parts, plan, strip_words};
use crate::diag::Code;
use crate::language::{quotes_called, unquoted};

/// What a telephone number turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Judged {
    /// What is wrong, most harmful first.
    pub findings: Vec<Finding>,
    /// The digits that are dialled, `0` in front for UK numbers, where it is a number at all.
    pub digits: String,
}

/// Judges a telephone number with all that may stand round it: "Text 85258", "111 option 2", "ext. 4410".
pub(super) fn judge(written: &str) -> Judged {
    // Wide digits look like ordinary ones; that they are none is told where no font has them.
    if written.contains(|c| matches!(c, '\u{ff01}'..='\u{ff5e}')) {
        let plain = |c: char| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            c => c,
        };
        return judge(&written.chars().map(plain).collect::<String>());
    }
    if let Some(plain) = unquoted(written.trim()) {
        let judged = judge(plain);
        let what = format!("has {} round it, which are printed", quotes_called(written.trim()));
        let told = vec![Finding::new(Code::CurlyQuotes, what).fix(line("phone", plain))];
        return Judged { findings: [told, judged.findings].concat(), ..judged };
    }
    let other = other_kind(written.trim());
    match parts(written).filter(|_| other.is_none() && !is_placeholder(written)) {
        Some(parts) => judge_parts(&parts),
        None => other.map_or_else(|| judge_number(written), refused),
    }
}

/// A number with words behind it: the number is judged alone, and the words get the key that they belong to.
fn judge_parts(parts: &Parts<'_>) -> Judged {
    let judged = judge_number(parts.number);
    if judged.digits.is_empty() {
        return judged;
    }
    if let Some(second) = second_number(parts.behind) {
        let what = "holds two numbers, and a link can only call one";
        let typed = format!("{} here and make a second contact for {second}", parts.number);
        return refused(Finding::new(Code::ContactTwoNumbers, what).fix(typed));
    }
    let words = words_behind(parts.behind);
    let typed =
        format!("{}, and on a line below it {}", line("phone", parts.number), line(key_of(words), words));
    // What is no number is told first; which words go where can be seen when it is one.
    if judged
        .findings
        .iter()
        .any(|finding| finding.cure().is_none() && finding.code != Code::ContactDramaNumber)
    {
        return judged;
    }
    let told = Finding::new(Code::ContactWords, "has words behind it, which no telephone dials").fix(typed);
    Judged { findings: [told].into_iter().chain(judged.findings).collect(), ..judged }
}

fn judge_number(written: &str) -> Judged {
    let number = strip_words(written);
    if is_placeholder(written) {
        return refused(
            Finding::new(Code::ContactPlaceholder, "holds the place of a number and is none")
                .fix("the number that people are to call, or delete the line"),
        );
    }
    if let Some(finding) = row(&number).or_else(|| two_numbers(&number)) {
        return refused(finding);
    }
    if let Some((first, extension)) = number.split_once('#')
        && judge_digits(first.trim()).findings.is_empty()
        && extension.bytes().all(|byte| byte.is_ascii_digit())
    {
        let fixed = format!("{} ext. {extension}", first.trim());
        return refused(unknown("has a # before its extension, which is read as another digit").fix(fixed));
    }
    if number.contains("E+") && number.chars().all(|c| c.is_ascii_digit() || "E+.".contains(c)) {
        let what = "was turned into a sum by a spreadsheet, and its last digits are lost";
        return refused(unknown(what).fix("the number, looked up again"));
    }
    let lettered = letters_as_digits(&number);
    if lettered != number {
        let judged = judge_digits(&lettered);
        let right = Finding::new(Code::ContactLetterInNumber, "has a letter where a digit belongs");
        let fixed = written.replace(&number, &lettered);
        return Judged { findings: vec![right.fix(fixed)], ..judged };
    }
    if number.chars().any(char::is_alphabetic) || !number.chars().any(|c| c.is_ascii_digit()) {
        return refused(
            unknown("is not a telephone number")
                .fix("digits, or delete the line and put the words into purpose:"),
        );
    }
    judge_digits(&number)
}

/// A number for Relay UK as it is dialled, where something else stands there: `18001 0808 800 5000`.
pub(super) fn relayed(written: &str) -> Option<String> {
    let plain = strip_words(written);
    let number = written.split_once("18001").map_or(plain.as_str(), |(_, number)| number);
    let number = number.trim_matches(|c: char| !c.is_ascii_digit() && !matches!(c, '+' | '('));
    let number: &str = number.rsplit(|c: char| c.is_alphabetic()).next().unwrap_or(number).trim();
    let judged = judge_digits(number);
    let whole = judged.digits.len() > 8 && judged.findings.iter().all(|finding| finding.cure().is_some());
    let right = format!("18001 {}", plan::grouped(&judged.digits));
    let begins = written.trim().starts_with("18001") && !written.contains(char::is_alphabetic);
    (whole && !begins).then_some(right)
}

fn refused(finding: Finding) -> Judged {
    Judged { findings: vec![finding], digits: String::new() }
}

fn unknown(what: impl Into<String>) -> Finding {
    Finding::new(Code::ContactNumber, what)
}

fn judge_digits(number: &str) -> Judged {
    let plus = number.trim_start().starts_with('+');
    let plain = number.replace("(0)", "");
    let digits: String = plain.chars().filter(char::is_ascii_digit).collect();
    let mut judged = match (plus, digits.strip_prefix("00").filter(|rest| rest.len() > 8)) {
        (true, _) => international(&digits),
        (false, Some(rest)) => international(rest),
        (false, None) => national(&digits),
    };
    if judged.findings.is_empty() {
        judged.findings.extend(style(number, &judged.digits));
    }
    judged
}

/// Digits after a plus sign.
fn international(digits: &str) -> Judged {
    let Some(rest) = digits.strip_prefix("44") else { return foreign(digits) };
    match rest.strip_prefix('0') {
        Some(rest) => {
            let fixed = format!("+44 {}", plan::grouped(&format!("0{rest}")).trim_start_matches('0'));
            refused(unknown("has a 0 after +44, which nobody abroad can dial").fix(fixed))
        }
        None => national(&format!("0{rest}")),
    }
}

/// A number of another country.
fn foreign(digits: &str) -> Judged {
    let findings = match is_possible(digits) {
        true => Vec::new(),
        false => vec![
            unknown("is not a telephone number of the country that it begins with")
                .fix("the number as that country prints it, after + and the code"),
        ],
    };
    Judged { findings, digits: format!("+{digits}") }
}

/// Digits as dialled inside the UK.
fn national(digits: &str) -> Judged {
    let finding = if plan::is_short(digits) || plan::is_text_code(digits) {
        None
    } else if let Some(rest) = relay(digits) {
        return national(rest);
    } else if plan::is_whole(digits) {
        plan::is_drama(digits).then(drama)
    } else {
        Some(misshapen(digits))
    };
    Judged { findings: finding.into_iter().collect(), digits: digits.to_owned() }
}

/// What follows the prefix that deaf people dial to bring a relay assistant into the call.
fn relay(digits: &str) -> Option<&str> {
    ["18001", "18002"].iter().find_map(|prefix| digits.strip_prefix(prefix)).filter(|rest| rest.len() >= 3)
}

fn drama() -> Finding {
    Finding::new(Code::ContactDramaNumber, "is kept by Ofcom for films and plays, so nobody answers")
        .fix("the real number")
}

fn misshapen(digits: &str) -> Finding {
    let with_zero = format!("0{digits}");
    if !digits.starts_with('0') && plan::is_whole(&with_zero) {
        return Finding::new(Code::ContactLostZero, "has lost its leading 0").fix(plan::grouped(&with_zero));
    }
    let lengths = plan::lengths(digits);
    if !lengths.is_empty() {
        let wanted: Vec<String> = lengths.iter().map(usize::to_string).collect();
        let what = format!(
            "has {} digits, but numbers that begin with {} have {}",
            digits.len(),
            &digits[..digits.len().min(4)],
            wanted.join(" or ")
        );
        return Finding::new(Code::ContactMissingDigit, what).fix("all its digits: look the number up again");
    }
    if matches!(digits, "18001" | "18002") {
        return unknown("is only the beginning of a number for Relay UK")
            .fix("18001 and the number behind it");
    }
    match digits.strip_prefix("44").map(|rest| format!("0{rest}")).filter(|number| plan::is_whole(number)) {
        Some(number) => unknown("begins with 44 but not with +44").fix(plan::grouped(&number)),
        None if is_short_alike(digits) => {
            unknown("is no number that answers all over the country").fix("the number, looked up again")
        }
        None if matches!(digits.len(), 5..=8) && !digits.starts_with('0') => {
            unknown("has no area code").fix(format!("its area code in front, as in 01709 {digits}"))
        }
        None => unknown("begins like no telephone number in the UK").fix("the number, looked up again"),
    }
}

/// Digits that begin like a short number: no area code stands before one.
fn is_short_alike(digits: &str) -> bool {
    ["116", "118", "999", "112", "101", "111", "159", "18000"].iter().any(|short| digits.starts_with(short))
}

/// The number with capital or small O, I and l inside it as the digits that they stand for.
fn letters_as_digits(number: &str) -> String {
    let looks = |word: &str| {
        word.chars().all(|c| c.is_ascii_digit() || "OoIl+()".contains(c))
            && (word.contains(|c: char| c.is_ascii_digit()) || word.len() > 1)
    };
    let swap = |word: &str| word.replace(['O', 'o'], "0").replace(['I', 'l'], "1");
    let words = number.split(' ').map(|word| if looks(word) { swap(word) } else { word.to_owned() });
    words.collect::<Vec<_>>().join(" ")
}

fn is_placeholder(written: &str) -> bool {
    let text = written.to_ascii_lowercase();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let same = digits.len() > 6 && digits.bytes().all(|b| Some(&b) == digits.as_bytes().first());
    let filler = ["xxx", "tbc", "tba", "todo", "insert ", "0123456789", "123456789"];
    let joined = text.replace("0 1", "01");
    is_none(written)
        || same
        || text.contains(['[', '<', '?'])
        || digits.starts_with("0123456")
        || (text.contains('_') && digits.len() < 9)
        || filler.iter().any(|word| joined.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The shapes of the field guide and their like: what is right has no finding above a note.
    #[test]
    fn right_numbers_are_left_alone() {
        for number in [
            "999",
            "112",
            "101",
            "111",
            "105",
            "119",
            "159",
            "111 option 2",
            "111, option 2",
            "116 123",
            "116123",
            "0800 1111",
            "0845 46 47",
            "0800 555 111",
            "0800 555 1111",
            "0808 800 5000",
            "0114 203 7485",
            "020 7324 4000",
            "024 7683 2222",
            "01642 527764",
            "01709 382121",
            "016977 3999",
            "01204 12345",
            "+44 203 879 8560",
            "+44 (0)1582 743885",
            "+44 (0) 1582 743885",
            "0044 1582 743885",
            "07911 123456",
            "0300 123 1110",
            "03000 11 22 33",
            "0345 678 9012",
            "Text 85258",
            "text SHOUT to 85258",
            "85258",
            "7726",
            "18001 0808 800 5000",
            "18002 01642 527764",
            "01642 527764 ext. 4410",
            "01642 527764 ext 4410",
            "01642 527764 x4410",
            "01642 527764, extension 4410",
            "Tel: 0808 800 5000",
            "0808\u{a0}800\u{a0}5000",
            "+353 1 679 4944",
            "+33 1 42 68 53 00",
            "118 118",
        ] {
            assert_eq!(judge(number).findings, [], "{number}");
        }
    }

    #[test]
    fn wrong_numbers_are_named_and_put_right() {
        let check = |number: &str, code: Code, fix: &str| {
            let findings = judge(number).findings;
            let [finding] = &findings[..] else { panic!("{number}: {findings:?}") };
            assert_eq!((finding.code, finding.fix.as_deref()), (code, Some(fix)), "{number}");
        };
        let again = "all its digits: look the number up again";
        check("8451 228 669", Code::ContactLostZero, "0845 122 8669");
        check("1709 382121", Code::ContactLostZero, "01709 382121");
        check("20 7324 4000", Code::ContactLostZero, "020 7324 4000");
        check("800 555 111", Code::ContactLostZero, "0800 555 111");
        check("7911 123456", Code::ContactLostZero, "07911 123456");
        check("0808 800 500", Code::ContactMissingDigit, again);
        check("0114 203 748", Code::ContactMissingDigit, again);
        check("020 7324 400", Code::ContactMissingDigit, again);
        check("01642 5277640", Code::ContactMissingDigit, again);
        check("07911 12345", Code::ContactMissingDigit, again);
        check("O808 800 5000", Code::ContactLetterInNumber, "0808 800 5000");
        check("0808 8OO 5OOO", Code::ContactLetterInNumber, "0808 800 5000");
        check("0l709 382121", Code::ContactLetterInNumber, "01709 382121");
        check("O8OO IIII", Code::ContactLetterInNumber, "0800 1111");
        check("0808-800-5000", Code::ContactDashes, "0808 800 5000");
        check("0808\u{2013}800\u{2013}5000", Code::ContactDashes, "0808 800 5000");
        check(
            "999 (101 if not urgent)",
            Code::ContactWords,
            "`phone: \"999\"`, and on a line below it `purpose: 101 if not urgent`",
        );
        check(
            "0808 800 5000 (24 hours)",
            Code::ContactWords,
            "`phone: 0808 800 5000`, and on a line below it `hours: 24 hours`",
        );
        check(
            "0808 800 5000 Mon–Fri 9am–5pm",
            Code::ContactWords,
            "`phone: 0808 800 5000`, and on a line below it `hours: Mon–Fri 9am–5pm`",
        );
        check("116 124", Code::ContactNumber, "the number, looked up again");
        check("“999”", Code::CurlyQuotes, "`phone: \"999\"`");
        check(
            "0808 800 5000 0800 555 111",
            Code::ContactTwoNumbers,
            "0808 800 5000 here and make a second contact for 0800 555 111",
        );
        check(
            "0808 800 5000 (day) 0800 555 111 (night)",
            Code::ContactTwoNumbers,
            "0808 800 5000 here and make a second contact for 0800 555 111",
        );
        check("01642.527764", Code::ContactDashes, "01642 527764");
        check("(01642) 527764", Code::ContactDashes, "01642 527764");
        check("+44-203-879-8560", Code::ContactDashes, "+44 20 3879 8560");
        check("18001-0808-800-5000", Code::ContactDashes, "18001 0808 800 5000");
        check("116-123", Code::ContactDashes, "116 123");
        check("08088005000", Code::ContactGrouping, "0808 800 5000");
        check("01642527764", Code::ContactGrouping, "01642 527764");
        check("+44 0203 879 8560", Code::ContactNumber, "+44 20 3879 8560");
        check("44 203 879 8560", Code::ContactNumber, "020 3879 8560");
        check("382121", Code::ContactNumber, "its area code in front, as in 01709 382121");
        check("0500 123456", Code::ContactNumber, "the number, looked up again");
        check("07700 900123", Code::ContactDramaNumber, "the real number");
        check("01632 960777 ext. 4410", Code::ContactDramaNumber, "the real number");
        check("020 7946 0123", Code::ContactDramaNumber, "the real number");
        check(
            "0808 800 5000 / 01642 527764",
            Code::ContactTwoNumbers,
            "0808 800 5000 here and make a second contact for 01642 527764",
        );
        check(
            "0808 800 5000 or 01642 527764",
            Code::ContactTwoNumbers,
            "0808 800 5000 here and make a second contact for 01642 527764",
        );
        let real = "the number that people are to call, or delete the line";
        for placeholder in
            ["[phone number]", "TBC", "01xxx xxxxxx", "00000 000000", "<number>", "01234 56789?"]
        {
            check(placeholder, Code::ContactPlaceholder, real);
        }
        for word in ["your GP", "", "+99 123", "!!", "+"] {
            assert_eq!(judge(word).findings.len(), 1, "{word}");
        }
    }
}
