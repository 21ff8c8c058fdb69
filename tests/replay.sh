#!/bin/sh
# SPDX-License-Identifier: MIT
# The command that a failure prints reproduces the failure every time.
# Usage: replay.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
build=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# replays MUTANT CASE STRATEGY VERDICT: the strategy must detect the mutant, and each replay must give the verdict.
replays() {
  printf '{"name": "mutant", "language": "cpp", "libraries": {"instrumented": "%s"}}' "$build/mutants/instrumented/$1.so" >"$scratch/it.json"
  certify() { "$build/fearless" certify "$scratch/it.json" --only instrumented --case "$@" >"$scratch/out"; }
  certify "$2" --strategy "$3" --executions 3000 && { echo "tests/replay.sh: $3 does not find $1"; exit 1; }
  token=$(sed -n 's/.* --replay \([^ ]*\)$/\1/p' "$scratch/out" | head -n 1)
  for replay in 1 2 3 4 5; do
    status=0
    certify "$2" --replay "$token" || status=$?
    if [ "$status" -ne 1 ] || ! grep -qF "replayed: $token shows $4 again" "$scratch/out"; then
      echo "tests/replay.sh: $1 was found by $3 in $token, and replay $replay does not show $4 again (exit $status):"
      cat "$scratch/out"
      exit 1
    fi
  done
}
replays channels.recv.drains.looks-once channels.recv.drains.stress random FAIL
replays channels.recv.closed.looks-then-sleeps channels.recv.closed.stress pct-3 DEADLOCK
replays join.waits.trusts-every-wake-up join.waits.stress pct-2 FAIL

# A replay of an execution that passes exits with 2.
status=0
"$build/fearless" certify --only instrumented --case channels.recv.drains.stress --replay random:1 >"$scratch/out" || status=$?
if [ "$status" -ne 2 ] || ! grep -qF 'did not replay: random:1' "$scratch/out"; then
  echo "tests/replay.sh: an execution that passes must not replay (exit $status):"
  cat "$scratch/out"
  exit 1
fi
