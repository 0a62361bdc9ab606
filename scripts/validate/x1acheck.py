"""What PDF/X-1a:2003 (ISO 15930-4) asks of a file and PDF/X-4 does not, or asks otherwise: takes a file, gives
(rule, sentence) of what is wrong with it.

No free program judges PDF/X-1a, so this is our own reading of the standard, the one judge of it: it goes over every
object of the file, not only over those that pages lead to. What both standards ask is left to x4check.
"""

import re
import sys
from decimal import Decimal

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

import x4check

# What x4check says for PDF/X-4 alone.
ONLY_X4 = {"version", "pdfxid", "xmp"}
SPACES = {"/DeviceCMYK", "/DeviceGray", "/Separation", "/DeviceN", "/Indexed", "/Pattern"}
# Keys that came with PDF 1.5 or later, and what each is.
LATE = {"/OCProperties": "layers", "/OC": "layers", "/StructParents": "tags", "/PrintScaling": "a printer's scale",
        "/Duplex": "a printer's sides", "/Requirements": "requirements", "/Collection": "a collection", "/AF": "files"}
# Operators of PDF 1.4; no later version has more, and what is none of these is not PDF.
OPERATORS = set("b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n"
                " q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"".split())


def check(path):
    with pikepdf.open(path) as pdf:
        found = [fault for fault in x4check.check(path) if fault[0] not in ONLY_X4]
        found += [("file", sentence) for sentence in whole(path, pdf)]
        found += [("identity", sentence) for sentence in identity(pdf)]
        for thing in pdf.objects:
            found += [("object", sentence) for sentence in within(thing)]
        for content, resources, where in contents(pdf):
            found += [("operator", f"{where}: {sentence}") for sentence in drawn(content, resources)]
    return sorted(set(found))


def whole(path, pdf):
    """The file itself."""
    with open(path, "rb") as file:
        raw = file.read()
    if not re.match(rb"%PDF-1\.[34]\s", raw):
        yield f"the header says {raw[:8].decode('latin-1')}, not PDF 1.4 or 1.3"
    if "/ID" not in pdf.trailer:
        yield "no identifier"
    if "/XRefStm" in pdf.trailer or pdf.trailer.get("/Type") == Name.XRef:
        yield "a cross-reference stream, of PDF 1.5"
    for thing in pdf.objects:
        if isinstance(thing, Stream) and thing.get("/Type") in (Name.ObjStm, Name.XRef):
            yield f"{thing.Type} of PDF 1.5"
    intents = pdf.Root.get("/OutputIntents", Array())
    for intent in (intent for intent in intents if intent.get("/S") == Name.GTS_PDFX):
        if not str(intent.get("/Info", "")) and not str(intent.get("/OutputCondition", "")):
            yield "the output intent does not say in words what it is"
        if not str(intent.get("/RegistryName", "")) and "/DestOutputProfile" not in intent:
            yield "the output intent has neither a registry nor a profile"
        profile = intent.get("/DestOutputProfile")
        if profile is not None:
            head = profile.read_bytes()[:20]
            if head[8] > 2:
                yield f"an ICC profile of version {head[8]}, and PDF 1.4 knows 2"
            if head[16:20] != b"CMYK":
                yield f"an ICC profile for {head[16:20].decode()}, and a press has CMYK"


def identity(pdf):
    """What a file says of itself: the Info dictionary counts, the XMP packet must not say otherwise."""
    info = pdf.docinfo if "/Info" in pdf.trailer else Dictionary()
    if str(info.get("/GTS_PDFXVersion", "")) != "PDF/X-1a:2003":
        yield f"GTS_PDFXVersion is {info.get('/GTS_PDFXVersion')}"
    if "/GTS_PDFXConformance" in info:
        yield "GTS_PDFXConformance belongs to PDF/X-1a:2001"
    for key in ("/Title", "/CreationDate", "/ModDate"):
        if not str(info.get(key, "")).strip():
            yield f"no {key[1:]} in the Info dictionary"
    if info.get("/Trapped") not in (Name("/True"), Name("/False")):
        yield f"Trapped is {info.get('/Trapped')}"
    if "/Metadata" not in pdf.Root:
        return
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        pairs = {"/Title": "dc:title", "/Producer": "pdf:Producer", "/Creator": "xmp:CreatorTool",
                 "/Subject": "dc:description", "/GTS_PDFXVersion": "pdfx:GTS_PDFXVersion"}
        for key, name in pairs.items():
            if str(info.get(key, "")) != str(xmp.get(name, "")):
                yield f"{key[1:]} is {info.get(key)!s:.40}, and {name} is {xmp.get(name)!s:.40}"
        if str(info.get("/Trapped", "")).lstrip("/") != xmp.get("pdf:Trapped", ""):
            yield "Trapped is not the same in the XMP packet"
        for key, name in (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate")):
            digits = [re.sub(r"\D", "", text)[:14] for text in (str(info.get(key, "")), xmp.get(name, ""))]
            if digits[0] != digits[1]:
                yield f"{key[1:]} is not {name}"


def within(thing):
    """One object, whatever leads to it."""
    if isinstance(thing, Array):
        yield from space(thing)
        for one in thing:
            yield from nested(one)
    if not isinstance(thing, (Dictionary, Stream)):
        return
    if thing.get("/SMask", Name("/None")) != Name("/None"):
        yield "a soft mask"
    if isinstance(thing.get("/Group"), Dictionary) and thing.Group.get("/S") == Name.Transparency:
        yield "a transparency group"
    for key in ("/CA", "/ca"):
        if key in thing and isinstance(thing[key], (int, float, Decimal)) and thing[key] != 1:
            yield f"an opacity, {key} {thing[key]}"
    if "/BM" in thing and thing.BM not in (Name.Normal, Name.Compatible):
        yield f"a blend mode, {thing.BM}"
    for key, what in LATE.items():
        if key in thing:
            yield f"{what} ({key}), which PDF 1.4 for a press has not"
    if thing.get("/Type") == Name.Annot and thing.get("/Subtype") not in (Name.TrapNet, Name.PrinterMark):
        yield f"an annotation, {thing.get('/Subtype')}"
    if thing.get("/S") in (Name.URI, Name.GoTo, Name.Launch, Name.JavaScript, Name.Named, Name.GoToR):
        yield f"an action, {thing.S}"
    if thing.get("/Subtype") == Name.Image:
        if thing.get("/ImageMask", False) is not True:
            yield from space(thing.get("/ColorSpace"))
        if thing.get("/BitsPerComponent", 1) > 8:
            yield "a picture of 16 bits, of PDF 1.5"
    filters = thing.get("/Filter", Array()) if isinstance(thing, Stream) else Array()
    for name in filters if isinstance(filters, Array) else [filters]:
        if name in (Name.LZWDecode, Name.JPXDecode, Name.Crypt, Name.JBIG2Decode):
            yield f"the filter {name}"
    if thing.get("/Subtype") == Name.OpenType:
        yield "a font program as OpenType, of PDF 1.6"
    for key in thing.keys():
        if key == "/ColorSpace" and isinstance(thing[key], Dictionary):
            for name, one in thing[key].items():
                if name.startswith("/Default"):
                    yield f"a colour space by default, {name}"
                yield from space(one)
        else:
            yield from nested(thing[key])


def nested(value):
    """Dictionaries and arrays that are no objects of their own, and so are in no list of objects."""
    if isinstance(value, (Dictionary, Array)) and not value.is_indirect:
        yield from within(value)


def space(value):
    """Colour spaces that say a colour by light or by its look, and not in inks."""
    if isinstance(value, Name) and str(value) in ("/DeviceRGB", "/CalRGB", "/CalGray", "/Lab", "/ICCBased"):
        yield f"the colour space {value}"
    if isinstance(value, Array) and len(value) > 1 and isinstance(value[0], Name):
        family = str(value[0])
        if family in ("/ICCBased", "/Lab", "/CalRGB", "/CalGray"):
            yield f"the colour space {family}"
        if family in ("/Separation", "/DeviceN", "/Indexed"):
            alternate = value[1] if family == "/Indexed" else value[2]
            yield from space(alternate)


def contents(pdf):
    """Every content stream with its resources."""
    for number, page in enumerate(pdf.pages, 1):
        yield page, page.get("/Resources", Dictionary()), f"page {number}"
    for thing in pdf.objects:
        if isinstance(thing, Stream) and thing.get("/Subtype") == Name.Form:
            yield thing, thing.get("/Resources", Dictionary()), f"form {thing.objgen[0]}"


def drawn(content, resources):
    spaces = resources.get("/ColorSpace", Dictionary())
    for operands, operator in pikepdf.parse_content_stream(content):
        operator = str(operator)
        if operator == "INLINE IMAGE":
            continue
        if operator not in OPERATORS:
            yield f"{operator} is no operator of PDF 1.4"
        if operator in ("rg", "RG"):
            yield f"colours of light, {operator}"
        if operator in ("cs", "CS"):
            name = str(operands[0])
            if name not in SPACES:
                yield from ([f"the colour space {name} is nowhere"] if name not in spaces else space(spaces[name]))


if __name__ == "__main__":
    failed = 0
    for path in sys.argv[1:]:
        found = check(path)
        failed |= bool(found)
        print("FAIL" if found else "PASS", "X-1a", path)
        for rule, sentence in found[:9]:
            print("   ", rule, sentence)
    sys.exit(failed)
