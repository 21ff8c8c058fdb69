#!/bin/sh
# SPDX-License-Identifier: MIT
# What a search has found can be run again: the command that a failure ends with shows it each time.
# Usage: replay.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
build=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# replays MUTANT CASE STRATEGY VERDICT: the strategy finds the defect in the case, and every replay of it gives the verdict.
replays() {
  printf '{"name": "defect", "language": "cpp", "libraries": {"instrumented": "%s"}}' "$build/mutants/instrumented/$1.so" >"$scratch/it.json"
  certify() { "$build/fearless" certify "$scratch/it.json" --only instrumented --case "$@" >"$scratch/out"; }
  certify "$2" --strategy "$3" --executions 3000 && { echo "tests/replay.sh: $3 does not find $1"; exit 1; }
  token=$(sed -n 's/^ *again: .* --replay \([^ ]*\)$/\1/p' "$scratch/out")
  for time in 1 2 3 4 5; do
    status=0
    certify "$2" --replay "$token" || status=$?
    if [ "$status" -ne 1 ] || ! grep -qF "replayed: $token shows $4 again" "$scratch/out"; then
      echo "tests/replay.sh: $1 was found by $3 in $token, and replay $time does not show $4 again (exit $status):"
      cat "$scratch/out"
      exit 1
    fi
  done
}
replays channels.recv.drains.looks-once channels.recv.drains.stress random FAIL
replays channels.recv.closed.looks-then-sleeps channels.recv.closed.stress pct-3 DEADLOCK
replays join.waits.trusts-every-wake-up join.waits.stress pct-2 FAIL

# Where nothing is wrong there is nothing to show again.
status=0
"$build/fearless" certify --only instrumented --case channels.recv.drains.stress --replay random:1 >"$scratch/out" || status=$?
[ "$status" -eq 2 ] && grep -qF 'did not replay: random:1' "$scratch/out" || { cat "$scratch/out"; exit 1; }
