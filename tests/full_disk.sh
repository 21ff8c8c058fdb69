#!/bin/sh
# SPDX-License-Identifier: MIT
# Results that do not fit on the disk: one line, exit 2, and what was there before is left as it was.
# Usage: full_disk.sh BUILD_FOLDER
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/out"
echo 'from before' >"$scratch/out/results.jsonl"

# A file may not grow beyond a block: that is how a full disk looks to a program that writes one.
status=0
(
  ulimit -f 1
  trap '' XFSZ
  exec "$1/fearless" certify --out "$scratch/out"
) >"$scratch/stdout" 2>"$scratch/stderr" || status=$?

[ "$status" -eq 2 ] || { echo "exit status $status, not 2"; cat "$scratch/stderr"; exit 1; }
[ "$(grep -c '^fearless: ' "$scratch/stderr")" -eq 1 ] || { echo 'not one line of error:'; cat "$scratch/stderr"; exit 1; }
[ "$(cat "$scratch/out/results.jsonl")" = 'from before' ] || { echo 'the results from before are lost'; exit 1; }
[ "$(ls "$scratch/out")" = 'results.jsonl' ] || { echo 'something half-written is left:'; ls "$scratch/out"; exit 1; }
