#!/bin/sh
# SPDX-License-Identifier: MIT
# Each form on the specification's list of known false negatives has a program whose name ends in it, and each program has a form on the list.
# Usage: known_false_negatives.sh SOURCE_FOLDER
set -eu
cd "$1"
folder=conformance/known-false-negatives

listed=$(sed -n '/{#markers.known-false-negatives}$/,/^## Retired/s/^| \([a-z-]*\) |.*/\1/p' spec/markers.md | sort)
[ -n "$listed" ] || { echo 'spec/markers.md: no table of known false negatives; correct this test'; exit 1; }
written=$(git ls-files --cached --others --exclude-standard "$folder" | sed -n 's|.*\.\([a-z-]*\)\.cpp$|\1|p' | sort)

if [ "$listed" != "$written" ]; then
  echo "spec/markers.md and $folder differ; these stand on one side only or twice:"
  printf '%s\n%s\n' "$listed" "$written" | sort | uniq -c | awk '$1 != 2 { print "  " $2 }'
  exit 1
fi
