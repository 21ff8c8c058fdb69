#!/bin/sh
# SPDX-License-Identifier: MIT
# Bad input gets one line that says what is wrong, where, and what to do, and exit status 2.
# Usage: bad_input.sh BUILD_FOLDER SOURCE_FOLDER
set -u
build=$1 source=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0
checks=0

# refused WORDS COMMAND…: the command must exit with 2 and print one line on the standard error output, with these words in it.
refused() {
  words=$1
  shift
  checks=$((checks + 1))
  "$@" >"$scratch/out" 2>"$scratch/err"
  status=$?
  if [ $status -ne 2 ] || [ "$(wc -l <"$scratch/err")" -ne 1 ] || ! grep -qF -- "$words" "$scratch/err"; then
    failures=$((failures + 1))
    printf 'tests/bad_input.sh: expected exit 2 and one line with: %s\n  command: %s\n  exit %s\n' "$words" "$*" "$status"
    head -n 5 "$scratch/err"
  fi
}
fearless=$build/fearless

# What was typed.
refused 'certfy' "$fearless" certfy
refused 'certify' "$fearless" certfy # the nearest command is named
refused '--jbos' "$fearless" certify --jbos 2
refused 'unknown implementation nobody' "$fearless" certify nobody
refused 'reference' "$fearless" certify nobody # those there are
refused 'unknown profile threds' "$fearless" certify --profile threds
refused 'unknown case' "$fearless" certify --case threads.spawn.closure.rum
refused '--replay needs --case' "$fearless" certify --replay pct-3:17
refused 'no use to join.waits.run' "$fearless" certify --case join.waits.run --strategy pct-3
refused 'unknown strategy pct' "$fearless" certify --case join.waits.stress --strategy pct
refused '`pct-3` names no execution' "$fearless" certify --case join.waits.stress --replay pct-3
refused 'leave out --strategy' "$fearless" certify --case join.waits.stress --replay pct-3:17 --seed 3
refused '`-3` is no number' "$fearless" certify --executions -3
refused '--libraries needs --strategies' "$fearless" mutants --libraries "$scratch"
refused 'depends on the schedule' "$fearless" mutants --strategies threads.order
refused 'threads.spawn.closure' "$fearless" mutants threads.spawn.closur

# A port's start.
refused 'NAME is required' "$fearless" new
refused '`My` is no name' "$fearless" new My
refused 'known are c, cpp, rust' "$fearless" new it --language cobol
mkdir "$scratch/there"
refused "$scratch/there is there already" sh -c 'cd "$1" && "$2" new there' sh "$scratch" "$fearless"

# Implementation files.
refused "$scratch/none.json" "$fearless" certify "$scratch/none.json"
describe() { printf '%s\n' "$1" >"$scratch/it.json"; }
describe 'name: it'
refused "$scratch/it.json" "$fearless" certify "$scratch/it.json"
describe '{"language": "c", "libraries": {"plain": "it.so"}}'
refused '"name"' "$fearless" certify "$scratch/it.json"
describe '{"name": "it", "language": "c"}'
refused '"libraries"' "$fearless" certify "$scratch/it.json"
describe '{"name": "it", "language": "c", "libraries": {"plain": "it.so"}, "colour": "red"}'
refused '"colour"' "$fearless" certify "$scratch/it.json"
describe '{"name": "../it", "language": "c", "libraries": {"plain": "it.so"}}'
refused '"name"' "$fearless" certify "$scratch/it.json"
describe '{"name": "it", "language": "c", "libraries": {"plain": 7}}'
refused '"plain"' "$fearless" certify "$scratch/it.json"

# Libraries.
describe '{"name": "it", "language": "c", "libraries": {"plain": "it.so"}}'
refused "$scratch/it.so" "$fearless" certify "$scratch/it.json" # missing
echo 'not a library' >"$scratch/it.so"
refused "$scratch/it.so" "$fearless" certify "$scratch/it.json"
broken() {
  clang-19 -shared -fPIC -w "-DBROKEN=$1" "-I$source/impl/port" -o "$scratch/it.so" "$source/tests/broken_ports/broken.c" || exit 1
}
broken 0
printf '\267\000' | dd of="$scratch/it.so" bs=1 seek=18 conv=notrunc 2>/dev/null # the header now says: for aarch64
refused 'another processor' "$fearless" certify "$scratch/it.json"
broken 1
refused 'fearless_port_v1' "$fearless" certify "$scratch/it.json"
broken 2
refused 'version 999' "$fearless" certify "$scratch/it.json"
broken 3
refused 'bytes' "$fearless" certify "$scratch/it.json"
broken 4
refused 'null' "$fearless" certify "$scratch/it.json"
broken 5
refused '`threads`' "$fearless" certify "$scratch/it.json"
broken 6
refused 'crashes while it is loaded' "$fearless" certify "$scratch/it.json"
broken 7
refused 'ends the process while it is loaded' "$fearless" certify "$scratch/it.json"
broken 8
refused 'hangs while it is loaded' "$fearless" certify "$scratch/it.json"
broken 9
refused 'hangs while it is loaded' "$fearless" certify "$scratch/it.json"
broken 10
refused 'mutexes.with_lock: *outcome is not FEARLESS_RETURNS' "$fearless" certify "$scratch/it.json"
broken 11
refused 'mutexes.lock: it returned 3, which is no fearless_locked' "$fearless" certify "$scratch/it.json"
broken 12
refused 'mutexes.deref: the slot' "$fearless" certify "$scratch/it.json"
broken 13
refused 'mutexes.lock: *guard is null' "$fearless" certify "$scratch/it.json"
broken 14
refused 'mutexes.create: it crashes (Aborted)' "$fearless" certify "$scratch/it.json"
broken 15
refused 'mutexes.create: it ends the process (exit code 7)' "$fearless" certify "$scratch/it.json"
broken 16
refused 'mutexes.create did not return in 20 s' "$fearless" certify "$scratch/it.json"
# Behind a whole port, an implementation that does not conform is judged.
broken 0
"$fearless" certify "$scratch/it.json" --case mutex.new.many.run >"$scratch/out" 2>&1
[ $? -eq 1 ] || { echo 'tests/bad_input.sh: a lock that locks nothing was not judged'; head -n 5 "$scratch/out"; failures=$((failures + 1)); }

# Places to write to.
refused '/proc/here' "$fearless" certify --out /proc/here
echo file >"$scratch/file"
refused "$scratch/file" "$fearless" certify --out "$scratch/file"
refused "$scratch/file" "$fearless" site --out "$scratch/file"

# What the machine lacks. A path with nothing but the basics stands for a machine without the tools.
mkdir "$scratch/bare"
ln -s /bin/sh "$scratch/bare/sh"
refused 'pandoc' env PATH="$scratch/bare" "$fearless" check
refused 'pandoc' env PATH="$scratch/bare" "$fearless" site --out "$scratch/site"
refused 'clang-19' env PATH="$scratch/bare" "$fearless" certify --only typed
[ ! -e "$scratch/site" ] || { echo 'tests/bad_input.sh: a site was begun without pandoc'; failures=$((failures + 1)); }

printf '%s of %s as they must be\n' $((checks - failures)) "$checks"
[ "$failures" -eq 0 ]
