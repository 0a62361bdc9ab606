"""Judges the PDFs for a press in a folder: print.py FOLDER. Every judge must pass every file *.print.pdf.

Files below a folder `mono` may have black alone. A file *.x1a.print.pdf claims PDF/X-1a, the others PDF/X-4.
"""

import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import flat
import judges
import press
import x1acheck
import x4check


def judge(path):
    """All that is wrong with one file."""
    is_flat = ".x1a." in path.name
    rules = x1acheck if is_flat else x4check
    faults = [f"{rules.__name__} {code}: {message}" for code, message in rules.check(path)]
    faults += flat.differences(path) if is_flat else []
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
