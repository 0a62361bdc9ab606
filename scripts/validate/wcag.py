"""What WCAG 2.2 asks of a PDF for the screen and a program can count: wcag.py FOLDER.

This is not veraPDF's machine profile of WCAG 2.2, which is in no registry that we reach, but a judge of our own. It looks at
facts: the colours that letters and areas are drawn in, the tree of tags, annotations, bookmarks, the catalogue. What
veraPDF, content.py and looks.py hold already it does not repeat, but for what is cheap to hold twice. At the end it
damages good files in one way each, and each must be refused.
"""

import re
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name, String

from looks import luminance

# 1.4.3: the contrast of letters, and of large ones: from 18 pt, or from 14 pt where they are bold.
CONTRAST, OF_LARGE = 4.5, 3.0
LARGE, LARGE_BOLD = 18, 14
# Rounding of a ratio.
SLACK = 0.02
TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")


def faults(path):
    """All that is wrong with one file, each with the success criterion that it breaks."""
    found = []
    with pikepdf.open(path) as pdf:
        for check in (catalogue, headings, figures, links, parts, bookmarks):
            found += check(pdf)
    return found + contrast(path)


def elements(pdf):
    """All structure elements in reading order."""
    def walk(kid):
        if isinstance(kid, Array):
            for one in kid:
                yield from walk(one)
        elif isinstance(kid, Dictionary) and "/S" in kid and kid.get("/Type") != Name.OBJR:
            yield kid
            yield from walk(kid.get("/K", Array()))
    return list(walk(pdf.Root.StructTreeRoot.K))


def catalogue(pdf):
    if not TAG.fullmatch(str(pdf.Root.get("/Lang", ""))):
        yield f"3.1.1: the language of the document is {str(pdf.Root.get('/Lang', ''))!r}"
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        if not (xmp.get("dc:title") or "").strip():
            yield "2.4.2: the document has no title"
    if pdf.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "2.4.2: the name of the file is shown in place of the title"


def headings(pdf):
    """One of the first level, at the beginning, and none that is more than one below the one before it."""
    levels = [int(str(elem.S)[2:]) for elem in elements(pdf) if re.fullmatch(r"/H[1-6]", str(elem.S))]
    if not levels:
        yield "2.4.6: no heading"
        return
    if levels[0] != 1 or levels.count(1) != 1:
        yield f"1.3.1: the levels of the headings are {levels}"
    for before, after in zip(levels, levels[1:]):
        if after > before + 1:
            yield f"1.3.1: a heading of level {after} below one of level {before}"


def figures(pdf):
    for elem in elements(pdf):
        if elem.S == Name.Figure and not str(elem.get("/Alt", "")).strip():
            yield "1.1.1: a picture without words"


def links(pdf):
    """Each has a name that says more than an address, and is met in the order of the tags."""
    for number, page in enumerate(pdf.pages, 1):
        annotations = page.get("/Annots", Array())
        if len(annotations) and page.get("/Tabs") != Name.S:
            yield f"2.4.3: page {number} is not gone through in the order of its tags"
        for annotation in annotations:
            name = str(annotation.get("/Contents", "")).strip()
            if not name or re.match(r"(https?|mailto|tel|sms):", name):
                yield f"2.4.4: a link on page {number} is called {name!r}"
            width = float(annotation.Rect[2]) - float(annotation.Rect[0])
            height = float(annotation.Rect[3]) - float(annotation.Rect[1])
            if min(width, height) < 1:
                yield f"2.4.4: a link on page {number} has no area"


def parts(pdf):
    for elem in elements(pdf):
        language = elem.get("/Lang")
        if language is not None and not TAG.fullmatch(str(language)):
            yield f"3.1.2: a part is in the language {str(language)!r}"


def bookmarks(pdf):
    """A document of several pages can be gone through by its bookmarks, as many as it has headings below the title."""
    with pdf.open_outline() as outline:
        def count(items):
            return sum(1 + count(item.children) for item in items)
        if len(pdf.pages) > 2 and count(outline.root) < 2:
            yield "2.4.5: several pages and no bookmarks"


def contrast(path):
    """Letters whose colour is too near to that of the topmost area below their middle."""
    found = []
    with pymupdf.open(path) as document:
        for number, page in enumerate(document, 1):
            areas = [area for area in page.get_drawings() if area["fill"] is not None]
            areas = [(area["seqno"], area["rect"], area["fill"], outlines(area)) for area in areas]
            pictures = [pymupdf.Rect(image["bbox"]) for image in page.get_image_info()]
            for span in page.get_texttrace():
                # Letters that are read and not seen.
                if span["type"] == 3:
                    continue
                for character, _, _, box in span["chars"]:
                    middle = pymupdf.Point((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
                    if chr(character).isspace() or any(middle in picture for picture in pictures):
                        continue
                    below = [fill for order, rect, fill, lines in areas
                             if order < span["seqno"] and middle in rect and inside(middle, lines)]
                    ground = below[-1] if below else (1, 1, 1)
                    ratio = of(span["color"], ground)
                    bold = re.search(r"bold|heavy|black", span["font"], re.I) is not None
                    large = span["size"] >= (LARGE_BOLD if bold else LARGE) - 0.05
                    if ratio < (OF_LARGE if large else CONTRAST) - SLACK:
                        found.append(f"1.4.3: {chr(character)!r} on page {number} has {ratio:.1f} : 1")
                        break
    return sorted(set(found))


def of(one, other):
    lights = sorted(luminance([part * 255 for part in colour]) for colour in (rgb(one), rgb(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def rgb(colour):
    return tuple(colour) * 3 if len(colour) == 1 else tuple(colour)[:3]


def outlines(area):
    """The straight pieces of a path, its curves in sixteen."""
    lines = []
    for kind, *points in area["items"]:
        if kind == "l":
            lines.append((points[0], points[1]))
        elif kind == "re":
            corners = points[0].quad
            lines += ring([corners.ul, corners.ur, corners.lr, corners.ll])
        elif kind == "qu":
            lines += ring([points[0].ul, points[0].ur, points[0].lr, points[0].ll])
        elif kind == "c":
            steps = [curve(points, step / 16) for step in range(17)]
            lines += list(zip(steps, steps[1:]))
    return lines


def ring(corners):
    return list(zip(corners, corners[1:] + corners[:1]))


def curve(points, part):
    rest = 1 - part
    weights = (rest ** 3, 3 * rest * rest * part, 3 * rest * part * part, part ** 3)
    return pymupdf.Point(sum(w * p.x for w, p in zip(weights, points)), sum(w * p.y for w, p in zip(weights, points)))


def inside(point, lines):
    """Whether a ray to the right crosses the outlines an odd number of times."""
    crossed = False
    for one, other in lines:
        if (one.y <= point.y) != (other.y <= point.y):
            at = one.x + (other.x - one.x) * (point.y - one.y) / (other.y - one.y)
            crossed ^= at > point.x
    return crossed


FAULTS = []


def fault(words):
    """Registers a way to damage a document, and words of what is to be said of it."""
    def register(damage):
        FAULTS.append((words, damage))
        return damage
    return register


@fault("3.1.1")
def _(pdf):
    pdf.Root.Lang = String("English")


@fault("2.4.2: the name of the file")
def _(pdf):
    del pdf.Root.ViewerPreferences


@fault("2.4.2: the document has no title")
def _(pdf):
    del pdf.docinfo.Title
    xmp = re.sub(rb"<dc:title>.*?</dc:title>", b"", pdf.Root.Metadata.read_bytes(), flags=re.S)
    pdf.Root.Metadata = pdf.make_stream(xmp, Type=Name.Metadata, Subtype=Name.XML)


@fault("1.3.1: a heading of level 4 below one of level")
def _(pdf):
    next(elem for elem in elements(pdf) if elem.S == Name.H2).S = Name.H4


@fault("1.3.1: the levels of the headings are")
def _(pdf):
    next(elem for elem in elements(pdf) if elem.S == Name.H2).S = Name.H1


@fault("1.1.1")
def _(pdf):
    next(elem for elem in elements(pdf) if elem.S == Name.Figure).Alt = String(" ")


@fault("2.4.4: a link on page")
def _(pdf):
    link = next(link for page in pdf.pages for link in page.get("/Annots", Array()))
    link.Contents = link.A.URI


@fault("2.4.3")
def _(pdf):
    for page in pdf.pages:
        if "/Annots" in page:
            del page.Tabs


@fault("3.1.2")
def _(pdf):
    next(elem for elem in elements(pdf) if elem.S == Name.P).Lang = String("Welsh!")


@fault("2.4.5")
def _(pdf):
    del pdf.Root.Outlines


@fault("1.4.3")
def _(pdf):
    # Letters in the grey of paper that was left in the sun.
    page = pdf.pages[1]
    content = [(operands, operator) for operands, operator in pikepdf.parse_content_stream(page)]
    last = max(at for at, (_, operator) in enumerate(content) if str(operator) == "TJ")
    content.insert(last, ([0.85, 0.85, 0.85], pikepdf.Operator("rg")))
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(content))


def planted(good):
    """What was damaged and not told."""
    with TemporaryDirectory() as folder:
        for number, (words, damage) in enumerate(FAULTS):
            bad = Path(folder) / f"{number}.pdf"
            with pikepdf.open(good) as pdf:
                damage(pdf)
                pdf.save(bad)
            said = faults(bad)
            if not any(words in sentence for sentence in said):
                yield f"planted {words}: {said}"


def main(folder):
    paths = sorted(path for path in Path(folder).rglob("*.pdf")
                   if ".print" not in path.name and ".test" not in path.name)
    good = next(path for path in paths if path.name.startswith("handout.") and ".ua2" not in path.name)
    with ProcessPoolExecutor(max_workers=2) as pool:
        judged = dict(zip(paths, pool.map(faults, paths)))
    for path, found in judged.items():
        for sentence in found:
            print(f"{path}: {sentence}")
    missed = list(planted(good))
    print(*missed, sep="\n", end="\n" if missed else "")
    failed = sum(1 for found in judged.values() if found) + len(missed)
    print(f"{len(paths) + len(FAULTS) - failed} passed, {failed} failed")
    sys.exit(1 if failed or not paths else 0)


if __name__ == "__main__":
    main(sys.argv[1])
