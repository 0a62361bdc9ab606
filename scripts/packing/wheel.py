"""Python's package: takes the program, gives a wheel that `pip`, `uv tool install` and `pipx` put on the path."""

import base64
import hashlib

from archive import zipped
from parts import NAME, SUMMARY, VERSION, Part


def wheel(program, target, papers, licences, share, folder):
    """Writes the wheel. Nothing in it is Python: the program lies where installers put scripts."""
    info, data = f"{NAME}-{VERSION}.dist-info", f"{NAME}-{VERSION}.data"
    tags = [f"py3-none-{system}" for system in target.wheel.split(".")]
    readme = next(part.data.decode() for part in papers if part.name == "README.md")
    metadata = [
        "Metadata-Version: 2.4",
        f"Name: {NAME}",
        f"Version: {VERSION}",
        f"Summary: {SUMMARY}",
        "License-Expression: MIT AND OFL-1.1",
        *(f"License-File: {part.name}" for part in licences),
        "Requires-Python: >=3.8",
        "Description-Content-Type: text/markdown",
        "",
        readme,
    ]
    told = ["Wheel-Version: 1.0", "Generator: briefpress packing", "Root-Is-Purelib: false", *(f"Tag: {tag}" for tag in tags)]
    parts = [
        Part(f"{data}/scripts/{target.program}", program, 0o755),
        *(Part(f"{data}/data/share/{part.name}", part.data) for part in share),
        *(Part(f"{info}/licenses/{part.name}", part.data) for part in licences),
        Part(f"{info}/METADATA", "\n".join(metadata).encode()),
        Part(f"{info}/WHEEL", ("\n".join(told) + "\n").encode()),
    ]
    rows = [f"{part.name},sha256={of(part.data)},{len(part.data)}" for part in parts]
    record = "\n".join([*rows, f"{info}/RECORD,,"]) + "\n"
    path = folder / f"{NAME}-{VERSION}-py3-none-{target.wheel}.whl"
    zipped([*parts, Part(f"{info}/RECORD", record.encode())], path)
    return path


def of(data):
    """A digest as a wheel's record writes it."""
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
