"""The crate: what `cargo package` would publish builds from its own archive, and brings no tests and no goldens along.

    crate.py

The last line counts.
"""

import pathlib
import subprocess
import sys
import tarfile
import tempfile

ROOT = pathlib.Path(__file__).parents[2]
# What the registry takes.
MOST = 10_000_000
# Kept out: they are for those who work on the program, who have the repository.
OUT = ("tests/", "benches/", "fuzz/", "scripts/", "docs/", ".github/")


def run(*command, cwd=ROOT):
    """What a command said; a command that fails is a fault with what it said."""
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, cwd=cwd)
    assert done.returncode == 0, f"{' '.join(map(str, command))}: {(done.stdout + done.stderr).strip()[-2000:]}"
    return done.stdout


def packed(scratch):
    """Packs the crate; gives its archive."""
    run("cargo", "package", "--no-verify", "--allow-dirty", "--locked", "--quiet", "--target-dir", scratch)
    (archive,) = (scratch / "package").glob("*.crate")
    return archive


def small(archive):
    size = archive.stat().st_size
    assert size < MOST, f"it has {size} bytes, and the registry takes {MOST}"


def holds_what_is_needed(archive):
    with tarfile.open(archive) as files:
        names = [name.split("/", 1)[1] for name in files.getnames()]
    strays = [name for name in names if name.startswith(OUT)]
    assert not strays, f"{strays[0]} and {len(strays) - 1} more belong to the repository alone"
    missing = {"LICENSE", "fonts/OFL.txt", "icc/LICENSES.txt", "README.md", "CHANGELOG.md"} - set(names)
    assert not missing, f"{sorted(missing)} is missing"


def builds(archive):
    """From a place that has nothing but the archive; what it is made of was compiled before."""
    with tempfile.TemporaryDirectory() as place:
        with tarfile.open(archive) as files:
            files.extractall(place)
        (inside,) = pathlib.Path(place).iterdir()
        run("cargo", "check", "--locked", "--quiet", "--examples", "--target-dir", ROOT / "target", cwd=inside)


def main():
    passed = failed = 0
    with tempfile.TemporaryDirectory() as scratch:
        archive = packed(pathlib.Path(scratch))
        for judge in (small, holds_what_is_needed, builds):
            try:
                judge(archive)
                passed += 1
            except AssertionError as fault:
                print(f"the crate: {fault}", file=sys.stderr)
                failed += 1
        print(f"the crate has {archive.stat().st_size / 1e6:.1f} MB")
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
