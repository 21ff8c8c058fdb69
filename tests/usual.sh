#!/bin/sh
# SPDX-License-Identifier: MIT
# The reference, certified, makes everything that a user is promised. Usage: usual.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$1/fearless" certify reference --out "$scratch/out" >"$scratch/stdout" || { cat "$scratch/stdout"; exit 1; }
# The summary stands below the last blank line, and fits a screen.
[ "$(awk '/^$/ { n = 0 } { n++ } END { print n }' "$scratch/stdout")" -le 24 ] || { echo 'the summary does not fit a screen:'; cat "$scratch/stdout"; exit 1; }

# Whole and well-formed, by a reader that is not ours.
python3 - "$scratch/out" <<'PYTHON'
import json, pathlib, sys, xml.etree.ElementTree as xml
out = pathlib.Path(sys.argv[1])
rows = [json.loads(line) for line in (out / "results.jsonl").read_text().splitlines()]
header, body, footer = rows[0], rows[1:-1], rows[-1]
assert header["rows"] == len(body), "the header counts other rows than there are"
assert footer["complete"] is True and footer["verdict"] == "conforming", footer
assert header["controls"]["caught"] == header["controls"]["of"] > 0, header["controls"]
for row in body:
    for field in ("claim", "case", "method", "build", "verdict", "milliseconds", "text_sha256", "reproduce"):
        assert field in row, (field, row)
    # What no claim asks for may be unsupported; of all else the reference passes everything.
    assert row["verdict"] == "PASS" or (row.get("optional") and row["verdict"] == "UNSUPPORTED"), row
    assert ("explored" in row) == (row["method"] == "stress"), row
    for strategy in row.get("explored", []):
        assert strategy["executions"] == sum(strategy["outcomes"].values()) > 0, strategy
certificate = json.loads((out / "certificate.json").read_text())
assert certificate["_type"] == "https://in-toto.io/Statement/v1"
assert certificate["predicate"]["result"] == "PASSED"
assert not certificate["predicate"]["failedTests"]
assert 0 < certificate["predicate"]["searched"]["bound"] <= 0.01, certificate["predicate"]["searched"]
assert all(len(subject["digest"]["sha256"]) == 64 for subject in certificate["subject"])
assert len(list(xml.parse(out / "junit.xml").iter("testcase"))) == len(body)
badge = json.loads((out / "badge.json").read_text())
assert badge["schemaVersion"] == 1 and "%" not in badge["message"], badge
PYTHON
