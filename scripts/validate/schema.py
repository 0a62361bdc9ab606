#!/usr/bin/env python3
"""Judges the JSON Schemas with a validator that is not ours: every example passes, every mistake is refused.

Right files are all briefings, board files and layouts of the repository. Wrong ones are the files of the reader's
test suite, each with the messages it is to give at its top: what the reader calls a wrong key, a missing one, a
wrong type or a wrong count, the schema must refuse, and what has no error at all it must pass.
"""

import json
import re
import sys
from pathlib import Path

import yaml
from jsonschema import Draft7Validator

ROOT = Path(__file__).resolve().parents[2]
BOARD_PART = "# --- the board file ---\n"
OVER_BASE = "# over the base briefing"
REFUSED = {"unknown-key", "missing-key", "wrong-type", "section-count", "section-empty"}
# Mistakes that a layout can have, as a text that is replaced in the poster and what with.
WRONG_LAYOUTS = [
    ("document: poster", "document: banner"),
    ("size: A4", "size: A4 sideways"),
    ("bleed: 3mm", "bleed: 3"),
    ("body: 12pt to 22pt", "body: large"),
    ("safe: 5mm", "save: 5mm"),
    ("dock: top", "dock: above"),
    ("weight: 700", "weight: heavy"),
    ("color: paper", "color: amber"),
    ("{title}", "{titel}"),
    ("when: logo", "when: sunny"),
    ("columns: 2", "columns: 9"),
    ("fill: ink", "fill: blue"),
]


class Loader(yaml.SafeLoader):
    """YAML 1.2, as editors read it: `off` and 2017-03-01 are text."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]+", "-+0123456789"),
    ("null", r"~|null|", ["~", "n", ""]),
]:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def load(text):
    # PyYAML knows YAML 1.1, where a question mark before a brace is more than text.
    text = re.sub(r'\{ (\w+): ([^"{}]*\?) \}', r'{ \1: "\2" }', text)
    return yaml.load(text, Loader)


def blocks(text):
    """Top-level keys, each with all its lines."""
    found = []
    for line in text.splitlines(keepends=True):
        if ":" in line and not line.startswith((" ", "#")):
            found.append([line.split(":", 1)[0], line])
        elif found:
            found[-1][1] += line
    return found


def entries(block):
    """The entries of a list that stands two spaces in."""
    found = []
    for line in block.splitlines(keepends=True)[1:]:
        if found and not line.startswith("  - "):
            found[-1] += line
        else:
            found.append(line)
    return found


def over(base, text):
    """The base with the keys of a text in place of its own, and its last sections where the text has fewer."""
    own, new = dict(blocks(base)), blocks(text)
    for block in new:
        if block[0] == "sections":
            block[1] += "".join(entries(own["sections"])[len(entries(block[1])):])
    named = {name for name, _ in new}
    return "".join(block for _, block in new) + "".join(block for name, block in own.items() if name not in named)


def schema(path):
    document = json.loads((ROOT / path).read_text())
    Draft7Validator.check_schema(document)
    return Draft7Validator(document)


def main():
    briefing = schema("content/briefing.schema.json")
    board = schema("content/board.schema.json")
    layout = schema("layouts/layout.schema.json")
    sheet = schema("layouts/sheets/sheet.schema.json")
    project = schema("content/project.schema.json")
    faults, right, wrong = [], 0, 0

    def passes(validator, text, name):
        nonlocal right
        right += 1
        try:
            content = load(text)
        except yaml.YAMLError as error:
            faults.append(f"{name} is no YAML: {error}")
            return
        for error in validator.iter_errors(content):
            faults.append(f"{name} is refused: {'/'.join(map(str, error.path))}: {error.message[:200]}")

    def refuses(validator, text, name):
        nonlocal wrong
        wrong += 1
        try:
            content = load(text)
        except yaml.YAMLError:
            # What is no YAML at all never comes to the schema.
            return
        if validator.is_valid(content):
            faults.append(f"{name} is passed, and is wrong")

    for path in [*ROOT.glob("content/*.yaml"), ROOT / "src/starter/starter.yaml", *ROOT.glob("tests/fixtures/*.yaml")]:
        passes(briefing, path.read_text(), path.name)
    for path in ROOT.glob("content/boards/*.yaml"):
        passes(board, path.read_text(), path.name)
    # What the documents of a look share is no whole layout.
    apart = [path for path in ROOT.glob("layouts/**/*.yaml") if path.parent.name != "sheets" and path.stem != "tokens"]
    for path in apart:
        passes(layout, path.read_text(), path.name)
    for path in ROOT.glob("layouts/sheets/*.yaml"):
        passes(sheet, path.read_text(), path.name)
    cards = (ROOT / "layouts/sheets/avery-c32011.yaml").read_text()
    for old, new in [("columns: 2", "columns: 99"), ("paper: A4", "paper: big"), ("left: 15mm", "left: 15")]:
        refuses(sheet, cards.replace(old, new, 1), f"`{new}` in a sheet")
    passes(project, 'required-version: "0.1"\nboards: content/boards\nfonts: fonts\nout: dist\n', "a project file")
    for text in ("out: ../dist", "out: /dist", "boards: a/../../b", "look: dial", "out: 'c:/dist'"):
        refuses(project, text, f"`{text}` in a project file")
    poster = (ROOT / "layouts/dial/poster.yaml").read_text()
    for old, new in WRONG_LAYOUTS:
        if old not in poster:
            faults.append(f"the poster has no more `{old}`: choose another mistake")
        refuses(layout, poster.replace(old, new, 1), f"`{new}` in a layout")
    base = (ROOT / "tests/suite/check/clean.yaml").read_text()
    for path in sorted([*ROOT.glob("tests/suite/read/*.yaml"), *ROOT.glob("tests/suite/check/*.yaml")]):
        text, _, local = path.read_text().partition(BOARD_PART)
        errors = re.findall(r"^# error: (\S+) (board:)?", text, re.M)
        if OVER_BASE in text:
            text = over(base, text.partition(OVER_BASE)[2])
        found = {code for code, of_board in errors if not of_board}
        if REFUSED & found:
            refuses(briefing, text, path.name)
        elif not found:
            passes(briefing, text, path.name)
        found = {code for code, of_board in errors if of_board}
        if local and REFUSED & found:
            refuses(board, local, f"the board file in {path.name}")
        elif local and not errors:
            passes(board, local, f"the board file in {path.name}")
    if right < 40 or wrong < 25:
        faults.append(f"only {right} right and {wrong} wrong files were tried")
    for fault in faults:
        print(fault)
    print(f"{right + wrong - len(faults)} passed, {len(faults)} failed")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
