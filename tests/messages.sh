#!/bin/sh
# SPDX-License-Identifier: MIT
# What clang says of a mistake that the library refuses: one error, which begins with our code or has it right behind
# clang's own words for a deleted function; five lines at the most, and ten with the excerpts that clang draws.
# Usage: messages.sh SOURCE_FOLDER
set -eu
cd "$1"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0 seen=0

# compile FILE ARGUMENT…: as the gate does. What all the programs share is parsed once.
compile() {
  file=$1
  shift
  clang++-19 -std=c++23 -Wall -Werror=consumed -Werror=dangling -Werror=return-stack-address -pthread -fno-color-diagnostics \
    -Iimpl/reference/vocabulary -Iimpl/reference/include "$@" "$file"
}
echo '#include <subject.hpp>' >"$scratch/vocabulary.hpp"
compile "$scratch/vocabulary.hpp" -fpch-instantiate-templates -x c++-header -o "$scratch/vocabulary.pch"

# wrong FILE WHAT
wrong() {
  echo "$1: $2:"
  cat "$scratch/said"
  failures=$((failures + 1))
}

for file in $(grep -lE '^// Rejected: fearless\[' conformance/claims/*.reject.cpp); do
  seen=$((seen + 1))
  code=$(sed -nE 's/^\/\/ Rejected: (fearless\[[a-z-]+\]).*/\1/p' "$file")
  compile "$file" -include-pch "$scratch/vocabulary.pch" -fsyntax-only >"$scratch/said" 2>&1 && { wrong "$file" 'is accepted'; continue; }
  grep -vE '^ *[0-9]* \| |^[0-9]+ errors? generated' "$scratch/said" >"$scratch/lines"
  [ "$(grep -c ' error: ' "$scratch/lines")" -eq 1 ] || wrong "$file" 'there is more than one error'
  sed -n 's/.* error: //p' "$scratch/lines" | grep -qE '^([a-z ]*deleted [^[]*: )?fearless\[[a-z-]+\] \(E[0-9]+\): .*[;:] ' || wrong "$file" 'the message does not begin with a code'
  grep -qF "$code" "$scratch/lines" || wrong "$file" "the code is not $code"
  [ "$(wc -l <"$scratch/lines")" -le 5 ] || wrong "$file" 'it takes more than five lines'
  [ "$(wc -l <"$scratch/said")" -le 10 ] || wrong "$file" 'with its excerpts it takes more than ten lines'
done
echo "$seen messages looked at, $failures complaints"
[ "$seen" -gt 0 ] && [ "$failures" -eq 0 ]
