"""Previews: takes folders of PDFs with the pictures that `--png 240` put beside them, gives pages that differ.

    previews.py FOLDER …

The program draws its pictures itself, from the page and not from the PDF; MuPDF draws the PDF. Both are averaged from
240 dots to the inch down to 60, so that what is compared is what stands on the page and not how a rasteriser smooths
the edge of a letter. The last line counts.
"""

import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy
import pymupdf
from numpy.lib.stride_tricks import sliding_window_view
from PIL import Image

FINE, COARSE = 240, 60
# A pixel differs where a channel is off by more than an eighth of its range; so may one pixel of a hundred.
STEP, SHARE = 32, 0.01
# And of every square of so many pixels this share: a line that is missing is little of a page, and much of a square.
# Squares begin at every half of their side: a small line that stands across two of a grid would be little of both.
SQUARE, LOCAL = 12, 0.25


def averaged(picture):
    """A picture with so many fewer pixels, each the average of those in its place."""
    k = FINE // COARSE
    h, w = (length // k for length in picture.shape[:2])
    return picture[:h * k, :w * k].astype(numpy.float32).reshape(h, k, w, k, 3).mean(axis=(1, 3))


def drawn(page, width, height):
    """A page of a PDF as MuPDF draws it in so many pixels, which need not be square to a hair."""
    pixels = page.get_pixmap(matrix=pymupdf.Matrix(width / page.rect.width, height / page.rect.height), alpha=False)
    return averaged(numpy.frombuffer(pixels.samples, numpy.uint8).reshape(pixels.h, pixels.w, 3))


def difference(one, other):
    """The share of pixels that differ, in all and in the square where it is largest."""
    h, w = (min(one.shape[axis], other.shape[axis]) for axis in (0, 1))
    if max(abs(one.shape[axis] - other.shape[axis]) for axis in (0, 1)) > 1:
        return 1.0, 1.0
    differs = abs(one[:h, :w] - other[:h, :w]).max(axis=2) > STEP
    squares = sliding_window_view(differs, (SQUARE, SQUARE))[::SQUARE // 2, ::SQUARE // 2].mean(axis=(2, 3))
    return float(differs.mean()), float(squares.max())


def is_right(shares):
    """Whether so much may differ."""
    return shares[0] <= SHARE and shares[1] <= LOCAL


def pictures(pdf):
    """The pictures of a PDF's pages, in order: poster.png, or handout-1.png to handout-7.png."""
    name, *varied = pdf.stem.split(".")
    rest = ".".join(["", *varied, "png"])
    one = pdf.with_name(f"{name}{rest}")
    many = [pdf.with_name(f"{name}-{number}{rest}") for number in range(1, 100)]
    return [one] if one.exists() else [path for path in many if path.exists()]


def judged(pdf):
    """For each page of a PDF with pictures: the picture, the share that differs, and whether a fault would be seen."""
    found = []
    for path, page in zip(pictures(pdf), pymupdf.open(pdf), strict=True):
        picture = Image.open(path).convert("RGB")
        own, page = averaged(numpy.asarray(picture)), drawn(page, *picture.size)
        moved = numpy.roll(own, (1, 1), axis=(0, 1))
        struck = own.copy()
        # The row with most edges of letters, and those around it: a line of text. The edges of a code are as many,
        # and stand together, so what counts is how much of the width has some.
        edges = abs(numpy.diff(own, axis=1)).max(axis=2) > STEP
        width = edges.shape[1] // SQUARE * SQUARE
        row = int(edges[:, :width].reshape(len(edges), -1, SQUARE).any(axis=2).sum(axis=1).argmax())
        struck[max(row - 5, 0):row + 6] = own[row, 1]
        blind = [name for name, fault in (("moved", moved), ("struck", struck)) if is_right(difference(fault, page))]
        found.append((str(path), difference(own, page), blind))
    return found


def main(folders):
    pdfs = [pdf for folder in folders for pdf in sorted(Path(folder).rglob("*.pdf")) if pictures(pdf)]
    passed = failed = 0
    worst = (0.0, 0.0)
    with ProcessPoolExecutor() as pool:
        for pages in pool.map(judged, pdfs):
            for path, shares, blind in pages:
                worst = tuple(max(pair) for pair in zip(worst, shares))
                right = is_right(shares) and not blind
                passed, failed = passed + right, failed + (not right)
                if not is_right(shares):
                    print(f"{path}: {shares[0]:.2%} of it differs from the PDF, and {shares[1]:.0%} of one square")
                if blind:
                    print(f"{path}: the comparison is blind: {', '.join(blind)}")
    if not pdfs:
        print("there is no picture beside any PDF")
        failed += 1
    print(f"at most {worst[0]:.2%} of a picture differs from its PDF, and {worst[1]:.0%} of a square")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
