"""Proves that the judges of print files can fail: damages a copy of a good one in one way, and wants it refused.

planted_print.py FOLDER: the folder that scripts/examples makes. Each fault names the judge that is to find it and
words of what that judge is to say.
"""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
from pikepdf import Array, Dictionary, Name

import flat
import press
import x1acheck
import x4check

FAULTS = []

# Files that stand elsewhere than the others, or are called otherwise.
NAMED = {"mono": "mono/sexting/poster.mono.print.pdf", "logo": "boards/ashford-vale/sexting/poster.x1a.print.pdf"}

JUDGES = {
    "x4check": lambda path: [f"{code}: {message}" for code, message in x4check.check(path)],
    "x1acheck": lambda path: [f"{code}: {message}" for code, message in x1acheck.check(path)],
    "flat": flat.differences,
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


@fault("screen-colour-in-x1a", "card.x1a", "x1acheck", "colours of light, rg")
def _(pdf):
    draw(pdf, after=b"1 0 0 rg 20 20 9 9 re f")


@fault("screen-picture", "logo", "x1acheck", "the colour space /DeviceRGB")
def _(pdf):
    picture(pdf).ColorSpace = Name.DeviceRGB


@fault("calibrated-picture", "logo", "x1acheck", "the colour space /ICCBased")
def _(pdf):
    profile = pdf.make_stream(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes(), N=4)
    picture(pdf).ColorSpace = Array([Name.ICCBased, profile])


@fault("colour-by-its-look", "poster.x1a", "x1acheck", "the colour space /Lab")
def _(pdf):
    pdf.pages[0].Resources.ColorSpace = Dictionary(Look=Array([
        Name.Lab, Dictionary(WhitePoint=Array([0.9642, 1, 0.8249]))]))
    draw(pdf, after=b"/Look cs 50 20 20 scn 40 40 9 9 re f")


@fault("soft-mask", "logo", "x1acheck", "a soft mask")
def _(pdf):
    logo = picture(pdf)
    logo.SMask = pdf.make_stream(bytes([128]), Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1,
                                 ColorSpace=Name.DeviceGray, BitsPerComponent=8)


@fault("transparency-group", "poster.x1a", "x1acheck", "a transparency group")
def _(pdf):
    pdf.pages[0].Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)


@fault("half-opaque", "handout.x1a", "x1acheck", "an opacity, /ca 0.5")
def _(pdf):
    pdf.pages[3].Resources.ExtGState["/O0"].ca = 0.5


@fault("blend-mode", "card.x1a", "x1acheck", "a blend mode, /Multiply")
def _(pdf):
    pdf.pages[0].Resources.ExtGState["/O1"].BM = Name.Multiply


@fault("claims-the-older-standard", "card.x1a", "x1acheck", "GTS_PDFXVersion is PDF/X-1:2001")
def _(pdf):
    pdf.docinfo.GTS_PDFXVersion = pikepdf.String("PDF/X-1:2001")


@fault("conformance-of-2001", "card.x1a", "x1acheck", "GTS_PDFXConformance belongs")
def _(pdf):
    pdf.docinfo.GTS_PDFXConformance = pikepdf.String("PDF/X-1a:2003")


@fault("trapped-unknown", "card.x1a", "x1acheck", "Trapped is /Unknown")
def _(pdf):
    pdf.docinfo.Trapped = Name.Unknown


@fault("no-title", "card.x1a", "x1acheck", "no Title in the Info dictionary")
def _(pdf):
    del pdf.docinfo.Title


@fault("other-title-in-the-packet", "card.x1a", "x1acheck", "Title is")
def _(pdf):
    xmp = pdf.Root.Metadata.read_bytes().replace(b"Sexting", b"Knitting")
    pdf.Root.Metadata = pdf.make_stream(xmp, Type=Name.Metadata, Subtype=Name.XML)


@fault("layers", "poster.x1a", "x1acheck", "layers (/OCProperties)")
def _(pdf):
    pdf.Root.OCProperties = Dictionary(OCGs=Array(), D=Dictionary())


@fault("link-in-the-margin", "poster.x1a", "x1acheck", "an action, /URI")
def _(pdf):
    pdf.pages[0].Annots = Array([pdf.make_indirect(Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 1, 1]), F=4,
        A=Dictionary(S=Name.URI, URI=pikepdf.String("https://example.org"))))])


@fault("profile-of-version-4", "card.x1a", "x1acheck", "an ICC profile of version 4")
def _(pdf):
    profile = bytearray(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes())
    profile[8] = 4
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_stream(bytes(profile), N=4)


@fault("jpeg-2000", "logo", "x1acheck", "the filter /JPXDecode")
def _(pdf):
    picture(pdf).write(picture(pdf).read_raw_bytes(), filter=Name.JPXDecode)


@fault("an-area-moved", "poster.x1a", "flat", "of page 1 is not as by PDF/X-4")
def _(pdf):
    draw(pdf, after=b"0 .3 0 0 k 40 40 30 30 re f")


@fault("a-logo-on-the-wrong-ground", "logo", "flat", "of page 1 is not as by PDF/X-4")
def _(pdf):
    logo = picture(pdf)
    inks = bytearray(logo.read_bytes())
    inks[:len(inks) // 4] = bytes(len(inks) // 4)
    logo.write(bytes(inks))


def picture(pdf):
    """The first picture of a file."""
    return next(thing for thing in pdf.objects
                if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == Name.Image)


def main(folder):
    failed = 0
    with TemporaryDirectory() as planted:
        for name, document, judge, words, damage in FAULTS:
            good = Path(folder) / NAMED.get(document, f"plain/sexting/{document}.print.pdf")
            # Beside it stands the file that it is to look like.
            bad = Path(planted) / name / good.name
            bad.parent.mkdir()
            if judge == "flat":
                shutil.copy(flat.twin(good), bad.parent)
            with pikepdf.open(good) as pdf:
                damage(pdf)
                pdf.save(bad, deterministic_id=True, force_version=pdf.pdf_version)
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
