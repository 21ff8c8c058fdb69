#!/bin/sh
# SPDX-License-Identifier: MIT
# Tests the pages in a browser; the tests are in spec/site/tests. Usage: pages.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
# Node looks for packages beside the file that imports them, so the tests and their packages share a folder of the build.
tests=$1/pages-tests
mkdir -p "$tests"
cp -R "$2/spec/site/tests/." "$tests/"
# What is installed is installed again only if the list of packages has changed.
cmp -s "$tests/package.json" "$tests/node_modules/installed.json" || {
  (cd "$tests" && npm install --no-audit --no-fund --loglevel=error >/dev/null)
  cp "$tests/package.json" "$tests/node_modules/installed.json"
}
# Pages without results have little to test. Results of an earlier run of this version will do.
cmp -s "$2/conformance/certifier/results/verify.py" "$1/results/reference/verify.py" || "$1/fearless" certify reference --profile channels >/dev/null
"$1/fearless" site --out "$tests/site" >/dev/null
FEARLESS_SOURCE=$2 FEARLESS_SITE=$tests/site FEARLESS_KEPT=$tests/kept.json node --test "$tests"/*.test.mjs
