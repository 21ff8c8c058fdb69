#!/bin/sh
# SPDX-License-Identifier: MIT
# docs/example builds against an installed Fearless, runs, and each of its mistakes is rejected with the code that it names.
# Usage: example.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
build=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cmake --install "$build" --prefix "$scratch/prefix" >/dev/null
cmake -G Ninja -S "$source/docs/example" -B "$scratch/build" -DCMAKE_CXX_COMPILER=clang++-19 -DCMAKE_PREFIX_PATH="$scratch/prefix" >/dev/null
cmake --build "$scratch/build" >/dev/null
[ "$("$scratch/build/right")" = 21 ] || { echo 'docs/example/right.cpp: does not print 21'; exit 1; }

# Build all mistakes at once; each of them must fail.
failures=0
set -- "$source"/docs/example/wrong/*.cpp
targets=$(basename -s .cpp "$@")
# shellcheck disable=SC2086 # a list of words
ninja -C "$scratch/build" -k 0 $targets >"$scratch/log" 2>&1 && { echo 'docs/example/wrong: every program compiles'; exit 1; }
for file in "$@"; do
  name=$(basename "$file" .cpp)
  code=$(sed -n 's/^\/\/ Rejected: //p' "$file")
  # clang-tidy reports Clang's own warnings under another name.
  pattern=$(printf '%s' "$code" | sed 's/[][]/\\&/g; s/^-W/(-W|clang-diagnostic-)/')
  if [ -e "$scratch/build/$name" ]; then
    echo "docs/example/wrong/$name.cpp: compiles; it must be rejected with $code"
    failures=$((failures + 1))
  elif ! grep -qE -- "/$name\.cpp:[0-9]+:[0-9]+: error: .*$pattern" "$scratch/log"; then
    echo "docs/example/wrong/$name.cpp: is rejected, but not with $code:"
    grep -E "/$name\.cpp:.*error:" "$scratch/log" || true
    failures=$((failures + 1))
  fi
done
[ "$failures" -eq 0 ]
