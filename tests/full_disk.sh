#!/bin/sh
# SPDX-License-Identifier: MIT
# If the results do not fit on the disk, `certify` prints one error line, exits with 2 and keeps the previous results.
# Usage: full_disk.sh BUILD_FOLDER
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/out"
echo 'previous' >"$scratch/out/results.jsonl"

# With a file size limit of one block, a write fails as it does on a full disk.
status=0
(
  ulimit -f 1
  trap '' XFSZ
  exec "$1/fearless" certify --out "$scratch/out"
) >"$scratch/stdout" 2>"$scratch/stderr" || status=$?

[ "$status" -eq 2 ] || { echo "exit status $status; expected 2"; cat "$scratch/stderr"; exit 1; }
[ "$(grep -c '^fearless: ' "$scratch/stderr")" -eq 1 ] || { echo 'expected exactly one error line:'; cat "$scratch/stderr"; exit 1; }
[ "$(cat "$scratch/out/results.jsonl")" = 'previous' ] || { echo 'the previous results are lost'; exit 1; }
[ "$(ls "$scratch/out")" = 'results.jsonl' ] || { echo 'incomplete files are left behind:'; ls "$scratch/out"; exit 1; }
