#!/bin/sh
# SPDX-License-Identifier: MIT
# Without a working race detector a run is INVALID and exits with 2, whatever the cases report.
# Usage: no_detector.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# A copy of the build folder in which the plain controls replace the instrumented ones, as if the detector were off.
for entry in "$1"/*; do ln -s "$entry" "$scratch/"; done
rm "$scratch/controls"
mkdir "$scratch/controls"
ln -s "$1/controls/plain" "$scratch/controls/plain"
ln -s "$1/controls/plain" "$scratch/controls/instrumented"

status=0
"$1/fearless" --source "$2" --build "$scratch" certify --out "$scratch/out" >"$scratch/stdout" 2>&1 || status=$?
[ "$status" -eq 2 ] || { echo "exit status $status; expected 2"; tail -n 20 "$scratch/stdout"; exit 1; }
grep -q 'INVALID' "$scratch/stdout" || { echo 'the output does not say INVALID'; tail -n 20 "$scratch/stdout"; exit 1; }
