#!/bin/sh
# SPDX-License-Identifier: MIT
# clang-tidy over all that is compiled, but for the project's own tests, and for the defects, which are wrong on purpose.
# Usage: tidy.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
cd "$2"

# The certifier's files and the cases are looked at many at a time: nearly all of what takes time is the headers that they
# share. What one file declares for itself is no shadow of what another one does.
cmake --preset dev -B "$1/unity" -DCMAKE_UNITY_BUILD=ON -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON \
  -DCMAKE_CXX_FLAGS='-Wall -Wextra -Wconversion -Werror' >/dev/null

# look_at LOG BUILD_FOLDER PATTERN
look_at() {
  run-clang-tidy-19 -quiet -config-file .clang-tidy -p "$2" "$3" 2>/dev/null >"$1" || {
    grep -E '(error|warning):' "$1" | sort -u
    exit 1
  }
  grep -q 'clang-tidy-19 ' "$1" || {
    echo "tidy.sh: nothing in $2 is called like $3: the pattern is wrong"
    exit 1
  }
}
look_at "$1/tidy.unity.log" "$1/unity" '/(certifier|suite_plain)\.dir/Unity/'
look_at "$1/tidy.log" "$1" "^$2/(impl|conformance|tsan)/(?!.*/tests/|claims/|certifier/(?!main)|mutants/|variants/)"
