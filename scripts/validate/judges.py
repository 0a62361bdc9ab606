"""The validators that are programs of their own: takes PDFs, gives the sentences they say about each."""

import subprocess
from pathlib import Path

HERE = Path(__file__).parent
TOOLS = HERE.parent.parent / ".tools" / "bin"


def verapdf(paths, flavours="ua1,2a"):
    """Faults by path. One run judges all, for the engine takes two seconds to start."""
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
