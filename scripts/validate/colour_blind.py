"""Colour blindness: takes the program, gives the example in every look as people see it who do not tell red from green
or blue from yellow.

    colour_blind.py PROGRAM FOLDER

FOLDER/colour-blind.png shows each look in a row: as it is, then without red, green and blue cones (Machado, Oliveira
and Fernandes 2009, severity 1). Letters must read for everybody: two colours of a page that are 4.5 : 1 for usual eyes
must not fall below 4 : 1 for others. The last line counts pairs; the picture is for a person to look at.
"""

import subprocess
import sys
from itertools import combinations
from pathlib import Path

import numpy
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent.parent
LOOKS = sorted(poster.parent.name for poster in ROOT.glob("layouts/*/poster.yaml"))
TEXT = ROOT / "content/sexting.yaml"
DOTS, GAP = 200, 12
KINDS = {
    "no red": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "no green": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "no blue": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
# What covers less of a page is no colour of an area or of letters; what reads, and what it may fall to.
SHARE, READS, LEAST = 0.0005, 4.5, 4.0


def linear(colours):
    """Light of sRGB values from 0 to 255."""
    part = numpy.asarray(colours, dtype=float) / 255
    return numpy.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


def seen(colours, kind):
    """sRGB values from 0 to 255 as they are seen without some cones."""
    light = numpy.clip(linear(colours) @ numpy.array(KINDS[kind]).T, 0, 1)
    part = numpy.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return numpy.rint(part * 255).astype(numpy.uint8)


def contrast(one, other):
    """Contrast of two colours by WCAG."""
    bright, dark = sorted((float(linear(colour) @ (0.2126, 0.7152, 0.0722)) for colour in (one, other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def palette(pixels):
    """The colours that areas and letters of a page have: an edge, which mixes two, is one dot wide."""
    red, green, blue = numpy.moveaxis(pixels.astype(numpy.uint32), 2, 0)
    dots = red << 16 | green << 8 | blue
    corner = dots[:-1, :-1]
    solid = (corner == dots[1:, :-1]) & (corner == dots[:-1, 1:]) & (corner == dots[1:, 1:])
    colours, counts = numpy.unique(corner[solid], return_counts=True)
    kept = colours[counts > SHARE * dots.size]
    return [tuple(int(colour) >> shift & 255 for shift in (16, 8, 0)) for colour in kept]


def main(program, folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    rows, faults, pairs = [], [], 0
    for look in LOOKS:
        out = folder / look
        subprocess.run([program, "build", TEXT, "--look", look, "--only", "poster", "--png", str(DOTS), "--out", out,
                        "--quiet", "--force"], check=True, capture_output=True)
        page = numpy.asarray(Image.open(out / TEXT.stem / f"poster.{look}.png").convert("RGB"))
        rows.append([page, *(seen(page, kind) for kind in KINDS)])
        for one, other in combinations(palette(page), 2):
            if contrast(one, other) < READS:
                continue
            for kind in KINDS:
                pairs += 1
                left = contrast(*seen([one, other], kind))
                if left < LEAST:
                    faults.append(f"{look}: {one} and {other} fall to {left:.1f} : 1 with {kind} cones")
    high, wide, _ = rows[0][0].shape
    sheet = Image.new("RGB", (len(rows[0]) * (wide + GAP) - GAP, len(rows) * (high + GAP) - GAP), "white")
    for down, row in enumerate(rows):
        for across, page in enumerate(row):
            sheet.paste(Image.fromarray(page), (across * (wide + GAP), down * (high + GAP)))
    sheet.save(folder / "colour-blind.png")
    print("\n".join(faults + [f"{pairs - len(faults)} passed, {len(faults)} failed"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
