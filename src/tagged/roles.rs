//! Roles: takes the name of a structure type, gives what is known of it (ISO 32000-1, 14.8.4; 32000-2, 14.8.4).

/// Elements that stand in a line of text (ISO 32000-1, 14.8.4.4, and 32000-2).
pub(crate) fn is_inline(role: &str) -> bool {
    matches!(
        role,
        "Span" | "Quote" | "Note" | "Reference" | "Code" | "Link" | "Annot" | "Em" | "Strong" | "Sub" | "Lbl"
    )
}

/// Elements that only hold others.
pub(crate) fn is_group(role: &str) -> bool {
    matches!(
        role,
        "Document"
            | "DocumentFragment"
            | "Part"
            | "Art"
            | "Sect"
            | "Div"
            | "Aside"
            | "BlockQuote"
            | "NonStruct"
    )
}

/// Types that need no map.
pub(super) fn is_standard(role: &str) -> bool {
    matches!(
        role,
        "Caption"
            | "TOC"
            | "TOCI"
            | "Index"
            | "Private"
            | "P"
            | "H"
            | "H1"
            | "H2"
            | "H3"
            | "H4"
            | "H5"
            | "H6"
            | "L"
            | "LI"
            | "Lbl"
            | "LBody"
            | "Table"
            | "TR"
            | "TH"
            | "TD"
            | "THead"
            | "TBody"
            | "TFoot"
            | "Figure"
            | "Formula"
            | "Form"
            | "Title"
    ) || is_group(role)
        || is_inline(role)
}
