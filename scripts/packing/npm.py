"""npm's pair: takes the program, gives a package that holds it and one that starts it, for `npx` and `npm install`."""

import gzip
import io
import json
import tarfile

from parts import NAME, ROOT, SUMMARY, TARGETS, VERSION, Part, epoch

STARTER = ROOT / "scripts/packing/start.js"


def pair(program, target, papers, licences, of_starter, folder):
    """Writes both. The starter names a package for every system, and npm installs the one that fits; it is the same
    whatever program it is packed beside, so it has the licences of its own words alone."""
    system, processor = target.npm.split("-")
    holder = {
        "name": f"{NAME}-{target.npm}",
        "version": VERSION,
        "description": f"The program of {NAME} for {system} on {processor}",
        "license": "MIT",
        "os": [system],
        "cpu": [processor],
    }
    systems = sorted({target.npm for target in TARGETS.values()})
    starter = {
        "name": NAME,
        "version": VERSION,
        "description": SUMMARY,
        "license": "MIT",
        "bin": {NAME: "start.js"},
        "engines": {"node": ">=18"},
        "optionalDependencies": {f"{NAME}-{name}": VERSION for name in systems},
    }
    held = [Part(target.program, program, 0o755), *licences]
    started = [Part("start.js", STARTER.read_bytes(), 0o755), *papers, *of_starter]
    return [packed(holder, held, folder), packed(starter, started, folder)]


def packed(manifest, parts, folder):
    """Writes a package as `npm pack` does: all below `package/`."""
    whole = io.BytesIO()
    described = Part("package.json", (json.dumps(manifest, indent=2) + "\n").encode())
    with tarfile.open(fileobj=whole, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for part in [described, *parts]:
            entry = tarfile.TarInfo(f"package/{part.name}")
            entry.size, entry.mode, entry.mtime = len(part.data), part.mode, epoch()
            archive.addfile(entry, io.BytesIO(part.data))
    path = folder / f"{manifest['name']}-{VERSION}.tgz"
    path.write_bytes(gzip.compress(whole.getvalue(), mtime=0))
    return path
