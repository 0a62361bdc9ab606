"""Judges the PDFs for the screen in a folder: screen.py FOLDER. Every validator must pass every file.

The folder is what scripts/examples makes: …/BRIEFING/DOCUMENT.pdf, and below boards/ …/BOARD/BRIEFING/DOCUMENT.pdf.
"""

import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import content
import judges
import looks
from briefing import Briefing

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = ("content", "tests/fixtures", "tests/fixtures/languages")
# What the command line varies stands in the name: poster.a3.mono.pdf.
VARIED = {"a3", "a4", "letter", "85x55", "85x54", "id-1", "mono", "ua2"}
VARIED |= {poster.parent.name for poster in ROOT.glob("layouts/*/poster.yaml")}


def briefing_of(path):
    """The sources of a file, found by its place."""
    stem, board = path.parent.name, path.parent.parent
    source = next(file for folder in SOURCES if (file := ROOT / folder / f"{stem}.yaml").exists())
    local = ROOT / "content/boards" / f"{board.name}.yaml" if board.parent.name == "boards" else None
    return Briefing(source, local)


def judge(path):
    """All that is wrong with one file, but for what veraPDF says."""
    faults = judges.qpdf(path) + judges.lint(path) + looks.contrast(path)
    faults += looks.fonts(path)
    # A sheet shows a document several times; its own tests read it.
    document, *varied = path.stem.split(".")
    # What is read in other languages, some of them from right to left, readback.py judges.
    if set(varied) <= VARIED and "languages" not in path.parts:
        briefing = briefing_of(path)
        faults += content.faults(path, document, briefing) + looks.codes(path, briefing)
    return faults


def main(folder):
    paths = sorted(path for path in Path(folder).rglob("*.pdf") if ".print" not in path.name)
    with ProcessPoolExecutor(max_workers=2) as pool:
        judged = pool.map(judge, paths)
        by_vera = judges.verapdf(paths)
        faults = {path: by_vera.get(path, []) + found for path, found in zip(paths, judged)}
    for path, found in faults.items():
        for fault in found:
            print(f"{path}: {fault}")
    failed = sum(1 for found in faults.values() if found)
    print(f"{len(paths) - failed} passed, {failed} failed")
    sys.exit(1 if failed or not paths else 0)


if __name__ == "__main__":
    main(sys.argv[1])
