#!/bin/sh
# SPDX-License-Identifier: MIT
# The benchmark measures every row, its file matches its schema, and the page shows each figure. No figure is judged: the
# rows do so little work that they mean nothing. Usage: speed.sh BUILD_FOLDER SOURCE_FOLDER
set -u
source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

# rejects TEXT ARGUMENT…: the benchmark must exit with 2 and print one line that contains the text.
rejects() {
  text=$1
  shift
  "$source/conformance/bench/measure" "$@" >"$scratch/out" 2>"$scratch/err"
  status=$?
  if [ $status -ne 2 ] || [ "$(wc -l <"$scratch/err")" -ne 1 ] || ! grep -qF -- "$text" "$scratch/err"; then
    echo "fearless bench $*: must exit with 2 and print one line with '$text', exited with $status and printed:"
    cat "$scratch/err"
    failures=$((failures + 1))
  fi
}
rejects 'the groups are channels, locks' nothing-has-this-word
rejects 'is not a number of rounds' --rounds 1
rejects 'is not a number of rounds' --rounds many
rejects '--fast' --fast
rejects "$scratch is a folder" --out "$scratch"
rejects '/proc/here' --quick --out /proc/here/speed.json
[ "$failures" -eq 0 ] || exit 1

"$source/conformance/bench/measure" --quick --out "$scratch/speed.json" >"$scratch/out" || exit 1
# Debian's own Python, which finds Debian's python3-jsonschema.
exec /usr/bin/python3 "$source/tests/speed.py" "$scratch/speed.json" "$source"
