"""Packages of a finished program: takes PROGRAM, gives every form in which it is carried to people, and their digests.

    packing PROGRAM TARGET FOLDER [RUNNER]    RUNNER is a program of the same sources that runs here
    packing fonts FOLDER
"""

import pathlib
import sys

from archive import digest, tar, zipped
from deb import deb
from fonts import fonts
from notices import notices
from npm import pair
from parts import NAME, TARGETS, VERSION, Part, completions, licences, manual, papers, share
from wheel import wheel


def packages(program, target, folder, runner):
    """Writes the packages of one program; gives their paths."""
    data = program.read_bytes()
    legal = [*licences(), notices(target.triple)]
    words, shared = list(papers()), list(share(runner))
    parts = [
        Part(target.program, data, 0o755),
        *legal,
        *words,
        *(Part(f"man/{part.name}", part.data) for part in manual(runner)),
        *(Part(f"completions/{part.name.rsplit('/', 1)[1]}", part.data) for part in completions(runner)),
    ]
    name = f"{NAME}-{VERSION}-{target.triple}"
    if "windows" in target.triple:
        archive = folder / f"{name}.zip"
        zipped(sorted(parts), archive, name)
    else:
        archive = folder / f"{name}.tar.xz"
        tar(parts, archive, name)
    yield archive
    yield wheel(data, target, words, legal, shared, folder)
    yield from pair(data, target, words, legal, list(licences()), folder)
    if target.deb:
        yield deb(data, target, words, legal, shared, folder)


def main(what, *rest):
    if what == "fonts":
        (folder,) = map(pathlib.Path, rest)
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{NAME}-fonts-{VERSION}"
        path = folder / f"{name}.tar.xz"
        tar(fonts(), path, name)
        written = [path]
    else:
        target, folder = TARGETS[rest[0]], pathlib.Path(rest[1])
        folder.mkdir(parents=True, exist_ok=True)
        runner = pathlib.Path(rest[2] if len(rest) > 2 else what).resolve()
        written = list(packages(pathlib.Path(what), target, folder, runner))
    for path in written:
        digest(path)
        print(f"{path}  {path.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
