#!/bin/sh
# SPDX-License-Identifier: MIT
# Checks what clang prints for a program that the library rejects: one error that begins with the library's code, or has it directly
# after clang's own words for a deleted function; at most five lines, or ten with clang's excerpts. The same for a compiler that is too old.
# Usage: messages.sh SOURCE_FOLDER
set -eu
cd "$1"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0 seen=0

# compile FILE ARGUMENT…: with the warnings of the ownership check. The common header is precompiled.
compile() {
  file=$1
  shift
  clang++-19 -std=c++23 -Wall -Werror=consumed -Werror=dangling -Werror=return-stack-address -pthread -fno-color-diagnostics \
    -Iimpl/reference/native -Iimpl/reference/include "$@" "$file"
}
echo '#include <native.hpp>' >"$scratch/native.hpp"
compile "$scratch/native.hpp" -fpch-instantiate-templates -x c++-header -o "$scratch/native.pch"

# wrong FILE WHAT
wrong() {
  echo "$1: $2:"
  cat "$scratch/output"
  failures=$((failures + 1))
}

for file in $(grep -lE '^// Rejected: fearless\[' conformance/claims/*.reject.cpp impl/reference/tests/rejected/*.cpp); do
  seen=$((seen + 1))
  code=$(sed -nE 's/^\/\/ Rejected: (fearless\[[a-z-]+\]).*/\1/p' "$file")
  compile "$file" -include-pch "$scratch/native.pch" -fsyntax-only >"$scratch/output" 2>&1 && { wrong "$file" 'the program is accepted'; continue; }
  grep -vE '^ *[0-9]* \| |^[0-9]+ errors? generated' "$scratch/output" >"$scratch/lines"
  [ "$(grep -c ' error: ' "$scratch/lines")" -eq 1 ] || wrong "$file" 'clang prints more than one error'
  sed -n 's/.* error: //p' "$scratch/lines" | grep -qE '^([a-z ]*deleted [^[]*: )?fearless\[[a-z-]+\] \(E[0-9]+\): .*[;:] ' || wrong "$file" 'the message does not begin with a code'
  grep -qF "$code" "$scratch/lines" || wrong "$file" "the code is not $code"
  [ "$(wc -l <"$scratch/lines")" -le 5 ] || wrong "$file" 'the message has more than five lines'
  [ "$(wc -l <"$scratch/output")" -le 10 ] || wrong "$file" 'the message with its excerpts has more than ten lines'
done
# A standard library that is too old is named, before what it lacks. An empty header stands for it.
: >"$scratch/expected"
for header in fearless/fearless.hpp fearless_port.hpp; do
  echo "#include <$header>" >"$scratch/old.cpp"
  compile "$scratch/old.cpp" -Iimpl/port -I"$scratch" -fsyntax-only >"$scratch/output" 2>&1 && wrong "$header" 'a library without std::expected is accepted'
  grep ' error: ' "$scratch/output" | head -n 1 | grep -qF 'needs std::expected: use g++ 12, clang 19' || wrong "$header" 'the first error does not name std::expected'
done
echo "$seen messages checked, $failures failures"
[ "$seen" -gt 0 ] && [ "$failures" -eq 0 ]
