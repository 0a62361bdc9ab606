//! Columns of the table of contacts in a Word document: takes nothing, gives the key and the name of each.

/// The columns, in their order: the key of a contact, the name that the table shows, and whether the column stands
/// there when no contact has a value for it.
pub const CONTACT_COLUMNS: [(&str, &str, bool); 10] = [
    ("name", "Contact", true),
    ("purpose", "For", true),
    ("phone", "Telephone", true),
    ("text", "Text", false),
    ("relay", "Relay", false),
    ("textphone", "Textphone", false),
    ("bsl", "BSL video", false),
    ("email", "E-mail", true),
    ("url", "Web", true),
    ("hours", "Hours", true),
];
