#!/bin/sh
# SPDX-License-Identifier: MIT
# The benchmark measures every row, its file matches its schema, and the page shows each figure. No figure is judged: the
# rows do so little work that they mean nothing. Usage: speed.sh BUILD_FOLDER SOURCE_FOLDER
set -u
measure=$2/conformance/bench/measure
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

# rejects TEXT COMMAND…: the command must exit with 2 and print one line that contains the text.
rejects() {
  text=$1
  shift
  "$@" >"$scratch/out" 2>"$scratch/err"
  status=$?
  if [ $status -ne 2 ] || [ "$(wc -l <"$scratch/err")" -ne 1 ] || ! grep -qF -- "$text" "$scratch/err"; then
    echo "$*: must exit with 2 and print one line with '$text', exited with $status and printed:"
    cat "$scratch/err"
    failures=$((failures + 1))
  fi
}
rejects 'the groups are channels, locks' "$measure" nothing-has-this-word
rejects 'is not a number of rounds' "$measure" --rounds 1
rejects 'is not a number of rounds' "$measure" --rounds many
rejects '--fast' "$measure" --fast
rejects "$scratch is a folder" "$measure" --out "$scratch"
rejects "$scratch/out is a file" "$measure" --out "$scratch/out/speed.json"
mkdir -p "$scratch/build/results"
for text in '{' '[]' '{"fearless": "speed/0"}'; do
  echo "$text" >"$scratch/build/results/speed.json"
  rejects 'results/speed.json is not a file of this version' "$1/fearless" --build "$scratch/build" site --out "$scratch/site"
done
[ "$failures" -eq 0 ] || exit 1

"$measure" --quick --out "$scratch/speed.json" >"$scratch/out" || exit 1
# Debian's own Python, which finds Debian's python3-jsonschema.
exec /usr/bin/python3 "$2/tests/speed.py" "$scratch/speed.json" "$2"
