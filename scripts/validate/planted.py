"""Proves that the validators can fail: takes good PDFs, damages a copy of each in one way, and wants it refused.

planted.py FOLDER: the folder that scripts/examples makes. Each fault names the validator that is to find it and
words of what that validator is to say.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, String

import content
import judges
import looks
from screen import briefing_of

FAULTS = []

# What veraPDF is asked for.
VERA = {*judges.UA1.split(","), *judges.UA2.split(",")}


def fault(name, document, judge, words):
    """Registers a way to damage a document, the validator that is to find it, and words of what it is to say."""
    def register(damage):
        FAULTS.append((name, document, judge, words, damage))
        return damage
    return register


def elements(pdf, role):
    """All structure elements of a role, in reading order."""
    def walk(kid):
        if isinstance(kid, Array):
            for one in kid:
                yield from walk(one)
        elif isinstance(kid, Dictionary) and "/S" in kid and kid.get("/Type") != "/OBJR":
            if kid.S == role:
                yield kid
            yield from walk(kid.get("/K", Array()))
    return list(walk(pdf.Root.StructTreeRoot.K))


def change(pdf, page, replace):
    """Puts what `replace` makes of a page's list of (operands, operator) in place of its content."""
    page = pdf.pages[page]
    stream = [(list(operands), str(operator)) for operands, operator in pikepdf.parse_content_stream(page)]
    stream = [(operands, Operator(operator)) for operands, operator in replace(stream)]
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(stream))


def begins(entry, tag):
    """Whether an operation begins marked content of a tag."""
    return entry[1] == "BDC" and entry[0][0] == tag


def piece(stream, tag, which=0):
    """Where the operations of a piece of marked content begin and end, the end included."""
    starts = [at for at, entry in enumerate(stream) if begins(entry, tag)]
    start = starts[which]
    return start, next(at for at in range(start, len(stream)) if stream[at][1] == "EMC") + 1


@fault("language-missing", "poster", "ua1", "7.2")
def _(pdf):
    del pdf.Root.Lang


@fault("language-wrong", "poster", "content", "Lang is 'cy'")
def _(pdf):
    pdf.Root.Lang = String("cy")


@fault("title-missing", "handout", "ua1", "7.1:9")
def _(pdf):
    xmp = pdf.Root.Metadata.read_bytes()
    start, end = xmp.index(b"<dc:title>"), xmp.index(b"</dc:title>") + len(b"</dc:title>")
    pdf.Root.Metadata = metadata(pdf, xmp[:start] + xmp[end:])


@fault("title-of-another", "handout", "content", "Title is 'Neglect'")
def _(pdf):
    pdf.docinfo.Title = String("Neglect")


@fault("file-name-shown-for-title", "card", "ua1", "7.1:10")
def _(pdf):
    del pdf.Root.ViewerPreferences


@fault("pdfuaid-removed", "card", "ua1", "5:1")
def _(pdf):
    xmp = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata = metadata(pdf, xmp.replace(b' pdfuaid:part="1"', b""))


@fault("output-intent-missing", "poster", "2a", "6.2")
def _(pdf):
    del pdf.Root.OutputIntents


@fault("figure-without-alt", "poster", "ua1", "7.3:1")
def _(pdf):
    del elements(pdf, "/Figure")[0].Alt


@fault("alt-of-another-figure", "card", "content", "figures are described as")
def _(pdf):
    elements(pdf, "/Figure")[0].Alt = String("A logo")


@fault("parent-tree-leads-astray", "poster", "content", "the parent tree leads elsewhere")
def _(pdf):
    parents = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    parents[4], parents[5] = parents[5], parents[4]


@fault("words-without-tag", "poster", "content", "has no tag")
def _(pdf):
    def untag(stream):
        start, end = piece(stream, "/P", 4)
        return stream[:start] + stream[start + 1:end - 1] + stream[end:]
    change(pdf, 0, untag)


@fault("words-without-tag-for-verapdf", "poster", "ua1", "7.1:3")
def _(pdf):
    def untag(stream):
        start, end = piece(stream, "/P", 4)
        return stream[:start] + stream[start + 1:end - 1] + stream[end:]
    change(pdf, 0, untag)


@fault("words-as-decoration", "poster", "content", "is passed over as decoration")
def _(pdf):
    def hide(stream):
        start, _ = piece(stream, "/P", 4)
        stream[start] = ([Name.Artifact], "BMC")
        return stream
    change(pdf, 0, hide)


@fault("paragraph-in-no-tag", "handout", "content", "is in no tag, so it is never read")
def _(pdf):
    section = elements(pdf, "/Sect")[2]
    del section.K[len(section.K) - 1]


@fault("paragraph-read-twice", "handout", "content", "is read twice")
def _(pdf):
    section = elements(pdf, "/Sect")[2]
    section.K.append(section.K[len(section.K) - 1])


@fault("sections-swapped", "poster", "content", "its lines are not in their order")
def _(pdf):
    root = elements(pdf, "/Document")[0].K
    at = [index for index, kid in enumerate(root) if kid.S == "/Sect"]
    root[at[1]], root[at[2]] = root[at[2]], root[at[1]]


@fault("heading-as-paragraph", "handout", "content", "the headings are")
def _(pdf):
    elements(pdf, "/H2")[3].S = Name.P


@fault("word-dropped", "handout", "content", "is nowhere")
def _(pdf):
    def drop(stream):
        start, end = piece(stream, "/P", 1)
        last = max(at for at in range(start, end) if stream[at][1] == "TJ")
        del stream[last]
        return stream
    change(pdf, 1, drop)


@fault("telephone-number-changed", "card", "content", "contact 'NSPCC Helpline' is not whole")
def _(pdf):
    def dial(stream):
        for start in (at for at, entry in enumerate(stream) if begins(entry, "/Link")):
            shown = next(entry for entry in stream[start:] if entry[1] == "TJ")
            texts = [at for at, part in enumerate(shown[0][0]) if isinstance(part, String)]
            codes = [bytes(shown[0][0][at]) for at in texts]
            # The last digit of the longer number becomes the one before it.
            if sum(map(len, codes)) == 2 * len("0808 800 5000"):
                first = codes[0]
                shown[0][0][texts[0]] = String(first[2:4] + first[2:])
        return stream
    change(pdf, 0, dial)


@fault("link-to-another-number", "poster", "content", "leads to tel:998")
def _(pdf):
    link = next(note for note in pdf.pages[0].Annots if note.A.URI == "tel:999")
    link.A.URI = String("tel:998")


@fault("link-to-another-host", "card", "content", "leads to https://ceop.example/")
def _(pdf):
    link = next(note for note in pdf.pages[1].Annots if str(note.A.URI).startswith("https:"))
    link.A.URI = String("https://ceop.example/")


@fault("code-covered", "poster", "codes", "the QR codes say [], not")
def _(pdf):
    change(pdf, 0, lambda stream: stream + code_box(pdf))


@fault("code-of-another-address", "poster", "codes", "the QR codes say ['https://ashfordvale.example/report']")
def _(pdf):
    other = pikepdf.open(Path(sys.argv[1]) / "plain/features/handout.pdf")
    drawn = [(list(operands), str(operator)) for operands, operator in pikepdf.parse_content_stream(other.pages[6])]
    start, end = piece(drawn, "/Figure")
    from_, to = (list(map(float, elements(one, "/Figure")[0].A.BBox)) for one in (other, pdf))
    scale = (to[2] - to[0]) / (from_[2] - from_[0])
    matrix = [scale, 0, 0, scale, to[0] - from_[0] * scale, to[1] - from_[1] * scale]
    black = ([0, 0, 0], "rg")
    change(pdf, 0, lambda stream: stream + code_box(pdf) + [([Name.Artifact], "BMC"), ([], "q"), (matrix, "cm"), black]
           + drawn[start + 1:end - 1] + [([], "Q"), ([], "EMC")])


@fault("font-without-meaning", "handout", "fonts", "has no ToUnicode")
def _(pdf):
    del first_font(pdf).ToUnicode


@fault("font-not-inside", "handout", "fonts", "is not embedded")
def _(pdf):
    del first_font(pdf).DescendantFonts[0].FontDescriptor.FontFile2


@fault("letters-mean-others", "card", "content", "is nowhere")
def _(pdf):
    font = first_font(pdf)
    font.ToUnicode = pdf.make_stream(font.ToUnicode.read_bytes().replace(b"<0020>", b"<0021>"))


@fault("faint-words", "poster", "contrast", "has contrast")
def _(pdf):
    def pale(stream):
        start, _ = piece(stream, "/P", 4)
        text = next(at for at in range(start, len(stream)) if stream[at][1] == "BT")
        stream.insert(text, ([0.7, 0.7, 0.7], "rg"))
        return stream
    change(pdf, 0, pale)


@fault("wrong-type-of-object", "card", "lint", "PageMode")
def _(pdf):
    pdf.Root.PageMode = String("UseOutlines")


@fault("broken-cross-references", "poster", "qpdf", "xref")
def _(data):
    at = data.rindex(b"startxref\n") + len(b"startxref\n")
    return data[:at] + b"7" + data[at:]


@fault("cut-off", "handout", "qpdf", "qpdf:")
def _(data):
    return data[:len(data) * 2 // 3]


@fault("element-without-namespace", "poster.ua2", "ua2", "8.2.5.2")
def _(pdf):
    del elements(pdf, "/Document")[0].NS


@fault("bookmark-to-a-place-only", "handout.ua2", "ua2", "8.8:2")
def _(pdf):
    del pdf.Root.Outlines.First.A.SD


@fault("header-of-the-older-standard", "card.ua2", "wt1a", "6.1:1")
def _(data):
    return data.replace(b"%PDF-2.0", b"%PDF-1.7", 1)


@fault("declaration-of-reuse-missing", "card.ua2", "wt1r", "6.1.2:1")
def _(pdf):
    xmp = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata = metadata(pdf, xmp.replace(b"wtpdf#reuse1.0", b"wtpdf#other1.0"))


@fault("information-dictionary-in-pdfa4", "card.ua2", "4", "6.1.3")
def _(pdf):
    pdf.docinfo.Title = String("Sexting")


@fault("figure-without-alt-in-pdf-2", "poster.ua2", "wt1a", "8.2.5.28.2")
def _(pdf):
    del elements(pdf, "/Figure")[0].Alt


def metadata(pdf, xmp):
    """A metadata stream."""
    return pdf.make_stream(xmp, Type=Name.Metadata, Subtype=Name.XML)


def code_box(pdf):
    """A white box over the first figure."""
    left, bottom, right, top = map(float, elements(pdf, "/Figure")[0].A.BBox)
    return [([Name.Artifact], "BMC"), ([1, 1, 1], "rg"), ([left, bottom, right - left, top - bottom], "re"),
            ([], "f"), ([], "EMC")]


def first_font(pdf):
    """The font of body text."""
    return pdf.pages[0].Resources.Font["/F0"]


def plant(source, target, damage, name):
    """Writes a damaged copy."""
    if damage.__code__.co_varnames[0] == "data":
        target.write_bytes(damage(source.read_bytes()))
        return
    with pikepdf.open(source) as pdf:
        damage(pdf)
        pdf.save(target, deterministic_id=True, fix_metadata_version=False)


def verdicts(path, document, judge, briefing, by_vera):
    """What one validator says of one damaged file."""
    if judge in VERA:
        return [said for said in by_vera.get(path, []) if said.startswith(f"veraPDF {judge}")]
    return {
        "content": lambda: content.faults(path, document, briefing),
        "codes": lambda: looks.codes(path, briefing),
        "contrast": lambda: looks.contrast(path),
        "fonts": lambda: looks.fonts(path),
        "lint": lambda: judges.lint(path),
        "qpdf": lambda: judges.qpdf(path),
    }[judge]()


def main(folder):
    good = Path(folder) / "plain/sexting"
    failed = 0
    with TemporaryDirectory() as planted:
        paths = {}
        for name, document, _, _, damage in FAULTS:
            # The ending says which standards a file claims.
            paths[name] = Path(planted) / (name + Path(document).suffix + ".pdf")
            plant(good / f"{document}.pdf", paths[name], damage, name)
        by_vera = judges.verapdf([paths[name] for name, _, judge, _, _ in FAULTS if judge in VERA])
        for name, document, judge, words, _ in FAULTS:
            source = good / f"{document}.pdf"
            said = verdicts(paths[name], document, judge, briefing_of(source), by_vera)
            if not any(words in sentence for sentence in said):
                failed += 1
                print(f"planted {name}: {judge} should say {words!r}, and says {said}")
    print(f"{len(FAULTS) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(sys.argv[1])
