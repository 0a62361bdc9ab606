"""Judges the PDFs for a press in a folder: print.py FOLDER. Every judge must pass every file *.print.pdf.

Files below a folder `mono` may have black alone.
"""

import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import judges
import press
import x4check


def judge(path):
    """All that is wrong with one file."""
    faults = [f"x4check {code}: {message}" for code, message in x4check.check(path)]
    faults += judges.qpdf(path) + judges.lint(path)
    return faults + press.inks(path, "mono" in path.parts) + press.letters(path) + press.bleed(path)


def main(folder):
    paths = sorted(Path(folder).rglob("*.print.pdf"))
    with ProcessPoolExecutor(max_workers=2) as pool:
        judged = list(zip(paths, pool.map(judge, paths)))
    for path, found in judged:
        for fault in found:
            print(f"{path}: {fault}")
    failed = sum(1 for _, found in judged if found)
    print(f"{len(paths) - failed} passed, {failed} failed")
    sys.exit(1 if failed or not paths else 0)


if __name__ == "__main__":
    main(sys.argv[1])
