#!/bin/sh
# SPDX-License-Identifier: MIT
# clang-tidy over all that is compiled, but for the project's own tests, and for the defects, which are wrong on purpose.
# Usage: tidy.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
cd "$2"
run-clang-tidy-19 -quiet -p "$1" "^$2/(impl|conformance|tsan)/(?!.*/tests/|mutants/|variants/)" 2>/dev/null >"$1/tidy.log" || {
  grep -E '(error|warning):' "$1/tidy.log" | sort -u
  exit 1
}
