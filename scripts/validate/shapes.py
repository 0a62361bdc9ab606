"""Shapes: takes the program, gives pages of every look and ten shapes of text that do not look as they did when a
person last looked.

    shapes.py PROGRAM FOLDER

For each look and text one small picture of the poster, three slides and the card is compared with tests/ref/looks; for
three of the texts one of the 8-up, the leaflet and large print too. A
document that the program refuses is left grey in it. FOLDER/index.html shows all of them side by side, what is new
beside what was. BLESS=1 puts the new pictures in the place of the old ones. The last line counts.
"""

import html
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PIL import Image

from pictures import blind, difference

ROOT = Path(__file__).resolve().parent.parent.parent
REF = ROOT / "tests/ref/looks"
LOOKS = sorted(poster.parent.name for poster in ROOT.glob("layouts/*/poster.yaml"))
TEXTS = [ROOT / "content/sexting.yaml", *(ROOT / f"tests/fixtures/{name}.yaml" for name in (
    "short", "private-fostering", "languages/cy", "shapes/full", "shapes/no-contacts", "shapes/many-contacts",
    "shapes/long-title", "shapes/red", "shapes/uneven"))]
# Those whose pages to hand out are looked at too.
PAPERS = {"sexting", "short", "many-contacts"}
# Dots to the inch of the poster and the card, and the width of a slide in pixels.
DOTS, SLIDE = 40, 200
GAP, GREY = 6, (135, 142, 145)
COLOURS = 48


def built(program, folder, look, text, paper):
    """A picture of one text in one look, and what the program said against it; of `paper` to hand out, or of the others."""
    out = folder / look
    documents = "leaflet,large-print,8-up" if paper else "poster,handout,card"
    run = subprocess.run([program, "build", text, "--look", look, "--png", str(DOTS), "--out", out, "--format", "plain",
                          "--only", documents, "--quiet", "--force"], capture_output=True, text=True)
    errors = [line for line in run.stderr.splitlines() if re.search(r"\berror\b", line)]
    pages = out / text.stem
    at = lambda name: Image.open(pages / f"{name}.{look}.png").convert("RGB")
    page, slide, card = (331, 468), (SLIDE, round(SLIDE * 9 / 16)), (134, 87)
    x = page[0] + GAP
    if paper:
        # So small that one line is enough of all to be missed.
        page = (221, 312)
        pieces = [(page, (column * (page[0] + GAP), 0), name)
                  for column, name in enumerate(("8-up", "leaflet-1", "leaflet-2", "large-print-2"))]
    else:
        pieces = [(page, (0, 0), "poster")]
        pieces += [(slide, (x, row * (slide[1] + GAP)), f"handout-{number}") for row, number in enumerate((1, 2, 7))]
        pieces += [(card, (x, 3 * (slide[1] + GAP)), "card-1")]
    sheet = Image.new("RGB", (max(left + size[0] for size, (left, _), _ in pieces), page[1]), GREY)
    for size, place, name in pieces:
        if (pages / f"{name}.{look}.png").exists():
            sheet.paste(at(name).resize(size, Image.Resampling.BOX), place)
    return sheet, errors


def cell(name, said, errors, folder):
    """A picture as a figure of the page; one that has changed beside what it was."""
    new = html.escape(str(Path("new") / name))
    told = "".join(f"<p>{html.escape(error)}</p>" for error in errors)
    pictures = f'<img loading="lazy" src="{new}" alt="{name}">'
    if said:
        old = os.path.relpath(REF / name, folder)
        was = f'<img src="{html.escape(old)}" alt="as it was">' if (REF / name).exists() else ""
        pictures = f'{was}{pictures}<p><b>{html.escape(said)}</b></p>'
    return f'<td{" class=new" if said else ""}>{pictures}{told}</td>'


def main(program, folder):
    folder = Path(folder).resolve()
    (folder / "new").mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*/*/*.png"):
        old.unlink()
    bless, passed, failed = bool(os.environ.get("BLESS")), 0, 0
    REF.mkdir(exist_ok=True)
    pairs = [(look, text, paper) for text in TEXTS for paper in (False, True)[:1 + (text.stem in PAPERS)]
             for look in LOOKS]
    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(lambda pair: built(str(Path(program).resolve()), folder, *pair), pairs))
    rows, expected = {}, set()
    for (look, text, paper), (picture, errors) in zip(pairs, made):
        row = f"{text.stem}{'-paper' * paper}"
        golden, new = REF / f"{look}-{row}.png", folder / "new" / f"{look}-{row}.png"
        picture.quantize(COLOURS, dither=Image.Dither.NONE).save(new, optimize=True)
        expected.add(golden.name)
        picture = Image.open(new)
        said = difference(Image.open(golden), picture) if golden.exists() else "has no picture to compare with"
        rows.setdefault(row, []).append(cell(golden.name, said, errors, folder))
        if said and bless:
            golden.write_bytes(new.read_bytes())
            said = ""
        said = said or "".join(f"the comparison is blind: {kind}" for kind in blind(picture.convert("RGB")))
        passed, failed = passed + (not said), failed + bool(said)
        if said:
            print(f"{golden.name}: {said}; look at {folder}/index.html, then scripts/bless keeps the new picture")
    for left in sorted({path.name for path in REF.glob("*.png")} - expected):
        failed += not bless
        (REF / left).unlink() if bless else print(f"{left} is of no look or text that there is")
    heads = "".join(f"<th>{look}</th>" for look in LOOKS)
    body = "".join(f"<tr><th>{row}</th>{''.join(cells)}</tr>" for row, cells in rows.items())
    (folder / "index.html").write_text(
        f'<!DOCTYPE html><html lang="en-GB"><meta charset="utf-8"><title>Every look, ten shapes of text</title><style>'
        f'body{{font:1rem system-ui;margin:1rem}}td{{vertical-align:top;padding:.5rem}}img{{display:block;margin:.25rem}}'
        f'.new{{outline:4px solid #b3261e}}p{{max-width:33rem;margin:.25rem}}</style><h1>Every look, ten shapes of text</h1>'
        f'<p>What has changed has a red edge: above as it was, below as it is.</p><table><tr><th></th>{heads}</tr>{body}</table>'
        f'</html>\n', encoding="utf-8")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
