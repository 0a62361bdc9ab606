"""Archives: takes files, gives a tar.xz, or a zip for Windows, with the SHA-256 of it beside it."""

import hashlib
import io
import lzma
import tarfile
import time
import zipfile

from parts import epoch


def tar(parts, path, folder):
    """Writes the files below one folder, so that unpacking strews nothing about."""
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for part in sorted(parts):
            entry = tarfile.TarInfo(f"{folder}/{part.name}")
            entry.size, entry.mode, entry.mtime = len(part.data), part.mode, epoch()
            archive.addfile(entry, io.BytesIO(part.data))
    path.write_bytes(lzma.compress(whole.getvalue(), preset=6))


def zipped(parts, path, folder=None):
    """Writes the files in the order in which they come, for some readers of zip files mind it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for part in parts:
            name = f"{folder}/{part.name}" if folder else part.name
            # A zip file knows no year before 1980.
            entry = zipfile.ZipInfo(name, max(time.gmtime(epoch())[:6], (1980, 1, 1, 0, 0, 0)))
            entry.external_attr, entry.compress_type = (0o100000 | part.mode) << 16, zipfile.ZIP_DEFLATED
            archive.writestr(entry, part.data)


def digest(path):
    """Writes the digest in the form that `sha256sum --check` reads."""
    line = f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
    path.with_name(f"{path.name}.sha256").write_text(line, encoding="utf-8")
