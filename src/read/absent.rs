//! Values that say that there is none: takes a value, gives whether its line is better left out.

use super::take::{Fields, Reader, shortened};
use crate::address::is_none;
use crate::diag::Code;
use crate::model::Spanned;

impl Reader<'_> {
    /// A line that may be there and is read by programs as well, such as an address; what says that there is none is
    /// told, for a link or a colour would be made of it.
    pub(super) fn optional_value(
        &mut self,
        fields: &Fields<'_>,
        key: &'static str,
    ) -> Option<Spanned<String>> {
        let line = self.optional_line(fields, key)?;
        if !self.says_none(&line, key) {
            return Some(line);
        }
        None
    }

    /// Says of a value that it is none, where it is.
    pub(super) fn says_none(&mut self, line: &Spanned<String>, key: &str) -> bool {
        let none = !self.proven && is_none(&line.value);
        if none {
            let written = shortened(&line.value);
            let message = format!("`{written}` is no value for `{key}`: it says that there is none");
            let hint = format!("Delete the line `{key}: {written}`, and write it again when there is one");
            self.error(Code::BadValue, line.span, message, hint);
        }
        none
    }
}
