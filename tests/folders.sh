#!/bin/sh
# SPDX-License-Identifier: MIT
# README.md and docs/architecture.md name each top folder; the latter also names each folder of the certifier and of the harness.
# Usage: folders.sh SOURCE_FOLDER
set -eu
cd "$1"
failures=0

# names FILE FOLDER…: the file must name each folder, in backquotes and with a slash at the end; a folder of the certifier or the harness may
# have that in front.
names() {
  file=$1
  shift
  for folder in "$@"; do
    if ! grep -qE -- "\`((certifier|harness)/)?$folder/\`" "$file"; then
      echo "$file: does not name the folder \`$folder/\`; add it"
      failures=$((failures + 1))
    fi
  done
}

top=$(git ls-files | sed -n 's|^\([^./][^/]*\)/.*|\1|p' | sort -u)
parts=$(git ls-files conformance/certifier conformance/harness | sed 's|/[^/]*$||' | grep -E '^conformance/[a-z]+/' |
  grep -vE '/tests(/|$)' | sed 's|^conformance/[a-z]*/||' | sort -u)
# shellcheck disable=SC2086 # lists of words
{
  names README.md $top
  names docs/architecture.md $top $parts
}
[ "$failures" -eq 0 ]
