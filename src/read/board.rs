//! The board: takes the keys under `board`, gives its names and its logo, whose path cannot climb out.

use super::format;
use super::node::Node;
use super::take::{Reader, shortened};
use crate::address::is_none;
use crate::diag::{Code, Diagnostic};
use crate::model::{Board, Logo, Spanned};
use crate::scalar::scalar;

/// The board that issues the briefing.
pub(super) fn board(reader: &mut Reader<'_>, node: &Node) -> Option<Board> {
    let fields = reader.mapping(node, &format::BOARD)?;
    let name = reader.needed_line(&fields, "name");
    let short_name = reader.optional_line(&fields, "short_name");
    let logo = fields.get("logo").and_then(|node| logo(reader, node));
    Some(Board { name: name?, short_name, logo })
}

fn logo(reader: &mut Reader<'_>, node: &Node) -> Option<Logo> {
    let fields = reader.mapping(node, &format::LOGO)?;
    let file = reader.needed_line(&fields, "file");
    let alt = reader.needed_line(&fields, "alt");
    if let Some(none) = file.as_ref().filter(|file| is_none(&file.value)) {
        let written = shortened(&none.value);
        let message = format!("`{written}` is no picture: it says that there is none");
        reader.error(Code::PictureFile, none.span, message, "Delete `logo:` and the lines below it");
        return None;
    }
    if let Some(file) = &file {
        check_path(reader, file);
    }
    Some(Logo { file: file?, alt: alt? })
}

fn check_path(reader: &mut Reader<'_>, file: &Spanned<String>) {
    let path = file.value.as_str();
    let named = shortened(path);
    let away = path.contains(':') || path.starts_with(['/', '\\', '%', '~']);
    if path.contains('\\') && !away {
        let hint = format!("Write forward slashes: {}", shortened(&path.replace('\\', "/")));
        reader.error(Code::PictureFile, file.span, format!("`{named}` has backslashes"), hint);
    } else if away {
        let message = format!("`{named}` is not a path beside this file");
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        // A picture that stands in its address has no name.
        let name = if path.starts_with("data:") { "logo.png" } else { name };
        let hint =
            format!("Copy the picture next to this file and write its name only: file: {}", shortened(name));
        reader.error(Code::PictureFile, file.span, message, hint);
    } else if let Some(plain) = path.strip_prefix("./").filter(|plain| !plain.contains("./")) {
        let message =
            format!("`{named}` begins with `./`, and a name here begins in the folder of this file");
        let told = Diagnostic::error(Code::PictureFile, file.span, message);
        reader
            .messages
            .push(told.hint(format!("Write file: {}", shortened(plain))).replace(file.span, scalar(plain)));
    } else if path.split('/').any(|part| matches!(part, "" | "." | "..")) {
        let message = format!("`{named}` leads out of the folder of this file");
        reader.error(
            Code::PictureFile,
            file.span,
            message,
            "Copy the picture next to this file and write its name only",
        );
    }
    let quotes = ['\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}'];
    if let Some(plain) = path.strip_prefix(quotes).and_then(|rest| rest.strip_suffix(quotes)) {
        let message = format!("`{named}` has curly quotes round it, which are no part of a name");
        let told = Diagnostic::error(Code::PictureFile, file.span, message);
        reader
            .messages
            .push(told.hint(format!("Write file: {}", shortened(plain))).replace(file.span, scalar(plain)));
        return;
    }
    let lower = path.to_ascii_lowercase();
    // A picture that stands in its address was told.
    if !path.starts_with("data:")
        && ![".png", ".jpg", ".jpeg", ".jfif"].iter().any(|ending| lower.ends_with(ending))
    {
        let message = format!("`{named}` is not a PNG or JPEG picture by its name");
        reader.error(Code::PictureFile, file.span, message, "Save the logo as PNG: logo.png");
    }
}
