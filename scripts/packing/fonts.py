"""The fonts that the shipped languages need beside the built-in ones: takes Debian's Noto packages, gives one archive.

The built-in faces have Latin letters alone. Whoever writes Arabic, Bengali, Chinese, Punjabi, Ukrainian or Urdu unpacks
the archive and says `--fonts FOLDER`.
"""

import pathlib

from parts import NAME, Part

NOTO = pathlib.Path("/usr/share/fonts")
FAMILIES = ("NotoSans", "NotoNaskhArabic", "NotoSansBengali", "NotoSansGurmukhi")
WEIGHTS = ("Regular", "Bold")
README = f"""Fonts for languages whose letters the fonts inside {NAME} lack.

    {NAME} build content/briefing.yaml --fonts FOLDER

with FOLDER the one that this file lies in. They are the Noto fonts as Debian packages them:

    Noto Sans             Cyrillic, for Ukrainian
    Noto Naskh Arabic     Arabic and Urdu
    Noto Sans Bengali     Bengali
    Noto Sans Gurmukhi    Punjabi
    Noto Sans CJK         Chinese

All are under the SIL Open Font License 1.1; LICENSES.txt holds the words of both packages.
"""


def faces():
    """The files of the fonts."""
    for weight in WEIGHTS:
        yield from (NOTO / f"truetype/noto/{family}-{weight}.ttf" for family in FAMILIES)
        yield NOTO / f"opentype/noto/NotoSansCJK-{weight}.ttc"


def fonts():
    """The files of the archive, or the names of what the machine lacks."""
    missing = [path.name for path in faces() if not path.is_file()]
    if missing:
        raise FileNotFoundError(f"there is no {', '.join(missing)}: install fonts-noto-core and fonts-noto-cjk")
    yield from (Part(path.name, path.read_bytes()) for path in faces())
    copyrights = [
        pathlib.Path(f"/usr/share/doc/{package}/copyright").read_bytes()
        for package in ("fonts-noto-core", "fonts-noto-cjk")
    ]
    yield Part("LICENSES.txt", b"\n\n".join(copyrights))
    yield Part("README.txt", README.encode())
