#!/bin/sh
# SPDX-License-Identifier: MIT
# clang-tidy on all compiled code except the project's own tests and the mutants, which are wrong on purpose.
# Usage: tidy.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
cd "$2"

# A build of its own, since clang-tidy would analyse a precompiled header again for each file. Parsing shared headers takes most of the time,
# so many files are analysed as one. -Wshadow is off: the local names of one file do not shadow those of another.
cmake --preset dev -B "$1/tidy" -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=64 \
  -DCMAKE_CXX_FLAGS='-Wall -Wextra -Wconversion -Werror' >/dev/null
tests/tidy.py "$1/tidy" "$1/tidy-cache" \
  "^($1/tidy|$2)/(impl|conformance|tsan)/(?!.*(/tests/|_tests\.dir|conformance/mutants/|CMakeFiles/(mutants|variants)_))"
