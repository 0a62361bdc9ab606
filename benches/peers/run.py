"""Runs briefpress and its peers in turn: takes the program, the folder of the peers and a number of rounds, prints a table.

    run.py PROGRAM FOLDER ROUNDS

Cold: one process, one briefing, three PDFs, started again and again. Batch: two threads of one process share distinct
briefings, or two processes where a peer has no threads. Everything is run in turn in each round, so that a busy moment
of the machine meets all of them; medians are shown. Pages are counted, and veraPDF judges the tagged files of the first
round: figures of work that was not done mean nothing.
"""

import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import pypdf

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[1]
# So many briefings that a batch takes long enough to be measured, and start-up does not matter.
BATCH = {"briefpress": 1000, "Typst in process": 100, "Typst wheel": 40, "WeasyPrint": 10, "genpdf": 10, "printpdf": 100}
# So often a round each is started for one briefing.
STARTS = 5
# These share the work among threads by themselves.
THREADS = {"briefpress", "Typst in process"}
PAGES = {"poster": 1, "handout": 7, "card": 2}
# It flows text over as many pages as that takes, and tags nothing.
FLOWS = {"genpdf", "printpdf"}


def commands(program, folder):
    """For each contestant: what makes PDFs of briefings into a folder."""
    python = sys.executable
    return {
        "briefpress": lambda out, files: [program, "build", "--quiet", "--format", "json", "--out", out, *files],
        "Typst in process": lambda out, files: [folder / "typst/release/typst-peer", out, *files],
        "Typst wheel": lambda out, files: [python, HERE / "typst_peer.py", out, *files],
        "WeasyPrint": lambda out, files: [python, HERE / "weasyprint_peer.py", out, *files],
        "genpdf": lambda out, files: [folder / "genpdf/release/genpdf-peer", out, *files],
        "printpdf": lambda out, files: [folder / "printpdf/release/printpdf-peer", out, *files],
    }


def timed(commands):
    """Seconds until all of these, run at once, have ended; and the peak memory of the largest in MB."""
    begin = time.perf_counter()
    runs = [
        subprocess.Popen(["/usr/bin/time", "-f", "peak %M", *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for command in commands
    ]
    said = [run.communicate()[1].decode() for run in runs]
    seconds = time.perf_counter() - begin
    return seconds, max(int(re.findall(r"peak (\d+)", text)[-1]) for text in said) / 1024


def count_pages(paths):
    for path in paths:
        pages = len(pypdf.PdfReader(path).pages)
        assert pages == PAGES[path.stem], f"{path} has {pages} pages"


def judge(folder):
    """What veraPDF says of the files in a folder, where scripts/setup has installed it."""
    if not (ROOT / ".tools/VeraCheck.class").exists():
        return "veraPDF is not installed (scripts/setup does that), so nobody has judged the tags."
    sys.path.insert(0, str(ROOT / "scripts/validate"))
    import judges

    paths = sorted(folder.rglob("*.pdf"))
    faults = judges.verapdf(paths, "ua1")
    assert not faults, faults
    names = ", ".join(sorted(path.name for path in folder.iterdir()))
    return f"veraPDF passes {len(paths)} files as PDF/UA-1, of {names}."


def main(program, folder, rounds):
    # In the folder for temporary files, which may be in memory: on a disk, files deleted before cost more than new ones.
    with tempfile.TemporaryDirectory() as work:
        measure(program, pathlib.Path(folder).resolve(), pathlib.Path(work), rounds)


def measure(program, folder, work, rounds):
    subprocess.run([ROOT / "benches/many/generate", work, str(max(BATCH.values()))], check=True)
    many = sorted((work / "content").glob("*.yaml"))
    contestants = commands(pathlib.Path(program).resolve(), folder)
    cold = {name: [] for name in contestants}
    batch = {name: [] for name in contestants}
    memory, sizes = {}, {}
    for turn in range(rounds):
        for name, command in contestants.items():
            out = work / "out" / name.replace(" ", "-")
            # The first start after other programs ran is much slower for the large ones, so it is not counted.
            for start in range(1 + STARTS):
                shutil.rmtree(out, ignore_errors=True)
                seconds, memory[name] = timed([command(out, [ROOT / "content/sexting.yaml"])])
                if start > 0:
                    cold[name].append(seconds)
            made = {path.stem: path.stat().st_size for path in out.rglob("*.pdf")}
            assert len(made) == 3, f"{name} made {sorted(made)}"
            sizes[name] = "/".join(f"{made[kind] / 1000:.0f}" for kind in ("poster", "handout", "card"))
            if name not in FLOWS:
                count_pages(out.rglob("*.pdf"))
                if turn == 0:
                    shutil.copytree(out, work / "judged" / name)
            shutil.rmtree(out)
            files = many[: BATCH[name]]
            shares = [files] if name in THREADS else [files[0::2], files[1::2]]
            seconds, _ = timed([command(out, share) for share in shares])
            made = list(out.rglob("*.pdf"))
            assert len(made) == 3 * len(files), f"{name} made {len(made)} PDFs of {len(files)} briefings"
            batch[name].append(len(made) / seconds)
            if name not in FLOWS:
                count_pages(made)
            shutil.rmtree(out)
    ours = statistics.median(cold["briefpress"]), statistics.median(batch["briefpress"])
    print("| | cold, 3 PDFs | | batch, PDFs/s on 2 cores | | peak memory, cold | kB poster/handout/card |")
    print("|---|---|---|---|---|---|---|")
    for name in contestants:
        first, rate = statistics.median(cold[name]), statistics.median(batch[name])
        print(
            f"| {name} | {first * 1000:.0f} ms | {first / ours[0]:.1f} × | {rate:.0f} | 1/{ours[1] / rate:.1f} "
            f"| {memory[name]:.0f} MB | {sizes[name]} |"
        )
    print(f"\n{judge(work / 'judged')}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
