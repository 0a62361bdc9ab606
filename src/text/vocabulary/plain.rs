//! Plain text: takes characters, tells which a word may have and where a line may end beside a space, for certain.

/// Whether a character may stand in a plain word: Latin letters, figures, and marks that no rule of Unicode ties to
/// more than the characters beside them.
pub(in crate::text) const fn is_plain(c: char) -> bool {
    matches!(
        c,
        '!'..='~' | '£' | '°' | '·' | '½' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ž' | '–' | '—' | '‘' | '’' | '“' | '”' | '…' | '•' | '€'
    )
}

/// Whether a line may end at spaces between these characters, for certain: they are no brackets or quotation marks
/// that hold on to what follows after a space or stands before it (UAX #14, LB13 to LB18).
fn ends_at_space(before: char, after: char) -> bool {
    let is_quote = matches!(before, '’' | '”' | '\'' | '"');
    let ends = before.is_alphanumeric()
        || is_quote
        || matches!(
            before,
            '.' | ',' | ';' | ':' | '?' | '!' | ')' | '%' | '…' | '–' | '—' | '-' | '•' | '·'
        );
    let begins = after.is_alphanumeric()
        || matches!(after, '“' | '‘' | '"' | '\'' | '£' | '€' | '#' | '&' | '–' | '•' | '·')
        || (after == '(' && !is_quote);
    ends && begins
}

/// Whether no line may end between these characters, for certain, where the weight changes between them.
fn is_glued(before: char, after: char) -> bool {
    before.is_alphanumeric()
        && (after.is_alphanumeric()
            || matches!(after, '.' | ',' | ';' | ':' | '?' | '!' | ')' | '’' | '”' | '…'))
}

/// Whether a line may end before a character: `None` where that is not certain. `before` is the last character
/// before it that is no space, and `spaced` whether a space stands between them.
pub(super) fn ends_before(before: Option<char>, spaced: bool, after: char) -> Option<bool> {
    match before {
        None => (after != ' ').then_some(false),
        Some(_) if after == ' ' => Some(false),
        Some(before) if spaced => ends_at_space(before, after).then_some(true),
        Some(before) => is_glued(before, after).then_some(false),
    }
}
