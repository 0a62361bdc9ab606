"""Pages as pictures: takes the examples, gives those that no longer look as they did when a person last looked.

pictures.py FOLDER compares small pictures of every page with tests/ref/*.png. BLESS=1 puts the new ones in their place.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy
from PIL import Image

REF = Path(__file__).resolve().parent.parent.parent / "tests/ref"
WANTED = [f"plain/{briefing}/{document}.pdf" for briefing in ("sexting", "private-fostering")
          for document in ("poster", "handout", "card", "leaflet", "large-print", "8-up")]
WANTED += ["layouts/poster-wheel/sexting/poster.pdf", "layouts/poster-a3-landscape/sexting/poster.pdf",
           "boards/northmere/sexting/poster.pdf"]
# The longer side, in pixels: enough to see that a line has moved.
SIDE = 240
# How far a channel may be off, and what share of pixels may be further off: rasters of two versions of poppler
# differ at the edges of letters, and nowhere else.
STEP, SHARE = 64, 0.003


def drawn(path):
    """Small pictures of all pages of a file."""
    with TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-scale-to", str(SIDE), "-png", path, f"{folder}/page"], check=True)
        return [Image.open(page).convert("RGB").copy() for page in sorted(Path(folder).iterdir())]


def difference(one, other):
    """What is wrong between two pictures, if anything."""
    if one.size != other.size:
        return f"is {other.size[0]} × {other.size[1]} pixels, and was {one.size[0]} × {one.size[1]}"
    a, b = (numpy.asarray(picture.convert("RGB"), numpy.int16) for picture in (one, other))
    share = (abs(a - b).max(axis=2) > STEP).mean()
    return f"{share:.1%} of it looks different" if share > SHARE else None


def blind(picture):
    """Whether the comparison would miss a page that moved by two pixels, or a line that vanished."""
    moved = Image.new("RGB", picture.size, picture.getpixel((0, 0)))
    moved.paste(picture, (2, 2))
    struck = picture.copy()
    pixels = numpy.asarray(picture.convert("L"), numpy.int16)
    # The rows with the most edges: a line of text.
    edges = abs(numpy.diff(pixels, axis=1)).sum(axis=1)
    row = int(numpy.convolve(edges, numpy.ones(8), "same").argmax())
    struck.paste(picture.getpixel((1, row)), (0, max(row - 4, 0), picture.width, row + 4))
    return [name for name, other in (("moved", moved), ("struck", struck)) if difference(picture, other) is None]


def main(folder):
    bless, passed, failed = bool(os.environ.get("BLESS")), 0, 0
    for name in WANTED:
        pictures = drawn(Path(folder) / name)
        stem = name.removesuffix(".pdf").replace("plain/", "").replace("layouts/", "").replace("/", "-")
        for number, picture in enumerate(pictures, 1):
            golden = REF / (f"{stem}-{number}.png" if len(pictures) > 1 else f"{stem}.png")
            said = difference(Image.open(golden), picture) if golden.exists() else "has no picture to compare with"
            if said and bless:
                picture.quantize(192, dither=Image.Dither.NONE).save(golden, optimize=True)
                said = difference(Image.open(golden), picture)
            said = said or "".join(f"the comparison is blind: {kind}" for kind in blind(picture))
            passed, failed = passed + (not said), failed + bool(said)
            if said:
                print(f"{golden.name}: {said}; scripts/bless keeps the new picture")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(sys.argv[1])
