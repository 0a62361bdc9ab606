"""Packages: takes a folder of them and the program that the examples were made with, judges that each brings a person
to the three PDFs without a compiler, and to the same bytes.

    packages.py PROGRAM FOLDER

Every form is installed as its users install it, in a fresh place and without a network. Packages with one fault each
must be refused. What this machine cannot try is named. The last line counts.
"""

import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts/packing"))
from parts import NAME, TARGETS, VERSION, verbs  # noqa: E402

PDFS = ("poster.pdf", "handout.pdf", "card.pdf")
OLDEST = (2, 17)
# Languages with letters that the fonts inside the program lack: those in other scripts than the Latin one.
LACKING = [path.stem for path in sorted(ROOT.glob("languages/*.yaml"))
           if "\nscript: Latn\n" not in path.read_text(encoding="utf-8")]


def run(*command, **more):
    """What a command said; a command that fails is a fault with what it said."""
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=300, **more)
    assert done.returncode == 0, f"{' '.join(map(str, command))}: {(done.stdout + done.stderr).strip()[-500:]}"
    return done.stdout


def digests(folder):
    """The digests of the three PDFs below a folder."""
    return [hashlib.sha256((folder / "sexting" / name).read_bytes()).hexdigest() for name in PDFS]


def main_job(*program, **more):
    """Runs the main job from a folder that has nothing but the briefing; gives the digests of what it made."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        shutil.copy(ROOT / "content/sexting.yaml", folder)
        run(*program, "build", "sexting.yaml", "--out", "out", "--quiet", cwd=folder, **more)
        return digests(folder / "out")


def oldest_glibc(program):
    """The newest version of glibc that a program asks for."""
    told = run("readelf", "--version-info", "--wide", program)
    return max(tuple(map(int, found.split("."))) for found in re.findall(r"GLIBC_(2\.[0-9]+)", told))


def starts_on_old_systems(program):
    newest = oldest_glibc(program)
    assert newest <= OLDEST, f"it asks for glibc {newest[0]}.{newest[1]}"


def checked(path):
    """That a file is the one its digest was taken of."""
    run("sha256sum", "--check", "--quiet", f"{path.name}.sha256", cwd=path.parent)


class Here:
    """What is judged: the packages for this kind of machine, and what the program beside them gives."""

    def __init__(self, program, folder):
        self.program = pathlib.Path(program).resolve()
        self.folder = pathlib.Path(folder).resolve()
        self.target = TARGETS[f"{os.uname().machine}-unknown-linux-gnu"]
        self.expected = main_job(self.program)

    def one(self, pattern):
        found = list(self.folder.glob(pattern))
        assert len(found) == 1, f"{len(found)} files are {pattern}"
        return found[0]

    def archive(self, scratch):
        path = self.one(f"{NAME}-{VERSION}-{self.target.triple}.tar.xz")
        checked(path)
        run("tar", "-xJf", path, "-C", scratch)
        inside = scratch / f"{NAME}-{VERSION}-{self.target.triple}"
        assert {entry.name for entry in scratch.iterdir()} == {inside.name}, "it strews files about"
        for name in ("LICENSE", "LICENSES-OF-CRATES.txt", "README.md", "fonts/OFL.txt", "icc/LICENSES.txt"):
            assert (inside / name).is_file(), f"{name} is missing"
        crates = (inside / "LICENSES-OF-CRATES.txt").read_text(encoding="utf-8")
        assert "pdf-writer" in crates and "Permission is hereby granted" in crates, "licences of the crates are missing"
        assert "criterion" not in crates, "a crate of the tests is no part of the program"
        pages = {path.name for path in (inside / "man").iterdir()}
        wanted = {f"{NAME}.1", *(f"{NAME}-{verb}.1" for verb in verbs(self.program))}
        assert pages == wanted, f"manual pages differ in {pages ^ wanted}"
        run("bash", "-n", inside / "completions" / NAME)
        starts_on_old_systems(inside / NAME)
        return main_job(inside / NAME)

    def wheel(self, scratch):
        path = self.one(f"{NAME}-{VERSION}-py3-none-{self.target.wheel}.whl")
        checked(path)
        run(sys.executable, "-m", "venv", scratch / "venv")
        run(scratch / "venv/bin/python", "-m", "pip", "install", "--no-index", "--no-cache-dir", path)
        shown = run(scratch / "venv/bin/python", "-m", "pip", "show", "--files", NAME)
        assert "share/man/man1/briefpress.1.gz" in shown and "licenses/LICENSE" in shown, shown
        made = main_job(scratch / "venv/bin" / NAME)
        run(scratch / "venv/bin/python", "-m", "pip", "uninstall", "--yes", NAME)
        assert not (scratch / "venv/bin" / NAME).exists(), "the program stays when the package goes"
        return made

    def npm(self, scratch):
        pair = [self.one(f"{NAME}-{self.target.npm}-{VERSION}.tgz"), self.one(f"{NAME}-{VERSION}.tgz")]
        for path in pair:
            checked(path)
        (scratch / "package.json").write_text("{}", encoding="utf-8")
        quiet = {"cwd": scratch, "env": os.environ | {"npm_config_cache": str(scratch / "cache")}}
        run("npm", "install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", *pair, **quiet)
        code = subprocess.run([scratch / "node_modules/.bin" / NAME, "check", "nothere"], capture_output=True).returncode
        assert code == 2, f"the exit code of the program was 2, and the starter gave {code}"
        shutil.copy(ROOT / "content/sexting.yaml", scratch)
        run("npx", "--no-install", NAME, "build", "sexting.yaml", "--out", "out", "--quiet", **quiet)
        return digests(scratch / "out")

    def deb(self, scratch):
        path = self.one(f"{NAME}_*_{self.target.deb}.deb")
        checked(path)
        run("dpkg", "--dry-run", "--force-not-root", "--install", path)
        run("dpkg-deb", "--extract", path, scratch / "root")
        run("dpkg-deb", "--control", path, scratch / "control")
        run("md5sum", "--check", "--quiet", scratch / "control/md5sums", cwd=scratch / "root")
        for name in ("doc/briefpress/copyright", "man/man1/briefpress.1.gz", "bash-completion/completions/briefpress"):
            assert (scratch / "root/usr/share" / name).is_file(), f"{name} is missing"
        assert "root/root" in run("dpkg-deb", "--contents", path), "its files do not belong to root"
        return main_job(scratch / "root/usr/bin" / NAME)

    def windows(self, scratch):
        path = self.one(f"{NAME}-{VERSION}-x86_64-pc-windows-gnu.zip")
        checked(path)
        run(sys.executable, "-m", "zipfile", "-e", path, scratch)
        program = next(scratch.glob(f"*/{NAME}.exe"))
        # Wine 8 lacks a library that Windows has had since 7, of which one function is wanted.
        source = scratch / "primitives.c"
        source.write_text(PRIMITIVES, encoding="utf-8")
        library = program.parent / "bcryptprimitives.dll"
        run("x86_64-w64-mingw32-gcc", "-shared", "-o", library, source, "-ladvapi32")
        environment = os.environ | {"WINEPREFIX": str(scratch / "wine"), "WINEDEBUG": "-all"}
        return main_job("wine", program, env=environment)

    def fonts(self, scratch):
        path = self.one(f"{NAME}-fonts-{VERSION}.tar.xz")
        checked(path)
        run("tar", "-xJf", path, "-C", scratch)
        folder = scratch / f"{NAME}-fonts-{VERSION}"
        assert "SIL Open Font License" in (folder / "LICENSES.txt").read_text(encoding="utf-8"), "no licence"
        briefings = [ROOT / f"tests/fixtures/languages/{language}.yaml" for language in LACKING]
        run(self.program, "build", *briefings, "--fonts", folder, "--out", scratch / "out", "--quiet")
        made = list((scratch / "out").rglob("poster.pdf"))
        assert len(made) == len(briefings), f"{len(made)} posters of {len(briefings)} languages"
        return self.expected


PRIMITIVES = """
#include <windows.h>
#include <ntsecapi.h>
__declspec(dllexport) BOOL WINAPI ProcessPrng(unsigned char *bytes, size_t count) {
    return RtlGenRandom(bytes, (unsigned long)count);
}
"""


def faults(here):
    """Packages with one fault each, and what has to notice."""

    def damaged(scratch):
        path = here.one(f"{NAME}-{VERSION}-{here.target.triple}.tar.xz")
        shutil.copy(path, scratch)
        shutil.copy(f"{path}.sha256", scratch)
        copy = scratch / path.name
        data = bytearray(copy.read_bytes())
        data[len(data) // 2] ^= 1
        copy.write_bytes(data)
        checked(copy)

    def other_system(scratch):
        path = here.one(f"{NAME}-{VERSION}-py3-none-{here.target.wheel}.whl")
        copy = scratch / path.name.replace(here.target.wheel, "win_amd64")
        shutil.copy(path, copy)
        run(sys.executable, "-m", "venv", scratch / "venv")
        run(scratch / "venv/bin/python", "-m", "pip", "install", "--no-index", copy)

    def starter_alone(scratch):
        (scratch / "package.json").write_text("{}", encoding="utf-8")
        environment = os.environ | {"npm_config_cache": str(scratch / "cache")}
        quiet = {"cwd": scratch, "env": environment}
        starter = here.one(f"{NAME}-{VERSION}.tgz")
        run("npm", "install", "--offline", "--omit=optional", "--no-audit", "--no-fund", starter, **quiet)
        run(scratch / "node_modules/.bin" / NAME, "--version")

    yield "an archive of which one bit has turned", damaged
    yield "a wheel for another system", other_system
    yield "a starter without its program", starter_alone
    yield "a program of the machine's own compiler", lambda _: starts_on_old_systems(ROOT / "target/debug" / NAME)


def main(program, folder):
    here = Here(program, folder)
    forms = {"archive": here.archive, "wheel": here.wheel, "npm": here.npm, "deb": here.deb, "fonts": here.fonts}
    if not list(here.folder.glob("*windows*.zip")):
        print("not tried: the program for Windows, for `scripts/package windows` has not made it here")
    elif not (shutil.which("wine") and shutil.which("x86_64-w64-mingw32-gcc")):
        print("not tried: the program for Windows, for there is no Wine here (wine, wine64, gcc-mingw-w64-x86-64)")
    else:
        forms["windows"] = here.windows
    passed = failed = 0

    def judge(name, judged, refused=False):
        nonlocal passed, failed
        fault = None
        with tempfile.TemporaryDirectory() as scratch:
            try:
                made = judged(pathlib.Path(scratch))
                if refused:
                    fault = "was not refused"
                elif made != here.expected:
                    fault = "its PDFs are not those of the program"
            except (AssertionError, OSError, subprocess.TimeoutExpired, StopIteration) as why:
                fault = None if refused and isinstance(why, AssertionError) else f"{why!r}"
        passed, failed = passed + (fault is None), failed + (fault is not None)
        if fault:
            print(f"{name}: {fault}")

    for name, judged in forms.items():
        judge(name, judged)
    for name, planted in faults(here):
        judge(name, planted, refused=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
