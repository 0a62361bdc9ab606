"""What a press asks of a PDF beside PDF/X-4: takes a file for print, gives what would go wrong on paper.

Inks are measured on the plates that Ghostscript makes, art at the edge on a raster of the page; letters and lines
are read from the operators.
"""

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy
import pikepdf
from PIL import Image

PROCESS = {"Cyan", "Magenta", "Yellow", "Black"}
# Percent of all inks together; a plate has 255 steps, and each may be rounded up.
MOST_INK = 300 + 4 * 100 / 255
# Points: letters below the first are printed in one ink, no line is thinner than the second.
SMALL, HAIRLINE = 9.0, 0.25
DARK = 1.5


def plates(path, dpi=60):
    """The plates of each page up to its bleed: a dictionary from ink to coverage from 0 to 1. Marks outside the
    bleed are in all inks, and cut off; those of a sheet, which has no bleed itself, are taken out first."""
    with TemporaryDirectory() as folder, pikepdf.open(path) as pdf:
        if any([without_marks(pdf, page) for page in pdf.pages]):
            path = f"{folder}/without-marks.pdf"
            pdf.save(path)
        made = ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", f"-r{dpi}", "-sDEVICE=tiffsep",
                f"-sOutputFile={folder}/%d.tif", str(path)]
        result = subprocess.run(made, capture_output=True, text=True)
        if result.returncode:
            raise RuntimeError(f"Ghostscript: {result.stdout}{result.stderr}")
        pages = []
        for number, page in enumerate(pdf.pages, 1):
            (left, bottom, right, top), (_, _, _, height) = (
                [float(length) * dpi / 72 for length in page[box]] for box in ("/BleedBox", "/MediaBox"))
            rows, columns = (slice(int(start) + 2, int(end) - 2)
                             for start, end in ((height - top, height - bottom), (left, right)))
            files = sorted(Path(folder).glob(f"{number}(*).tif"))
            pages.append({file.stem[len(str(number)) + 1:-1]: 1 - numpy.asarray(Image.open(file))[rows, columns] / 255
                          for file in files})
        return pages


def without_marks(pdf, page):
    """Whether a page was a sheet with crop marks, which it has no longer. They are the strokes in all inks."""
    if page["/BleedBox"] != page["/MediaBox"] or "/All" not in page.Resources.get("/ColorSpace", {}):
        return False
    kept, marks = [], False
    for operands, operator in pikepdf.parse_content_stream(page):
        marks = marks or str(operator) == "CS" and str(operands[0]) == "/All"
        if not marks or str(operator) == "Q":
            kept.append((operands, operator))
        marks = marks and str(operator) != "Q"
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
    return True


def inks(path, mono=False):
    """More ink than paper holds, plates that no press has, colour where only black is meant."""
    faults = []
    for number, page in enumerate(plates(path), 1):
        total = sum(page.values()).max() * 100
        if total > MOST_INK:
            faults.append(f"page {number}: {total:.0f} % ink")
        if spots := set(page) - PROCESS:
            faults.append(f"page {number}: plates {sorted(spots)}")
        used = {ink for ink, plate in page.items() if plate.max() > 0.02}
        if mono and used - {"Black"}:
            faults.append(f"page {number}: {sorted(used - {'Black'})} in a file for black alone")
        if "Black" not in used:
            faults.append(f"page {number}: no black")
    return faults


def letters(path):
    """Small letters in several inks, black letters with holes below them, lines too thin to print; on a page, and
    on the forms that stand on it, as large as they come out there."""
    faults = []
    with pikepdf.open(path) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            faults += [f"page {number}: {fault}" for fault in drawn(page, page.Resources, 1.0)]
    return sorted(set(faults))


def drawn(content, resources, scale):
    states, objects = resources.get("/ExtGState", {}), resources.get("/XObject", {})
    fill, size, overprint, inside, kept = (0, 0, 0, 1), 0.0, False, scale, []
    for operands, operator in pikepdf.parse_content_stream(content):
        match str(operator):
            case "q":
                kept.append((fill, size, overprint, inside))
            case "Q":
                fill, size, overprint, inside = kept.pop()
            case "cm":
                inside = scale * (float(operands[0]) ** 2 + float(operands[1]) ** 2) ** 0.5
            case "Do" if objects[str(operands[0])].Subtype == "/Form":
                form = objects[str(operands[0])]
                yield from drawn(form, form.Resources, inside)
            case "k":
                fill = tuple(map(float, operands))
            case "gs":
                overprint = bool(states[str(operands[0])].get("/op", False))
            case "Tf":
                size = float(operands[1]) * scale
            # The width and the scale of a form are rounded in the file.
            case "w" if float(operands[0]) * scale < HAIRLINE - (0.005 if scale != 1.0 else 0.0):
                yield f"a line of {round(float(operands[0]) * scale, 2)} pt"
            case "TJ" | "Tj":
                mixed = sum(1 for ink in fill if ink > 0) > 2 and sum(fill) >= DARK
                if mixed and size < SMALL:
                    yield f"letters of {size:.1f} pt in {fill}"
                if fill[:3] == (0, 0, 0) and fill[3] > 0 and not overprint:
                    yield "black letters that do not overprint"


def bleed(path, dpi=72):
    """Art that touches the trimmed edge and stops before the edge of the bleed."""
    faults = []
    with pikepdf.open(path) as pdf, TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(dpi), "-png", str(path), f"{folder}/page"], check=True)
        rasters = sorted(Path(folder).glob("page*.png"))
        for number, (page, raster) in enumerate(zip(pdf.pages, rasters), 1):
            trim, outer, media = (list(map(float, page[box])) for box in ("/TrimBox", "/BleedBox", "/MediaBox"))
            depth = trim[0] - outer[0]
            if depth < 2:
                continue
            image = numpy.asarray(Image.open(raster).convert("RGB")).astype(int)
            scale = dpi / 72
            for turns, edge in enumerate(("left", "top", "right", "bottom")):
                # The page is turned so that the edge looked at is always the left one.
                turned = numpy.rot90(image, turns)
                at = round((trim[0] - media[0]) * scale)
                end = round((outer[0] - media[0]) * scale)
                rows = slice(at + 2, turned.shape[0] - at - 2)
                inside, outside = turned[rows, at + 1], turned[rows, end + 1]
                stops = (numpy.abs(inside - outside).max(axis=1) > 12) & (inside.min(axis=1) < 250)
                if stops.mean() > 0.01:
                    faults.append(f"page {number}: art stops before the bleed at the {edge}")
    return faults
