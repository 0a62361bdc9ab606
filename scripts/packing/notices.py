"""Licences of the crates inside the program: takes the locked crates of a target, gives one text with each licence once.

Most of these licences ask for no more than that their text goes along with the program.
"""

import json
import pathlib
import subprocess

from parts import ROOT, Part

NAMES = ("license", "licence", "copying", "copyright", "notice", "unlicense")


def crates(triple):
    """The packages that end up in the program: dependencies of dependencies, without those for building and testing."""
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", triple]
    told = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout)
    packages = {package["id"]: package for package in told["packages"]}
    nodes = {node["id"]: node for node in told["resolve"]["nodes"]}
    root = told["resolve"]["root"]
    found, open_ = set(), [root]
    while open_:
        for dependency in nodes[open_.pop()]["deps"]:
            inside = any(kind["kind"] is None for kind in dependency["dep_kinds"])
            if inside and dependency["pkg"] not in found:
                found.add(dependency["pkg"])
                open_.append(dependency["pkg"])
    return sorted((packages[id_] for id_ in found), key=lambda package: (package["name"], package["version"]))


def texts(package):
    """The files in which a crate keeps its licence, and those of what it brings along, such as the source of a library in C."""
    folder = pathlib.Path(package["manifest_path"]).parent
    for path in sorted(folder.rglob("*")):
        is_words = path.suffix.lower() in ("", ".txt", ".md") or path.parent == folder
        if is_words and path.is_file() and path.name.lower().startswith(NAMES):
            yield path.read_text(encoding="utf-8", errors="replace").strip()


def notices(triple):
    """The text: first every crate with its licence's short name, then each licence text with the crates that carry it."""
    holders, list_ = {}, []
    for package in crates(triple):
        name = f"{package['name']} {package['version']}"
        list_.append(f"  {name}: {package['license']}")
        for text in texts(package):
            holders.setdefault(text, []).append(name)
    lines = ["The program is made of these crates, each under its own licence:", "", *list_]
    for text, names in sorted(holders.items(), key=lambda item: item[1]):
        lines += ["", "=" * 100, ", ".join(names), "=" * 100, "", text]
    return Part("LICENSES-OF-CRATES.txt", ("\n".join(lines) + "\n").encode())
