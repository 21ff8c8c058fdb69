#!/bin/sh
# SPDX-License-Identifier: MIT
# A build whose race detector is off says INVALID and exits with 2, whatever the cases say.
# Usage: no_detector.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# The same build folder, but that its instrumented controls are the plain ones: what a build without the detector has there.
for entry in "$1"/*; do ln -s "$entry" "$scratch/"; done
rm "$scratch/controls"
mkdir "$scratch/controls"
ln -s "$1/controls/plain" "$scratch/controls/plain"
ln -s "$1/controls/plain" "$scratch/controls/instrumented"

status=0
"$1/fearless" --source "$2" --build "$scratch" certify --out "$scratch/out" >"$scratch/stdout" 2>&1 || status=$?
[ "$status" -eq 2 ] || { echo "exit status $status, not 2"; tail -n 20 "$scratch/stdout"; exit 1; }
grep -q 'INVALID' "$scratch/stdout" || { echo 'INVALID is not said'; tail -n 20 "$scratch/stdout"; exit 1; }
