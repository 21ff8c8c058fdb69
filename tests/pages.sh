#!/bin/sh
# SPDX-License-Identifier: MIT
# The pages, in a browser: see spec/site/tests. Usage: pages.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
# The test and its packages stand in the build folder together, since node looks for packages beside who asks for them.
tests=$1/pages-tests
mkdir -p "$tests"
cp -R "$2/spec/site/tests/." "$tests/"
(cd "$tests" && npm install --no-audit --no-fund --loglevel=error >/dev/null)
# Pages without results would have little to look at; those of an earlier run are as good.
[ -f "$1/results/reference/results.jsonl" ] || "$1/fearless" certify reference --profile channels >/dev/null
"$1/fearless" site --out "$tests/site" >/dev/null
FEARLESS_SITE=$tests/site node --test "$tests"/*.test.mjs
