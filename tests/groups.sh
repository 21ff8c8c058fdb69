#!/bin/sh
# SPDX-License-Identifier: MIT
# A library that has only some groups of the port is judged by these: what it lacks is UNSUPPORTED and fails nothing. What the kit lends
# conforms. A library that prevents a deadlock itself does not fail the demonstration of it, nor does one that has a thread of its own.
# Usage: groups.sh BUILD_FOLDER SOURCE_FOLDER
set -eu
build=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

. "$source/tests/expecting.sh"

cd "$scratch"
# port FILE FLAG…: compiles a port of tests/groups/ into it.so.
port() {
  file=$1
  shift
  clang++-19 -std=c++23 -O2 -shared -fPIC "-I$source/impl/port" "$@" -o it.so "$source/tests/groups/$file"
}
lacks_nothing_else() {
  if grep -E '^(INVALID|CRASH|EXIT|RACE|DEADLOCK|FAIL|TIMEOUT) ' said; then fail "$1: what it lacks must be UNSUPPORTED"; fi
}

# Each group alone. Cases that start a program of their own lack what that program lacks.
printf '{"name": "it", "language": "cpp", "libraries": {"plain": "it.so"}}\n' >it.json
for group in threads channels mutexes rcs arcs; do
  port lent.cpp "-DONLY_$group"
  exits 0 "$build/fearless" certify it.json --executions 50 --out out
  lacks_nothing_else "$group"
  says '^verdict     conforming$'
done
for case in threads.exit.run join.completes.run join.position.after.run join.position.before.run; do
  exits 2 "$build/fearless" certify it.json --case $case --only plain
  says "^UNSUPPORTED $case \(plain\)"
  says '^    the implementation has no threads$'
done

# The groups that docs/port.md names for a profile are enough for it.
profiles() { sed -n 's/^| \([a-z, ]*\) | \(`threads`.*\) |$/\1:\2/p' "$source/docs/port.md" | tr -d '\`,'; }
[ "$(profiles | sed 's/:.*//' | wc -w)" -eq 7 ] || fail "docs/port.md must name the groups of seven profiles"
profiles >needs
while IFS=: read -r names groups; do
  flags=
  for group in $groups; do flags="$flags -DONLY_$group"; done
  # shellcheck disable=SC2086 # a list of flags
  port lent.cpp $flags
  for profile in $names; do
    exits 0 "$build/fearless" certify it.json --profile "$profile" --executions 20 --out out
  done
done <needs

# All groups that the kit lends.
clang++-19 -std=c++23 -O2 -g -fsanitize=thread -shared -fPIC "-I$source/impl/port" -o instrumented.so "$source/tests/groups/lent.cpp"
port lent.cpp
printf '{"name": "it", "language": "cpp", "libraries": {"plain": "it.so", "instrumented": "instrumented.so"}}\n' >both.json
exits 0 "$build/fearless" certify both.json --executions 50 --out out
lacks_nothing_else 'all groups'
for profile in threads closures channels mutex ownership markers beyond; do
  says "^$profile +behaves, race-checked; typed: not certifiable$"
done

# A lock that lets no deadlock happen.
for way in 1 2 3; do
  port prevents.cpp -DWAY=$way
  exits 2 "$build/fearless" certify it.json --case mutex.hazard.deadlock.detected --only plain
  says '^UNSUPPORTED mutex.hazard.deadlock.detected \(plain\)$'
  says '^    the implementation prevents what the detector would report \(optional feature\)$'
done
for way in 4 5; do
  port prevents.cpp -DWAY=$way
  exits 2 "$build/fearless" certify it.json --case mutex.hazard.deadlock.detected --only plain
  says '^CRASH mutex.hazard.deadlock.detected \(plain\)$'
done

# A runtime with a thread of its own that wakes at intervals: whether it could end a deadlock can't be told.
port ticks.cpp
for case in threads.hazard.deadlock.detected mutex.hazard.deadlock.detected; do
  exits 2 "$build/fearless" certify it.json --case $case --only plain
  says "^UNSUPPORTED $case \(plain\)\$"
  says '^    the threads of the case wait without a time limit, but others of the process do not: .* \(optional feature\)$'
done

# If it declares that the threads that it starts while it is loaded only keep house, the deadlock is recognised beside them.
printf '{"name": "it", "language": "cpp", "libraries": {"plain": "it.so"}, "housekeeping": true}\n' >keeps.json
for case in threads.hazard.deadlock.detected mutex.hazard.deadlock.detected; do
  port ticks.cpp -DWHEN_LOADED
  exits 2 "$build/fearless" certify keeps.json --case $case --only plain
  says "^PASS +$case \(plain\)"
  exits 2 "$build/fearless" certify it.json --case $case --only plain
  says "^UNSUPPORTED $case \(plain\)\$"
done
port ticks.cpp
exits 2 "$build/fearless" certify keeps.json --case threads.hazard.deadlock.detected --only plain
says '^UNSUPPORTED threads.hazard.deadlock.detected \(plain\)$'

# A runtime that handles a signal itself, and goes on.
port handles.cpp
exits 0 "$build/fearless" certify it.json --case join.result.scenarios --only plain
says '^PASS +join.result.scenarios \(plain\)'
