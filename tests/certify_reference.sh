#!/bin/sh
# SPDX-License-Identifier: MIT
# Certifying the reference writes all promised files, each of them complete and well-formed.
# Usage: certify_reference.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
build=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$build/fearless" certify reference --out "$scratch/out" >"$scratch/stdout" || { cat "$scratch/stdout"; exit 1; }
# The summary follows the last blank line and must fit on a screen of 24 lines.
summary=$(awk '/^$/ { n = 0 } { n++ } END { print n }' "$scratch/stdout")
[ "$summary" -le 24 ] || { echo "the summary has $summary lines; at most 24 fit on a screen:"; cat "$scratch/stdout"; exit 1; }
python3 "$source/tests/certify_reference.py" "$scratch/out"
