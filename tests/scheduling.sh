#!/bin/sh
# SPDX-License-Identifier: MIT
# Controlled scheduling hides no race, replays what it found, and can enumerate all schedules of a small case.
# Usage: scheduling.sh BUILD_FOLDER
set -eu
build=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
failures=0
export TSAN_OPTIONS=halt_on_error=1:symbolize=0

fail() {
  echo "tests/scheduling.sh: $1"
  tail -n 3 "$scratch/out"
  failures=$((failures + 1))
}

# run LIBRARY CASE OPTION…: runs the case against a library of the build, both instrumented. Sets `status`.
run() {
  tested=$1 tested_by=$2
  shift 2
  status=0
  "$build/suite/instrumented/suite" --implementation "$build/$tested" --case "$tested_by" --events 1 "$@" >"$scratch/out" 2>&1 || status=$?
}

reference=implementations/reference/instrumented/libreference.so
raced=66 # exit code of a process that the detector ended

# A missing synchronisation must be reported as a race under every strategy; the reference must pass.
for strategy in random pct-2 pct-3 noise none exhaustive-2; do
  for pair in join.waits.unsynchronised:join.waits channels.recv.value.published-relaxed:channels.recv.blocks \
    channels.try-recv.value.unsynchronised:channels.recv.drains.without-waiting; do
    run "mutants/instrumented/${pair%:*}.so" "${pair#*:}.stress" --strategy $strategy --executions 50
    [ $status -eq $raced ] || fail "${pair%:*}: no race is reported under $strategy (exit $status)"
    run $reference "${pair#*:}.stress" --strategy $strategy --executions 50
    [ $status -eq 0 ] || fail "${pair#*:}.stress: the reference does not pass under $strategy (exit $status)"
  done
done

# Each of twenty replays shows the failure again.
mutant=mutants/instrumented/channels.recv.drains.looks-once.so
for strategy in random pct-2 pct-3; do
  run $mutant channels.recv.drains.stress --strategy $strategy --executions 3000 --seed 1000
  seed=$(sed -n 's/.*"forbidden":{[^}]*"seed":\([0-9]*\).*/\1/p' "$scratch/out")
  [ -n "$seed" ] || { fail "$mutant: nothing found under $strategy"; continue; }
  grep -o '"forbidden":{[^}]*"outcome":"[^"]*"' "$scratch/out" | grep -o '"outcome".*' >"$scratch/first"
  replay=0
  while [ $replay -lt 20 ]; do
    run $mutant channels.recv.drains.stress --replay "$strategy:$seed"
    if ! grep -q '"replayed":true' "$scratch/out" || ! grep -qF -- "$(cat "$scratch/first")" "$scratch/out"; then
      fail "$strategy:$seed: replay $replay does not show the failure again"
      break
    fi
    replay=$((replay + 1))
  done
done

# All schedules with at most two preemptions, to the end, without a forbidden outcome.
for case in channels.recv.closed channels.recv.drains channels.ownership.transfer.dropped-once channels.many-producers.later join.waits; do
  run $reference $case.stress --strategy exhaustive-2
  [ $status -eq 0 ] || fail "$case.stress: the exhaustive search of the reference fails (exit $status)"
  grep -q '"complete":true' "$scratch/out" || fail "$case.stress: the exhaustive search did not complete"
  sed -n 's/.*"executions":\([0-9]*\),"milliseconds":\([0-9]*\).*/'"$case"': all \1 schedules in \2 ms/p' "$scratch/out"
done

[ $failures -eq 0 ] || exit 1
