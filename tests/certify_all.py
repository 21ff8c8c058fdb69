#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks the results of `fearless certify --all`: of the implementations of ALWAYS, or with FEARLESS_EVERY_IMPLEMENTATION=yes in the
environment of all that are built here.

Usage: certify_all.py BUILD_FOLDER SOURCE_FOLDER, or `certify_all.py always`, which prints their names."""

import json
import os
import pathlib
import sys

# The test command installs their packages. Those of the others are large: it certifies them if it is asked to.
ALWAYS = ["boost", "cpp-std", "crossbeam-channel", "go", "moodycamel", "onetbb", "parking-lot", "reference", "rust-std"]
# Faults that show only in some schedules that the system makes: explained claims that hold in many runs.
MAY_FAIL = {"go": {"threads.spawn.no-thread"}, "libstdcxx-semaphore": {"mutex.exclusion", "mutex.lock.blocks"}}
FEARLESS_IN_EVERY_PROFILE = ["reference", "rust-std"]
LEVELS = 3


def failed_claims(rows):
    """The claims that do not hold. A search of a stress case that could not tell (NOTRUN) counts; a row without anything to run does not."""
    failed = {row["claim"] for row in rows if row["verdict"] not in ("PASS", "UNSUPPORTED", "NOTRUN")}
    return failed | {row["claim"] for row in rows if row["verdict"] == "NOTRUN" and "explored" in row}


def undecided_claims(rows):
    """The claims on which the scenarios could not tell, for example because others were broken too often."""
    return {row["claim"] for row in rows if row["verdict"] == "NOTRUN" and "scenarios" in row}


def read_results(build, name):
    return [json.loads(line) for line in (build / "results" / name / "results.jsonl").read_text().splitlines()]


def problems_of(build, source, name):
    path = build / "implementations" / f"{name}.json"
    if not path.exists():
        if name not in ALWAYS and (build / "implementations" / f"{name}.missing.json").exists():
            return
        yield f"{name} is not built; install the packages that `fearless needs {name}` prints"
        return
    description = json.loads(path.read_text())
    if "needs" in description:
        yield f"{name} is built only in part; install {', '.join(description['needs'])}"
    lines = read_results(build, name)
    rows, footer = lines[1:-1], lines[-1]
    if not footer["complete"]:
        yield f"{name}: the results are incomplete"
    explained_in = source / "impl" / name / "explanations.json"
    explained = set(json.loads(explained_in.read_text())) if explained_in.exists() else set()
    failed = failed_claims(rows)
    for claim in sorted(failed - explained):
        yield f"{name}: {claim} fails; explain it in impl/{name}/explanations.json"
    for claim in sorted(explained - failed - undecided_claims(rows) - MAY_FAIL.get(name, set())):
        yield f"{name}: {claim} holds; remove it from impl/{name}/explanations.json"
    if footer["verdict"] != ("not conforming" if explained else "conforming"):
        yield f"{name}: the verdict is {footer['verdict']}"
    if f"certificate-{name}.html" not in (build / "site/matrix.html").read_text():
        yield f"{name} is missing on the matrix page"
    # An uninstrumented library hides its atomic operations from the detector and must not get the level.
    levels = {level for reached in footer["levels"].values() for level in reached}
    if "race-checked" in levels and "instrumented" not in description.get("libraries", {}):
        yield f"{name}: has the level race-checked without an instrumented library"


def is_fearless(build, name):
    return all(len(levels) == LEVELS for levels in read_results(build, name)[-1]["levels"].values())


def main(build, source):
    every = sorted(each.parent.name for each in source.glob("impl/*/CMakeLists.txt") if each.parent.name != "port")
    names = every if os.environ.get("FEARLESS_EVERY_IMPLEMENTATION") == "yes" else ALWAYS
    problems = [problem for name in names for problem in problems_of(build, source, name)]
    problems += [f"{name} is not fearless in every profile" for name in FEARLESS_IN_EVERY_PROFILE if not is_fearless(build, name)]
    print(*problems, sep="\n", end="\n" if problems else "")
    absent = [name for name in every if name not in names or not (build / "implementations" / f"{name}.json").exists()]
    print(f"{len(every) - len(absent)} implementations were certified; not certified: {', '.join(absent) or 'none'}")
    return 1 if problems else 0


if sys.argv[1:] == ["always"]:
    print(*ALWAYS)
else:
    sys.exit(main(*map(pathlib.Path, sys.argv[1:3])))
