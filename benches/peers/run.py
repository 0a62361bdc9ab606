"""Runs briefpress and its peers in turn: takes the program, a folder to work in and a number of rounds, prints a table.

    run.py PROGRAM FOLDER ROUNDS

Cold: one process, one briefing, three PDFs. Batch: two processes (ours: two threads) share distinct briefings. Everything
is run once a round, one after the other, so that a busy moment of the machine meets all of them; medians are shown.
"""

import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[1]
# So many briefings that a batch takes long enough to be measured, and start-up does not matter.
BATCH = {"briefpress": 400, "Typst wheel": 40, "WeasyPrint": 10, "genpdf": 10}


def commands(program, folder):
    """For each contestant: what makes PDFs of briefings into a folder."""
    python = sys.executable
    return {
        "briefpress": lambda out, files: [program, "build", "--quiet", "--format", "json", "--out", out, *files],
        "Typst wheel": lambda out, files: [python, HERE / "typst_peer.py", out, *files],
        "WeasyPrint": lambda out, files: [python, HERE / "weasyprint_peer.py", out, *files],
        "genpdf": lambda out, files: [folder / "genpdf/release/genpdf-peer", out, *files],
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


def main(program, folder, rounds):
    folder = pathlib.Path(folder).resolve()
    work = folder / "work"
    shutil.rmtree(work, ignore_errors=True)
    subprocess.run([ROOT / "benches/many/generate", work, str(max(BATCH.values()))], check=True)
    many = sorted((work / "content").glob("*.yaml"))
    contestants = commands(pathlib.Path(program).resolve(), folder)
    cold = {name: [] for name in contestants}
    batch = {name: [] for name in contestants}
    memory, sizes = {}, {}
    for _ in range(rounds):
        for name, command in contestants.items():
            out = work / "out" / name.replace(" ", "-")
            shutil.rmtree(out, ignore_errors=True)
            seconds, memory[name] = timed([command(out, [ROOT / "content/sexting.yaml"])])
            cold[name].append(seconds)
            made = {path.stem: path.stat().st_size for path in out.rglob("*.pdf")}
            assert len(made) == 3, f"{name} made {sorted(made)}"
            sizes[name] = "/".join(f"{made[kind] / 1000:.0f}" for kind in ("poster", "handout", "card"))
            files = many[: BATCH[name]]
            # Ours shares the work among threads by itself.
            shares = [files] if name == "briefpress" else [files[0::2], files[1::2]]
            shutil.rmtree(out)
            seconds, _ = timed([command(out, share) for share in shares])
            count = len(list(out.rglob("*.pdf")))
            assert count == 3 * len(files), f"{name} made {count} PDFs of {len(files)} briefings"
            batch[name].append(count / seconds)
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


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
