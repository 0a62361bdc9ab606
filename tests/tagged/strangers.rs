//! Strangers' files: ways of writing tags and text that our own files do not use, each in a file made by hand.

use briefpress::tagged::{read, say};

use super::hostile::{file, stream};

/// What is said of a page with this content and these tags, in a font with the codes of Windows.
fn said(content: &[u8], elems: &str) -> String {
    let text = |text: &str| text.as_bytes().to_vec();
    let bytes = file(&[
        text("<</Pages 2 0 R/StructTreeRoot 3 0 R/Lang(en-GB)>>"),
        text("<</Kids[4 0 R]/Resources<</Font<</F 6 0 R>>/Properties<</M<</MCID 7>>>>>>>>"),
        text(&format!("<</K[{elems}]/RoleMap<</Body/P/Head/Heading/Heading/H2/P/Artifact>>>>")),
        text("<</Type/Page/Contents[5 0 R]>>"),
        stream("", content),
        text("<</Type/Font/Subtype/TrueType/Encoding/WinAnsiEncoding>>"),
    ]);
    say(&read(&bytes).unwrap_or_else(|trouble| panic!("{}", trouble.why())))
}

fn lines(said: &str) -> Vec<&str> {
    said.lines().skip(4).collect()
}

#[test]
fn types_of_ones_own_are_mapped_and_the_standard_ones_are_not() {
    let content = b"BT /F 12 Tf /P <</MCID 0>> BDC (It\x92s ) Tj EMC /P /M BDC (a head) Tj EMC ET";
    let tags = "<</S/Head/Pg 4 0 R/K 7>><</S/P/K<</Type/MCR/Pg 4 0 R/MCID 0>>>>";
    assert_eq!(lines(&said(content, tags)), ["[heading 2] a head", "It’s"]);
}

#[test]
fn lines_that_end_without_a_space_are_parted_but_addresses_are_not() {
    let content =
        b"BT /F 10 Tf /P <</MCID 0>> BDC 12 TL (the first) Tj T* (line, 4) Tj 4 Ts (th) Tj 0 Ts ( of May, \
        https://a.example/) ' (page and self-) ' (harm) ' EMC ET";
    let tags = "<</S/P/Pg 4 0 R/K 0>>";
    assert_eq!(
        lines(&said(content, tags)),
        ["the first line, 4th of May, https://a.example/page and self-harm"]
    );
}

#[test]
fn what_is_said_in_place_of_letters_is_said_once() {
    let content =
        b"BT /F 10 Tf /P <</MCID 0>> BDC /Span <</ActualText(yes)>> BDC (n) Tj /Span <</ActualText(x)>> BDC \
        (o) Tj EMC EMC ( sir) Tj EMC ET";
    assert_eq!(lines(&said(content, "<</S/P/Pg 4 0 R/K 0>>")), ["yes sir"]);
    let whole = "<</S/P/Pg 4 0 R/K 0/ActualText(all of it)>>";
    assert_eq!(lines(&said(content, whole)), ["all of it"]);
}

#[test]
fn words_that_no_tag_holds_are_told_and_decoration_is_not() {
    let content = b"BT /F 10 Tf (lost) Tj /Artifact BMC (7) Tj EMC /P <</MCID 3>> BDC (forgotten) Tj EMC ET \
        BI /W 1 /H 1 ID \x00 EI BT /F 10 Tf /P <</MCID 0>> BDC (kept) Tj EMC ET";
    let said = said(content, "<</S/P/Pg 4 0 R/K 0>><</S/Figure>>");
    assert!(said.contains("\nkept\n[picture without words for those who do not see it]\n"), "{said}");
    assert!(said.contains("in no tag] lost\n") && said.contains("in no tag] forgotten\n"), "{said}");
    assert!(!said.contains('7'), "{said}");
}
