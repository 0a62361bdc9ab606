#!/usr/bin/env python3
"""Judges the logs for code-scanning services: sarif.py PROGRAM. Each must be SARIF 2.1.0 by its published schema.

The logs are of the test suites, which hold every kind of message, and of nothing at all.
"""

import json
import subprocess
import sys
from pathlib import Path

from jsonschema.validators import validator_for

ROOT = Path(__file__).resolve().parents[2]


def main():
    schema = json.loads((ROOT / ".tools/sarif-2.1.0.json").read_text())
    validator = validator_for(schema)(schema)
    passed, faults = 0, []
    for what, least in [("tests/suite/check", 60), ("tests/suite/read", 60), ("src/starter/starter.yaml", 0)]:
        command = [sys.argv[1], "check", what, "--format", "sarif", "--today", "2026-11-23"]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        log = json.loads(run.stdout)
        results = log["runs"][0]["results"]
        found = [f"{'/'.join(map(str, e.path))}: {e.message[:200]}" for e in validator.iter_errors(log)]
        rules = [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]]
        found += [r["ruleId"] for r in results if rules[r["ruleIndex"]] != r["ruleId"]]
        if len(results) < least:
            found.append(f"only {len(results)} results")
        faults += [f"{what}: {fault}" for fault in found]
        passed += not found
    # A judge that passes everything would be worth nothing.
    for name, damage in [
        ("no version", lambda log: log.pop("version")),
        ("a level that SARIF does not know", lambda log: log["runs"][0]["results"][0].update(level="fatal")),
        ("a line 0", lambda log: place(log)["region"].update(startLine=0)),
        ("a rule without its id", lambda log: log["runs"][0]["tool"]["driver"]["rules"][0].pop("id")),
    ]:
        log = json.loads(subprocess.run(
            [sys.argv[1], "check", "tests/suite/check", "--format", "sarif", "--today", "2026-11-23"],
            cwd=ROOT, capture_output=True, text=True).stdout)
        damage(log)
        if validator.is_valid(log):
            faults.append(f"{name} was not noticed")
        else:
            passed += 1
    for fault in faults:
        print(fault)
    print(f"{passed} passed, {len(faults)} failed")
    sys.exit(bool(faults))


def place(log):
    return next(
        result["locations"][0]["physicalLocation"]
        for result in log["runs"][0]["results"]
        if "region" in result["locations"][0]["physicalLocation"]
    )


if __name__ == "__main__":
    main()
