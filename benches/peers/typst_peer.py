"""Typst, as a wheel with one compiler that is reused: takes briefings, gives three tagged PDFs of each.

    typst_peer.py FOLDER BRIEFING…
"""

import pathlib
import sys

import typst

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[1]
KINDS = ["poster", "handout", "card"]


def main(folder, briefings):
    compiler = typst.Compiler(root="/", font_paths=[str(ROOT / "fonts")], ignore_system_fonts=True)
    for briefing in map(pathlib.Path, briefings):
        out = pathlib.Path(folder) / briefing.stem
        out.mkdir(parents=True, exist_ok=True)
        for kind in KINDS:
            compiler.compile(
                input=str(HERE / "briefing.typ"),
                output=str(out / f"{kind}.pdf"),
                sys_inputs={"content": str(briefing.resolve()), "kind": kind},
                pdf_standards="ua-1",
            )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
