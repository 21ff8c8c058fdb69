#!/bin/sh
# SPDX-License-Identifier: MIT
# clang-tidy on all compiled code except the project's own tests and the mutants, which are wrong on purpose.
# Usage: tidy.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
cd "$2"

# The certifier and the cases are analysed in unity builds, since parsing their shared headers takes most of the time.
# -Wshadow is off there: the local names of one file do not shadow those of another.
cmake --preset dev -B "$1/unity" -DCMAKE_UNITY_BUILD=ON -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON \
  -DCMAKE_CXX_FLAGS='-Wall -Wextra -Wconversion -Werror' >/dev/null

# analyse LOG BUILD_FOLDER PATTERN: analyses all files of the build whose path matches.
analyse() {
  run-clang-tidy-19 -quiet -config-file .clang-tidy -p "$2" "$3" 2>/dev/null >"$1" || {
    grep -E '(error|warning):' "$1" | sort -u
    exit 1
  }
  grep -q 'clang-tidy-19 ' "$1" || {
    echo "tests/tidy.sh: no file of $2 matches $3; correct the pattern"
    exit 1
  }
}
analyse "$1/tidy.unity.log" "$1/unity" '/(certifier_[a-su-z][a-z]*|suite_plain)\.dir/Unity/'
analyse "$1/tidy.log" "$1" "^$2/(impl|conformance|tsan)/(?!.*/tests/|claims/|certifier/(?!main)|mutants/|variants/)"
