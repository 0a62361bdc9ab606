"""Files for CI services: judges that each is what its service's published schema wants, that what they call exists, and
that shards and their join agree. Files with one fault each must be refused by the schemas.

The commands in them are tried by the tests; what only the services know cannot be judged here. The last line counts.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).parents[2]


def load(path):
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def github(action, workflow):
    """Faults of the workflow, judged by the action that it uses."""
    build, merge = workflow["jobs"]["build"], workflow["jobs"]["all"]
    shards = build["strategy"]["matrix"]["shard"]
    if shards != list(range(1, len(shards) + 1)):
        yield f"the shards are not counted from 1: {shards}"
    if merge["needs"] != "build":
        yield "the join does not wait for the shards"
    for step in build["steps"] + merge["steps"]:
        if not step.get("uses", "").startswith("OWNER/briefpress"):
            continue
        if unknown := set(step["with"]) - set(action["inputs"]):
            yield f"the action has no input {unknown}"
        part = step["with"].get("shard")
        if part and not part.endswith(f"/{len(shards)}"):
            yield f"{part} is not of {len(shards)} shards"


def inputs(action):
    """Inputs of the action that no step uses, or that a step uses and nobody declares."""
    used = set(re.findall(r"inputs\.([a-z-]+)", str(action["runs"])))
    if used != set(action["inputs"]):
        yield f"declared and used inputs differ in {used ^ set(action['inputs'])}"
    for step in action["runs"]["steps"]:
        if "inputs." in step.get("run", ""):
            yield "an input is pasted into a script, where what it holds would be run"


def scripts(steps):
    """Scripts that the shell cannot parse."""
    for script in steps:
        parsed = subprocess.run(["bash", "-n"], input=script.encode(), capture_output=True)
        if parsed.returncode:
            yield parsed.stderr.decode()


def called(workflow):
    """Files of this repository that a workflow calls and that are not there, and inputs that are pasted into a script."""
    for name, job in workflow["jobs"].items():
        for step in job["steps"]:
            script = step.get("run", "")
            for path in re.findall(r"(?<![\w/])(?:scripts|\.ci)/[\w/.]+", script):
                if not (ROOT / path).is_file():
                    yield f"{name}: there is no {path}"
            if re.search(r"\$\{\{ *github\.(event|head_ref)", script):
                yield f"{name}: words of a stranger are pasted into a script"
    yield from scripts(step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step)


def promised(workflow):
    """What the release would not publish of what the README and the action promise."""
    targets = {entry["target"] for entry in workflow["jobs"]["build"]["strategy"]["matrix"]["include"]}
    tried = {entry["target"] for entry in workflow["jobs"]["try"]["strategy"]["matrix"]["include"]}
    wanted = set(re.findall(r"target=(\S+)", (ROOT / "scripts/action/install").read_text(encoding="utf-8")))
    if not targets == tried == wanted:
        yield f"built {sorted(targets)}, tried {sorted(tried)}, and the action takes {sorted(wanted)}"


def line_ends(paths):
    """Files that Git would write with other line ends on Windows: they go into the program, and so into every PDF."""
    told = subprocess.run(["git", "check-attr", "text", "--", *paths], cwd=ROOT, capture_output=True, text=True)
    yield from (line for line in told.stdout.splitlines() if not line.endswith(": text: unset"))
    if len(told.stdout.splitlines()) != len(paths):
        yield told.stderr or "Git did not answer"


def gitlab(pipeline):
    if pipeline["build"]["stage"] != "build" or pipeline["merge"]["stage"] != "merge":
        yield "the join does not come after the shards"
    if pipeline["stages"] != ["build", "merge"] or pipeline["build"]["parallel"] < 2:
        yield "nothing is shared"
    if "--shard" not in " ".join(pipeline["build"]["script"]):
        yield "every machine would build everything"


# Each file, the schema that its service is judged by, and changes after which it must be refused.
PUBLISHED = {
    "examples/ci/github.yml": (
        ["vendor.github-workflows"],
        [("runs-on:", "run-on:"), ("steps:", "step:"), ("needs: build", "needs: {}"), ("matrix:", "matrices:")],
    ),
    "action.yml": (["vendor.github-actions"], [("using: composite", "using: shell"), ("runs:", "run:")]),
    ".github/workflows/test.yml": (["vendor.github-workflows"], [("jobs:", "job:"), ("timeout-minutes: 90", "timeout: 90")]),
    ".github/workflows/release.yml": (["vendor.github-workflows"], [("matrix:", "matrices:"), ("needs: try", "needs: {}")]),
    "examples/ci/gitlab.yml": (
        ["vendor.gitlab-ci", "--data-transform", "gitlab-ci"],
        [("parallel: ", "parallel: -"), ("artifacts:", "artefacts:"), ("script:", "scripts:")],
    ),
}


def published(path, schema, text=None):
    """What the schema that a service publishes says against a file, or against a text in its place."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / pathlib.Path(path).name
        copy.write_text(text or (ROOT / path).read_text(encoding="utf-8"), encoding="utf-8")
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", *schema, str(copy)]
        judged = subprocess.run(command, capture_output=True, text=True)
    if judged.returncode:
        yield (judged.stdout + judged.stderr).strip()


def planted(path, schema, old, new):
    """A change that the schema does not notice, or that the file has no place for."""
    text = (ROOT / path).read_text(encoding="utf-8")
    if old not in text:
        yield f"there is no {old!r} to change"
    elif not list(published(path, schema, text.replace(old, new))):
        yield f"{new!r} in place of {old!r} is not refused"


def main():
    action, workflow, pipeline = load("action.yml"), load("examples/ci/github.yml"), load("examples/ci/gitlab.yml")
    lines = [*pipeline["default"]["before_script"], *pipeline["build"]["script"], *pipeline["merge"]["script"]]
    runs = [step["run"] for step in action["runs"]["steps"] if "run" in step]
    tests, release = load(".github/workflows/test.yml"), load(".github/workflows/release.yml")
    judged = {
        "what .github/workflows/test.yml calls": called(tests),
        "what .github/workflows/release.yml calls": called(release),
        "systems of the release": promised(release),
        "line ends on every system": line_ends(["src/lib.rs", "content/sexting.yaml", "layouts/dial/poster.yaml", "Cargo.lock"]),
        "examples/ci/github.yml": github(action, workflow),
        "inputs of action.yml": inputs(action),
        "scripts of action.yml": scripts(runs),
        "examples/ci/gitlab.yml": gitlab(pipeline),
        "scripts of examples/ci/gitlab.yml": scripts(lines),
    }
    for path, (schema, changes) in PUBLISHED.items():
        judged[f"{path} by the schema of its service"] = published(path, schema)
        for old, new in changes:
            judged[f"{path} with {new!r}"] = planted(path, schema, old, new)
    failed = 0
    for name, faults in judged.items():
        faults = list(faults)
        failed += bool(faults)
        for fault in faults:
            print(f"{name}: {fault}")
    print(f"{len(judged) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
