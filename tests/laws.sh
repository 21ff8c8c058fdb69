#!/bin/sh
# SPDX-License-Identifier: MIT
# `fearless check` fails, and names file and line, on each way to break the laws of this project.
# Usage: laws.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
build=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

# A copy of what `check` reads.
fresh() {
  rm -rf "$scratch/tree"
  mkdir -p "$scratch/tree/conformance"
  cp -R "$source/spec" "$source/tsan" "$source/impl" "$scratch/tree/"
  cp -R "$source/conformance/claims" "$source/conformance/mutants" "$source/conformance/variants" "$scratch/tree/conformance/"
}

# found PATTERN: the check of the tree must fail, with a line that matches.
found() {
  status=0
  "$build/fearless" --source "$scratch/tree" --build "$build" check >"$scratch/out" 2>&1 || status=$?
  if [ "$status" -ne 1 ] || ! grep -qE -- "$1" "$scratch/out"; then
    echo "tests/laws.sh: expected exit 1 and a line like: $1"
    echo "  exit $status"
    head -n 5 "$scratch/out"
    failures=$((failures + 1))
  fi
}
claims=$scratch/tree/conformance/claims
mutants=$scratch/tree/conformance/mutants
text=$scratch/tree/spec/threads.md

fresh
"$build/fearless" --source "$scratch/tree" --build "$build" check >"$scratch/out" 2>&1 || { echo 'the tree breaks the laws as it stands:'; cat "$scratch/out"; exit 1; }

rm "$claims"/threads.order.*
found '^spec/threads\.md:[0-9]+: .*threads\.order'

fresh
rm "$mutants"/threads.order.*
found '^spec/threads\.md:[0-9]+: .*threads\.order'

fresh
sed 's/threads\.order/threads.colour/' "$claims/threads.order.run.cpp" >"$claims/threads.colour.run.cpp"
found '^conformance/claims/threads\.colour\.run\.cpp:[0-9]+: '

fresh
cp "$mutants"/threads.order.*.cpp "$mutants/threads.colour.pale.cpp" 2>/dev/null || cp "$(ls "$mutants"/threads.order.*.cpp | head -n 1)" "$mutants/threads.colour.pale.cpp"
found '^conformance/mutants/threads\.colour\.pale\.cpp:[0-9]+: '

fresh
sed -i 's|^// Verdict:|// Schedule: matters\n&|' "$mutants"/threads.order.*.cpp
found '^conformance/mutants/threads\.order\..*:[0-9]+: .*threads\.order\.stress'

fresh
sed -i 's/#threads\.simultaneous /#threads.order /' "$text"
found '^spec/threads\.md:[0-9]+: .*threads\.order'

fresh
sed -i 's/#threads\.simultaneous /#threads.order.first /' "$text"
found '^spec/threads\.md:[0-9]+: .*threads\.order'

fresh
sed -i 's/#threads\.order profile=threads/#threads.order profile=threads colour=red/' "$text"
found '^spec/threads\.md:[0-9]+: .*colour'

fresh
sed -i '0,/^```{\.cpp \.listing/s//```{.cpp colour=red .listing/' "$text"
found '^spec/threads\.md:[0-9]+: .*colour'

fresh
# The first line of the first listing's output, spoilt.
sed -i '/^```{\.output/{n;s/^/not /}' "$text"
found '^spec/threads\.md:[0-9]+: .*listing'

fresh
sed -i '/^markers!(Vec<i32>,/d' "$claims/send.almost-all.type.rs"
found '^spec/markers\.md:[0-9]+: .*conformance/claims/send\.almost-all\.type\.cpp:[0-9]+: `Vec<i32>`'

fresh
sed -i '/"Vec<i32>"/d' "$claims/send.almost-all.type.cpp"
found '^spec/markers\.md:[0-9]+: .*conformance/claims/send\.almost-all\.type\.rs:[0-9]+: `Vec<i32>`'

fresh
# The reason for which C++ and Rust differ, taken away.
sed -i -z 's|\n//[^\n]*\(\n[^\n]*"Box<i32>"\)|\1|' "$claims/send.almost-all.type.cpp"
found '^spec/markers\.md:[0-9]+: .*conformance/claims/send\.almost-all\.type\.cpp:[0-9]+: .*Box<i32>'

[ "$failures" -eq 0 ]
