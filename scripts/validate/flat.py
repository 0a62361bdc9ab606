"""A flat press file beside the one that may be transparent: takes a file of PDF/X-1a, gives where strangers draw it
otherwise than the PDF/X-4 file of the same pages.

Ghostscript makes the plates of both, poppler and PDFium draw both. Logos are mixed with their ground in one and left to
be mixed in the other, so their edges may differ by a rounding; nothing else may.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy
import pypdfium2
from PIL import Image

import press

DPI, FINER = 72, 3
# By how many steps of 255 a pixel may differ, and which part of the pixels of a page may differ by more. Ghostscript
# puts letters a part of a pixel elsewhere where a page is transparent, so its plates are made finer and averaged.
LIMITS = {"plates": (30, 0.003), "poppler": (10, 0.0), "pdfium": (10, 0.0)}


def twin(path):
    """The file of the same pages by PDF/X-4."""
    return path.with_name(path.name.replace(".x1a.", "."))


def differences(path):
    """What is drawn otherwise; nothing where there is no other file."""
    other = twin(path)
    if not other.exists():
        return []
    found = []
    for name, draw in (("Ghostscript's plates", plates), ("poppler", poppler), ("PDFium", pdfium)):
        steps, most = LIMITS[draw.__name__]
        ours, theirs = draw(path), draw(other)
        if len(ours) != len(theirs):
            found.append(f"{name}: {len(ours)} pages, and {len(theirs)} by PDF/X-4")
        for number, (one, two) in enumerate(zip(ours, theirs), 1):
            off = far(one, two, steps)
            if off > most:
                found.append(f"{name}: {off:.2%} of page {number} is not as by PDF/X-4")
    return found


def far(one, two, steps):
    """The part of the pixels that differ by more than a little."""
    if one.shape != two.shape:
        return 1.0
    return float((numpy.abs(one.astype(int) - two.astype(int)).max(axis=2) > steps).mean())


def plates(path):
    pages = []
    for page in press.plates(path, DPI * FINER):
        page = numpy.stack([page[ink] * 255 for ink in sorted(press.PROCESS)], axis=2)
        rows, columns = (length // FINER * FINER for length in page.shape[:2])
        shape = (rows // FINER, FINER, columns // FINER, FINER, 4)
        pages.append(page[:rows, :columns].reshape(shape).mean(axis=(1, 3)))
    return pages


def poppler(path):
    with TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(DPI), "-png", str(path), f"{folder}/page"], check=True)
        return [numpy.asarray(Image.open(file).convert("RGB")) for file in sorted(Path(folder).glob("page*.png"))]


def pdfium(path):
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.render(scale=DPI / 72).to_numpy()[:, :, :3] for page in pdf]


if __name__ == "__main__":
    for path in map(Path, sys.argv[1:]):
        for sentence in differences(path):
            print(path, sentence)
