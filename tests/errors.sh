#!/bin/sh
# SPDX-License-Identifier: MIT
# The page on compiler errors has a section for every code, and making it fails where a message or a case is missing.
# Usage: errors.sh SOURCE_FOLDER
set -eu
source=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# page FOLDER: makes the page from a source tree.
page() {
  (cd "$1" && pandoc --from=markdown --to=html5 --standalone --template=spec/site/template.html \
    --lua-filter=spec/site/weave.lua --output="$scratch/errors.html" spec/site/pages/errors.md)
}

page "$source"
grep -rhoE 'fearless\[[a-z-]+\]' "$source/impl/reference/include" | sort -u >"$scratch/codes"
[ -s "$scratch/codes" ]
while read -r code; do
  grep -qF "<code>$code</code>" "$scratch/errors.html" || {
    echo "tests/errors.sh: the page has no section for $code"
    exit 1
  }
done <"$scratch/codes"

# fresh: a new copy of the files that the page is made from.
fresh() {
  rm -rf "$scratch/tree"
  mkdir -p "$scratch/tree/spec" "$scratch/tree/conformance" "$scratch/tree/impl/reference"
  cp -R "$source/spec/site" "$scratch/tree/spec/"
  cp -R "$source/conformance/claims" "$scratch/tree/conformance/"
  cp -R "$source/impl/reference/include" "$scratch/tree/impl/reference/"
}

# found PATTERN: making the page from the copy must fail, with a line that matches.
found() {
  if page "$scratch/tree" >"$scratch/log" 2>&1 || ! grep -qE -- "$1" "$scratch/log"; then
    echo "tests/errors.sh: expected a failure with a line like: $1"
    head -n 5 "$scratch/log"
    exit 1
  fi
}
headers=$scratch/tree/impl/reference/include/fearless

fresh
sed -i 's/fearless\[handle-copied\]/fearless[handle-stolen]/' "$headers/join_handle.hpp"
found 'fearless\[handle-stolen\]: no case shows this error'

fresh
sed -i 's/\(fearless\[handle-copied\]\) (E0382)/\1/' "$headers/join_handle.hpp"
found 'join_handle\.hpp: the message .* does not have the form'

fresh
echo '// See fearless[handle-stolen].' >>"$headers/join_handle.hpp"
found 'join_handle\.hpp: fearless\[handle-stolen\] is not part of a message'

fresh
sed -i 's/^\/\/ Rejected: fearless\[handle-copied\]/\/\/ Rejected: fearless[handle-stolen]/' "$scratch/tree"/conformance/claims/*.cpp
found 'no case shows this error|no header has a message'

fresh
sed -i 's/^\/\/ Rejected: -Wconsumed/\/\/ Rejected: -Wunknown/' "$scratch/tree"/conformance/claims/*.cpp
found 'add an explanation of -Wunknown'

fresh
sed -i '/^\/\/ Rejected: -Wdangling/d' "$scratch/tree"/conformance/claims/*.cpp
found 'no line .// Rejected'
