"""Proves that the judges of print files can fail: damages a copy of a good one in one way, and wants it refused.

planted_print.py FOLDER: the folder that scripts/examples makes. Each fault names the judge that is to find it and
words of what that judge is to say.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
from pikepdf import Array, Dictionary, Name

import press
import x4check

FAULTS = []

JUDGES = {
    "x4check": lambda path: [f"{code}: {message}" for code, message in x4check.check(path)],
    "inks": press.inks,
    "mono": lambda path: press.inks(path, mono=True),
    "letters": press.letters,
    "bleed": press.bleed,
}


def fault(name, document, judge, words):
    """Registers a way to damage a document, the judge that is to find it, and words of what it is to say."""
    def register(damage):
        FAULTS.append((name, document, judge, words, damage))
        return damage
    return register


def draw(pdf, before=b"", after=b""):
    """Puts operators around the first page's content."""
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(before + b"\n" + page.Contents.read_bytes() + b"\n" + after)


def replace(pdf, old, new):
    """Changes operators of the first page's content."""
    content = pdf.pages[0].Contents.read_bytes()
    assert old in content, f"{old!r} is not on the page"
    pdf.pages[0].Contents = pdf.make_stream(content.replace(old, new))


@fault("link-in-the-page", "poster", "x4check", "annotation inside")
def _(pdf):
    pdf.pages[0].Annots = Array([pdf.make_indirect(Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([100, 100, 200, 120]), F=4))])


@fault("screen-colour", "card", "x4check", "DeviceRGB operator rg")
def _(pdf):
    draw(pdf, after=b"1 0 0 rg 20 20 9 9 re f")


@fault("no-output-intent", "poster", "x4check", "0 GTS_PDFX output intents")
def _(pdf):
    del pdf.Root.OutputIntents


@fault("screen-profile", "poster", "x4check", "not prtr")
def _(pdf):
    profile = Path(__file__).parent.parent.parent / "icc/sRGB-small.icc"
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_stream(profile.read_bytes(), N=3)


@fault("claim-missing", "card", "x4check", "GTS_PDFXVersion is not PDF/X-4")
def _(pdf):
    xmp = pdf.Root.Metadata.read_bytes().replace(b'pdfxid:GTS_PDFXVersion="PDF/X-4"', b"")
    pdf.Root.Metadata = pdf.make_stream(xmp, Type=Name.Metadata, Subtype=Name.XML)


@fault("trim-outside-bleed", "card", "x4check", "outside BleedBox")
def _(pdf):
    pdf.pages[0].TrimBox = pdf.pages[0].MediaBox
    pdf.pages[0].BleedBox = Array([9, 9, 200, 150])


@fault("no-trim", "handout", "x4check", "exactly one of TrimBox/ArtBox")
def _(pdf):
    del pdf.pages[2].TrimBox


@fault("font-not-inside", "handout", "x4check", "not embedded")
def _(pdf):
    del pdf.pages[0].Resources.Font["/F0"].DescendantFonts[0].FontDescriptor.FontFile2


@fault("script", "poster", "x4check", "JavaScript")
def _(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.beep()"))


@fault("too-much-ink", "poster", "inks", "% ink")
def _(pdf):
    draw(pdf, after=b"1 1 1 .5 k 40 40 90 90 re f")


@fault("fifth-plate", "card", "inks", "plates ['Gold']")
def _(pdf):
    pdf.pages[0].Resources.ColorSpace = Dictionary(Gold=Array([
        Name.Separation, Name.Gold, Name.DeviceCMYK,
        Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([0, 0, 1, 0]), N=1)]))
    draw(pdf, after=b"/Gold cs 1 scn 40 40 30 30 re f")


@fault("colour-in-greys", "mono", "mono", "in a file for black alone")
def _(pdf):
    draw(pdf, after=b".2 0 0 0 k 40 40 30 30 re f")


@fault("white-holes-below-letters", "poster", "letters", "do not overprint")
def _(pdf):
    replace(pdf, b"/O1 gs", b"/O0 gs")


@fault("small-letters-in-four-inks", "card", "letters", "letters of 6.0 pt")
def _(pdf):
    draw(pdf, after=b"BT .9 .45 .4 .35 k /F0 6 Tf 40 40 Td [<00010002>] TJ ET")


@fault("line-too-thin", "poster", "letters", "a line of 0.1 pt")
def _(pdf):
    draw(pdf, after=b"q .1 w 40 40 m 90 40 l S Q")


@fault("art-stops-at-the-trim", "handout", "bleed", "art stops before the bleed")
def _(pdf):
    left, bottom, right, top = map(float, pdf.pages[0].TrimBox)
    draw(pdf, b"q %f %f %f %f re W n" % (left, bottom, right - left, top - bottom), b"Q")


def main(folder):
    failed = 0
    with TemporaryDirectory() as planted:
        for name, document, judge, words, damage in FAULTS:
            good = Path(folder) / ("mono/sexting/poster.mono.print.pdf" if document == "mono"
                                   else f"plain/sexting/{document}.print.pdf")
            bad = Path(planted) / f"{name}.print.pdf"
            with pikepdf.open(good) as pdf:
                damage(pdf)
                pdf.save(bad, deterministic_id=True)
            said = JUDGES[judge](bad)
            # The same judge must have nothing to say of the file as it was.
            if before := JUDGES[judge](good):
                said = [f"already of the good file: {before}"]
            if not any(words in sentence for sentence in said):
                failed += 1
                print(f"planted {name}: {judge} should say {words!r}, and says {said}")
    print(f"{len(FAULTS) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(sys.argv[1])
