"""The reusable action: takes a folder of packages, judges how it gets the program, with a folder in place of the service.

    action.py FOLDER

A release that is there is taken, one whose bytes are others is refused, and where there is none the tree is compiled (by a
stand-in, which only says so). The name in the cache changes with every byte of the program. The last line counts.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts/packing"))
from parts import NAME, VERSION  # noqa: E402

ARCHIVE = f"{NAME}-{VERSION}-x86_64-unknown-linux-gnu.tar.xz"
REPOSITORY = "owner/briefpress"
CARGO = """#!/bin/sh
echo "compiled by $*"
"""


def install(folder, ref, damage=None, offered=True):
    """What the action says and how it ends, in a fresh place with a release in it."""
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        release = scratch / "service" / REPOSITORY / "releases/download" / f"v{VERSION}"
        release.mkdir(parents=True)
        if offered:
            for name in (ARCHIVE, f"{ARCHIVE}.sha256"):
                shutil.copy(folder / name, release)
        if damage:
            damage(release)
        cargo = scratch / "tools/cargo"
        cargo.parent.mkdir()
        cargo.write_text(CARGO, encoding="utf-8")
        cargo.chmod(0o755)
        environment = os.environ | {
            "PATH": f"{cargo.parent}:{os.environ['PATH']}",
            "GITHUB_SERVER_URL": f"file://{scratch}/service",
            "ACTION_REPOSITORY": REPOSITORY,
            "ACTION_REF": ref,
            "RUNNER_OS": "Linux",
            "RUNNER_ARCH": "X64",
        }
        command = ["bash", ROOT / "scripts/action/install", ROOT, scratch / "home/bin"]
        done = subprocess.run(command, capture_output=True, text=True, env=environment)
        ran = (scratch / "home/bin" / NAME).is_file()
        return done.returncode, done.stdout + done.stderr, ran


def spoil(release):
    """One bit of the archive has turned."""
    path = release / ARCHIVE
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def key(tree):
    return subprocess.run(
        ["bash", ROOT / "scripts/action/key", tree, "Linux-X64"], capture_output=True, text=True, check=True
    ).stdout


def keys(change):
    """Whether the name of a tree is another after a change of it."""
    with tempfile.TemporaryDirectory() as scratch:
        tree = pathlib.Path(scratch) / "tree"
        tree.mkdir()
        for part in ("src", "build", "layouts", "languages", "fonts", "icc"):
            shutil.copytree(ROOT / part, tree / part)
        for part in ("build.rs", "Cargo.toml", "Cargo.lock", "README.md"):
            shutil.copy(ROOT / part, tree)
        before = key(tree)
        assert before == key(ROOT), "the same tree elsewhere has another name"
        change(tree)
        return before != key(tree)


def append(path):
    with path.open("a", encoding="utf-8") as file:
        file.write("\n")


def cases(folder):
    tag = f"v{VERSION}"
    code, said, ran = install(folder, tag)
    yield "a release is taken", code == 0 and ran and f"{NAME} {VERSION}" in said, said
    code, said, ran = install(folder, tag, damage=spoil)
    yield "other bytes are refused", code == 1 and not ran and "not the file that was released" in said, said
    code, said, ran = install(folder, tag, offered=False)
    yield "without an archive it is compiled", code == 0 and "compiled by install --locked" in said, said
    code, said, ran = install(folder, "main")
    yield "a branch is compiled", code == 0 and "compiled by install" in said and not ran, said
    yield "the key changes with a source", keys(lambda tree: append(tree / "src/lib.rs")), ""
    yield "the key changes with a layout", keys(lambda tree: append(tree / "layouts/dial/card.yaml")), ""
    move = lambda tree: (tree / "languages/cy.yaml").rename(tree / "languages/kw.yaml")
    yield "the key changes with a name", keys(move), ""
    yield "the key stays where nothing of the program changes", not keys(lambda tree: append(tree / "README.md")), ""


def main(folder):
    passed = failed = 0
    for name, is_right, said in cases(pathlib.Path(folder).resolve()):
        passed, failed = passed + is_right, failed + (not is_right)
        if not is_right:
            print(f"{name}: no. {said.strip()}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
