"""Typst, as a wheel with one compiler that is reused: takes briefings, gives three tagged PDFs of each.

    typst_peer.py FOLDER BRIEFING…
"""

import pathlib
import sys
import tempfile

import segno
import typst
import yaml

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[1]
KINDS = ["poster", "handout", "card"]


def draw_codes(briefing, folder):
    """A QR code for each contact that asks for one, as briefing.typ looks for them."""
    folder.mkdir()
    for place, contact in enumerate(yaml.load(briefing.read_text(encoding="utf-8"), yaml.CSafeLoader)["contacts"]):
        if contact.get("qr"):
            code = segno.make(contact["url"], micro=False, error="m")
            code.save(folder / f"{place}.svg", border=4, light="white", xmldecl=False)


def main(folder, briefings):
    scratch = tempfile.TemporaryDirectory()
    compiler = typst.Compiler(root="/", font_paths=[str(ROOT / "fonts")], ignore_system_fonts=True)
    for briefing in map(pathlib.Path, briefings):
        out = pathlib.Path(folder) / briefing.stem
        out.mkdir(parents=True, exist_ok=True)
        codes = pathlib.Path(scratch.name) / briefing.stem
        draw_codes(briefing, codes)
        for kind in KINDS:
            compiler.compile(
                input=str(HERE / "briefing.typ"),
                output=str(out / f"{kind}.pdf"),
                sys_inputs={"content": str(briefing.resolve()), "kind": kind, "codes": str(codes)},
                pdf_standards="ua-1",
            )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
