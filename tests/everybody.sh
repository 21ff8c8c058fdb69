#!/bin/sh
# SPDX-License-Identifier: MIT
# Every implementation in the tree, judged and shown side by side: what does not hold is what its folder explains, no more and no less.
# Usage: everybody.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$1/fearless" certify --all >"$scratch/stdout" || { cat "$scratch/stdout"; exit 1; }

python3 - "$1" "$2" <<'PYTHON'
import json, pathlib, sys
build, source = map(pathlib.Path, sys.argv[1:])
wrong = []
def must(holds, what):
    if not holds: wrong.append(what)

folders = sorted(each.parent.name for each in source.glob("impl/*/CMakeLists.txt") if each.parent.name != "port")
matrix = (build / "site/matrix.html").read_text()
for name in folders:
    described = build / "implementations" / f"{name}.json"
    must(described.exists() and '"needs"' not in described.read_text(), f"{name} is not built, or only in part: install what it needs")
    if not described.exists(): continue
    rows = [json.loads(line) for line in (build / "results" / name / "results.jsonl").read_text().splitlines()]
    body, footer = rows[1:-1], rows[-1]
    must(footer["complete"], f"{name}: the results are not whole")
    explained = source / "impl" / name / "explanations.json"
    explanations = set(json.loads(explained.read_text())) if explained.exists() else set()
    held = {"PASS", "UNSUPPORTED", "NOTRUN"}
    broken = {row["claim"] for row in body if row["verdict"] not in held}
    broken |= {row["claim"] for row in body if row["verdict"] == "NOTRUN" and "explored" in row}
    for claim in sorted(broken - explanations): must(False, f"{name}: {claim} does not hold, which nothing in impl/{name} explains")
    for claim in sorted(explanations - broken): must(False, f"{name}: {claim} holds, though impl/{name}/explanations.json says why it does not")
    must(footer["verdict"] == ("not conforming" if explanations else "conforming"), f"{name}: {footer['verdict']}")
    must(f"certificate-{name}.html" in matrix, f"{name} is not on the matrix page")
    # A level is certified where there is something to judge it by, and a library that says nothing of its atomics can't be race-checked.
    levels = {level for of in footer["levels"].values() for level in of}
    must(("race-checked" in levels) <= ("instrumented" in described.read_text()), f"{name}: race-checked without an instrumented library")
fearless = [name for name in ("reference", "rust-std")
            if all(len(of) == 3 for of in json.loads((build / "results" / name / "results.jsonl").read_text().splitlines()[-1])["levels"].values())]
must(fearless == ["reference", "rust-std"], "fearless in every profile are only: " + ", ".join(fearless))
for each in wrong: print(each)
sys.exit(1 if wrong else 0)
PYTHON
