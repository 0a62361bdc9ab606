"""Reports: takes the program and a folder to work in, judges its reports by report.schema.json and by each other.

    report.py PROGRAM FOLDER

Shards and their join, a run without a change, a comparison with what is on disk and a refused briefing each give one;
reports with a planted fault must be refused. The last line counts.
"""

import copy
import hashlib
import json
import pathlib
import shutil
import subprocess
import sys

import jsonschema

ROOT = pathlib.Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "report.schema.json").read_text(encoding="utf-8"))
WHAT = ["content", "--boards", "content/boards", "--out"]


def reports(program, folder):
    """Every kind of report there is, by name."""
    def build(name, *words, out="out", exit=0):
        path = folder / f"{name}.json"
        run = subprocess.run(
            [program, "build", *WHAT, folder / out, "--report", path, "--quiet", *words], cwd=ROOT, capture_output=True
        )
        assert run.returncode == exit, f"{name}: {run.stderr.decode()}"
        return json.loads(path.read_text(encoding="utf-8"))

    yield "whole", build("whole")
    yield "unchanged", build("unchanged")
    yield "with times", build("timed", "--times")
    for shard in "123":
        yield f"shard {shard}", build(f"shard{shard}", "--shard", f"{shard}/3", out="parts")
    shards = [folder / f"shard{shard}.json" for shard in "312"]
    merged = subprocess.run([program, "report", "merge", *shards], capture_output=True, check=True).stdout
    yield "merged", json.loads(merged)
    one = next((folder / "out").rglob("card.pdf"))
    one.write_bytes(b"by hand")
    yield "compared", build("compared", "--check-only", exit=1)
    content = folder / "refused.yaml"
    content.write_text("title: Only a title\n", encoding="utf-8")
    yield "refused", build("refused", content, out="refused", exit=1)


def proper(name, report):
    """What a schema cannot say."""
    files = [file for job in report["jobs"].values() for file in job["files"]]
    if name in ("whole", "unchanged", "merged"):
        assert len(report["jobs"]) == report["planned"], "a job is missing"
    if name in ("whole", "shard 1", "shard 2", "shard 3"):
        for file in files:
            data = pathlib.Path(file["path"]).read_bytes()
            assert hashlib.sha256(data).hexdigest() == file["sha256"] and len(data) == file["size"], file["path"]
    if name in ("whole", "unchanged"):
        for file in (file for file in files if file["path"].endswith("poster.pdf")):
            assert file["why"][0]["alarm"][0] == "999" and file["why"][0]["body"] >= 12, file["why"]
            assert len(file["why"]) == file["pages"], file["path"]
    timed = [job for job in report["jobs"].values() if "microseconds" in job]
    assert len(timed) == (len(report["jobs"]) if name == "with times" else 0), "times where nobody asked, or none"
    if name == "compared":
        assert sum(len(job["stale"]) for job in report["jobs"].values()) == 1
    if name == "refused":
        assert report["jobs"], "nothing was refused"


def faults(report):
    """Reports with one fault each."""
    def planted(change):
        fault = copy.deepcopy(report)
        job = next(job for job in fault["jobs"].values() if job["files"])
        change(fault, job)
        return fault

    yield "a digest of 63 digits", planted(lambda _, job: job["files"][0].update(sha256="0" * 63))
    yield "a state of its own", planted(lambda _, job: job.update(state="perhaps"))
    yield "a key too many", planted(lambda fault, _: fault.update(host="x"))
    yield "no pages", planted(lambda _, job: job["files"][0].pop("pages"))
    yield "a badness of its own", planted(lambda _, job: job["files"][0]["why"][0].update(badness={"ugly": 1}))
    yield "numbers larger than all of them", planted(lambda _, job: job["files"][0]["why"][0].update(keep=1.5))
    yield "a shard alone", planted(lambda fault, _: fault.update(shard=[1]))


def main(program, folder):
    folder = pathlib.Path(folder).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    validator = jsonschema.Draft202012Validator(SCHEMA)
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    passed = failed = 0

    def judge(name, is_right, why=""):
        nonlocal passed, failed
        passed, failed = passed + is_right, failed + (not is_right)
        if not is_right:
            print(f"{name}: {why}")

    whole = None
    for name, report in reports(str(pathlib.Path(program).resolve()), folder):
        whole = whole or report
        errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(report)]
        judge(f"report {name}", not errors, "; ".join(errors[:3]))
        try:
            proper(name, report)
            judge(f"report {name}", True)
        except AssertionError as why:
            judge(f"report {name}", False, why)
    for name, report in faults(whole):
        judge(f"report with {name}", not validator.is_valid(report), "was not refused")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
