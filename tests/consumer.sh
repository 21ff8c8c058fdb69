#!/bin/sh
# SPDX-License-Identifier: MIT
# A project of a user finds an installed Fearless, builds with it, and gets compile errors for its mistakes.
# Usage: consumer.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
build=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cmake --install "$build" --prefix "$scratch/prefix" >/dev/null
cmake -G Ninja -S "$source/tests/consumer" -B "$scratch/build" -DCMAKE_CXX_COMPILER=clang++-19 -DCMAKE_PREFIX_PATH="$scratch/prefix" >/dev/null
cmake --build "$scratch/build" >/dev/null
"$scratch/build/consumer"

# rejects MISTAKE CODE: the program must not compile, and an error must contain the code.
rejects() {
  if cmake --build "$scratch/build" --target "$1" >"$scratch/log" 2>&1; then
    echo "tests/consumer/$1.cpp compiles; it must be rejected with $2"
    exit 1
  fi
  if ! grep -E 'error:' "$scratch/log" | grep -qF -- "$2"; then
    echo "tests/consumer/$1.cpp is rejected, but not with $2:"
    grep -E 'error:' "$scratch/log"
    exit 1
  fi
}
rejects borrows 'fearless[closure-borrows] (E0373)'
rejects uses_after_move 'bugprone-use-after-move'
rejects joins_twice "in the 'consumed' state"
