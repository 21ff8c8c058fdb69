#!/bin/sh
# SPDX-License-Identifier: MIT
# A user installs Fearless, finds it from a project of theirs, and is told of their mistakes when they compile.
# Usage: consumer.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
build=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cmake --install "$build" --prefix "$scratch/prefix" >/dev/null
cmake -G Ninja -S "$source/tests/consumer" -B "$scratch/build" -DCMAKE_CXX_COMPILER=clang++-19 -DCMAKE_PREFIX_PATH="$scratch/prefix" >/dev/null
cmake --build "$scratch/build" >/dev/null
"$scratch/build/consumer"

# refuses MISTAKE CODE: the program must not compile, and the code must stand in an error.
refuses() {
  if cmake --build "$scratch/build" --target "$1" >"$scratch/log" 2>&1; then
    echo "tests/consumer/$1.cpp compiles; it must be refused with $2"
    exit 1
  fi
  if ! grep -E 'error:' "$scratch/log" | grep -qF -- "$2"; then
    echo "tests/consumer/$1.cpp is refused, but not with $2:"
    grep -E 'error:' "$scratch/log"
    exit 1
  fi
}
refuses borrows 'fearless[closure-borrows] (E0373)'
refuses uses_after_move 'bugprone-use-after-move'
refuses joins_twice "in the 'consumed' state"
