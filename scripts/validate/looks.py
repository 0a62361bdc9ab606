"""What can be seen: takes a PDF, gives QR codes that read wrongly, faint text, and fonts that are not whole."""

import subprocess
from collections import Counter
from tempfile import TemporaryDirectory
from pathlib import Path

import numpy
import pymupdf


# How letters are painted, as PyMuPDF says it.
FILLED, OUTLINED = 16, 32


def codes(path, briefing):
    """The QR codes of all pages, as a camera would see them, against the briefing."""
    found = Counter()
    with TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-gray", "-r", "200", path, f"{folder}/page"], check=True)
        for page in sorted(Path(folder).iterdir()):
            # Exit status 4 says that the page holds no code.
            result = subprocess.run(["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", page],
                                    capture_output=True, text=True)
            if result.returncode not in (0, 4):
                return [f"zbarimg cannot read a page: {result.stderr.strip()}"]
            found.update(result.stdout.split())
    must = briefing.qr_codes()
    # Its contacts come first and last.
    must += must if path.name.startswith("large-print") else Counter()
    if found == must:
        return []
    return [f"the QR codes say {sorted(found.elements())}, not {sorted(must.elements())}"]


def fonts(path):
    """Every font is embedded, a subset, and says what its characters are."""
    table = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout.splitlines()
    # The columns from the right: …, emb, sub, uni, object number and generation.
    wrong = [line.split()[0] for line in table[2:] if line.split()[-5:-2] != ["yes"] * 3]
    if not table[2:]:
        return ["there is no font"]
    return [f"font {name} is not embedded, not a subset, or has no ToUnicode" for name in wrong]


def contrast(path):
    """Text against what is behind it, as WCAG 2 counts: 4.5, or 3 for large text."""
    found = []
    with pymupdf.open(path) as pdf:
        for page in pdf:
            picture = page.get_pixmap(dpi=144, alpha=False)
            red, green, blue = numpy.frombuffer(picture.samples, numpy.uint8).reshape(-1, 3).T.astype(numpy.uint32)
            # One number a colour counts much faster than three.
            pixels = (red << 16 | green << 8 | blue).reshape(picture.h, picture.w)
            for block in page.get_text("dict")["blocks"]:
                for span in (span for line in block.get("lines", []) for span in line["spans"]):
                    found += faint(page.number + 1, span, pixels)
    return found


def faint(page, span, pixels):
    """Whether the words of one style stand out; the most frequent colour around them is what is behind."""
    # The name of the contacts is read and not seen: nothing of its letters is filled or outlined.
    if not span["text"].strip() or not span["char_flags"] & (FILLED | OUTLINED):
        return []
    left, top, right, bottom = (int(length * 144 / 72) for length in span["bbox"])
    if span["bbox"][0] == span["bbox"][2]:
        # A letter that is joined over a slope, whose width MuPDF counts to its neighbour.
        return []
    area = pixels[max(top, 0):bottom, max(left, 0):right]
    if not area.size:
        return [f"page {page}: «{span['text'][:30]}» stands outside the page"]
    colours, counts = numpy.unique(area, return_counts=True)
    letters, behind = parts(span["color"]), parts(int(colours[counts.argmax()]))
    bold = span["flags"] & 16 or any(word in span["font"] for word in ("Bold", "Black", "Heavy"))
    large = span["size"] >= 18 or span["size"] >= 14 and bold
    low, high = sorted((luminance(letters), luminance(behind)))
    ratio, need = (high + 0.05) / (low + 0.05), 3 if large else 4.5
    if ratio >= need:
        return []
    return [f"page {page}: «{span['text'][:30]}» has contrast {ratio:.2f}, less than {need}: {letters} on {behind}"]


def parts(colour):
    """Red, green and blue of a colour in one number."""
    return tuple(colour >> shift & 255 for shift in (16, 8, 0))


def luminance(colour):
    """Relative luminance of WCAG 2."""
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (value / 255 for value in colour)]
    return sum(part * share for part, share in zip(linear, (0.2126, 0.7152, 0.0722)))
