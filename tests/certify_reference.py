#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks the files that certifying the reference wrote. Usage: certify_reference.py RESULTS_FOLDER"""

import json
import pathlib
import sys
import xml.etree.ElementTree as xml

ROW_FIELDS = ("claim", "case", "method", "build", "verdict", "milliseconds", "text_sha256", "reproduce")


def check_row(row):
    for field in ROW_FIELDS:
        assert field in row, (field, row)
    # The reference passes every case but those for optional features that it lacks.
    assert row["verdict"] == "PASS" or (row.get("optional") and row["verdict"] == "UNSUPPORTED"), row
    assert ("explored" in row) == (row["method"] == "stress"), row
    for strategy in row.get("explored", []):
        assert strategy["executions"] == sum(strategy["outcomes"].values()) > 0, strategy


def check_results(lines):
    header, rows, footer = lines[0], lines[1:-1], lines[-1]
    assert header["rows"] == len(rows), f"the header counts {header['rows']} rows; there are {len(rows)}"
    assert footer["complete"] is True and footer["verdict"] == "conforming", footer
    assert header["controls"]["caught"] == header["controls"]["of"] > 0, header["controls"]
    for row in rows:
        check_row(row)
    return rows


def check_certificate(certificate):
    assert certificate["_type"] == "https://in-toto.io/Statement/v1"
    assert certificate["predicate"]["result"] == "PASSED"
    assert not certificate["predicate"]["failedTests"]
    assert 0 < certificate["predicate"]["searched"]["bound"] <= 0.01, certificate["predicate"]["searched"]
    assert all(len(judged["digest"]["sha256"]) == 64 for judged in certificate["subject"])


def main(folder):
    rows = check_results([json.loads(line) for line in (folder / "results.jsonl").read_text().splitlines()])
    check_certificate(json.loads((folder / "certificate.json").read_text()))
    assert json.loads((folder / "results.sarif").read_text())["runs"][0]["results"] == []
    assert len(list(xml.parse(folder / "junit.xml").iter("testcase"))) == len(rows)
    badge = json.loads((folder / "badge.json").read_text())
    assert badge["schemaVersion"] == 1 and "%" not in badge["message"], badge


main(pathlib.Path(sys.argv[1]))
