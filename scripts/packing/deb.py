"""Debian's package: takes the program, gives a .deb that `apt install ./FILE` puts in place with manual and completions."""

import gzip
import hashlib
import os
import subprocess
import tempfile
import pathlib

from parts import NAME, VERSION, Part, epoch

COPYRIGHT = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: briefpress
Comment: The fonts and colour profiles inside the program, and the crates that it is made of, are under the licences
 in the files beside this one.

Files: *
Copyright: the authors of briefpress
License: Expat

License: Expat
"""


def deb(program, target, papers, licences, share, folder):
    """Writes the package."""
    doc = f"usr/share/doc/{NAME}"
    licence = next(part.data.decode() for part in licences if part.name == "LICENSE")
    indented = "".join(f" {line or '.'}\n" for line in licence.splitlines())
    changes = next(part.data for part in papers if part.name == "CHANGELOG.md")
    parts = [
        Part(f"usr/bin/{NAME}", program, 0o755),
        Part(f"{doc}/copyright", (COPYRIGHT + indented).encode()),
        Part(f"{doc}/changelog.gz", gzip.compress(changes, mtime=0)),
        *(Part(f"{doc}/{part.name.replace('/', '-')}", part.data) for part in licences if part.name != "LICENSE"),
        *(Part(f"{doc}/{part.name}", part.data) for part in papers if part.name == "README.md"),
        *(Part(f"usr/share/{part.name}", part.data) for part in share),
    ]
    sums = "".join(f"{hashlib.md5(part.data).hexdigest()}  {part.name}\n" for part in parts)
    with tempfile.TemporaryDirectory() as root:
        # The folder becomes the root of the package, whose mode must not be a private one.
        os.chmod(root, 0o755)
        control = Part("DEBIAN/control", control_of(target, parts).encode())
        for part in [*parts, control, Part("DEBIAN/md5sums", sums.encode())]:
            path = pathlib.Path(root) / part.name
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o755)
            path.write_bytes(part.data)
            path.chmod(part.mode)
        for path in pathlib.Path(root).rglob("*"):
            os.utime(path, (epoch(), epoch()))
        path = folder / f"{NAME}_{VERSION}-1_{target.deb}.deb"
        command = ["dpkg-deb", "--build", "--root-owner-group", "-Zxz", root, path]
        environment = os.environ | {"SOURCE_DATE_EPOCH": str(epoch())}
        subprocess.run(command, check=True, capture_output=True, env=environment)
    return path


def control_of(target, parts):
    """What Debian is told."""
    size = sum(len(part.data) + 1023 for part in parts) // 1024
    return f"""Package: {NAME}
Version: {VERSION}-1
Architecture: {target.deb}
Maintainer: The authors of briefpress <briefpress@localhost>
Installed-Size: {size}
Depends: libc6 (>= 2.17), libgcc-s1
Section: text
Priority: optional
Description: poster, handout and wallet card of a safeguarding briefing
 briefpress turns one YAML file, a seven-minute briefing on safeguarding, into
 a one-page A4 poster, a seven-slide handout and a wallet-sized contact card,
 as PDFs that a screen reader reads right and a print shop prints right.
"""
