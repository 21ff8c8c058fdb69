#!/bin/sh
# SPDX-License-Identifier: MIT
# `fearless check` reports each kind of inconsistency with file and line.
# Usage: check.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
build=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

# Makes a clean copy of all files that `check` reads.
fresh_copy() {
  rm -rf "$scratch/tree"
  mkdir -p "$scratch/tree/conformance" "$scratch/tree/docs"
  cp "$source/docs/glossary.md" "$scratch/tree/docs/"
  cp -R "$source/spec" "$source/tsan" "$source/impl" "$scratch/tree/"
  cp -R "$source/conformance/claims" "$source/conformance/mutants" "$source/conformance/variants" "$scratch/tree/conformance/"
}

# expect_violation PATTERN: `check` must fail on the copy and print a line that matches.
expect_violation() {
  status=0
  "$build/fearless" --source "$scratch/tree" --build "$build" check >"$scratch/out" 2>&1 || status=$?
  if [ "$status" -ne 1 ] || ! grep -qE -- "$1" "$scratch/out"; then
    echo "tests/check.sh: expected exit 1 and a line like: $1"
    echo "  exit $status"
    head -n 5 "$scratch/out"
    failures=$((failures + 1))
  fi
}
claims=$scratch/tree/conformance/claims
mutants=$scratch/tree/conformance/mutants
text=$scratch/tree/spec/threads.md

fresh_copy
"$build/fearless" --source "$scratch/tree" --build "$build" check >"$scratch/out" 2>&1 || { echo 'check fails on the unchanged tree:'; cat "$scratch/out"; exit 1; }

rm "$claims"/threads.order.*
expect_violation '^spec/threads\.md:[0-9]+: .*threads\.order'

fresh_copy
grep -slE '^// Breaks: .*threads\.order' "$mutants"/*.* | xargs rm
expect_violation '^spec/threads\.md:[0-9]+: .*threads\.order'

fresh_copy
sed 's/threads\.order/threads.colour/' "$claims/threads.order.run.cpp" >"$claims/threads.colour.run.cpp"
expect_violation '^conformance/claims/threads\.colour\.run\.cpp:[0-9]+: '

fresh_copy
sed -i 's/^\(\/\/ Breaks: .*\)threads\.order/\1threads.colour/' "$mutants"/threads.order.*.cpp
expect_violation '^conformance/mutants/threads\.order\..*:[0-9]+: `threads\.colour` is not a claim'

fresh_copy
# The same code twice, but for comments and white space.
for mutant in "$mutants"/threads.order.*.cpp; do sed 's|^MUTANT|// again\n\n&|' "$mutant" >"$mutants/twice.cpp"; done
expect_violation '^conformance/mutants/twice\.cpp:1: the same code as conformance/mutants/threads\.order\.'

fresh_copy
sed -i 's|^// Claim: .*|// Claim: Threads shall run.|' "$claims/threads.order.run.cpp"
expect_violation '^conformance/claims/threads\.order\.run\.cpp:2: .*fearless check --fix'

fresh_copy
sed -i '/^\/\/ Aspect: /d' "$claims/threads.interleaving.own-order.run.cpp"
expect_violation '^conformance/claims/threads\.interleaving\.own-order\.run\.cpp:2: no `// Aspect:`'

fresh_copy
sed -i 's/#term\.spawner/#term.spawned/' "$text"
expect_violation '^spec/threads\.md:[0-9]+: .*term\.spawned'

fresh_copy
sed -i 's/^Several threads \*\*shall\*\* be able/Several threads **shall** be able, and this sentence is longer than a reader can keep in mind at once, since it says a thing and then says the same thing again in other words, which it might have left out, but did not, as is the way of such sentences, be able/' "$text"
expect_violation '^spec/threads\.md:[0-9]+: .*threads\.simultaneous.* characters'

fresh_copy
sed -i 's|^// Verdict:|// Schedule: matters\n&|' "$mutants"/threads.order.*.cpp
expect_violation '^conformance/mutants/threads\.order\..*:[0-9]+: .*threads\.order\.stress'

fresh_copy
sed -i 's/#threads\.simultaneous /#threads.order /' "$text"
expect_violation '^spec/threads\.md:[0-9]+: .*threads\.order'

fresh_copy
sed -i 's/#threads\.simultaneous /#threads.order.first /' "$text"
expect_violation '^spec/threads\.md:[0-9]+: .*threads\.order'

fresh_copy
sed -i 's/#threads\.order profile=threads/#threads.order profile=threads colour=red/' "$text"
expect_violation '^spec/threads\.md:[0-9]+: .*colour'

fresh_copy
sed -i '0,/^```{\.cpp \.listing/s//```{.cpp colour=red .listing/' "$text"
expect_violation '^spec/threads\.md:[0-9]+: .*colour'

fresh_copy
# Change the first line of the first listing's expected output.
sed -i '/^```{\.output/{n;s/^/not /}' "$text"
expect_violation '^spec/threads\.md:[0-9]+: .*listing'

fresh_copy
sed -i '/^markers!(Vec<i32>,/d' "$claims/send.almost-all.type.rs"
expect_violation '^spec/markers\.md:[0-9]+: .*conformance/claims/send\.almost-all\.type\.cpp:[0-9]+: `Vec<i32>`'

fresh_copy
sed -i '/"Vec<i32>"/d' "$claims/send.almost-all.type.cpp"
expect_violation '^spec/markers\.md:[0-9]+: .*conformance/claims/send\.almost-all\.type\.rs:[0-9]+: `Vec<i32>`'

fresh_copy
# Remove the comment that explains why C++ and Rust differ.
sed -i -z 's|\n//[^\n]*\(\n[^\n]*"Box<i32>"\)|\1|' "$claims/send.almost-all.type.cpp"
expect_violation '^spec/markers\.md:[0-9]+: .*conformance/claims/send\.almost-all\.type\.cpp:[0-9]+: .*Box<i32>'

[ "$failures" -eq 0 ]
