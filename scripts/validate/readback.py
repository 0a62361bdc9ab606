"""Reads every file for the screen back with strangers' readers: what a person copies, searches and has read out.

readback.py FOLDER: below it …/LANGUAGE-OR-BRIEFING/{poster,handout,card,leaflet,large-print,8-up}.pdf, as scripts/examples makes them. Every
contact's number and address has to come back whole from poppler, PDFium (Chrome, Edge), pdf.js (Firefox), Ghostscript
and printpdf's parser, without exception; every other line too, down to a floor for what is known to be impossible.
Pages and their sizes have to be the same to printpdf and PDFium.
"""

import html
import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pypdfium2

from briefing import Briefing
from screen import briefing_of

HERE = Path(__file__).parent
# Built by scripts/test; it stands alone, for what it drags in is no part of briefpress.
PRINTPDF = HERE.parents[1] / "target/peers/printpdf/debug/printpdf-peer"

DOCUMENTS = ("poster", "handout", "card", "leaflet", "large-print", "8-up")

# Languages without spaces between words, and those that run from right to left.
UNSPACED = {"zh"}
FROM_RIGHT = {"ar", "ur"}

# Marks of direction, of what cannot be broken, and what PDFium gives for a hyphen at the end of a line.
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe]")

ADDRESS = re.compile(r"[/@]|www\.")

# The share of lines, in hundredths, that a reader gives back whole where it cannot give all, as measured.
FLOORS = {
    # Readers turn a line of Arabic round by rules of their own, and lose the place of stops and Latin words in it;
    # pdf.js puts a space into the ligature of lam and alef.
    ("ar", "poppler"): 78, ("ar", "pdfium"): 89, ("ar", "ghostscript"): 89, ("ar", "pdf.js"): 78,
    ("ur", "poppler"): 94, ("ur", "pdfium"): 89, ("ur", "ghostscript"): 94, ("ur", "pdf.js"): 89,
    # Signs that stand before the letter they are said after: what they mean stands beside them (ActualText), and
    # these two do not look there.
    ("bn", "ghostscript"): 0, ("bn", "pdf.js"): 0, ("pa", "ghostscript"): 15, ("pa", "pdf.js"): 25,
    # printpdf's parser looks at no ActualText and gives the letters of Arabic as they stand on the page.
    ("ar", "printpdf"): 0, ("ur", "printpdf"): 0, ("bn", "printpdf"): 0, ("pa", "printpdf"): 25,
    # Nastaliq sets the letters of a word on a slope, in parts that no reader puts together again: its lines cannot be
    # copied (2 of 19 by poppler, none by the others). Numbers and addresses can, and have to.
    ("nastaliq", "poppler"): 0, ("nastaliq", "pdfium"): 0, ("nastaliq", "ghostscript"): 0, ("nastaliq", "pdf.js"): 0,
    ("nastaliq", "printpdf"): 0,
    # A word of 18 letters is wider than a line of a slide.
    ("pl", "poppler"): 94, ("pl", "pdfium"): 94, ("pl", "ghostscript"): 94, ("pl", "pdf.js"): 94,
}


def poppler(path):
    """What `pdftotext` says, by its idea of columns and in the order of painting: a line is whole in either."""
    ways = ([], ["-raw"])
    said = [subprocess.run(["pdftotext", *way, path, "-"], capture_output=True, text=True, check=True).stdout for way in ways]
    return "\n".join(said)


def pdfium(path):
    """What a person copies in Chrome or Edge."""
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def ghostscript(path):
    """What Ghostscript takes the letters for, in the order of painting: its own idea of lines mixes columns."""
    command = ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=txtwrite", "-dTextFormat=0", "-o", "-", path]
    said = subprocess.run(command, capture_output=True, text=True, check=True, errors="replace").stdout
    lines, baseline = [], None
    for span in re.findall(r"<span bbox=\"\S+ (\S+) [^>]*>(.*?)</span>", said, re.S):
        text = "".join(html.unescape(c) for c in re.findall(r'<char [^>]* c="(.*?)"/>', span[1]))
        lines.append(text if span[0] == baseline else "\n" + text)
        baseline = span[0]
    return "".join(lines)


def pdfjs(paths):
    """What Firefox says, by path."""
    said = subprocess.run(["node", HERE / "pdfjs.mjs", *paths], capture_output=True, text=True, check=True).stdout
    return {Path(one["path"]): one["text"] for one in map(json.loads, said.splitlines())}


def printpdf(paths):
    """What the parser of a Rust crate reads, by path: the words, and the sizes of the pages in points."""
    said = subprocess.run([PRINTPDF, "--read", *paths], capture_output=True, text=True, check=True).stdout
    read = {Path(one["path"]): one["pages"] for one in map(json.loads, said.splitlines())}
    return {
        path: ("\n".join(page["words"] for page in pages), [page["size"] for page in pages])
        for path, pages in read.items()
    }


def sizes(path):
    """Width and height of each page in points, as PDFium takes them."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [list(page.get_size()) for page in pdf]


def differ(some, others):
    """Whether two lists of sizes are not of the same pages."""
    flat = lambda list_: [number for size in list_ for number in size]
    return len(some) != len(others) or any(abs(a - b) > 0.01 for a, b in zip(flat(some), flat(others)))


def tight(text):
    """Characters alone."""
    return "".join(UNSEEN.sub("", unicodedata.normalize("NFKC", text)).split())


def spaced(text, unspaced):
    """Words with one space between them. A hyphen that ends a line is lost in some readers, so none is compared."""
    text = UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    text = re.sub(r"[-\u2010]\s*", "", text)
    return "".join(text.split()) if unspaced else " ".join(text.split())


def lines_of(document, briefing):
    """The lines of a document whose words have to come back."""
    if document == "card":
        return [briefing.card_front, *briefing.card_lines]
    return [briefing.title] + [line for heading, body in briefing.sections for line in [heading, *body.lines]]


def values_of(document, briefing):
    """The numbers and addresses."""
    keys = ("phone", "email") if document == "card" else ("phone", "email", "url")
    shown = {key: [] for key in keys}
    for contact in briefing.contacts:
        seen = briefing.values({key: contact[key] for key in keys if contact.get(key)})
        shown[keys[0]] += seen
    return shown[keys[0]]


def faults(name, text, document, briefing):
    """What a reader does not give back: sentences about values, and the lines that are not whole."""
    language = briefing.language.split("-")[0]
    characters = tight(text)
    lost = [f"{name}: «{value}» is not read back" for value in values_of(document, briefing)
            if tight(value) not in characters]
    words = spaced(text, language in UNSPACED)
    if name == "ghostscript" and language in FROM_RIGHT:
        # It gives the letters as they stand, from left to right.
        whole = lambda line: all(word in words or word[::-1] in words for word in spaced(line, False).split())
    elif name == "printpdf":
        # It puts no space where a strong word begins, and has no idea of lines; its letters are what can be asked for.
        whole = lambda line: tight(line) in characters
    else:
        # An address may go on in the next line.
        solid = spaced(text, True)
        whole = lambda line: spaced(line, language in UNSPACED) in words or ADDRESS.search(line) and spaced(line, True) in solid
    return lost, [line for line in lines_of(document, briefing) if not whole(line)]


def judge(path, document, briefing, texts):
    """All that is wrong with one file."""
    found = []
    for name, text in texts.items():
        lost, broken = faults(name, text, document, briefing)
        found += lost
        count = len(lines_of(document, briefing))
        whole = 100 * (count - len(broken)) // count
        # A folder of this name holds what was set in that style of letters.
        kind = "nastaliq" if path.parent.parent.name == "nastaliq" else briefing.language.split("-")[0]
        if whole < FLOORS.get((kind, name), 100):
            found.append(f"{name} gives back {count - len(broken)} of {count} lines; not «{broken[0]}»")
    return found


def main(folders):
    paths = sorted(path for folder in folders for path in Path(folder).rglob("*.pdf") if path.stem in DOCUMENTS)
    firefox, rust = pdfjs(paths), printpdf(paths)
    failed = 0
    for path in paths:
        texts = {"poppler": poppler(path), "pdfium": pdfium(path), "ghostscript": ghostscript(path),
                 "pdf.js": firefox[path], "printpdf": rust[path][0]}
        found = judge(path, path.stem, briefing_of(path), texts)
        if differ(rust[path][1], sizes(path)):
            found.append(f"printpdf takes the pages to be {rust[path][1]}")
        failed += bool(found)
        for fault in found:
            print(f"{path}: {fault}")
    print(f"{len(paths) - failed} passed, {failed} failed")
    sys.exit(1 if failed or not paths else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
