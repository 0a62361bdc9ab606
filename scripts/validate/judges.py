"""The validators that are programs of their own: takes PDFs, gives the sentences they say about each."""

import subprocess
from pathlib import Path

HERE = Path(__file__).parent
TOOLS = HERE.parent.parent / ".tools" / "bin"


# What each kind of file for the screen claims to be.
UA1 = "ua1,2a"
UA2 = "ua2,wt1a,wt1r,4"


def verapdf(paths):
    """Faults by path: every file by the standards that it claims. One run for each judges all files that claim it,
    for the engine takes two seconds to start."""
    newer = [path for path in paths if ".ua2" in path.name]
    older = [path for path in paths if path not in newer]
    return run_verapdf(older, UA1) | run_verapdf(newer, UA2)


def run_verapdf(paths, flavours):
    """Faults by path."""
    if not paths:
        return {}
    result = subprocess.run([HERE / "verapdf", flavours, *paths], capture_output=True, text=True)
    faults, judged, path = {}, set(), None
    for line in result.stdout.splitlines():
        word = line.split(" ")[0]
        if word in ("PASS", "FAIL", "ERROR"):
            path = next(path for path in paths if f" {path}" in line)
            judged.add((path, line.split(" ")[1]))
            if word != "PASS":
                faults.setdefault(path, []).append(f"veraPDF {line.split(' ')[1]}")
        elif path in faults:
            faults[path][-1] += " " + line.strip()
    if len(judged) != len(paths) * len(flavours.split(",")):
        raise RuntimeError(f"veraPDF judged {len(judged)} times: {result.stdout}{result.stderr}")
    return faults


def qpdf(path):
    """Syntax and cross-references."""
    return spoken("qpdf", ["qpdf", "--check", path])


def lint(path):
    """Every object against the model of ISO 32000-2."""
    found = next((tool for tool in (TOOLS / "pdf-lint",) if tool.exists()), "pdf-lint")
    return spoken("pdf-lint", [found, path])


def spoken(name, command):
    """What a program said when it was not content."""
    result = subprocess.run(command, capture_output=True, text=True, errors="replace")
    if result.returncode == 0:
        return []
    said = " ".join((result.stdout + result.stderr).split())
    return [f"{name}: {said[:300] or result.returncode}"]
