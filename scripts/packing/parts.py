"""What every package holds: takes the repository and a program that runs here, gives names, bytes and modes of files.

A file is the same whoever packs it and when: dates come from the commit, owners from nobody.
"""

import gzip
import os
import pathlib
import subprocess
import tomllib
from typing import NamedTuple

ROOT = pathlib.Path(__file__).resolve().parents[2]
MANIFEST = tomllib.loads((ROOT / "Cargo.toml").read_text(encoding="utf-8"))["package"]
NAME, VERSION, SUMMARY = MANIFEST["name"], MANIFEST["version"], MANIFEST["description"]

# Where each shell looks for its completions below `share/`.
SHELLS = {
    "bash": "bash-completion/completions/briefpress",
    "zsh": "zsh/vendor-completions/_briefpress",
    "fish": "fish/vendor_completions.d/briefpress.fish",
}


class Target(NamedTuple):
    """A kind of machine, under the names by which those who carry programs know it."""

    triple: str
    wheel: str
    npm: str
    deb: str | None
    program: str


TARGETS = {
    target.triple: target
    for target in (
        Target("x86_64-unknown-linux-gnu", "manylinux_2_17_x86_64.manylinux2014_x86_64", "linux-x64", "amd64", NAME),
        Target("aarch64-unknown-linux-gnu", "manylinux_2_17_aarch64.manylinux2014_aarch64", "linux-arm64", "arm64", NAME),
        Target("x86_64-pc-windows-gnu", "win_amd64", "win32-x64", None, f"{NAME}.exe"),
        Target("x86_64-pc-windows-msvc", "win_amd64", "win32-x64", None, f"{NAME}.exe"),
        Target("aarch64-apple-darwin", "macosx_11_0_arm64", "darwin-arm64", None, NAME),
        Target("x86_64-apple-darwin", "macosx_10_12_x86_64", "darwin-x64", None, NAME),
    )
}


class Part(NamedTuple):
    """A file of a package."""

    name: str
    data: bytes
    mode: int = 0o644


def epoch():
    """The second that all files are dated: of the commit, unless a packager says another."""
    said = os.environ.get("SOURCE_DATE_EPOCH")
    if not said:
        log = ["git", "log", "-1", "--format=%ct"]
        said = subprocess.run(log, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return int(said)


def said(runner, *words):
    """What a program says on standard output."""
    return subprocess.run([runner, *words], capture_output=True, check=True).stdout


def licences():
    """The licence, and those of what is inside the program."""
    yield Part("LICENSE", (ROOT / "LICENSE").read_bytes())
    yield Part("fonts/OFL.txt", (ROOT / "fonts/OFL.txt").read_bytes())
    yield Part("icc/LICENSES.txt", (ROOT / "icc/LICENSES.txt").read_bytes())


def papers():
    """What a person reads."""
    for name in ("README.md", "CHANGELOG.md"):
        yield Part(name, (ROOT / name).read_bytes())


def manual(runner):
    """Manual pages: of the program, and of every verb that its help lists."""
    yield Part(f"{NAME}.1", said(runner, "man"))
    for verb in verbs(runner):
        yield Part(f"{NAME}-{verb}.1", said(runner, "man", verb))


def verbs(runner):
    """The verbs, as the help lists them."""
    lines = said(runner, "--help").decode().splitlines()
    listed = lines[lines.index("Commands:") + 1 :]
    names = [line.split()[0] for line in listed[: listed.index("")] if line.startswith("  ") and line[2] != " "]
    return [name for name in names if name != "help"]


def completions(runner):
    """Scripts for shells, by the places where shells look for them."""
    for shell, place in SHELLS.items():
        yield Part(place, said(runner, "completions", shell))


def share(runner):
    """What lies below `share/` wherever the program is installed for all."""
    for page in manual(runner):
        yield Part(f"man/man1/{page.name}.gz", gzip.compress(page.data, mtime=0))
    yield from completions(runner)
