#!/bin/sh
# SPDX-License-Identifier: MIT
# docs/errors.md is what docs/make-errors makes of the messages and the pairs; and what it must see, it sees.
# Usage: errors.sh SOURCE_FOLDER
set -eu
source=$1
"$source/docs/make-errors" check

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# A copy of what the page is made from.
fresh() {
  rm -rf "$scratch/tree"
  mkdir -p "$scratch/tree/docs" "$scratch/tree/conformance" "$scratch/tree/impl/reference"
  cp "$source/docs/make-errors" "$source/docs/errors.md" "$scratch/tree/docs/"
  cp -R "$source/conformance/claims" "$scratch/tree/conformance/"
  cp -R "$source/impl/reference/include" "$scratch/tree/impl/reference/"
}

# found PATTERN: the check of the copy must fail, with a line that matches.
found() {
  if "$scratch/tree/docs/make-errors" check >"$scratch/log" 2>&1 || ! grep -qE -- "$1" "$scratch/log"; then
    echo "tests/errors.sh: expected a failure and a line like: $1"
    head -n 5 "$scratch/log"
    exit 1
  fi
}
headers=$scratch/tree/impl/reference/include/fearless

fresh
echo 'more' >>"$scratch/tree/docs/errors.md"
found 'errors\.md: .* make it anew with docs/make-errors'

fresh
sed -i 's/closure may outlive/closure might outlive/' "$headers/spawn.hpp"
found 'make it anew with docs/make-errors'

fresh
sed -i 's/fearless\[handle-copied\]/fearless[handle-stolen]/' "$headers/join_handle.hpp"
found 'fearless\[handle-stolen\] has no pair'

fresh
sed -i 's/\(fearless\[handle-copied\]\) (E0382)/\1/' "$headers/join_handle.hpp"
found 'join_handle\.hpp: .* is not of the form'

fresh
sed -i 's/^\/\/ Rejected: fearless\[handle-copied\]/\/\/ Rejected: fearless[handle-stolen]/' "$scratch/tree"/conformance/claims/*.cpp
found 'has no pair|no header has a message'
